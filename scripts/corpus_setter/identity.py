"""Which goals of two years are the same, by what their sources say: `key`, and `from` where a goal has become another."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from .source import Goal, Plan
from .yaml_node import SourceError

_LETTER_OF_LEVEL = {"direction": "i", "area": "v", "committee": "n", "unit": "e"}


def plain(text: str) -> str:
    """The text on one line as a reader of the plan has it: NFC, single spaces, no soft hyphens."""
    return " ".join(re.split(r"\s+", unicodedata.normalize("NFC", text.replace("\u00ad", "")).strip()))


@dataclass(frozen=True)
class PlacedGoal:
    """A goal with its `id` in the plan document, its key, and the key of the goal above it."""

    id: str
    key: str
    parent: str | None
    goal: Goal


@dataclass(frozen=True)
class Pair:
    """A goal of the older plan and one of the newer plan that it is, or has become in part."""

    old: PlacedGoal
    new: PlacedGoal
    kinds: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether neither goal has another partner, so that what stands under them can be compared."""
        return not {"split", "merged"} & set(self.kinds)


@dataclass(frozen=True)
class Alignment:
    """All goals of two plans: those that go together, and those of one plan only, in printed order."""

    pairs: tuple[Pair, ...]
    added: tuple[PlacedGoal, ...]
    removed: tuple[PlacedGoal, ...]


def align(old: Plan, new: Plan) -> Alignment:
    """The goals of `old` and `new` by their keys; raises SourceError where a key leads nowhere or is not one of a kind."""
    before, after = _by_key(old), _by_key(new)
    links = [(origin, goal.key) for goal in after.values() for origin in _origins(goal, before, new)]
    parts = Counter(origin for origin, _ in links)
    sources = Counter(key for _, key in links)
    known = frozenset(links)
    pairs = []
    for origin, key in links:
        was, is_now = before[origin], after[key]
        shape = (["split"] if parts[origin] > 1 else []) + (["merged"] if sources[key] > 1 else [])
        pairs.append(Pair(was, is_now, tuple(_changes(was, is_now, known) + shape) or ("unchanged",)))
    return Alignment(
        pairs=tuple(pairs),
        added=tuple(goal for goal in after.values() if goal.key not in sources),
        removed=tuple(goal for goal in before.values() if goal.key not in parts),
    )


def _changes(old: PlacedGoal, new: PlacedGoal, links: frozenset[tuple[str, str]]) -> list[str]:
    changes = []
    if plain(old.goal.title) != plain(new.goal.title):
        changes.append("reworded")
    if old.goal.number != new.goal.number:
        changes.append("renumbered")
    # A goal whose parent was split or merged stands where it stood: under what has become of its parent.
    if (old.parent, new.parent) != (None, None) and (old.parent, new.parent) not in links:
        changes.append("moved")
    return changes


def _origins(goal: PlacedGoal, before: dict[str, PlacedGoal], plan: Plan) -> tuple[str, ...]:
    """The keys in the older plan of what the goal was: itself, those it comes from, or none."""
    if not goal.goal.origins:
        return (goal.key,) if goal.key in before else ()
    if goal.key in before:
        raise SourceError(f"{plan.case}: goal {goal.key!r} has `from`, but is in {plan.previous} under its own key")
    for origin in goal.goal.origins:
        if origin not in before:
            raise SourceError(f"{plan.case}: goal {goal.key!r} is from {origin!r}, which is not in {plan.previous}")
        if before[origin].goal.level != goal.goal.level:
            raise SourceError(f"{plan.case}: goal {goal.key!r} is from {origin!r}, which is of another level")
    return goal.goal.origins


def _by_key(plan: Plan) -> dict[str, PlacedGoal]:
    found: dict[str, PlacedGoal] = {}
    for goal in _placed(plan.goals, "", None, plan.case):
        if goal.key in found:
            raise SourceError(f"{plan.case}: two goals have the key {goal.key!r}")
        found[goal.key] = goal
    return found


def _placed(goals: tuple[Goal, ...], path: str, parent: str | None, case: str) -> Iterator[PlacedGoal]:
    """The goals with the ids that docs/json-format.md promises, each followed by those below it."""
    of_level: Counter[str] = Counter()
    of_step: Counter[str] = Counter()
    for goal in goals:
        if goal.key is None:
            raise SourceError(f"{case}: goal {goal.title!r} has no key, so nobody can tell what becomes of it")
        of_level[goal.level] += 1
        step = goal.number or f"{_LETTER_OF_LEVEL[goal.level]}{of_level[goal.level]}"
        of_step[step] += 1
        if of_step[step] > 1:
            step += f"-{of_step[step]}"
        identifier = f"{path}/{step}" if path else step
        yield PlacedGoal(identifier, goal.key, parent, goal)
        yield from _placed(goal.goals, identifier, goal.key, case)
