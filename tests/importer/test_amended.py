"""A regulation that is imported again after an amendment."""

import json

from scripts.importer.command import import_document
from scripts.wording import wording
from tests.importer.documents import RULES


def imported(tmp_path, text: str):
    """Texts by id, and the lines told, after importing a text into one folder."""
    path = tmp_path / "rules.txt"
    path.write_text(text, "utf-8")
    _document, told = import_document(path, "kok", tmp_path / "official", wording("en"))
    content = json.loads((tmp_path / "official" / "kok.json").read_text("utf-8"))
    return {entry["id"]: entry["text_kk"] for chapter in content["chapters"] for entry in chapter["clauses"]}, told


def test_an_unchanged_document_changes_nothing(tmp_path):
    """Importing twice is importing once."""
    first, _told = imported(tmp_path, RULES)
    second, told = imported(tmp_path, RULES)

    assert second == first
    assert any("0 changes" in line for line in told)


def test_a_changed_clause_is_told_word_by_word(tmp_path):
    """An editor sees which figure moved."""
    imported(tmp_path, RULES)
    _texts, told = imported(tmp_path, RULES.replace("2-курс – 1,80", "2-курс – 1,90"))
    [row] = [line for line in told if line.startswith("kok-")]

    assert row.startswith("kok-2.1 changed")
    assert "[-1,80;-] {+1,90;+}" in row


def test_an_entry_without_a_printed_number_keeps_its_id(tmp_path):
    """A term put in before it does not take its address; the new one gets a fresh id."""
    first, _told = imported(tmp_path, RULES)
    second, told = imported(tmp_path, RULES.replace("GPA – оқу", "Апелляция – шағым беру тәртібі.\nGPA – оқу"))

    assert second["kok-3.1"] == first["kok-3.1"]
    assert second["kok-3.2"] == first["kok-3.2"]
    assert second["kok-3.3"].startswith("Апелляция")
    assert any(line.startswith("kok-3.3 is new") for line in told)


def test_a_clause_taken_out_or_renumbered_is_told(tmp_path):
    """Addresses never die in silence."""
    imported(tmp_path, RULES)
    _texts, told = imported(tmp_path, RULES.replace("2.4 Апелляция", "2.3 Апелляция").replace("2.2.1 Жазғы семестр 6 аптаға созылады.\n", ""))

    assert any(line.startswith("kok-2.4 moved and is now kok-2.3") for line in told)
    assert any(line.startswith("kok-2.2.1 is gone") for line in told)


def test_titles_that_an_editor_filled_in_stay(tmp_path):
    """They stand in no document."""
    imported(tmp_path, RULES)
    path = tmp_path / "official" / "kok.json"
    content = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(content | {"institution_en": "Kokzhiek University"}), "utf-8")
    imported(tmp_path, RULES)

    assert json.loads(path.read_text("utf-8"))["institution_en"] == "Kokzhiek University"
