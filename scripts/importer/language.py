"""Tell Kazakh, Russian and English apart by their letters."""

import re

KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]", re.IGNORECASE)
LATIN = re.compile(r"[a-z]", re.IGNORECASE)


def language_of(text: str) -> str:
    """The language that most of the text is in: "kk", "ru" or "en"."""
    cyrillic = len(CYRILLIC.findall(text))
    if len(LATIN.findall(text)) > cyrillic:
        return "en"
    # Every seventh letter or so of a Kazakh text is one that Russian lacks.
    return "kk" if len(KAZAKH.findall(text)) > 0.04 * cyrillic else "ru"


def foreign(text: str, usual: str, least: int = 60) -> str:
    """The language of a text long enough to tell, when it is not the usual one; else ""."""
    letters = len(CYRILLIC.findall(text)) + len(LATIN.findall(text))
    found = language_of(text)
    return found if letters >= least and found != usual else ""
