"""Command line: sets all cases of the corpus, or those named."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .case import write_set_files, write_text_files, write_variants
from .command import CommandFailed
from .pdf_pages import HeadingNotFound
from .source import Plan, load_plan
from .yaml_node import SourceError

_CORPUS = Path(__file__).parents[2] / "corpus"


def main() -> int:
    """Sets the cases one after the other; 1 if any of them could not be set."""
    options = _options()
    names = options.case or sorted(path.parent.name for path in _CORPUS.glob("*/source.yaml"))
    failures = 0
    for name in names:
        try:
            _set_case(_CORPUS / name, options)
            print(name, flush=True)
        except (SourceError, CommandFailed, HeadingNotFound, OSError) as error:
            failures += 1
            print(f"{name}: {error}", file=sys.stderr, flush=True)
    return 1 if failures else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/corpus", description=__doc__)
    parser.add_argument("case", nargs="*", metavar="CASE", help="folder in corpus/; all of them if none is named")
    parser.add_argument("--text-only", action="store_true", help="write only input.txt and expected.json")
    parser.add_argument("--variants", type=Path, metavar="DIR",
                        help="set every case with all producers into DIR instead, with pdftotext's forms of each")
    return parser.parse_args()


def _set_case(folder: Path, options: argparse.Namespace) -> None:
    plan = _checked(load_plan(folder / "source.yaml"), folder)
    if options.variants:
        write_variants(plan, options.variants)
        return
    write_text_files(plan, folder / "input.txt", folder / "expected.json")
    if not options.text_only:
        write_set_files(plan, folder)


def _checked(plan: Plan, folder: Path) -> Plan:
    if plan.case != folder.name:
        raise SourceError(f"{folder / 'source.yaml'}: case: is {plan.case!r}, but the folder is {folder.name!r}")
    return plan


if __name__ == "__main__":
    sys.exit(main())
