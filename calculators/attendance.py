"""Have unexcused absences reached the hours at which expulsion is possible?

Reaching them makes expulsion possible, never automatic.

Source: aues-2.3.3, aues-6.2.2.
"""

from fractions import Fraction

from calculators.case import Case
from calculators.fields import Field
from calculators.shown import counted, plain
from calculators.verdict import Check, Verdict, satisfies

AUDIENCE = ("student", "master")
FIELDS = (
    Field("unexcused_hours", "decimal", unit="hours", needed=True),
    Field("excused_hours", "decimal", unit="hours", noted=True),
)


def judge(case: Case) -> Verdict:
    """The hours beside the limit, and how many are left before it."""
    hours, limit = case["unexcused_hours"], case.figure("limit")
    # The clause says "N hours or more", so N itself reaches it.
    reached = satisfies(hours, limit)
    left = max(limit.number - hours, Fraction())
    outputs = {"remaining": counted(left), "threshold": limit.count}
    if case["excused_hours"] is not None:
        outputs["excused_hours"] = counted(case["excused_hours"])
    flags = ["discretionary"] if reached else []
    check = Check("unexcused_hours", limit.value, "<", plain(hours), not reached, limit.clauses, limit.unit)
    change = [] if reached else [{"item": "hours_left", "needed": plain(left), "unit": limit.unit}]
    return Verdict("reached" if reached else "below", outputs, [*flags, "hour_type_not_defined"], [], [check], change)
