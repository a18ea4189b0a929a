"""Does a national council meet often enough in a year?

Source: umc-9; umc-17 leaves the associations to their plans.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import Verdict, measured, ruling

AUDIENCE = ("staff",)
ROUTE = "body"
FIELDS = (
    Field("body", "choice", ("rumc", "uao"), needed=True),
    Field("meetings_per_year", "integer", unit="meetings_per_year", needed=True),
)


def judge(case: Case) -> Verdict:
    """The meetings of a year beside the least number."""
    # The clause says "at least", so the number itself is enough.
    check = measured("meetings", case["meetings_per_year"], case.figure(f"{case['body']}.meetings"))
    return Verdict(ruling([check]), checks=[check])
