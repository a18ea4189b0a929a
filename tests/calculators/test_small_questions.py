"""Hours, sizes, shares, terms and rights: the questions with one rule each."""

import pytest

from calculators import ask
from calculators.rulebook import RULEBOOK


@pytest.mark.parametrize(("meetings", "status"), [(0, "not_met"), (1, "not_met"), (2, "met"), (3, "met")])
def test_two_council_meetings_a_year_are_enough(meetings, status):
    """At least two; the associations follow their plans."""
    answer = ask("council_meetings", "umc", body="rumc", meetings_per_year=meetings)

    assert (answer["status"], answer["clauses"]) == (status, ["umc-9"])
    assert ask("council_meetings", "umc", body="uao", meetings_per_year="x")["clauses"] == ["umc-17"]
    assert ask("council_meetings", "umc", body="rumc")["error_field"] == "meetings_per_year"
    assert ask("council_meetings", "umc", meetings_per_year=meetings)["error_field"] == "body"


@pytest.mark.parametrize(
    ("institution", "credits", "hours", "minutes", "ects"),
    [
        ("aues", 1, 30, 1500, 1), ("aues", "2,5", 75, 3750, "2.5"), ("aues", 60, 1800, 90_000, 60), ("aues", 0, 0, 0, 0),
        ("ietu", 1, 30, None, None), ("ietu", 60, 1800, None, None), ("ietu", "0.01", "0.3", None, None),
    ],
)  # fmt: skip
def test_a_credit_is_thirty_hours_and_its_minutes_are_told_where_they_stand(institution, credits, hours, minutes, ects):
    """ietu gives neither minutes nor ECTS."""
    answer = ask("credit_hours", institution, credits=credits)

    assert (answer["status"], answer["academic_hours"]) == ("ok", hours)
    assert (answer.get("minutes"), answer.get("ects")) == (minutes, ects)


def test_hours_per_credit_are_not_everywhere_fixed():
    """htii fixes the length of an hour alone."""
    assert "htii-gl.8" in ask("credit_hours", "htii", credits=5)["clauses"]
    assert ask("credit_hours", "aues", credits=-1)["error_code"] == "negative"
    assert ask("credit_hours", "aues", credits="")["status"] == "incomplete"


@pytest.mark.parametrize(
    ("credits", "status"),
    [
        (1, "not_met"), (2, "not_met"), ("2,99", "not_met"), (3, "allowed"), (4, "allowed"), ("4.5", "not_met"), (5, "met"),
        (8, "met"), ("8,5", "not_met"), ("0.5", "not_met"), ("5,0", "met"),
    ],
)  # fmt: skip
def test_a_course_has_whole_credits_as_a_rule_five(credits, status):
    """Three and four are permitted, less is not."""
    answer = ask("course_size", "htii", credits=credits)

    assert (answer["status"], answer["clauses"]) == (status, ["htii-3.1.18"])


@pytest.mark.parametrize(
    ("credits", "change"),
    [
        (2, [("permitted_size", "1")]), ("4,5", [("whole_credits", "yes")]), ("1.5", [("whole_credits", "yes"), ("permitted_size", "1.5")]),
        (4, [("usual_size", "1")]), (5, []),
    ],
)  # fmt: skip
def test_only_what_forbids_a_size_has_to_change(credits, change):
    """The usual size is advice to a course that is permitted."""
    answer = ask("course_size", "htii", credits=credits)

    assert [(each["item"], each["needed"]) for each in answer["change"]] == change


@pytest.mark.parametrize(("credits", "code"), [(0, "not_positive"), (-3, "not_positive"), ("five", "not_a_number")])
def test_a_course_without_credits_is_none(credits, code):
    """Zero, less, or words."""
    answer = ask("course_size", "htii", credits=credits)

    assert (answer["status"], answer["error_code"]) == ("invalid_input", code)
    assert ask("course_size", "htii")["status"] == "incomplete"


@pytest.mark.parametrize(
    ("inputs", "status", "shown"),
    [
        ({"percent": 30}, "met", "30.00"), ({"percent": "29,99"}, "not_met", "29.99"), ({"percent": 100}, "met", "100.00"),
        ({"percent": "29.9999"}, "not_met", "29.9999"), ({"total_hours": 300, "production_hours": 90}, "met", "30.00"),
        ({"total_hours": 300, "production_hours": 89}, "not_met", "29.67"),
        ({"total_hours": 3, "production_hours": 1}, "met", "33.33"), ({"total_hours": 5, "production_hours": 0}, "not_met", "0.00"),
        ({"total_hours": 5, "production_hours": 5}, "met", "100.00"),
        ({"percent": 40, "total_hours": 0, "production_hours": "x"}, "met", "40.00"),
    ],
)  # fmt: skip
def test_thirty_percent_at_work_are_enough(inputs, status, shown):
    """At least; a percentage outranks hours, and rounding never shows it reached."""
    answer = ask("dual_training", "htii", **inputs)

    assert (answer["status"], answer["percent"], answer["flags"]) == (status, shown, ["unit_not_defined"])


@pytest.mark.parametrize(
    ("inputs", "status", "field", "code"),
    [
        ({}, "incomplete", "total_hours", "blank"), ({"total_hours": 10}, "incomplete", "production_hours", "blank"),
        ({"percent": "100,01"}, "invalid_input", "percent", "too_large"), ({"percent": -1}, "invalid_input", "percent", "negative"),
        ({"total_hours": 0}, "invalid_input", "total_hours", "not_positive"),
        ({"total_hours": 10, "production_hours": 11}, "invalid_input", "production_hours", "more_than_total"),
    ],
)  # fmt: skip
def test_a_share_is_a_part_of_a_whole(inputs, status, field, code):
    """Wrong and blank inputs are named."""
    answer = ask("dual_training", "htii", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, field, code)
    assert ask("dual_training", "aues", **inputs)["clauses"] == ["aues-2.4.5"]


@pytest.mark.parametrize(
    ("institution", "level", "track", "years", "status"),
    [
        ("miras", "master", "sci_ped", 2, "met"), ("miras", "master", "sci_ped", "1,99", "not_met"),
        ("miras", "master", "sci_ped", 3, "not_met"), ("miras", "master", "profile", 1, "met"),
        ("miras", "master", "profile", "0.5", "not_met"), ("miras", "master", "profile", 2, "met"),
        ("aues", "master", "sci_ped", 2, "met"), ("aues", "master", "sci_ped", 3, "met"),
        ("aues", "master", "sci_ped", 1.5, "not_met"), ("aues", "master", "profile", 1, "met"),
        ("aues", "master", "profile", "0,9", "not_met"), ("aues", "master", "profile", 2, "met"),
        ("aues", "doctoral", "sci_ped", 4, "met"), ("aues", "doctoral", "profile", 4, "met"), ("aues", "doctoral", "sci_ped", 3, "met"),
        ("aues", "doctoral", "profile", "2,9", "not_met"), ("aues", "doctoral", None, 3, "met"),
        ("aues", "doctoral", "profile", 3, "met"), ("aues", "doctoral", "sci_ped", 2, "not_met"),
        ("ietu", "master", "profile", 1, "met"), ("ietu", "master", "profile", "1,5", "met"),
        ("ietu", "master", "profile", "1.25", "not_met"), ("htii", "master", "profile", "1.50", "met"), ("htii", "master", "profile", 1, "met"),
        ("htii", "master", "profile", 2, "not_met"), ("ietu", "master", "profile", 2, "not_met"),
    ],
)  # fmt: skip
def test_a_term_of_study_is_exact_least_or_one_of_two(institution, level, track, years, status):
    """As each document puts it."""
    assert ask("study_term", institution, level=level, track=track, years=years)["status"] == status


@pytest.mark.parametrize(
    ("institution", "track", "years", "needed"),
    [("miras", "sci_ped", 3, "2"), ("aues", "sci_ped", "1.5", "2"), ("ietu", "profile", 2, "1, 1.5")],
)  # fmt: skip
def test_a_wrong_term_is_told_the_right_one(institution, track, years, needed):
    """The years themselves, not the years too many or too few."""
    change = ask("study_term", institution, level="master", track=track, years=years)["change"]

    assert change == [{"item": "years", "needed": needed, "unit": "years"}]


@pytest.mark.parametrize(
    ("institution", "inputs", "flags", "years"),
    [
        ("ietu", {"level": "master", "track": "sci_ped"}, ["not_in_document", "derived_not_stated"], "2"),
        ("htii", {"level": "master", "track": "sci_ped"}, ["not_in_document", "derived_not_stated"], None),
        ("ietu", {"level": "doctoral", "years": "x"}, ["not_in_document"], None),
        ("aues", {"level": "bachelor", "years": 4}, ["not_in_document"], None), ("umc", {}, ["not_in_document"], None),
    ],
)  # fmt: skip
def test_a_term_that_is_not_stated_is_undefined(institution, inputs, flags, years):
    """Two years only follow from 120 credits at 60 a year: derived, and said to be."""
    answer = ask("study_term", institution, **inputs)

    assert (answer["status"], answer["flags"], answer.get("derived_years")) == ("undefined", flags, years)


@pytest.mark.parametrize(
    ("inputs", "status", "field"),
    [
        ({}, "incomplete", "level"), ({"level": "master"}, "incomplete", "years"),
        ({"level": "master", "years": 2}, "incomplete", "track"), ({"level": "master", "years": 0}, "invalid_input", "years"),
    ],
)  # fmt: skip
def test_a_blank_track_matters_where_the_tracks_differ(inputs, status, field):
    """For a doctorate it does not."""
    answer = ask("study_term", "aues", **inputs)

    assert (answer["status"], answer["error_field"]) == (status, field)


@pytest.mark.parametrize(
    ("institution", "inputs", "status"),
    [
        ("ietu", {"degree": "profile_master", "pedagogical_programme_completed": True}, "met"),
        ("ietu", {"degree": "profile_master", "pedagogical_programme_completed": False}, "not_met"),
        ("ietu", {"degree": "profile_master"}, "incomplete"),
        ("ietu", {"degree": "profile_doctor"}, "undefined"), ("aues", {"degree": "profile_master"}, "undefined"),
        ("aues", {"degree": "profile_doctor", "pedagogical_block_completed": True, "pedagogical_practice_done": True}, "met"),
        ("aues", {"degree": "profile_doctor", "pedagogical_block_completed": True, "pedagogical_practice_done": False}, "not_met"),
        ("aues", {"degree": "profile_doctor", "pedagogical_block_completed": False, "pedagogical_practice_done": True}, "not_met"),
        ("aues", {"degree": "profile_doctor", "pedagogical_block_completed": True}, "incomplete"),
        ("aues", {"degree": "profile_doctor", "pedagogical_block_completed": False}, "not_met"),
        ("aues", {"degree": "baker"}, "invalid_input"), ("aues", {}, "incomplete"),
    ],
)  # fmt: skip
def test_a_profile_degree_teaches_only_after_everything_named(institution, inputs, status):
    """One thing lacking is enough for no; a degree the document does not name stays undefined."""
    assert ask("teaching_right", institution, **inputs)["status"] == status


def test_what_a_right_to_teach_lacks_is_told_apart_from_what_is_unknown():
    """One done, one not done; one not done, one not told."""
    done = ask("teaching_right", "aues", degree="profile_doctor", pedagogical_block_completed=True, pedagogical_practice_done=False)
    told = ask("teaching_right", "aues", degree="profile_doctor", pedagogical_block_completed=False)

    assert (done["missing"], done["unknown"]) == (["pedagogical_practice_done"], [])
    assert (told["missing"], told["unknown"]) == (["pedagogical_block_completed"], ["pedagogical_practice_done"])


@pytest.mark.parametrize(
    ("theory", "science", "defended", "status", "outcome", "paid"),
    [
        (True, False, False, "ok", "repeat_science_credits_paid_then_defend_later", None),
        (True, True, False, "ok", "credits_awarded_defend_later_paid", 4),
        (True, True, True, "undefined", None, None), (True, False, True, "undefined", None, None),
        (False, True, False, "undefined", None, None), (False, None, None, "undefined", None, None),
        (True, None, False, "incomplete", None, None), (None, True, False, "incomplete", None, None),
        (True, True, None, "incomplete", None, None), (True, "?", False, "invalid_input", None, None),
    ],
)  # fmt: skip
def test_a_late_defence_is_paid_in_two_ways(theory, science, defended, status, outcome, paid):
    """The clauses speak of those only who finished the theory and did not defend."""
    answer = ask(
        "doctoral_late_defence", "aues", theory_complete=theory, science_complete=science, defended=defended
    )

    assert (answer["status"], answer.get("outcome"), answer.get("paid_credits")) == (status, outcome, paid)


FREE = {"prerequisites_passed": True, "tuition_debt": 0}
NEW = {"is_new": True, "enrolment_order": True, "paid_basis": True, "semester_fee_paid": True}


@pytest.mark.parametrize(
    ("inputs", "status", "missing"),
    [
        (FREE, "met", []), (FREE | {"prerequisites_passed": False}, "not_met", ["prerequisites"]),
        (FREE | {"tuition_debt": "0,01"}, "not_met", ["tuition_debt"]),
        (FREE | {"prerequisites_passed": "no", "tuition_debt": 5}, "not_met", ["prerequisites", "tuition_debt"]),
        (FREE | NEW, "met", []), (NEW, "met", []), (NEW | {"enrolment_order": False}, "not_met", ["enrolment_order"]),
        (NEW | {"semester_fee_paid": False}, "not_met", ["semester_fee"]),
        (NEW | {"semester_fee_paid": False, "paid_basis": False}, "met", []),
        (NEW | {"tuition_debt": 1}, "not_met", ["tuition_debt"]), (NEW | {"paid_basis": None, "semester_fee_paid": None}, "incomplete", []),
        (FREE | {"is_retake": True, "retake_prepaid": True}, "met", []),
        (FREE | {"is_retake": True, "retake_prepaid": False}, "not_met", ["retake_prepayment"]),
        (FREE | {"is_retake": True}, "incomplete", []), (FREE | {"retake_prepaid": False, "enrolment_order": False}, "met", []),
        (FREE | {"tuition_debt": None}, "incomplete", []), (FREE | {"tuition_debt": -1}, "invalid_input", None),
    ],
)  # fmt: skip
def test_registration_is_closed_by_what_is_owed(inputs, status, missing):
    """Any debt above zero; newcomers and repeaters have conditions of their own."""
    answer = ask("registration_access", "htii", **inputs)

    assert (answer["status"], answer.get("missing")) == (status, missing)


def test_the_debt_to_pay_is_told():
    """All of it."""
    change = ask("registration_access", "htii", prerequisites_passed=True, tuition_debt="1500,50")["change"]

    assert change == [{"item": "tuition_debt", "needed": "1500.5", "unit": "tenge"}]


@pytest.mark.parametrize(
    ("marks", "mean", "exact"),
    [([70, 80], "75.00", "75/1"), ([0, 0, 1], "0.33", "1/3"), ([100], "100.00", "100/1"), (["66,5", 67, 68], "67.17", "403/6")],
)
def test_the_mean_of_all_marks(marks, mean, exact):
    """Two decimals, half up; the final grade is not computed and that is told."""
    answer = ask("current_control", "htii", marks=marks)

    assert (answer["status"], answer["mean"], answer["mean_exact"]) == ("ok", mean, exact)
    assert answer["marks_count"] == len(marks)
    assert answer["flags"] == ["final_grade_not_defined"]


@pytest.mark.parametrize(
    ("marks", "status", "field"),
    [
        ([], "incomplete", "marks"), (None, "incomplete", "marks"), ([70, None], "incomplete", "marks[1]"),
        ([70, 101], "invalid_input", "marks[1]"), ([-1], "invalid_input", "marks[0]"), ("70", "invalid_input", "marks"),
        (["x", None], "invalid_input", "marks[0]"),
    ],
)  # fmt: skip
def test_marks_are_from_zero_to_a_hundred(marks, status, field):
    """Each is named by its place."""
    answer = ask("current_control", "htii", marks=marks)

    assert (answer["status"], answer["error_field"]) == (status, field)


@pytest.mark.parametrize(
    ("role", "sum_of_role"), [("student_rector", 20_000), ("faculty_student_dean", 15_000), ("dormitory_council_chair", 15_000)]
)
def test_a_stipend_begins_on_the_day_of_its_decision(role, sum_of_role):
    """29 August 2022 is the first day; the day before there was none."""
    first, before = (
        ask("student_government_stipend", "htii", role=role, as_of=day) for day in ("2022-08-29", "2022-08-28")
    )

    assert (first["status"], first["monthly_tenge"], first["as_of"]) == ("ok", sum_of_role, "2022-08-29")
    assert (before["status"], before["flags"], before["clauses"]) == ("undefined", ["not_in_force"], ["htii-8.7"])
    assert ask("student_government_stipend", "htii", role=role)["monthly_tenge"] == sum_of_role
    assert "as_of" in ask("student_government_stipend", "htii", role=role)
    assert ask("student_government_stipend", "htii", role="dean")["error_field"] == "role"
    assert ask("student_government_stipend", "htii")["status"] == "incomplete"


@pytest.mark.parametrize("question", sorted({name.split(".")[1] for name in RULEBOOK.silences()}))
def test_a_silent_document_is_told_before_any_input_is_judged(question):
    """Every document that is silent on a question as a whole, with its clauses."""
    silent = [name for name in RULEBOOK.silences() if name.split(".")[1:] == [question] and not RULEBOOK.has(name)]

    assert silent
    for name in silent:
        institution = name.split(".")[0]
        answer = ask(question, institution, level="x", kind="x", body="x", letter="x", credits="x", date="x")

        assert answer["status"] == "undefined"
        assert "not_in_document" in answer["flags"]
        assert answer["clauses"] == list(RULEBOOK.silences()[name])
