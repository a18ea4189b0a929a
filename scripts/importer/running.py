"""Find what is printed on every page: running heads, feet and page numbers.

A line is left out when it is a page number alone, says "page N of M", or
comes back often near a page's edge.  The small block around such a line goes
with it only when the text goes on across it in mid-list or mid-sentence, or
when the block itself comes back.
"""

import re
from collections import Counter

from scripts.importer.mark import ANNEX
from scripts.importer.model import Line
from scripts.importer.paragraphs import ends_sentence

PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,4}\s*[-–—]?")
PAGE_OF = re.compile(
    r"(?:\b(?:стр|бет|page|p|лист|парақ)\w*\.?\s*\d+\s*(?:из|of|/|ден|дан|тен|тан)\s*\d+"
    r"|\b\d+\s*(?:ден|дан|тен|тан|из)\s*\d+\s*(?:бет|стр)?\b\s*$)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2})+[.,]?\s")
ADDRESS = re.compile(r"https?://\S+")
OFTEN = 3
SHORT = 75
TITLE = 60
BLOCK = 6
NUMBERED = re.compile(r"\d+[.)]|[-–—•\uf0b7]\s")


def without_running(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those left out as running heads, feet and page numbers."""
    pages = max((line.page for line in lines), default=0)
    often = max(OFTEN, pages // 3)
    edges = _edges(lines)
    annex = _first_annex(lines)
    counted = Counter(_shape(line.text) for line in lines[:annex] if line.number in edges and not line.row)
    out: set[int] = set()
    for position, line in enumerate(lines):
        if line.row:
            continue
        repeats = not CLAUSE.match(line.text) and pages > 1 and line.number in edges and counted[_shape(line.text)] >= often and len(_shape(line.text)) > 3
        if repeats or _link_again(lines, position) or _lone_number(lines, position, edges, pages):
            out.add(position)
        elif PAGE_OF.search(line.text) and len(line.text) < SHORT:
            out |= _block(lines, position)
    out |= _repeated_blocks(lines[:annex])
    return (
        [line for position, line in enumerate(lines) if position not in out],
        [line for position, line in enumerate(lines) if position in out],
    )


def _shape(text: str) -> str:
    """The line with its numbers made alike, so that page 3 and page 4 compare equal."""
    return re.sub(r"\d+", "#", text.casefold())


def _edges(lines: list[Line], depth: int = 4) -> set[int]:
    """Numbers of the lines at the head and foot of each page."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    return {line.number for page in by_page.values() for line in (*page[:depth], *page[-depth:])}


def _lone_number(lines: list[Line], position: int, edges: set[int], pages: int) -> bool:
    line = lines[position]
    if not PAGE_NUMBER.fullmatch(line.text):
        return False
    if pages > 1 and line.number in edges:
        return True
    # Or it stands apart, and its neighbours are no such numbers, as in a table.
    around = [lines[index].text for index in (position - 1, position + 1) if 0 <= index < len(lines)]
    apart = line.gap or (position + 1 < len(lines) and lines[position + 1].gap)
    return apart and not any(PAGE_NUMBER.fullmatch(text) for text in around)


def _link_again(lines: list[Line], position: int) -> bool:
    """True for an address alone on its line that the lines above have: the target of a link."""
    text = lines[position].text
    return bool(ADDRESS.fullmatch(text)) and any(text.rstrip("/") in line.text for line in lines[max(0, position - 12) : position])


def _block(lines: list[Line], position: int) -> set[int]:
    """A "page N of M" with the short titles around it: between two sentences or items."""
    start = position
    while start > 0 and position - start < BLOCK and _is_title(lines[start - 1]):
        start -= 1
    end = position
    while end + 1 < len(lines) and end - position < BLOCK and _is_title(lines[end + 1]):
        end += 1
    return set(range(start, end + 1))


def _is_title(line: Line) -> bool:
    """True for a short line that no sentence or item ends or begins with."""
    return len(line.text) <= TITLE and not ends_sentence(line.text) and line.text[-1] != "," and not NUMBERED.match(line.text)


def _repeated_blocks(lines: list[Line]) -> set[int]:
    """Blocks of three or more short lines that come back word for word, but for numbers."""
    size = 3
    seen: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(lines) - size + 1):
        window = lines[start : start + size]
        if all(len(line.text) <= SHORT and not line.row and not ends_sentence(line.text) and line.text[-1] != "," for line in window):
            seen.setdefault(tuple(_shape(line.text) for line in window), []).append(start)
    found: set[int] = set()
    for shapes, starts in seen.items():
        letters = sum(character.isalpha() for shape in shapes for character in shape)
        apart = [second - first for first, second in zip(starts, starts[1:], strict=False)]
        if len(starts) >= 2 and letters >= 40 and min(apart) >= size and not any("____" in shape or "(қолы)" in shape for shape in shapes):
            length = size
            while _same(lines, starts, length, min(apart)):
                length += 1
            found |= {start + offset for start in starts for offset in range(length)}
    return found


def _same(lines: list[Line], starts: list[int], offset: int, apart: int) -> bool:
    """True when the blocks go on alike at an offset."""
    if offset >= apart or starts[-1] + offset >= len(lines):
        return False
    return len({_shape(lines[start + offset].text) for start in starts}) == 1 and len(lines[starts[0] + offset].text) <= SHORT


def _first_annex(lines: list[Line]) -> int:
    """Forms in annexes repeat themselves on purpose."""
    return next((at for at, line in enumerate(lines) if at > 12 and ANNEX.fullmatch(line.text)), len(lines))
