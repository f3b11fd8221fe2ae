"""Documents by the thousand: copies of the corpus that differ in bytes and give the same plans."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path


def write_copies(sources: Sequence[Path], folder: Path, number: int) -> list[Path]:
    """Writes `number` distinct documents, the sources in turn, and gives their paths in order.

    Documents with the same bytes would be converted once. A PDF gets a comment behind its end, a
    text blank lines; neither changes its plan.
    """
    folder.mkdir(parents=True, exist_ok=True)
    contents = [source.read_bytes() for source in sources]
    copies = []
    for index in range(number):
        turn, which = divmod(index, len(sources))
        source = sources[which]
        # Of any length, or all copies of a plan would have one size, and the run would have to read
        # them all before it begins, to see whether they are the same.
        addition = b"\n" * turn if source.suffix == ".txt" else b"%" + b"=" * turn + b"\n"
        copy = folder / f"{index:06}-{source.parent.name}{source.suffix}"
        copy.write_bytes(contents[which] + addition)
        copies.append(copy)
    return copies


def write_distinct_plans(sources: Sequence[Path], folder: Path, number: int) -> None:
    """Writes `number` converted plans, the sources (plan.json) in turn, each of a unit of its own.

    The goals of each have words that no other plan has, so that an index of all words grows with them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    contents = [source.read_bytes() for source in sources]
    for index in range(number):
        turn, which = divmod(index, len(sources))
        plan = json.loads(contents[which])
        plan["source"]["sha256"] = hashlib.sha256(f"{index}".encode()).hexdigest()
        plan["source"]["fileName"] = f"{index:06}.pdf"
        plan["plan"]["unit"] = f"{plan['plan']['unit']} {turn}"
        _mark(plan["goals"], f"kvarter{index:06}")
        text = json.dumps(plan, ensure_ascii=False, indent=2, sort_keys=True)
        (folder / f"{index:06}.json").write_text(text + "\n", encoding="utf-8")


def _mark(goals: list, word: str) -> None:
    for goal in goals:
        goal["title"] += f" i {word}"
        for indicator in goal["indicators"]:
            indicator["name"] += f", {word}"
        _mark(goal["goals"], word)
