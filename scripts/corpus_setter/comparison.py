"""The truth about what changed from one year's plan to the next, written from the two sources."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeVar

from .identity import Pair, PlacedGoal, align, plain
from .source import Activity, Block, FreeTable, Goal, Indicator, Item, Plan, Prose, Section
from .yaml_node import SourceError

Row = TypeVar("Row", Indicator, Activity)


def expected_comparison(old: Plan, new: Plan) -> dict[str, Any]:
    """The whole document; README.md says what it states and what it leaves open."""
    alignment = align(old, new)
    return {
        "cases": [old.case, new.case],
        "pairs": [_pair(pair, new.case) for pair in alignment.pairs],
        "added": [_leveled(goal) for goal in alignment.added],
        "removed": [_leveled(goal) for goal in alignment.removed],
    }


def _pair(pair: Pair, case: str) -> dict[str, Any]:
    found = {
        "level": pair.new.goal.level,
        "old": _named(pair.old),
        "new": _named(pair.new),
        "kinds": list(pair.kinds),
    }
    if not pair.is_whole:
        return found
    old, new = pair.old.goal, pair.new.goal
    place = f"{case}: goal {pair.new.key!r}"
    return found | {
        "sections": list(_sections(old, new, place)),
        "results": list(_results(old, new, place)),
        "indicators": list(_indicators(old, new, place)),
        "activities": list(_activities(old, new, place)),
    }


def _named(goal: PlacedGoal) -> dict[str, Any]:
    return {"id": goal.id, "title": plain(goal.goal.title), "number": goal.goal.number}


def _leveled(goal: PlacedGoal) -> dict[str, Any]:
    return {"level": goal.goal.level, **_named(goal)}


# Sections


def _sections(old: Goal, new: Goal, place: str) -> Iterator[dict[str, Any]]:
    before, after = _by_section_kind(old, place), _by_section_kind(new, place)
    for kind in [*before, *(kind for kind in after if kind not in before)]:
        change = _section_change(before.get(kind), after.get(kind))
        if change:
            yield {"kinds": [change], "section": kind}


def _section_change(old: Section | None, new: Section | None) -> str | None:
    if old is None or new is None:
        return "added" if old is None else "removed"
    # What changed in expected results is told result by result.
    if new.kind == "expectedResults" or _words(old.blocks) == _words(new.blocks):
        return None
    return "reworded"


def _by_section_kind(goal: Goal, place: str) -> dict[str | None, Section]:
    found = {section.kind: section for section in goal.sections}
    if len(found) < len(goal.sections):
        raise SourceError(f"{place}: two sections of one kind cannot be told apart over the years")
    return found


def _words(blocks: tuple[Block, ...]) -> str:
    return plain(" ".join(text for block in blocks for text in _texts(block)))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, FreeTable):
        yield from (cell for row in (block.columns, *block.rows) for cell in row)
    else:
        yield block.text


# Expected results


def _results(old: Goal, new: Goal, place: str) -> Iterator[dict[str, Any]]:
    """Results have no keys: the same words are the same result, and `was` tells of other words for it."""
    before, after = _listed_results(old), _listed_results(new)
    gone = Counter(plain(block.text) for block in before)
    for block in after:
        same = plain(block.was or block.text)
        if block.was and (not gone[same] or same == plain(block.text)):
            raise SourceError(f"{place}: no result of the year before is left that says {block.was!r}")
        if gone[same]:
            gone[same] -= 1
            if block.was:
                yield {"kinds": ["reworded"], "old": same, "new": plain(block.text)}
        else:
            yield {"kinds": ["added"], "old": None, "new": plain(block.text)}
    for text in gone.elements():
        yield {"kinds": ["removed"], "old": text, "new": None}


def _listed_results(goal: Goal) -> list[Prose | Item]:
    """The paragraphs and items; a marker that stands alone is no result, its paragraphs are."""
    blocks = [block for section in goal.sections if section.kind == "expectedResults" for block in section.blocks]
    return [block for block in blocks if not isinstance(block, FreeTable) and block.text]


# Rows of tables


def _indicators(old: Goal, new: Goal, place: str) -> Iterator[dict[str, Any]]:
    for before, after in _row_pairs(old.indicators, new.indicators, place):
        names = {"old": plain(before.name) if before else None, "new": plain(after.name) if after else None}
        if before is None or after is None:
            yield {"kinds": ["added" if after else "removed"], **names}
            continue
        targets = {
            "target": (before.target, after.target),
            "councilTarget": (before.council_target, after.council_target),
        }
        changed = {
            name: {"old": plain(was) or None, "new": plain(is_now) or None}
            for name, (was, is_now) in targets.items() if plain(was) != plain(is_now)
        }
        kinds = (["renamed"] if names["old"] != names["new"] else []) + (["retargeted"] if changed else [])
        if kinds:
            yield {"kinds": kinds, **names, **changed}


def _activities(old: Goal, new: Goal, place: str) -> Iterator[dict[str, Any]]:
    for before, after in _row_pairs(old.activities, new.activities, place):
        rows = {"old": before and _activity(before), "new": after and _activity(after)}
        if before is None or after is None:
            yield {"kinds": ["added" if after else "removed"], **rows}
            continue
        is_redated = (before.start, before.end) != (after.start, after.end)
        kinds = ["reworded"] if plain(before.text) != plain(after.text) else []
        moved = {"startDays": _days(before.start, after.start), "endDays": _days(before.end, after.end)}
        if kinds or is_redated:
            yield {"kinds": kinds + ["redated"] * is_redated, **rows, **(moved if is_redated else {})}


def _activity(row: Activity) -> dict[str, Any]:
    return {"text": plain(row.text), "start": row.start or None, "end": row.end or None}


def _days(old: str, new: str) -> int | None:
    """How many days later; None where a date is missing."""
    if not old or not new:
        return None
    return (datetime.date.fromisoformat(new) - datetime.date.fromisoformat(old)).days


def _row_pairs(
    old: tuple[Row, ...], new: tuple[Row, ...], place: str
) -> Iterator[tuple[Row | None, Row | None]]:
    """The rows of two tables by their keys, first those of the newer plan, in printed order."""
    before, after = _by_row_key(old, place), _by_row_key(new, place)
    yield from ((before.get(key), row) for key, row in after.items())
    yield from ((row, None) for key, row in before.items() if key not in after)


def _by_row_key(rows: tuple[Row, ...], place: str) -> dict[str, Row]:
    found = {row.key: row for row in rows if row.key}
    if len(found) < len(rows):
        raise SourceError(f"{place}: a row without a key, or two with the same")
    return found
