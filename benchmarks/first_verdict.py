"""Time, bytes and memory to a first verdict, beside the same form on stock Pyodide.

Baseline: a bare page, Pyodide as npm ships it, the same wheel.  Both in turn,
in fresh profiles: a cold visit, a warm one, and for ours one more that starts
from the snapshot which an earlier visit kept.  Each is opened by a link with
answers, so that Python starts while the page is still being laid out; "rested"
is the start alone, on a page that has come to rest.  Trust the ratios.

Nothing but the page is to run meanwhile: a new window is given time to build
its own frame, which takes the browser longer than a page of ours, and nobody
asks the page how far it is.

    python -m benchmarks.first_verdict [RUNS]    5 unless told
"""

import gzip
import hashlib
import json
import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.conditions import FAST, FULL, SLOW, Conditions, Line, peak_memory, renderers, served, slowed
from scripts.build import ROOT, SITE
from scripts.bundle.build import LOCK, NPM, SNAPSHOT
from scripts.setup import BROWSER

REQUEST = {"calculator": "gpa_transfer", "institution": "htii", "inputs": {"level": "master", "year_completed": "1", "gpa": "2,00"}}
OURS = "calc/gpa_transfer/#institution=htii&level=master&year_completed=1&gpa=2%2C00"
STOCK = "#" + json.dumps(REQUEST)
MEASURE = """() => {
  const at = (name) => performance.getEntriesByName(name)[0].startTime
  return { navigation: at('ereje.verdict'), worker: at('ereje.verdict') - at('ereje.worker') }
}"""
REACHED = """(name) => new Promise((resolve) => {
  const seen = () => performance.getEntriesByName(name).length && resolve()
  new PerformanceObserver(seen).observe({ type: 'mark', buffered: true })
})"""
KEPT = f"""async () => {{
  for (;; await new Promise((resolve) => setTimeout(resolve, 200))) {{
    for (const name of await caches.keys()) {{
      if ((await (await caches.open(name)).keys()).some(({{ url }}) => url.endsWith('{SNAPSHOT}'))) return
    }}
  }}
}}"""
PATIENCE = 600_000
SETTLED = 2000  # milliseconds in which a new window has built itself
# The targets: what of the stock page's time is allowed, at full speed.
GOALS = {"cold_navigation": 0.45, "cold_worker": 0.40, "cold_rested": 0.40, "snapshot_worker": 0.25, "snapshot_rested": 0.25}


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
    [wheel] = ours.glob("*.whl")
    shutil.copyfile(wheel, runtime / wheel.name)
    entry = {
        "name": "ereje", "version": "0", "file_name": wheel.name, "install_dir": "site", "package_type": "package",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(), "imports": ["calculators"], "depends": [],
    }  # fmt: skip
    lock = json.loads((ours / LOCK).read_text("utf-8")) | {"packages": {"ereje": entry}}
    (runtime / LOCK).write_text(json.dumps(lock), "utf-8")
    # The same compression on both sides.
    for path in [path for path in runtime.iterdir() if path.suffix in (".mjs", ".js", ".wasm", ".zip", ".whl", ".json")]:
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    return folder


def opened(context: BrowserContext) -> Page:
    """An empty page in a window at rest."""
    page = context.new_page()
    page.wait_for_timeout(SETTLED)
    return page


def visit(browser: Browser, context: BrowserContext, address: str, slowdown: int, *, keep: bool = False) -> dict:
    """One visit to a first verdict; afterwards the snapshot is waited for, if it is to be kept."""
    page = opened(context)
    with slowed(renderers(browser), slowdown):
        page.goto(address, timeout=PATIENCE)
        page.evaluate(REACHED, "ereje.verdict")
        times = page.evaluate(MEASURE)
    times["peak_mb"] = peak_memory(renderers(browser))
    if keep:
        page.evaluate(KEPT)
    page.close()
    return times


def rested(browser: Browser, context: BrowserContext, address: str, slowdown: int) -> dict:
    """The start of Python alone: from the first touch of a form on a page at rest until it is ready."""
    page = opened(context)
    with slowed(renderers(browser), slowdown):
        page.set_viewport_size({"width": 390, "height": 500})  # the form is below what is seen
        page.goto(address, timeout=PATIENCE)
        page.wait_for_timeout(2000 * slowdown)
        page.locator("form[data-calculator] select").first.focus()
        page.evaluate(REACHED, "ereje.ready")
        taken = page.evaluate("() => performance.getEntriesByName('ereje.ready')[0].startTime - performance.getEntriesByName('ereje.worker')[0].startTime")
    page.close()
    return {"rested": taken}


def run(browser: Browser, base: str, address: str, line: Line, *, ours: bool) -> dict:
    """Visits one after another in a fresh profile, and what the cold one fetched."""
    # The service worker keeps pages for later; what it fetches is measured elsewhere.
    context = browser.new_context(service_workers="block")
    slowdown = line.conditions.slowdown
    fetched: set[str] = set()
    context.on("response", lambda response: fetched.add(response.url.partition("#")[0].removeprefix(base)))
    line.refused = (SNAPSHOT,)
    times = {"cold": visit(browser, context, base + address, slowdown)}
    times["fetched"] = sorted(fetched - {name for name in fetched if name.endswith(SNAPSHOT)})
    times["warm"] = visit(browser, context, base + address, slowdown)
    if ours:
        line.refused = ()
        visit(browser, context, base + address, slowdown, keep=True)
        times["snapshot"] = visit(browser, context, base + address, slowdown)
        plain = base + address.partition("#")[0]
        times["snapshot"] |= rested(browser, context, plain, slowdown)
        fresh = browser.new_context(service_workers="block")
        times["cold"] |= rested(browser, fresh, plain, slowdown)
        fresh.close()
    context.close()
    return times


def weight(folder: Path, fetched: list[str]) -> dict[str, float]:
    """Megabytes (10^6) of what was fetched, compressed as hosts do; brotli as our build leaves it."""
    files = [folder / (name or "index.html") for name in fetched]
    files = [path / "index.html" if path.is_dir() else path for path in files]
    files = [path for path in files if path.is_file()]
    found = {"gzip_mb": sum(min(len(gzip.compress(path.read_bytes(), 9)), path.stat().st_size) for path in files)}
    twins = [path.with_name(path.name + ".br") for path in files]
    if any(twin.exists() for twin in twins):
        found["brotli_mb"] = sum((twin if twin.exists() else path).stat().st_size for path, twin in zip(files, twins, strict=True))
    return {key: round(size / 1e6, 3) for key, size in found.items()}


def medians(runs: list[dict]) -> dict[str, int]:
    """Median milliseconds by visit and starting point, and median peak megabytes of a page's process."""
    found = {}
    for one in ("cold", "warm", "snapshot"):
        if one not in runs[0]:
            continue
        for start in ("navigation", "worker", "rested"):
            if start not in runs[0][one]:
                continue
            found[f"{one}_{start}"] = round(statistics.median(each[one][start] for each in runs))
        peaks = [each[one]["peak_mb"] for each in runs if each[one]["peak_mb"]]
        if peaks:
            found[f"{one}_peak_mb"] = round(statistics.median(peaks))
    return found


def ratios(ours: dict, stock: dict) -> dict[str, float]:
    """Ours by the stock page's, which is at rest at once; the snapshot's visit by its warm one."""
    same = {key: key.replace("snapshot", "warm").replace("rested", "worker") for key in ours}
    return {key: round(value / stock[same[key]], 3) for key, value in ours.items()}


def measure(conditions: Conditions, count: int) -> dict:
    """Both pages in turn under the same conditions."""
    sites = {"stock": (stock_site(), STOCK), "ours": (SITE, OURS)}
    lines = {name: Line(conditions) for name in sites}
    runs: dict[str, list[dict]] = {name: [] for name in sites}
    with sync_playwright() as playwright:
        found = BROWSER.read_text() if BROWSER.exists() else ""
        for _ in range(count):
            for name, (folder, address) in sites.items():
                # A browser of its own for each run, so that its peak of memory is its own.
                browser = playwright.chromium.launch(executable_path=found or None, args=["--no-sandbox", "--disable-background-networking"])
                browser.new_page().wait_for_timeout(SETTLED)  # a reader's browser has long started
                with served(folder, lines[name]) as base:
                    runs[name].append(run(browser, base, address, lines[name], ours=name == "ours"))
                browser.close()
    figures = {name: medians(each) for name, each in runs.items()}
    weights = {name: weight(folder, runs[name][0]["fetched"]) for name, (folder, _) in sites.items()}
    return {"runs": count, **{name: figures[name] | weights[name] for name in sites}, "ratio": ratios(figures["ours"], figures["stock"])}


def main() -> None:
    """Measure under all conditions and print medians and ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    all_found = {}
    for conditions in (FULL, FAST, SLOW):
        found = all_found[conditions.name] = measure(conditions, count)
        print(f"\n{conditions.name} ({count} runs, medians, ms)")
        for name in ("stock", "ours", "ratio"):
            print(f"  {name:6}", "  ".join(f"{key} {value}" for key, value in found[name].items()), flush=True)
    print("\ngoals at full speed:", ", ".join(f"{key} {all_found[FULL.name]['ratio'][key]} (at most {goal})" for key, goal in GOALS.items()))
    print(json.dumps({"benchmark": "first_verdict", **all_found}))


if __name__ == "__main__":
    main()
