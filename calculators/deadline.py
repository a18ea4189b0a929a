"""When does a term end, and was it kept?

Every term is a figure with a unit; what is counted from, and which days are
open to two readings, stands here.

Source: ietu-3.5, ietu-4.5, ietu-5.1, ietu-5.2, ietu-7.4, aues-6.2.3, aues-7.4.9, htii-5.2.11, htii-5.3.18,
htii-5.4.2, htii-5.4.8, htii-5.4.9, htii-5.4.10, htii-5.5.15, htii-5.6.13.
"""

from datetime import date, datetime, time, timedelta

from calculators import days
from calculators.case import Case
from calculators.errors import BadInput
from calculators.fields import Field
from calculators.rulebook import Figure
from calculators.verdict import OK, UNDEFINED, Verdict

AUDIENCE = ("student", "master", "applicant", "staff")
ROUTE = "kind"
STARTS = {
    "topic_approval": "study_start", "supervisor_appointment": "enrolment_date", "individual_plan": "semester_end",
    "internship_report": "internship_end", "annual_report": None, "diploma_issue": "attestation_end",
    "refusal_notice": "refusal_date", "appeal": "results_date", "foreign_admission": "period_start",
    "loan_deferral": "bank_certificate_date", "reselect_course": "registration_end",
    "admission_report": "admission_end", "academic_difference": "period_end",
    "foreign_document_recognition": "first_period_end", "unt_retake": None,
}  # fmt: skip
NO_DATE = {"annual_report": "date_not_stated", "unt_retake": "start_not_defined"}
FLAGS = {"refusal_notice": ("start_not_defined",), "appeal": ("entrance_exams_only",)}
# Kinds whose day a list of holidays can move, under one reading at least.
WITH_HOLIDAYS = ("internship_report", "diploma_issue", "refusal_notice", "foreign_admission", "reselect_course")
FIELDS = (
    Field("kind", "choice", tuple(STARTS), needed=True),
    *(Field(start, "date", needed=True, when={"kind": (kind,)}) for kind, start in STARTS.items() if start),
    Field("holidays", "dates", when={"kind": WITH_HOLIDAYS}),
    Field("submitted_at", "datetime", when={"kind": ("appeal",)}),
    Field("check_date", "date", when={"kind": tuple(kind for kind, start in STARTS.items() if start)}),
)


def consistent(case: Case) -> None:
    """An appeal is not lodged before the day of the results."""
    results, submitted = case["results_date"], case["submitted_at"]
    if results and submitted and submitted.date() < results:
        raise BadInput("submitted_at", "before_start", minimum=results.isoformat())


def judge(case: Case) -> Verdict:
    """The last day, the day under the other reading if there is one, and the check."""
    kind = case["kind"]
    if kind in NO_DATE:
        return Verdict(UNDEFINED, {}, [NO_DATE[kind]], case.clauses(kind))
    if kind == "appeal":
        return _appeal(case)
    term = case.figure(f"{kind}.term")
    due, other, flags = _ends(term, case[STARTS[kind]], set(case["holidays"] or ()))
    outputs = {"due_date": due.isoformat(), "term": term.value, "term_unit": term.unit}
    if other:
        outputs["other_due_date"] = other.isoformat()
    flags += FLAGS.get(kind, ())
    if term.unit != "working_days" and not days.is_working(due, ()):
        flags.append("ends_on_weekend")
    return Verdict(_kept(case["check_date"], due, other), outputs, flags, [*term.clauses])


def _kept(check: date | None, due: date, other: date | None) -> str:
    if check is None:
        return OK
    if check <= due:
        return "in_time"
    # Between the two readings the document does not say.
    return "boundary" if other and check <= other else "late"


def _ends(term: Figure, start: date, holidays: set[date]) -> tuple[date, date | None, list[str]]:
    """The last day, the last day under another reading, flags."""
    count = term.count
    if term.unit in ("semesters", "academic_periods"):
        return start, None, []
    if term.unit == "working_days":
        return days.working_days_after(start, count, holidays), None, ["working_week_assumed"]
    if term.unit == "months":
        corresponding = days.months_after(start, count)
        # "The first months" count the first day itself, so they end a day earlier.
        if term.relation == "first":
            return corresponding - days.DAY, corresponding, ["start_day_convention"]
        return corresponding, None, []
    if term.relation == "before":
        safe = days.working_days_before(start, count, holidays)
        return start - timedelta(days=count), safe, ["day_type_not_defined"]
    if term.unit == "days":
        working = days.working_days_after(start, count, holidays)
        return start + timedelta(days=count), working, ["day_type_not_defined"]
    return start + (timedelta(weeks=count) if term.unit == "weeks" else timedelta(days=count)), None, []


def _appeal(case: Case) -> Verdict:
    """The next day until the hour; at the hour sharp nobody can say "in time"."""
    closes, decision = case.figure("appeal.closes"), case.figure("appeal.decision")
    hour, minute = closes.value.split(".")
    day = case["results_date"] + days.DAY
    due = datetime.combine(day, time(int(hour), int(minute)))
    outputs = {"due_at": due.isoformat(timespec="minutes"), "due_date": day.isoformat()}
    flags = list(FLAGS["appeal"])
    submitted, check = case["submitted_at"], case["check_date"]
    status = OK
    if submitted:
        outputs["submitted_at"] = submitted.isoformat(timespec="minutes")
        status = "boundary" if submitted == due else "in_time" if submitted < due else "late"
    elif check:
        status = "boundary" if check == day else "in_time" if check < day else "late"
    if status == "boundary":
        flags.append("boundary_time")
    return Verdict(status, outputs, flags, [*closes.clauses, *decision.clauses])
