"""The addresses of entries: `{code}-{number}`, each once, for ever."""

import re

CODE = re.compile(r"[a-z][a-z0-9]{1,11}")
RESERVED = ("c", "calc", "api", "assets", "ru", "en", "kk")
ANNEX = dict(zip("абвгдежзиклмнопрстуфхцчшэюя", "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh eh yu ya".split(), strict=True))


class Ids:
    """Gives ids and sees to it that none is given twice."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._given: set[str] = set()

    def give(self, number: str) -> str:
        """The id for a number; a repeat gets `-2`, `-3` …"""
        base = f"{self.code}-{number}"
        wanted, copy = base, 1
        while wanted in self._given:
            copy += 1
            wanted = f"{base}-{copy}"
        self._given.add(wanted)
        return wanted


def annex_number(label: str, position: int) -> str:
    """`annex-b` for Б, `annex-1` where the source gives none."""
    if not label:
        return f"annex-{position}"
    letter = label.casefold()
    return f"annex-{ANNEX.get(letter, letter if letter.isascii() else position)}"
