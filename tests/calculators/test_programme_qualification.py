"""What a department needs for a master's programme at ietu."""

import pytest

from calculators import ask

ENOUGH = {
    "direction": "ict", "degree_staff": 3, "research_contracts": 2, "internship_base_contracts": 2,
    "accredited_labs": 2, "lab_contracts": 0, "teachers_in_staff": True,
}  # fmt: skip


def check(**changed: object) -> dict:
    return ask("programme_qualification", "ietu", **ENOUGH | changed)


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, []), ({"degree_staff": 9, "research_contracts": 9, "internship_base_contracts": 9, "accredited_labs": 9}, []),
        ({"accredited_labs": 0, "lab_contracts": 9}, []), ({"degree_staff": 2}, ["degree_staff"]), ({"research_contracts": 1}, ["research_contracts"]),
        ({"internship_base_contracts": 1}, ["internship_base"]), ({"teachers_in_staff": False}, ["teachers_in_staff"]),
        ({"accredited_labs": 1}, ["laboratories"]), ({"accredited_labs": 0, "lab_contracts": 2}, []),
        ({"accredited_labs": 0, "lab_contracts": 1}, ["laboratories"]), ({"accredited_labs": 0}, ["laboratories"]),
        ({"direction": "other", "accredited_labs": 0}, []), ({"direction": "other", "accredited_labs": "x"}, []),
    ],
)  # fmt: skip
def test_every_least_number_is_enough_and_one_less_is_missing(changed, missing):
    """Laboratories only where the direction asks them."""
    answer = check(**changed)

    assert (answer["status"], answer["missing"]) == ("not_met" if missing else "met", missing)
    assert "ietu-2.10" in answer["clauses"]


@pytest.mark.parametrize("direction", ["natural_sciences", "ict", "engineering"])
def test_three_directions_need_laboratories(direction):
    """And one of each kind is regulated nowhere."""
    none, mixed = check(direction=direction, accredited_labs=0), check(direction=direction, accredited_labs=1, lab_contracts=1)

    assert none["missing"] == ["laboratories"]
    assert (mixed["status"], mixed["missing"], mixed["flags"]) == ("undefined", [], ["lab_mix_not_defined"])
    assert check(direction=direction, accredited_labs=1, lab_contracts=1, degree_staff=0)["status"] == "not_met"
    assert check(direction=direction, accredited_labs=1, lab_contracts=1, degree_staff=None)["status"] == "incomplete"


@pytest.mark.parametrize(
    ("changed", "unknown"),
    [
        ({"degree_staff": None}, ["degree_staff"]), ({"accredited_labs": None}, ["laboratories"]),
        ({"accredited_labs": None, "lab_contracts": 2}, []), ({"teachers_in_staff": None}, ["teachers_in_staff"]),
        ({"accredited_labs": 1, "lab_contracts": None}, ["laboratories"]),
    ],
)  # fmt: skip
def test_a_blank_is_unknown_unless_it_cannot_matter(changed, unknown):
    """Two contracts are enough, however many laboratories there are."""
    answer = check(**changed)

    assert (answer["status"], answer["unknown"]) == ("incomplete" if unknown else "met", unknown)


@pytest.mark.parametrize(
    ("own", "contracts", "shown", "met"),
    [
        (2, 1, "2", True), (0, 3, "3", True), (1, 1, "1", None), (1, 0, "1", False), (0, 0, "0", False),
        (2, None, "2", True), (None, 2, "2", True), (1, None, None, None), (None, 0, None, None), (None, None, None, None),
    ],
)  # fmt: skip
def test_the_greater_number_of_laboratories_or_contracts_is_shown(own, contracts, shown, met):
    """As one figure; none while a blank could still be the greater."""
    laboratories = check(accredited_labs=own, lab_contracts=contracts)["trace"][3]

    assert (laboratories["check"], laboratories["required"]) == ("laboratories", "2")
    assert (laboratories["actual"], laboratories["met"]) == (shown, met)


@pytest.mark.parametrize(
    ("changed", "status", "field"),
    [
        ({"direction": None}, "incomplete", "direction"), ({"direction": "law"}, "invalid_input", "direction"),
        ({"degree_staff": "three"}, "invalid_input", "degree_staff"), ({"lab_contracts": -1}, "invalid_input", "lab_contracts"),
    ],
)  # fmt: skip
def test_wrong_and_blank_inputs_are_named(changed, status, field):
    """The direction decides what is asked, so it is needed."""
    answer = check(**changed)

    assert (answer["status"], answer["error_field"]) == (status, field)


def test_elsewhere_the_document_is_silent():
    """htii speaks of licence requirements without naming them."""
    assert ask("programme_qualification", "htii", **ENOUGH)["clauses"] == ["htii-6.11"]
