"""What runs over many documents take."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import markdown
from copies import write_copies
from pairs import Cost, cost

ROUNDS = 5
PDF_COUNT = 260
"""Some seconds a run, so that neither the start nor the last document counts for much."""
RESUMED_COUNT = 1_000
JOBS_MARK = 1.85


@dataclass(frozen=True)
class BatchRound:
    """The same PDFs with one worker, with two, and by pdftotext one after the other."""

    one_job: Cost
    two_jobs: Cost
    pdftotext_cpu_seconds: float


@dataclass(frozen=True)
class BatchFigures:
    rounds: list[BatchRound]
    resumed: list[Cost]

    @classmethod
    def measure(cls, binary: Path, corpus: Path) -> BatchFigures:
        with tempfile.TemporaryDirectory(prefix="rodtrad-benchmark-") as name:
            folder = Path(name)
            pdfs = write_copies(sorted(corpus.glob("*/input.pdf")), folder / "pdf", PDF_COUNT)
            rounds = [cls._round(binary, pdfs, folder / f"{number}") for number in range(ROUNDS)]
            write_copies(sorted(corpus.glob("*/input.txt")), folder / "txt", RESUMED_COUNT)
            again = cls._command(binary, folder / "txt", folder / "out")
            cost(again)
            return cls(rounds, [cost(again) for _ in range(ROUNDS)])

    @staticmethod
    def _command(binary: Path, inputs: Path, out: Path, *options: str) -> list[str]:
        return [str(binary), "convert", str(inputs), "--output", str(out), "--quiet", *options]

    @classmethod
    def _round(cls, binary: Path, pdfs: Sequence[Path], out: Path) -> BatchRound:
        one, two = (
            cost(cls._command(binary, pdfs[0].parent, out / jobs, "--jobs", jobs)) for jobs in ("1", "2")
        )
        return BatchRound(one, two, sum(cost(["pdftotext", str(pdf), "-"]).cpu_seconds for pdf in pdfs))

    def table(self) -> list[str]:
        speed_ups = [one.one_job.wall_seconds / one.two_jobs.wall_seconds for one in self.rounds]
        speed_up = statistics.median(speed_ups)
        cpu_ratios = [one.two_jobs.cpu_seconds / one.pdftotext_cpu_seconds for one in self.rounds]
        resumed = [one.wall_seconds * 1_000 / RESUMED_COUNT for one in self.resumed]
        return markdown.table(["Measure", "Mark", "Median", "Least", "Greatest", "The mark"], [
            ["Throughput with 2 jobs / with 1", f"≥ {JOBS_MARK}", *spread(speed_ups), markdown.verdict(speed_up >= JOBS_MARK)],
            ["CPU time of a whole run / of `pdftotext` on the same PDFs", "", *spread(cpu_ratios), ""],
            ["A run with nothing to do, seconds per 1,000 documents", "", *spread(resumed), ""],
        ])

    def notes(self) -> list[str]:
        return [
            f"{ROUNDS} rounds, each with one run of 1 job and one of 2 over the same {PDF_COUNT} PDFs (copies of the corpus that",
            "differ in bytes), and `pdftotext` once for each of them. The first needs two idle cores. CPU time is that",
            f"of the parent and its workers, JSON and tables written. Nothing to do: {RESUMED_COUNT:,} texts that were converted.",
        ]


def spread(numbers: Sequence[float]) -> list[str]:
    return [f"{number:.2f}" for number in (statistics.median(numbers), min(numbers), max(numbers))]
