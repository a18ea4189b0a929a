"""What is the mean of all marks of a period?

The final grade is not computed: only one of its two weights is in the document.

Source: htii-4.19, htii-4.21.
"""

from fractions import Fraction

from calculators.case import Case
from calculators.fields import Field
from calculators.shown import fixed, ratio
from calculators.verdict import OK, Verdict

AUDIENCE = ("student", "master")
PLACES = 2
FIELDS = (Field("marks", "decimals", unit="score", maximum="htii.current_control.scale", needed=True),)


def judge(case: Case) -> Verdict:
    """The arithmetic mean, two decimals half up, and as an exact fraction."""
    marks = case["marks"]
    mean = Fraction(sum(marks), len(marks))
    outputs = {"mean": fixed(mean, PLACES), "mean_exact": ratio(mean), "marks_count": len(marks)}
    return Verdict(OK, outputs, ["final_grade_not_defined"], case.clauses())
