"""Turn `clause:` links of an edition into addresses, and check that they resolve."""

import re
from collections.abc import Callable, Mapping
from posixpath import relpath

LINK = re.compile(r"(?P<unnamed>\[)?\]\(clause:(?P<id>[^)\s]+)\)")


class UnknownClause(ValueError):
    """A link names a clause that no regulation has."""


def resolve(markdown: str, page: str, chapters: Mapping[str, str], name_of: Callable[[str], str]) -> str:
    """Replace `clause:ietu-8.2` by the path of its page, seen from this one.

    A link without words, `[](clause:ietu-8.2)`, gets the clause's name.

    Args:
        markdown: source of the page.
        page: path of the page below its language, `ietu/8.md`.
        chapters: page of every known clause below its language.
        name_of: what a link to a clause says.

    Raises:
        UnknownClause: a link names no known clause.
    """

    def address(match: re.Match[str]) -> str:
        clause_id = match["id"]
        if clause_id not in chapters:
            raise UnknownClause(f"{page}: clause:{clause_id} is no known clause; look in docs/data/ids.tsv")
        target = relpath(chapters[clause_id], start=page.rpartition("/")[0] or ".")
        name = f"[{name_of(clause_id)}" if match["unnamed"] else ""
        return f"{name}]({target}#{clause_id})"

    return LINK.sub(address, markdown)
