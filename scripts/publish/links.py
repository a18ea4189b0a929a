"""Does every address ever published still resolve in the built site?"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scripts.publish.address import in_all_languages
from scripts.publish.ledger import Row, read_ledger, unrecorded

ID = re.compile(r'\sid="([^"]+)"')


def broken(site: Path, rows: list[Row] | None = None) -> Iterator[str]:
    """Say, one line each, which recorded address leads nowhere, and what to add."""
    for row in read_ledger() if rows is None else rows:
        for address in promised(row):
            for url in in_all_languages(address):
                fault = _fault(site, url)
                if fault:
                    yield f"{url}: {fault}; {_advice(row)}"


def promised(row: Row) -> list[str]:
    """Addresses below a language that stand or fall with a row."""
    if not row.clause:
        return [row.address]
    return [row.address, f"c/{row.clause}/", f"api/c/{row.clause}.json"]


def report(site: Path) -> list[str]:
    """Everything that `make check-links` finds wrong."""
    rows = read_ledger()
    lines = list(broken(site, rows))
    lines += [f"{address}: published and not in docs/data/ledger.tsv; run python -m scripts ledger" for address in unrecorded(rows)]
    if not rows:
        lines.append("docs/data/ledger.tsv has no row; run python -m scripts ledger")
    return lines


def _fault(site: Path, url: str) -> str:
    path, _, anchor = url.partition("#")
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    if not file.is_file():
        return "no such page"
    return "no such anchor" if anchor and anchor not in _ids(file) else ""


@cache
def _ids(file: Path) -> frozenset[str]:
    return frozenset(ID.findall(file.read_text("utf-8")))


def _advice(row: Row) -> str:
    was = row.clause or row.address
    became = "an id" if row.clause else "an address"
    return (
        f'add to docs/data/aliases.toml: [[alias]] was = "{was}", since = <day>, kk, ru, en = <what became of it>, '
        f"and became = <{became}> unless it was withdrawn; then build again"
    )
