"""Where regulations are written before they are published.

`drafts/` mirrors `docs/`: kk, ru and en with one folder a regulation, `data/`
beside them, and `rules/` with proposed figures.  The site is built from
`docs/` alone, so nothing in `drafts/` is published by accident.
"""

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.importer.coverage import folded
from scripts.importer.letters import BACK

ROOT = Path(__file__).resolve().parent.parent.parent
DRAFTS = ROOT / "drafts"
OFFICIAL = ROOT / "official"
TODO = re.compile(r"\bTODO\b")
ONE_SHAPE = str.maketrans(BACK)
IDS = ("id", "code", "chapter", "kind")
SOURCES = ("id", "source")


class EditorError(Exception):
    """A command cannot do what was asked; `key` words it as `editor.error.{key}`."""

    def __init__(self, key: str, **values: object) -> None:
        self.key, self.values = key, values
        super().__init__(f"{key} {values}")


def imported(folder: Path, code: str) -> dict:
    """The imported document of a regulation.

    Raises:
        EditorError: it was not imported into the folder.
    """
    path = folder / f"{code}.json"
    if not path.exists():
        raise EditorError("not_imported", code=code, folder=folder)
    return json.loads(path.read_text("utf-8"))


def chapter_of(document: Mapping, chapter: Mapping) -> str:
    """Name of the page of a chapter: `8`, `gl`, `annex`."""
    return chapter["id"].removeprefix(f"{document['code']}-ch").removeprefix("-")


def source_hash(text: str) -> str:
    """A short hash of a text's letters and digits; spacing, signs and alphabets of look-alikes do not count."""
    return hashlib.sha256(folded(text.translate(ONE_SHAPE)).encode()).hexdigest()[:10]


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table; none where there is no file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def write_rows(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a table of the project's form."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, tuple(columns), delimiter="\t", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
