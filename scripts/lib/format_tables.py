"""Reads the formats that are tables back: CSV in both dialects, the data package, the workbook."""

from __future__ import annotations

import csv
import datetime
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.escape import unescape

from format_facts import Row, Tables
from package_check import read_table

# A section's text may be longer than the reader of CSV takes by itself.
csv.field_size_limit(1 << 30)

SHEETS = {
    "plans": "Planer", "goals": "Mål", "sections": "Avsnitt", "results": "Förväntade resultat",
    "indicators": "Indikatorer", "activities": "Aktiviteter", "diagnostics": "Anmärkningar",
}
LONG_TEXTS = "Långa texter"
"""The sheet of texts that are too long for a cell, in parts."""
TABLES = list(SHEETS)
WHOLE_NUMBERS = {
    "year", "page", "line", "page_count", "byte_count", "direction_goals", "area_goals", "committee_goals",
    "unit_goals", "goals_below", "sections", "expected_results", "indicators", "activities", "infos",
    "warnings", "errors", "source_words", "plan_words", "cover_words", "contents_words", "furniture_words",
    "unaccounted_words", "depth", "words", "ordinal", "council_target_year",
}
NUMBERS = {"target_value", "council_target_value"}


class Unreadable(Exception):
    """A value that is not of its kind."""


def typed(name: str, cell: str, decimal_mark: str = ".") -> Any:
    """The value of a cell by its column."""
    if cell == "":
        return None
    if name in WHOLE_NUMBERS:
        return int(cell)
    if name in NUMBERS:
        if decimal_mark != "." and "." in cell:
            raise Unreadable(f"{name} is {cell!r}")
        return float(cell.replace(decimal_mark, "."))
    return cell


def by_plan(tables: dict[str, Iterable[Row]]) -> dict[str, Tables]:
    """The rows of each plan."""
    plans: dict[str, Tables] = {}
    for name, rows in tables.items():
        for row in rows:
            plan = plans.setdefault(row["plan_id"], {table: [] for table in TABLES})
            plan[name].append(row)
    return plans


def headings(folder: Path, name: str) -> list[str]:
    """The names of the columns, which all formats have in the same order."""
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        return next(csv.reader(file))


def read_csv(folder: Path) -> dict[str, Tables]:
    def rows(name: str) -> Iterable[Row]:
        with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
            for cells in csv.DictReader(file, strict=True):
                yield {column: typed(column, cell) for column, cell in cells.items()}

    return by_plan({name: rows(name) for name in TABLES})


def read_excel_csv(folder: Path) -> dict[str, Tables]:
    def rows(name: str) -> Iterable[Row]:
        names = headings(folder, name)
        with open(folder / "excel" / f"{name}.csv", newline="", encoding="utf-8-sig") as file:
            reader = csv.reader(file, delimiter=";", strict=True)
            next(reader)
            for cells in reader:
                yield {column: typed(column, cell, ",") for column, cell in zip(names, cells, strict=True)}

    return by_plan({name: rows(name) for name in TABLES})


SPACES = r"\s\u200b\ufeff"
LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def excel_text(text: str) -> str:
    """A text as the dialect for Excel has it, by the rules of docs/guide-developers.md."""
    is_formula = re.match(rf"[\t\r]|[{SPACES}]*[=+\-@＝＋－＠]", text)
    is_date = re.fullmatch(r"(\d{1,2}[.\-/]){1,2}\d{1,4}", text, re.ASCII)
    return ("'" if is_formula or is_date else "") + LINE_BREAK.sub(" ", text)


def read_package(folder: Path) -> dict[str, Tables]:
    """The tables by their descriptor alone: types and the sign of decimals too."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    tables = {}
    for resource in descriptor["resources"]:
        if resource["name"] in TABLES:
            fields = {field["name"]: field for field in resource["schema"]["fields"]}
            tables[resource["name"]] = [
                {name: described(fields[name], cell) for name, cell in row.items()}
                for row in read_table(folder, resource)]
    return by_plan(tables)


def described(field: dict[str, Any], cell: str) -> Any:
    if cell == "":
        return None
    match field["type"]:
        case "integer": return int(cell)
        case "number": return float(cell.replace(field["decimalChar"], "."))
        case "date": return datetime.date.fromisoformat(cell).isoformat()
        case "string": return cell
        case other: raise Unreadable(f"{field['name']} is of the type {other}")


def read_workbook(folder: Path) -> dict[str, Tables]:
    workbook = openpyxl.load_workbook(folder / "plans.xlsx", read_only=True)

    def value(name: str, cell: Any) -> Any:
        if isinstance(cell, datetime.datetime):
            return cell.date().isoformat()
        is_number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
        if cell is not None and is_number != (name in WHOLE_NUMBERS | NUMBERS):
            # More digits than Excel counts with stay a text.
            if name not in NUMBERS or len(re.sub(r"\D", "", str(cell))) <= 15:
                raise Unreadable(f"{name} is {cell!r}")
            return float(cell)
        # A character that XML lacks is written by its number, which the reader leaves as it is.
        return unescape(cell) if isinstance(cell, str) else cell

    long_texts: dict[tuple[str, int, str], str] = {}
    if LONG_TEXTS in workbook.sheetnames:
        for _, sheet, number, heading, _, part in list(workbook[LONG_TEXTS].iter_rows(values_only=True))[1:]:
            place = (sheet, number, heading)
            long_texts[place] = long_texts.get(place, "") + part

    def rows(name: str) -> Iterable[Row]:
        names, sheet = headings(folder, name), SHEETS[name]
        swedish, *rest = workbook[sheet].iter_rows(values_only=True)
        for number, cells in enumerate(rest, 2):
            if any(cell is not None for cell in cells):
                whole = [
                    long_texts.get((sheet, number, heading), cell) for heading, cell in zip(swedish, cells)]
                yield {column: value(column, cell) for column, cell in zip(names, whole)}

    return by_plan({name: rows(name) for name in TABLES})
