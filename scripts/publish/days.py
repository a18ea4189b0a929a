"""Days as readers write them."""

from datetime import date

from babel.dates import format_date


def printed_day(day: str | date, language: str) -> str:
    """`2022-08-29` as 29.08.2022 in Kazakh and Russian, 29 August 2022 in English."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return format_date(day, "d MMMM yyyy" if language == "en" else "dd.MM.yyyy", locale=language)
