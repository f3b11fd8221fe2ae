"""What comparing plans and following indicators takes, from converted plans (JSON)."""

from __future__ import annotations

import copy
import hashlib
import json
import math
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import markdown
from pairs import cost

ROUNDS = 11
FEW_ROUNDS = 3
PAIR_MARK_SECONDS = 0.05
TREND_PLANS = 1_000
TREND_MARK_SECONDS = 5.0
GOALS = (250, 500, 1_000)
PLANS = (125, 250, 500)
SERIES = ("forskola", "hemtjanst", "vuxen")

Node = dict[str, Any]


def plan_of(case: Path) -> Node:
    return json.loads((case / "plan.json").read_text(encoding="utf-8"))


def write(plan: Node, file: Path) -> Path:
    # The digest tells plans apart, as that of the source does.
    plan["source"]["sha256"] = hashlib.sha256(file.name.encode()).hexdigest()
    plan["source"]["fileName"] = file.stem + ".pdf"
    file.write_text(json.dumps(plan, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return file


def goals_of(plan: Node) -> Iterator[Node]:
    waiting = list(plan["goals"])
    while waiting:
        goal = waiting.pop()
        yield goal
        waiting += goal["goals"]


def next_year(plan: Node) -> Node:
    """The plan a year on: every unit goal reworded, every activity and target moved."""
    newer = copy.deepcopy(plan)
    newer["plan"]["year"] += 1
    for number, goal in enumerate(goals_of(newer)):
        if goal["level"] == "unit":
            goal["title"] = f"{goal['title']} och mer därtill {number}"
        for indicator in goal["indicators"]:
            if indicator["target"] and indicator["target"]["value"] is not None:
                indicator["target"]["value"] += 1
                indicator["target"]["raw"] += " nu"
    return newer


def with_unit_goals(plan: Node, count: int) -> Node:
    """A plan with `count` unit goals under its first committee goal, each with words of its own."""
    large = copy.deepcopy(plan)
    units = [goal for goal in goals_of(large) if goal["level"] == "unit"]
    words = sorted({word for goal in units for word in goal["title"].lower().split() if len(word) > 3})
    parent = next(goal for goal in goals_of(large) if goal["level"] == "committee")
    parent["goals"] = []
    for number in range(count):
        goal = copy.deepcopy(units[number % len(units)])
        goal["goals"] = []
        goal["id"] = f"{parent['id']}/e{number + 1}"
        goal["title"] = " ".join(words[(number * step + step) % len(words)] for step in (1, 3, 7, 11, 13)) + f" {number}"
        parent["goals"].append(goal)
    return large


def write_plans(corpus: Path, folder: Path, count: int) -> Path:
    """Three years of as many units as it takes to have `count` plans."""
    folder.mkdir()
    plans = [plan_of(case) for unit in SERIES for case in sorted(corpus.glob(f"{unit}-20*"))]
    for number in range(count):
        turn, which = divmod(number, len(plans))
        plan = copy.deepcopy(plans[which])
        plan["plan"]["unit"] += f" {turn + 1}"
        write(plan, folder / f"{number:05}.json")
    return folder


def growth(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The power of the size that the time grows with, over the whole range."""
    return math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])


@dataclass(frozen=True)
class ComparisonFigures:
    pair_goals: int
    pair: float
    goals: list[float]
    plans: list[float]
    trend: float
    trend_page: float
    trend_page_bytes: int

    @classmethod
    def measure(cls, binary: Path, corpus: Path) -> ComparisonFigures:
        with tempfile.TemporaryDirectory(prefix="rodtrad-benchmark-") as name:
            folder = Path(name)
            plan = plan_of(corpus / "stor-enhet-2017")
            pair = cls._pair(plan, folder, "pair")
            goals = [cls._pair(with_unit_goals(plan, count), folder, f"goals{count}") for count in GOALS]
            folders = [write_plans(corpus, folder / f"plans{count}", count) for count in PLANS]
            many = write_plans(corpus, folder / "trend", TREND_PLANS)
            page = folder / "trend.html"
            return cls(
                sum(1 for _ in goals_of(plan)),
                cls._seconds([str(binary), "compare", "--format", "json", *pair], ROUNDS),
                [cls._seconds([str(binary), "compare", "--format", "json", *files], FEW_ROUNDS) for files in goals],
                [
                    cls._seconds([str(binary), "compare", "--by", "unit", "--format", "json", str(plans)], FEW_ROUNDS)
                    for plans in folders
                ],
                cls._seconds([str(binary), "trend", str(many)], FEW_ROUNDS),
                cls._seconds(
                    [str(binary), "trend", "--format", "html", "--output", str(page), str(many)], FEW_ROUNDS
                ),
                page.stat().st_size,
            )

    @staticmethod
    def _pair(plan: Node, folder: Path, name: str) -> list[str]:
        files = [write(year, folder / f"{name}-{which}.json") for which, year in enumerate((plan, next_year(plan)))]
        return [str(file) for file in files]

    @staticmethod
    def _seconds(command: Sequence[str], rounds: int) -> float:
        # 1 says that plans differ.
        costs = [cost(command, allowed=(0, 1)) for _ in range(rounds + 1)]
        return statistics.median(one.cpu_seconds for one in costs[1:])

    def table(self) -> list[str]:
        by_goals, by_plans = growth(GOALS, self.goals), growth(PLANS, self.plans)
        return markdown.table(["Measure, from JSON", "Mark", "CPU time", "The mark"], [
            [
                f"Two plans of {self.pair_goals} goals compared, the whole process, ms", f"< {PAIR_MARK_SECONDS * 1e3:.0f}",
                f"{self.pair * 1e3:.0f}", markdown.verdict(self.pair < PAIR_MARK_SECONDS),
            ],
            [
                f"`trend` over {TREND_PLANS:,} plans, s", f"< {TREND_MARK_SECONDS:.0f}", f"{self.trend:.1f}",
                markdown.verdict(self.trend < TREND_MARK_SECONDS),
            ],
            [
                f"The same as a page of {self.trend_page_bytes / 1e6:.0f} MB, s", f"< {TREND_MARK_SECONDS:.0f}",
                f"{self.trend_page:.1f}", markdown.verdict(self.trend_page < TREND_MARK_SECONDS),
            ],
            [
                f"{_list(GOALS)} unit goals, every title reworded, s", "at most n²",
                f"{_times(self.goals)}: n^{by_goals:.2f}", markdown.verdict(by_goals <= 2),
            ],
            [
                f"{_list(PLANS)} plans, `compare --by unit`, s", "linear",
                # A tenth for what the machine does meanwhile.
                f"{_times(self.plans)}: n^{by_plans:.2f}", markdown.verdict(by_plans <= 1.1),
            ],
        ])


def _list(numbers: Sequence[int]) -> str:
    return ", ".join(f"{number:,}" for number in numbers)


def _times(seconds: Sequence[float]) -> str:
    return ", ".join(f"{one:.2f}" for one in seconds)


def notes() -> list[str]:
    return [
        f"The median of {ROUNDS} runs of two plans, of {FEW_ROUNDS} runs of the others, JSON written. The plans of many",
        "are three years of three units of the corpus under other names; the unit goals are made of words of one plan.",
    ]
