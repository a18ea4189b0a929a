"""Scaffold, figures, status and doctor, each by itself."""

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from scripts.clauses.source import LANGUAGES, read_page
from scripts.editors.doctor import findings
from scripts.editors.drafts import EditorError, read_rows
from scripts.editors.figures import proposals, propose
from scripts.editors.publication import obstacles, publish
from scripts.editors.scaffold import scaffold
from scripts.editors.status import progress
from scripts.importer.command import import_document
from scripts.official import Official, read_folder
from scripts.pages import DOCS
from scripts.wording import wording
from tests.importer.documents import RULES

WORDS = wording("en")


def imported(folder: Path, text: str = RULES) -> Path:
    """A folder with the invented university's regulation."""
    folder.mkdir(exist_ok=True)
    (folder / "rules.txt").write_text(text, "utf-8")
    import_document(folder / "rules.txt", "kok", folder, WORDS)
    return folder


@pytest.fixture
def official(tmp_path) -> Path:
    """The folder of imported documents."""
    return imported(tmp_path / "official")


def clause(text: str) -> dict:
    """A document of one clause."""
    return {"chapters": [{"clauses": [{"id": "kok-1.1", "kind": "clause", "text_kk": text}]}]}


def tables(text: str) -> dict[str, dict[str, str]]:
    """Proposed minimums by table and year."""
    found: dict[str, dict[str, str]] = {}
    for each in proposals(clause(text)):
        if each.name:
            found.setdefault(each.name.removeprefix("gpa_transfer."), {})[each.key] = each.value
    return found


def test_scaffold_gives_every_clause_a_place_in_every_language(official, tmp_path):
    """With its numbers, and with no sentence of the source."""
    scaffold("kok", LANGUAGES, official, tmp_path / "drafts")

    for language in LANGUAGES:
        clauses = read_page(tmp_path / "drafts" / language / "kok" / "2.md")
        assert [each.id for each in clauses] == ["kok-2.1", "kok-2.2", "kok-2.2.1", "kok-2.4"]
        assert re.fullmatch(r"TODO [\d.; ]+", clauses[0].body)
        assert {"1.50", "1.80", "2.00"} <= set(clauses[0].body.removeprefix("TODO ").split("; "))


def test_scaffold_adds_what_is_missing_and_leaves_what_is_written(official, tmp_path):
    """An amendment brings a clause; the editor's work stays."""
    drafts = tmp_path / "drafts"
    scaffold("kok", ("en",), official, drafts)
    page = drafts / "en" / "kok" / "1.md"
    page.write_text(page.read_text("utf-8").replace("title: TODO\n\nTODO 3", "title: Answer\n\nWithin 3 days"), "utf-8")
    imported(official, RULES.replace("2. Оқу нәтижесі", "1.3 Жаңа талап 7 күн.\n\n2. Оқу нәтижесі"))
    scaffold("kok", ("en",), official, drafts)

    assert [(each.id, each.title) for each in read_page(page)] == [("kok-1.1", "TODO"), ("kok-1.2", "Answer"), ("kok-1.3", "TODO")]


def test_scaffold_needs_an_import(tmp_path):
    """The error says what to do first."""
    with pytest.raises(EditorError, match="not_imported"):
        scaffold("kok", LANGUAGES, tmp_path, tmp_path / "drafts")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ауысу балы (GPA):\n- 1-курс – 1,67;\n- 2-курс – 2,00.", {"bachelor.any": {"1": "1.67", "2": "2.00"}}),
        ("Ауысу балы:\n- 2 курсқа ауысу кезінде - 1,33;\n- 3 курсқа ауысу кезінде - 1,67.", {"bachelor.any": {"1": "1.33", "2": "1.67"}}),
        ("GPA:\nБакалавриат (сырттай):\n- 1,2-курстар – 1,33.\nМагистратура – 2,34.", {"bachelor.part_time": {"1": "1.33", "2": "1.33"}, "master.any": {"1": "2.34"}}),
        ("Переводной балл с 1 на 2 курс – 1,5; с 2 на 3 курс – 1,8.", {"bachelor.any": {"1": "1.5", "2": "1.8"}}),
        ("GPA for promotion:\nYear 1: 1.50\nYear 2: 1.80", {"bachelor.any": {"1": "1.50", "2": "1.80"}}),
        ("Курс | GPA\n1 | 1,50\n2 | 1,80", {"bachelor.any": {"1": "1.50", "2": "1.80"}}),
        ("1-курс – 1,67 сағат.", {}),
    ],
)  # fmt: skip
def test_minimums_of_promotion_are_proposed_as_a_table(text, wanted):
    """Whether the document names the year completed or the year moved up to."""
    assert tables(text) == wanted


def test_other_numbers_are_proposed_with_unit_and_relation():
    """Years, days of acts and numbers of orders are no figures."""
    text = "2018 жылғы 30 қазандағы № 595 бұйрық. Есеп 10 жұмыс күні ішінде беріледі; кемінде 8 академиялық кредит."

    assert [(each.value, each.unit, each.relation) for each in proposals(clause(text))] == [("10", "working_days", "within"), ("8", "credits", ">=")]


def test_a_proposal_must_be_confirmed_and_never_replaces_confirmed_figures(official, tmp_path):
    """An unconfirmed figure stops publishing; a second proposal lies beside the first."""
    first, count = propose("kok", official, tmp_path, WORDS)
    second, _count = propose("kok", official, tmp_path, WORDS)

    assert count >= 4
    assert first.read_text("utf-8").count("# TODO") == 3 and second.name == "kok.proposed.toml"
    assert tomllib.loads(first.read_text("utf-8"))["gpa_transfer"]["bachelor"]["any"]["2"]["value"] == "1.80"


def test_an_edition_that_parts_between_languages_is_not_published(official, tmp_path):
    """Nothing is moved, and the figure is named."""
    drafts = tmp_path / "drafts"
    scaffold("kok", LANGUAGES, official, drafts)
    for path in [*drafts.rglob("*.md"), drafts / "data" / "kok.toml"]:
        path.write_text(path.read_text("utf-8").replace("TODO", "Kokzhiek"), "utf-8")
    page = drafts / "en" / "kok" / "2.md"
    page.write_text(page.read_text("utf-8").replace("1.80", "1.90"), "utf-8")

    [reason] = [each for each in obstacles("kok", drafts, WORDS) if "1.90" in each]
    assert "en/kok/2.md" in reason
    with pytest.raises(EditorError, match="not_ready"):
        publish("kok", drafts, tmp_path / "root", WORDS)
    assert page.exists() and not (tmp_path / "root").exists()


def test_status_counts_every_clause_once(official, tmp_path):
    """Begun, missing, written: what is still to be done in each language."""
    drafts = tmp_path / "drafts"
    scaffold("kok", ("kk", "ru"), official, drafts)
    page = drafts / "kk" / "kok" / "1.md"
    page.write_text(page.read_text("utf-8").replace("TODO", "Мәтін"), "utf-8")
    found = {each.language: each.counts for each in progress(drafts, False, read_folder(official))}

    assert (found["kk"]["written"], found["kk"]["todo"]) == (2, 7)
    assert found["ru"]["todo"] == 9
    assert found["en"]["missing"] == 9
    assert found["kk"]["stale"] == 0


def test_status_knows_which_sources_changed(official, tmp_path):
    """A figure of the institution moved after the edition was begun."""
    drafts = tmp_path / "drafts"
    scaffold("kok", LANGUAGES, official, drafts)
    now = read_folder(imported(official, RULES.replace("1,80", "1,90")))

    assert {each.counts["stale"] for each in progress(drafts, False, now)} == {1}


def test_every_published_clause_has_the_hash_of_its_source():
    """Without it nobody would learn that a source has changed."""
    ids = [row["id"] for row in read_rows(DOCS / "data" / "ids.tsv")]

    assert [row["id"] for row in read_rows(DOCS / "data" / "sources.tsv")] == ids


@pytest.fixture
def house(tmp_path) -> Path:
    """A copy of the content, to be spoilt."""
    shutil.copytree(DOCS, tmp_path / "docs", ignore=shutil.ignore_patterns("assets", "overrides"))
    shutil.copytree(DOCS.parent / "calculators" / "rules", tmp_path / "calculators" / "rules")
    return tmp_path


def told(house: Path, official: dict[str, Official] | None = None, only: str | None = "ietu") -> list[str]:
    """The problems that the doctor finds."""
    return [text for kind, text in findings(house, official or {}, WORDS, only) if kind == "problem"]


def test_the_doctor_finds_nothing_in_what_we_publish(house):
    """The content that is committed is sound."""
    assert told(house, only=None) == []


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("docs/en/ietu/8.md", "title: Where", "title: TODO where", r"^docs/en/ietu/8\.md:8: a TODO is left"),
        ("docs/en/ietu/7.md", "14 ", "15 ", r"ietu/7\.md:\d+: ietu-7\.2: "),
        ("docs/ru/ietu/8.md", "/// clause | ietu-8.2", "/// clause | ietu-8.1", r"ru/ietu/8\.md:\d+: ietu-8\.1 already stands"),
        ("docs/en/about.md", "We wrote", "See [this](clause:ietu-99.9). We wrote", r"^docs/en/about\.md:\d+: the link leads to clause ietu-99\.9"),
        ("docs/data/regulations.toml", 'en = "IETU"', 'en = "IETU', r"^docs/data/regulations\.toml:\d+: the file cannot be read"),
        ("docs/data/regulations.toml", 'en = "IETU"', 'en = ""', r"in the passport of ietu the part short"),
        ("calculators/rules/ietu.toml", "ietu-2.9", "ietu-2.99", r"^calculators/rules/ietu\.toml:\d+: the figure rests on clause ietu-2\.99"),
    ],
)  # fmt: skip
def test_the_doctor_names_a_slip_with_file_and_line(house, name, before, after, said):
    """In plain words, and without stumbling over it."""
    path = house / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")

    assert any(re.search(said, each) for each in told(house)), told(house)


def test_the_doctor_compares_with_the_official_text(house):
    """A number that the edition lost is a problem; one that the source spells out is a hint."""
    own = {"ietu-2.9": Official("ietu-2.9", "kk", "Кемінде 9 кредит.")}

    assert any("ietu-2.9" in each and "9" in each for each in told(house, own))


def test_the_importers_json_names_its_language(official):
    """A page must tell a screen reader which voice to use."""
    assert json.loads((official / "kok.json").read_text("utf-8"))["language"] == "kk"
