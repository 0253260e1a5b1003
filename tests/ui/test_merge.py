#!/usr/bin/python3
"""Bringing in another copy in the window: what both changed stands side by side, and is chosen with the
keyboard alone; hundreds of choices are no slower than two.

Usage: test_merge.py BUILD_FOLDER. What came of it is read back from the user's file.
"""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap


class Copies:
    """The sample project in a window, and another copy of it that grew apart."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.keyboard = session.keyboard
        self.file = product.sample(session.folder)
        self.other = pathlib.Path(session.folder) / "other.evenhand"
        self.third = pathlib.Path(session.folder) / "third.evenhand"
        shutil.copy(self.file, self.other)
        shutil.copy(self.file, self.third)
        self.change(self.file, 60, "Said on this laptop")
        self.change(self.other, 3, "Said on the other laptop in the breakout room")
        self.change(self.third, 60, "Said at length on the third laptop, and written down there: number")
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        product.wait_open(self.window)

    def change(self, path, n, words):
        program = self.product.build / "tests" / "cli" / "change-insights"
        subprocess.run([program, path, str(n), words], check=True)

    def texts(self):
        self.window.find("label", "Saved", seconds=20)
        told = json.loads(self.product.run("list", self.file, "insights", "--json"))
        return [each["text"] for each in told]

    def backups(self):
        """Each was made before something was erased, and holds it."""
        return list(pathlib.Path(self.session.folder).glob("data/evenhand/backups/*/*.evenhand"))

    def ask(self, other=None):
        """Asks for the other copy, as with Ctrl+L in any window that opens a file."""
        self.window.act("win.merge")
        chooser = self.application.window("Bring In Another Copy", besides=[self.window])
        self.session.settle()
        self.keyboard.type("/")
        name = self.session.wait(lambda: next(iter(chooser.all("text box")), None),
                                 what="where to type the file's name")
        name.set_text(str(other or self.other))
        chooser.find("button", "*Open*").click()
        # What is announced is the window's name on older GTK.
        found = self.session.wait(lambda: next(
            (each for each in self.application.windows if each.look("button", "*ring In")), None),
            seconds=30, what="what would come in")
        found.find("heading", (other or self.other).name, seconds=30)
        self.session.settle()
        return found


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def choose(copies):
    """The longer words are chosen by the rule; the first of the three goes the other way."""
    dialog = copies.ask()
    dialog.find("heading", "Changed on both sides")
    dialog.find("label", "*3 changes were made on both sides, differently.")
    expect(lint.unnamed(dialog), [])
    there = dialog.all("checkbox", "There: *Said on the other laptop*1*Insight: *")
    here = dialog.all("checkbox", "Here: *Said on this laptop 1*Insight: *")
    expect((len(there), len(here)), (1, 1))
    expect("checked" in there[0].states, True)
    copies.application.tab_to("checkbox", "There: *laptop in the breakout room 1*")
    copies.keyboard.press("Left", "space")
    expect("checked" in here[0].states, True)
    copies.keyboard.press("Escape")
    copies.session.wait(lambda: dialog not in copies.application.windows, what="nothing to be done")
    expect("Said on this laptop 2" in copies.texts(), True)


def bring_in(copies):
    dialog = copies.ask()
    copies.application.tab_to("checkbox", "There: *laptop in the breakout room 1*")
    copies.keyboard.press("Left", "space")
    copies.application.tab_to("button", "*ring In", key="shift+Tab")
    copies.keyboard.press("space")
    copies.session.wait(lambda: dialog not in copies.application.windows, what="it to be done")
    texts = copies.texts()
    expect([text for text in texts if text.startswith("Said on")][:0], [])
    for text in ("Said on this laptop 1", "Said on the other laptop in the breakout room 2",
                 "Said on the other laptop in the breakout room 3"):
        expect((text, text in texts), (text, True))
    copies.keyboard.press("ctrl+z")
    copies.session.wait(lambda: "Said on this laptop 2" in copies.texts(), what="it to be undone")


def many(copies):
    """Dozens of choices come as they are asked for."""
    dialog = copies.ask(copies.third)
    expect(len(dialog.all("checkbox")), 2 * 25)
    copies.application.tab_to("button", "*how 25 More", presses=80)
    copies.keyboard.press("space")
    copies.session.wait(lambda: len(dialog.all("checkbox")) == 2 * 50, what="the next choices")
    focused = copies.application.focused()
    expect(focused.matches("checkbox", "*number 26*"), True)
    copies.keyboard.press("Escape")
    copies.session.wait(lambda: dialog not in copies.application.windows, what="it to close")


def erased_there(copies):
    """What was erased in the other copy goes here, and so does the backup that still holds it."""
    fourth = pathlib.Path(copies.session.folder) / "fourth.evenhand"
    shutil.copy(copies.other, fourth)
    db = sqlite3.connect(fourth)
    with db:
        db.execute("UPDATE access_need SET delete_after = '2020-01-01'")
    db.close()
    copies.product.run("check", fourth, "--delete-overdue")
    dialog = copies.ask(fourth)
    dialog.find("button", "*ring In").click()
    asked = copies.session.wait(lambda: next(
        (each for each in copies.application.windows if each.look("button", "Delete These Copies")),
        None), seconds=30, what="the copies that still hold it")
    expect(lint.unnamed(asked), [])
    expect(len(copies.backups()) > 0, True)
    copies.session.settle()
    copies.keyboard.press("space")
    copies.session.wait(lambda: asked not in copies.application.windows, what="it to close")
    expect(copies.backups(), [])


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1190, 790)) as session:
        copies = Copies(session, Product(build))
        tap.step("what both changed is chosen with the keyboard, or left alone", choose, copies)
        tap.step("it is brought in as chosen, in one step", bring_in, copies)
        tap.step("many choices are a list, of which what is seen is drawn", many, copies)
        tap.step("what was erased there is erased here, and in the backup if it is wished",
                 erased_there, copies)
        tap.result(copies.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", copies.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
