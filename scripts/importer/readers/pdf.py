"""A PDF with text in it; a scan is refused, since guessing letters is not reading."""

import time
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from scripts.importer.faults import ImportFault
from scripts.importer.model import Line, Source
from scripts.importer.readers.text import lines_of

MOST_PAGES = 1000
LONGEST = 300  # seconds for the whole document; a page takes about 0.02
FEW = 20  # letters: a page with fewer is a picture, or empty


def read_pdf(path: Path, data: bytes) -> Source:
    """The lines of all pages; pages without text are remarked.

    Raises:
        ImportFault: it needs a password, is damaged, too long, or a scan.
    """
    pages = _texts(path, data)
    bare = [number for number, text in enumerate(pages, 1) if sum(map(str.isalpha, text)) < FEW]
    if len(bare) > len(pages) // 2:
        raise ImportFault(path, "scan", ("page", bare[0]), pages=len(pages), bare=len(bare))
    lines: list[Line] = []
    for number, text in enumerate(pages, 1):
        start = lines[-1].number if lines else 0
        lines += [
            Line(each.text, start + each.number, number, each.gap, each.whole) for each in lines_of(text.replace("\f", "\n"))
        ]
    return Source(path.name, "pdf", lines, remarks=[(0, "page", str(number)) for number in bare])


def _texts(path: Path, data: bytes) -> list[str]:
    began = time.monotonic()
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ImportFault(path, "password")
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise ImportFault(path, "pages", pages=count, limit=MOST_PAGES)
        texts = []
        for number, page in enumerate(reader.pages, 1):
            if time.monotonic() - began > LONGEST:
                raise ImportFault(path, "slow", ("page", number), seconds=LONGEST)
            texts.append(page.extract_text())
        return texts
    except (DependencyError, FileNotDecryptedError) as fault:
        raise ImportFault(path, "password") from fault
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OSError) as fault:
        raise ImportFault(path, "damaged_pdf", error=type(fault).__name__) from fault
