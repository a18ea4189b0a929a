"""The tables of comparison say what the clauses say."""

import re
from functools import cache

import pytest

from calculators.rulebook import RULEBOOK
from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.compare import FIGURE, topics, written
from scripts.pages import DOCS, calculator_names, clause_pages
from scripts.parity.numbers import numbers
from scripts.regulations import regulations

CELLS = [
    (topic.id, row.label["en"], code, cell)
    for topic in topics().values()
    for row in topic.rows
    for code, cell in row.cells.items()
]
IDS = [f"{topic} | {label} | {code}" for topic, label, code, _cell in CELLS]


@cache
def edition(language: str, code: str) -> dict:
    """The clauses of a regulation, read once."""
    return read_regulation(DOCS, language, code)


def text(clause: str, language: str) -> str:
    """Title and text of a clause."""
    return edition(language, clause.partition("-")[0])[clause].text


@pytest.mark.parametrize(("topic", "label", "code", "cell"), CELLS, ids=IDS)
def test_a_cell_rests_on_clauses_of_its_own_institution(topic, label, code, cell):
    """A rule of one institution is never valid for another."""
    assert cell.clauses
    for clause in cell.clauses:
        assert clause in clause_pages()
        assert clause.startswith(f"{code}-")


@pytest.mark.parametrize(("topic", "label", "code", "cell"), CELLS, ids=IDS)
def test_a_quoted_figure_is_fixed_by_a_cited_clause(topic, label, code, cell):
    """The figure behind a name belongs to the clause that the cell links."""
    for figure in cell.figures:
        assert set(figure.clauses) & set(cell.clauses), figure.name
    names = [sorted(FIGURE.findall(cell.text[language])) for language in LANGUAGES]
    assert names[0] == names[1] == names[2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("topic", "label", "code", "cell"), CELLS, ids=IDS)
def test_a_typed_number_stands_in_a_cited_clause(topic, label, code, cell, language):
    """What is not quoted by name must be found where the link leads."""
    typed = set(numbers(FIGURE.sub("", cell.text[language])))
    found = {number for clause in cell.clauses for number in numbers(text(clause, language))}

    assert typed <= found


@pytest.mark.parametrize("topic", topics().values(), ids=topics())
def test_a_table_is_whole_in_three_languages(topic):
    """The same rules in each, institutions and calculators that exist."""
    assert set(topic.institutions) <= set(regulations())
    assert set(topic.calculators) <= set(calculator_names())
    for texts in [topic.title, *([topic.lead] if topic.lead else []), *(row.label for row in topic.rows)]:
        assert set(texts) == set(LANGUAGES)
        assert numbers(texts["kk"]) == numbers(texts["ru"]) == numbers(texts["en"])
    for row in topic.rows:
        assert row.cells
        for cell in row.cells.values():
            assert not any("{" in cell.in_words(language) for language in LANGUAGES)


def test_every_topic_was_found():
    """Guards the tests above against passing on an empty folder."""
    assert list(topics()) == ["promotion", "credits", "terms", "defence", "practice", "attendance", "grading", "quorum", "admission"]
    assert len(CELLS) > 140


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("htii.gpa_transfer.bachelor.any.1", ("1,33", "1,33", "1.33")),
        ("htii.window.originals_submission.closes", ("25 тамыз", "25 августа", "25 August")),
        ("htii.deadline.appeal.closes", ("13:00", "13:00", "13:00")),
        ("umc.quorum.rumc.quorum", ("2/3", "2/3", "2/3")),
    ],
)
def test_figures_are_written_as_each_language_does(name, texts):
    """A decimal comma in Kazakh and Russian, the month by its name."""
    assert tuple(written(RULEBOOK.ruling(name), language) for language in LANGUAGES) == texts


def test_a_name_of_no_figure_is_refused():
    """A misspelt name may not be published as it stands."""
    assert re.fullmatch(FIGURE, "{htii.no.such}")
    with pytest.raises(KeyError):
        RULEBOOK.ruling("htii.no.such")
