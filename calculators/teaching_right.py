"""May the holder of a profile degree teach?

Source: ietu-9.1, aues-7.3.6.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import Verdict, answered, names, ruling

AUDIENCE = ("master",)
ROUTE = "degree"
FIELDS = (
    Field("degree", "choice", ("profile_master", "profile_doctor"), needed=True),
    Field("pedagogical_programme_completed", "boolean", when={"degree": ("profile_master",)}),
    Field("pedagogical_block_completed", "boolean", when={"degree": ("profile_doctor",)}),
    Field("pedagogical_practice_done", "boolean", when={"degree": ("profile_doctor",)}),
)


def judge(case: Case) -> Verdict:
    """Only after everything the clause names: one thing lacking is enough for no."""
    degree = case["degree"]
    checks = [answered(name, case[name], case.figure(f"{degree}.{name}")) for name in case.keys(degree)]
    outputs = {"missing": names(checks, met=False), "unknown": names(checks, met=None)}
    return Verdict(ruling(checks), outputs, checks=checks)
