"""Is a course given a permitted number of credits?

Source: htii-3.1.18.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import MET, NOT_MET, Verdict, answered, measured, ruling

AUDIENCE = ("staff", "student")
FIELDS = (Field("credits", "decimal", unit="credits", above=True, needed=True),)


def judge(case: Case) -> Verdict:
    """A whole number, as a rule at least the usual one; a smaller one is permitted."""
    credits, usual, permitted = case["credits"], case.figure("usual"), case.figure("permitted")
    whole = answered("whole_credits", credits.denominator == 1, usual)
    # "As a rule at least" is no ban below it: the next sentence permits two numbers less.
    usual_size, least = measured("usual_size", credits, usual), measured("permitted_size", credits, permitted)
    checks, binding = [whole, usual_size, least], [whole, least]
    if ruling(binding) == NOT_MET:
        return Verdict(NOT_MET, checks=checks, change=[check.change() for check in binding if not check.met])
    return Verdict(MET if usual_size.met else "allowed", checks=checks)
