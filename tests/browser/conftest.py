"""The built site, served on this machine, in a real browser."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scripts.serve import server
from scripts.setup import BROWSER

# How long a first verdict may take on a slow machine; waiting ends when it comes.
PATIENCE = 60_000
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Address of the built site, ending in a slash."""
    with server(built_site) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Drive the browser that the set-up found; Playwright's own when it found none."""
    found = BROWSER.read_text() if BROWSER.exists() else ""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet.append("--no-sandbox")  # Chromium refuses root otherwise; only our own pages are opened
    options = {"args": quiet}
    if found:
        options["executable_path"] = found
    return browser_type_launch_args | options


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict) -> dict:
    """Without the service worker: it would fetch the whole site ahead, and no test could make its fetches fail."""
    return browser_context_args | {"service_workers": "block"}


@pytest.fixture
def context(context: BrowserContext, site_url: str) -> Iterator[BrowserContext]:
    """A context that tells when a page asks anything of another origin."""
    strangers: list[str] = []
    context.on("request", lambda request: None if _own(request.url, site_url) else strangers.append(request.url))
    yield context
    assert strangers == [], "a page asked another origin"


def _own(url: str, site_url: str) -> bool:
    return url.startswith((site_url, "data:", "blob:", "about:"))


@pytest.fixture
def faults(page: Page) -> list[str]:
    """What goes wrong on the page."""
    return faults_of(page)


def faults_of(page: Page) -> list[str]:
    """Errors of a page's own scripts and refusals of the security policy, from now on."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    return found


@pytest.fixture
def ask(page: Page, site_url):
    """Open a calculator in a language."""
    from tests.browser.asking import Calculator  # it takes its patience from here

    return lambda name, language="kk": Calculator(page, site_url, language, name)
