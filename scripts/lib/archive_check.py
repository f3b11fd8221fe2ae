"""Looks at an archive with Python's own SQLite: archive_check.py ARCHIVE PLAN.json...

The archive must hold these plans and no others. Checks that its numbers and texts are those of the
documents, that the documents come out byte for byte, that nothing in the file contradicts itself, and
that it is as Datasette and sqlite-utils expect it.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

SEARCHED = ("goals", "sections", "indicators", "activities")


def goals_of(goals: list) -> Iterator[dict]:
    for goal in goals:
        yield goal
        yield from goals_of(goal["goals"])


def target(cell: dict | None) -> tuple:
    fields = ("raw", "value", "unit", "comparator")
    return tuple(cell[field] for field in fields) if cell else (None,) * len(fields)


def check(condition: bool, fact: str) -> None:
    if not condition:
        raise SystemExit(f"rodtrad: the archive: {fact}")


def check_file(path: Path, db: sqlite3.Connection) -> None:
    check(not list(path.parent.glob(path.name + "-*")), "a second file lies beside it")
    check(db.execute("PRAGMA journal_mode").fetchone() == ("delete",), "it is not in rollback mode")
    check(db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "its pages contradict each other")
    check(not db.execute("PRAGMA foreign_key_check").fetchall(), "a key leads nowhere")
    for table in SEARCHED:
        for index in (f"{table}_fts", f"{table}_trigram"):
            # With the rank 1 the index is held against its table; what differs is an error.
            db.execute(f"INSERT INTO {index}({index}, rank) VALUES('integrity-check', 1)")
        found = db.execute(
            "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?",
            (f"%VIRTUAL TABLE%USING FTS%content=[{table}]%",),
        ).fetchall()
        check(found == [(f"{table}_fts",)], f"Datasette would search {table} by {found}")


def check_plan(db: sqlite3.Connection, path: Path) -> None:
    document = path.read_bytes()
    plan = json.loads(document)
    rows = db.execute(
        "SELECT id, unit, year, json_zlib, byte_count FROM plans JOIN documents ON plan_id = id WHERE sha256 = ?",
        (plan["source"]["sha256"],),
    ).fetchall()
    check(len(rows) == 1, f"{path} is in it {len(rows)} times")
    number, unit, year, packed, byte_count = rows[0]
    check((unit, year) == (plan["plan"]["unit"], plan["plan"]["year"]), f"{path} has another unit or year")
    check(zlib.decompress(packed) == document and byte_count == len(document), f"{path} does not come out as it was")
    goals = list(goals_of(plan["goals"]))

    def same(sql: str, expected: list[tuple]) -> None:
        found = db.execute(sql, (number,)).fetchall()
        check(found == expected, f"{path}: {sql} gives other rows than the document")

    same(
        "SELECT path, level, scope, number, title, page FROM goals WHERE plan_id = ? ORDER BY id",
        [(one["id"], one["level"], one.get("scope"), one["number"], one["title"], one["at"]["page"]) for one in goals],
    )
    same(
        "SELECT name, target_raw, target_value, target_unit, target_comparator, council_target_raw, council_target_value,"
        " council_target_unit, council_target_comparator, council_target_year, period"
        " FROM indicators WHERE plan_id = ? ORDER BY id",
        [
            (row["name"], *target(row["target"]), *target(row["councilTarget"]), row["councilTargetYear"], row["period"])
            for one in goals for row in one["indicators"]
        ],
    )
    same(
        "SELECT text, start_date, end_date FROM activities WHERE plan_id = ? ORDER BY id",
        [(row["text"], row["start"], row["end"]) for one in goals for row in one["activities"]],
    )
    kinds = {type_ for (type_,) in db.execute(
        "SELECT DISTINCT typeof(target_value) FROM indicators WHERE plan_id = ?", (number,))}
    check(kinds <= {"real", "null"}, f"{path}: targets are kept as {kinds}")


def main(path: Path, plans: list[Path]) -> None:
    db = sqlite3.connect(path)
    check_file(path, db)
    check(db.execute("SELECT count(*) FROM plans").fetchone() == (len(plans),), "it holds other plans besides")
    for plan in plans:
        check_plan(db, plan)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
