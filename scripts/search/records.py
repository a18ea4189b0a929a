"""Everything that can be found, gathered from where it is written."""

import csv
from collections.abc import Iterator
from pathlib import Path

from scripts.clauses.block import printed_number
from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.glossary import Entry
from scripts.official import read_folder
from scripts.pages import DOCS, calculator_names, chapter_title, clause_pages
from scripts.regulations import DATA, regulations
from scripts.search.glossary import glossary
from scripts.search.plain import plain
from scripts.wording import wording

SYNONYMS = DATA / "search" / "synonyms.tsv"
NAMES = DATA / "search" / "names.tsv"


def records(official: Path | None = None) -> dict:
    """The index's contents before analysis, as JSON can hold it.

    `common` is what no language has alone; a language has titles and texts in
    the order of `common.ids`: clauses, then calculators, then terms.
    """
    pages, terms, calculators = clause_pages(), glossary(), calculator_names()
    chapters = list(dict.fromkeys(pages.values()))
    concerned: dict[str, list[int]] = {clause: [] for clause in pages}
    for number, term in enumerate(terms):
        for clause in term.clauses:
            concerned[clause].append(number)
    own = {entry.id: entry.text for entry in read_folder(official).values() if entry.language == "kk"} if official else {}
    return {
        "common": {
            "ids": [*pages, *(f"calc:{name}" for name in calculators), *(f"term:{number}" for number in range(len(terms)))],
            "pages": [page.removesuffix(".md") for page in chapters],
            "chapters": [chapters.index(page) for page in pages.values()],
            "numbers": [printed_number(clause) for clause in pages],
            "terms": list(concerned.values()),
            "anchors": [Entry(dict(term.names)).anchor for term in terms],
            "explained": [list(term.clauses[:3]) for term in terms],
            "names": _names(),
            "synonyms": {language: list(_synonyms(language)) for language in LANGUAGES},
        },
        "languages": {language: _language(language, chapters) for language in LANGUAGES},
        "official": [own.get(clause, "") for clause in pages] if own else None,
    }


def _language(language: str, chapters: list[str]) -> dict:
    found = {}
    for code in regulations():
        found |= read_regulation(DOCS, language, code)
    words, clauses = wording(language), [found[clause] for clause in clause_pages()]
    others = [(words(f"calculator.{name}.title"), words(f"calculator.{name}.lead")) for name in calculator_names()]
    # A term's other names belong to the other languages' indexes.
    others += [(term.names[language], "") for term in glossary()]
    return {
        "titles": [clause.title for clause in clauses] + [title for title, _ in others],
        "texts": [plain(clause.body) for clause in clauses] + [text for _, text in others],
        "chapters": [chapter_title(language, *page.removesuffix(".md").split("/")) for page in chapters],
        "terms": [term.names[language] for term in glossary()],
    }


def _synonyms(language: str) -> Iterator[list[str]]:
    with SYNONYMS.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            if row["language"] == language:
                yield [phrase.strip() for phrase in row["phrases"].split("|")]


def _names() -> dict[str, list[str]]:
    """What each regulation's institution is called, in every language and for short."""
    named = {code: [code] for code in regulations()}
    with NAMES.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            named[row["code"]].append(row["name"])
    return named
