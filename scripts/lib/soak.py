"""Converts many documents in one run and watches it; writes docs/soak.md: soak.py ROOT NUMBER"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from copies import write_copies
from machine import machine
from markdown import table, verdict

SECONDS_BETWEEN_SAMPLES = 0.2
REFERENCE_COUNT = 1_000
"""How many documents are done when the parent's memory is taken to compare with."""
PARENT_GROWTH_MARK = 64 * 2**20
WORKER_MARK = 256 * 2**20
RATE_MARK = 0.10
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Sample:
    seconds: float
    done: int
    parent_bytes: int
    worker_bytes: int
    """Of the largest worker; 0 where there is none."""
    cpu_seconds: float
    """Of the parent and all workers so far."""


@dataclass
class Watch:
    """A run of a command with what was seen of it."""

    samples: list[Sample] = field(default_factory=list)
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    workers: set[int] = field(default_factory=set)

    def at(self, share: float, number: int) -> Sample:
        """The first sample with that share of the documents done, or the last of all."""
        return next((one for one in self.samples if one.done >= share * number), self.samples[-1])

    def rate(self, start: float, end: float, number: int) -> float:
        """Documents a second between two shares of the run."""
        first, last = self.at(start, number), self.at(end, number)
        return (last.done - first.done) / (last.seconds - first.seconds)

    def cpu_seconds_each(self, start: float, end: float, number: int) -> float:
        """CPU time a document between two shares of the run, which other programs disturb less."""
        first, last = self.at(start, number), self.at(end, number)
        return (last.cpu_seconds - first.cpu_seconds) / (last.done - first.done)

    @property
    def reference(self) -> Sample:
        return next(one for one in self.samples if one.done >= REFERENCE_COUNT)

    @property
    def parent_growth(self) -> int:
        later = [one.parent_bytes for one in self.samples if one.done >= REFERENCE_COUNT]
        return max(later) - self.reference.parent_bytes


def resident_bytes(process_id: int) -> int:
    try:
        return int(Path(f"/proc/{process_id}/statm").read_text().split()[1]) * PAGE_SIZE
    except (OSError, IndexError):
        return 0  # it has just ended


def cpu_seconds(process_id: int) -> float:
    """Of a process and of those of its children that have ended."""
    try:
        # The name, which may hold anything, ends with the last parenthesis.
        fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0  # it has just ended, and its parent has its time
    return sum(map(int, fields[11:15])) / TICKS_PER_SECOND


def children(process_id: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{process_id}/task/{process_id}/children").read_text().split()]
    except OSError:
        return []


def watch(command: Sequence[str], plans: Sequence[Path]) -> Watch:
    """Runs a command that writes plans, about in that order."""
    watch, start, done = Watch(), time.monotonic(), 0
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        workers = children(process.pid)
        watch.workers.update(workers)
        # Only what is new is looked for: to count all each time would slow the run as it goes on.
        while done < len(plans) and plans[done].exists():
            done += 1
        watch.samples.append(Sample(
            time.monotonic() - start, done, resident_bytes(process.pid),
            max(map(resident_bytes, workers), default=0), sum(map(cpu_seconds, [process.pid, *workers])),
        ))
        time.sleep(SECONDS_BETWEEN_SAMPLES)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"rodtrad: exit code {process.returncode} of: {' '.join(command)}")
    watch.seconds = time.monotonic() - start
    watch.cpu_seconds = usage.ru_utime + usage.ru_stime
    return watch


def mebibytes(count: int) -> str:
    return f"{count / 2**20:.1f}"


@dataclass(frozen=True)
class Soak:
    """A run over all documents, and the same again with nothing to do."""

    number: int
    first: Watch
    again: Watch

    @property
    def first_rate(self) -> float:
        return self.first.rate(0.0, 0.1, self.number)

    @property
    def last_rate(self) -> float:
        return self.first.rate(0.9, 1.0, self.number)

    @property
    def worst_worker(self) -> int:
        return max(one.worker_bytes for one in self.first.samples)

    @property
    def marks(self) -> list[tuple[str, str, str, bool]]:
        change = self.last_rate / self.first_rate - 1
        return [
            ("The parent's memory over its size at 1,000 documents, at the most, MiB", "≤ 64",
             mebibytes(self.first.parent_growth), self.first.parent_growth <= PARENT_GROWTH_MARK),
            ("A worker's memory at the most, MiB", "< 256",
             mebibytes(self.worst_worker), self.worst_worker < WORKER_MARK),
            ("Documents a second, the last tenth against the first", "± 10 %",
             f"{change * 100:+.1f} %", abs(change) <= RATE_MARK),
        ]

    @property
    def figures(self) -> list[tuple[str, str]]:
        return [
            ("Documents", f"{self.number:,}"),
            ("Seconds in all", f"{self.first.seconds:.0f}"),
            ("Documents a second in all", f"{self.number / self.first.seconds:.1f}"),
            ("The first tenth, documents a second", f"{self.first_rate:.1f}"),
            ("The last tenth, documents a second", f"{self.last_rate:.1f}"),
            ("The first tenth, CPU milliseconds a document", f"{self.first.cpu_seconds_each(0.0, 0.1, self.number) * 1e3:.1f}"),
            ("The last tenth, CPU milliseconds a document", f"{self.first.cpu_seconds_each(0.9, 1.0, self.number) * 1e3:.1f}"),
            ("CPU seconds, parent and workers", f"{self.first.cpu_seconds:.0f}"),
            ("Worker processes that were seen", str(len(self.first.workers))),
            ("The parent's memory at 1,000 documents, MiB", mebibytes(self.first.reference.parent_bytes)),
            ("The same command again, nothing to do: seconds per 1,000 documents",
             f"{self.again.seconds / self.number * 1_000:.2f}"),
        ]

    def page(self) -> str:
        marks = [[name, mark, value, verdict(holds)] for name, mark, value, holds in self.marks]
        return "\n".join([
            "# A long run",
            "",
            f"Measured on {machine()}.",
            "",
            *table(["Measure", "Mark", "Measured", "The mark"], marks),
            "",
            *table(["", ""], self.figures),
            "",
            "One `rodtrad convert` over copies of the corpus, PDFs and texts in turn, each with other bytes so that none",
            "counts as the same document. Resident memory is read from `/proc` five times a second; what is done is told by",
            "the plans in the output folder.",
            "",
            "Written by `scripts/soak`.",
            "",
        ])


def soak(root: Path, number: int, folder: Path) -> Soak:
    sources = sorted(root.glob("corpus/*/input.pdf")) + sorted(root.glob("corpus/*/input.txt"))
    out = folder / "out"
    plans = [out / f"{copy.stem}.json" for copy in write_copies(sources, folder / "in", number)]
    command = [str(root / ".build/release/rodtrad"), "convert", str(folder / "in"), "--output", str(out), "--quiet"]
    first = watch(command, plans)
    missing = [plan for plan in plans if not plan.exists()]
    if missing:
        raise SystemExit(f"rodtrad: {len(missing)} of {number} documents gave no plan, {missing[0].name} first")
    return Soak(number, first, watch(command, plans))


def main(root: Path, number: int) -> None:
    with tempfile.TemporaryDirectory(prefix="rodtrad-soak-") as folder:
        result = soak(root, number, Path(folder))
    page = result.page()
    (root / "docs/soak.md").write_text(page, encoding="utf-8")
    print(page)
    missed = [name for name, _, _, holds in result.marks if not holds]
    if missed:
        raise SystemExit("rodtrad: a mark does not hold: " + "; ".join(missed))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
