"""External acts that the regulations cite, from docs/data/acts.toml.

Numbers and dates are those the clauses print; nothing is repaired here.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import format_date

from scripts.regulations import DATA

KINDS = ("law", "code", "order", "resolution", "international", "standard")
DAY = {"kk": "y 'жылғы' d MMMM", "ru": "d MMMM y 'года'", "en": "d MMMM y"}


@dataclass(frozen=True)
class Citation:
    """A clause that cites an act, with the number and the day it prints."""

    clause: str
    number: str | None
    date: date | None
    amended: date | None
    differs: bool


@dataclass(frozen=True)
class Act:
    """An act of somebody else; every text is kept by language."""

    id: str
    kind: str
    number: str | None
    date: date | None
    name: dict[str, str]
    remark: dict[str, str] | None
    citations: tuple[Citation, ...]

    @property
    def disputed(self) -> bool:
        """Whether clauses print different numbers or days for it."""
        return any(citation.differs for citation in self.citations)


@cache
def acts() -> list[Act]:
    """All acts, kind by kind, in the order in which they are filed."""
    with (DATA / "acts.toml").open("rb") as file:
        found = [_act(entry) for entry in tomllib.load(file)["act"]]
    return sorted(found, key=lambda act: KINDS.index(act.kind))


def day(when: date, language: str) -> str:
    """The day as the language writes it."""
    return format_date(when, DAY[language], locale=language)


def _act(entry: dict) -> Act:
    name = {language: entry[language] for language in DAY}
    number, when = entry.get("number"), entry.get("date")
    citations = tuple(_citation(each, number, when) for each in entry["citations"])
    return Act(entry["id"], entry["kind"], number, when, name, entry.get("remark"), citations)


def _citation(entry: dict, number: str | None, when: date | None) -> Citation:
    # "" says that the clause prints none, which is silence and no dispute.
    printed, printed_day = entry.get("number", number) or None, entry.get("date", when) or None
    differs = bool(entry.get("number") or entry.get("date"))
    return Citation(entry["clause"], printed, printed_day, entry.get("amended"), differs)
