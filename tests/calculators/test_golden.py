"""Worked cases: those of the machine contract, and those that others wrote from the rules without seeing the code."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from calculators import CALCULATORS, answer_json

FOLDER = Path(__file__).parent.parent / "cases"
GOLDEN, INDEPENDENT = (json.loads((FOLDER / name).read_text("utf-8")) for name in ("golden.json", "independent.json"))
CASES = GOLDEN + INDEPENDENT
GPA_TOLERANCE = Decimal("0.00005")


def holds(key: str, wanted: object, answer: dict) -> bool:
    """Whether the answer has what a case expects under this key."""
    if key.endswith("_any_of"):
        return answer.get(key.removesuffix("_any_of")) in wanted
    if key.endswith("_if_ok"):
        name = key.removesuffix("_if_ok")
        return answer.get(name) is None or holds(name, wanted, answer)
    if key == "must_flag":
        return set(wanted) <= set(answer["flags"])
    if key == "must_not":
        return not set(wanted) & {*answer["flags"], answer["status"], *map(str, answer.values())}
    if key == "counts_sum":
        return sum(answer["counts"].values()) == wanted
    if key == "gpa":
        return abs(Decimal(answer["gpa"]) - Decimal(wanted)) <= GPA_TOLERANCE
    return key in answer and answer[key] == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_worked_case_comes_out_as_written(case):
    """Status, outputs and flags of the case, asked as the command line is asked."""
    answer = json.loads(answer_json(json.dumps(case)))

    assert answer["id"] == case["id"]
    for key, wanted in case["expected"].items():
        assert holds(key, wanted, answer), f"{key}: expected {wanted}, got {answer}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_an_answer_cites_the_clauses_of_its_case(case):
    """A clause split by paragraph is cited by the paragraph."""
    given = json.loads(answer_json(json.dumps(case)))["clauses"]

    for clause in case["clauses"]:
        assert any(each == clause or each.startswith(f"{clause}.") for each in given), f"{clause} not in {given}"


def test_there_are_cases_for_every_calculator():
    """Guards the tests above against an empty file."""
    assert len(GOLDEN) >= 40
    assert {case["calculator"] for case in GOLDEN} <= set(CALCULATORS) <= {case["calculator"] for case in INDEPENDENT}
