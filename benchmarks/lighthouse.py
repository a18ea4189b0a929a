"""Lighthouse's four marks for reading and calculator pages, as medians of several runs on its own phone settings.

A benchmark and no test: marks move with the machine.  Wanted: performance 98
or more, the other three 100.  Lighthouse is installed by the first run, from
the lock in npm/, apart from what building and testing need.
"""

import json
import os
import shutil
import statistics
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.loopback import NotInstalled, nginx
from scripts.build import ROOT, SITE
from scripts.serve import server
from scripts.setup import BROWSER, TOOLS, stamp, stamped

RUNS = 3
PAGES = ("", "ietu/8/", "clauses/", "calc/", "calc/gpa_transfer/", "ru/htii/5/", "en/calc/gpa_transfer/")
MARKS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}  # and what is wanted
LOCKS = ("benchmarks/npm/package.json", "benchmarks/npm/package-lock.json")
INSTALLED = TOOLS / "lighthouse"


def main() -> None:
    """Ask for every page in turn and print medians."""
    install()
    runs: dict[str, list[dict]] = {path: [] for path in PAGES}
    with served() as base:
        for _ in range(RUNS):
            for path, found in runs.items():
                found.append(report(base + path))
    figures = {path or "/": {name: median(found, name) for name in MARKS} for path, found in runs.items()}
    for path, each in figures.items():
        print(f"{path:24}", "  ".join(f"{name} {mark:g}" for name, mark in each.items()))
        short = [name for name, mark in each.items() if mark < MARKS[name]]
        for name in sorted({fault for found in runs[path.removeprefix("/")] for kind in short for fault in faults(found, kind)}):
            print(f"    {name}")
    print(json.dumps({"benchmark": "lighthouse", "runs": RUNS, "pages": figures}))


def install() -> None:
    """What is locked in npm/, below .tools; nothing where it is there already."""
    if INSTALLED.exists() and stamped("lighthouse", *LOCKS):
        return
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in (*LOCKS, ".npmrc"):
        shutil.copy(ROOT / name, INSTALLED)
    subprocess.run([found("npm"), "ci", "--ignore-scripts", "--prefer-offline", "--no-progress"], cwd=INSTALLED, check=True, env=environment())
    stamp("lighthouse", *LOCKS)


@contextmanager
def served() -> Iterator[str]:
    """The site as a host sends it: nginx where there is one, else as `make serve` does."""
    try:
        with nginx(SITE) as host:
            yield f"http://127.0.0.1:{host.port}/"
    except NotInstalled as fault:
        print(f"{fault}; served by Python instead, which costs some of the performance mark")
        with server(SITE) as running:
            threading.Thread(target=running.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{running.server_port}/"
            running.shutdown()


def report(url: str) -> dict:
    """What one run found; a browser that once failed to start is asked once more."""
    command = [
        found("node"), INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js", url, "--quiet", "--output=json",
        "--no-enable-error-reporting", f"--only-categories={','.join(MARKS)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-background-networking",
    ]  # fmt: skip
    for last in (False, True):
        said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=last, env=environment())
        if said.returncode == 0:
            break
    return json.loads(said.stdout)


def median(reports: list[dict], name: str) -> float:
    """Of 100."""
    return statistics.median(round(100 * one["categories"][name]["score"]) for one in reports)


def faults(report: dict, name: str) -> Iterator[str]:
    """What cost a mark."""
    for each in report["categories"][name]["auditRefs"]:
        audit = report["audits"][each["id"]]
        if each["weight"] and audit["score"] is not None and audit["score"] < 0.9:
            yield " ".join(filter(None, (f"{name}: {each['id']}", audit.get("displayValue"))))


def found(program: str) -> Path:
    """The machine's Node, or the one that the set-up brought."""
    return Path(shutil.which(program, path=environment()["PATH"]))


def environment() -> dict[str, str]:
    """With that Node in front, and the browser of the tests."""
    path = os.pathsep.join((str(TOOLS / "node" / "bin"), os.environ["PATH"]))
    browser = {"CHROME_PATH": BROWSER.read_text()} if BROWSER.exists() and BROWSER.read_text() else {}
    return os.environ | {"PATH": path} | browser


if __name__ == "__main__":
    main()
