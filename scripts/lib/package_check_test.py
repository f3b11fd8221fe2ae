"""Tests of package_check.py on a package written by hand: python3 package_check_test.py"""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path
from typing import Any

from package_check import errors_of

Node = dict[str, Any]


def field(name: str, kind: str) -> Node:
    return {"name": name, "type": kind, "constraints": {"required": True}}


def resource(name: str, schema: Node) -> Node:
    return {
        "name": name, "type": "table", "path": f"{name}.csv", "encoding": "utf-8", "format": "csv",
        "dialect": {"delimiter": ";", "quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False},
        "schema": schema,
    }


def descriptor() -> Node:
    plans = {"fields": [field("plan", "string")], "primaryKey": ["plan"]}
    goals = {
        "fields": [field("plan", "string"), field("goal", "string"), field("page", "integer")],
        "primaryKey": ["plan", "goal"],
        "foreignKeys": [{"fields": ["plan"], "reference": {"resource": "plans", "fields": ["plan"]}}],
    }
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "resources": [resource("plans", plans), resource("goals", goals)],
    }


class PackageCheckTests(unittest.TestCase):
    def setUp(self) -> None:
        self.package = descriptor()
        # A mark of the byte order, and a cell with the separator in it.
        self.plans = '\ufeffplan\r\na\r\n"b;c"\r\n'
        self.goals = 'plan;goal;page\r\na;1;2\r\na;2;2\r\n"b;c";1;3\r\n'

    def errors(self) -> str:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "datapackage.json").write_text(json.dumps(self.package), "utf-8")
            (folder / "plans.csv").write_text(self.plans, "utf-8", newline="")
            (folder / "goals.csv").write_text(self.goals, "utf-8", newline="")
            return "\n".join(errors_of(folder)[0])

    def test_a_sound_package(self) -> None:
        self.assertEqual(self.errors(), "")

    def test_a_row_that_leads_nowhere(self) -> None:
        self.goals += "d;1;4\r\n"
        self.assertIn("keys: goals: 1 rows lead to no row of plans: ('d',)", self.errors())
        self.assertIn("frictionless: goals", self.errors())

    def test_two_rows_with_one_key(self) -> None:
        self.goals += "a;1;4\r\n"
        self.assertIn("keys: goals: 1 rows share a primary key", self.errors())

    def test_a_cell_of_another_type(self) -> None:
        self.goals += "a;3;fyra\r\n"
        self.assertIn("frictionless: goals", self.errors())

    def test_a_file_that_was_changed(self) -> None:
        self.package["resources"][0]["hash"] = "sha256:" + "0" * 64
        self.assertIn("frictionless: plans", self.errors())

    def test_a_property_that_frictionless_lets_through(self) -> None:
        self.package["resources"][0]["schema"]["fieldsMatch"] = "exact"
        self.assertIn("profile: $.resources[0].schema.fieldsMatch", self.errors())


if __name__ == "__main__":
    unittest.main()
