"""The glossary has every term once, in the order of each language."""

import pytest

from scripts.clauses.source import LANGUAGES
from scripts.glossary import SHOWN, alphabetical, entries, meaning, order, title
from scripts.pages import clause_kinds, clause_pages


def definitions() -> list[str]:
    """The clauses that define a term."""
    return [clause for clause, kind in clause_kinds().items() if kind == "definition"]


def entry(kazakh: str):
    """The entry of a Kazakh term."""
    return next(each for each in entries() if each.names["kk"] == kazakh)


def test_every_definition_stands_under_one_term():
    """A regulation's own definition is never lost, nor shown twice."""
    shown = [clause for each in entries() for clause in each.definitions]

    assert len(shown) > 100
    assert sorted(shown) == sorted(definitions())


def test_definitions_of_one_term_stand_together():
    """The reader sees at once which regulation says what."""
    assert entry("академиялық кредит").definitions == ["htii-gl.6", "aues-1.2.6"]
    assert entry("кредиттік оқыту технологиясы").definitions == ["miras-3.2.5", "htii-gl.30", "aues-1.2.21"]
    assert entry("мүдделі тарап (стейкхолдер)").definitions == ["htii-gl.48"]
    assert entry("қорытынды аттестаттау").definitions == ["htii-gl.23", "aues-1.2.18"]


def test_a_narrower_term_is_not_mixed_with_a_wider_one():
    """A minor programme is a programme, and yet a term of its own."""
    assert entry("білім беру бағдарламасы (ББ)").definitions == []
    assert entry("қосымша білім беру бағдарламасы (Minor)").definitions == ["htii-gl.13", "aues-1.2.43"]


def test_anchors_are_plain_and_unlike():
    """The same address in every language, one for each term."""
    anchors = [each.anchor for each in entries()]

    assert len(anchors) == len(set(anchors))
    assert all(anchor and anchor.replace("-", "").isalnum() and anchor.isascii() for anchor in anchors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_is_that_of_the_language_and_whole(language):
    """Ә follows А and Қ follows К; sorting by code points puts both at the end."""
    groups = alphabetical(language)
    terms = [term for _letter, found in groups for term in found]

    assert len(terms) == len(entries())
    letters = [letter for letter, _found in groups]
    assert letters == sorted(set(letters), key=lambda letter: order(letter, language))


def test_the_kazakh_alphabet_is_kept():
    """Letters of Kazakh stand beside those they come from."""
    ordered = "азамат «Атамекен» әдіскер баға ғылым кеңес қаулы ұтқырлық іссапар Major".split()

    assert sorted(sorted(ordered), key=lambda word: order(word, "kk")) == ordered


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_definition_has_a_meaning_in_words(language):
    """No link marks, and no list that breaks off without a sign of it."""
    for clause in definitions():
        assert title(clause, language)
        assert len(meaning(clause, language)) > 10
        assert "](" not in meaning(clause, language)
        assert not meaning(clause, language).endswith(":")


def test_uses_are_known_clauses_and_show_every_regulation_first():
    """A term used two hundred times shows a handful, one of each regulation ahead."""
    for each in entries():
        assert set(each.uses) <= set(clause_pages())
        assert len(each.shown_uses) == min(len(each.uses), SHOWN)
        codes = {clause.partition("-")[0] for clause in each.uses}
        assert {clause.partition("-")[0] for clause in each.shown_uses} == codes
