"""Length, going abroad, and working from afar."""

import pytest

from calculators import ask

HOME = {
    "start_date": "2026-06-01", "end_date": "2026-06-14", "abroad": False, "format": "onsite", "host_contract": True,
    "place_agreed": True,
}  # fmt: skip
ABROAD = HOME | {
    "abroad": True, "preliminary_results": True, "publications": 0, "cefr": "B2", "public_life_active": True,
}  # fmt: skip
ONLINE = HOME | {"format": "online", "fully_remote_mode": True, "host_consent_remote": True}


def check(base: dict, **changed: object) -> dict:
    return ask("internship", "ietu", **base | changed)


@pytest.mark.parametrize(
    ("changed", "days", "met"),
    [
        ({}, 14, True), ({"end_date": "2026-06-13"}, 13, False), ({"end_date": "2026-06-15"}, 15, True),
        ({"start_date": None, "end_date": None, "days": 14}, 14, True),
        ({"start_date": None, "end_date": None, "days": "13"}, 13, False),
        ({"end_date": None, "days": 20}, 20, True), ({"end_date": "2026-06-01", "days": 30}, 1, False),
    ],
)  # fmt: skip
def test_fourteen_calendar_days_with_both_ends_are_enough(changed, days, met):
    """1 to 14 June is fourteen days; dates outrank a number of days."""
    answer = check(HOME, **changed)

    assert (answer["days"], answer["status"]) == (days, "met" if met else "not_met")
    assert answer["missing"] == ([] if met else ["duration"])


@pytest.mark.parametrize(
    ("changed", "item"),
    [
        ({"preliminary_results": False}, "research_or_publication"),
        ({"preliminary_results": False, "publications": 1}, None),
        ({"cefr": "B1"}, "language"), ({"cefr": "B2"}, None), ({"cefr": "c1"}, None), ({"cefr": "С2 "}, None),
        ({"cefr": "в2"}, None), ({"cefr": "A2"}, "language"), ({"cefr": "A1"}, "language"), ({"cefr": "CEFR B1"}, "language"),
        ({"public_life_active": False}, "public_life"), ({"host_contract": False}, "host_contract"),
        ({"place_agreed": False}, "place_agreed"),
    ],
)  # fmt: skip
def test_going_abroad_asks_three_things_more(changed, item):
    """Results or publications, at least B2, public life; contract and place as for everyone."""
    answer = check(ABROAD, **changed)

    assert (answer["status"], answer["missing"]) == (("not_met", [item]) if item else ("met", []))
    assert "ietu-7.3" in answer["clauses"]


@pytest.mark.parametrize(
    ("changed", "unknown"),
    [
        ({"preliminary_results": None}, ["research_or_publication"]),
        ({"preliminary_results": False, "publications": None}, ["research_or_publication"]),
        ({"cefr": None}, ["language"]), ({"public_life_active": ""}, ["public_life"]),
        ({"host_contract": None}, ["host_contract"]), ({"place_agreed": None}, ["place_agreed"]),
        ({"start_date": None}, ["duration"]), ({"format": None}, ["remote_condition"]),
    ],
)  # fmt: skip
def test_what_is_not_answered_is_unknown(changed, unknown):
    """Nothing missing yet, nothing decided."""
    answer = check(ABROAD, **changed)

    assert (answer["status"], answer["missing"], answer["unknown"]) == ("incomplete", [], unknown)


def test_not_saying_whether_abroad_leaves_its_conditions_unknown():
    """And a length too short is an answer all the same."""
    answer = check(HOME, abroad=None)

    assert answer["unknown"] == ["research_or_publication", "language", "public_life"]
    assert check(HOME, abroad=None, end_date="2026-06-02")["status"] == "not_met"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"start_date": None}, "start_date"), ({"end_date": None}, "end_date"), ({"start_date": None, "end_date": None}, "start_date"),
        ({"end_date": None, "place_agreed": False}, None), ({"public_life_active": None}, None),
    ],
)  # fmt: skip
def test_a_length_that_is_not_told_is_asked_for(changed, field):
    """By the date that is blank, as long as there is no verdict."""
    assert check(ABROAD, **changed).get("error_field") == field


def test_what_active_means_is_open_for_those_who_are_let_go_abroad():
    """The document does not say; at home nobody asks, and a refusal has other reasons."""
    assert "active_not_defined" in check(ABROAD)["flags"]
    assert "active_not_defined" not in check(HOME)["flags"]
    assert "active_not_defined" not in check(ABROAD, cefr="A1")["flags"]


@pytest.mark.parametrize("cefr", ["IELTS 6.5", "toefl ibt 90", "TestDaF 4", "CAE 193"])
def test_a_certificate_without_a_level_is_undefined(cefr):
    """No document says which score is B2; at home nobody asks."""
    answer = check(ABROAD, cefr=cefr)

    assert (answer["status"], answer["missing"]) == ("undefined", [])
    assert "certificate_equivalence_not_defined" in answer["flags"]
    assert check(ABROAD, cefr=cefr, host_contract=False)["status"] == "not_met"
    assert check(ABROAD, cefr=cefr, host_contract=None)["status"] == "incomplete"
    assert check(HOME, cefr=cefr)["status"] == "met"


@pytest.mark.parametrize(
    ("changed", "status", "met"),
    [
        ({}, "met", True), ({"fully_remote_mode": False}, "not_met", False),
        ({"host_consent_remote": False}, "not_met", False), ({"host_consent_remote": None}, "incomplete", None),
        ({"fully_remote_mode": False, "host_consent_remote": None}, "not_met", False),
    ],
)  # fmt: skip
def test_online_needs_the_full_remote_mode_and_the_hosts_consent(changed, status, met):
    """Both; and the two clauses that disagree are told."""
    answer = check(ONLINE, **changed)

    assert answer["status"] == status
    assert {"check": "remote_condition", "met": met}.items() <= next(
        each for each in answer["trace"] if each["check"] == "remote_condition"
    ).items()
    assert "online_7_3_vs_7_6" in answer["flags"]
    assert "ietu-7.6" in answer["clauses"]


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"end_date": "2026-05-31"}, "end_date", "before_start"), ({"start_date": "June"}, "start_date", "not_a_date"),
        ({"cefr": "fluent"}, "cefr", "not_a_level"), ({"cefr": 5}, "cefr", "not_text"),
        ({"cefr": "B2" * 100}, "cefr", "too_long"), ({"publications": -1}, "publications", "negative"),
        ({"format": "hybrid"}, "format", "not_a_choice"), ({"days": 13.5}, "days", "not_whole"),
    ],
)  # fmt: skip
def test_wrong_inputs_are_named(changed, field, code):
    """A level that is none, days that are not whole."""
    answer = check(ABROAD, **changed)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", field, code)


def test_elsewhere_there_is_no_such_internship():
    """htii is silent."""
    assert ask("internship", "htii", **ABROAD)["flags"] == ["not_in_document"]
