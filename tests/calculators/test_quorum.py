"""Two thirds, majorities, ties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import ask

BODIES = [
    ("umc", "rumc", "umc-10"), ("umc", "uao", "umc-20"),
    ("htii", "exam_commission", "htii-5.3.2"), ("htii", "appeal_commission", "htii-5.3.19"),
]  # fmt: skip


def vote(institution: str, body: str, total: int, present: int, *votes: object, **more: object) -> dict:
    counted = dict(zip(("votes_for", "votes_against", "votes_abstain"), votes, strict=False))
    return ask("quorum", institution, body=body, total_members=total, present=present, **counted, **more)


@pytest.mark.parametrize(("institution", "body", "clause"), BODIES)
@pytest.mark.parametrize(("total", "required"), [(10, 7), (9, 6), (12, 8), (15, 10), (3, 2), (1, 1), (2, 2), (18, 12)])
def test_two_thirds_are_rounded_up_to_a_person(institution, body, clause, total, required):
    """At least two thirds: that many are enough, one fewer is none."""
    at = vote(institution, body, total, required, required, 0)
    below = vote(institution, body, total, required - 1, required - 1, 0)

    assert (at["status"], at["quorum_required"], at["quorum_met"]) == ("adopted", required, True)
    assert (below["status"], below["quorum_met"]) == ("no_quorum", False)
    assert clause in at["clauses"]
    assert below["change"][0]["needed"] == "1"


@pytest.mark.parametrize(
    ("institution", "body", "votes", "status"),
    [
        ("umc", "rumc", (6, 4, 0), "adopted"), ("umc", "rumc", (4, 6, 0), "rejected"),
        ("umc", "rumc", (5, 4, 1), "undefined"), ("umc", "rumc", (6, 0, 4), "adopted"), ("umc", "rumc", (5, 0, 5), "undefined"),
        ("umc", "rumc", (5, 4, None), "undefined"), ("umc", "uao", (5, 1, 4), "undefined"),
        ("htii", "exam_commission", (5, 4, 1), "rejected"), ("htii", "appeal_commission", (5, 0, 0), "rejected"),
        ("htii", "exam_commission", (6, 4, 0), "adopted"), ("htii", "exam_commission", (1, 2, 7), "rejected"),
    ],
)  # fmt: skip
def test_a_majority_of_ten_present(institution, body, votes, status):
    """More than half adopts everywhere; a plurality is open at the councils and too little at htii."""
    answer = vote(institution, body, 10, 10, *votes)

    assert answer["status"] == status
    assert ("abstentions_not_defined" in answer["flags"]) == (status == "undefined")
    assert ("majority_of_present" in answer["flags"]) == (institution == "htii")
    assert ("participants_read_as_members" in answer["flags"]) == (body == "exam_commission")


@pytest.mark.parametrize(("institution", "body", "clause"), BODIES)
@pytest.mark.parametrize(
    ("chair", "status", "flag"),
    [
        ("for", "adopted_by_chair", None), ("against", "rejected_by_chair", None),
        ("abstain", "undefined", "chair_abstained"), (None, "undefined", "chair_vote_needed"),
    ],
)  # fmt: skip
def test_the_chair_settles_a_tie(institution, body, clause, chair, status, flag):
    """Where the chair took a side; it is not a second vote."""
    answer = vote(institution, body, 12, 9, 4, 4, 1, chair_vote=chair)

    assert answer["status"] == status
    assert flag is None or flag in answer["flags"]
    assert ("recommendatory" in answer["flags"]) == (body == "uao" and status == "adopted_by_chair")


def test_the_chair_cannot_override_a_majority():
    """A decisive vote decides ties alone."""
    assert vote("umc", "rumc", 10, 10, 4, 6, 0, chair_vote="for")["status"] == "rejected"
    assert vote("umc", "rumc", 10, 10, 6, 4, 0, chair_vote="against")["status"] == "adopted"


@pytest.mark.parametrize(
    ("present", "online", "status", "met"),
    [(8, 0, "adopted", True), (7, 1, "undefined", None), (7, 0, "no_quorum", False), (5, 2, "no_quorum", False), (8, 4, "adopted", True)],
)
def test_votes_from_afar_may_not_count_towards_the_quorum(present, online, status, met):
    """Whether they do is not said; with them alone the question stays open."""
    answer = vote("umc", "uao", 12, present, present + online, 0, 0, online_votes=online)

    assert (answer["status"], answer["quorum_met"]) == (status, met)
    assert ("online_quorum_not_defined" in answer["flags"]) == (status == "undefined")


def test_votes_from_afar_belong_to_one_body():
    """Elsewhere the field is ignored."""
    assert vote("umc", "rumc", 12, 7, 7, 0, 0, online_votes=5)["status"] == "no_quorum"
    assert vote("umc", "uao", 12, 8, 5, 3, 4, online_votes=4)["status"] == "undefined"


@pytest.mark.parametrize(
    ("inputs", "status", "field", "code"),
    [
        ({}, "incomplete", "body", "blank"), ({"body": "rumc"}, "incomplete", "total_members", "blank"),
        ({"body": "rumc", "total_members": 10}, "incomplete", "present", "blank"),
        ({"body": "rumc", "total_members": 10, "present": 7}, "incomplete", "votes_for", "blank"),
        ({"body": "rumc", "total_members": 10, "present": 7, "votes_for": 7}, "incomplete", "votes_against", "blank"),
        ({"body": "rumc", "total_members": 0}, "invalid_input", "total_members", "not_positive"),
        ({"body": "rumc", "total_members": "10,5"}, "invalid_input", "total_members", "not_whole"),
        ({"body": "rumc", "total_members": 10, "present": 11}, "invalid_input", "present", "more_than_total"),
        ({"body": "rumc", "total_members": 10, "present": 3, "votes_for": 4}, "invalid_input", "votes", "more_than_total"),
        ({"body": "rumc", "total_members": 10, "present": 8, "votes_for": 4, "votes_against": 4, "votes_abstain": 1}, "invalid_input", "votes", "more_than_total"),
        ({"body": "uao", "total_members": 10, "present": 8, "online_votes": 3}, "invalid_input", "online_votes", "more_than_total"),
        ({"body": "rumc", "total_members": 10, "present": 8, "votes_for": 0, "votes_against": 0, "chair_vote": "for"}, "invalid_input", "chair_vote", "not_counted"),
        ({"body": "parliament"}, "invalid_input", "body", "not_a_choice"),
        ({"body": "rumc", "chair_vote": "yes"}, "invalid_input", "chair_vote", "not_a_choice"),
    ],
)  # fmt: skip
def test_wrong_and_blank_inputs_are_named(inputs, status, field, code):
    """Nobody votes twice; without a quorum blank votes do not matter."""
    answer = ask("quorum", "umc", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, field, code)


@pytest.mark.parametrize(
    ("institution", "body", "votes", "bar", "met", "needed"),
    [
        ("umc", "rumc", (3, 3), "3", False, "1"), ("umc", "rumc", (2, 5), "5", False, "4"), ("umc", "rumc", (5, 3), "3", True, None),
        ("htii", "exam_commission", (4, 1), "4.5", False, "1"), ("htii", "exam_commission", (5, 4), "4.5", True, None),
        ("htii", "appeal_commission", (2, 7), "4.5", False, "3"),
    ],
)  # fmt: skip
def test_the_bar_of_a_majority_is_shown(institution, body, votes, bar, met, needed):
    """The votes against, or half of the nine present where these are counted; what is lacking is told."""
    answer = vote(institution, body, 9, 9, *votes)
    majority = answer["trace"][1]

    assert (majority["check"], majority["required"], majority["actual"], majority["met"]) == ("majority", bar, str(votes[0]), met)
    assert [each["needed"] for each in answer["change"]] == ([needed] if needed else [])


@pytest.mark.parametrize(("institution", "body", "clause"), BODIES)
def test_the_check_of_the_majority_agrees_with_the_decision(institution, body, clause):
    """No rejected vote shows it met, no adopted one lacks anything, and an open one leaves it open."""
    seen = set()
    for present in (9, 10):
        for votes_for, against in ((a, b) for a in range(present + 1) for b in range(present + 1 - a)):
            for chair in ("for", "against") if votes_for == against > 0 else (None,):
                answer = vote(institution, body, 12, present, votes_for, against, chair_vote=chair)
                seen.add(answer["status"])
                tie_or_less = votes_for <= against
                wanted = {"adopted": True, "undefined": False if tie_or_less else None}.get(answer["status"], False)

                assert answer["trace"][1]["met"] is wanted, answer
                assert bool(answer["change"]) == (wanted is False and answer["status"] != "adopted_by_chair"), answer

    assert seen == {"adopted", "rejected", "adopted_by_chair", "rejected_by_chair", "undefined"}


def test_the_most_that_can_be_counted_is_told():
    """With the error, as a figure."""
    online = ask("quorum", "umc", body="uao", total_members=10, present=8, online_votes=3)
    votes = ask("quorum", "umc", body="uao", total_members=10, present=7, online_votes=1, votes_for=9)

    assert online["error_values"] == {"maximum": "2"}
    assert votes["error_values"] == {"maximum": "8"}


def test_without_a_quorum_votes_are_not_asked():
    """They would be void."""
    assert vote("umc", "rumc", 10, 6)["status"] == "no_quorum"


@pytest.mark.parametrize(
    ("institution", "body", "clause"),
    [
        ("ietu", "scientific_council", "ietu-8.1"), ("htii", "quality_commission", "htii-1.4"),
        ("htii", "rumc", "htii-1.4"), ("umc", "scientific_council", "umc-10"), ("aues", "scientific_council", "aues-1.1.8"),
    ],
)  # fmt: skip
def test_bodies_without_a_rule_are_undefined(institution, body, clause):
    """No quorum is borrowed from another body."""
    answer = vote(institution, body, 10, 10, 10, 0)

    assert (answer["status"], answer["flags"]) == ("undefined", ["not_in_document"])
    assert clause in answer["clauses"]


@given(st.integers(1, 60), st.data())
def test_one_more_vote_in_favour_never_turns_a_decision_down(total, data):
    """Among those present who had not voted."""
    present = data.draw(st.integers(1, total))
    votes_for = data.draw(st.integers(0, present - 1))
    against = data.draw(st.integers(0, present - 1 - votes_for))
    before = vote("umc", "rumc", total, present, votes_for, against)["status"]
    after = vote("umc", "rumc", total, present, votes_for + 1, against)["status"]

    assert before != "adopted" or after == "adopted"
    assert before == "rejected" or after != "rejected"
