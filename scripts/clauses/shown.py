"""Compare the clauses that a page's source writes with those its HTML shows."""

import re
from collections.abc import Callable, Iterable

from scripts.clauses.source import Clause

SHOWN = re.compile(r'<section class="clause" data-clause="([^"]+)">')
FOOT = re.compile(r'<div class="clause-foot" data-clause="([^"]+)"></div>')


class ClauseNotShown(ValueError):
    """Markdown printed a clause as plain text, or not at all."""


def require_shown(written: Iterable[Clause], html: str) -> None:
    """Pass when every written clause is shown, in the order written.

    A misspelt option makes Markdown print the block as plain text and say
    nothing; a regulation may not lose its numbering that way.

    Raises:
        ClauseNotShown: names file and line of the first clause that is missing.
    """
    shown = SHOWN.findall(html)
    for position, clause in enumerate(written):
        if position >= len(shown) or shown[position] != clause.id:
            raise ClauseNotShown(
                f"{clause.path}:{clause.line}: {clause.id} is written but not shown; "
                "look for a misspelt option, or a block above that is not closed"
            )


def fill_feet(html: str, foot: Callable[[str], str]) -> str:
    """Put what surrounds each clause into the empty foot of its section."""
    return FOOT.sub(lambda match: foot(match[1]), html)
