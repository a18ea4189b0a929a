"""Where two texts of a clause part, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\n|[^\S\n]+|\w+(?:[.,]\w+)*|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A run of text; `changed` when the other text does not have it there."""

    text: str
    changed: bool


def difference(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces; joined, the pieces of a text are the text itself.

    A figure such as 2,33 counts as one word, so it is never half marked.
    """
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    lost: list[Piece] = []
    gained: list[Piece] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        changed = kind != "equal"
        _add(lost, "".join(old[i1:i2]), changed)
        _add(gained, "".join(new[j1:j2]), changed)
    return lost, gained


def _add(pieces: list[Piece], text: str, changed: bool) -> None:
    if text:
        pieces.append(Piece(text, changed))
