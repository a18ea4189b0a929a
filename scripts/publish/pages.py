"""What the templates of MkDocs's pages ask of this room."""

from collections.abc import Mapping

from scripts.pages import Place
from scripts.publish.address import Addresses, permalink
from scripts.publish.changes import changes, dated_figures
from scripts.publish.days import printed_day
from scripts.publish.former import formers
from scripts.publish.legislation import page_entry
from scripts.publish.permalinks import LOCALES
from scripts.publish.references import mentions, referred_by
from scripts.publish.text import plain


def page_facts(language: str, site_url: str, quotes: Mapping[str, str]) -> dict[str, object]:
    """Names for the templates of one language.

    Args:
        quotes: HTML of every clause by id, title first; filled while pages are read.
    """
    addresses = Addresses(f"{site_url.rstrip('/')}/")

    def shown_text(clause_id: str) -> str:
        return plain(quotes[clause_id].partition("\n")[2])

    def legislation(place: Place) -> dict | None:
        return page_entry(place, addresses)

    return {
        "changes": changes(),
        "dated_figures": dated_figures(),
        "formers": formers(),
        "legislation": legislation,
        "locale_name": LOCALES[language],
        "mentions": mentions(),
        "permalink": lambda clause_id: permalink(clause_id, language),
        "printed_day": lambda day: printed_day(day, language),
        "referred_by": referred_by(),
        "shown_text": shown_text,
    }
