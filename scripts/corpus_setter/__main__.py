"""Command line: sets all cases of the corpus, or those named."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from .case import write_comparison, write_set_files, write_text_files, write_variants
from .command import CommandFailed
from .pdf_pages import HeadingNotFound
from .source import Plan, load_plan
from .yaml_node import SourceError

_CORPUS = Path(__file__).parents[2] / "corpus"


def main() -> int:
    """Sets the cases one after the other; 1 if any of them could not be set."""
    options = _options()
    every_name = sorted(path.parent.name for path in _CORPUS.glob("*/source.yaml"))
    names = options.case or every_name
    tasks: list[tuple[str, Callable[[], None]]] = [(name, partial(_set_case, name, options)) for name in names]
    if not options.variants:
        tasks += [(name, partial(_set_comparison, name, names)) for name in every_name]
    return 1 if sum(not _succeeds(name, task) for name, task in tasks) else 0


def _succeeds(name: str, task: Callable[[], None]) -> bool:
    try:
        task()
    except (SourceError, CommandFailed, HeadingNotFound, OSError) as error:
        print(f"{name}: {error}", file=sys.stderr, flush=True)
        return False
    return True


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/corpus", description=__doc__)
    parser.add_argument("case", nargs="*", metavar="CASE", help="folder in corpus/; all of them if none is named")
    parser.add_argument("--text-only", action="store_true", help="write only input.txt and the truths")
    parser.add_argument("--variants", type=Path, metavar="DIR",
                        help="set every case with all producers into DIR instead, with pdftotext's forms of each")
    return parser.parse_args()


def _set_case(name: str, options: argparse.Namespace) -> None:
    plan, folder = _plan(name), _CORPUS / name
    if options.variants:
        write_variants(plan, options.variants)
    else:
        write_text_files(plan, folder / "input.txt", folder / "expected.json")
        if not options.text_only:
            write_set_files(plan, folder)
    print(name, flush=True)


def _set_comparison(name: str, changed: list[str]) -> None:
    """Writes what changed from the year before, if either plan is among those `changed`."""
    plan = _plan(name)
    if plan.previous and {name, plan.previous} & set(changed):
        write_comparison(_plan(plan.previous), plan, _CORPUS / name / "expected-comparison.json")


@cache
def _plan(name: str) -> Plan:
    plan = load_plan(_CORPUS / name / "source.yaml")
    if plan.case != name:
        raise SourceError(f"corpus/{name}/source.yaml: case: is {plan.case!r}, but the folder is {name!r}")
    return plan


if __name__ == "__main__":
    sys.exit(main())
