"""Who changes a clause in one language looks at it in the others, and says so."""

import csv
import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scripts.clauses.source import LANGUAGES, Clause, read_regulation

COLUMNS = ("id", *LANGUAGES, "day")


def digest(clause: Clause) -> str:
    """A short hash of what a reader sees; line breaks and spaces do not count."""
    return hashlib.sha256(" ".join(clause.text.split()).encode()).hexdigest()[:10]


def reviewed(data: Path) -> dict[str, dict[str, str]]:
    """What was last reviewed, by clause."""
    path = data / "reviews.tsv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as rows:
        return {row["id"]: row for row in csv.DictReader(rows, delimiter="\t")}


def unreviewed(docs: Path, code: str) -> Iterator[str]:
    """Say which clauses changed since all their languages were reviewed together."""
    known = reviewed(docs / "data")
    editions = {language: read_regulation(docs, language, code) for language in LANGUAGES}
    for clause_id in editions[LANGUAGES[0]]:
        clauses = {language: edition[clause_id] for language, edition in editions.items() if clause_id in edition}
        row = known.get(clause_id, {})
        changed = [language for language, clause in clauses.items() if digest(clause) != row.get(language)]
        if changed:
            first = clauses[changed[0]]
            yield (
                f"{first.path}:{first.line}: {clause_id} changed in {', '.join(changed)} and was not reviewed since; "
                f"compare the languages, then run: python -m scripts reviewed {clause_id}"
            )


def review(docs: Path, wanted: str) -> int:
    """Record that the clauses of a regulation, or one clause, are reviewed as they stand.

    Returns:
        How many clauses were recorded anew.
    """
    code, _, number = wanted.partition("-")
    rows = reviewed(docs / "data")
    editions = {language: read_regulation(docs, language, code) for language in LANGUAGES}
    renewed = 0
    for clause_id in editions[LANGUAGES[0]]:
        if number and clause_id != wanted:
            continue
        hashes = {language: digest(edition[clause_id]) for language, edition in editions.items()}
        if {key: rows.get(clause_id, {}).get(key) for key in LANGUAGES} != hashes:
            rows[clause_id] = {"id": clause_id, **hashes, "day": date.today().isoformat()}
            renewed += 1
    with (docs / "data" / "reviews.tsv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n")
        table.writeheader()
        table.writerows(rows.values())
    return renewed
