#!/usr/bin/python3
"""A kiosk that is put down: it asks whoever was writing, and forgets their words when nobody answers; and
without a passphrase a held corner leads back.

Usage: test_kiosk_idle.py BUILD_FOLDER. Time goes faster here. What arrived is read from the user's file.
"""

import sqlite3
import sys
import time

from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

WORDS = "My mother was never asked"
IDLE = 3


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


class Kiosk:
    def __init__(self, session, product):
        self.session = session
        self.keyboard = session.keyboard
        self.file = product.sample(session.folder)
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        product.wait_open(self.window)
        self.screen = None

    def words(self):
        field = self.screen.find("text box", "Your words")
        self.session.wait(lambda: self.application.focused() == field, what="the keyboard in it")
        return field


def start(kiosk):
    kiosk.window.act("win.kiosk")
    ask = kiosk.application.window("Kiosk", besides=[kiosk.window])
    ask.find("button", "*tart the Kiosk").click()
    kiosk.screen = kiosk.application.window("Sharing power in research*", besides=[kiosk.window])
    kiosk.words()


def still_writing(kiosk):
    """The question comes over the words, the keyboard on its answer; and nothing is lost by it."""
    kiosk.keyboard.type(WORDS)
    answer = kiosk.screen.find("button", "Yes, go on", seconds=IDLE + 10)
    kiosk.session.wait(lambda: kiosk.application.focused() == answer, what="the keyboard on the answer")
    kiosk.keyboard.press("Return")
    expect(kiosk.words().text, WORDS)


def forgotten(kiosk):
    """Nobody answers: the next person finds nothing, and nothing was sent."""
    kiosk.screen.find("button", "Yes, go on", seconds=IDLE + 10)
    kiosk.screen.gone("button", "Yes, go on", seconds=IDLE + 10)
    expect(kiosk.words().text, "")
    database = sqlite3.connect(f"file:{kiosk.file}?mode=ro", uri=True)
    expect(database.execute("SELECT count (*) FROM received").fetchone(), (0,))
    database.close()


def hold_corner(kiosk, seconds):
    corner = kiosk.screen.find("button", "For the facilitator: hold for five seconds")
    x, y, width, height = corner.extents
    kiosk.session.run("xdotool", "mousemove", str(x + width // 2), str(y + height // 2))
    kiosk.session.run("xdotool", "mousedown", "1")
    time.sleep(seconds)
    kiosk.session.run("xdotool", "mouseup", "1")


def corner(kiosk):
    """Pressed for a moment it does nothing; held, it leads back, for there is no passphrase."""
    hold_corner(kiosk, 1)
    kiosk.session.settle()
    expect(kiosk.screen.mapped, True)
    expect(kiosk.window.mapped, False)
    hold_corner(kiosk, 5.8)
    kiosk.window = kiosk.application.window()
    kiosk.window.find("list", "Places")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1290, 890), env={"EVENHAND_KIOSK_SECONDS": str(IDLE)}) as session:
        kiosk = Kiosk(session, Product(build))
        tap.step("it begins without a passphrase", start, kiosk)
        tap.step("it asks whoever has stopped writing", still_writing, kiosk)
        tap.step("and forgets the words when nobody answers", forgotten, kiosk)
        tap.step("a held corner leads back", corner, kiosk)
        tap.result(kiosk.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", kiosk.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
