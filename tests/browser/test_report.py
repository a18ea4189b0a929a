"""An answer taken along: as a letter's text, on one sheet of paper, as a link that grows old."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scripts.clauses.source import LANGUAGES
from tests.browser.conftest import PATIENCE


def missed(ask, language: str):
    """A promotion missed by a hundredth."""
    calculator = ask("gpa_transfer", language)
    calculator.promotion("1,66")
    calculator.submit()
    calculator.expect_status("not_met")
    return calculator


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_copied_with_inputs_figures_and_whole_addresses(ask, context: BrowserContext, page: Page, language):
    """Pasted into a letter it needs nothing from the page."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    calculator = missed(ask, language)
    page.get_by_role("button", name=calculator.words("report.copy")).click()
    expect(page.locator("[data-progress]")).to_have_text(calculator.words("report.copied"))
    text = page.evaluate("() => navigator.clipboard.readText()")

    assert text.startswith(calculator.words("calculator.gpa_transfer.title"))
    assert re.search(rf"{re.escape(calculator.label('gpa'))}: 1[.,]66$", text, re.MULTILINE)
    assert ("1.67" if language == "en" else "1,67") in text
    assert re.search(r"^✗ ", text, re.MULTILINE)
    assert re.search(r"5\.5\.13(?:-тармақ)?: http://127\.0\.0\.1:\d+/(ru/|en/)?htii/5/#htii-5\.5\.13$", text, re.MULTILINE)
    assert calculator.words("verdict.reference_only") in text
    assert calculator.words("verdict.check_failed") not in text
    assert not re.search(r"undefined|NaN|\{|\}", text)


def test_the_copied_address_works_it_out_again(ask, context: BrowserContext, page: Page):
    """Whoever gets the letter sees the same answer without pressing anything."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    calculator = missed(ask, "ru")
    page.get_by_role("button", name=calculator.words("report.copy")).click()
    expect(page.locator("[data-progress]")).to_have_text(calculator.words("report.copied"))
    address = re.search(r"http\S+#institution\S+", page.evaluate("() => navigator.clipboard.readText()"))[0]
    page.evaluate("() => { sessionStorage.clear(); localStorage.clear() }")
    page.goto("about:blank")
    page.goto(address)

    expect(calculator.verdict).to_have_attribute("data-status", "not_met", timeout=PATIENCE)


def test_what_changes_after_a_link_outlives_a_reload(ask, page: Page, site_url):
    """The link no longer tells what the form holds."""
    page.goto(f"{site_url}en/calc/grade_scale/#score=87")
    expect(page.locator("[data-verdict]")).to_have_attribute("data-status", "ok", timeout=PATIENCE)
    page.locator("[name=score]").fill("50")
    page.reload()

    expect(page.locator("[name=score]")).to_have_value("50")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_printed_on_one_page_with_its_inputs_and_clauses(ask, page: Page, language):
    """Day, inputs as text, checks, the text of the clauses; no form, no frame."""
    calculator = missed(ask, language)
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1

    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    printed = page.locator("[data-printed]")
    expect(printed).to_contain_text(calculator.words("report.day", day="").strip(" :"))
    expect(printed).to_contain_text(calculator.label("gpa"))
    expect(printed).to_contain_text(re.compile(r"1[.,]66"))
    expect(calculator.verdict.locator(".clause-quote").first).to_be_visible()
    for gone in (".calculator-form", ".criteria >> nth=0", ".lead", ".after-verdict", "[data-profile]", ".md-header"):
        expect(page.locator(gone)).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("fragment", "named"),
    [
        ("institution=htii&level=bakalavr&gpa=2", "level"),
        ("institution=htii&average=2", None),
        ("courses=%5B%7Bbroken", "courses"),
        ("institution=nowhere&gpa=2", None),
    ],
)
def test_an_old_link_is_told_and_fills_what_it_can(page: Page, site_url, ask, language, fragment, named):
    """A name or a choice the form does not know; nothing is computed with half the answers."""
    calculator = ask("gpa_transfer", language)
    page.goto("about:blank")
    page.goto(f"{site_url}{'' if language == 'kk' else language + '/'}calc/gpa_transfer/#{fragment}")
    notice = page.locator("[data-link-notice]")

    expect(notice).to_contain_text(calculator.words("link.partly"))
    if named:
        expect(notice).to_contain_text(calculator.label(named))
    if "gpa=2" in fragment:
        expect(page.locator("[name=gpa]")).to_have_value("2")
    expect(calculator.verdict).to_be_hidden()
    assert page.locator("[data-calculator-page]").get_attribute("data-state") is None


@pytest.mark.parametrize(
    "address",
    ["gpa_transfer/", "gpa_transfer/#form", "gpa_transfer/#institution=htii", "gpa_transfer/#institution=htii&gpa=2&level=master",
     "gpa/#institution=htii"],
)  # fmt: skip
def test_a_link_that_fits_brings_no_warning(page: Page, site_url, address):
    """A place on the page is no answer; plain arithmetic needs no institution."""
    page.goto(f"{site_url}calc/{address}")
    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-ready", "")

    expect(page.locator("[data-link-notice]")).to_be_hidden()
