"""Find the table of contents: it repeats every heading and would double the numbering."""

import re

from scripts.importer.model import Line

HEADING = re.compile(r"(?:мазмұны|мазмұн|содержание|оглавление|(?:table of )?contents)\.?:?", re.IGNORECASE)
LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{0,4}$|…{2,}\s*\d{0,4}$|_{4,}\s*\d{1,4}$")
PAGE = re.compile(r"\D\s*\d{1,4}$")
LONGEST = 300  # characters of an entry with its dots
WRAPPED = 2  # lines of an entry before the one with its page


def without_contents(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of the table of contents."""
    out = {at for at, line in enumerate(lines) if len(line.text) <= LONGEST and LEADERS.search(line.text) and not line.row}
    for at, line in enumerate(lines):
        if HEADING.fullmatch(line.text):
            out |= _listing(lines, at, out)
    return (
        [line for at, line in enumerate(lines) if at not in out],
        [line for at, line in enumerate(lines) if at in out],
    )


def _listing(lines: list[Line], heading: int, found: set[int]) -> set[int]:
    """The heading with the entries below it; nothing when no entries follow."""
    taken: set[int] = set()
    waiting: list[int] = []
    last = 0
    for at in range(heading + 1, len(lines)):
        text = lines[at].text
        page = re.search(r"(\d{1,4})$", text)
        ends = at in found or bool(PAGE.search(text) and page and last <= int(page[1]) <= 2000)
        if ends:
            taken |= {*waiting, at}
            waiting = []
            last = int(page[1]) if page else last
        elif len(waiting) < WRAPPED and len(text) > 3:
            waiting.append(at)
        else:
            break
    return taken | {heading} if len(taken) >= 3 or taken & found else set()
