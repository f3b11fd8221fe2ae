"""Turns a plan into the parts printed one after the other, the same for every producer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .source import Block, FreeTable, Goal, Item, Plan, Section, Style

RANK_OF_LEVEL = {"direction": 1, "area": 2, "committee": 3, "unit": 4}
_SECTION_RANK = 5
_CONTENTS_DEPTH = 2

_OTHER_COLUMN_WIDTHS = (0.40, 0.14, 0.16, 0.14, 0.16)


@dataclass(frozen=True)
class Heading:
    """A heading of rank 1 (largest) to 5; `label` is empty except before a goal's title."""

    role: str
    rank: int
    label: str
    title: str
    in_contents: bool

    @property
    def text(self) -> str:
        """Label and title as one line."""
        return f"{self.label} {self.title}".strip()


@dataclass(frozen=True)
class ContentsLine:
    """A line of the printed contents; `end` is its page number, or what stands in place of one."""

    rank: int
    title: str
    end: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of body text; `part` is "chapter" or "goal"."""

    text: str
    part: str


@dataclass(frozen=True)
class ListItem:
    """An item with its printed marker; `part` as for paragraphs."""

    item: Item
    part: str


@dataclass(frozen=True)
class Table:
    """A table; `kind` is "indicators", "activities" or "free", `widths` are shares of the line that sum to 1."""

    kind: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    has_icon_column: bool
    rows_have_icons: bool


Part = Heading | Paragraph | ListItem | Table


def printed_parts(plan: Plan) -> list[Part]:
    """Everything from "Inledning" to the end, in printed order."""
    parts: list[Part] = []
    for section in plan.introduction:
        parts += _chapter(section)
    for goal in plan.goals:
        parts += _goal(goal, plan)
    for section in plan.closing:
        parts += _chapter(section)
    return parts


def contents_lines(parts: list[Part], heading_pages: list[int], style: Style) -> list[ContentsLine]:
    """The printed contents; `heading_pages` are the pages of all headings."""
    listed = [
        (heading, page) for heading, page in zip(headings(parts), heading_pages, strict=False) if heading.in_contents
    ]
    return [
        ContentsLine(heading.rank, heading.title, str(page) if index % 2 == 0 else style.missing_page or str(page))
        for index, (heading, page) in enumerate(listed)
    ]


def headings(parts: list[Part]) -> list[Heading]:
    """The headings among `parts`."""
    return [part for part in parts if isinstance(part, Heading)]


@dataclass(frozen=True)
class CoverText:
    """The first page: lines above the title, the title, lines below it."""

    above: tuple[str, ...]
    title: str
    below: tuple[str, ...]


def cover_text(plan: Plan) -> CoverText:
    """The cover with the lines every first page has, less those the source writes out itself."""
    cover = plan.cover
    above = [cover.administration, cover.unit, "Tjänsteutlåtande"]
    above += [f"Dnr: {cover.diary_number}" if cover.diary_number else None, cover.date]
    extra = [line for line in cover.lines if line not in above]
    decision = next((i for i, line in enumerate(extra) if line.startswith("Förslag till beslut")), None)
    if decision is not None:
        middle, below = extra[:decision], extra[decision:]
    elif {"Handläggare", "Till"} & set(extra):
        middle, below = extra, ["Förslag till beslut"]
    else:
        middle, below = [], ["Förslag till beslut", *extra]
    default = [] if {"Handläggare", "Till"} & set(middle) else _default_recipient(plan)
    return CoverText(tuple(line for line in (*above, *default, *middle) if line), cover.title, tuple(below))


def furniture_pieces(line: str) -> list[str]:
    """A running head's line split so that "{page}" and "{pages}" stand alone."""
    return [piece for piece in re.split(r"(\{pages?\})", line) if piece]


def _default_recipient(plan: Plan) -> list[str | None]:
    phone = next((line for line in plan.style.running_foot if re.fullmatch(r"[\d\s–-]+", line)), None)
    return ["Handläggare", f"Telefon: {phone}" if phone else None, "Till", plan.cover.committee or plan.cover.unit]


def _chapter(section: Section) -> Iterator[Part]:
    depth = section.depth or 1
    yield Heading("chapter", min(depth, _SECTION_RANK), "", section.heading, depth <= _CONTENTS_DEPTH)
    yield from (_block(block, "chapter") for block in section.blocks)
    for child in section.sections:
        yield from _chapter(child)


def _goal(goal: Goal, plan: Plan) -> Iterator[Part]:
    department = "Avdelningsmål:" if goal.scope == "avdelning" else None
    title = " ".join(word for word in (goal.printed_number, department, goal.title) if word)
    rank = RANK_OF_LEVEL[goal.level]
    yield Heading("goal", rank, goal.label, title, goal.level in ("direction", "area"))
    for section in goal.sections:
        yield Heading("section", _SECTION_RANK, "", section.heading, False)
        yield from (_block(block, "goal") for block in section.blocks)
    if goal.indicators:
        yield _indicator_table(goal, plan)
    if goal.activities:
        yield _activity_table(goal, plan)
    for child in goal.goals:
        yield from _goal(child, plan)


def _block(block: Block, part: str) -> Part:
    if isinstance(block, Item):
        return ListItem(block, part)
    if isinstance(block, FreeTable):
        return _free_table(block)
    return Paragraph(block.text, part)


def _indicator_table(goal: Goal, plan: Plan) -> Table:
    rows = tuple((row.name, row.target, row.council_target, row.period) for row in goal.indicators)
    header = plan.style.council_target_header
    narrow_council_column = not re.search(r"\d{4}", header)
    widths: tuple[float, ...] = (0.58, 0.14, 0.12, 0.16) if narrow_council_column else (0.42, 0.18, 0.24, 0.16)
    columns: tuple[str, ...] = ("Indikator", plan.style.target_header, header, "Periodicitet")
    if plan.style.other_column and any(row.other for row in goal.indicators):
        rows = tuple((*cells[:3], row.other, cells[3]) for cells, row in zip(rows, goal.indicators, strict=True))
        columns = (*columns[:3], plan.style.other_column, columns[3])
        widths = _OTHER_COLUMN_WIDTHS
    has_icons = plan.style.icon_column and goal.level == "area" and len(rows) > 1
    return Table("indicators", columns, widths, rows, plan.style.icon_column, has_icons)


def _activity_table(goal: Goal, plan: Plan) -> Table:
    rows = tuple((row.text, row.start, row.end) for row in goal.activities)
    columns = ("Aktivitet", *plan.style.date_headers)
    return Table("activities", columns, (0.68, 0.16, 0.16), rows, plan.style.icon_column, False)


def _free_table(table: FreeTable) -> Table:
    others = len(table.columns) - 1
    widths = (0.4,) + (0.6 / others,) * others if others else (1.0,)
    return Table("free", table.columns, widths, table.rows, False, False)
