"""Does a number of years fit the term of study?

Source: miras-4.4, aues-7.2.6, aues-7.3.10, aues-7.3.11, ietu-2.6, ietu-3.4, htii-3.1.20.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.rulebook import Figure
from calculators.shown import plain
from calculators.verdict import SILENT, Verdict, measured, ruling

AUDIENCE = ("master", "staff")
FIELDS = (
    Field("level", "choice", ("bachelor", "master", "doctoral"), needed=True),
    Field("track", "choice", ("sci_ped", "profile"), when={"level": ("master", "doctoral")}),
    Field("years", "decimal", unit="years", above=True, needed=True),
)


def silence(case: Case) -> Verdict | None:
    """Levels without a term; and a term that only follows from the credits."""
    level, track = case["level"], case["track"]
    if level is None:
        return None
    if not case.keys(level):
        return Verdict.silent(case.silence(level))
    if track is None or case.has(f"{level}.{track}"):
        return None
    verdict = Verdict.silent(case.silence(track), SILENT, "derived_not_stated")
    total, year = f"{case.institution}.credits.total.{track}", f"{case.institution}.credit_hours.year_credits"
    if case.rules.has(total) and case.rules.has(year):
        years = case.rules.ruling(total, case.day).number / case.rules.ruling(year, case.day).number
        verdict.outputs["derived_years"] = plain(years)
    return verdict


def judge(case: Case) -> Verdict:
    """The years beside the term of the level and the track."""
    check = measured("years", case["years"], _term(case), whole=True)
    return Verdict(ruling([check]), checks=[check])


def _term(case: Case) -> Figure:
    """The term of the track; a blank one does not matter where both have the same."""
    level, track = case["level"], case["track"]
    terms = [case.figure(f"{level}.{each}") for each in case.keys(level) if track in (None, each)]
    if len({(term.value, term.relation) for term in terms}) > 1:
        case.need("track")
    return terms[0]
