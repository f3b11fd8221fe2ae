"""What a measurement was made on, in one line."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from pathlib import Path


def output(*command: str) -> str:
    run = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return run.stdout


def first_match(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    return found.group(1).strip() if found else "unknown"


def machine() -> str:
    processor = first_match(r"^model name\s*:\s*(.*)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    system = first_match(r'^PRETTY_NAME="?([^"\n]*)', Path("/etc/os-release").read_text(encoding="utf-8"))
    swift = first_match(r"Swift version (\S+)", output("swift", "--version"))
    poppler = output("pkg-config", "--modversion", "poppler-glib").strip()
    name = f"{processor} ({platform.machine()})" if processor != "unknown" else platform.machine()
    return f"{name}, {os.cpu_count()} cores; {system}; Swift {swift}, release build; poppler {poppler}"
