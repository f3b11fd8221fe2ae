"""Sets a plan with LibreOffice Writer, straight from flat OpenDocument or by way of a Word file."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from . import command
from .fodt import fodt
from .pdf_pages import set_with_contents
from .source import Plan


def set_plan(plan: Plan, target: Path, tagged: bool) -> None:
    """Sets `plan` into the PDF `target`."""
    _set(plan, target, tagged, through_word=False)


def set_plan_through_word(plan: Plan, target: Path) -> None:
    """Sets `plan` by way of a .docx file that LibreOffice writes and reads again; the PDF is tagged."""
    _set(plan, target, tagged=True, through_word=True)


def version() -> str:
    """The name and version LibreOffice gives itself."""
    return command.first_line_of(["soffice", "--version"])


def _set(plan: Plan, target: Path, tagged: bool, through_word: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def set_once(pages: list[int]) -> None:
            source = folder / "plan.fodt"
            source.write_text(fodt(plan, pages), encoding="utf-8")
            if through_word:
                source = _converted(source, "docx", "docx:MS Word 2007 XML")
            _converted(source, "pdf", _pdf_filter(tagged))

        set_with_contents(plan, set_once, folder / "plan.pdf")
        shutil.copyfile(folder / "plan.pdf", target)


def _pdf_filter(tagged: bool) -> str:
    options = {"UseTaggedPDF": {"type": "boolean", "value": str(tagged).lower()}}
    return "pdf:writer_pdf_Export:" + json.dumps(options)


def _converted(source: Path, suffix: str, export_filter: str) -> Path:
    product = source.with_suffix(f".{suffix}")
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    arguments = ["soffice", profile, "--headless", "--convert-to", export_filter, source.name]
    command.run(arguments, source.parent, product)
    return product
