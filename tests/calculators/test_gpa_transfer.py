"""Promotion: every minimum at its edge, and nothing rounded into being enough."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import ask

HTII = [("bachelor", 1, "1.33"), ("bachelor", 2, "1.67"), ("bachelor", 3, "2.0"), ("master", 1, "1.67")]
AUES = [
    ("bachelor", "full_time", 1, "1.67"), ("bachelor", "full_time", 2, "2.00"), ("bachelor", "full_time", 3, "2.1"),
    ("bachelor", "part_time", 1, "1.33"), ("bachelor", "part_time", 2, "1.33"), ("bachelor", "part_time", 3, "2.00"),
    ("bachelor", "part_time", 4, "2.00"), ("master", None, 1, "2.34"), ("doctoral", None, 1, "2.34"),
    ("doctoral", None, 2, "2.34"),
]  # fmt: skip
ROWS = [("htii", level, form, year, least) for level, year, least in HTII for form in ("full_time", "part_time", None)]
ROWS += [("aues", *row) for row in AUES]


def promoted(institution: str, level: str, form: str | None, year: object, **average: object) -> dict:
    return ask("gpa_transfer", institution, level=level, form=form, year_completed=year, **average)


@pytest.mark.parametrize(("institution", "level", "form", "year", "least"), ROWS)
def test_the_minimum_itself_promotes_and_a_hair_less_does_not(institution, level, form, year, least):
    """At, just below and just above every figure of both tables; the form matters at aues alone."""
    below = f"{Fraction(least) * 10**6 - 1}"
    below = f"{int(below) / 10**6:.6f}"
    at, under, over = (promoted(institution, level, form, year, gpa=gpa) for gpa in (least, below, f"{least}1"))

    assert (at["status"], under["status"], over["status"]) == ("met", "not_met", "met")
    assert at["threshold"] == least
    assert (at["target_year"], at["year_completed"]) == (year + 1, year)
    assert (at["gap"], under["gap"], over["gap"]) == ("0.0000", "0.000001", "0.0000")
    assert Fraction(under["gpa"]) < Fraction(least)
    assert "rounding_not_defined" in under["flags"]


@pytest.mark.parametrize(
    ("gpa", "shown", "gap", "flagged"),
    [
        ("1.665", "1.6650", "0.0050", True),
        ("1.6699", "1.6699", "0.0001", True),
        ("1,66996", "1.66996", "0.00004", True),
        ("1.6649", "1.6649", "0.0051", False),
        ("1.66", "1.6600", "0.0100", False),
    ],
)
def test_display_rounding_never_reaches_the_minimum(gpa, shown, gap, flagged):
    """More decimals are shown instead; the missing rounding rule is told where two decimals would pass."""
    answer = promoted("aues", "bachelor", "full_time", 1, gpa=gpa)

    assert (answer["status"], answer["gpa"], answer["gap"]) == ("not_met", shown, gap)
    assert ("rounding_not_defined" in answer["flags"]) == flagged


@pytest.mark.parametrize(
    ("courses", "least", "year"),
    [
        ([("B", 3), ("C-", 3)], "2.34", 1),
        ([("C+", 5)], "2.34", 1),
    ],
)
def test_letters_that_average_just_short_of_the_masters_minimum_do_not_pass(courses, least, year):
    """2.335 and 2.33 miss 2.34, however they look with fewer decimals."""
    answer = promoted(
        "aues", "master", None, year, courses=[{"credits": credits, "letter": letter} for letter, credits in courses]
    )

    assert (answer["status"], answer["threshold"]) == ("not_met", least)
    assert "external_scale" in answer["flags"]


def test_fifteen_credits_of_the_minimum_are_the_minimum():
    """In binary fractions this mean would come out below 1.67 and fail."""
    courses = [{"credits": 10, "points": 1.67}, {"credits": 5, "points": "1.67"}]

    assert promoted("htii", "master", None, 1, courses=courses)["status"] == "met"


@pytest.mark.parametrize(
    ("institution", "gpa", "consequence", "flags", "clause"),
    [
        ("htii", "2", "promoted_by_order", ["debt_remains"], "htii-5.5.11"),
        ("htii", "1", "paid_repeat_year_or_paid_summer_restudy", [], "htii-5.5.14"),
        ("aues", "4", None, [], "aues-3.2"),
        ("aues", "1", None, ["consequence_not_stated", "additional_semester"], "aues-2.2.4"),
    ],
)
def test_a_consequence_is_told_only_where_it_is_stated(institution, gpa, consequence, flags, clause):
    """htii states both; aues neither, and nothing is made up for it."""
    answer = promoted(institution, "bachelor", "full_time", 1, gpa=gpa)

    assert answer.get("consequence") == consequence
    assert answer["flags"] == flags
    assert clause in answer["clauses"]


@pytest.mark.parametrize(
    ("institution", "level", "form", "year"),
    [
        ("htii", "bachelor", None, 4), ("htii", "bachelor", None, 5), ("htii", "master", None, 2),
        ("htii", "doctoral", None, 1), ("aues", "bachelor", "full_time", 4), ("aues", "bachelor", "part_time", 5),
        ("aues", "master", None, 2), ("aues", "doctoral", None, 3), ("ietu", "master", None, 1),
        ("miras", "master", None, 1), ("umc", "bachelor", None, 1),
    ],
)  # fmt: skip
def test_years_without_a_figure_are_undefined(institution, level, form, year):
    """The graduating year and later ones, and institutions that leave it elsewhere; gpa is not judged."""
    answer = promoted(institution, level, form, year, gpa="abc")

    assert (answer["status"], answer["flags"]) == ("undefined", ["not_in_document"])


def test_gpa_outranks_courses_and_says_so():
    """Both given: the average counts, wrong courses are not even read."""
    answer = promoted("htii", "bachelor", None, 1, gpa="2,0", courses=[{"credits": "x"}])

    assert answer["status"] == "met"
    assert answer["flags"] == ["debt_remains", "gpa_counts_not_courses"]
    assert promoted("htii", "bachelor", None, 1, gpa="2,0", courses=[])["flags"] == ["debt_remains"]


@pytest.mark.parametrize(
    ("institution", "given", "owes"),
    [
        ("htii", {"gpa": "4"}, True), ("htii", {"gpa": "1"}, False),
        ("htii", {"courses": [{"credits": 9, "letter": "A"}, {"credits": 1, "letter": "D"}]}, False),
        ("htii", {"courses": [{"credits": 9, "letter": "A"}, {"credits": 1, "letter": "FX"}]}, True),
        ("htii", {"courses": [{"credits": 1, "letter": "F"}, {"credits": 9, "letter": "A"}]}, True),
        ("htii", {"courses": [{"credits": 9, "score": 95}, {"credits": 1, "score": 49}]}, True),
        ("htii", {"courses": [{"credits": 9, "points": 4}, {"credits": 1, "points": 1}]}, False),
        ("htii", {"courses": [{"credits": 1, "letter": "A"}, {"credits": 9, "letter": "F"}]}, False),
        ("aues", {"courses": [{"credits": 9, "letter": "A"}, {"credits": 1, "letter": "F"}]}, False),
    ],
)  # fmt: skip
def test_whoever_is_promoted_is_told_what_is_owed_still(institution, given, owes):
    """A course not passed is no obstacle at htii and no less a debt; an average alone does not show whether there is one."""
    answer = promoted(institution, "bachelor", "full_time", 1, **given)

    assert ("debt_remains" in answer["flags"]) == owes
    assert ("htii-5.5.16" in answer["clauses"]) == owes


@pytest.mark.parametrize(
    ("inputs", "status", "field", "code"),
    [
        ({}, "incomplete", "level", "blank"),
        ({"level": "bachelor"}, "incomplete", "form", "blank"),
        ({"level": "bachelor", "form": "full_time"}, "incomplete", "year_completed", "blank"),
        ({"level": "bachelor", "form": "full_time", "year_completed": 1}, "incomplete", "courses", "blank"),
        ({"level": "bachelor", "form": "evening"}, "invalid_input", "form", "not_a_choice"),
        ({"level": "bachelor", "year_completed": 0}, "invalid_input", "year_completed", "too_small"),
        ({"level": "bachelor", "year_completed": 1.5}, "invalid_input", "year_completed", "not_whole"),
        ({"level": "master", "year_completed": 1, "gpa": "4,01"}, "invalid_input", "gpa", "too_large"),
        ({"level": "master", "year_completed": 1, "gpa": "-0,01"}, "invalid_input", "gpa", "negative"),
        ({"level": "master", "gpa": "two"}, "invalid_input", "gpa", "not_a_number"),
    ],
)
def test_wrong_and_blank_inputs_are_named(inputs, status, field, code):
    """Invalid outranks blank."""
    answer = ask("gpa_transfer", "aues", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, field, code)


def test_a_fractional_score_gives_no_verdict():
    """Nobody is failed, or passed, by a mark that has no letter."""
    answer = promoted("htii", "bachelor", None, 1, courses=[{"credits": 5, "score": "49.5"}])

    assert answer["status"] == "undefined"
    assert "fractional_score_not_defined" in answer["flags"]


def test_the_smallest_change_names_points_and_the_course():
    """Two courses of four credits at 1.665: 0.04 credit points are owed; one course to 2.01 would do."""
    courses = [{"credits": 4, "letter": "C"}, {"credits": 4, "letter": "D+"}]
    answer = promoted("aues", "bachelor", "full_time", 1, courses=courses)
    owed, course = answer["change"]

    assert (owed["needed"], owed["credits"]) == ("0.04", "8")
    assert (course["index"], course["number"], course["needed"], course["letter"]) == (0, 1, "2.01", "C+")


def test_the_change_is_enough_when_it_is_made():
    """Raising the named course to the named letter promotes."""
    courses = [{"credits": 3, "letter": "D"}, {"credits": 6, "letter": "D+"}]
    course = promoted("aues", "master", None, 1, courses=courses)["change"][1]
    assert (course["index"], course["number"]) == (1, 2)
    courses[course["index"]]["letter"] = course["letter"]

    assert promoted("aues", "master", None, 1, courses=courses)["status"] == "met"


def test_no_course_is_named_where_one_alone_cannot_do_it():
    """Two failed courses of equal weight: even an A leaves 2.00."""
    courses = [{"credits": 5, "letter": "F"}, {"credits": 5, "letter": "F"}]
    change = promoted("aues", "master", None, 1, courses=courses)["change"]

    assert [each["item"] for each in change] == ["credit_points"]


def test_the_top_of_the_scale_and_a_letter_that_just_does_it_are_enough():
    """A course may have to become exactly 4.0, or exactly a letter's points."""
    top = promoted("aues", "master", None, 1, courses=[{"credits": 1, "points": 0}, {"credits": 1, "points": "0.68"}])
    letter = promoted("htii", "master", None, 1, courses=[{"credits": 5, "letter": "D+"}])

    assert (top["change"][1]["index"], top["change"][1]["needed"]) == (0, "4")
    assert letter["change"][1]["letter"] == "C-"


def test_points_are_raised_in_points():
    """No letter is spoken of to someone who gave none."""
    [_, course] = promoted("htii", "master", None, 1, courses=[{"credits": 3, "points": 1}])["change"]

    assert (course["needed"], "letter" in course) == ("1.67", False)


def remaining(institution: str, level: str, **inputs: object) -> list[dict]:
    answer = promoted(institution, level, "full_time", 1, **inputs)
    return [each for each in answer["change"] if each["item"].startswith("remaining")]


@pytest.mark.parametrize(
    ("gpa", "earned", "left", "needed"),
    [
        ("1.5", 30, 30, "1.84"),  # (1.67 * 60 - 45) / 30
        ("1.5", 30, 90, "1.7267"),  # 1.72666…, rounded up
        ("1,5", "30", "7", "2.3986"),  # 2.398571…
        ("1.669", 60, "0.5", "1.79"),
        ("0.505", 60, 30, "4"),  # the top of the scale itself is still an average
        ("0.504999", 60, 30, None),
        ("0", 60, 1, None),
    ],
)
def test_the_average_still_needed_is_exact_and_rounded_up(gpa, earned, left, needed):
    """By hand: (1.67 * all credits - points so far) / credits to come; above 4.0 it cannot be done."""
    [change] = remaining("htii", "master", gpa=gpa, credits_earned=earned, remaining_credits=left)

    expected = {"item": "remaining_average", "needed": needed} if needed else {"item": "remaining_impossible"}
    assert change == expected | {"unit": "gpa_points", "credits": str(left)}


def test_courses_bring_the_credits_that_were_earned():
    """Ten credits of C and D+ are 16.65 points; ten more at 1.675 make 33.40 of 33.40."""
    courses = [{"credits": 5, "letter": "C"}, {"credits": 5, "letter": "D+"}]
    [change] = remaining("htii", "master", courses=courses, remaining_credits=10, credits_earned=999)

    assert (change["needed"], change["credits"]) == ("1.675", "10")


@pytest.mark.parametrize("inputs", [
    {"gpa": "1.5", "remaining_credits": 10}, {"gpa": "1.5", "credits_earned": 10},
    {"gpa": "1.67", "credits_earned": 10, "remaining_credits": 10}, {"courses": [{"credits": 5, "points": 1}]},
])  # fmt: skip
def test_no_average_is_named_where_none_can_be_or_none_is_needed(inputs):
    """Without the credits nothing can be said; what is met needs no advice."""
    assert remaining("htii", "master", **inputs) == []


@pytest.mark.parametrize(("field", "raw", "code"), [
    ("remaining_credits", "0", "not_positive"), ("remaining_credits", "-1", "not_positive"), ("credits_earned", "0", "not_positive"), ("credits_earned", "x", "not_a_number"),
])  # fmt: skip
def test_credits_to_come_are_more_than_nothing(field, raw, code):
    """No division by zero, no average below zero."""
    answer = promoted("htii", "master", None, 1, **({"gpa": "1", "credits_earned": 5, "remaining_credits": 5} | {field: raw}))

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", field, code)


@given(
    st.fractions(0, Fraction(166, 100), max_denominator=1000), st.integers(1, 240), st.integers(1, 240),
)  # fmt: skip
def test_the_needed_average_is_enough_and_nothing_much_smaller_is(gpa, earned, left):
    """Put into the formula it reaches the minimum; a ten-thousandth less does not."""
    exact = Fraction(round(gpa * 1000), 1000)
    [change] = remaining("htii", "master", gpa=str(float(exact)), credits_earned=earned, remaining_credits=left)
    total = lambda average: (exact * earned + average * left) / (earned + left)  # noqa: E731

    if change["item"] == "remaining_impossible":
        assert total(Fraction(4)) < Fraction("1.67")
    else:
        assert total(Fraction(change["needed"])) >= Fraction("1.67") > total(Fraction(change["needed"]) - Fraction(1, 10000))


averages = st.decimals(0, 4, places=3)


@given(averages, averages, st.sampled_from(ROWS))
def test_a_better_average_is_never_worse(one, other, row):
    """Whoever is promoted is promoted with more."""
    less, more = sorted((one, other))
    low, high = (promoted(*row[:4], gpa=gpa) for gpa in (less, more))

    assert low["status"] == "not_met" or high["status"] == "met"


@given(averages, st.sampled_from(ROWS))
def test_the_gap_closes_exactly(gpa, row):
    """Average and gap together are the minimum, or the gap is nothing."""
    answer = promoted(*row[:4], gpa=gpa)
    whole = Fraction(gpa) + Fraction(answer["gap"])

    assert whole == Fraction(row[4]) if answer["status"] == "not_met" else answer["gap"] == "0.0000"
