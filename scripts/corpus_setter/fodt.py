"""Renders a plan as one flat OpenDocument text file."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from .flow import (
    ContentsLine, Heading, ListItem, Paragraph, Part, Table, contents_lines, cover_text, furniture_pieces,
    printed_parts,
)
from .source import Plan
from .template import filled

_LINE_WIDTH_CM = 16.0
_ICON_COLUMN_CM = 0.7
_BODY_FONTS = {"serif": ("Liberation Serif", "12"), "sans": ("Liberation Sans", "11")}
_FIELDS = {
    "{page}": '<text:page-number text:select-page="current">1</text:page-number>',
    "{pages}": "<text:page-count>1</text:page-count>",
}


def fodt(plan: Plan, heading_pages: list[int]) -> str:
    """The document; `heading_pages` are the pages printed in its contents, one for each heading."""
    parts = printed_parts(plan)
    body_font, body_size = _BODY_FONTS[plan.style.font]
    first_body_style, body = _starting_a_page(_body(parts, plan))
    furniture = _furniture(plan)
    contents = _contents(contents_lines(parts, heading_pages, plan.style)) if plan.style.contents else ""
    return filled(
        "plan.fodt",
        title=escape(plan.cover.title),
        body_font=body_font,
        body_size=body_size,
        first_body_style=first_body_style,
        table_styles="\n".join(_table_styles(parts)),
        furniture=furniture,
        first_furniture="" if plan.style.skip_furniture_on_first_page else furniture,
        body=_cover(plan) + contents + body,
    )


def _cover(plan: Plan) -> str:
    cover = cover_text(plan)
    above = [_p("CoverLine", line) for line in cover.above]
    above[0] = _p("CoverStart", cover.above[0])
    below = [_p("CoverLine", line) for line in cover.below]
    return "\n".join([*above, _p("CoverTitle", cover.title), *below])


def _contents(contents: list[ContentsLine]) -> str:
    lines = [
        f'<text:p text:style-name="ContentsLine{min(line.rank, 2)}">'
        f"{_text(line.title)}<text:tab/>{_text(line.end)}</text:p>"
        for line in contents
    ]
    title = _p("ContentsTitle", "Innehållsförteckning")
    return (
        '\n<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="2"/>'
        f'<text:index-body><text:index-title text:name="ContentsHead">{title}</text:index-title>\n'
        + "\n".join(lines)
        + "</text:index-body></text:table-of-content>\n"
    )


def _starting_a_page(body: str) -> tuple[str, str]:
    """The style of the first paragraph, and the body with a style in its place that starts a new page."""
    first = re.search(r'text:style-name="([^"]+)"', body)
    if not first:
        return "Body", body
    return first.group(1), body[: first.start(1)] + "BodyStart" + body[first.end(1) :]


def _body(parts: list[Part], plan: Plan) -> str:
    """The parts; tables that follow one another are kept apart by an empty line, or Word makes them one."""
    rendered: list[str] = []
    table_count = 0
    for previous, part in zip([None, *parts[:-1]], parts, strict=True):
        if isinstance(part, Table):
            rendered += [_p("TableGap", "")] if isinstance(previous, Table) else []
            table_count += 1
            rendered.append(_table(part, f"T{table_count}", plan))
        else:
            rendered.append(_text_part(part, plan))
    return "\n".join(rendered)


def _text_part(part: Heading | Paragraph | ListItem, plan: Plan) -> str:
    if isinstance(part, Heading):
        return _heading(part, plan)
    if isinstance(part, Paragraph):
        return _p("Body", part.text)
    if part.item.marker == "•":
        item = f"<text:list-item>{_p('Item', part.item.text)}</text:list-item>"
        return f'<text:list text:style-name="Bullets">{item}</text:list>'
    return _p("Item", part.item.printed)


def _heading(heading: Heading, plan: Plan) -> str:
    label, text = "", heading.text
    if plan.style.label_on_own_line and heading.label:
        label, text = _p("GoalLabel", heading.label), heading.title
    opening = f'<text:h text:style-name="Heading_20_{heading.rank}" text:outline-level="{heading.rank}">'
    return f"{label}{opening}{_text(text)}</text:h>"


def _table_styles(parts: list[Part]) -> list[str]:
    styles = []
    tables = [part for part in parts if isinstance(part, Table)]
    for number, table in enumerate(tables, start=1):
        styles.append(
            f'<style:style style:name="T{number}" style:family="table"><style:table-properties '
            f'style:width="{_LINE_WIDTH_CM}cm" table:align="left" fo:margin-top="0.1cm" fo:margin-bottom="0.4cm"/>'
            "</style:style>"
        )
        styles += [
            f'<style:style style:name="T{number}.C{column}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width:.2f}cm"/></style:style>'
            for column, width in enumerate(_column_widths(table), start=1)
        ]
    return styles


def _column_widths(table: Table) -> list[float]:
    icon = [_ICON_COLUMN_CM] if table.has_icon_column else []
    return icon + [share * (_LINE_WIDTH_CM - sum(icon)) for share in table.widths]


def _table(table: Table, name: str, plan: Plan) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="{name}.C{column}"/>'
        for column in range(1, len(_column_widths(table)) + 1)
    )
    header = _row(table, table.columns, "HeaderCellBox", "HeaderCell")
    if plan.style.repeat_header:
        header = f"<table:table-header-rows>{header}</table:table-header-rows>"
    rows = "\n".join(_row(table, row, "CellBox", "Cell") for row in table.rows)
    return f'<table:table table:name="{name}" table:style-name="{name}">{columns}{header}\n{rows}</table:table>'


def _row(table: Table, cells: tuple[str, ...], box: str, style: str) -> str:
    texts = ("", *cells) if table.has_icon_column else cells
    boxes = "".join(
        f'<table:table-cell table:style-name="{box}" office:value-type="string">{_p(style, text)}</table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{boxes}</table:table-row>"


def _furniture(plan: Plan) -> str:
    head = "".join(_furniture_line("Head", line) for line in plan.style.running_head)
    foot = "".join(_furniture_line("Foot", line) for line in plan.style.running_foot)
    return f"<style:header>{head}</style:header><style:footer>{foot}</style:footer>"


def _furniture_line(style: str, line: str) -> str:
    pieces = "".join(_FIELDS.get(piece) or _text(piece) for piece in furniture_pieces(line))
    return f'<text:p text:style-name="{style}">{pieces}</text:p>'


def _p(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{_text(text)}</text:p>'


def _text(text: str) -> str:
    """Escaped text in which runs of spaces are kept."""
    return re.sub("  +", lambda run: f' <text:s text:c="{len(run.group()) - 1}"/>', escape(text))
