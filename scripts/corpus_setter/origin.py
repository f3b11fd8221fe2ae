"""Writes ORIGIN.md: where a case comes from and what it is there for."""

from __future__ import annotations

from . import producers
from .source import Plan


def origin(plan: Plan) -> str:
    """The whole file."""
    traits = "\n".join(f"- {trait}" for trait in plan.traits)
    comparison = f"\n| `expected-comparison.json` | what changed since {plan.previous}, as the two sources have it |"
    extracted = "\n| `input.pdftotext` | `pdftotext input.pdf input.pdftotext` |"
    tagged = "with a structure tree" if plan.style.tagged else "without a structure tree"
    return f"""# {plan.case}

A made-up plan: the city, its districts and everyone named in it are fictional.
Written for this project; licence CC0-1.0.

What this case is there for:

{traits}

| File | Made from `source.yaml` by |
|---|---|
| `input.pdf` | {producers.version(plan.style)}, {tagged} |
| `input.txt` | the text form of `scripts/corpus_setter`, not taken from the PDF |{extracted if plan.style.text.by_pdftotext else ""}
| `expected.json` | the truth as the source has it |{comparison if plan.previous else ""}

Set again with `scripts/corpus {plan.case}`.
"""
