"""How words are repaired, folded, cut and compared."""

import random

import pytest

from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.pages import DOCS
from scripts.regulations import regulations


def texts() -> list[str]:
    """Everything that the edition says, in all languages."""
    found = []
    for language in LANGUAGES:
        for code in regulations():
            found += [clause.text for clause in read_regulation(DOCS, language, code).values()]
    assert len(found) > 2000
    return found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ӛтініш", "өтініш"),
        ("өзгерiстерiмен", "өзгерістерімен"),  # Latin i
        ("Міпоr", "Minor"),
        ("SciencеDirect", "ScienceDirect"),  # Cyrillic е
        ("FХ", "FX"),
        ("oқyтyшы", "оқутушы"),
        ("PhD", "PhD"),
        ("и\u0306", "й"),
    ],
)
def test_a_word_of_two_scripts_becomes_one(ask, typed, meant):
    """Texts copied from a PDF mix look-alike letters; a search must not notice."""
    assert ask("clean", [typed]) == [meant]


def test_cleaning_twice_is_cleaning_once(ask):
    """The shown text is cleaned at build and must not move under its marks later."""
    once = ask("clean", texts())

    assert ask("clean", once) == once


def test_folding_never_changes_a_length(ask):
    """Offsets in a folded text are offsets in the shown one, even for İ and ligatures."""
    chance = random.Random(5)
    odd = ["İstanbul", "ﬁnal", "ẞ", "ŉ", "ǰ", "ΐ", "Ǆ", "e\u0301", "𝒜bc", "\U0001f469\u200d\U0001f393"]
    odd += ["".join(chr(chance.randrange(0x20, 0x2FFF)) for _ in range(40)) for _ in range(200)]
    given = ask("clean", texts() + odd)

    for before, after in zip(given, ask("folded", given), strict=True):
        assert len(before.encode("utf-16-le")) == len(after.encode("utf-16-le")), before


def test_tokens_lie_where_they_say(ask):
    """A mark covers the word that was found, as it stands in the text."""
    given = ask("clean", texts()[:300])

    for text, found in zip(given, ask("tokens", given), strict=True):
        for token in found:
            shown = text[token["start"] : token["end"]]
            assert token["exact"] or shown.lower() == token["word"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("№ 595-бұйрық", ["№595", "595", "бұйрық"]),
        ("№319-III", ["№319", "319", "iii"]),
        ("20 000 тг", ["20000", "тг"]),
        ("1,67 және 1.67", ["1.67", "және", "1.67"]),
        ("2,00", ["2"]),
        ("2/3-тен кем емес", ["2/3", "кем", "емес"]),
        ("05.05.2020 жылғы", ["05.05.2020", "жылғы"]),
        ("2007жылғы", ["2007", "жылғы"]),
        ("ОӘБ-тің РОӘК-ке", ["оәб", "роәк"]),
        ("оқу-әдістемелік", ["оқу", "әдістемелік"]),
        ("30 %", ["30", "%"]),
    ],
)
def test_numbers_and_endings_become_tokens(ask, text, words):
    """People write a number as they like; the document writes it in one way."""
    assert [token["word"] for token in ask("tokens", [text])[0]] == words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("magistratura", "магистратура"),
        ("zhetekshi", "жетекши"),
        ("jetekşi", "жетекши"),
        ("qashyqtyqtan", "кашыктыктан"),
        ("oqytý", "окыту"),
        ("ğylymi", "гылыми"),
    ],
)
def test_latin_kazakh_is_read_in_any_spelling(ask, typed, read):
    """Phones without a Kazakh keyboard leave no other way to write."""
    assert ask("latin", [typed]) == [read]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("g'ylymi ken'es", ["ğylymi", "keñes"]),
        ("bag\u2018a", ["bağa"]),
        ("master's degree", ["master", "s", "degree"]),
        ("Kazakhstan's", ["kazakhstan", "s"]),
        ("students' rights", ["students", "rights"]),
        ("don't", ["don", "t"]),
    ],
)
def test_an_apostrophe_may_belong_to_its_letter(ask, typed, read):
    """The alphabet of 2017 wrote ğ as g'; English writes a genitive so."""
    assert ask("typed", [typed]) == [read]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("емтиханды қайта тапсыра аламын ба?", ["емтиханды", "қайта", "тапсыра"]),
        ("жетекшіммен келіспей қалсам", ["жетекшіммен", "келіспей"]),
        ("тізімнен шығарып жібере ме?", ["тізімнен", "шығарып"]),
        ("қорғауға жіберу", ["қорғауға", "жіберу"]),
        ("қайда барамыз", ["қайда", "барамыз"]),
    ],
)
def test_auxiliary_verbs_name_nothing(ask, typed, named):
    """After a converb they lend a shade alone; when nothing else is there, they count."""
    assert ask("named", [typed]) == [named]


def test_forms_of_a_word_share_their_stem(ask):
    """The corpus decides between жұмыс+ын and жұмы+сын."""
    words = "жұмыс жұмысын жұмыстар жұмыстарының жұмыста тақырып тақырыбы тақырыптарын тәртіп тәртібі тармақ тармағы балл балы".split()
    stems = {word: form["stem"] for word, form in zip(words, ask("stems", words), strict=True)}

    assert len({stems[word] for word in words if word.startswith("жұмыс")}) == 1
    assert len({stems[word] for word in words if word.startswith("тақыры")}) == 1
    assert stems["тәртіп"] == stems["тәртібі"]
    assert stems["тармақ"] == stems["тармағы"]
    assert stems["балл"] == stems["балы"]
    assert stems["жұмыс"] != stems["тақырып"]


def test_short_abbreviations_keep_their_letters(ask):
    """ББ (a programme) and БП (base subjects) are two things."""
    bb, bp = ask("stems", ["бб", "бп"])

    assert bb["stem"] != bp["stem"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("балл", "балл", 0), ("бал", "балл", 1), ("балл", "блал", 1), ("кредит", "крдит", 1), ("силабус", "силлабус", 1),
     ("магистрлк", "магистрлик", 1), ("дисертаця", "диссертация", 2), ("алма", "терек", None)],
)  # fmt: skip
def test_slips_are_counted(ask, one, other, count):
    """A swap of neighbours is one slip."""
    assert ask("edits", [[one, other]]) == [count]
    assert ask("edits", [[other, one]]) == [count]
