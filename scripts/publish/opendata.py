"""The open data: everything the site knows of its clauses, as files below /api/.

`schema.json`, beside this module, says what they contain; the page "Open data"
explains it.  `version` rises in its first part when a field is taken away or
changes its meaning, in its second when one is added.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from scripts.calculators import resting_on
from scripts.clauses.block import printed_number
from scripts.clauses.source import LANGUAGES
from scripts.notes import notes_by_clause
from scripts.official import official
from scripts.pages import Place, chapter_title, chapters, clause_kinds, clause_pages, clause_url
from scripts.publish.address import Addresses
from scripts.publish.figures import by_clause, table
from scripts.publish.ledger import Alias, last, read_aliases
from scripts.publish.references import mentions, referred_by, refers_to
from scripts.publish.shown import Shown
from scripts.regulations import Regulation, regulations
from scripts.site import Surroundings
from scripts.wording import wording

VERSION = "1.0"
SCHEMA = Path(__file__).with_name("schema.json")

Editions = dict[str, dict[str, Shown]]


def write_open_data(site: Path, editions: Editions, addresses: Addresses) -> int:
    """Write all files below `site`/api; return how many."""
    folder = site / "api"
    (folder / "c").mkdir(parents=True, exist_ok=True)
    clauses = {clause_id: clause_data(clause_id, editions, addresses) for clause_id in clause_pages()}
    files: dict[str, object] = {f"c/{clause_id}.json": {"version": VERSION, **clause} for clause_id, clause in clauses.items()}
    aliases = read_aliases()
    files |= {f"c/{was}.json": gone_data(alias, addresses, aliases) for was, alias in aliases.items() if not was.endswith("/")}
    for regulation in regulations().values():
        files[f"{regulation.code}.json"] = regulation_data(regulation, clauses, addresses)
    files["index.json"] = index_data(clauses, addresses)
    files["schema.json"] = json.loads(SCHEMA.read_text("utf-8")) | {"$id": addresses.absolute("api/schema.json")}
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")
    # The mark at the beginning tells spreadsheets that this is UTF-8.
    (folder / "figures.csv").write_text(table(editions, addresses), "utf-8-sig", newline="")
    return len(files) + 1


def clause_data(clause_id: str, editions: Editions, addresses: Addresses) -> dict:
    """Everything known of one clause."""
    def each(say) -> dict[str, str]:
        return {language: say(language, editions[language][clause_id]) for language in LANGUAGES}

    code, _, _ = clause_id.partition("-")
    return {
        "status": "published",
        "id": clause_id,
        "regulation": code,
        "document": _document(regulations()[code]),
        "chapter": clause_pages()[clause_id].removesuffix(".md").partition("/")[2],
        "kind": clause_kinds()[clause_id],
        "number": printed_number(clause_id),
        "name": each(lambda language, _: Surroundings(language, addresses.root).name_of(clause_id)),
        "reference": each(lambda language, _: reference(clause_id, language)),
        "title": each(lambda _, clause: clause.title),
        "text": each(lambda _, clause: clause.text),
        "html": each(lambda _, clause: clause.html(addresses.root)),
        "permalink": each(lambda language, _: addresses.permalink(clause_id, language)),
        "page": each(lambda language, _: addresses.absolute(clause_url(clause_id, language))),
        "refers_to": refers_to().get(clause_id, []),
        "referred_by": referred_by().get(clause_id, []),
        "mentioned_on": [{"title": each.title, "page": _pages(each.path, addresses)} for each in mentions().get(clause_id, [])],
        "figures": _figures().get(clause_id, []),
        "calculators": [_calculator(name, code, addresses) for name, code in resting_on().get(clause_id, [])],
        "notes": [{language: note.text(language) for language in LANGUAGES} for note in notes_by_clause().get(clause_id, [])],
    } | _official(clause_id)


def _official(clause_id: str) -> dict:
    """The institution's own wording under its own name, where whoever built the site has it."""
    own = official(clause_id)
    return {"official": {"language": own.language, "text": own.text}} if own else {}


def gone_data(alias: Alias, addresses: Addresses, aliases: Mapping[str, Alias]) -> dict:
    """What became of a clause that is no longer published under its id."""
    now = last(alias.was, aliases)
    return {
        "version": VERSION,
        "status": "renumbered" if now else "withdrawn",
        "id": alias.was,
        "became": now or None,
        "since": alias.since.isoformat(),
        "said": dict(alias.said),
        "permalink": {language: addresses.permalink(alias.was, language) for language in LANGUAGES},
    }


def regulation_data(regulation: Regulation, clauses: Mapping[str, dict], addresses: Addresses) -> dict:
    """A regulation with all its clauses."""
    code = regulation.code
    return {
        "version": VERSION,
        "code": code,
        "year": regulation.year,
        "institution": regulation.institution,
        "short": regulation.short,
        "title": regulation.title,
        "binds": regulation.binds,
        "dated": regulation.dated,
        "page": _pages(f"{code}/", addresses),
        "akoma_ntoso": {language: addresses.absolute(f"api/{code}.{language}.xml") for language in LANGUAGES},
        "chapters": [
            {
                "chapter": chapter,
                "title": {language: chapter_title(language, code, chapter) for language in LANGUAGES},
                "page": _pages(f"{code}/{chapter}/", addresses),
                "clauses": [clause_id for clause_id, page in clause_pages().items() if page == f"{code}/{chapter}.md"],
            }
            for chapter in chapters()[code]
        ],
        "clauses": [clause for clause in clauses.values() if clause["regulation"] == code],
    }


def index_data(clauses: Mapping[str, dict], addresses: Addresses) -> dict:
    """What there is: regulations, clauses by title, and the other files."""
    return {
        "version": VERSION,
        "schema": addresses.absolute("api/schema.json"),
        "documentation": _pages("open-data/", addresses),
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "figures": addresses.absolute("api/figures.csv"),
        "feed": _pages("feed.xml", addresses),
        "regulations": [
            {"code": code, "short": each.short, "title": each.title, "institution": each.institution, "data": addresses.absolute(f"api/{code}.json")}
            for code, each in regulations().items()
        ],
        "clauses": [
            {key: clause[key] for key in ("id", "number", "title")} | {"data": addresses.absolute(f"api/c/{clause['id']}.json")}
            for clause in clauses.values()
        ],
    }


def reference(clause_id: str, language: str) -> str:
    """How a sentence names a clause once the document is named: `clause 8.2`."""
    number = clause_id.partition("-")[2]
    kind = next((kind for kind in ("gl", "annex") if number.startswith(kind)), "clause")
    return wording(language)(f"cite.reference.{kind}", number=printed_number(clause_id))


def _document(regulation: Regulation) -> dict:
    return {"title": regulation.title, "institution": regulation.institution, "year": regulation.year}


@cache
def _figures() -> dict[str, list[dict]]:
    return by_clause()


def _calculator(name: str, code: str, addresses: Addresses) -> dict:
    pages = {language: f"{address}#institution={code}" for language, address in _pages(f"calc/{name}/", addresses).items()}
    return {"calculator": name, "page": pages}


def _pages(path: str, addresses: Addresses) -> dict[str, str]:
    return {language: addresses.absolute(Place(language, path).url()) for language in LANGUAGES}
