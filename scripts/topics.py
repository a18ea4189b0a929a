"""Clauses and calculators by what a person asks, from docs/data/topics.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache

from scripts.clauses.source import read_regulation
from scripts.pages import DOCS, clause_pages
from scripts.regulations import DATA, regulations


@dataclass(frozen=True)
class Topic:
    """One question of a reader; every text is kept by language."""

    id: str
    title: dict[str, str]
    lead: dict[str, str]
    clauses: tuple[str, ...]
    calculators: tuple[str, ...]
    compare: tuple[str, ...]

    def by_regulation(self) -> list[tuple[str, list[str]]]:
        """The clauses of each regulation that has any, in document order."""
        known = list(clause_pages())
        groups = [(code, [each for each in self.clauses if each.startswith(f"{code}-")]) for code in regulations()]
        return [(code, sorted(clauses, key=known.index)) for code, clauses in groups if clauses]


@cache
def topics() -> list[Topic]:
    """All topics in the order in which they are filed."""
    with (DATA / "topics.toml").open("rb") as file:
        entries = tomllib.load(file)["topic"]
    return [
        Topic(
            clauses=tuple(entry.pop("clauses").split()),
            calculators=tuple(entry.pop("calculators")),
            compare=tuple(entry.pop("compare", ())),
            **entry,
        )
        for entry in entries
    ]


@cache
def clause_titles(language: str) -> dict[str, str]:
    """The title of every clause in a language."""
    return {i: clause.title for code in regulations() for i, clause in read_regulation(DOCS, language, code).items()}
