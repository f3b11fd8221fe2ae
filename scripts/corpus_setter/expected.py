"""The truth about a plan, written from its source in the shape the scoring tool compares with."""

from __future__ import annotations

from typing import Any

from .source import Activity, Block, FreeTable, Goal, Indicator, Item, Plan, Prose, Section


def expected_plan(plan: Plan, furniture: list[str]) -> dict[str, Any]:
    """The whole expected document; `furniture` are the running heads and feet of the text form."""
    cover = {"unit": plan.cover.unit, "diaryNumber": plan.cover.diary_number, "date": plan.cover.date}
    return {
        "key": plan.case,
        "plan": {"year": plan.cover.year},
        "cover": {key: value for key, value in cover.items() if value},
        "introduction": [flat for section in plan.introduction for flat in _flat_chapters(section)],
        "goals": [_goal(goal) for goal in plan.goals],
        "closing": [flat for section in plan.closing for flat in _flat_chapters(section)],
        "furniture": furniture,
    }


def _flat_chapters(section: Section) -> list[dict[str, Any]]:
    here = {"kind": "heading", "heading": section.heading, "text": _text(section.blocks), "depth": section.depth}
    return [here] + [flat for child in section.sections for flat in _flat_chapters(child)]


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        "key": goal.key,
        "from": list(goal.origins),
        "level": goal.level,
        "scope": goal.scope,
        "number": goal.number,
        "title": goal.title,
        "sections": [_section(section) for section in goal.sections],
        "indicators": [_indicator(row) for row in goal.indicators],
        "activities": [_activity(row) for row in goal.activities],
        "goals": [_goal(child) for child in goal.goals],
    }


def _section(section: Section) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": section.kind, "heading": section.heading, "text": _text(section.blocks)}
    items = _items(section.blocks)
    if section.kind == "expectedResults" and items:
        found["items"] = items
    return found


def _items(blocks: tuple[Block, ...]) -> list[str]:
    """The items without their markers; one whose marker stands alone takes the paragraphs that follow it."""
    items: list[list[str]] = []
    takes_paragraphs = False
    for block in blocks:
        if isinstance(block, Item):
            items.append([block.text] if block.text else [])
            takes_paragraphs = not block.text
        elif isinstance(block, Prose) and takes_paragraphs:
            items[-1].append(block.text)
    return [" ".join(item) for item in items]


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join(filter(None, map(_block_text, blocks)))


def _block_text(block: Block) -> str:
    if isinstance(block, FreeTable):
        return " ".join(cell for row in (block.columns, *block.rows) for cell in row if cell)
    return block.printed if isinstance(block, Item) else block.text


def _indicator(row: Indicator) -> dict[str, Any]:
    return {
        "key": row.key,
        "name": row.name,
        "target": row.target or None,
        "councilTarget": row.council_target or None,
        "period": row.period or None,
    }


def _activity(row: Activity) -> dict[str, Any]:
    return {"key": row.key, "text": row.text, "start": row.start or None, "end": row.end or None}
