"""Join a word that a line's end divides, and know which hyphens are its own.

Kazakh is full of hyphens that belong (оқу-әдістемелік, ЖОО-ның): a hyphen at
a line's end is dropped only when the document writes the word, or its stem,
without it elsewhere, and never with it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from scripts.importer.model import Change, Line

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BEGINNING = re.compile(r"[^\W\d_]+")
LONGEST = 80  # letters of a word
STEM = 3  # letters beyond the division: Kazakh adds its endings after the stem
DIVIDED = re.compile(r"([^\W\d_]+)-$")


class Words:
    """The words of a document, and what was joined of them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._known = sorted({word.casefold() for line in lines for word in WORD.findall(line.text)})
        self.changes: list[Change] = []

    def _written(self, whole: str, at: int) -> bool:
        """True when a word of the document begins as the joined one does, beyond the division."""
        return len(whole) >= at + STEM and self._begins(whole.casefold()[: at + STEM])

    def _hyphened(self, part: str) -> bool:
        return self._begins(f"{part.casefold()}-")

    def _begins(self, start: str) -> bool:
        place = bisect_left(self._known, start)
        return place < len(self._known) and self._known[place].startswith(start)

    def joined(self, lines: Sequence[Line]) -> str:
        """The lines as one text."""
        parts = [lines[0].text]
        for line in lines[1:]:
            self._join(parts, line)
        return "".join(parts)

    def _join(self, parts: list[str], line: Line) -> None:
        before, after = parts[-1], line.text
        divided = DIVIDED.search(before[-LONGEST:])
        follows = BEGINNING.match(after)
        if divided and follows:
            whole = f"{divided[1]}{follows[0]}"
            if self._written(whole, len(divided[1])) and not self._hyphened(divided[1]):
                self.changes.append(Change(line.number, "hyphen of a line's end", f"{divided[1]}-/{follows[0]}", whole))
                parts[-1] = before[:-1]
            parts.append(after)
        elif before.endswith("/") and not before.endswith(" /"):
            parts.append(after)
        else:
            parts.append(f" {after}")
