"""How much a month do the heads of student self-government get?

Source: htii-8.7.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import OK, Verdict

AUDIENCE = ("student",)
FIELDS = (
    Field(
        "role", "choice", ("student_rector", "faculty_student_dean", "dormitory_council_chair"), needed=True,
    ),
)  # fmt: skip


def judge(case: Case) -> Verdict:
    """The sum of the role, on the day asked about."""
    sum_of_role = case.figure(case["role"])
    return Verdict(OK, {"monthly_tenge": sum_of_role.count}, [], [*sum_of_role.clauses])
