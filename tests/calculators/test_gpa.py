"""The average, exact, and what stands in its way."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import ask

POINTS = {
    "A": "4.0", "A-": "3.67", "B+": "3.33", "B": "3.0", "B-": "2.67", "C+": "2.33", "C": "2.0", "C-": "1.67",
    "D+": "1.33", "D": "1.0", "FX": "0.5", "F": "0",
}  # fmt: skip


def course(credits: object = 5, **mark: object) -> dict:
    return {"credits": credits, **mark}


@pytest.mark.parametrize(
    ("courses", "shown", "exact"),
    [
        ([course(10, points="1.67"), course(5, points="1,67")], "1.6700", "167/100"),
        ([course(5, letter="D+"), course(8, letter="D+")], "1.3300", "133/100"),
        ([course(3, letter="C"), course(3, letter="D+")], "1.6650", "333/200"),
        ([course(letter="A")], "4.0000", "4/1"),
        ([course(letter="F")], "0.0000", "0/1"),
        ([course(1, letter="A"), course(2, letter="B")], "3.3333", "10/3"),
        ([course(2, letter="A"), course(1, letter="B")], "3.6667", "11/3"),
        ([course("2,5", letter="B"), course(2.5, letter="C")], "2.5000", "5/2"),
        ([course(letter="FX"), course(letter="F")], "0.2500", "1/4"),
    ],
)
def test_the_average_is_exact_and_rounded_half_up_for_show(courses, shown, exact):
    """No binary fraction comes near: ten and five credits of 1.67 are 1.67."""
    answer = ask("gpa", courses=courses)

    assert (answer["status"], answer["gpa"], answer["gpa_exact"]) == ("ok", shown, exact)


@pytest.mark.parametrize(("letter", "points"), POINTS.items())
def test_every_letter_has_its_points(letter, points):
    """FX and F enter the average too."""
    assert Fraction(ask("gpa", courses=[course(letter=letter)])["gpa_exact"]) == Fraction(points)


@pytest.mark.parametrize(
    ("mark", "flags"),
    [
        ({"points": 3}, []),
        ({"letter": "B"}, ["external_scale"]),
        ({"score": 80}, ["external_scale"]),
        ({"score": "94,5"}, ["external_scale", "fractional_score_not_defined"]),
    ],
)
def test_the_external_scale_is_named_only_where_it_was_used(mark, flags):
    """Points need no table; a letter or a score does."""
    answer = ask("gpa", courses=[course(**mark)])

    assert answer["flags"] == flags
    assert ("external-national-scale" in answer["clauses"]) == bool(flags)
    assert {"aues-1.2.35", "htii-gl.47"} <= set(answer["clauses"])


def test_a_fractional_score_leaves_the_average_undefined():
    """Between two bands there is no letter, so there is no average."""
    answer = ask("gpa", courses=[course(letter="A"), course(score="79.5")])

    assert (answer["status"], answer["open_field"]) == ("undefined", "courses[1].score")
    assert "gpa" not in answer


def test_a_letter_outranks_points_and_these_a_score():
    """One mark a course: the first of letter, points, score that is given."""
    assert ask("gpa", courses=[course(letter="B", points="x", score="y")])["gpa"] == "3.0000"
    assert ask("gpa", courses=[course(points=2, score="y")])["gpa"] == "2.0000"


@pytest.mark.parametrize(
    ("courses", "field", "code"),
    [
        ("x", "courses", "not_a_list"),
        ([5], "courses[0]", "not_an_object"),
        ([course(0, letter="A")], "courses[0].credits", "not_positive"),
        ([course(-1, letter="A")], "courses[0].credits", "negative"),
        ([course("five", letter="A")], "courses[0].credits", "not_a_number"),
        ([course(letter="A"), course(letter="E")], "courses[1].letter", "not_a_letter"),
        ([course(letter="A+")], "courses[0].letter", "not_a_letter"),
        ([course(letter=4)], "courses[0].letter", "not_a_letter"),
        ([course(points="4.01")], "courses[0].points", "too_large"),
        ([course(points=-1)], "courses[0].points", "negative"),
        ([course(score="100.01")], "courses[0].score", "too_large"),
        ([course(None, letter="A"), course(letter="?")], "courses[1].letter", "not_a_letter"),
        ([course(letter="A")] * 10_001, "courses", "too_many_rows"),
    ],
)
def test_a_wrong_course_is_named_by_its_path(courses, field, code):
    """Invalid outranks blank, the first invalid one is named."""
    answer = ask("gpa", courses=courses)
    expected = "not_positive" if code == "negative" and field.endswith("credits") else code

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", field, expected)


@pytest.mark.parametrize(
    ("courses", "field"),
    [
        (None, "courses"),
        ([], "courses"),
        ([course(None, letter="A")], "courses[0].credits"),
        ([course(letter="A"), course(letter=" ")], "courses[1].letter"),
        ([{}], "courses[0].credits"),
        ([None], "courses[0].credits"),
    ],
)
def test_a_blank_in_a_course_leaves_the_average_open(courses, field):
    """A blank mark is no zero."""
    answer = ask("gpa", courses=courses)

    assert (answer["status"], answer["error_field"]) == ("incomplete", field)


def test_ten_thousand_courses_are_added_up():
    """The most rows that are read, read at once."""
    answer = ask("gpa", courses=[course(letter="B")] * 10_000)

    assert (answer["gpa_exact"], answer["credits_total"]) == ("3/1", 50_000)


def test_an_institutions_own_definition_is_cited():
    """With an institution given, its clause alone."""
    assert ask("gpa", "aues", courses=[course(points=1)])["clauses"] == ["aues-1.2.35"]
    assert ask("gpa", "htii", courses=[course(points=1)])["clauses"] == ["htii-gl.47", "htii-5.5.12"]
    assert len(ask("gpa", "ietu", courses=[course(points=1)])["clauses"]) == 3


courses = st.lists(
    st.tuples(st.decimals("0.01", 60, places=2), st.sampled_from(sorted(POINTS))), min_size=1, max_size=12
)


@given(courses)
def test_the_average_is_the_weighted_mean_and_stays_within_its_marks(marks):
    """Against the formula itself, in fractions."""
    answer = ask("gpa", courses=[course(credits, letter=letter) for credits, letter in marks])
    points = [(Fraction(credits), Fraction(POINTS[letter])) for credits, letter in marks]
    mean = sum(credits * each for credits, each in points) / sum(credits for credits, _ in points)

    assert answer["gpa_exact"] == f"{mean.numerator}/{mean.denominator}"
    assert min(each for _, each in points) <= mean <= max(each for _, each in points)
    assert abs(Fraction(answer["gpa"]) - mean) <= Fraction(1, 20_000)
