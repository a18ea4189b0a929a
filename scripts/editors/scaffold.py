"""Lay the files of a new regulation: ids, numbers and TODO marks, not a sentence of the source."""

from collections.abc import Sequence
from pathlib import Path

from scripts.clauses.source import LANGUAGES, read_page
from scripts.editors.drafts import IDS, SOURCES, chapter_of, imported, read_rows, source_hash, write_rows
from scripts.parity.numbers import numbers

PASSPORT = ("institution", "short", "title", "binds", "dated", "superseded", "official")


def scaffold(code: str, languages: Sequence[str], official: Path, drafts: Path) -> list[Path]:
    """Write what is missing of a regulation's drafts; what is written stays as it is.

    Returns:
        The files that were written or grew.

    Raises:
        EditorError: the document was not imported.
    """
    document = imported(official, code)
    written: list[Path] = []
    for language in languages:
        for chapter in document["chapters"]:
            path = drafts / language / code / f"{chapter_of(document, chapter)}.md"
            if _page(path, chapter):
                written.append(path)
    _tables(document, drafts)
    passport = drafts / "data" / f"{code}.toml"
    if not passport.exists():
        passport.write_text(_passport(code), "utf-8")
        written.append(passport)
    return written


def _page(path: Path, chapter: dict) -> bool:
    """Begin a page, or add the clauses that it lacks; False when it lacked none."""
    present = {clause.id for clause in read_page(path)} if path.exists() else set()
    missing = [clause for clause in chapter["clauses"] if clause["id"] not in present]
    if path.exists() and not missing:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    number = f"{chapter['number']}. " if chapter["number"].isdigit() else ""
    head = "" if path.exists() else f"---\ntitle: TODO\n---\n\n# {number}TODO\n"
    blocks = "".join(f"\n/// clause | {clause['id']}\n    title: TODO\n\n{_body(clause)}\n///\n" for clause in missing)
    with path.open("a", encoding="utf-8") as file:
        file.write(head + blocks)
    return True


def _body(clause: dict) -> str:
    """TODO with the numbers that the clause must state."""
    found = numbers(clause["text_kk"])
    return f"TODO {'; '.join(found.elements())}".strip()


def _tables(document: dict, drafts: Path) -> None:
    """The ids of the regulation, and what its text was when its edition was begun."""
    code = document["code"]
    entries = [(chapter_of(document, chapter), clause) for chapter in document["chapters"] for clause in chapter["clauses"]]
    ids = [row for row in read_rows(drafts / "data" / "ids.tsv") if row["code"] != code]
    ids += [{"id": clause["id"], "code": code, "chapter": page, "kind": clause["kind"]} for page, clause in entries]
    write_rows(drafts / "data" / "ids.tsv", IDS, ids)
    known = {row["id"]: row for row in read_rows(drafts / "data" / "sources.tsv")}
    for _page_name, clause in entries:
        known.setdefault(clause["id"], {"id": clause["id"], "source": source_hash(clause["text_kk"])})
    write_rows(drafts / "data" / "sources.tsv", SOURCES, known.values())
    quantities = drafts / "data" / "quantities.tsv"
    if not quantities.exists():
        write_rows(quantities, ("id", "number", "unit"), ())


def _passport(code: str) -> str:
    parts = [f"[{code}]\n# year = 2025"]
    parts += ["\n".join([f"[{code}.{name}]", *(f'{language} = "TODO"' for language in LANGUAGES)]) for name in PASSPORT]
    return "\n".join(parts) + "\n"
