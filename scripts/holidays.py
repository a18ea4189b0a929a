"""Kazakhstan's public holidays of the next years, for the forms that count working days.

The days come from a maintained library; their names are ours, because it
speaks no Russian.  Days that fall on a Saturday or a Sunday are left out: the
week is Monday to Friday anyway.  A working day that the government moves is
known to the library only after the order of that year.
"""

import json
from datetime import date
from importlib.metadata import version
from pathlib import Path

from scripts.wording import wording

YEARS = 3  # the current one and the next two
SATURDAY = 5
ESTIMATED, OBSERVED, MOVED = " (estimated)", " (observed)", "Day off (substituted"
KEYS = {
    "New Year's Day": "new_year", "Orthodox Christmas": "christmas", "International Women's Day": "women",
    "Nowruz Holiday": "nauryz", "Kazakhstan's People Solidarity Holiday": "unity", "Defender of the Fatherland Day": "defender",
    "Victory Day": "victory", "Eid al-Adha": "eid", "Capital Day": "capital", "Constitution Day": "constitution",
    "Republic Day": "republic", "Independence Day": "independence",
}  # fmt: skip


class UnknownHoliday(KeyError):
    """The library names a day that has no words of ours."""


def years(today: date | None = None) -> list[int]:
    """The years that are listed."""
    first = (today or date.today()).year
    return list(range(first, first + YEARS))


def listed(language: str, wanted: list[int]) -> list[dict]:
    """Every holiday of the years that is no weekend: day, name, whether the day is an estimate.

    Raises:
        UnknownHoliday: a name that KEYS does not know.
    """
    from holidays import country_holidays  # here, so that pages can name the years without it

    words = wording(language)
    found = []
    for day, name in sorted(country_holidays("KZ", years=wanted, language="en_US").items()):
        if day.weekday() >= SATURDAY:
            continue
        # Two holidays may fall on one day.
        names = [_named(each, words) for each in name.split("; ")]
        found.append({"day": day.isoformat(), "name": "; ".join(names), "estimated": ESTIMATED in name})
    return found


def _named(name: str, words) -> str:
    if name.startswith(MOVED):
        return words("holiday.moved")
    bare = name.replace(ESTIMATED, "").replace(OBSERVED, "")
    if bare not in KEYS:
        raise UnknownHoliday(f"{name!r} has no words; give it a key in KEYS and a message holiday.<key>")
    said = words(f"holiday.{KEYS[bare]}")
    if OBSERVED in name:
        said = words("holiday.observed", name=said)
    return words("holiday.estimated", name=said) if ESTIMATED in name else said


def write_holidays(language: str, path: Path) -> None:
    """Write the list of a language for the browser."""
    path.parent.mkdir(parents=True, exist_ok=True)
    wanted = years()
    data = {"years": wanted, "source": f"holidays {version('holidays')}", "days": listed(language, wanted)}
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
