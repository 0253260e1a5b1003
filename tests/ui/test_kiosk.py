#!/usr/bin/python3
"""The kiosk: people write and send, no key of the desktop or of the program leads out, and the
facilitator comes back by holding Escape and saying the passphrase.

Usage: test_kiosk.py BUILD_FOLDER. What arrived is read back from the user's file.
"""

import sqlite3
import sys
import time

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

WORDS = "Nobody asked us before it was decided"
OTHERS = "Written by mistake"
PASSPHRASE = "tern street"
KEYS = ("ctrl+q", "ctrl+w", "ctrl+n", "ctrl+o", "ctrl+z", "ctrl+h", "alt+F4", "alt+2", "F8", "F9",
        "F10", "ctrl+shift+d", "ctrl+shift+i", "ctrl+shift+v", "Escape")


class Kiosk:
    """The sample project in a window, and the kiosk in its place."""

    def __init__(self, session, product):
        self.session = session
        self.keyboard = session.keyboard
        self.file = product.sample(session.folder)
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        self.window.find("list", "Places")
        session.settle()

    def rows(self, sql):
        self.window.find("label", "Saved", seconds=20)
        database = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()

    def words(self):
        field = self.screen.find("text box", "Your words")
        self.session.wait(lambda: self.application.focused() == field, what="the keyboard in it")
        return field

    def send(self, words):
        self.words()
        self.keyboard.type(words)
        self.screen.find("button", "Send").click()
        self.screen.find("label", "It arrived")


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def start(kiosk):
    kiosk.window.act("win.kiosk")
    ask = kiosk.application.window("Kiosk", besides=[kiosk.window])
    ask.find("text box", "Passphrase to come back*").point()
    kiosk.keyboard.type(PASSPHRASE)
    ask.find("button", "*tart the Kiosk").click()
    kiosk.screen = kiosk.application.window("Sharing power in research*", besides=[kiosk.window])
    kiosk.words()
    expect(lint.unnamed(kiosk.screen), [])


def no_way_out(kiosk):
    """Keys that lead somewhere in the window lead nowhere here."""
    kiosk.keyboard.press(*KEYS)
    kiosk.session.settle()
    kiosk.words()
    expect(kiosk.window.mapped, False)
    expect(kiosk.screen.mapped, True)


def contribute(kiosk):
    kiosk.send(WORDS)
    kiosk.screen.find("button", "Done").click()
    expect(kiosk.words().text, "")


def think_again(kiosk):
    kiosk.send(OTHERS)
    kiosk.screen.find("button", "Take it back").click()
    kiosk.screen.find("label", "Taken back. Nothing of it was kept.")
    expect(kiosk.words().text, "")


def hold_escape(session, seconds):
    session.run("xdotool", "keydown", "Escape")
    time.sleep(seconds)
    session.run("xdotool", "keyup", "Escape")


def leave(kiosk):
    """Half as long is not long enough."""
    hold_escape(kiosk.session, 2)
    kiosk.session.settle()
    kiosk.words()
    hold_escape(kiosk.session, 5.6)
    field = kiosk.screen.find("text box", "Passphrase of the facilitator*")
    kiosk.session.wait(lambda: kiosk.application.focused() == field, what="the keyboard in it")
    kiosk.keyboard.type("guess")
    kiosk.keyboard.press("Return")
    kiosk.screen.find("label", "That is not the passphrase")
    kiosk.keyboard.type(PASSPHRASE)
    kiosk.keyboard.press("Return")
    kiosk.window = kiosk.application.window()
    kiosk.window.find("list", "Places")
    found = kiosk.rows("SELECT text, capture FROM received WHERE text <> ''")
    expect([text for text, capture in found], [WORDS])
    expect(kiosk.rows(f"SELECT count(*) FROM insight WHERE text = '{WORDS}'"), [(0,)])


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1290, 890)) as session:
        kiosk = Kiosk(session, Product(build))
        tap.step("it begins", start, kiosk)
        tap.step("no key leads out", no_way_out, kiosk)
        tap.step("what is sent arrives, and the next person sees nothing of it", contribute, kiosk)
        tap.step("what was sent is taken back", think_again, kiosk)
        tap.step("the facilitator comes back", leave, kiosk)
        tap.result(kiosk.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", kiosk.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
