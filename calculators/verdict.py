"""The shape of every answer: a status, the checks behind it, what is open.

Tokens and figures only; the page words them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from calculators.rulebook import Figure
from calculators.shown import plain

MET, NOT_MET, INCOMPLETE, UNDEFINED = "met", "not_met", "incomplete", "undefined"
OK = "ok"
SILENT = "not_in_document"


@dataclass
class Check:
    """One requirement beside what the reader has.

    Attributes:
        required, actual: figures or answers as text; `actual` None is unknown.
        relation: how the clause binds: ">=", "=", "<=" or "in".
        met: None where the answer is not known or the document leaves it open.
        lacks: how much is missing; below zero, how much is too many.
        lacks_unit: what that is counted in, where it is not the figure's unit.
    """

    name: str
    required: str
    relation: str
    actual: str | None
    met: bool | None
    clauses: tuple[str, ...]
    unit: str
    lacks: str | None = None
    lacks_unit: str = ""

    def as_dict(self) -> dict:
        """The check as the page takes it."""
        return {
            "check": self.name, "required": self.required, "relation": self.relation, "actual": self.actual,
            "met": self.met, "clause": self.clauses[0], "unit": self.unit,
        }  # fmt: skip

    def change(self) -> dict:
        """The smallest change that would meet it."""
        return {"item": self.name, "needed": self.lacks, "unit": self.lacks_unit or self.unit}


def satisfies(actual: Fraction | int, figure: Figure) -> bool:
    """Compare with a figure the way its clause binds.

    The relation stands beside the figure, with the clause's own deciding
    word behind it: ">=" for "at least", "=" where the clause names the
    figure alone, "<=" for "not more than".  All three take in the figure.
    """
    if figure.relation == ">=":
        return actual >= figure.number
    if figure.relation == "<=":
        return actual <= figure.number
    if figure.relation == "in":
        return plain(actual) in figure.listed
    return actual == figure.number


def measured(
    name: str, actual: Fraction | int | None, figure: Figure, shown: str | None = None, *, whole: bool = False
) -> Check:
    """A check of a number against a figure; a blank number leaves it unknown.

    Args:
        whole: tell what the number has to be, not by how much it differs.
    """
    if actual is None:
        return Check(name, _printed(figure), figure.relation, None, None, figure.clauses, figure.unit, _printed(figure))
    met = satisfies(actual, figure)
    lacks = None
    if not met:
        lacks = _printed(figure) if whole or figure.relation == "in" else plain(figure.number - actual)
    said = shown or plain(actual)
    return Check(name, _printed(figure), figure.relation, said, met, figure.clauses, figure.unit, lacks)


def answered(name: str, answer: bool | None, rule: Figure) -> Check:
    """A check of something that is so or is not so."""
    actual = None if answer is None else "yes" if answer else "no"
    return Check(name, "yes", "=", actual, answer, rule.clauses, "yes_no", "yes")


def _printed(figure: Figure) -> str:
    return ", ".join(figure.listed)


def ruling(checks: Iterable[Check]) -> str:
    """One failed check decides; failing none, one unknown leaves it open."""
    answers = [check.met for check in checks]
    return NOT_MET if False in answers else INCOMPLETE if None in answers else MET


def names(checks: Iterable[Check], met: bool | None) -> list[str]:
    """Names of the checks that are met, not met or unknown."""
    return [check.name for check in checks if check.met is met]


@dataclass
class Verdict:
    """An answer: status, outputs by their names, flags, clauses, checks, change."""

    status: str
    outputs: dict = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    change: list[dict] | None = None

    @classmethod
    def silent(cls, clauses: Iterable[str], *flags: str, **outputs: object) -> "Verdict":
        """The document gives no rule; its clauses show that."""
        return cls(UNDEFINED, dict(outputs), list(flags) or [SILENT], list(clauses))

    def as_dict(self) -> dict:
        """The answer as JSON takes it: clauses and flags once each."""
        cited = [*self.clauses, *(clause for check in self.checks for clause in check.clauses)]
        change = self.change
        if change is None:
            change = [check.change() for check in self.checks if check.met is False]
        return {
            "status": self.status, **self.outputs, "flags": list(dict.fromkeys(self.flags)),
            "clauses": list(dict.fromkeys(cited)), "trace": [check.as_dict() for check in self.checks],
            "change": change,
        }  # fmt: skip
