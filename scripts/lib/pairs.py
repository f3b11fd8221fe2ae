"""Runs two commands in turn and compares what they cost.

Interleaved, since a machine grows slower and faster by the minute: A B A B … gives pairs under the
same conditions, and the median of their ratios is what the machine's moods leave alone.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """What one run of a process took."""

    cpu_seconds: float
    wall_seconds: float
    peak_bytes: int
    """Resident at the most. Linux counts in what this Python held when it started the process, some
    10 MiB, so less than that cannot be told."""



def cost(command: Sequence[str], allowed: Sequence[int] = (0,)) -> Cost:
    """Runs a command to its end, its output thrown away; an exit code that is not `allowed` ends all."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        raise SystemExit(f"rodtrad: exit code {process.returncode} of: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)


@dataclass(frozen=True)
class Pairs:
    """The runs of two commands, in the order in which they were made."""

    runs: list[tuple[Cost, Cost]]

    @classmethod
    def measure(cls, ours: Sequence[str], theirs: Sequence[str], rounds: int) -> Pairs:
        cost(ours), cost(theirs)  # once, to warm the cache of the disk
        return cls([(cost(ours), cost(theirs)) for _ in range(rounds)])

    @property
    def cpu_ratio(self) -> float:
        return statistics.median(ours.cpu_seconds / theirs.cpu_seconds for ours, theirs in self.runs)

    @property
    def wall_ratio(self) -> float:
        return statistics.median(ours.wall_seconds / theirs.wall_seconds for ours, theirs in self.runs)

    @property
    def our_cpu_seconds(self) -> float:
        return statistics.median(ours.cpu_seconds for ours, _ in self.runs)

    @property
    def their_cpu_seconds(self) -> float:
        return statistics.median(theirs.cpu_seconds for _, theirs in self.runs)

    @property
    def our_peak_bytes(self) -> int:
        return max(ours.peak_bytes for ours, _ in self.runs)
