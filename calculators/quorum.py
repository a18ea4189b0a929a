"""Could a body decide, and what did it decide?

A vote without a quorum is void, whatever it says.  A decisive vote settles a
tie; it is not a second vote.

Source: umc-10, umc-20, htii-5.3.2, htii-5.3.19.
"""

from fractions import Fraction

from calculators.case import Case
from calculators.errors import BadInput
from calculators.fields import Field
from calculators.rulebook import Figure
from calculators.shown import plain
from calculators.verdict import UNDEFINED, Check, Verdict, satisfies

AUDIENCE = ("staff",)
ROUTE = "body"
HALF = Fraction(1, 2)
FIELDS = (
    Field(
        "body", "choice",
        ("rumc", "uao", "exam_commission", "appeal_commission", "scientific_council", "quality_commission"),
        needed=True,
    ),
    Field("total_members", "integer", unit="people", above=True, needed=True),
    Field("present", "integer", unit="people", needed=True),
    Field("votes_for", "integer", unit="votes"),
    Field("votes_against", "integer", unit="votes"),
    Field("votes_abstain", "integer", unit="votes"),
    Field("chair_vote", "choice", ("for", "against", "abstain")),
    # Only this body's members may vote from afar.
    Field("online_votes", "integer", unit="votes", when={"body": ("uao",)}),
)  # fmt: skip


def consistent(case: Case) -> None:
    """Nobody is counted who does not belong, and no vote that nobody cast."""
    total, present = case["total_members"], case["present"]
    if total is not None and present is not None and present > total:
        raise BadInput("present", "more_than_total", maximum=str(total))
    if total is not None and present is not None and present + _online(case) > total:
        raise BadInput("online_votes", "more_than_total", maximum=str(total - present))
    votes = sum(case[name] or 0 for name in ("votes_for", "votes_against", "votes_abstain"))
    if present is not None and votes > present + _online(case):
        raise BadInput("votes", "more_than_total", maximum=str(present + _online(case)))
    side = {"for": "votes_for", "against": "votes_against"}.get(case["chair_vote"])
    if side and case[side] == 0:
        raise BadInput("chair_vote", "not_counted")


def _online(case: Case) -> int:
    return case["online_votes"] or 0


def judge(case: Case) -> Verdict:
    """The quorum first, then the votes."""
    share = case.figure(f"{case['body']}.quorum")
    present = case["present"]
    # "At least two thirds": of a number that three does not divide, the next whole one.
    required = (share.number * case["total_members"]).__ceil__()
    enough = satisfies(Fraction(present, case["total_members"]), share)
    outputs = {"quorum_required": required, "quorum_met": enough}
    check = Check(
        "quorum", str(required), share.relation, str(present), enough, share.clauses, "people",
        str(required - present),
    )  # fmt: skip
    if present + _online(case) < required:
        return Verdict("no_quorum", outputs, [], checks=[check])
    if not enough:
        # Whether those who vote from afar count towards the two thirds is not said.
        outputs["quorum_met"] = None
        return Verdict(UNDEFINED, outputs, ["online_quorum_not_defined"], [*share.clauses])
    case.need("votes_for", "votes_against")
    status, flags = _decision(case)
    checks = [check, _majority(case, share, status)]
    # What is adopted wants no change, though a tie is no majority.
    change = [] if status.startswith("adopted") else None
    return Verdict(status, outputs, [*flags, *_notes(case, status)], checks=checks, change=change)


def _decision(case: Case) -> tuple[str, list[str]]:
    votes_for, against = case["votes_for"], case["votes_against"]
    if against > votes_for:
        return "rejected", []
    if votes_for == against:
        return _tie(case)
    # More than half of those who took part is a majority under every reading.
    if votes_for > HALF * (case["present"] + _online(case)):
        return "adopted", []
    # Where the clause says "of those present", fewer are no majority; elsewhere the base is not given.
    return ("rejected", []) if _of_present(case) else (UNDEFINED, ["abstentions_not_defined"])


def _of_present(case: Case) -> bool:
    return case.has(f"{case['body']}.majority_of_present")


def _tie(case: Case) -> tuple[str, list[str]]:
    if case["chair_vote"] in ("for", "against"):
        return ("adopted_by_chair" if case["chair_vote"] == "for" else "rejected_by_chair"), []
    return UNDEFINED, ["chair_abstained" if case["chair_vote"] else "chair_vote_needed"]


def _notes(case: Case, status: str) -> list[str]:
    flags = ["majority_of_present"] if _of_present(case) else []
    if case["body"] == "exam_commission":
        flags.append("participants_read_as_members")
    if case["body"] == "uao" and status.startswith("adopted"):
        flags.append("recommendatory")
    return flags


def _majority(case: Case, share: Figure, status: str) -> Check:
    """More votes for than against, or than half of those present where the clause counts these."""
    votes = case["votes_for"]
    bar = HALF * case["present"] if _of_present(case) else Fraction(case["votes_against"])
    # More for than against and still no decision: of whom a majority is asked is not said.
    met = None if votes > bar and status == UNDEFINED else votes > bar
    return Check("majority", plain(bar), ">", str(votes), met, share.clauses, "votes", str(bar.__floor__() + 1 - votes))
