"""How long the window does not answer: the longest turn of its main loop while it is worked with.

The program writes each turn over half a frame (src/app/eh-stall-log.c); here it is driven. Of each
turn counts what the processor did, for a busy machine makes the clock lie; what waits for a disk is
in the other column of the file.
"""

import os
import pathlib
import shutil
import time

from session import Session

WINDOWS = [("win.history", "History"), ("win.differences", "Where Coders Differ"),
           ("win.categories", "Categories")]
PLACES = ["workshops", "people", "map", "guidance", "resources", "feedback", "overview", "insights"]


class Watch:
    """The stalls of one program."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.seen = 0

    def longest(self):
        """The longest since this was asked last: of the processor and by the clock, in ms."""
        lines = self.path.read_text(encoding="ascii").splitlines() if self.path.exists() else []
        new, self.seen = lines[self.seen:], len(lines)
        turns = [tuple(map(float, line.split()[1:])) for line in new]
        return (max((cpu for _, cpu in turns), default=0.0),
                max((clock for clock, _ in turns), default=0.0))


class Watched:
    """A window with a project of its own, and what its stalls are."""

    def __init__(self, session, product, project):
        self.session = session
        file = session.folder / "stalls.evenhand"
        shutil.copy(project, file)
        self.watch = Watch(session.folder / "stalls")
        session.env["EVENHAND_STALLS"] = str(self.watch.path)
        self.application = product.start(session, file, fatal=False)
        self.window = self.application.window()
        product.wait_open(self.window)
        session.settle()

    def told(self, what):
        """What was done, and the longest stall since this was asked last, in ms."""
        self.session.settle()
        cpu, clock = self.watch.longest()
        if "EVENHAND_BENCH_VERBOSE" in os.environ:
            print(f"    {what}: {cpu:.1f} ms of the processor, {clock:.1f} ms by the clock")
        return what, cpu


def writing(product, project):
    """Yields what somebody does who writes in a long document, and its longest stall in ms."""
    with Session() as session:
        watched = Watched(session, product, project)
        window, told = watched.window, watched.told
        press, words = session.keyboard.press, session.keyboard.type

        def done(what):
            # What is typed is kept after a pause, and looked over after that.
            session.settle()
            time.sleep(1.5)
            return told(what)

        told("opening the project")
        window.act("win.place-guidance")
        window.find("text box", "Title of the guidance", seconds=60)
        yield done("opening the document")
        time.sleep(4)
        text = window.find("text box", "Paragraph")
        text.point()
        done("pointing at a part")
        words("Words that are typed one after the other")
        yield done("typing in it")
        for what, key in [("Enter in it", "Return"), ("Backspace at its beginning", "BackSpace"),
                          ("moving a part down", "alt+Down"), ("undoing that", "ctrl+z")]:
            press(key)
            yield done(what)
        for _ in range(10):
            press("Down")
        yield done("going ten lines down")


def held(application):
    """The most that it has held, in MB."""
    status = pathlib.Path(f"/proc/{application.process.pid}/status").read_text(encoding="ascii")
    return int(status[status.index("VmHWM:"):].split()[1]) / 1024


def crowded(product, project):
    """The same where there are thousands of people, workshops, resources and steps: what lists them."""
    with Session() as session:
        file = session.folder / "crowded.evenhand"
        shutil.copy(project, file)
        watch = Watch(session.folder / "stalls")
        session.env["EVENHAND_STALLS"] = str(watch.path)
        application = product.start(session, file, fatal=False)
        window = application.window()
        product.wait_open(window)

        def told(what):
            session.settle()
            return f"{what}, crowded", watch.longest()[0]

        yield told("opening")
        for place in PLACES:
            window.act(f"win.place-{place}")
            time.sleep(0.5)
            yield told(f"going to {place}")
        window.act("win.place-people")
        window.find("list item", "Asha Abara 0,*", seconds=20).point()
        window.find("button", "*ithdraw…*", seconds=20)
        yield told("looking at a person")
        press = session.keyboard.press
        window.find("button", "*ithdraw…*", seconds=20).act("click")
        dialog = application.window("Withdrawal", besides=[window])
        session.settle()
        watch.longest()
        dialog.find("checkbox", "Take out everything*").point()
        dialog.find("label", "What is erased goes from the whole file*", seconds=60)
        yield told("rehearsing a withdrawal")
        press("Escape")
        session.wait(lambda: len(application.windows) == 1, what="the window to close")
        press("ctrl+f")
        session.keyboard.type("morgan")
        yield told("typing in the search of people")
        press("ctrl+a", "BackSpace")
        yield told("clearing the search of people")
        window.act("win.history")
        application.window("History", besides=[window])
        yield told("opening “History”")
        yield "the memory, crowded", held(application)


def stalls(product, project):
    """Yields what was done, and its longest stall in ms."""
    verbose = "EVENHAND_BENCH_VERBOSE" in os.environ
    with Session() as session:
        watched = Watched(session, product, project)
        application, window, watch, told = watched.application, watched.window, watched.watch, watched.told
        press, words = session.keyboard.press, session.keyboard.type

        yield told("opening")
        for place in PLACES:
            window.act(f"win.place-{place}")
            time.sleep(0.5)
            yield told(f"going to {place}")
        window.act("win.place-map")
        for digit in range(1, 9):
            press(f"ctrl+{digit}")
            session.settle()
        yield told("showing every chart")
        window.act("win.place-insights")
        application.wait_focus("text box", "What was said", seconds=20)
        press("ctrl+f")
        words("were not")
        yield told("typing in the search")
        press("ctrl+a", "BackSpace")
        yield told("clearing the search")
        press("Down")
        for _ in range(20):
            press("Page_Down")
        yield told("scrolling 20 pages")
        press("End")
        yield told("going to the last")
        window.act("win.place-insights")
        press("alt+4", "Escape", "Home")
        text = window.find("text box", "What was said")
        text.point()
        words("One more of them")
        press("Return")
        window.find("list item", "One more of them*", seconds=20)
        yield told("adding an insight")
        window.find("label", "Saved", seconds=60)
        yield told("saving it")
        press("ctrl+z")
        window.gone("list item", "One more of them*", seconds=20)
        yield told("undoing it")
        window.find("label", "Saved", seconds=60)
        for action, name in WINDOWS:
            window.act(action)
            application.window(name, besides=[window])
            yield told(f"opening “{name}”")
            press("Escape")
            session.wait(lambda: len(application.windows) == 1, what="the window to close")
            session.settle()
        watch.longest()
        window.act("win.place-guidance")
        window.find("button", "Start From a Full Draft").click()
        window.find("text box", "Title of the guidance", seconds=60)
        yield told("beginning the guidance")
        window.act("win.undo")
        window.find("button", "Start From a Full Draft", seconds=60)
        window.act("win.place-insights")
        window.find("label", "Saved", seconds=60)
        watch.longest()
        window.act("win.undo")
        session.wait(lambda: window.look("list item", "*Bronwenson*") is None, seconds=120, what="the undoing")
        window.find("label", "Saved", seconds=60)
        yield told("undoing an import of them all")
        window.act("win.redo")
        window.find("list item", "*Bronwenson*", seconds=120)
        window.find("label", "Saved", seconds=60)
        yield told("doing it again")
        if verbose:
            print(f"    {held(application):.0f} MB at most")
