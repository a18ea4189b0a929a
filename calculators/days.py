"""Days counted as terms are: from the day after, the last day included.

Where no document says otherwise: a month ends on the corresponding day, or
on the month's last; Saturday and Sunday are no working days; the holidays
are the reader's list.
"""

from collections.abc import Container
from datetime import date, timedelta

DAY = timedelta(days=1)
MONTHS = 12
SATURDAY = 5


def months_after(day: date, months: int) -> date:
    """The corresponding day, clamped: 31 December and two months is 28 or 29 February."""
    years, month = divmod(day.month - 1 + months, MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, last_of_month(date(year, month, 1)).day))


def last_of_month(day: date) -> date:
    """The last day of the day's month."""
    return first_of_next_month(day) - DAY


def first_of_next_month(day: date) -> date:
    """The first day of the month after the day's."""
    return date(day.year + day.month // MONTHS, day.month % MONTHS + 1, 1)


def is_working(day: date, holidays: Container[date]) -> bool:
    """Monday to Friday and no holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def working_days_after(day: date, count: int, holidays: Container[date]) -> date:
    """The count-th working day after the day."""
    return _working(day, count, holidays, DAY)


def working_days_before(day: date, count: int, holidays: Container[date]) -> date:
    """The count-th working day before the day."""
    return _working(day, count, holidays, -DAY)


def _working(day: date, count: int, holidays: Container[date], step: timedelta) -> date:
    while count:
        day += step
        count -= is_working(day, holidays)
    return day
