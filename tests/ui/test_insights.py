#!/usr/bin/python3
"""Insights with the keyboard alone: who, what kind, where it belongs, and back.

Usage: test_insights.py BUILD_FOLDER. The sample project is changed through the window; what came of
it is read back from the user's file by the command line.
"""

import json
import sys

from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

WORDS = "What was said in the corridor decided it"
TOGETHER = "We both heard it"


class Room:
    """The sample project, open on its insights."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.file = product.sample(session.folder)
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        self.window.find("list", "Places")
        self.press("alt+4")
        self.focus("text box", "What was said")

    def focus(self, role, name):
        """Waits until the keyboard is there."""
        self.session.wait(lambda: (self.application.focused() or self.window).matches(role, name),
                          what=f"the keyboard in {role} {name}")

    def told(self, words):
        """Waits until that is announced: on this GTK, as the window's name."""
        self.session.wait(lambda: self.window.matches(name=words), what=f"{words!r} to be said")

    def pick(self, letters):
        """Types letters of a name, and takes whom they find."""
        self.focus("text box", "Who said it*")
        self.type(letters)
        self.press("Return")
        self.focus("text box", "What was said")

    def insight(self, words):
        """What the user's file holds of the insight with those words."""
        self.window.find("label", "Saved", seconds=20)
        listed = json.loads(self.product.run("list", self.file, "insights", "--json"))
        found = [insight for insight in listed if insight["text"] == words]
        if len(found) != 1:
            raise Trouble(f"{len(found)} insights say {words!r}")
        return found[0]


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def add_somebody_new(room):
    """A name that nobody has is added on the spot; the words that were typed stay."""
    room.type("What was said ")
    room.type("@")
    room.pick("Zelda Quick")
    room.window.find("button", "Who: Zelda Quick*")
    room.type("in the corridor decided it")
    room.press("alt+w")
    room.told("Something that got in the way")
    room.press("Return")
    room.told("Added.*Zelda Quick*")
    room.window.find("list item", f"{WORDS}*Zelda Quick*not sorted yet*")
    found = room.insight(WORDS)
    expect((found["people"], found["kind"]), (["Zelda Quick"], "barrier"))


def add_of_two(room):
    """A comma adds another; the next insight keeps both."""
    room.press("ctrl+p")
    room.focus("text box", "Who said it*")
    room.type("zel,joan")
    room.press("Return")
    room.focus("text box", "What was said")
    room.type(TOGETHER)
    room.press("Return")
    room.window.find("list item", f"{TOGETHER}*")
    expect(sorted(room.insight(TOGETHER)["people"]), ["Joan Abernethy", "Zelda Quick"])


def keep_a_draft(room):
    room.type("half a sen")
    room.press("alt+3", "alt+4")
    room.focus("text box", "What was said")
    room.type("tence")
    room.window.find("text box", "What was said", text="half a sentence")
    room.press("ctrl+a", "BackSpace")


def sort_by_finding(room):
    """Letters find a category, Enter ticks it, Escape goes back to the list."""
    room.press("ctrl+f")
    room.focus("search box", "Search the insights")
    room.type("corridor")
    room.window.gone("list item", f"{TOGETHER}*")
    room.press("Down")
    room.focus("list item", f"{WORDS}*")
    room.press("Return")
    room.focus("search box", "Find a category")
    room.type("jargon")
    room.press("Return")
    room.told("Jargon and academic language: ticked")
    room.window.find("list item", f"{WORDS}*Jargon and academic language*")
    room.press("Escape")
    room.focus("list item", f"{WORDS}*")
    expect(len(room.insight(WORDS)["categories"]), 1)


def leave_the_list(room):
    """Tab leads from a row to what is told of it, and not through every other row; Shift+Tab leads back."""
    room.press("Tab")
    room.focus("button", "The insight before")
    room.press("shift+Tab")
    room.focus("list item", f"{WORDS}*")


def remove_and_undo(room):
    room.press("Delete")
    room.window.gone("list item", f"{WORDS}*")
    room.told("1 insight removed")
    room.press("ctrl+z")
    room.window.find("list item", f"{WORDS}*Jargon and academic language*")


def leave_backwards(room):
    """Shift+Tab leads out of where one writes, and the key to write leads back from its buttons."""
    room.press("ctrl+shift+n")
    room.focus("text box", "What was said")
    room.press("shift+Tab")
    room.focus("button", "Who:*")
    room.press("shift+Tab")
    room.focus("list item", "Insights, *")
    room.press("ctrl+shift+n")
    room.focus("text box", "What was said")
    room.press("shift+Tab", "ctrl+shift+n")
    room.focus("text box", "What was said")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session() as session:
        room = Room(session, Product(build))
        tap.run("the keyboard leaves where one writes", leave_backwards, room)
        tap.run("somebody new is added while they speak", add_somebody_new, room)
        tap.run("an insight is of two people", add_of_two, room)
        tap.run("a draft waits for its writer", keep_a_draft, room)
        tap.run("a category is found by its letters", sort_by_finding, room)
        tap.run("the keyboard leaves the list", leave_the_list, room)
        tap.run("what was removed comes back", remove_and_undo, room)
        tap.result(room.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", room.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
