"""The bundle that is shipped answers exactly as the package does here."""

import hashlib
import json
from pathlib import Path

import pytest

from calculators.api import CALCULATORS, answer_json
from scripts.bundle.build import LIBRARY, LOCK, NPM, node, requests
from tests.generated import requests as generated

PER_CALCULATOR = 2000


@pytest.fixture(scope="module")
def shipped(built_site: Path) -> Path:
    """The bundle's folder in the built site."""
    [folder] = (built_site / "assets" / "runtime").iterdir()
    return folder


def asked() -> list[dict]:
    """Every worked case and many that nobody thought of."""
    return [*requests(), *(each for name in CALCULATORS for each in generated(name, PER_CALCULATOR))]


def test_the_runtime_and_python_agree_on_every_case_and_on_generated_ones(shipped, tmp_path):
    """Worked cases and thousands of drawn requests per calculator: the same answers to the letter."""
    questions, answers = tmp_path / "requests.json", tmp_path / "answers.json"
    questions.write_text(json.dumps(asked()), "utf-8")
    node("scripts/bundle/runtime.mjs", "answer", shipped, questions, answers)
    given = json.loads(answers.read_text("utf-8"))

    assert len(given) == len(asked()) > PER_CALCULATOR * 20
    for request, answer in zip(asked(), given, strict=True):
        assert answer == json.loads(answer_json(json.dumps(request))), request


def test_drawn_requests_reach_verdicts_and_refusals(tmp_path):
    """Agreement on nothing but refusals would prove little."""
    for name in CALCULATORS:
        statuses = {json.loads(answer_json(json.dumps(each)))["status"] for each in generated(name, 300)}
        assert "invalid_input" in statuses or name == "grade_consequence", name
        assert len(statuses - {"invalid_input", "incomplete"}) >= 1, name
        assert "fault" not in statuses, name


def test_the_lock_file_knows_our_wheel_alone_by_its_checksum(shipped):
    """A package changed on its way is not installed."""
    lock = json.loads((shipped / LOCK).read_text("utf-8"))
    [package] = lock["packages"].values()
    wheel = shipped / package["file_name"]

    assert hashlib.sha256(wheel.read_bytes()).hexdigest() == package["sha256"]


def test_the_library_is_compiled_and_much_smaller_than_the_stock_one(shipped):
    """Bytecode starts at once; source would be compiled on the phone."""
    import zipfile

    names = zipfile.ZipFile(shipped / LIBRARY).namelist()

    assert names
    assert all(name.endswith(".pyc") for name in names)
    assert (shipped / LIBRARY).stat().st_size < (NPM / LIBRARY).stat().st_size / 2
