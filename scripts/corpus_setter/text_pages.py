"""Lines on numbered pages as a common extractor prints them: a page starts with one space, not with a form feed."""

from __future__ import annotations

from .source import Style

LINES_PER_PAGE = 45
_TOTAL_PAGES = "{pages}"


class TextPages:
    """Collects lines and breaks pages; every printed line ends with a space."""

    def __init__(self, style: Style, first_page: int):
        self._style = style
        self._lines: list[str] = []
        self._furniture: list[str] = []
        self._page = first_page - 1
        self._at_top = True
        self._page_lead = ""
        self.room = 0
        self._start_page()

    @property
    def page_number(self) -> int:
        """The number, from 1, of the page that is being printed."""
        return self._page

    def put(self, line: str) -> None:
        """Prints a line, on the next page if this one is full."""
        if self.room < 1:
            self.break_page()
        self.put_unbroken(line)

    def put_unbroken(self, line: str) -> None:
        """Prints a line on this page whether or not there is room."""
        self._lines.append(self._page_lead + line + " ")
        self._page_lead = ""
        self._at_top = False
        self.room -= 1

    def blank(self, line: str = "") -> None:
        """A line without words, "" or " "; at the top of a page there is none."""
        if not self._at_top:
            self._lines.append(line)

    def ensure_blank(self) -> None:
        """An empty line unless the last one is empty."""
        if self._lines and self._lines[-1]:
            self.blank()

    def need(self, line_count: int) -> None:
        """Goes to the next page unless this one has room for so many lines."""
        if self.room < line_count:
            self.break_page()

    def break_page(self) -> None:
        """Ends the page; blank lines at its foot are not printed."""
        while self._lines and not self._lines[-1].strip():
            self._lines.pop()
        self._start_page()

    def finished(self) -> tuple[str, list[str]]:
        """The whole text, and the running heads and feet in it."""
        pages = str(self._page)
        text = "\n".join(self._lines) + "\n"
        return text.replace(_TOTAL_PAGES, pages), [line.replace(_TOTAL_PAGES, pages) for line in self._furniture]

    def _start_page(self) -> None:
        self._page += 1
        self.room = LINES_PER_PAGE
        self._at_top = True
        if self._style.text.pages_run_on:
            self._put_furniture_between_pages()
            return
        self._page_lead = " "
        if self._page in self._style.text.running_head_on_pages:
            self._put_furniture()

    def _put_furniture_between_pages(self) -> None:
        """The foot of the page before and the head of this one, line below line."""
        foot = list(self._style.running_foot) if self._lines else []
        lines = [line.replace("{page}", str(self._page)) for line in (*foot, *self._style.running_head)]
        self._lines += [line + " " for line in lines]
        self._furniture += lines

    def _put_furniture(self) -> None:
        """A running head and foot in mid-text, after the run of blank lines that comes with it."""
        head = [line.replace("{page}", str(self._page)) for line in self._style.running_head]
        foot = [line.replace("{page}", str(self._page)) for line in self._style.running_foot]
        if self._lines:
            self._lines += [""] * 3 + [" ", ""] * 7
        self._lines += [line + " " for line in head]
        if foot:
            self._lines += ["", " ", f" {foot[0]} ", *(line + " " for line in foot[1:])]
        self._lines.append("")
        self._furniture += head + foot
        self._page_lead = ""
