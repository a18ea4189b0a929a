"""Reading a regulation: by link, by keyboard, on a phone, in another language, on paper."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scripts.wording import wording

PHONE = {"width": 360, "height": 740}
PAGES = ("", "study/", "apply/", "staff/", "about/", "clauses/", "notes/", "ietu/", "ietu/8/", "htii/5/", "calc/", "calc/gpa_transfer/")


def prefix(language: str) -> str:
    """Where a language begins."""
    return "" if language == "kk" else f"{language}/"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_a_fault_and_fits_a_phone(page: Page, site_url, faults, language, path):
    """No script error, no refused resource, no sideways scrolling at 360 px."""
    page.set_viewport_size(PHONE)
    page.goto(f"{site_url}{prefix(language)}{path}", wait_until="networkidle")

    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
    assert faults == []


def test_a_link_to_a_clause_shows_it_and_marks_it(page: Page, site_url):
    """What staff put into a post leads to the clause, and the reader sees which."""
    page.goto(f"{site_url}ietu/8/#ietu-8.2")

    clause = page.locator('[data-clause="ietu-8.2"].clause')
    expect(clause).to_be_in_viewport()
    marked = clause.evaluate("(node) => getComputedStyle(node).backgroundColor")
    other = page.locator('[data-clause="ietu-8.1"].clause').evaluate("(node) => getComputedStyle(node).backgroundColor")
    assert marked != other


def test_copying_a_link_says_so(context: BrowserContext, page: Page, site_url):
    """The button puts the clause's permanent address on the clipboard and confirms."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}ietu/8/")
    page.get_by_role("button", name="8.2-тармақтың сілтемесін көшіру").click()

    expect(page.get_by_role("status").filter(has_text="Сілтеме көшірілді")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == f"{site_url}c/ietu-8.2/"


def test_a_refused_clipboard_leaves_the_link_in_the_address_bar(page: Page, site_url):
    """Some in-app browsers have no clipboard; the reader still gets the link."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{site_url}en/ietu/8/")
    page.get_by_role("button", name="Copy the link to clause 8.3").click()

    expect(page.get_by_role("status").filter(has_text="address bar")).to_be_visible()
    expect(page).to_have_url(re.compile(r"#ietu-8\.3$"))


def test_the_language_switch_keeps_the_page_and_the_clause(page: Page, site_url):
    """A reader of 8.2 in Kazakh reads 8.2 in Russian, then in English."""
    page.goto(f"{site_url}ietu/8/#ietu-8.2")
    page.locator(".languages a[hreflang=ru]").click()
    expect(page).to_have_url(f"{site_url}ru/ietu/8/#ietu-8.2")
    page.locator(".languages a[hreflang=en]").click()
    expect(page).to_have_url(f"{site_url}en/ietu/8/#ietu-8.2")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Defence")


def test_the_language_switch_keeps_the_place_of_a_reader_who_scrolled(page: Page, site_url):
    """Reading on without a link in the address keeps the clause too."""
    page.goto(f"{site_url}htii/5/")
    page.locator('[data-clause="htii-5.5.13"].clause').evaluate("(node) => node.scrollIntoView()")
    page.wait_for_function("() => scrollY > 1000")
    page.locator(".languages a[hreflang=ru]").click()

    expect(page).to_have_url(re.compile(r"/ru/htii/5/#htii-5\.5\.1\d$"))


def test_a_second_language_is_read_beside_the_first(page: Page, site_url):
    """Clause beside clause on a wide window, kept on the next page, gone at a second press."""
    page.goto(f"{site_url}ietu/8/")
    button = page.get_by_role("group", name="Қатар оқу").get_by_role("button", name="Орысша")
    button.click()

    beside = page.locator('[data-clause="ietu-8.2"].clause .beside')
    expect(beside).to_have_attribute("lang", "ru")
    expect(beside).to_contain_text("научного руководителя")
    page.goto(f"{site_url}ietu/7/")
    expect(page.locator('[data-clause="ietu-7.2"].clause .beside')).to_contain_text("14")
    page.get_by_role("group", name="Қатар оқу").get_by_role("button", name="Орысша").click()
    expect(page.locator(".beside")).to_have_count(0)


def test_one_clause_is_peeked_at_in_place(page: Page, site_url):
    """The clause's own language link opens it under the text."""
    page.set_viewport_size(PHONE)
    page.goto(f"{site_url}ietu/8/")
    clause = page.locator('[data-clause="ietu-8.3"].clause')
    clause.get_by_role("link", name="Ағылшынша").click()

    expect(clause.locator(".beside")).to_contain_text("negative conclusion")
    expect(page).to_have_url(f"{site_url}ietu/8/")


def test_the_drawer_opens_and_closes_by_keyboard(page: Page, site_url):
    """On a phone the navigation is behind a real button."""
    page.set_viewport_size(PHONE)
    page.goto(site_url)
    button = page.get_by_role("button", name="Мәзірді ашу")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary a", has_text="Оқимын").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_colours_follow_the_device_and_the_reader(context: BrowserContext, page: Page, site_url):
    """Dark by preference, light by choice, and the choice is kept."""
    page.emulate_media(color_scheme="dark")
    page.goto(site_url)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name=wording("kk")("palette.light")).click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.goto(f"{site_url}ietu/8/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize(("path", "title"), [("nothing/", "Бет табылмады"), ("ru/nothing/", "Страница не найдена"), ("en/nothing/", "Page not found")])
def test_a_missing_page_answers_in_its_language(page: Page, site_url, path, title):
    """With status 404, so that a dead link is known to be dead."""
    response = page.goto(f"{site_url}{path}")

    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_host_with_one_missing_page_still_speaks_the_language_asked_for(page: Page, site_url):
    """Served at any address, /404.html shows the section of that address's language."""
    page.route("**/ru/gone/", lambda route: route.fulfill(response=route.fetch(url=f"{site_url}404.html")))
    page.goto(f"{site_url}ru/gone/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Страница не найдена")


def test_clauses_are_read_without_javascript(browser, site_url, browser_context_args):
    """The text, its links and the list of all clauses need no script."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}clauses/")
    page.locator('a[href$="#ietu-8.2"]').click()
    expect(page.locator('[data-clause="ietu-8.2"].clause')).to_contain_text("ғылыми жетекшінің пікірі оң")
    context.close()


def test_a_chapter_prints_its_text_without_the_tools(page: Page, site_url):
    """On paper there are no buttons."""
    page.goto(f"{site_url}ietu/8/")
    page.emulate_media(media="print")

    expect(page.locator('[data-clause="ietu-8.2"].clause .clause-heading')).to_be_visible()
    expect(page.locator(".clause-copy").first).to_be_hidden()
    expect(page.locator(".languages")).to_be_hidden()
