"""What only the page for tables loads: our table modules, and apart from them the library for XLSX.

Each is an archive of bytecode that the main bundle lacks, named by its
content.  The page knows its checksum, and the browser refuses another.
"""

import hashlib
import json
import shutil
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from scripts.bundle.build import CORE, LIBRARY, NPM, ROOT, WORK, integrity, node

TARGET = ROOT / "build" / "addons"
HERE = Path(__file__).parent
OURS = [ROOT / "calculators" / name for name in ("table.py", "delimited.py", "columns.toml")]
LIBRARIES = ("openpyxl", "et_xmlfile")
NAMES = ("tables", "spreadsheets")


@dataclass(frozen=True)
class Addon:
    """An archive and the checksum by which a browser knows it."""

    file: str
    integrity: str


def addons(main: Path, target: Path = TARGET) -> list[Path]:
    """Build the archives below `target` for the finished main bundle."""
    stage, full = WORK / "stage.zip", WORK / "full"
    _stage(stage)
    shutil.rmtree(full, ignore_errors=True)
    # The whole library is at hand while it is found out what is needed of it.
    shutil.copytree(main, full)
    for name in (*CORE, LIBRARY):
        shutil.copyfile(NPM / name, full / name)
    known = {"library": zipfile.ZipFile(main / LIBRARY).namelist()}
    (WORK / "known.json").write_text(json.dumps(known), "utf-8")
    node("scripts/bundle/runtime.mjs", "addons", full, WORK / "known.json", stage, WORK)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    return [_named(WORK / f"{name}.zip", target) for name in NAMES]


def _stage(path: Path) -> None:
    """Sources of all that may be shipped apart."""
    with zipfile.ZipFile(path, "w") as out:
        for source in OURS:
            out.write(source, f"calculators/{source.name}")
        for name in ("desk.py", "spreadsheet.py"):
            out.write(HERE / name, name)
        for library in LIBRARIES:
            folder = Path(find_spec(library).origin).parent
            for source in sorted(folder.rglob("*.py")):
                out.write(source, f"{library}/{source.relative_to(folder).as_posix()}")


def _named(path: Path, target: Path) -> Path:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return Path(shutil.copyfile(path, target / f"{path.stem}.{digest}.zip"))


@cache
def built() -> dict[str, Addon]:
    """The archives as they were last built, by name."""
    found = {path.name.partition(".")[0]: path for path in TARGET.glob("*.zip")}
    return {name: Addon(path.name, integrity(path)) for name, path in found.items()}
