"""What readers do most, in every engine that Playwright has here.

All other tests use Chromium.  Firefox and WebKit take part once they are
there: `.venv/bin/python -m playwright install firefox webkit`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.conftest import PATIENCE, faults_of


@pytest.fixture(params=["chromium", "firefox", "webkit"])
def reader(request, playwright: Playwright, browser_type_launch_args: dict) -> Iterator[Page]:
    """A fresh profile in one of the engines."""
    engine = getattr(playwright, request.param)
    ours = request.param == "chromium"
    if not ours and not Path(engine.executable_path).exists():
        pytest.skip(f"Playwright has no {request.param} here")
    browser = engine.launch(**(browser_type_launch_args if ours else {}))
    yield browser.new_page(viewport={"width": 390, "height": 844})
    browser.close()


def test_a_link_is_answered_a_second_visit_too_and_a_clause_is_found(reader: Page, site_url):
    """A cold start, a start from what was kept, a chapter with its menu, a search; no error and no refusal by the policy."""
    faults = faults_of(reader)
    for language in ("", "ru/"):
        reader.goto(f"{site_url}{language}calc/gpa_transfer/#institution=htii&level=master&year_completed=1&gpa=1%2C66")
        expect(reader.locator("[data-verdict]")).to_have_attribute("data-status", "not_met", timeout=PATIENCE)
        expect(reader.locator("[data-verdict]")).to_contain_text("1,67")

    reader.goto(f"{site_url}htii/5/")
    reader.locator("[data-drawer]").click()
    expect(reader.locator("[data-drawer]")).to_have_attribute("aria-expanded", "true")

    reader.goto(f"{site_url}en/search/?q=quorum")
    expect(reader.locator("main").get_by_role("option").filter(has_text="clause 10").first).to_be_visible()
    assert faults == []
