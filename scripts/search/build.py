"""Write the search into the built site: engine, stemmers, index."""

import json
import shutil
from pathlib import Path

from scripts.bundle.build import ROOT, node
from scripts.clauses.source import LANGUAGES
from scripts.search.records import records
from scripts.wording import write_for_browser

SOURCE = ROOT / "docs" / "assets" / "search"
WORK = ROOT / "build" / "search"
STEMMERS = {"russian.mjs": "ru.js", "english.mjs": "en.js"}


def write(site: Path, official: Path | None = None) -> None:
    """Put everything that a search needs below `site`/assets/search.

    Args:
        site: folder of the built site.
        official: folder of the institutions' own texts; found beside ours when given.
    """
    target = engine(site)
    WORK.mkdir(parents=True, exist_ok=True)
    gathered = WORK / "records.json"
    gathered.write_text(json.dumps(records(official), ensure_ascii=False), "utf-8")
    node("scripts/search/index.mjs", target, gathered)
    for language in LANGUAGES:
        write_for_browser(language, target / f"words-{language}.json", "search.", "clause.ref")


def engine(site: Path) -> Path:
    """The engine as the browser runs it, with the stemmers from npm beside it."""
    target = site / "assets" / "search"
    shutil.copytree(SOURCE, target, dirs_exist_ok=True)
    package = ROOT / "node_modules" / "@orama" / "stemmers"
    (target / "lib").mkdir(exist_ok=True)
    for name, file in STEMMERS.items():
        shutil.copyfile(package / "dist" / file, target / "lib" / name)
    shutil.copyfile(package / "LICENSE.md", target / "lib" / "LICENSE.md")
    return target
