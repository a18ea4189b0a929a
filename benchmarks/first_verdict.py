"""Time and bytes to a first verdict, beside the same form on stock Pyodide.

Baseline: a bare page, Pyodide as npm ships it, the same wheel.  Five runs
each, in turn, on this machine without a network; trust the ratios.
"""

import gzip
import json
import shutil
import statistics
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.build import ROOT, SITE
from scripts.bundle.build import LOCK, NPM
from scripts.serve import server
from scripts.setup import BROWSER

RUNS = 5
REQUEST = {"calculator": "gpa_transfer", "institution": "htii", "inputs": {"level": "master", "year_completed": "1", "gpa": "2,00"}}
OURS = "calc/gpa_transfer/#institution=htii&level=master&year_completed=1&gpa=2%2C00"
STOCK = "#" + json.dumps(REQUEST)
MEASURE = """() => {
  const at = (name) => performance.getEntriesByName(name)[0].startTime
  return { navigation: at('ereje.verdict'), worker: at('ereje.verdict') - at('ereje.worker') }
}"""


def stock_site() -> Path:
    """The baseline's folder: the untouched runtime and our wheel beside it."""
    folder = ROOT / "build" / "bench" / "stock"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(Path(__file__).parent / "stock", folder)
    runtime = folder / "runtime"
    runtime.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip"):
        shutil.copyfile(NPM / name, runtime / name)
    [ours] = (SITE / "assets" / "runtime").iterdir()
    for path in (ours / LOCK, *ours.glob("*.whl")):
        shutil.copyfile(path, runtime / path.name)
    return folder


def run(browser: Browser, base: str, address: str, folder: Path) -> dict:
    """One cold and one warm visit in a fresh profile, and what the cold one fetched."""
    context = browser.new_context()
    fetched: set[str] = set()
    context.on("response", lambda response: fetched.add(response.url.partition("#")[0].removeprefix(base)))
    times = {}
    for visit in ("cold", "warm"):
        page = context.new_page()
        page.goto(base + address)
        page.wait_for_function("() => document.querySelector('[data-ready]')")
        page.locator("form button[type=submit], form button").last.click() if folder.name == "stock" else page.locator(
            "[data-calculator-page] button[type=submit]"
        ).click()
        page.wait_for_function("() => performance.getEntriesByName('ereje.verdict').length", timeout=120_000)
        times[visit] = page.evaluate(MEASURE)
        page.close()
    context.close()
    files = [folder / (name or "index.html") for name in fetched]
    files = [path / "index.html" if path.is_dir() else path for path in files]
    return times | {
        "gzip": sum(len(gzip.compress(path.read_bytes(), 9)) for path in files if path.is_file()),
        "raw": sum(path.stat().st_size for path in files if path.is_file()),
    }


def medians(runs: list[dict]) -> dict:
    """Median milliseconds by visit and starting point, and megabytes (10^6)."""
    figures = {
        f"{visit}_{start}_ms": round(statistics.median(one[visit][start] for one in runs))
        for visit in ("cold", "warm")
        for start in ("navigation", "worker")
    }
    return figures | {"gzip_mb": round(runs[0]["gzip"] / 1e6, 3), "raw_mb": round(runs[0]["raw"] / 1e6, 3)}


def main() -> None:
    """Run both in turn and print medians and ratios."""
    sites = {"stock": (stock_site(), STOCK), "ours": (SITE, OURS)}
    servers = {name: server(folder) for name, (folder, _) in sites.items()}
    for each in servers.values():
        threading.Thread(target=each.serve_forever, daemon=True).start()
    runs: dict[str, list[dict]] = {name: [] for name in sites}
    with sync_playwright() as playwright:
        found = BROWSER.read_text() if BROWSER.exists() else ""
        browser = playwright.chromium.launch(
            executable_path=found or None, args=["--no-sandbox", "--disable-background-networking"]
        )
        for _ in range(RUNS):
            for name, (folder, address) in sites.items():
                base = f"http://127.0.0.1:{servers[name].server_port}/"
                runs[name].append(run(browser, base, address, folder))
        browser.close()
    figures = {name: medians(each) for name, each in runs.items()}
    ratios = {key: round(figures["ours"][key] / value, 3) for key, value in figures["stock"].items()}
    for name, each in (*figures.items(), ("ratio", ratios)):
        print(f"{name:6}", "  ".join(f"{key} {value}" for key, value in each.items()))
    print(json.dumps({"benchmark": "first_verdict", "runs": RUNS, **figures, "ratio": ratios}))


if __name__ == "__main__":
    main()
