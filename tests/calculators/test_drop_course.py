"""Weeks in which a course can be swapped or dropped."""

from datetime import date, timedelta

import pytest

from calculators import ask

START = date(2025, 9, 1)


def act(action: str, day: int) -> dict:
    """The answer on the day-th day of classes; the first is 1."""
    on = START + timedelta(days=day - 1)
    return ask("drop_course", "htii", class_start=START.isoformat(), action=action, action_date=on.isoformat())


@pytest.mark.parametrize(
    ("action", "day", "status", "week"),
    [
        ("swap", 1, "allowed", 1), ("swap", 7, "allowed", 1), ("swap", 8, "not_allowed", 2), ("swap", 28, "not_allowed", 4),
        ("drop", 1, "allowed", 1), ("drop", 8, "allowed", 2), ("drop", 28, "allowed", 4), ("drop", 29, "grade_F", 5),
    ],
)  # fmt: skip
def test_the_last_day_of_the_week_still_belongs_to_it(action, day, status, week):
    """Swapping ends with the seventh day, dropping with the twenty-eighth."""
    answer = act(action, day)

    assert (answer["status"], answer["week"]) == (status, week)
    assert answer["last_day"] == {"swap": "2025-09-07", "drop": "2025-09-28"}[action]
    assert ("free_drop_not_granted" in answer["flags"]) == (action == "drop" and status == "allowed")
    assert answer["clauses"] == [{"swap": "htii-5.6.5", "drop": "htii-5.6.6"}[action]]


def test_the_days_left_are_told():
    """On the last day, none."""
    assert act("drop", 28)["change"][0]["needed"] == "0"
    assert act("swap", 1)["change"][0]["needed"] == "6"


@pytest.mark.parametrize(("action", "last"), [("swap", 7), ("drop", 28)])
def test_whoever_is_late_can_change_nothing(action, last):
    """No advice for a day that is over."""
    assert act(action, last + 1)["change"] == []
    assert act("swap", 8)["change"] == []


@pytest.mark.parametrize("action", ["drop", "swap"])
def test_before_classes_start_there_is_no_week(action):
    """The day before the first."""
    answer = act(action, 0)

    assert answer["status"] == "before_start"
    assert "week" not in answer


@pytest.mark.parametrize(
    ("inputs", "status", "field"),
    [
        ({}, "incomplete", "class_start"),
        ({"class_start": "2025-09-01"}, "incomplete", "action"),
        ({"class_start": "2025-09-01", "action": "drop"}, "incomplete", "action_date"),
        ({"class_start": "2025-09-01", "action": "sell"}, "invalid_input", "action"),
        ({"action": "drop", "action_date": "soon"}, "invalid_input", "action_date"),
    ],
)
def test_wrong_and_blank_inputs_are_named(inputs, status, field):
    """Invalid outranks blank."""
    answer = ask("drop_course", "htii", **inputs)

    assert (answer["status"], answer["error_field"]) == (status, field)
