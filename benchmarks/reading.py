"""What reading costs before anything is pressed: bytes, requests, largest paint, layout shift.

Baseline: the same pages as MkDocs leaves them, with the theme's own sheets and
no twins, served the same way in the same run.  Slow = 1.6 Mbit/s, 150 ms,
processor four times slower, as the DevTools protocol throttles; trust the ratios.
"""

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.build import ROOT, SITE
from scripts.serve import server
from scripts.setup import BROWSER

RUNS = 5
MOST = 150_000  # bytes before interaction, fonts and all, as a host sends them
PAGES = ("", "ietu/8/", "htii/5/", "ru/aues/2/", "en/clauses/")
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SETTLED = 3000  # milliseconds
WATCH = """
window.shift = 0; window.paint = 0
new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value }).observe({ type: 'layout-shift', buffered: true })
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.paint = entry.startTime }).observe({ type: 'largest-contentful-paint', buffered: true })
"""


def plain_site() -> Path:
    """The pages as MkDocs leaves them."""
    folder = ROOT / "build" / "bench" / "plain"
    shutil.rmtree(folder, ignore_errors=True)
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", folder], cwd=ROOT, check=True, env=environment)
    return folder


def visit(browser: Browser, base: str, path: str, folder: Path) -> dict:
    """One first visit on a slow phone: milliseconds, shift, and what was fetched."""
    # The worker starts after the page is read; its downloads are no part of reading.
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    fetched: list[str] = []
    page.on("response", lambda response: fetched.append(response.url.partition("?")[0].removeprefix(base)))
    page.add_init_script(WATCH)
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", SLOW)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(base + path, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)  # modules ask for modules; a slow processor pauses in between
    told = page.evaluate("() => ({ paint_ms: Math.round(window.paint), shift: Math.round(window.shift * 1e4) / 1e4 })")
    context.close()
    files = [folder / name / "index.html" if not name or name.endswith("/") else folder / name for name in fetched]
    return told | {"requests": len(files), "gzip_bytes": sum(size(file) for file in files if file.is_file())}


def size(path: Path) -> int:
    """Bytes as a host sends them: the twin where there is one, else what gzip makes of it."""
    if path.suffix in (".woff2", ".png"):
        return path.stat().st_size
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def main() -> None:
    """Visit every page in turn on both sites and print medians and ratios."""
    sites = {"plain": plain_site(), "ours": SITE}
    servers = {name: server(folder) for name, folder in sites.items()}
    for each in servers.values():
        threading.Thread(target=each.serve_forever, daemon=True).start()
    runs: dict[tuple[str, str], list[dict]] = {(name, path): [] for path in PAGES for name in sites}
    with sync_playwright() as playwright:
        found = BROWSER.read_text() if BROWSER.exists() else ""
        browser = playwright.chromium.launch(executable_path=found or None, args=["--no-sandbox", "--disable-background-networking"])
        for _ in range(RUNS):
            for name, path in runs:
                base = f"http://127.0.0.1:{servers[name].server_port}/"
                runs[name, path].append(visit(browser, base, path, sites[name]))
        browser.close()
    medians = {key: {each: statistics.median(one[each] for one in found) for each in found[0]} for key, found in runs.items()}
    figures = {path or "/": {name: medians[name, path] for name in sites} for path in PAGES}
    for path, each in figures.items():
        ours, plain = each["ours"], each["plain"]
        each["ratio"] = {key: round(ours[key] / plain[key], 3) for key in ("gzip_bytes", "paint_ms") if plain[key]}
        print(f"{path:12} " + "  ".join(f"{key} {ours[key]} ({plain[key]})" for key in ours), each["ratio"])
    worst = max(each["ours"]["gzip_bytes"] for each in figures.values())
    print(f"heaviest page {worst} bytes of {MOST}; in brackets: as MkDocs leaves it")
    print(json.dumps({"benchmark": "reading", "runs": RUNS, "pages": figures, "heaviest": worst}))


if __name__ == "__main__":
    main()
