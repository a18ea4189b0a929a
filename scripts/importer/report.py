"""What an editor must know about an import, in plain words."""

from collections import Counter

from scripts.importer.coverage import lost, share
from scripts.importer.language import foreign, language_of
from scripts.importer.model import Document
from scripts.importer.references import nowhere
from scripts.importer.suspicious import suspicious
from scripts.parity.numbers import numbers
from scripts.wording import Wording

LONGEST_QUOTE = 100


def report(document: Document, words: Wording) -> str:
    """The report in Markdown, in the language of `words`."""
    kinds = Counter(entry.kind for entry in document.entries)
    printed = sum(entry.numbering == "source" for entry in document.entries)
    missing = lost(document)
    parts = [
        f"# {document.code}: {document.source_file}",
        words("import.report.counted", n=len(document.entries), chapters=len(document.chapters), printed=printed),
        ", ".join(f"{words(f'import.kind.{kind}')}: {count}" for kind, count in kinds.most_common()),
        words("import.report.coverage", percent=f"{share(document, missing):.2%}"),
    ]
    for heading, rows in (
        ("lost", [f"{line.number}: {line.text}" for line in missing]),
        ("remarks", [_remark(line, kind, what, words) for line, kind, what in document.remarks]),
        ("suspicious", [f"{key}: {words(f'import.doubt.{kind}')}: {word}" for key, kind, word in suspicious(document)]),
        ("foreign", _foreign(document, words)),
        ("nowhere", [f"{key}: {reference}" for key, reference in nowhere(document)]),
        ("numbers", _numbers(document)),
        ("left_out", [f"{line.number}: {line.text}" for line in document.left_out]),
        ("changes", [f"{change.line}: {change.before} → {change.after} ({change.rule})" for change in document.changes]),
    ):
        parts.append(f"## {words(f'import.report.{heading}')} ({len(rows)})")
        parts.append("\n".join(f"- {row}" for row in rows) or words("import.report.none"))
    return "\n\n".join(parts) + "\n"


def _remark(line: int, kind: str, what: str, words: Wording) -> str:
    text = words(f"import.remark.{kind}", what=what)
    return f"{words('import.place.line', n=line)}: {text}" if line else text


def _foreign(document: Document, words: Wording) -> list[str]:
    usual = language_of(" ".join(entry.text for entry in document.entries))
    found = ((entry, foreign(entry.text, usual)) for entry in document.entries)
    return [f"{entry.id}: {words(f'language.in.{code}')}: {_short(entry.text)}" for entry, code in found if code]


def _numbers(document: Document) -> list[str]:
    rows = []
    for entry in document.entries:
        found = numbers(entry.text)
        if found:
            rows.append(f"{entry.id}: {', '.join(f'{number} ×{count}' if count > 1 else number for number, count in found.items())}")
    return rows


def _short(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"
