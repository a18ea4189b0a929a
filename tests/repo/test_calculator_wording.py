"""Whatever a calculator can ask or answer has words in three languages."""

import random
import re
from functools import cache

import pytest

from calculators import CALCULATORS, answer, describe
from calculators.tokens import tokens
from scripts.clauses.source import LANGUAGES
from scripts.wording import wording

PLACE = re.compile(r"\{(\w+)\}")
# Where words for a group of tokens are looked up; later ones stand in for a missing first.
PREFIXES = {
    "flag": ("flag",), "check": ("check",), "missing": ("missing", "check"), "reason": ("missing",),
    "outcome": ("outcome",), "improvement": ("value",), "consequence": ("consequence",), "change": ("change",),
    "error": ("error",), "relation": ("relation",), "audience": ("group",), "status": ("status",),
}  # fmt: skip
# Units that print no noun: what they measure is a word, a letter or a date itself.
NO_NOUN = {
    "cefr_level", "certificate", "date", "direction", "form", "funding", "letter", "level", "time",
    "traditional_grade", "yes_no",
}  # fmt: skip
# Parts of an answer that are shown elsewhere, or are for machines.
NOT_FIGURES = {
    "calculator", "institution", "source_year", "status", "missing", "consequence", "outcome", "open_field",
    "error_field", "error_code", "error_values", "as_of",
}  # fmt: skip
# What the page says of an input when the calculator gives no code.
GENERAL = {"error": ("invalid_input", "incomplete")}
NAMES = tuple(CALCULATORS)
SAMPLES = 150


def has(language: str, calculator: str, prefixes: tuple[str, ...], token: str, ending: str = "") -> str | None:
    """The id under which a token is worded, the calculator's own words first."""
    ids = [f"{prefix}.{own}{token}{ending}" for prefix in prefixes for own in (f"{calculator}.", "")]
    return next((key for key in ids if wording(language).has(key)), None)


def places(language: str, key: str) -> set[str]:
    """The places of a message, in all its plural forms together."""
    message = wording(language).messages[key]
    return set(PLACE.findall(" ".join(message.values()) if isinstance(message, dict) else message))


def worded_tokens() -> list[tuple[str, str]]:
    """Every token that needs words, with its group."""
    return [(group, token) for group in PREFIXES for token in tokens()[group]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("group", "token"), worded_tokens(), ids=lambda each: each)
def test_every_token_of_an_answer_has_words(group, token, language):
    """In general, or in every calculator that has words of its own for it."""
    assert any(has(language, name, PREFIXES[group], token) for name in NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", [each for each in tokens()["unit"] if each not in NO_NOUN])
def test_every_unit_has_a_noun(unit, language):
    """A figure without its unit could be anything."""
    assert wording(language).has(f"unit.{unit}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_form_has_labels_for_all_it_asks(name, language):
    """Title, lead, every field, every choice, every cell."""
    asked = list(inputs(name))

    assert asked
    assert wording(language).has(f"calculator.{name}.title")
    assert wording(language).has(f"calculator.{name}.lead")
    for path, field in asked:
        assert has(language, name, ("field",), path, ".label"), path
        for choice in field["choices"] if field["kind"] == "choice" else ():
            assert has(language, name, ("choice",), f"{field['name']}.{choice}"), f"{path}: {choice}"
        if field["kind"] in ("grades", "integers", "decimals"):
            assert wording(language).has(f"cell.{field['name']}"), path


@pytest.mark.parametrize("group", ["status", "flag", "check", "change", "outcome", "consequence", "unit", "error"])
def test_no_words_are_kept_for_a_token_that_is_gone(group):
    """Words that nothing asks for are never proofread again."""
    known = {*tokens()[group], *GENERAL.get(group, ())}
    kept = [key for key in wording("kk").messages if key.startswith(f"{group}.")]

    assert kept
    assert [key for key in kept if key.rpartition(".")[2] not in known] == []


def inputs(name: str) -> list[tuple[str, dict]]:
    """Fields by path, those inside a group or a row among them."""
    fields = [(field["name"], field) for field in describe(name)["fields"]]
    inner = [(f"{path}.{one['name']}", one) for path, field in fields for one in field["inner"]]
    return fields + inner


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_an_answer_is_told_in_full(name, language):
    """No place stays empty, no figure bare, no token unsaid."""
    for given in sampled(name):
        telling(name, language, given)


def telling(name: str, language: str, given: dict) -> None:
    """Check what the page would show of one answer."""

    def told(prefixes: tuple[str, ...], token: str, values: dict) -> None:
        key = has(language, name, prefixes, token)
        assert key, f"{prefixes[0]}.{token}: {given}"
        assert places(language, key) <= set(values), f"{key}: {given}"

    told(("status",), given["status"], given)
    for flag in given["flags"]:
        told(("flag",), flag, given)
    for key in ("consequence", "outcome"):
        if isinstance(given.get(key), str):
            told((key,), given[key], given)
    for group in ("missing", "reasons", "unknown"):
        for token in given[group] if isinstance(given.get(group), list) else ():
            told(("missing", "check"), token, given)
    for change in given.get("change", ()):
        told(("change",), change["item"], given | change | {"unit": ""})
    if "error_code" in given:
        told(("error",), given["error_code"], given.get("error_values") or {})
    for check in given.get("trace", ()):
        told(("check",), check["check"], given)
        assert wording(language).has(f"relation.{check['relation']}")
        assert check["unit"] in NO_NOUN or wording(language).has(f"unit.{check['unit']}"), check
        for value in (check["required"], check["actual"]):
            tokens_inside = re.findall(r"[a-z]\w+", str(value or ""))
            assert all(wording(language).has(f"value.{token}") for token in tokens_inside), check
    for key, value in given.items():
        if key not in NOT_FIGURES and isinstance(value, (str, int)) and not isinstance(value, bool):
            assert has(language, name, ("output",), key), f"{key}: {given}"


def test_the_sampled_answers_are_of_every_kind():
    """Guards the test above against answers that all fail alike."""
    answers = [each for name in NAMES for each in sampled(name)]
    statuses = {each["status"] for each in answers}
    flags = {flag for each in answers for flag in each["flags"]}

    assert statuses == set(tokens()["status"]) - {"fault"}
    assert len(flags) > 0.8 * len(tokens()["flag"])


@cache
def sampled(name: str) -> tuple[dict, ...]:
    """Answers to questions drawn at random, the same ones every time."""
    drawn = random.Random(name)
    said = describe(name)
    institutions = (*said["institutions"], "any") if said["anywhere"] else (*said["institutions"], *said["silent"])
    return tuple(
        answer({"calculator": name, "institution": code, "inputs": filled(said["fields"], drawn)})
        for code in institutions
        for _ in range(SAMPLES if code not in said["silent"] else 1)
    )


def filled(fields: list[dict], drawn: random.Random) -> dict:
    """A form filled in at random, a few answers left out."""
    return {one["name"]: typed(one, drawn) for one in fields if one["name"] != "as_of" and drawn.random() < 0.92}


# Where chance alone would hardly ever fit one answer to another.
FITTING = {
    "total_members": ("12",), "present": ("7", "8", "9"), "online_votes": ("0", "2"),
    "votes_for": ("3", "4", "5"), "votes_against": ("2", "3", "4"), "votes_abstain": ("0", "1"),
    "year_completed": ("1", "2"), "gpa": ("1.3", "1.665", "2.5"),
    "results_date": ("2026-07-05",), "submitted_at": ("2026-07-06T12:59", "2026-07-06T13:00", "2026-07-06T13:01"),
}  # fmt: skip
NUMBERS = (
    "0", "1", "1", "2", "2", "3", "5", "8", "9", "10", "12", "20", "30", "40", "60", "120", "1.665", "94.5", "-1", "x",
)  # fmt: skip
DAYS = ("2026-06-20", "2026-07-05", "2026-07-06", "2026-07-09", "2026-08-20", "2026-09-01", "2026-09-06", "2026-09-15")
LETTERS = ("A", "A-", "A-", "B", "B+", "C+", "D", "FX", "F", "K")


def typed(one: dict, drawn: random.Random) -> object:
    """One answer of the field's kind, now and then a wrong one."""
    kind = one["kind"]
    if one["name"] in FITTING:
        return drawn.choice(FITTING[one["name"]])
    if kind == "choice":
        return drawn.choice(one["choices"])
    if kind == "boolean":
        return drawn.random() < 0.7
    if kind == "group":
        return {inner["name"]: drawn.choice(NUMBERS[:-4]) for inner in one["inner"]}
    if kind == "rows":
        return [filled(one["inner"], drawn) for _ in range(drawn.randint(1, 2))]
    singles = {"integers": "integer", "decimals": "decimal", "grades": "letter", "dates": "date"}
    if kind in singles:
        return [typed(one | {"kind": singles[kind]}, drawn) for _ in range(drawn.randint(1, 3))]
    if kind == "date":
        return drawn.choice(DAYS)
    if kind == "letter":
        return drawn.choice(LETTERS)
    return drawn.choice(NUMBERS if kind in ("integer", "decimal") else ("B2", "A2", "C1", "IELTS 6.5", "?"))
