"""Writes the files of one case."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from .comparison import expected_comparison
from .expected import expected_plan
from .origin import origin
from .producers import SETTERS, set_as_styled
from .source import Plan
from .text_form import text_form


def write_text_files(plan: Plan, text: Path, expected: Path) -> None:
    """Writes the text form and the truth."""
    body, furniture = text_form(plan)
    text.write_text(body, encoding="utf-8")
    _write_json(expected_plan(plan, furniture), expected)


def write_comparison(old: Plan, new: Plan, target: Path) -> None:
    """Writes the truth about what changed from one plan to the next."""
    _write_json(expected_comparison(old, new), target)


def write_set_files(plan: Plan, folder: Path) -> None:
    """Sets the PDF and writes down how it was set."""
    pdf = folder / "input.pdf"
    set_as_styled(plan, pdf)
    if plan.style.text.by_pdftotext:
        subprocess.run(["pdftotext", pdf, folder / "input.pdftotext"], check=True)
    (folder / "ORIGIN.md").write_text(origin(plan), encoding="utf-8")


def write_variants(plan: Plan, folder: Path) -> None:
    """Sets the plan with every producer, with two text forms of each PDF beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    write_text_files(plan, folder / f"{plan.case}.input.txt", folder / f"{plan.case}.expected.json")
    for name, set_plan in SETTERS.items():
        pdf = folder / f"{plan.case}.{name}.pdf"
        set_plan(plan, pdf)
        subprocess.run(["pdftotext", pdf, pdf.with_suffix(".txt")], check=True)
        subprocess.run(["pdftotext", "-layout", pdf, pdf.with_suffix(".layout.txt")], check=True)


def _write_json(document: dict[str, Any], target: Path) -> None:
    target.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
