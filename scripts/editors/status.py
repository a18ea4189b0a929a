"""How far each regulation is, by language."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.clauses.source import LANGUAGES, Clause, ClauseSourceError, read_regulation
from scripts.editors.drafts import TODO, read_rows, source_hash
from scripts.official import Official
from scripts.parity.reviews import digest, reviewed

STATES = ("missing", "todo", "written", "changed", "reviewed", "stale")


@dataclass(frozen=True)
class Progress:
    """Clauses of a regulation in a language by state.

    States: missing (no text), todo (begun), written (never reviewed), changed
    (since the languages were reviewed together), reviewed, stale (the
    institution's text changed since the edition was written; counted beside
    the others).
    """

    code: str
    language: str
    published: bool
    counts: Counter


def progress(docs: Path, published: bool, wording: dict[str, Official], only: str | None = None) -> Iterator[Progress]:
    """Progress of every regulation whose ids stand in `docs`/data, or of one."""
    chapters: dict[str, list[str]] = {}
    for row in read_rows(docs / "data" / "ids.tsv"):
        chapters.setdefault(row["code"], []).append(row["id"])
    rows = reviewed(docs / "data")
    sources = {row["id"]: row["source"] for row in read_rows(docs / "data" / "sources.tsv")}
    for code, ids in chapters.items():
        if only not in (None, code):
            continue
        stale = {key for key in ids if key in wording and key in sources and source_hash(wording[key].text) != sources[key]}
        for language in LANGUAGES:
            edition = _edition(docs, language, code)
            counts = Counter(_state(edition.get(key), rows.get(key, {}).get(language)) for key in ids)
            counts["stale"] = len(stale & set(edition))
            yield Progress(code, language, published, counts)


def _edition(docs: Path, language: str, code: str) -> dict[str, Clause]:
    """The clauses that can be read; a malformed page is the doctor's matter."""
    try:
        return read_regulation(docs, language, code)
    except ClauseSourceError:
        return {}


def _state(clause: Clause | None, hashed: str | None) -> str:
    if clause is None:
        return "missing"
    if TODO.search(clause.text):
        return "todo"
    if hashed is None:
        return "written"
    return "reviewed" if hashed == digest(clause) else "changed"
