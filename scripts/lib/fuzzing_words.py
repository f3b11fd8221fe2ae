"""Writes the words of a vocabulary as a dictionary for libFuzzer: fuzzing_words.py VOCABULARY"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

# What the program knows without its vocabulary: ends of lines and pages, gaps between columns,
# numbers of goals, dates, leaders of a contents page, marks of lists, characters that are cleaned.
BUILT_IN = [
    "\n", "\r\n", "\f", "\n\n", "  ", "     ", "\t", ": ", "1.1 ", "2.1.3 ", "2026-01-31", " .......... ", "\n- ",
    "\n• ", "12 (34)", "≥ 80 %", "7,2", "-\n", "\u00ad", "\u00a0", "\u200b", "\u200f", "\ufeff", "a\u030a", "ﬁ", "\u2011",
]


def texts(value: object) -> Iterator[str]:
    """All texts in a JSON value; the keys of objects that hold words are words too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for element in value:
            yield from texts(element)
    elif isinstance(value, dict):
        for key, element in value.items():
            yield from texts(key)
            yield from texts(element)


def quoted(text: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in text.encode()) + '"'


def main(vocabulary: Path) -> None:
    words = texts(json.loads(vocabulary.read_text(encoding="utf-8")))
    # libFuzzer takes entries of up to 64 bytes.
    for word in sorted({*BUILT_IN, *words}):
        if 0 < len(word.encode()) <= 64:
            print(quoted(word))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
