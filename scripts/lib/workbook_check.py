"""Compares a workbook cell by cell with the CSV tables (dialect "open") and the JSON beside it.

usage: workbook_check.py OUTPUT_FOLDER

Read with openpyxl, which knows nothing of the library that wrote it. One fact, one value: a cell has
the text of the table, a number or a date the value of it; the JSON of each plan has as many goals,
indicators and activities as the workbook; a link leads to a PDF that is there.
"""

import csv
import datetime
import json
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


def goals_of(goals):
    for goal in goals:
        yield goal
        yield from goals_of(goal["goals"])


def check_plans(workbook, folder):
    """Holds the sheets against the JSON of each plan; returns the number of plans."""
    rows = {name: {} for name in SHEETS}
    for name, title in SHEETS.items():
        heading, *values = workbook[title].iter_rows(values_only=True)
        for row in values:
            rows[name].setdefault(row[0], []).append(dict(zip(heading, row)))
    for plan_id in rows["plans"]:
        plan = json.loads((folder / f"{plan_id}.json").read_text(encoding="utf-8"))
        goals = list(goals_of(plan["goals"]))
        facts = {
            "goals": [(goal["id"], goal["title"]) for goal in goals],
            "indicators": [
                (item["name"], (item["target"] or {}).get("raw"), (item["target"] or {}).get("value"))
                for goal in goals
                for item in goal["indicators"]
            ],
            "activities": [
                (item["text"], item["start"], item["end"], item["at"]["page"])
                for goal in goals
                for item in goal["activities"]
            ],
        }
        headings = {
            "goals": ("Mål-id", "Mål"),
            "indicators": ("Indikator", "Årsmål", "Årsmål värde"),
            "activities": ("Aktivitet", "Startdatum", "Slutdatum", "Sida"),
        }
        for name, expected in facts.items():
            found = [
                tuple(
                    cell_text(value) if isinstance(value, datetime.datetime) else value
                    for value in map(row.get, headings[name])
                )
                for row in rows[name].get(plan_id, [])
            ]
            expected = [tuple(value if value != "" else None for value in fact) for fact in expected]
            if found != expected:
                raise Difference(f"{SHEETS[name]}: not what {plan_id}.json has")
    return len(rows["plans"])


def main():
    folder = Path(sys.argv[1])
    workbook = openpyxl.load_workbook(folder / "plans.xlsx")
    try:
        if workbook.sheetnames != [FIRST_SHEET, *SHEETS.values()]:
            raise Difference(f"its sheets are {workbook.sheetnames}")
        cells, links = map(sum, zip(*(check_table(name, workbook, folder) for name in SHEETS)))
        plans = check_plans(workbook, folder)
    except Difference as difference:
        sys.exit(f"plans.xlsx: {difference}")
    print(f"plans.xlsx: {plans} plans, {cells} cells and {links} links as in the tables and the JSON")


if __name__ == "__main__":
    main()
