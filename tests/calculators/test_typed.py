"""What people type, and what nobody can mean."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import typed
from calculators.errors import BadInput


def refused(read: object, *arguments: object) -> str:
    with pytest.raises(BadInput) as error:
        read(*arguments)
    return error.value.code


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1,67", "1.67"), ("1.67", "1.67"), (" 5 ", "5"), ("\u00a05\u00a0", "5"), ("1 800", "1800"), ("1\u00a0800,5", "1800.5"),
        ("+5", "5"), ("\u22125", "-5"), ("\u20135", "-5"), ("-0", "0"), (",5", "0.5"), ("5.", "5"), ("007", "7"),
        ("\ufeff1", "1"), (1.67, "1.67"), (0.1, "0.1"), (-0.0, "0"), (Decimal("1.670"), "1.67"), (5, "5"), (10**9, "1000000000"),
        (Decimal("1E+2"), "100"), ("0" * 39 + "1", "1"), (" " * 50 + "0" * 39 + "1", "1"),
        (Decimal("0." + "3" * 40), "0." + "3" * 40), (Decimal("1E-40"), "0." + "0" * 39 + "1"),
    ],
)  # fmt: skip
def test_a_number_is_read_exactly(raw, value):
    """Commas, spaces, other minuses; never through a binary fraction."""
    assert typed.number(raw, "x") == Fraction(value)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "not_a_number"), ("abc", "not_a_number"), ("1e3", "not_a_number"), ("1,2,3", "not_a_number"), ("1.2.3", "not_a_number"),
        ("1 67", "not_a_number"), ("1 8000", "not_a_number"), ("0x10", "not_a_number"), ("١٢", "not_a_number"), (".", "not_a_number"),
        ("NaN", "not_a_number"), ("Infinity", "not_a_number"), ("--5", "not_a_number"), ("5%", "not_a_number"), ("1/2", "not_a_number"),
        (True, "not_a_number"), (False, "not_a_number"), ([5], "not_a_number"), ({"a": 1}, "not_a_number"), (b"5", "not_a_number"),
        (float("nan"), "not_a_number"), (float("inf"), "not_a_number"), (Decimal("sNaN"), "not_a_number"),
        (1e308, "too_large"), (10**400, "too_large"), (10**9 + 1, "too_large"), (Decimal("1E+999999"), "too_large"),
        (-(10**400), "too_large"), (Decimal("1E-999999"), "too_long"), (Decimal("0." + "1" * 60), "too_long"),
        ("9" * 41, "too_long"), ("1" * 10**6, "too_long"), ("99999999999", "too_large"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(raw, code):
    """Nothing is guessed, and no length or exponent keeps anybody waiting."""
    assert refused(typed.number, raw, "x") == code


@pytest.mark.parametrize(("raw", "value"), [(5, 5), ("5", 5), (5.0, 5), ("5,0", 5), (Decimal("5.00"), 5)])
def test_a_whole_number_may_be_written_with_zeros(raw, value):
    """Five persons are five, however the number is sent."""
    assert typed.whole(raw, "x") == value


@pytest.mark.parametrize("raw", [5.5, "5,5", Decimal("0.1")])
def test_half_a_person_is_refused(raw):
    """Where things are counted."""
    assert refused(typed.whole, raw, "x") == "not_whole"


@pytest.mark.parametrize(
    ("raw", "value"), [(True, True), (False, False), ("true", True), (" yes ", True), ("false", False), ("no", False)]
)
def test_yes_and_no_as_forms_send_them(raw, value):
    """Numbers are neither."""
    assert typed.boolean(raw, "x") is value


@pytest.mark.parametrize("raw", [0, 1, "1", "TRUE", "maybe", [], {}, "yes" + " " * 200 + "no", 1.0])
def test_other_values_are_neither_yes_nor_no(raw):
    """One and zero are numbers."""
    assert refused(typed.boolean, raw, "x") == "not_yes_or_no"


@pytest.mark.parametrize("raw", ["", "b", "A", 1, None, ["a"], {"a": 1}, True, "a" * 10**6, "a" + " " * 300 + "b"])
def test_a_choice_is_spelt_as_it_is_offered(raw):
    """Anything else, of any type, is refused by name."""
    assert refused(typed.choice, raw, "x", ("a",)) == "not_a_choice"


def test_a_choice_may_have_spaces_around_it():
    """As people paste it."""
    assert typed.choice(" a\u00a0", "x", ("a",)) == "a"


@pytest.mark.parametrize("raw", ["2028-02-29", " 2026-01-01 ", "1900-01-01", "2100-12-31"])
def test_a_day_is_read_as_written(raw):
    """A leap day is one; the first and the last year are inside."""
    assert typed.day(raw, "x") == date.fromisoformat(raw.strip())


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2026-02-29", "not_a_date"), ("2026-13-01", "not_a_date"), ("2026-00-10", "not_a_date"), ("2026-1-1", "not_a_date"),
        ("20260101", "not_a_date"), ("01.01.2026", "not_a_date"), ("2026-01-01T00:00", "not_a_date"), ("2026-W01-1", "not_a_date"),
        ("٢٠٢٦-٠١-٠١", "not_a_date"), ("1899-12-31", "date_out_of_range"), ("2101-01-01", "date_out_of_range"),
        ("0000-01-01", "not_a_date"), (20260101, "not_a_date"), (True, "not_a_date"), ([], "not_a_date"), ({}, "not_a_date"),
        ("2" * 10**6, "too_long"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(raw, code):
    """No other form is guessed, no day of a month that has none."""
    assert refused(typed.day, raw, "x") == code


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2026-07-09T13:00", datetime(2026, 7, 9, 13)), ("2026-07-09 09:05", datetime(2026, 7, 9, 9, 5)),
        ("2026-07-09T00:00:59", datetime(2026, 7, 9, 0, 0, 59)),
    ],
)  # fmt: skip
def test_a_moment_is_local_and_exact(raw, value):
    """No zone is known, none is changed."""
    assert typed.moment(raw, "x") == value


@pytest.mark.parametrize("raw", ["2026-07-09T24:00", "2026-07-09T12:60", "2026-07-09T1:00", "2026-07-09T12:00Z", "2026-07-09", 5, []])
def test_what_is_no_moment_is_refused(raw):
    """Hours and minutes as a clock shows them."""
    assert refused(typed.moment, raw, "x") == "not_a_datetime"


def test_a_moment_on_no_day_is_no_day():
    """The day is read first."""
    assert refused(typed.moment, "2026-02-30T12:00", "x") == "not_a_date"


@pytest.mark.parametrize(("raw", "blank"), [(None, True), ("", True), (" \u00a0\t", True), ("\u200b", True), (0, False), (False, False), ("0", False), ([], False)])
def test_blank_is_nothing_typed(raw, blank):
    """Zero and false are answers."""
    assert typed.is_blank(raw) is blank


def test_text_is_read_up_to_its_most_and_not_beyond():
    """A hundred characters, spaces around them aside."""
    assert typed.text(" " + "x" * 100 + " ", "x") == "x" * 100
    assert typed.letter("A" + " " * 98 + "-", "x", ("A-",)) == "A-"
    assert refused(typed.text, "x" * 101, "x") == "too_long"
    assert refused(typed.letter, "A" + " " * 99 + "-", "x", ("A-",)) == "not_a_letter"
    assert refused(typed.text, 5, "x") == "not_text"


@given(st.decimals(-(10**6), 10**6, places=6))
def test_a_number_written_with_a_comma_is_the_number(value):
    """Whatever its digits."""
    assert typed.number(f"{value:f}".replace(".", ","), "x") == Fraction(value) == typed.number(value, "x")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(raw):
    """No text raises anything else, whatever it is taken for."""
    for read in (typed.number, typed.whole, typed.boolean, typed.day, typed.moment, typed.text):
        try:
            read(raw, "x")
        except BadInput as error:
            assert error.field == "x"
