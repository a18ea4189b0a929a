"""Write, beside the pages, everything that leads to them from outside."""

import shutil
from pathlib import Path

from scripts.clauses.source import LANGUAGES
from scripts.publish.address import Addresses
from scripts.publish.akoma import write_akoma_ntoso
from scripts.publish.cards import write_cards
from scripts.publish.feed import write_feeds
from scripts.publish.former import write_former
from scripts.publish.ledger import read_ledger
from scripts.publish.opendata import write_open_data
from scripts.publish.permalinks import write_permalinks
from scripts.publish.shown import editions
from scripts.publish.sitemaps import write_sitemaps
from scripts.wording import write_for_browser

QR = Path(__file__).resolve().parent.parent.parent / "node_modules" / "lean-qr"


def publish(site: Path) -> None:
    """Complete a site whose pages have been built.

    Reads clauses from the built pages, so what leaves the site is what it shows.
    """
    addresses, clauses = Addresses.of_environment(), editions(site)
    told = {
        "permalinks": write_permalinks(site, clauses, addresses),
        "cards": write_cards(site),
        "data files": write_open_data(site, clauses, addresses),
        "akoma ntoso": write_akoma_ntoso(site, clauses, addresses, first_day()),
        "pages in sitemaps": write_sitemaps(site, addresses),
        "former addresses": write_former(site),
        "news": write_feeds(site, addresses),
    }
    qr_library(site)
    words_for_browser(site)
    print(", ".join(f"{name}: {count}" for name, count in told.items()), flush=True)


def words_for_browser(site: Path) -> None:
    """The words of citations in every language; one page may cite in all."""
    for language in LANGUAGES:
        write_for_browser(language, site / "assets" / "i18n" / f"share-{language}.json", "cite.")


def first_day() -> str:
    """The day on which our editions were first published."""
    return min(row.since for row in read_ledger())


def qr_library(site: Path) -> None:
    """Put the library that draws QR codes where the composer loads it."""
    target = site / "assets" / "vendor" / "lean-qr"
    (target / "extras").mkdir(parents=True, exist_ok=True)
    for name in ("index.mjs", "extras/svg.mjs", "LICENSE"):
        shutil.copyfile(QR / name, target / name)
