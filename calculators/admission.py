"""Do UNT marks open the way in?

The clauses ask the threshold for paid places too, and another clause opens a
paid route below it: such an answer is conditional and shows both.

Source: htii-5.2.6, htii-5.2.7, htii-5.2.11, htii-5.3.5, htii-5.3.7, htii-5.3.8, htii-5.3.13, htii-5.4.2.
"""

from calculators.case import Case
from calculators.errors import BadInput, Blank
from calculators.fields import Field
from calculators.rulebook import Figure
from calculators.verdict import MET, NOT_MET, Check, Verdict, answered, measured, names, satisfies

AUDIENCE = ("applicant",)
EXTERNAL = ("unt",)
CITIZEN = {"applicant": ("kz",)}
TESTED = CITIZEN | {"unt_state": ("valid", None)}
FIELDS = (
    Field("applicant", "choice", ("kz", "foreign"), needed=True),
    Field("base", "choice", ("general", "shortened"), needed=True, when=CITIZEN),
    Field("field", "choice", ("general", "pedagogy", "law"), needed=True, when=CITIZEN),
    Field("funding", "choice", ("grant", "paid"), needed=True),
    Field("subjects", "integers", unit="unt_points", when=TESTED),
    Field("creative_marks", "integers", unit="unt_points", when=TESTED),
    Field("special_exam", "choice", ("pass", "fail"), needed=True, when=CITIZEN | {"field": ("pedagogy",)}),
    Field(
        "unt_state", "choice", ("valid", "annulled", "profile_mismatch", "not_taken"), needed=True, when=CITIZEN,
    ),
)  # fmt: skip


def silence(case: Case) -> Verdict | None:
    """A foreign citizen on a grant, and a test never taken, are nowhere covered."""
    if case["applicant"] == "foreign" and case["funding"] == "grant":
        return Verdict.silent(case.silence("foreign_grant"))
    if case["applicant"] == "kz" and case["unt_state"] == "not_taken":
        return Verdict.silent(case.silence("not_taken"))
    return None


def consistent(case: Case) -> None:
    """Creative marks fit the number of exams and their scale."""
    marks, base = case["creative_marks"], case["base"]
    if not marks or base is None:
        return
    scale, exams = case.figure(f"{base}.creative_scale"), case.figure(f"{base}.creative_exams")
    for index, mark in enumerate(marks):
        # The exam "is marked on" this scale, so its top is the most.
        if mark is not None and not satisfies(mark, scale):
            raise BadInput(f"creative_marks[{index}]", "too_large", maximum=scale.value)
    if len(marks) > exams.count:
        raise BadInput("creative_marks", "too_many_rows", maximum=exams.value)


def judge(case: Case) -> Verdict:
    """Threshold, least mark, special exam, state of the test; then the paid route."""
    if case["applicant"] == "foreign":
        return Verdict("interview_route", clauses=[*case.figure("foreign").clauses])
    total = case.figure(_threshold(case))
    outputs = {"threshold_total": total.count}
    checks = [*_marks(case, total, outputs), *_special_exam(case)]
    reasons = [REASONS.get(name, name) for name in names(checks, met=False)]
    if case["unt_state"] != "valid":
        reasons.append(f"unt_{case['unt_state']}")
    outputs["reasons"] = reasons
    status, flags = _status(case, reasons)
    if case["field"] == "law" and not case.has(f"{case['base']}.total_law"):
        flags.append("law_not_named_in_clause")
    if _beyond_external(case):
        flags.append("external_maximum")
    clauses = [*total.clauses, *(case.figure("paid_route").clauses if case["funding"] == "paid" else ())]
    return Verdict(status, outputs, flags, clauses, checks)


REASONS = {"total": "total_below", "subject": "subject_below_5", "special_exam": "special_exam_failed"}


def _threshold(case: Case) -> str:
    named = f"{case['base']}.total_{case['field']}"
    return named if case.has(named) else f"{case['base']}.total"


def _marks(case: Case, threshold: Figure, outputs: dict) -> list[Check]:
    """The sum and the lowest of all marks, when there is a test to count."""
    if case["unt_state"] != "valid":
        return []
    case.need("subjects")
    creative = case["creative_marks"] or ()
    exams = case.figure(f"{case['base']}.creative_exams")
    if creative and len(creative) < exams.count:
        raise Blank(f"creative_marks[{len(creative)}]")
    if creative:
        case.need("creative_marks")
    marks = (*case["subjects"], *creative)
    outputs["total"] = sum(marks)
    checks = [measured("total", sum(marks), threshold)]
    checks.append(measured("subject", min(marks), case.figure(f"{case['base']}.subject")))
    if creative:
        checks.append(answered("creative_exams", True, exams))
    return checks


def _special_exam(case: Case) -> list[Check]:
    if case["field"] != "pedagogy":
        return []
    return [answered("special_exam", case["special_exam"] == "pass", case.figure("special_exam"))]


def _status(case: Case, reasons: list[str]) -> tuple[str, list[str]]:
    if not reasons:
        return MET, (["competition_decides"] if case["funding"] == "grant" else [])
    # The paid route leaves out the shortened base; it says nothing of a failed special exam.
    open_route = case["funding"] == "paid" and case["base"] == "general"
    if open_route and "special_exam_failed" not in reasons:
        return "conditional", ["paid_route_contradiction", "full_time_only", "retake_within_year"]
    return NOT_MET, []


def _beyond_external(case: Case) -> bool:
    """Marks that the national test, by outside knowledge, does not give."""
    subjects = [mark for mark in case["subjects"] or () if mark is not None]
    if not subjects:
        return False
    total, subject = case.external("unt.total"), case.external("unt.subject")
    return not (satisfies(sum(subjects), total) and satisfies(max(subjects), subject))
