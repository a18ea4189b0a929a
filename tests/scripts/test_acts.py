"""The page of external acts says what the clauses print."""

import re
from datetime import date
from functools import cache

import pytest

from scripts.acts import KINDS, acts, day
from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.pages import DOCS, clause_pages
from scripts.parity.numbers import numbers


@cache
def edition(language: str, code: str) -> dict:
    """The clauses of a regulation, read once."""
    return read_regulation(DOCS, language, code)


CITATIONS = [(act, citation) for act in acts() for citation in act.citations]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("act", "citation"), CITATIONS, ids=[f"{act.id} {each.clause}" for act, each in CITATIONS])
def test_the_clause_prints_the_number_and_the_days(act, citation, language):
    """Whoever follows the link finds there what the page says."""
    assert citation.clause in clause_pages()
    text = edition(language, citation.clause.partition("-")[0])[citation.clause].text

    if citation.number:
        assert re.search(rf"№\s{re.escape(citation.number)}(?![\w-])", text)
    for when in filter(None, (citation.date, citation.amended)):
        assert {f"{when.day}.{when.month}.", str(when.year)} <= set(numbers(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_numbered_act_of_the_editions_is_listed(language):
    """A number that a clause cites is on the page, under that clause."""
    listed = {(citation.clause, citation.number) for _, citation in CITATIONS}
    # Registers, minutes, the institute's own order, a licence, two homes, a column of a form.
    others = {"33580", "15173", "6976", "5499", "1", "14-С", "14-C", "KZ80LAA00018161", "2"}
    for code in {clause.partition("-")[0] for clause in clause_pages()}:
        for clause in edition(language, code).values():
            for number in re.findall(r"№\s(\w[\w-]*\d[\w-]*|\d+(?:-\w+)?)", clause.text):
                number = re.sub(r"-(?:мен|пен|бен)$", "", number)
                assert (clause.id, number) in listed or number in others, (clause.id, number)


def test_a_disputed_act_has_a_remark():
    """The reader is told what the difference is, and what to make of it."""
    assert {act.id for act in acts() if act.disputed} == {"education-law", "labour-code", "order-604", "order-600"}
    assert all(act.remark for act in acts() if act.disputed)


def test_every_act_is_named_in_three_languages_with_the_same_figures():
    """A remark quotes numbers and days; a slip there would mislead."""
    ids = [act.id for act in acts()]
    assert len(ids) == len(set(ids)) > 30
    for act in acts():
        assert act.kind in KINDS
        assert act.citations
        assert set(act.name) == set(LANGUAGES)
        for texts in filter(None, (act.name, act.remark)):
            assert numbers(texts["kk"]) == numbers(texts["ru"]) == numbers(texts["en"]), act.id


def test_days_are_written_as_each_language_does():
    """Kazakh begins with the year."""
    when = date(2018, 10, 31)
    assert [day(when, language) for language in LANGUAGES] == ["2018 жылғы 31 қазан", "31 октября 2018 года", "31 October 2018"]
