"""Bring a finished draft onto the site; refuse an unfinished one with its reasons."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.clauses.source import LANGUAGES, ClauseSourceError, read_regulation
from scripts.editors.drafts import IDS, SOURCES, TODO, EditorError, read_rows, write_rows
from scripts.parity.check import problems
from scripts.wording import Wording


def obstacles(code: str, drafts: Path, words: Wording) -> Iterator[str]:
    """What still stands between a draft and its readers, one line each."""
    if not any(row["code"] == code for row in read_rows(drafts / "data" / "ids.tsv")):
        yield words("editor.error.no_draft", code=code)
        return
    for path in _files(code, drafts):
        if not path.exists():
            yield words("doctor.missing_file", path=path, command="make scaffold")
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if TODO.search(line) and not (path.suffix == ".toml" and line.startswith("#")):
                yield f"{path}:{number}: {words('doctor.todo')}"
    try:
        for language in LANGUAGES:
            read_regulation(drafts, language, code)
        yield from problems(drafts, code)
    except ClauseSourceError as fault:
        yield str(fault)
    yield from _broken_tables(code, drafts, words)


def publish(code: str, drafts: Path, root: Path, words: Wording) -> list[Path]:
    """Move a draft into docs/ and calculators/rules/.

    Returns:
        The files that were written.

    Raises:
        EditorError: something still stands in the way, or the code is taken;
            nothing was moved.
    """
    found = list(obstacles(code, drafts, words))
    if found:
        raise EditorError("not_ready", code=code, reasons="\n".join(found))
    docs = root / "docs"
    if any(row["code"] == code for row in read_rows(docs / "data" / "ids.tsv")):
        raise EditorError("taken", code=code)
    written = []
    for language in LANGUAGES:
        target = docs / language / code
        target.mkdir(parents=True)
        for path in sorted((drafts / language / code).glob("*.md")):
            written.append(path.rename(target / path.name))
        (drafts / language / code).rmdir()
    _append(drafts / "data" / "ids.tsv", docs / "data" / "ids.tsv", IDS, code)
    _append(drafts / "data" / "sources.tsv", docs / "data" / "sources.tsv", SOURCES, code)
    passports = docs / "data" / "regulations.toml"
    own = drafts / "data" / f"{code}.toml"
    passports.write_text(f"{passports.read_text('utf-8').rstrip()}\n\n{own.read_text('utf-8')}", "utf-8")
    own.unlink()
    rules = drafts / "rules" / f"{code}.toml"
    if rules.exists():
        written.append(rules.rename(root / "calculators" / "rules" / rules.name))
    return [*written, passports, docs / "data" / "ids.tsv"]


def _files(code: str, drafts: Path) -> Iterator[Path]:
    """Every file that the regulation needs, and its rules if it has some."""
    pages = {row["chapter"] for row in read_rows(drafts / "data" / "ids.tsv") if row["code"] == code}
    for language in LANGUAGES:
        yield from (drafts / language / code / f"{page}.md" for page in sorted(pages))
    yield drafts / "data" / f"{code}.toml"
    rules = drafts / "rules" / f"{code}.toml"
    if rules.exists():
        yield rules


def _broken_tables(code: str, drafts: Path, words: Wording) -> Iterator[str]:
    for path in (drafts / "data" / f"{code}.toml", drafts / "rules" / f"{code}.toml"):
        if path.exists():
            try:
                tomllib.loads(path.read_text("utf-8"))
            except tomllib.TOMLDecodeError as fault:
                yield f"{path}: {words('doctor.toml', fault=fault)}"


def _append(source: Path, target: Path, columns: tuple[str, ...], code: str) -> None:
    """Move the rows of a regulation from one table to the other."""
    rows = read_rows(source)
    own = [row for row in rows if row["id"].startswith(f"{code}-")]
    write_rows(target, columns, [*read_rows(target), *own])
    write_rows(source, columns, [row for row in rows if row not in own])
