"""What an import leaves on the disk: all of it, or nothing."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from scripts.importer.language import language_of
from scripts.importer.model import Document, Entry


def as_dict(document: Document, keep: Mapping[str, object] | None = None) -> dict:
    """The official wording in the shape that the site reads.

    Args:
        document: what was imported.
        keep: the last import; titles that an editor filled in there are kept.
    """
    keep = keep or {}
    head = {"code": document.code}
    for name in ("title", "institution"):
        head |= {f"{name}_{language}": keep.get(f"{name}_{language}", "") for language in ("kk", "ru", "en")}
    head |= {"issued": keep.get("issued", ""), "edition": keep.get("edition", "")}
    chapters = [
        {
            "id": chapter.id,
            "number": chapter.number,
            "title_kk": chapter.title,
            "clauses": [_entry(entry) for entry in chapter.entries],
        }
        for chapter in document.chapters
    ]
    text = " ".join(entry.text for entry in document.entries)
    return head | {"source_file": document.source_file, "language": language_of(text), "chapters": chapters}


def _entry(entry: Entry) -> dict:
    """An entry; what it does not have is left out."""
    told = {"id": entry.id, "number": entry.number, "kind": entry.kind, "text_kk": entry.text, "numbering": entry.numbering}
    optional = {"section": entry.section, "section_title_kk": entry.section_title, "term_kk": entry.term, "note": entry.note}
    return told | {key: value for key, value in optional.items() if value} | {"source_lines": list(entry.lines)}


def outline(document: Document) -> str:
    """One row an entry, to be read in a spreadsheet."""
    rows = ["code\tchapter_id\tclause_id\tnumber\tkind\tfirst_60\tchars"]
    for chapter in document.chapters:
        for entry in chapter.entries:
            first = entry.text.replace("\n", " ⏎ ")[:60]
            cells = (document.code, chapter.id, entry.id, entry.number, entry.kind, first, len(entry.text))
            rows.append("\t".join(str(cell).replace("\t", " ") for cell in cells))
    return "\n".join(rows) + "\n"


def changes(document: Document) -> str:
    """Every change of the clean-up, one row each."""
    rows = ["line\trule\tbefore\tafter"]
    rows += [f"{change.line}\t{change.rule}\t{change.before}\t{change.after}" for change in document.changes]
    return "\n".join(rows) + "\n"


def write_all(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files; an error on the way leaves the folder as it was."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".import-") as place:
        for name, text in files.items():
            (Path(place) / name).write_text(text, "utf-8")
        for name in files:
            os.replace(Path(place) / name, folder / name)


def to_json(content: dict) -> str:
    """JSON that a person can read and compare."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
