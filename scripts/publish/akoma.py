"""The editions as Akoma Ntoso 3.0, one document a regulation and language.

`eId`s are our clause ids, the same in all languages.  The standard demands a
day at every level; where the source gives none, the day on which our edition
was first published stands there, under a name that says so.
"""

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement, TreeBuilder

from scripts.clauses.source import LANGUAGES
from scripts.pages import chapter_title, chapters, clause_pages
from scripts.publish.address import Addresses
from scripts.publish.shown import Shown
from scripts.regulations import Regulation, regulations

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
THREE_LETTERS = {"kk": "kaz", "ru": "rus", "en": "eng"}
KEPT = {"p": "p", "ul": "ul", "ol": "ol", "li": "li", "table": "table", "tr": "tr", "td": "td", "th": "th",
        "strong": "b", "em": "i", "sub": "sub", "sup": "sup"}
DROPPED = {"thead", "tbody"}  # what they hold stays
NEEDS_ID = {"ul", "ol", "table"}


class NotConvertible(ValueError):
    """A clause uses markup that has no counterpart here yet."""


def write_akoma_ntoso(site: Path, editions: dict[str, dict[str, Shown]], addresses: Addresses, day: str) -> int:
    """Write every regulation in every language; return how many files.

    Args:
        day: when our editions were first published, as ISO date.
    """
    (site / "api").mkdir(parents=True, exist_ok=True)
    count = 0
    for regulation in regulations().values():
        for language in LANGUAGES:
            root = document(regulation, editions[language], language, addresses, day)
            for each in root.iter():
                if each.tag in ("act", "meta", "body", "chapter", "clause"):
                    each.tail = "\n"  # a line a clause; within one, spaces are text
            text = ElementTree.tostring(root, encoding="unicode")
            path = site / "api" / f"{regulation.code}.{language}.xml"
            path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', "utf-8")
            count += 1
    return count


def document(regulation: Regulation, clauses: dict[str, Shown], language: str, addresses: Addresses, day: str) -> Element:
    """One regulation as an `akomaNtoso` element."""
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    act = SubElement(root, "act", {"name": "regulation"})
    _meta(act, regulation, language, addresses, day)
    preface = SubElement(act, "preface")
    title = SubElement(SubElement(preface, "longTitle"), "p")
    SubElement(title, "docTitle").text = regulation.title[language]
    body = SubElement(act, "body")
    for chapter in chapters()[regulation.code]:
        part = SubElement(body, "chapter", {"eId": f"{regulation.code}-ch-{chapter}"})
        if chapter.isdecimal() and chapter != "0":
            SubElement(part, "num").text = chapter
        SubElement(part, "heading").text = chapter_title(language, regulation.code, chapter)
        for clause_id, page in clause_pages().items():
            if page == f"{regulation.code}/{chapter}.md":
                part.append(_clause(clauses[clause_id], addresses))
    return root


def _meta(act: Element, regulation: Regulation, language: str, addresses: Addresses, day: str) -> None:
    work = f"/akn/kz/act/{regulation.code}/{regulation.year or 'undated'}"
    expression = f"{work}/{THREE_LETTERS[language]}@{day}"
    meta = SubElement(act, "meta")
    identification = SubElement(meta, "identification", {"source": "#ereje"})
    levels = {"FRBRWork": work, "FRBRExpression": expression, "FRBRManifestation": f"{expression}.xml"}
    for level, uri in levels.items():
        part = SubElement(identification, level)
        SubElement(part, "FRBRthis", {"value": uri})
        SubElement(part, "FRBRuri", {"value": uri})
        SubElement(part, "FRBRdate", {"date": day, "name": "first-published-in-this-edition"})
        SubElement(part, "FRBRauthor", {"href": f"#{regulation.code}" if level == "FRBRWork" else "#ereje"})
        if level == "FRBRWork":
            SubElement(part, "FRBRcountry", {"value": "kz"})
            SubElement(part, "FRBRname", {"value": regulation.title[language]})
            SubElement(part, "FRBRauthoritative", {"value": "false"})
        elif level == "FRBRExpression":
            SubElement(part, "FRBRlanguage", {"language": THREE_LETTERS[language]})
        else:
            SubElement(part, "FRBRformat", {"value": "application/akn+xml"})
    references = SubElement(meta, "references", {"source": "#ereje"})
    SubElement(references, "TLCOrganization", {"eId": "ereje", "href": addresses.root, "showAs": "Ereje"})
    issuer = {"eId": regulation.code, "href": f"/ontology/organization/{regulation.code}", "showAs": regulation.institution[language]}
    SubElement(references, "TLCOrganization", issuer)


def _clause(clause: Shown, addresses: Addresses) -> Element:
    element = Element("clause", {"eId": clause.id})
    SubElement(element, "num").text = clause.number
    SubElement(element, "heading").text = clause.title
    reader = _Reader(clause, addresses)
    reader.feed(clause.body)
    reader.close()
    element.append(reader.content())
    return element


class _Reader(HTMLParser):
    """Rebuilds a clause's HTML with the elements of the standard."""

    def __init__(self, clause: Shown, addresses: Addresses) -> None:
        super().__init__(convert_charrefs=True)
        self._clause, self._addresses = clause, addresses
        self._ids: dict[str, int] = {}
        self._built = TreeBuilder()
        self._built.start("content", {"eId": f"{clause.id}__content"})

    def content(self) -> Element:
        """The finished element."""
        self._built.end("content")
        return self._built.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            return
        if tag == "a":
            self._built.start("ref", {"href": self._href(dict(attributes)["href"] or "")})
            return
        if tag == "br":
            self._built.start("br", {})
            self._built.end("br")
            return
        if tag not in KEPT:
            raise NotConvertible(f"{self._clause.id}: <{tag}> has no counterpart in Akoma Ntoso here; add it to KEPT")
        self._built.start(KEPT[tag], {"eId": self._next_id(tag)} if tag in NEEDS_ID else {})
        if tag in ("td", "th"):
            self._built.start("p", {})  # a cell holds blocks, not words

    def handle_endtag(self, tag: str) -> None:
        if tag in DROPPED or tag == "br":
            return
        if tag in ("td", "th"):
            self._built.end("p")
        self._built.end("ref" if tag == "a" else KEPT[tag])

    def handle_data(self, data: str) -> None:
        self._built.data(re.sub(r"\s+", " ", data))

    def _next_id(self, tag: str) -> str:
        self._ids[tag] = self._ids.get(tag, 0) + 1
        return f"{self._clause.id}__{tag}_{self._ids[tag]}"

    def _href(self, href: str) -> str:
        path, _, anchor = href.partition("#")
        if anchor.startswith(f"{self._clause.code}-"):
            return f"#{anchor}"
        return self._addresses.absolute(href.removeprefix("root:")) if href.startswith("root:") else href
