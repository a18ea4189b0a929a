"""One question put to one institution: what was typed, and the rules on the day."""

from dataclasses import dataclass
from datetime import date

from calculators.errors import Blank
from calculators.rulebook import Figure, Rulebook


@dataclass(frozen=True)
class Case:
    """What a calculator judges: values read from the inputs, and the rulebook."""

    calculator: str
    institution: str
    values: dict
    rules: Rulebook
    day: date | None = None
    given: frozenset[str] = frozenset()  # names of all inputs that were not blank, asked or not

    def __getitem__(self, name: str) -> object:
        """The input's value; None for a blank one."""
        return self.values[name]

    @property
    def home(self) -> str:
        """Where this institution's figures for this question stand."""
        return f"{self.institution}.{self.calculator}"

    def figure(self, name: str) -> Figure:
        """The institution's figure for this question, on the day asked about."""
        return self.rules.ruling(f"{self.home}.{name}", self.day)

    def has(self, name: str) -> bool:
        """Whether the institution's document fixes this."""
        return self.rules.has(f"{self.home}.{name}")

    def keys(self, name: str) -> tuple[str, ...]:
        """What the document fixes below this name."""
        return self.rules.keys(f"{self.home}.{name}")

    def external(self, name: str) -> Figure:
        """A figure from outside the documents."""
        return self.rules.ruling(f"external.{name}", self.day)

    def clauses(self, *parts: str) -> list[str]:
        """Clauses of the rules below these names, or of the whole question."""
        under = [f"{self.home}.{part}" for part in parts] or [self.home]
        return [clause for name in under for figure in self.rules.figures(name) for clause in figure.clauses]

    def silence(self, *parts: str) -> tuple[str, ...]:
        """Clauses that show a narrower silence, else the question's own."""
        return self.rules.silence(".".join((self.home, *parts))) or self.rules.silence(self.home) or ()

    def need(self, *names: str) -> None:
        """Every one of these inputs is given, lists in full.

        Raises:
            Blank: the first that is not; an empty list is blank as a whole.
        """
        for name in names:
            need(name, self.values[name])


def need(path: str, value: object) -> None:
    """The input at this path is given; every element too if it is a list.

    Raises:
        Blank: it is not.
    """
    if value is None or value == ():
        raise Blank(path)
    for index, each in enumerate(value if isinstance(value, tuple) else ()):
        need(f"{path}[{index}]", each)
