"""Compares a workbook cell by cell with the CSV tables (dialect "open") beside it.

usage: workbook_check.py OUTPUT_FOLDER

Read with openpyxl, which knows nothing of the library that wrote it: a cell has the text of the table,
a number or a date the value of it; a link leads to a PDF that is there; the tables of the workbook cover
their rows. That the values are those of the JSON is format_check.py's to say.
"""

import csv
import datetime
import sys
from pathlib import Path
from urllib.parse import unquote

import openpyxl

# A section's text may be longer than the reader of CSV takes by itself.
csv.field_size_limit(1 << 30)

SHEETS = {
    "plans": "Planer",
    "goals": "Mål",
    "sections": "Avsnitt",
    "results": "Förväntade resultat",
    "indicators": "Indikatorer",
    "activities": "Aktiviteter",
    "diagnostics": "Anmärkningar",
}
FIRST_SHEET = "Läs mig"
LINK_COLUMNS = ("page", "file")


class Difference(Exception):
    """Where the workbook says something else."""


def cell_text(value):
    """A cell as the table has it."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value)


def is_same(value, text):
    if cell_text(value) == text:
        return True
    return isinstance(value, (int, float)) and text != "" and float(text) == value


def check_table(name, workbook, folder):
    """Returns the number of cells and of links."""
    sheet = workbook[SHEETS[name]]
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        heading, *rows = csv.reader(file)
    cells = list(sheet.iter_rows())
    if len(cells) - 1 != len(rows):
        raise Difference(f"{sheet.title}: {len(cells) - 1} rows, the table has {len(rows)}")
    # A table has one row at least, be it empty.
    reference = f"A1:{cells[0][-1].column_letter}{max(len(cells), 2)}"
    if [table.ref for table in sheet.tables.values()] != [reference]:
        raise Difference(f"{sheet.title}: its table does not cover its rows")
    if sheet.freeze_panes != "A2":
        raise Difference(f"{sheet.title}: its headings do not stay in sight")
    links = 0
    for written, row in zip(cells[1:], rows):
        for cell, column, text in zip(written, heading, row):
            if not is_same(cell.value, text):
                raise Difference(
                    f"{sheet.title}!{cell.coordinate} ({column}) is {cell.value!r}, not {text!r}"
                )
            if cell.data_type == "f":
                raise Difference(f"{sheet.title}!{cell.coordinate} is a formula")
            if cell.hyperlink is not None:
                links += 1
                check_link(sheet, cell, column, dict(zip(heading, row)), folder)
    from_pdf = sum(row[heading.index("file")].lower().endswith(".pdf") for row in rows)
    if links != from_pdf:
        raise Difference(f"{sheet.title}: {links} links for {from_pdf} rows from PDFs")
    return len(cells) * len(heading), links


def check_link(sheet, cell, column, row, folder):
    target = folder / unquote(cell.hyperlink.target.replace("\\", "/"))
    page = row.get("page") or "1"
    if column not in LINK_COLUMNS or cell.hyperlink.location != f"page={page}":
        raise Difference(f"{sheet.title}!{cell.coordinate} leads to {cell.hyperlink.location}")
    if target.name != row["file"] or not target.is_file():
        raise Difference(f"{sheet.title}!{cell.coordinate} leads to {target}, which is not there")


def main():
    folder = Path(sys.argv[1])
    workbook = openpyxl.load_workbook(folder / "plans.xlsx")
    try:
        if workbook.sheetnames != [FIRST_SHEET, *SHEETS.values()]:
            raise Difference(f"its sheets are {workbook.sheetnames}")
        cells, links = map(sum, zip(*(check_table(name, workbook, folder) for name in SHEETS)))
    except Difference as difference:
        sys.exit(f"plans.xlsx: {difference}")
    print(f"plans.xlsx: {cells} cells and {links} links as in the tables")


if __name__ == "__main__":
    main()
