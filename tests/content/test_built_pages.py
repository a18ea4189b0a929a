"""What a reader is sent: every link and anchor of the built site leads somewhere."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.pages import DOCS, Place, clause_pages, clause_url

HOST = "https://ereje.example/"


class Collector(HTMLParser):
    """Ids, links and loaded resources of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.language = ""
        self.inline: list[str] = []
        self.clauses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.language = given.get("lang") or ""
        if given.get("id"):
            self.ids.append(given["id"])
        if tag in ("a", "link") and given.get("href"):
            (self.links if tag == "a" or given.get("rel") != "stylesheet" else self.loads).append(given["href"])
        if tag in ("script", "img", "iframe", "source") and given.get("src"):
            self.loads.append(given["src"])
        if given.get("style") or any(name.startswith("on") for name in given):
            self.inline.append(f"{tag} {given}")
        if tag == "script" and not given.get("src") and given.get("type") not in ("application/json", "application/ld+json"):
            self.inline.append("script")
        if given.get("class") == "clause":
            self.clauses.append(given["data-clause"])


@cache
def read(path: Path) -> Collector:
    """One page, read once."""
    collector = Collector()
    collector.feed(path.read_text("utf-8"))
    return collector


def pages(site: Path) -> list[Path]:
    """Every page of the built site."""
    found = sorted(site.rglob("*.html"))
    assert len(found) > 100
    return found


def test_every_link_and_anchor_inside_the_site_resolves(built_site):
    """A student who follows a link arrives, at the clause."""
    broken = []
    for path in pages(built_site):
        here = f"{HOST}{path.relative_to(built_site).as_posix().removesuffix('index.html')}"
        for link in read(path).links + read(path).loads:
            target = urlsplit(urljoin(here, link))
            if target.scheme not in ("http", "https") or f"{target.scheme}://{target.netloc}/" != HOST:
                continue
            file = built_site / unquote(target.path).lstrip("/")
            file = file / "index.html" if target.path.endswith("/") else file
            if not file.is_file():
                broken.append(f"{here} -> {link}")
            # A fragment with "=" carries the answers of a form, not an anchor.
            elif target.fragment and "=" not in target.fragment and file.suffix == ".html" and unquote(target.fragment) not in read(file).ids:
                broken.append(f"{here} -> {link} (no such anchor)")
    assert broken == []


def test_no_page_loads_anything_from_another_origin(built_site):
    """Zero third-party requests, on every page."""
    for path in pages(built_site):
        assert [link for link in read(path).loads if "//" in link] == [], path


def test_no_page_needs_a_hole_in_the_security_policy(built_site):
    """No inline script, style attribute or event handler."""
    for path in pages(built_site):
        assert read(path).inline == [], path


def test_ids_are_unique_on_every_page(built_site):
    """Two anchors of one name would make a permanent address ambiguous."""
    for path in pages(built_site):
        ids = read(path).ids
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_is_shown_at_its_address(built_site, language):
    """The anchor is the id of the outline, in all languages."""
    for clause_id in clause_pages():
        page = built_site / clause_url(clause_id, language).partition("#")[0] / "index.html"
        assert clause_id in read(page).ids, page
        assert clause_id in read(page).clauses, page


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_name_their_language_and_their_alternates(built_site, language):
    """lang, canonical and absolute hreflang links with x-default."""
    page = built_site / Place(language, "ietu/8/").url() / "index.html"
    text = page.read_text("utf-8")

    assert read(page).language == language
    for code in LANGUAGES:
        assert f'hreflang="{code}" href="{HOST}{Place(code, "ietu/8/").url()}"' in text
    assert f'hreflang="x-default" href="{HOST}ietu/8/"' in text
    assert f'rel="canonical" href="{HOST}{Place(language, "ietu/8/").url()}"' in text


def test_the_not_found_page_of_each_language_speaks_it(built_site):
    """The root page speaks all three, for hosts that know one page only."""
    assert "Бет табылмады" in (built_site / "404.html").read_text("utf-8")
    assert "Page not found" in (built_site / "404.html").read_text("utf-8")
    assert read(built_site / "ru" / "404.html").language == "ru"
    assert "Страница не найдена" in (built_site / "ru" / "404.html").read_text("utf-8")
    assert "Бет табылмады" not in (built_site / "en" / "404.html").read_text("utf-8")


def visible_text(path: Path) -> str:
    """The words of a page without code, and without what is marked as another language."""
    text = path.read_text("utf-8")
    text = re.sub(r"<(script|style|svg|head)\b.*?</\1>", " ", text, flags=re.DOTALL)
    text = re.sub(r'<(\w+)\b[^>]*\slang="[a-z]+"[^>]*>.*?</\1>', " ", text, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", text)


def interface_words(site: Path, language: str) -> str:
    """Everything the frame says around the text: start page, passports, lists."""
    paths = ["", "calc/", "study/", "apply/", "staff/", "about/", "ietu/"]
    return " ".join(visible_text(site / Place(language, path).url() / "index.html") for path in paths)


def test_the_kazakh_interface_has_no_english_or_russian_words(built_site):
    """Common interface words of the other two languages would be leftovers."""
    words = set(re.findall(r"\w+", interface_words(built_site, "kk").lower()))

    assert not words & set("the of and search language copy next previous menu calculator".split())
    assert not words & set("и поиск язык копировать далее назад меню калькулятор пункт главы".split())


def test_the_english_interface_has_no_cyrillic_beyond_names(built_site):
    """Only document codes that the sources print in Cyrillic may stand there."""
    words = set(re.findall(r"[а-яёәғқңөұүһі]{2,}", interface_words(built_site, "en").lower()))

    assert words <= {"ереже", "қе"}


def test_the_russian_interface_has_no_kazakh_letters_beyond_names(built_site):
    """Kazakh letters in the Russian frame would be a forgotten translation."""
    words = set(re.findall(r"\w*[әғқңөұүһі]\w*", interface_words(built_site, "ru").lower()))

    assert words <= {"қе"}


def test_the_languages_have_the_same_pages(built_site):
    """The language switch never leads to a page that is not there."""
    def paths(language: str) -> set[str]:
        root = built_site if language == "kk" else built_site / language
        found = {path.relative_to(root).as_posix() for path in root.rglob("index.html")}
        return {path for path in found if language != "kk" or path.partition("/")[0] not in LANGUAGES}

    assert paths("kk") == paths("ru") == paths("en")
    assert read_regulation(DOCS, "kk", "ietu")
