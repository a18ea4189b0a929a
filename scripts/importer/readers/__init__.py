"""Read a document, whatever its format, into lines.

The format is told by the content, not by the name: an editor's "policy.txt"
may be a PDF.  The limits that hold for every format stand here, so that a
hostile or broken file costs bounded memory and time.
"""

from pathlib import Path

from scripts.importer.faults import ImportFault
from scripts.importer.model import Source

LARGEST_FILE = 64 * 2**20  # bytes; a scan is larger, a text never
LONGEST_TEXT = 8_000_000  # characters; 500 dense pages have 2 million


def read(path: Path) -> Source:
    """The lines of a text, DOCX or PDF file.

    Raises:
        ImportFault: the file is missing, empty, too large, encrypted, a scan,
            damaged, or of another format.
    """
    if not path.is_file():
        raise ImportFault(path, "missing")
    size = path.stat().st_size
    if size == 0:
        raise ImportFault(path, "empty")
    if size > LARGEST_FILE:
        raise ImportFault(path, "large", size=size // 2**20, limit=LARGEST_FILE // 2**20)
    data = path.read_bytes()
    source = _reader(path, data)(path, data)
    length = sum(len(line.text) for line in source.lines)
    if length > LONGEST_TEXT:
        raise ImportFault(path, "long", length=length, limit=LONGEST_TEXT)
    if not any(character.isalpha() for line in source.lines for character in line.text):
        raise ImportFault(path, "no_letters")
    return source


def _reader(path: Path, data: bytes):
    """The function that reads this format; libraries are imported only when needed."""
    if data.startswith(b"PK\x03\x04"):
        from scripts.importer.readers.docx import read_docx as reader
    elif b"%PDF-" in data[:1024]:
        from scripts.importer.readers.pdf import read_pdf as reader
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportFault(path, "old_word")
    elif data.startswith(b"{\\rtf"):
        raise ImportFault(path, "rtf")
    else:
        from scripts.importer.readers.text import read_text as reader
    return reader
