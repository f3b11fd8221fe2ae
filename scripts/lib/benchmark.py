"""Measures the release build on the corpus and writes docs/benchmark.md: benchmark.py ROOT"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import comparisons
from archive_figures import ArchiveFigures
from batches import BatchFigures
from comparisons import ComparisonFigures
from machine import machine, output
from markdown import table, verdict
from pairs import Pairs, cost

PROCESS_ROUNDS = 21
PDF_ROUNDS = 21
TEXT_ROUNDS = 101


@dataclass(frozen=True)
class PDFFigures:
    case: str
    pages: int
    process: Pairs
    poppler_seconds: float
    conversion_seconds: float
    inside_ratio: float
    """The median of the rounds' ratios, not the ratio of the medians."""


@dataclass(frozen=True)
class TextFigures:
    case: str
    byte_count: int
    conversion_seconds: float
    peak_bytes: int

    @property
    def megabytes_per_second(self) -> float:
        return self.byte_count / self.conversion_seconds / 1e6


def rounds_inside(binary: Path, rounds: int, files: Sequence[Path]) -> dict[str, list[list[float]]]:
    """The numbers of each round, by file."""
    numbers: dict[str, list[list[float]]] = {}
    for line in output(str(binary), str(rounds), *map(str, files)).splitlines():
        file, *fields = line.split("\t")
        numbers.setdefault(file, []).append([float(field) for field in fields])
    return numbers


def pdf_figures(release: Path, files: Sequence[Path]) -> list[PDFFigures]:
    inside = rounds_inside(release / "rodtrad-benchmark", PDF_ROUNDS, files)
    figures = []
    for file in files:
        process = Pairs.measure(
            [str(release / "rodtrad"), "convert", str(file), "--output", "-"],
            ["pdftotext", str(file), "-"],
            PROCESS_ROUNDS,
        )
        pages, poppler, conversion = zip(*inside[str(file)])
        figures.append(PDFFigures(
            file.parent.name, int(pages[0]), process,
            statistics.median(poppler), statistics.median(conversion),
            statistics.median(ours / theirs for theirs, ours in zip(poppler, conversion)),
        ))
    return figures


def text_figures(release: Path, files: Sequence[Path]) -> list[TextFigures]:
    inside = rounds_inside(release / "rodtrad-benchmark", TEXT_ROUNDS, files)
    figures = []
    for file in files:
        byte_counts, conversion = zip(*inside[str(file)])
        peak = cost([str(release / "rodtrad"), "convert", str(file), "--output", "-"]).peak_bytes
        figures.append(
            TextFigures(file.parent.name, int(byte_counts[0]), statistics.median(conversion), peak)
        )
    return figures


def marks(pdfs: Sequence[PDFFigures], texts: Sequence[TextFigures]) -> list[str]:
    rows = []
    for name, mark, ratios in (
        ("One PDF, whole process, time on the wall / `pdftotext`", 1.6, [one.process.wall_ratio for one in pdfs]),
        ("The same, CPU time of all its threads and processes", 1.6, [one.process.cpu_ratio for one in pdfs]),
        ("Inside the process: import, build, JSON / poppler's text", 1.3, [one.inside_ratio for one in pdfs]),
    ):
        worst = max(ratios)
        rows.append([name, f"≤ {mark}", f"{statistics.median(ratios):.2f}", f"{worst:.2f}", verdict(worst <= mark)])
    rates = [one.megabytes_per_second for one in texts]
    whole = sum(one.byte_count for one in texts) / sum(one.conversion_seconds for one in texts) / 1e6
    rows.append(["Text to JSON, MB/s on one core", "≥ 25", f"{whole:.1f}", f"{min(rates):.1f}", verdict(min(rates) >= 25)])
    peaks = [one.process.our_peak_bytes / 2**20 for one in pdfs] + [one.peak_bytes / 2**20 for one in texts]
    rows.append([
        "Peak memory of one document, MiB", "< 64",
        f"{statistics.median(peaks):.0f}", f"{max(peaks):.0f}", verdict(max(peaks) < 64),
    ])
    return table(["Measure", "Mark", "Median of the files", "Worst file", "The mark"], rows)


def pdf_table(pdfs: Sequence[PDFFigures]) -> list[str]:
    header = [
        "Case", "Pages", "`rodtrad` ms", "`pdftotext` ms", "CPU ratio", "Wall ratio", "Peak MiB",
        "Inside: conversion ms", "poppler's text ms", "Ratio",
    ]
    return table(header, [
        [
            one.case, str(one.pages),
            f"{one.process.our_cpu_seconds * 1e3:.1f}", f"{one.process.their_cpu_seconds * 1e3:.1f}",
            f"{one.process.cpu_ratio:.2f}", f"{one.process.wall_ratio:.2f}",
            f"{one.process.our_peak_bytes / 2**20:.0f}",
            f"{one.conversion_seconds * 1e3:.1f}", f"{one.poppler_seconds * 1e3:.1f}", f"{one.inside_ratio:.2f}",
        ]
        for one in pdfs
    ])


def text_table(texts: Sequence[TextFigures]) -> list[str]:
    return table(["Case", "KB", "Conversion ms", "MB/s", "Peak MiB"], [
        [
            one.case, f"{one.byte_count / 1e3:.0f}", f"{one.conversion_seconds * 1e3:.2f}",
            f"{one.megabytes_per_second:.1f}", f"{one.peak_bytes / 2**20:.0f}",
        ]
        for one in texts
    ])


def report(root: Path) -> str:
    release, corpus = root / ".build/release", root / "corpus"
    pdfs = pdf_figures(release, sorted(corpus.glob("*/input.pdf")))
    texts = text_figures(release, sorted(corpus.glob("*/input.txt")))
    batch = BatchFigures.measure(release / "rodtrad", corpus)
    archive = ArchiveFigures.measure(release / "rodtrad", corpus)
    compared = ComparisonFigures.measure(release / "rodtrad", corpus)
    return "\n".join([
        "# Speed and memory",
        "",
        f"Measured on {machine()}.",
        "",
        *marks(pdfs, texts),
        "",
        "A mark holds where the worst file holds it; the median of the text form is the rate of all of them",
        "together. Single times belong to the machine, the ratios carry over.",
        "",
        "## Many documents",
        "",
        *batch.table(),
        "",
        *batch.notes(),
        "",
        "## Archives",
        "",
        *archive.table(),
        "",
        *archive.notes(),
        "",
        "## Comparing plans",
        "",
        *compared.table(),
        "",
        *comparisons.notes(),
        "",
        "## PDF",
        "",
        *pdf_table(pdfs),
        "",
        f"Whole process: `rodtrad convert X --output -` and `pdftotext X -` in turn, {PROCESS_ROUNDS} pairs, the median of",
        "the pairs' ratios; the worker is started first of all, and two threads read the pages. Inside: one process and",
        f"one thread, {PDF_ROUNDS} rounds over all files, a document opened anew each time, in CPU time; poppler's text is",
        "`poppler_page_get_text` of every page.",
        "",
        "## Text",
        "",
        *text_table(texts),
        "",
        f"From the bytes in memory to the JSON in memory, the median of {TEXT_ROUNDS} rounds in CPU time.",
        "",
        "Written by `scripts/benchmark`.",
        "",
    ])


def main(root: Path) -> None:
    text = report(root)
    target = root / "docs/benchmark.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
