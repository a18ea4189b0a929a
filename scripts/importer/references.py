"""References of a document to its own clauses and annexes, and those that point nowhere."""

import re
from collections.abc import Iterator

from scripts.importer.model import Document

CLAUSE = re.compile(
    r"(?<![\d.])(?P<before>\d{1,2}(?:\.\d{1,2}){0,3})[-\s]*(?:тармақ|тармағ)"
    r"|(?:пункт\w*|п\.|clause|paragraph)\s*(?P<after>\d{1,2}(?:\.\d{1,2}){0,3})(?![\d/])",
    re.IGNORECASE,
)
ANNEX = re.compile(r"(?<![\d,])(?P<before>\d{1,2})\s*[-–]?\s*қосымша|(?:приложение|приложению|annex)\s+(?P<after>\d{1,2})", re.IGNORECASE)
OTHER_ACT = re.compile(r"заң|кодекс|бұйры|қаулы|бабы|баптың|закон|приказ|постановлен|стать|act|code|order", re.IGNORECASE)
NEAR = 90  # characters in which another act may be named


def nowhere(document: Document) -> Iterator[tuple[str, str]]:
    """Id of an entry and the reference in it that no entry answers.

    A clause of a law named shortly before is not looked for here.
    """
    numbers = {entry.number for entry in document.entries} | {entry.section for entry in document.entries if entry.section}
    annexes = {entry.id.rpartition("-")[2] for entry in document.entries if "-annex-" in entry.id}
    for entry in document.entries:
        for match in CLAUSE.finditer(entry.text):
            number = match["before"] or match["after"]
            known = any(each == number or each.startswith(f"{number}.") for each in numbers)
            if not known and not OTHER_ACT.search(entry.text[max(0, match.start() - NEAR) : match.start()]):
                yield entry.id, match[0]
        for match in ANNEX.finditer(entry.text):
            if (match["before"] or match["after"]) not in annexes:
                yield entry.id, match[0]
