"""Reads corpus/<case>/source.yaml into a checked, immutable `Plan`."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .yaml_node import SourceError, YamlNode, checked_text

PRODUCERS = ("libreoffice", "chromium", "latex")
LEVELS = ("direction", "area", "committee", "unit")
SECTION_KINDS = ("description", "expectedResults", "workingMethods", "resourceUse", "followUp", "development")
DEFAULT_LABELS = {
    "direction": "KF:s inriktningsmål:",
    "area": "KF:s mål för verksamhetsområdet:",
    "committee": "Nämndmål:",
    "unit": "Enhetsmål:",
}


@dataclass(frozen=True)
class Prose:
    """A paragraph; `was` is what an expected result said the year before, where it was put otherwise."""

    text: str
    was: str | None


@dataclass(frozen=True)
class Item:
    """A list item; `text` is empty where the marker stands alone on its line. `was` as of a paragraph."""

    marker: str
    text: str
    glued: bool
    level: int
    """1, or 2 of an item below another one; only Chromium sets it further in."""
    was: str | None

    @property
    def printed(self) -> str:
        """Marker and text as they stand on the page."""
        return (self.marker + ("" if self.glued else " ") + self.text).strip()


@dataclass(frozen=True)
class FreeTable:
    """A table of the closing chapter whose columns are its own."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Prose | Item | FreeTable


@dataclass(frozen=True)
class Section:
    """A heading with its blocks: a goal's section has a kind, one of the introduction or the closing a depth."""

    heading: str
    kind: str | None
    depth: int | None
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Indicator:
    """A row of an indicator table; an empty cell is an empty string."""

    key: str | None
    name: str
    target: str
    council_target: str
    other: str
    """The cell of the column that no vocabulary has, which `style.otherColumn` names."""
    period: str


@dataclass(frozen=True)
class Activity:
    """A row of an activity table; an empty cell is an empty string, and a date may be words instead."""

    key: str | None
    text: str
    start: str
    end: str


@dataclass(frozen=True)
class Goal:
    """A goal with everything printed below its title."""

    key: str | None
    origins: tuple[str, ...]
    level: str
    scope: str | None
    label: str
    number: str | None
    printed_number: str | None
    title: str
    sections: tuple[Section, ...]
    indicators: tuple[Indicator, ...]
    activities: tuple[Activity, ...]
    goals: tuple[Goal, ...]


@dataclass(frozen=True)
class TextStyle:
    """How the text form is printed."""

    blank_after_every_line: bool
    running_head_on_pages: tuple[int, ...]
    pages_run_on: bool
    """Whether nothing parts the pages but the foot of the one and the head of the next, on every page."""
    line_width: int
    by_pdftotext: bool
    """Whether the text that pdftotext makes of the PDF stands beside it."""
    contents: bool
    """Whether the printed contents stand before the body."""
    aligned_tables: bool
    """Whether the columns of tables are kept apart by spaces, as `pdftotext -layout` does."""


@dataclass(frozen=True)
class Style:
    """How the plan is set."""

    producer: str
    tagged: bool
    running_head: tuple[str, ...]
    running_foot: tuple[str, ...]
    skip_furniture_on_first_page: bool
    contents: bool
    label_on_own_line: bool
    icon_column: bool
    target_header: str
    council_target_header: str
    date_headers: tuple[str, ...]
    repeat_header: bool
    narrow_tables: bool
    """Chromium only: columns of dates and targets too narrow for their cells and headings, set in the middle."""
    centred_headings: bool
    """Chromium only: headings of columns in the middle of them, above cells at their left."""
    plain_section_headings: bool
    """Chromium only: headings inside goals set as running text."""
    missing_page: str | None
    """What stands in every second line of the contents in place of the page number."""
    other_column: str | None
    """The heading of a column of indicators that no vocabulary has."""
    goal_head: str | None
    """Chromium only: each goal of this level begins a page, and the running head names it."""
    margin_text: str | None
    """Chromium only: what runs up the margin of every page."""
    stamp: str | None
    """Chromium only: what is printed across every page."""
    font: str
    list_marker: str
    text: TextStyle


@dataclass(frozen=True)
class Cover:
    """The first page."""

    unit: str | None
    administration: str | None
    committee: str | None
    municipality: str | None
    document_type: str
    title: str
    year: int
    diary_number: str | None
    date: str | None
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """One plan of the corpus; `previous` names the case that is the same unit's plan of the year before."""

    case: str
    previous: str | None
    traits: tuple[str, ...]
    style: Style
    cover: Cover
    introduction: tuple[Section, ...]
    goals: tuple[Goal, ...]
    closing: tuple[Section, ...]


def load_plan(path: Path) -> Plan:
    """The plan in `path`; raises SourceError with the place of the first mistake."""
    try:
        return _plan(YamlNode(yaml.safe_load(path.read_text(encoding="utf-8")), ""))
    except yaml.YAMLError as error:
        raise SourceError(f"{path}: not YAML: {error}") from error
    except SourceError as error:
        raise SourceError(f"{path}: {error}") from error


def _plan(node: YamlNode) -> Plan:
    cover = _cover(node.node("cover"))
    style = _style(node.node("style"), cover.year)
    plan = Plan(
        case=node.text("case"),
        previous=node.text("previous", None),
        traits=tuple(node.texts("traits")),
        style=style,
        cover=cover,
        introduction=_chapters(node, "introduction", 1, style),
        goals=tuple(_goal(child, style) for child in node.nodes("goals")),
        closing=_chapters(node, "closing", 1, style),
    )
    node.finish()
    return plan


def _style(node: YamlNode, year: int) -> Style:
    producer = node.text("producer", "libreoffice", PRODUCERS)
    tagged = node.flag("tagged", producer != "latex")
    if tagged and producer == "latex":
        raise node.error("tagged", "must be false: pdflatex writes no structure tree")
    style = Style(
        producer=producer,
        tagged=tagged,
        running_head=tuple(node.texts("runningHead")),
        running_foot=tuple(node.texts("runningFoot")),
        skip_furniture_on_first_page=node.flag("skipFurnitureOnFirstPage", False),
        contents=node.flag("contents", True),
        label_on_own_line=node.flag("labelOnOwnLine", False),
        icon_column=node.flag("iconColumn", True),
        target_header=node.text("targetHeader", "Årsmål"),
        council_target_header=node.text("council_target_header", f"KF:s årsmål år {year}"),
        date_headers=tuple(node.texts("dateHeaders")) or ("Startdatum", "Slutdatum"),
        repeat_header=node.flag("repeatHeader", True),
        narrow_tables=node.flag("narrowTables", False),
        centred_headings=node.flag("centredHeadings", False),
        plain_section_headings=node.flag("plainSectionHeadings", False),
        missing_page=node.text("missingPage", None),
        other_column=node.text("otherColumn", None),
        goal_head=node.text("goalHead", None, LEVELS),
        margin_text=node.text("marginText", None),
        stamp=node.text("stamp", None),
        font=node.text("font", "serif", ("serif", "sans")),
        list_marker=node.text("listMarker", "-"),
        text=_text_style(node.node("text")),
    )
    node.finish()
    return style


def _text_style(node: YamlNode) -> TextStyle:
    style = TextStyle(
        blank_after_every_line=node.flag("blankAfterEveryLine", False),
        running_head_on_pages=tuple(node.integers("runningHeadOnPages")),
        pages_run_on=node.flag("pagesRunOn", False),
        line_width=node.integer("lineWidth", 94),
        by_pdftotext=node.flag("byPdftotext", False),
        contents=node.flag("contents", False),
        aligned_tables=node.flag("alignedTables", False),
    )
    node.finish()
    return style


def _cover(node: YamlNode) -> Cover:
    cover = Cover(
        unit=node.text("unit", None),
        administration=node.text("administration", None),
        committee=node.text("committee", None),
        municipality=node.text("municipality", None),
        document_type=node.text("documentType", "Verksamhetsplan"),
        title=node.text("title"),
        year=node.integer("year"),
        diary_number=node.text("diaryNumber", None),
        date=_date(node, "date") or None,
        lines=tuple(node.texts("lines")),
    )
    node.finish()
    return cover


def _chapters(node: YamlNode, key: str, depth: int, style: Style) -> tuple[Section, ...]:
    return tuple(_chapter(child, depth, style) for child in node.nodes(key))


def _chapter(node: YamlNode, default_depth: int, style: Style) -> Section:
    depth = node.integer("depth", default_depth)
    section = Section(
        heading=node.text("heading"),
        kind=None,
        depth=depth,
        blocks=_blocks(node, style),
        sections=_chapters(node, "sections", depth + 1, style),
    )
    node.finish()
    return section


def _goal(node: YamlNode, style: Style) -> Goal:
    level = node.text("level", choices=LEVELS)
    number = node.text("number", None)
    if number is not None and not re.fullmatch(r"\d+(\.\d+)*", number):
        raise node.error("number", f"expected digits and dots without a dot at the end, found {number!r}")
    scope = node.text("scope", "enhet" if level == "unit" else None, ("enhet", "avdelning"))
    if scope and level != "unit":
        raise node.error("scope", "only a unit goal has one")
    goal = Goal(
        key=node.text("key", None),
        origins=tuple(node.texts("from")),
        level=level,
        scope=scope,
        label=node.text("label", DEFAULT_LABELS[level]),
        number=number,
        printed_number=node.text("printedNumber", number),
        title=node.text("title"),
        sections=tuple(_goal_section(child, style) for child in node.nodes("sections")),
        indicators=tuple(_indicator(child) for child in node.nodes("indicators")),
        activities=tuple(_activity(child) for child in node.nodes("activities")),
        goals=tuple(_goal(child, style) for child in node.nodes("goals")),
    )
    node.finish()
    return goal


def _goal_section(node: YamlNode, style: Style) -> Section:
    kind = node.text("kind", choices=SECTION_KINDS)
    section = Section(node.text("heading"), kind, None, _blocks(node, style), ())
    node.finish()
    return section


def _indicator(node: YamlNode) -> Indicator:
    indicator = Indicator(
        node.text("key", None), node.text("name"), node.text("target", ""),
        node.text("councilTarget", ""), node.text("other", ""), node.text("period", ""),
    )
    node.finish()
    return indicator


def _activity(node: YamlNode) -> Activity:
    dates = (_date_or_words(node, "start"), _date_or_words(node, "end"))
    activity = Activity(node.text("key", None), node.text("text"), *dates)
    node.finish()
    return activity


def _date(node: YamlNode, key: str) -> str:
    text = node.text(key, "")
    try:
        return text and datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise node.error(key, f"expected a date like 2024-01-31, found {text!r}") from error


def _date_or_words(node: YamlNode, key: str) -> str:
    text = node.text(key, "")
    return _date(node, key) if any(map(str.isdigit, text)) else text


def _blocks(node: YamlNode, style: Style) -> tuple[Block, ...]:
    return tuple(_block(value, place, style) for value, place in node.values("blocks"))


def _block(value: Any, place: str, style: Style) -> Block:
    if isinstance(value, str):
        return Prose(checked_text(value, place), None)
    node = YamlNode(value, place)
    if node.has("table"):
        block: Block = _free_table(node.node("table"))
    elif node.has("text"):
        block = Prose(node.text("text"), node.text("was", None))
    else:
        block = _item(node, style)
    node.finish()
    return block


def _item(node: YamlNode, style: Style) -> Item:
    if node.has("marker") and node.text("marker", None) is None:
        raise node.error("marker", "is null; a line without a marker is written as a plain string")
    return Item(
        node.text("marker", style.list_marker), node.text("item"), node.flag("glued", False),
        node.integer("level", 1), node.text("was", None),
    )


def _free_table(node: YamlNode) -> FreeTable:
    columns = tuple(node.texts("columns"))
    rows = []
    for value, place in node.values("rows"):
        row = tuple(checked_text(cell, place) for cell in value)
        if len(row) != len(columns):
            raise SourceError(f"{place}: {len(row)} cells under {len(columns)} columns")
        rows.append(row)
    node.finish()
    return FreeTable(columns, tuple(rows))
