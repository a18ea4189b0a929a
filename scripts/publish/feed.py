"""News of the editions as an Atom feed, one a language.

Its days are those that are known: when clauses were first published here, when
an amendment took effect, when a figure began to hold.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from scripts.clauses.source import LANGUAGES
from scripts.pages import Place
from scripts.publish.address import Addresses
from scripts.publish.changes import Change, Dated, changes, dated_figures
from scripts.publish.days import printed_day
from scripts.publish.ledger import Row, read_ledger
from scripts.regulations import regulations
from scripts.site import Surroundings
from scripts.wording import wording

NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One piece of news."""

    address: str
    day: str
    title: str
    text: str


def write_feeds(site: Path, addresses: Addresses) -> int:
    """Write the feed of every language; return how many entries each has."""
    count = 0
    for language in LANGUAGES:
        entries = news(language, addresses, read_ledger(), changes(), dated_figures())
        root = feed(language, addresses, entries)
        ElementTree.indent(root)
        text = ElementTree.tostring(root, encoding="unicode")
        (site / Place(language, "feed.xml").url()).write_text(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n', "utf-8")
        count = len(entries)
    return count


def news(language: str, addresses: Addresses, rows: list[Row], amended: list[Change], figures: list[Dated]) -> list[Entry]:
    """All entries, the latest first."""
    words, name_of = wording(language), Surroundings(language, addresses.root).name_of
    entries = []
    for (day, code), count in Counter((row.since, row.clause.partition("-")[0]) for row in rows if row.clause).items():
        regulation = regulations()[code]
        title = words("feed.published", regulation=regulation.short[language])
        text = words("feed.published_text", title=regulation.title[language], institution=regulation.institution[language], count=count)
        entries.append(Entry(addresses.absolute(Place(language, f"{code}/").url()), day, title, text))
    for change in amended:
        day = change.day.isoformat()
        title = words("feed.amended", clause=name_of(change.clause), day=printed_day(day, language))
        entries.append(Entry(addresses.permalink(change.clause, language), day, title, change.act[language]))
    for dated in figures:
        day = dated.day.isoformat()
        title = words("feed.figure", clause=name_of(dated.clause), day=printed_day(day, language))
        entries.append(Entry(addresses.permalink(dated.clause, language), day, title, ", ".join(dated.values)))
    return sorted(_merged(entries), key=lambda entry: entry.day, reverse=True)


def feed(language: str, addresses: Addresses, entries: list[Entry]) -> Element:
    """The entries as an Atom document."""
    words = wording(language)
    here = addresses.absolute(Place(language, "feed.xml").url())
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": language})
    SubElement(root, "id").text = here
    SubElement(root, "title").text = words("feed.title")
    SubElement(root, "updated").text = _instant(max((entry.day for entry in entries), default="1970-01-01"))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": here})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": addresses.absolute(Place(language, "changes/").url())})
    SubElement(SubElement(root, "author"), "name").text = words("site.name")
    SubElement(root, "rights").text = words("footer.licence")
    for entry in entries:
        element = SubElement(root, "entry")
        SubElement(element, "id").text = f"{entry.address}#{entry.day}"
        SubElement(element, "title").text = entry.title
        SubElement(element, "updated").text = _instant(entry.day)
        SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
        SubElement(element, "summary").text = entry.text
    return root


def _merged(entries: list[Entry]) -> list[Entry]:
    """One entry a clause and day, so that its id is its own."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        first = found.get((entry.address, entry.day))
        text = f"{first.text}; {entry.text}" if first else entry.text
        found[entry.address, entry.day] = Entry(entry.address, entry.day, first.title if first else entry.title, text)
    return list(found.values())


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
