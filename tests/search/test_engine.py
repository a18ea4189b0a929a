"""What the engine answers, from the questions of tests/search/queries.json to nonsense."""

import json
import random
import re
from pathlib import Path

import pytest

from benchmarks.search_score import score
from scripts.clauses.source import LANGUAGES
from scripts.pages import clause_pages
from scripts.search.glossary import glossary
from scripts.search.records import records

HERE = Path(__file__).parent
QUERIES = json.loads((HERE / "queries.json").read_text("utf-8"))
# Written by others, who had not seen the engine's answers; it was mended with these at hand.
BLIND = json.loads((HERE / "queries-blind.json").read_text("utf-8"))
# Everyday questions in Kazakh; far harder, and the thesaurus was written beside them.
EVERYDAY = json.loads((HERE / "queries-everyday.json").read_text("utf-8"))
EVERY = 10_000

BRACKETS = re.compile(r"\(.*?\)")


def tallies(ask, queries):
    """Tallies by kind and over the Kazakh kinds."""
    answers = ask("search", [{"text": query["query"], "language": query["lang"], "limit": 20} for query in queries])
    return score(queries, [[clause["id"] for clause in answer["clauses"]] for answer in answers])


@pytest.fixture(scope="module")
def scored(ask):
    """The project's own questions."""
    return tallies(ask, QUERIES)


@pytest.mark.parametrize("kind", ["exact-kk", "homoglyph", "number", "abbreviation", "typo"])
def test_kinds_that_leave_no_room_for_error_come_first(scored, kind):
    """A number, an abbreviation or the document's own words are found, or search is broken."""
    tally = scored[0][kind]

    assert tally.n >= 10
    assert tally.s1 == tally.n


def test_kazakh_questions_meet_the_goals(scored):
    """At least 93 of 100 first, 99 of 100 within five, MRR .95: the goals of a release."""
    kazakh = scored[1]

    assert kazakh.n >= 120
    assert kazakh.s1 / kazakh.n >= 0.93
    assert kazakh.s5 / kazakh.n >= 0.99
    assert kazakh.reciprocal / kazakh.n >= 0.95


@pytest.mark.parametrize("kind", ["russian", "english"])
def test_the_other_languages_meet_theirs(scored, kind):
    """Eight of ten first and nearly all within five."""
    tally = scored[0][kind]

    assert tally.s1 / tally.n >= 0.8
    assert tally.s5 / tally.n >= 0.95


def test_blind_questions_meet_the_goals(ask):
    """Other people's questions are answered as well as ours."""
    kazakh = tallies(ask, BLIND)[1]

    assert kazakh.n >= 60
    assert kazakh.s1 / kazakh.n >= 0.93
    assert kazakh.s5 / kazakh.n >= 0.98


def test_everyday_questions_find_their_clause(ask):
    """People ask «ақшасын кім төлейді», documents say «қаржыландыру»."""
    kazakh = tallies(ask, EVERYDAY)[1]

    assert kazakh.n >= 150
    assert kazakh.s1 / kazakh.n >= 0.7
    assert kazakh.s5 / kazakh.n >= 0.93


@pytest.mark.parametrize(
    ("typed", "clause"),
    [
        ("ОӘБ-ні кім жабады?", "umc-29"),
        ("академ алуға бола ма?", "aues-2.2.5"),
        ("жетекшімді айырбастай аламын ба?", "ietu-5.2.3"),
        ("хатшы не істейді?", "umc-24"),
        ("тағылымдаманың ұзақтығы неше күн?", "ietu-7.2"),
        ("қарақшылық пен парақорлық", "htii-2.3.4"),
        ("рассрочка оплаты", "htii-5.4.8"),
        ("how long is the internship", "ietu-7.2"),
    ],
)
def test_everyday_words_lead_to_the_documents_words(ask, typed, clause):
    """A word that no text has is read as one that the texts have."""
    [answer] = ask("search", [{"text": typed, "language": "kk", "limit": 3}])

    assert clause in [found["id"] for found in answer["clauses"]]


def test_a_question_for_a_meaning_leads_to_the_definition(ask):
    """«GPA деген не» wants the glossary, «GPA» may want the figures."""
    [answer] = ask("search", [{"text": "GPA деген не?", "language": "kk"}])

    assert answer["clauses"][0]["id"] in ("htii-gl.47", "aues-1.2.35")


def test_a_question_how_many_prefers_the_clause_that_says_how_many(ask):
    """«Неше минут» wants a clause with a number of minutes."""
    [answer] = ask("search", [{"text": "академиялық сағат неше минут?", "language": "kk", "limit": 2}])
    shown = ["".join(text for text, _ in clause["text"]) for clause in answer["clauses"]]

    assert all(re.search(r"\d+ минут", text) for text in shown), shown


def test_every_clause_is_found_by_its_number(ask):
    """`ietu-8.2`, `htii-gl.6`, `ietu-annex-a`: what is printed leads to the clause."""
    ids = list(clause_pages())
    said = []
    for clause in ids:
        code, _, number = clause.partition("-")
        if number.startswith("gl."):
            said.append(f"{code} глоссарий {number.removeprefix('gl.')}")
        elif number.startswith("annex-"):
            said.append(f"{code} annex {number.removeprefix('annex-')}")
        else:
            said.append(f"{code} {number}")
    answers = ask("search", [{"text": text, "language": "kk", "limit": 3} for text in said])

    for clause, text, answer in zip(ids, said, answers, strict=True):
        assert clause in [found["id"] for found in answer["clauses"]], text


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("8.2", "ietu-8.2"),
        ("12-тармақ", "umc-12"),
        ("п. 5.4 ietu", "ietu-5.4"),
        ("п. 5.4 МИТУ", "ietu-5.4"),
        ("пункт 5.4 миту", "ietu-5.4"),
        ("ietu-5.4", "ietu-5.4"),
        ("aues 3.2", "aues-3.2"),
        ("АЭжБУ 3.2-тармағы", "aues-3.2"),
        ("clause 8.2", "ietu-8.2"),
        ("clause 8.2 of ITII", "htii-8.2"),
        ("ХИТУ-дің 8.2-тармағы", "ietu-8.2"),
        ("А қосымшасы", "ietu-annex-a"),
        ("приложение Б", "ietu-annex-b"),
        ("annex d", "ietu-annex-d"),
        ("глоссарий 6 htii", "htii-gl.6"),
        ("мирас 4.8", "miras-4.8"),
    ],
)
def test_a_clause_named_by_number_comes_first(ask, typed, first):
    """However a number is put, in whichever language."""
    [answer] = ask("search", [{"text": typed, "language": "kk"}])

    assert answer["clauses"][0]["id"] == first


@pytest.mark.parametrize("typed", ["№ 595", "1,67", "120 кредит", "30 %"])
def test_a_figure_is_no_clause_number(ask, typed):
    """A comma, a sign or another word beside it says what a number is."""
    assert ask("routes", [typed]) == [None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_official_terms_lead_to_all_their_clauses(ask, language):
    """Whatever words our edition uses, the document's term finds every clause that it concerns."""
    terms = [term for term in glossary() if term.clauses]
    assert len(terms) > 200
    questions = [{"text": BRACKETS.sub(" ", term.names[language]), "language": language, "limit": EVERY} for term in terms]
    missing = {}
    for term, answer in zip(terms, ask("search", questions), strict=True):
        lost = set(term.clauses) - {clause["id"] for clause in answer["clauses"]}
        if lost:
            missing[term.names[language]] = sorted(lost)

    assert missing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_terms_fit_the_search_page(ask, language):
    """Who looks for a term with few clauses need not ask for all answers."""
    terms = [term for term in glossary() if len(term.clauses) in range(1, 8)]
    assert len(terms) > 100
    questions = [{"text": BRACKETS.sub(" ", term.names[language]), "language": language, "limit": 30} for term in terms]
    whole = [
        set(term.clauses) <= {clause["id"] for clause in answer["clauses"]}
        for term, answer in zip(terms, ask("search", questions), strict=True)
    ]

    assert sum(whole) / len(whole) >= 0.97


def test_answers_are_in_the_language_of_the_page(ask):
    """A Russian question on a Kazakh page shows Kazakh text and says where it was found."""
    [answer] = ask("search", [{"text": "смена научного руководителя", "language": "kk"}])
    first = answer["clauses"][0]

    assert first["id"] == "ietu-5.2.3"
    assert first["via"] == "ru"
    assert "жетекші" in "".join(text for text, _ in first["title"]).lower()


def test_a_reading_of_a_slip_is_told(ask):
    """Who mistypes learns what was searched instead."""
    [answer] = ask("search", [{"text": "дескриптр", "language": "kk"}])

    assert answer["readAs"][0]["from"] == "дескриптр"
    assert answer["readAs"][0]["to"].startswith("дескриптор")


def test_a_filter_keeps_one_regulation_and_the_counts_of_all(ask):
    """The counts say what another choice would bring."""
    everywhere, here = ask("search", [{"text": "кредит", "language": "kk"}, {"text": "кредит", "language": "kk", "code": "ietu"}])

    assert {clause["id"].partition("-")[0] for clause in here["clauses"]} == {"ietu"}
    assert here["total"] == everywhere["counts"]["ietu"]
    assert here["counts"] == everywhere["counts"]


def test_calculators_and_terms_stand_beside_clauses(ask):
    """GPA is a calculator, a term and a clause."""
    [answer] = ask("search", [{"text": "GPA", "language": "kk"}])

    assert answer["clauses"]
    assert answer["terms"]
    if records()["common"]["ids"].count("calc:gpa"):
        assert "calc:gpa" in [found["id"] for found in answer["calculators"]]


def nonsense() -> list[str]:
    """Random Unicode, control characters, patterns, markup, very long input."""
    chance = random.Random(20261121)
    ranges = [(0, 0x80), (0x80, 0x530), (0x2000, 0x2C00), (0x3000, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x1F9FF)]
    made = []
    for _ in range(300):
        low, high = chance.choice(ranges)
        made.append("".join(chr(chance.randrange(low, high)) for _ in range(chance.randrange(1, 60))))
    letters = "аәеоөұүғқңһіbcrei 0123456789.,-/№()[]{}*+?^$|\\"
    made += ["".join(chance.choice(letters) for _ in range(chance.randrange(1, 80))) for _ in range(300)]
    made += ["", " ", "\0", "\n\t", "(", "[a-", "\\", "a{1,", "(?<", "$&", ".*", "^", "*" * 500, "а" * 100_000, "қ " * 50_000,
             "9" * 5_000, "1." * 3_000, "№" * 100, "constructor", "__proto__", "toString", "hasOwnProperty prototype",
             "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "\u202e\u200d\ufeff", "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
             "İİİ", "ﬀﬁﬂ", "e" + "\u0301" * 200]  # fmt: skip
    return made


def test_nonsense_is_answered_and_breaks_nothing(ask):
    """Whatever is pasted, no exception, and every answer is text."""
    typed = nonsense()
    for language in LANGUAGES:
        answers = ask("search", [{"text": text, "language": language} for text in typed])
        assert len(answers) == len(typed)
        for answer in answers:
            for clause in answer["clauses"]:
                assert all(isinstance(text, str) and mark in (0, 1) for text, mark in clause["title"] + clause["text"])


def test_nonsense_in_a_document_is_indexed(ask):
    """A converted PDF may hold anything; every word of it gets a stem, in each language."""
    sizes = ask("indexed", [text[:2000] for text in nonsense()])

    assert len(sizes) == len(LANGUAGES)
    assert all(size > 500 for size in sizes), sizes


def test_half_a_surrogate_is_answered(ask):
    """A pasted emoji may arrive torn in two."""
    [answer] = ask("search", [{"text": "\ud83d кредит", "language": "kk"}])

    assert answer["clauses"]


def test_every_prefix_of_a_question_is_answered(ask):
    """People watch the answers while they type."""
    question = "Магистрлік диссертацияны кім қорғауға жібермейді?"
    answers = ask("search", [{"text": question[:end], "language": "kk"} for end in range(1, len(question) + 1)])

    assert all(answer["clauses"] for answer in answers[4:])
    assert answers[-1]["clauses"][0]["id"] == "ietu-8.3"


def test_a_snippet_is_the_text_with_marks(ask):
    """Nothing is added but the signs of what was cut."""
    text = "Бірінші сөйлем осында. " * 20 + "Мұнда кредит туралы айтылады. " + "Соңғы сөйлем. " * 20
    pieces = ask("snippets", [text, "кредит", 120])
    shown = "".join(piece for piece, _ in pieces)

    assert [piece for piece, mark in pieces if mark] == ["кредит"]
    assert shown.strip("… ") in text
    assert len(shown) < 200


def test_an_index_fits_a_phone(search_site):
    """120 KB a language and 300 KB together, gzip: the budget of the design."""
    import gzip

    size = {name: len(gzip.compress((search_site / f"{name}.json").read_bytes(), 9)) for name in ("common", *LANGUAGES)}

    assert all(size[language] <= 120_000 for language in LANGUAGES), size
    assert sum(size.values()) <= 300_000, size
