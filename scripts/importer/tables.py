"""Find a table of figures among lines that have lost their columns."""

import re
from collections.abc import Sequence

from scripts.importer.model import Line
from scripts.importer.paragraphs import ends_sentence

CELL = re.compile(r"[-–—]|№|\d+(?:[.,]\d+)?%?")
ROWS = 3


def is_row(text: str) -> bool:
    """True for a line of three figures or more and nothing else."""
    cells = text.split()
    return len(cells) >= 3 and all(CELL.fullmatch(cell) for cell in cells)


def figures_table(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Where a table begins and ends (exclusive) among the lines of a clause.

    Its head reaches back to the end of the sentence before it.
    """
    rows = [position for position, line in enumerate(lines) if is_row(line.text)]
    if len(rows) < ROWS or rows[-1] - rows[0] != len(rows) - 1:
        return None
    start = rows[0]
    while start > 0 and not ends_sentence(lines[start - 1].text):
        start -= 1
    end = rows[-1] + 1
    if end < len(lines) and sum(bool(CELL.fullmatch(cell)) for cell in lines[end].text.split()) >= 2:
        end += 1  # the line of totals, which begins with a word
    return start, end


def as_rows(lines: Sequence[Line]) -> str:
    """The table's text: head as it stands, rows with " | " between their cells."""
    return "\n".join(" | ".join(line.text.split()) if is_row(line.text) else line.text for line in lines)
