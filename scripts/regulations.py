"""The passports of the regulations, from docs/data/regulations.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "docs" / "data"


@dataclass(frozen=True)
class Regulation:
    """One document of one institution; every text is kept by language."""

    code: str
    year: int | None
    institution: dict[str, str]
    short: dict[str, str]
    title: dict[str, str]
    binds: dict[str, str]
    dated: dict[str, str]
    superseded: dict[str, str]
    official: dict[str, str]


@cache
def regulations() -> dict[str, Regulation]:
    """All regulations by code, in the order in which the site lists them."""
    with (DATA / "regulations.toml").open("rb") as file:
        entries = tomllib.load(file)
    return {code: Regulation(code=code, year=entry.pop("year", None), **entry) for code, entry in entries.items()}
