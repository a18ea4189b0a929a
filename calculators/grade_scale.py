"""Which points and which score belong to a letter?  External to all documents.

Source: external-national-scale; aues-2.2.13 and htii-5.5.7 name the letters only.
"""

from calculators import letters
from calculators.case import Case
from calculators.errors import Blank
from calculators.fields import Field
from calculators.verdict import OK, UNDEFINED, Verdict

AUDIENCE = ("student", "master")
EXTERNAL = ("scale",)
ANYWHERE = True
FIELDS = (
    Field("letter", "letter"),
    Field("score", "decimal", unit="score", maximum="external.scale.high.A", when={"letter": (None,)}),
)


def governing(case: Case) -> list[str]:
    """The external table and what the documents say of letters."""
    own = case.clauses() if case.rules.has(case.home) else []
    both = [case.rules.ruling(f"{code}.grade_scale.letters").clause for code in ("aues", "htii")]
    return [*letters.points(case, "A").clauses, *(own or both)]


def judge(case: Case) -> Verdict:
    """The row of the table: letter, points, scores, traditional mark."""
    letter, score = case["letter"], case["score"]
    if letter is None and score is None:
        raise Blank("letter")
    letter = letter or letters.of_score(case, score)
    if letter is None:
        outputs = {"candidates": letters.around(case, score)}
        return Verdict(UNDEFINED, outputs, [letters.FLAG, "fractional_score_not_defined"], governing(case))
    outputs = {
        "letter": letter,
        "points": letters.points(case, letter).value,
        "score_from": case.external(f"scale.low.{letter}").value,
        "score_to": case.external(f"scale.high.{letter}").value,
        "traditional": case.external(f"scale.traditional.{letter}").value,
    }
    return Verdict(OK, outputs, [letters.FLAG], governing(case))
