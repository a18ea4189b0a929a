"""Is the way to registration open?

Source: htii-5.6.8, htii-5.6.5, htii-5.6.10.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.shown import plain
from calculators.verdict import Check, Verdict, answered, names, ruling

AUDIENCE = ("student", "master")
NEW, RETAKE = {"is_new": (True,)}, {"is_retake": (True,)}
FIELDS = (
    Field("prerequisites_passed", "boolean"),
    Field("tuition_debt", "decimal", unit="tenge"),
    Field("is_new", "boolean"),
    Field("enrolment_order", "boolean", when=NEW),
    Field("paid_basis", "boolean", when=NEW),
    Field("semester_fee_paid", "boolean", when=NEW | {"paid_basis": (True, None)}),
    Field("is_retake", "boolean"),
    Field("retake_prepaid", "boolean", when=RETAKE),
)


def judge(case: Case) -> Verdict:
    """Conditions for everyone, then those for newcomers and for a repeated course."""
    checks = [
        answered("prerequisites", case["prerequisites_passed"], case.figure("prerequisites")),
        _debt(case),
    ]
    if case["is_new"]:
        # A newcomer has nothing to have passed or owed yet; said all the same, it counts.
        checks = [check for check in checks if check.met is not None]
        checks.append(answered("enrolment_order", case["enrolment_order"], case.figure("enrolment_order")))
        if case["paid_basis"] is not False:
            checks.append(answered("semester_fee", case["semester_fee_paid"], case.figure("semester_fee")))
    if case["is_retake"]:
        checks.append(answered("retake_prepayment", case["retake_prepaid"], case.figure("retake_prepayment")))
    outputs = {"missing": names(checks, met=False), "unknown": names(checks, met=None)}
    return Verdict(ruling(checks), outputs, checks=checks)


def _debt(case: Case) -> Check:
    """ "No debt": anything above zero blocks."""
    debt, rule = case["tuition_debt"], case.figure("tuition_debt")
    shown = None if debt is None else plain(debt)
    return Check(
        "tuition_debt", "0", "=", shown, None if debt is None else debt == 0, rule.clauses, "tenge", shown
    )
