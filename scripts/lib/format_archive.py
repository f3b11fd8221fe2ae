"""Reads an archive back with Python's own SQLite, by docs/archive.md."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
import zlib
from pathlib import Path
from typing import Any

from format_facts import Node, Tables, row

PLACE = ["page", "line"]
COLUMNS = {
    "plans": [
        "file", "year", "unit", "document_type", "title", "committee", "municipality", "diary_number", "date",
        "sha256", "media_type", "byte_count", "page_count", "source_title", "source_producer",
        "source_creator", "source_creation_date", "schema_version", "generator_name", "generator_version",
        "source_words", "plan_words", "cover_words", "contents_words", "furniture_words",
        "unaccounted_words"],
    "goals": ["goal_id", "level", "scope", "number", "title", "label", *PLACE],
    "sections": ["goal_id", "part", "kind", "heading", "depth", "text", *PLACE],
    "results": ["goal_id", "ordinal", "marker", "text", *PLACE],
    "indicators": [
        "goal_id", "name", "target_raw", "target_value", "target_unit", "target_comparator",
        "council_target_raw", "council_target_value", "council_target_unit", "council_target_comparator",
        "council_target_year", "period", *PLACE],
    "activities": ["goal_id", "text", "start", "end", *PLACE],
    "diagnostics": ["code", "severity", "message", *PLACE],
}
"""What it has of the columns of the tables, by their names there."""
EXPRESSIONS = {"start": "start_date", "end": "end_date", "goal_id": "(SELECT path FROM goals WHERE id = goal_id)"}


def read_archive(folder: Path) -> dict[str, Tables]:
    """The plans by the digests of their sources, since their names are the archive's own."""
    db = sqlite3.connect(f"file:{folder / 'plans.sqlite'}?mode=ro", uri=True)
    plans = {}
    for number, digest in db.execute("SELECT id, sha256 FROM plans").fetchall():
        tables: Tables = {}
        for table, columns in COLUMNS.items():
            expressions = [EXPRESSIONS.get(name, name) for name in columns]
            if table == "goals":
                expressions[0] = "path"
            key = "id" if table == "plans" else "plan_id"
            found = db.execute(
                f"SELECT {', '.join(expressions)} FROM {table} WHERE {key} = ? ORDER BY id", (number,))
            tables[table] = [row(**dict(zip(columns, values))) for values in found]
        packed, = db.execute("SELECT json_zlib FROM documents WHERE plan_id = ?", (number,)).fetchone()
        plans[digest] = tables | {"whole": [json.loads(zlib.decompress(packed))]}
    db.close()
    return plans


def archived(value: Any) -> Any:
    """A value as an archive has it: texts in NFC, without soft hyphens, and with U+FFFD for NUL."""
    if not isinstance(value, str):
        return value
    return unicodedata.normalize("NFC", value.replace("\u00ad", "").replace("\0", "\ufffd"))


def archived_tables(plan: Node, tables: Tables) -> Tables | None:
    """What an archive has of a plan; None for a document without a goal, which it leaves out."""
    if not plan["goals"]:
        return None
    held = {
        table: [{name: archived(item[name]) for name in columns} for item in tables[table]]
        for table, columns in COLUMNS.items()}
    return held | {"whole": [plan]}
