"""What forms, tables and other programs are told about a calculator."""

import json

import pytest

from calculators import CALCULATORS, describe
from calculators.rulebook import INSTITUTIONS

FIELD = {
    "choices": [], "choices_at": {}, "unit": "", "minimum": "0", "above_minimum": False, "maximum": None,
    "optional": True, "when": {}, "at": [], "noted": False, "inner": [],
}  # fmt: skip
FIGURE = {"see": [], "from": None, "until": None}


def field(calculator: str, *path: str) -> dict:
    """The description of a field, or of one inside it."""
    fields = describe(calculator)["fields"]
    for name in path:
        [found] = [each for each in fields if each["name"] == name]
        fields = found["inner"]
    return found


def test_a_small_calculator_in_full():
    """One rule, one silence inside the document that has it, and four documents without one."""
    assert describe("council_meetings") == {
        "calculator": "council_meetings",
        "audience": ["staff"],
        "anywhere": False,
        "institutions": ["umc"],
        "silent": {"ietu": ["ietu-9.6"], "htii": [], "aues": ["aues-1.1.8"], "miras": ["miras-1.1"]},
        "fields": [
            FIELD | {"name": "body", "kind": "choice", "choices": ["rumc", "uao"], "choices_at": {"umc": ["rumc"]}, "optional": False},
            FIELD | {"name": "meetings_per_year", "kind": "integer", "unit": "meetings_per_year", "optional": False},
            FIELD | {"name": "as_of", "kind": "date"},
        ],
        "figures": [FIGURE | {
            "name": "umc.council_meetings.rumc.meetings", "value": "2", "unit": "meetings_per_year", "relation": ">=", "clause": "umc-9",
        }],
        "clauses": ["umc-9", "ietu-9.6", "aues-1.1.8", "miras-1.1", "umc-17"],
    }  # fmt: skip


def test_plain_arithmetic_is_asked_anywhere_and_no_document_is_silent_on_it():
    """The figures are the formulas of two documents and the external scale."""
    said = describe("gpa")

    assert (said["anywhere"], said["institutions"], said["silent"]) == (True, ["htii", "aues"], {})
    assert said["clauses"] == ["htii-gl.47", "htii-5.5.12", "aues-1.2.35", "external-national-scale"]
    assert {figure["name"].rsplit(".", 1)[0] for figure in said["figures"]} >= {"htii.gpa", "aues.gpa", "external.scale.points"}


def test_a_field_tells_its_limits_and_when_it_is_asked():
    """The maximum is the figure itself; what is inside a field is told as fields are."""
    credits = FIELD | {"name": "credits", "kind": "decimal", "unit": "credits", "above_minimum": True}
    points = FIELD | {
        "name": "points", "kind": "decimal", "unit": "gpa_points", "maximum": "4.0", "when": {"letter": [None]},
    }  # fmt: skip

    assert (field("gpa", "courses", "credits"), field("gpa", "courses", "points")) == (credits, points)
    assert field("gpa_transfer", "year_completed")["minimum"] == "1"
    assert field("gpa_transfer", "form")["at"] == ["aues"]
    assert field("attendance", "excused_hours")["noted"] is True


def test_the_top_of_a_scale_is_the_most_a_mark_may_be():
    """The figure binds as the field does: up to it and no further."""
    [top] = [figure for figure in describe("current_control")["figures"] if figure["value"]]

    assert (top["name"], top["value"], top["relation"]) == ("htii.current_control.scale", "100", "<=")
    assert field("current_control", "marks")["maximum"] == top["value"]


def test_choices_that_hang_on_the_institution_are_told():
    """So a form offers only what can be answered; by the rules there are, or as the field lists them."""
    kinds = field("deadline", "kind")["choices_at"]

    assert kinds["aues"] == ["diploma_issue", "refusal_notice"]
    assert "appeal" in kinds["htii"]
    assert field("credits", "level")["choices_at"] == {"ietu": ["master"], "htii": ["bachelor", "master"], "aues": ["bachelor"]}
    assert field("deadline", "submitted_at")["choices_at"] == {}


def test_a_figure_tells_its_days_its_companions_and_all_its_values():
    """A first day; a rule without a figure; two values of which one has to be."""
    figures = {name: figure for calculator in CALCULATORS for figure in describe(calculator)["figures"] for name in (figure["name"],)}

    assert figures["htii.student_government_stipend.student_rector"] == FIGURE | {
        "name": "htii.student_government_stipend.student_rector", "value": "20000", "unit": "tenge_per_month",
        "relation": "=", "clause": "htii-8.7", "from": "2022-08-29",
    }  # fmt: skip
    assert figures["htii.credits.shortened"] == FIGURE | {
        "name": "htii.credits.shortened", "value": None, "unit": "", "relation": "", "clause": "htii-3.1.21", "see": ["htii-3.1.16"],
    }  # fmt: skip
    assert figures["htii.commission.quality.sizes"]["value"] == ["7", "9"]


@pytest.mark.parametrize("name", CALCULATORS)
def test_a_description_is_json_and_complete(name):
    """What forms are drawn from: fields, institutions, figures with clause and unit."""
    said = describe(name)

    assert json.loads(json.dumps(said)) == said
    assert [field["name"] for field in said["fields"]] == [*(one.name for one in CALCULATORS[name].FIELDS), "as_of"]
    assert set(said["institutions"]) | set(said["silent"]) == set(INSTITUTIONS) or said["anywhere"]
    assert not set(said["institutions"]) & set(said["silent"])
    assert set(said["audience"]) <= {"student", "master", "applicant", "staff"}
    assert all(figure["clause"] in said["clauses"] for figure in said["figures"])
    for each in said["fields"]:
        assert each["choices"] or each["kind"] != "choice"
        assert set(each["when"]) <= {other["name"] for other in said["fields"]}


def test_there_is_no_description_of_what_there_is_not():
    """A program that asks is told so at once."""
    with pytest.raises(KeyError):
        describe("no_such")


def test_a_field_is_declared_once_for_all_questions():
    """Nobody who reads it can change what the next reader is asked."""
    with pytest.raises(AttributeError):
        CALCULATORS["gpa_transfer"].FIELDS[0].needed = False
