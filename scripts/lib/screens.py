"""Takes the pictures of the analysts' guide: screens.py ROOT"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

WIDTH, HEIGHT = 1280, 800
UNITS = ("forskola-202", "hemtjanst-20", "vuxen-202")
PATIENCE_SECONDS = 60
OFFICE = "pipe,name=rodtrad-screens;urp"
# Wide enough for what is said of a damaged file.
COLUMNS = 126
# Messages name files by their whole paths: what runs this sees the folders as a user would have them.
AT_HOME = """
mount --bind "$1" "$2/rodtrad"
mount -t tmpfs none /home
mkdir /home/anna
mount --rbind "$2" /home/anna
shift 2
HOME=/home/anna exec "$@"
"""


class Screen:
    """A screen that nobody sees, with a folder of plans as a user's home would have it."""

    def __init__(self, root: Path, home: Path, programs: ExitStack) -> None:
        self.root = root
        self.images = root / "docs" / "images"
        self.home = home
        self.programs = programs
        self.environment = os.environ | {"HOME": str(home), "LC_ALL": "C.UTF-8"}
        number, told = os.pipe()
        self.start(
            "Xvfb", "-displayfd", str(told), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp",
            # It would reset itself between its first visitors, who fail then.
            "-noreset",
            pass_fds=(told,),
        )
        os.close(told)
        with os.fdopen(number) as display:
            self.environment["DISPLAY"] = f":{display.readline().strip()}"
        self.start("openbox")

    def start(self, *command: str, pass_fds: Sequence[int] = ()) -> None:
        program = subprocess.Popen(
            command, env=self.environment, cwd=self.home, pass_fds=pass_fds,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        self.programs.callback(program.wait)
        self.programs.callback(program.terminate)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env=self.environment, cwd=self.home, capture_output=True, text=True, check=False
        )

    def window(self, title: str) -> str:
        """The window whose title holds some words, once it is there."""
        found: list[str] = []

        def look() -> bool:
            found[:] = self.run("xdotool", "search", "--onlyvisible", "--name", title).stdout.split()
            return bool(found)

        wait(look)
        return found[0]

    def keep(self, name: str, window: str = "root") -> None:
        self.images.mkdir(exist_ok=True)
        image = self.images / f"{name}.png"
        self.checked("import", "-window", window, str(image))
        # A picture of a screen has few colours.
        self.checked("pngquant", "--force", "--strip", "--output", str(image), "64", str(image))

    def checked(self, *command: str) -> None:
        outcome = self.run(*command)
        if outcome.returncode != 0:
            sys.exit(f"rodtrad: {command[0]}: {outcome.stderr.strip()}")


def wait(is_there: Callable[[], bool]) -> None:
    for _ in range(PATIENCE_SECONDS * 5):
        if is_there():
            return
        time.sleep(0.2)
    sys.exit(f"rodtrad: a program was not ready after {PATIENCE_SECONDS} s; try again")


def show_terminal(screen: Screen, name: str, commands: Sequence[str], lines: int) -> None:
    """Keeps a terminal with commands and what they printed."""
    done = screen.home / f"{name}.done"
    setting = screen.home / f"{name}.rc"
    # Typed by bash itself: keys that are sent to a window go astray where it is not ready for them.
    typed = "".join(f"printf '~/rodtrad$ %s\\n' '{command}'; {command}\n" for command in commands)
    setting.write_text(f"cd ~/rodtrad\n{typed}PS1='\\w$ '\nPROMPT_COMMAND=': >{done}'\n")
    screen.start(
        "xterm", "-T", name, "-fa", "DejaVu Sans Mono", "-fs", "11", "-geometry", f"{COLUMNS}x{lines}",
        "-bg", "white", "-fg", "#1f2328", "-e",
        "unshare", "--user", "--map-root-user", "--mount",
        "sh", "-e", "-c", AT_HOME, "sh", str(screen.root), str(screen.home),
        "bash", "--noprofile", "--rcfile", str(setting),
    )
    window = screen.window(name)
    wait(done.exists)
    time.sleep(0.5)
    screen.keep(name, window)
    screen.run("xdotool", "windowkill", window)


def show_page(screen: Screen, name: str, page: Path, height: int) -> None:
    """Keeps the beginning of a page."""
    screen.images.mkdir(exist_ok=True)
    image = screen.images / f"{name}.png"
    screen.checked(
        "chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1",
        f"--window-size={WIDTH},{height}", f"--screenshot={image}", page.as_uri(),
    )
    screen.checked("pngquant", "--force", "--strip", "--output", str(image), "64", str(image))


def show_workbook(screen: Screen, workbook: Path) -> None:
    """Keeps a sheet of the workbook, and a pivot table that is made from another."""
    import uno  # noqa: PLC0415  The system's, and only here.
    from com.sun.star.sheet.DataPilotFieldOrientation import COLUMN, DATA, ROW  # noqa: PLC0415
    from com.sun.star.table import CellAddress  # noqa: PLC0415

    screen.start(
        "env", "LC_ALL=sv_SE.UTF-8", "soffice", "--norestore", "--nologo", "--nofirststartwizard", f"--accept={OFFICE}",
        str(workbook),
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    contexts: list[object] = []

    def connect() -> bool:
        try:
            contexts.append(resolver.resolve(f"uno:{OFFICE};StarOffice.ComponentContext"))
        except Exception:  # UNO's own exceptions are no subclass of one that can be named here.
            return False
        return True

    wait(connect)
    desktop = contexts[0].ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", contexts[0])
    window = screen.window("plans.xlsx")
    document = desktop.getCurrentComponent()
    controller = document.CurrentController

    def keep(sheet: object, name: str, first_column: int = 0) -> None:
        controller.setActiveSheet(sheet)
        controller.ZoomValue = 80
        controller.setFirstVisibleColumn(first_column)
        screen.run("xdotool", "windowsize", window, str(WIDTH), str(HEIGHT))
        screen.run("xdotool", "windowmove", window, "0", "0")
        time.sleep(3)
        screen.keep(name, window)

    sheets = document.Sheets
    indicators = sheets.getByName("Indikatorer")
    header = indicators.getCellRangeByPosition(0, 0, 40, 0).DataArray[0]
    keep(indicators, "arbetsbok", first_column=header.index("Indikator"))

    source = sheets.getByName("Aktiviteter")
    cursor = source.createCursor()
    cursor.gotoEndOfUsedArea(False)
    sheets.insertNewByName("Pivottabell", sheets.Count)
    pivot = sheets.getByName("Pivottabell")
    tables = pivot.DataPilotTables
    descriptor = tables.createDataPilotDescriptor()
    descriptor.setSourceRange(
        source.getCellRangeByPosition(
            0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow
        ).RangeAddress
    )
    fields = descriptor.DataPilotFields
    for name, orientation in (("Enhet", ROW), ("År", COLUMN), ("Aktivitet", DATA)):
        fields.getByName(name).Orientation = orientation
    # Counted, as a text is; the constant COUNT of GeneralFunction.
    fields.getByName("Aktivitet").Function = uno.Enum("com.sun.star.sheet.GeneralFunction", "COUNT")
    tables.insertNewByName("aktiviteter", CellAddress(pivot.RangeAddress.Sheet, 0, 0), descriptor)
    pivot.Columns.getByIndex(0).OptimalWidth = True
    keep(pivot, "pivottabell")
    document.close(True)


def main(root: Path) -> None:
    rodtrad = root / "scripts" / "rodtrad"
    with tempfile.TemporaryDirectory(prefix="anna-") as folder, ExitStack() as programs:
        home = Path(folder)
        plans = home / "planer"
        plans.mkdir()
        for case in sorted((root / "corpus").glob("*/input.pdf")):
            if case.parent.name.startswith(UNITS):
                shutil.copy(case, plans / f"{case.parent.name}.pdf")
        # A file that was cut short, for there is one in every folder.
        whole = next(iter(sorted(plans.iterdir()))).read_bytes()
        (plans / "trasig.pdf").write_bytes(whole[:2_000])
        (home / "rodtrad").mkdir()
        screen = Screen(root, home, programs)
        show_terminal(
            screen, "terminal",
            ["scripts/rodtrad convert ~/planer --output ~/resultat --format xlsx"], lines=10,
        )
        show_workbook(screen, home / "resultat" / "plans.xlsx")
        pages = (
            ("jamforelse", ["compare", "forskola-2022.pdf", "forskola-2023.pdf"], 1_500),
            ("trend", ["trend", "."], HEIGHT),
        )
        for name, command, height in pages:
            page = plans / f"{name}.html"
            subprocess.run(
                [str(rodtrad), *command, "--format", "html", "--output", str(page)],
                cwd=plans, stderr=subprocess.DEVNULL, check=False,
            )
            show_page(screen, name, page, height)
            page.unlink()
        show_terminal(
            screen, "sokning",
            [
                "scripts/rodtrad archive add ~/planer.sqlite ~/planer",
                "scripts/rodtrad archive search ~/planer.sqlite omsorg --limit 5",
            ],
            lines=18,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
