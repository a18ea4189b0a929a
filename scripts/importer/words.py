"""Join a word that a line's end divides, and know which hyphens are its own.

Kazakh is full of hyphens that belong (оқу-әдістемелік, ЖОО-ның): a hyphen at
a line's end is dropped only when the document writes the word, or its stem,
without it elsewhere, and never with it.
"""

import re
from collections.abc import Iterable

from scripts.importer.model import Change, Line

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
STEM = 3  # letters beyond the division: Kazakh adds its endings after the stem
DIVIDED = re.compile(r"([^\W\d_]+)-$")


class Words:
    """The words of a document, and what was joined of them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._known = {word.casefold() for line in lines for word in WORD.findall(line.text)}
        self.changes: list[Change] = []

    def _written(self, whole: str, at: int) -> bool:
        """True when a word of the document begins as the joined one does, beyond the division."""
        stem = whole.casefold()[: at + STEM]
        return len(whole) >= at + STEM and any(word.startswith(stem) for word in self._known)

    def _hyphened(self, part: str) -> bool:
        return any(word.startswith(f"{part.casefold()}-") for word in self._known)

    def joined(self, before: str, after: str, line: int) -> str:
        """Two lines as one text."""
        divided = DIVIDED.search(before)
        follows = re.match(r"[^\W\d_]+", after)
        if divided and follows:
            whole = f"{divided[1]}{follows[0]}"
            if self._written(whole, len(divided[1])) and not self._hyphened(divided[1]):
                self.changes.append(Change(line, "hyphen of a line's end", f"{divided[1]}-/{follows[0]}", whole))
                return before[:-1] + after
            return before + after
        if before.endswith("/") and not before.endswith(" /"):
            return before + after
        return f"{before} {after}"
