"""A regulation in a text file."""

import pytest

from scripts.importer.convert import convert
from scripts.importer.coverage import lost, share
from scripts.importer.readers import read
from scripts.importer.references import nowhere
from scripts.importer.suspicious import suspicious
from tests.importer.documents import RULES


def imported(tmp_path, text: str, code: str = "kok"):
    """The document that a text file makes."""
    path = tmp_path / "rules.txt"
    path.write_text(text, "utf-8")
    return convert(read(path), code)


@pytest.fixture
def document(tmp_path):
    """The regulation of the invented university."""
    return imported(tmp_path, RULES)


def texts(document) -> dict[str, str]:
    """Text of every entry by its number."""
    return {entry.id.partition("-")[2]: entry.text for entry in document.entries}


def test_printed_numbers_become_ids(document):
    """Also where a number is left out and where a clause has clauses of its own."""
    assert list(texts(document)) == ["1.1", "1.2", "2.1", "2.2", "2.2.1", "2.4", "3.1", "3.2", "annex-1"]
    assert [chapter.id for chapter in document.chapters] == ["kok-ch1", "kok-ch2", "kok-ch3", "kok-ch-annex"]


def test_a_list_stays_with_the_clause_that_announces_it(document):
    """Its items keep their figures."""
    assert texts(document)["2.1"].split("\n")[1:] == ["- 1-курс – 1,50;", "- 2-курс – 1,80;", "- 3-курс – 2,00."]


def test_terms_of_a_glossary_are_definitions(document):
    """Each with its term."""
    assert [(entry.kind, entry.term) for entry in document.entries if entry.number.startswith("3.")] == [
        ("definition", "GPA"), ("definition", "Тіркеу офисі"),
    ]  # fmt: skip


def test_a_hyphen_is_dropped_only_when_the_document_writes_the_word_without_it(tmp_path):
    """сту-денттер loses it, оқу-әдістемелік keeps it."""
    document = imported(tmp_path, "1. Бөлім\n1.1 Осы оқу-\nәдістемелік кеңес сту-\nденттер үшін құрылды.\n1.2 Бұл студенттер кеңесі.\n")

    assert texts(document)["1.1"] == "Осы оқу-әдістемелік кеңес студенттер үшін құрылды."
    assert [change.after for change in document.changes] == ["студенттер"]


def test_nothing_is_lost(document):
    """Every letter and digit is kept."""
    assert lost(document) == []
    assert share(document, []) == 1


def test_a_line_that_is_lost_is_named(document):
    """The proof can fail: without an entry its lines are missing."""
    document.chapters[1].entries.pop(1)

    assert [line.text for line in lost(document)] == [
        "2.2 Студент 2.1-тармақтың талабын орындамаса, жазғы семестрде оқиды.",
    ]


def test_gaps_and_repeats_of_the_numbering_are_remarked(tmp_path):
    """An editor must see them before a reader does."""
    document = imported(tmp_path, "1. Бөлім\n1.1 Бірінші талап.\n1.3 Үшінші талап.\n1.3 Тағы бір талап.\n")

    assert list(texts(document)) == ["1.1", "1.3", "1.3-2"]
    assert [(kind, what) for _line, kind, what in document.remarks] == [("gap", "1.1 → 1.3"), ("repeat", "1.3")]


def test_a_number_run_on_inside_a_line_begins_a_clause(tmp_path):
    """Extractors lose the line break before it."""
    document = imported(tmp_path, "1. Бөлім\n1.1 Бірінші талап орындалды. 1.2 Екінші талап бар.\n1.3 Үшінші.\n")

    assert texts(document) == {"1.1": "Бірінші талап орындалды.", "1.2": "Екінші талап бар.", "1.3": "Үшінші."}


@pytest.mark.parametrize("line", ["27.12.2019 жылғы бұйрық күшінде.", "36 сағаттан артық сабақ.", "1,5 жылдық бағдарлама.", "2) екінші шарт;"])
def test_a_number_that_is_no_clause_begins_none(tmp_path, line):
    """Dates, figures and list items may stand at the start of a line."""
    document = imported(tmp_path, f"1. Бөлім\n1.1 Мына талаптар орындалады\n{line}\n1.2 Екінші талап.\n")

    assert list(texts(document)) == ["1.1", "1.2"]
    assert line.partition(" ")[0] in texts(document)["1.1"]


def test_running_heads_and_page_numbers_are_left_out_and_listed(tmp_path):
    """What stands on every page belongs to no clause."""
    pages = [f"Көкжиек университеті\n1.{n} Талап нөмірі {n} осында толық жазылған.\nбет {n} / 5" for n in range(1, 6)]
    document = imported(tmp_path, "1. Бөлім\n" + "\f".join(pages))

    assert list(texts(document)) == [f"1.{n}" for n in range(1, 6)]
    assert "Көкжиек" not in " ".join(texts(document).values())
    assert len(document.left_out) == 10


def test_lookalike_letters_are_mended_and_logged(tmp_path):
    """A Latin o or c inside a Kazakh word, a Cyrillic Х inside FX, and ӛ for ө."""
    document = imported(tmp_path, "1. Бөлім\n1.1 Cтудeнт кӛрсеткіші FХ болса, қайта тапсырады.\n")

    assert texts(document)["1.1"] == "Студент көрсеткіші FX болса, қайта тапсырады."
    assert [(change.before, change.after) for change in document.changes] == [
        ("Cтудeнт", "Студент"), ("кӛрсеткіші", "көрсеткіші"), ("FХ", "FX"),
    ]  # fmt: skip


def test_a_word_that_cannot_be_decided_is_left_and_reported(tmp_path):
    """Guessing would change the institution's text."""
    document = imported(tmp_path, "1. Бөлім\n1.1 Бұл Міпоr бағдарламасы.\n")

    assert "Міпоr" in texts(document)["1.1"]
    assert ("kok-1.1", "mixed", "Міпоr") in list(suspicious(document))


def test_references_that_point_nowhere_are_found(tmp_path):
    """A clause that refers to 7.7 of a document that ends at 1.2, and to an annex that is missing."""
    document = imported(tmp_path, "1. Бөлім\n1.1 Тәртіп 7.7-тармақта және 4-қосымшада берілген.\n1.2 1.1-тармақ қолданылады.\n")

    assert list(nowhere(document)) == [("kok-1.1", "7.7-тармақ"), ("kok-1.1", "4-қосымша")]


def test_clauses_counted_through_all_parts_have_one_number(tmp_path):
    """Acts of a ministry number 1, 2, 3 whatever the part."""
    text = "1-бөлім. Жалпы\n1. Бірінші талап.\n2. Екінші талап.\n2-бөлім. Тәртіп\n3. Үшінші талап:\n1) бірі;\n2) екіншісі.\n4. Төртінші талап.\n"
    document = imported(tmp_path, text)

    assert list(texts(document)) == ["1", "2", "3", "4"]
    assert [chapter.title for chapter in document.chapters] == ["1-бөлім. Жалпы", "2-бөлім. Тәртіп"]


def test_a_regulation_in_russian_or_english_is_understood_too(tmp_path):
    """Parts, clauses, annexes and running feet have words in each language."""
    russian = "Глава 1. Общие положения\n1.1 Студент обязан.\n1.2 Отчёт сдают в срок.\nПриложение 1\nФорма заявления\n"
    english = "Chapter 1. General\n1.1 A student must attend.\n1.2 Reports are due in May.\nAnnex 1\nForm of the request\n"
    for text in (russian, english):
        assert list(texts(imported(tmp_path, text))) == ["1.1", "1.2", "annex-1"]


@pytest.mark.parametrize(
    "contents",
    [
        "Мазмұны\n1. Жалпы ережелер ........ 3\n2. Бағалау ............... 14\n",
        "Содержание\n1. Жалпы ережелер 3\n2. Бағалау және\nқайта тапсыру 14\n3. Апелляция 20\n",
    ],
)
def test_a_table_of_contents_is_left_out(tmp_path, contents):
    """Its headings would begin every chapter twice."""
    document = imported(tmp_path, f"{contents}\n1. Жалпы ережелер\n1.1 Бірінші талап.\n2. Бағалау\n2.1 Екінші талап.\n")

    assert list(texts(document)) == ["1.1", "2.1"]
    assert [line.text for line in document.left_out] == [line for line in contents.split("\n") if line]


def test_a_clause_about_contents_is_no_table_of_contents(tmp_path):
    """A heading of that name may stand over clauses."""
    document = imported(tmp_path, "1. Мазмұны\n1.1 Пәннің мазмұны 5 бөлімнен тұрады.\n1.2 Бағдарлама көлемі 240\nкредит болады.\n")

    assert list(texts(document)) == ["1.1", "1.2"]
    assert document.left_out == []


def test_chapters_may_have_roman_numbers(tmp_path):
    """Older regulations count their chapters so."""
    document = imported(tmp_path, "I. ЖАЛПЫ ЕРЕЖЕЛЕР\n1.1 Бірінші талап.\nII. БАҒАЛАУ\n2.1 Екінші талап.\n")

    assert [(chapter.number, chapter.title) for chapter in document.chapters] == [("1", "ЖАЛПЫ ЕРЕЖЕЛЕР"), ("2", "БАҒАЛАУ")]


@pytest.mark.parametrize("heading", ["1-қосымша. Өтініш нысаны", "Приложение 1 к Положению о приёме", "Annex 1: Form of the request"])
def test_an_annex_may_bear_its_title_in_its_line(tmp_path, heading):
    """Forms follow it until the next annex."""
    document = imported(tmp_path, f"1. Бөлім\n1.1 Бірінші талап.\n{heading}\nАты-жөні __________\n1. Күні ______\n")

    assert texts(document)["annex-1"] == f"{heading}\nАты-жөні __________\n1. Күні ______"
