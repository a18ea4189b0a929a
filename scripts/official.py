"""The institutions' own wording, when whoever builds the site has it.

The environment names a folder of imported documents, `OFFICIAL=official make
build`; its files are what `make import` writes.  They are never part of the
repository.  Without the folder the site is complete, and each regulation's
passport says where the official text is to be had.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.parity.numbers import numbers
from scripts.regulations import regulations

ITEM = re.compile(r"- (?P<text>.+)")
CELLS = " | "
BLANK = re.compile(r"\d*_{2,}|\b20(?= ж\.)")  # "20___": a place of a form to fill in
YEARS = re.compile(r"(\d),(\d)(?=-курс)")  # two years of study, not a decimal


class OfficialError(ValueError):
    """The folder that the environment names holds no wording that can be read."""


@dataclass(frozen=True)
class Block:
    """A part of an official text: a paragraph, a list of items, or rows of a table."""

    kind: str
    parts: tuple


@dataclass(frozen=True)
class Official:
    """The official wording of one clause."""

    id: str
    language: str
    text: str

    @property
    def blocks(self) -> list[Block]:
        """What a page shows, in order; nothing of it is HTML."""
        found: list[Block] = []
        for line in self.text.split("\n"):
            item = ITEM.fullmatch(line)
            if item:
                _extend(found, "list", item["text"])
            elif CELLS in line:
                _extend(found, "table", tuple(line.split(CELLS)))
            elif line:
                found.append(Block("paragraph", (line,)))
        return found


def _extend(blocks: list[Block], kind: str, part: object) -> None:
    if blocks and blocks[-1].kind == kind:
        blocks[-1] = Block(kind, (*blocks[-1].parts, part))
    else:
        blocks.append(Block(kind, (part,)))


def folder() -> Path | None:
    """The folder that the environment names; None when it names none."""
    named = os.environ.get("OFFICIAL", "")
    return Path(named) if named else None


@cache
def officials() -> dict[str, Official]:
    """The official wording of every clause that has one, by id.

    Raises:
        OfficialError: the environment names a folder without imported documents.
    """
    place = folder()
    return read_folder(place) if place else {}


def read_folder(place: Path) -> dict[str, Official]:
    """Every entry of the imported documents in a folder, by id.

    Raises:
        OfficialError: there is none, or one of them cannot be read.
    """
    found: dict[str, Official] = {}
    for path in sorted(place.glob("*.json")):
        try:
            content = json.loads(path.read_text("utf-8"))
            language = content.get("language", "kk")
            entries = [entry for chapter in content["chapters"] for entry in chapter["clauses"]]
            found |= {entry["id"]: Official(entry["id"], language, entry["text_kk"]) for entry in entries}
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise OfficialError(f"{path} is no imported document ({type(fault).__name__}); import it again") from fault
    if not found:
        raise OfficialError(f"OFFICIAL={place}: no imported document is there; run make import first")
    return found


def official(clause_id: str) -> Official | None:
    """The official wording of a clause; None where there is none."""
    return officials().get(clause_id)


def has_official(code: str) -> bool:
    """True when some clause of the regulation has its official wording."""
    return any(clause_id.startswith(f"{code}-") for clause_id in officials())


@dataclass(frozen=True)
class Disagreement:
    """A clause whose edition and official wording differ in their numbers."""

    id: str
    place: str
    only_edition: tuple[str, ...]
    only_official: tuple[str, ...]


def _numbers(text: str) -> set[str]:
    """The numbers of a text; 13.00 and 13:00 are one hour."""
    return {number.replace(":", ".") for number in numbers(text)}


def _in_range(number: str, ours: set[str]) -> bool:
    """True for a day of "8–13 July", which names its month once: `8.7.` beside `8` and `13.7.`."""
    day, _, month = number.rstrip(".").partition(".")
    return number.endswith(".") and day in ours and any(each.endswith(f".{month}.") for each in ours)


def disagreements(docs: Path, wording: dict[str, Official]) -> Iterator[Disagreement]:
    """Compare the Kazakh edition of every clause with the institution's own text.

    Numbers that the source writes as words are digits in the edition, so what
    only the edition has may be right; what only the official text has was lost.
    """
    for code in regulations():
        if not any(clause_id.startswith(f"{code}-") for clause_id in wording):
            continue
        for clause in read_regulation(docs, LANGUAGES[0], code).values():
            theirs = wording.get(clause.id)
            if theirs is None:
                continue
            # An enumerator behind the dash of an item is no number of the clause.
            bare = re.sub(r"^- \d{1,2}[.)] ", "- ", theirs.text, flags=re.MULTILINE)
            bare = YEARS.sub(r"\1, \2", BLANK.sub(" ", bare))
            ours, own = _numbers(clause.text), _numbers(bare)
            lost = {number for number in own - ours if not _in_range(number, ours)}
            if lost or ours - own:
                place = f"{clause.path}:{clause.line}"
                yield Disagreement(clause.id, place, tuple(sorted(ours - own)), tuple(sorted(lost)))
