"""Find the numbers, dates and clause references that a text states in digits."""

import re
from collections import Counter

MONTHS = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ru": "январ феврал март апрел мая|май июн июл август сентябр октябр ноябр декабр",
    "en": "January February March April May June July August September October November December",
}
_MONTH_OF = {
    stem.lower(): number
    for names in MONTHS.values()
    for number, stems in enumerate(names.split(), 1)
    for stem in stems.split("|")
}
_SPACE = "[ \u00a0\u202f]"
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:-го)?{_SPACE}({'|'.join(_MONTH_OF)})\w*", re.IGNORECASE)
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
_ENUMERATOR = re.compile(r"^\s*\d+[.)] ", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_THOUSANDS = re.compile(rf"(?<![\d.,])(\d{{1,3}})((?:{_SPACE}\d{{3}})+)(?!\d)")
_DATE = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_TOKEN = re.compile(r"\d+\.\d+\.(?!\d)|\d+(?:[.,/:]\d+)*")


def numbers(text: str) -> Counter[str]:
    """Count every number of a Markdown text, the same in each language.

    Decimal commas become points, spaces inside thousands vanish, a day with
    its month becomes one `D.M` token whatever the language of the month.
    Link targets and web addresses are left out; list enumerators count as
    list items elsewhere, not as numbers.
    """
    text = _LINK_TARGET.sub("]", text)
    text = _ADDRESS.sub(" ", text)
    text = _ENUMERATOR.sub("", text)
    text = _DATE.sub(lambda m: f"{int(m[1])}.{int(m[2])}. {m[3]}", text)
    text = _DAY_MONTH.sub(lambda m: f"{int(m[1])}.{_MONTH_OF[m[2].lower()]}.", text)
    text = _THOUSANDS.sub(lambda m: m[1] + re.sub(_SPACE, "", m[2]), text)
    return Counter(token.replace(",", ".") for token in _TOKEN.findall(text))


# Number words that should be digits when they carry a norm.  "бір", "один"
# and "one" are left out: they are articles and pronouns far too often.
NUMBER_WORDS = {
    "kk": "екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу екінші үшінші екіден үштен",
    "ru": (
        "два две двух двумя двум три трёх трех тремя четыре четырёх четырех пять пяти шесть шести семь семи "
        "восемь восьми девять девяти десять десяти двадцать тридцать второй второго третий третьего"
    ),
    "en": "two three four five six seven eight nine ten twenty thirty twice second third",
}


def number_words(text: str, language: str) -> list[str]:
    """Number words of the language that stand in the text, in order."""
    listed = set(NUMBER_WORDS[language].split())
    return [word for word in re.findall(r"[^\W\d_]+", text.lower()) if word in listed]


def list_items(text: str) -> int:
    """How many list items and table rows a Markdown text has."""
    return len(re.findall(r"^\s*(?:[-*]|\d+[.)]) |^\|", text, flags=re.MULTILINE))


def references(text: str) -> Counter[str]:
    """Count the clauses that a text links: `[п. 8.2](clause:ietu-8.2)`."""
    return Counter(re.findall(r"\]\(clause:([^)\s]+)\)", text))
