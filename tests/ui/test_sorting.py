#!/usr/bin/python3
"""Sorting insights with the keyboard alone: one after another, a part of one, and several at once.

Usage: test_sorting.py BUILD_FOLDER. What came of it is read back from the user's file.
"""

import json
import sqlite3
import sys

from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

SAID = [
    "The papers came the night before",
    "The bus money took three months",
    "The chair sat down with us",
    "The agenda was set before we met",
    "Stakeholder is a word that shuts the door",
]


class Room:
    """A project with five insights that wait, open at its insights."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.file = session.folder / "Sorting.evenhand"
        table = session.folder / "said.csv"
        table.write_text("text,group\n" + "".join(f'"{words}",Public contributors\n'
                                                  for words in SAID), encoding="utf-8")
        product.run("new", self.file)
        product.run("import", self.file, table, "--as", "insights")
        self.application = product.start(session, self.file)
        self.main = self.application.window()
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        self.main.find("list", "Places")
        self.press("alt+4")
        self.main.find("text box", "What was said")

    def told(self, window, words):
        """Waits until that is announced: on this GTK, as the window's name."""
        self.session.wait(lambda: window.matches(name=words), what=f"{words!r} to be said")

    def rows(self, sql):
        """What the user's file holds, once it is saved."""
        self.main.find("label", "Saved", seconds=20)
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as db:
            return db.execute(sql).fetchall()

    def categories(self):
        """The categories of each insight."""
        self.main.find("label", "Saved", seconds=20)
        listed = json.loads(self.product.run("list", self.file, "insights", "--json"))
        return {insight["text"]: sorted(insight["categories"]) for insight in listed}


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def sort_five(room):
    """Letters and digits place, Enter goes on, the arrow goes back, Ctrl+Z takes back."""
    room.press("ctrl+j")
    window = room.application.window("Sort Insights", besides=[room.main])
    room.window = window
    window.find("text box", "What was said", text=SAID[0])
    window.find("search box", "Find a category", states=("focused",))
    room.type("jargon")
    room.press("Return")
    room.told(window, "Jargon and academic language: ticked")
    room.press("2")
    room.told(window, "Who sets the agenda: ticked")
    room.press("question")
    room.told(window, "*Who sets the agenda*: not sure")
    room.press("Return")
    room.told(window, f"{SAID[1]}*4 of 5 left")
    room.press("4")
    room.told(window, "Money and payment: ticked")
    room.press("ctrl+z")
    room.told(window, "*Placed 1 insight*")
    room.press("4", "Right")
    room.told(window, f"{SAID[2]}*3 of 5 left")
    room.press("3", "Right")
    room.told(window, f"{SAID[3]}*2 of 5 left")
    room.press("Left")
    room.told(window, f"{SAID[2]}*")
    room.press("Right", "2")
    room.told(window, "Who sets the agenda: ticked")


def add_one(room):
    """What no category is called is made one, and the insight is placed there."""
    window = room.window
    room.type("Buses")
    window.find("button", "Add *Buses* as a Category")
    room.press("Tab", "Return")
    room.told(window, "Buses: ticked")
    window.find("search box", "Find a category", states=("focused",))
    expect(room.rows("SELECT count(*) FROM mapping m JOIN category k ON k.id = m.category_id"
                     " WHERE k.label = 'Buses'"), [(1,)])
    room.press("ctrl+z", "ctrl+z")
    room.session.wait(lambda: room.rows("SELECT count(*) FROM category WHERE label = 'Buses'")
                      == [(0,)], what="the category to be gone again")


def place_a_part(room):
    """Shift and arrows choose words, and what is placed next means those."""
    window = room.window
    room.press("Return")
    room.told(window, f"{SAID[4]}*1 of 5 left")
    room.press("ctrl+shift+Right")
    window.find("label", "What you place next means the chosen words.")
    room.press("Return")
    room.type("jargon")
    room.press("Return")
    room.told(window, "Jargon and academic language: ticked")
    window.find("label", "*Stakeholder*”")
    room.press("Return")
    window.find("label", "Everything Here Is Sorted")
    room.press("Escape")
    room.session.wait(lambda: len(room.application.windows) == 1,
                      what=f"the window to close: {room.application.windows}")
    found = room.categories()
    expect([len(found[words]) for words in SAID], [2, 1, 1, 1, 1])
    expect(room.rows("SELECT span_start, span_end FROM mapping WHERE span_end > 0"), [(0, 11)])
    expect(room.rows("SELECT count(*) FROM mapping WHERE unsure = 1"), [(1,)])


def place_several(room):
    """Several insights of the list are placed in one step, which is said, and taken back as one."""
    room.press("ctrl+f")
    room.press("Escape")
    first = room.main.find("list item", f"{SAID[4]}*")
    first.point()
    room.press("shift+Down", "shift+Down", "Return")
    room.main.find("search box", "Find a category", states=("focused",))
    room.type("stigma")
    room.press("Return")
    room.told(room.main, "Mapped 3 insights to *Stigma and discrimination*")
    expect(sum(len(each) for each in room.categories().values()), 9)
    room.press("Escape", "ctrl+z")
    room.told(room.main, "*Placed 3 insights*")
    expect(sum(len(each) for each in room.categories().values()), 6)


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session() as session:
        room = Room(session, Product(build))
        tap.run("five insights are sorted with keys", sort_five, room)
        tap.run("a category is added while sorting", add_one, room)
        tap.run("a part of the words is placed", place_a_part, room)
        tap.run("several are placed at once", place_several, room)
        tap.result(room.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", room.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
