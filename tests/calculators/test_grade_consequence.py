"""What follows from FX, F and a passing mark."""

import pytest

from calculators import ask

PASSING = ["A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D"]


@pytest.mark.parametrize("institution", ["htii", "aues"])
def test_fx_sits_the_final_control_again_without_the_course(institution):
    """How often, when and at what price is nowhere said."""
    answer = ask("grade_consequence", institution, letter="FX", wants_improvement=True)

    assert (answer["status"], answer["outcome"]) == ("ok", "retake_final_control_without_repeating")
    assert answer["credits_awarded"] is False
    assert answer["flags"] == ["fx_attempts_not_defined"]
    assert "improvement_retake" not in answer
    assert {"htii": "htii-5.5.7", "aues": "aues-2.2.14"}[institution] in answer["clauses"]


def test_f_repeats_the_course_and_only_htii_says_it_is_paid():
    """aues does not state the payment: it is not made up."""
    htii, aues = (ask("grade_consequence", code, letter="f") for code in ("htii", "aues"))

    assert htii["outcome"] == aues["outcome"] == "reenrol_and_repeat_course"
    assert (htii["credits_awarded"], aues["credits_awarded"]) == (False, False)
    assert (htii["paid"], htii["flags"]) == (True, [])
    assert ("paid" in aues, aues["flags"]) == (False, ["payment_not_stated"])
    assert {"htii-5.5.8", "htii-5.6.10"} <= set(htii["clauses"])
    assert {"aues-2.2.15", "aues-7.4.4"} <= set(aues["clauses"])


@pytest.mark.parametrize("letter", PASSING)
@pytest.mark.parametrize(
    ("institution", "improvement", "clause"),
    [("htii", "not_allowed_this_period", "htii-5.5.9"), ("aues", "undefined", "aues-2.2.4")],
)
def test_a_passing_mark_passes_and_improving_it_depends_on_the_document(letter, institution, improvement, clause):
    """Forbidden in this period at htii, without a rule at aues."""
    wants = ask("grade_consequence", institution, letter=letter, wants_improvement="yes")
    content = ask("grade_consequence", institution, letter=letter)

    assert (wants["outcome"], wants["credits_awarded"]) == ("passed", True)
    assert wants["improvement_retake"] == improvement
    assert clause in wants["clauses"]
    assert "improvement_retake" not in content


@pytest.mark.parametrize(
    ("inputs", "status", "field"),
    [
        ({}, "incomplete", "letter"), ({"letter": "3.5"}, "invalid_input", "letter"),
        ({"letter": "E"}, "invalid_input", "letter"),
        ({"letter": "A", "wants_improvement": "perhaps"}, "invalid_input", "wants_improvement"),
    ],
)  # fmt: skip
def test_wrong_and_blank_inputs_are_named(inputs, status, field):
    """A number is no letter."""
    answer = ask("grade_consequence", "htii", **inputs)

    assert (answer["status"], answer["error_field"]) == (status, field)


@pytest.mark.parametrize("institution", ["ietu", "miras", "umc"])
def test_elsewhere_the_document_is_silent(institution):
    """No neighbour's rule is borrowed."""
    assert ask("grade_consequence", institution, letter="F")["flags"] == ["not_in_document"]
