"""From marks to chapters and entries."""

from collections.abc import Sequence

from scripts.importer.entries import Entries, are_terms, grouped
from scripts.importer.ids import annex_number
from scripts.importer.mark import NAMED, Mark
from scripts.importer.marks import Marks
from scripts.importer.model import Document, Line
from scripts.importer.paragraphs import LOOSE, Paragraph, begins_anew, ends_sentence
from scripts.importer.sections import Sections
from scripts.importer.tables import as_rows, figures_table
from scripts.importer.terms import announces, kind_of

ONE_TOPIC = 600  # characters: an unnumbered section this short is one entry


class Segmenter:
    """Builds the document; keeps what it needs to number what the source does not."""

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        self.document = document
        self.entries = Entries(document, lines)
        marks = Marks(lines, self.entries.width)
        self.marks = marks.walk()
        self.sections = Sections(self.marks, self.entries.width)
        document.remarks += marks.remarks
        self.annexes = 0

    def run(self) -> Document:
        """Chapters, entries and remarks in the order of the source."""
        for index, mark in enumerate(self.marks):
            following = self.marks[index + 1] if index + 1 < len(self.marks) else None
            {
                "start": self._start,
                "chapter": self._chapter,
                "clause": self._clause,
                "annex": self._annex,
                "glossary": self._glossary,
                "introduction": self._introduction,
                "conclusion": self._conclusion,
                "sheet": self._sheet,
            }[mark.kind](mark, following)
        self.document.changes += self.entries.words.changes
        self.document.chapters = [chapter for chapter in self.document.chapters if chapter.entries or chapter.title]
        return self.document

    # chapters

    def _start(self, mark: Mark, following: Mark | None) -> None:
        """What stands before the first heading: sentences one by one, a title page as a whole."""
        if not mark.body:
            return
        self.entries.open("0", "")
        if not following or following.kind == "start":
            following = None
        body = mark.body
        passport = following is not None and following.kind == "introduction"
        if passport and len(body) > 1 and not ends_sentence(body[0].text) and begins_anew(body[1].text):
            self.entries.here().title, body = body[0].text, body[1:]
        parts = self.entries.paragraphs(body)
        groups = grouped(parts)
        sentences = all(ends_sentence(group[-1].text) for group in groups)
        if passport:
            self.entries.add("0.0", "table", parts)
        elif sentences:
            self.entries.numbered("0", groups, "preamble")
        else:
            self.entries.add("0.1", "preamble", parts)

    def _chapter(self, mark: Mark, following: Mark | None) -> None:
        chapter = self.entries.open(mark.number, mark.title)
        if NAMED["sheet"].fullmatch(mark.title):
            self.entries.add(mark.number, "form", self.entries.rows(mark.body), "source", line=mark.line)
        if not mark.body or chapter.entries:
            return
        deeper = following is not None and following.kind == "clause" and following.path[0] == mark.path[0]
        if announces(mark.title) and not deeper:
            self._terms(mark.number, mark.title, self.entries.paragraphs(mark.body, LOOSE))
        else:
            self._unnumbered(mark.number, mark.body, lead_in=deeper or self.marks_flat)
        if not chapter.entries:
            self.document.chapters.pop()

    @property
    def marks_flat(self) -> bool:
        """True when clauses are numbered 1., 2., 3. through all chapters."""
        paths = [mark.path for mark in self.marks if mark.kind == "clause"]
        return bool(paths) and all(len(path) < 2 for path in paths)

    def _introduction(self, mark: Mark, following: Mark | None) -> None:
        chapter = self.document.chapters[0] if self.document.chapters else self.entries.open("0", mark.title)
        chapter.title = f"{chapter.title}. {mark.title}".strip(". ")
        self.entries.section, self.entries.section_title = mark.title.casefold(), mark.title
        self.entries.numbered("0", grouped(self.entries.paragraphs(mark.body, LOOSE)), "preamble")

    def _conclusion(self, mark: Mark, following: Mark | None) -> None:
        number = str(self.entries.last_number() + 1)
        self.entries.open(number, mark.title)
        self.entries.numbered(number, grouped(self.entries.paragraphs(mark.body, LOOSE)), "clause")

    def _glossary(self, mark: Mark, following: Mark | None) -> None:
        self.entries.open("", mark.title.capitalize(), f"{self.document.code}-ch-gl")
        for position, group in enumerate(grouped(self.entries.paragraphs(mark.body, LOOSE)), 1):
            self.entries.add(f"gl.{position}", "definition", group, number=str(position))

    def _sheet(self, mark: Mark, following: Mark | None) -> None:
        """A sheet to sign or to register changes: a form of its own."""
        self.annexes += 1
        self.entries.open(str(self.entries.last_number() + 1), mark.title)
        self.entries.add(f"annex-{self.annexes}", "form", self.entries.rows(mark.body), title=mark.title, line=mark.line)

    def _annex(self, mark: Mark, following: Mark | None) -> None:
        self.annexes += 1
        if not self.entries.here().id.endswith("-annex"):
            self.entries.open("", "", f"{self.document.code}-ch-annex")
        number = annex_number(mark.label, self.annexes)
        self.entries.add(number, "form", self.entries.rows(mark.body), "source" if mark.label else "editorial", mark.title, line=mark.line)

    # clauses and sections

    def _clause(self, mark: Mark, following: Mark | None) -> None:
        if not self.document.chapters:
            self.entries.open(str(mark.path[0]) if len(mark.path) > 1 else "1", "")
        heading = self.sections.heading(mark, following)
        if heading:
            title, taken = heading
            self.entries.section, self.entries.section_title = mark.number, title
            body = mark.body[taken:]
            deeper = following is not None and following.kind == "clause" and following.path[:-1] == mark.path
            if announces(title) and not deeper:
                self._terms(mark.number, title, self.entries.paragraphs(body, LOOSE))
            elif body:
                self._unnumbered(mark.number, body, lead_in=deeper, section=True)
            return
        here = self.entries
        if here.section and not mark.number.startswith(f"{here.section}."):
            here.section = here.section_title = ""
        table = figures_table(mark.body)
        if table:
            start, end = table
            self.entries.add(mark.number, "clause", self.entries.paragraphs([*mark.body[:start], *mark.body[end:]]), "source")
            lines = mark.body[start:end]
            self.entries.entry(f"{mark.number}-t1", "table", as_rows(lines), (lines[0].number, lines[-1].number))
            return
        parts = self.entries.paragraphs(mark.body)
        inner = [part for part in parts[1:] if part.mark]
        if announces(parts[0].text) and parts[0].text.endswith(":") and inner and inner == parts[1:] and are_terms(inner):
            self.entries.add(mark.number, "clause", parts[:1], "source")
            kind = kind_of(parts[0].text)
            for position, part in enumerate(inner, 1):
                self.entries.add(f"{mark.number}.{position}", kind, [part])
            return
        kind = kind_of(here.section_title) if announces(here.section_title) else "clause"
        self.entries.add(mark.number, kind, parts, "source")

    def _unnumbered(self, number: str, lines: Sequence[Line], lead_in: bool, section: bool = False) -> None:
        """Paragraphs under a heading: a lead-in, one topic, or entries of their own."""
        parts = self.entries.paragraphs(lines, LOOSE)
        if section and not lead_in and _is_numbered_list(parts):
            self._numbered_list(number, parts)
            return
        groups = grouped(parts)
        if lead_in:
            if len(groups) == 1 or section:
                self.entries.add(f"{number}.0", "preamble", parts)
            else:
                self.entries.numbered(f"{number}.0", groups, "preamble")
        elif section and (len(groups) == 1 or sum(len(part.text) for part in parts) <= ONE_TOPIC):
            self.entries.add(number, "clause", parts)
        elif self._has_sections(number):
            if len(groups) == 1:
                self.entries.add(f"{number}.0", "clause", parts)
            else:
                self.entries.numbered(f"{number}.0", groups, "clause")
        else:
            self.entries.numbered(number, groups, "clause")

    def _has_sections(self, number: str) -> bool:
        return any(mark.kind == "clause" and mark.number.startswith(f"{number}.") for mark in self.marks)

    def _numbered_list(self, number: str, parts: list[Paragraph]) -> None:
        """A section that is a list of 1., 2., 3.: each item is an entry under the section."""
        self.entries.add(f"{number}.0", "preamble", parts[:1])
        position = 0
        for part in parts[1:]:
            position += 1
            printed = part.mark[:-1] == str(position)
            self.entries.add(f"{number}.{position}", "clause", [part], "source" if printed else "editorial", bare=printed)

    def _terms(self, number: str, announcement: str, parts: list[Paragraph]) -> None:
        kind = kind_of(announcement)
        position = 0
        if parts and parts[0].text.endswith(":") and not parts[0].mark:
            self.entries.add(f"{number}.0", "preamble", parts[:1])
            parts = parts[1:]
        for group in grouped(parts):
            position += 1
            self.entries.add(f"{number}.{position}", kind, group)


def _is_numbered_list(parts: Sequence[Paragraph]) -> bool:
    """True for a lead-in with a colon and items 1., 2., 3. that are sentences of their own."""
    items = [part for part in parts if part.mark[:-1].isdigit() and part.mark.endswith(".")]
    return len(items) > 1 and all(begins_anew(item.text) for item in items) and not parts[0].mark and parts[0].text.endswith(":")


def segment(document: Document, lines: Sequence[Line]) -> Document:
    """Fill the document with the chapters and entries that the lines make."""
    return Segmenter(document, lines).run() if lines else document
