"""Scores --redact on the marked lines of the corpus: redaction_score.py BINARY LINES REPORT.md

Each document of lines becomes a plan whose introduction lists them, and the program converts it. Writes the Markdown
report, prints what falls short, and ends with 1 where anything does. corpus/personal-data/ORIGIN.md has the form of LINES.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from score import Tally

# The marks that each kind must hold, in precision and in recall.
MARKS = {"e-post": 1.0, "telefon": 1.0, "personnummer": 1.0, "namn": 0.95}
NAMES = {
    "e-post": "E-mail addresses", "telefon": "Telephone numbers", "personnummer": "Personal identity numbers",
    "namn": "Names of officials",
}
MARKED = re.compile(r"«([^|»]*)\|([^»]*)»")
REPLACED = re.compile(f"«({'|'.join(MARKS)})»")

Span = tuple[str, int, int]


@dataclass(frozen=True)
class Line:
    text: str
    spans: frozenset[Span]
    """Of all kinds, those that only look like personal data included."""

    @staticmethod
    def of(marked: str) -> Line:
        text, spans, end = "", set(), 0
        for match in MARKED.finditer(marked):
            text += marked[end:match.start()]
            spans.add((match[1], len(text), len(text) + len(match[2])))
            text += match[2]
            end = match.end()
        return Line(text + marked[end:], frozenset(spans))


def documents(file: Path) -> list[list[Line]]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    groups = "\n".join(lines).split("\n\n")
    return [[Line.of(line) for line in group.splitlines() if line] for group in groups if group.strip()]


def redact(source: str, spans: set[Span]) -> str:
    for kind, start, end in sorted(spans, key=lambda span: span[1], reverse=True):
        source = f"{source[:start]}«{kind}»{source[end:]}"
    return source


def replaced_spans(source: str, expected: set[Span], redacted: str) -> set[Span]:
    """What of the source the marks of the redacted line stand for."""
    # The import makes one hyphen of the hyphens of Unicode.
    source = source.replace("\u2011", "-")
    # The same line for any reader; between two marks in a row there would be several readings.
    if redacted == redact(source, expected):
        return expected
    pieces = REPLACED.split(redacted)
    pattern = "(.+?)".join(map(re.escape, pieces[::2]))
    match = re.fullmatch(pattern, source)
    if not match:
        raise ValueError(f"{redacted!r} is not {source!r} with marks in it")
    return {(kind, *match.span(index + 1)) for index, kind in enumerate(pieces[1::2])}


def items(section: dict[str, Any]) -> Iterator[str]:
    for block in section["blocks"]:
        if block["type"] != "listItem":
            raise ValueError(f"a line was not read as an item of a list: {block}")
        yield block["text"]


def redacted_lines(binary: str, groups: list[list[Line]]) -> list[list[str]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for index, lines in enumerate(groups):
            text = "Inledning\n\n" + "".join(f"- {line.text}\n\n" for line in lines)
            (folder / f"{index:03}.txt").write_text(text, encoding="utf-8")
        subprocess.run(
            [binary, "convert", folder, "--redact", "--format", "json", "--quiet", "--output", folder / "out"],
            stderr=subprocess.DEVNULL, timeout=120,  # 2: none of them has a goal
        )
        plans = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((folder / "out").glob("[0-9]*.json"))]
    return [[item for section in plan["introduction"] for item in items(section)] for plan in plans]


def share(part: int, whole: int) -> str:
    # Cut and not rounded, so that 1.0000 means all.
    return f"{int(part / whole * 10_000) / 10_000:.4f}" if whole else "–"


def report(tallies: dict[str, Tally], alike: int, touched: int, faults: list[str]) -> str:
    rows = [
        f"| {NAMES[kind]} | {tally.expected} | {tally.found} | {share(tally.right, tally.found)} "
        f"| {share(tally.right, tally.expected)} | {MARKS[kind]} |"
        for kind, tally in tallies.items()
    ]
    return "\n".join([
        "# Redaction",
        "",
        "How well `--redact` finds personal data, measured on the marked lines of",
        "[`corpus/personal-data`](../corpus/personal-data/ORIGIN.md). What is replaced must be what is marked, from its",
        "first character to its last.",
        "",
        "| | Marked | Replaced | Precision | Recall | Must be |",
        "| --- | --: | --: | --: | --: | --: |",
        *rows,
        "",
        f"Besides, {alike} things are marked that look alike and are not: diary numbers, dates, amounts, organisation",
        f"numbers, units beside titles. {touched} of them were touched.",
        "",
        "What went wrong:",
        "",
        *(f"- {fault}" for fault in faults or ["nothing"]),
        "",
        "Lines are written before the rules that find what is in them. They say how well the rules do on lines like these, and",
        "not how well they do on the plans of a municipality that writes otherwise: read a redacted plan before you publish it.",
        "",
        "Written by `scripts/accuracy`.",
        "",
    ])


def main(binary: str, source: Path, target: Path) -> int:
    groups = documents(source)
    tallies = {kind: Tally() for kind in MARKS}
    faults: list[str] = []
    alike = touched = 0
    for lines, outputs in zip(groups, redacted_lines(binary, groups), strict=True):
        for line, output in zip(lines, outputs, strict=True):
            expected = {span for span in line.spans if span[0] in MARKS}
            found = replaced_spans(line.text, expected, output)
            for kind in MARKS:
                right, marked, replaced = (
                    sum(span[0] == kind for span in spans) for spans in (expected & found, expected, found)
                )
                tallies[kind] += Tally(right, marked, replaced)
            others = line.spans - expected
            alike += len(others)
            touched += sum(any(one[1] < end and start < one[2] for _, start, end in found) for one in others)
            faults += [
                f"{kind}: “{line.text[start:end]}” {'was left' if (kind, start, end) in expected else 'was replaced'}"
                for kind, start, end in sorted(expected ^ found, key=lambda span: span[1:])
            ]
    target.write_text(report(tallies, alike, touched, faults), encoding="utf-8")
    short = [
        f"{NAMES[kind]}: {tally}" for kind, tally in tallies.items()
        if tally.right < MARKS[kind] * max(tally.expected, tally.found, 1)
    ]
    for line in short:
        print(line)
    print(f"{len(tallies) - len(short)} of {len(tallies)} kinds of personal data hold their marks; {target}")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
