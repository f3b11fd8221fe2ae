"""One fact, one value: reads every format of an output folder back and holds it against the JSON.

usage: format_check.py OUTPUT_FOLDER

A format is checked where its file is there; the JSON of each plan must be. A format that is added gets
an entry in FORMATS: the file that tells that it is there, what reads it, and what it holds. Reading gives,
by the names of plans, tables of rows in document order.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from format_archive import archived_tables, read_archive
from format_facts import Node, Tables, tables_of
from format_stratml import expected_tables, read_stratml, structure_errors
from format_tables import Unreadable, excel_text, read_csv, read_excel_csv, read_package, read_workbook


class Difference(Exception):
    """Where a format says something else than the JSON."""


def all_of_it(_: Node, tables: Tables) -> Tables:
    return tables


def for_excel(_: Node, tables: Tables) -> Tables:
    """The rows with texts as the dialect for Excel has them."""
    return {
        table: [{name: excel_text(value) if isinstance(value, str) else value for name, value in row.items()}
                for row in rows]
        for table, rows in tables.items()}


def read_json_lines(folder: Path) -> dict[str, Tables]:
    """The plans of the file, which has no names: by the digests of their sources."""
    with open(folder / "plans.jsonl", encoding="utf-8") as lines:
        plans = [json.loads(line) for line in lines]
    return {plan["source"]["sha256"]: tables_of(plan) | {"whole": [plan]} for plan in plans}


@dataclass(frozen=True)
class Format:
    name: str
    file: str
    read: Callable[[Path], dict[str, Tables]]
    expected: Callable[[Node, Tables], Tables | None] = all_of_it
    """What it holds of a plan; None for nothing."""
    check: Callable[[Path], list[str]] = lambda folder: []
    """What else is to be right."""
    name_of: Callable[[str, Node], str] = lambda plan_id, plan: plan_id
    """The name that a plan has in it."""


FORMATS = [
    Format("CSV", "plans.csv", read_csv),
    Format("CSV for Excel", "excel/plans.csv", read_excel_csv, for_excel,
           name_of=lambda plan_id, plan: excel_text(plan_id)),
    Format("data package", "datapackage.json", read_package),
    Format("workbook", "plans.xlsx", read_workbook),
    Format("JSON Lines", "plans.jsonl", read_json_lines,
           lambda plan, tables: tables | {"whole": [plan]},
           name_of=lambda plan_id, plan: plan["source"]["sha256"]),
    Format("StratML", "stratml", read_stratml, expected_tables, structure_errors),
    Format("archive", "plans.sqlite", read_archive, archived_tables,
           name_of=lambda plan_id, plan: plan["source"]["sha256"]),
]


def compare(place: str, expected: Tables, found: Tables) -> int:
    """Compares two plans; returns the number of values.

    What a format has beyond that is a value that nobody checks, and a difference too; but for the name of the
    plan, by which its rows were found.
    """
    count = 0
    for table, rows in expected.items():
        there = found.get(table, [])
        if len(there) != len(rows):
            raise Difference(f"{place}: {len(there)} {table}, the JSON has {len(rows)}")
        for number, (row, other) in enumerate(zip(rows, there), 1):
            if unknown := other.keys() - row.keys() - {"plan_id"}:
                raise Difference(f"{place}: {table}: {sorted(unknown)} not known to the check")
            for name, value in row.items():
                count += 1
                if name not in other or not is_same(value, other[name]):
                    raise Difference(
                        f"{place}: {table} {number}: {name} is {brief(other.get(name))},"
                        f" in the JSON {brief(value)}")
    return count


def brief(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:117]}…"


def is_same(value: Any, other: Any) -> bool:
    # A number is no truth value, and a text that looks like a number is none.
    return value == other and isinstance(value, str) == isinstance(other, str)


def plans_of(folder: Path) -> dict[str, Node]:
    run = json.loads((folder / "run.json").read_text("utf-8"))
    outputs = [item["output"] for item in run["inputs"] if item["output"]]
    outputs.sort(key=lambda output: output["planId"].encode())
    return {
        output["planId"]: json.loads((folder / output["path"]).read_text("utf-8")) for output in outputs}


def check(folder: Path) -> list[str]:
    """A line a format; raises Difference for the first value that is not the same."""
    plans = plans_of(folder)
    tables = {plan_id: tables_of(plan) for plan_id, plan in plans.items()}
    lines = []
    for form in FORMATS:
        if not (folder / form.file).exists():
            continue
        try:
            found = form.read(folder)
        except (Unreadable, ValueError) as error:
            raise Difference(f"{form.name}: {error}") from error
        for error in form.check(folder):
            raise Difference(f"{form.name}: {error}")
        expected: dict[str, Tables] = {}
        for plan_id, plan in plans.items():
            if (rows := form.expected(plan, tables[plan_id])) is not None:
                both = expected.setdefault(form.name_of(plan_id, plan), {})
                # A dialect may write the names of two plans alike: then their rows follow each other.
                for table, more in rows.items():
                    both[table] = both.get(table, []) + more
        if found.keys() != expected.keys():
            raise Difference(f"{form.name}: plans differ: {sorted(found.keys() ^ expected.keys())}")
        count = sum(compare(f"{form.name}: {name}", expected[name], found[name]) for name in expected)
        lines.append(f"{form.name}: {len(expected)} plans, {count} values as in the JSON")
    if not lines:
        raise Difference("no format is there but the JSON")
    return lines


def main() -> None:
    try:
        print("\n".join(check(Path(sys.argv[1]))))
    except Difference as difference:
        sys.exit(str(difference))


if __name__ == "__main__":
    main()
