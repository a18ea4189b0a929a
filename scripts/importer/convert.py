"""One source to one document: clean, mark, segment."""

from scripts.importer.contents import without_contents
from scripts.importer.letters import repaired
from scripts.importer.model import Document, Source
from scripts.importer.running import without_running
from scripts.importer.segment import segment


def convert(source: Source, code: str) -> Document:
    """The segmented document, with a log of what was changed and left out."""
    lines, changes = repaired(source.lines)
    lines, contents = without_contents(lines)
    lines, left_out = without_running(lines)
    document = Document(code, source.name, lines=lines, changes=changes, left_out=[*source.left_out, *contents, *left_out], remarks=list(source.remarks))
    return segment(document, lines)
