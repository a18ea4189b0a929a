"""When something fails: the page stays readable, says what happened, keeps what was typed and offers a way on."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from scripts.wording import wording
from tests.browser.asking import Calculator, damaged, send_damaged
from tests.browser.conftest import PATIENCE

WASM = "**/runtime/**/pyodide.asm.wasm"
WORKER = "**/calculators/worker.mjs"
SILENCE, SLOW = 15_000, 10_000  # milliseconds after which the page speaks up
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json"}
RAN = "\n;self.postMessage({ ran: true })"
# Every message of every worker, for the tests to read.
HEAR = """
window.heard = []
window.Worker = class extends Worker {
  constructor (...given) {
    super(...given)
    this.addEventListener('message', ({ data }) => window.heard.push(data))
  }
}"""
SHELF = "ereje snapshot /assets/runtime/"
# What lies on the snapshots' shelf, once that holds a whole image: addresses and sizes.
KEPT = """async ([shelf, least]) => {
  for (let asked = 0; asked < 300; asked += 1) {
    const kept = await caches.open(shelf)
    const images = await Promise.all((await kept.keys()).map(async ({ url }) => [url, (await (await kept.match(url)).blob()).size]))
    if (images.some(([, size]) => size > least)) return images
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no image was kept')
}"""
# Put another content where the image lies; `spoil` makes it of the image's bytes.
SPOIL = """async (shelf) => {
  const kept = await caches.open(shelf)
  const [{ url }] = await kept.keys()
  const image = new Uint8Array(await (await kept.match(url)).arrayBuffer())
  const spoil = %s
  await kept.put(url, new Response(spoil(image)))
}"""
# Whether the image that lies there now is the spoilt one: all have the same last bytes.
SPOILT = """async (shelf) => {
  const kept = await caches.open(shelf)
  for (const { url } of await kept.keys()) {
    const image = new Uint8Array(await (await kept.match(url)).arrayBuffer())
    if (image.length && image.subarray(-1000).every((byte) => byte === 0xAA)) return true
  }
  return false
}"""
SPOILS = {
    "cut short": "(image) => image.slice(0, 5000).fill(0xAA, 3000)",
    "another file": "(image) => image.fill(0xAA)",
    "garbled behind its header": "(image) => image.fill(0xAA, 0x10000)",
}
# The runtime tells, beside each answer, which day our package takes for today.
TODAY = """
let make, module
Object.defineProperty(self, '_createPyodideModule', {
  get: () => make && (async (settings) => (module = await make(settings))),
  set: (given) => { make = given }
})
const post = self.postMessage.bind(self)
self.postMessage = (message) => {
  const told = 'answer' in message && module.API.public_api.pyimport('calculators.rulebook').today().isoformat()
  post(told ? { ...message, today: told } : message)
}"""
# Python started from an image is asked, and what it does then is up to the test; started anew it answers.
STUCK = """
let tried, ready, owed
const post = self.postMessage.bind(self)
const fail = () => { if (ready && owed) { %s } }
self.postMessage = (message) => {
  post(message)
  ready ||= message.stage === 'ready'
  if (tried) fail()
}
self.addEventListener('message', (event) => {
  if (event.data.runtime) tried = !event.data.anew
  else if (tried) {
    event.stopImmediatePropagation()
    owed = event.data.id
    fail()
  }
})"""
GARBLES = "post({ id: owed, fault: 'garbled' })"
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });"
SLOW_LINE = "Object.defineProperty(navigator, 'connection', { value: { saveData: false, effectiveType: '2g' } });"
STORES = "['caches', 'localStorage', 'sessionStorage', 'indexedDB']"
DENIED = f"for (const store of {STORES}) Object.defineProperty(self, store, {{ get () {{ throw new DOMException('denied', 'SecurityError') }} }});"
MISSING = f"for (const store of {STORES}) Object.defineProperty(self, store, {{ value: undefined }});"


@pytest.fixture
def heard(page: Page) -> Callable[[], list[dict]]:
    """What workers have said to the page since it was opened."""
    page.add_init_script(HEAR)
    return lambda: page.evaluate("() => window.heard")


@pytest.fixture
def promotion(ask) -> Callable[..., Calculator]:
    """The promotion GPA, filled in: 2,00 is enough for a master's student of the institute."""

    def opened(language: str = "kk") -> Calculator:
        calculator = ask("gpa_transfer", language)
        calculator.promotion("2,00")
        return calculator

    return opened


def require_typed(calculator: Calculator) -> None:
    """Everything is as it was typed."""
    page = calculator.page
    expect(page.locator("#institution")).to_have_value("htii")
    expect(page.locator("[name=level]")).to_have_value("master")
    expect(page.locator("[name=year_completed]")).to_have_value("1")
    expect(page.locator("[name=gpa]")).to_have_value("2,00")


def require_told(calculator: Calculator, *causes: str) -> None:
    """One of these sentences, no verdict, the clauses with their figures, and nothing lost."""
    page = calculator.page
    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-state", "unavailable", timeout=PATIENCE)
    sentences = [re.escape(calculator.words(f"unavailable.{cause}")) for cause in causes]
    expect(page.locator("[data-progress]")).to_have_text(re.compile(f"^({'|'.join(sentences)})$"))
    expect(page.locator("[data-verdict]")).to_be_hidden()
    expect(page.locator("[data-download]")).to_be_hidden()
    expect(page.locator(".criteria .clause-quote").first).to_be_visible()
    expect(page.locator(".criteria").first).to_contain_text("1.67" if calculator.words.language == "en" else "1,67")
    require_typed(calculator)


def require_verdict(calculator: Calculator) -> None:
    """A press brings the answer, and nothing speaks of a failure any more."""
    calculator.submit()
    calculator.expect_status("met")
    expect(calculator.page.locator("[data-progress]")).to_be_empty()
    expect(calculator.page.locator("[data-broken]")).to_be_hidden()
    require_typed(calculator)


def preface(page: Page, before: str) -> None:
    """Let the worker's script be preceded by another."""
    page.route(WORKER, lambda route: route.fulfill(body=f"{before}\n{route.fetch().text()}", content_type="text/javascript"))


def requests(page: Page, part: str) -> list[str]:
    """Addresses with this part that page and workers ask for from now on."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if part in request.url else None)
    return found


class Held:
    """A file that the network does not give before it is told to."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.page, self.pattern, self.routes = page, pattern, []
        page.route(pattern, lambda route: self.routes.append(route))

    def release(self) -> None:
        """Give it, now and from now on."""
        for route in self.routes:
            route.continue_()
        self.page.unroute(self.pattern)


# The bundle's files

FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip", "*.whl")
FAILURES = {
    "absent": None,
    "not found": lambda content: b"",
    "damaged": damaged,
    "cut": lambda content: content[: len(content) // 2],
    "too long": lambda content: content + RAN.encode(),
}


def failing(site: Path, kind: str) -> Callable[[Route], None]:
    """What the network does with a file of the site."""

    def handle(route: Route) -> None:
        if kind == "absent":
            route.abort()
            return
        path = site / route.request.url.split("/", 3)[3]
        body = FAILURES[kind](path.read_bytes())
        route.fulfill(status=404 if kind == "not found" else 200, body=body, content_type=TYPES.get(path.suffix, "application/zip"))

    return handle


@pytest.mark.parametrize(
    ("name", "kind", "language"),
    [
        *((name, "absent", "kk") for name in FILES),
        *(("pyodide.mjs", kind, "ru") for kind in ("not found", "damaged", "cut", "too long")),
        ("pyodide.asm.js", "too long", "en"),
        ("*.whl", "damaged", "en"),
    ],
)
def test_a_file_that_does_not_come_whole_is_told_and_never_runs(promotion, page: Page, built_site, heard, name, kind, language):
    """Then the network heals, and the next press brings the verdict."""
    page.route(f"**/runtime/**/{name}", failing(built_site, kind))
    calculator = promotion(language)
    calculator.submit()
    require_told(calculator, "download" if kind in ("absent", "not found") else "package")
    assert not any(message.get("ran") or message.get("stage") == "ready" for message in heard())

    page.unroute(f"**/runtime/**/{name}")
    require_verdict(calculator)


@pytest.mark.parametrize("name", ["pyodide.mjs", "pyodide.asm.wasm", "python_stdlib.zip"])
def test_a_damaged_file_that_the_browser_keeps_is_fetched_anew(promotion, page: Page, monkeypatch, name):
    """Such files are kept for a year; the reader is not left with a damaged one for as long."""
    sent = send_damaged(monkeypatch, name, times=1)
    require_verdict(promotion())

    assert len(sent) == 1


def test_the_page_s_own_words_may_be_late(ask, page: Page, site_url):
    """Without them the page cannot speak, but one sentence stands ready; a press tries again and answers."""
    page.route("**/i18n/kk.json", lambda route: route.abort())
    page.goto(f"{site_url}calc/grade_scale/")
    expect(page.locator("[data-broken]")).to_be_visible()
    page.locator("[name=score]").fill("87")
    page.unroute("**/i18n/kk.json")
    page.locator("[data-calculator-page] button[type=submit]").click()

    expect(page.locator("[data-verdict]")).to_contain_text("B+", timeout=PATIENCE)
    expect(page.locator("[data-broken]")).to_be_hidden()


def test_a_press_before_the_page_is_ready_is_not_lost(page: Page, site_url):
    """On a slow line the form is there before its script can answer."""
    words = Held(page, "**/i18n/en.json")
    with page.expect_request(words.pattern):
        page.goto(f"{site_url}en/calc/grade_scale/", wait_until="commit")
    page.locator("[name=score]").fill("87")
    page.locator("[data-calculator-page] button[type=submit]").click()
    words.release()

    expect(page.locator("[data-verdict]")).to_contain_text("B+", timeout=PATIENCE)


def test_without_javascript_the_criteria_are_readable(browser, site_url, browser_context_args):
    """The clauses and their figures are in the page as it is served."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}calc/gpa_transfer/")

    expect(page.get_by_text(wording("kk")("calculator.noscript"))).to_be_visible()
    expect(page.locator(".criteria").first).to_contain_text("1,67")
    context.close()


# The engine and the worker


@pytest.mark.parametrize("how", ["missing", "forbidden"])
def test_without_webassembly_the_page_says_so(promotion, page: Page, how):
    """Some browsers and policies forbid it; the runtime itself would hang."""
    if how == "missing":
        preface(page, "delete globalThis.WebAssembly")
    else:
        page.route(WORKER, lambda route: route.fulfill(response=route.fetch(), headers={"Content-Type": "text/javascript", "Content-Security-Policy": "script-src 'self'"}))
    calculator = promotion("ru")
    calculator.submit()

    require_told(calculator, "unsupported")


def test_a_worker_whose_script_does_not_come_is_told(promotion, page: Page):
    """The network again, not the calculator."""
    page.route(WORKER, lambda route: route.fulfill(status=404))
    calculator = promotion()
    calculator.submit()
    require_told(calculator, "download")

    page.unroute(WORKER)
    require_verdict(calculator)


def require_silence_told_and_mended(calculator: Calculator) -> None:
    """A question that nobody answers is told; with the worker as it was built the next one gets its verdict."""
    page = calculator.page
    calculator.submit()
    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-state", "asking")
    page.clock.fast_forward(SILENCE)
    require_told(calculator, "silence")

    page.unroute(WORKER)
    require_verdict(calculator)


def test_a_worker_that_dies_while_it_starts_is_told(promotion, page: Page):
    """Phones end what takes too much memory, and tell nobody."""
    page.clock.install()
    preface(page, "self.addEventListener('message', () => self.close())")
    calculator = promotion("en")
    require_silence_told_and_mended(calculator)


def test_a_worker_that_dies_once_it_was_ready_is_told(promotion, page: Page):
    """The second question gets no answer; the next starts anew."""
    page.clock.install()
    preface(page, """self.addEventListener('message', (event) => {
      if (event.data.id !== 2) return
      event.stopImmediatePropagation()
      self.close()
    })""")
    calculator = promotion()
    require_verdict(calculator)
    require_silence_told_and_mended(calculator)


# The snapshot


def visit_once(calculator: Calculator) -> list[list]:
    """A first verdict, and the image that is kept after it."""
    require_verdict(calculator)
    return calculator.page.evaluate(KEPT, [SHELF, 1_000_000])


def answers(heard: Callable[[], list[dict]]) -> list[str]:
    """What the calculators have answered."""
    return [message["answer"] for message in heard() if "answer" in message]


def restored(heard: Callable[[], list[dict]]) -> list[bool]:
    """For every start of Python, whether it was from an image."""
    return [message["restored"] for message in heard() if message.get("stage") == "start"]


def test_a_second_visit_starts_from_the_image_and_answers_the_same(promotion, page: Page, heard):
    """To the byte."""
    visit_once(promotion())
    first = answers(heard)
    assert restored(heard) == [False]
    require_verdict(promotion())

    assert restored(heard) == [True]
    assert answers(heard) == first


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_day_is_the_reader_s_also_from_the_image(browser, browser_context_args, site_url, zone):
    """The image was taken on another day, in another place."""
    context = browser.new_context(**browser_context_args, timezone_id=zone)
    page = context.new_page()
    page.add_init_script(HEAR)
    preface(page, TODAY)
    for expected in (False, True):
        calculator = Calculator(page, site_url, "kk", "gpa_transfer")
        calculator.promotion("2,00")
        visit_once(calculator)
        said = page.evaluate("() => window.heard")
        here = page.evaluate("() => new Date().toLocaleDateString('sv')")
        assert [message["restored"] for message in said if message.get("stage") == "start"] == [expected]
        assert [message["today"] for message in said if "today" in message] == [here]
    context.close()


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_spoilt_image_is_passed_over_and_goes(promotion, page: Page, spoil):
    """It may be refused, trap or hang: the page starts anew by itself."""
    visit_once(promotion())
    page.evaluate(SPOIL % SPOILS[spoil], SHELF)
    assert page.evaluate(SPOILT, SHELF)
    require_verdict(promotion())

    assert not page.evaluate(SPOILT, SHELF)
    require_verdict(promotion())


@pytest.mark.parametrize("how", [GARBLES, ""], ids=["garbles", "hangs"])
def test_an_image_that_starts_and_cannot_answer_is_passed_over(promotion, page: Page, heard, how):
    """Memory may be wrong where the start does not look; on the visit after it is not tried again."""
    visit_once(promotion())
    page.clock.install()
    preface(page, STUCK % how)
    calculator = promotion()
    calculator.submit()
    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-stage", "ready", timeout=PATIENCE)
    if not how:
        page.clock.fast_forward(SILENCE)
    calculator.expect_status("met")
    assert restored(heard) == [True, False]

    page.unroute(WORKER)
    require_verdict(promotion())
    assert restored(heard) == [False]


def test_an_image_that_cannot_be_removed_is_passed_over(promotion, page: Page, heard):
    """Once, not for ever."""
    visit_once(promotion())
    preface(page, f"Cache.prototype.put = Cache.prototype.delete = async () => {{ throw new DOMException('full', 'QuotaExceededError') }}\n{STUCK % GARBLES}")
    require_verdict(promotion())

    assert restored(heard) == [True, False]


def test_without_its_switch_no_image_is_fetched(promotion, page: Page, heard):
    """The way to turn it off for everybody: one line of the configuration."""
    page.route("**/calc/gpa_transfer/", lambda route: route.fulfill(
        body=re.sub(r" data-snapshot='[^']*'", "", route.fetch().text()), content_type="text/html"))
    asked = requests(page, "memory.snapshot")
    for _ in range(2):
        calculator = promotion()
        expect(page.locator("[data-snapshot]")).to_have_count(0)
        require_verdict(calculator)
        require_verdict(calculator)

    assert restored(heard) == [False]
    assert asked == []


def test_the_image_of_an_earlier_build_goes(promotion, page: Page):
    """It weighs twenty megabytes and fits nothing any more."""
    calculator = promotion()
    page.evaluate("async (shelf) => (await caches.open(shelf)).put('/assets/runtime/former/memory.snapshot', new Response('x'.repeat(5000)))", SHELF)
    [[address, _]] = visit_once(calculator)

    assert "former" not in address


# Data and network


def test_who_saves_data_downloads_nothing_before_the_button(promotion, page: Page):
    """How much it will be is told; afterwards nothing is fetched ahead for later."""
    page.add_init_script(SAVES_DATA)
    preface(page, SAVES_DATA)
    asked = requests(page, "/runtime/")
    calculator = promotion("en")
    calculator.page.locator("[data-calculator-page] button[type=submit]").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    notice = page.locator("[data-saving]")
    expect(notice).to_have_text(re.compile(r"saving data.*\d+\.\d MB"))
    expect(notice).to_be_visible()
    assert asked == []

    require_verdict(calculator)
    require_verdict(calculator)
    assert asked
    assert not any("snapshot" in address for address in asked)


def test_on_a_slow_line_nothing_is_loaded_before_a_touch(ask, page: Page):
    """Seeing the form is not yet asking."""
    page.add_init_script(SLOW_LINE)
    asked = requests(page, "/runtime/")
    calculator = ask("gpa_transfer", "kk")
    page.locator("[name=gpa]").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert asked == []

    with page.expect_request(WASM):
        page.locator("[name=gpa]").focus()
    calculator.promotion("2,00")
    require_verdict(calculator)


def test_loading_begins_when_the_form_comes_into_view(ask, page: Page):
    """Not while the clauses above are read."""
    page.set_viewport_size({"width": 360, "height": 480})
    asked = requests(page, "/runtime/")
    ask("gpa_transfer", "kk")
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-calculator-page] form")).not_to_be_in_viewport()
    assert asked == []

    with page.expect_request(WASM):
        page.locator("[name=gpa]").scroll_into_view_if_needed()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_loading_can_be_stopped_and_begun_again(promotion, page: Page, language):
    """How far it is stands beside the button that stops it."""
    held = Held(page, WASM)
    calculator = promotion(language)
    calculator.submit()
    loading = page.locator("[data-download]")
    bar = loading.get_by_role("progressbar", name=calculator.words("progress.download"))
    expect(bar).to_be_visible()
    said = re.escape(calculator.words("progress.bytes")).replace(r"\{bytes\}", r"\d+[.,]\d").replace(r"\{total\}", r"\d+[.,]\d")
    expect(loading.locator("[data-bytes]")).to_have_text(re.compile(f"^{said}$"))
    assert 0 < bar.evaluate("(bar) => bar.value") < 1
    loading.get_by_role("button", name=calculator.words("progress.cancel")).click()
    require_told(calculator, "stopped")
    expect(page.get_by_role("button", name=calculator.words("calculator.submit"))).to_be_focused()

    held.release()
    require_verdict(calculator)


def test_what_was_stopped_stays_so_until_the_button_is_pressed(page: Page, site_url):
    """A link asks by itself; a touch of the form afterwards loads nothing behind the reader's back."""
    held = Held(page, WASM)
    words = wording("en")
    page.goto(f"{site_url}en/calc/gpa_transfer/#institution=htii&level=master&year_completed=1&gpa=2")
    page.get_by_role("button", name=words("progress.cancel")).click()
    expect(page.locator("[data-progress]")).to_have_text(words("unavailable.stopped"))
    page.locator("[name=gpa]").click()
    assert page.evaluate("() => performance.getEntriesByName('ereje.worker').length") == 1

    held.release()
    page.get_by_role("button", name=words("calculator.submit")).click()
    expect(page.locator("[data-verdict]")).to_have_attribute("data-status", "met", timeout=PATIENCE)


def test_a_slow_download_is_told_and_goes_on(promotion, page: Page):
    """Also on a second attempt."""
    page.clock.install()
    held = Held(page, WASM)
    calculator = promotion("ru")
    slow = page.get_by_text(calculator.words("progress.slow"))
    for attempt in (1, 2):
        calculator.submit()
        expect(page.locator("[data-download]")).to_be_visible()
        expect(slow).to_be_hidden()
        page.clock.fast_forward(SLOW)
        expect(slow).to_be_visible()
        if attempt == 1:
            page.get_by_role("button", name=calculator.words("progress.cancel")).click()
            require_told(calculator, "stopped")
    held.release()
    calculator.expect_status("met")

    expect(slow).to_be_hidden()


# Stores


@pytest.mark.parametrize("stores", [DENIED, MISSING], ids=["denied", "missing"])
def test_without_any_store_there_is_a_verdict(promotion, page: Page, faults, stores):
    """Private windows and strict settings: nothing is kept, nothing complains."""
    page.add_init_script(stores)
    preface(page, stores)
    calculator = promotion()
    require_verdict(calculator)
    require_verdict(calculator)

    assert faults == []


def test_a_full_store_changes_nothing(context: BrowserContext, promotion, page: Page, site_url, faults):
    """No room for an image, nor for what was typed."""
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": site_url, "quotaSize": 1_000})
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    calculator = promotion()
    require_verdict(calculator)
    require_verdict(calculator)
    require_verdict(promotion())

    assert faults == []


# Coming and going


def test_back_from_a_clause_the_answers_are_there(promotion, page: Page):
    """And another verdict can be had."""
    calculator = promotion()
    require_verdict(calculator)
    calculator.verdict.get_by_role("link", name=re.compile(r"5\.5\.13")).first.click()
    expect(page).to_have_url(re.compile(r"/htii/5/#"))
    page.go_back()
    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-ready", "")
    require_typed(calculator)

    require_verdict(calculator)


def test_two_tabs_answer_at_once(context: BrowserContext, promotion, page: Page, site_url):
    """Both load, both keep an image, neither waits for the other."""
    first = promotion()
    second = Calculator(context.new_page(), site_url, "ru", "gpa_transfer")
    second.promotion("2,00")
    for calculator in (first, second):
        calculator.submit()
    for calculator in (first, second):
        calculator.expect_status("met")
        calculator.page.evaluate(KEPT, [SHELF, 1_000_000])


def test_leaving_while_it_loads_does_no_harm(promotion, page: Page, site_url, faults):
    """What was typed is there on the way back."""
    held = Held(page, WASM)
    calculator = promotion()
    calculator.submit()
    expect(page.locator("[data-download]")).to_be_visible()
    page.goto(f"{site_url}ietu/8/")
    held.release()
    page.go_back()
    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-ready", "")

    require_verdict(calculator)
    assert faults == []
