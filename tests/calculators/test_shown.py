"""Exact numbers as text."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import shown


@pytest.mark.parametrize(
    ("value", "text"),
    [("5", "5"), ("0", "0"), ("-1", "-1"), ("0.5", "0.5"), ("-0.05", "-0.05"), ("1/3", "1/3"), ("1/8", "0.125"), ("7/20", "0.35"), ("100", "100"), ("-7/3", "-7/3")],
)  # fmt: skip
def test_a_number_is_told_in_full(value, text):
    """Decimals where they end, a fraction where they never do."""
    assert shown.exact(Fraction(value)) == text == shown.plain(Fraction(value))


def test_a_whole_number_is_counted_as_an_integer():
    """And a part of one is text."""
    assert shown.counted(Fraction(10, 5)) == 2
    assert shown.counted(Fraction(5, 2)) == "2.5"
    assert shown.ratio(Fraction(8, 2)) == "4/1"


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("1.665", 2, "1.67"), ("1.664", 2, "1.66"), ("1.6649999", 2, "1.66"), ("0.00005", 4, "0.0001"), ("0.00004", 4, "0.0000"),
        ("2", 2, "2.00"), ("-1.005", 2, "-1.01"), ("0.995", 2, "1.00"), ("1/3", 4, "0.3333"), ("12.5", 0, "13"), ("9.99", 1, "10.0"),
    ],
)  # fmt: skip
def test_halves_are_rounded_up(value, places, text):
    """Away from zero, after an exact computation."""
    assert shown.fixed(Fraction(value), places) == text


@pytest.mark.parametrize(
    ("value", "limit", "text"),
    [("1.66996", "1.67", "1.66996"), ("1.669999996", "1.67", "1.669999996"), ("1.67", "1.67", "1.6700"), ("1.66994", "1.67", "1.6699"), ("1.67004", "1.67", "1.6700")],
)  # fmt: skip
def test_a_value_below_a_limit_is_never_shown_at_it(value, limit, text):
    """More decimals come instead; a value that has reached it is simply rounded."""
    assert shown.short_of(Fraction(value), Fraction(limit), 4) == text


def test_a_shortfall_is_never_shown_as_nothing():
    """However small."""
    assert shown.lacking(Fraction("0.00001"), 4) == "0.00001"
    assert shown.lacking(Fraction(0), 4) == "0.0000"
    assert shown.up(Fraction(1, 3), 4) == "0.3334"
    assert shown.up(Fraction("2.01"), 4) == "2.01"


def test_a_difference_beyond_sixty_decimals_is_rounded():
    """Nobody waits for decimals that do not end."""
    hair = Fraction(1, 10**80)

    assert len(shown.short_of(1 - hair, Fraction(1), 4)) < 70
    assert len(shown.lacking(hair, 4)) < 70


@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_rounding_is_off_by_half_a_digit_at_most(value, places):
    """And what decimals can tell in full is read back the same."""
    assert abs(Fraction(shown.fixed(value, places)) - value) <= Fraction(1, 2 * 10**places)
    assert Fraction(shown.exact(value)) == value
    assert Fraction(shown.up(value, places)) >= value


@given(st.fractions(0, 5, max_denominator=10**6), st.fractions(0, 5, max_denominator=10**6))
def test_display_keeps_the_order(value, limit):
    """Below stays below."""
    assert (value < limit) == (value < limit and Fraction(shown.short_of(value, limit, 2)) < limit)
