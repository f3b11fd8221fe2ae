"""The page templates beside this module, with ${places} to fill in."""

from __future__ import annotations

from pathlib import Path
from string import Template

_FOLDER = Path(__file__).parent / "templates"


def filled(name: str, **places: str) -> str:
    """The template `name` with every place filled."""
    return Template((_FOLDER / name).read_text(encoding="utf-8")).substitute(places)
