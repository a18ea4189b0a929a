"""How fast a phone answers: one query, and the first after the field is opened.

Usage: python -m benchmarks.search_phone [QUERIES]     (after `make build`)

The DevTools protocol slows the processor of a page four times, but never of a
worker, so the shipped engine is run on the page's own thread here.  Goals: 150
ms for 95 of 100 queries, 1 s from opening the field to the first answer.  The
same without slowing is the baseline: a busy machine makes both slow.
"""

import json
import statistics
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.build import ROOT, SITE
from scripts.clauses.source import LANGUAGES
from scripts.serve import server
from scripts.setup import BROWSER

QUERIES = ROOT / "tests" / "search" / "queries.json"
SLOWER = {"desktop": 1, "phone": 4}
OPENINGS = 5
GOALS = {"p95": 150, "first": 1000}
# Opening: modules, files and index of the page's language, and one answer.
OPEN = """async ([root, query]) => {
  const began = performance.now()
  const since = () => performance.now() - began
  const { load } = await import(root + 'engine/load.mjs')
  const read = async (name) => (await fetch(`${root}${name}.json`)).json()
  let first
  window.engine = await load(read, ['kk', 'ru', 'en'], async (engine, language) => {
    if (language === 'kk') first = await engine.search(query, { language: 'kk', limit: 8 }).then(since)
  })
  return { all: since(), first }
}"""
ASK = """async (queries) => {
  const times = []
  for (const { query, lang } of queries) {
    const began = performance.now()
    await window.engine.search(query, { language: lang, limit: 8 })
    times.push(performance.now() - began)
  }
  return times
}"""
# What a reader waits for: from the first key to the first answer on the screen, through the worker.
SHOWN = """async (query) => {
  const form = document.querySelector('form[data-search="start"]')
  const input = form.querySelector('input')
  const began = performance.now()
  input.focus()
  input.value = query
  input.dispatchEvent(new Event('input', { bubbles: true }))
  while (!form.querySelector('[role="option"]')) await new Promise((resolve) => setTimeout(resolve, 5))
  return performance.now() - began
}"""


def opened(browser: Browser, base: str, slower: int) -> Page:
    """The start page in a fresh profile on a processor so much slower."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, service_workers="block")
    page = context.new_page()
    page.goto(base, wait_until="networkidle")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    return page


def measured(browser: Browser, base: str, root: str, queries: list[dict], slower: int) -> dict[str, float]:
    """Milliseconds: medians of several openings, then every query once."""
    [first] = [query["query"] for query in queries if query["lang"] == LANGUAGES[0]][:1]
    openings, shown = [], []
    for _ in range(OPENINGS):
        page = opened(browser, base, slower)
        shown.append(page.evaluate(SHOWN, first))
        page.context.close()
        page = opened(browser, base, slower)
        openings.append(page.evaluate(OPEN, [root, first]))
        if len(openings) < OPENINGS:
            page.context.close()
    page.evaluate(ASK, queries[:20])  # as a reader's first keystrokes would
    times = page.evaluate(ASK, queries)
    page.context.close()
    cuts = statistics.quantiles(times, n=100)
    return {
        "p50": round(cuts[49], 1),
        "p95": round(cuts[94], 1),
        "first": round(statistics.median(one["first"] for one in openings)),
        "all": round(statistics.median(one["all"] for one in openings)),
        "shown": round(statistics.median(shown)),
    }


def main(arguments: list[str]) -> int:
    """Measure with and without slowing, and end with one line of JSON."""
    queries = json.loads(Path(arguments[0] if arguments else QUERIES).read_text("utf-8"))
    [search] = SITE.glob("assets/**/search")
    with server(SITE) as running, sync_playwright() as playwright:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{running.server_port}/"
        root = base + search.relative_to(SITE).as_posix() + "/"
        found = BROWSER.read_text() if BROWSER.exists() else ""
        browser = playwright.chromium.launch(executable_path=found or None, args=["--no-sandbox", "--disable-background-networking"])
        figures = {name: measured(browser, base, root, queries, slower) for name, slower in SLOWER.items()}
        browser.close()
        running.shutdown()
    print(f"{len(queries)} queries; milliseconds")
    for name, each in figures.items():
        print(f"{name:8} a query p50 {each['p50']}, p95 {each['p95']}; from opening to a first answer {each['first']},"
              f" to all languages {each['all']}; on the screen, through the worker {each['shown']}")
    phone = figures["phone"]
    missed = [f"{name} {phone[name]} of {most}" for name, most in GOALS.items() if phone[name] > most]
    print("goals missed: " + ", ".join(missed) if missed else "both goals are met")
    print(json.dumps({"benchmark": "search_phone", **figures}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
