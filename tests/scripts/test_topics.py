"""The page of topics leads to clauses and calculators that exist."""

import pytest

from scripts.clauses.source import LANGUAGES
from scripts.compare import topics as compared
from scripts.pages import calculator_names, clause_pages
from scripts.regulations import regulations
from scripts.topics import clause_titles, topics


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.id)
def test_a_topic_is_worded_and_leads_somewhere(topic):
    """Each link goes to a clause, a calculator or a table that there is."""
    assert set(topic.title) == set(topic.lead) == set(LANGUAGES)
    assert len(topic.clauses) == len(set(topic.clauses)) > 3
    assert set(topic.clauses) <= set(clause_pages())
    assert set(topic.calculators) <= set(calculator_names())
    assert set(topic.compare) <= set(compared())
    assert sum(len(clauses) for _code, clauses in topic.by_regulation()) == len(topic.clauses)


def test_every_regulation_calculator_and_table_is_reachable_by_topic():
    """What is left out here would be found by nobody who does not know its name."""
    assert {clause.partition("-")[0] for topic in topics() for clause in topic.clauses} == set(regulations())
    assert {name for topic in topics() for name in topic.calculators} == set(calculator_names())
    assert {name for topic in topics() for name in topic.compare} == set(compared())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_has_a_title(language):
    """Links are named by the titles of the edition."""
    assert set(clause_titles(language)) == set(clause_pages())
    assert all(clause_titles(language).values())
