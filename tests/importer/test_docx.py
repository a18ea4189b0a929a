"""A regulation in a Word document."""

from scripts.importer.convert import convert
from scripts.importer.readers import read
from tests.importer.documents import RULES, docx


def imported(path):
    """The document that a DOCX makes."""
    return convert(read(path), "kok")


def texts(document) -> dict[str, str]:
    """Text of every entry by its number."""
    return {entry.id.partition("-")[2]: entry.text for entry in document.entries}


def test_a_docx_gives_the_same_entries_as_its_text(tmp_path):
    """The format changes nothing of the substance."""
    (tmp_path / "rules.txt").write_text(RULES, "utf-8")
    from_text = texts(convert(read(tmp_path / "rules.txt"), "kok"))
    paragraphs = RULES.replace("сту-\n", "сту").replace("\n\n", "\n").strip().split("\n")
    from_docx = texts(imported(docx(tmp_path / "rules.docx", paragraphs)))

    assert {key: " ".join(text.split()) for key, text in from_docx.items()} == {
        key: " ".join(text.split()) for key, text in from_text.items()
    }


def test_numbers_that_word_counts_are_read(tmp_path):
    """Automatic numbers are in no paragraph's text, and an institution cites them all the same."""
    parts = [
        ("item", 0, "Жалпы ережелер"), ("item", 1, "Бірінші талап."), ("item", 1, "Екінші талап."),
        ("item", 2, "Ішкі талап."), ("item", 0, "Бағалау"), ("item", 1, "Үшінші талап."),
    ]  # fmt: skip
    document = imported(docx(tmp_path / "rules.docx", parts, numbered=True))

    assert texts(document) == {"1.1": "Бірінші талап.", "1.2": "Екінші талап.", "1.2.1": "Ішкі талап.", "2.1": "Үшінші талап."}
    assert [chapter.title for chapter in document.chapters] == ["Жалпы ережелер", "Бағалау"]


def test_tables_keep_their_cells_and_heads_are_left_out(tmp_path):
    """A table of minimums stays with its clause; the page's head is no text of the regulation."""
    parts = ["1. Бағалау", "1.1 Ең төменгі балл:", ("rows", [["Курс", "GPA"], ["1", "1,50"], ["2", "1,80"]]), "1.2 Басқа талап."]
    document = imported(docx(tmp_path / "rules.docx", parts))

    assert texts(document)["1.1"] == "Ең төменгі балл:\nКурс | GPA\n1 | 1,50\n2 | 1,80"
    assert [line.text for line in document.left_out] == ["Көкжиек университеті"]


def test_headings_without_numbers_make_chapters(tmp_path):
    """Word knows which paragraphs are headings."""
    parts = [("heading", 1, "Жалпы"), "Бірінші талап.", "Екінші талап.", ("heading", 1, "Бағалау"), "Үшінші талап."]
    document = imported(docx(tmp_path / "rules.docx", parts))

    assert texts(document) == {"1.1": "Бірінші талап.", "1.2": "Екінші талап.", "2.1": "Үшінші талап."}
    assert {entry.numbering for entry in document.entries} == {"editorial"}
