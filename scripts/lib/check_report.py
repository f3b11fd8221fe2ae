"""Looks at reports in headless Chromium: check_report.py CHROMIUM REPORT...

Each report is checked by axe-core at two widths, with all that opens open, and its contrast in the
dark; it must load nothing, say nothing on the console, need no sideways scrolling, be whole without a
script, and filter, sort and print as it says. Every fault is named; 1 says that there was one.
"""

import os
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

# A phone as narrow as WCAG's reflow asks for (1.4.10), and a desktop.
WIDTHS = (320, 1280)
# Axe's rules for WCAG 2.1 A and AA, and what it holds good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
# Nothing else depends on the colours.
DARK_RULES = ["color-contrast"]

OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true })"
# What is out of sight is laid out late: axe has to see all of it.
SHOW_ALL = """() => {
  for (const part of document.querySelectorAll('.goals > li, .step, .series')) {
    part.style.contentVisibility = 'visible';
  }
}"""


class Checker:
    def __init__(self, browser, path):
        self.browser = browser
        self.address = Path(path).absolute().as_uri()
        self.name = Path(path).name
        self.is_trend = self.name.startswith("trend")
        self.faults = []

    def fault(self, text):
        self.faults.append(f"{self.name}: {text}")

    def page(self, **options):
        context = self.browser.new_context(**options)
        page = context.new_page()
        page.on("console", lambda message: self.fault(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.fault(f"script: {error}"))
        page.on("request", lambda request: request.url == self.address
                or self.fault(f"asks for {request.url}"))
        page.goto(self.address)
        return page

    def check_accessibility(self, width, scheme, rules):
        page = self.page(viewport={"width": width, "height": 800}, color_scheme=scheme,
                         bypass_csp=True)
        page.evaluate(OPEN_ALL)
        page.evaluate(SHOW_ALL)
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            self.fault(f"is {needed} pixels wide on a screen of {width}")
        found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
        for rule in found.response["violations"]:
            for node in rule["nodes"][:3]:
                self.fault(f"{width} {scheme}: {rule['id']}: {rule['help']}: {node['html'][:160]}"
                           f" ({len(rule['nodes'])} times)")
        page.context.close()

    def check_trend_filter(self):
        page = self.page(viewport={"width": 1280, "height": 800})
        retargeted = page.locator(".series[data-kinds~=retargeted]").count()
        status = page.locator("#filter-count")
        page.locator("input[value=retargeted]").check()
        expect(status).not_to_be_empty()
        shown = page.locator(".series:not([hidden])").count()
        if f" {retargeted} " not in status.inner_text() or shown != retargeted:
            self.fault(f"{retargeted} series were retargeted, {shown} shown: {status.inner_text()}")
        unit = page.locator("#filter-unit")
        if unit.count():
            unit.select_option(index=1)
            expect(page.locator("details[data-group=units]:not([hidden])")).to_have_count(1)
            if not page.locator(".series:not([hidden])").first.is_visible():
                self.fault("the only unit that the filter leaves stays closed")
        page.locator("button[type=reset]").click()
        expect(status).not_to_have_class("count active")
        if page.locator(".series[hidden], tr[hidden], main details[hidden]").count():
            self.fault("the filter was cleared, and series stay hidden")
        page.context.close()

    def check_charts(self):
        """Each chart has a name and a text, and lies within its frame."""
        page = self.page(viewport={"width": 1280, "height": 800})
        page.evaluate(OPEN_ALL)
        page.evaluate(SHOW_ALL)
        for fault in page.evaluate("""() => Array.from(document.querySelectorAll("svg[role=img]"), (svg) => {
          const frame = svg.getBoundingClientRect();
          const name = svg.querySelector("title").textContent;
          if (!name || !svg.querySelector("desc").textContent) return "a chart without a text";
          const out = Array.from(svg.querySelectorAll("path, text")).some((part) => {
            const box = part.getBoundingClientRect();
            return box.left < frame.left - 1 || box.right > frame.right + 1
              || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
          });
          return out ? `the chart “${name}” is cut` : null;
        }).filter(Boolean)"""):
            self.fault(fault)
        page.context.close()

    def check_filter(self):
        page = self.page(viewport={"width": 1280, "height": 800})
        page.evaluate(OPEN_ALL)
        added = page.locator("li[data-kinds~=added]").count()
        page.locator("input[value=added]").check()
        status = page.locator("#filter-count")
        # The page's own policy forbids to wait by an expression; these ask from outside.
        expect(status).not_to_be_empty()
        if f" {added} " not in status.inner_text():
            self.fault(f"{added} goals were added, but the filter says: {status.inner_text()}")
        shown = page.locator("li[data-kinds]:not([hidden]):not(.context)").count()
        if shown != added:
            self.fault(f"the filter shows {shown} goals and not {added}")
        page.locator("button[type=reset]").click()
        expect(status).not_to_have_class("count active")
        if page.locator("li[data-kinds][hidden]").count():
            self.fault("the filter was cleared, and goals stay hidden")
        page.context.close()

    def check_sorting(self):
        page = self.page(viewport={"width": 1280, "height": 800})
        page.evaluate(OPEN_ALL)
        heading = page.locator("table.sortable thead th.number").last
        if not heading.count():
            return
        cells = "(heading) => Array.from(heading.closest('table').tBodies[0].rows," \
                " (row) => row.cells[heading.cellIndex]).map((cell) => cell.dataset.sort ?? cell.textContent)"
        for order, sign in (("ascending", 1), ("descending", -1)):
            heading.locator("button").press("Enter")
            values = [sign * float(value) for value in heading.evaluate(cells) if value]
            if heading.get_attribute("aria-sort") != order or values != sorted(values):
                self.fault(f"a table is not sorted {order}")
        page.context.close()

    def check_contents(self):
        """Where the contents stand in two columns, none of their parts is cut."""
        page = self.page(viewport={"width": 500, "height": 800})
        for title in page.evaluate("""() => Array.from(document.querySelectorAll(".page-contents > ul > li"))
          .filter((part) => part.getClientRects().length > 1)
          .map((part) => part.querySelector("a").textContent)"""):
            self.fault(f"the contents are cut inside “{title}”")
        page.context.close()

    def check_without_script(self):
        page = self.page(java_script_enabled=False)
        if page.locator("#filter").is_visible() or page.locator(".tools").first.is_visible():
            self.fault("shows a filter or buttons that cannot work without a script")
        # What a closed element holds opens by a click alone.
        detail = page.locator("details:not(.filter)").first
        if detail.get_attribute("open") is None:
            detail.locator("summary").first.click()
        if not detail.locator(":scope > :nth-child(2)").first.is_visible():
            self.fault("does not open without a script")
        page.context.close()

    def check_print(self):
        page = self.page()
        page.emulate_media(media="print")
        if page.locator(".page-contents").is_visible() or page.locator("#filter").is_visible():
            self.fault("prints its contents list or its filter")
        if len(page.pdf(prefer_css_page_size=True)) < 10_000:
            self.fault("prints as next to nothing")
        page.context.close()

    def check(self):
        for width in WIDTHS:
            self.check_accessibility(width, "light", RULES)
        self.check_accessibility(1280, "dark", DARK_RULES)
        if self.is_trend:
            self.check_trend_filter()
            self.check_charts()
        else:
            self.check_filter()
        self.check_sorting()
        self.check_contents()
        self.check_without_script()
        self.check_print()


def main(chromium, paths):
    # Chromium has no sandbox of its own for root, as in most containers.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        for path in paths:
            checker = Checker(browser, path)
            checker.check()
            faults += checker.faults
        browser.close()
    for fault in dict.fromkeys(faults):
        print(f"rodtrad: {fault}", file=sys.stderr)
    if not faults:
        print(f"{len(paths)} reports: no violations, no requests, nothing on the console")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
