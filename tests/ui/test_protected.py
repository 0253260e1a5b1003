#!/usr/bin/python3
"""A copy that a passphrase protects: saved, opened again and brought in, with the keyboard.

Usage: test_protected.py BUILD_FOLDER [PICTURES]. With a folder for pictures, each window is drawn.
"""

import json
import pathlib
import sys

from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

WORDS = "four plain words here"


class Desk:
    """A desktop, and the project on it."""

    def __init__(self, session, product, pictures):
        self.session = session
        self.product = product
        self.pictures = pictures
        self.folder = pathlib.Path(session.folder)
        self.file = product.sample(session.folder)
        self.archive = self.folder / "copy.zip"
        self.private = None
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        self.application = None
        self.window = None

    def start(self, file):
        self.application = self.product.start(self.session, file)
        self.window = self.application.window()

    def dialog(self, title):
        return self.application.window(title, besides=[self.window])

    def draw(self, name):
        if self.pictures:
            self.session.settle()
            self.session.screenshot(pathlib.Path(self.pictures) / f"{name}.png")

    def save_as(self, file):
        """Answers the dialog that asks for a place."""
        dialog = self.session.wait(lambda: next(
            (each for each in self.application.windows if each.look("text box", "Name:*")), None),
            what="the dialog that asks for a place")
        dialog.find("text box", "Name:*").set_text(str(file))
        dialog.find("button", "*Save*").click()

    def leftovers(self):
        """What is in folders for a moment's work."""
        return [path for path in self.folder.rglob("private/*/*")]


def save(desk):
    desk.start(desk.file)
    desk.product.wait_open(desk.window)
    desk.window.act("win.save-copy")
    dialog = desk.dialog("Save a Copy")
    desk.draw("save-plain")
    dialog.find("checkbox", "*rotect*").click()
    dialog.find("label", "Four or five words*")
    desk.type("short")
    dialog.find("label", "Too short yet*")
    desk.press("ctrl+a")
    desk.type(WORDS)
    dialog.find("label", "Now type it once more.")
    desk.draw("save-typed")
    if dialog.find("button", "Choose a *Place*").sensitive:
        raise Trouble("it can be saved before the passphrase was typed twice")
    dialog.find("text box", "The same*").set_text("four plain words")
    dialog.find("label", "The two are not the same yet.")
    dialog.find("text box", "The same*").set_text(WORDS)
    dialog.find("label", "Long enough*")
    desk.draw("save-ready")
    dialog.find("button", "Choose a *Place*").click()
    desk.save_as(desk.archive)
    desk.session.wait(desk.archive.exists, what="the copy")
    desk.session.wait(lambda: len(desk.application.windows) == 1, what="the dialog to close")
    if desk.leftovers():
        raise Trouble(f"left: {desk.leftovers()}")


def bring_in(desk):
    """Nothing new is in it; what it takes to tell is gone afterwards."""
    desk.window.act("win.merge")
    dialog = desk.session.wait(lambda: next(
        (each for each in desk.application.windows if each.look("button", "*Open")), None),
        what="the dialog that asks for a file")
    desk.press("ctrl+l")
    dialog.find("text box", states=["focused"])
    desk.type(str(desk.archive))
    desk.session.settle()
    desk.press("Return")
    ask = desk.dialog("Open a Protected Copy")
    ask.find("text box", "Passphrase")
    desk.type(WORDS)
    desk.press("Return")
    desk.session.wait(lambda: any(each.look("label", "There is nothing in it*")
                                  for each in desk.application.windows), what="the merge")
    desk.draw("merge")
    desk.press("Escape")
    desk.session.wait(lambda: len(desk.application.windows) == 1, what="the dialog to close")
    desk.session.wait(lambda: not desk.leftovers(), what="what was unpacked to go")


def close(desk):
    if desk.application.quit() != 0 or desk.application.complaints:
        raise Trouble(f"it complained: {desk.application.complaints}")


def open_again(desk):
    desk.start(desk.archive)
    ask = desk.dialog("Open a Protected Copy")
    ask.find("text box", "Passphrase")
    desk.draw("unlock")
    desk.type("not these words")
    desk.press("Return")
    ask.find("label", "That passphrase does not open this copy*", seconds=20)
    ask.find("text box", "Passphrase", states=["focused"])
    desk.draw("unlock-wrong")
    desk.type(WORDS)
    desk.press("Return")
    kept = desk.folder / "kept.evenhand"
    desk.save_as(kept)
    desk.product.wait_open(desk.window)
    desk.session.wait(lambda: not desk.leftovers(), what="what was unpacked to go")
    both = [json.loads(desk.product.run("list", path, "people", "--json"))
            for path in (desk.file, kept)]
    if both[0] != both[1]:
        raise Trouble("other people came out than went in")
    if kept.stat().st_mode & 0o077:
        raise Trouble(f"others may read it: {kept.stat().st_mode:o}")


def damaged(desk):
    """Cut short: one sentence, and nothing else happens."""
    broken = desk.folder / "broken.zip"
    broken.write_bytes(desk.archive.read_bytes()[:-200])
    desk.start(broken)
    # What a window announces is, on this GTK, its name.
    ask = desk.dialog("This copy is damaged*")
    ask.find("label", "This copy is damaged*")
    desk.draw("damaged")
    desk.press("Escape")
    desk.session.wait(lambda: len(desk.application.windows) == 1, what="the dialog to close")
    desk.window.find("button", "*Open*")


def main(build, pictures=None):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session() as session:
        desk = Desk(session, Product(build), pictures)
        tap.step("a copy is saved that a passphrase protects", save, desk)
        tap.step("it can be brought in", bring_in, desk)
        tap.step("the window closes well", close, desk)
        tap.step("it is opened again, and gets a place", open_again, desk)
        tap.step("that window closes well", close, desk)
        tap.step("one that is damaged is told of", damaged, desk)
        tap.step("that one closes well", close, desk)
    tap.finish()


if __name__ == "__main__":
    main(*sys.argv[1:])
