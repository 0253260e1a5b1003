#!/usr/bin/python3
"""Nothing that grows with the project is read while the window waits for it.

Usage: test_main_thread.py BUILD_FOLDER. On a project of thousands of people, insights and steps; what
each visit asks of the project on the main thread is counted in steps of SQLite's machine, of which
twenty thousand are about a millisecond.
"""

import csv
import sys

from crowd import fill
from processes import Trouble
from product import Product
from queries import Queries
from session import Session, missing
from tap import Tap

INSIGHTS, PEOPLE, WORKSHOPS, RESOURCES, STEPS = 6_000, 2_000, 40, 400, 2_000
# Of one statement, all its runs during a visit together. A table of those above takes several times
# as many.
MOST = 30_000
PARTS = ["Run sheet", "People", "Access", "Promises", "Payments", "About"]
WINDOWS = {"win.history": "History", "win.categories": "Categories", "win.differences": "Where Coders Differ"}


class Project:
    """A large project in a window."""

    def __init__(self, session, product):
        self.session = session
        self.file = session.folder / "large.evenhand"
        source = session.folder / "insights.csv"
        with open(source, "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(["text", "person", "group"])
            out.writerows([f"The papers came late, for the {number}th time", "Asha Abara", "Researchers"]
                          for number in range(INSIGHTS))
        product.run("new", self.file)
        product.run("import", self.file, source, "--as", "insights")
        fill(self.file, people=PEOPLE, workshops=WORKSHOPS, resources=RESOURCES, steps=STEPS)
        self.queries = Queries(session.folder / "queries")
        session.env["EVENHAND_QUERIES"] = str(self.queries.path)
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        product.wait_open(self.window)

    def judge(self):
        """Complains of what took long since the last time."""
        self.session.settle()
        long = [f"{steps} steps: {statement[:200]}" for statement, steps in self.queries.new().items()
                if steps > MOST]
        if long:
            raise Trouble("\n".join(long))

    def place(self, name, role, text):
        self.window.act(f"win.place-{name}")
        self.window.find(role, text, seconds=20)
        self.judge()

    def dialog(self, action, title):
        self.window.act(action)
        self.application.window(title, besides=[self.window])
        self.judge()
        self.session.keyboard.press("Escape")
        self.session.wait(lambda: len(self.application.windows) == 1, what="the window to close")
        self.session.settle()

    def workshop(self):
        self.window.act("win.place-workshops")
        self.window.find("list item", "Workshop 2,*").point()
        self.window.find("heading", "Workshop 2", seconds=20)
        self.judge()

    def part(self, name):
        for role in ("radio button", "toggle button", "tab", "page tab"):
            button = self.window.look(role, name)
            if button is not None and button.mapped:
                button.click()
                break
        else:
            self.window.find("combo box", "Part of the workshop").choose(name)
        self.judge()

    def person(self):
        self.window.act("win.place-people")
        self.window.find("list item", "Asha Abara 0,*").point()
        self.window.find("button", "*ithdraw…*", seconds=20)
        self.judge()

    def withdrawal(self):
        self.window.find("button", "*ithdraw…*").act("click")
        window = self.application.window("Withdrawal", besides=[self.window])
        window.find("checkbox", "Take out everything*").point()
        window.find("label", "What is erased goes from the whole file*", seconds=20)
        self.judge()
        self.session.keyboard.press("Escape")
        self.session.wait(lambda: len(self.application.windows) == 1, what="the window to close")

    def speaker(self):
        self.window.act("win.place-insights")
        self.application.wait_focus("text box", "What was said", seconds=20)
        self.queries.new()
        self.session.keyboard.press("ctrl+p")
        self.session.keyboard.type("Zoe")
        self.judge()
        self.session.keyboard.press("Escape")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session() as session:
        project = Project(session, Product(build))
        tap.run("a large project is opened", project.judge)
        tap.run("the people", project.place, "people", "label", f"{PEOPLE + 1} people")
        tap.run("the feedback", project.place, "feedback", "label", f"{PEOPLE + 1} of {PEOPLE + 1} people*")
        tap.run("the resources", project.place, "resources", "label", "* resources")
        tap.run("the map", project.place, "map", "label", "Map")
        tap.run("the guidance", project.place, "guidance", "label", "Guidance")
        tap.run("the insights", project.place, "insights", "list item", "The papers came late*")
        tap.run("the overview", project.place, "overview", "label", "Overview")
        tap.run("a workshop", project.workshop)
        for name in PARTS:
            tap.run(f"its part “{name}”", project.part, name)
        tap.run("a person", project.person)
        tap.run("what a withdrawal would change", project.withdrawal)
        tap.run("who is speaking", project.speaker)
        for action, title in WINDOWS.items():
            tap.run(f"the window “{title}”", project.dialog, action, title)
        tap.result(project.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", project.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(*sys.argv[1:])
