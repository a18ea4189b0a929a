"""May the thesis be defended?  Six conditions, and two things that bar the way.

"No review yet" is a condition still owed; a negative one blocks.

Source: ietu-8.2, ietu-8.3, ietu-5.4, ietu-4.2.
"""

from calculators.case import Case
from calculators.fields import Field
from calculators.verdict import MET, Check, Verdict, answered, names, ruling, satisfies

AUDIENCE = ("master",)
OPINION = ("positive", "negative", "none")
FIELDS = (
    Field("plan_fulfilled", "boolean"),
    Field("supervisor_review", "choice", OPINION),
    Field("publications_on_topic", "integer", unit="publications"),
    Field("talks_international", "integer", unit="talks"),
    Field("talks_republican", "integer", unit="talks"),
    Field("talks_other", "integer", unit="talks"),
    Field("pre_defence_extract", "boolean"),
    Field("reviews_official", "integer", unit="reviews"),
    Field("reviewer_qualification_matches", "boolean"),
    Field("review_allows_degree", "boolean"),
    Field("ethics_conclusion", "choice", ("clear", "violations", "none")),
    Field("expert_commission", "choice", OPINION),
    Field("plagiarism_found", "boolean"),
    Field("similarity_checked", "boolean"),
)


def judge(case: Case) -> Verdict:
    """Barred outranks blocked, that outranks what is missing, that what is unknown."""
    conditions = _conditions(case)
    owed = answered("similarity_check", case["similarity_checked"], case.figure("similarity_check"))
    checks = [*conditions, owed]
    unknown = names(checks, met=None)
    unknown += [name for name in ("expert_commission", "plagiarism_found") if case[name] is None]
    outputs = {
        "missing": names(checks, met=False),
        "unknown": unknown,
        "satisfied_count": len(names(conditions, met=True)),
        "items_total": len(conditions),
    }
    status, flags = _status(case, checks, unknown)
    if case["talks_other"] and "publication_or_talk" in outputs["missing"]:
        flags.append("other_conference_not_counted")
    bars = case.clauses("negative_conclusion", "plagiarism")
    return Verdict(status, outputs, flags, [case.figure("plan").clause, *bars], checks)


def _status(case: Case, checks: list[Check], unknown: list[str]) -> tuple[str, list[str]]:
    if case["plagiarism_found"]:
        return "barred", ["no_redefence", "decision_body_not_consistent"]
    if case["expert_commission"] == "negative":
        return "blocked", ["expert_commission_not_defined"]
    if case["supervisor_review"] == "negative":
        return "blocked", []
    status = ruling(checks)
    return ("incomplete" if status == MET and unknown else status), []


def _conditions(case: Case) -> list[Check]:
    """The six conditions, in the order of the clause."""
    return [
        answered("plan", case["plan_fulfilled"], case.figure("plan")),
        answered("supervisor_review", _is(case["supervisor_review"], "positive"), case.figure("supervisor_review")),
        answered("publication_or_talk", _published_or_spoke(case), case.figure("publications")),
        answered("pre_defence_extract", case["pre_defence_extract"], case.figure("pre_defence_extract")),
        answered("review", _reviewed(case), case.figure("reviews")),
        answered("ethics", _is(case["ethics_conclusion"], "clear"), case.figure("ethics")),
    ]


def _is(said: str | None, wanted: str) -> bool | None:
    return None if said is None else said == wanted


def _published_or_spoke(case: Case) -> bool | None:
    """One publication, or one talk at an international or a republican conference."""
    publications, talks = case.figure("publications"), case.figure("talks")
    published, *spoke = (case[name] for name in ("publications_on_topic", "talks_international", "talks_republican"))
    told = [None if published is None else satisfies(published, publications)]
    # Any one level will do, and the talks of both levels count together.
    told.append(satisfies(sum(each or 0 for each in spoke), talks) or (None if None in spoke else False))
    return True if True in told else None if None in told else False


def _reviewed(case: Case) -> bool | None:
    """At least one official review, by a fitting reviewer, that allows the degree."""
    enough = None if case["reviews_official"] is None else satisfies(case["reviews_official"], case.figure("reviews"))
    told = (enough, case["reviewer_qualification_matches"], case["review_allows_degree"])
    return False if False in told else None if None in told else True
