"""Checks a data package: python3 package_check.py OUTPUT_FOLDER

Readers that know nothing of the program look at it, without the net: the published profile of Data Package
2 (as dplib-py carries it, MIT) at the descriptor, frictionless at the descriptor and the tables, csvw at
the description for CSV on the Web, and this script at the keys. Frictionless takes a key for broken only where it is told to look,
so every row of every table is looked up here once more.
"""

from __future__ import annotations

import csv
import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import csvw
import frictionless
import jsonschema

# A section's text may be longer than the reader of CSV takes by itself.
csv.field_size_limit(1 << 30)

Node = dict[str, Any]
Row = dict[str, str]


def read_table(folder: Path, resource: Node) -> list[Row]:
    """The rows of a table as its descriptor says that they are to be read."""
    dialect = resource["dialect"]
    # A mark of the byte order is no part of the text.
    encoding = {"utf-8": "utf-8-sig"}.get(resource["encoding"], resource["encoding"])
    with open(folder / resource["path"], newline="", encoding=encoding) as file:
        reader = csv.DictReader(
            file, delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"],
            doublequote=dialect["doubleQuote"], skipinitialspace=dialect["skipInitialSpace"],
            strict=True,
        )
        rows = list(reader)
        names = [field["name"] for field in resource["schema"]["fields"]]
        if reader.fieldnames != names:
            raise ValueError(f"{resource['path']} has the headings {reader.fieldnames}")
    return rows


def profile_errors(descriptor: Node) -> list[str]:
    profile = json.loads((files("dplib") / "profiles/2.0/datapackage.json").read_text("utf-8"))
    validator = jsonschema.Draft7Validator(profile)
    return [f"profile: {error.json_path}: {error.message}" for error in validator.iter_errors(descriptor)]


def frictionless_errors(folder: Path) -> list[str]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [
        f"frictionless: {place}{': ' if place else ''}{error.message}"
        for place, errors in [("", report.errors), *((task.name, task.errors) for task in report.tasks)]
        for error in errors
    ]


def key_errors(descriptor: Node, tables: dict[str, list[Row]]) -> list[str]:
    errors = []

    def values(name: str, fields: list[str]) -> list[tuple[str, ...]]:
        return [tuple(row[field] for field in fields) for row in tables[name]]

    for resource in descriptor["resources"]:
        name, schema = resource["name"], resource["schema"]
        key = schema.get("primaryKey", [])
        found = values(name, key)
        if key and len(set(found)) != len(found):
            errors.append(f"keys: {name}: {len(found) - len(set(found))} rows share a primary key")
        for reference in schema.get("foreignKeys", []):
            target = reference["reference"]
            there = set(values(target["resource"], target["fields"]))
            lost = [value for value in values(name, reference["fields"]) if value not in there]
            if lost:
                errors.append(
                    f"keys: {name}: {len(lost)} rows lead to no row of {target['resource']}: {lost[0]}"
                )
    return errors


def web_errors(folder: Path) -> list[str]:
    """What is wrong with csv-metadata.json, the description for CSV on the Web, where it is there."""
    path = folder / "csv-metadata.json"
    if not path.exists():
        return []
    errors = [f"csvw: {warning.message}" for warning in csvw.CSVW(str(path), validate=True).warnings]
    group = csvw.TableGroup.from_file(path)
    try:
        # That keys lead to tables; whether each row does key_errors looks up, which is much quicker.
        group.validate_schema()
        for table in group.tables:
            for _ in table.iterdicts(strict=True):
                pass
    except ValueError as error:
        errors.append(f"csvw: {error}")
    return errors


def errors_of(folder: Path) -> tuple[list[str], int, int]:
    """What is wrong, and how many tables and rows were read."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    errors = profile_errors(descriptor)
    if errors:
        return errors, 0, 0
    tables = {item["name"]: read_table(folder, item) for item in descriptor["resources"]}
    errors = frictionless_errors(folder) + key_errors(descriptor, tables) + web_errors(folder)
    return errors, len(tables), sum(map(len, tables.values()))


def main() -> None:
    errors, tables, rows = errors_of(Path(sys.argv[1]))
    if errors:
        sys.exit("\n".join(f"datapackage.json: {error}" for error in errors))
    print(f"datapackage.json: {tables} tables with {rows} rows, valid, no key broken")


if __name__ == "__main__":
    main()
