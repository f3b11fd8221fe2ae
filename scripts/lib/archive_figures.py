"""What archives of many plans take."""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

import markdown
from copies import write_copies, write_distinct_plans
from pairs import Cost, cost

PLAN_COUNT = 1_000
SEARCH_ROUNDS = 11
ADD_MARK_SECONDS = 30
SEARCH_MARK_MILLISECONDS = 50
QUERIES = ("omsorg", "trygg", "sjukfrånvaro", "god omsorg", "och", "ing", "it", "kvarter000500")
"""Whole words and parts of words, frequent and rare, short and several."""
MISSING = "xqzxqz"
"""A word that no plan has: what a search takes that finds nothing."""


@dataclass(frozen=True)
class Search:
    """The medians of whole processes."""

    wall_milliseconds: float
    cpu_milliseconds: float

    @classmethod
    def measure(cls, command: list[str]) -> Search:
        costs = [cost(command) for _ in range(SEARCH_ROUNDS)]
        return cls(
            statistics.median(one.wall_seconds for one in costs) * 1e3,
            statistics.median(one.cpu_seconds for one in costs) * 1e3,
        )

    def __str__(self) -> str:
        return f"{self.wall_milliseconds:.0f} ({self.cpu_milliseconds:.0f})"


@dataclass(frozen=True)
class ArchiveFigures:
    from_json: Cost
    from_text: Cost
    from_pdf: Cost
    byte_count: int
    nothing: Search
    searches: dict[str, Search]

    @classmethod
    def measure(cls, binary: Path, corpus: Path) -> ArchiveFigures:
        with tempfile.TemporaryDirectory(prefix="rodtrad-benchmark-") as name:
            folder = Path(name)
            write_distinct_plans(sorted(corpus.glob("*/plan.json")), folder / "json", PLAN_COUNT)
            write_copies(sorted(corpus.glob("*/input.txt")), folder / "txt", PLAN_COUNT)
            write_copies(sorted(corpus.glob("*/input.pdf")), folder / "pdf", PLAN_COUNT)
            costs = {}
            for form in ("json", "txt", "pdf"):
                archive = folder / f"{form}.sqlite"
                costs[form] = cost([str(binary), "archive", "add", str(archive), str(folder / form), "--quiet"])
            archive = folder / "json.sqlite"
            search = [str(binary), "archive", "search", str(archive)]
            searches = {query: Search.measure([*search, query]) for query in (MISSING, *QUERIES)}
            return cls(
                costs["json"], costs["txt"], costs["pdf"], archive.stat().st_size,
                searches.pop(MISSING), searches,
            )

    def table(self) -> list[str]:
        rows = [
            [
                f"Adding {PLAN_COUNT:,} plans from {form}, seconds on the wall (CPU)", f"< {ADD_MARK_SECONDS}",
                f"{one.wall_seconds:.1f} ({one.cpu_seconds:.1f})",
                markdown.verdict(one.wall_seconds < ADD_MARK_SECONDS),
            ]
            for form, one in (("JSON", self.from_json), ("text", self.from_text), ("PDF", self.from_pdf))
        ]
        worst = max(self.searches, key=lambda query: self.searches[query].wall_milliseconds)
        rows += [
            ["The archive of the first, MB", "", f"{self.byte_count / 1e6:.0f}", ""],
            [
                f"A search in it, whole process, the slowest of {len(self.searches)} (`{worst}`), ms on the wall (CPU)",
                f"< {SEARCH_MARK_MILLISECONDS}", str(self.searches[worst]),
                markdown.verdict(self.searches[worst].wall_milliseconds < SEARCH_MARK_MILLISECONDS),
            ],
            ["A search that finds nothing, ms", "", str(self.nothing), ""],
        ]
        return markdown.table(["Measure", "Mark", "Figure", "The mark"], rows)

    def notes(self) -> list[str]:
        single = ", ".join(f"`{query}` {search}" for query, search in self.searches.items())
        return [
            f"The plans are variants of the corpus. Each search is the median of {SEARCH_ROUNDS} processes, in ms:",
            f"{single}. What one takes above the search that finds nothing is the",
            "query itself; most of the rest is the start of two programs.",
        ]
