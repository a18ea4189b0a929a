"""Figures by name and by day, and an amended edition."""

from datetime import date

import pytest

from calculators import rulebook
from calculators.api import answer
from calculators.errors import NotInForce
from calculators.rulebook import RULEBOOK

AMENDED = """
[gpa_transfer.master.any]
"1" = [
  { value = "2.00", unit = "gpa_points", relation = ">=", clause = "aues-3.2", from = 2030-09-01 },
  { value = "2.50", unit = "gpa_points", relation = ">=", clause = "aues-3.2", from = 2032-09-01, until = 2033-08-31 },
]
"""
QUESTION = {"calculator": "gpa_transfer", "institution": "aues"}


def threshold(day: str) -> str | None:
    inputs = {"level": "master", "year_completed": 1, "gpa": "2.4", "as_of": day}
    return answer(QUESTION | {"inputs": inputs}, RULEBOOK.amended("aues", AMENDED)).get("threshold")


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2020-01-01", "2.34"), ("2030-08-31", "2.34"), ("2030-09-01", "2.00"), ("2032-08-31", "2.00"),
        ("2032-09-01", "2.50"), ("2033-08-31", "2.50"), ("2033-09-01", None),
    ],
)  # fmt: skip
def test_a_version_holds_from_its_first_day_until_the_next_begins(day, value):
    """The undated figure before it, nothing after the last day; no calculator is touched."""
    assert threshold(day) == value


def test_outside_its_days_a_figure_is_not_replaced():
    """The nearest version is no answer."""
    amended = RULEBOOK.amended("aues", AMENDED)
    inputs = {"level": "master", "year_completed": 1, "gpa": "2.4", "as_of": "2034-01-01"}
    said = answer(QUESTION | {"inputs": inputs}, amended)

    assert (said["status"], said["flags"], said["clauses"]) == ("undefined", ["not_in_force"], ["aues-3.2"])
    with pytest.raises(NotInForce, match="aues.gpa_transfer.master.any.1 has no value on that day; look in aues-3.2"):
        amended.ruling("aues.gpa_transfer.master.any.1", date(2034, 1, 1))


@pytest.mark.parametrize(("day", "status"), [("2030-06-30", "reached"), ("2030-07-01", "undefined")])
def test_a_rule_may_only_end(day, status):
    """No first day, a last one: that day belongs to it, and the answer tells which day was asked about."""
    text = "[attendance]\nlimit = { value = '20', unit = 'hours', relation = '>=', clause = 'htii-4.22', until = 2030-06-30 }"
    said = answer(
        {"calculator": "attendance", "institution": "htii", "inputs": {"unexcused_hours": 20, "as_of": day}},
        RULEBOOK.amended("htii", text),
    )

    assert (said["status"], said["as_of"]) == (status, day)


def test_without_a_day_the_readers_own_is_taken(monkeypatch):
    """Only where a figure bears a date; the answer tells which day."""
    monkeypatch.setattr(rulebook, "today", lambda: date(2032, 9, 1))
    inputs = {"level": "master", "year_completed": 1, "gpa": "2.4"}
    said = answer(QUESTION | {"inputs": inputs}, RULEBOOK.amended("aues", AMENDED))

    assert (said["threshold"], said["as_of"]) == ("2.50", "2032-09-01")


def test_where_no_date_is_known_the_day_changes_nothing():
    """Undated figures always hold; a day that was asked about is told back."""
    plain = answer(QUESTION | {"inputs": {"level": "master", "year_completed": 1, "gpa": "2.4"}})
    dated = answer(QUESTION | {"inputs": {"level": "master", "year_completed": 1, "gpa": "2.4", "as_of": "1999-12-31"}})

    assert dated == plain | {"as_of": "1999-12-31"}
    assert "as_of" not in plain


def test_an_amendment_leaves_the_first_edition_alone():
    """Two editions stand side by side."""
    before = RULEBOOK.ruling("aues.gpa_transfer.master.any.1")
    amended = RULEBOOK.amended("aues", AMENDED + "\n[silent]\nattendance = ['aues-2.3.3']\n[new_question]\nlimit = { clause = 'aues-1.1.1' }")

    assert RULEBOOK.ruling("aues.gpa_transfer.master.any.1") == before
    assert not RULEBOOK.has("aues.new_question")
    assert amended.has("aues.new_question.limit")
    assert RULEBOOK.silence("aues.attendance") is None
    assert amended.silence("aues.attendance") == ("aues-2.3.3",)


def test_a_rule_may_end_a_silence():
    """An institution that starts to regulate a question is judged by it, and the next one is not."""
    text = "[attendance]\nlimit = { value = '20', unit = 'hours', relation = '>=', clause = 'htii-4.22' }"
    said = answer(
        {"calculator": "attendance", "institution": "htii", "inputs": {"unexcused_hours": 20}}, RULEBOOK.amended("htii", text)
    )

    assert (said["status"], said["threshold"], said["clauses"]) == ("reached", 20, ["htii-4.22"])


def test_a_figure_knows_its_forms():
    """A fraction, a count, a list, companions."""
    assert RULEBOOK.ruling("umc.quorum.rumc.quorum").number * 3 == 2
    assert RULEBOOK.ruling("htii.commission.quality.sizes").listed == ("7", "9")
    assert RULEBOOK.ruling("ietu.credits.total.sci_ped").clauses == ("ietu-2.6", "ietu-3.4")
    assert RULEBOOK.keys("aues.ects_distribution.share") == ("A", "B", "C", "D", "E")
    assert RULEBOOK.source_year("htii") == 2023
    assert RULEBOOK.source_year("miras") is None


def test_a_name_no_document_has_is_a_defect_and_not_a_silence():
    """Asking for it is our mistake."""
    with pytest.raises(KeyError):
        RULEBOOK.ruling("ietu.credits.total.nobody")
