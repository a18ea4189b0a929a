"""The numbers that Word shows before paragraphs and keeps out of their text."""

import re
from dataclasses import dataclass

from docx.oxml.ns import qn

LETTERS = {"lowerLetter": "abcdefghijklmnopqrstuvwxyz", "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя"}
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class _Level:
    """How one level of a list is counted and shown."""

    start: int
    kind: str
    text: str


class Numbers:
    """Counts the numbered paragraphs of a document in order."""

    def __init__(self, document) -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {each.get(qn("w:abstractNumId")): _levels(each) for each in numbering.iter(qn("w:abstractNum"))}
        for each in numbering.iter(qn("w:num")):
            base = each.find(qn("w:abstractNumId")).get(qn("w:val"))
            restarts = each.find(qn("w:lvlOverride")) is not None
            key = f"{base}/{each.get(qn('w:numId'))}" if restarts else base
            self._lists[each.get(qn("w:numId"))] = (key, abstract.get(base, {}))
        for style in document.styles.element.iter(qn("w:style")):
            found = _listed(style)
            if found:
                self._styles[style.get(qn("w:styleId"))] = found

    def next(self, paragraph) -> str:
        """The number shown before the paragraph: "8.2", "1)", "•"; "" for none."""
        found = _listed(paragraph) or self._of_style(paragraph)
        if not found or found[0] not in self._lists:
            return ""
        key, levels = self._lists[found[0]]
        depth = found[1]
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(key, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        level = levels[depth]
        if level.kind == "bullet":
            return "•"
        return re.sub(r"%(\d)", lambda match: _shown(levels, counts, int(match[1]) - 1), level.text).strip()

    def _of_style(self, paragraph) -> tuple[str, int] | None:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._styles.get(style.get(qn("w:val"))) if style is not None else None


def _levels(abstract) -> dict[int, _Level]:
    found = {}
    for level in abstract.iter(qn("w:lvl")):
        start, kind, text = (level.find(qn(f"w:{name}")) for name in ("start", "numFmt", "lvlText"))
        found[int(level.get(qn("w:ilvl")))] = _Level(
            int(start.get(qn("w:val"))) if start is not None else 1,
            kind.get(qn("w:val")) if kind is not None else "decimal",
            text.get(qn("w:val")) or "" if text is not None else "",
        )
    return found


def _listed(element) -> tuple[str, int] | None:
    """Id of the list and level that a paragraph or a style names; None for none."""
    properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    number = properties.find(qn("w:numId")) if properties is not None else None
    if number is None or number.get(qn("w:val")) == "0":
        return None
    level = properties.find(qn("w:ilvl"))
    return number.get(qn("w:val")), int(level.get(qn("w:val"))) if level is not None else 0


def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    count = counts.get(depth, level.start if level else 1)
    kind = level.kind if level else "decimal"
    if kind in LETTERS:
        return LETTERS[kind][(count - 1) % len(LETTERS[kind])]
    if kind in ("upperRoman", "lowerRoman"):
        text = ""
        for value, letters in ROMAN:
            while count >= value:
                text, count = text + letters, count - value
        return text if kind == "upperRoman" else text.lower()
    return str(count)
