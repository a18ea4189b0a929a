"""The glossary: what each term is in three languages, and which regulation says what.

Joins the terms of docs/data/glossary.tsv with the definitions that the
regulations themselves give; a definition is a clause whose title is the term.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from scripts.clauses.source import LANGUAGES, Clause, read_regulation
from scripts.pages import DOCS, clause_kinds
from scripts.regulations import regulations
from scripts.search.glossary import glossary

# The order in which a dictionary of the language has its letters; Latin follows.
ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "",
}
LATIN = "abcdefghijklmnopqrstuvwxyz"
SHOWN = 6


@dataclass
class Entry:
    """A term, the clauses that define it and those that use it."""

    names: dict[str, str]
    definitions: list[str] = field(default_factory=list)
    uses: list[str] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The term's address on the page: the same in every language, so that a switch keeps the place."""
        return re.sub(r"[^a-z0-9]+", "-", self.names["en"].casefold()).strip("-")

    @property
    def shown_uses(self) -> list[str]:
        """The clauses to link: one of each regulation first, and not more than a reader takes in."""
        first = {clause.partition("-")[0]: clause for clause in reversed(self.uses)}
        ahead = [clause for clause in self.uses if clause in first.values()]
        return [*ahead, *(clause for clause in self.uses if clause not in ahead)][:SHOWN]


@cache
def entries() -> list[Entry]:
    """Every term once, in no particular order."""
    found = [Entry(dict(term.names), uses=list(term.clauses)) for term in glossary()]
    for clause_id in _definitions():
        titles = {language: title(clause_id, language) for language in LANGUAGES}
        entry = max(found, key=lambda term: _alike(term, titles, clause_id))
        if not _alike(entry, titles, clause_id):
            entry = Entry(titles)
            found.append(entry)
        entry.definitions.append(clause_id)
    for entry in found:
        entry.uses = [clause for clause in entry.uses if clause not in entry.definitions]
    return found


def alphabetical(language: str) -> list[tuple[str, list[Entry]]]:
    """The terms in the order of the language's alphabet, by first letter."""
    groups: dict[str, list[Entry]] = {}
    for entry in sorted(entries(), key=lambda entry: order(entry.names[language], language)):
        groups.setdefault(_letters(entry.names[language])[0].upper(), []).append(entry)
    return list(groups.items())


def order(text: str, language: str) -> list[int]:
    """Where a dictionary of the language has the text; signs and spaces do not count."""
    alphabet = ALPHABETS[language] + LATIN
    return [alphabet.index(letter) if letter in alphabet else len(alphabet) for letter in _letters(text)]


def title(clause_id: str, language: str) -> str:
    """The term as the regulation's own definition has it."""
    return _clause(language, clause_id).title


def other_title(entry: Entry, clause_id: str, language: str) -> str:
    """The title of a definition where it is not the term itself; else nothing."""
    own = title(clause_id, language)
    return "" if _plain(own) == _plain(entry.names[language]) else own


def meaning(clause_id: str, language: str) -> str:
    """The first paragraph of a definition, without its links."""
    body = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", _clause(language, clause_id).body)
    paragraph = " ".join(body.split("\n\n")[0].split())
    return re.sub(r":$", "…", paragraph)


def _clause(language: str, clause_id: str) -> Clause:
    return _edition(language, clause_id.partition("-")[0])[clause_id]


@cache
def _edition(language: str, code: str) -> dict[str, Clause]:
    return read_regulation(DOCS, language, code)


def _definitions() -> Iterable[str]:
    found = [clause for clause, kind in clause_kinds().items() if kind == "definition"]
    return (clause for code in regulations() for clause in found if clause.startswith(f"{code}-"))


def _alike(entry: Entry, titles: dict[str, str], clause_id: str) -> int:
    """How surely a definition is of this term: 4 for the same word, 0 for another term."""
    kk, own = _plain(entry.names["kk"]), _plain(titles["kk"])
    if _singular(own) == _singular(kk):
        return 4
    if any(_plain(titles[language]) == _plain(entry.names[language]) for language in ("ru", "en")):
        return 3
    if own in _others(entry.names["kk"]):
        return 2
    # A longer title ("final attestation of students") belongs to the term it
    # ends in, when the term's own clauses name it.
    return int(clause_id in entry.uses and own.endswith(f" {kk}"))


def _singular(text: str) -> str:
    return re.sub(r"(?:[лдт][ае]р)$", "", text)


def _others(text: str) -> list[str]:
    """Other names in brackets: "мүдделі тарап (стейкхолдер)"; not short forms in capitals."""
    return [name.casefold() for name in re.findall(r"\(([^)]*)\)", text) if name.islower()]


def _plain(text: str) -> str:
    # "Білім беру бағдарламасы (ББ)" and "білім беру бағдарламасы" are one term.
    return " ".join(re.sub(r"\([^)]*\)", " ", text).casefold().split())


def _letters(text: str) -> list[str]:
    return [letter for letter in text.casefold() if letter.isalpha()]
