"""Who refers to a clause: other clauses by their links, and the pages that quote it.

Calculators that rest on a clause, and notes on it, are known to their own modules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from scripts import compare, topics
from scripts.clauses.links import LINK
from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.pages import DOCS, clause_pages
from scripts.regulations import regulations
from scripts.wording import wording

TASKS = ("study", "apply", "staff")


@dataclass(frozen=True)
class Mention:
    """A page that sends its readers to a clause; title by language."""

    path: str
    title: dict[str, str]


@cache
def refers_to() -> dict[str, list[str]]:
    """For each clause that links to others: those, in document order.

    A link in any of the languages counts; the parity checks keep them equal.
    """
    order = list(clause_pages())
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for code in regulations():
            for clause in read_regulation(DOCS, language, code).values():
                targets = {match["id"] for match in LINK.finditer(clause.body)} - {clause.id}
                if targets:
                    found.setdefault(clause.id, set()).update(targets)
    return {clause_id: sorted(targets, key=order.index) for clause_id, targets in found.items()}


@cache
def referred_by() -> dict[str, list[str]]:
    """For each clause that others link to: those others, in document order."""
    order = list(clause_pages())
    found: dict[str, list[str]] = {}
    for source in sorted(refers_to(), key=order.index):
        for target in refers_to()[source]:
            found.setdefault(target, []).append(source)
    return found


@cache
def mentions() -> dict[str, list[Mention]]:
    """For each clause: comparisons, topics and task pages that refer to it."""
    found: dict[str, list[Mention]] = {}
    for mention, clauses in _pages():
        for clause_id in dict.fromkeys(clauses):
            found.setdefault(clause_id, []).append(mention)
    return found


def _pages() -> Iterator[tuple[Mention, list[str]]]:
    for table in compare.topics().values():
        cells = [cell for row in table.rows for cell in row.cells.values()]
        yield Mention(f"compare/{table.id}/", table.title), [clause for cell in cells for clause in cell.clauses]
    for topic in topics.topics():
        yield Mention(f"topics/#{topic.id}", topic.title), list(topic.clauses)
    for task in TASKS:
        written = "".join((DOCS / language / f"{task}.md").read_text("utf-8") for language in LANGUAGES)
        title = {language: wording(language)(f"nav.{task}") for language in LANGUAGES}
        yield Mention(f"{task}/", title), [match["id"] for match in LINK.finditer(written)]
