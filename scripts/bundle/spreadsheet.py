"""XLSX in and out, inside the browser's Python; shipped apart, because only tables need it."""

import io
import re
import zipfile
from datetime import date, datetime

from calculators.delimited import MOST_COLUMNS, TableError, cleaned
from calculators.table import MOST_ROWS
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

LARGEST = 200_000_000  # bytes unpacked; a table of ten thousand students is a hundredth of it
BLANK_ROWS = 1_000  # so many in a row end a sheet whose formatting goes on
SHORT_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,7})(\.[0-9]{1,6})?")  # longer ones are names of things
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read(content: bytes) -> list[list[str]]:
    """The rows of the first sheet that are not blank, as text; formulas by their last result.

    Raises:
        TableError: it is no workbook, or one that unpacks without measure.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(info.file_size for info in parts.infolist()) > LARGEST:
                raise TableError("too_large")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        return cleaned(_rows(sheet))
    except TableError:
        raise
    except Exception as error:  # whatever a damaged file makes the library raise
        raise TableError("not_a_table") from error


def _rows(sheet: object) -> object:
    blank = kept = 0
    for row in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True):
        cells = [_text(value) for value in row]
        blank = 0 if any(cells) else blank + 1
        kept += any(cells)
        # One more than may be: so that too many are noticed.
        if blank > BLANK_ROWS or kept > MOST_ROWS + 2:
            return
        yield cells


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    # 1.67 is stored as a binary fraction; its shortest form is what was typed.
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def written(rows: list[list[str]]) -> bytes:
    """The rows as a workbook; only short numbers are numbers, and nothing is a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_cell(sheet, UNPRINTABLE.sub("", text)) for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: object, text: str) -> object:
    if SHORT_NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    cell = WriteOnlyCell(sheet)
    cell.value = text
    cell.data_type = "s"
    return cell
