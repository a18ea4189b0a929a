"""The external letter scale, row by row."""

import pytest

from calculators import ask

ROWS = [
    ("A", "4.0", 95, 100, "excellent"), ("A-", "3.67", 90, 94, "excellent"), ("B+", "3.33", 85, 89, "good"),
    ("B", "3.0", 80, 84, "good"), ("B-", "2.67", 75, 79, "good"), ("C+", "2.33", 70, 74, "good"),
    ("C", "2.0", 65, 69, "satisfactory"), ("C-", "1.67", 60, 64, "satisfactory"),
    ("D+", "1.33", 55, 59, "satisfactory"), ("D", "1.0", 50, 54, "satisfactory"),
    ("FX", "0.5", 25, 49, "unsatisfactory"), ("F", "0", 0, 24, "unsatisfactory"),
]  # fmt: skip


@pytest.mark.parametrize(("letter", "points", "low", "high", "traditional"), ROWS)
def test_both_ends_of_a_band_belong_to_its_letter(letter, points, low, high, traditional):
    """Lowest and highest score, the letter itself: one row."""
    for inputs in ({"score": low}, {"score": str(high)}, {"letter": letter}):
        answer = ask("grade_scale", **inputs)

        assert (answer["status"], answer["letter"], answer["points"]) == ("ok", letter, points)
        assert (answer["score_from"], answer["score_to"]) == (str(low), str(high))
        assert answer["traditional"] == traditional
        assert answer["flags"] == ["external_scale"]
        assert "external-national-scale" in answer["clauses"]


def test_every_whole_score_has_a_letter():
    """No gap and no overlap from 0 to 100."""
    for score in range(101):
        letter = ask("grade_scale", score=score)["letter"]

        assert [row[0] for row in ROWS if row[2] <= score <= row[3]] == [letter]


@pytest.mark.parametrize(
    ("score", "candidates"),
    [("94.5", ["A-", "A"]), ("94,99", ["A-", "A"]), ("49.5", ["FX", "D"]), ("87.5", ["B+"]), ("24.01", ["F", "FX"])],
)
def test_a_fraction_of_a_point_is_undefined(score, candidates):
    """Scores are whole numbers; never silently the higher letter."""
    answer = ask("grade_scale", score=score)

    assert (answer["status"], answer["candidates"]) == ("undefined", candidates)
    assert "fractional_score_not_defined" in answer["flags"]
    assert "letter" not in answer


@pytest.mark.parametrize(
    ("typed", "letter"),
    [
        ("А", "A"), ("А -", "A-"), ("а–", "A-"), ("В+", "B+"), ("с", "C"), ("С\u2212", "C-"), ("Д+", "D+"),
        ("FХ", "FX"), ("fх", "FX"), (" b ", "B"), ("A\u00a0-", "A-"), ("A\u2011", "A-"), ("\ufeffA", "A"),
    ],
)  # fmt: skip
def test_look_alike_letters_and_dashes_are_read(typed, letter):
    """The documents themselves mix two alphabets and print a space before the minus."""
    assert ask("grade_scale", letter=typed)["letter"] == letter


@pytest.mark.parametrize("letter", ["E", "Е", "A+", "G", "AB", "F+", "FX-", "4.0", "A" * 1000, 5, True, ["A"], {"A": 1}])
def test_letters_outside_the_scale_are_refused(letter):
    """E belongs to the relative ECTS ranking alone."""
    answer = ask("grade_scale", letter=letter)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", "letter", "not_a_letter")


@pytest.mark.parametrize(
    ("score", "code"),
    [(-1, "negative"), ("-0,5", "negative"), (101, "too_large"), ("100,01", "too_large"), ("abc", "not_a_number")],
)
def test_scores_off_the_scale_are_refused(score, code):
    """0 to 100, both inside."""
    answer = ask("grade_scale", score=score)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", "score", code)


def test_nothing_asked_is_incomplete():
    """Neither a letter nor a score."""
    assert ask("grade_scale")["status"] == "incomplete"


def test_the_documents_are_cited_for_the_letters_only():
    """An institution's own clause where there is one, else both."""
    assert ask("grade_scale", "htii", letter="A")["clauses"] == ["external-national-scale", "htii-5.5.7"]
    assert ask("grade_scale", "miras", letter="A")["clauses"][1:] == ["aues-2.2.13", "htii-5.5.7"]
