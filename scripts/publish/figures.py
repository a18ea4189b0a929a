"""The figures that clauses fix, as rows for data and tables."""

import csv
import io
from collections.abc import Iterator

from calculators.rulebook import RULEBOOK, Figure, Rulebook
from scripts.clauses.source import LANGUAGES
from scripts.pages import clause_pages
from scripts.publish.address import Addresses
from scripts.publish.shown import Shown

COLUMNS = (
    "regulation", "clause", "figure", "value", "unit", "relation", "from", "until", "source_year",
    *(f"title_{language}" for language in LANGUAGES), "permalink",
)  # fmt: skip


def figures(rules: Rulebook = RULEBOOK) -> Iterator[Figure]:
    """Every version of every figure that has a value and a published clause."""
    known = clause_pages()
    return (figure for figure in rules.figures() if figure.value is not None and figure.clause in known)


def by_clause(rules: Rulebook = RULEBOOK) -> dict[str, list[dict]]:
    """The figures of each clause as data; a day that no document gives is null."""
    found: dict[str, list[dict]] = {}
    for figure in figures(rules):
        found.setdefault(figure.clause, []).append({
            "figure": figure.name,
            "value": list(figure.value) if isinstance(figure.value, tuple) else figure.value,
            "unit": figure.unit,
            "relation": figure.relation,
            "from": figure.since.isoformat() if figure.since else None,
            "until": figure.until.isoformat() if figure.until else None,
        })
    return found


def table(editions: dict[str, dict[str, Shown]], addresses: Addresses, rules: Rulebook = RULEBOOK) -> str:
    """All figures as CSV (RFC 4180); several values are separated by ` | `."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    order = list(clause_pages())
    for figure in sorted(figures(rules), key=lambda figure: order.index(figure.clause)):
        code = figure.clause.partition("-")[0]
        rows.writerow((
            code, figure.clause, figure.name, " | ".join(figure.listed), figure.unit, figure.relation,
            figure.since or "", figure.until or "", rules.source_year(code) or "",
            *(editions[language][figure.clause].title for language in LANGUAGES),
            addresses.permalink(figure.clause, LANGUAGES[0]),
        ))  # fmt: skip
    return text.getvalue()
