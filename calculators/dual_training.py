"""Is enough of the material mastered at work?

Source: htii-3.1.6.
"""

from fractions import Fraction

from calculators.case import Case
from calculators.errors import BadInput
from calculators.fields import Field
from calculators.shown import PERCENT, plain, short_of
from calculators.verdict import Verdict, measured, ruling

AUDIENCE = ("staff", "student")
PLACES = 2
HOURS = {"percent": (None,)}
FIELDS = (
    Field("percent", "decimal", unit="percent"),
    Field("total_hours", "decimal", unit="hours", above=True, needed=True, when=HOURS),
    Field("production_hours", "decimal", unit="hours", needed=True, when=HOURS),
)


def consistent(case: Case) -> None:
    """A share is not more than the whole."""
    percent, total, part = case["percent"], case["total_hours"], case["production_hours"]
    if percent is not None and percent > PERCENT:
        raise BadInput("percent", "too_large", maximum=str(PERCENT))
    if total is not None and part is not None and part > total:
        raise BadInput("production_hours", "more_than_total", maximum=plain(total))


def judge(case: Case) -> Verdict:
    """The share beside the least one; in which unit it is counted is not said."""
    percent, least = case["percent"], case.figure("share")
    if percent is None:
        percent = Fraction(case["production_hours"] * PERCENT, case["total_hours"])
    shown = short_of(percent, least.number, PLACES)
    # The clause says "at least", so the share itself is enough.
    check = measured("production_share", percent, least, shown)
    return Verdict(ruling([check]), {"percent": shown}, ["unit_not_defined"], checks=[check])
