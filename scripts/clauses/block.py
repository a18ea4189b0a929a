"""The Markdown block that shows a clause as a section with a lasting address.

Gives, for `/// clause | ietu-8.2` with a title,

    <section class="clause" data-clause="ietu-8.2">
      <h2 id="ietu-8.2"><a class="clause-number" href="#ietu-8.2">8.2</a> Title</h2>
      …
      <div class="clause-foot" data-clause="ietu-8.2"></div>
    </section>

The heading follows the level of the heading before it, so none is skipped.
The empty foot is where the site puts what surrounds a clause.
"""

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_string

ID = re.compile(r"[a-z][a-z0-9]*-[a-z0-9]+(?:[.-][a-z0-9]+)*")
HEADING = re.compile(r"h([1-6])$")
ANNEX_LETTERS = {"a": "А", "b": "Б", "v": "В", "g": "Г", "d": "Д"}


def printed_number(clause_id: str) -> str:
    """The number a reader sees: `8.2`; the source's letter for its annexes.

    Entries whose number repeats in the source (`htii-11.3-2`) print it as the
    source does.
    """
    number = clause_id.partition("-")[2]
    if number.startswith("annex-"):
        letter = number.removeprefix("annex-")
        return ANNEX_LETTERS.get(letter, letter)
    if number.startswith("gl."):
        return number.removeprefix("gl.")
    return re.sub(r"-(?:2|t1)$", "", number)


class ClauseBlock(Block):
    """One clause, opened by its id and closed by `///`."""

    NAME = "clause"
    ARGUMENT = True
    OPTIONS = {"title": ["", type_string]}

    def on_validate(self, parent: ElementTree.Element) -> bool:
        """Refuse what `source.read_page` refuses too: no id, or no title."""
        return bool(ID.fullmatch(self.argument) and self.options["title"])

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """Open the section; the heading is set once the page is whole."""
        attributes = {"class": "clause", "data-clause": self.argument, "data-title": self.options["title"]}
        return ElementTree.SubElement(parent, "section", attributes)


class ClauseHeadings(Treeprocessor):
    """Give every clause its heading, one level below what stands over it."""

    def run(self, root: ElementTree.Element) -> None:
        """Walk the page's top level, where headings and clauses stand in order."""
        level = 1
        for element in root:
            heading = HEADING.match(element.tag)
            if heading:
                level = int(heading[1])
            elif element.get("class") == "clause":
                self._complete(element, level + 1)

    @staticmethod
    def _complete(section: ElementTree.Element, level: int) -> None:
        clause_id = section.get("data-clause", "")
        heading = ElementTree.Element(f"h{level}", {"id": clause_id, "class": "clause-heading"})
        number = ElementTree.SubElement(heading, "a", {"class": "clause-number", "href": f"#{clause_id}"})
        number.text = printed_number(clause_id)
        number.tail = f" {section.attrib.pop('data-title')}"
        section.insert(0, heading)
        ElementTree.SubElement(section, "div", {"class": "clause-foot", "data-clause": clause_id})


class ClauseExtension(BlocksExtension):
    """Registers the block and the pass that completes it."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr) -> None:  # noqa: N802 (the library's name)
        """Make `/// clause` known, and complete it before inline text is read."""
        block_mgr.register(ClauseBlock, self.getConfigs())
        md.treeprocessors.register(ClauseHeadings(md), "clause-headings", 25)


def makeExtension(**options) -> ClauseExtension:  # noqa: N802 (Markdown looks for this name)
    """Entry point for Markdown."""
    return ClauseExtension(**options)
