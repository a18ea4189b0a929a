"""Say in plain words what is wrong with the content, with file and line."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.clauses.links import LINK
from scripts.clauses.source import LANGUAGES, ClauseSourceError, read_regulation
from scripts.editors.drafts import TODO, read_rows
from scripts.official import Official, disagreements
from scripts.parity.check import problems
from scripts.parity.reviews import unreviewed
from scripts.wording import Wording

CLAUSE = re.compile(r'"(?P<id>[a-z][a-z0-9]*-[a-z0-9][\w.-]*)"')
PASSPORT = ("institution", "short", "title", "binds", "dated", "superseded", "official")


def findings(root: Path, wording: dict[str, Official], words: Wording, only: str | None = None) -> Iterator[tuple[str, str]]:
    """("problem" or "hint", where and what) of everything that can be checked without a build.

    `only` limits what is said of the editions to one regulation.

    A problem breaks the build or misleads a reader; a hint is for whoever
    reads the clause next.
    """
    docs = root / "docs"
    ids = read_rows(docs / "data" / "ids.tsv")
    known = {row["id"] for row in ids}
    codes = [code for code in dict.fromkeys(row["code"] for row in ids) if only in (None, code)]
    for found in (
        _tables(root, words),
        _passports(docs, codes, words),
        _pages(docs, codes, known, words),
        _rules(root, known, words),
    ):
        yield from (("problem", each) for each in found)
    for code in codes:
        try:
            yield from (("problem", each) for each in problems(docs, code))
            yield from (("hint", each) for each in unreviewed(docs, code))
        except (ClauseSourceError, KeyError):
            continue  # told above, with its place
    yield from _official(docs, {key: own for key, own in wording.items() if key.partition("-")[0] in codes}, words)


def _tables(root: Path, words: Wording) -> Iterator[str]:
    """TOML files that cannot be read."""
    for path in sorted([*(root / "docs" / "data").rglob("*.toml"), *(root / "calculators" / "rules").glob("*.toml")]):
        try:
            tomllib.loads(path.read_text("utf-8"))
        except tomllib.TOMLDecodeError as fault:
            line = re.search(r"line (\d+)", str(fault))
            yield f"{_shown(path, root)}:{line[1] if line else 1}: {words('doctor.toml', fault=fault)}"


def _passports(docs: Path, codes: list[str], words: Wording) -> Iterator[str]:
    path = docs / "data" / "regulations.toml"
    try:
        entries = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError:
        return
    for code in codes:
        for part in PASSPORT:
            texts = entries.get(code, {}).get(part, {})
            if any(not texts.get(language) or TODO.search(texts[language]) for language in LANGUAGES):
                yield f"{_shown(path, docs.parent)}: {words('doctor.passport', code=code, part=part)}"


def _pages(docs: Path, codes: list[str], known: set[str], words: Wording) -> Iterator[str]:
    for code in codes:
        for language in LANGUAGES:
            try:
                read_regulation(docs, language, code)
            except ClauseSourceError as fault:
                yield str(fault)
    for language in LANGUAGES:
        for path in sorted((docs / language).rglob("*.md")):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                where = f"{_shown(path, docs.parent)}:{number}"
                if TODO.search(line) and path.parent.name in codes:
                    yield f"{where}: {words('doctor.todo')}"
                for match in LINK.finditer(line):
                    if match["id"] not in known:
                        yield f"{where}: {words('doctor.link', id=match['id'])}"


def _rules(root: Path, known: set[str], words: Wording) -> Iterator[str]:
    """Figures that cite a clause which nobody can read, or that nobody confirmed."""
    for path in sorted((root / "calculators" / "rules").glob("*.toml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            where = f"{_shown(path, root)}:{number}"
            if line.lstrip().startswith("#"):
                continue
            if TODO.search(line):
                yield f"{where}: {words('doctor.todo')}"
            for match in CLAUSE.finditer(line.partition("#")[0]):
                if match["id"].partition("-")[0] == path.stem != "external" and match["id"] not in known:
                    yield f"{where}: {words('doctor.cited', id=match['id'])}"


def _official(docs: Path, wording: dict[str, Official], words: Wording) -> Iterator[tuple[str, str]]:
    none = words("official.no_number")
    try:
        for each in disagreements(docs, wording):
            ours, theirs = (", ".join(numbers) or none for numbers in (each.only_edition, each.only_official))
            text = words("official.differs", id=each.id, ours=ours, theirs=theirs)
            # What only the edition has may be a number that the source writes as a word.
            yield ("problem" if each.only_official else "hint"), f"{_shown(Path(each.place), docs.parent)}: {text}"
    except ClauseSourceError:
        return


def _shown(path: Path, root: Path) -> str:
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
