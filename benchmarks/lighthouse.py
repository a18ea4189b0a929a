"""Lighthouse's four marks for reading and calculator pages, as medians of several runs.

A benchmark and no test: marks move with the machine.  Wanted: performance 98
or more, the other three 100.
"""

import json
import os
import shutil
import statistics
import subprocess
import threading

from scripts.build import ROOT, SITE
from scripts.serve import server
from scripts.setup import BROWSER

RUNS = 3
PAGES = ("", "ietu/8/", "ru/htii/5/", "en/calc/gpa_transfer/", "calc/")
MARKS = ("performance", "accessibility", "best-practices", "seo")
PROGRAM = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"


def marks(url: str) -> dict[str, float]:
    """The four marks of one run, of 100, and what cost any but the first."""
    path = f"{ROOT / '.tools' / 'node' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path}
    if BROWSER.exists() and BROWSER.read_text():
        environment["CHROME_PATH"] = BROWSER.read_text()
    said = subprocess.run(
        [shutil.which("node", path=path), PROGRAM, url, "--quiet", "--output=json", f"--only-categories={','.join(MARKS)}",
         "--chrome-flags=--headless=new --no-sandbox --disable-background-networking"],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    report = json.loads(said.stdout)
    for name in MARKS[1:]:
        for each in report["categories"][name]["auditRefs"]:
            score = report["audits"][each["id"]]["score"]
            if each["weight"] and score is not None and score < 1:
                print(f"  {name}: {each['id']} at {url}", flush=True)
    return {name: round(100 * report["categories"][name]["score"]) for name in MARKS}


def main() -> None:
    """Ask for every page in turn and print medians."""
    if not PROGRAM.exists():
        print("lighthouse is not installed; make bench brings it")
        return
    with server(SITE) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{running.server_port}/"
        runs: dict[str, list[dict[str, float]]] = {path: [] for path in PAGES}
        for _ in range(RUNS):
            for path, found in runs.items():
                found.append(marks(base + path))
        running.shutdown()
    figures = {path or "/": {name: statistics.median(one[name] for one in found) for name in MARKS} for path, found in runs.items()}
    for path, each in figures.items():
        print(f"{path:24}", "  ".join(f"{name} {mark:g}" for name, mark in each.items()))
    print(json.dumps({"benchmark": "lighthouse", "runs": RUNS, "pages": figures}))


if __name__ == "__main__":
    main()
