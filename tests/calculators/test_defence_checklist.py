"""Six conditions of the defence, two bars, and what is not answered."""

from itertools import product

import pytest

from calculators import ask

READY = {
    "plan_fulfilled": True, "supervisor_review": "positive", "publications_on_topic": 1, "talks_international": 0,
    "talks_republican": 0, "talks_other": 0, "pre_defence_extract": True, "reviews_official": 1,
    "reviewer_qualification_matches": True, "review_allows_degree": True, "ethics_conclusion": "clear",
    "expert_commission": "none", "plagiarism_found": False, "similarity_checked": True,
}  # fmt: skip


def check(**changed: object) -> dict:
    return ask("defence_checklist", "ietu", **READY | changed)


def test_six_conditions_and_no_bar_are_ground_for_the_defence():
    """All met: nothing missing, nothing unknown, every clause cited."""
    answer = check()

    assert (answer["status"], answer["missing"], answer["unknown"]) == ("met", [], [])
    assert (answer["satisfied_count"], answer["items_total"]) == (6, 6)
    assert {"ietu-8.2", "ietu-8.3", "ietu-5.4"} <= set(answer["clauses"])


@pytest.mark.parametrize(
    ("changed", "item"),
    [
        ({"plan_fulfilled": False}, "plan"),
        ({"supervisor_review": "none"}, "supervisor_review"),
        ({"publications_on_topic": 0}, "publication_or_talk"),
        ({"pre_defence_extract": False}, "pre_defence_extract"),
        ({"reviews_official": 0}, "review"),
        ({"reviewer_qualification_matches": False}, "review"),
        ({"review_allows_degree": False}, "review"),
        ({"ethics_conclusion": "none"}, "ethics"),
        ({"ethics_conclusion": "violations"}, "ethics"),
    ],
)
def test_each_condition_can_be_the_one_that_is_missing(changed, item):
    """One missing leaves five."""
    answer = check(**changed)

    assert (answer["status"], answer["missing"], answer["satisfied_count"]) == ("not_met", [item], 5)
    assert [each["item"] for each in answer["change"]] == [item]


@pytest.mark.parametrize(
    ("changed", "item"),
    [
        ({"plan_fulfilled": None}, "plan"),
        ({"supervisor_review": ""}, "supervisor_review"),
        ({"publications_on_topic": None}, "publication_or_talk"),
        ({"publications_on_topic": 0, "talks_international": None}, "publication_or_talk"),
        ({"publications_on_topic": 0, "talks_republican": None}, "publication_or_talk"),
        ({"pre_defence_extract": None}, "pre_defence_extract"),
        ({"reviews_official": None}, "review"),
        ({"reviewer_qualification_matches": None}, "review"),
        ({"review_allows_degree": None}, "review"),
        ({"ethics_conclusion": None}, "ethics"),
        ({"similarity_checked": None}, "similarity_check"),
        ({"plagiarism_found": None}, "plagiarism_found"),
        ({"expert_commission": None}, "expert_commission"),
    ],
)
def test_an_unanswered_question_is_unknown_and_not_missing(changed, item):
    """Only unknowns: no verdict yet."""
    answer = check(**changed)

    assert (answer["status"], answer["missing"], answer["unknown"]) == ("incomplete", [], [item])


@pytest.mark.parametrize(
    ("talks", "enough"),
    [
        ({"talks_international": 1}, True),
        ({"talks_republican": 1}, True),
        ({"talks_republican": 1, "talks_international": 2}, True),
        ({"talks_international": 1, "talks_republican": None}, True),
        ({"talks_other": 5}, False),
        ({}, False),
    ],
)
def test_a_talk_counts_at_international_and_republican_conferences_only(talks, enough):
    """One is enough in place of a publication; other conferences are told not to count."""
    answer = check(publications_on_topic=0, **talks)

    assert ("publication_or_talk" not in answer["missing"]) == enough
    assert ("other_conference_not_counted" in answer["flags"]) == ("talks_other" in talks)


def test_a_text_not_yet_checked_is_owed_beside_the_six():
    """5.4 makes the check a duty; the six are counted as usual."""
    answer = check(similarity_checked=False)

    assert (answer["status"], answer["missing"], answer["satisfied_count"]) == ("not_met", ["similarity_check"], 6)


@pytest.mark.parametrize("changed", [{"supervisor_review": "negative"}, {"expert_commission": "negative"}])
def test_a_negative_conclusion_blocks_whatever_else_holds(changed):
    """8.3: either conclusion alone."""
    assert check(**changed)["status"] == "blocked"
    assert check(**changed, plan_fulfilled=False, ethics_conclusion=None)["status"] == "blocked"


def test_plagiarism_outranks_every_other_state():
    """No second defence, even with a negative conclusion and unknowns."""
    answer = check(plagiarism_found=True, supervisor_review="negative", plan_fulfilled=None)

    assert answer["status"] == "barred"
    assert "no_redefence" in answer["flags"]


def test_every_answer_stands_beside_its_condition():
    """Yes, no, or not answered."""
    trace = check(plan_fulfilled=False, pre_defence_extract=None)["trace"]

    assert [each["actual"] for each in trace] == ["no", "yes", "yes", None, "yes", "yes", "yes"]
    assert {each["required"] for each in trace} == {"yes"}


def test_missing_outranks_unknown():
    """One condition failed is an answer, whatever is not told."""
    answer = check(plan_fulfilled=False, ethics_conclusion=None)

    assert (answer["status"], answer["missing"], answer["unknown"]) == ("not_met", ["plan"], ["ethics"])


def test_review_is_met_only_if_all_three_of_its_parts_are():
    """A review, a fitting reviewer, a conclusion that allows the degree."""
    for count, fits, allows in product((0, 1, 2, None), (True, False, None), (True, False, None)):
        answer = check(reviews_official=count, reviewer_qualification_matches=fits, review_allows_degree=allows)
        failed, unknown = count == 0 or False in (fits, allows), None in (count, fits, allows)

        assert ("review" in answer["missing"]) == failed
        assert ("review" in answer["unknown"]) == (unknown and not failed)


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"publications_on_topic": -1}, "publications_on_topic", "negative"),
        ({"publications_on_topic": 1.5}, "publications_on_topic", "not_whole"),
        ({"supervisor_review": "good"}, "supervisor_review", "not_a_choice"),
        ({"plan_fulfilled": 1}, "plan_fulfilled", "not_yes_or_no"),
        ({"plagiarism_found": True, "similarity_checked": "maybe"}, "similarity_checked", "not_yes_or_no"),
    ],
)
def test_wrong_inputs_outrank_every_state(changed, field, code):
    """Even a bar waits until the question can be read."""
    answer = check(**changed)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", field, code)


@pytest.mark.parametrize(("institution", "clause"), [("htii", "htii-gl.27"), ("aues", "aues-3.0"), ("miras", "miras-4.7")])
def test_other_documents_have_no_list(institution, clause):
    """Their silence is told, not filled from a neighbour."""
    answer = ask("defence_checklist", institution, **READY)

    assert (answer["status"], answer["flags"]) == ("undefined", ["not_in_document"])
    assert clause in answer["clauses"]
