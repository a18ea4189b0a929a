"""What a calculator asks, declared once: forms are drawn and answers read from it.

Knows how to read and nothing of any rule; a limit that a document fixes is
named, not written.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from calculators import typed
from calculators.errors import BadInput
from calculators.rulebook import Rulebook
from calculators.shown import plain

MOST_ROWS = 10_000


@dataclass(frozen=True)
class Field:
    """One input.

    Attributes:
        kind: decimal, integer, choice, boolean, date, datetime, letter, text,
            decimals, integers, dates, letters (lists), rows (a list of
            objects), group (an object).
        minimum: least number allowed; `above` leaves the minimum itself out.
        maximum: name of the figure that is the most allowed.
        needed: a verdict is not reached without it, where `when` holds.
        when: the field is asked only if these inputs have one of these
            values; None among them stands for blank.  Elsewhere it is ignored.
        at: institutions whose form asks it; empty for all.
        choices_at: the choices that an institution's document knows.
        numeric: the choices are numbers.
        noted: shown back if readable, never judged.
        inner: the fields of a row or a group.
    """

    name: str
    kind: str
    choices: tuple[str, ...] = ()
    unit: str = ""
    minimum: int = 0
    above: bool = False
    maximum: str = ""
    needed: bool = False
    when: dict[str, tuple] = field(default_factory=dict)
    at: tuple[str, ...] = ()
    choices_at: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numeric: bool = False
    noted: bool = False
    inner: tuple["Field", ...] = ()

    def asked(self, institution: str, values: dict) -> bool:
        """Whether the field matters, given what is read so far."""
        if self.at and institution not in self.at:
            return False
        return all(values.get(name) in allowed for name, allowed in self.when.items())


AS_OF = Field("as_of", "date")


@dataclass
class Reading:
    """What was read: values by name (None for blank) and the first thing wrong."""

    values: dict
    wrong: BadInput | None = None


class Reader:
    """Reads inputs by their declaration, with the figures that limit them."""

    def __init__(self, rules: Rulebook, institution: str, day: date | None = None) -> None:
        self._rules, self._institution, self._day = rules, institution, day
        self._readers = {
            "decimal": self._number, "integer": self._number, "choice": self._choice,
            "boolean": lambda one, raw, path: typed.boolean(raw, path),
            "date": lambda one, raw, path: typed.day(raw, path),
            "datetime": lambda one, raw, path: typed.moment(raw, path),
            "text": lambda one, raw, path: typed.text(raw, path),
            "letter": self._letter, "grade": self._letter,
            "decimals": self._list, "integers": self._list, "dates": self._list, "grades": self._list,
            "rows": self._rows, "group": self._group,
        }  # fmt: skip

    def read(self, fields: tuple[Field, ...], inputs: dict) -> Reading:
        """Read every field that is asked; keep the first thing wrong, in the order of the fields.

        Whether a field is asked may hang on one further down, so all are
        tried first and those that do not matter are then forgotten.
        """
        tried: dict[str, BadInput] = {}
        reading = Reading({})
        for one in fields:
            try:
                reading.values[one.name] = self.value(one, inputs.get(one.name), one.name)
            except BadInput as error:
                reading.values[one.name], tried[one.name] = None, error
        for one in fields:
            if not one.asked(self._institution, reading.values):
                reading.values[one.name] = None
            elif not one.noted:
                reading.wrong = reading.wrong or tried.get(one.name)
        return reading

    def value(self, one: Field, raw: object, path: str) -> object:
        """One input's value, or None where it is blank."""
        return None if typed.is_blank(raw) else self._readers[one.kind](one, raw, path)

    def _number(self, one: Field, raw: object, path: str) -> Fraction | int:
        value = typed.whole(raw, path) if one.kind in ("integer", "integers") else typed.number(raw, path)
        if value < one.minimum or (one.above and value == one.minimum):
            code = "not_positive" if one.above else "negative" if one.minimum == 0 else "too_small"
            raise BadInput(path, code, minimum=str(one.minimum))
        if one.maximum:
            most = self._rules.ruling(one.maximum, self._day)
            if value > most.number:
                raise BadInput(path, "too_large", maximum=most.value)
        return value

    def _choice(self, one: Field, raw: object, path: str) -> str:
        # A number that is one of the choices may be typed in any way: 1.5, "1,50".
        said = plain(typed.number(raw, path)) if one.numeric else raw
        return typed.choice(said, path, one.choices)

    def _letter(self, one: Field, raw: object, path: str) -> str:
        if isinstance(raw, str) and raw.strip() in one.choices:
            return raw.strip()
        return typed.letter(raw, path, self._rules.keys("external.scale.points"))

    def _list(self, one: Field, raw: object, path: str) -> tuple:
        kinds = {"decimals": self._number, "integers": self._number, "grades": self._letter}
        read = kinds.get(one.kind, lambda _, each, where: typed.day(each, where))
        return tuple(
            None if typed.is_blank(each) else read(one, each, f"{path}[{index}]")
            for index, each in enumerate(self._bounded(raw, path))
        )

    def _rows(self, one: Field, raw: object, path: str) -> tuple[dict, ...]:
        return tuple(self._object(one, each, f"{path}[{index}]") for index, each in enumerate(self._bounded(raw, path)))

    def _group(self, one: Field, raw: object, path: str) -> dict:
        return self._object(one, raw, path)

    def _object(self, one: Field, raw: object, path: str) -> dict:
        if raw is None:
            raw = {}
        if not isinstance(raw, dict):
            raise BadInput(path, "not_an_object")
        values: dict = {}
        for each in one.inner:
            values[each.name] = None
            if each.asked(self._institution, values):
                values[each.name] = self.value(each, raw.get(each.name), f"{path}.{each.name}")
        return values

    def _bounded(self, raw: object, path: str) -> list:
        if not isinstance(raw, (list, tuple)):
            raise BadInput(path, "not_a_list")
        if len(raw) > MOST_ROWS:
            raise BadInput(path, "too_many_rows", maximum=str(MOST_ROWS))
        return list(raw)
