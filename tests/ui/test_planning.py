#!/usr/bin/python3
"""A workshop is planned in the window: a run sheet begun with a deck and put in order by keyboard,
the room's checklist, a promise whose date has passed and what the Overview says of it, payments.

Usage: test_planning.py BUILD_FOLDER. On the sample project; what the window did is read back from
the user's file.
"""

import sqlite3
import sys

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap


class Project:
    """The sample project in a window, at its places."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.keyboard = session.keyboard
        self.file = product.sample(session.folder)
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        session.wait(lambda: "win.place-workshops" in self.window.actions, what="the places")
        session.settle()

    def rows(self, sql):
        """From the user's file, once it is saved; nothing is written to it."""
        self.window.find("label", "Saved", seconds=20)
        database = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()

    def fill(self, field, words):
        """Types into a field, and leaves it: a date or a time is read then."""
        self.window.find("text box", field).point()
        self.application.wait_focus("text box", field)
        self.keyboard.type(words)
        self.keyboard.press("Tab")

    def part(self, name):
        for role in ("radio button", "toggle button", "tab", "page tab"):
            button = self.window.look(role, name)
            if button is not None and button.mapped:
                button.click()
                break
        else:
            self.window.find("combo box", "Part of the workshop").choose(name)
        self.session.settle()


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def named(project):
    """Every control has a name; the cross of a passing message is the library's."""
    expect(lint.unnamed(project.window), [])


def titles(project):
    return [row[0] for row in project.rows(
        "SELECT title FROM activity WHERE workshop_id = (SELECT max (id) FROM workshop)"
        " ORDER BY position")]


def deck(project):
    project.keyboard.press("alt+2", "ctrl+shift+n")
    project.window.find("heading", "Workshop 3")
    project.part("Run sheet")
    project.window.find("button", "*egin with a Run Sheet…").click()
    window = project.application.window("Begin with a Run Sheet", besides=[project.window])
    project.session.settle()
    expect(lint.unnamed(window), [])
    window.find("list", "A deck of questions").find("list item", "Hows and whys*").point()
    project.window.find("label", "9 activities, 3 hours*")
    expect(len(titles(project)), 9)
    expect(titles(project)[1], "What it is")
    named(project)
    project.window.act("win.undo")
    project.window.find("label", "Nothing is planned yet*")
    project.window.act("win.redo")
    project.window.find("label", "9 activities*")


def order(project):
    """Alt and Down move what the keyboard is in, and the keyboard goes along."""
    project.window.find("text box", "What happens", text="Welcome*").point()
    project.application.wait_focus("text box", "What happens")
    project.keyboard.press("alt+Down")
    project.session.wait(lambda: titles(project)[0] == "What it is", what="the new order")
    expect(titles(project)[1], "Welcome, and how we want to work")
    project.application.wait_focus("text box", "What happens")
    project.keyboard.press("alt+Up")
    project.session.wait(lambda: titles(project)[0].startswith("Welcome"), what="the old order")


def overrun(project):
    project.part("About")
    for field, time in (("Starts at", "10:00"), ("Ends at", "12:30")):
        project.fill(field, time)
    project.part("Run sheet")
    project.window.find("label", "30 minutes too long: it is planned to end at 12:30.")
    project.window.find("label", "11:30–11:45, break")


def venue(project):
    project.part("Access")
    project.window.find("label", "18 of 18 are not known yet.")
    project.window.find("combo box", "A lift, or the ground floor").choose("Yes")
    project.window.find("label", "17 of 18 are not known yet.")
    note = project.window.find("text box", "Note: A lift, or the ground floor")
    note.set_text("Narrow")
    expect(project.rows("SELECT item, answer FROM venue_check WHERE workshop_id ="
                        " (SELECT max (id) FROM workshop)"), [("lift", "yes")])
    named(project)


def promise(project):
    project.part("Promises")
    project.window.find("button", "*dd a P*romise").click()
    project.application.wait_focus("text box", "What was promised")
    project.keyboard.type("Send the notes")
    project.fill("By when", "1 May 2026")
    project.window.find("label", "Overdue since 1 May 2026*")
    expect(project.rows("SELECT text, due, state FROM promise WHERE text LIKE 'Send the%'"),
           [("Send the notes", "2026-05-01", "open")])
    named(project)
    project.keyboard.press("alt+1")
    project.window.find("list item", "2 promises are overdue*").point()
    project.window.find("heading", "Workshop 3")
    project.window.find("combo box", "How it stands").choose("Kept")
    project.window.gone("label", "Overdue since 1 May 2026*")
    expect(project.rows("SELECT kept_on <> '' FROM promise WHERE text LIKE 'Send the%'"), [(1,)])


def payment(project):
    """A rate says what is offered; who takes it is paid that. No field asks for an account."""
    project.part("Payments")
    project.window.find("label", "Evenhand has no place for account numbers*")
    project.window.find("button", "Add a *ayment").click()
    project.window.find("button", "Rate of pay: *").click()
    project.window.find("list item", "A workshop of up to three hours*")
    project.session.settle()
    project.keyboard.press("Down")
    project.application.wait_focus("list item", "A workshop of up to three hours*")
    project.keyboard.press("Return")
    project.session.wait(lambda: project.rows(
        "SELECT offered FROM payment ORDER BY id DESC LIMIT 1") == [(7500,)], what="the offer")
    project.window.find("combo box", "What they chose").choose("Payment")
    project.session.wait(lambda: project.rows(
        "SELECT amount FROM payment ORDER BY id DESC LIMIT 1") == [(7500,)], what="the amount")
    named(project)


def invitations(project):
    """Everyone but the one person who has withdrawn."""
    project.part("People")
    project.window.find("label", "0 invited, 0 said yes. *")
    project.window.find("button", "*nvite All Shown").click()
    project.window.find("label", "23 invited, 0 said yes. *")
    named(project)
    project.window.act("win.undo")
    project.window.find("label", "0 invited, 0 said yes. *")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1290, 890)) as session:
        project = Project(session, Product(build))
        tap.step("a run sheet begins with a deck, as one step", deck, project)
        tap.step("the keyboard moves an activity", order, project)
        tap.step("an overrun is said in words", overrun, project)
        tap.step("the room's checklist is answered", venue, project)
        tap.step("a promise is overdue on the Overview, and kept", promise, project)
        tap.step("a rate says what is offered, a choice what is paid", payment, project)
        tap.step("people are invited, as one step", invitations, project)
        tap.result(project.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", project.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
