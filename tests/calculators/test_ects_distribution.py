"""Relative ECTS letters: exact counts, suggestions, ranks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import ask


@pytest.mark.parametrize(
    ("count", "counts"), [(20, [2, 5, 6, 5, 2]), (100, [10, 25, 30, 25, 10]), (40, [4, 10, 12, 10, 4])]
)
def test_counts_are_exact_for_multiples_of_twenty(count, counts):
    """Only then no rounding is needed."""
    answer = ask("ects_distribution", "aues", passed_count=count)

    assert answer["status"] == "ok"
    assert answer["counts"] == dict(zip("ABCDE", counts, strict=True))
    assert (answer["counts_suggested"], answer["flags"]) == (False, [])


@pytest.mark.parametrize(
    ("count", "counts"), [(10, [1, 3, 3, 2, 1]), (1, [0, 0, 1, 0, 0]), (21, [2, 5, 7, 5, 2]), (99, [10, 25, 29, 25, 10])]
)
def test_other_counts_are_undefined_with_a_suggestion(count, counts):
    """Largest remainder, best letter first; marked as a suggestion."""
    answer = ask("ects_distribution", "aues", passed_count=count)

    assert (answer["status"], answer["counts_suggested"]) == ("undefined", True)
    assert sum(answer["counts"].values()) == count
    assert list(answer["counts"].values()) == counts
    assert answer["flags"] == ["ects_rounding_not_defined"]


@pytest.mark.parametrize(
    ("rank", "letter"),
    [(1, "A"), (2, "A"), (3, "B"), (7, "B"), (8, "C"), (13, "C"), (14, "D"), (18, "D"), (19, "E"), (20, "E")],
)
def test_a_rank_at_a_cut_belongs_to_the_letter_before_it(rank, letter):
    """The second of twenty is the last A, the third the first B."""
    answer = ask("ects_distribution", "aues", passed_count=20, rank=rank)

    assert (answer["status"], answer["ects_letter"]) == ("ok", letter)


@pytest.mark.parametrize(("rank", "letter"), [(1, "A"), (2, "B"), (3, "B"), (4, None), (5, "C"), (7, None), (10, "E")])
def test_a_rank_across_a_cut_is_undefined_and_one_inside_is_not(rank, letter):
    """Of ten, the fourth and the seventh straddle a cut."""
    answer = ask("ects_distribution", "aues", passed_count=10, rank=rank)

    assert answer["status"] == ("ok" if letter else "undefined")
    assert answer.get("ects_letter") == letter
    assert "ects_rounding_not_defined" in answer["flags"]


@pytest.mark.parametrize(
    ("inputs", "status", "field", "code"),
    [
        ({}, "incomplete", "passed_count", "blank"),
        ({"passed_count": 0}, "invalid_input", "passed_count", "not_positive"),
        ({"passed_count": 10.5}, "invalid_input", "passed_count", "not_whole"),
        ({"passed_count": 10, "rank": 11}, "invalid_input", "rank", "more_than_total"),
        ({"passed_count": 10, "rank": 0}, "invalid_input", "rank", "not_positive"),
    ],
)
def test_wrong_and_blank_inputs_are_named(inputs, status, field, code):
    """A rank is one of those who passed."""
    answer = ask("ects_distribution", "aues", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, field, code)


def test_the_other_table_is_an_example_and_no_quota():
    """htii prints shares of other marks: told, not used."""
    answer = ask("ects_distribution", "htii", passed_count=100)

    assert answer["status"] == "undefined"
    assert {"different_table", "not_in_document"} == set(answer["flags"])
    assert "htii-5.5.1-t1" in answer["clauses"]


@given(st.integers(1, 10**6))
def test_a_suggestion_always_adds_up_and_is_within_one_of_the_share(count):
    """Nobody is lost, nobody is counted twice."""
    counts = ask("ects_distribution", "aues", passed_count=count)["counts"]

    assert sum(counts.values()) == count
    assert all(
        abs(given * 100 - share * count) < 100 for given, share in zip(counts.values(), (10, 25, 30, 25, 10), strict=True)
    )


@given(st.integers(1, 500), st.data())
def test_a_better_rank_never_has_a_worse_letter(count, data):
    """Letters follow the ranks."""
    first, second = sorted(data.draw(st.lists(st.integers(1, count), min_size=2, max_size=2)))
    better, worse = (ask("ects_distribution", "aues", passed_count=count, rank=rank) for rank in (first, second))

    assert better.get("ects_letter", "A") <= worse.get("ects_letter", "E")
