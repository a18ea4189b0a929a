"""Does a department meet the requirements to run a master's programme?

Source: ietu-2.10.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import MET, UNDEFINED, Check, Verdict, answered, measured, names, ruling, satisfies

AUDIENCE = ("staff",)
FIELDS = (
    Field("direction", "choice", ("natural_sciences", "ict", "engineering", "other"), needed=True),
    Field("degree_staff", "integer", unit="people"),
    Field("research_contracts", "integer", unit="contracts"),
    Field("internship_base_contracts", "integer", unit="contracts"),
    Field(
        "accredited_labs", "integer", unit="laboratories",
        when={"direction": ("natural_sciences", "ict", "engineering")},
    ),
    Field(
        "lab_contracts", "integer", unit="contracts", when={"direction": ("natural_sciences", "ict", "engineering")},
    ),
    Field("teachers_in_staff", "boolean"),
)  # fmt: skip


def judge(case: Case) -> Verdict:
    """Staff, contracts, laboratories where the direction asks them."""
    checks = [
        measured("degree_staff", case["degree_staff"], case.figure("degree_staff")),
        measured("research_contracts", case["research_contracts"], case.figure("research_contracts")),
        measured("internship_base", case["internship_base_contracts"], case.figure("internship_base")),
        *_laboratories(case),
        answered("teachers_in_staff", case["teachers_in_staff"], case.figure("teachers_in_staff")),
    ]
    status = ruling(checks)
    flags = []
    if _mixed(case):
        flags.append("lab_mix_not_defined")
        others = [check for check in checks if check.name != "laboratories"]
        status = UNDEFINED if ruling(others) == MET else ruling(others)
    outputs = {"missing": names(checks, met=False), "unknown": names(checks, met=None)}
    if flags:
        outputs["unknown"].remove("laboratories")
    return Verdict(status, outputs, flags, checks=checks)


def _laboratories(case: Case) -> list[Check]:
    """Enough laboratories, or enough contracts with such: the greater number counts; one of each is left open."""
    rule = case.figure("laboratories")
    if case["direction"] not in case.figure("directions_with_laboratories").listed:
        return []
    own, contracts = case["accredited_labs"], case["lab_contracts"]
    greater = max(own or 0, contracts or 0)
    enough, known = satisfies(greater, rule), None not in (own, contracts)
    met = enough or (None if not known or _mixed(case) else False)
    shown = str(greater) if known or enough else None
    return [Check("laboratories", rule.value, rule.relation, shown, met, rule.clauses, rule.unit, rule.value)]


def _mixed(case: Case) -> bool:
    """Neither kind is enough alone, both together are."""
    own, contracts = case["accredited_labs"], case["lab_contracts"]
    if own is None or contracts is None:
        return False
    rule = case.figure("laboratories")
    return not satisfies(own, rule) and not satisfies(contracts, rule) and satisfies(own + contracts, rule)
