"""What follows from a mark: passed, a new final control, or the course again?

Source: htii-5.5.7, htii-5.5.8, htii-5.5.9, htii-5.6.10, aues-2.2.14, aues-2.2.15, aues-2.2.18, aues-2.2.4.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import OK, UNDEFINED, Verdict

AUDIENCE = ("student", "master")
FIELDS = (
    Field("letter", "letter", needed=True),
    Field("wants_improvement", "boolean"),
)


def judge(case: Case) -> Verdict:
    """Outcome and credits; payment only where the document states it."""
    if case["letter"] == "FX":
        outputs = {"outcome": "retake_final_control_without_repeating", "credits_awarded": False}
        return Verdict(OK, outputs, ["fx_attempts_not_defined"], _cited(case, "fx", "credits", "transcript"))
    if case["letter"] == "F":
        return _failed(case)
    outputs = {"outcome": "passed", "credits_awarded": True}
    rules = ["credits"]
    if case["wants_improvement"]:
        forbidden = case.has("no_improvement")
        outputs["improvement_retake"] = "not_allowed_this_period" if forbidden else UNDEFINED
        rules.append("no_improvement" if forbidden else "additional_semester")
    return Verdict(OK, outputs, [], _cited(case, *rules))


def _failed(case: Case) -> Verdict:
    outputs = {"outcome": "reenrol_and_repeat_course", "credits_awarded": False}
    flags = []
    if case.has("paid_repeat"):
        outputs["paid"] = True
    else:
        flags.append("payment_not_stated")
    return Verdict(OK, outputs, flags, _cited(case, "f", "credits", "transcript"))


def _cited(case: Case, *rules: str) -> list[str]:
    return [clause for rule in rules if case.has(rule) for clause in case.figure(rule).clauses]
