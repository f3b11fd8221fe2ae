"""Scores the conversions of a corpus against the truth: score.py BINARY CORPUS REPORT.md

Writes the Markdown report, prints what falls short, and ends with 1 where anything does.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plan_facts import PlanFacts, letters

# A text form does not tell a heading from a short paragraph by its looks, as a PDF does.
TEXT_MARKS = {"headings": 0.95, "chapters": 0.95}
# How much of a section's words must agree for the section to count as found.
SAME_TEXT = 0.985


@dataclass(frozen=True)
class Tally:
    """How many things are right, of those that should be there and those that are."""

    right: int = 0
    expected: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.expected + other.expected, self.found + other.found)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.expected + self.found) if self.expected + self.found else 1.0


@dataclass(frozen=True)
class Score:
    case: str
    form: str
    tallies: dict[str, Tally]
    unaccounted: int | None
    """None where there is no plan to count in."""

    def short_of_mark(self) -> list[str]:
        marks = TEXT_MARKS if self.form == "txt" else {}
        short = [
            f"{measure} {tally.f1:.4f} ({tally.expected - tally.right} missing, {tally.found - tally.right} extra)"
            for measure, tally in self.tallies.items()
            if tally.f1 < marks.get(measure, 1.0)
        ]
        if self.unaccounted != 0:
            short.append("no plan" if self.unaccounted is None else f"unaccounted words {self.unaccounted}")
        return short


def compare_counts(expected: Counter[Any], found: Counter[Any]) -> Tally:
    return Tally(*(sum(counter.values()) for counter in (expected & found, expected, found)))


def compare_texts(
    expected: dict[Hashable, Counter[str]], found: dict[Hashable, Counter[str]]
) -> Tally:
    right = sum(
        1 for key, text in expected.items()
        if key in found and compare_counts(text, found[key]).f1 >= SAME_TEXT
    )
    return Tally(right, len(expected), len(found))


def compare_fields(truth: dict[str, Any], plan: dict[str, Any], form: str) -> Tally:
    """The year, and what stands on the cover, which the text form does not have."""
    fields = {"year": truth["plan"]["year"], **(truth.get("cover", {}) if form == "pdf" else {})}
    said = plan.get("plan", {})
    right = sum(
        1 for name, value in fields.items()
        if letters(str(value)).casefold() == letters(str(said.get(name))).casefold()
    )
    return Tally(right, len(fields), len(fields))


def score(case: str, form: str, plan: dict[str, Any] | None, truth: dict[str, Any]) -> Score:
    expected, found = PlanFacts.of(truth), PlanFacts.of(plan or {})
    counted = ("goals", "results", "indicators", "activities", "headings", "words")
    tallies = {name: compare_counts(getattr(expected, name), getattr(found, name)) for name in counted}
    for name in ("sections", "chapters"):
        tallies[name] = compare_texts(getattr(expected, name), getattr(found, name))
    tallies["fields"] = compare_fields(truth, plan or {}, form)
    return Score(case, form, tallies, plan["accounting"]["unaccountedWords"] if plan else None)


def convert(binary: str, file: Path) -> dict[str, Any] | None:
    run = subprocess.run([binary, "convert", file, "--output", "-"], stdout=subprocess.PIPE, timeout=120)
    return json.loads(run.stdout) if run.returncode == 0 else None


COLUMNS = {
    "goals": "Goals", "results": "Expected results", "indicators": "Indicators",
    "activities": "Activities", "sections": "Sections", "headings": "Headings",
    "chapters": "Text under headings", "fields": "Year and cover", "words": "Words",
}


def shown(tally: Tally) -> str:
    # Cut and not rounded, so that 1.0000 means all.
    return f"{int(tally.f1 * 10_000) / 10_000:.4f}"


def table(scores: list[Score]) -> list[str]:
    header = ["Case", "Form", *COLUMNS.values(), "Unaccounted words"]
    rows = [
        [one.case, one.form, *(shown(one.tallies[name]) for name in COLUMNS),
         "no plan" if one.unaccounted is None else str(one.unaccounted)]
        for one in scores
    ]
    for form in ("pdf", "txt"):
        of_form = [one for one in scores if one.form == form]
        sums = {name: sum((one.tallies[name] for one in of_form), Tally()) for name in COLUMNS}
        unaccounted = sum(one.unaccounted or 0 for one in of_form)
        rows.append(["**all**", form, *map(shown, sums.values()), str(unaccounted)])
    rule = ["---", "---", *["--:"] * (len(header) - 2)]
    return [f"| {' | '.join(row)} |" for row in (header, rule, *rows)]


def report(scores: list[Score]) -> str:
    things = sum((t for one in scores for name, t in one.tallies.items() if name != "words"), Tally())
    return "\n".join([
        "# Accuracy",
        "",
        "How well the plans of `corpus/` are converted, measured against the truth about each",
        "(`corpus/*/expected.json`). Every number is an F1: 1.0000 means that nothing is missing, nothing is",
        f"extra and nothing is changed. {things.expected:,} things and every word are compared. A goal must have the right",
        "level, number, title and parent; a row every cell right; a section "
        f"{SAME_TEXT:.1%} of its words. White space is ignored.",
        "",
        "The mark is 1.0000, for headings and the text under them in the text form "
        f"{TEXT_MARKS['headings']}, and no word unaccounted for.",
        "",
        *table(scores),
        "",
        "Written by `scripts/accuracy`.",
        "",
    ])


def main(binary: str, corpus: Path, target: Path) -> int:
    scores = []
    for truth_file in sorted(corpus.glob("*/expected.json")):
        truth = json.loads(truth_file.read_text(encoding="utf-8"))
        for form in ("pdf", "txt"):
            plan = convert(binary, truth_file.parent / f"input.{form}")
            scores.append(score(truth_file.parent.name, form, plan, truth))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(report(scores), encoding="utf-8")
    short = [(one, one.short_of_mark()) for one in scores]
    for one, measures in short:
        if measures:
            print(f"{one.case} {one.form}: {'; '.join(measures)}")
    held = sum(not measures for _, measures in short)
    print(f"{held} of {len(scores)} conversions hold every mark; {target}")
    return 0 if scores and held == len(scores) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
