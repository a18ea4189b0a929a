"""A calculator's page as tests use it, and a host that damages what it sends."""

from io import BytesIO

import pytest
from playwright.sync_api import Page, expect

from scripts.serve import Handler
from scripts.wording import wording
from tests.browser.conftest import PATIENCE


class Calculator:
    """A calculator's page as a person uses it: labels and buttons, no ids."""

    def __init__(self, page: Page, base: str, language: str, name: str) -> None:
        self.page, self.words = page, wording(language)
        self.name = name
        page.goto(f"{base}{'' if language == 'kk' else f'{language}/'}calc/{name}/")
        expect(page.locator("[data-calculator-page]")).to_have_attribute("data-ready", "")

    def label(self, path: str) -> str:
        """What a field is called on the page."""
        return self.words.first(f"field.{self.name}.{path}.label", f"field.{path}.label")

    def field(self, path: str):
        """The block of one field: label, control, message."""
        return self.page.locator(f'[data-field="{path}"]')

    def choose(self, path: str, value: str) -> None:
        """Choose an option of a list, or a yes or no."""
        field = self.field(path)
        if field.get_attribute("data-kind") == "boolean":
            field.get_by_label(self.words(f"choice.{value}"), exact=True).check()
        else:
            field.get_by_label(self.label(path)).select_option(value)

    def type(self, path: str, value: str) -> None:
        """Type into a field."""
        self.field(path).get_by_label(self.label(path)).fill(value)

    def institution(self, code: str) -> None:
        """Choose the institution whose rules are asked."""
        self.page.get_by_label(self.words("calculator.institution"), exact=True).select_option(code)

    def row(self, number: int, **cells: str) -> None:
        """Fill the nth course; rows are added as needed."""
        rows = self.page.locator("[data-rows] > .row")
        while rows.count() < number:
            self.page.get_by_role("button", name=self.words("rows.add")).click()
        for cell, value in cells.items():
            rows.nth(number - 1).get_by_label(self.words(f"cell.{cell}")).fill(value)

    def promotion(self, gpa: str, institution: str = "htii") -> None:
        """Fill in: does a master's student with this GPA pass to the second year?"""
        self.institution(institution)
        self.choose("level", "master")
        self.type("year_completed", "1")
        self.type("gpa", gpa)

    def submit(self) -> None:
        """Press the button."""
        self.page.get_by_role("button", name=self.words("calculator.submit")).click()

    @property
    def verdict(self):
        """The announced answer."""
        return self.page.get_by_role("region", name=self.words("calculator.verdict"))

    def expect_status(self, status: str) -> None:
        """Wait for an answer of this status."""
        expect(self.verdict).to_have_attribute("data-status", status, timeout=PATIENCE)


def damaged(content: bytes) -> bytes:
    """The same with one bit changed."""
    return content[:100] + bytes([content[100] ^ 1]) + content[101:]


def send_damaged(monkeypatch: pytest.MonkeyPatch, name: str, times: int = 1_000) -> list[str]:
    """Let the host damage a file so many times; the list grows with each."""
    sent: list[str] = []
    whole = Handler.send_head

    def send_head(self: Handler) -> object:
        if not self.path.endswith(f"/{name}") or len(sent) == times:
            return whole(self)
        sent.append(self.path)
        del self.headers["Accept-Encoding"]  # a damaged compression would not even be read
        with whole(self) as file:
            return BytesIO(damaged(file.read()))

    monkeypatch.setattr(Handler, "send_head", send_head)
    return sent
