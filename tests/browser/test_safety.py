"""What a stranger sends stays text, and what a reader types stays here."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
FRAME = 'data-md-component="header"'
# Any element of it on the page would mean that text became HTML.
HOSTILE = "\"'><img src=x onerror=document.title='owned' data-hostile><svg data-hostile onload=alert(1)></svg><script data-hostile>alert(1)</script>"
SECRET = "құпия7391"


@pytest.fixture
def dialogs(page: Page) -> list[str]:
    """Dialogs that a script opened."""
    found: list[str] = []
    page.on("dialog", lambda dialog: (found.append(dialog.message), dialog.dismiss()))
    return found


def require_harmless(page: Page, dialogs: list[str]) -> None:
    """Nothing of the hostile text became an element, and nothing of it ran."""
    assert page.locator("[data-hostile]").count() == 0
    assert page.evaluate("() => document.title") != "owned"
    assert dialogs == []


def test_one_strict_policy_holds_on_all_pages(built_site: Path):
    """The same to the byte, without a word that would let inline code or strangers in; small pages allow less still."""
    framed, small = set(), set()
    for path in built_site.rglob("*.html"):
        html = path.read_text("utf-8")
        policy = POLICY.search(html)
        assert policy, path
        assert html.index("Content-Security-Policy") < html.index("<link"), path
        (framed if FRAME in html else small).add(policy[1])
    assert len(framed) == 1
    for policy in framed | small:
        assert policy.startswith("default-src 'none'; ")
        assert not re.search(r"unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*|blob:", policy), policy
    assert not any("script-src" in policy for policy in small)


def test_no_page_sets_a_cookie(context: BrowserContext, page: Page, site_url):
    """Neither reading nor choosing colours nor asking leaves one."""
    for path in ("", "ietu/8/", "ru/clauses/", "calc/gpa_transfer/", "nothing/"):
        page.goto(f"{site_url}{path}", wait_until="networkidle")
    page.locator("[data-palette]").click()

    assert context.cookies() == []


@pytest.mark.parametrize("path", ["calc/gpa_transfer/#institution={0}&level={0}&gpa={0}", "calc/gpa/#institution={0}&courses={0}", "ietu/8/?h={0}", "search/?q={0}", "ietu/8/#{0}", "announce/#{0}", "nothing/{0}/"])
def test_a_hostile_link_stays_text(page: Page, site_url, dialogs, path):
    """In a fragment, a query or a path."""
    page.goto(site_url + path.format(quote(HOSTILE)), wait_until="networkidle")

    require_harmless(page, dialogs)


def test_a_hostile_search_stays_text(page: Page, site_url, dialogs):
    """Typed into the search, with results and with none."""
    page.goto(f"{site_url}search/", wait_until="networkidle")
    box = page.locator("main input[type=search]").first
    for text in (HOSTILE, f"GPA {HOSTILE}"):
        box.fill(text)
        page.keyboard.press("Enter")
        page.wait_for_load_state("networkidle")
        require_harmless(page, dialogs)


def test_a_hostile_pasted_table_stays_text(page: Page, site_url, dialogs):
    """Names of courses come from anywhere; they are shown as they are."""
    page.goto(f"{site_url}calc/gpa/", wait_until="networkidle")
    page.locator("details.paste summary").first.click()
    box = page.locator("[data-paste]").first
    box.fill(f"{HOSTILE}\t5\tA\n{HOSTILE}\t3\tB-")
    box.dispatch_event("change")
    expect(page.locator('[data-cell="name"]').first).to_have_value(re.compile("data-hostile"))
    page.locator("[data-calculator-page] button[type=submit]").click()
    expect(page.locator("[data-verdict]")).to_be_visible(timeout=60_000)

    require_harmless(page, dialogs)


def test_nothing_typed_leaves_the_page(context: BrowserContext, page: Page, site_url):
    """Every request of page and worker is looked at while a form is filled, answered, shared and left."""
    sent: list[str] = []
    context.on("request", lambda request: sent.append(f"{request.method} {request.url} {request.post_data or ''}"))
    page.goto(f"{site_url}calc/gpa/", wait_until="networkidle")
    page.locator('[data-cell="name"]').first.fill(SECRET)
    page.locator('[data-cell="credits"]').first.fill("5")
    page.locator('[data-cell="grade"]').first.fill("A")
    page.locator("[data-calculator-page] button[type=submit]").click()
    expect(page.locator("[data-verdict]")).to_be_visible(timeout=60_000)
    page.locator("[data-share]").click()
    page.reload(wait_until="networkidle")
    page.locator(".languages a[hreflang=ru]").click()
    page.wait_for_load_state("networkidle")

    assert len(sent) > 10
    assert [each for each in sent if not each.startswith("GET ")] == []
    assert [each for each in sent if SECRET in each.partition("#")[0] or quote(SECRET) in each.partition("#")[0]] == []
