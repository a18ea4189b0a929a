"""The end of every term, at the day and around it."""

from datetime import date, timedelta

import pytest

from calculators import ask

TERMS = [
    ("ietu", "topic_approval", "study_start", "2025-09-01", "2025-10-31", ["start_day_convention"], "ietu-5.1"),
    ("ietu", "topic_approval", "study_start", "2025-12-31", "2026-02-27", ["start_day_convention"], "ietu-5.1"),
    ("ietu", "supervisor_appointment", "enrolment_date", "2025-08-25", "2025-10-25", ["ends_on_weekend"], "ietu-5.2"),
    ("ietu", "supervisor_appointment", "enrolment_date", "2025-12-31", "2026-02-28", ["ends_on_weekend"], "ietu-5.2"),
    ("ietu", "individual_plan", "semester_end", "2026-01-23", "2026-01-23", [], "ietu-3.5"),
    ("ietu", "internship_report", "internship_end", "2026-04-17", "2026-05-01", ["working_week_assumed"], "ietu-7.4"),
    ("aues", "diploma_issue", "attestation_end", "2026-06-12", "2026-06-19", ["working_week_assumed"], "aues-7.4.9"),
    ("aues", "refusal_notice", "refusal_date", "2026-03-02", "2026-03-05", ["day_type_not_defined", "start_not_defined"], "aues-6.2.3"),
    ("htii", "foreign_admission", "period_start", "2026-09-01", "2026-08-27", ["day_type_not_defined"], "htii-5.2.11"),
    ("htii", "loan_deferral", "bank_certificate_date", "2026-08-20", "2026-09-17", [], "htii-5.4.8"),
    ("htii", "reselect_course", "registration_end", "2026-09-07", "2026-09-10", ["day_type_not_defined"], "htii-5.6.13"),
    ("htii", "admission_report", "admission_end", "2026-08-25", "2026-09-04", [], "htii-5.4.10"),
    ("htii", "academic_difference", "period_end", "2026-01-17", "2026-01-17", ["ends_on_weekend"], "htii-5.5.15"),
    ("htii", "foreign_document_recognition", "first_period_end", "2026-01-16", "2026-01-16", [], "htii-5.4.9"),
]  # fmt: skip

LENGTHS = {
    "topic_approval": ("2", "months"), "supervisor_appointment": ("2", "months"), "individual_plan": ("1", "semesters"),
    "internship_report": ("10", "working_days"), "diploma_issue": ("5", "working_days"), "refusal_notice": ("3", "days"),
    "foreign_admission": ("5", "days"), "loan_deferral": ("4", "weeks"), "reselect_course": ("3", "days"),
    "admission_report": ("10", "calendar_days"), "academic_difference": ("1", "academic_periods"),
    "foreign_document_recognition": ("1", "academic_periods"),
}  # fmt: skip


@pytest.mark.parametrize(("institution", "kind", "start", "day", "due", "flags", "clause"), TERMS)
def test_a_term_ends_on_its_day(institution, kind, start, day, due, flags, clause):
    """Counted from the day after, the last day inside; on it one is in time, after both readings late."""
    answer = ask("deadline", institution, kind=kind, **{start: day})
    last = date.fromisoformat(due)
    late = max(last, date.fromisoformat(answer.get("other_due_date", due))) + timedelta(1)
    checks = [
        ask("deadline", institution, kind=kind, **{start: day}, check_date=each.isoformat())["status"]
        for each in (last - timedelta(1), last, late)
    ]

    assert (answer["status"], answer["due_date"], answer["flags"]) == ("ok", due, flags)
    assert (answer["term"], answer["term_unit"]) == LENGTHS[kind]
    assert clause in answer["clauses"]
    assert checks == ["in_time", "in_time", "late"]


@pytest.mark.parametrize(
    ("institution", "kind", "start", "day", "other", "between"),
    [
        ("ietu", "topic_approval", "study_start", "2025-09-01", "2025-11-01", ["2025-11-01"]),
        ("aues", "refusal_notice", "refusal_date", "2026-03-06", "2026-03-11", ["2026-03-10", "2026-03-11"]),
        ("htii", "reselect_course", "registration_end", "2026-09-04", "2026-09-09", ["2026-09-08", "2026-09-09"]),
    ],
)
def test_between_two_readings_nobody_is_called_late(institution, kind, start, day, other, between):
    """The earlier day is shown as the safe one; the later reading is shown too."""
    asked = {"kind": kind, start: day}

    assert ask("deadline", institution, **asked)["other_due_date"] == other
    assert {ask("deadline", institution, **asked, check_date=each)["status"] for each in between} == {"boundary"}


def test_before_a_period_the_calendar_reading_is_shown_and_the_safe_day_told():
    """Working days would end earlier still."""
    answer = ask("deadline", "htii", kind="foreign_admission", period_start="2026-09-01")

    assert (answer["due_date"], answer["other_due_date"]) == ("2026-08-27", "2026-08-25")
    assert ask("deadline", "htii", kind="foreign_admission", period_start="2026-09-01", check_date="2026-08-28")["status"] == "late"


def test_holidays_move_working_days_alone():
    """A holiday in the middle of the ten days adds one; calendar terms stay."""
    report = {"kind": "internship_report", "internship_end": "2026-04-17"}

    assert ask("deadline", "ietu", **report, holidays=["2026-05-01", "", "2026-05-02"])["due_date"] == "2026-05-04"
    assert ask("deadline", "ietu", **report, holidays=["2026-04-17"])["due_date"] == "2026-05-01"
    assert ask("deadline", "htii", kind="admission_report", admission_end="2026-08-25", holidays="x")["status"] == "ok"


@pytest.mark.parametrize(
    ("submitted", "status"),
    [
        ("2026-07-08T18:00", "in_time"), ("2026-07-09T09:30", "in_time"), ("2026-07-09T12:59", "in_time"),
        ("2026-07-09T12:59:59", "in_time"), ("2026-07-09T13:00", "boundary"), ("2026-07-09 13:00:01", "late"),
        ("2026-07-09T13:01", "late"), ("2026-07-10T00:00", "late"), (None, "ok"),
    ],
)  # fmt: skip
def test_an_appeal_is_open_until_the_hour_and_the_hour_itself_is_nobodys(submitted, status):
    """ "Until 13.00" never makes 13:00 sharp in time."""
    answer = ask("deadline", "htii", kind="appeal", results_date="2026-07-08", submitted_at=submitted)

    assert (answer["status"], answer["due_at"]) == (status, "2026-07-09T13:00")
    assert ("boundary_time" in answer["flags"]) == (status == "boundary")
    assert "entrance_exams_only" in answer["flags"]
    assert "htii-5.3.18" in answer["clauses"]


@pytest.mark.parametrize(("day", "status"), [("2026-07-08", "in_time"), ("2026-07-09", "boundary"), ("2026-07-10", "late")])
def test_an_appeals_day_without_an_hour_is_open_on_the_last_day(day, status):
    """The hour decides on that day, and it is not known."""
    assert ask("deadline", "htii", kind="appeal", results_date="2026-07-08", check_date=day)["status"] == status


def test_an_appeal_before_the_results_is_no_appeal():
    """Nobody can mean that."""
    answer = ask("deadline", "htii", kind="appeal", results_date="2026-07-08", submitted_at="2026-07-07T23:59")

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", "submitted_at", "before_start")


@pytest.mark.parametrize(
    ("institution", "kind", "flag", "clause"),
    [("ietu", "annual_report", "date_not_stated", "ietu-4.5"), ("htii", "unt_retake", "start_not_defined", "htii-5.4.2")],
)
def test_terms_without_a_day_are_undefined(institution, kind, flag, clause):
    """No date is invented."""
    answer = ask("deadline", institution, kind=kind)

    assert (answer["status"], answer["flags"]) == ("undefined", [flag])
    assert clause in answer["clauses"]


@pytest.mark.parametrize(("institution", "kind"), [("aues", "topic_approval"), ("ietu", "appeal"), ("htii", "annual_report")])
def test_a_term_of_another_institution_is_not_in_this_document(institution, kind):
    """Without judging the dates."""
    answer = ask("deadline", institution, kind=kind, study_start="x", results_date="x")

    assert (answer["status"], answer["flags"]) == ("undefined", ["not_in_document"])


@pytest.mark.parametrize(
    ("institution", "inputs", "status", "field", "code"),
    [
        ("ietu", {}, "incomplete", "kind", "blank"),
        ("ietu", {"kind": "party"}, "invalid_input", "kind", "not_a_choice"),
        ("ietu", {"kind": "topic_approval", "enrolment_date": "x"}, "incomplete", "study_start", "blank"),
        ("ietu", {"kind": "individual_plan", "semester_end": "2026-13-01"}, "invalid_input", "semester_end", "not_a_date"),
        ("ietu", {"kind": "internship_report", "holidays": ["2026-05-01", "May"]}, "invalid_input", "holidays[1]", "not_a_date"),
        ("ietu", {"kind": "internship_report", "holidays": "2026-05-01"}, "invalid_input", "holidays", "not_a_list"),
        ("ietu", {"kind": "topic_approval", "check_date": "now"}, "invalid_input", "check_date", "not_a_date"),
        ("htii", {"kind": "appeal", "submitted_at": "2026-07-09"}, "invalid_input", "submitted_at", "not_a_datetime"),
        ("htii", {"kind": "appeal", "submitted_at": "2026-07-09T24:00"}, "invalid_input", "submitted_at", "not_a_datetime"),
        ("htii", {"kind": "appeal", "submitted_at": "2026-07-09T13:00+05:00"}, "invalid_input", "submitted_at", "not_a_datetime"),
        ("aues", {"kind": "diploma_issue", "attestation_end": 20260612}, "invalid_input", "attestation_end", "not_a_date"),
    ],
)  # fmt: skip
def test_wrong_and_blank_inputs_are_named(institution, inputs, status, field, code):
    """Other kinds' dates are ignored; invalid outranks blank."""
    answer = ask("deadline", institution, **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, field, code)
