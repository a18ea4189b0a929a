"""The bundle that is shipped answers exactly as the package does here."""

import gzip
import json
import re
import shutil
from pathlib import Path

import pytest

from calculators.api import CALCULATORS, answer_json
from scripts.build import ROOT
from scripts.bundle.build import LIBRARY, LOCK, NPM, SNAPSHOT, integrity, node, requests
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


def test_pages_know_every_file_by_its_size_and_checksum(shipped, built_site: Path):
    """What a page loads is what was built; the memory image stands apart."""
    page = (built_site / "calc" / "gpa" / "index.html").read_text("utf-8")
    files = json.loads(re.search(r"data-files='([^']+)'", page)[1])
    image = json.loads(re.search(r"data-snapshot='([^']+)'", page)[1])
    known = files | {image["name"]: image}

    assert sorted(known) == sorted(path.name for path in shipped.iterdir() if path.suffix not in (".br", ".gz"))
    assert all(entry["integrity"] == integrity(shipped / name) for name, entry in known.items())
    assert all(entry["size"] == (shipped / name).stat().st_size for name, entry in files.items())
    assert image["size"] == len(gzip.decompress((shipped / image["name"]).read_bytes()))


def test_an_image_of_memory_answers_as_the_package_does(shipped, tmp_path):
    """A later visit starts from it: worked cases and drawn requests, the same answers to the letter."""
    questions, answers = tmp_path / "requests.json", tmp_path / "answers.json"
    drawn = [*requests(), *(each for name in CALCULATORS for each in generated(name, 100))]
    questions.write_text(json.dumps(drawn), "utf-8")
    node("scripts/bundle/runtime.mjs", "restored", shipped, questions, answers)

    for request, answer in zip(drawn, json.loads(answers.read_text("utf-8")), strict=True):
        assert answer == json.loads(answer_json(json.dumps(request))), request


def test_an_image_of_memory_is_the_same_each_time(shipped, tmp_path):
    """Time and chance stand still while it is taken, and it does not tell where."""
    folder = tmp_path / "bundle"
    shutil.copytree(shipped, folder)
    questions = tmp_path / "requests.json"
    questions.write_text(json.dumps(requests(), ensure_ascii=False), "utf-8")
    node("scripts/bundle/snapshot.mjs", folder, questions)

    assert (folder / SNAPSHOT).read_bytes() == (shipped / SNAPSHOT).read_bytes()
    assert str(ROOT).encode() not in gzip.decompress((shipped / SNAPSHOT).read_bytes())


def test_the_runtime_is_told_of_no_package(shipped):
    """Ours is checked and put in place by ourselves: a checksum in that list would be passed over in silence."""
    assert json.loads((shipped / LOCK).read_text("utf-8"))["packages"] == {}


def test_the_library_is_compiled_and_much_smaller_than_the_stock_one(shipped):
    """Bytecode starts at once; source would be compiled on the phone."""
    import zipfile

    names = zipfile.ZipFile(shipped / LIBRARY).namelist()

    assert names
    assert all(name.endswith(".pyc") for name in names)
    assert (shipped / LIBRARY).stat().st_size < (NPM / LIBRARY).stat().st_size / 2
