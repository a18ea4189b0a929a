"""Run while the bundle is built: whatever this loads is shipped for XLSX."""

import io
from datetime import date, datetime, time

import spreadsheet
from openpyxl import Workbook
from openpyxl.styles import Font

book = Workbook()
sheet = book.active
sheet.append(["GPA", "Күні", 1.5, 2, True, "=1+1", date(2026, 6, 20), datetime(2026, 6, 20, 9, 30), time(9, 30), None])
sheet["A1"].font = Font(bold=True)
sheet.merge_cells("A3:B3")
out = io.BytesIO()
book.save(out)
assert spreadsheet.read(out.getvalue())[0][0] == "GPA"
assert spreadsheet.read(spreadsheet.written([["=1", "007", "1.67", "ә"]])) == [["=1", "007", "1.67", "ә"]]
try:
    spreadsheet.read(b"PK broken")
except ValueError:
    pass
