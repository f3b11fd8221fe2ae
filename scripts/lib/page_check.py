"""Runs the examples of a page, and holds what they print against what the page says.

usage: page_check.py PAGE [--write]

The examples are the fenced blocks in python, r, sql (DuckDB) and sh; they run one by one, in the order of
the page, in a folder that is made for them. A block of text right after one is what it prints. A
language whose tool is missing is passed over and named. With --write the page gets what was printed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Indented fences stand in lists; none of the pages has any.
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$(?:\n+^```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)

DUCKDB = """
import sys, duckdb
result = duckdb.sql(sys.stdin.read())
if result is not None: print(result)
"""


@dataclass
class Language:
    command: list[str]
    """What reads an example from standard input."""
    probe: list[str]
    """What fails where the tool is missing."""


LANGUAGES = {
    "sh": Language(["bash", "-euo", "pipefail"], ["bash", "-c", "true"]),
    "python": Language([sys.executable, "-B", "-"], [sys.executable, "-c", "import pandas, frictionless"]),
    "sql": Language([sys.executable, "-B", "-c", DUCKDB], [sys.executable, "-c", "import duckdb"]),
    "r": Language(["Rscript", "--vanilla", "-"], ["Rscript", "--vanilla", "-e", "library(jsonlite)"]),
}


def is_there(language: Language) -> bool:
    if not shutil.which(language.probe[0]):
        return False
    return subprocess.run(language.probe, capture_output=True, check=False).returncode == 0


def lines(text: str) -> list[str]:
    """The lines without white space at their ends, which no page can show."""
    return [line.rstrip() for line in text.strip("\n").split("\n")]


class Page:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text("utf-8")
        self.counts: dict[str, int] = {}
        self.missing: set[str] = set()
        self.faults: list[str] = []

    def run(self, run_example: Callable[[list[str], str], subprocess.CompletedProcess[str]]) -> str:
        """The page with the outputs that the examples really have."""
        there = {name: is_there(language) for name, language in LANGUAGES.items()}

        def replacement(match: re.Match[str]) -> str:
            name, example, said = match.groups()
            if name not in LANGUAGES:
                return match[0]
            if not there[name]:
                self.missing.add(name)
                return match[0]
            self.counts[name] = self.counts.get(name, 0) + 1
            place = f"{self.path.name}:{self.text.count(chr(10), 0, match.start()) + 1}"
            result = run_example(LANGUAGES[name].command, example)
            if result.returncode != 0:
                self.faults.append(f"{place}: exit code {result.returncode}: {result.stderr.strip()[-2000:]}")
                return match[0]
            if said is None:
                return match[0]
            if lines(said) != lines(result.stdout):
                self.faults.append(f"{place} prints something else:\n{result.stdout}")
            printed = "\n".join(lines(result.stdout))
            return match[0].replace(f"```text\n{said}```", f"```text\n{printed}\n```")

        return FENCE.sub(replacement, self.text)


def main() -> None:
    page = Page(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for shared in ("corpus", "scripts"):
            (folder / shared).symlink_to(ROOT / shared)
        environment = os.environ | {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
            "PYTHONWARNINGS": "ignore", "COLUMNS": "100",
        }

        def run_example(command: list[str], example: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                command, input=example, cwd=folder, env=environment, capture_output=True, text=True,
                check=False)

        text = page.run(run_example)
    if "--write" in sys.argv[2:]:
        page.path.write_text(text, "utf-8")
    elif page.faults:
        sys.exit("\n".join(page.faults))
    if not page.counts:
        sys.exit(f"{page.path.name} has no example that could be run")
    counts = ", ".join(f"{count} {name}" for name, count in sorted(page.counts.items()))
    missing = f"; passed over, since their tool is missing: {', '.join(sorted(page.missing))}"
    print(f"{page.path.name}: {counts}{missing if page.missing else ''}")


if __name__ == "__main__":
    main()
