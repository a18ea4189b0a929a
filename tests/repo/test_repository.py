"""The repository's own laws."""

import re
import subprocess
from pathlib import Path

import pytest

from scripts.clauses.source import LANGUAGES
from scripts.notes import notes
from scripts.pages import clause_pages
from scripts.parity.numbers import numbers
from scripts.regulations import regulations

ROOT = Path(__file__).resolve().parent.parent.parent


def tracked() -> list[Path]:
    """Every text file that git tracks."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    assert len(files) > 100
    return [path for path in files if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def test_no_file_names_a_registry_or_a_path_of_a_machine():
    """What is true on one machine only does not belong in the repository."""
    forbidden = re.compile("|".join(("pypi" + r"\.org", "registry" + r"\.npmjs", "python" + "hosted", "/ro" + "ot/", "/ho" + r"me/\w")))
    for path in tracked():
        assert not forbidden.search(path.read_text("utf-8", errors="replace")), path


def test_every_locked_package_has_hashes():
    """A download that changed on its way is refused."""
    for lock in ("requirements.lock", "scripts/bootstrap.lock", "scripts/node.lock"):
        text = (ROOT / lock).read_text()
        names = re.findall(r"^[\w.-]+==", text, flags=re.MULTILINE)
        blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
        assert names
        assert all("--hash=sha256:" in block for block in blocks), lock
    assert (ROOT / "package-lock.json").read_text().count('"integrity"') >= 1


def test_the_readme_names_only_commands_that_exist():
    """A newcomer types what the README says."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)", (ROOT / "README.md").read_text("utf-8")))

    assert named
    assert named <= targets


def test_mkdocs_is_imported_in_one_room_alone():
    """The generator must stay replaceable at the cost of one thin room."""
    for path in (ROOT / "scripts").rglob("*.py"):
        if path.parent.name != "hooks":
            assert not re.search(r"^(?:from|import) mkdocs", path.read_text("utf-8"), flags=re.MULTILINE), path


def test_calculators_import_the_standard_library_alone():
    """What they import is what a phone downloads."""
    import sys

    for path in (ROOT / "calculators").rglob("*.py"):
        for name in re.findall(r"^\s*(?:from|import) (\w+)", path.read_text("utf-8"), flags=re.MULTILINE):
            assert name in sys.stdlib_module_names or name == "calculators", f"{path}: {name}"


@pytest.mark.parametrize("note", notes(), ids=lambda note: note.clauses[0])
def test_a_note_says_the_same_in_three_languages_about_known_clauses(note):
    """Notes quote figures; a slip there would mislead as much as in a clause."""
    assert set(note.clauses) <= set(clause_pages())
    assert note.severity in ("H", "M")
    assert numbers(note.kk) == numbers(note.ru) == numbers(note.en)


def test_every_regulation_has_notes_and_a_whole_passport():
    """No institution's document is free of contradictions, and none lacks a passport."""
    for code, regulation in regulations().items():
        assert any(note.clauses[0].startswith(f"{code}-") for note in notes()), code
        for part in (regulation.institution, regulation.short, regulation.title, regulation.binds, regulation.dated,
                     regulation.superseded, regulation.official):
            assert set(part) == set(LANGUAGES), code
            assert all(part.values()), code
