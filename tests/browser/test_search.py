"""Search as a reader meets it: typing, keys, links, phone, all languages."""

import json
import re
import threading

import pytest
from playwright.sync_api import Page, expect

from scripts.clauses.source import LANGUAGES
from scripts.pages import Place
from scripts.search.build import write
from scripts.serve import server
from tests.browser.conftest import PATIENCE
from tests.search.asking import asked
from tests.search.test_engine import QUERIES, nonsense

PHONE = {"width": 360, "height": 740}

# A question in each language and the clause that answers it.
ASKED = {
    "kk": ("қорғау шарттары", "ietu-8.2"),
    "ru": ("смена научного руководителя", "ietu-5.2.3"),
    "en": ("change of supervisor", "ietu-5.2.3"),
}


def start(page: Page, site_url: str, language: str = "kk", path: str = "") -> None:
    """Open a page of the site in a language."""
    page.goto(site_url + Place(language, path).url())


def field(page: Page, kind: str = "start"):
    """The search field of the start page, the header or the search page."""
    return page.locator(f'form[data-search="{kind}"] input')


def options(page: Page, kind: str = "start"):
    """What is shown below it."""
    return page.locator(f'form[data-search="{kind}"] [role="listbox"] [role="option"]')


@pytest.mark.parametrize("language", LANGUAGES)
def test_typing_shows_clauses_in_the_language_of_the_page(page: Page, site_url, faults, language):
    """The first answer is the clause, with its regulation, number and marked words."""
    question, clause = ASKED[language]
    start(page, site_url, language)
    field(page).fill(question)

    wanted = page.locator(f'form[data-search="start"] [role="option"][href$="#{clause}"]')
    expect(wanted).to_be_visible()
    expect(wanted.locator("mark").first).to_be_visible()
    expect(wanted.locator(".search-place")).to_contain_text(clause.partition("-")[2])
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    assert faults == []


def test_nothing_is_fetched_before_a_search(page: Page, site_url):
    """Readers who do not search pay nothing for it."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    start(page, site_url, path="ietu/8/")
    page.wait_for_load_state("networkidle")

    assert [url for url in asked if re.search(r"/assets/(?:.*/)?search/.*\.json$", url)] == []


def test_slash_opens_arrows_choose_and_enter_leads_to_the_clause(page: Page, site_url, faults):
    """All of it without a mouse."""
    start(page, site_url, path="about/")
    page.keyboard.press("/")
    expect(field(page, "header")).to_be_focused()
    page.keyboard.type("8.2 ХИТУ")
    expect(options(page, "header").first).to_have_attribute("href", re.compile("#ietu-8.2$"))

    page.keyboard.press("ArrowDown")
    first = options(page, "header").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field(page, "header")).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/ietu/8/#ietu-8\.2$"))
    assert faults == []


def test_escape_closes_the_answers_and_keeps_the_words(page: Page, site_url):
    """Esc once hides the list; what was typed may still be mended."""
    start(page, site_url)
    field(page).fill("кредит")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")

    expect(options(page).first).to_be_hidden()
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("кредит")
    expect(field(page)).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_opens_the_search_page(page: Page, site_url):
    """The page of all answers has an address that can be sent to a friend."""
    start(page, site_url)
    field(page).fill("стипендия")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/search/\?q=%D1%81"))
    expect(options(page, "page").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_a_search_shows_its_answers(page: Page, site_url, faults, language):
    """`?q=` from a bookmark or a form sent without JavaScript."""
    question, clause = ASKED[language]
    start(page, site_url, language, f"search/?q={question}&in=ietu")

    expect(field(page, "page")).to_have_value(question)
    expect(page.locator("form[data-search=page] select")).to_have_value("ietu")
    expect(page.locator(f'[role="option"][href$="#{clause}"]')).to_be_visible()
    assert faults == []


def test_a_filter_keeps_one_regulation(page: Page, site_url):
    """Who studies at one university need not read the others."""
    start(page, site_url, path="search/?q=кредит")
    expect(options(page, "page").first).to_be_visible()
    page.get_by_label("Қай ережеде").select_option("htii")

    expect(page.locator('form[data-search=page] [role="option"][href*="/aues/"]')).to_have_count(0)
    expect(page.locator('form[data-search=page] [role="option"][href*="/htii/"]').first).to_be_visible()
    expect(page).to_have_url(re.compile("in=htii"))


def test_the_number_of_answers_is_announced(page: Page, site_url):
    """Who does not see the list hears how long it is."""
    start(page, site_url)
    field(page).fill("кредит")

    expect(page.locator('form[data-search="start"] [role="status"]')).to_have_text(re.compile(r"^\d+ тармақ табылды$"))


def test_a_slip_is_told(page: Page, site_url):
    """The reader learns which word was searched instead."""
    start(page, site_url)
    field(page).fill("дескриптр")

    expect(page.locator('form[data-search="start"] .search-note')).to_contain_text("дескриптор")


def test_a_hit_in_another_language_says_so(page: Page, site_url):
    """A Russian question on the Kazakh page shows Kazakh clauses."""
    start(page, site_url)
    field(page).fill("смена научного руководителя")

    first = page.locator('form[data-search="start"] [role="option"][href$="#ietu-5.2.3"]')
    expect(first).to_contain_text("жетекші")
    expect(first.locator(".search-via")).to_contain_text("орысша")


def test_an_empty_result_offers_ways_on(page: Page, site_url):
    """Regulations to browse, all clauses, and the same question in other languages."""
    start(page, site_url)
    field(page).fill("щщщщ")

    said = page.locator(".search-nothing")
    expect(said).to_contain_text("щщщщ")
    expect(said.locator('a[href$="ietu/"]')).to_be_visible()
    expect(said.locator('a[href$="clauses/"]')).to_be_visible()
    expect(said.locator('a[data-search-language][lang="ru"]')).to_have_attribute("href", re.compile(r"/ru/search/\?q=%D1%89"))
    expect(options(page)).to_have_count(0)


HOSTILE = [
    '<img src=x onerror="document.title=1">',
    "<script>document.title=1</script> кредит",
    '"><svg onload=document.title=1>',
    "кредит</mark><b>x</b>",
    "\\ ( [ * + ? $& {n} {query}",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_what_is_typed_is_only_ever_text(page: Page, site_url, faults, query):
    """A link to a search is as good as a link to a script if a query becomes markup."""
    start(page, site_url, path="search/")
    title = page.title()
    page.goto(page.url + "?" + "q=" + re.sub(r"[^A-Za-z0-9]", lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), query))
    panel = page.locator("form[data-search=page] [data-search-panel]")
    expect(panel).to_be_visible()

    assert panel.locator("img, script, svg, b").count() == 0
    assert page.title() == title
    assert field(page, "page").input_value() == query
    assert faults == []


def test_recent_searches_stay_here_and_go_with_one_tap(page: Page, site_url):
    """Kept on this device alone."""
    start(page, site_url)
    field(page).fill("стипендия")
    page.keyboard.press("Enter")
    expect(options(page, "page").first).to_be_visible()
    start(page, site_url)
    field(page).focus()

    expect(options(page)).to_have_text(["стипендия"])
    page.get_by_role("button", name="Тазалау").click()
    expect(options(page)).to_have_count(0)
    assert page.evaluate("() => localStorage.getItem('ereje.search.recent')") is None


def test_a_phone_has_a_button_and_the_whole_screen(page: Page, site_url, faults):
    """At 360 pixels nothing is cut off, and the close button gives the page back."""
    page.set_viewport_size(PHONE)
    start(page, site_url, path="ietu/8/")
    expect(field(page, "header")).to_be_hidden()
    page.locator("[data-search-open]").click()
    expect(field(page, "header")).to_be_focused()
    page.keyboard.type("оқу ақысы")
    expect(options(page, "header").first).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]

    page.locator("[data-search-close]").click()
    expect(field(page, "header")).to_be_hidden()
    assert faults == []


def test_a_lost_network_is_told(page: Page, site_url):
    """On a train through a tunnel the reader learns that nothing will come."""
    page.route("**/search/kk.json", lambda route: route.abort())
    start(page, site_url)
    field(page).fill("кредит")

    expect(page.locator('form[data-search="start"] .search-note')).to_contain_text("жүктелмеді")


def test_all_answers_are_shown_when_asked_for(page: Page, site_url, faults):
    """The search page shows thirty; the link below them shows the rest, there."""
    start(page, site_url, path="search/?q=кредит")
    expect(options(page, "page")).not_to_have_count(0)
    more = page.locator("form[data-search=page] [data-search-more]")
    expect(more).to_be_visible()
    clauses = 'form[data-search=page] [role="option"][href*="#"]:not([href*="glossary/#"])'
    few = page.locator(clauses).count()
    more.click()

    expect(more).to_be_hidden()
    # The number is announced when typing has paused, and once more when every language has answered.
    page.wait_for_function(
        """([clauses, few]) => {
          const shown = document.querySelectorAll(clauses).length
          return shown > few && Number.parseInt(document.querySelector('form[data-search=page] [role=status]').textContent) === shown
        }""",
        arg=[clauses, few],
    )
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_answers_without_a_network_after_the_first_visit(browser, built_site, language):
    """In a dormitory without signal: a page was read once, nothing was ever searched."""
    question, clause = ASKED[language]
    running = server(built_site)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    context = browser.new_context(service_workers="allow")
    page = context.new_page()
    try:
        start(page, f"http://127.0.0.1:{running.server_port}/", language)
        page.wait_for_function("() => navigator.serviceWorker.controller", timeout=PATIENCE)
    finally:
        running.shutdown()
        running.server_close()
    context.set_offline(True)
    field(page).fill(question)

    expect(page.locator(f'form[data-search="start"] [role="option"][href$="#{clause}"]')).to_be_visible()
    expect(page.locator(".search-note")).to_have_count(0)
    context.close()


def test_without_javascript_the_form_leads_to_the_list_of_clauses(browser, site_url):
    """The search page then points to the plain list."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url)
    page.locator("#search-start").fill("кредит")
    page.locator('form[data-search="start"] .search-submit').click()

    expect(page).to_have_url(re.compile(r"/search/\?q="))
    expect(page.locator("noscript a, .notice a").first).to_have_attribute("href", re.compile("clauses/$"))
    context.close()


def test_the_browser_and_the_build_analyse_alike(page: Page, site_url, built_site, tmp_path):
    """Every word of the corpus gets the same forms from what is shipped and, in Node, from the sources."""
    start(page, site_url, path="search/")
    [search] = built_site.glob("assets/**/search")
    here = page.evaluate(
        """async (root) => {
          const { fold, formOf, load } = await import(root + 'engine/load.mjs')
          const read = async (name) => (await fetch(`${root}${name}.json`)).json()
          const engine = await load(read, ['kk', 'ru', 'en'])
          return JSON.stringify(Object.fromEntries(engine.languages.map((language) => {
            const { words } = engine.index(language)
            return [language, words.list.map((word, at) => [word, words.form(at), formOf(language, fold(word), new Map(), new Map())])]
          })))
        }""",
        f"{site_url}{search.relative_to(built_site).as_posix()}/",
    )
    write(tmp_path)
    built = asked(tmp_path / "assets" / "search", "vocabulary", None)

    assert {language: len(words) for language, words in built.items()}.keys() == set(LANGUAGES)
    assert all(len(words) > 2000 for words in built.values())
    assert json.loads(here) == built


def test_the_browser_answers_like_the_build(page: Page, site_url, built_site, tmp_path, faults):
    """Questions and nonsense: the same clauses in the same order here and in Node."""
    questions = [{"text": query["query"], "language": query["lang"]} for query in QUERIES[::5]]
    # A long question costs the same after its first 300 characters.
    questions += [{"text": text[:2000], "language": "kk"} for text in nonsense()[::5]]
    start(page, site_url, path="search/")
    [search] = built_site.glob("assets/**/search")
    here = page.evaluate(
        """async ([root, questions]) => {
          const { load } = await import(root + 'engine/load.mjs')
          const read = async (name) => (await fetch(`${root}${name}.json`)).json()
          const engine = await load(read, ['kk', 'ru', 'en'])
          const answers = []
          for (const { text, ...asked } of questions) answers.push((await engine.search(text, asked)).clauses.map(({ id }) => id))
          return answers
        }""",
        [f"{site_url}{search.relative_to(built_site).as_posix()}/", questions],
    )

    write(tmp_path)
    built = asked(tmp_path / "assets" / "search", "search", questions)

    assert here == [[clause["id"] for clause in answer["clauses"]] for answer in built]
    assert sum(map(bool, here)) > 25
    assert faults == []
