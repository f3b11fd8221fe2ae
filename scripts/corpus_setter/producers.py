"""The programs that set pages, by the names they go by in file names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from . import chromium, latex, libreoffice
from .source import Plan, Style

SETTERS: dict[str, Callable[[Plan, Path], None]] = {
    "libreoffice-tagged": lambda plan, target: libreoffice.set_plan(plan, target, tagged=True),
    "libreoffice-untagged": lambda plan, target: libreoffice.set_plan(plan, target, tagged=False),
    "chromium-tagged": lambda plan, target: chromium.set_plan(plan, target, tagged=True),
    "chromium-untagged": lambda plan, target: chromium.set_plan(plan, target, tagged=False),
    "latex": latex.set_plan,
    "docx": libreoffice.set_plan_through_word,
}

_VERSIONS = {"libreoffice": libreoffice.version, "chromium": chromium.version, "latex": latex.version}


def set_as_styled(plan: Plan, target: Path) -> None:
    """Sets `plan` with the producer its source asks for."""
    SETTERS[_setter_name(plan.style)](plan, target)


def version(style: Style) -> str:
    """The version of the producer the source asks for."""
    return _VERSIONS[style.producer]()


def _setter_name(style: Style) -> str:
    if style.producer == "latex":
        return "latex"
    return f"{style.producer}-{'tagged' if style.tagged else 'untagged'}"
