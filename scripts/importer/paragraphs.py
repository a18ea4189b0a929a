"""Join the lines of a page into paragraphs and list items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.importer.model import Line
from scripts.importer.words import Words

BULLET = re.compile(r"(?P<mark>[\uf0b7\uf0a7\uf02d•·▪‣◦●○■□➢✓*]|[-–—])\s*(?=[^\s\d.,:;–—-]|\d)")
ITEM = re.compile(r"(?P<mark>(?:\d{1,2}|[а-яәіғңүұқөһa-z])\)|\d{1,2}\.(?!\d))\s*(?=\S)", re.IGNORECASE)
ENDS = ".;:!?"
VERB = re.compile(r"[а-яәіғңүұқөһ](?:[ае]ды|[ае]ді|йды|йді)$")
GOES_ON = ("Сонымен қатар", "Кроме того", "При этом", "In addition", "Moreover")
INITIAL = re.compile(r"(?:^|\s)[А-ЯӘҒҚҢӨҰҮҺІA-Z]\.$")
CLOSING = "»”\"')]"
NARROW = 0.6  # of the width: a line this short ends a heading or a row, not a sentence
NEAR = 0.97  # of the width: the next word would have fitted
LOOSE = 1.3  # where paragraphs bear no numbers: a sentence seldom ends with a line by chance


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or a list item.

    Attributes:
        mark: how the source marks an item: "-" for any bullet, "1)" as printed.
        first, last: lines of the source.
    """

    text: str
    first: int
    last: int
    mark: str = ""
    gap: bool = False
    row: bool = False
    heading: int = 0

    @property
    def shown(self) -> str:
        """As the official wording shows it: items begin with "- "."""
        if not self.mark:
            return self.text
        return f"- {self.text}" if self.mark == "-" else f"- {self.mark} {self.text}"


def usual_width(lines: Sequence[Line]) -> int:
    """Length that a full line has; 0 where lines are whole paragraphs."""
    lengths = sorted(len(line.text) for line in lines if not (line.whole or line.row))
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def ends_sentence(text: str) -> bool:
    """True when the text ends as a sentence or a list item does."""
    bare = text.rstrip(CLOSING + " ")
    if INITIAL.search(bare):
        return False
    return bare[-1:] in ENDS or text[-1:] in ENDS


def begins_anew(text: str) -> bool:
    """True when the text begins as a sentence does."""
    first = text.lstrip("«“\"'(")[:1]
    return first.isupper() or first.isdigit()


def room_left(line: str, following: str, width: int, near: float = NEAR) -> bool:
    """True when the next word would have fitted: whoever set the line ended a paragraph."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) <= width * near


def item_of(line: str, before: str) -> tuple[str, str]:
    """The mark of a list item and its text; ("", line) when it is none.

    A dash that begins a line in mid-sentence is punctuation, not a bullet.
    """
    bullet = BULLET.match(line)
    if bullet:
        dash = bullet["mark"] in "-–—"
        if dash and before and not ends_sentence(before) and not before.endswith(","):
            return "", line
        return "-", line[bullet.end() :]
    item = ITEM.match(line)
    if item and (not before or ends_sentence(before) or before.endswith(",") or item["mark"][-1] == ")"):
        return item["mark"], line[item.end() :]
    return "", line


def breaks(before: Line, line: Line, width: int, near: float = NEAR) -> bool:
    """True when a new paragraph begins with `line`."""
    if before.whole or line.whole or before.row or line.row:
        return True
    if item_of(line.text, before.text)[0]:
        return True
    ended, anew = ends_sentence(before.text), begins_anew(line.text)
    if line.gap:
        return ended or anew
    if not width:
        return False
    if ended and anew:
        near = NEAR if near == LOOSE and line.text.startswith(GOES_ON) else near
        return room_left(before.text, line.text, width, near)
    if anew:
        # Kazakh puts the verb last: one before a capital ends a sentence that lost its full stop.
        verb = near == LOOSE and VERB.search(before.text) and room_left(before.text, line.text, width, 1.08)
        return bool(verb) or len(before.text) < width * NARROW
    return ended and before.text[-1] in ";:" and len(before.text) < width * 0.75


def paragraphs(lines: Sequence[Line], width: int, words: Words, near: float = NEAR) -> list[Paragraph]:
    """The paragraphs that the lines make; every character of them is in one."""
    found: list[Paragraph] = []
    group: list[Line] = []
    mark = ""
    for line in lines:
        if group and breaks(group[-1], line, width, near):
            found.append(_paragraph(group, mark, words))
            group = []
        if not group:
            mark, text = item_of(line.text, found[-1].text if found else "")
            if mark and not line.row:
                line = Line(text, line.number, line.page, line.gap, line.whole, line.heading)
            else:
                mark = ""
        group.append(line)
    if group:
        found.append(_paragraph(group, mark, words))
    return found


def _paragraph(group: list[Line], mark: str, words: Words) -> Paragraph:
    first = group[0]
    return Paragraph(words.joined(group), first.number, group[-1].number, mark, first.gap, first.row, first.heading)
