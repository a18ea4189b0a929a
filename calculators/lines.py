"""One line of JSON: read without losing a digit, its id carried back."""

import json
from decimal import Decimal, InvalidOperation
from math import isfinite

LONGEST_INTEGER = 1000  # digits of a number that are still read


def parsed(line: str | bytes) -> tuple[object, bool]:
    """The line's value, and whether an object in it names a key twice.

    Decimals stay exact; numbers too long for one, and NaN, become Decimals
    that no field takes for a number.

    Raises:
        ValueError: the line is not JSON in UTF-8.
        RecursionError: it nests too deep.
    """
    doubled = []

    def once(pairs: list[tuple[str, object]]) -> dict:
        members = dict(pairs)
        if len(members) != len(pairs):
            doubled.append(True)
        return members

    text = line.decode("utf-8-sig") if isinstance(line, bytes) else line
    request = json.loads(
        text, parse_float=_decimal, parse_int=_integer, parse_constant=lambda _: Decimal("NaN"), object_pairs_hook=once
    )
    return request, bool(doubled)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= LONGEST_INTEGER else Decimal("Infinity")


def head(request: object) -> dict:
    """The id to answer with, or null for one that cannot be carried back."""
    try:
        asked = _echoed(request.get("id")) if isinstance(request, dict) else None
        json.dumps(asked)
    except (RecursionError, ValueError):
        asked = None
    return {"id": asked}


def _echoed(value: object) -> object:
    """An id as JSON can carry it back."""
    if isinstance(value, Decimal):
        near = float(value)
        return near if isfinite(near) else None
    if isinstance(value, list):
        return [_echoed(each) for each in value]
    if isinstance(value, dict):
        return {key: _echoed(each) for key, each in value.items()}
    return value
