"""Finds on which page of a PDF each heading stands."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from .flow import headings, printed_parts
from .source import Plan

_MOST_PASSES = 4


class HeadingNotFound(Exception):
    """A heading that was set but is not in the PDF's text."""


def set_with_contents(plan: Plan, set_once: Callable[[list[int]], None], pdf: Path) -> None:
    """Sets the PDF until the page numbers printed in its contents are the pages the headings stand on."""
    texts = [heading.text for heading in headings(printed_parts(plan))] if plan.style.contents else []
    pages = [0] * len(texts)
    for _ in range(_MOST_PASSES):
        set_once(pages)
        found = heading_pages(pdf, texts)
        if found == pages:
            return
        pages = found
    raise HeadingNotFound(f"{pdf.name}: the page numbers did not settle in {_MOST_PASSES} passes")


def heading_pages(pdf: Path, texts: list[str]) -> list[int]:
    """The page number, from 1, of each heading of `texts`, which stand in this order, each on whole lines."""
    printed = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8").stdout
    lines = [
        (page_number, _compact(line))
        for page_number, page in enumerate(printed.split("\f"), start=1)
        for line in page.splitlines()
        if _compact(line)
    ]
    pages, position = [], 0
    for text in texts:
        wanted = _compact(text)
        while position < len(lines) and not _starts_at(lines, position, wanted):
            position += 1
        if position == len(lines):
            raise HeadingNotFound(f"{pdf.name}: cannot find the heading {text!r}")
        pages.append(lines[position][0])
        position += 1
    return pages


def _starts_at(lines: list[tuple[int, str]], position: int, wanted: str) -> bool:
    joined = ""
    while len(joined) < len(wanted) and position < len(lines):
        joined += lines[position][1]
        position += 1
    return joined == wanted


def _compact(text: str) -> str:
    """Text without spaces and hyphens: pdftotext drops a hyphen at a line's end."""
    return re.sub(r"[\s\u00ad-]+", "", text)
