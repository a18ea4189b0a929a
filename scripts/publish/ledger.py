"""Every address that was ever published, and what became of those that are gone.

`docs/data/ledger.tsv` has a row an address below its language, with the clause
it leads to (none for a page as a whole) and the day it was first recorded.  A
clause has, beside the addresses of its rows, a permalink and an entry of open
data.  Rows are added by `python -m scripts ledger`, and never taken away.

`docs/data/aliases.toml` tells what became of a clause or page:

    [[alias]]
    was = "ietu-8.9"          # a clause id, or a page such as "calc/gpa/"
    became = "ietu-8.7"       # left out when it was withdrawn
    since = 2027-09-01
    kk = "…"                  # a sentence for the reader, in each language
    ru = "…"
    en = "…"
"""

import csv
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.clauses.source import LANGUAGES
from scripts.generated import generated_pages
from scripts.pages import DOCS, clause_pages, clause_url
from scripts.regulations import DATA

LEDGER = DATA / "ledger.tsv"
ALIASES = DATA / "aliases.toml"
HEAD = ("address", "clause", "since")


class LedgerError(ValueError):
    """The ledger or the aliases contradict themselves or what is published."""


@dataclass(frozen=True)
class Row:
    """An address below its language, the clause it leads to, and since when."""

    address: str
    clause: str
    since: str


@dataclass(frozen=True)
class Alias:
    """What became of a clause or a page that is gone."""

    was: str
    since: date
    said: dict[str, str]
    became: str = ""


def read_ledger(path: Path = LEDGER) -> list[Row]:
    """All rows in the order in which they were recorded."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as rows:
        return [Row(**row) for row in csv.DictReader(rows, delimiter="\t")]


def read_aliases(path: Path = ALIASES) -> dict[str, Alias]:
    """Aliases by what they were.

    Raises:
        LedgerError: one stands twice, lacks a language, or leads in a circle.
    """
    with path.open("rb") as file:
        entries = tomllib.load(file).get("alias", [])
    found: dict[str, Alias] = {}
    for entry in entries:
        missing = {"was", "since", *LANGUAGES} - set(entry)
        if missing or entry["was"] in found:
            raise LedgerError(f"{path}: alias {entry.get('was')!r} " + (f"lacks {', '.join(sorted(missing))}" if missing else "stands twice"))
        said = {language: entry[language] for language in LANGUAGES}
        found[entry["was"]] = Alias(entry["was"], entry["since"], said, entry.get("became", ""))
    for alias in found.values():
        last(alias.was, found)
    return found


def last(was: str, aliases: Mapping[str, Alias]) -> str:
    """Where a chain of aliases ends; "" when it ends in a withdrawal.

    Raises:
        LedgerError: the chain is a circle.
    """
    seen, now = [], was
    while now in aliases:
        if now in seen:
            raise LedgerError(f"{ALIASES.name}: {' -> '.join([*seen, now])} is a circle")
        seen.append(now)
        now = aliases[now].became
    return now


def published() -> dict[str, str]:
    """Addresses that the present sources publish, with the clause each leads to."""
    language = LANGUAGES[0]
    sources = [path.relative_to(DOCS / language).as_posix() for path in sorted((DOCS / language).rglob("*.md"))]
    sources += [path.removeprefix(f"{language}/") for path, _ in generated_pages() if path.startswith(f"{language}/")]
    pages = {page_address(source): "" for source in sources}
    return pages | {clause_url(clause_id, language): clause_id for clause_id in clause_pages()}


def page_address(source: str) -> str:
    """Address of a page from its source below a language: `calc/gpa/`."""
    path = source.removesuffix(".md")
    return f"{path}/".removesuffix("index/") if path != "index" else ""


def unrecorded(rows: Iterable[Row]) -> dict[str, str]:
    """Published addresses that the ledger does not have yet."""
    known = {row.address for row in rows}
    return {address: clause for address, clause in published().items() if address not in known}


def record(path: Path = LEDGER, day: date | None = None) -> int:
    """Add what is published and not yet recorded; return how many rows."""
    rows = read_ledger(path)
    since = (day or date.today()).isoformat()
    added = [Row(address, clause, since) for address, clause in unrecorded(rows).items()]
    lines = ["\t".join(HEAD), *("\t".join((row.address, row.clause, row.since)) for row in (*rows, *added))]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return len(added)
