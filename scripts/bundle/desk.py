"""The registrar's desk inside the browser: one table at a time, asked by the page in small steps."""

import json

from calculators import table
from calculators.delimited import TableError, read, written

_table: list[list[str]] = []


def answer_json(asked: str, content: bytes | None = None) -> tuple[str, bytes | None]:
    """Do one step; JSON in and out, and a file's bytes beside it."""
    step = json.loads(asked)
    try:
        given, file = {"open": _open, "columns": _columns, "judge": _judge, "write": _write}[step.pop("step")](
            None if content is None else bytes(content), **step
        )
    except TableError as error:
        given, file = {"error": error.code}, None
    return json.dumps(given), file


def _open(content: bytes | None, text: str | None = None, xlsx: bool = False) -> tuple[dict, None]:
    """Take a file or a pasted text; tell its heading, its first rows and how many there are."""
    if xlsx:
        import spreadsheet  # comes in a bundle of its own

        rows = spreadsheet.read(content)
    else:
        rows = read(text if content is None else content)
    if len(rows) < 2:  # noqa: PLR2004 - a heading and a student
        raise TableError("no_rows")
    if len(rows) - 1 > table.MOST_ROWS:
        raise TableError("too_many_rows")
    _table[:] = rows
    return {"header": rows[0], "first": rows[1:6], "rows": len(rows) - 1, "calculator": table.guessed(rows[0])}, None


def _columns(_: None, calculator: str) -> tuple[dict, None]:
    """What the calculator can take from a table, and which column each is."""
    header = _table[0] if _table else []
    return {"columns": list(table.columns(calculator)), "matched": table.matched(header, calculator)}, None


def _judge(_: None, calculator: str, institution: str, places: dict, first: int, count: int) -> tuple[dict, None]:
    """The answers of some rows, and the rows as they were read."""
    rows = _table[1 + first : 1 + first + count]
    return {"rows": rows, "answers": list(table.answers(calculator, institution, places, rows))}, None


def _write(_: None, rows: list[list[str]], xlsx: bool = False) -> tuple[dict, bytes]:
    """A file of these rows."""
    if xlsx:
        import spreadsheet

        return {}, spreadsheet.written(rows)
    return {}, written(rows)
