"""From marks to chapters and entries."""

from collections.abc import Sequence

from scripts.importer.ids import Ids, annex_number
from scripts.importer.marks import LONGEST_TITLE, NAMED, Mark, Marks
from scripts.importer.model import Chapter, Document, Entry, Line
from scripts.importer.paragraphs import LOOSE, NEAR, Paragraph, begins_anew, ends_sentence, paragraphs, room_left, usual_width
from scripts.importer.tables import as_rows, figures_table
from scripts.importer.terms import announces, kind_of, split_term
from scripts.importer.words import Words

ONE_TOPIC = 600  # characters: an unnumbered section this short is one entry


class Segmenter:
    """Builds the document; keeps what it needs to number what the source does not."""

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        self.document = document
        self.width = usual_width(lines)
        self.words = Words(lines)
        self.ids = Ids(document.code)
        marks = Marks(lines, self.width)
        self.marks = marks.walk()
        document.remarks += marks.remarks
        self.section = self.section_title = ""
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
        self.document.changes += self.words.changes
        self.document.chapters = [chapter for chapter in self.document.chapters if chapter.entries or chapter.title]
        return self.document

    # chapters

    def _open(self, number: str, title: str, chapter_id: str = "") -> Chapter:
        chapter = Chapter(chapter_id or f"{self.document.code}-ch{number}", number, title)
        self.document.chapters.append(chapter)
        self.section = self.section_title = ""
        return chapter

    def _here(self) -> Chapter:
        return self.document.chapters[-1] if self.document.chapters else self._open("0", "")

    def _start(self, mark: Mark, following: Mark | None) -> None:
        """What stands before the first heading: sentences one by one, a title page as a whole."""
        if not mark.body:
            return
        self._open("0", "")
        if not following or following.kind == "start":
            following = None
        body = mark.body
        passport = following is not None and following.kind == "introduction"
        if passport and len(body) > 1 and not ends_sentence(body[0].text) and begins_anew(body[1].text):
            self._here().title, body = body[0].text, body[1:]
        parts = self._paragraphs(body)
        groups = _entries_of(parts)
        sentences = all(ends_sentence(group[-1].text) for group in groups)
        if passport:
            self._add("0.0", "table", parts)
        elif sentences:
            self._numbered("0", groups, "preamble", first=1)
        else:
            self._add("0.1", "preamble", parts)

    def _chapter(self, mark: Mark, following: Mark | None) -> None:
        chapter = self._open(mark.number, mark.title)
        if NAMED["sheet"].fullmatch(mark.title):
            self._add(mark.number, "form", self._rows(mark.body), "source", line=mark.line)
        if not mark.body or chapter.entries:
            return
        deeper = following is not None and following.kind == "clause" and following.path[0] == mark.path[0]
        if announces(mark.title) and not deeper:
            self._terms(mark.number, mark.title, self._paragraphs(mark.body, LOOSE))
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
        chapter = self.document.chapters[0] if self.document.chapters else self._open("0", mark.title)
        chapter.title = f"{chapter.title}. {mark.title}".strip(". ")
        self.section, self.section_title = mark.title.casefold(), mark.title
        self._numbered("0", _entries_of(self._paragraphs(mark.body, LOOSE)), "preamble", first=1)

    def _conclusion(self, mark: Mark, following: Mark | None) -> None:
        number = str(self._last_number() + 1)
        self._open(number, mark.title)
        self._numbered(number, _entries_of(self._paragraphs(mark.body, LOOSE)), "clause", first=1)

    def _glossary(self, mark: Mark, following: Mark | None) -> None:
        self._open("", mark.title.capitalize(), f"{self.document.code}-ch-gl")
        for position, group in enumerate(_entries_of(self._paragraphs(mark.body, LOOSE)), 1):
            self._add(f"gl.{position}", "definition", group, number=str(position))

    def _sheet(self, mark: Mark, following: Mark | None) -> None:
        """A sheet to sign or to register changes: a form of its own."""
        self.annexes += 1
        self._open(str(self._last_number() + 1), mark.title)
        self._add(f"annex-{self.annexes}", "form", self._rows(mark.body), title=mark.title, line=mark.line)

    def _annex(self, mark: Mark, following: Mark | None) -> None:
        self.annexes += 1
        if not self._here().id.endswith("-annex"):
            self._open("", "", f"{self.document.code}-ch-annex")
        number = annex_number(mark.label, self.annexes)
        self._add(number, "form", self._rows(mark.body), "source" if mark.label else "editorial", mark.title, line=mark.line)

    # clauses and sections

    def _clause(self, mark: Mark, following: Mark | None) -> None:
        if not self.document.chapters:
            self._open(str(mark.path[0]) if len(mark.path) > 1 else "1", "")
        heading = self._section_title(mark, following)
        if heading and not self._sections_beside(mark, heading[2]):
            heading = None
        if heading:
            title, taken, _child = heading
            self.section, self.section_title = mark.number, title
            body = mark.body[taken:]
            deeper = following is not None and following.kind == "clause" and following.path[:-1] == mark.path
            if announces(title) and not deeper:
                self._terms(mark.number, title, self._paragraphs(body, LOOSE))
            elif body:
                self._unnumbered(mark.number, body, lead_in=deeper, section=True)
            return
        if self.section and not mark.number.startswith(f"{self.section}."):
            self.section = self.section_title = ""
        table = figures_table(mark.body)
        if table:
            start, end = table
            self._add(mark.number, "clause", self._paragraphs([*mark.body[:start], *mark.body[end:]]), "source")
            lines = mark.body[start:end]
            self._entry(f"{mark.number}-t1", "table", as_rows(lines), (lines[0].number, lines[-1].number))
            return
        parts = self._paragraphs(mark.body)
        inner = [part for part in parts[1:] if part.mark]
        if announces(parts[0].text) and parts[0].text.endswith(":") and inner and inner == parts[1:] and _are_terms(inner):
            self._add(mark.number, "clause", parts[:1], "source")
            kind = kind_of(parts[0].text)
            for position, part in enumerate(inner, 1):
                self._add(f"{mark.number}.{position}", kind, [part])
            return
        kind = kind_of(self.section_title) if announces(self.section_title) else "clause"
        self._add(mark.number, kind, parts, "source")

    def _section_title(self, mark: Mark, following: Mark | None) -> tuple[str, int, bool] | None:
        """The title of a section, how many lines it takes, and whether that is sure; None for a clause."""
        if len(mark.path) < 2 or not mark.body:
            return None
        title, taken = mark.body[0].text, 1
        while taken < len(mark.body) and taken < 3 and not mark.body[0].whole:
            before, line = mark.body[taken - 1], mark.body[taken]
            if line.gap or line.row or ends_sentence(before.text) or (begins_anew(line.text)):
                break
            title, taken = f"{title} {line.text}", taken + 1
        child = following is not None and following.kind == "clause" and following.path[:-1] == mark.path
        if not begins_anew(title) or title.count("(") != title.count(")"):
            return None
        if ends_sentence(title) or title.endswith(",") or len(title) > LONGEST_TITLE or not (child or taken < len(mark.body)):
            return None
        if taken < len(mark.body):
            last, line = mark.body[taken - 1], mark.body[taken]
            if not begins_anew(line.text) and not line.row:
                return None
            if mark.body[0].whole and not (mark.body[0].heading or child) and len(title) > 120:
                return None
        if child and taken < len(mark.body):
            child = mark.body[taken - 1].whole or room_left(mark.body[taken - 1].text, mark.body[taken].text, self.width)
        return title, taken, child

    def _sections_beside(self, mark: Mark, sure: bool) -> bool:
        """True for a heading over clauses of its own, or when most numbers beside it are headings."""
        if sure:
            return True
        votes = [False]
        for at, each in enumerate(self.marks):
            if each.kind == "clause" and each is not mark and each.path[:-1] == mark.path[:-1]:
                heading = self._section_title(each, self.marks[at + 1] if at + 1 < len(self.marks) else None)
                votes.append(bool(heading))
        return sum(votes) * 2 >= len(votes)

    def _unnumbered(self, number: str, lines: Sequence[Line], lead_in: bool, section: bool = False) -> None:
        """Paragraphs under a heading: a lead-in, one topic, or entries of their own."""
        parts = self._paragraphs(lines, LOOSE)
        items = [part for part in parts if part.mark[:-1].isdigit() and part.mark.endswith(".")]
        if section and not lead_in and len(items) > 1 and all(begins_anew(item.text) for item in items) and parts[0].text.endswith(":") and parts[0] not in items:
            self._numbered_list(number, parts)
            return
        groups = _entries_of(parts)
        if lead_in:
            if len(groups) == 1 or section:
                self._add(f"{number}.0", "preamble", parts)
            else:
                self._numbered(f"{number}.0", groups, "preamble", first=1)
        elif section and (len(groups) == 1 or sum(len(part.text) for part in parts) <= ONE_TOPIC):
            self._add(number, "clause", parts)
        elif self._has_sections(number):
            if len(groups) == 1:
                self._add(f"{number}.0", "clause", parts)
            else:
                self._numbered(f"{number}.0", groups, "clause", first=1)
        else:
            self._numbered(number, groups, "clause", first=1)

    def _has_sections(self, number: str) -> bool:
        return any(mark.kind == "clause" and mark.number.startswith(f"{number}.") for mark in self.marks)

    def _numbered_list(self, number: str, parts: list[Paragraph]) -> None:
        """A section that is a list of 1., 2., 3.: each item is an entry under the section."""
        self._add(f"{number}.0", "preamble", parts[:1])
        position = 0
        for part in parts[1:]:
            position += 1
            printed = part.mark[:-1] == str(position)
            self._add(f"{number}.{position}", "clause", [part], "source" if printed else "editorial", bare=printed)

    def _numbered(self, number: str, groups: list[list[Paragraph]], kind: str, first: int) -> None:
        for position, group in enumerate(groups, first):
            self._add(f"{number}.{position}", kind, group)

    def _terms(self, number: str, announcement: str, parts: list[Paragraph]) -> None:
        kind = kind_of(announcement)
        position = 0
        if parts and parts[0].text.endswith(":") and not parts[0].mark:
            self._add(f"{number}.0", "preamble", parts[:1])
            parts = parts[1:]
        for group in _entries_of(parts):
            position += 1
            self._add(f"{number}.{position}", kind, group)

    # entries

    def _paragraphs(self, lines: Sequence[Line], near: float = NEAR) -> list[Paragraph]:
        return paragraphs(lines, self.width, self.words, near)

    def _rows(self, lines: Sequence[Line]) -> list[Paragraph]:
        """A form line by line: its lines are fields, not sentences."""
        return [Paragraph(line.text, line.number, line.number, row=True) for line in lines]

    def _add(
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
        shown = [part.shown for part in parts]
        if parts and (bare or parts[0].mark == "-"):
            shown[0] = parts[0].text  # what was made an entry of its own is no item any more
        text = "\n".join([title, *shown] if title else shown)
        lines = (line or (parts[0].first if parts else 0), parts[-1].last if parts else line)
        self._entry(path, kind, text, lines, numbering, number)

    def _entry(
        self, path: str, kind: str, text: str, lines: tuple[int, int], numbering: str = "editorial", number: str = ""
    ) -> None:
        term = ""
        if kind in ("definition", "abbreviation"):
            term, text = split_term(text)
        entry = Entry(self.ids.give(path), number or path, kind, text, numbering, lines, self.section, self.section_title, term)
        self._here().entries.append(entry)

    def _last_number(self) -> int:
        return max((int(each.number) for each in self.document.chapters if each.number.isdigit()), default=0)


def _are_terms(parts: Sequence[Paragraph]) -> bool:
    return all(split_term(part.text)[0] for part in parts)


def _entries_of(parts: Sequence[Paragraph]) -> list[list[Paragraph]]:
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


def segment(document: Document, lines: Sequence[Line]) -> Document:
    """Fill the document with the chapters and entries that the lines make."""
    return Segmenter(document, lines).run() if lines else document
