"""What a person typed, as exact numbers, days, letters and choices.

Each reader takes a JSON value that is not blank and gives what it means, or
raises BadInput with the field's path.  Lengths are capped, so no text can
keep a reader waiting; nothing is guessed that a reader could not mean.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from calculators.errors import BadInput

LONGEST_NUMBER = 40  # characters
LONGEST_TEXT = 100
LARGEST = 10**9  # no count, sum or mark in a regulation comes near
FIRST_YEAR, LAST_YEAR = 1900, 2100

_MINUS = str.maketrans(dict.fromkeys("\u2212\u2013\u2014\u2010\u2011\u2012\uff0d", "-"))
_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None))
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\u2007", " "))
# Cyrillic letters that look like, or stand for, the Latin ones of marks and levels.
_LATIN = str.maketrans("АВСДЕХ", "ABCDEX")

_NUMBER = re.compile(r"([+-]?)([0-9]{1,3}(?: [0-9]{3})+|[0-9]*)(?:[.,]([0-9]*))?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")
_YES = {"true": True, "yes": True, "false": False, "no": False}


def is_blank(raw: object) -> bool:
    """Absent, null and empty text are all blank; zero is not, nor is false."""
    return raw is None or (isinstance(raw, str) and not _plain(raw))


def text(raw: object, field: str) -> str:
    """Trimmed text of bounded length."""
    if not isinstance(raw, str):
        raise BadInput(field, "not_text")
    trimmed = _plain(raw)
    if len(trimmed) > LONGEST_TEXT:
        raise BadInput(field, "too_long", maximum=str(LONGEST_TEXT))
    return trimmed


def number(raw: object, field: str) -> Fraction:
    """An exact number: "1,67", "1.67", "1 800", 1.67; never NaN, true or 1e999."""
    if isinstance(raw, bool) or not isinstance(raw, (int, float, Decimal, str)):
        raise BadInput(field, "not_a_number")
    value = _written(raw, field) if isinstance(raw, str) else _given(raw, field)
    if abs(value) > LARGEST:
        raise BadInput(field, "too_large", maximum=str(LARGEST))
    return value


def whole(raw: object, field: str) -> int:
    """A whole number; 5, "5" and 5.0 are one, 5.5 is not."""
    value = number(raw, field)
    if value.denominator != 1:
        raise BadInput(field, "not_whole")
    return value.numerator


def choice(raw: object, field: str, choices: tuple[str, ...]) -> str:
    """One of the codes that are offered, as it is spelt."""
    code = _plain(raw) if isinstance(raw, str) else None
    if code not in choices:
        raise BadInput(field, "not_a_choice", choices=list(choices))
    return code


def boolean(raw: object, field: str) -> bool:
    """True or false; forms may send "true", "false", "yes", "no"."""
    if isinstance(raw, bool):
        return raw
    said = _YES.get(_plain(raw)) if isinstance(raw, str) else None
    if said is not None:
        return said
    raise BadInput(field, "not_yes_or_no")


def day(raw: object, field: str) -> date:
    """A calendar day, YYYY-MM-DD, in years a living regulation can meet."""
    match = _DATE.fullmatch(text(raw, field)) if isinstance(raw, str) else None
    if not match:
        raise BadInput(field, "not_a_date")
    try:
        value = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise BadInput(field, "not_a_date") from None
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise BadInput(field, "date_out_of_range", minimum=str(FIRST_YEAR), maximum=str(LAST_YEAR))
    return value


def moment(raw: object, field: str) -> datetime:
    """A local moment, YYYY-MM-DDThh:mm; no time zone is known or changed."""
    match = _MOMENT.fullmatch(text(raw, field)) if isinstance(raw, str) else None
    if not match:
        raise BadInput(field, "not_a_datetime")
    on = day(match[1], field)
    try:
        return datetime(on.year, on.month, on.day, int(match[2]), int(match[3]), int(match[4] or 0))
    except ValueError:
        raise BadInput(field, "not_a_datetime") from None


def letter(raw: object, field: str, letters: tuple[str, ...]) -> str:
    """A letter mark in Latin: "А –" in Cyrillic is "A-"."""
    if isinstance(raw, str) and len(raw) <= LONGEST_TEXT:
        latin = latin_capitals(raw).replace(" ", "")
        if latin in letters:
            return latin
    raise BadInput(field, "not_a_letter", choices=list(letters))


def latin_capitals(raw: str) -> str:
    """Trimmed text in capitals, look-alike Cyrillic letters and dashes made Latin."""
    return _plain(raw).upper().translate(_LATIN).translate(_MINUS).translate(_SPACES)


def _plain(raw: str) -> str:
    return raw.translate(_UNSEEN).strip()


def _written(raw: str, field: str) -> Fraction:
    if len(raw) > LONGEST_NUMBER:
        raw = _plain(raw)
        if len(raw) > LONGEST_NUMBER:
            raise BadInput(field, "too_long", maximum=str(LONGEST_NUMBER))
    match = _NUMBER.fullmatch(_plain(raw).translate(_SPACES).translate(_MINUS))
    if not match or not (match[2] or match[3]):
        raise BadInput(field, "not_a_number")
    sign, integral, decimals = match[1], match[2].replace(" ", "") or "0", match[3] or "0"
    return Fraction(f"{sign}{integral}.{decimals}")


def _given(raw: int | float | Decimal, field: str) -> Fraction:
    if isinstance(raw, int):
        return Fraction(raw)
    value = raw if isinstance(raw, Decimal) else Decimal(repr(raw))
    if not value.is_finite():
        raise BadInput(field, "not_a_number")
    if value.adjusted() > LONGEST_NUMBER:
        raise BadInput(field, "too_large", maximum=str(LARGEST))
    if value and (value.adjusted() < -LONGEST_NUMBER or len(value.as_tuple().digits) > LONGEST_NUMBER):
        raise BadInput(field, "too_long", maximum=str(LONGEST_NUMBER))
    return Fraction(value)
