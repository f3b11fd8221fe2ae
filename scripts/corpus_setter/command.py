"""Runs the programs that set pages, and says what they said when they fail."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# The date every document bears where its producer honours it: 2024-01-01 00:00 UTC.
_SOURCE_DATE_EPOCH = "1704067200"
_LONGEST_RUN_SECONDS = 300


class CommandFailed(Exception):
    """A program that ended with an error or without its output."""


def run(command: list[str], folder: Path, product: Path) -> None:
    """Runs `command` in `folder`; it must leave `product`."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _SOURCE_DATE_EPOCH, "FORCE_SOURCE_DATE": "1", "TZ": "UTC"}
    product.unlink(missing_ok=True)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", errors="replace",
        timeout=_LONGEST_RUN_SECONDS, check=False,
    )
    if done.returncode or not product.exists():
        said = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise CommandFailed(f"{command[0]} ended with {done.returncode} and no usable {product.name}:\n{said}")


def first_line_of(command: list[str]) -> str:
    """The first line a program prints, its version as a rule."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=True)
    return done.stdout.splitlines()[0].strip()
