#!/usr/bin/python3
"""A project's own categories in the real window: another name, and what two coders placed differently,
settled.

Usage: test_categories.py BUILD_FOLDER. What came of it is read back from the user's file.
"""

import sqlite3
import sys

from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

SAID = "The papers came the night before"


class Room:
    """A project with one insight, open at its insights."""

    def __init__(self, session, product):
        self.session = session
        self.file = session.folder / "Categories.evenhand"
        table = session.folder / "said.csv"
        table.write_text(f'text,categories\n"{SAID}",hier.agenda\n', encoding="utf-8")
        product.run("new", self.file)
        product.run("import", self.file, table, "--as", "insights")
        # A second coder, as a copy from another laptop would bring one in.
        with sqlite3.connect(self.file) as db:
            db.execute("INSERT INTO mapping (id, insight_id, category_id, coder) SELECT 77,"
                       " m.insight_id, k.id, 'Mair' FROM mapping m, category k"
                       " WHERE k.key = 'hier.money'")
        self.application = product.start(session, self.file)
        self.main = self.application.window()
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        self.main.find("list", "Places")

    def open(self, action, name):
        """Opens one of the windows about the project."""
        self.main.act(action)
        return self.application.window(name, besides=[self.main])

    def close(self):
        self.press("Escape")
        self.session.wait(lambda: len(self.application.windows) == 1, what="the window to close")

    def rows(self, sql):
        """What the user's file holds, once it is saved."""
        self.main.find("label", "Saved", seconds=20)
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as db:
            return db.execute(sql).fetchall()


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def settle(room):
    window = room.open("win.differences", "Where Coders Differ")
    window.find("label", "1 insight is placed differently and not decided yet.")
    window.find("text box", "Why").set_text("both are in it")
    window.find("button", "Leave It Standing").click()
    window.find("label", "Left standing on purpose")
    window.find("label", "0 insights are placed differently*")
    expect(room.rows("SELECT decision, note FROM coding_decision"),
           [("stands", "both are in it")] * 2)
    window.find("button", "As *Mair* has it").click()
    room.session.wait(lambda: room.rows("SELECT count(*) FROM mapping") == [(1,)],
                      what="one placement to be left")
    room.press("ctrl+z")
    room.session.wait(lambda: room.rows("SELECT count(*) FROM mapping") == [(2,)],
                      what="both placements to be back")
    room.close()


def rename(room):
    window = room.open("win.categories", "Categories")
    window.find("list item", "Who sets the agenda").point()
    name = window.find("text box", "Name", text="Who sets the agenda")
    name.set_text("Whose agenda it is")
    window.find("list item", "Whose agenda it is")
    expect(room.rows("SELECT label FROM category WHERE key = 'hier.agenda'"),
           [("Whose agenda it is",)])
    room.close()
    room.press("ctrl+z")
    room.session.wait(lambda: room.rows("SELECT label FROM category WHERE key = 'hier.agenda'")
                      == [("Who sets the agenda",)], what="the name to be back")


def begin_own(room):
    """A framework from nothing, named at once, with a category, looked through on the charts."""
    window = room.open("win.categories", "Categories")
    window.find("button", "Add a framework that ships*").click()
    window.find("list item", "Start with no categories").click()
    room.application.wait_focus("text box", "What this framework is called")
    room.type("What helped us")
    window.find("button", "*Add One at the Top").click()
    room.application.wait_focus("text box", "Name")
    room.type("Time")
    window.find("list item", "Time")
    expect(room.rows("SELECT f.name, k.label FROM framework f JOIN category k"
                     " ON k.framework_id = f.id WHERE f.key NOT IN ('power-inequality')"),
           [("What helped us", "Time")])
    room.close()
    room.main.act("win.place-map")
    room.press("ctrl+2")
    room.main.find("button", "Framework:*").click()
    room.main.find("list item", "What helped us").click()
    room.main.find("button", "Framework: What helped us")
    room.main.find("list item", "*Not sorted yet*")
    room.main.find("button", "Columns of the map:*").click()
    room.main.find("list item", "Power inequal*").click()
    room.main.find("list item", "*Hierarchies*")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session() as session:
        room = Room(session, Product(build))
        tap.run("a difference is left standing, and settled", settle, room)
        tap.run("a category is renamed", rename, room)
        tap.run("a framework is begun from nothing, and looked through", begin_own, room)
        tap.result(room.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", room.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
