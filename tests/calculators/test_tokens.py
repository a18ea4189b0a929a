"""Every token an answer carries is listed, and every listed one can occur."""

import ast
from pathlib import Path

import pytest

from calculators import CALCULATORS, answer, tokens
from tests.generated import requests

PACKAGE = Path(tokens.__file__).parent
LISTED = {group: set(names) for group, names in tokens.tokens().items()}


def literals() -> set[str]:
    """Every text constant of the package, the token lists aside; pieces of f-strings too."""
    return {
        node.value for path in PACKAGE.glob("*.py") if path.name != "tokens.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }  # fmt: skip


@pytest.mark.parametrize("name", CALCULATORS)
def test_drawn_answers_use_listed_tokens_only(name):
    """Else a page would show a bare token."""
    for request in requests(name, 1500):
        said = answer(request)

        assert said["status"] in LISTED["status"]
        assert set(said["flags"]) <= LISTED["flag"]
        assert said.get("error_code", "blank") in LISTED["error"]
        assert {check["check"] for check in said["trace"]} <= LISTED["check"]
        assert {check["unit"] for check in said["trace"]} <= LISTED["unit"]
        assert {check["relation"] for check in said["trace"]} <= LISTED["relation"]
        assert {change["item"] for change in said["change"]} <= LISTED["change"]
        assert {change["unit"] for change in said["change"] if "unit" in change} <= LISTED["unit"]
        missing = said.get("missing") if isinstance(said.get("missing"), list) else []
        assert {*missing, *said.get("unknown", ())} <= LISTED["missing"]
        assert set(said.get("reasons", ())) <= LISTED["reason"]
        assert said.get("outcome", "passed") in LISTED["outcome"]
        assert said.get("consequence", "promoted_by_order") in LISTED["consequence"]
        assert said.get("improvement_retake", "undefined") in LISTED["improvement"]


@pytest.mark.parametrize("group", ["status", "flag", "error", "outcome", "consequence", "improvement"])
def test_a_listed_token_stands_in_the_code(group):
    """No words are asked for what nobody can say."""
    assert LISTED[group] - literals() == set()


def test_no_group_is_empty():
    """Guards the tests above."""
    assert all(LISTED.values())
    assert len(LISTED["flag"]) > 50
