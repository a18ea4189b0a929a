"""What a reader meets at an address that a clause or page has left."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.clauses.block import printed_number
from scripts.clauses.source import LANGUAGES
from scripts.pages import Place, clause_pages, clause_url
from scripts.publish.address import root_of
from scripts.publish.ledger import Alias, Row, last, page_address, read_aliases, read_ledger
from scripts.publish.permalinks import write
from scripts.wording import wording


@dataclass(frozen=True)
class Former:
    """An anchor that stays on a page after its clause has left."""

    clause: str
    said: dict[str, str]
    target: str  # clause or page it leads to; "" when there is none

    @property
    def number(self) -> str:
        """The number that the clause had."""
        return printed_number(self.clause)

    def url(self, language: str) -> str:
        """Where it leads, relative to the site's root; "" when nowhere."""
        if not self.target:
            return ""
        return clause_url(self.target, language) if self.target in clause_pages() else Place(language, self.target).url()


def formers(rows: list[Row] | None = None, aliases: Mapping[str, Alias] | None = None) -> dict[str, list[Former]]:
    """By page address below a language: the clauses that once stood there."""
    rows = read_ledger() if rows is None else rows
    aliases = read_aliases() if aliases is None else aliases
    found: dict[str, list[Former]] = {}
    for row in rows:
        page, _, anchor = row.address.partition("#")
        now = clause_pages().get(row.clause)
        if not anchor or (now and page_address(now) == page):
            continue
        if now:
            words = {language: wording(language)("link.moved") for language in LANGUAGES}
            found.setdefault(page, []).append(Former(row.clause, words, row.clause))
        elif row.clause in aliases:
            alias = aliases[row.clause]
            found.setdefault(page, []).append(Former(row.clause, alias.said, last(alias.was, aliases)))
    return found


def write_former(site: Path, rows: list[Row] | None = None, aliases: Mapping[str, Alias] | None = None) -> int:
    """Write a page at every address that no longer has one of its own; return how many.

    A permalink or page that became another hops there; one that was withdrawn
    says so and stays.
    """
    aliases = read_aliases() if aliases is None else aliases
    left = formers(rows, aliases)
    count = 0
    for language in LANGUAGES:
        for address, entry in _gone(left, aliases):
            url = Place(language, address).url()
            if (site / url / "index.html").exists():
                continue
            write(site / url, "publish/former.html", _context(entry, left.get(address, []), language, url))
            count += 1
    return count


def _gone(left: Mapping[str, list[Former]], aliases: Mapping[str, Alias]) -> Iterator[tuple[str, Former | None]]:
    for was, alias in aliases.items():
        yield was if was.endswith("/") else f"c/{was}/", Former(was, alias.said, last(was, aliases))
    yield from ((page, None) for page in left)


def _context(entry: Former | None, stubs: list[Former], language: str, url: str) -> dict:
    words = wording(language)
    is_clause = entry is not None and not entry.clause.endswith("/")
    return {
        "t": words,
        "language": language,
        "title": words("link.former_clause", number=entry.number) if is_clause else words("link.former_page"),
        "said": entry.said[language] if entry else "",
        "root": root_of(url),
        "target": root_of(url) + entry.url(language) if entry and entry.target else "",
        "stubs": stubs,
        "home": root_of(url) + Place(language, "").url(),
        "others": {code: root_of(url) + _sister(url, language, code) for code in LANGUAGES if code != language},
    }


def _sister(url: str, language: str, other: str) -> str:
    return Place(other, Place.of_url(url).path).url()
