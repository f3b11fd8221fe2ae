"""Renders a plan as one HTML page for printing."""

from __future__ import annotations

from html import escape
from itertools import groupby

from .flow import Heading, ListItem, Paragraph, Part, Table, cover_text, furniture_pieces, headings, printed_parts
from .source import Plan
from .template import filled

_BODY_FONTS = {"serif": ("Liberation Serif", "12"), "sans": ("Liberation Sans", "11")}
_ICON_COLUMN_SHARE = 0.045
_NARROW_WIDTHS = {"indicators": (0.75, 0.064, 0.074, 0.112), "activities": (0.814, 0.093, 0.093)}
_NARROW_RULE = "th, td { vertical-align: middle; padding: 0.04cm; } th { overflow-wrap: anywhere; }"
_COUNTERS = {"{page}": "counter(page)", "{pages}": "counter(pages)"}


def html(plan: Plan, heading_pages: list[int]) -> str:
    """The document; `heading_pages` are the pages printed in its contents, one for each heading."""
    parts = printed_parts(plan)
    body_font, body_size = _BODY_FONTS[plan.style.font]
    contents = _contents(headings(parts), heading_pages) if plan.style.contents else ""
    skips = plan.style.skip_furniture_on_first_page
    return filled(
        "plan.html",
        title=escape(plan.cover.title),
        head=_margin_box(plan.style.running_head),
        foot=_margin_box(plan.style.running_foot),
        first_page="@page :first { @top-right { content: none; } @bottom-left { content: none; } }" if skips else "",
        header_rule="" if plan.style.repeat_header else "thead { display: table-row-group; }",
        cell_rule=_NARROW_RULE if plan.style.narrow_tables else "",
        body_font=body_font,
        body_size=body_size,
        body=_cover(plan) + contents + _body(parts, plan),
    )


def _margin_box(lines: tuple[str, ...]) -> str:
    """The `content` of a page's margin box, its lines under one another."""
    if not lines:
        return ""
    pieces = []
    for line in lines:
        pieces += [_COUNTERS.get(piece) or _css_string(piece) for piece in furniture_pieces(line)] + ['"\\A "']
    return f"content: {' '.join(pieces[:-1])};"


def _css_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _cover(plan: Plan) -> str:
    cover = cover_text(plan)
    above = "".join(f"<p>{escape(line)}</p>\n" for line in cover.above)
    below = "".join(f"<p>{escape(line)}</p>\n" for line in cover.below)
    return f'<div class="cover">\n{above}<p class="title">{escape(cover.title)}</p>\n{below}</div>\n'


def _contents(all_headings: list[Heading], pages: list[int]) -> str:
    lines = [
        f'<div class="contents-line{" below" if heading.rank > 1 else ""}"><span>{escape(heading.title)}</span>'
        f'<span class="leader"></span><span>{page}</span></div>'
        for heading, page in zip(all_headings, pages, strict=False)
        if heading.in_contents
    ]
    title = '<p class="contents-title">Innehållsförteckning</p>'
    return f'<div class="contents">\n{title}\n' + "\n".join(lines) + "\n</div>\n"


def _body(parts: list[Part], plan: Plan) -> str:
    rendered: list[str] = []
    for is_item, group in groupby(parts, key=lambda part: isinstance(part, ListItem)):
        run = list(group)
        rendered += [_list(run)] if is_item else [_part(part, plan) for part in run]
    return "\n".join(rendered)


def _list(items: list[Part]) -> str:
    lines = [_item(part) for part in items if isinstance(part, ListItem)]
    return "<ul>\n" + "\n".join(lines) + "\n</ul>"


def _item(part: ListItem) -> str:
    marker = _css_string(part.item.marker + ("" if part.item.glued else " "))
    return f"<li style='list-style-type: {marker}'>{escape(part.item.text)}</li>"


def _part(part: Part, plan: Plan) -> str:
    if isinstance(part, Heading):
        return _heading(part, plan)
    if isinstance(part, Table):
        return _table(part, plan)
    assert isinstance(part, Paragraph)
    return f"<p>{escape(part.text)}</p>"


def _heading(heading: Heading, plan: Plan) -> str:
    separator = "<br>" if plan.style.label_on_own_line else " "
    text = separator.join(escape(piece) for piece in (heading.label, heading.title) if piece)
    return f"<h{heading.rank}>{text}</h{heading.rank}>"


def _table(table: Table, plan: Plan) -> str:
    icon_share = _ICON_COLUMN_SHARE if table.has_icon_column else 0.0
    widths = _NARROW_WIDTHS.get(table.kind, table.widths) if plan.style.narrow_tables else table.widths
    shares = ([icon_share] if icon_share else []) + [share * (1 - icon_share) for share in widths]
    columns = "".join(f'<col style="width: {share:.1%}">' for share in shares)
    rows = "\n".join(_row(table, row, "td") for row in table.rows)
    header = _row(table, table.columns, "th")
    return f"<table><colgroup>{columns}</colgroup>\n<thead>{header}</thead>\n<tbody>{rows}</tbody></table>"


def _row(table: Table, cells: tuple[str, ...], tag: str) -> str:
    texts = ("", *cells) if table.has_icon_column else cells
    return "<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts) + "</tr>"
