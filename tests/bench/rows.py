"""What the list of insights costs when it is worked with: the longest turn of the main loop, and memory.

The same keys go to Evenhand and to a window with nothing but a list of GTK's (raw-list.c), so that
what is shown beside ours is what GTK alone takes for as many rows.
"""

import pathlib
import shutil
import time

from session import Session
from stalls import Watch

FIND = "were not"


def held(pid):
    """What a process holds that is its own, in MB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1024
    return 0.0


class List:
    """A window that has a list, and how its parts are reached."""

    def __init__(self, session, application, show, search, enter):
        self.session = session
        self.application = application
        self.watch = Watch(session.env["EVENHAND_STALLS"])
        self.press = session.keyboard.press
        self.show = show
        self.search = search
        self.enter = enter
        self.steps = {}

    def told(self, what):
        self.session.settle()
        self.steps[what] = self.watch.longest()[0]

    def rows(self):
        """Waits, however long, until there are some."""
        self.application.window().find("list item", "*", seconds=120)
        self.session.settle()

    def walk(self):
        """What was done, and its longest turn in ms; before and after it what is held, in MB."""
        self.session.settle()
        before = held(self.application.process.pid)
        self.watch.longest()
        self.show()
        self.rows()
        time.sleep(1)
        self.told("showing it")
        shown = held(self.application.process.pid)
        self.search()
        self.told("going to the search")
        self.session.keyboard.type(FIND)
        self.told("typing in the search")
        self.press("ctrl+a", "BackSpace")
        self.told("clearing the search")
        self.press(self.enter)
        self.told("going to the first")
        for _ in range(20):
            self.press("Page_Down")
        self.told("scrolling 20 pages")
        self.press("End")
        self.told("going to the last")
        self.press("Home")
        self.told("going back to the first")
        worked = held(self.application.process.pid)
        self.press("ctrl+a")
        self.told("choosing all")
        self.press("Down")
        self.told("choosing one")
        return self.steps, shown - before, worked - before


def ours(product, project):
    """The Insights place of a project."""
    with Session() as session:
        file = session.folder / "rows.evenhand"
        shutil.copy(project, file)
        session.env["EVENHAND_STALLS"] = str(session.folder / "stalls")
        application = product.start(session, file, fatal=False)
        window = application.window()
        product.wait_open(window)
        return List(session, application, lambda: window.act("win.place-insights"),
                    lambda: session.keyboard.press("ctrl+f"), "Down").walk()


def alone(product, lines):
    """GTK's list of the same words, a file of lines."""
    with Session() as session:
        session.env["EVENHAND_STALLS"] = str(session.folder / "stalls")
        application = session.start([product.build / "tests" / "bench" / "raw-list", lines], fatal=False)
        window = application.window()
        return List(session, application, window.find("button", "Show").click,
                    window.find("text box", "Search").point, "Tab").walk()
