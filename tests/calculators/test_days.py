"""Counting days, working days and months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import days

some_days = st.dates(date(2000, 1, 1), date(2080, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-08-20", 2, "2025-10-20"), ("2025-12-31", 2, "2026-02-28"), ("2027-12-31", 2, "2028-02-29"),
        ("2025-11-30", 1, "2025-12-30"), ("2025-12-15", 1, "2026-01-15"), ("2025-10-31", 1, "2025-11-30"),
        ("2025-01-31", 12, "2026-01-31"), ("2025-12-31", 12, "2026-12-31"),
    ],
)  # fmt: skip
def test_a_month_ends_on_the_corresponding_day_or_the_months_last(start, months, end):
    """Clamped, never carried into the next month."""
    assert days.months_after(date.fromisoformat(start), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("day", "last", "next_first"),
    [
        ("2026-02-10", "2026-02-28", "2026-03-01"), ("2028-02-01", "2028-02-29", "2028-03-01"),
        ("2026-12-31", "2026-12-31", "2027-01-01"), ("2026-11-30", "2026-11-30", "2026-12-01"),
    ],
)  # fmt: skip
def test_a_month_has_a_last_day_and_a_next_month(day, last, next_first):
    """Leap years and the turn of the year."""
    assert days.last_of_month(date.fromisoformat(day)).isoformat() == last
    assert days.first_of_next_month(date.fromisoformat(day)).isoformat() == next_first


@pytest.mark.parametrize(
    ("start", "count", "holidays", "end"),
    [
        ("2026-06-12", 5, [], "2026-06-19"), ("2026-06-13", 5, [], "2026-06-19"), ("2026-06-14", 5, [], "2026-06-19"),
        ("2026-06-11", 1, [], "2026-06-12"), ("2026-06-12", 1, [], "2026-06-15"),
        ("2026-06-12", 1, ["2026-06-15"], "2026-06-16"), ("2026-06-12", 1, ["2026-06-12", "2026-06-13"], "2026-06-15"),
    ],
)  # fmt: skip
def test_working_days_are_counted_from_the_day_after(start, count, holidays, end):
    """A Friday's first working day is Monday; a holiday on a weekend changes nothing."""
    free = {date.fromisoformat(each) for each in holidays}

    assert days.working_days_after(date.fromisoformat(start), count, free) == date.fromisoformat(end)


def test_working_days_are_counted_backwards_too():
    """Five working days before a Tuesday is the Tuesday before."""
    assert days.working_days_before(date(2026, 9, 1), 5, ()) == date(2026, 8, 25)
    assert days.working_days_before(date(2026, 9, 1), 5, {date(2026, 8, 31)}) == date(2026, 8, 24)


@given(some_days, st.integers(1, 30))
def test_as_many_working_days_lie_in_between_as_were_counted(start, count):
    """Forwards and back again, the same days are counted."""
    end = days.working_days_after(start, count, ())
    between = [start + timedelta(each) for each in range(1, (end - start).days + 1)]

    assert sum(days.is_working(each, ()) for each in between) == count
    assert days.is_working(end, ())


@given(some_days, st.integers(0, 24))
def test_months_never_go_past_the_corresponding_day(start, months):
    """The same day of the month, or the last of a shorter one."""
    end = days.months_after(start, months)

    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end.day < start.day and end == days.last_of_month(end))
