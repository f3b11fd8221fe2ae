"""The text form of a plan: what a common extractor prints of the body, imitated from the source."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import Any

from .flow import ContentsLine, Heading, ListItem, Paragraph, Part, Table, contents_lines, printed_parts
from .source import Plan
from .text_pages import TextPages

_HEADING_WIDTH_SHARES = {1: 0.70, 2: 0.77, 3: 0.83, 4: 0.88, 5: 0.90}
_LINES_KEPT_WITH_HEADING = 2
_NARROW_COUNCIL_COLUMN = 12
_NARROW_HEADER_WIDTH = 8
_INDICATOR_WIDTHS = (26, 18, 27, 12)
_INDICATOR_WIDTHS_WITH_NARROW_COUNCIL_COLUMN = (60, 13, _NARROW_COUNCIL_COLUMN, 12)
_ACTIVITY_WIDTHS = (72, 12, 12)
_FREE_CELL_WIDTH = 40
_GAP_OF_ALIGNED_COLUMNS = 3

Cell = list[str]


def text_form(plan: Plan) -> tuple[str, list[str]]:
    """The text, and the running heads and feet that stand in it."""
    printer = _printed(plan, [])
    if plan.style.text.contents:
        printer = _printed(plan, printer.heading_pages)
    return printer.pages.finished()


def _printed(plan: Plan, heading_pages: list[int]) -> _TextPrinter:
    """The text; `heading_pages` are the pages printed in its contents, one for each heading."""
    printer = _TextPrinter(plan)
    parts = printed_parts(plan)
    if plan.style.text.contents:
        printer.print_contents(contents_lines(parts, heading_pages, plan.style))
    for part in parts:
        printer.print_part(part)
    return printer


class _Wrapper(textwrap.TextWrapper):
    """Breaks inside a word only where the word alone is wider than the line."""

    def _handle_long_word(self, reversed_chunks: Any, cur_line: Any, cur_len: int, width: int) -> None:
        if not cur_line:
            super()._handle_long_word(reversed_chunks, cur_line, cur_len, width)


def _wrapped(text: str, width: int) -> Cell:
    return _Wrapper(width=max(width, 1)).wrap(text)


class _TextPrinter:
    def __init__(self, plan: Plan):
        self._style = plan.style
        self._width = plan.style.text.line_width
        self._airy = plan.style.text.blank_after_every_line
        self._previous: Part | None = None
        self._paragraph_count = 0
        follows_contents = plan.style.contents and not plan.style.text.contents
        self.heading_pages: list[int] = []
        self.pages = TextPages(plan.style, first_page=3 if follows_contents else 2)

    def print_contents(self, contents: list[ContentsLine]) -> None:
        self.pages.put("Innehållsförteckning")
        for line in contents:
            *lines, last = _wrapped(line.title, self._width - len(f" ... {line.end}"))
            self._put_lines([*lines, f"{last} ".ljust(self._width - len(f" {line.end}"), ".") + f" {line.end}"])
        self.pages.break_page()

    def print_part(self, part: Part) -> None:
        if isinstance(part, Heading):
            self._heading(part)
        elif isinstance(part, Paragraph):
            self._paragraph(part)
        elif isinstance(part, ListItem):
            self._item(part)
        elif self._style.text.aligned_tables:
            _AlignedTable(part, self.pages, self._width).print()
        else:
            _TextTable(part, self.pages, self._style.repeat_header, self._airy).print()
        self._previous = part

    def _heading(self, heading: Heading) -> None:
        width = round(self._width * _HEADING_WIDTH_SHARES[heading.rank])
        if self._style.label_on_own_line and heading.label:
            lines = [heading.label, *_wrapped(heading.title, width)]
        else:
            lines = _wrapped(heading.text, width)
        self.pages.need(len(lines) + _LINES_KEPT_WITH_HEADING)
        self.heading_pages.append(self.pages.page_number)
        if heading.role != "chapter" or heading.rank < 3:
            self.pages.ensure_blank()
        self._put_lines(lines)
        if heading.role != "chapter" or heading.rank == 1:
            self.pages.ensure_blank()

    def _paragraph(self, paragraph: Paragraph) -> None:
        previous = self._previous
        after_paragraph = isinstance(previous, Paragraph) and paragraph.part == "goal"
        if after_paragraph or (isinstance(previous, ListItem) and previous.item.text):
            self._separate()
        self._paragraph_count += 1
        trailing = " " if self._paragraph_count % 3 == 0 else ""
        lines = _wrapped(paragraph.text, self._width)
        self._put_lines([*lines[:-1], lines[-1] + trailing])

    def _item(self, part: ListItem) -> None:
        if not part.item.text and isinstance(self._previous, Paragraph):
            self._separate()
        self._put_lines(_wrapped(part.item.printed, self._width) if part.item.text else [part.item.marker + " "])

    def _put_lines(self, lines: list[str]) -> None:
        for line in lines:
            self.pages.put(line)
            if self._airy:
                self.pages.blank()

    def _separate(self) -> None:
        self.pages.blank(" ")
        if self._airy:
            self.pages.blank()


class _TextTable:
    """A table whose cells are printed one after the other, each wrapped in its own narrow column."""

    def __init__(self, table: Table, pages: TextPages, repeat_header: bool, airy: bool):
        self._table = table
        self._pages = pages
        self._repeat_header = repeat_header
        self._airy = airy
        self._header = self._header_cells()

    def print(self) -> None:
        self._pages.need(_height(self._header))
        self._put_header()
        for row in self._table.rows:
            self._put_row([_wrapped(text, width) for text, width in zip(row, self._widths(), strict=True)])

    def _put_header(self) -> None:
        self._pages.ensure_blank()
        lead = "  " if self._table.has_icon_column else " "
        lines = _row_lines(self._header, lead, wrapped_cell_on_new_line=True)
        self._put_row_lines(lines, _height(self._header))

    def _put_row(self, cells: list[Cell]) -> None:
        if self._pages.room < 1:
            self._continue_on_next_page()
        room, height = self._pages.room, _height(cells)
        if height <= room:
            self._put_whole_row(cells)
            return
        self._put_row_lines(_row_lines([cell[:room] for cell in cells], " "), room)
        self._continue_on_next_page()
        self._put_row_lines(_rest_lines(cells, room), height - room)

    def _put_whole_row(self, cells: list[Cell]) -> None:
        if self._table.rows_have_icons:
            for line in (" ", "", " ", "") if self._airy else (" ", " ", ""):
                self._pages.blank(line)
        self._put_row_lines(_row_lines(cells, "" if self._table.rows_have_icons else " "), _height(cells))

    def _continue_on_next_page(self) -> None:
        self._pages.break_page()
        if self._repeat_header:
            self._put_header()

    def _put_row_lines(self, lines: list[str], height: int) -> None:
        """Prints a row; it takes as much of the page as its highest cell, however many lines it is printed on."""
        room = self._pages.room
        for line in lines:
            if line.strip():
                self._pages.put_unbroken(line.removesuffix(" "))
            else:
                self._pages.blank(line and " ")
        self._pages.ensure_blank()
        self._pages.room = room - height

    def _header_cells(self) -> list[Cell]:
        narrow = self._table.kind == "indicators" and self._has_narrow_council_column()
        return [
            _wrapped(text, _NARROW_HEADER_WIDTH) if narrow and index == 2 else ([text] if text else [])
            for index, text in enumerate(self._table.columns)
        ]

    def _has_narrow_council_column(self) -> bool:
        return len(self._table.columns[2]) <= _NARROW_COUNCIL_COLUMN

    def _widths(self) -> tuple[int, ...]:
        if self._table.kind == "activities":
            return _ACTIVITY_WIDTHS
        if self._table.kind == "free":
            return (_FREE_CELL_WIDTH,) * len(self._table.columns)
        if self._has_narrow_council_column():
            return _INDICATOR_WIDTHS_WITH_NARROW_COUNCIL_COLUMN
        return _INDICATOR_WIDTHS


class _AlignedTable:
    """A table whose cells stand under their headings, kept apart by spaces; rows are not cut."""

    def __init__(self, table: Table, pages: TextPages, line_width: int):
        self._pages = pages
        self._widths = [int(share * line_width) for share in table.widths]
        self._header = self._cells(table.columns)
        self._rows = [self._cells(row) for row in table.rows]

    def print(self) -> None:
        first_height = _height(self._rows[0]) if self._rows else 0
        self._pages.need(_height(self._header) + first_height)
        self._pages.ensure_blank()
        self._put(self._header)
        for row in self._rows:
            if self._pages.room < _height(row):
                self._pages.break_page()
                self._put(self._header)
            self._put(row)
        self._pages.ensure_blank()

    def _cells(self, texts: tuple[str, ...]) -> list[Cell]:
        pairs = zip(texts, self._widths, strict=True)
        return [_wrapped(text, width - _GAP_OF_ALIGNED_COLUMNS) for text, width in pairs]

    def _put(self, cells: list[Cell]) -> None:
        for line in zip_longest(*cells, fillvalue=""):
            self._pages.put("".join(text.ljust(width) for text, width in zip(line, self._widths, strict=True)).rstrip())


def _height(cells: list[Cell]) -> int:
    return max(*map(len, cells), 1)


def _row_lines(cells: list[Cell], lead: str, wrapped_cell_on_new_line: bool = False) -> list[str]:
    """A cell of one line shares its line with the next cell; one of several lines ends with an empty line."""
    lines: list[str] = []
    current = lead
    for cell in cells:
        if len(cell) < 2:
            current += "".join(cell) + " "
            continue
        if wrapped_cell_on_new_line and current.strip():
            lines.append(current)
            current = ""
        lines += [current + cell[0] + " ", *(line + " " for line in cell[1:]), ""]
        current = ""
    return [*lines, current] if current else lines


def _rest_lines(cells: list[Cell], printed: int) -> list[str]:
    """What is left of a row that a page break cut; a cell that was empty leaves a line with its space."""
    lines: list[str] = []
    for cell in cells:
        rest = [line + " " for line in cell[printed:]]
        lines += [*rest, ""] if rest else []
    return [*lines, " "] if not all(cells) else lines
