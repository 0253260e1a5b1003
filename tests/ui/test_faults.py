#!/usr/bin/python3
"""What a person sees when something goes wrong around them: the program is killed in the middle of a
sentence, the folder of their file is gone, another window or the command line wants the same file.

Usage: test_faults.py BUILD_FOLDER. Nothing that was typed is lost, and what is told is true.
"""

import json
import pathlib
import shutil
import subprocess
import sys

from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

UNSENT = "We were never told what"
TYPED_AWAY = ["Said while the stick was out", "And another one after it"]


class Room:
    """A small project, open on its insights."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.folder = session.folder / "stick"
        self.folder.mkdir()
        self.file = self.folder / "Ours.evenhand"
        product.run("new", self.file)
        people = session.folder / "people.csv"
        people.write_text("name,group\nAsha Rahman,Public contributors\n", encoding="utf-8")
        product.run("import", self.file, people)
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        self.open()

    def open(self):
        self.application = self.product.start(self.session, self.file)
        self.window = self.application.window()
        self.product.wait_open(self.window)
        self.press("alt+4")
        self.focus()

    def focus(self):
        """Waits until the keyboard is in the words."""
        self.application.wait_focus("text box", "What was said", seconds=20)

    def banner(self):
        """Whether the window says across itself that the folder is gone."""
        found = self.window.look("label", "The folder of *is not there*safe on this computer*")
        # What slides away keeps its size; what it slides into has none.
        return found is not None and found.parent.parent.mapped

    def drafts(self):
        """The files that hold words which were not added."""
        work = self.session.folder / "data" / "evenhand" / "work"
        return sorted(work.glob("*/draft*"))

    def insights(self):
        """What the user's file holds."""
        environment = self.session.env | self.product.env(self.product.build / "po")
        told = subprocess.run([self.product.command, "list", self.file, "insights", "--json"],
                              capture_output=True, text=True, check=False, env=environment)
        expect(told.returncode, 0)
        return [each["text"] for each in json.loads(told.stdout)]


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def killed_in_a_sentence(room):
    """kill -9 of the window: the half sentence, its person and its kind are there again."""
    room.type("@")
    room.application.wait_focus("text box", "Who said it*")
    room.type("asha")
    room.press("Return")
    room.focus()
    room.type(UNSENT)
    room.press("alt+w")
    room.window.find("button", "*got in the way*")
    room.session.wait(
        lambda: UNSENT in "".join(path.read_text() for path in room.drafts())
        and "kind=1" in room.drafts()[0].read_text(), what="the draft to be kept")
    expect([path.stat().st_mode & 0o777 for path in room.drafts()], [0o600])
    room.application.expected_to_end = True
    room.application.process.kill()
    room.application.process.wait(10)
    expect(room.insights(), [])
    room.open()
    room.window.find("text box", "What was said", text=UNSENT)
    room.window.find("button", "Who: Asha Rahman*")
    room.window.find("button", "*got in the way*")
    expect(len(room.window.all("list item", f"{UNSENT}*")), 0)


def closed_in_a_sentence(room):
    """The same where the window is closed, and no trace of it goes into the file."""
    room.type("x")
    expect(room.application.quit(), 0)
    expect(UNSENT.encode() in room.file.read_bytes(), False)
    room.open()
    room.window.find("text box", "What was said", text=UNSENT + "x")


def added_and_gone(room):
    """Once it is added, nothing is left of the draft, here or at the next start."""
    room.press("ctrl+End", "BackSpace")
    room.type(" became of it")
    room.press("Return")
    room.window.find("list item", f"{UNSENT} became of it*Asha Rahman*")
    room.session.wait(lambda: not room.drafts(), what="the draft to go")
    room.window.find("label", "Saved", seconds=20)
    expect(room.insights(), [UNSENT + " became of it"])
    expect(room.application.quit(), 0)
    work = room.session.folder / "data" / "evenhand" / "work"
    expect(list(work.iterdir()), [])
    room.open()
    room.window.find("text box", "What was said", text="")


def stick_out_and_in(room):
    """The folder vanishes while insights are added: the window says so, and catches up by itself."""
    away = pathlib.Path(f"{room.folder}-away")
    room.folder.rename(away)
    for words in TYPED_AWAY:
        room.type(words)
        room.press("Return")
        room.window.find("list item", f"{words}*")
    room.window.find("label", "Not in your file yet", seconds=20)
    room.session.wait(lambda: room.banner(), what="the message")
    expect(room.folder.exists(), False)
    away.rename(room.folder)
    room.window.find("label", "Saved", seconds=40)
    room.session.wait(lambda: not room.banner(), what="the message to go")
    expect(sorted(room.insights()), sorted([UNSENT + " became of it"] + TYPED_AWAY))


def second_window(room):
    """A second window on the same file leads back to the first, and changes nothing."""
    before = room.insights()
    windows = len(room.application.windows)
    again = subprocess.run([room.product.window, room.file], timeout=60, capture_output=True, text=True,
                           env=room.session.env | room.product.env(room.product.build / "po"),
                           check=False)
    expect(again.returncode, 0)
    expect(len(room.application.windows), windows)
    expect(room.insights(), before)


def command_line_beside(room):
    """The command line reads, says that a window has the file open, and does not write to it."""
    source = room.session.folder / "more.csv"
    source.write_text("text\nFrom the command line\n", encoding="utf-8")
    environment = room.session.env | room.product.env(room.product.build / "po")
    told = subprocess.run([room.product.command, "import", room.file, source], env=environment,
                          capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    expect((told.returncode, "window" in told.stderr), (1, True))
    expect("From the command line" in room.insights(), False)


def other_laptop(room):
    """Somebody else saves the file meanwhile: what both added is in the window, and in the file."""
    before = room.insights()
    copy = room.session.folder / "other-laptop.evenhand"
    shutil.copy(room.file, copy)
    source = room.session.folder / "other.csv"
    source.write_text("text\nFrom the other laptop\n", encoding="utf-8")
    subprocess.run([room.product.command, "import", copy, source], check=True, capture_output=True,
                   env=room.session.env | room.product.env(room.product.build / "po"))
    shutil.copy(copy, room.file)
    room.focus()
    room.type("From this laptop")
    room.press("Return")
    room.window.find("list item", "From the other laptop*", seconds=20)
    room.window.find("label", "Saved", seconds=20)
    expect(sorted(room.insights()), sorted(before + ["From the other laptop", "From this laptop"]))
    expect(room.banner(), False)


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session() as session:
        room = Room(session, Product(build))
        tap.step("killed in the middle of a sentence", killed_in_a_sentence, room)
        tap.step("closed in the middle of a sentence", closed_in_a_sentence, room)
        tap.step("what is added leaves no draft", added_and_gone, room)
        tap.step("the folder is gone, and comes back", stick_out_and_in, room)
        tap.step("a second window leads to the first", second_window, room)
        tap.step("the command line beside a window", command_line_beside, room)
        tap.step("another laptop saves the same file", other_laptop, room)
        tap.result(room.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", room.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
