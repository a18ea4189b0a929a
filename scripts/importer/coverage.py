"""Prove that nothing of the source was lost between its lines and the entries."""

import re

from scripts.importer.marks import NUMBER
from scripts.importer.model import Document, Line


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


def share(document: Document) -> float:
    """Kept letters and digits in all those of the source, running heads not counted."""
    total = sum(len(folded(line.text)) for line in document.lines)
    gone = sum(len(folded(line.text)) for line in lost(document))
    return 1 - gone / total if total else 0.0


def _find(kept: str, text: str, at: int) -> int | None:
    """Where the line ends among what was kept; looked for ahead first, then anywhere."""
    number = NUMBER.match(text)
    wanted = [folded(text)]
    if number:
        wanted.append(folded(text[number.end("end") :]))
    wanted.append(folded(re.sub(r"\d{1,2}(?:\.\d{1,2})+\.?\s", "", text)))  # a number that was run on
    wanted.append(folded(re.sub(r"^\W*\d{1,2}\s*[-–.]?\s*(?:бөлім|тарау|глава|раздел|chapter|part)?\.?", "", text, flags=re.I)))
    for each in wanted:
        position = kept.find(each, at)
        if position < 0:
            position = kept.find(each)
        if position >= 0:
            return max(at, position + len(each)) if position >= at else at
    return None
