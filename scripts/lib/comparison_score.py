"""Scores what `rodtrad compare --format json OLD NEW` writes against the truth about the two plans.

comparison_score.py BINARY CORPUS [ACCURACY.md] compares each plan of CORPUS that has an expected-comparison.json with
the year before, in both forms, prints what falls short, and ends with 1 where anything does.
scripts/corpus_setter/README.md describes the truth.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plan_facts import letters
from score import Tally, compare_counts, shown

Node = dict[str, Any]
Facts = dict[str, Counter[Hashable]]
"""What is said of each kind of change; every kind is scored on its own."""

GOAL_KINDS = ("unchanged", "reworded", "renumbered", "moved", "split", "merged")
SECTION_KINDS = ("added", "removed", "reworded")
INDICATOR_KINDS = ("added", "removed", "renamed", "retargeted")
ACTIVITY_KINDS = ("added", "removed", "reworded", "redated")

MEASURES = (
    "pairs",
    *(f"goals {kind}" for kind in (*GOAL_KINDS, "added", "removed")),
    *(f"sections {kind}" for kind in SECTION_KINDS),
    *(f"results {kind}" for kind in SECTION_KINDS),
    *(f"indicators {kind}" for kind in INDICATOR_KINDS),
    *(f"activities {kind}" for kind in ACTIVITY_KINDS),
)


@dataclass(frozen=True)
class PairKey:
    """A pair of goals by their ids: titles repeat."""

    old: str
    new: str


def step_of(document: Node) -> Node:
    """The one step of a comparison of two plans, or the truth, which is a step itself."""
    steps = document.get("steps")
    if steps is None:
        return document
    if len(steps) != 1:
        raise ValueError(f"expected one step between two plans, found {len(steps)}")
    return steps[0]


def facts(step: Node, told: frozenset[PairKey]) -> Facts:
    """Everything scored in `step`; what changed inside a pair counts only in the pairs that are `told` of.

    The truth leaves open what became of the rows of a goal that was split or merged; and where two goals
    are no pair in truth, it is the pair that is wrong, not each row under it.
    """
    found: Facts = {measure: Counter() for measure in MEASURES}
    for side in ("added", "removed"):
        found[f"goals {side}"].update((goal["level"], goal["id"]) for goal in step[side])
    for pair in step["pairs"]:
        key = PairKey(pair["old"]["id"], pair["new"]["id"])
        found["pairs"][pair["level"], key] += 1
        for kind in pair["kinds"]:
            found[f"goals {kind}"][key] += 1
        if key in told:
            for measure, fact in _inside(pair):
                found[measure][key, fact] += 1
    return found


def pairs_with_contents(truth: Node) -> frozenset[PairKey]:
    return frozenset(
        PairKey(pair["old"]["id"], pair["new"]["id"]) for pair in truth["pairs"] if "results" in pair
    )


def _inside(pair: Node) -> Iterator[tuple[str, Hashable]]:
    """Each change under the goals of a pair, with its measure."""
    for change in pair.get("sections", []):
        # What changed in expected results is told result by result.
        if change["kinds"] != ["reworded"] or change["section"] != "expectedResults":
            yield from _by_kind("sections", change, SECTION_KINDS, change["section"])
    for change in pair.get("results", []):
        yield from _by_kind("results", change, SECTION_KINDS, (letters(change["old"]), letters(change["new"])))
    for change in pair.get("indicators", []):
        names = (letters(change["old"]), letters(change["new"]))
        for kind, fact in _by_kind("indicators", change, INDICATOR_KINDS, names):
            is_retargeted = kind == "indicators retargeted"
            yield kind, (fact, _target(change, "target"), _target(change, "councilTarget")) if is_retargeted else fact
    for change in pair.get("activities", []):
        rows = (_row(change["old"]), _row(change["new"]))
        for kind, fact in _by_kind("activities", change, ACTIVITY_KINDS, rows):
            is_redated = kind == "activities redated"
            yield kind, (fact, change.get("startDays"), change.get("endDays")) if is_redated else fact


def _by_kind(what: str, change: Node, kinds: tuple[str, ...], fact: Hashable) -> Iterator[tuple[str, Hashable]]:
    for kind in change["kinds"]:
        # "unchanged" is said of rows by whoever lists them all; the truth lists changes only.
        if kind in kinds:
            yield f"{what} {kind}", fact
        elif kind != "unchanged":
            raise ValueError(f"unknown kind of change in {what}: {kind!r}")


def _target(change: Node, name: str) -> Hashable:
    target = change.get(name)
    if target is None or letters(_raw(target["old"])) == letters(_raw(target["new"])):
        return None
    return letters(_raw(target["old"])), letters(_raw(target["new"]))


def _raw(cell: Node | str | None) -> str | None:
    return cell["raw"] if isinstance(cell, dict) else cell


def _row(activity: Node | None) -> Hashable:
    return activity and (letters(activity["text"]), activity["start"], activity["end"])


def compare_steps(expected: Node, found: Node) -> dict[str, Tally]:
    """A tally of each measure: `expected` is the truth, `found` the comparison document."""
    told = pairs_with_contents(expected)
    right, said = facts(expected, told), facts(step_of(found), told)
    return {measure: compare_counts(right[measure], said[measure]) for measure in MEASURES}


def precision(tally: Tally) -> float:
    return tally.right / tally.found if tally.found else 1.0


def recall(tally: Tally) -> float:
    return tally.right / tally.expected if tally.expected else 1.0


def total(scores: list[dict[str, Tally]]) -> dict[str, Tally]:
    return {measure: sum((one[measure] for one in scores), Tally()) for measure in MEASURES}


def table(by_form: dict[str, dict[str, Tally]]) -> list[str]:
    """A Markdown table with a row for each kind of change and form."""
    header = ["Change", "Form", "In the truth", "Precision", "Recall", "F1"]
    rows = [
        [measure, form, str(tallies[measure].expected), _cut(precision(tallies[measure])),
         _cut(recall(tallies[measure])), shown(tallies[measure])]
        for measure in MEASURES for form, tallies in by_form.items()
    ]
    rule = ["---", "---", *["--:"] * (len(header) - 2)]
    return [f"| {' | '.join(row)} |" for row in (header, rule, *rows)]


def _cut(share: float) -> str:
    # As F1 is shown: cut and not rounded.
    return f"{int(share * 10_000) / 10_000:.4f}"


def compare(binary: str, old: Path, new: Path) -> Node:
    """What the program says of two plans. It ends with 1 where they differ, as diff tools do."""
    run = subprocess.run(
        [binary, "compare", "--format", "json", old, new], stdout=subprocess.PIPE, timeout=120, check=False
    )
    if run.returncode not in (0, 1):
        raise SystemExit(f"rodtrad: exit code {run.returncode} of: compare {old} {new}")
    return json.loads(run.stdout)


def score_corpus(binary: str, corpus: Path) -> dict[str, dict[str, dict[str, Tally]]]:
    """The tallies of each form, of each case."""
    scores: dict[str, dict[str, dict[str, Tally]]] = {"pdf": {}, "txt": {}}
    for file in sorted(corpus.glob("*/expected-comparison.json")):
        truth = json.loads(file.read_text(encoding="utf-8"))
        old, new = truth["cases"]
        for form, of_form in scores.items():
            document = compare(binary, corpus / old / f"input.{form}", corpus / new / f"input.{form}")
            of_form[new] = compare_steps(truth, document)
    return scores


SECTION = "## What changed from year to year"
SIGNATURE = "Written by `scripts/accuracy`."


def with_section(page: str, scores: dict[str, dict[str, dict[str, Tally]]]) -> str:
    """The page on accuracy with the section on comparisons, in place of an older one."""
    before = page.split(f"{SECTION}\n")[0].split(f"{SIGNATURE}\n")[0].rstrip()
    pairs = len(scores["pdf"])
    return "\n".join([
        before,
        "",
        SECTION,
        "",
        f"What `rodtrad compare` says of {pairs} pairs of following years, each from the PDFs and from the texts, against",
        "`corpus/*/expected-comparison.json`: which goals are one, and what happened to them and to what stands under them.",
        "What a row says has to be right too: the words of both plans, and by how many days. The mark is 1.0000.",
        "",
        *table({form: total(list(of_form.values())) for form, of_form in scores.items()}),
        "",
        SIGNATURE,
        "",
    ])


def main(binary: str, corpus: Path, page: Path | None = None) -> int:
    scores = score_corpus(binary, corpus)
    short = [
        f"{case} {form}: {measure} {tally.f1:.4f} "
        f"({tally.expected - tally.right} missing, {tally.found - tally.right} extra)"
        for form, of_form in scores.items() for case, tallies in of_form.items()
        for measure, tally in tallies.items() if tally.f1 < 1
    ]
    if page:
        page.write_text(with_section(page.read_text(encoding="utf-8"), scores), encoding="utf-8")
    print("\n".join([*short, *table({form: total(list(of_form.values())) for form, of_form in scores.items()})]))
    return 1 if short or not scores["pdf"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(Path, sys.argv[2:])))
