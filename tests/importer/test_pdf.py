"""A regulation in a PDF."""

from scripts.importer.convert import convert
from scripts.importer.readers import read
from tests.importer.documents import RULES, pdf


def test_a_pdf_gives_its_clauses_without_heads_and_page_numbers(tmp_path):
    """Also when a clause goes on overleaf."""
    lines = [line for line in RULES.split("\n") if line]
    pages = [["Көкжиек университеті", *lines[at : at + 6], str(number)] for number, at in enumerate(range(0, len(lines), 6), 1)]
    document = convert(read(pdf(tmp_path / "rules.pdf", pages)), "kok")

    assert [entry.id for entry in document.entries] == [
        f"kok-{number}" for number in ("1.1", "1.2", "2.1", "2.2", "2.2.1", "2.4", "3.1", "3.2", "annex-1")
    ]
    assert "студенттерге" in document.entries[0].text
    assert not any("Көкжиек университеті" == entry.text.split("\n")[-1] for entry in document.entries)
    assert sum(line.text == "Көкжиек университеті" for line in document.left_out) == len(pages)


def test_a_page_without_text_is_remarked(tmp_path):
    """A scanned annex among pages of text would otherwise be missed."""
    pages = [["1. Бөлім", "1.1 Бірінші талап толық жазылған."], ["."], ["1.2 Екінші талап толық жазылған."]]
    document = convert(read(pdf(tmp_path / "rules.pdf", pages)), "kok")

    assert (0, "page", "2") in document.remarks
