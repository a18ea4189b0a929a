"""Is a course given a permitted number of credits?

Source: htii-3.1.18.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import MET, NOT_MET, Verdict, answered, measured

AUDIENCE = ("staff", "student")
FIELDS = (Field("credits", "decimal", unit="credits", above=True, needed=True),)


def judge(case: Case) -> Verdict:
    """A whole number, as a rule at least the usual one; a smaller one is permitted."""
    credits, usual, permitted = case["credits"], case.figure("usual"), case.figure("permitted")
    whole = answered("whole_credits", credits.denominator == 1, usual)
    # "As a rule at least" is no ban below it: the next sentence permits two numbers less.
    checks = [whole, measured("usual_size", credits, usual), measured("permitted_size", credits, permitted)]
    if not whole.met or not checks[-1].met:
        return Verdict(NOT_MET, checks=checks)
    return Verdict(MET if checks[1].met else "allowed", checks=checks)
