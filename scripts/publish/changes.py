"""What changed in the editions, and on which day.

`docs/data/changes/*.toml`, one file an amendment; there is none as long as no
institution amended its document:

    day = 2027-09-01                  # the first day of the new text
    act = {kk = "…", ru = "…", en = "…"}   # what ordered it
    [[clause]]
    id = "htii-6.6"
    before = {kk = "…", ru = "…", en = "…"}  # the old text, as the site showed it

The new text of a clause is what the site shows, or the old text of its next
change.  Figures carry their days themselves, in calculators/rules/.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from calculators.rulebook import RULEBOOK, Figure, Rulebook
from scripts.calculators import resting_on
from scripts.clauses.source import LANGUAGES
from scripts.pages import clause_pages
from scripts.publish.difference import Piece, difference
from scripts.regulations import DATA

CHANGES = DATA / "changes"


class ChangeError(ValueError):
    """A change is not told in full."""


@dataclass(frozen=True)
class Change:
    """One clause of one amendment; the texts are by language."""

    day: date
    act: dict[str, str]
    clause: str
    before: dict[str, str]
    after: dict[str, str] | None  # None: what the site shows today

    def pieces(self, language: str, shown: Callable[[str], str]) -> tuple[list[Piece], list[Piece]]:
        """Old and new text in one language; `shown` gives today's text by id."""
        after = self.after[language] if self.after else shown(self.clause)
        return difference(self.before[language], after)


@dataclass(frozen=True)
class Dated:
    """Figures of one clause that hold in the same days, each with what held before it."""

    clause: str
    since: date | None
    until: date | None
    figures: tuple[tuple[Figure | None, Figure], ...]

    @property
    def day(self) -> date:
        """The day on which they begin, or end when no beginning is known."""
        return self.since or self.until

    @property
    def eve(self) -> date:
        """The day before."""
        return self.day - timedelta(days=1)

    @property
    def values(self) -> list[str]:
        """The figures as the document prints them."""
        return [value for _, figure in self.figures for value in figure.listed]

    @property
    def calculators(self) -> list[tuple[str, str]]:
        """Calculators that can be asked as of either day, with the institution."""
        return resting_on().get(self.clause, [])


def changes(folder: Path = CHANGES) -> list[Change]:
    """All changes, the latest first.

    Raises:
        ChangeError: a text lacks a language, or the clause is not known.
    """
    found: list[Change] = []
    later: dict[str, dict[str, str]] = {}
    amendments = [(tomllib.loads(path.read_text("utf-8")), path) for path in sorted(folder.glob("*.toml"))]
    for amendment, path in sorted(amendments, key=lambda each: each[0]["day"], reverse=True):
        for entry in amendment["clause"]:
            _require(path, entry["id"], amendment["act"], entry["before"])
            found.append(Change(amendment["day"], amendment["act"], entry["id"], entry["before"], later.get(entry["id"])))
            later[entry["id"]] = entry["before"]
    return found


def dated_figures(rules: Rulebook = RULEBOOK) -> list[Dated]:
    """Figures of published clauses that bear a day, by clause, the latest first."""
    versions: dict[str, list[Figure]] = {}
    for figure in rules.figures():
        if figure.clause in clause_pages():
            versions.setdefault(figure.name, []).append(figure)
    groups: dict[tuple, list[tuple[Figure | None, Figure]]] = {}
    for each in versions.values():
        ordered = sorted(each, key=lambda figure: figure.since or date.min)
        for before, figure in zip([None, *ordered], ordered, strict=False):
            if figure.since or figure.until:
                groups.setdefault((figure.clause, figure.since, figure.until), []).append((before, figure))
    found = [Dated(*key, tuple(pairs)) for key, pairs in groups.items()]
    return sorted(found, key=lambda dated: dated.day, reverse=True)


def _require(path: Path, clause_id: str, act: dict, before: dict) -> None:
    if clause_id not in clause_pages():
        raise ChangeError(f"{path}: {clause_id} is no known clause; look in docs/data/ids.tsv")
    for what, said in (("act", act), ("before", before)):
        if set(said) != set(LANGUAGES):
            raise ChangeError(f"{path}: {what} of {clause_id} is written in {', '.join(said)}; expected {', '.join(LANGUAGES)}")
