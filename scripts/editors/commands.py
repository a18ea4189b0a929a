"""The editor's commands: `python -m scripts import | scaffold | figures | status | publish | doctor`."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from scripts.editors.drafts import DRAFTS, OFFICIAL, ROOT, EditorError
from scripts.editors.speech import spoken
from scripts.official import OfficialError
from scripts.wording import Wording


def _folder() -> Path:
    """Where imported documents lie: the folder that OFFICIAL names, else official/."""
    return Path(os.environ.get("OFFICIAL") or OFFICIAL)


def _wording() -> dict:
    """The official wording that was imported; nothing where none was."""
    from scripts.official import read_folder

    folder = _folder()
    return read_folder(folder) if folder.is_dir() and any(folder.glob("*.json")) else {}


def import_(source: str, code: str, said: str | None) -> int:
    """Import a regulation from a text, DOCX or PDF file."""
    from scripts.importer.command import run

    return run(source, code, _folder(), spoken(said))


def scaffold(code: str, langs: str, said: str | None) -> int:
    """Lay the language files of an imported regulation below drafts/."""
    from scripts.clauses.source import LANGUAGES
    from scripts.editors.scaffold import scaffold as lay

    def act(words: Wording) -> int:
        asked = [each for each in langs.split(",") if each]
        if not asked or not set(asked) <= set(LANGUAGES):
            raise EditorError("languages", known=", ".join(LANGUAGES))
        files = lay(code, asked, _folder(), DRAFTS)
        print(*files, words("scaffold.done", n=len(files)), sep="\n")
        return 0

    return _acted(act, said)


def figures(code: str, said: str | None) -> int:
    """Propose figures for the calculators from an imported regulation."""
    from scripts.editors.figures import propose

    def act(words: Wording) -> int:
        path, count = propose(code, _folder(), DRAFTS, words)
        print(words("figures.done", n=count, path=path))
        return 0

    return _acted(act, said)


def status(code: str | None, said: str | None) -> int:
    """Show how far each regulation is, by language."""
    from scripts.editors.status import STATES, progress
    from scripts.pages import DOCS

    def act(words: Wording) -> int:
        rows = [each for docs, published in ((DOCS, True), (DRAFTS, False)) for each in progress(docs, published, _wording(), code)]
        if code and not rows:
            raise EditorError("no_draft", code=code)
        heads = [words(f"editor.column.{name}") for name in ("code", "language", *STATES, "place")]
        table = [heads] + [
            [each.code, each.language, *(str(each.counts[state] or "–") for state in STATES),
             words("editor.place.published" if each.published else "editor.place.draft")]
            for each in rows
        ]  # fmt: skip
        widths = [max(len(row[column]) for row in table) for column in range(len(heads))]
        for row in table:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        return 0

    return _acted(act, said)


def publish(code: str, said: str | None) -> int:
    """Move a finished draft onto the site."""
    from scripts.editors.publication import publish as move

    def act(words: Wording) -> int:
        files = move(code, DRAFTS, ROOT, words)
        print(*files, words("publish.done", code=code), sep="\n")
        return 0

    return _acted(act, said)


def doctor(code: str | None, said: str | None) -> int:
    """Say what is wrong with the content, with file and line."""
    from scripts.editors.doctor import findings

    def act(words: Wording) -> int:
        found = sorted(findings(ROOT, _wording(), words, code), key=lambda each: each[0])
        for kind, text in found:
            print(f"{words(f'doctor.{kind}')}: {text}")
        count = sum(kind == "problem" for kind, _text in found)
        print(words("doctor.count", n=count))
        return 1 if count else 0

    return _acted(act, said)


def _acted(act: Callable[[Wording], int], said: str | None) -> int:
    words = spoken(said)
    try:
        return act(words)
    except EditorError as fault:
        print(words(f"editor.error.{fault.key}", **fault.values))
    except OfficialError as fault:
        print(fault)
    return 1


COMMANDS = {"import": import_, "scaffold": scaffold, "figures": figures, "status": status, "publish": publish, "doctor": doctor}


def add(commands) -> None:
    """Make the commands known to the one command line."""
    arguments: dict[str, tuple[tuple[str, dict], ...]] = {
        "import": (("source", {}), ("code", {})),
        "scaffold": (("code", {}), ("--langs", {"default": "kk,ru,en"})),
        "figures": (("code", {}),),
        "status": (("code", {"nargs": "?"}),),
        "publish": (("code", {}),),
        "doctor": (("code", {"nargs": "?"}),),
    }
    for name, each in arguments.items():
        parser: argparse.ArgumentParser = commands.add_parser(name, help=COMMANDS[name].__doc__)
        for argument, options in each:
            parser.add_argument(argument, **options)
        parser.add_argument("--in", dest="said", choices=("kk", "ru", "en"), help="language of the answers")
