"""The three languages of every regulation say the same; each gate can fail."""

import shutil
from pathlib import Path

import pytest

from scripts.clauses.source import LANGUAGES, ClauseSourceError, read_page, read_regulation
from scripts.pages import DOCS, chapters, clause_pages
from scripts.parity.check import problems, report
from scripts.parity.reviews import review, unreviewed
from scripts.parity.numbers import list_items, number_words, numbers
from scripts.regulations import regulations


@pytest.mark.parametrize("code", regulations())
def test_a_regulation_is_whole_and_alike_in_its_three_languages(code):
    """Ids, numbers, dates, links and list items agree; every figure is there."""
    _hints, found = report(DOCS, code)

    assert found == []


def test_every_clause_of_the_outline_was_found():
    """Guards the test above against passing on an empty folder."""
    found = {i for code in regulations() for i in read_regulation(DOCS, "kk", code)}

    assert found == set(clause_pages())
    assert len(found) == 736


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of one regulation that a test may break."""
    for language in LANGUAGES:
        shutil.copytree(DOCS / language / "ietu", tmp_path / language / "ietu")
    shutil.copytree(DOCS / "data", tmp_path / "data")
    return tmp_path


def edit(copy: Path, language: str, page: str, old: str, new: str) -> None:
    """Replace text that must be there."""
    path = copy / language / "ietu" / f"{page}.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def said(copy: Path) -> str:
    """Everything that the gates say about the copy."""
    return "\n".join(problems(copy, "ietu"))


def test_a_changed_number_is_caught_with_its_place(copy):
    """88 credits in Kazakh cannot become 89 in Russian."""
    edit(copy, "ru", "2", "88 кредитов", "89 кредитов")

    assert "ietu-2.3: numbers differ" in said(copy)
    assert "/ru/ietu/2.md:" in said(copy)


def test_a_number_changed_in_all_languages_is_caught_by_the_list_of_figures(copy):
    """The figure list knows what the regulation says."""
    for language, old, new in (("kk", "кемінде 14", "кемінде 15"), ("ru", "не менее 14", "не менее 15"), ("en", "at least 14", "at least 15")):
        edit(copy, language, "7", old, new)

    assert "ietu-7.2: figure 14 of the regulation is not in the text" in said(copy)


def test_a_lost_list_item_is_caught(copy):
    """A condition of the defence may not fall out of one language."""
    edit(copy, "en", "8", "- the scientific supervisor's opinion is positive;\n", "")

    assert "ietu-8.2: 5 list items or table rows, kk has 6" in said(copy)


def test_a_lost_clause_is_caught(copy):
    """Every id of the outline is owed in every language."""
    edit(copy, "kk", "8", "/// clause | ietu-8.3", "/// clause | ietu-8.9")

    assert "docs/kk/ietu/8.md: ietu-8.3 is missing" in said(copy)
    assert "ietu-8.9: not a known id" in said(copy)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("/// clause | ietu-1.1\n    title: A\n\ntext\n", "is not closed"),
        ("/// clause | ietu-1.1\n\ntext\n///\n", "has no title"),
        ("/// clause | ietu-1.1\n    title: A\n\n///\n", "has no text"),
        ("/// clause ietu-1.1\n    title: A\n\ntext\n///\n", "is no clause opening"),
        ("/// clause | ietu-1.1\n    title: A\n\nx\n/// clause | ietu-1.2\n    title: B\n\ny\n///\n", "is not closed before line 5"),
    ],
)
def test_a_malformed_block_is_refused_with_its_line(tmp_path, source, fault):
    """Markdown would print such a block as text and say nothing."""
    page = tmp_path / "1.md"
    page.write_text(source, "utf-8")

    with pytest.raises(ClauseSourceError, match=fault) as caught:
        read_page(page)

    assert "1.md:1" in str(caught.value)


@pytest.mark.parametrize(
    ("kk", "ru", "en"),
    [
        ("2018 жылғы 31 қазандағы № 600", "от 31 октября 2018 года № 600", "№ 600 of 31 October 2018"),
        ("ең аз балл – 1,67", "не ниже 1,67", "at least 1.67"),
        ("20 маусымнан 7 шілдеге дейін", "с 20 июня по 7 июля", "from 20 June to 7 July"),
        ("20 000 ₸", "20\u00a0000 ₸", "20 000 tenge"),
        ("мүшелердің 2/3 бөлігі", "2/3 членов", "2/3 of the members"),
        ("05.05.2020", "5 мая 2020", "5 May 2020"),
    ],
)
def test_the_same_fact_counts_the_same_in_three_languages(kk, ru, en):
    """Commas, months and thousands are written in each language's own way."""
    assert numbers(kk) == numbers(ru) == numbers(en)


@pytest.mark.parametrize(("left", "right"), [("1,67", "1,66"), ("31 қазан", "31 қараша"), ("2 ай", "2, 2 ай"), ("20 000", "2 000")])
def test_different_facts_count_differently(left, right):
    """A check that cannot fail proves nothing."""
    assert numbers(left) != numbers(right)


def test_list_items_and_number_words_are_seen():
    """Enumerators count as items, not as numbers; spelt figures are pointed out."""
    assert list_items("- a\n- b\n\n1. c\n| x | y |") == 4
    assert numbers("1. c") == numbers("")
    assert number_words("кемінде екі шарт", "kk") == ["екі"]


@pytest.mark.parametrize("code", regulations())
def test_every_clause_was_reviewed_in_all_its_languages(code):
    """A change in one language that nobody held against the others is a drift."""
    assert list(unreviewed(DOCS, code)) == []


def test_a_change_in_one_language_is_caught_until_it_is_reviewed(copy):
    """Also where no number changes, and not where only line breaks do."""
    review(copy, "ietu")
    edit(copy, "en", "8", "scientific supervisor's opinion is positive", "scientific supervisor's opinion is\npositive")
    assert list(unreviewed(copy, "ietu")) == []
    edit(copy, "ru", "8", "положительный", "одобрительный")

    [said] = unreviewed(copy, "ietu")
    assert "ietu-8.2 changed in ru" in said
    assert review(copy, "ietu-8.2") == 1
    assert list(unreviewed(copy, "ietu")) == []


def test_every_chapter_has_a_page_in_every_language():
    """The same paths in each language."""
    for code, pages in chapters().items():
        for language in LANGUAGES:
            assert {path.stem for path in (DOCS / language / code).glob("*.md")} == set(pages)
