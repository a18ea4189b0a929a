"""Unexcused hours at aues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import ask


@pytest.mark.parametrize(
    ("hours", "status", "remaining"),
    [(0, "below", 36), ("35,99", "below", "0.01"), (36, "reached", 0), ("36.01", "reached", 0), (35.5, "below", "0.5")],
)
def test_thirty_six_hours_themselves_reach_the_limit(hours, status, remaining):
    """ "36 hours or more": expulsion becomes possible, not automatic."""
    answer = ask("attendance", "aues", unexcused_hours=hours)

    assert (answer["status"], answer["remaining"], answer["threshold"]) == (status, remaining, 36)
    assert ("discretionary" in answer["flags"]) == (status == "reached")
    assert "hour_type_not_defined" in answer["flags"]
    assert answer["clauses"] == ["aues-2.3.3", "aues-6.2.2"]
    assert answer["trace"][0]["met"] is (status == "below")


def test_excused_hours_are_shown_and_never_judged():
    """They neither add up nor spoil the question."""
    assert ask("attendance", "aues", unexcused_hours=10, excused_hours=90)["excused_hours"] == 90
    assert ask("attendance", "aues", unexcused_hours=10, excused_hours="many")["status"] == "below"


@pytest.mark.parametrize(
    ("hours", "status", "code"),
    [
        (None, "incomplete", "blank"), ("", "incomplete", "blank"), (-1, "invalid_input", "negative"),
        ("a lot", "invalid_input", "not_a_number"), ("1e3", "invalid_input", "not_a_number"),
    ],
)  # fmt: skip
def test_blank_is_not_zero_and_nonsense_is_refused(hours, status, code):
    """An explicit zero is an answer."""
    answer = ask("attendance", "aues", unexcused_hours=hours)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, "unexcused_hours", code)


@pytest.mark.parametrize("institution", ["htii", "ietu", "miras", "umc"])
def test_elsewhere_no_number_of_hours_is_named(institution):
    """Without judging what was typed."""
    answer = ask("attendance", institution, unexcused_hours="x")

    assert (answer["status"], answer["flags"]) == ("undefined", ["not_in_document"])


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_missing_more_never_helps(one, other):
    """Whoever has reached the limit has reached it with more hours."""
    less, more = sorted((one, other))
    low, high = (ask("attendance", "aues", unexcused_hours=hours)["status"] for hours in (less, more))

    assert low == "below" or high == "reached"
