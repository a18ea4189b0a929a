"""A Word document: paragraphs as they stand, with the numbers Word shows."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from scripts.importer.faults import ImportFault
from scripts.importer.model import Line, Source
from scripts.importer.readers.docx_numbers import Numbers

LARGEST_CONTENT = 192 * 2**20  # bytes, unpacked
STEEPEST = 250  # times a part may grow when unpacked; text in XML grows 20 times
MOST_PARTS = 5000
DELETED = (qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:instrText"))
CONTENTS = ("toc", "table of contents", "contents heading")


def read_docx(path: Path, data: bytes) -> Source:
    """Its paragraphs and table rows in order; heads, feet and the table of contents left out."""
    _require_harmless(path, data)
    try:
        document = Document(BytesIO(data))
    except Exception as fault:  # whatever the library meets in a damaged package
        raise ImportFault(path, "damaged_docx", error=type(fault).__name__) from fault
    reading = _Reading(document)
    lines = [line for element in document.element.body for line in reading.lines(element)]
    heads = [text for section in document.sections for part in (section.header, section.footer)
             if not part.is_linked_to_previous for text in (_text(p) for p in part._element.iter(qn("w:p"))) if text]  # fmt: skip
    left_out = [Line(text, 0) for text in dict.fromkeys(heads)] + reading.contents
    return Source(path.name, "docx", lines, left_out)


def _require_harmless(path: Path, data: bytes) -> None:
    """Refuse what is no DOCX, or would unpack to more than a text can be."""
    try:
        parts = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError) as fault:
        raise ImportFault(path, "damaged_docx", error=type(fault).__name__) from fault
    if "word/document.xml" not in {part.filename for part in parts}:
        raise ImportFault(path, "other_zip")
    steep = any(part.file_size > 2**20 and part.file_size > STEEPEST * max(1, part.compress_size) for part in parts)
    if steep or len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_CONTENT:
        raise ImportFault(path, "bomb", size=sum(part.file_size for part in parts) // 2**20)
    if any(part.flag_bits & 1 for part in parts):
        raise ImportFault(path, "password")


class _Reading:
    """Goes through the body once, counting paragraphs and rows."""

    def __init__(self, document) -> None:
        self.numbers = Numbers(document)
        self.styles = {style.style_id: (style.name or "").casefold() for style in document.styles}
        self.footnotes = _footnotes(document)
        self.contents: list[Line] = []
        self.count = 0
        self.empty = False

    def lines(self, element) -> Iterator[Line]:
        """The lines of a paragraph, a table, or a container of them."""
        if element.tag == qn("w:p"):
            yield from self._paragraph(element)
        elif element.tag == qn("w:tbl"):
            yield from self._table(element)
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            for inner in element:
                yield from self.lines(inner)

    def _paragraph(self, element) -> Iterator[Line]:
        self.count += 1
        style = self._style(element)
        text, number = _text(element), self.numbers.next(element)
        if not text:
            self.empty = True
            return
        if style.startswith(CONTENTS):
            self.contents.append(Line(text, self.count))
            return
        gap, self.empty = self.empty, False
        for position, part in enumerate(each.strip() for each in text.split("\n")):
            if part:
                shown = f"{number} {part}" if number and position == 0 else part
                yield Line(shown, self.count, gap=gap and position == 0, whole=True, heading=_level(style) if position == 0 else 0)
        for reference in element.iter(qn("w:footnoteReference")):
            note = self.footnotes.get(reference.get(qn("w:id")), "")
            if note:
                yield Line(note, self.count, whole=True)

    def _table(self, element) -> Iterator[Line]:
        for row in element.iter(qn("w:tr")):
            self.count += 1
            cells = [" ".join(filter(None, (_cell(p, self.numbers) for p in cell.iter(qn("w:p"))))) for cell in row.iter(qn("w:tc"))]
            if any(cells):
                yield Line(" | ".join(cell.replace("\n", " ") for cell in cells), self.count, whole=True, row=True)

    def _style(self, element) -> str:
        found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self.styles.get(found.get(qn("w:val")), "") if found is not None else ""


def _cell(paragraph, numbers: Numbers) -> str:
    number, text = numbers.next(paragraph), _text(paragraph)
    return f"{number} {text}" if number and text else text


def _text(paragraph) -> str:
    """What a reader sees of a paragraph: insertions in, deletions out."""
    parts: list[str] = []
    for node in paragraph.iter():
        if any(up.tag in DELETED for up in node.iterancestors(*DELETED)) or node.tag in DELETED:
            continue
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag == qn("w:tab"):
            parts.append(" " if node.getparent().tag == qn("w:r") else "")
        elif node.tag in (qn("w:br"), qn("w:cr")):
            parts.append("\n" if node.get(qn("w:type")) in (None, "textWrapping") else " ")
        elif node.tag == qn("w:noBreakHyphen"):
            parts.append("-")
    lines = "".join(parts).replace("\xa0", " ").replace("\u00ad", "").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _level(style: str) -> int:
    """1 for "heading 1", 0 for what is no heading."""
    head, _, level = style.rpartition(" ")
    return int(level) if head == "heading" and level.isdigit() else 0


def _footnotes(document) -> dict[str, str]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            from lxml import etree

            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            return {note.get(qn("w:id")): " ".join(map(_text, note.iter(qn("w:p")))).strip() for note in root.iter(qn("w:footnote"))}
    return {}
