"""Deadlines as a calendar file, and the holidays they are counted with."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.build import ROOT
from scripts.clauses.source import LANGUAGES
from scripts.holidays import listed, years

LONGEST = 75  # octets, RFC 5545 section 3.1
SOURCE = ROOT / "docs" / "assets" / "calculators" / "calendar.mjs"


def saved(page: Page, words, folder: Path) -> bytes:
    """The file behind the button."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=words("report.calendar")).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.suffix == ".ics"
    return path.read_bytes()


def unfolded(content: bytes) -> list[str]:
    """The lines as a calendar program reads them; every written one is within the standard."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= LONGEST for line in content.split(b"\r\n"))
    for line in content.split(b"\r\n"):
        line.decode("utf-8")  # no letter is cut in two
    return content.decode("utf-8").replace("\r\n ", "").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deadline_is_saved_with_its_clause_and_address(ask, page: Page, tmp_path, language):
    """Whole days, the other reading too, the clause's own words and where it stands."""
    calculator = ask("deadline", language)
    calculator.institution("aues")
    calculator.choose("kind", "refusal_notice")
    calculator.type("refusal_date", "2026-08-20")
    calculator.submit()
    calculator.expect_status("ok")
    lines = unfolded(saved(page, calculator.words, tmp_path))

    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    starts = [line for line in lines if line.startswith("DTSTART")]
    assert starts
    assert all(re.fullmatch(r"DTSTART;VALUE=DATE:2026\d{4}", line) for line in starts)
    assert len({line for line in lines if line.startswith("UID:")}) == lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(starts)
    assert all(re.fullmatch(r"DTSTAMP:\d{8}T\d{6}Z", line) for line in lines if line.startswith("DTSTAMP"))
    [link] = {line for line in lines if line.startswith("URL:")}
    assert re.fullmatch(r"URL:http://127\.0\.0\.1:\d+/(ru/|en/)?aues/\d+/#aues-[\d.]+", link)
    assert all(link.removeprefix("URL:") in line for line in lines if line.startswith("DESCRIPTION"))
    assert all(calculator.words("choice.deadline.kind.refusal_notice") in line.replace("\\", "") for line in lines if line.startswith("SUMMARY"))


def test_an_hour_stays_the_readers_own(ask, page: Page, tmp_path):
    """No document names a time zone, so none is written."""
    calculator = ask("deadline", "en")
    calculator.institution("htii")
    calculator.choose("kind", "appeal")
    calculator.type("results_date", "2026-07-05")
    calculator.submit()
    calculator.expect_status("ok")
    lines = unfolded(saved(page, calculator.words, tmp_path))

    assert [line for line in lines if line.startswith("DTSTART")] == ["DTSTART:20260706T130000"]


def test_an_answer_without_a_day_offers_no_calendar(ask, page: Page):
    """A GPA is no date."""
    calculator = ask("grade_scale", "en")
    calculator.type("score", "87")
    calculator.submit()
    calculator.expect_status("ok")

    expect(page.get_by_role("button", name=calculator.words("report.calendar"))).to_be_hidden()


@pytest.mark.parametrize("text", ["a" * 300, "ұ" * 200, "😀" * 80, "a,b;c\\d\ne\r\nf\x07", "x" * 66 + "ә"])
def test_any_text_is_escaped_and_folded_between_letters(ask, page: Page, text):
    """Read back, the text is the same but for control characters."""
    # On the site this module is part of a larger file.
    page.route("**/calendar.mjs", lambda route: route.fulfill(path=SOURCE, content_type="text/javascript"))
    ask("grade_scale", "en")
    content = page.evaluate(
        "async (text) => (await import('/calendar.mjs')).calendar([{ id: 'x', when: '2026-02-28', title: text, text }], new Date(0))", text
    )
    [title] = [line for line in unfolded(content.encode("utf-8")) if line.startswith("SUMMARY:")]
    read = re.sub(r"\\(.)", lambda match: {"n": "\n"}.get(match[1], match[1]), title.removeprefix("SUMMARY:"))

    assert read == text.replace("\r\n", "\n").replace("\x07", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_holidays_are_filled_in_named_and_change_the_day(ask, page: Page, language):
    """Ten working days over New Year skip it; without the list they do not."""
    calculator = ask("deadline", language)
    field = page.locator("[name=holidays]")
    first = years()[0]
    expect(field).to_have_value(re.compile(rf"^{first}-01-01 {re.escape(calculator.words('holiday.new_year'))}$", re.MULTILINE))
    calculator.institution("aues")
    calculator.choose("kind", "refusal_notice")
    expect(page.get_by_text(calculator.words("holidays.assumed", first=first, last=years()[-1]))).to_be_visible()
    calculator.type("refusal_date", f"{first + 1}-12-30")
    calculator.submit()
    calculator.expect_status("ok")
    counted = calculator.verdict.locator("dl").inner_text()
    field.fill("")
    calculator.submit()
    expect(calculator.verdict.locator("dl")).not_to_have_text(counted, use_inner_text=True)
    page.reload()
    expect(page.locator("[data-calculator-page]")).to_have_attribute("data-ready", "")
    expect(field).to_have_value("")


def test_a_day_that_is_none_is_told_beside_the_list(ask, page: Page):
    """Names may follow a day; a name alone is no day."""
    calculator = ask("deadline", "ru")
    calculator.institution("aues")
    calculator.choose("kind", "refusal_notice")
    calculator.type("refusal_date", "2026-08-20")
    page.locator("[name=holidays]").fill("2026-08-21 мой день, 2026-08-24\nНаурыз")
    calculator.submit()

    expect(calculator.field("holidays").get_by_role("alert")).not_to_be_empty()


def test_the_list_is_of_working_days_in_every_language():
    """Three years from the one given; estimates say so; no weekend."""
    kazakh, russian, english = (listed(language, years()) for language in LANGUAGES)

    assert [day["day"] for day in kazakh] == [day["day"] for day in russian] == [day["day"] for day in english]
    assert {day["day"][:4] for day in kazakh} == {str(year) for year in years()}
    assert any(day["estimated"] for day in kazakh)
    assert len({day["name"] for day in kazakh} & {day["name"] for day in english}) == 0


def test_the_list_of_the_site_is_the_library_s(built_site: Path):
    """What the form is given is what the build wrote."""
    [path] = built_site.glob("assets/**/holidays/kk.json")

    assert json.loads(path.read_text("utf-8"))["days"] == listed("kk", years())
