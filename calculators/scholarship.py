"""Do the marks of a session bring a scholarship, and from when to when?

Source: aues-4.0, aues-4.1; which letter is "good" comes from the external scale.
"""

from calculators import letters
from calculators.case import Case
from calculators.days import first_of_next_month, last_of_month
from calculators.errors import BadInput
from calculators.fields import Field
from calculators.rulebook import Figure
from calculators.verdict import MET, Check, Verdict, names, ruling

AUDIENCE = ("student", "master")
EXTERNAL = ("scale",)
STATE = {"kind": ("state",)}
WORDS = ("excellent", "good", "satisfactory", "unsatisfactory")
FIELDS = (
    Field("kind", "choice", ("state", "presidential"), needed=True),
    Field(
        "funding", "choice", ("state_order", "transferred_to_state_order", "paid"), needed=True, when=STATE,
    ),
    Field("level", "choice", ("bachelor", "master", "doctoral"), needed=True, when=STATE),
    Field("form", "choice", ("full_time", "part_time"), needed=True, when={"kind": ("presidential",)}),
    Field("grades", "grades", WORDS, needed=True),
    Field("session_end", "date", when=STATE),
    Field("semester_end", "date", when=STATE),
)  # fmt: skip


def silence(case: Case) -> Verdict | None:
    """The state scholarship names students and master's students only."""
    level = case["level"]
    if case["kind"] == "state" and level and level not in case.figure("state.levels").listed:
        return Verdict.silent(case.silence(level))
    return None


def consistent(case: Case) -> None:
    """The months paid for do not end before they begin."""
    session, semester = case["session_end"], case["semester_end"]
    if session and semester and semester < first_of_next_month(session):
        raise BadInput("semester_end", "before_start", minimum=first_of_next_month(session).isoformat())


def judge(case: Case) -> Verdict:
    """Funding or form, every mark, and the months paid for."""
    kind = case["kind"]
    chosen = "funding" if kind == "state" else "form"
    checks = [_listed(chosen, case[chosen], case.figure(f"{kind}.{chosen}")), _grades(case)]
    status = ruling(checks)
    lacking = names(checks, met=False)
    outputs = {"missing": lacking, "reasons": lacking}
    if status == MET and kind == "state" and case["session_end"]:
        first = first_of_next_month(case["session_end"])
        outputs["pay_from"] = first.replace(day=case.figure("state.paid_from").count).isoformat()
    if status == MET and kind == "state" and case["semester_end"]:
        outputs["pay_until"] = last_of_month(case["semester_end"]).isoformat()
    flags = ["amount_not_stated"] if status == MET else []
    if kind == "state":
        flags += _by_scale(case)
    return Verdict(status, outputs, flags, case.clauses(kind), checks)


def _by_scale(case: Case) -> list[str]:
    """What hangs on a scale that the clause does not have; elsewhere the clause names its letters itself."""
    flags = [letters.FLAG] if any(grade not in WORDS for grade in case["grades"]) else []
    disputed = any(grade in case.external("scale.disputed").listed for grade in case["grades"])
    return [*flags, "disputed_letter"] if disputed else flags


def _listed(name: str, value: str, figure: Figure) -> Check:
    allowed = ", ".join(figure.listed)
    return Check(name, allowed, "in", value, value in figure.listed, figure.clauses, figure.unit, allowed)


def _grades(case: Case) -> Check:
    """Every mark is among those the clause names."""
    figure = case.figure(f"{case['kind']}.grades")
    fails = [grade for grade in case["grades"] if not _named(case, grade, figure)]
    shown, allowed = ", ".join(dict.fromkeys(case["grades"])), ", ".join(figure.listed)
    return Check("grades", allowed, "in", shown, not fails, figure.clauses, figure.unit, allowed)


def _named(case: Case, grade: str, figure: Figure) -> bool:
    if grade in figure.listed:
        return True
    if grade in WORDS:
        # The clause puts the best word beside its own letters.
        return case["kind"] == "presidential" and grade == WORDS[0]
    return case.external(f"scale.traditional.{grade}").value in figure.listed
