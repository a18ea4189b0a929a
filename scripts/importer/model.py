"""What the steps of an import hand on to each other."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """One line of the document as it was read.

    Attributes:
        text: the line without white space at its ends.
        number: its place in the source, 1-based: a line of a text file or a
            PDF, a paragraph of a DOCX.
        page: 1-based; 0 where the format knows no pages.
        gap: true when more than the usual space stands above it.
        whole: true when the format says that this is a whole paragraph.
        heading: level of a heading the format knows of, else 0.
        row: true for a row of a table, its cells joined by " | ".
    """

    text: str
    number: int
    page: int = 0
    gap: bool = False
    whole: bool = False
    heading: int = 0
    row: bool = False


@dataclass(frozen=True)
class Change:
    """One thing the clean-up did to the text."""

    line: int
    rule: str
    before: str
    after: str


@dataclass(frozen=True)
class Source:
    """A document as it was read, and how: `kind` is "text", "docx" or "pdf"."""

    name: str
    kind: str
    lines: list[Line]
    left_out: list[Line] = field(default_factory=list)  # heads and feet that the format names
    remarks: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass
class Entry:
    """One clause, definition, abbreviation, table or form.

    Attributes:
        numbering: "source" for a number the document prints, "editorial" for
            one given here.
        lines: first and last line of the source.
    """

    id: str
    number: str
    kind: str
    text: str
    numbering: str
    lines: tuple[int, int]
    section: str = ""
    section_title: str = ""
    term: str = ""
    note: str = ""


@dataclass
class Chapter:
    """A chapter and its entries in the order of the source."""

    id: str
    number: str
    title: str
    entries: list[Entry] = field(default_factory=list)


@dataclass
class Document:
    """A segmented document and what was done to it on the way."""

    code: str
    source_file: str
    title: str = ""
    lines: list[Line] = field(default_factory=list)  # what was segmented, letters repaired
    chapters: list[Chapter] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    left_out: list[Line] = field(default_factory=list)
    remarks: list[tuple[int, str, str]] = field(default_factory=list)  # line, kind, what is odd

    @property
    def entries(self) -> list[Entry]:
        """All entries in the order of the source."""
        return [entry for chapter in self.chapters for entry in chapter.entries]
