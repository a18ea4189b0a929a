"""Is the average enough to move up to the next year?

The worse mistake is to call a minimum reached that is not, so nothing is
rounded before it is compared.

Source: htii-5.5.11 to htii-5.5.14, htii-5.5.16, aues-3.2, aues-2.2.4.
"""

from fractions import Fraction

from calculators import letters
from calculators.case import Case
from calculators.fields import Field
from calculators.gpa import COURSES, PLACES, Average
from calculators.rulebook import INSTITUTIONS, RULEBOOK, Figure
from calculators.shown import exact, fixed, lacking, plain, short_of, up
from calculators.verdict import MET, NOT_MET, UNDEFINED, Check, Verdict, satisfies

AUDIENCE = ("student", "master")
EXTERNAL = ("scale",)
RELATED = ("gpa",)
CENTS = 2  # decimals that a transcript shows
# Who sets one minimum for full-time and another for part-time students.
BY_FORM = tuple(code for code in INSTITUTIONS if RULEBOOK.has(f"{code}.gpa_transfer.bachelor.full_time"))
FIELDS = (
    Field("level", "choice", ("bachelor", "master", "doctoral"), needed=True),
    Field(
        "form", "choice", ("full_time", "part_time"), needed=True, when={"level": ("bachelor",)}, at=BY_FORM,
    ),
    Field("year_completed", "integer", unit="years", minimum=1, needed=True),
    Field("gpa", "decimal", unit="gpa_points", maximum="external.scale.points.A"),
    Field("courses", "rows", inner=COURSES.inner, when={"gpa": (None,)}),
    # What an average was counted over; courses bring their own credits.
    Field("credits_earned", "decimal", unit="credits", above=True, when={"courses": (None,)}),
    Field("remaining_credits", "decimal", unit="credits", above=True),
)  # fmt: skip


def silence(case: Case) -> Verdict | None:
    """Levels without a figure, and the graduating year and later ones."""
    level = case["level"]
    if level is None:
        return None
    if not case.keys(level):
        return Verdict.silent(case.silence(level))
    row = _row(case)
    if row is None or case["year_completed"] is None or case.has(f"{row}.{case['year_completed']}"):
        return None
    return Verdict.silent(case.silence(level))


def _row(case: Case) -> str | None:
    level = case["level"]
    if case.has(f"{level}.any"):
        return f"{level}.any"
    return f"{level}.{case['form']}" if case["form"] else None


def judge(case: Case) -> Verdict:
    """The average beside the minimum for the year moved up to."""
    threshold = case.figure(f"{_row(case)}.{case['year_completed']}")
    outputs = {"year_completed": case["year_completed"], "target_year": case["year_completed"] + 1}
    outputs["threshold"] = threshold.value
    if case["gpa"] is not None:
        verdict = _verdict(case, threshold, case["gpa"], outputs)
        if verdict.status == NOT_MET and case["credits_earned"] is not None and case["remaining_credits"] is not None:
            verdict.change = [*(check.change() for check in verdict.checks)]
            verdict.change.append(_remaining(case, threshold, case["credits_earned"], case["gpa"] * case["credits_earned"]))
            verdict.clauses += _formula(case)
        return verdict
    case.need("courses")
    average = Average(case, case["courses"])
    clauses = _formula(case)
    if average.by_scale:
        clauses += letters.points(case, "A").clauses
    if average.gpa is None:
        outputs["open_field"] = average.undefined
        return Verdict(UNDEFINED, outputs, average.flags(), [*threshold.clauses, *clauses])
    verdict = _verdict(case, threshold, average.gpa, outputs)
    verdict.flags = average.flags() + verdict.flags
    verdict.clauses += clauses
    if verdict.status == NOT_MET:
        verdict.change = _courses_to_raise(case, threshold, average)
        if case["remaining_credits"] is not None:
            verdict.change.append(_remaining(case, threshold, average.credits, average.earned))
    return verdict


def _formula(case: Case) -> list[str]:
    name = f"{case.institution}.gpa.formula"
    return [*case.rules.ruling(name).clauses] if case.rules.has(name) else []


def _remaining(case: Case, threshold: Figure, credits: Fraction, earned: Fraction) -> dict:
    """The least average over the credits still to come, never rounded below what is enough.

    Args:
        credits, earned: the credits counted so far, and their credits times points in all.
    """
    left = case["remaining_credits"]
    needed = (threshold.number * (credits + left) - earned) / left
    if needed > letters.points(case, "A").number:
        return {"item": "remaining_impossible", "unit": "gpa_points", "credits": plain(left)}
    return {"item": "remaining_average", "needed": up(needed, PLACES), "unit": "gpa_points", "credits": plain(left)}


def _verdict(case: Case, threshold: Figure, gpa: Fraction, outputs: dict) -> Verdict:
    # Both documents set a minimum, so the figure itself passes.
    met = satisfies(gpa, threshold)
    gap = Fraction() if met else threshold.number - gpa
    shown = short_of(gpa, threshold.number, PLACES)
    outputs |= {"gpa": shown, "gap": lacking(gap, PLACES)}
    check = Check("gpa", threshold.value, threshold.relation, shown, met, threshold.clauses, threshold.unit, exact(gap))
    flags, clauses = _consequence(case, met, outputs)
    if met and case.has("debt") and _owes(case):
        flags.append("debt_remains")
        clauses += case.figure("debt").clauses
    if case["gpa"] is not None and "courses" in case.given:
        flags.append("gpa_counts_not_courses")
    if not met and Fraction(fixed(gpa, CENTS)) >= threshold.number:
        flags.append("rounding_not_defined")
    return Verdict(MET if met else NOT_MET, outputs, flags, clauses, [check])


def _consequence(case: Case, met: bool, outputs: dict) -> tuple[list[str], list[str]]:
    if met and case.has("promotion"):
        outputs["consequence"] = "promoted_by_order"
        return [], [*case.figure("promotion").clauses]
    if met:
        return [], []
    if case.has("repeat"):
        outputs["consequence"] = "paid_repeat_year_or_paid_summer_restudy"
        return [], [*case.figure("repeat").clauses]
    # A new institution may have the table of minima and nothing more.
    if not case.has("additional_semester"):
        return ["consequence_not_stated"], []
    return ["consequence_not_stated", "additional_semester"], [*case.figure("additional_semester").clauses]


def _owes(case: Case) -> bool:
    """Whether a course may be owed still: one listed was not passed, or an average hides the courses."""
    pass_mark = letters.points(case, letters.LOWEST_PASS).number
    return case["gpa"] is not None or any(Average(case, (course,)).gpa < pass_mark for course in case["courses"])


def _courses_to_raise(case: Case, threshold: Figure, average: Average) -> list[dict]:
    """Grade points still owed in all, and the course where the smallest rise is enough."""
    owed = threshold.number * average.credits - average.earned
    change = [{"item": "credit_points", "needed": exact(owed), "unit": "credit_points", "credits": plain(average.credits)}]
    top = letters.points(case, "A").number
    rises = []
    for index, course in enumerate(case["courses"]):
        now = Average(case, (course,)).gpa
        rise = owed / course["credits"]
        if now + rise <= top:
            rises.append((rise, index, now + rise))
    if rises:
        _, index, points = min(rises)
        raised = {
            "item": "course", "index": index, "number": index + 1, "needed": up(points, PLACES), "unit": "gpa_points",
        }  # fmt: skip
        if average.by_scale:
            enough = [each for each in letters.letters(case) if letters.points(case, each).number >= points]
            raised["letter"] = enough[-1]
        change.append(raised)
    return change
