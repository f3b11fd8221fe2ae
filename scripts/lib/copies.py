"""Documents by the thousand: copies of the corpus that differ in bytes and give the same plans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def write_copies(sources: Sequence[Path], folder: Path, number: int) -> list[Path]:
    """Writes `number` distinct documents, the sources in turn, and gives their paths in order.

    Documents with the same bytes would be converted once. A PDF gets a comment behind its end, a
    text blank lines; neither changes its plan.
    """
    folder.mkdir(parents=True, exist_ok=True)
    contents = [source.read_bytes() for source in sources]
    copies = []
    for index in range(number):
        turn, which = divmod(index, len(sources))
        source = sources[which]
        # Of any length, or all copies of a plan would have one size, and the run would have to read
        # them all before it begins, to see whether they are the same.
        addition = b"\n" * turn if source.suffix == ".txt" else b"%" + b"=" * turn + b"\n"
        copy = folder / f"{index:06}-{source.parent.name}{source.suffix}"
        copy.write_bytes(contents[which] + addition)
        copies.append(copy)
    return copies
