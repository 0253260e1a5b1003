#!/usr/bin/python3
"""The charts with the keyboard alone, as a screen reader reads them: every chart, its marks, the
insights behind one and the way back, filters, the table, and a chart as a file.

Usage: test_map.py BUILD_FOLDER
"""

import csv
import fnmatch
import sys

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

# The name of each chart, as its list of marks says it, and what a mark of it says.
CHARTS = [
    ("1", "Voice balance*", "*Public contributors*"),
    ("2", "Power map*", "*Public contributors*"),
    ("3", "*", "*insight*"),
    ("4", "*", "*insight*"),
    ("5", "*", "*insight*"),
    ("6", "Stage map*", "*Public contributors*"),
    ("7", "*", None),
    ("8", "*", None),
]


class Map:
    """The sample project, open on its charts."""

    def __init__(self, session, product):
        self.session = session
        self.application = product.start(session, product.sample(session.folder))
        self.window = self.application.window()
        product.wait_open(self.window)
        self.press = session.keyboard.press
        self.press("alt+5")
        self.list = self.window.find("list", "Voice balance*")  # whichever chart it shows

    def focused(self):
        return self.application.focused() or self.window

    def chart(self):
        """What the list of marks is called; None where there is nothing to show."""
        return self.list.name or None if self.list.mapped else None

    def marks(self):
        return [item.name for item in self.list.children] if self.chart() else []

    def find_chart(self, name):
        self.session.wait(lambda: fnmatch.fnmatchcase(self.chart() or "", name), what=f"the chart {name}")

    def into_chart(self):
        """The keyboard onto the first mark."""
        self.application.tab_to("list item", "*", presses=30)


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def visit(charts):
    """Ctrl and a digit show each chart, whose marks are named; what has none says what to do."""
    seen = []
    for digit, name, mark in CHARTS:
        before = charts.chart()
        charts.press(f"ctrl+{digit}")
        if digit != CHARTS[0][0]:  # which is there already
            charts.session.wait(lambda: charts.chart() != before, what=f"chart {digit}")
        if mark is None and not charts.marks():
            charts.window.find("button", "*Payments" if digit == "7" else "Sort Insights")
            continue
        charts.find_chart(name)
        said = charts.marks()
        if not said or not all(said):
            raise Trouble(f"chart {digit} has marks that say nothing: {said}")
        if mark and not any(fnmatch.fnmatchcase(each, mark) for each in said):
            raise Trouble(f"no mark of chart {digit} says {mark}: {said}")
        seen.append(charts.chart())
    expect(len(seen), len(set(seen)))
    charts.press("ctrl+1")
    charts.find_chart("Voice balance*")


def walk(charts):
    """Arrows lead from mark to mark, End to the last, Home to the first, Escape out."""
    charts.press("ctrl+2")
    charts.find_chart("Power map*")
    charts.into_chart()
    charts.press("Home")
    first = charts.focused().name
    charts.press("Right")
    charts.session.wait(lambda: charts.focused().name != first, what="the next mark")
    charts.press("End")
    charts.session.wait(lambda: charts.focused().name == charts.marks()[-1], what="the last mark")
    charts.press("Home")
    charts.session.wait(lambda: charts.focused().name == first, what="the first mark")
    charts.press("Escape")
    charts.application.wait_focus("button", "Who spoke about what")


def open_mark(charts):
    """Enter shows the insights behind a mark, Escape comes back to it."""
    charts.into_chart()
    charts.press("Home", "Right")
    charts.session.settle()
    mark = charts.focused().name
    charts.press("Return")
    charts.window.find("search box", "Search the insights")
    charts.window.find("button", "Show all")
    charts.press("alt+Left")
    charts.application.wait_focus("list item", mark.replace("[", "?"))


def narrow_down(charts):
    """A filter changes what is said; one key takes all of them off."""
    before = charts.marks()
    charts.window.find("button", "Kind: Every kind").click()
    charts.window.find("list item", "Kind not said")
    charts.press("Down", "Down", "Return")
    charts.window.gone("button", "Kind: Every kind")
    charts.session.wait(lambda: charts.marks() != before, what="other numbers")
    charts.press("ctrl+0")
    charts.window.find("button", "Kind: Every kind")
    charts.session.wait(lambda: charts.marks() == before, what="the numbers of before")


def table(charts):
    charts.into_chart()
    charts.press("t")
    charts.window.find("button", "Copy Table")
    charts.window.find("label", "Public contributors")


def never_shared(charts):
    """What each person gave has no way out."""
    charts.press("ctrl+5")
    charts.window.gone("button", "For sharing")
    charts.window.gone("button", "Copy Table")
    charts.window.gone("button", "Save this chart")
    charts.press("ctrl+2")
    charts.window.find("button", "For sharing")


def open_save_menu(charts):
    """Another chart has just come, and the button may move once more when its filters do."""
    for attempt in range(3):
        charts.session.settle()
        charts.window.find("button", "Save this chart").click()
        try:
            charts.session.wait(lambda: charts.window.look("menu item", "*CSV*"), seconds=5,
                                what="the menu")
            return
        except Trouble:
            if attempt == 2:
                raise
            charts.press("Escape")


def export(charts):
    """The numbers that may be shared, read back."""
    out = charts.session.folder / "numbers.csv"
    open_save_menu(charts)
    charts.press("Up", "Return")
    dialog = charts.session.wait(lambda: next(
        (window for window in charts.application.windows
         if window.look("text box", "Name:*")), None), what="the question where to save")
    dialog.find("text box", "Name:*").set_text(str(out))
    dialog.find("button", "*Save*").click()
    charts.session.wait(out.exists, what="the numbers")
    charts.session.settle()
    with open(out, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    if len(rows) < 3 or not any("Public contributors" in row[0] for row in rows):
        raise Trouble(f"the table holds {rows!r}")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    product = Product(build)
    with Session() as session:
        charts = Map(session, product)
        tap.run("every chart is one key away and says its marks", visit, charts)
        tap.run("marks are walked", walk, charts)
        tap.run("Enter opens what is behind a mark, and back", open_mark, charts)
        tap.run("filters change the numbers and go with one key", narrow_down, charts)
        tap.run("T shows the table", table, charts)
        tap.run("each person is for the team alone", never_shared, charts)
        tap.run("the numbers leave as CSV", export, charts)
        tap.empty("every control has a name", lint.unnamed(charts.window))
        tap.result(charts.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", charts.application.complaints)
    with Session(size=(360, 720), language="ar") as session:
        charts = Map(session, product)
        tap.run("narrow and right to left, every chart as well", visit, charts)
        tap.result(charts.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", charts.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
