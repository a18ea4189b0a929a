"""Does a course open with so many people registered?

Source: htii-5.6.11, htii-5.6.12, htii-5.6.13, aues-2.2.11.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import UNDEFINED, Check, Verdict, measured

AUDIENCE = ("student", "staff")
ROUTE = "class_type"
FIELDS = (
    Field(
        "class_type", "choice",
        ("lecture", "practical", "language", "lab", "elective_small", "group", "subgroup"), needed=True,
    ),
    Field("registered", "integer", unit="people", needed=True),
    Field("small_contingent", "boolean", when={"class_type": ("language", "lab")}, at=("htii",)),
)  # fmt: skip


def silence(case: Case) -> Verdict | None:
    """A stream whose size depends on the room has no figure."""
    kind = case["class_type"]
    if kind and case.has(f"{kind}.room"):
        return Verdict.silent(case.figure(f"{kind}.room").clauses, "depends_on_room")
    return None


def judge(case: Case) -> Verdict:
    """Opened or not by the least and the most, or within a norm."""
    kind, registered = case["class_type"], case["registered"]
    if case.has(f"{kind}.norm"):
        norm = case.figure(f"{kind}.norm")
        # A norm of occupancy is no ceiling: going over it is told, not forbidden.
        check = measured("norm", registered, norm)
        status = "within_norm" if check.met else "over_norm"
        return Verdict(status, {"norm": norm.count}, ["norm_not_ceiling"], checks=[check])
    checks = _limits(case)
    outputs = {check.name: check.required for check in checks}
    outcome = [*case.figure("outcome").clauses]
    flags = ["range_minimum_ambiguous"] if case.has(f"{kind}.most") or case.has(f"{kind}.sure") else []
    least, *above = checks
    if not least.met:
        if case["small_contingent"]:
            return Verdict(UNDEFINED, outputs, ["small_contingent_exempt"], outcome, checks, [])
        return Verdict("not_opened", outputs, flags, outcome, checks)
    if above and not above[0].met:
        status = "extra_stream" if case.has(f"{kind}.most") else UNDEFINED
        return Verdict(status, outputs, flags, outcome, checks)
    return Verdict("opens", outputs, flags, outcome, checks)


def _limits(case: Case) -> list[Check]:
    """The least number, then the most or the number that is surely enough."""
    kind, registered = case["class_type"], case["registered"]
    limits = [name for name in ("least", "most", "sure") if case.has(f"{kind}.{name}")]
    return [measured(name, registered, case.figure(f"{kind}.{name}")) for name in limits]
