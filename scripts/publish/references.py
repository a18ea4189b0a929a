"""Which clause refers to which, read from the links of the editions."""

from functools import cache

from scripts.clauses.links import LINK
from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.pages import DOCS, clause_pages
from scripts.regulations import regulations


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
