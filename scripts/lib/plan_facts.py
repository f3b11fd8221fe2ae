"""What a plan says, in a shape that a conversion and the truth about it can be compared in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any

Node = dict[str, Any]
GoalKey = tuple[str, str, int]
"""Level, title, and how many goals of the same level and title stand before it."""


def letters(text: str | None) -> str:
    """The text without white space and soft hyphens: where a cell was wrapped makes no difference."""
    return re.sub(r"[\s\u00ad]+", "", unicodedata.normalize("NFC", text or ""))


def words(text: str | None) -> Counter[str]:
    """The words; one cut at a hyphen counts as one, whether or not the cut was mended."""
    whole = unicodedata.normalize("NFC", text or "").replace("\u00ad", "")
    return Counter(re.findall(r"\w+", re.sub(r"-\s*", "", whole)))


@dataclass
class PlanFacts:
    """Everything that is counted, read from a converted plan or from an expected.json alike."""

    goals: Counter[Hashable] = field(default_factory=Counter)
    results: Counter[Hashable] = field(default_factory=Counter)
    indicators: Counter[Hashable] = field(default_factory=Counter)
    activities: Counter[Hashable] = field(default_factory=Counter)
    headings: Counter[Hashable] = field(default_factory=Counter)
    sections: dict[Hashable, Counter[str]] = field(default_factory=dict)
    """The words of each kind of section of each goal."""
    chapters: dict[Hashable, Counter[str]] = field(default_factory=dict)
    """The words under each heading of the introduction and the closing."""
    words: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, plan: Node) -> PlanFacts:
        facts = cls()
        for goal in plan.get("goals", []):
            facts._add_goal(goal, parent="")
        for section in plan.get("introduction", []) + plan.get("closing", []):
            facts._add_chapter(section)
        return facts

    def _add_goal(self, goal: Node, parent: str) -> None:
        level, title = goal["level"], letters(goal["title"])
        scope = goal.get("scope") if level == "unit" else None
        identity = (level, scope, goal.get("number"), title, parent)
        key = (level, title, self.goals[identity])
        self.goals[identity] += 1
        self.words += words(goal["title"])
        for section in goal.get("sections", []):
            self._add_section(section, key)
        for row in goal.get("indicators", []):
            self._add_indicator(row, key)
        for row in goal.get("activities", []):
            self.activities[key, letters(row["text"]), row.get("start"), row.get("end")] += 1
            self.words += words(row["text"])
        for child in goal.get("goals", []):
            self._add_goal(child, parent=title)

    def _add_section(self, section: Node, goal: GoalKey) -> None:
        found = words(" ".join(_texts(section)))
        self.sections[goal, section["kind"]] = self.sections.get((goal, section["kind"]), Counter()) + found
        self.words += found
        if section["kind"] == "expectedResults":
            self.results.update((goal, letters(item)) for item in _items(section))

    def _add_indicator(self, row: Node, goal: GoalKey) -> None:
        cells = [row["name"], _printed(row.get("target")), _printed(row.get("councilTarget")), row.get("period")]
        self.indicators[(goal, *map(letters, cells))] += 1
        self.words += words(" ".join(cell or "" for cell in cells))

    def _add_chapter(self, section: Node) -> None:
        own = words(" ".join(_own_texts(section)))
        if section.get("heading"):
            heading = letters(section["heading"])
            self.headings[heading] += 1
            self.chapters[heading] = self.chapters.get(heading, Counter()) + own
        self.words += own + words(section.get("heading"))
        for child in section.get("sections", []):
            self._add_chapter(child)


def _printed(cell: Node | str | None) -> str | None:
    return cell["raw"] if isinstance(cell, dict) else cell


def _items(section: Node) -> list[str]:
    if "blocks" in section:
        return [block["text"] for block in section["blocks"] if block["type"] == "listItem"]
    return section.get("items", [])


def _own_texts(section: Node) -> Iterator[str]:
    """The text of a section without its sub-sections; the truth has it as one string."""
    for block in section.get("blocks", []):
        if block["type"] == "table":
            for row in [block.get("columns") or [], *block["rows"]]:
                yield from filter(None, row)
        else:
            yield f"{block.get('marker') or ''} {block['text']}"
    yield section.get("text", "")


def _texts(section: Node) -> Iterator[str]:
    yield from _own_texts(section)
    for child in section.get("sections", []):
        yield child.get("heading") or ""
        yield from _texts(child)
