"""What a rule says on a day.

The figures stand in rules/*.toml, once each, with unit and clause; they are
read while this module is imported, since the browser's snapshot keeps no
files.  Nothing here knows what a calculator does with a figure.
"""

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.errors import NotInForce

FOLDER = os.path.join(os.path.dirname(__file__), "rules")
EXTERNAL = "external"
LISTED_FIRST = ("ietu", "htii", "aues", "miras", "umc")


def institutions(folder: str = FOLDER) -> tuple[str, ...]:
    """Every institution that has figures: a new one needs its file and nothing else."""
    codes = {name.removesuffix(".toml") for name in os.listdir(folder) if name.endswith(".toml")} - {EXTERNAL}
    return (*(code for code in LISTED_FIRST if code in codes), *sorted(codes.difference(LISTED_FIRST)))


INSTITUTIONS = institutions()


@dataclass(frozen=True)
class Figure:
    """A figure, or a rule without one (`value` is None), in one version.

    Attributes:
        value: the digits as the document prints them, or several of them.
        unit: a token; the page words it.
        relation: how the clause binds: ">=", "=", "<=", "in", "within",
            "first", "before", "until".
        see: clauses that repeat the rule or complete it.
        since, until: first and last day, None where the document gives none.
    """

    name: str
    value: str | tuple[str, ...] | None
    unit: str
    relation: str
    clause: str
    see: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clause that fixes the figure, then its companions."""
        return (self.clause, *self.see)

    @property
    def number(self) -> Fraction:
        """The figure as an exact number; "2/3" is one too."""
        return Fraction(self.value)

    @property
    def count(self) -> int:
        """The figure as a whole number."""
        return int(self.value)

    @property
    def listed(self) -> tuple[str, ...]:
        """The values of a figure that lists several."""
        return self.value if isinstance(self.value, tuple) else (self.value,)

    def holds_on(self, day: date) -> bool:
        """Whether this version is in force: both of its days belong to it."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def today() -> date:
    """The reader's day; asked for only where a figure bears a date."""
    return date.today()


class Rulebook:
    """Every figure of every document, by name: `ietu.credits.total.sci_ped`."""

    def __init__(self, documents: dict[str, dict]) -> None:
        self._figures: dict[str, list[Figure]] = {}
        self._children: dict[str, list[str]] = {}
        self._silent: dict[str, tuple[str, ...]] = {}
        self._years: dict[str, int | None] = {}
        for code, document in documents.items():
            self._add(code, document)

    @classmethod
    def read(cls, folder: str = FOLDER) -> "Rulebook":
        """All documents of a folder."""
        documents = {}
        for code in (*institutions(folder), EXTERNAL):
            with open(os.path.join(folder, f"{code}.toml"), "rb") as file:
                documents[code] = tomllib.load(file)
        return cls(documents)

    def amended(self, code: str, text: str) -> "Rulebook":
        """A second edition: these figures and, from their days on, those of `text`.

        Args:
            code: the institution that is amended.
            text: TOML in the form of rules/*.toml.
        """
        second = Rulebook({})
        second._figures = {name: list(versions) for name, versions in self._figures.items()}
        second._children = {name: list(keys) for name, keys in self._children.items()}
        second._silent, second._years = dict(self._silent), dict(self._years)
        second._add(code, tomllib.loads(text))
        return second

    def ruling(self, name: str, day: date | None = None) -> Figure:
        """What the rule says on a day; today where `day` is None.

        A version holds from its first day until the next one begins.

        Raises:
            NotInForce: the day lies outside every version.
            KeyError: there is no such figure; ask `has` first.
        """
        versions = self._figures[name]
        if len(versions) == 1 and versions[0].since is None and versions[0].until is None:
            return versions[0]
        asked = day or today()
        begun = [each for each in versions if each.since is None or each.since <= asked]
        latest = max(begun, key=lambda each: each.since or date.min, default=None)
        if latest is None or not latest.holds_on(asked):
            raise NotInForce(name, versions[0].clauses)
        return latest

    def has(self, name: str) -> bool:
        """Whether a document has a figure or a whole table of this name."""
        return name in self._figures or name in self._children

    def keys(self, name: str) -> tuple[str, ...]:
        """The names right below a table, in the order of the file."""
        return tuple(self._children.get(name, ()))

    def silence(self, name: str) -> tuple[str, ...] | None:
        """Clauses that show a document leaves a question open; None if it does not."""
        return self._silent.get(name)

    def silences(self) -> dict[str, tuple[str, ...]]:
        """Every question a document leaves open, with its clauses."""
        return dict(self._silent)

    def source_year(self, code: str) -> int | None:
        """The year the document's text gives away."""
        return self._years.get(code)

    def figures(self, under: str = "") -> Iterator[Figure]:
        """Every version of every figure, or of those below a table."""
        for name, versions in self._figures.items():
            if not under or name == under or name.startswith(f"{under}."):
                yield from versions

    def _add(self, code: str, document: dict) -> None:
        for key, content in document.items():
            if key == "document":
                self._years[code] = content.get("source_year")
            elif key == "silent":
                self._silent |= {f"{code}.{name}": tuple(clauses) for name, clauses in content.items()}
            else:
                self._walk(code, key, content)

    def _walk(self, parent: str, key: str, content: dict | list) -> None:
        name = f"{parent}.{key}"
        siblings = self._children.setdefault(parent, [])
        if key not in siblings:
            siblings.append(key)
        if isinstance(content, dict) and "clause" not in content:
            for below, inner in content.items():
                self._walk(name, below, inner)
            return
        versions = content if isinstance(content, list) else [content]
        self._figures.setdefault(name, []).extend(_figure(name, each) for each in versions)


def _figure(name: str, entry: dict) -> Figure:
    value = entry.get("value")
    return Figure(
        name=name,
        value=tuple(value) if isinstance(value, list) else value,
        unit=entry.get("unit", ""),
        relation=entry.get("relation", ""),
        clause=entry["clause"],
        see=tuple(entry.get("see", ())),
        since=entry.get("from"),
        until=entry.get("until"),
    )


RULEBOOK = Rulebook.read()
