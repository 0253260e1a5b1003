#!/usr/bin/python3
"""While names are hidden, no name of anybody is on the screen or is read aloud.

Usage: test_room_display.py BUILD_FOLDER. Every place of the sample project is visited, with what can
be opened in it, and everything that a screen reader could find is searched: also what is out of sight.
"""

import json
import sys

from processes import Trouble
from product import Product
from room import Room
from session import Session, missing
from tap import Tap

KEYS = "F8"


def names_are_there(room):
    """Or else the test would find nobody whatever the program does."""
    seen = set()
    for number in (2, 3, 4, 6):
        room.press(f"alt+{number}")
        room.session.settle()
        if number == 3:
            room.window.find("list item", "Asha Venkataraman*").point()
            room.window.find("label", "Asha Venkataraman")
        if number == 4:
            room.window.find("list item", "*Venkataraman*").point()
            room.session.settle()
        seen |= {found.split(":")[0] for found in room.seen()}
    if len(seen) < len(room.names) // 2:
        raise Trouble(f"only {seen} were seen")


def hide(room):
    """What was open before is searched too: every place that was visited is still there."""
    room.press(KEYS)
    room.window.find("label", "Names are hidden")
    room.nobody()


def place(room, name):
    room.window.act(f"win.place-{name}")
    room.nobody()


def people(room):
    room.press("alt+3")
    room.window.find("list item", "Public contributor 1, *").point()
    room.window.find("label", "While names are hidden*")
    room.nobody()
    room.press("ctrl+f")
    room.type("Asha")
    room.window.gone("list item", "Researcher*")
    room.nobody()
    room.press("ctrl+a", "BackSpace")


def attendance(room):
    room.press("alt+2")


    for item in room.window.all("list item"):
        if item.mapped and "Workshop" in item.name:
            item.point()
            break
    room.nobody()


def capture(room):
    """A real name finds its person, and is shown as what stands for it."""
    room.press("alt+4")
    room.focus("text box", "What was said")
    room.press("ctrl+p")
    room.focus("text box", "Who said it*")
    room.nobody()
    room.type("Asha")
    room.session.settle()
    room.nobody()
    room.press("Return")
    room.focus("text box", "What was said")
    room.window.find("button", "Who: Public contributor *")
    room.nobody()
    room.type("Nobody asked us first")
    room.press("Return")
    room.window.find("list item", "Nobody asked us first*Public contributor*")
    room.nobody()
    room.window.find("label", "Saved", seconds=20)
    listed = json.loads(room.product.run("list", room.file, "insights", "--json"))
    added = [each for each in listed if each["text"] == "Nobody asked us first"]
    if [each["people"] for each in added] != [["Asha Venkataraman"]]:
        raise Trouble(f"the file says {added}")


def insight(room):
    """With its details, and the filter on its person."""
    room.press("Escape", "alt+4")
    for item in room.window.all("list item")[:60]:
        if item.mapped and "contributor" in item.name.lower():
            item.point()
            break
    room.nobody()


def guidance(room):
    room.press("alt+6")
    room.session.settle()
    for item in room.window.all("list item"):
        if item.mapped and "Recommendation" in item.name:
            item.point()
            break
    room.nobody()


def history(room):
    # In the guidance the key is for finding and replacing.
    room.window.act("win.history")
    window = room.application.window("*istory*")
    window.find("list item")
    room.nobody()
    room.press("Escape")
    room.session.wait(lambda: len(room.application.windows) == 1, what="the history to close")


def run_screen(room):
    """Those who arrive, who has the floor, the run sheet; turns are taken and let pass by names that are
    not theirs."""
    room.window.act("win.run")
    room.session.settle()
    room.nobody()
    room.press("ctrl+f")
    room.session.settle()
    room.nobody()
    room.press("ctrl+t")
    room.window.find("button", "Public contributor *")
    room.nobody()
    room.press("1", "2")
    room.session.settle()
    room.nobody()
    room.press("ctrl+r")
    room.session.settle()
    room.nobody()
    for _ in range(6):
        room.press("alt+Page_Down")
        room.session.settle()
        if room.window.look("button", "*et It Pass"):
            room.window.find("button", "*et It Pass").click()
            room.session.settle()
            room.nobody()
            break
    room.press("ctrl+z", "ctrl+z", "ctrl+z")
    room.window.find("button", "Back").click()
    room.nobody()


def undone(room):
    """The step is said, and the tip of the buttons."""
    room.press("alt+3", "ctrl+z")
    room.nobody()


def show_again(room):
    room.press(KEYS)
    room.window.gone("label", "Names are hidden")
    room.press("alt+3")
    room.window.find("list item", "Asha Venkataraman*")


def unchanged(room, before):
    """Hiding is nothing that the file knows of."""
    people_now = room.product.run("list", room.file, "people", "--json")
    if json.loads(people_now) != before:
        raise Trouble("the people of the file are not as they were")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session() as session:
        room = Room(session, Product(build))
        before = json.loads(room.product.run("list", room.file, "people", "--json"))
        tap.step("names are seen while they are not hidden", names_are_there, room)
        tap.step("one key hides those that are open", hide, room)
        places = [action.removeprefix("win.place-") for action in room.window.actions
                  if action.startswith("win.place-")]
        for name in places:
            tap.run(f"nobody in {name}", place, room, name)
        for what, function in (("people", people), ("the attendance", attendance),
                               ("the capture bar", capture), ("an insight", insight),
                               ("the guidance", guidance), ("the run screen", run_screen),
                               ("the history", history),
                               ("what is undone", undone)):
            tap.run(f"nobody in {what}", function, room)
        tap.run("the same key shows them again", show_again, room)
        tap.run("the file is as it was", unchanged, room, before)
        tap.result(room.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", room.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
