"""Many students at once: a row of a table is a question, and gets its own answer.

Columns are matched by name, in Kazakh, Russian or English, or by the names of
the fields.  Not needed to answer one question; the browser fetches it with the
page for tables alone.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from calculators.api import answer, describe
from calculators.delimited import TableError, read, written

# Those whose question a row can hold, with the columns that tell one table from another.
CALCULATORS = {
    "gpa_transfer": ("gpa", "year_completed"), "credits": ("total_credits", "components.bd_vk", "components.pd"),
    "attendance": ("unexcused_hours",), "scholarship": ("grades", "kind"),
}  # fmt: skip
MOST_ROWS = 10_000
RESULT = ("status", "checks", "change", "flags", "error", "clauses")
USAGE = "usage: python -m calculators --table students.csv [--calculator NAME] [--institution CODE] > verdicts.csv"
DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


@cache
def names() -> dict:
    """Names of columns and of answers."""
    return tomllib.loads(Path(__file__).with_name("columns.toml").read_text("utf-8"))


@cache
def columns(calculator: str) -> dict[str, str]:
    """What a table may hold for a calculator: path of each input, and its kind."""
    found = {"institution": "choice"}
    for one in describe(calculator)["fields"]:
        if one["kind"] == "group":
            found |= {f"{one['name']}.{inner['name']}": inner["kind"] for inner in one["inner"]}
        elif one["kind"] != "rows":
            found[one["name"]] = one["kind"]
    return found


def matched(header: list[str], calculator: str) -> dict[str, int]:
    """For each input that has one, its column: the first that bears one of its names."""
    found = {}
    for path in columns(calculator):
        called = {_bare(path), *(_bare(name) for group in names()["columns"].get(path, {}).values() for name in group)}
        place = next((index for index, cell in enumerate(header) if _bare(cell) in called), None)
        if place is not None:
            found[path] = place
    return found


def guessed(header: list[str]) -> str | None:
    """The one calculator whose telling columns are there; None where none is, or several are."""
    fit = [name for name, telling in CALCULATORS.items() if set(telling) & set(matched(header, name))]
    return fit[0] if len(fit) == 1 else None


def request(calculator: str, institution: str, places: dict[str, int], row: list[str]) -> dict:
    """The question that a row asks.

    Args:
        institution: for rows that name none.
        places: as `matched` gives them, or as a person put them right.
    """
    inputs: dict = {}
    kinds = columns(calculator)
    for path, place in places.items():
        cell = row[place] if 0 <= place < len(row) else ""
        if path == "institution":
            institution = _answer("institution", cell) or institution
        elif path in kinds and cell:
            *group, name = path.split(".")
            inside = inputs.setdefault(group[0], {}) if group else inputs
            inside[name] = _value(name, kinds[path], cell)
    return {"calculator": calculator, "institution": institution, "inputs": inputs}


def answers(calculator: str, institution: str, places: dict[str, int], rows: list[list[str]]) -> Iterator[dict]:
    """A verdict, or its own error, for every row."""
    for row in rows:
        yield answer(request(calculator, institution, places, row))


def _value(name: str, kind: str, cell: str) -> object:
    if kind in ("date", "datetime"):
        return _day(cell)
    if kind == "grades":
        whole = _answer(name, cell)
        parts = re.split(r"[,;\n]+", cell) if re.search(r"[,;\n]", cell) else cell.split()
        return [whole] if whole != cell else [_answer(name, each.strip()) for each in parts if each.strip()]
    if kind == "boolean":
        return next((said for said in ("yes", "no") if _bare(cell) in map(_bare, names()["answers"][said])), cell)
    return _answer(name, cell) if kind == "choice" else cell


def _answer(name: str, cell: str) -> str:
    """The code that a word stands for; a cell that is no such word stays as it is."""
    for code, said in names()["answers"].get(name, {}).items():
        if _bare(cell) in {_bare(code), *map(_bare, said)}:
            return code
    return cell


def _day(cell: str) -> str:
    """20.06.2026 and a spreadsheet's midnight as YYYY-MM-DD; anything else stays as it is."""
    match = DAY.fullmatch(cell)
    if match:
        return f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}"
    return re.sub(r"[T ]00:00(:00)?$", "", cell)


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold().replace("ё", "е"))


def result(given: dict) -> list[str]:
    """An answer as cells under `RESULT`, in tokens and figures."""
    checks = [f"{each['check']}: {each['actual']} ({each['relation']} {each['required']})" for each in given["trace"]]
    change = [
        f"{each['item']}: {each['needed']} {each['unit']}" if "needed" in each else each["item"]
        for each in given["change"]
    ]
    error = ": ".join(filter(None, (given.get("error_field"), given.get("error_code"))))
    lists = ("; ".join(each) for each in (checks, change, given["flags"]))
    return [given["status"], *lists, error, " ".join(given["clauses"])]


def main(arguments: list[str]) -> int:
    """Read a table of students and write it with a verdict on every row."""
    options = dict(zip(arguments[1::2], arguments[2::2], strict=False))
    if len(arguments) % 2 == 0 or not arguments or set(options) - {"--calculator", "--institution"}:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        table = read(Path(arguments[0]).read_bytes())
    except (OSError, TableError) as error:
        print(f"{arguments[0]} is no table of text: {error}", file=sys.stderr)
        return 2
    calculator = options.get("--calculator") or (guessed(table[0]) if table else None)
    if calculator not in CALCULATORS:
        print(f"name the calculator: --calculator {' | '.join(CALCULATORS)}", file=sys.stderr)
        return 2
    header, rows = table[0], table[1:]
    said = answers(calculator, options.get("--institution", ""), matched(header, calculator), rows)
    width = max(map(len, table))
    lines = [[*_wide(row, width), *result(given)] for row, given in zip(rows, said)]
    sys.stdout.buffer.write(written([[*_wide(header, width), *RESULT], *lines]))
    return 0


def _wide(row: list[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]
