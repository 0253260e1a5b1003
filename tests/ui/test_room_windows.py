#!/usr/bin/python3
"""While names are hidden, no name of anybody is in what opens from a place: the parts of a workshop,
the backups, another copy.

Usage: test_room_windows.py BUILD_FOLDER. On the sample project; everything that a screen reader could
find is searched, also what is out of sight.
"""

import pathlib
import sqlite3
import sys

from product import Product
from room import Room
from session import Session, missing
from tap import Tap

PARTS = ("About", "Run sheet", "Access", "Promises", "Payments", "People")


def other_copy(room):
    """A copy in which something that names somebody was changed, by hand as another laptop would."""
    path = pathlib.Path(room.session.folder) / "Other.evenhand"
    path.write_bytes(pathlib.Path(room.file).read_bytes())
    db = sqlite3.connect(path)
    with db:
        db.execute("UPDATE participant SET biography = biography || ' More of it.'")
        db.execute("UPDATE participant SET name = name || ' the Elder' WHERE id ="
                   " (SELECT min (id) FROM participant)")
        db.execute("UPDATE promise SET text = (SELECT name FROM participant LIMIT 1) || ' was told'")
    db.close()
    return path


def hide(room):
    room.press("F8")
    room.window.find("label", "Names are hidden")


def part(room, name):
    """A part of the second workshop, where everything is filled in."""
    if name == PARTS[0]:
        room.window.act("win.place-workshops")
        room.session.settle()
        room.window.find("list item", "Workshop 1*").point()
        room.session.settle()
    for role in ("radio button", "toggle button", "tab", "page tab"):
        button = room.window.look(role, name)
        if button is not None and button.mapped:
            button.click()
            break
    else:
        room.window.find("combo box", "Part of the workshop").choose(name)
    room.nobody()


def opened(room, action, control):
    room.window.act(action)
    window = room.session.wait(lambda: next(
        (each for each in room.application.windows if each != room.window and each.look(*control)),
        None), seconds=20, what=f"the window of {action}")
    room.nobody()
    room.press("Escape")
    room.session.wait(lambda: window not in room.application.windows, what="it to close")


def chosen(room, action, path, control):
    """What opens after a file was chosen, as with Ctrl+L in any window that opens one."""
    room.window.act(action)
    chooser = room.session.wait(lambda: next(
        (each for each in room.application.windows if each != room.window), None), seconds=20,
        what="the file chooser")
    room.session.settle()
    room.session.keyboard.type("/")
    name = room.session.wait(lambda: next(iter(chooser.all("text box")), None),
                             what="where to type the file's name")
    name.set_text(str(path))
    chooser.find("button", "*Open*").click()
    window = room.session.wait(lambda: next(
        (each for each in room.application.windows if each != room.window and each.look(*control)),
        None), seconds=30, what=f"the window of {action}")
    room.nobody()
    room.press("Escape")
    room.session.wait(lambda: window not in room.application.windows, what="it to close")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1190, 790)) as session:
        room = Room(session, Product(build))
        other = other_copy(room)
        tap.step("names are hidden", hide, room)
        for name in PARTS:
            tap.run(f"nobody in the part {name} of a workshop", part, room, name)
        tap.run("nobody in the backups", opened, room, "win.backups", ("button", "*lose*"))
        tap.run("nobody in the window that prints", opened, room, "win.print-workshop",
                ("combo box", "What to print"))
        tap.run("nobody in another copy that is brought in", chosen, room, "win.merge", other,
                ("button", "*ring In"))
        tap.result(room.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", room.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
