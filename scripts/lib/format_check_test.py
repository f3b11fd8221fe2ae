"""Tests that format_check.py notices one wrong value in any format.

python3 format_check_test.py [RODTRAD [ARCHIVING]]: the program, and one that has `archive` at hand; the same where
it is left out.

A plan of the corpus, as PDF and as text, is converted to all formats once; each test changes one thing in a copy.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import openpyxl

from format_check import Difference, check
from package_check import errors_of

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
CASE = "liten-mottagning-2026"
STRATML = "stratml/input.pdf.xml"
PLAN = "input.pdf.json"
PROGRAMS = sys.argv[1:] or ["rodtrad"]
RODTRAD, ARCHIVING = PROGRAMS[0], PROGRAMS[-1]
NAME = "Andel unga som får ett första samtal inom sju dagar"


OWN_FILES = {"run.json", "datapackage.json", "csv-metadata.json"}
FORMATS = "json,jsonl,datapackage,xlsx,stratml"


def convert(folder: Path, output: Path) -> int:
    command = [RODTRAD, "convert", folder, "--output", output, "--csv", "both", "--format", FORMATS, "--quiet"]
    status = subprocess.run(command, check=False, capture_output=True).returncode
    plans = [path for path in output.rglob("*.json") if path.name not in OWN_FILES]
    subprocess.run([ARCHIVING, "archive", "add", output / "plans.sqlite", *plans, "--quiet"], check=False,
                   capture_output=True)
    return status


class HostileInputTests(unittest.TestCase):
    """Names and texts that a format could trip over are the same in all of them."""

    NAMES = [
        "=cmd|x", "a\nb", "a b", " ledande", "semi;kolon", '"citat"', "1.4", "o\u0308l", "öl", "-3", "@at",
        "<b>&amp;", "\u202etxt", "datapackage", "run", "plans", "x'y", "a\tb", "excel", "stratml",
    ]
    TEXTS = [
        ("Fältarbetaren", "=SUMMA(A1);\"x\", <b>]]>&lt; \u202e"), ("Fältarbetaren", "mycket " * 9000),
        ("2026-02-27", "2026-02-30"), ("Fältarbetaren", "\u0085\u2028_x000B_\ufffe\U0001f3db"),
    ]

    def test_all_formats(self) -> None:
        text = (CORPUS / CASE / "input.txt").read_text("utf-8")
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "in").mkdir()
            for number, name in enumerate(self.NAMES):
                (folder / "in" / f"{name}.txt").write_text(text + "\n" * number, "utf-8")
            for number, (old, new) in enumerate(self.TEXTS):
                self.assertIn(old, text)
                (folder / "in" / f"text {number}.txt").write_text(text.replace(old, new), "utf-8")
            (folder / "in" / "tom.txt").write_text("")
            (folder / "in" / "brev.txt").write_text("Hej!\n\nVi ses på fredag.\n")
            self.assertEqual(convert(folder / "in", folder / "out"), 2)
            self.assertEqual(len(check(folder / "out")), 7)
            self.assertEqual(errors_of(folder / "out")[0], [])


class FormatCheckTests(unittest.TestCase):
    made: tempfile.TemporaryDirectory[str]

    @classmethod
    def setUpClass(cls) -> None:
        cls.made = tempfile.TemporaryDirectory()
        assert convert(CORPUS / CASE, Path(cls.made.name) / "whole") == 0

    @classmethod
    def tearDownClass(cls) -> None:
        cls.made.cleanup()

    def setUp(self) -> None:
        self.folder = Path(self.made.name) / "changed"
        shutil.copytree(Path(self.made.name) / "whole", self.folder)

    def tearDown(self) -> None:
        shutil.rmtree(self.folder)

    def change(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_bytes().decode("utf-8")
        self.assertIn(old, text)
        path.write_bytes(text.replace(old, new, 1).encode("utf-8"))

    def difference(self) -> str:
        with self.assertRaises(Difference) as caught:
            check(self.folder)
        return str(caught.exception)

    def test_nothing_changed(self) -> None:
        self.assertEqual(len(check(self.folder)), 7)

    def test_no_format_at_all(self) -> None:
        for path in [*self.folder.glob("plans.*"), self.folder / "datapackage.json"]:
            path.unlink()
        shutil.rmtree(self.folder / "excel")
        shutil.rmtree(self.folder / "stratml")
        self.assertIn("no format", self.difference())

    def test_a_word_in_the_json(self) -> None:
        self.change(PLAN, NAME, "Andel vuxna")
        self.assertIn("CSV: input.pdf: indicators", self.difference())

    def test_a_number_in_csv(self) -> None:
        self.change("indicators.csv", ",85,", ",84,")
        self.assertIn("target_value is 84.0, in the JSON 85", self.difference())

    def test_a_date_in_csv(self) -> None:
        self.change("activities.csv", "2026-01-19", "2026-01-20")
        self.assertIn("start is '2026-01-20'", self.difference())

    def test_a_row_lost_in_csv(self) -> None:
        path = self.folder / "results.csv"
        path.write_bytes(path.read_bytes().rsplit(b"\r\n", 2)[0] + b"\r\n")
        self.assertIn("results, the JSON has", self.difference())

    def test_a_page_in_csv(self) -> None:
        path = self.folder / "goals.csv"
        lines = path.read_bytes().split(b"\r\n")
        page = lines[1].split(b",")[-2]
        lines[1] = lines[1][: -len(page) - len(lines[1].split(b",")[-1]) - 1] + b"99," + lines[1].split(b",")[-1]
        path.write_bytes(b"\r\n".join(lines))
        self.assertIn("page is 99", self.difference())

    def test_a_title_of_a_goal_above_in_csv(self) -> None:
        title = "Barn och unga i Björkhamra får stöd innan problemen har vuxit"
        self.change("activities.csv", title, title + "!")
        self.assertIn("committee_title is", self.difference())

    def test_a_column_that_nobody_checks(self) -> None:
        path = self.folder / "plans.csv"
        path.write_bytes(path.read_bytes().replace(b"\r\n", b",more\r\n"))
        self.assertIn("['more'] not known to the check", self.difference())

    def test_a_decimal_mark_for_excel(self) -> None:
        self.change("excel/indicators.csv", ";85;", ";85.0;")
        self.assertIn("CSV for Excel: target_value is '85.0'", self.difference())

    def test_an_apostrophe_for_excel(self) -> None:
        self.change("excel/goals.csv", ";'1.1;", ";1.1;")
        self.assertIn("CSV for Excel: ", self.difference())

    def test_a_type_in_the_data_package(self) -> None:
        kind, end = '"title@sv": "Årsmål värde",\n            "type": ', "\n"
        self.change("datapackage.json", kind + '"number"' + end, kind + '"string"' + end)
        self.assertIn("data package: ", self.difference())
        self.assertIn("target_value is '71'", self.difference())

    def test_a_key_in_the_data_package(self) -> None:
        self.assertEqual(errors_of(self.folder)[0], [])
        path = self.folder / "goals.csv"
        # The goal that the first activity hangs on is gone.
        path.write_bytes(b"".join(
            line for line in path.read_bytes().splitlines(keepends=True) if b",1.1/n1/1.1.1.1,unit," not in line))
        errors = "\n".join(errors_of(self.folder)[0])
        self.assertIn("keys: activities: ", errors)
        self.assertIn("lead to no row of goals: ('input.pdf', '1.1/n1/1.1.1.1')", errors)

    def cell(self, sheet: str, column: str, row: int, value: object) -> None:
        workbook = openpyxl.load_workbook(self.folder / "plans.xlsx")
        cells = workbook[sheet]
        found = next(cell for cell in cells[1] if cell.value == column)
        self.assertNotEqual(cells.cell(row, found.column).value, value)
        cells.cell(row, found.column).value = value
        workbook.save(self.folder / "plans.xlsx")

    def test_a_title_in_the_workbook(self) -> None:
        self.cell("Mål", "Mål", 2, "Ett annat mål")
        self.assertIn("workbook: ", self.difference())
        self.assertIn("title is 'Ett annat mål'", self.difference())

    def test_a_number_that_is_a_text_in_the_workbook(self) -> None:
        self.cell("Indikatorer", "Årsmål värde", 2, "71")
        self.assertIn("workbook: target_value is '71'", self.difference())

    def test_a_date_that_is_a_text_of_another_day_in_the_workbook(self) -> None:
        self.cell("Aktiviteter", "Slutdatum", 2, "2026-02-28")
        self.assertIn("end is '2026-02-28'", self.difference())

    def test_a_word_in_json_lines(self) -> None:
        self.change("plans.jsonl", "Kvartal", "Sekel")
        self.assertIn("JSON Lines: ", self.difference())

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def test_what_only_the_json_lines_and_the_json_have(self) -> None:
        self.change("plans.jsonl", '"tableHeaders":[{"at":{"line":', '"tableHeaders":[{"at":{"line":1')
        self.assertIn("whole", self.difference())

    def test_a_number_in_stratml(self) -> None:
        self.change(STRATML, "<NumberOfUnits>85<", "<NumberOfUnits>86<")
        self.assertIn("StratML: ", self.difference())
        self.assertIn("target_value is 86.0", self.difference())

    def test_a_printed_cell_in_stratml(self) -> None:
        self.change(STRATML, "<Description>Minst 85 %<", "<Description>Minst 86 %<")
        self.assertIn("target_raw is 'Minst 86 %'", self.difference())

    def test_a_date_in_stratml(self) -> None:
        self.change(STRATML, "<StartDate>2026-01-19<", "<StartDate>2026-01-20<")
        self.assertIn("start is '2026-01-20'", self.difference())

    def test_running_text_in_stratml(self) -> None:
        self.change(STRATML, "Källan i korthet", "Källan i längd")
        self.assertIn("texts 1: others", self.difference())

    def test_a_page_in_stratml(self) -> None:
        self.change(STRATML, "level: area\nlabel: KF:s mål för verksamhetsområdet: 1.1\npage: 2",
                    "level: area\nlabel: KF:s mål för verksamhetsområdet: 1.1\npage: 3")
        self.assertIn("page is 3", self.difference())

    def test_elements_in_another_order_in_stratml(self) -> None:
        self.change(STRATML, "<UnitOfMeasurement>%</UnitOfMeasurement>", "")
        self.assertIn("StratML: stratml/", self.difference())

    def test_two_elements_with_one_identity_in_stratml(self) -> None:
        found = self.text(STRATML).split("<Identifier>")
        self.change(STRATML, found[2][:37], found[1][:37])
        self.assertIn("two elements have one identifier", self.difference())

    def archive(self, statement: str) -> None:
        with sqlite3.connect(self.folder / "plans.sqlite") as db:
            self.assertGreater(db.execute(statement).rowcount, 0)

    def test_a_number_in_the_archive(self) -> None:
        self.archive("UPDATE indicators SET target_value = 84 WHERE target_value = 85")
        self.assertIn("archive: ", self.difference())
        self.assertIn("target_value is 84.0, in the JSON 85", self.difference())

    def test_an_activity_of_another_goal_in_the_archive(self) -> None:
        self.archive("UPDATE activities SET goal_id = (SELECT max(id) FROM goals)")
        self.assertIn("archive: ", self.difference())
        self.assertIn("goal_id is", self.difference())

    def test_a_document_lost(self) -> None:
        (self.folder / STRATML).unlink()
        self.assertIn("StratML: plans differ: ['input.pdf']", self.difference())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
