"""Does a scientific internship meet its conditions?

Source: ietu-7.2, ietu-7.3, ietu-7.6.
"""

from calculators import typed
from calculators.case import Case
from calculators.days import DAY
from calculators.errors import BadInput
from calculators.fields import Field
from calculators.verdict import INCOMPLETE, MET, UNDEFINED, Check, Verdict, answered, measured, names, ruling

AUDIENCE = ("master",)
EXTERNAL = ("cefr",)
ABROAD = {"abroad": (True,)}
ONLINE = {"format": ("online",)}
FIELDS = (
    Field("start_date", "date"),
    Field("end_date", "date"),
    Field("days", "integer", unit="calendar_days"),
    Field("abroad", "boolean"),
    Field("preliminary_results", "boolean", when=ABROAD),
    Field("publications", "integer", unit="publications", when=ABROAD),
    Field("cefr", "text", when=ABROAD),
    Field("public_life_active", "boolean", when=ABROAD),
    Field("format", "choice", ("onsite", "online")),
    Field("fully_remote_mode", "boolean", when=ONLINE),
    Field("host_consent_remote", "boolean", when=ONLINE),
    Field("host_contract", "boolean"),
    Field("place_agreed", "boolean"),
)


def consistent(case: Case) -> None:
    """The end is not before the start; the certificate names a level or a known test."""
    start, end = case["start_date"], case["end_date"]
    if start and end and end < start:
        raise BadInput("end_date", "before_start", minimum=start.isoformat())
    if case["cefr"] is not None and _level(case) is None and not _names_test(case):
        raise BadInput("cefr", "not_a_level", choices=list(case.external("cefr.levels").listed))


def judge(case: Case) -> Verdict:
    """Every condition that applies, met, not met or unknown."""
    length = _days(case)
    checks = [measured("duration", length, case.figure("duration")), *_abroad(case), *_remote(case)]
    checks.append(answered("host_contract", case["host_contract"], case.figure("host_contract")))
    checks.append(answered("place_agreed", case["place_agreed"], case.figure("place_agreed")))
    # A test's name answers the question; that it equals a level is what nobody wrote down.
    named = case["cefr"] is not None and _level(case) is None
    unknown = [name for name in names(checks, met=None) if not (named and name == "language")]
    status = ruling(checks)
    if status == INCOMPLETE and not unknown and named:
        status = UNDEFINED
    outputs = {"missing": names(checks, met=False), "unknown": unknown}
    if length is not None:
        outputs["days"] = length
    elif status == INCOMPLETE:
        outputs["error_field"] = "end_date" if case["start_date"] else "start_date"
    flags = ["online_7_3_vs_7_6"] if case["format"] == "online" else []
    flags += ["certificate_equivalence_not_defined"] if named else []
    if case["abroad"] and status == MET:
        flags.append("active_not_defined")
    return Verdict(status, outputs, flags, checks=checks)


def _days(case: Case) -> int | None:
    """Calendar days, both end days counted; the dates outrank a number of days."""
    if case["start_date"] and case["end_date"]:
        return (case["end_date"] - case["start_date"] + DAY).days
    return case["days"]


def _abroad(case: Case) -> list[Check]:
    """What is asked of those who go abroad; unknown while that is not said."""
    if case["abroad"] is False:
        return []
    published = case["publications"]
    told = [case["preliminary_results"], None if published is None else published > 0]
    # That there "are" results "or" publications: any of them is enough.
    either = True if True in told else None if None in told else False
    return [
        answered("research_or_publication", either, case.figure("research_or_publication")),
        _language(case),
        answered("public_life", case["public_life_active"], case.figure("public_life")),
    ]


def _language(case: Case) -> Check:
    least, level = case.figure("language"), _level(case)
    levels = case.external("cefr.levels").listed
    # "Not lower than" takes in the level itself.
    met = None if level is None else levels.index(level) >= levels.index(least.value)
    return Check("language", least.value, least.relation, level, met, least.clauses, least.unit, least.value)


def _remote(case: Case) -> list[Check]:
    if case["format"] == "onsite":
        return []
    told = (case["fully_remote_mode"], case["host_consent_remote"])
    both = False if False in told else None if None in told else True
    return [answered("remote_condition", both, case.figure("remote_condition"))]


def _level(case: Case) -> str | None:
    """The CEFR level that is written, in Latin letters."""
    said = typed.latin_capitals(case["cefr"] or "").replace("CEFR", "").strip()
    return said if said in case.external("cefr.levels").listed else None


def _names_test(case: Case) -> bool:
    said = (case["cefr"] or "").upper()
    return any(said.startswith(test) for test in case.external("cefr.certificates").listed)
