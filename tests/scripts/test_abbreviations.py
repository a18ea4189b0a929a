"""Abbreviations are explained where they stand, with the meaning of their regulation."""

import csv
import re
from functools import cache

import pytest

from scripts.abbreviations import ALL, explain, meanings
from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.pages import DOCS
from scripts.regulations import DATA, regulations

# Written in capitals, yet no abbreviations: grade letters, Roman numerals,
# names of programs and firms, words set in capitals.
NAMES = set(
    "FX III IV KZ80LAA00018161 PLATONUS АРХИТ ARKHIT РАБИС RABIS МегаПРО MegaPRO ТАЛАПКЕР SMART BigBlueButton "
    "BlackBoard DrWEB GoToMeeting IPRbooks MS MSOffice MySQL PHP PRO XP ScienceDirect WhatsApp YouTube iOS macOS".split()
)
CAPITALS = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
SMALL = "а-яёәғқңөұүһі"


def marks(html: str) -> list[tuple[str, str]]:
    """Abbreviation and explanation of every mark, in order."""
    return [(short, full) for full, short in re.findall(r'<abbr class="abbr"[^>]*title="([^"]*)">([^<]*)</abbr>', html)]


@cache
def text(language: str, code: str) -> str:
    """Everything that a regulation says in a language, read once."""
    return "\n".join(clause.text for clause in read_regulation(DOCS, language, code).values())


def rows() -> list[dict[str, str]]:
    """The rows of the table of meanings."""
    with (DATA / "abbreviations.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_meaning_is_that_of_the_regulation():
    """ОӘБ is an office at Miras and an association in the councils' regulation."""
    html = "<p>ОӘБ жұмысы</p>"

    assert marks(explain(html, "kk", "miras")) == [("ОӘБ", "оқу-әдістемелік басқарма")]
    assert marks(explain(html, "kk", "umc")) == [("ОӘБ", "оқу-әдістемелік бірлестік")]
    assert explain(html, "kk", "htii") == html


@pytest.mark.parametrize("word", ["МҒЗЖ", "МҒЗЖ-ның", "МҒЗЖның", "(МҒЗЖ)", "МҒЗЖ/МЭЗЖ", "«МҒЗЖ»"])
def test_endings_and_brackets_leave_an_abbreviation_itself(word):
    """Kazakh endings are joined with a hyphen or without."""
    html = explain(f"<p>{word}</p>", "kk", "ietu")

    assert marks(html)[0][0] == "МҒЗЖ"
    assert re.sub("<[^>]+>", "", html) == word


@pytest.mark.parametrize("word", ["АМҒЗЖ", "МҒЗЖА", "МҒЗЖ1", "мҒЗЖ", "БПЖ", "ECTSx"])
def test_a_part_of_a_longer_word_is_not_marked(word):
    """Half a word is no abbreviation."""
    html = f"<p>{word}</p>"

    assert explain(html, "kk", "ietu") == html


def test_the_longer_abbreviation_wins():
    """НИРМ is not НИР with a capital ending."""
    assert [short for short, _ in marks(explain("<p>НИРМ и НИР</p>", "ru", "miras"))] == ["НИРМ", "НИР"]


def test_the_english_plural_is_marked_without_its_s():
    """HEIs are institutions too."""
    assert explain("<p>HEIs</p>", "en", "htii").endswith(">HEI</abbr>s</p>")


def test_headings_code_and_explained_words_are_left_alone():
    """The title of a definition does not explain itself."""
    html = '<h2 id="x">БП</h2><p><code>БП</code> <abbr title="y">БП</abbr> <img alt="БП"></p><!-- БП -->'

    assert explain(html, "kk", "ietu") == html


def test_a_link_keeps_its_address_and_gets_no_second_stop():
    """A stop inside of a link would make the Tab key stop at it twice."""
    html = explain('<p><a href="/БП/" title="БП">БП</a></p>', "kk", "ietu")

    assert html == '<p><a href="/БП/" title="БП"><abbr class="abbr" title="базалық пәндер">БП</abbr></a></p>'


def test_the_tab_key_stops_once_a_clause():
    """A clause with ten ББ would otherwise be ten stops long."""
    html = '<section class="clause"><p>ББ, ББ, БП</p></section><section class="clause"><p>ББ</p></section>'

    assert re.findall(r'tabindex="(-?\d)"', explain(html, "kk", "ietu")) == ["0", "-1", "0", "0"]


def test_nothing_but_marks_is_added():
    """Entities, comments, tables and unclosed tags come out as they went in."""
    html = '<p>A&nbsp;&#8239;&amp; ББ<br>x &lt;ББ&gt; <input disabled value="ББ"/></p><!--c--><table><tr><td>GPA</td></tr></table>'
    explained = explain(html, "kk", "ietu")

    assert len(marks(explained)) == 3
    assert re.sub(r"</?abbr[^>]*>", "", explained) == html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_abbreviation_of_the_editions_is_explained(language):
    """A new abbreviation needs a row, or a place among the names above."""
    token = re.compile(r"[^\W_]+")
    missing = set()
    for code in regulations():
        known = meanings(language, code)
        for clause in read_regulation(DOCS, language, code).values():
            text = re.sub(r"\]\([^)]*\)|<?https?://\S+|www\.\S+", " ", clause.text)
            for word in token.findall(text):
                short = re.sub(rf"(?<=[{CAPITALS}])(?:[{SMALL}]+|s)$", "", word)
                if len(re.findall(f"[{CAPITALS}]", word)) > 1 and not {word, short} & (known.keys() | NAMES):
                    missing.add(f"{clause.id}: {word}")

    assert missing == set()


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['language']} {row['abbreviation']} {row['regulations']}")
def test_every_row_is_used(row):
    """A meaning of an abbreviation that no longer occurs is a leftover."""
    codes = regulations() if row["regulations"] == ALL else row["regulations"].split()
    word = re.compile(rf"(?<!\w){re.escape(row['abbreviation'])}(?:[{SMALL}]+|s)?(?!\w)")

    assert set(codes) <= set(regulations())
    assert row["full"]
    assert any(word.search(text(row["language"], code)) for code in codes)


def test_no_abbreviation_has_two_meanings_in_one_regulation():
    """Then neither would be shown for sure."""
    seen = [(row["language"], row["abbreviation"], code) for row in rows() for code in row["regulations"].split()]

    assert len(seen) == len(set(seen))
