"""The clauses as the built pages show them, so that no other text leaves the site."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.clauses.block import printed_number
from scripts.clauses.quotes import placed, quotes
from scripts.clauses.source import LANGUAGES, read_page
from scripts.pages import DOCS, Place, clause_pages
from scripts.publish.text import plain

AID = re.compile(r"</?abbr\b[^>]*>")  # what a page adds for its reader, around the same words


class NotBuilt(RuntimeError):
    """A clause is not on the page where it belongs."""


@dataclass(frozen=True)
class Shown:
    """One clause in one language; `body` is HTML, its links begin with `root:`."""

    id: str
    language: str
    title: str
    body: str

    @property
    def code(self) -> str:
        """Code of its regulation."""
        return self.id.partition("-")[0]

    @property
    def number(self) -> str:
        """Its number as the document prints it."""
        return printed_number(self.id)

    @cached_property
    def text(self) -> str:
        """Its words without the title, one line a paragraph or list item."""
        return plain(self.body)

    def html(self, root: str) -> str:
        """Its text as HTML for a page from which `root` leads to the site's root."""
        return placed(self.body, root)


def edition(site: Path, language: str) -> dict[str, Shown]:
    """All clauses of a language by id, in the order of the site.

    Raises:
        NotBuilt: a page lacks a clause of its own.
    """
    found: dict[str, Shown] = {}
    for page in dict.fromkeys(clause_pages().values()):
        url = Place(language, page.removesuffix(".md") + "/").url()
        titles = {clause.id: clause.title for clause in read_page(DOCS / language / page)}
        built = quotes((site / url / "index.html").read_text("utf-8"), url)
        for clause_id, quote in built.items():
            found[clause_id] = Shown(clause_id, language, titles[clause_id], AID.sub("", quote.partition("\n")[2]))
    missing = set(clause_pages()) - set(found)
    if missing:
        raise NotBuilt(f"{site}: {', '.join(sorted(missing)[:5])} not on the built pages in {language}; run make build")
    return {clause_id: found[clause_id] for clause_id in clause_pages()}


def editions(site: Path) -> dict[str, dict[str, Shown]]:
    """All clauses by language and id."""
    return {language: edition(site, language) for language in LANGUAGES}
