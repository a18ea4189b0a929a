"""Sending a clause on: copying, citing, announcing, with a code for a poster."""

import io
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, expect

from scripts.build import ROOT
from scripts.publish.address import EXAMPLE

OWN_WORDS = "Назар! <b>*_`[x](javascript:1)__</b> & \"\""


@pytest.fixture
def clipboard(context: BrowserContext, page: Page):
    """What was last copied as text."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return lambda: page.evaluate("() => navigator.clipboard.readText()")


def composer(page: Page, site_url: str, language: str = "ru", clauses: str = "ietu-8.1") -> Locator:
    """The composer with clauses brought by the address."""
    prefix = "" if language == "kk" else f"{language}/"
    page.goto(f"{site_url}{prefix}announce/#clauses={clauses}")
    form = page.locator("[data-composer]")
    expect(form.locator(".picked > li")).to_have_count(len(clauses.split(",")))
    return form


def written(page: Page, form: Locator, kind: str) -> str:
    """The announcement in a form, as it would be copied."""
    form.get_by_label(kind, exact=True).check()
    source = form.locator("[data-source]")
    return source.input_value()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(("language", "prefix"), [("kk", ""), ("ru", "ru/"), ("en", "en/")])
def test_a_permalink_hops_to_its_clause(browser, site_url, language, prefix, javascript):
    """With and without JavaScript, in the language of the link."""
    page = browser.new_page(java_script_enabled=javascript)
    page.goto(f"{site_url}{prefix}c/htii-5.5.13/")
    page.wait_for_url(f"{site_url}{prefix}htii/5/#htii-5.5.13")

    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", name="5.5.13")).to_be_in_viewport()
    page.close()


def test_going_back_does_not_catch_the_reader_in_the_hop(page: Page, site_url):
    """The permalink leaves no step of its own in the history."""
    page.goto(f"{site_url}ru/about/")
    page.goto(f"{site_url}ru/c/ietu-8.2/")
    page.wait_for_url("**/ru/ietu/8/#ietu-8.2")
    page.go_back()

    expect(page).to_have_url(f"{site_url}ru/about/")


def test_the_text_of_a_clause_is_copied_with_its_link(page: Page, site_url, clipboard, faults):
    """Number, title, every list item, and the permanent address."""
    page.goto(f"{site_url}en/ietu/8/")
    page.get_by_role("button", name="Copy the text of clause 8.2 with its link").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    told = page.request.get(f"{site_url}api/c/ietu-8.2.json").json()

    assert clipboard() == f"8.2 {told['title']['en']}\n{told['text']['en']}\nIETU, clause 8.2: {site_url}en/c/ietu-8.2/"
    assert faults == []


@pytest.mark.parametrize("path", ["htii/3/", "htii/5/", "aues/4/", "ietu/annex/"])
def test_what_is_copied_is_what_the_data_say(page: Page, site_url, path):
    """Nested lists and tables included: two readers of the same clause agree."""
    # On the site this module is part of a larger file.
    source = ROOT / "docs" / "assets" / "scripts" / "announce" / "clause-text.mjs"
    page.route("**/clause-text.mjs", lambda route: route.fulfill(path=source, content_type="text/javascript"))
    page.goto(f"{site_url}ru/{path}")
    copied = page.evaluate(
        """async () => {
          const { clauseText } = await import('/clause-text.mjs')
          return [...document.querySelectorAll('.clause')].map((each) => [each.dataset.clause, clauseText(each)])
        }"""
    )
    told = {each["id"]: each for each in page.request.get(f"{site_url}api/{path.partition('/')[0]}.json").json()["clauses"]}

    assert len(copied) > 3
    for clause_id, text in copied:
        assert text == f"{told[clause_id]['number']} {told[clause_id]['title']['ru']}\n{told[clause_id]['text']['ru']}"


@pytest.mark.parametrize(
    ("language", "in_text", "footnote"),
    [
        ("Қазақша", "(ХИТУ, 8.2-тармақ, 2025)", r"«Ереже» бейресми басылымы.*/c/ietu-8\.2/ \(қаралған күні: \d\d\.\d\d\.\d{4}\)"),
        ("Русский", "(МИТУ, п. 8.2, 2025)", r"\(2025\)\. П\. 8\.2\..*/ru/c/ietu-8\.2/ \(дата обращения: \d\d\.\d\d\.\d{4}\)"),
        ("English", "(IETU, clause 8.2, 2025)", r"\(2025\), clause 8\.2\..*/en/c/ietu-8\.2/ \(accessed \d+ \w+ \d{4}\)"),
    ],
)
def test_a_clause_is_cited_in_the_style_of_each_language(page: Page, site_url, clipboard, faults, language, in_text, footnote):
    """From any page, in any language: document, edition, day and address."""
    page.goto(f"{site_url}ru/ietu/8/")
    page.get_by_role("button", name="Оформить ссылку на пункт 8.2").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(language).check()
    expect(dialog.get_by_label("В тексте")).to_have_value(in_text)
    dialog.get_by_role("button", name="Скопировать").nth(1).click()
    expect(dialog.get_by_role("status")).to_have_text("Скопировано")

    assert re.search(footnote, clipboard())
    assert faults == []


def test_the_dialog_is_left_by_the_keyboard_and_gives_the_focus_back(page: Page, site_url):
    """Escape closes it where one was."""
    page.goto(f"{site_url}en/ietu/8/")
    button = page.get_by_role("button", name="Cite clause 8.3")
    button.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_snippet_for_another_website_has_no_script_and_shows_the_clause(page: Page, site_url):
    """Both kinds: the quotation and the frame."""
    page.goto(f"{site_url}en/ietu/8/")
    page.get_by_role("button", name="Cite clause 8.1").click()
    quotation, frame = (page.locator(f"#cite-{name}") for name in ("quotation", "frame"))
    expect(quotation).to_have_value(re.compile(r'^<blockquote cite="[^"]+/en/c/ietu-8\.1/" lang="en">'))
    snippets = quotation.input_value() + frame.input_value()
    page.goto("about:blank")  # another website has another security policy
    page.set_content(snippets)

    assert "<script" not in snippets
    expect(page.locator("blockquote")).to_contain_text("Academic Council")
    page.goto(page.locator("iframe").get_attribute("src"))
    expect(page.get_by_role("heading")).to_contain_text("8.1")
    expect(page.get_by_role("link")).to_have_attribute("href", f"{EXAMPLE}en/c/ietu-8.1/")


def test_announce_this_brings_the_clause_into_the_composer(page: Page, site_url, faults):
    """From the clause one tap away, and the address keeps it for a reload and another language."""
    page.goto(f"{site_url}ru/ietu/8/")
    page.get_by_role("link", name="Вставить пункт 8.2 в объявление").click()
    form = page.locator("[data-composer]")
    expect(form.locator(".picked")).to_contain_text("МИТУ, п. 8.2: Условия защиты")
    page.locator("header").get_by_role("link", name="English").click()

    expect(page).to_have_url(re.compile(r"/en/announce/#clauses=ietu-8\.2$"))
    expect(page.locator("[data-composer] .picked")).to_contain_text("IETU, clause 8.2: Conditions for the defence")
    assert faults == []


def test_clauses_are_picked_by_pasting_links_and_by_words(page: Page, site_url):
    """Links of any kind, of any language; then a search; each clause once."""
    form = composer(page, site_url)
    find = form.get_by_role("searchbox")
    find.fill("https://x.kz/ru/c/htii-5.5.13/ https://x.kz/ietu/8/#ietu-8.1 and ietu-8.3.")
    expect(form.locator(".picked > li")).to_have_count(3)
    find.fill("Академический отпуск")
    form.locator(".found").get_by_role("button", name=re.compile("2.2.5 Академический отпуск")).click()

    expect(form.locator(".picked > li")).to_have_count(4)
    expect(page).to_have_url(re.compile(r"#clauses=ietu-8\.1,htii-5\.5\.13,ietu-8\.3,aues-2\.2\.5$"))
    expect(find).to_be_focused()


def test_clauses_can_be_reordered_and_taken_away(page: Page, site_url):
    """By buttons that say which clause they move."""
    form = composer(page, site_url, clauses="ietu-8.1,ietu-8.2")
    form.get_by_role("button", name=re.compile(r"Выше: МИТУ, п\. 8\.2")).click()
    expect(form.locator(".picked > li").first).to_contain_text("8.2")
    form.get_by_role("button", name=re.compile(r"Убрать: МИТУ, п\. 8\.1")).click()

    expect(form.locator(".picked > li")).to_have_count(1)
    expect(form.get_by_role("status")).to_have_text("Пункт убран")


def test_own_words_are_text_in_every_form(page: Page, site_url, faults):
    """Whatever staff paste into the field is shown as it is, and runs nowhere."""
    form = composer(page, site_url, language="kk")
    form.get_by_label("Тармақтардың алдына өз сөзіңіз (Қазақша)").fill(OWN_WORDS)

    assert written(page, form, "Telegram: қолданбаға қою").startswith("Назар! <b>*_\u2060`\u2060"[:10])
    assert written(page, form, "Telegram боты: Markdown").startswith("Назар\\! <b\\>\\*\\_\\`\\[x\\]\\(javascript:1\\)\\_\\_</b\\> & \"\"")
    assert written(page, form, "Telegram боты: HTML").startswith("Назар! &#60;b&#62;*_`[x](javascript:1)__&#60;/b&#62; &#38; ")
    assert written(page, form, "Жай мәтін").startswith(OWN_WORDS)
    for rich in ("Электрондық хат", "Word құжаты"):
        assert "<b>*_" not in written(page, form, rich)
        expect(form.locator("[data-preview] p").first).to_have_text(OWN_WORDS)
    assert faults == []


def test_each_form_carries_title_text_and_permalink(page: Page, site_url):
    """In one message all chosen languages, one after the other."""
    form = composer(page, site_url, language="en", clauses="ietu-8.1")
    form.get_by_label("Қазақша").first.check()
    address, kazakh = f"{site_url}en/c/ietu-8.1/", f"{site_url}c/ietu-8.1/"

    plain = written(page, form, "Plain text")
    assert plain.index(kazakh) < plain.index("———") < plain.index("8.1 Where the defence takes place\nThe master's") < plain.index(address)
    assert "**8.1 Where the defence takes place**" in written(page, form, "Telegram: paste into the app")
    assert f"*8\\.1 Where the defence takes place*\nThe master's thesis \\(project\\)" in written(page, form, "Telegram bot: Markdown")
    assert f'<a href="{address}">IETU, clause 8.1</a>' in written(page, form, "Telegram bot: HTML")
    assert f'<p><a href="{address}">IETU, clause 8.1</a></p>' in written(page, form, "E-mail")
    assert '<div lang="kk">' in written(page, form, "Word document")
    form.get_by_label("Title and link only").check()
    assert "Academic Council" not in written(page, form, "Plain text")


def test_the_announcement_is_copied_in_one_tap(page: Page, site_url, clipboard):
    """As text where text is wanted, formatted where a mail program wants that."""
    form = composer(page, site_url, language="en")
    plain = written(page, form, "Plain text")
    form.get_by_role("button", name="Copy", exact=True).click()
    expect(form.get_by_role("status")).to_have_text("Copied")
    assert clipboard() == plain

    form.get_by_label("E-mail").check()
    form.get_by_role("button", name="Copy", exact=True).click()
    expect(form.get_by_role("status")).to_have_text("Copied")
    kinds = page.evaluate("async () => (await navigator.clipboard.read())[0].types")
    assert set(kinds) == {"text/plain", "text/html"}


def test_a_message_too_long_for_telegram_is_told(page: Page, site_url):
    """4096 signs; other forms have no such limit."""
    form = composer(page, site_url, clauses="ietu-8.1")
    warning = form.get_by_text("4096")
    expect(warning).to_be_hidden()
    form.get_by_label("Ваши слова перед пунктами (Русский)").fill("а" * 4097)
    expect(warning).to_be_visible()
    form.get_by_label("Простой текст").check()

    expect(warning).to_be_hidden()


@pytest.mark.parametrize("language", ["kk", "en"])
def test_the_code_for_a_poster_leads_to_the_clause(page: Page, site_url, language):
    """Read back from the screen and from both files, as a phone reads it."""
    form = composer(page, site_url, language="ru", clauses="aues-2.2.13")
    form.locator(f'input[name="qr-language"][value="{language}"]').check()
    with page.expect_download() as png:
        form.get_by_role("button", name="Сохранить PNG").click()
    with page.expect_download() as svg:
        form.get_by_role("button", name="Сохранить SVG").click()
    address = f"{site_url}{'' if language == 'kk' else language + '/'}c/aues-2.2.13/"
    drawing = io.BytesIO(form.get_by_role("img", name=re.compile("АУЭС, п. 2.2.13")).screenshot())

    for picture in (drawing, png.value.path()):
        assert [code.text for code in zxingcpp.read_barcodes(Image.open(picture))] == [address]
    assert png.value.suggested_filename == "aues-2.2.13.png"
    page.goto("about:blank")
    page.set_content(svg.value.path().read_text("utf-8").partition("?>")[2])
    assert [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))] == [address]


def test_a_calculator_is_asked_as_of_a_day_from_the_list_of_changes(page: Page, site_url):
    """The link brings institution and day; the figure did not hold the day before it began."""
    page.goto(f"{site_url}en/changes/")
    page.get_by_role("link", name="as of 28 August 2022").click()

    expect(page).to_have_url(re.compile(r"/en/calc/student_government_stipend/#"))
    expect(page.locator('input[name="as_of"]')).to_have_value("2022-08-28")


def test_without_the_data_the_composer_says_so(page: Page, site_url):
    """A broken connection is told, not swallowed."""
    page.route("**/api/c/**", lambda route: route.abort())
    page.goto(f"{site_url}en/announce/#clauses=ietu-8.1")

    expect(page.locator("[data-composer]").get_by_role("status")).to_contain_text("did not load")


@pytest.mark.parametrize("path", ["announce/#clauses=ietu-8.2,htii-5.5.13", "changes/", "open-data/", "c/ietu-8.2/embed/"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_pages_open_without_a_fault_and_fit_a_phone(page: Page, site_url, faults, language, path):
    """No script error, no refused resource, no sideways scrolling at 360 px."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site_url}{'' if language == 'kk' else language + '/'}{path}", wait_until="networkidle")

    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    assert faults == []
