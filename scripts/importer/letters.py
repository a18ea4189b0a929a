"""Repair letters that look right and are not.

Fonts of older Kazakh documents draw ө with the code of ӛ, and typists mix
Latin and Cyrillic letters of one shape within a word.  Search, comparison and
a screen reader all stumble over them.  A word is repaired only when every
letter of the minority has a twin in the other alphabet.
"""

import re
import unicodedata
from collections import Counter

from scripts.importer.model import Change, Line

WORD = re.compile(r"[^\W\d_]+")
TWINS = dict(zip("AaBCcEeHIiKMOoPpTXxYy", "АаВСсЕеНІіКМОоРрТХхУу", strict=True))
BACK = {cyrillic: latin for latin, cyrillic in TWINS.items()}


def repaired(lines: list[Line]) -> tuple[list[Line], list[Change]]:
    """The lines with their letters repaired, and each change of a word."""
    changes: list[Change] = []
    text = "".join(line.text for line in lines)
    # ӛ and ӫ are letters of other languages: a document with more ө than these spells them on purpose.
    schwa = Counter(text)["ӛ"] + Counter(text)["Ӛ"]
    slips = schwa > 0

    def mend(line: Line) -> Line:
        def word(match: re.Match[str]) -> str:
            before = unicodedata.normalize("NFC", match[0])
            after = before.replace("ӛ", "ө").replace("Ӛ", "Ө") if slips else before
            rule = "ӛ is ө" if after != before else ""
            mixed = _one_alphabet(after)
            if mixed != after:
                after, rule = mixed, f"{rule}, one alphabet a word".lstrip(", ")
            if after != match[0]:
                changes.append(Change(line.number, rule or "composed letters", match[0], after))
            return after

        fixed = WORD.sub(word, line.text)
        return line if fixed == line.text else _with(line, fixed)

    return [mend(line) for line in lines], changes


def mixed_words(text: str) -> list[str]:
    """Words that still mix the alphabets."""
    return [word for word in WORD.findall(text) if _latin(word) and _cyrillic(word)]


def _with(line: Line, text: str) -> Line:
    return Line(text, line.number, line.page, line.gap, line.whole, line.heading, line.row)


def _latin(word: str) -> list[str]:
    return [letter for letter in word if letter.isascii()]


def _cyrillic(word: str) -> list[str]:
    return [letter for letter in word if "\u0400" <= letter <= "\u052f"]


def _one_alphabet(word: str) -> str:
    latin, cyrillic = _latin(word), _cyrillic(word)
    if not (latin and cyrillic):
        return word
    to_cyrillic = all(letter in TWINS for letter in latin)
    to_latin = all(letter in BACK for letter in cyrillic)
    if to_cyrillic and (not to_latin or len(cyrillic) >= len(latin)):
        return "".join(TWINS.get(letter, letter) for letter in word)
    if to_latin:
        return "".join(BACK.get(letter, letter) for letter in word)
    return word
