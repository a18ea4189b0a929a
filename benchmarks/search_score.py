"""How well the shipped search answers: success at 1 and 5, MRR, speed, bytes.

Usage: python -m benchmarks.search_score QUERIES [--official DIR]

QUERIES is a JSON list of objects with `query`, `lang`, `kind` and `gold`, the
ids of the clauses that answer it.  The theme's own engine runs in the same
pass as the baseline.  With SHOW=1 the misses are listed.  The last line is JSON.
"""

import argparse
import gzip
import json
import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import material

from scripts.bundle.build import node
from scripts.clauses.block import printed_number
from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.pages import DOCS, clause_pages
from scripts.regulations import regulations
from scripts.search.build import ROOT, write

WORK = ROOT / "build" / "search" / "score"
THEME = Path(next(iter(material.__path__))) / "templates" / "assets" / "javascripts"
NOT_KAZAKH = ("russian", "english")

# What the theme sets by itself for a language; Kazakh it does not know.
CONFIGURED = {"kk": ("en", ["stopWordFilter"]), "ru": ("ru", []), "en": ("en", ["stopWordFilter"])}


@dataclass
class Tally:
    """How often a clause that answers stood first, among five, and how high."""

    n: int = 0
    s1: int = 0
    s5: int = 0
    reciprocal: float = 0.0

    def add(self, rank: int | None) -> None:
        """Count one query whose best answer stands at this rank from 1."""
        self.n += 1
        if rank:
            self.s1 += rank == 1
            self.s5 += rank <= 5
            self.reciprocal += 1 / rank

    def as_json(self) -> dict:
        """Counts, and the mean reciprocal rank."""
        return {"n": self.n, "s1": self.s1, "s5": self.s5, "mrr": round(self.reciprocal / self.n, 4) if self.n else 0}


def rank(found: Sequence[str], gold: Sequence[str]) -> int | None:
    """Place of the first clause that answers, from 1."""
    return next((place for place, clause in enumerate(found, 1) if clause in gold), None)


def score(queries: list[dict], found: list[list[str]]) -> tuple[dict[str, Tally], Tally]:
    """Tallies by kind, and of the Kazakh kinds together."""
    kinds: dict[str, Tally] = {}
    kazakh = Tally()
    for query, clauses in zip(queries, found, strict=True):
        place = rank(clauses, query["gold"])
        kinds.setdefault(query["kind"], Tally()).add(place)
        if query["kind"] not in NOT_KAZAKH:
            kazakh.add(place)
    return kinds, kazakh


def answered(script: str, *arguments: Path) -> dict:
    """What a script of this folder found out."""
    answers = WORK / "answers.json"
    node(f"benchmarks/{script}", *arguments, answers)
    return json.loads(answers.read_text("utf-8"))


def ours(queries: Path, official: Path | None) -> tuple[dict, dict[str, int]]:
    """Answers of the shipped engine, and what a browser fetches for each language."""
    site = WORK / "site"
    write(site, official)
    folder = site / "assets" / "search"
    names = ["common", *LANGUAGES, *(["official"] if official else [])]
    size = {name: len(gzip.compress((folder / f"{name}.json").read_bytes(), 9)) for name in names}
    return answered("search_engine.mjs", folder, queries), size


def theme(queries: list[dict]) -> dict:
    """Answers of the theme's engine over the same clauses, each language by itself."""
    request = WORK / "theme.json"
    languages = {}
    for language in LANGUAGES:
        known, pipeline = CONFIGURED[language]
        fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
        config = {"lang": [known], "separator": r"[\s\-]+", "pipeline": pipeline, "fields": fields}
        languages[language] = {"config": config, "docs": list(_theme_documents(language))}
    request.write_text(json.dumps({"languages": languages, "queries": queries}, ensure_ascii=False), "utf-8")
    return answered("theme_engine.mjs", THEME, request)


def _theme_documents(language: str):
    clauses = {}
    for code in regulations():
        clauses |= read_regulation(DOCS, language, code)
    seen = set()
    for clause_id, path in clause_pages().items():
        page = path.removesuffix(".md") + "/"
        if page not in seen:
            seen.add(page)
            yield {"location": page, "title": page, "text": ""}
        clause = clauses[clause_id]
        yield {"location": f"{page}#{clause_id}", "title": f"{printed_number(clause_id)} {clause.title}", "text": clause.body}


def table(name: str, kinds: dict[str, Tally], kazakh: Tally) -> None:
    """Print one engine's figures."""
    print(f"\n{name}")
    for kind, tally in [*kinds.items(), ("nine Kazakh kinds", kazakh)]:
        if tally.n:
            share = 100 / tally.n
            print(f"  {kind:22} n {tally.n:4}  s@1 {tally.s1:4} ({tally.s1 * share:5.1f} %)  s@5 {tally.s5:4} ({tally.s5 * share:5.1f} %)"
                  f"  MRR {tally.reciprocal / tally.n:.3f}")


def percentile(times: list[float], share: int) -> float:
    """A percentile of measured times, in milliseconds."""
    return round(statistics.quantiles(times, n=100)[share - 1], 2) if len(times) > 1 else round(times[0], 2)


def main(arguments: list[str]) -> int:
    """Score, print, and end with one line of JSON."""
    ask = argparse.ArgumentParser(prog="python -m benchmarks.search_score", description=__doc__.splitlines()[0])
    ask.add_argument("queries", type=Path)
    ask.add_argument("--official", type=Path, default=os.environ.get("OFFICIAL") or None)
    said = ask.parse_args(arguments)
    queries = json.loads(said.queries.read_text("utf-8"))
    WORK.mkdir(parents=True, exist_ok=True)

    answers, size = ours(said.queries, Path(said.official) if said.official else None)
    kinds, kazakh = score(queries, answers["found"])
    baseline = theme(queries)
    table("the theme's own engine", *score(queries, baseline["found"]))
    table("this search" + (", official wording indexed beside ours" if said.official else ""), kinds, kazakh)
    if os.environ.get("SHOW"):
        print("\nmisses at rank 1")
        for query, found in zip(queries, answers["found"], strict=True):
            place = rank(found, query["gold"])
            if place != 1:
                print(f"  {query['kind']}: {query['query']!r} at {place}; first {found[:4]}, wanted {query['gold'][:4]}")

    times = answers["times"]
    bytes_of = {language: size[language] for language in LANGUAGES} | {name: n for name, n in size.items() if name not in LANGUAGES}
    print(f"\nlatency p50 {percentile(times, 50)} ms, p95 {percentile(times, 95)} ms"
          f" (theme: {percentile(baseline['times'], 50)}, {percentile(baseline['times'], 95)}); Node, warm")
    print(f"ready: {answers['first']:.0f} ms for the page's language, {answers['ready']:.0f} ms for all three")
    print("index, gzip: " + ", ".join(f"{name} {n / 1000:.1f} KB" for name, n in bytes_of.items()) + f"; together {sum(size.values()) / 1000:.1f} KB")
    print(json.dumps({
        "kinds": {kind: tally.as_json() for kind, tally in kinds.items()},
        "kk9": kazakh.as_json(),
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
        "gzip_bytes": bytes_of,
        "ready_ms": round(answers["ready"]),
    }, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
