"""What may a doctoral student still do who has not defended?

Source: aues-7.3.7, aues-7.3.8.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import OK, Verdict

AUDIENCE = ("master",)
OPEN = {"theory_complete": (True, None)}
FIELDS = (
    Field("theory_complete", "boolean", needed=True),
    Field("science_complete", "boolean", needed=True, when=OPEN),
    Field("defended", "boolean", needed=True, when=OPEN),
)


def silence(case: Case) -> Verdict | None:
    """The clauses speak of those only who finished the theory and did not defend."""
    if case["theory_complete"] is False:
        return Verdict.silent(case.silence("theory"))
    return Verdict.silent(case.silence("defended")) if case["defended"] else None


def judge(case: Case) -> Verdict:
    """Both roads are paid; the second one has a price in credits."""
    if not case["science_complete"]:
        outputs = {"outcome": "repeat_science_credits_paid_then_defend_later"}
        return Verdict(OK, outputs, [], [*case.figure("science_owed").clauses])
    price = case.figure("defence_owed")
    outputs = {"outcome": "credits_awarded_defend_later_paid", "paid_credits": price.count}
    return Verdict(OK, outputs, [], [*price.clauses])
