"""Nobody is shut out: axe-core finds nothing, and a keyboard, a zoom or other colours suffice."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.build import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1400, "height": 900}
LANGUAGES = {"kk": "", "ru": "ru/", "en": "en/"}
# A page for each template; a new template needs a line here.
PAGES = {
    "home.html": "", "main.html": "study/", "regulation.html": "ietu/", "chapter.html": "ietu/8/", "clauses.html": "clauses/",
    "notes.html": "notes/", "calculators.html": "calc/", "calculator.html": "calc/gpa_transfer/", "404.html": "404.html",
    "503.html": "503.html", "licences.html": "licences/", "table.html": "calc/table/", "search.html": "search/", "announce.html": "announce/", "changes.html": "changes/", "open-data.html": "open-data/",
    "glossary.html": "glossary/", "compare.html": "compare/", "acts.html": "acts/", "topics.html": "topics/",
}  # fmt: skip
MORE = ("about/", "apply/", "editors/", "ietu/annex/", "htii/gl/", "htii/5/", "calc/gpa/", "c/ietu-8.2/", "c/ietu-8.2/embed/")
PAINTED = "() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
# Everything axe knows, the targets' size of WCAG 2.2 AA among it, which it leaves out by itself.
RUN = """async () => {
  const found = await axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')} (${nodes.length})`)
}"""


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE.read_text("utf-8"))
    return page.evaluate(RUN)


@pytest.fixture(params=["light", "dark"])
def scheme(request) -> str:
    """Both colour schemes."""
    return request.param


@pytest.fixture
def reader(browser: Browser, browser_context_args, scheme, site_url) -> Iterator[Page]:
    """A reader who prefers light or dark and dislikes motion."""
    context = browser.new_context(**browser_context_args | {"color_scheme": scheme, "reduced_motion": "reduce"})
    yield context.new_page()
    context.close()


def violations_in_both_sizes(page: Page) -> list[str]:
    """What axe-core finds on a phone and on a desktop."""
    found = []
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        page.evaluate(PAINTED)  # the page hears of its new size with the next frame
        found += [f"{size['width']}px {each}" for each in violations(page)]
    return found


def test_every_template_is_among_the_pages_that_are_checked():
    """A template without a line above would go unchecked."""
    templates = {path.name for path in (ROOT / "docs" / "overrides").glob("*.html")}

    assert templates - set(PAGES) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page(reader: Page, site_url, language):
    """Every type of page in this language, scheme and size, as it opens."""
    found = {}
    # A permalink hops to its clause; without the hop its own page is checked.
    reader.route("**/c/*/", lambda route: route.fulfill(response=(answer := route.fetch()), body=re.sub(r"<meta http-equiv=.refresh.[^>]*>", "", answer.text())))
    for path in (*PAGES.values(), *MORE):
        reader.goto(f"{site_url}{LANGUAGES[language]}{path}")
        if problems := violations_in_both_sizes(reader):
            found[path] = problems
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_when_everything_is_open(reader: Page, site_url, language):
    """The menu, every fold of a chapter, a second language beside the first."""
    reader.goto(f"{site_url}{LANGUAGES[language]}htii/5/#htii-5.5.13", wait_until="networkidle")
    reader.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true }")
    reader.locator("[data-beside] button").first.click()
    expect(reader.locator(".beside").first).to_be_attached()
    assert violations_in_both_sizes(reader) == []

    menu = reader.locator("[data-drawer]")
    menu.click()
    expect(menu).to_have_attribute("aria-expanded", "true")
    assert violations(reader) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_verdict_nor_on_a_refused_form(reader: Page, site_url, language):
    """What Python answers is as accessible as what was written."""
    reader.goto(f"{site_url}{LANGUAGES[language]}calc/gpa_transfer/#institution=htii&level=master&year_completed=1&gpa=2%2C00")
    submit = reader.locator("[data-calculator-page] button[type=submit]")
    submit.click()
    expect(reader.locator("[data-verdict]")).to_be_visible(timeout=60_000)
    assert violations_in_both_sizes(reader) == []

    reader.locator("#f-gpa").fill("x")
    submit.click()
    expect(reader.locator("#f-gpa")).to_have_attribute("aria-invalid", "true")
    assert violations_in_both_sizes(reader) == []


@pytest.mark.parametrize("path", ["", "ietu/8/", "calc/gpa_transfer/", "clauses/"])
def test_a_zoom_of_400_percent_needs_no_sideways_scrolling(page: Page, site_url, path):
    """WCAG 1.4.10: at 1280 px and 400 % a page is 320 px wide."""
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{site_url}{path}", wait_until="networkidle")

    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_text_spacing_cuts_nothing_off(page: Page, site_url):
    """WCAG 1.4.12: wider lines, letters and words, and every clause is still whole."""
    page.set_viewport_size(PHONE)
    page.goto(f"{site_url}ietu/8/", wait_until="networkidle")
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }')
      document.adoptedStyleSheets = [sheet]
    }""")
    cut = page.evaluate("""() => [...document.querySelectorAll('.clause, .clause p, .clause-foot, button')]
      .filter((node) => node.offsetParent && node.scrollWidth > node.clientWidth + 2 && getComputedStyle(node).overflow !== 'visible').length""")

    assert cut == 0
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_first_tab_offers_to_skip_the_frame(page: Page, site_url):
    """One press of Enter takes the keyboard to the text."""
    page.goto(f"{site_url}ietu/8/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Мазмұнға өту")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("() => Boolean(document.activeElement.closest('article'))")


def test_a_chapter_is_walked_with_the_keyboard_alone(page: Page, site_url):
    """Every stop of Tab is visible and shows where it is; no stop is a trap."""
    page.set_viewport_size(DESKTOP)
    page.goto(f"{site_url}en/ietu/8/", wait_until="networkidle")
    stops = []
    for _ in range(70):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("""() => {
          const node = document.activeElement
          if (node === document.body) return null
          const { width, height } = node.getBoundingClientRect()
          // A field may let the box around it show the focus.
          const shown = [node, node.parentElement].map((each) => getComputedStyle(each))
            .some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none')
          return { name: node.outerHTML.slice(0, 120), seen: width > 0 && height > 0 && shown }
        }"""))
    reached = [stop for stop in stops if stop]

    assert [stop["name"] for stop in reached if not stop["seen"]] == []
    assert len({stop["name"] for stop in reached}) > 20
    assert any("data-copy-link" in stop["name"] for stop in reached)


def test_nothing_is_lost_in_forced_colours(page: Page, site_url):
    """With the reader's own palette, controls keep their borders and the marked clause its mark."""
    page.emulate_media(forced_colors="active")
    page.goto(f"{site_url}ietu/8/#ietu-8.2", wait_until="networkidle")

    button = page.locator("[data-copy-link]").first
    assert button.evaluate("(node) => getComputedStyle(node).borderTopStyle") == "solid"
    expect(page.locator('[data-clause="ietu-8.2"].clause')).not_to_have_css("outline-style", "none")


def test_nothing_moves_for_who_asked_for_stillness(page: Page, site_url):
    """No transition or animation that lasts, no smooth scrolling."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site_url}ietu/8/", wait_until="networkidle")
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter((node) => {
      const style = getComputedStyle(node)
      const longest = (text) => Math.max(...text.split(',').map(parseFloat))
      return (style.transitionProperty !== 'none' && longest(style.transitionDuration) > 0.01) ||
        (style.animationName !== 'none' && longest(style.animationDuration) > 0.01) || style.scrollBehavior === 'smooth'
    }).map((node) => node.className || node.tagName)""")

    assert moving == []
