"""Application windows: the first day, the last day, and the days around them."""

from datetime import date, timedelta

import pytest

from calculators import ask

WINDOWS = [
    ("creative_exam_application", "06-20", "07-07", "htii-5.3.4"),
    ("creative_exam", "07-08", "07-13", "htii-5.3.4"),
    ("pedagogy_special_exam", "06-20", "08-24", "htii-5.3.6"),
    ("pedagogy_special_exam_electronic", "06-20", "08-20", "htii-5.3.6"),
    ("originals_submission", "08-10", "08-25", "htii-5.4.1"),
    ("grade11_application", "02-01", "08-25", "htii-5.4.5"),
    ("new_student_registration", "08-25", "09-05", "htii-5.6.5"),
]


@pytest.mark.parametrize("year", [2025, 2028])
@pytest.mark.parametrize(("kind", "first", "last", "clause"), WINDOWS)
def test_both_end_days_are_open_and_their_neighbours_are_not(kind, first, last, clause, year):
    """From A to B takes in A and B, in the year that is asked about."""
    opens, closes = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last}")
    days = [opens - timedelta(1), opens, closes, closes + timedelta(1)]
    answers = [ask("window", "htii", kind=kind, date=day.isoformat()) for day in days]

    assert [answer["status"] for answer in answers] == ["not_open", "open", "open", "closed"]
    assert {(answer["opens"], answer["closes"]) for answer in answers} == {(opens.isoformat(), closes.isoformat())}
    assert [answer.get("days_left") for answer in answers] == [None, (closes - opens).days, 0, None]
    assert [answer.get("days_until_open") for answer in answers] == [1, None, None, None]
    assert all(answer["clauses"] == [clause] for answer in answers)
    assert {tuple(check["relation"] for check in answer["trace"]) for answer in answers} == {(">=", "<=")}


@pytest.mark.parametrize(
    ("kind", "flags"),
    [
        ("pedagogy_special_exam", ["unt_format_decides"]),
        ("new_student_registration", ["before_semester_start"]),
        ("creative_exam", []),
    ],
)
def test_what_the_clause_leaves_open_is_told(kind, flags):
    """The earlier end of the electronic format; a registration "before" a term it may overlap."""
    assert ask("window", "htii", kind=kind, date="2026-07-01")["flags"] == flags


@pytest.mark.parametrize(
    ("inputs", "status", "field", "code"),
    [
        ({}, "incomplete", "kind", "blank"),
        ({"kind": "creative_exam"}, "incomplete", "date", "blank"),
        ({"kind": "lottery"}, "invalid_input", "kind", "not_a_choice"),
        ({"kind": "creative_exam", "date": "2026-02-30"}, "invalid_input", "date", "not_a_date"),
        ({"kind": "creative_exam", "date": "08.07.2026"}, "invalid_input", "date", "not_a_date"),
        ({"kind": "creative_exam", "date": "1026-07-08"}, "invalid_input", "date", "date_out_of_range"),
        ({"date": "x"}, "invalid_input", "date", "not_a_date"),
    ],
)
def test_wrong_and_blank_inputs_are_named(inputs, status, field, code):
    """Invalid outranks blank."""
    answer = ask("window", "htii", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, field, code)


def test_elsewhere_there_are_no_windows():
    """aues publishes its admission rules apart."""
    answer = ask("window", "aues", kind="?", date="?")

    assert (answer["status"], answer["flags"], answer["clauses"]) == ("undefined", ["not_in_document"], ["aues-6.1.1"])
