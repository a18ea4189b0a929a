"""UNT thresholds at htii, and who is admitted some other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import ask

GRANT = {"applicant": "kz", "base": "general", "field": "general", "funding": "grant", "unt_state": "valid"}


def apply(**changed: object) -> dict:
    return ask("admission", "htii", **GRANT | {"subjects": [10, 10, 10, 10, 10]} | changed)


def marks(total: int) -> list[int]:
    return [5, 5, 5, total - 15]


@pytest.mark.parametrize(
    ("base", "field", "least"),
    [
        ("general", "general", 50), ("general", "pedagogy", 75), ("general", "law", 75),
        ("shortened", "general", 25), ("shortened", "pedagogy", 35), ("shortened", "law", 25),
    ],
)  # fmt: skip
def test_the_threshold_itself_is_enough(base, field, least):
    """Every threshold says "at least"; a special exam is passed where it is asked."""
    at, below = (apply(base=base, field=field, special_exam="pass", subjects=marks(total)) for total in (least, least - 1))

    assert (at["status"], at["reasons"], at["threshold_total"], at["total"]) == ("met", [], least, least)
    assert (below["status"], below["reasons"]) == ("not_met", ["total_below"])
    assert apply(base=base, field=field, special_exam="pass", subjects=marks(least + 9))["status"] == "met"
    assert ("law_not_named_in_clause" in at["flags"]) == (base == "shortened" and field == "law")


@pytest.mark.parametrize(("lowest", "reasons"), [(4, ["subject_below_5"]), (5, []), (0, ["subject_below_5"])])
@pytest.mark.parametrize("base", ["general", "shortened"])
def test_five_points_in_each_subject_are_enough(base, lowest, reasons):
    """The total alone does not do it."""
    assert apply(base=base, subjects=[20, 20, 20, lowest])["reasons"] == reasons


@pytest.mark.parametrize(
    ("base", "creative", "status"),
    [
        ("general", [45, 5], "met"), ("general", [45, 4], "not_met"), ("shortened", [20], "met"), ("shortened", [4], "not_met"),
    ],
)  # fmt: skip
def test_creative_marks_count_and_have_their_own_least(base, creative, status):
    """They are added to the subjects and need five points each."""
    answer = apply(base=base, subjects=[10, 10], creative_marks=creative)

    assert (answer["status"], answer["total"]) == (status, 20 + sum(creative))
    assert "htii-5.3.5" in answer["clauses"]


@pytest.mark.parametrize(
    ("base", "creative", "field", "code"),
    [
        ("general", [46, 10], "creative_marks[0]", "too_large"),
        ("general", [10, 46], "creative_marks[1]", "too_large"),
        ("shortened", [21], "creative_marks[0]", "too_large"),
        ("general", [10, 10, 10], "creative_marks", "too_many_rows"),
        ("shortened", [10, 10], "creative_marks", "too_many_rows"),
        ("general", [10, -1], "creative_marks[1]", "negative"),
        ("general", "45", "creative_marks", "not_a_list"),
    ],
)
def test_creative_marks_outside_their_scale_are_refused(base, creative, field, code):
    """Two exams of 45 points, or one of 20."""
    answer = apply(base=base, creative_marks=creative)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", field, code)


def test_a_second_creative_exam_not_told_is_blank():
    """One mark of two leaves the total open."""
    assert apply(creative_marks=[30])["error_field"] == "creative_marks[1]"
    assert apply(creative_marks=[30, None])["error_field"] == "creative_marks[1]"


@pytest.mark.parametrize(
    ("changed", "status", "reasons"),
    [
        ({"subjects": marks(49)}, "conditional", ["total_below"]),
        ({"subjects": [20, 20, 20, 4]}, "conditional", ["subject_below_5"]),
        ({"unt_state": "annulled"}, "conditional", ["unt_annulled"]),
        ({"unt_state": "profile_mismatch"}, "conditional", ["unt_profile_mismatch"]),
        ({"subjects": marks(50)}, "met", []),
        ({"base": "shortened", "subjects": marks(24)}, "not_met", ["total_below"]),
        ({"base": "shortened", "unt_state": "annulled"}, "not_met", ["unt_annulled"]),
        ({"field": "pedagogy", "special_exam": "fail", "subjects": marks(80)}, "not_met", ["special_exam_failed"]),
        ({"field": "pedagogy", "special_exam": "fail", "subjects": marks(60)}, "not_met", ["total_below", "special_exam_failed"]),
        ({"field": "pedagogy", "special_exam": "pass", "subjects": marks(74)}, "conditional", ["total_below"]),
        ({"field": "pedagogy", "special_exam": "fail", "unt_state": "annulled"}, "not_met", ["special_exam_failed", "unt_annulled"]),
    ],
)  # fmt: skip
def test_a_paid_place_has_a_road_below_the_threshold_on_the_general_base(changed, status, reasons):
    """Conditional, with both clauses; never for a failed special exam or the shortened base."""
    answer = apply(funding="paid", **changed)

    assert (answer["status"], answer["reasons"]) == (status, reasons)
    assert "htii-5.4.2" in answer["clauses"]
    assert ("paid_route_contradiction" in answer["flags"]) == (status == "conditional")


@pytest.mark.parametrize("state", ["annulled", "profile_mismatch"])
def test_no_grant_without_a_valid_test(state):
    """The road below the threshold is for paid places alone; marks are not asked."""
    answer = apply(unt_state=state, subjects="x")

    assert (answer["status"], answer["reasons"]) == ("not_met", [f"unt_{state}"])
    assert "total" not in answer
    assert answer["flags"] == []


def test_reaching_the_threshold_is_no_grant():
    """The competition decides; a paid place has none."""
    assert apply()["flags"] == ["competition_decides"]
    assert apply(funding="paid")["flags"] == []


@pytest.mark.parametrize(("subjects", "told"), [([50, 50, 40], False), ([51, 5], True), ([50, 50, 41], True)])
def test_marks_beyond_the_national_maximum_are_told_and_not_refused(subjects, told):
    """The maximum is outside knowledge: it decides nothing."""
    answer = apply(subjects=subjects)

    assert answer["status"] == "met"
    assert ("external_maximum" in answer["flags"]) == told


@pytest.mark.parametrize(
    ("inputs", "status", "clause"),
    [
        ({"applicant": "foreign", "funding": "paid", "subjects": "x", "base": "?"}, "interview_route", "htii-5.2.11"),
        ({"applicant": "foreign", "funding": "grant"}, "undefined", "htii-5.2.11"),
        (GRANT | {"unt_state": "not_taken"}, "undefined", "htii-5.2.6"),
    ],
)
def test_who_is_not_judged_by_marks(inputs, status, clause):
    """Foreigners who pay are interviewed; what is nowhere covered stays undefined."""
    answer = ask("admission", "htii", **inputs)

    assert answer["status"] == status
    assert clause in answer["clauses"]
    assert answer["flags"] == (["not_in_document"] if status == "undefined" else [])


@pytest.mark.parametrize(
    ("inputs", "field"),
    [
        ({}, "applicant"),
        ({"applicant": "foreign"}, "funding"),
        ({"applicant": "kz"}, "base"),
        ({"applicant": "kz", "base": "general", "funding": "paid"}, "field"),
        (GRANT | {"unt_state": None}, "unt_state"),
        (GRANT, "subjects"),
        (GRANT | {"subjects": []}, "subjects"),
        (GRANT | {"subjects": [10, ""]}, "subjects[1]"),
        (GRANT | {"field": "pedagogy", "subjects": [40, 40]}, "special_exam"),
    ],
)
def test_blank_inputs_are_named(inputs, field):
    """Only those that matter for this applicant."""
    answer = ask("admission", "htii", **inputs)

    assert (answer["status"], answer["error_field"]) == ("incomplete", field)


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"subjects": [10, -1]}, "subjects[1]", "negative"),
        ({"subjects": [10, 10.5]}, "subjects[1]", "not_whole"),
        ({"subjects": "10 10"}, "subjects", "not_a_list"),
        ({"applicant": "martian", "subjects": "x"}, "applicant", "not_a_choice"),
        ({"unt_state": "unknown"}, "unt_state", "not_a_choice"),
    ],
)
def test_wrong_inputs_are_named(changed, field, code):
    """The first in the order of the form."""
    answer = apply(**changed)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", field, code)


def test_elsewhere_admission_is_another_documents_matter():
    """aues and ietu refer away from themselves."""
    assert "aues-6.1.1" in ask("admission", "aues", **GRANT)["clauses"]
    assert {"ietu-1.1", "ietu-1.5"} <= set(ask("admission", "ietu", **GRANT)["clauses"])


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.integers(0, 5))
def test_a_better_mark_never_closes_the_door(subjects, index):
    """One point more in any subject keeps what was reached."""
    better = list(subjects)
    better[index % len(better)] += 1

    assert apply(subjects=subjects)["status"] == "not_met" or apply(subjects=better)["status"] == "met"
