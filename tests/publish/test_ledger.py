"""Addresses never die: the ledger, and what became of what is gone."""

from datetime import date
from pathlib import Path

import pytest

from scripts.pages import clause_pages
from scripts.publish.former import formers, write_former
from scripts.publish.ledger import Alias, LedgerError, Row, last, published, read_aliases, read_ledger, record, unrecorded
from scripts.publish.links import broken, report
from scripts.publish.opendata import gone_data
from scripts.publish.address import EXAMPLE, Addresses

SAID = {"kk": "Тармақ 8.1-тармаққа қосылды.", "ru": "Пункт вошёл в пункт 8.1.", "en": "The clause became part of 8.1."}
DAY = date(2027, 9, 1)


def alias(was: str, became: str = "") -> Alias:
    """An alias as aliases.toml would tell it."""
    return Alias(was, DAY, SAID, became)


def test_every_published_address_is_in_the_ledger():
    """What is not recorded could vanish unseen."""
    assert len(read_ledger()) > 800
    assert unrecorded(read_ledger()) == {}


def test_no_id_and_no_address_stands_twice():
    """An address has one beginning."""
    addresses = [row.address for row in read_ledger()]

    assert len(addresses) == len(set(addresses))
    assert {row.clause for row in read_ledger() if row.clause} >= set(clause_pages())


def test_every_address_ever_published_resolves_in_the_built_site(built_site):
    """The check that `make check-links` runs."""
    assert report(built_site) == []


def test_a_lost_clause_is_told_with_what_to_add(built_site):
    """Anchor, permalink and data are missed in every language, and the remedy is named."""
    faults = list(broken(built_site, [Row("ietu/8/#ietu-8.9", "ietu-8.9", "2026-11-21")]))

    assert [fault.partition(":")[0] for fault in faults] == [
        "ietu/8/#ietu-8.9", "ru/ietu/8/#ietu-8.9", "en/ietu/8/#ietu-8.9",
        "c/ietu-8.9/", "ru/c/ietu-8.9/", "en/c/ietu-8.9/", "api/c/ietu-8.9.json",
    ]  # fmt: skip
    assert "no such anchor" in faults[0]
    assert 'add to docs/data/aliases.toml: [[alias]] was = "ietu-8.9"' in faults[0]


def test_a_lost_page_is_told_too(built_site):
    """A calculator that is renamed leaves its address behind."""
    faults = list(broken(built_site, [Row("calc/gone/", "", "2026-11-21")]))

    assert len(faults) == 3
    assert 'was = "calc/gone/"' in faults[0]


def test_a_renumbered_clause_keeps_its_permalink_and_hops(tmp_path: Path):
    """An announcement of last year leads to the clause of this year, and says why."""
    written = write_former(tmp_path, [], {"ietu-8.9": alias("ietu-8.9", "ietu-8.1")})
    page = (tmp_path / "ru" / "c" / "ietu-8.9" / "index.html").read_text("utf-8")

    assert written == 3
    assert '<html lang="ru">' in page
    assert 'content="0; url=../../../ru/ietu/8/#ietu-8.1"' in page
    assert SAID["ru"] in page


def test_a_withdrawn_clause_says_so_and_stays(tmp_path: Path):
    """Nothing to hop to: the reader is told instead of being sent elsewhere."""
    write_former(tmp_path, [], {"ietu-8.9": alias("ietu-8.9")})
    page = (tmp_path / "en" / "c" / "ietu-8.9" / "index.html").read_text("utf-8")

    assert "refresh" not in page
    assert SAID["en"] in page
    assert gone_data(alias("ietu-8.9"), Addresses(EXAMPLE), {"ietu-8.9": alias("ietu-8.9")})["status"] == "withdrawn"


def test_a_clause_that_moves_to_another_chapter_leaves_an_anchor():
    """Its id is the same, its page is not: the old page leads on, without any alias."""
    rows = [Row("ietu/7/#ietu-8.2", "ietu-8.2", "2026-11-21")]
    [former] = formers(rows, {})["ietu/7/"]

    assert former.clause == "ietu-8.2"
    assert former.url("en") == "en/ietu/8/#ietu-8.2"
    assert formers([Row("ietu/8/#ietu-8.2", "ietu-8.2", "2026-11-21")], {}) == {}


def test_a_chapter_that_is_gone_keeps_its_anchors(tmp_path: Path):
    """A whole page may go; the anchors people linked to stay at its address."""
    rows = [Row("ietu/12/#ietu-12.1", "ietu-12.1", "2026-11-21")]
    aliases = {"ietu-12.1": alias("ietu-12.1", "ietu-8.1")}
    write_former(tmp_path, rows, aliases)

    assert [fault for fault in broken(tmp_path, rows) if "ietu/12/" in fault] == []
    # Who came for one clause is not carried off to the beginning of another page.
    assert "refresh" not in (tmp_path / "ietu" / "12" / "index.html").read_text("utf-8")
    assert 'id="ietu-12.1"' in (tmp_path / "ietu" / "12" / "index.html").read_text("utf-8")


def test_chains_of_aliases_end_and_circles_are_refused():
    """Renumbered twice, a clause is still found; a circle never ends."""
    chain = {"a-1": alias("a-1", "a-2"), "a-2": alias("a-2", "ietu-8.1")}

    assert last("a-1", chain) == "ietu-8.1"
    with pytest.raises(LedgerError, match="circle"):
        last("a-1", {"a-1": alias("a-1", "a-2"), "a-2": alias("a-2", "a-1")})


def test_an_alias_must_speak_every_language(tmp_path: Path):
    """A reader of one language may not be left with silence."""
    path = tmp_path / "aliases.toml"
    path.write_text('[[alias]]\nwas = "ietu-8.9"\nsince = 2027-09-01\nkk = "…"\nru = "…"\n', "utf-8")

    with pytest.raises(LedgerError, match="lacks en"):
        read_aliases(path)


def test_recording_adds_rows_and_changes_none(tmp_path: Path):
    """The day of an address is the day it was first recorded."""
    path = tmp_path / "ledger.tsv"
    path.write_text("address\tclause\tsince\nold/\t\t2020-01-01\n", "utf-8")
    added = record(path, DAY)
    rows = read_ledger(path)

    assert added == len(published())
    assert rows[0] == Row("old/", "", "2020-01-01")
    assert {row.since for row in rows[1:]} == {"2027-09-01"}
    assert record(path, DAY) == 0
