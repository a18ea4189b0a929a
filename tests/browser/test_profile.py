"""One profile: told once, carried to other calculators, forgotten in one tap."""

from playwright.sync_api import Page, expect

from scripts.wording import wording

PROFILE = "() => localStorage.getItem('ereje.profile')"


def answered(ask, language: str = "ru"):
    """Someone has asked about his own promotion."""
    calculator = ask("gpa_transfer", language)
    calculator.institution("aues")
    calculator.choose("level", "bachelor")
    calculator.choose("form", "part_time")
    calculator.type("year_completed", "2")
    calculator.type("gpa", "3")
    calculator.submit()
    calculator.expect_status("met")
    return calculator


def test_what_was_told_once_is_filled_in_elsewhere(ask, page: Page):
    """Institution, level, form and year; nothing else, and only after an answer."""
    calculator = ask("gpa_transfer", "ru")
    calculator.institution("aues")
    assert page.evaluate(PROFILE) is None
    answered(ask)
    assert set(page.evaluate(f"() => Object.keys(JSON.parse(({PROFILE})()))")) == {"institution", "level", "form", "year_completed"}

    ask("scholarship", "kk")
    expect(page.locator("#institution")).to_have_value("aues")
    expect(page.locator("[name=level]")).to_have_value("bachelor")
    bar = page.get_by_role("group", name=wording("kk")("profile.title"))
    expect(bar).to_contain_text(wording("kk")("choice.level.bachelor"))
    expect(bar).to_contain_text(wording("kk")("profile.year", year=2))


def test_a_link_and_what_was_typed_outrank_the_profile(ask, page: Page, site_url):
    """Only blank fields are filled."""
    answered(ask)
    page.goto(f"{site_url}ru/calc/credits/#institution=ietu&level=master")
    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-ready", "")

    expect(page.locator("#institution")).to_have_value("ietu")
    expect(page.locator("[name=level]")).to_have_value("master")


def test_one_tap_forgets_it(ask, page: Page):
    """Nothing stays on the device; the next page asks again."""
    calculator = answered(ask)
    page.get_by_role("button", name=calculator.words("profile.forget")).click()

    expect(page.get_by_text(calculator.words("profile.forgotten"))).to_be_focused()
    assert page.evaluate(PROFILE) is None
    ask("scholarship", "ru")
    expect(page.locator("[data-profile]")).to_be_hidden()
    expect(page.locator("[name=level]")).to_have_value("")


def test_a_damaged_profile_fills_nothing(page: Page, site_url, faults):
    """What another hand wrote into the store is text, or nothing."""
    page.goto(f"{site_url}en/calc/scholarship/")
    for kept in ('{"institution": "<b>", "level": 7, "form": "moon"}', "nonsense", "[]", "null"):
        page.evaluate("(kept) => localStorage.setItem('ereje.profile', kept)", kept)
        page.reload()
        expect(page.locator("[data-calculator-page]")).to_have_attribute("data-ready", "")
        expect(page.locator("[name=level]")).to_have_value("")
        expect(page.locator("[data-profile]")).to_be_hidden()
    assert faults == []
