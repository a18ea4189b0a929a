"""Editor's notes: where a source contradicts itself, for readers and for its editors."""

import tomllib
from dataclasses import dataclass
from functools import cache

from scripts.regulations import DATA


@dataclass(frozen=True)
class Note:
    """What a text says, what it contradicts, and what to do, by language."""

    clauses: tuple[str, ...]
    severity: str
    kk: str
    ru: str
    en: str

    def text(self, language: str) -> str:
        """The note in a language."""
        return getattr(self, language)


@cache
def notes() -> list[Note]:
    """All notes, in the order in which they are filed."""
    found = []
    for path in sorted((DATA / "notes").glob("*.toml")):
        with path.open("rb") as file:
            entries = tomllib.load(file)["note"]
        found += [Note(clauses=tuple(entry.pop("clauses")), **entry) for entry in entries]
    return found


@cache
def notes_by_clause() -> dict[str, list[Note]]:
    """The notes to show under each clause."""
    found: dict[str, list[Note]] = {}
    for note in notes():
        for clause in note.clauses:
            found.setdefault(clause, []).append(note)
    return found


def notes_of(code: str) -> list[Note]:
    """The notes of a regulation, by the first of its clauses that they concern."""
    return [note for note in notes() if note.clauses[0].partition("-")[0] == code]
