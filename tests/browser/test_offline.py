"""Reading goes on in a tunnel, and a new edition comes whole or not at all."""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.finish.offline import write_worker
from scripts.serve import Server, server
from tests.browser.asking import Calculator, send_damaged
from tests.browser.conftest import PATIENCE
from tests.browser.test_table import STUDENTS, Desk, workbook

OLD, NEW = "ғылыми жетекшінің", "жаңа басылымдағы жетекшінің"
# How many pages are kept, and those whose content is not what their revision says.
MISLABELLED = """async () => {
  let kept = 0
  const wrong = []
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const { url } of await cache.keys()) {
      const revision = new URL(url).searchParams.get('__WB_REVISION__')
      if (!revision) continue
      kept += 1
      const digest = await crypto.subtle.digest('SHA-256', await (await cache.match(url)).arrayBuffer())
      const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      if (!hex.startsWith(revision)) wrong.push(url)
    }
  }
  return [kept, wrong]
}"""


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict) -> dict:
    """Here with the service worker."""
    return browser_context_args | {"service_workers": "allow"}


@dataclass
class Host:
    """A host whose published folder can be exchanged, and which can go away."""

    folder: Path
    url: str = ""
    running: Server | None = field(default=None, repr=False)

    def start(self) -> "Host":
        """Serve the folder on a free port."""
        self.running = server(self.folder)
        threading.Thread(target=self.running.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.running.server_port}/"
        return self

    def stop(self) -> None:
        """Answer nobody any more."""
        if self.running:
            self.running.shutdown()
            self.running.server_close()
            self.running = None

    def deploy(self, site: Path) -> None:
        """Publish another build at the same address, as an atomic host does."""
        fresh = self.folder.with_name("fresh")
        fresh.symlink_to(site, target_is_directory=True)
        os.replace(fresh, self.folder)


@pytest.fixture
def host(built_site, tmp_path) -> Iterator[Host]:
    """The built site at an address of its own, so that nothing is kept from another test."""
    folder = tmp_path / "published"
    folder.symlink_to(built_site, target_is_directory=True)
    one = Host(folder).start()
    yield one
    one.stop()


@pytest.fixture(scope="module")
def next_build(built_site, tmp_path_factory) -> Path:
    """The same site after one clause was reworded, through the same last steps of the build."""
    site = tmp_path_factory.mktemp("next") / "site"
    shutil.copytree(built_site, site, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    page = site / "ietu" / "8" / "index.html"
    text = page.read_text("utf-8")
    assert OLD in text
    page.write_text(text.replace(OLD, NEW), "utf-8")
    write_worker(site, site.with_name("work"))
    return site


@pytest.fixture
def site_url(host: Host) -> str:
    """Here the site is at the host's address."""
    return host.url


def read(page: Page, host: Host, path: str, until: str = "ietu/8/") -> None:
    """Open a page and wait until another page is on the device."""
    page.goto(host.url + path)
    page.wait_for_function("() => navigator.serviceWorker.controller", timeout=60_000)
    wait_until(page, f"() => caches.match('/{until}', {{ ignoreSearch: true }})")


def wait_until(page: Page, answer: str) -> None:
    """Ask the page until its asynchronous answer is truthy."""
    page.evaluate(f"""async () => {{
      for (let asked = 0; asked < 600; asked += 1) {{
        if (await ({answer})()) return
        await new Promise((resolve) => setTimeout(resolve, 100))
      }}
      throw new Error('not within a minute: ' + {answer!r})
    }}""")


def test_a_clause_never_opened_is_read_without_a_network(page: Page, host):
    """After one visit to the start page the host goes away; the regulation stays."""
    read(page, host, "")
    host.stop()
    page.goto(f"{host.url}ietu/8/?from=messenger#ietu-8.2")

    expect(page.locator('[data-clause="ietu-8.2"].clause')).to_contain_text(OLD)
    expect(page.locator("body")).to_have_css("font-family", re.compile("Noto Sans"))


def test_what_is_not_on_the_device_is_said_in_the_reader_s_language(page: Page, host):
    """A Russian page that was never read: a clear sentence and a way on."""
    read(page, host, "")
    host.stop()
    page.goto(f"{host.url}ru/ietu/8/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Нет сети")
    page.goto(f"{host.url}nothing/at/all/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Желі жоқ")
    page.locator("article").get_by_role("link", name="Барлық тармақтар").click()
    expect(page).to_have_url(f"{host.url}clauses/")


def test_each_language_read_is_kept_and_no_other(page: Page, host):
    """A reader of Russian does not download the English pages."""
    read(page, host, "ru/", until="ru/htii/5/")

    assert not page.evaluate("() => caches.match('/en/htii/5/', { ignoreSearch: true })")
    host.stop()
    page.goto(f"{host.url}ru/htii/5/")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def test_a_verdict_is_given_without_a_network_once_one_was_given_with_it(page: Page, host):
    """Python is on the device after its first use."""
    read(page, host, "calc/gpa_transfer/#institution=htii&level=master&year_completed=1&gpa=2%2C00", until="calc/gpa_transfer/")
    page.locator("[data-calculator-page] button[type=submit]").click()
    page.wait_for_function("() => performance.getEntriesByName('ereje.verdict').length", timeout=60_000)
    wait_until(page, """async () => {
      const kept = await (await caches.open('ereje runtime /')).keys()
      return ['.mjs', '.wasm', '.zip', '.whl'].every((ending) => kept.some(({ url }) => url.endsWith(ending)))
    }""")
    host.stop()
    page.reload()
    page.locator("[data-calculator-page] button[type=submit]").click()
    page.wait_for_function("() => performance.getEntriesByName('ereje.verdict').length", timeout=60_000)

    expect(page.locator("[data-verdict]")).to_be_visible()


def test_a_table_is_judged_without_a_network_once_one_was_judged_with_it(page: Page, host):
    """Also a workbook, although the first one was text."""
    read(page, host, "", until="calc/table/")
    desk = Desk(page, host.url)
    students = STUDENTS.replace("=", "")  # in a workbook it would be a formula
    desk.paste(students)
    desk.judge()
    judged = desk.result()
    wait_until(page, """async () => {
      const kept = await (await caches.open('ereje runtime /')).keys()
      return ['.wasm', '.whl', 'tables', 'spreadsheets'].every((part) => kept.some(({ url }) => url.includes(part)))
    }""")
    host.stop()
    desk = Desk(page, host.url)
    desk.give("students.xlsx", workbook([line.split(";") for line in students.splitlines()]))
    desk.judge()

    assert desk.result() == judged


def test_a_calculator_s_file_that_came_damaged_is_not_kept(page: Page, host, monkeypatch):
    """The press after the network has healed gives a verdict."""
    read(page, host, "", until="calc/grade_scale/")
    sent = send_damaged(monkeypatch, "pyodide.asm.wasm")
    calculator = Calculator(page, host.url, "kk", "grade_scale")
    calculator.type("score", "87")
    calculator.submit()
    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-state", "unavailable", timeout=PATIENCE)
    assert sent
    monkeypatch.undo()
    calculator.submit()

    calculator.expect_status("ok")


def test_a_new_edition_is_offered_and_shown_when_the_reader_says_so(page: Page, host, next_build):
    """Until then the old one stays as it was, whole."""
    read(page, host, "ietu/8/")
    host.deploy(next_build)
    page.reload()
    clause = page.locator('[data-clause="ietu-8.2"].clause')

    offer = page.get_by_role("status").filter(has_text="жаңа басылымы")
    expect(offer).to_be_visible(timeout=60_000)
    expect(clause).to_contain_text(OLD)
    offer.get_by_role("button", name="Жаңасын ашу").click()
    expect(clause).to_contain_text(NEW)
    host.stop()
    page.reload()
    expect(clause).to_contain_text(NEW)
    expect(page.locator(".edition")).to_have_count(0)


def test_later_leaves_the_reader_in_peace(page: Page, host, next_build):
    """The offer goes at a press and nothing is reloaded."""
    read(page, host, "ietu/8/")
    host.deploy(next_build)
    page.reload()
    page.get_by_role("button", name="Кейін").click(timeout=60_000)

    expect(page.locator(".edition")).to_have_count(0)
    expect(page.locator('[data-clause="ietu-8.2"].clause')).to_contain_text(OLD)


def test_files_of_another_edition_are_never_put_on_the_shelf(page: Page, host, next_build):
    """A deployment between two downloads: the changed page is refused by its checksum."""
    read(page, host, "ru/", until="ru/htii/5/")
    host.deploy(next_build)
    # The worker of the old edition is asked for pages that the host no longer has in that form.
    page.evaluate("async () => (await navigator.serviceWorker.ready).active.postMessage({ type: 'read', language: 'kk' })")
    wait_until(page, "async () => (await navigator.serviceWorker.getRegistration()).waiting")
    kept, wrong = page.evaluate(MISLABELLED)

    assert kept > 50
    assert wrong == []
    page.goto(f"{host.url}ietu/8/")
    expect(page.locator('[data-clause="ietu-8.2"].clause')).to_contain_text(NEW)


def test_everything_works_without_a_service_worker(page: Page, site_url, faults):
    """Some in-app browsers have none; nothing is missed and nothing complains."""
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(f"{site_url}ietu/8/", wait_until="networkidle")

    expect(page.locator('[data-clause="ietu-8.2"].clause')).to_contain_text(OLD)
    assert faults == []


def test_a_reader_who_saves_data_downloads_nothing_ahead(page: Page, host):
    """Data saver is a wish; the worker is not even started."""
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto(host.url, wait_until="networkidle")

    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


@pytest.mark.parametrize(("language", "name"), [("kk", "Ереже"), ("ru", "Ереже"), ("en", "Ereje")])
def test_the_site_can_be_put_on_a_phone_s_first_screen(page: Page, site_url, language, name):
    """The manifest names the app in the reader's language; its start and icons are there."""
    page.goto(f"{site_url}{'' if language == 'kk' else f'{language}/'}ietu/8/")
    address = page.evaluate("() => document.querySelector('link[rel=manifest]').href")
    manifest = page.request.get(address).json()

    assert manifest["lang"] == language
    assert manifest["name"].startswith(name)
    for icon in manifest["icons"]:
        assert page.request.get(page.evaluate("([to, from]) => new URL(to, from).href", [icon["src"], address])).ok
    start = page.evaluate("([to, from]) => new URL(to, from).href", [manifest["start_url"], address])
    page.goto(start)
    expect(page.locator("html")).to_have_attribute("lang", language)
