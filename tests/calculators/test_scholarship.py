"""State and presidential scholarships at aues."""

import pytest

from calculators import ask

STATE = {"kind": "state", "funding": "state_order", "level": "bachelor", "grades": ["A", "B"]}
PRESIDENTIAL = {"kind": "presidential", "form": "full_time", "grades": ["A", "A-"]}


def check(base: dict, **changed: object) -> dict:
    return ask("scholarship", "aues", **base | changed)


@pytest.mark.parametrize(
    ("changed", "status", "missing"),
    [
        ({}, "met", []), ({"funding": "transferred_to_state_order"}, "met", []), ({"level": "master"}, "met", []),
        ({"funding": "paid"}, "not_met", ["funding"]), ({"grades": ["A", "C"]}, "not_met", ["grades"]),
        ({"grades": ["B-"]}, "met", []), ({"grades": ["good", "excellent"]}, "met", []),
        ({"grades": ["good", "satisfactory"]}, "not_met", ["grades"]), ({"grades": ["FX"]}, "not_met", ["grades"]),
        ({"funding": "paid", "grades": ["D"]}, "not_met", ["funding", "grades"]),
        ({"form": "part_time"}, "met", []), ({"form": "nonsense"}, "met", []),
    ],
)  # fmt: skip
def test_the_state_scholarship_asks_the_state_order_and_good_marks(changed, status, missing):
    """Students and master's students; the form of study does not matter."""
    answer = check(STATE, **changed)

    assert (answer["status"], answer["missing"], answer["reasons"]) == (status, missing, missing)
    assert "aues-4.0" in answer["clauses"]


@pytest.mark.parametrize(
    ("grades", "flags"),
    [
        (["good"], ["amount_not_stated"]), (["B"], ["amount_not_stated", "external_scale"]),
        (["A", "C+"], ["amount_not_stated", "external_scale", "disputed_letter"]),
    ],
)  # fmt: skip
def test_letters_are_good_by_an_external_scale_only(grades, flags):
    """C+ was not among the good ones in an older form of it."""
    answer = check(STATE, grades=grades)

    assert (answer["status"], answer["flags"]) == ("met", flags)


@pytest.mark.parametrize(
    ("changed", "status", "missing"),
    [
        ({}, "met", []), ({"funding": "paid"}, "met", []), ({"grades": ["excellent"]}, "met", []),
        ({"form": "part_time"}, "not_met", ["form"]), ({"grades": ["A", "B+"]}, "not_met", ["grades"]),
        ({"grades": ["A", "C+"]}, "not_met", ["grades"]),
        ({"grades": ["good"]}, "not_met", ["grades"]), ({"grades": ["А", "А –"]}, "met", []),
    ],
)  # fmt: skip
def test_the_presidential_scholarship_asks_full_time_and_nothing_below_a_minus(changed, status, missing):
    """On the state order or paid; the clause names its letters itself."""
    answer = check(PRESIDENTIAL, **changed)

    assert (answer["status"], answer["missing"]) == (status, missing)
    assert not {"external_scale", "disputed_letter"} & set(answer["flags"])
    assert "aues-4.1" in answer["clauses"]


@pytest.mark.parametrize(
    ("session", "semester", "first", "last"),
    [
        ("2026-01-24", "2026-05-30", "2026-02-01", "2026-05-31"), ("2025-12-31", "2026-02-10", "2026-01-01", "2026-02-28"),
        ("2027-12-31", "2028-02-29", "2028-01-01", "2028-02-29"), ("2026-01-24", "2026-02-01", "2026-02-01", "2026-02-28"),
    ],
)  # fmt: skip
def test_it_is_paid_from_the_next_months_first_day_to_the_semesters_last_month(session, semester, first, last):
    """Whole months."""
    answer = check(STATE, session_end=session, semester_end=semester)

    assert (answer["pay_from"], answer["pay_until"]) == (first, last)


def test_months_are_told_only_for_a_scholarship_that_is_due():
    """And only those that were asked about."""
    assert "pay_from" not in check(STATE, funding="paid", session_end="2026-01-24")
    assert "pay_until" not in check(STATE, session_end="2026-01-24")
    assert "pay_from" not in check(PRESIDENTIAL, session_end="2026-01-24")


def test_doctoral_students_are_not_named():
    """The clause speaks of students and master's students."""
    answer = check(STATE, level="doctoral", grades="x")

    assert (answer["status"], answer["flags"]) == ("undefined", ["not_in_document"])


@pytest.mark.parametrize(
    ("inputs", "status", "field", "code"),
    [
        ({}, "incomplete", "kind", "blank"), ({"kind": "state"}, "incomplete", "funding", "blank"),
        (STATE | {"level": ""}, "incomplete", "level", "blank"), (STATE | {"grades": []}, "incomplete", "grades", "blank"),
        (STATE | {"grades": ["A", None]}, "incomplete", "grades[1]", "blank"),
        (PRESIDENTIAL | {"form": None}, "incomplete", "form", "blank"),
        (STATE | {"grades": ["A", "best"]}, "invalid_input", "grades[1]", "not_a_letter"),
        (STATE | {"session_end": "2026-01-24", "semester_end": "2026-01-31"}, "invalid_input", "semester_end", "before_start"),
        (STATE | {"session_end": "x"}, "invalid_input", "session_end", "not_a_date"),
    ],
)  # fmt: skip
def test_wrong_and_blank_inputs_are_named(inputs, status, field, code):
    """Months that end before they begin are refused."""
    answer = ask("scholarship", "aues", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, field, code)


def test_elsewhere_scholarships_are_another_documents_matter():
    """htii fixes only the stipends of self-government."""
    assert ask("scholarship", "htii", **STATE)["clauses"] == ["htii-8.7"]
