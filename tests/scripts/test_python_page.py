"""The page for Python users: its examples are run, and are the same in every language."""

import doctest
import re

import pytest

import calculators
from scripts.clauses.source import LANGUAGES
from scripts.pages import DOCS

LEAST = 5  # blocks of examples


def examples(language: str) -> list[doctest.Example]:
    text = (DOCS / language / "python.md").read_text("utf-8")
    return doctest.DocTestParser().get_examples(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_the_page_gives_what_it_says(language):
    """Run in order, in one session, as a reader would type them."""
    text = (DOCS / language / "python.md").read_text("utf-8")
    test = doctest.DocTestParser().get_doctest(text, {}, language, f"{language}/python.md", 0)
    runner = doctest.DocTestRunner(verbose=False)
    told: list[str] = []
    runner.run(test, out=told.append)

    assert runner.failures == 0, "".join(told)
    assert runner.tries > LEAST


def test_the_examples_are_the_same_in_every_language():
    """Code is not translated."""
    pairs = [[(each.source, each.want) for each in examples(language)] for language in LANGUAGES]

    assert pairs[0] == pairs[1] == pairs[2]


def test_the_page_names_everything_that_is_public():
    """What is exported and not told is found by nobody."""
    text = (DOCS / "en" / "python.md").read_text("utf-8")

    assert [name for name in calculators.__all__ if not re.search(rf"\b{name}\b", text)] == []
