"""Requests nobody thought of: drawn from the field definitions, good and bad, the same in every run."""

import random
from collections.abc import Iterator

from calculators.api import CALCULATORS
from calculators.fields import Field
from calculators.rulebook import INSTITUTIONS

ODD = (None, "", "  ", "1,5", "١", "−1", -1, 0, 1e308, 10**30, "NaN", "x" * 300, [], {}, True, "FХ", "2026-02-30", "0x10")
LETTERS = ("A", "A-", "B+", "B", "C", "D+", "FX", "F", "В+", "FХ", "E", "с-")


def requests(name: str, count: int) -> Iterator[dict]:
    """`count` requests to one calculator; most are answerable, some are nonsense."""
    draw = random.Random(f"{name} {count}")  # noqa: S311 (cases, not secrets)
    for number in range(count):
        institution = draw.choice((*INSTITUTIONS, "any") if draw.random() < 0.2 else INSTITUTIONS)
        inputs = {field.name: value(draw, field) for field in CALCULATORS[name].FIELDS if draw.random() < 0.9}
        yield {"id": number, "calculator": name, "institution": institution, "inputs": inputs}


def value(draw: random.Random, field: Field) -> object:
    """A value for a field: mostly of its kind, sometimes odd."""
    if draw.random() < 0.06:
        return draw.choice(ODD)
    kinds = {
        "decimal": lambda: number(draw), "integer": lambda: draw.randrange(0, 40), "letter": lambda: draw.choice(LETTERS),
        "choice": lambda: draw.choice(field.choices), "boolean": lambda: draw.choice((True, False, "yes", "no")),
        "date": lambda: day(draw), "datetime": lambda: f"{day(draw)}T{draw.randrange(24):02}:{draw.randrange(60):02}",
        "text": lambda: draw.choice(("B2", "C1", "A2", "IELTS 6.5", "иә")),
        "integers": lambda: [draw.randrange(0, 50) for _ in range(draw.randrange(6))],
        "decimals": lambda: [number(draw) for _ in range(draw.randrange(6))],
        "dates": lambda: [day(draw) for _ in range(draw.randrange(4))],
        "grades": lambda: [draw.choice((*LETTERS, "good", "excellent")) for _ in range(draw.randrange(6))],
        "rows": lambda: [{each.name: value(draw, each) for each in field.inner if draw.random() < 0.7} for _ in range(draw.randrange(6))],
        "group": lambda: {each.name: value(draw, each) for each in field.inner},
    }  # fmt: skip
    return kinds[field.kind]()


def number(draw: random.Random) -> object:
    """A number as people type it, near the figures that matter as often as not."""
    near = draw.choice(("1.33", "1.67", "2.00", "2,34", "36", "35.99", "60", "120", "88", "20", "30", "0", "4.0", "100", "94.5"))
    return draw.choice((near, draw.randrange(0, 130), round(draw.uniform(0, 4), 2), str(draw.randrange(0, 240))))


def day(draw: random.Random) -> str:
    """A day of two years, the ends of months among them."""
    return f"{draw.choice((2026, 2028))}-{draw.randrange(1, 13):02}-{draw.choice((1, 7, 15, 28, draw.randrange(1, 29)))!s:0>2}"
