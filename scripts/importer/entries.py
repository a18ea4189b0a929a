"""Number, word and file the entries of a document, in the order of the source."""

from collections.abc import Sequence

from scripts.importer.ids import Ids
from scripts.importer.model import Chapter, Document, Entry, Line
from scripts.importer.paragraphs import NEAR, Paragraph, begins_anew, paragraphs, usual_width
from scripts.importer.terms import split_term
from scripts.importer.words import Words


class Entries:
    """Adds chapters and entries to a document.

    Attributes:
        section, section_title: under which section the next entry stands; "" for none.
    """

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        self.document = document
        self.width = usual_width(lines)
        self.words = Words(lines)
        self.section = self.section_title = ""
        self._ids = Ids(document.code)

    def open(self, number: str, title: str, chapter_id: str = "") -> Chapter:
        """Begin a chapter; no section is open in it."""
        chapter = Chapter(chapter_id or f"{self.document.code}-ch{number}", number, title)
        self.document.chapters.append(chapter)
        self.section = self.section_title = ""
        return chapter

    def here(self) -> Chapter:
        """The chapter at hand; one without a title where none was begun."""
        return self.document.chapters[-1] if self.document.chapters else self.open("0", "")

    def paragraphs(self, lines: Sequence[Line], near: float = NEAR) -> list[Paragraph]:
        """The paragraphs of the lines, in the width of the whole document."""
        return paragraphs(lines, self.width, self.words, near)

    def rows(self, lines: Sequence[Line]) -> list[Paragraph]:
        """A form line by line: its lines are fields, not sentences."""
        return [Paragraph(line.text, line.number, line.number, row=True) for line in lines]

    def add(
        self,
        path: str,
        kind: str,
        parts: Sequence[Paragraph],
        numbering: str = "editorial",
        title: str = "",
        number: str = "",
        line: int = 0,
        bare: bool = False,
    ) -> None:
        """File paragraphs as one entry.

        Args:
            path: what follows the code in the id.
            title: a line to begin the text with, of a form.
            number: as printed, where that is not the path.
            line: where it begins, where that is before its first paragraph.
            bare: true when the mark of the first item is its number.
        """
        shown = [part.shown for part in parts]
        if parts and (bare or parts[0].mark == "-"):
            shown[0] = parts[0].text  # what was made an entry of its own is no item any more
        text = "\n".join([title, *shown] if title else shown)
        lines = (line or (parts[0].first if parts else 0), parts[-1].last if parts else line)
        self.entry(path, kind, text, lines, numbering, number)

    def entry(
        self, path: str, kind: str, text: str, lines: tuple[int, int], numbering: str = "editorial", number: str = ""
    ) -> None:
        """File a text as an entry; its term is set apart where it defines one."""
        term = ""
        if kind in ("definition", "abbreviation"):
            term, text = split_term(text)
        entry = Entry(self._ids.give(path), number or path, kind, text, numbering, lines, self.section, self.section_title, term)
        self.here().entries.append(entry)

    def last_number(self) -> int:
        """The highest number of a chapter so far."""
        return max((int(each.number) for each in self.document.chapters if each.number.isdigit()), default=0)

    def numbered(self, number: str, groups: list[list[Paragraph]], kind: str) -> None:
        """File groups as entries 1, 2, 3 … below a number."""
        for position, group in enumerate(groups, 1):
            self.add(f"{number}.{position}", kind, group)


def are_terms(parts: Sequence[Paragraph]) -> bool:
    """True when every paragraph sets a term apart with a dash."""
    return all(split_term(part.text)[0] for part in parts)


def grouped(parts: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Group paragraphs so that a list stays with the paragraph that announces it."""
    groups: list[list[Paragraph]] = []
    for part in parts:
        if groups and _belongs(groups[-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _belongs(group: list[Paragraph], part: Paragraph) -> bool:
    last = group[-1]
    if part.row:
        return last.row or last.text.endswith(":")
    if not part.mark:
        return False
    if part.mark == "-":
        ended = last.text.endswith(".") and last.mark == "-" and begins_anew(part.text)
        return (last.text.endswith(":") or last.mark == "-") and not ended
    return last.text.endswith(":") or bool(last.mark) or _value(part.mark) == 1


def _value(mark: str) -> int:
    digits = mark.rstrip(".)")
    return int(digits) if digits.isdigit() else 0
