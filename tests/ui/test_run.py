#!/usr/bin/python3
"""A workshop is run from the keyboard on one screen: people arrive, the clock goes, turns are tapped,
what is said is written down, a table that is not heard is spoken of, and all of it can be undone.

Usage: test_run.py BUILD_FOLDER. On the sample project, with three people at table 2; what the window
did is read back from the user's file.
"""

import sqlite3
import sys

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap



class Room:
    """The run screen of the sample project's second workshop."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        self.file = product.sample(session.folder)
        seat(self.file)
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        product.wait_open(self.window)

    def rows(self, sql):
        """From the user's file, once it is saved; nothing is written to it."""
        database = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()

    def saved(self, sql, wanted):
        self.session.wait(lambda: self.rows(sql) == wanted, what=f"{wanted!r} of {sql!r}")


def seat(file):
    """Before the window opens it: three at table 2, three at table 1, nobody else has come."""
    database = sqlite3.connect(file)
    workshop = database.execute("SELECT max (id) FROM workshop").fetchone()[0]
    people = [row[0] for row in database.execute(
        "SELECT participant_id FROM attendance WHERE workshop_id = ? AND status = 'present'"
        " ORDER BY participant_id", (workshop,))]
    database.execute("DELETE FROM turn")
    for number, person in enumerate(people):
        if number < 6:
            database.execute("UPDATE attendance SET table_label = ? WHERE workshop_id = ? AND"
                             " participant_id = ?", ("1" if number < 3 else "2", workshop, person))
        else:
            database.execute("DELETE FROM attendance WHERE workshop_id = ? AND participant_id = ?",
                             (workshop, person))
    database.execute("DELETE FROM attendance WHERE workshop_id = ? AND status <> 'present'", (workshop,))
    database.commit()
    database.close()


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def named(room):
    """Every control has a name; the cross of a passing message is the library's."""
    expect(lint.unnamed(room.window), [])


def begin(room):
    room.press("alt+2")
    room.window.find("list item", "Workshop 2*").point()
    room.window.find("button", "R*n This Workshop").click()
    room.window.find("heading", "1 of 6: What we heard last time")
    room.window.find("label", "15 minutes planned, not begun")
    room.application.wait_focus("text box", "What was said")
    named(room)


def arrive(room):
    room.window.find("label", "6 people are here*")
    room.press("ctrl+f")
    room.application.wait_focus(("text box", "entry", "search box"), "Find a person")
    room.type("Callum")
    room.window.find("list item", "Callum*")
    room.press("Return")
    room.window.find("label", "7 people are here*")
    room.type("Nobody Expected")
    room.window.find("button", "Add *Nobody Expected*").click()
    room.window.find("label", "8 people are here*")
    room.saved("SELECT count (*) FROM participant WHERE name = 'Nobody Expected'", [(1,)])
    room.press("ctrl+z", "ctrl+z")
    room.window.find("label", "6 people are here*")
    room.saved("SELECT count (*) FROM participant WHERE name = 'Nobody Expected'", [(0,)])


def clock(room):
    """It goes while another place is shown, and comes back as it was left."""
    room.press("F3")
    room.window.find("label", "left of 15 minutes")
    room.press("F4")
    room.window.find("label", "left of 16 minutes")
    room.window.find("button", "Back").click()
    room.window.find("heading", "Workshop 2*")
    room.press("F5")
    room.window.find("label", "left of 16 minutes")


def turns(room):
    """Nobody is spoken of before somebody has been heard; then those at the other table are."""
    room.press("ctrl+t")
    room.session.settle()
    expect(room.window.look("label", "*not spoken yet"), None)
    room.press("1", "2", "1")
    room.saved("SELECT count (*), count (DISTINCT participant_id) FROM turn", [(3, 2)])
    room.window.find("button", "*, 2 turns")
    room.window.find("label", "Table *2*: 3 people have not spoken yet", seconds=20)
    named(room)
    room.press("F8")
    room.window.gone("button", "*, 2 turns")
    room.window.find("label", "Table *2*: 3 people have not spoken yet")
    expect(room.window.look("label", "Table *1*: 1 person has not spoken yet"), None)
    room.press("F8")
    room.press("ctrl+z")
    room.saved("SELECT count (*) FROM turn", [(2,)])
    room.window.find("button", "Put This Notice Away").click()
    room.window.gone("label", "Table *2*: 3 people have not spoken yet")


def capture(room):
    room.press("ctrl+shift+n")
    room.application.wait_focus("text box", "What was said")
    room.type("Ring before you write")
    room.press("Return")
    room.window.find("label", "Ring before you write")
    room.saved("SELECT activity.title FROM insight JOIN activity ON activity.id = activity_id"
               " WHERE text = 'Ring before you write'", [("What we heard last time",)])
    room.window.find("button", "Take back: *Ring before*").click()
    room.window.gone("label", "Ring before you write")
    room.press("ctrl+z")
    room.window.find("label", "Ring before you write")


def onwards(room):
    """The next activity's clock goes by itself; the run sheet says how the last one went."""
    room.press("alt+Page_Down")
    room.window.find("heading", "2 of 6: *")
    room.window.find("label", "left of 40 minutes")
    room.press("ctrl+r")
    room.window.find("list item", "What we heard last time. 10:00, 15 minutes. Began at *")
    room.window.find("list item", "Build the project*Now, since *")
    room.press("alt+Page_Up")
    room.window.find("heading", "1 of 6: *")


def circle(room):
    """In a circle it is said who comes next; a turn that is let pass is not recorded."""
    for _ in range(4):
        room.press("alt+Page_Down")
    room.window.find("heading", "5 of 6: *")
    room.press("ctrl+t")
    room.window.find("label", "0 of 6 people have had a turn. Next: *")
    room.window.find("button", "Their *urn").click()
    room.window.find("label", "1 of 6 people have had a turn. Next: *")
    for done in range(2, 7):
        room.window.find("button", "*et It Pass").click()
        if done < 6:
            room.window.find("label", f"{done} of 6 people have had a turn. Next: *")
    room.window.find("label", "Everybody has had a turn or let it pass")
    room.window.find("button", "*sk Once More Who Let It Pass").click()
    room.window.find("label", "1 of 6 people have had a turn. Next: *")
    room.saved("SELECT count (*) FROM turn", [(3,)])


def started_anew(room):
    """The circle goes on after the computer was started anew: who spoke, who let it pass, and who is
    next."""
    room.window.find("button", "*et It Pass").click()
    room.window.find("label", "2 of 6 people have had a turn. Next: *")
    told = room.window.find("label", "2 of 6 people have had a turn. Next: *").name
    room.saved("SELECT count (*), sum (passed) FROM turn", [(4, 1)])
    expect(room.application.quit(), 0)
    room.application = room.product.start(room.session, room.file)
    room.window = room.application.window()
    room.product.wait_open(room.window)
    room.press("alt+2")
    room.window.find("list item", "Workshop 2*").point()
    room.window.find("button", "R*n This Workshop").click()
    room.window.find("heading", "1 of 6: *")
    for _ in range(4):
        room.press("alt+Page_Down")
    room.window.find("heading", "5 of 6: *")
    room.press("ctrl+t")
    room.window.find("label", told)


def end(room):
    room.window.find(("button", "toggle button"), "More for this session").click()
    room.window.find("menu item", "*nd the Session").click()
    room.window.find("heading", "Workshop 2*")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1290, 890), env={"EVENHAND_NOTICE_SECONDS": "2"}) as session:
        room = Room(session, Product(build))
        tap.step("the screen opens from the workshop", begin, room)
        tap.step("people arrive by their names, and somebody new is added", arrive, room)
        tap.step("the clock goes on while the screen is left", clock, room)
        tap.step("keys are turns, and a silent table is spoken of", turns, room)
        tap.step("what is said is written down, and taken back", capture, room)
        tap.step("the next activity begins, and the last one is accounted for", onwards, room)
        tap.step("a circle knows whose turn it is", circle, room)
        tap.step("and still does after a new start", started_anew, room)
        tap.step("the session ends", end, room)
        tap.result(room.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", room.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
