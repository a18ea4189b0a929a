"""The one door: order of judgement, and what a request may be."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import CALCULATORS, answer, answer_json, ask
from calculators.rulebook import INSTITUTIONS

UNREAD = (None, 5, "gpa", [], [1], True, 1.5)


@pytest.mark.parametrize("request_", UNREAD)
def test_what_is_no_object_is_a_bad_line(request_):
    """Told in the answer, never raised."""
    said = answer(request_)

    assert (said["status"], said["error_field"], said["error_code"]) == ("invalid_input", "line", "not_an_object")
    assert (said["flags"], said["clauses"]) == ([], [])


@pytest.mark.parametrize("name", [None, "", "GPA", "no_such", 5, ["gpa"], {"gpa": 1}, True, "__init__"])
def test_an_unknown_calculator_is_named_first(name):
    """Before the institution and the inputs."""
    said = answer({"id": 1, "calculator": name, "institution": "?", "inputs": "?"})

    assert (said["id"], said["status"], said["error_field"]) == (1, "invalid_input", "calculator")


@pytest.mark.parametrize("institution", [None, "", "any", "IETU", "kaznu", 5, ["ietu"], {}, True])
def test_an_unknown_institution_is_named_next(institution):
    """A rule always belongs to one of the five."""
    said = answer({"calculator": "attendance", "institution": institution, "inputs": {"unexcused_hours": "?"}})

    assert (said["status"], said["error_field"]) == ("invalid_input", "institution")


@pytest.mark.parametrize("institution", [*INSTITUTIONS, "any", None, ""])
@pytest.mark.parametrize(("name", "inputs"), [("gpa", {"courses": [{"credits": 1, "points": 1}]}), ("grade_scale", {"letter": "A"})])
def test_arithmetic_needs_no_institution(name, inputs, institution):
    """Any of the five, or none."""
    assert answer({"calculator": name, "institution": institution, "inputs": inputs})["status"] == "ok"


def test_arithmetic_still_refuses_an_institution_nobody_knows():
    """A misspelt code is not passed over."""
    assert answer({"calculator": "gpa", "institution": "aeus"})["error_field"] == "institution"


def test_silence_is_told_before_the_inputs_are_judged():
    """Even inputs that are no object."""
    assert answer({"calculator": "attendance", "institution": "ietu", "inputs": "?"})["status"] == "undefined"


@pytest.mark.parametrize("inputs", ["?", [], 5, True])
def test_inputs_that_are_no_object_are_named(inputs):
    """Where the document has a rule."""
    said = answer({"calculator": "attendance", "institution": "aues", "inputs": inputs})

    assert (said["status"], said["error_field"], said["error_code"]) == ("invalid_input", "inputs", "not_an_object")


@pytest.mark.parametrize("request_", [{}, {"inputs": None}, {"inputs": {}}])
def test_no_inputs_are_blank_inputs(request_):
    """Incomplete, with the clauses the reader can look in."""
    said = answer({"calculator": "attendance", "institution": "aues"} | request_)

    assert (said["status"], said["error_field"]) == ("incomplete", "unexcused_hours")
    assert "aues-2.3.3" in said["clauses"]


def test_invalid_outranks_blank():
    """The first field is blank, the third is nonsense."""
    said = ask("drop_course", "htii", action_date="soon")

    assert (said["status"], said["error_field"]) == ("invalid_input", "action_date")
    assert {"htii-5.6.5", "htii-5.6.6"} <= set(said["clauses"])


def test_a_wrong_day_to_read_the_rules_on_is_refused_after_the_fields():
    """It is an input like the others, and the last one."""
    assert ask("attendance", "aues", unexcused_hours=1, as_of="then")["error_field"] == "as_of"
    assert ask("attendance", "aues", unexcused_hours="x", as_of="then")["error_field"] == "unexcused_hours"
    assert ask("attendance", "aues", as_of="then")["status"] == "invalid_input"


def test_inputs_nobody_asks_are_ignored():
    """Of any kind."""
    assert ask("attendance", "aues", unexcused_hours=1, mood=["?"], institution="x")["status"] == "below"


def test_an_answer_says_where_its_rules_come_from():
    """Calculator, institution and the year of its document."""
    said = ask("attendance", "aues", unexcused_hours=1)

    assert (said["calculator"], said["institution"], said["source_year"]) == ("attendance", "aues", 2020)


def test_an_id_is_carried_back_as_it_came():
    """And none is made up."""
    for given_id in ("a", 5, None, [1, {"b": 2}], True):
        assert answer({"id": given_id})["id"] == given_id
    assert "id" not in answer({})


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "not_json"), (" ", "not_json"), ("x", "not_json"), ("{", "not_json"), ("{'a': 1}", "not_json"), (b"\xff\xfe", "not_json"),
        ("[" * 100_000, "not_json"), ('{"a":' * 100_000, "not_json"), ("[1]", "not_an_object"), ('"gpa"', "not_an_object"),
        ("5", "not_an_object"), ("null", "not_an_object"), ('{"id": 1, "calculator": "gpa", "calculator": "credits"}', "doubled_key"),
        ('{"id": 1, "inputs": {"gpa": 1, "gpa": 2}}', "doubled_key"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_question_is_a_bad_line(line, code):
    """Never a crash; the id comes back where it can be read."""
    said = json.loads(answer_json(line))

    assert (said["status"], said["error_field"], said["error_code"]) == ("invalid_input", "line", code)
    assert said["id"] == (1 if code == "doubled_key" else None)


def test_numbers_of_a_line_keep_every_digit():
    """1.67 stays 1.67: it is never a binary fraction on its way."""
    line = '{"calculator": "gpa_transfer", "institution": "htii", "inputs": {"level": "master", "year_completed": 1.0, "gpa": %s}}'

    assert json.loads(answer_json(line % "1.67"))["status"] == "met"
    assert json.loads(answer_json(line % "1.66999999999999999999999"))["gpa"] == "1.66999999999999999999999"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1e999999999999999999999", "9" * 5000, "-" + "9" * 20, "1e400"])
def test_numbers_nobody_can_mean_are_refused_by_field(number):
    """At once, whatever their exponent or length."""
    said = json.loads(answer_json('{"id": 7, "calculator": "attendance", "institution": "aues", "inputs": {"unexcused_hours": %s}}' % number))

    assert (said["id"], said["status"], said["error_field"]) == (7, "invalid_input", "unexcused_hours")


@pytest.mark.parametrize(
    ("sent", "back"),
    [("1.5", 1.5), ("9" * 1000, int("9" * 1000)), ("9" * 1001, None), ("1e999", None), ("NaN", None), ("[1.5, null]", [1.5, None]), ('{"a": "\\ud800"}', {"a": "\ud800"}), ("9" * 5000, None), ("[" * 500 + "]" * 500, ...)],
)  # fmt: skip
def test_any_id_comes_back_or_null_and_always_as_json(sent, back):
    """Lone surrogates, endless numbers, deep lists."""
    said = json.loads(answer_json('{"id": %s}' % sent))

    assert said["id"] == back or back is ...
    assert said["error_field"] == "calculator"


def test_an_answer_is_ascii_and_a_byte_order_mark_is_skipped():
    """Whatever the terminal can print."""
    said = answer_json("\ufeff".encode() + '{"id": "ә", "calculator": "gpa"}'.encode())

    assert said.isascii()
    assert json.loads(said)["id"] == "ә"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["met", "2026-02-30", "1,5", "A", "htii", "A-", "state", "master", "x" * 300, "9" * 60]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=300)
@given(anything)
def test_any_value_is_answered(request_):
    """Whatever the request is, an answer comes, and it is JSON."""
    said = answer(request_)

    assert said["status"] == "invalid_input"
    assert json.loads(answer_json(json.dumps(request_)))["status"] == "invalid_input"


@pytest.mark.parametrize("name", CALCULATORS)
@settings(max_examples=150)
@given(data=st.data())
def test_any_inputs_are_answered(name, data):
    """Fields of every kind filled with anything: a verdict or a named field, never a fault."""
    fields = CALCULATORS[name].FIELDS
    likely = {
        one.name: st.none() | anything | st.integers(0, 50) | st.booleans()
        | (st.sampled_from(one.choices) if one.choices else st.dates().map(str) | st.lists(st.integers(0, 9), max_size=4))
        for one in fields
    }  # fmt: skip
    inputs = data.draw(st.fixed_dictionaries({}, optional=likely))
    said = answer({"calculator": name, "institution": data.draw(st.sampled_from(INSTITUTIONS)), "inputs": inputs})

    assert json.loads(json.dumps(said)) == said
    assert said["status"] not in ("incomplete", "invalid_input") or said.get("error_field") or said.get("unknown")
    assert said["status"] != "invalid_input" or said["error_code"]
