"""Asking a calculator: what a person types, what the page answers."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scripts.wording import wording
from tests.browser.conftest import PATIENCE

LANGUAGES = ("kk", "ru", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missed_promotion_gpa_is_told_with_its_clause_and_what_is_missing(ask, language, faults):
    """1,66 is not 1,67, in every language, with a decimal comma typed."""
    calculator = ask("gpa_transfer", language)
    calculator.promotion("1,66")
    calculator.submit()
    calculator.expect_status("not_met")

    expect(calculator.verdict).to_contain_text("1.67" if language == "en" else "1,67")
    expect(calculator.verdict).to_contain_text(calculator.words("verdict.reference_only"))
    link = calculator.verdict.get_by_role("link", name=re.compile(r"5\.5\.13")).first
    link.click()
    expect(calculator.page).to_have_url(re.compile(r"/htii/5/#htii-5\.5\.13$"))
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_input_is_answered_beside_its_field_and_nothing_is_lost(ask, language):
    """A letter where a number belongs; what was typed stays."""
    calculator = ask("gpa_transfer", language)
    calculator.promotion("екі бүтін")
    calculator.submit()

    message = calculator.field("gpa").get_by_role("alert")
    expect(message).not_to_be_empty(timeout=PATIENCE)
    control = calculator.field("gpa").get_by_label(calculator.label("gpa"))
    expect(control).to_be_focused()
    expect(control).to_have_value("екі бүтін")
    expect(control).to_have_attribute("aria-invalid", "true")
    calculator.type("gpa", "2")
    calculator.submit()
    calculator.expect_status("met")
    expect(control).not_to_have_attribute("aria-invalid", "true")


def test_after_a_refusal_nothing_of_an_earlier_answer_is_left_to_pass_on(ask, page: Page):
    """On a phone: the field in question is in sight, below the header, and there is no verdict to print or copy."""
    page.set_viewport_size({"width": 360, "height": 640})
    calculator = ask("gpa_transfer", "kk")
    calculator.promotion("2")
    calculator.submit()
    calculator.expect_status("met")
    expect(page.locator("[data-copy-report]")).to_be_visible()
    calculator.type("gpa", "7")
    calculator.submit()

    control = calculator.field("gpa").get_by_label(calculator.label("gpa"))
    expect(control).to_be_focused(timeout=PATIENCE)
    expect(control).to_be_in_viewport(ratio=1)
    assert control.bounding_box()["y"] >= page.locator("header").bounding_box()["height"]
    expect(calculator.verdict).to_be_hidden()
    for button in ("[data-copy-report]", "[data-print]", "[data-calendar]"):
        expect(page.locator(button)).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_gpa_counts_courses_that_are_typed(ask, language):
    """Equal credits of C and D+ are exactly 1.665, with a Cyrillic С typed."""
    calculator = ask("gpa", language)
    calculator.row(1, name="x", credits="5", grade="С")
    calculator.row(2, credits="5", grade="D+")
    calculator.submit()
    calculator.expect_status("ok")

    expect(calculator.verdict).to_contain_text("1.6650" if language == "en" else "1,6650")


def test_a_wrong_grade_is_told_in_its_row(ask):
    """The second row is the one that is marked."""
    calculator = ask("gpa", "ru")
    calculator.row(1, credits="5", grade="A")
    calculator.row(2, credits="5", grade="K")
    calculator.submit()

    row = calculator.page.locator("[data-rows] > .row").nth(1)
    expect(row.get_by_role("alert")).not_to_be_empty(timeout=PATIENCE)
    expect(row.get_by_label(calculator.words("cell.grade"))).to_have_attribute("aria-invalid", "true")


def test_courses_are_pasted_from_a_spreadsheet_and_removed(ask, page: Page):
    """A heading line is skipped; every course becomes a row; a row can go."""
    calculator = ask("gpa", "ru")
    page.locator("[data-paste]").evaluate("""(box) => {
      const data = new DataTransfer()
      data.setData('text/plain', 'Дисциплина\\tКредиты\\tОценка\\nФизика\\t5\\tB\\nХимия\\t5\\tC\\nИстория\\t4\\tF\\n')
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }""")
    rows = page.locator("[data-rows] > .row")
    expect(rows).to_have_count(3)
    rows.nth(2).get_by_role("button", name=calculator.words("rows.remove")).click()
    expect(rows).to_have_count(2)
    calculator.submit()
    calculator.expect_status("ok")

    expect(calculator.verdict).to_contain_text("2,5000")


def test_pasted_markup_stays_text(ask, page: Page):
    """A hostile spreadsheet cell is shown as typed and runs nothing."""
    calculator = ask("gpa", "en")
    page.locator("[data-paste]").evaluate("""(box) => {
      const data = new DataTransfer()
      data.setData('text/plain', '<img src=x onerror=document.title="hacked">\\t5\\tB\\nx\\t5\\t<b>\\n')
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }""")

    expect(page.locator("[data-rows] img")).to_have_count(0)
    assert page.title() != "hacked"
    calculator.submit()
    calculator.expect_status("ok")


@pytest.mark.parametrize("language", LANGUAGES)
def test_credits_are_checked_cycle_by_cycle(ask, language):
    """18 of 20 compulsory credits is a deviation although the total is reached."""
    calculator = ask("credits", language)
    calculator.institution("ietu")
    calculator.choose("level", "master")
    calculator.choose("track", "sci_ped")
    for part, credits in {"bd_vk": "18", "bd_tk": "17", "pd": "53", "research": "24", "final_attestation": "8"}.items():
        calculator.type(f"components.{part}", credits)
    calculator.submit()
    calculator.expect_status("not_met")

    expect(calculator.verdict.locator(".check-failed")).to_have_count(1)
    expect(calculator.verdict.locator(".check-met")).to_have_count(5)
    expect(calculator.verdict).to_contain_text(calculator.words.first("flag.credits.exact_figure", "flag.exact_figure"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_defence_checklist_names_what_is_missing(ask, language):
    """Two conditions open: both are named, four are met."""
    calculator = ask("defence_checklist", language)
    calculator.institution("ietu")
    answers = {"plan_fulfilled": "yes", "supervisor_review": "positive", "pre_defence_extract": "no",
               "reviewer_qualification_matches": "yes", "review_allows_degree": "yes", "ethics_conclusion": "none",
               "expert_commission": "positive", "plagiarism_found": "no", "similarity_checked": "yes"}
    for path, value in answers.items():
        calculator.choose(path, value)
    for path, value in {"publications_on_topic": "1", "talks_international": "0", "talks_republican": "0", "talks_other": "0", "reviews_official": "1"}.items():
        calculator.type(path, value)
    calculator.submit()
    calculator.expect_status("not_met")

    for token in ("pre_defence_extract", "ethics"):
        expect(calculator.verdict).to_contain_text(calculator.words.first(f"missing.{token}", f"check.{token}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_silent_document_is_told_and_its_clause_shown(ask, language):
    """No figure of a neighbour is ever used."""
    calculator = ask("gpa_transfer", language)
    calculator.promotion("4", "ietu")
    calculator.submit()
    calculator.expect_status("undefined")

    expect(calculator.verdict).to_contain_text(calculator.words.first("flag.gpa_transfer.not_in_document", "flag.not_in_document"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_score_gets_its_letter_from_the_external_scale(ask, language):
    """87 is a B+; the page says that the scale stands in none of the documents."""
    calculator = ask("grade_scale", language)
    calculator.type("score", "87")
    calculator.submit()
    calculator.expect_status("ok")

    expect(calculator.verdict).to_contain_text("B+")
    expect(calculator.verdict).to_contain_text(calculator.words.first("flag.grade_scale.external_scale", "flag.external_scale"))


def test_answers_survive_a_reload_and_a_change_of_language(ask, page: Page):
    """Nothing typed is lost, rows included."""
    calculator = ask("gpa", "kk")
    calculator.row(1, name="Физика", credits="5", grade="B")
    calculator.row(2, credits="3", grade="C")
    page.reload()
    rows = page.locator("[data-rows] > .row")
    expect(rows).to_have_count(2)
    expect(rows.nth(0).locator("[data-cell=name]")).to_have_value("Физика")
    page.locator(".languages a[hreflang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(rows.nth(1).locator("[data-cell=grade]")).to_have_value("C")


def test_a_shared_link_brings_the_answers_back(context: BrowserContext, page: Page, site_url, ask):
    """The fragment carries them; the server never sees it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    calculator = ask("gpa_transfer", "ru")
    calculator.promotion("2,34", "aues")
    calculator.submit()
    calculator.expect_status("met")
    page.get_by_role("button", name=calculator.words("calculator.share")).click()
    address = page.evaluate("() => navigator.clipboard.readText()")
    page.evaluate("() => sessionStorage.clear()")
    page.goto("about:blank")
    page.goto(address)

    expect(page.locator("[name=gpa]")).to_have_value("2,34")
    expect(page.locator("[name=level]")).to_have_value("master")
    expect(page.locator("#institution")).to_have_value("aues")


def test_a_hostile_link_fills_nothing_with_markup(page: Page, site_url):
    """Unknown names are dropped, values stay text, broken rows are ignored."""
    page.goto(f"{site_url}en/calc/gpa/#courses=%5B%7B%22name%22%3A%22%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22%7D%2C1%5D&x=%3Cscript%3E&institution=%3Cb%3E")

    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-ready", "")
    expect(page.locator("[data-rows] img, [data-rows] script")).to_have_count(0)
    expect(page.locator("[data-cell=name]").first).to_have_value("<img src=x onerror=alert(1)>")


def test_a_clause_leads_to_the_calculator_with_its_institution_chosen(page: Page, site_url):
    """From 3.2 of the policy to the promotion GPA of that university."""
    page.goto(f"{site_url}en/aues/3/#aues-3.2")
    page.locator('[data-clause="aues-3.2"].clause').get_by_role("link", name=wording("en")("calculator.gpa_transfer.title")).click()

    expect(page.get_by_label(wording("en")("calculator.institution"))).to_have_value("aues")
