"""Broken and hostile files: a clear message, nothing written, bounded cost."""

import resource

import pytest

from scripts.clauses.source import LANGUAGES
from scripts.importer.command import run, told
from scripts.importer.faults import ImportFault
from scripts.importer.readers import read
from scripts.wording import wording
from tests.importer.documents import RULES, bomb, docx, pdf


def fault(path) -> ImportFault:
    """The fault that reading a file meets."""
    with pytest.raises(ImportFault) as caught:
        read(path)
    return caught.value


def written(path, data: bytes):
    """A file of these bytes."""
    path.write_bytes(data)
    return path


def encrypted(path):
    """A PDF that asks for a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(pdf(path, [["1.1 Талап."]])))
    writer.encrypt("құпия", algorithm="RC4-128")
    writer.write(path)
    return path


CASES = {
    "missing": lambda folder: folder / "none.txt",
    "empty": lambda folder: written(folder / "a.txt", b""),
    "no_letters": lambda folder: written(folder / "a.txt", b"12 34\n56\n"),
    "cp1251": lambda folder: written(folder / "a.txt", "Правила приёма студентов".encode("cp1251")),
    "encoding": lambda folder: written(folder / "a.txt", bytes(range(128, 256)) * 3),
    "broken_encoding": lambda folder: written(folder / "a.txt", "1.1 Талап".encode("utf-16") + b"\x00"),
    "old_word": lambda folder: written(folder / "a.docx", b"\xd0\xcf\x11\xe0" + bytes(600)),
    "rtf": lambda folder: written(folder / "a.doc", b"{\\rtf1 text}"),
    "damaged_docx": lambda folder: written(folder / "a.docx", docx(folder / "b.docx", ["1.1 A"]).read_bytes()[:900]),
    "bomb": lambda folder: bomb(folder / "a.docx"),
    "password": lambda folder: encrypted(folder / "a.pdf"),
    "damaged_pdf": lambda folder: written(folder / "a.pdf", b"%PDF-1.7\nnothing of a PDF follows"),
    "scan": lambda folder: pdf(folder / "a.pdf", [["."], ["."], ["1.1 Талап осы жерде толық жазылған."]]),
}


@pytest.mark.parametrize("key", CASES)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(tmp_path, key):
    """The message names the file and the remedy in each language."""
    found = fault(CASES[key](tmp_path))

    assert found.key == key
    for language in LANGUAGES:
        message = told(found, wording(language))
        assert message.startswith(found.path)
        assert "{" not in message
        assert message.count(".") >= 2


def test_the_place_of_a_fault_is_named(tmp_path):
    """A line for a text, a page for a PDF."""
    text = "1.1 First.\n1.2 Second.\n".encode() + "1.3 Үшінші".encode("utf-8")[:-1]

    assert fault(written(tmp_path / "a.txt", text)).place == ("line", 3)
    assert fault(CASES["scan"](tmp_path)).place == ("page", 1)


def test_another_archive_is_no_docx(tmp_path):
    """A ZIP of documents is often sent instead of a document."""
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("rules.txt", "1.1 Талап")

    assert fault(tmp_path / "a.docx").key == "other_zip"


def test_utf_16_is_read(tmp_path):
    """Notepad calls it Unicode."""
    lines = read(written(tmp_path / "a.txt", RULES.encode("utf-16"))).lines

    assert lines[0].text == "1. Жалпы ережелер"


def test_a_bomb_is_not_unpacked(tmp_path):
    """Its size is read from the directory of the archive."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = fault(bomb(tmp_path / "a.docx", 600 * 2**20))

    assert found.values["size"] == 600
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


def test_five_hundred_pages_are_read(tmp_path):
    """Every clause of a long document keeps its number."""
    from scripts.importer.convert import convert

    pages = []
    for chapter in range(1, 51):
        for part in range(10):
            clauses = [f"{chapter}.{6 * part + n} Талап нөмірі {6 * part + n} осы бетте." for n in range(1, 7)]
            pages.append([f"{chapter}. Бөлім", *clauses] if part == 0 else clauses)
    document = convert(read(pdf(tmp_path / "a.pdf", pages)), "kok")

    assert [entry.id for entry in document.entries] == [f"kok-{c}.{n}" for c in range(1, 51) for n in range(1, 61)]


def test_languages_that_change_in_mid_document_are_reported(tmp_path):
    """A Russian chapter in a Kazakh regulation is imported and pointed out."""
    russian = "Студент обязан выполнить учебный план и сдать все экзамены в установленный срок."
    kazakh = "Студент оқу жоспарын орындап, барлық емтиханды белгіленген мерзімде тапсыруға міндетті."
    path = written(tmp_path / "a.txt", f"1. Бөлім\n1.1 {kazakh}\n1.2 {kazakh}\n1.3 {russian}\n".encode())

    assert run(str(path), "kok", tmp_path / "official", wording("en")) == 0
    assert "kok-1.3: In Russian" in (tmp_path / "official" / "kok.report.md").read_text("utf-8")


def test_a_refused_import_writes_nothing(tmp_path, capsys):
    """Neither a file nor half of one, and the last import stays as it was."""
    folder = tmp_path / "official"
    good = written(tmp_path / "a.txt", RULES.encode())
    assert run(str(good), "kok", folder, wording("ru")) == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    assert run(str(CASES["cp1251"](tmp_path)), "kok", folder, wording("ru")) == 1
    assert run(str(good), "calc", folder, wording("ru")) == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert "CP1251" in capsys.readouterr().out


def test_an_error_while_writing_leaves_the_folder_as_it_was(tmp_path, monkeypatch):
    """A full disk may not leave a JSON without its report."""
    import scripts.importer.write as module

    folder = tmp_path / "official"
    module.write_all(folder, {"a.json": "1"})
    with pytest.raises(UnicodeEncodeError):
        module.write_all(folder, {"a.json": "2", "b.md": "\ud800"})

    assert {path.name: path.read_text() for path in folder.iterdir()} == {"a.json": "1"}
