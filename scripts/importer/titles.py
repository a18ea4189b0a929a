"""Read titles, which may take several lines, and tell them from sentences."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from scripts.importer.mark import LONGEST_TITLE, NUMBER
from scripts.importer.model import Line
from scripts.importer.paragraphs import NARROW, begins_anew, ends_sentence, room_left

TITLE_LINES = 4
DOTTED = re.compile(r"(\d{1,2})\.\d{1,2}(?:\.\d{1,2})*[.,]?\s*[^\W\d_«\"]")
LARGEST = 100


class Titles:
    """The lines of a document, asked whether they are headings."""

    def __init__(self, lines: Sequence[Line], width: int) -> None:
        self.lines, self.width = lines, width
        found = ((at, DOTTED.match(line.text)) for at, line in enumerate(lines))
        self._dotted = [(at, int(match[1])) for at, match in found if match]

    def heading(self, position: int, rest: str, strict: bool) -> tuple[str, int] | None:
        """The title that begins at a line, and how many lines it takes; None if it is none."""
        title, taken = self.title(position, rest, chapter=True)
        if not begins_anew(title) or title[-1] in ";,:" or len(title) > LONGEST_TITLE:
            return None
        if taken > 2 and not title.isupper() or strict and (ends_sentence(title) or taken > 2):
            return None
        if title.endswith(".") and not title.isupper() and len(title) > 90:
            return None
        return title, taken

    def title(self, position: int, first: str, chapter: bool = False) -> tuple[str, int]:
        """A title that may go on in the next lines, and how many it takes."""
        title, taken = first, 1
        while position + taken < len(self.lines) and taken < TITLE_LINES:
            before, line = self.lines[position + taken - 1], self.lines[position + taken]
            if before.whole or line.whole or line.row or NUMBER.match(line.text):
                break
            goes_on = (
                line.text[:1].islower()
                or (title.isupper() and line.text.isupper())
                or before.text.endswith(("-", "–"))
                or (not ends_sentence(before.text) and not room_left(before.text, line.text, self.width) and not line.gap)
            )
            if not goes_on and not (chapter and self._second_title(position + taken)):
                break
            title, taken = f"{title} {line.text}", taken + 1
        return title, taken

    def _second_title(self, position: int) -> bool:
        """True for a short line without a full stop below a title that ends with one."""
        before, line = self.lines[position - 1], self.lines[position]
        following = self.lines[position + 1] if position + 1 < len(self.lines) else None
        short = len(line.text) < self.width * NARROW and not ends_sentence(line.text)
        return before.text.endswith(".") and short and not line.gap and following is not None and begins_anew(following.text)

    def next_dotted(self, position: int) -> int:
        """First number of the next line that begins with a dotted one; 0 for none."""
        place = bisect_right(self._dotted, (position, LARGEST))
        return self._dotted[place][1] if place < len(self._dotted) else 0

    def stands_apart(self, position: int) -> bool:
        """True when no sentence of the line before goes on in this one."""
        line = self.lines[position]
        before = self.lines[position - 1]
        return line.gap or line.whole or before.page != line.page or ends_sentence(before.text) or before.text.isupper()
