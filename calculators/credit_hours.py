"""How many hours are so many credits?

Source: ietu-3.3, aues-2.2.6, aues-2.2.7, aues-1.2.10.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.shown import counted
from calculators.verdict import OK, Verdict

AUDIENCE = ("student", "master", "staff")
FIELDS = (Field("credits", "decimal", unit="credits", needed=True),)


def judge(case: Case) -> Verdict:
    """Academic hours; minutes and ECTS credits where the document gives them."""
    credits, hours = case["credits"], case.figure("academic_hours")
    outputs = {"academic_hours": counted(credits * hours.number)}
    clauses = [*hours.clauses]
    if case.has("minutes"):
        minutes = case.figure("minutes")
        outputs["minutes"] = counted(credits * hours.number * minutes.number)
        clauses += minutes.clauses
    if case.has("ects"):
        ects = case.figure("ects")
        outputs["ects"] = counted(credits * ects.number)
        clauses += ects.clauses
    return Verdict(OK, outputs, [], clauses)
