#!/usr/bin/python3
"""Closing the circle in the window: who waits is shown and led to from the Overview, a letter is read
and printed, a person is marked as told and that is taken back, a slip finds its letter, and with the names
hidden no letter is on the screen.

Usage: test_feedback.py BUILD_FOLDER. On the sample project; what the window did is read back from
the user's file.
"""

import re
import sqlite3
import sys

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

WHO = "Asha Venkataraman"
WORDS = "*I was invited to choose the colour of the leaflet*"


class Project:
    """The sample project in a window."""

    def __init__(self, session, product):
        self.session = session
        self.keyboard = session.keyboard
        self.file = product.sample(session.folder)
        product.run("print", self.file, "slips", session.folder / "slips.pdf", "--count", "2")
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        product.wait_open(self.window)

    def press(self, name):
        """A button that is shown; the forms that are not have some of the same name."""
        def shown():
            return next((each for each in self.window.all("button", name) if each.mapped), None)
        self.session.wait(shown, what=f"the button {name}").click()

    def rows(self, sql):
        """From the user's file, once it is saved."""
        self.window.find("label", "Saved", seconds=20)
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as db:
            return db.execute(sql).fetchall()


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def who_waits(project):
    """The Overview counts who waits, and leads to them."""
    project.keyboard.press("alt+1")
    project.window.find("list item", "*wait to hear what became of what they said*").click()
    project.window.find("list item", f"{WHO}*Waits", seconds=20)
    project.window.find("label", "22 of 24 people; 22 wait for news")
    expect(lint.unnamed(project.window), [])


def a_letter(project):
    """It shows as the person will read it."""
    project.window.find("list item", f"{WHO}*").point()
    project.window.find("heading", "You said")
    project.window.find("label", WORDS)
    project.window.find("heading", "What we did not do, and why")
    expect(lint.unnamed(project.window), [])


def found_by_keys(project):
    """From the words that are searched for, Down leads to whom they found, past the filters."""
    for name in ("Delroy Whitfield", WHO):
        project.keyboard.press("ctrl+f", "ctrl+a")
        project.keyboard.type(name.split()[0].lower())
        project.window.find("label", "1 of 24 people; 22 wait for news")
        project.keyboard.press("Down")
        project.application.wait_focus("list item", f"{name}*")
        project.window.find("label", f"Dear *{name.split()[0]}*")
    project.keyboard.press("ctrl+f", "ctrl+a", "BackSpace")
    project.window.find("label", "22 of 24 people; 22 wait for news")


def told(project):
    """Marked as told, they wait no more; undone, they wait again."""
    project.press("Mark as Told")
    project.press("*Mark")
    project.session.wait(lambda: project.rows("SELECT count(*) FROM told") == [(1,)],
                         what="the record")
    expect(project.rows("SELECT length (digest), format <> 'unknown' FROM told"), [(64, 1)])
    project.window.find("label", "21 of 24 people; 21 wait for news")
    project.window.act("win.place-overview")
    project.window.find("list item", "1 person was told what became of what they said*")
    project.window.act("win.place-feedback")
    project.keyboard.press("ctrl+z")
    project.window.find("label", "22 of 24 people; 22 wait for news")
    expect(project.rows("SELECT count(*) FROM told"), [(0,)])


def all_listed(project):
    """All who are listed are marked at once, each in their own way; of one it is taken back."""
    project.press("Mark Listed as Told")
    project.window.find("label", "22 people who are listed and wait for news")
    project.press("*Mark")
    project.session.wait(lambda: project.rows("SELECT count(*) FROM told") == [(22,)],
                         what="the records")
    expect(project.rows("SELECT count(DISTINCT how) > 1 FROM told"), [(1,)])
    project.window.find("label", "0 of 24 people; 0 wait for news")
    project.press("*Show Everyone")
    project.window.find("list item", f"{WHO}*").point()
    project.press("*Not Told After All")
    project.session.wait(lambda: project.rows("SELECT count(*) FROM told") == [(21,)],
                         what="one record less")
    project.window.find("label", "24 of 24 people; 1 waits for news")
    project.keyboard.press("ctrl+z", "ctrl+z")
    project.window.find("label", "24 of 24 people; 22 wait for news")


def on_paper(project):
    """One letter, or all: looked at and saved, and not looked at while names are hidden."""
    project.keyboard.press("ctrl+p")
    desk = project.application.window("Print Letters", besides=[project.window])
    desk.find("label", "1 letter")
    desk.find("label", "Page 1 of 4", seconds=20)
    expect(lint.unnamed(desk), [])
    desk.find("combo box", "Which letters").choose("Everybody who gets a letter")
    desk.find("label", "22 letters*")
    desk.find("label", re.compile(r"Page 1 of \d\d"), seconds=20)
    out = project.session.folder / "letters.pdf"
    project.keyboard.press("ctrl+s")
    chooser = project.application.window("Save as PDF", besides=[project.window, desk])
    name = chooser.find("text box", "*")
    project.session.settle()
    name.set_text(str(out))
    chooser.find("button", "*ave*").click()
    desk.find("label", "The PDF is saved*", seconds=30)
    expect(out.stat().st_mode & 0o777, 0o600)
    project.window.act("win.room-display")
    desk.find("label", "While names are hidden*")
    project.window.act("win.room-display")
    project.keyboard.press("Escape")
    project.session.wait(lambda: len(project.application.windows) == 1, what="the window to close")


def by_slip(project):
    """Whoever holds a slip gets a letter with no name in it."""
    project.press("By Slip")
    project.window.find("text box", "Number or code on the slip").point()
    project.keyboard.type("2")
    project.keyboard.press("Return")
    project.window.find("heading", "What became of what you wrote on slip 2")
    project.window.gone("label", WORDS)


def hidden(project):
    """Others see the screen: nobody's letter is on it."""
    project.window.find("list item", f"{WHO}*").point()
    project.window.find("label", WORDS)
    project.window.act("win.room-display")
    project.window.gone("label", WORDS)
    project.window.gone("list item", f"{WHO}*")
    project.window.find("label", "Letters are not shown now")
    project.window.act("win.room-display")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session() as session:
        project = Project(session, Product(build))
        tap.run("the Overview leads to those who wait", who_waits, project)
        tap.run("a letter is read in the window", a_letter, project)
        tap.run("whom a search found is reached by key", found_by_keys, project)
        tap.run("letters are printed", on_paper, project)
        tap.run("who was told waits no more, and again when it is undone", told, project)
        tap.run("many are marked at once, and one is taken back", all_listed, project)
        tap.run("a slip finds its letter", by_slip, project)
        tap.run("no letter is shown while names are hidden", hidden, project)
        tap.result(project.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", project.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
