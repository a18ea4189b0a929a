"""When a course opens."""

import pytest

from calculators import ask

RANGE, NONE = ["range_minimum_ambiguous"], []


@pytest.mark.parametrize(
    ("kind", "registered", "status", "flags"),
    [
        ("lecture", 49, "not_opened", RANGE), ("lecture", 50, "opens", RANGE), ("lecture", 80, "opens", RANGE),
        ("lecture", 81, "extra_stream", RANGE), ("lecture", 0, "not_opened", RANGE),
        ("practical", 19, "not_opened", RANGE), ("practical", 20, "opens", RANGE), ("practical", 25, "opens", RANGE),
        ("practical", 26, "extra_stream", RANGE), ("lab", 11, "not_opened", NONE), ("lab", 12, "opens", NONE),
        ("language", 11, "not_opened", NONE), ("language", 12, "opens", NONE), ("language", 13, "opens", NONE), ("lab", 500, "opens", NONE),
        ("elective_small", 9, "not_opened", RANGE), ("elective_small", 10, "undefined", RANGE),
        ("elective_small", 11, "undefined", RANGE), ("elective_small", 12, "opens", RANGE), ("elective_small", 13, "opens", RANGE),
    ],
)  # fmt: skip
def test_a_course_opens_from_the_least_to_the_most(kind, registered, status, flags):
    """Both figures inside; between two minimums nobody knows; laboratories have no most."""
    answer = ask("group_size", "htii", class_type=kind, registered=registered)

    assert (answer["status"], answer["flags"]) == (status, flags)
    assert {"htii-5.6.12" if kind == "elective_small" else "htii-5.6.11", "htii-5.6.13"} <= set(answer["clauses"])


@pytest.mark.parametrize("kind", ["lab", "language"])
@pytest.mark.parametrize(("small", "status"), [(True, "undefined"), (False, "not_opened"), (None, "not_opened")])
def test_a_small_speciality_is_exempt_below_the_least(kind, small, status):
    """What holds for it instead is not said."""
    answer = ask("group_size", "htii", class_type=kind, registered=11, small_contingent=small)

    assert answer["status"] == status
    assert ("small_contingent_exempt" in answer["flags"]) == (status == "undefined")
    assert ask("group_size", "htii", class_type=kind, registered=12, small_contingent=small)["status"] == "opens"


def test_the_exemption_is_for_laboratories_and_languages():
    """Elsewhere the answer is ignored, even a senseless one."""
    assert ask("group_size", "htii", class_type="practical", registered=19, small_contingent="?")["status"] == "not_opened"


@pytest.mark.parametrize(
    ("kind", "registered", "status", "norm"),
    [
        ("group", 25, "within_norm", 25), ("group", 26, "over_norm", 25), ("group", 0, "within_norm", 25),
        ("subgroup", 11, "within_norm", 12), ("subgroup", 12, "within_norm", 12), ("subgroup", 13, "over_norm", 12),
    ],
)  # fmt: skip
def test_a_norm_of_occupancy_is_no_ceiling(kind, registered, status, norm):
    """aues names how full a group is meant to be, and forbids nothing."""
    answer = ask("group_size", "aues", class_type=kind, registered=registered)

    assert (answer["status"], answer["norm"], answer["flags"]) == (status, norm, ["norm_not_ceiling"])


@pytest.mark.parametrize(
    ("institution", "kind", "flag"),
    [("aues", "lecture", "depends_on_room"), ("aues", "lab", "not_in_document"), ("htii", "group", "not_in_document")],
)
def test_sizes_without_a_figure_are_undefined(institution, kind, flag):
    """A lecture at aues depends on the room; the number is not judged."""
    answer = ask("group_size", institution, class_type=kind, registered="x")

    assert (answer["status"], answer["flags"]) == ("undefined", [flag])
    assert {"aues": "aues-2.2.11", "htii": "htii-5.6.11"}[institution] in answer["clauses"]


def test_the_missing_people_are_counted():
    """Three short of twenty, six over twenty-five."""
    short, over = (ask("group_size", "htii", class_type="practical", registered=count)["change"] for count in (17, 31))

    assert (short[0]["needed"], over[0]["needed"]) == ("3", "-6")


@pytest.mark.parametrize(
    ("inputs", "status", "field", "code"),
    [
        ({}, "incomplete", "class_type", "blank"), ({"class_type": "lab"}, "incomplete", "registered", "blank"),
        ({"class_type": "lab", "registered": 12.5}, "invalid_input", "registered", "not_whole"),
        ({"class_type": "lab", "registered": -1}, "invalid_input", "registered", "negative"),
        ({"class_type": "choir"}, "invalid_input", "class_type", "not_a_choice"),
    ],
)  # fmt: skip
def test_wrong_and_blank_inputs_are_named(inputs, status, field, code):
    """Half a person is nobody."""
    answer = ask("group_size", "htii", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == (status, field, code)
