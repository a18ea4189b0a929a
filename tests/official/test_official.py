"""The institutions' own wording beside our editions."""

import json
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.official import Block, Official, OfficialError, disagreements, officials, read_folder
from scripts.pages import DOCS
from scripts.wording import wording


def stored(folder: Path, code: str, texts: dict[str, str]) -> Path:
    """A folder with one imported document."""
    folder.mkdir(exist_ok=True)
    clauses = [{"id": key, "number": "", "kind": "clause", "text_kk": text, "numbering": "source"} for key, text in texts.items()]
    content = {"code": code, "language": "kk", "chapters": [{"id": f"{code}-ch1", "number": "1", "title_kk": "", "clauses": clauses}]}
    (folder / f"{code}.json").write_text(json.dumps(content), "utf-8")
    return folder


def shown(text: str | None) -> str:
    """The fold under a clause, as the template makes it."""
    env = Environment(loader=FileSystemLoader(DOCS / "overrides"))
    own = Official("ietu-8.2", "kk", text) if text is not None else None
    env.globals.update(t=wording("en"), official=lambda _clause_id: own)
    return env.get_template("partials/official.html").render(clause_id="ietu-8.2")


def test_without_a_folder_there_is_no_official_text(monkeypatch):
    """The site is complete without the institutions' texts."""
    monkeypatch.delenv("OFFICIAL", raising=False)
    officials.cache_clear()

    assert officials() == {}
    assert shown(None).strip() == ""


def test_the_folder_that_the_environment_names_is_read(tmp_path, monkeypatch):
    """What the importer writes is what the site reads."""
    monkeypatch.setenv("OFFICIAL", str(stored(tmp_path / "official", "ietu", {"ietu-8.2": "Мәтін."})))
    officials.cache_clear()

    assert officials()["ietu-8.2"] == Official("ietu-8.2", "kk", "Мәтін.")
    officials.cache_clear()


@pytest.mark.parametrize("content", [None, "{", "[]", '{"chapters": [{"clauses": [{"id": "a-1"}]}]}'])
def test_a_folder_without_imported_documents_stops_the_build(tmp_path, content):
    """A slip in a path may not publish a site without the text it promises."""
    if content is not None:
        (tmp_path / "ietu.json").write_text(content)
    with pytest.raises(OfficialError):
        read_folder(tmp_path)


def test_an_official_text_is_shown_as_paragraphs_lists_and_rows():
    """Its lines are what the importer made of them."""
    text = "Бірінші сөйлем:\n- 1) бірі;\n- екіншісі.\nКурс | GPA\n1 | 1,50\nСоңы."

    assert Official("a-1", "kk", text).blocks == [
        Block("paragraph", ("Бірінші сөйлем:",)),
        Block("list", ("1) бірі;", "екіншісі.")),
        Block("table", (("Курс", "GPA"), ("1", "1,50"))),
        Block("paragraph", ("Соңы.",)),
    ]


def test_the_fold_says_its_language_and_whose_text_it_is():
    """A screen reader changes its voice; nobody takes the edition for the original."""
    html = shown("Бірінші.\n- бірі;")

    assert '<div class="official-text" lang="kk">' in html
    assert "<ul><li>бірі;</li></ul>" in html
    assert wording("en")("official.note") in html


def test_an_official_text_never_becomes_html():
    """A document may hold anything."""
    html = shown("<script>x</script>\n- <b>y</b>\n<i> | & ")

    assert "<script>" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;" in html


def test_a_clause_whose_numbers_differ_from_the_official_text_is_named(tmp_path):
    """A figure that was lost or mistyped in the edition is found with file and line."""
    edition = read_regulation(DOCS, LANGUAGES[0], "ietu")["ietu-2.9"]
    same = read_folder(stored(tmp_path / "same", "ietu", {"ietu-2.9": edition.text}))
    other = read_folder(stored(tmp_path / "other", "ietu", {"ietu-2.9": edition.text.replace("8", "9")}))

    assert list(disagreements(DOCS, same)) == []
    [found] = disagreements(DOCS, other)
    assert (found.id, found.only_edition, found.only_official) == ("ietu-2.9", ("8",), ("9",))
    assert found.place == f"{edition.path}:{edition.line}"


def test_enumerators_and_blanks_of_forms_are_no_numbers(tmp_path):
    """1), 2) count items; 20___ is a place to write in."""
    edition = read_regulation(DOCS, LANGUAGES[0], "ietu")["ietu-2.9"]
    wording_there = {"ietu-2.9": f"{edition.text}\n- 1) бірі\n- 2. екіншісі\n«__»______ 20___ ж."}

    assert list(disagreements(DOCS, read_folder(stored(tmp_path, "ietu", wording_there)))) == []


def test_languages_word_the_fold():
    """No language is left with a message of another."""
    assert len({wording(language)("official.title") for language in LANGUAGES}) == len(LANGUAGES)


def test_open_data_carries_the_official_text_under_its_own_name(tmp_path, monkeypatch):
    """A program may not take the institution's words for ours, nor ours for its."""
    import scripts.publish.opendata as module

    monkeypatch.setenv("OFFICIAL", str(stored(tmp_path / "official", "ietu", {"ietu-8.2": "Мәтін."})))
    officials.cache_clear()

    assert module._official("ietu-8.2") == {"official": {"language": "kk", "text": "Мәтін."}}
    assert module._official("ietu-8.1") == {}
    assert "official" in json.loads(module.SCHEMA.read_text("utf-8"))["$defs"]["clause"]["properties"]
    officials.cache_clear()
