"""Many students at once: a file in, columns put right, a verdict a row, a file out, all of it on the device."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect

from scripts.clauses.source import LANGUAGES
from scripts.wording import wording
from tests.browser.conftest import PATIENCE

STUDENTS = "Аты;Деңгей;Курс;GPA\nАлма;магистр;1;1,67\nБекзат;магистр;1;1,66\n=Дана();магистр;1;екі\n"
ROWS = 5_000


class Desk:
    """The page as a registrar uses it."""

    def __init__(self, page: Page, base: str, language: str = "kk") -> None:
        self.page, self.words = page, wording(language)
        page.goto(f"{base}{'' if language == 'kk' else f'{language}/'}calc/table/")
        expect(page.locator("[data-table-page]")).to_have_attribute("data-ready", "")

    def give(self, name: str, content: bytes) -> None:
        """Choose a file and wait until it is read."""
        self.page.get_by_label(self.words("table.file")).set_input_files({"name": name, "mimeType": "", "buffer": content})
        expect(self.page.locator("#columns")).to_be_focused(timeout=PATIENCE)

    def paste(self, text: str) -> None:
        """Paste a table and read it."""
        self.page.get_by_label(self.words("table.paste")).fill(text)
        self.page.get_by_role("button", name=self.words("table.read")).click()

    def judge(self, institution: str = "htii") -> None:
        """Press the button and wait for the result."""
        self.page.get_by_label(self.words("table.institution")).select_option(institution)
        self.page.get_by_role("button", name=self.words("table.run")).click()
        expect(self.page.locator("#results")).to_be_focused(timeout=PATIENCE)

    def result(self) -> list[list[str]]:
        """The cells on the page."""
        return self.page.locator("[data-results] tbody tr").evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.textContent))")

    def save(self, kind: str) -> bytes:
        """The file behind a button."""
        with self.page.expect_download(timeout=PATIENCE) as waiting:
            self.page.get_by_role("button", name=self.words(f"table.save_{kind}")).click()
        return Path(waiting.value.path()).read_bytes()


def workbook(rows: list[list[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pasted_table_gets_a_verdict_or_an_error_on_every_row(page: Page, site_url, language, faults):
    """In the page's language, with the clause; nothing is sent anywhere."""
    desk = Desk(page, site_url, language)
    desk.paste(STUDENTS)
    expect(page.locator("#columns")).to_be_focused(timeout=PATIENCE)
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    desk.judge()
    first, second, third = desk.result()

    assert first[0] == "Алма"
    assert "5.5.13" in first[-1]
    assert desk.words.first("check.gpa_transfer.gpa", "check.gpa") in second[5]
    assert second[6]
    assert desk.words.first("field.gpa_transfer.gpa.label", "field.gpa.label") in third[5]
    for status in ("met", "not_met", "invalid_input"):
        expect(page.locator("[data-counts]")).to_contain_text(desk.words("table.count", status=desk.words(f"table.status.{status}"), n=1))
    assert not any("undefined" in cell or "NaN" in cell for row in (first, second, third) for cell in row)
    assert [url for url in sent if not url.startswith("blob:")] == []
    assert faults == []


def test_a_workbook_is_read_and_written(page: Page, site_url):
    """Numbers, days and words as Excel stores them; the answer is a workbook without formulas."""
    desk = Desk(page, site_url, "ru")
    rows = [["ФИО", "Вид стипендии", "Финансирование", "Уровень", "Оценки", "Конец сессии"],
            ["Ли", "государственная", "грант", "бакалавриат", "A, B+", date(2026, 6, 20)],
            ["=HYPERLINK(1)", "президентская", "", "", "хорошо", None]]  # fmt: skip
    desk.give("students.xlsx", workbook(rows))
    expect(page.locator("[data-calculator]")).to_have_value("scholarship")
    desk.judge("aues")
    header, first, second = load_workbook(io.BytesIO(desk.save("xlsx"))).active.iter_rows()

    assert [cell.value for cell in header[:6]] == rows[0]
    assert first[5].value == "2026-06-20"
    assert first[6].value == desk.words.first("status.scholarship.met", "status.met")
    assert second[6].value
    assert {cell.data_type for row in (header, first, second) for cell in row} <= {"s", "n", "inlineStr"}


def test_a_csv_that_comes_out_runs_nothing(page: Page, site_url):
    """A name that looks like a formula is text when the registrar opens the file."""
    desk = Desk(page, site_url)
    desk.give("students.csv", STUDENTS.encode("utf-8-sig"))
    desk.judge()
    content = desk.save("csv")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))

    assert content.startswith(b"\xef\xbb\xbf")
    assert [row[0] for row in rows] == ["Аты", "Алма", "Бекзат", "'=Дана()"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_columns_are_put_right_by_hand(page: Page, site_url):
    """An unknown heading is pointed at; the verdict follows."""
    desk = Desk(page, site_url, "en")
    desk.paste("Who,How good,Level,Year\nAnn,2.5,master,1\n")
    expect(page.locator("#columns")).to_be_focused(timeout=PATIENCE)
    gpa = page.locator("[data-path=gpa]")
    expect(gpa).to_have_value("")
    gpa.select_option(label="How good")
    desk.judge()

    assert desk.result()[0][4] == desk.words.first("status.gpa_transfer.met", "status.met").replace("{gpa}", "2.5000") or "2.5" in desk.result()[0][4]


@pytest.mark.parametrize(("name", "content", "error"), [
    ("x.xlsx", b"PK\x03\x04 broken", "not_a_table"), ("x.csv", b"\x89PNG\0\0", "not_a_table"), ("x.csv", b"GPA", "no_rows"),
    ("x.csv", b"", "no_rows"), ("x.csv", b"GPA\n" + b"1\n" * 10_001, "too_many_rows"),
])  # fmt: skip
def test_what_is_no_table_is_told(page: Page, site_url, name, content, error):
    """A sentence, and the page goes on working."""
    desk = Desk(page, site_url)
    page.get_by_label(desk.words("table.file")).set_input_files({"name": name, "mimeType": "", "buffer": content})
    expect(page.locator("[data-error]")).to_have_text(desk.words(f"table.error.{error}"), timeout=PATIENCE)
    desk.give("students.csv", STUDENTS.encode())
    desk.judge()


def test_five_thousand_rows_are_judged_and_can_be_cancelled(page: Page, site_url):
    """Progress is told; a cancelled run leaves nothing, another press does it all."""
    desk = Desk(page, site_url, "ru")
    desk.give("big.csv", ("Часы без причины\n" + "".join(f"{row % 50}\n" for row in range(ROWS))).encode())
    page.get_by_label(desk.words("table.institution")).select_option("aues")
    page.get_by_role("button", name=desk.words("table.run")).click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("button", name=desk.words("table.cancel")).click()
    expect(page.locator("[data-progress]")).to_have_text(desk.words("table.cancelled"))
    expect(page.locator("[data-result-step]")).to_be_hidden()
    desk.judge("aues")

    expect(page.locator("[data-results] tbody tr")).to_have_count(200)
    reached = sum(row % 50 >= 36 for row in range(ROWS))
    for status, number in {"reached": reached, "below": ROWS - reached}.items():
        expect(page.locator("[data-counts]")).to_contain_text(desk.words("table.count", status=desk.words(f"table.status.{status}"), n=number))
    assert len(desk.save("csv").splitlines()) == ROWS + 1


def test_the_library_for_workbooks_comes_only_when_it_is_needed(page: Page, site_url):
    """A calculator loads neither; a pasted table loads no library; a changed one is refused."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    desk = Desk(page, site_url)
    desk.paste(STUDENTS)
    expect(page.locator("#columns")).to_be_focused(timeout=PATIENCE)
    assert any("/addons/tables." in url for url in asked)
    assert not any("/addons/spreadsheets." in url for url in asked)
    page.route("**/addons/spreadsheets.*", lambda route: route.fulfill(body=b"PK\x05\x06" + bytes(18)))
    page.get_by_label(desk.words("table.file")).set_input_files({"name": "x.xlsx", "mimeType": "", "buffer": workbook([["GPA"], [2]])})

    expect(page.locator("[data-error]")).not_to_be_empty(timeout=PATIENCE)
