"""How many of those who passed get which relative ECTS letter?

These letters rank people against each other; they are not the letter marks.

Source: aues-3.1.4; htii-5.5.1-t1 prints another table, as an example.
"""

from fractions import Fraction
from itertools import accumulate

from calculators.case import Case
from calculators.errors import BadInput
from calculators.fields import Field
from calculators.shown import plain
from calculators.verdict import OK, UNDEFINED, Verdict

AUDIENCE = ("student", "staff")
SILENT_FLAGS = {"htii": ("different_table",)}
FIELDS = (
    Field("passed_count", "integer", unit="people", above=True, needed=True),
    Field("rank", "integer", above=True),
)


def consistent(case: Case) -> None:
    """A rank is one of those who passed."""
    count, rank = case["passed_count"], case["rank"]
    if count and rank and rank > count:
        raise BadInput("rank", "more_than_total", maximum=str(count))


def judge(case: Case) -> Verdict:
    """The counts, exact or suggested, and the letter of a rank inside one band."""
    count, rank = case["passed_count"], case["rank"]
    letters = case.keys("share")
    percents = [case.figure(f"share.{letter}").number for letter in letters]
    shares = [percent / sum(percents) for percent in percents]
    exact = [share * count for share in shares]
    settled = all(part.denominator == 1 for part in exact)
    outputs = {
        "counts": dict(zip(letters, _largest_remainder(exact, count))),
        "counts_suggested": not settled,
        "cuts": dict(zip(letters, (plain(cut) for cut in accumulate(percents)))),
    }
    flags = [] if settled else ["ects_rounding_not_defined"]
    if rank is None:
        return Verdict(OK if settled else UNDEFINED, outputs, flags, case.clauses("share"))
    letter = _letter(letters, list(accumulate(shares)), Fraction(rank - 1, count), Fraction(rank, count))
    if letter is None:
        return Verdict(UNDEFINED, outputs, ["ects_rounding_not_defined"], case.clauses("share"))
    outputs["ects_letter"] = letter
    return Verdict(OK, outputs, flags, case.clauses("share"))


def _letter(letters: tuple[str, ...], cuts: list[Fraction], after: Fraction, upto: Fraction) -> str | None:
    """The letter whose band holds a person's whole share; None across a cut."""
    for letter, low, high in zip(letters, [Fraction(), *cuts], cuts, strict=False):
        if low <= after and upto <= high:
            return letter
    return None


def _largest_remainder(exact: list[Fraction], count: int) -> list[int]:
    """Whole parts that add up to the count; what is left goes to the largest remainders, best letter first."""
    whole = [part.__floor__() for part in exact]
    order = sorted(range(len(exact)), key=lambda index: whole[index] - exact[index])
    for index in order[: count - sum(whole)]:
        whole[index] += 1
    return whole
