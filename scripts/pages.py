"""Which pages a language has, in which order, and where each one lives."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.clauses.source import LANGUAGES
from scripts.regulations import DATA, regulations

DOCS = DATA.parent
DEFAULT = LANGUAGES[0]


@cache
def chapters() -> dict[str, list[str]]:
    """The chapter pages of each regulation in document order: `1`, `gl`, `annex`."""
    order: dict[str, list[str]] = {code: [] for code in regulations()}
    for row in _ids():
        if row["chapter"] not in order[row["code"]]:
            order[row["code"]].append(row["chapter"])
    return order


@cache
def clause_pages() -> dict[str, str]:
    """Page of every clause below its language: `ietu-8.2` is on `ietu/8.md`."""
    return {row["id"]: f"{row['code']}/{row['chapter']}.md" for row in _ids()}


@cache
def clause_kinds() -> dict[str, str]:
    """What every clause is: `clause`, `definition`, `abbreviation`, `preamble`, `table`, `form`."""
    return {row["id"]: row["kind"] for row in _ids()}


@cache
def _ids() -> list[dict[str, str]]:
    with (DATA / "ids.tsv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows, delimiter="\t"))


def calculator_names() -> list[str]:
    """The calculators that have a page, in the order of the site."""
    from calculators.api import CALCULATORS  # here, so that checking texts needs no calculator

    return list(CALCULATORS)


def compared_topics() -> list[str]:
    """The topics that have a table of comparison, in the order of the site."""
    from scripts.compare import topics  # here, because it quotes the calculators' figures

    return list(topics())


@dataclass(frozen=True)
class Place:
    """A page's language and its address below that language."""

    language: str
    path: str

    @classmethod
    def of_url(cls, url: str) -> "Place":
        """Read the address of a built page: `ru/ietu/8/` or `ietu/8/`."""
        head, _, rest = url.partition("/")
        if head in LANGUAGES and head != DEFAULT:
            return cls(head, rest)
        return cls(DEFAULT, url if url != "." else "")

    def url(self, language: str | None = None) -> str:
        """The same page in a language, relative to the site's root."""
        language = language or self.language
        return self.path if language == DEFAULT else f"{language}/{self.path}"


def clause_url(clause_id: str, language: str) -> str:
    """Address of a clause relative to the site's root, with its anchor."""
    return f"{Place(language, clause_pages()[clause_id].removesuffix('.md') + '/').url()}#{clause_id}"


TITLE = re.compile(r"^title: *(.+?) *$", re.MULTILINE)
HEADING = re.compile(r"^# +(.+?) *$", re.MULTILINE)


@cache
def chapter_title(language: str, code: str, chapter: str) -> str:
    """The title that a chapter's page states at its head."""
    path = DOCS / language / code / f"{chapter}.md"
    title = TITLE.search(path.read_text("utf-8"))
    if not title:
        raise ValueError(f"{path}: no title; expected 'title: …' at its head")
    return title[1].strip("\"'")


@cache
def chapter_heading(language: str, code: str, chapter: str) -> str:
    """The title as its page is headed, with the document's own number where it has one."""
    heading = HEADING.search((DOCS / language / code / f"{chapter}.md").read_text("utf-8"))
    return heading[1] if heading else chapter_title(language, code, chapter)


def navigation(language: str) -> list:
    """The navigation of a language as MkDocs takes it; titles come from the pages, chapters with their numbers."""
    regulation_pages = [
        {code: [f"{language}/{code}/index.md", *({chapter_heading(language, code, page): f"{language}/{code}/{page}.md"} for page in pages)]}
        for code, pages in chapters().items()
    ]
    calculators = [f"{language}/calc/{name}.md" for name in ("index", *calculator_names(), "table")]
    first, last = (
        [f"{language}/{name}.md" for name in names.split()]
        for names in (
            "index study apply staff topics",
            "announce changes clauses notes acts glossary open-data editors developers python licences about",
        )
    )
    compared = [f"{language}/compare/{name}.md" for name in ("index", *compared_topics())]
    return [*first, {"regulations": regulation_pages}, {"calc": calculators}, {"compare": compared}, *last]
