"""Does the build grow in step with the content?  Seconds per page at 1x, 4x and 16x.

Baseline: the content as it is.  The copies are synthetic regulations: the
same chapters under other codes, built by the same command.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.build import ROOT
from scripts.clauses.source import LANGUAGES

TIMES = (1, 4, 16)
COPIED = ("docs", "scripts", "calculators", "build/runtime", "mkdocs.yml", "pyproject.toml", "package.json")


def project(folder: Path, times: int) -> None:
    """A copy of the project whose regulations stand there so many times."""
    for name in COPIED:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    data = folder / "docs" / "data"
    passports = (data / "regulations.toml").read_text("utf-8")
    codes = re.findall(r"^\[([a-z]+)\]$", passports, flags=re.MULTILINE)
    with (data / "ids.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for copy in range(1, times):
        for code in codes:
            add(folder, data, passports, rows, code, f"{code}{copy}x")


def add(folder: Path, data: Path, passports: str, rows: list[dict], code: str, name: str) -> None:
    """One regulation more, under another code."""
    start = passports.index(f"[{code}]\n")
    end = re.search(r"^\[[a-z]+\]$", passports[start + 1 :], flags=re.MULTILINE)
    section = passports[start : start + 1 + end.start()] if end else passports[start:]
    with (data / "regulations.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + re.sub(rf"^\[{code}(?=[\].])", f"[{name}", section, flags=re.MULTILINE))
    with (data / "ids.tsv").open("a", encoding="utf-8", newline="") as file:
        for row in rows:
            if row["code"] == code:
                file.write(f"{name}{row['id'].removeprefix(code)}\t{name}\t{row['chapter']}\t{row['kind']}\n")
    for language in LANGUAGES:
        target = folder / "docs" / language / name
        target.mkdir()
        for page in (folder / "docs" / language / code).glob("*.md"):
            text = page.read_text("utf-8").replace(f"/// clause | {code}-", f"/// clause | {name}-")
            (target / page.name).write_text(text.replace(f"{{#{code}-", f"{{#{name}-"), "utf-8")


def main() -> None:
    """Build each size once and print seconds per page beside the first."""
    figures = []
    for times in TIMES:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            project(folder, times)
            began = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL,
            )
            seconds = time.perf_counter() - began
            pages = len(list((folder / "site").rglob("*.html")))
        figures.append({"times": times, "pages": pages, "seconds": round(seconds, 1), "ms_per_page": round(1000 * seconds / pages, 1)})
        print(figures[-1], flush=True)
    ratio = round(figures[-1]["ms_per_page"] / figures[0]["ms_per_page"], 2)
    print(json.dumps({"benchmark": "growth", "sizes": figures, "per_page_16x_over_1x": ratio}))


if __name__ == "__main__":
    main()
