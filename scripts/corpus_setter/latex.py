"""Sets a plan with pdflatex."""

from __future__ import annotations

import re
import shutil
import tempfile
from itertools import groupby
from pathlib import Path

from . import command
from .flow import Heading, ListItem, Paragraph, Part, Table, cover_text, furniture_pieces, printed_parts
from .source import Plan
from .template import filled

_PASSES = 3
_LINE_WIDTH_CM = 16.0
_ICON_COLUMN_CM = 0.7
_CELL_PADDING_CM = 0.141
_COMMANDS = {1: "section", 2: "subsection", 3: "subsubsection", 4: "paragraph", 5: "subparagraph"}
_FIELDS = {"{page}": r"\thepage{}", "{pages}": r"\pageref*{LastPage}"}
_ESCAPES = {
    **{character: f"\\{character}" for character in "#$%&_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "\u00a0": "~",
    "\u00ad": r"\-",
}


def set_plan(plan: Plan, target: Path) -> None:
    """Sets `plan` into the PDF `target`, which is never tagged."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.tex").write_text(latex(plan), encoding="utf-8")
        for _ in range(_PASSES):
            arguments = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "plan.tex"]
            command.run(arguments, folder, folder / "plan.pdf")
        shutil.copyfile(folder / "plan.pdf", target)


def version() -> str:
    """The name and version pdflatex gives itself."""
    return command.first_line_of(["pdflatex", "--version"])


def latex(plan: Plan) -> str:
    """The document; LaTeX finds the page numbers of its contents by itself."""
    contents = "\\tableofcontents\n\\clearpage\n" if plan.style.contents else ""
    return filled(
        "plan.tex",
        title=escaped(plan.cover.title),
        body_family=r"\renewcommand{\familydefault}{\sfdefault}" if plan.style.font == "sans" else "",
        head=_furniture(plan.style.running_head),
        foot=_furniture(plan.style.running_foot),
        first_page_style="none" if plan.style.skip_furniture_on_first_page else "every",
        body=_cover(plan) + contents + _body(printed_parts(plan), plan),
    )


def escaped(text: str) -> str:
    """Text that LaTeX prints as it stands, without its own ligatures of hyphens and commas."""
    characters = "".join(_ESCAPES.get(character, character) for character in text)
    return re.sub(r"([-,])(?=\1)", r"\1{}", characters)


def _furniture(lines: tuple[str, ...]) -> str:
    printed = ("".join(_FIELDS.get(piece) or escaped(piece) for piece in furniture_pieces(line)) for line in lines)
    return r"\\ ".join(printed)


def _cover(plan: Plan) -> str:
    cover = cover_text(plan)
    above, below = ("\\\\\n".join(map(escaped, lines)) for lines in (cover.above, cover.below))
    title = rf"{{\headingfont\fontsize{{22}}{{26}}\selectfont {escaped(cover.title)}\par}}"
    return (
        f"{{\\sffamily\\small\\raggedright\n{above}\\par\n\\vspace{{2cm}}\n{title}\n"
        f"\\vspace{{0.5cm}}\n{below}\\par}}\n\\clearpage\n"
    )


def _body(parts: list[Part], plan: Plan) -> str:
    rendered: list[str] = []
    for is_item, group in groupby(parts, key=lambda part: isinstance(part, ListItem)):
        run = list(group)
        rendered += [_list(run)] if is_item else [_part(part, plan) for part in run]
    return "\n\n".join(rendered)


def _list(items: list[Part]) -> str:
    lines = [_item(part) for part in items if isinstance(part, ListItem)]
    return "\\begin{planlist}\n" + "\n".join(lines) + "\n\\end{planlist}"


def _item(part: ListItem) -> str:
    if part.item.glued:
        return rf"\item[]\hspace{{-1em}}{escaped(part.item.printed)}"
    return rf"\item[{{{escaped(part.item.marker)}}}] {escaped(part.item.text) or chr(92) + 'leavevmode'}"


def _part(part: Part, plan: Plan) -> str:
    if isinstance(part, Heading):
        return _heading(part, plan)
    if isinstance(part, Table):
        return _table(part, plan)
    assert isinstance(part, Paragraph)
    return escaped(part.text)


def _heading(heading: Heading, plan: Plan) -> str:
    separator = r"\\ " if plan.style.label_on_own_line else " "
    text = separator.join(escaped(piece) for piece in (heading.label, heading.title) if piece)
    name = _COMMANDS[heading.rank]
    entry = rf"\phantomsection\addcontentsline{{toc}}{{{name}}}{{{escaped(heading.title)}}}"
    return rf"\{name}*{{{text}}}" + "\n" + entry


def _table(table: Table, plan: Plan) -> str:
    icon = [_ICON_COLUMN_CM] if table.has_icon_column else []
    widths = icon + [share * (_LINE_WIDTH_CM - sum(icon)) for share in table.widths]
    columns = "".join(f"C{{{width - _CELL_PADDING_CM:.2f}cm}}" for width in widths)
    header = r"\rowcolor{headershade}" + _row(table, table.columns, r"\bfseries ")
    heads = f"{header}\\endhead" if plan.style.repeat_header else f"{header}\\endfirsthead\n\\endhead"
    rows = "\n".join(_row(table, row, "") for row in table.rows)
    return f"{{\\tablefont\\begin{{longtable}}{{{columns}}}\n{heads}\n{rows}\n\\end{{longtable}}}}"


def _row(table: Table, cells: tuple[str, ...], font: str) -> str:
    texts = ("", *cells) if table.has_icon_column else cells
    return " & ".join(font + escaped(text) for text in texts) + r" \\[2pt] \hline"
