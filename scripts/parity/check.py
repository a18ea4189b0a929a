"""Compare the three languages of a regulation, clause by clause."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.clauses.source import LANGUAGES, Clause, ClauseSourceError, read_regulation
from scripts.parity.numbers import list_items, number_words, numbers, references
from scripts.regulations import regulations


def known_ids(data: Path, code: str) -> dict[str, str]:
    """Chapter of every published id of a regulation, in document order."""
    with (data / "ids.tsv").open(encoding="utf-8", newline="") as rows:
        return {row["id"]: row["chapter"] for row in csv.DictReader(rows, delimiter="\t") if row["code"] == code}


def quantities(data: Path) -> Iterator[tuple[str, str]]:
    """Clause and number of every normative figure that is a number."""
    with (data / "quantities.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            yield row["id"], row["number"]


def problems(docs: Path, code: str, chapter: str | None = None) -> Iterator[str]:
    """Say, one line each, where the languages of a regulation part.

    `chapter` limits the comparison to one page (`8`, `gl`, `annex`).
    """
    data = docs / "data"
    editions = {language: read_regulation(docs, language, code) for language in LANGUAGES}
    wanted = {i: page for i, page in known_ids(data, code).items() if chapter in (None, page)}
    if not wanted:
        yield f"{code}: no ids known for chapter {chapter}; look in {data / 'ids.tsv'}"
    needed: dict[str, set[str]] = {}
    for clause_id, number in quantities(data):
        needed.setdefault(clause_id, set()).add(number)
    for clause_id, page in wanted.items():
        clauses = {}
        for language, edition in editions.items():
            clause = edition.get(clause_id)
            if clause is None:
                yield f"docs/{language}/{code}/{page}.md: {clause_id} is missing"
            elif clause.path.stem != page:
                yield f"{clause.path}:{clause.line}: {clause_id} belongs on page {page}.md"
            else:
                clauses[language] = clause
        if len(clauses) == len(LANGUAGES):
            yield from compare(clauses)
        for language, clause in clauses.items():
            missing = needed.get(clause_id, set()) - set(numbers(clause.text))
            if missing:
                yield f"{where(clause)}: figure {', '.join(sorted(missing))} of the regulation is not in the text"
    for language, edition in editions.items():
        for clause in edition.values():
            if clause.id not in wanted and chapter in (None, clause.path.stem):
                yield f"{where(clause)}: not a known id; look in {data / 'ids.tsv'}"


def where(clause: Clause) -> str:
    """File, line and id of a clause, as every message begins."""
    return f"{clause.path}:{clause.line}: {clause.id}"


def compare(clauses: dict[str, Clause]) -> Iterator[str]:
    """Differences in numbers, references and list items between languages."""
    first = clauses[LANGUAGES[0]]
    for language in LANGUAGES[1:]:
        other = clauses[language]
        for what, measure in (("numbers", numbers), ("links", references)):
            here, there = measure(first.text), measure(other.text)
            if here != there:
                yield (
                    f"{where(other)}: {what} differ from {first.path}:{first.line}: "
                    f"only kk {sorted((here - there).elements())}, only {language} {sorted((there - here).elements())}"
                )
        if list_items(first.body) != list_items(other.body):
            yield (
                f"{where(other)}: {list_items(other.body)} list items or table rows, "
                f"kk has {list_items(first.body)}"
            )


def style(clause: Clause) -> Iterator[str]:
    """Slips that a reader would stumble over, whatever the other languages say."""
    if re.search("[ӛӚ]", clause.text):
        yield f"{where(clause)}: ӛ stands where ө is meant"
    for word in re.findall(r"\w+", clause.text):
        if re.search("[a-zA-Z]", word) and re.search("[а-яәғқңөұүһіА-ЯӘҒҚҢӨҰҮҺІ]", word):
            yield f"{where(clause)}: {word!r} mixes Latin and Cyrillic letters"


def report(docs: Path, code: str | None = None, chapter: str | None = None) -> tuple[list[str], list[str]]:
    """Hints and problems of one regulation or of all."""
    hints: list[str] = []
    found: list[str] = []
    for each in [code] if code else regulations():
        try:
            found += problems(docs, each, chapter)
            for language in LANGUAGES:
                for clause in read_regulation(docs, language, each).values():
                    if chapter not in (None, clause.path.stem):
                        continue
                    found += style(clause)
                    if words := number_words(clause.text, language):
                        hints.append(f"{where(clause)}: {', '.join(words)}: digits, if this is a figure")
        except ClauseSourceError as fault:
            found.append(str(fault))
    return hints, found
