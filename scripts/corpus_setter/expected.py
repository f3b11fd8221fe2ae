"""The truth about a plan, written from its source in the shape the scoring tool compares with."""

from __future__ import annotations

from typing import Any

from .source import Activity, Block, FreeTable, Goal, Indicator, Item, Plan, Prose, Section


def expected_plan(plan: Plan, furniture: list[str]) -> dict[str, Any]:
    """The whole expected document; `furniture` are the running heads and feet of the text form."""
    cover = {"unit": plan.cover.unit, "diaryNumber": plan.cover.diary_number, "date": plan.cover.date}
    remarks = _remarks(plan.goals)
    return {
        "key": plan.case,
        "plan": {"year": plan.cover.year},
        "cover": {key: value for key, value in cover.items() if value},
        "introduction": [flat for section in plan.introduction for flat in _flat_chapters(section)],
        "goals": [_goal(goal) for goal in plan.goals],
        "closing": [flat for section in plan.closing for flat in _flat_chapters(section)],
        "furniture": furniture,
        **({"remarks": remarks} if remarks else {}),
    }


def _remarks(goals: tuple[Goal, ...]) -> list[str]:
    """The codes of what must be said about cells that a plan document has no field for."""
    codes: set[str] = set()
    for goal in goals:
        codes |= {"column-not-read" for row in goal.indicators if row.other}
        codes |= {"date-not-read" for row in goal.activities if _words(row)}
        codes |= set(_remarks(goal.goals))
    return sorted(codes)


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
    """The row; a cell that a plan document has no field for stands behind the name, so that it is not lost."""
    return {
        "key": row.key,
        "name": f"{row.name} {row.other}".strip(),
        "target": row.target or None,
        "councilTarget": row.council_target or None,
        "period": row.period or None,
    }


def _activity(row: Activity) -> dict[str, Any]:
    """The row; words among its dates stand behind the text, so that they are not lost."""
    words = _words(row)
    start, end = (None if not date or date in words else date for date in (row.start, row.end))
    return {"key": row.key, "text": " ".join([row.text, *words]), "start": start, "end": end}


def _words(row: Activity) -> list[str]:
    """What stands among the dates and is none."""
    return [date for date in (row.start, row.end) if date and not date[0].isdigit()]
