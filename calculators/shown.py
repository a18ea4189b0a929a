"""Exact numbers as text.  Nothing here decides; it only never shows too much."""

from fractions import Fraction

TEN = 10
PERCENT = 100
TEN_IS = (2, 5)
PLACES_AT_MOST = 60  # past this a difference is told by its fraction


def exact(value: Fraction | int) -> str:
    """The number in full: decimal text, or "n/d" where decimals never end."""
    value = Fraction(value)
    left, powers = value.denominator, []
    for prime in TEN_IS:
        power = 0
        while left % prime == 0:
            left, power = left // prime, power + 1
        powers.append(power)
    places = max(powers)
    return _decimals(value * TEN**places, places) if left == 1 else ratio(value)


def counted(value: Fraction | int) -> int | str:
    """A whole number as an integer, a fraction of one as text."""
    value = Fraction(value)
    return value.numerator if value.denominator == 1 else exact(value)


def plain(value: Fraction | int) -> str:
    """The number as text without needless zeros."""
    return str(counted(value))


def ratio(value: Fraction) -> str:
    """The fraction in lowest terms; "4/1" for a whole number."""
    return f"{value.numerator}/{value.denominator}"


def fixed(value: Fraction, places: int) -> str:
    """The number with this many decimals, rounded half up."""
    scaled = value * TEN**places
    half_up = (abs(scaled) + Fraction(1, 2)).__floor__()
    return _decimals(Fraction(half_up if scaled >= 0 else -half_up), places)


def short_of(value: Fraction, limit: Fraction, places: int) -> str:
    """`value` rounded, with more decimals while rounding would show it at `limit`.

    A value at the limit or above is simply rounded; one below it is never
    shown as having reached it.
    """
    while value < limit and places < PLACES_AT_MOST and Fraction(fixed(value, places)) >= limit:
        places += 1
    return fixed(value, places)


def lacking(gap: Fraction, places: int) -> str:
    """A shortfall rounded; one above zero is never shown as nothing."""
    while gap > 0 and places < PLACES_AT_MOST and Fraction(fixed(gap, places)) == 0:
        places += 1
    return fixed(gap, places)


def up(value: Fraction, places: int) -> str:
    """The number with at most this many decimals, never less than it is."""
    return plain(Fraction((value * TEN**places).__ceil__(), TEN**places))


def _decimals(scaled: Fraction, places: int) -> str:
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    sign = "-" if scaled < 0 else ""
    if not places:
        return f"{sign}{digits}"
    return f"{sign}{digits[:-places]}.{digits[-places:]}"

