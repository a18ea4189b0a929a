"""Who sits on which commission."""

import pytest

from calculators import ask


@pytest.mark.parametrize(
    ("members", "students", "status", "share", "reached"),
    [
        (7, 0, "not_met", "0.00", False), (7, 1, "not_met", "14.29", False), (7, 2, "undefined", "28.57", False),
        (7, 3, "met", "42.86", True), (7, 7, "met", "100.00", True), (9, 1, "not_met", "11.11", False),
        (9, 2, "not_met", "22.22", False), (9, 3, "met", "33.33", True), (9, 4, "met", "44.44", True),
    ],
)  # fmt: skip
def test_thirty_percent_of_seven_or_nine_is_never_whole(members, students, status, share, reached):
    """Three students are enough either way; two of seven are the nearest number and below."""
    answer = ask("commission", "htii", kind="quality", members=members, students=students)

    assert (answer["status"], answer["student_share_pct"], answer["share_reached_30"]) == (status, share, reached)
    assert answer["size_ok"] is True
    assert "share_rounding_not_defined" in answer["flags"]
    assert "htii-1.4" in answer["clauses"]


@pytest.mark.parametrize(("members", "students"), [(10, 3), (8, 4), (6, 3), (11, 11), (1, 1)])
def test_other_sizes_fail_whatever_the_share(members, students):
    """Even where thirty per cent come out exactly."""
    answer = ask("commission", "htii", kind="quality", members=members, students=students)

    assert (answer["status"], answer["size_ok"], answer["share_reached_30"]) == ("not_met", False, True)
    assert answer["flags"] == []


def test_the_students_still_missing_are_counted():
    """One of nine: two more people make it three."""
    change = ask("commission", "htii", kind="quality", members=9, students=1)["change"]

    assert change == [{"item": "student_share", "needed": "2", "unit": "people"}]


@pytest.mark.parametrize(("kind", "members", "needed"), [("quality", 8, "7, 9"), ("antiplagiarism", 2, "3"), ("antiplagiarism", 5, "3")])
def test_a_wrong_size_is_told_the_right_one(kind, members, needed):
    """The number there has to be, not how many too many or too few."""
    change = ask("commission", "htii", kind=kind, members=members, students=members)["change"]

    assert change == [{"item": "size", "needed": needed, "unit": "people"}]


def test_a_share_just_short_is_not_shown_as_reached():
    """More decimals instead of 30.00."""
    answer = ask("commission", "htii", kind="quality", members=100_000, students=29_999)

    assert (answer["student_share_pct"], answer["share_reached_30"]) == ("29.999", False)


@pytest.mark.parametrize(
    ("kind", "inputs", "status", "clause"),
    [
        ("admission", {"members": 7, "chair": "rector"}, "met", "htii-5.2.12"),
        ("admission", {"members": 8, "chair": "rector"}, "not_met", "htii-5.2.12"),
        ("admission", {"members": 7, "chair": "vice_rector"}, "not_met", "htii-5.2.12"),
        ("exam", {"members": 5, "appeal_members_inside": 0}, "met", "htii-5.3.2"),
        ("exam", {"members": 6, "appeal_members_inside": 0}, "not_met", "htii-5.3.2"),
        ("exam", {"members": 5, "appeal_members_inside": 1}, "not_met", "htii-5.3.2"),
        ("appeal", {"members": 1}, "met", "htii-5.3.17"), ("appeal", {"members": 2}, "not_met", "htii-5.3.17"),
    ],
)  # fmt: skip
def test_the_other_commissions_are_odd(kind, inputs, status, clause):
    """The rector presides at admission; no appeal member examines."""
    answer = ask("commission", "htii", kind=kind, **inputs)

    assert (answer["status"], answer["odd_ok"]) == (status, inputs["members"] % 2 == 1)
    assert clause in answer["clauses"]


@pytest.mark.parametrize(("members", "status"), [(2, "not_met"), (3, "met"), (4, "not_met")])
def test_three_people_look_for_plagiarism(members, status):
    """Exactly three."""
    answer = ask("commission", "htii", kind="antiplagiarism", members=members)

    assert (answer["status"], answer["size_ok"]) == (status, members == 3)
    assert "htii-gl.27" in answer["clauses"]


@pytest.mark.parametrize(
    ("inputs", "status", "field", "code"),
    [
        ({}, "incomplete", "kind", "blank"), ({"kind": "quality"}, "incomplete", "members", "blank"),
        ({"kind": "quality", "members": 7}, "incomplete", "students", "blank"),
        ({"kind": "admission", "members": 7}, "incomplete", "chair", "blank"),
        ({"kind": "exam", "members": 7}, "incomplete", "appeal_members_inside", "blank"),
        ({"kind": "quality", "members": 0}, "invalid_input", "members", "not_positive"),
        ({"kind": "quality", "members": 7, "students": 8}, "invalid_input", "students", "more_than_total"),
        ({"kind": "exam", "members": 7, "appeal_members_inside": 8}, "invalid_input", "appeal_members_inside", "more_than_total"),
        ({"kind": "jury"}, "invalid_input", "kind", "not_a_choice"),
    ],
)  # fmt: skip
def test_wrong_and_blank_inputs_are_named(inputs, status, field, code):
    """A part is not more than the whole."""
    answer = ask("commission", "htii", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, field, code)


def test_aues_only_says_who_may_sit():
    """No number is borrowed for it."""
    answer = ask("commission", "aues", kind="quality", members=7, students=3)

    assert (answer["status"], answer["clauses"]) == ("undefined", ["aues-1.1.15"])
