"""Renders a plan as one HTML page for printing."""

from __future__ import annotations

from html import escape
from itertools import groupby

from .flow import (
    RANK_OF_LEVEL, ContentsLine, Heading, ListItem, Paragraph, Part, Table, contents_lines, cover_text,
    furniture_pieces, printed_parts,
)
from .source import Plan, Style
from .template import filled

_BODY_FONTS = {"serif": ("Liberation Serif", "12"), "sans": ("Liberation Sans", "11")}
_ICON_COLUMN_SHARE = 0.045
_NARROW_WIDTHS = {"indicators": (0.75, 0.064, 0.074, 0.112), "activities": (0.814, 0.093, 0.093)}
_NARROW_RULE = "th, td { vertical-align: middle; padding: 0.04cm; } th { overflow-wrap: anywhere; }"
_CENTRED_RULE = "th { text-align: center; }"
_PLAIN_SECTION_RULE = "h5 { font: inherit; }"
_UP_THE_PAGE = 'writing-mode: vertical-rl; transform: rotate(180deg); font: 6.5pt "Liberation Sans";'
_SECOND_LEVEL_INDENT_CM = 0.6
_COUNTERS = {"{page}": "counter(page)", "{pages}": "counter(pages)"}


def html(plan: Plan, heading_pages: list[int]) -> str:
    """The document; `heading_pages` are the pages printed in its contents, one for each heading."""
    parts = printed_parts(plan)
    body_font, body_size = _BODY_FONTS[plan.style.font]
    contents = _contents(contents_lines(parts, heading_pages, plan.style)) if plan.style.contents else ""
    skips = plan.style.skip_furniture_on_first_page
    return filled(
        "plan.html",
        title=escape(plan.cover.title),
        head=_margin_box(plan.style.running_head),
        margin_text=_margin_text(plan.style),
        foot=_margin_box(plan.style.running_foot),
        first_page="@page :first { @top-right { content: none; } @bottom-left { content: none; } }" if skips else "",
        header_rule="" if plan.style.repeat_header else "thead { display: table-row-group; }",
        cell_rule=_cell_rule(plan.style),
        section_rule=_PLAIN_SECTION_RULE if plan.style.plain_section_headings else "",
        goal_pages=_goal_pages(parts, plan.style),
        body_font=body_font,
        body_size=body_size,
        body=_stamp(plan.style) + _cover(plan) + contents + _pages(parts, plan),
    )


def _cell_rule(style: Style) -> str:
    """What sets the cells of tables otherwise than the template does."""
    rules = {_NARROW_RULE: style.narrow_tables, _CENTRED_RULE: style.centred_headings}
    return " ".join(rule for rule, is_set in rules.items() if is_set)


def _margin_text(style: Style) -> str:
    """The margin box whose text runs up the page."""
    if not style.margin_text:
        return ""
    return f"@left-middle {{ {_margin_box((style.margin_text,))} {_UP_THE_PAGE} }}"


def _stamp(style: Style) -> str:
    """What is printed across every page: Chromium repeats what stands at a fixed place."""
    return f'<div class="stamp">{escape(style.stamp)}</div>\n' if style.stamp else ""


def _goal_pages(parts: list[Part], style: Style) -> str:
    """The running heads that name the goal of their page."""
    heads = [goal.text for goal, _ in _page_runs(parts, style) if goal]
    return "\n".join(
        f"@page goal-{number} {{ @top-right {{ {_margin_box((head, *style.running_head))} }} }}"
        for number, head in enumerate(heads, start=1)
    )


def _pages(parts: list[Part], plan: Plan) -> str:
    """The body, in which each goal that the running head names begins a page."""
    rendered: list[str] = []
    goal_count = 0
    for goal, run in _page_runs(parts, plan.style):
        body = _body(run, plan)
        goal_count += 1 if goal else 0
        rendered.append(f'<div style="page: goal-{goal_count}">\n{body}\n</div>' if goal else body)
    return "\n".join(rendered)


def _page_runs(parts: list[Part], style: Style) -> list[tuple[Heading | None, list[Part]]]:
    """The parts, cut where a goal that the running head names begins a page, each run with that goal."""
    rank = RANK_OF_LEVEL[style.goal_head] if style.goal_head else 0
    runs: list[list[Part]] = [[]]
    for part in parts:
        if isinstance(part, Heading) and _opens_run(part, runs[-1], rank):
            runs.append([])
        runs[-1].append(part)
    return [(_goal_of(run, rank), run) for run in runs]


def _opens_run(heading: Heading, run: list[Part], rank: int) -> bool:
    """Whether a heading is not of the run before it; the goals above a goal begin its page."""
    has_goals = any(isinstance(part, Heading) and part.role == "goal" for part in run)
    if heading.role == "chapter":
        return has_goals
    return heading.role == "goal" and heading.rank <= rank and (not has_goals or _goal_of(run, rank) is not None)


def _goal_of(run: list[Part], rank: int) -> Heading | None:
    """The goal that names a run's pages."""
    goals = (part for part in run if isinstance(part, Heading) and part.role == "goal" and part.rank == rank)
    return next(goals, None)


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


def _contents(contents: list[ContentsLine]) -> str:
    lines = [
        f'<div class="contents-line{" below" if line.rank > 1 else ""}"><span>{escape(line.title)}</span>'
        f'<span class="leader"></span><span>{escape(line.end)}</span></div>'
        for line in contents
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
    indent = f"; margin-left: {_SECOND_LEVEL_INDENT_CM}cm" if part.item.level > 1 else ""
    return f"<li style='list-style-type: {marker}{indent}'>{escape(part.item.text)}</li>"


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
