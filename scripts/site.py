"""What the templates ask about the site while a language is built."""

from dataclasses import dataclass

from scripts.calculators import resting_on
from scripts.clauses.block import printed_number
from scripts.clauses.source import LANGUAGES, Clause, read_page
from scripts.pages import DOCS, Place, chapters, clause_pages
from scripts.regulations import Regulation, regulations
from scripts.wording import wording


@dataclass(frozen=True)
class Surroundings:
    """The site as one language sees it."""

    language: str
    site_url: str

    def alternates(self, place: Place) -> list[tuple[str, str]]:
        """Language code and absolute address of the page in every language."""
        return [(language, self.absolute(place.url(language))) for language in LANGUAGES]

    def absolute(self, url: str) -> str:
        """The address with the site's own host in front."""
        return f"{self.site_url.rstrip('/')}/{url}"

    def link(self, path: str) -> str:
        """Address of a page of this language relative to the site's root."""
        return Place(self.language, path).url()

    def regulations(self) -> list[Regulation]:
        """The regulations in the order of the site."""
        return list(regulations().values())

    def chapters(self, code: str) -> list[str]:
        """The chapter pages of a regulation."""
        return chapters()[code]

    def clauses(self, code: str, chapter: str) -> list[Clause]:
        """The clauses of a chapter in this language, as written."""
        return read_page(DOCS / self.language / code / f"{chapter}.md")

    def name_of(self, clause_id: str) -> str:
        """What a link to a clause says: its regulation and printed number."""
        code, _, number = clause_id.partition("-")
        words = wording(self.language)
        kind = next((kind for kind in ("gl", "annex") if number.startswith(kind)), "")
        key = f"clause.ref.{kind}" if kind else "clause.ref_of"
        return words(key, regulation=regulations()[code].short[self.language], number=printed_number(clause_id))

    def calculators_of(self, clause_id: str) -> list[tuple[str, str]]:
        """Calculators that rest on a clause, with the institution it belongs to."""
        return resting_on().get(clause_id, [])

    def regulation(self, code: str) -> Regulation:
        """One regulation by its code."""
        return regulations()[code]

    def count(self, code: str, chapter: str | None = None) -> int:
        """How many clauses a regulation, or one of its chapters, has."""
        start = f"{code}/{chapter}.md" if chapter else f"{code}/"
        return sum(page.startswith(start) for page in clause_pages().values())
