"""Read the clauses of an edition from its Markdown source.

Holds the grammar of a clause block and nothing about how it is shown:

    /// clause | ietu-8.2
        title: Conditions for the defence

    Text in Markdown.
    ///
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("kk", "ru", "en")

OPENING = re.compile(r"^/// clause \| (?P<id>\S+)\s*$")
TITLE = re.compile(r"^ {4}title: (?P<title>.+?)\s*$")
CLOSING = "///"


class ClauseSourceError(ValueError):
    """A clause block is written in a way that Markdown would not show."""


@dataclass(frozen=True)
class Clause:
    """One clause of one language as its editor wrote it."""

    id: str
    title: str
    body: str
    path: Path
    line: int

    @property
    def code(self) -> str:
        """Code of the regulation: `ietu` for `ietu-8.2`."""
        return self.id.partition("-")[0]

    @property
    def number(self) -> str:
        """What follows the code in the id: `8.2` for `ietu-8.2`."""
        return self.id.partition("-")[2]

    @property
    def text(self) -> str:
        """Title and body, for the checks that count numbers and words."""
        return f"{self.title}\n{self.body}"


def read_page(path: Path) -> list[Clause]:
    """Return the clauses of one Markdown page in the order they stand.

    Raises:
        ClauseSourceError: a block is unclosed, nested, untitled or empty.
    """
    return list(_blocks(path, path.read_text("utf-8").splitlines()))


def _blocks(path: Path, lines: list[str]) -> Iterator[Clause]:
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if not line.startswith("/// clause"):
            continue
        where = f"{path}:{number}"
        opening = OPENING.match(line)
        if not opening:
            raise ClauseSourceError(f"{where}: {line!r} is no clause opening; expected '/// clause | code-number'")
        clause_id, start = opening["id"], number
        title = TITLE.match(lines[number]) if number < len(lines) else None
        if not title:
            raise ClauseSourceError(f"{where}: {clause_id} has no title; expected '    title: …' on the next line")
        body = []
        for line in lines[number + 1 :]:
            number += 1
            if line.rstrip() == CLOSING:
                break
            if line.startswith("///"):
                raise ClauseSourceError(f"{where}: {clause_id} is not closed before line {number + 1}")
            body.append(line)
        else:
            raise ClauseSourceError(f"{where}: {clause_id} is not closed; expected '///' on a line of its own")
        number += 1
        text = "\n".join(body).strip()
        if not text:
            raise ClauseSourceError(f"{where}: {clause_id} has no text")
        yield Clause(clause_id, title["title"].strip("\"'"), text, path, start)


def pages(docs: Path, language: str, code: str) -> list[Path]:
    """The chapter pages of one regulation in one language, sorted by name."""
    return sorted((docs / language / code).glob("*.md"))


def read_regulation(docs: Path, language: str, code: str) -> dict[str, Clause]:
    """All clauses of a regulation in one language by id.

    Raises:
        ClauseSourceError: an id stands twice, or a block is malformed.
    """
    found: dict[str, Clause] = {}
    for path in pages(docs, language, code):
        for clause in read_page(path):
            if clause.id in found:
                first = found[clause.id]
                raise ClauseSourceError(
                    f"{clause.path}:{clause.line}: {clause.id} already stands in {first.path}:{first.line}"
                )
            found[clause.id] = clause
    return found
