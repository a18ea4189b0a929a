"""Tables as text: read as spreadsheets write them, written so that none runs them."""

import csv
import io
import re

LONGEST_CELL = 1000  # characters kept of a cell; no answer is longer
MOST_COLUMNS = 100
DELIMITERS = "\t;,"
# What a spreadsheet would take for a formula, unless the whole cell is a number.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


class TableError(ValueError):
    """The table cannot be read; `code` says why, for the page to word."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decoded(content: bytes) -> str:
    """The text, whatever the program that saved it wrote: UTF-8, UTF-16 or Windows' Cyrillic.

    Raises:
        TableError: it is no text.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content:
        raise TableError("not_a_table")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", "replace")


def read(content: bytes | str) -> list[list[str]]:
    """The rows that are not blank, cells trimmed; the first is the heading.

    Raises:
        TableError: it is no text, or a quotation never ends.
    """
    text = content if isinstance(content, str) else decoded(content)
    text = text.removeprefix("\ufeff")
    head, _, rest = text.partition("\n")
    named = re.fullmatch(r"sep=(.)\r?", head)  # Excel's own first line
    delimiter = named[1] if named else max(DELIMITERS, key=_outside_quotes(head).count)
    csv.field_size_limit(10_000_000)
    try:
        rows = csv.reader(io.StringIO(rest if named else text, newline=""), delimiter=delimiter, strict=True)
        return cleaned(rows)
    except csv.Error as error:
        raise TableError("not_a_table") from error


def cleaned(rows: object) -> list[list[str]]:
    """Trimmed cells of the rows that hold anything, up to the last that does."""
    table = ([str(cell).strip()[:LONGEST_CELL] for cell in row[:MOST_COLUMNS]] for row in rows)
    ends = ((row, max((place + 1 for place, cell in enumerate(row) if cell), default=0)) for row in table)
    return [row[:end] for row, end in ends if end]


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def harmless(cell: object) -> str:
    """The cell as text that no spreadsheet runs: an apostrophe goes before what looks like a formula."""
    text = str(cell).replace("\0", "")
    return f"'{text}" if text.startswith(FORMULA) and not NUMBER.fullmatch(text) else text


def written(rows: list[list[object]], delimiter: str = ",") -> bytes:
    """The rows as CSV in UTF-8, marked so that spreadsheets open it with its letters."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
