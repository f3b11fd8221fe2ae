"""Sets a plan with headless Chromium."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from . import command
from .html import html
from .pdf_pages import set_with_contents
from .source import Plan


def set_plan(plan: Plan, target: Path, tagged: bool) -> None:
    """Sets `plan` into the PDF `target`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def set_once(pages: list[int]) -> None:
            (folder / "plan.html").write_text(html(plan, pages), encoding="utf-8")
            command.run(_arguments(folder, tagged), folder, folder / "plan.pdf")

        set_with_contents(plan, set_once, folder / "plan.pdf")
        shutil.copyfile(folder / "plan.pdf", target)


def version() -> str:
    """The name and version Chromium gives itself."""
    return command.first_line_of(["chromium", "--version"])


def _arguments(folder: Path, tagged: bool) -> list[str]:
    arguments = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
    arguments += ["--no-pdf-header-footer", f"--print-to-pdf={folder}/plan.pdf"]
    return arguments + ([] if tagged else ["--disable-pdf-tagging"]) + [f"file://{folder}/plan.html"]
