"""Credit sums, at, below and above every figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import ask

FULL = {"bd_vk": 20, "bd_tk": 15, "pd": 53, "research": 24, "final_attestation": 8}
PROFILE = {"bd_vk": 6, "bd_tk": 4, "pd": 29, "research": 13, "final_attestation": 8}
SCI_PED = {"level": "master", "track": "sci_ped", "duration_years": 2}


def profile(years: object, **changed: object) -> dict:
    return ask("credits", "ietu", level="master", track="profile", duration_years=years, components=PROFILE | changed)


@pytest.mark.parametrize(
    ("institution", "inputs", "least"),
    [
        ("ietu", SCI_PED, 120),
        ("ietu", {"level": "master", "track": "profile", "duration_years": 1}, 60),
        ("ietu", {"level": "master", "track": "profile", "duration_years": "1,5"}, 90),
        ("htii", {"level": "bachelor"}, 240),
        ("htii", {"level": "bachelor", "shortened": "no"}, 240),
        ("htii", SCI_PED, 120),
        ("htii", {"level": "master", "track": "profile", "duration_years": 1}, 60),
        ("htii", {"level": "master", "track": "profile", "duration_years": "1.50"}, 90),
        ("aues", {"level": "bachelor"}, 240),
    ],
)
def test_the_least_total_itself_is_enough(institution, inputs, least):
    """Every total says "at least": the figure passes, a hundredth less does not."""
    at, below, above = (
        ask("credits", institution, **inputs, total_credits=total) for total in (least, f"{least - 1},99", least + 1)
    )

    assert (at["status"], below["status"], above["status"]) == ("met", "not_met", "met")
    assert at["required_total"] == least
    assert (at["missing"], below["missing"], above["missing"]) == (0, "0.01", 0)
    assert at["checks"] == {"total": True}
    assert [check["actual"] for check in below["trace"]] == [f"{least - 1}.99"]
    assert below["change"] == [{"item": "total", "needed": "0.01", "unit": "credits"}]


@pytest.mark.parametrize(
    ("changed", "failed"),
    [
        ({}, []),
        ({"bd_vk": 19, "bd_tk": 16}, ["bd_vk"]),
        ({"bd_vk": 21, "bd_tk": 14}, ["bd_vk"]),
        ({"bd_tk": 14, "research": 25}, ["theory", "bd_total"]),
        ({"bd_tk": 16}, ["theory", "bd_total"]),
        ({"pd": 52, "research": 25}, ["theory", "pd_total"]),
        ({"pd": 54}, ["theory", "pd_total"]),
        ({"bd_tk": 16, "pd": 52}, ["bd_total", "pd_total"]),
        ({"final_attestation": 7, "research": 25}, ["final_attestation"]),
        ({"final_attestation": 9}, []),
        ({"research": 23}, ["total"]),
    ],
)
def test_exact_figures_fail_on_both_sides_and_minimums_below_only(changed, failed):
    """Theory, both cycles and the university component name the figure alone; the rest say "at least"."""
    answer = ask("credits", "ietu", **SCI_PED, components=FULL | changed)

    assert [name for name, met in answer["checks"].items() if not met] == failed == answer["unmet"]
    assert answer["status"] == ("not_met" if failed else "met")
    assert ("exact_figure" in answer["flags"]) == bool({"theory", "bd_total", "bd_vk", "pd_total"} & set(failed))
    assert {"derived_not_stated", "research_outside_theory"} <= set(answer["flags"])
    assert "total_differs_from_components" not in answer["flags"]
    assert answer["derived_remainder"] == 24


@pytest.mark.parametrize(
    ("changed", "failed"),
    [
        ({}, []),
        ({"bd_vk": 5, "bd_tk": 5}, ["bd_vk"]),
        ({"bd_vk": 7, "bd_tk": 3}, ["bd_vk"]),
        ({"bd_tk": 3, "pd": 30}, ["bd_total"]),
        ({"pd": 28, "bd_tk": 5}, ["pd_total"]),
        ({"pd": 28, "research": 14}, ["theory", "pd_total"]),
        ({"pd": 40}, []),
        ({"final_attestation": "7,5", "research": 14}, ["final_attestation"]),
    ],
)
def test_the_profile_track_has_one_exact_figure(changed, failed):
    """Only the university component is exact; it is flagged when it is the one that fails."""
    answer = profile(1, **changed)

    assert answer["unmet"] == failed
    assert ("exact_figure" in answer["flags"]) == ("bd_vk" in failed)
    assert answer["derived_remainder"] == 13


@pytest.mark.parametrize(("pd", "met"), [(54, True), ("53.99", False), (60, True)])
def test_one_and_a_half_years_ask_more_theory(pd, met):
    """64 credits of theory, 90 in all; 18 are left without a name."""
    answer = profile(1.5, pd=pd, research=19)

    assert answer["checks"]["theory"] is met
    assert answer["derived_remainder"] == 18
    assert answer["required_total"] == 90


def test_too_many_credits_of_an_exact_figure_are_a_change_downwards():
    """One credit over is told as minus one."""
    answer = ask("credits", "ietu", **SCI_PED, components=FULL | {"bd_vk": 21, "bd_tk": 14})

    assert answer["change"] == [{"item": "bd_vk", "needed": "-1", "unit": "credits"}]


def test_components_at_an_institution_without_cycles_give_the_total_alone():
    """htii has no cycle figures: the parts are added up and nothing more."""
    answer = ask("credits", "htii", **SCI_PED, components=FULL)

    assert answer["status"] == "met"
    assert answer["checks"] == {"total": True}
    assert "theory" not in answer


def test_components_outrank_a_bare_total_and_a_difference_is_told():
    """Both given: the parts are judged, the disagreement is flagged."""
    answer = ask("credits", "ietu", **SCI_PED, components=FULL, total_credits=500)

    assert answer["total"] == 120
    assert "total_differs_from_components" in answer["flags"]


def test_components_all_blank_leave_a_given_total_to_be_judged():
    """A form sends its empty cells; without a total the first of them is asked for."""
    empty = dict.fromkeys(FULL)

    assert ask("credits", "ietu", **SCI_PED, components=empty, total_credits=120)["checks"] == {"total": True}
    assert ask("credits", "ietu", **SCI_PED, components=empty)["error_field"] == "components.bd_vk"


@pytest.mark.parametrize(
    ("institution", "inputs", "clause"),
    [
        ("aues", {"level": "master", "total_credits": "abc"}, "aues-7.2.6"),
        ("aues", {"level": "doctoral"}, "aues-7.3.10"),
        ("htii", {"level": "doctoral", "total_credits": 180}, "htii-2.1.6"),
        ("ietu", {"level": "bachelor", "total_credits": 240}, "ietu-1.1"),
        ("ietu", {"level": "doctoral"}, "ietu-1.1"),
        ("ietu", {"level": "master", "track": "profile", "duration_years": 2, "total_credits": 120}, "ietu-2.6"),
        ("miras", {"level": "martian"}, "miras-4.4"),
        ("umc", {}, "umc-1"),
    ],
)
def test_a_silent_document_gives_no_verdict(institution, inputs, clause):
    """Silence is told before any input is judged, with the clause that shows it."""
    answer = ask("credits", institution, **inputs)

    assert answer["status"] == "undefined"
    assert answer["flags"] == ["not_in_document"]
    assert clause in answer["clauses"]


def test_a_shortened_programme_is_set_by_the_institute():
    """3.1.21 leaves the volume to the institute itself."""
    answer = ask("credits", "htii", level="bachelor", shortened=True)

    assert (answer["status"], answer["flags"]) == ("undefined", ["set_by_institution"])
    assert {"htii-3.1.21", "htii-3.1.16"} <= set(answer["clauses"])


@pytest.mark.parametrize(
    ("inputs", "field", "code"),
    [
        ({"level": "phd"}, "level", "not_a_choice"),
        ({"level": "master", "track": "other"}, "track", "not_a_choice"),
        ({"level": "master", "track": "profile", "duration_years": 3}, "duration_years", "not_a_choice"),
        ({"level": "master", "track": "profile", "duration_years": "two"}, "duration_years", "not_a_number"),
        (SCI_PED | {"total_credits": -1}, "total_credits", "negative"),
        (SCI_PED | {"total_credits": "NaN"}, "total_credits", "not_a_number"),
        (SCI_PED | {"total_credits": True}, "total_credits", "not_a_number"),
        (SCI_PED | {"components": [1]}, "components", "not_an_object"),
        (SCI_PED | {"components": FULL | {"pd": "x"}}, "components.pd", "not_a_number"),
        (SCI_PED | {"components": FULL | {"research": -1, "bd_vk": ""}}, "components.research", "negative"),
    ],
)
def test_what_no_reader_could_mean_is_named(inputs, field, code):
    """The first wrong field, in the order of the form."""
    answer = ask("credits", "ietu", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("invalid_input", field, code)


@pytest.mark.parametrize(
    ("inputs", "field"),
    [
        ({}, "level"),
        ({"level": "master"}, "track"),
        ({"level": "master", "track": "profile"}, "duration_years"),
        (SCI_PED, "total_credits"),
        (SCI_PED | {"total_credits": " "}, "total_credits"),
        (SCI_PED | {"components": FULL | {"pd": None}}, "components.pd"),
        (SCI_PED | {"components": {"bd_vk": 20}}, "components.bd_tk"),
    ],
)
def test_blank_is_not_zero(inputs, field):
    """A needed blank leaves the verdict open; an explicit zero would be judged."""
    answer = ask("credits", "ietu", **inputs)

    assert (answer["status"], answer["error_field"], answer["error_code"]) == ("incomplete", field, "blank")


def test_years_of_the_scientific_track_do_not_matter():
    """The document gives that track one volume, whatever its years."""
    assert ask("credits", "ietu", level="master", track="sci_ped", duration_years="x", total_credits=120)["status"] == "met"


@given(st.decimals(0, 500, places=2), st.decimals(0, 500, places=2))
def test_more_credits_never_undo_a_minimum(one, other):
    """Whoever has enough has enough with more."""
    less, more = sorted((one, other))
    low, high = (ask("credits", "aues", level="bachelor", total_credits=total) for total in (less, more))

    assert low["status"] == "not_met" or high["status"] == "met"
