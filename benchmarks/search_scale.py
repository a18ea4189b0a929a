"""What a first search fetches and how long it takes when the corpus grows 10 and 100 times.

Usage: python -m benchmarks.search_scale [FACTOR …]

The larger corpora are made of the real clauses' words, shuffled over clauses of
the real lengths.  Past 1 MB (gzip) a language is split into pieces, and a query
fetches those that it needs; every factor is shown against the real corpus.
"""

import json
import random
import statistics
import sys

from benchmarks.search_score import answered
from scripts.bundle.build import ROOT, node
from scripts.search.build import engine
from scripts.search.records import records

WORK = ROOT / "build" / "search" / "scale"
QUERIES = ROOT / "tests" / "search" / "queries.json"
CALM = 60  # queries timed for each factor


def grown(factor: int) -> dict:
    """The site's records, and `factor` − 1 times as many made of their words."""
    content = records()
    common, languages = content["common"], content["languages"]
    clauses = len(common["chapters"])
    beside = common["ids"][clauses:]
    ids = common["ids"][:clauses]
    chance = random.Random(factor)
    for parts in languages.values():
        parts["texts"] = _grown(parts["texts"], clauses, factor, chance)
        parts["titles"] = _grown(parts["titles"], clauses, factor, chance)
    more = range(1, factor)
    common["ids"] = [*ids, *(f"{clause}-{copy}" for copy in more for clause in ids), *beside]
    for name in ("chapters", "numbers", "terms"):
        common[name] = common[name] * factor
    return content


def _grown(texts: list[str], clauses: int, factor: int, chance: random.Random) -> list[str]:
    own, beside = texts[:clauses], texts[clauses:]
    lengths = [len(text.split()) for text in own]
    words = [word for text in own for word in text.split()]
    made = []
    for _ in range(1, factor):
        chance.shuffle(words)
        rest = iter(words)
        made += [" ".join(next(rest) for _ in range(length)) for length in lengths]
    return own + made + beside


def measured(factor: int) -> dict:
    """Bytes and times of one factor."""
    site = WORK / str(factor)
    folder = engine(site)
    gathered = site / "records.json"
    gathered.write_text(json.dumps(grown(factor), ensure_ascii=False), "utf-8")
    node("scripts/search/index.mjs", folder, gathered)
    queries = [query for query in json.loads(QUERIES.read_text("utf-8")) if query["lang"] == "kk"][:CALM]
    asked = site / "queries.json"
    asked.write_text(json.dumps(queries, ensure_ascii=False), "utf-8")
    return answered("search_bytes.mjs", folder, asked)


def main(arguments: list[str]) -> int:
    """Print one line a factor."""
    factors = [int(argument) for argument in arguments] or [1, 10, 100]
    WORK.mkdir(parents=True, exist_ok=True)
    (ROOT / "build" / "search" / "score").mkdir(parents=True, exist_ok=True)
    print("Kazakh page; KB gzip; a first query fetches the opening, then its own pieces")
    print(f"{'corpus':>7} {'clauses':>8} {'opening':>9} {'p50 query':>10} {'p95 query':>10} {'first answer':>13} {'all languages':>14} {'p50 ms':>8} {'p95 ms':>8} {'ready ms':>9}")
    for factor in factors:
        found = measured(factor)
        cuts = statistics.quantiles(found["bytes"], n=20)
        times = statistics.quantiles(found["times"], n=20)
        kb = [value / 1000 for value in (found["opening"], cuts[9], cuts[18], found["opening"] + cuts[9], found["whole"])]
        print(f"{factor:>6}× {found['clauses']:>8} {kb[0]:>9.0f} {kb[1]:>10.0f} {kb[2]:>10.0f} {kb[3]:>13.0f} {kb[4]:>14.0f} {times[9]:>8.1f} {times[18]:>8.1f} {found['ready']:>9.0f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
