"""What is the grade point average of these courses?  Pure arithmetic, no verdict.

Source: htii-gl.47, htii-5.5.12, aues-1.2.35; letters by the external scale.
"""

from fractions import Fraction

from calculators import letters
from calculators.case import Case
from calculators.errors import Blank
from calculators.fields import Field
from calculators.shown import counted, fixed, ratio
from calculators.verdict import OK, UNDEFINED, Verdict

AUDIENCE = ("student", "master")
EXTERNAL = ("scale",)
ANYWHERE = True
PLACES = 4
COURSES = Field(
    "courses", "rows",
    inner=(
        Field("credits", "decimal", unit="credits", above=True),
        Field("letter", "letter"),
        Field("points", "decimal", unit="gpa_points", maximum="external.scale.points.A", when={"letter": (None,)}),
        Field(
            "score", "decimal", unit="score", maximum="external.scale.high.A",
            when={"letter": (None,), "points": (None,)},
        ),
    ),
)  # fmt: skip
FIELDS = (Field("courses", "rows", needed=True, inner=COURSES.inner),)


class Average:
    """Sum of credits times points over the sum of credits, kept exact.

    Attributes:
        gpa: 0 to 4, or None where a score has no letter.
        by_scale: whether letters or scores were turned into points.
        undefined: path of the first score between two bands.

    Raises:
        Blank: a course lacks its credits or its mark.
    """

    def __init__(self, case: Case, courses: tuple[dict, ...]) -> None:
        self.credits = self.earned = Fraction()
        self.by_scale = False
        self.undefined = ""
        for index, course in enumerate(courses):
            path = f"courses[{index}]"
            if course["credits"] is None:
                raise Blank(f"{path}.credits")
            points = self._points(case, course, path)
            self.credits += course["credits"]
            self.earned += course["credits"] * points

    @property
    def gpa(self) -> Fraction | None:
        """The average, exact."""
        return None if self.undefined else self.earned / self.credits

    def _points(self, case: Case, course: dict, path: str) -> Fraction:
        if course["points"] is not None:
            return course["points"]
        if course["letter"] is None and course["score"] is None:
            raise Blank(f"{path}.letter")
        self.by_scale = True
        letter = course["letter"] or letters.of_score(case, course["score"])
        if letter is None:
            self.undefined = self.undefined or f"{path}.score"
            return Fraction()
        return letters.points(case, letter).number

    def flags(self) -> list[str]:
        """What the documents leave open about these courses."""
        flags = [letters.FLAG] if self.by_scale else []
        return flags + ["fractional_score_not_defined"] if self.undefined else flags


def governing(case: Case) -> list[str]:
    """The definition of the average: the institution's own, or every one there is."""
    if case.rules.has(case.home):
        return case.clauses()
    return [clause for code in ("aues", "htii") for clause in case.rules.ruling(f"{code}.gpa.formula").clauses]


def judge(case: Case) -> Verdict:
    """The average with four decimals, half up, and as an exact fraction."""
    average = Average(case, case["courses"])
    clauses = governing(case)
    if average.by_scale:
        clauses += letters.points(case, "A").clauses
    if average.gpa is None:
        return Verdict(UNDEFINED, {"open_field": average.undefined}, average.flags(), clauses)
    outputs = {
        "gpa": fixed(average.gpa, PLACES),
        "gpa_exact": ratio(average.gpa),
        "credits_total": counted(average.credits),
    }
    return Verdict(OK, outputs, average.flags(), clauses)
