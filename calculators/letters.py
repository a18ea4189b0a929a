"""The national letter scale.  It stands in none of the documents: every answer says so."""

from fractions import Fraction

from calculators.case import Case
from calculators.rulebook import Figure
from calculators.verdict import satisfies

FLAG = "external_scale"
POINTS = "scale.points"
LOWEST_PASS = "D"


def points(case: Case, letter: str) -> Figure:
    """Grade points of a letter."""
    return case.external(f"{POINTS}.{letter}")


def of_score(case: Case, score: Fraction) -> str | None:
    """The letter of a score from 0 to 100; None for a fraction of a point.

    Scores are whole numbers and the bands leave gaps between them, so 94.5
    belongs to no letter, least of all silently to the higher one.
    """
    if score.denominator != 1:
        return None
    return next(letter for letter in letters(case) if satisfies(score, case.external(f"scale.low.{letter}")))


def around(case: Case, score: Fraction) -> list[str]:
    """The letters of the whole scores next to a fractional one, lower first."""
    lower = Fraction(score.__floor__())
    return list(dict.fromkeys((of_score(case, lower), of_score(case, lower + 1))))


def letters(case: Case) -> tuple[str, ...]:
    """All letters, best first."""
    return case.rules.keys(f"external.{POINTS}")
