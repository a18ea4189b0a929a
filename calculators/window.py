"""Is an application window open on a day?  Both end days belong to it.

Source: htii-5.3.4, htii-5.3.6, htii-5.4.1, htii-5.4.5, htii-5.6.5.
"""

from datetime import date

from calculators.case import Case
from calculators.fields import Field
from calculators.rulebook import Figure
from calculators.verdict import Check, Verdict

AUDIENCE = ("applicant",)
ROUTE = "kind"
FIELDS = (
    Field(
        "kind", "choice",
        (
            "creative_exam_application", "creative_exam", "pedagogy_special_exam", "pedagogy_special_exam_electronic",
            "originals_submission", "grade11_application", "new_student_registration",
        ),
        needed=True,
    ),
    Field("date", "date", needed=True),
)  # fmt: skip
FLAGS = {
    "pedagogy_special_exam": ("unt_format_decides",),
    "new_student_registration": ("before_semester_start",),
}


def judge(case: Case) -> Verdict:
    """The window of the day's own year."""
    kind, day = case["kind"], case["date"]
    opens, closes = case.figure(f"{kind}.opens"), case.figure(f"{kind}.closes")
    first, last = in_year(opens, day.year), in_year(closes, day.year)
    # "From A to B" takes in both A and B.
    begun, going_on = first <= day, day <= last
    checks = [_check("opens", first, day, begun, opens), _check("closes", last, day, going_on, closes)]
    status = "not_open" if not begun else "open" if going_on else "closed"
    outputs = {"opens": first.isoformat(), "closes": last.isoformat()}
    if status == "not_open":
        outputs["days_until_open"] = (first - day).days
    if status == "open":
        outputs["days_left"] = (last - day).days
    return Verdict(status, outputs, list(FLAGS.get(kind, ())), checks=checks)


def in_year(figure: Figure, year: int) -> date:
    """The figure's day and month ("20.6.") in a year."""
    day, month = figure.value.rstrip(".").split(".")
    return date(year, int(month), int(day))


def _check(name: str, bound: date, day: date, met: bool, figure: Figure) -> Check:
    return Check(
        name, bound.isoformat(), figure.relation, day.isoformat(), met, figure.clauses, figure.unit, bound.isoformat()
    )
