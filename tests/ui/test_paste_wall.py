#!/usr/bin/python3
"""A wall of forty notes pasted and gone through by keyboard, with slips among them, and undone.

Usage: test_paste_wall.py BUILD_FOLDER. What came of it is read back from the user's file.
"""

import sqlite3
import sys

from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

NOTES = [f"Note {n} says something of its own about the matter of {n + 1000}" for n in range(36)]
SLIPS = ["2: The lift was broken", "W2-003 Nobody said why", "9: There is no such slip"]
LIKE = NOTES[5].replace("about the", "on the")


class Wall:
    """The sample project with three slips, the window for the wall, and the keyboard."""

    def __init__(self, session, product):
        self.session = session
        self.file = product.sample(session.folder)
        product.run("print", self.file, "slips", session.folder / "slips.pdf", "--count", "3")
        with sqlite3.connect(self.file) as database:
            self.before = database.execute("SELECT count(*) FROM insight").fetchone()[0]
        database.close()
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        self.keyboard = session.keyboard
        self.window.find("list", "Places")
        self.session.settle()

    def rows(self, sql):
        self.window.find("label", "Saved", seconds=20)
        database = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def paste(wall):
    """What will become of the words is said while they are typed."""
    wall.keyboard.press("ctrl+shift+v")
    wall.dialog = wall.application.window("Paste the Wall", besides=[wall.window])
    field = wall.dialog.find("text box", "The notes of the wall")
    wall.session.wait(lambda: wall.application.focused() == field, what="the keyboard in the words")
    wall.dialog.find("label", "Nothing yet")
    field.set_text("\n".join(f"• {note}" for note in NOTES) + "\n" + "\n".join(SLIPS) + "\n" + LIKE)
    wall.dialog.find("label", "40 notes, a line each · 2 from slips · 1 much like another")
    wall.dialog.find("button", "*dd 40 Notes")


def sort(wall):
    """Enter goes on; the second is joined with the first; digits tick; = takes over; @ says who."""
    press = wall.keyboard.press
    press("ctrl+Return")
    wall.dialog.find("group", "Note 1 of 40")
    press("alt+w", "1", "Return")
    wall.dialog.find("group", "Note 2 of 40")
    press("equal", "Return")
    wall.dialog.find("group", "Note 3 of 40")
    press("BackSpace")
    wall.dialog.find("group", "Note 2 of 39")
    press("Return")
    press("Delete", "Return")
    wall.dialog.find("button", "*dd 38 Notes")
    press("at")
    wall.session.wait(lambda: wall.application.focused().matches("text box", "Who said it*"),
                      what="the picker")
    wall.keyboard.type("ash")
    press("Return")
    wall.session.wait(lambda: wall.application.focused().matches("group", "Note 4 of 39"),
                      what="the keyboard back on the note")


def add(wall):
    wall.keyboard.press("ctrl+Return")
    wall.window.find("label", "38 notes added", seconds=20)
    added = wall.rows("SELECT text, capture, kind, origin FROM insight ORDER BY rowid")[wall.before:]
    texts = {row[0]: row for row in wall.rows("SELECT text, capture, kind, origin FROM insight")}
    expect(len(wall.rows("SELECT id FROM insight")), wall.before + 38)
    assert added
    expect(NOTES[3] in texts, False)
    expect(f"{NOTES[1]}\n{NOTES[2]}" in texts, True)
    codes = dict(wall.rows("SELECT number, code FROM slip"))
    expect(texts["The lift was broken"][3], f"slip:{codes[2]}")
    expect(texts["Nobody said why"][3], f"slip:{codes[3]}")
    expect(texts["9: There is no such slip"][3], "")
    who = wall.rows("SELECT p.name FROM contributor c JOIN participant p ON p.id = c.participant_id"
                    f" JOIN insight i ON i.id = c.insight_id WHERE i.text = '{NOTES[4]}'")
    expect([name for name, in who], ["Asha Venkataraman"])
    mapped = wall.rows("SELECT count(*) FROM mapping m JOIN insight i ON i.id = m.insight_id"
                       f" WHERE i.text LIKE '{NOTES[0]}' OR i.text LIKE '{NOTES[1]}%'")
    expect(mapped, [(2,)])


def undo(wall):
    """All of them are one step."""
    wall.keyboard.press("ctrl+z")
    wall.session.wait(lambda: wall.rows("SELECT count(*) FROM insight") == [(wall.before,)],
                      seconds=20, what="the notes to be gone")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1290, 890)) as session:
        wall = Wall(session, Product(build))
        tap.step("forty notes are counted as they are typed", paste, wall)
        tap.step("they are gone through by keyboard", sort, wall)
        tap.step("they are added, tied to slips", add, wall)
        tap.step("and undone at once", undo, wall)
        tap.result(wall.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", wall.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
