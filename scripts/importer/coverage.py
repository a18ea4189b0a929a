"""Prove that nothing of the source was lost between its lines and the entries."""

import re
from collections.abc import Iterator, Sequence

from scripts.importer.mark import NUMBER
from scripts.importer.model import Document, Line

NEAR = 20_000  # characters ahead: a table may stand after its clause
CHAPTER = re.compile(r"^\W*(?:\d{1,2}|[IVX]{1,5})\b\s*[-–.]?\s*(?:бөлім|тарау|глава|раздел|chapter|part)?\.?", re.IGNORECASE)
RUN_ON = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d{1,2}){1,4}\.?\s")  # a number in the middle of a line


def folded(text: str) -> str:
    """The letters and digits of a text: what has substance."""
    return re.sub(r"[\W_]+", "", text).casefold()


def written(document: Document) -> str:
    """Letters and digits of everything that was kept, in the order of the source."""
    parts: list[str] = [document.title]
    for chapter in document.chapters:
        parts.append(chapter.title)
        section = ""
        for entry in chapter.entries:
            if entry.section != section:
                section = entry.section
                parts.append(entry.section_title)
            parts.append(entry.text)
    return folded("".join(parts))


def lost(document: Document) -> list[Line]:
    """Lines of the source of which some letter or digit is in no entry and no heading.

    A clause's number is kept as its number, a heading's as its address.
    """
    kept, at = written(document), 0
    missing = []
    for line in document.lines:
        found = _find(kept, line.text, at)
        if found is None:
            missing.append(line)
        else:
            at = found
    return missing


def share(document: Document, missing: Sequence[Line]) -> float:
    """Kept letters and digits in all those of the source, running heads not counted."""
    total = sum(len(folded(line.text)) for line in document.lines)
    gone = sum(len(folded(line.text)) for line in missing)
    return 1 - gone / total if total else 0.0


def _forms(text: str) -> Iterator[str]:
    """The line as it stands, and without the number that an entry or a chapter keeps apart."""
    yield folded(text)
    number = NUMBER.match(text)
    if number:
        yield folded(text[number.end("end") :])
    yield folded(CHAPTER.sub("", text))
    yield folded(RUN_ON.sub("", text))


def _find(kept: str, text: str, at: int) -> int | None:
    """Where the line ends among what was kept; looked for near by first, then anywhere."""
    forms = list(_forms(text))
    for each in forms:
        position = kept.find(each, at, at + len(each) + NEAR)
        if position >= 0:
            return position + len(each)
    return at if any(each in kept for each in forms) else None
