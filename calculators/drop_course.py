"""Can a course still be swapped or dropped?

Source: htii-5.6.5, htii-5.6.6.
"""

from datetime import timedelta

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import Check, Verdict

AUDIENCE = ("student", "master")
WEEK = timedelta(weeks=1)
FIELDS = (
    Field("class_start", "date", needed=True),
    Field("action", "choice", ("drop", "swap"), needed=True),
    Field("action_date", "date", needed=True),
)


def judge(case: Case) -> Verdict:
    """The week of classes the day falls in, beside the last week allowed."""
    start, action, day = case["class_start"], case["action"], case["action_date"]
    term = case.figure(action)
    last = start + term.count * WEEK - timedelta(days=1)
    outputs = {"last_day": last.isoformat()}
    if day < start:
        return Verdict("before_start", outputs, [], [*term.clauses])
    week = (day - start) // WEEK + 1
    outputs["week"] = week
    # The right ends "after" the named weeks have passed, so their last day still has it.
    in_time = day <= last
    check = Check(action, term.value, "<=", str(week), in_time, term.clauses, term.unit)
    refused = "not_allowed" if action == "swap" else "grade_F"
    # The text takes the right away later on; it nowhere grants a free drop before that.
    flags = ["free_drop_not_granted"] if in_time and action == "drop" else []
    # What is too late can no longer be changed; the last day stands among the figures.
    change = [{"item": "days_left", "needed": str((last - day).days), "unit": "calendar_days"}] if in_time else []
    return Verdict("allowed" if in_time else refused, outputs, flags, [], [check], change)
