"""Is a commission composed as the standard asks?

Source: htii-1.4, htii-5.2.12, htii-5.3.2, htii-5.3.17, htii-gl.27.
"""

from fractions import Fraction

from calculators.case import Case
from calculators.errors import BadInput
from calculators.fields import Field
from calculators.shown import PERCENT, plain, short_of
from calculators.verdict import MET, NOT_MET, UNDEFINED, Check, Verdict, answered, measured, ruling

AUDIENCE = ("staff",)
ROUTE = "kind"
PLACES = 2
FIELDS = (
    Field("kind", "choice", ("quality", "admission", "exam", "appeal", "antiplagiarism"), needed=True),
    Field("members", "integer", unit="people", above=True, needed=True),
    Field("students", "integer", unit="people", needed=True, when={"kind": ("quality",)}),
    Field("chair", "choice", ("rector", "vice_rector"), needed=True, when={"kind": ("admission",)}),
    Field("appeal_members_inside", "integer", unit="people", needed=True, when={"kind": ("exam",)}),
)


def consistent(case: Case) -> None:
    """A part of the members is not more than all of them."""
    for name in ("students", "appeal_members_inside"):
        if case["members"] is not None and case[name] is not None and case[name] > case["members"]:
            raise BadInput(name, "more_than_total", maximum=str(case["members"]))


def judge(case: Case) -> Verdict:
    """Number of members, who they are, and who presides."""
    if case["kind"] == "quality":
        return _quality(case)
    if case["kind"] == "antiplagiarism":
        check = measured("size", case["members"], case.figure("antiplagiarism.size"), whole=True)
        return Verdict(ruling([check]), {"size_ok": check.met}, checks=[check])
    odd = case["members"] % 2 == 1
    checks = [answered("odd", odd, case.figure(f"{case['kind']}.odd"))]
    if case["kind"] == "admission":
        checks.append(answered("chair", case["chair"] == "rector", case.figure("admission.chair")))
    if case["kind"] == "exam":
        none_inside = case["appeal_members_inside"] == 0
        checks.append(answered("no_appeal_members", none_inside, case.figure("exam.no_appeal_members")))
    return Verdict(ruling(checks), {"odd_ok": odd}, checks=checks)


def _quality(case: Case) -> Verdict:
    """Students' share: no whole number gives it exactly, and the clause does not say "at least"."""
    members, students = case["members"], case["students"]
    share = case.figure("quality.student_share")
    percent = Fraction(students * PERCENT, members)
    size = measured("size", members, case.figure("quality.sizes"))
    reached = percent >= share.number
    shown = short_of(percent, share.number, PLACES)
    outputs = {"size_ok": size.met, "student_share_pct": shown, "share_reached_30": reached}
    # The nearest whole number of students, when it falls short, may be meant too.
    nearest = (share.number * members / PERCENT + Fraction(1, 2)).__floor__()
    met = True if reached else None if students == nearest else False
    enough = (share.number * members / PERCENT).__ceil__()
    checks = [size, Check(
        "student_share", share.value, share.relation, shown, met, share.clauses, share.unit,
        plain(enough - students), "people",
    )]  # fmt: skip
    flags = ["share_rounding_not_defined"] if size.met else []
    if not size.met or met is False:
        return Verdict(NOT_MET, outputs, flags, checks=checks)
    return Verdict(MET if met else UNDEFINED, outputs, flags, checks=checks)
