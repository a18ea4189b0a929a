"""A sixth, invented university goes from a DOCX to a computed answer, as the page for editors says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.clauses.source import LANGUAGES
from scripts.pages import DOCS
from tests.importer.documents import docx

ROOT = Path(__file__).resolve().parents[2]
COMMAND = re.compile(r"^    (make (?:import|scaffold|figures|status|publish|doctor)\b.*)$", re.MULTILINE)
RULES = [
    "1. Жалпы ережелер",
    "1.1 Осы ереже Көкжиек университетінің барлық студенттеріне қолданылады.",
    "1.2 Студент жауапты 3 жұмыс күні ішінде алады.",
    "2. Келесі курсқа көшу",
    "2.1 Келесі курсқа көшу үшін орташа балл (GPA) мынадан кем болмайды:",
    ("rows", [["Курс", "Балл"], ["1", "1,50"], ["2", "1,80"]]),
    "2.2 Балы жетпеген студент жазғы семестрде қайта оқиды.",
]


def commands(language: str) -> list[str]:
    """The commands that the page for editors gives, in order."""
    return COMMAND.findall((DOCS / language / "editors.md").read_text("utf-8"))


def house(place: Path) -> Path:
    """A copy of what the commands work on, with the document beside it."""
    for name in ("docs", "scripts", "calculators"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__", "assets"))
    shutil.copy(ROOT / "Makefile", place)
    docx(place / "rules.docx", RULES)
    return place


def make(place: Path, command: str) -> subprocess.CompletedProcess:
    """Run a command of the page; set-up is done already."""
    environment = {key: value for key, value in os.environ.items() if key != "OFFICIAL"} | {"LC_ALL": "C.UTF-8"}
    words = ["make", "-s", "-o", ".setup-site", f"RUN={sys.executable}", *command.split()[1:]]
    return subprocess.run(words, cwd=place, env=environment, capture_output=True, text=True, check=False)


def written(place: Path) -> None:
    """Do an editor's work: replace every TODO, keep every number, confirm every figure."""
    drafts = place / "drafts"
    for path in [*drafts.rglob("*.md"), drafts / "data" / "kok.toml"]:
        path.write_text(path.read_text("utf-8").replace("TODO", "Kokzhiek"), "utf-8")
    rules = drafts / "rules" / "kok.toml"
    rules.write_text(re.sub(r"  # TODO.*", "", rules.read_text("utf-8")), "utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> tuple[Path, dict[str, subprocess.CompletedProcess]]:
    """The house after all commands of the page, and what each said."""
    place = house(tmp_path_factory.mktemp("house"))
    said = {}
    for command in commands("en"):
        name = command.split()[1]
        if name == "publish":
            said["refused"] = make(place, command)
            written(place)
        said[name] = make(place, command)
    return place, said


def asked(place: Path, **inputs: object) -> dict:
    """What the calculators of the house answer about promotion."""
    question = json.dumps({"calculator": "gpa_transfer", "institution": "kok", "inputs": inputs})
    told = subprocess.run(
        [sys.executable, "-m", "calculators", "--jsonl"], cwd=place, input=question, capture_output=True, text=True, check=True
    )
    return json.loads(told.stdout)


def test_the_page_gives_the_same_commands_in_every_language():
    """A Kazakh editor gets no shorter way than an English one."""
    assert len(commands("kk")) == 6
    assert commands("kk") == commands("ru") == commands("en")


def test_every_command_of_the_page_succeeds(published):
    """In the order of the page, with an editor's work between them."""
    _place, said = published

    for name, result in said.items():
        assert (result.returncode == 0) == (name != "refused"), f"{name}: {result.stdout}{result.stderr}"


def test_an_unfinished_draft_is_refused_with_file_and_line(published):
    """Nothing is published by accident."""
    _place, said = published

    assert re.search(r"drafts/kk/kok/2\.md:\d+: a TODO is left", said["refused"].stdout)
    assert "kok.toml" in said["refused"].stdout


def test_the_regulation_lies_among_the_pages_of_the_site(published):
    """Three languages, its ids, its passport, and none of the document's sentences."""
    place, _said = published

    for language in LANGUAGES:
        page = (place / "docs" / language / "kok" / "2.md").read_text("utf-8")
        assert re.findall(r"^/// clause \| (\S+)", page, flags=re.MULTILINE) == ["kok-2.1", "kok-2.2"]
        assert "1.50" in page
        assert "қайта оқиды" not in page
    assert "[kok.title]" in (place / "docs" / "data" / "regulations.toml").read_text("utf-8")
    assert "kok-1.2\tkok\t1\tclause" in (place / "docs" / "data" / "ids.tsv").read_text("utf-8")
    assert not list((place / "drafts").rglob("*.md"))


def test_the_site_knows_the_regulation(published):
    """Its pages are in the navigation, its clauses in the checks."""
    place, _said = published
    ask = "from scripts.pages import navigation, clause_pages; print('kk/kok/2.md' in str(navigation('kk')), clause_pages()['kok-2.1'])"
    told = subprocess.run([sys.executable, "-c", ask], cwd=place, capture_output=True, text=True, check=True).stdout

    assert told.split() == ["True", "kok/2.md"]


@pytest.mark.parametrize(
    ("year", "gpa", "status", "threshold"),
    [(1, "1,50", "met", "1.50"), (1, "1.49", "not_met", "1.50"), (2, "1,80", "met", "1.80"), (2, "1,79", "not_met", "1.80")],
)
def test_the_calculator_of_promotion_works_from_the_table_alone(published, year, gpa, status, threshold):
    """On both sides of each minimum, with the clause it rests on; no line of Python was written."""
    place, _said = published
    answer = asked(place, level="bachelor", year_completed=year, gpa=gpa)

    assert (answer["status"], answer["threshold"], answer["clauses"][0]) == (status, threshold, "kok-2.1")


def test_a_level_without_a_figure_is_left_open(published):
    """The document says nothing of master's students."""
    place, _said = published

    assert asked(place, level="master", year_completed=1, gpa="2")["status"] == "undefined"
