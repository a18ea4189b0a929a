"""Where the institutions differ: one table a topic, from docs/data/compare/.

A cell quotes figures of calculators/rules by name, `{htii.admission.general.total}`,
so that no figure is written in two places; the rest is our own words.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import format_date

from calculators.rulebook import RULEBOOK, Figure
from scripts.clauses.source import LANGUAGES
from scripts.regulations import DATA

FIGURE = re.compile(r"\{([a-z]+(?:\.[\w.]+)+)\}")
POINT = {"kk": ",", "ru": ",", "en": "."}


@dataclass(frozen=True)
class Cell:
    """What one institution says, and where; `text` is kept by language as written."""

    text: dict[str, str]
    clauses: tuple[str, ...]

    @property
    def figures(self) -> list[Figure]:
        """The figures that the text quotes."""
        return [RULEBOOK.ruling(name) for name in FIGURE.findall(self.text[LANGUAGES[0]])]

    def in_words(self, language: str) -> str:
        """The text with its figures filled in, as the language writes them."""
        return FIGURE.sub(lambda match: written(RULEBOOK.ruling(match[1]), language), self.text[language])


@dataclass(frozen=True)
class Row:
    """One rule and what each institution says about it; silence has no cell."""

    label: dict[str, str]
    cells: dict[str, Cell]


@dataclass(frozen=True)
class Topic:
    """One table."""

    id: str
    title: dict[str, str]
    lead: dict[str, str] | None
    institutions: tuple[str, ...]
    calculators: tuple[str, ...]
    rows: tuple[Row, ...]


@cache
def topics() -> dict[str, Topic]:
    """All tables by id, in the order of their files."""
    found = {}
    for path in sorted((DATA / "compare").glob("*.toml")):
        with path.open("rb") as file:
            topic = _topic(tomllib.load(file))
        found[topic.id] = topic
    return found


def written(figure: Figure, language: str) -> str:
    """A figure with the decimal sign of the language; a day with the name of its month."""
    if figure.unit == "date":
        day, month = (int(part) for part in figure.value.split(".")[:2])
        return format_date(date(2000, month, day), "d MMMM", locale=language)
    if figure.unit == "time":
        return figure.value.replace(".", ":")
    return figure.value.replace(".", POINT[language])


def _topic(entry: dict) -> Topic:
    institutions = tuple(entry["institutions"])
    rows = tuple(
        Row(row["label"], {code: _cell(row[code]) for code in institutions if code in row}) for row in entry["row"]
    )
    return Topic(entry["id"], entry["title"], entry.get("lead"), institutions, tuple(entry["calculators"]), rows)


def _cell(entry: dict) -> Cell:
    # `all` is for a bare figure, which every language writes by its own rules.
    text = {language: entry.get(language) or entry["all"] for language in LANGUAGES}
    return Cell(text, tuple(entry["clauses"]))
