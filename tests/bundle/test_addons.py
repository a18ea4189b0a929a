"""What only tables need is shipped apart, and the main bundle knows nothing of it."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from scripts.bundle.addons import NAMES, built
from scripts.bundle.build import LIBRARY

LARGEST = {"tables": 40_000, "spreadsheets": 600_000}  # bytes


@pytest.fixture(scope="module")
def shipped(built_site: Path) -> dict[str, Path]:
    """The archives in the built site."""
    return {name: next(built_site.glob(f"assets/**/addons/{name}.*.zip")) for name in NAMES}


def names(path: Path) -> set[str]:
    return set(zipfile.ZipFile(path).namelist())


def test_no_module_is_shipped_twice(shipped, built_site: Path):
    """The main bundle did not grow by a table's modules, nor a table's by the library for workbooks."""
    [library] = built_site.glob(f"assets/runtime/*/{LIBRARY}")
    [wheel] = built_site.glob("assets/runtime/*/*.whl")
    main = names(library) | names(wheel)

    assert not main & names(shipped["tables"])
    assert not (main | names(shipped["tables"])) & names(shipped["spreadsheets"])
    assert not any(name.startswith(("openpyxl", "csv", "calculators/table")) for name in main)
    assert {"calculators/table.pyc", "calculators/columns.toml", "desk.pyc"} <= names(shipped["tables"])
    assert "openpyxl/__init__.pyc" in names(shipped["spreadsheets"])


@pytest.mark.parametrize("name", NAMES)
def test_an_archive_is_small_and_named_by_its_content(shipped, name):
    """The page's checksum is the archive's own."""
    content = shipped[name].read_bytes()

    assert len(content) < LARGEST[name]
    assert hashlib.sha256(content).hexdigest().startswith(shipped[name].name.split(".")[1])
    assert built()[name].file == shipped[name].name


def test_the_page_for_tables_alone_names_them(shipped, built_site: Path):
    """A calculator's page never asks for them."""
    table = (built_site / "calc" / "table" / "index.html").read_text("utf-8")
    other = (built_site / "calc" / "gpa" / "index.html").read_text("utf-8")

    for path in shipped.values():
        assert path.name in table
        assert path.name not in other
    assert table.count('-integrity="sha256-') == len(NAMES)
