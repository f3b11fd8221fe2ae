"""Tests of comparison_score.py on small documents written by hand: python3 comparison_score_test.py"""

from __future__ import annotations

import copy
import unittest
from typing import Any

from comparison_score import Tally, compare_steps, precision, recall

Node = dict[str, Any]


def goal(identifier: str, title: str) -> Node:
    return {"id": identifier, "title": title, "number": None}


def truth() -> Node:
    """A goal that was reworded, one that was split in two, one added and one removed."""
    return {
        "cases": ["enhet-2020", "enhet-2021"],
        "pairs": [
            {
                "level": "unit", "old": goal("1/e1", "Maten är god"), "new": goal("1/e2", "Maten är mycket god"),
                "kinds": ["reworded", "moved"],
                "sections": [{"kinds": ["reworded"], "section": "description"}],
                "results": [
                    {"kinds": ["reworded"], "old": "Färre klagar.", "new": "Ingen klagar."},
                    {"kinds": ["added"], "old": None, "new": "Fler äter."},
                ],
                "indicators": [{
                    "kinds": ["renamed", "retargeted"], "old": "Andel nöjda", "new": "Andel mätta",
                    "target": {"old": "80 %", "new": None},
                }],
                "activities": [{
                    "kinds": ["redated"],
                    "old": {"text": "Baka", "start": "2020-01-01", "end": None},
                    "new": {"text": "Baka", "start": "2021-01-01", "end": None},
                    "startDays": 366, "endDays": None,
                }],
            },
            {"level": "unit", "old": goal("1/e3", "A och B"), "new": goal("1/e4", "A"), "kinds": ["split"]},
            {"level": "unit", "old": goal("1/e3", "A och B"), "new": goal("1/e5", "B"), "kinds": ["split"]},
        ],
        "added": [{"level": "area", **goal("2/2.1", "Rent vatten")}],
        "removed": [{"level": "area", **goal("2/2.1", "Ren luft")}],
    }


class ComparisonScoreTests(unittest.TestCase):
    def tallies(self, found: Node) -> dict[str, Tally]:
        return compare_steps(truth(), {"schemaVersion": "1.0", "steps": [found]})

    def assert_short(self, found: Node, expected: dict[str, tuple[int, int, int]]) -> None:
        """Only the measures in `expected` fall short: right, expected, found."""
        short = {
            name: (tally.right, tally.expected, tally.found)
            for name, tally in self.tallies(found).items() if tally.f1 < 1
        }
        self.assertEqual(short, expected)

    def test_truth_agrees_with_itself(self) -> None:
        self.assert_short(truth(), {})
        self.assertEqual(self.tallies(truth())["pairs"], Tally(3, 3, 3))
        self.assertEqual(self.tallies(truth())["goals split"], Tally(2, 2, 2))

    def test_fields_beyond_the_truth_make_no_difference(self) -> None:
        found = truth()
        found["summary"] = {}
        pair = found["pairs"][0]
        pair |= {"score": 0.9, "decidedBy": "title"}
        pair["sections"].append({"kinds": ["reworded"], "section": "expectedResults"})
        pair["results"].append({"kinds": ["unchanged"], "old": "Lugnt.", "new": "Lugnt."})
        pair["indicators"][0]["target"] = {"old": {"raw": "80 %", "value": 80}, "new": None}
        pair["indicators"][0]["councilTarget"] = {"old": {"raw": "90 %"}, "new": {"raw": "90  %"}}
        found["pairs"][1]["results"] = [{"kinds": ["removed"], "old": "B klaras.", "new": None}]
        self.assert_short(found, {})

    def test_a_missed_pair_is_missing_with_all_that_stands_in_it(self) -> None:
        found = truth()
        missed = found["pairs"].pop(0)
        found["added"].append({"level": "unit", **missed["new"]})
        found["removed"].append({"level": "unit", **missed["old"]})
        self.assert_short(found, {
            "pairs": (2, 3, 2), "goals reworded": (0, 1, 0), "goals moved": (0, 1, 0),
            "goals added": (1, 1, 2), "goals removed": (1, 1, 2), "sections reworded": (0, 1, 0),
            "results reworded": (0, 1, 0), "results added": (0, 1, 0), "indicators renamed": (0, 1, 0),
            "indicators retargeted": (0, 1, 0), "activities redated": (0, 1, 0),
        })

    def test_a_pair_too_many_costs_precision_but_not_recall(self) -> None:
        found = truth()
        extra = {"level": "area", "old": goal("2/2.1", "Ren luft"), "new": goal("2/2.1", "Rent vatten")}
        found["pairs"].append(extra | {"kinds": ["reworded"], "results": [{"kinds": ["added"], "old": None, "new": "X"}]})
        found["added"], found["removed"] = [], []
        self.assert_short(found, {
            "pairs": (3, 3, 4), "goals reworded": (1, 1, 2), "goals added": (0, 1, 0), "goals removed": (0, 1, 0),
        })
        pairs = self.tallies(found)["pairs"]
        self.assertEqual((precision(pairs), recall(pairs)), (0.75, 1.0))

    def test_the_same_title_under_another_goal_is_another_goal(self) -> None:
        found = truth()
        found["pairs"][0]["new"]["id"] = "1/e9"
        self.assertEqual(self.tallies(found)["pairs"], Tally(2, 3, 3))

    def test_each_kind_of_change_is_scored_on_its_own(self) -> None:
        wrong = {
            "goals moved": lambda pair: pair["kinds"].remove("moved"),
            "sections reworded": lambda pair: pair["sections"].clear(),
            "results added": lambda pair: pair["results"].pop(),
            "indicators renamed": lambda pair: pair["indicators"][0]["kinds"].remove("renamed"),
            "indicators retargeted": lambda pair: pair["indicators"][0]["target"].update(new="81 %"),
            "activities redated": lambda pair: pair["activities"][0].update(startDays=365),
        }
        for measure, spoil in wrong.items():
            found = copy.deepcopy(truth())
            spoil(found["pairs"][0])
            short = [name for name, tally in self.tallies(found).items() if tally.f1 < 1]
            self.assertEqual(short, [measure])

    def test_an_unknown_kind_is_refused(self) -> None:
        found = truth()
        found["pairs"][0]["results"][0]["kinds"] = ["rewritten"]
        with self.assertRaises(ValueError):
            self.tallies(found)

    def test_more_than_one_step_is_refused(self) -> None:
        with self.assertRaises(ValueError):
            compare_steps(truth(), {"steps": [truth(), truth()]})


if __name__ == "__main__":
    unittest.main()
