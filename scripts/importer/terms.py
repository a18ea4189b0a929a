"""Recognise definitions and abbreviations."""

import re

HEADING = re.compile(
    r"глоссар|термин|анықтама|түсінік|қысқарт|аббревиатур|определен|сокращен|glossary|definition|abbreviation|terms", re.I
)
SHORTENED = re.compile(r"қысқарт|сокращен|аббревиатур|abbreviation", re.I)
DASH = re.compile(r"\s[-–—]\s|\s[-–—](?=\S)|(?<=[^\s-])[-–—]\s|(?<=[A-ZА-ЯӘҒҚҢӨҰҮҺІ])[-–—](?=[а-яәіғңүұқөһА-Я])")
LONGEST_TERM = 130


def announces(text: str) -> bool:
    """True for a heading or a lead-in that announces terms or abbreviations."""
    return bool(HEADING.search(text))


def kind_of(announcement: str) -> str:
    """What the announced entries are."""
    return "abbreviation" if SHORTENED.search(announcement) else "definition"


def split_term(text: str) -> tuple[str, str]:
    """The term, and the text with its dash set apart; ("", text) where there is no dash."""
    dash = DASH.search(text)
    if not dash or dash.start() > LONGEST_TERM:
        return "", text
    term = text[: dash.start()].strip()
    return term, f"{term} {dash[0].strip()} {text[dash.end() :].strip()}"
