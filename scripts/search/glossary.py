"""The terms of the documents in three languages, and the clauses that they concern."""

import csv
from dataclasses import dataclass
from functools import cache

from scripts.clauses.source import LANGUAGES
from scripts.regulations import DATA

GLOSSARY = DATA / "glossary.tsv"


@dataclass(frozen=True)
class Term:
    """One term; its clauses stand in the order in which they explain it."""

    names: dict[str, str]
    clauses: tuple[str, ...]


@cache
def glossary() -> tuple[Term, ...]:
    """All terms in the file's order."""
    with GLOSSARY.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Term({language: row[language] for language in LANGUAGES}, tuple(row["clauses"].split()))
            for row in csv.DictReader(rows, delimiter="\t")
        )
