"""`python -m scripts import`: the only step of an import that writes files."""

import json
from collections.abc import Mapping
from pathlib import Path

from scripts.importer.amended import differences, keep_ids
from scripts.importer.convert import convert
from scripts.importer.faults import ImportFault
from scripts.importer.ids import CODE, RESERVED
from scripts.importer.model import Document
from scripts.importer.readers import read
from scripts.importer.report import report
from scripts.importer.write import as_dict, changes, outline, to_json, write_all
from scripts.wording import Wording

FOLDER = Path(__file__).resolve().parent.parent.parent / "official"


def import_document(source: Path, code: str, folder: Path, words: Wording) -> tuple[Document, list[str]]:
    """Import one document into a folder.

    Returns:
        The document, and the lines that tell the editor what happened.

    Raises:
        ImportFault: nothing was written.
    """
    if not CODE.fullmatch(code) or code in RESERVED:
        raise ImportFault(source, "code", code=code)
    document = convert(read(source), code)
    if not document.entries:
        raise ImportFault(source, "no_entries")
    before = _last(folder / f"{code}.json")
    if before:
        keep_ids(document, before)
    content = as_dict(document, before)
    files = {
        f"{code}.json": to_json(content),
        f"{code}.outline.tsv": outline(document),
        f"{code}.changes.tsv": changes(document),
        f"{code}.report.md": report(document, words),
    }
    told = [words("import.done", n=len(document.entries), folder=folder)]
    if before:
        rows = [words(f"import.became.{kind}", id=key, what=what, file="docs/data/aliases.toml") for kind, key, what in differences(before, content)]
        files[f"{code}.amended.md"] = "\n".join(f"- {row}" for row in rows) + "\n"
        told += [words("import.amended", n=len(rows)), *rows]
    write_all(folder, files)
    return document, [*told, words("import.read_report", path=folder / f"{code}.report.md")]


def _last(path: Path) -> Mapping | None:
    """The last import of the document; None where there is none."""
    if not path.exists():
        return None
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as fault:
        raise ImportFault(path, "last_import") from fault


def told(fault: ImportFault, words: Wording) -> str:
    """A fault in the editor's words: file, place, what is wrong, what to do."""
    place = f", {words(f'import.place.{fault.place[0]}', n=fault.place[1])}" if fault.place else ""
    return f"{fault.path}{place}: {words(f'import.fault.{fault.key}', **fault.values)}"


def run(source: str, code: str, folder: Path | None, words: Wording) -> int:
    """Import, print, and return the exit status."""
    try:
        _document, lines = import_document(Path(source), code, folder or FOLDER, words)
    except ImportFault as fault:
        print(told(fault, words))
        return 1
    print(*lines, sep="\n")
    return 0
