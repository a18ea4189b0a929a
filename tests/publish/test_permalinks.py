"""A link to a clause, as a messenger reads it and as a reader follows it."""

import struct
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.pages import DOCS, clause_pages, clause_url
from scripts.publish.address import EXAMPLE, Addresses, permalink
from scripts.publish.permalinks import LONGEST_PREVIEW, preview
from scripts.publish.shown import Shown
from scripts.publish.templates import templates
from scripts.publish.text import plain, shortened
from scripts.regulations import regulations


class Messenger(HTMLParser):
    """Reads a page as messengers do: the head alone, without following anything."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = self.title = self.hop = self.canonical = ""
        self.said: dict[str, str] = {}
        self._in = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self._in = tag
        if tag == "html":
            self.language = given["lang"]
        elif tag == "meta" and given.get("http-equiv") == "refresh":
            delay, _, self.hop = given["content"].partition("; url=")
            assert delay == "0"
        elif tag == "meta" and given.get("property", given.get("name")):
            self.said[given.get("property") or given["name"]] = given["content"]
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]

    def handle_data(self, data: str) -> None:
        if self._in == "title":
            self.title += data.strip()


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[tuple[str, str], Messenger]:
    """Every permalink as a messenger reads it, by clause and language."""
    return {
        (clause_id, language): Messenger((built_site / permalink(clause_id, language) / "index.html").read_text("utf-8"))
        for clause_id in clause_pages()
        for language in LANGUAGES
    }


def test_every_clause_has_a_preview_in_every_language(pages):
    """A link without title, text, picture or locale is a bare line in a chat."""
    assert len(pages) == 736 * 3
    for (clause_id, language), page in pages.items():
        assert page.language == language
        assert page.said["og:locale"].startswith(f"{language}_")
        assert page.said["og:url"] == EXAMPLE + permalink(clause_id, language)
        assert page.said["og:site_name"] in ("Ереже", "Ereje")
        assert 0 < len(page.said["og:description"]) <= LONGEST_PREVIEW
        assert page.said["og:title"] in page.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preview_says_the_clauses_own_title_and_text(pages, language):
    """Two clauses with the same preview could not be told apart in a chat."""
    for clause_id, clause in read_regulation(DOCS, language, "ietu").items():
        page = pages[clause_id, language]
        first_word = clause.body.split()[0].strip("|*-#")
        assert page.said["og:title"].endswith(clause.title)
        assert first_word in page.said["og:description"] or clause.body.startswith("|")


def test_readers_hop_to_the_clause_without_javascript(pages):
    """The hop is a plain header of the page, to the clause's anchor in the page's language."""
    for (clause_id, language), page in pages.items():
        here = EXAMPLE + permalink(clause_id, language)
        assert urljoin(here, page.hop) == page.canonical == EXAMPLE + clause_url(clause_id, language)


def test_the_picture_of_a_preview_is_there_in_the_size_it_claims(built_site, pages):
    """Messengers drop a picture that is missing or smaller than told."""
    pictures = {page.said["og:image"] for page in pages.values()}

    assert len(pictures) == len(regulations()) * len(LANGUAGES)
    for picture in pictures:
        content = (built_site / picture.removeprefix(EXAMPLE)).read_bytes()
        assert content.startswith(b"\x89PNG")
        assert struct.unpack(">II", content[16:24]) == (1200, 630)
        assert len(content) < 300_000


def test_other_pages_have_previews_too(built_site):
    """A chapter or the start page is sent as often as a clause."""
    for path, card in (("", "kk/ereje"), ("ru/ietu/8/", "ru/ietu"), ("en/calc/", "en/ereje")):
        page = Messenger((built_site / path / "index.html").read_text("utf-8"))
        assert page.said["og:image"] == f"{EXAMPLE}assets/cards/{card}.png"
        assert page.said["og:title"]
        assert page.said["og:url"] == EXAMPLE + path


def test_the_site_works_under_a_folder_of_its_host():
    """Only absolute addresses know the host; links between pages are relative."""
    clause = Shown("ietu-8.2", "ru", "Условия", '<p>Смотри <a href="root:ru/ietu/5/#ietu-5.4">5.4</a>.</p>')
    context = preview(clause, Addresses("https://univ.example/rules/"))
    html = templates().get_template("publish/permalink.html").render(context)

    assert 'href="https://univ.example/rules/ru/ietu/8/#ietu-8.2"' in html
    assert 'href="../../../ru/ietu/5/#ietu-5.4"' in html
    assert 'content="0; url=../../../ru/ietu/8/#ietu-8.2"' in html


def test_markup_in_a_title_stays_text():
    """A quotation mark in a title may not end an attribute."""
    clause = Shown("ietu-8.2", "en", 'The "A" <b> & other', "<p>Text</p>")
    html = templates().get_template("publish/permalink.html").render(preview(clause, Addresses(EXAMPLE)))

    assert Messenger(html).said["og:title"].endswith('The "A" <b> & other')
    assert "<b>" not in html


def test_an_embedded_clause_runs_no_script_and_leaves_the_frame_by_links(built_site):
    """A university may put it on its own site without trusting our code."""
    html = (built_site / "c" / "ietu-8.2" / "embed" / "index.html").read_text("utf-8")

    assert "<script" not in html
    assert "script-src" not in html
    assert '<base target="_top">' in html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One\ntwo</p><p>three</p>", "One two\nthree"),
        ("<p>See:</p><ul><li>a;</li><li>b<ul><li>c</li></ul></li></ul>", "See:\n• a;\n• b\n  • c"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td></td><td>1</td></tr></table>", "A · B\n1"),
        ("<p>x &lt; y &amp; z</p>", "x < y & z"),
    ],
)
def test_a_clause_keeps_its_words_and_its_order_as_plain_text(html, text):
    """What is copied into a message is the clause, line by line."""
    assert plain(html) == text


@pytest.mark.parametrize(("longest", "text"), [(11, "one two six"), (10, "one two…"), (8, "one two…"), (7, "one…"), (2, "o…")])
def test_a_preview_is_cut_after_a_whole_word(longest, text):
    """Never longer than allowed, and never in the middle of a word that fits."""
    assert shortened("one two six", longest) == text
