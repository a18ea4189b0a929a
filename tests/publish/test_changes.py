"""What changed, proved by a second edition of the promotion averages that only tests know."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from calculators.api import answer
from calculators.rulebook import RULEBOOK
from scripts.clauses.source import LANGUAGES
from scripts.pages import DEFAULT, Place, clause_url
from scripts.publish.address import EXAMPLE, Addresses
from scripts.publish.changes import ChangeError, changes, dated_figures
from scripts.publish.days import printed_day
from scripts.publish.difference import difference
from scripts.publish.feed import news
from scripts.publish.templates import templates
from scripts.site import Surroundings
from scripts.wording import wording

CLAUSE = "htii-5.5.13"
DAY = date(2027, 9, 1)
ACT = {"kk": "Ғылыми кеңестің шешімі", "ru": "Решение Учёного совета", "en": "Decision of the Academic Council"}
SECOND_EDITION = f"""
[gpa_transfer.bachelor.any]
"1" = [{{ value = "1.50", unit = "gpa_points", relation = ">=", clause = "{CLAUSE}", from = {DAY} }}]
"""


@pytest.fixture
def before(built_site: Path) -> dict[str, str]:
    """The clause as it stands today; in this test it is the old text."""
    return json.loads((built_site / "api" / "c" / f"{CLAUSE}.json").read_text("utf-8"))["text"]


@pytest.fixture
def folder(tmp_path: Path, before) -> Path:
    """The amendment as an editor would file it."""
    def by_language(texts: dict[str, str]) -> str:
        return "{" + ", ".join(f"{language} = {json.dumps(text, ensure_ascii=False)}" for language, text in texts.items()) + "}"

    text = f'day = {DAY}\nact = {by_language(ACT)}\n[[clause]]\nid = "{CLAUSE}"\nbefore = {by_language(before)}\n'
    (tmp_path / "2027-htii.toml").write_text(text, "utf-8")
    return tmp_path


def shown(before: dict[str, str], language: str):
    """The site's text after the amendment: one figure is another."""
    old, new = ("1.33", "1.50") if language == "en" else ("1,33", "1,50")
    assert old in before[language]
    return lambda clause_id: before[language].replace(old, new)


def rendered(template: str, language: str, **names) -> str:
    """A part of the page "What changed" in a language."""
    site = Surroundings(language, EXAMPLE)
    return templates().get_template(template).render(
        t=wording(language), language=language, site=site, root="../", clause_url=clause_url,
        printed_day=lambda day: printed_day(day, language), **names,
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_both_texts_and_marks_the_figure_alone(folder, before, language):
    """One figure changed: one word is marked on either side, and it is the whole figure."""
    [change] = changes(folder)
    html = rendered("partials/change.html", language, change=change, shown_text=shown(before, language))
    comma = "." if language == "en" else ","

    assert re.findall(r"<del>(.*?)</del>", html) == [f"1{comma}33"]
    assert re.findall(r"<ins>(.*?)</ins>", html) == [f"1{comma}50"]
    assert ACT[language] in html
    assert clause_url(CLAUSE, language) in html
    assert printed_day(DAY, language) in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figure_is_listed_with_its_day_and_both_days_can_be_asked(language):
    """The old figure, the new one, and the calculators as of the day before and the day."""
    [dated] = [each for each in dated_figures(RULEBOOK.amended("htii", SECOND_EDITION)) if each.clause == CLAUSE]
    html = rendered("partials/dated-figure.html", language, dated=dated)

    comma = "." if language == "en" else ","
    assert f"<del>1{comma}33</del> → " in html
    assert f"<ins>1{comma}50</ins>" in html
    for day in ("2027-08-31", "2027-09-01"):
        assert f"calc/gpa_transfer/#institution=htii&amp;as_of={day}" in html


@pytest.mark.parametrize(("day", "threshold", "status"), [("2027-08-31", "1.33", "met"), ("2027-09-01", "1.50", "not_met")])
def test_a_calculator_answers_as_of_the_day(day, threshold, status):
    """1.40 was enough on the last day of the old text and is not on the first of the new."""
    inputs = {"level": "bachelor", "year_completed": 1, "gpa": "1.40", "as_of": day}
    said = answer({"calculator": "gpa_transfer", "institution": "htii", "inputs": inputs}, RULEBOOK.amended("htii", SECOND_EDITION))

    assert (said["threshold"], said["status"], said["as_of"]) == (threshold, status, day)


def test_the_feed_tells_of_the_amendment(folder):
    """Whoever follows the feed learns of it with the clause's own address."""
    entries = news("ru", Addresses(EXAMPLE), [], changes(folder), dated_figures(RULEBOOK.amended("htii", SECOND_EDITION)))
    told = [entry for entry in entries if entry.day == "2027-09-01"]

    assert [entry.address for entry in told] == [f"{EXAMPLE}ru/c/{CLAUSE}/"]
    assert "01.09.2027" in told[0].title
    assert told[0].text == f"{ACT['ru']}; 1.50"


def test_of_two_changes_the_older_ends_where_the_newer_begins(tmp_path: Path):
    """The new text of the first amendment is the old text of the second."""
    for name, day, text in (("a", "2027-09-01", "one"), ("b", "2028-09-01", "two")):
        by_language = "{" + ", ".join(f'{language} = "{text}"' for language in LANGUAGES) + "}"
        (tmp_path / f"{name}.toml").write_text(f'day = {day}\nact = {by_language}\n[[clause]]\nid = "{CLAUSE}"\nbefore = {by_language}\n')
    newer, older = changes(tmp_path)

    assert (newer.before["en"], newer.after) == ("two", None)
    assert (older.before["en"], older.after["en"]) == ("one", "two")


def test_a_change_of_an_unknown_clause_is_refused(tmp_path: Path):
    """A slip in an id would tell readers of another clause's change, or of none."""
    text = '{kk = "…", ru = "…", en = "…"}'
    (tmp_path / "a.toml").write_text(f'day = 2027-09-01\nact = {text}\n[[clause]]\nid = "htii-0.0"\nbefore = {text}\n', "utf-8")

    with pytest.raises(ChangeError, match="htii-0.0 is no known clause"):
        changes(tmp_path)


def test_today_no_document_is_amended_and_the_dated_figures_are_listed(built_site):
    """The page says what is true: figures with days there are, changed clauses none."""
    page = (built_site / Place(DEFAULT, "changes/").url() / "index.html").read_text("utf-8")

    assert changes() == []
    assert wording(DEFAULT)("changes.none") in page
    assert "29.08.2022" in page
    assert f"{wording(DEFAULT)('choice.role.student_rector')} – <ins>20\u00a0000</ins>" in page
    assert "calc/student_government_stipend/#institution=htii&amp;as_of=2022-08-28" in page


@pytest.mark.parametrize(
    ("before", "after", "lost", "gained"),
    [
        ("at least 1,33 points", "at least 2,0 points", ["1,33"], ["2,0"]),
        ("a b c", "a c", ["b "], []),
        ("a", "a b", [], [" b"]),
        ("same", "same", [], []),
        ("line one\nline two", "line one\nline 2", ["two"], ["2"]),
    ],
)
def test_words_and_figures_are_compared_whole(before, after, lost, gained):
    """A figure is never half marked."""
    old, new = difference(before, after)

    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after
    assert [piece.text for piece in old if piece.changed] == lost
    assert [piece.text for piece in new if piece.changed] == gained
