#!/usr/bin/python3
"""Tab and Shift+Tab lead through every place, and every window opened from one, and come round: nothing
keeps the keyboard, and whatever has it has a name.

Usage: test_tabbing.py BUILD_FOLDER [PLACE...]. On the sample project, with a row of each list open.
"""

import sys
import time

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

FOCUSED = 1 << 12  # of AtspiStateType
STOPS = 150
PATIENCE = 3.0
WINDOWS = {"history": "win.history", "backups": "win.backups", "preferences": "win.preferences"}


class Project:
    """The sample project in a window."""

    def __init__(self, session, product):
        self.session = session
        self.application = product.start(session, product.sample(session.folder))
        self.window = self.application.window()
        product.wait_open(self.window)
        self.window.act("window.toggle-maximized")

    def now(self):
        """What has the keyboard, out of the cache that the program keeps for screen readers; with it what
        will have it when one comes back to a place that is out of sight."""
        found = []
        items = self.session.call(self.application.connection, "/org/a11y/atspi/cache",
                                  "org.a11y.atspi.Cache", "GetItems", seconds=20)[0]
        for (_, path), _, _, _, _, _, name, role, _, states in items:
            if states[0] & FOCUSED:
                found.append((path.rsplit("/", 1)[-1][:8], role, name[:40]))
        return tuple(sorted(found))

    def press(self, key, before):
        """Presses a key, and gives back what has the keyboard then; the same when it keeps it."""
        self.session.keyboard.press(key)
        end = time.monotonic() + PATIENCE
        while (now := self.now()) == before and time.monotonic() < end:
            time.sleep(0.05)
        return now

    def round(self, key):
        """Every stop, in their order, and how many of the first are not come to again."""
        stops = []
        stop = self.press(key, self.now())
        while stop not in stops and len(stops) < STOPS:
            stops.append(stop)
            stop = self.press(key, stop)
        if stop not in stops:
            raise Trouble(f"{key} does not come round in {STOPS} stops: {stops[-12:]}")
        return stops, stops.index(stop)


def both_ways(project, least):
    """As many stops one way as the other, or nearly: lists are entered at one of their rows."""
    there, before = project.round("Tab")
    back, before_back = project.round("shift+Tab")
    for key, stops, lead in ("Tab", there, before), ("Shift+Tab", back, before_back):
        if lead > 2 or len(stops) - lead < least:
            raise Trouble(f"{key} goes round in {stops[lead:]} after {stops[:lead]}")
    faults = lint.unnamed(project.application.windows[-1])
    if faults:
        raise Trouble(f"without a name: {faults}")


def place(project, name):
    project.window.act(f"win.place-{name}")
    project.session.settle()
    row = next((item for item in project.window.all("list item")
                if item.mapped and item.extents[0] > 250), None)
    if row is not None:
        row.point()
        project.session.settle()
    both_ways(project, 5)


def opened(project, action):
    project.window.act(action)
    found = project.session.wait(lambda: next(
        (each for each in project.application.windows if each != project.window), None),
        what=f"the window of {action}")
    project.session.settle()
    both_ways(project, 1)
    project.session.keyboard.press("Escape")
    project.session.wait(lambda: found not in project.application.windows, what="it to close")


def main(build, only):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1190, 790)) as session:
        project = Project(session, Product(build))
        places = [action.removeprefix("win.place-") for action in project.window.actions
                  if action.startswith("win.place-")]
        for name in places:
            if not only or name in only:
                tap.run(f"the keyboard goes round in {name}", place, project, name)
        for name, action in WINDOWS.items():
            if not only or name in only:
                tap.run(f"the keyboard goes round in {name}", opened, project, action)
        tap.result(project.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", project.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
