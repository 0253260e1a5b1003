#!/usr/bin/python3
"""What is marked while the guidance is written, and a document sent out, by keyboard in the real window.

Usage: test_publishing.py BUILD_FOLDER. What came of it is read back from the user's file.
"""

import hashlib
import sqlite3
import sys

from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

WORDS = "We utilise the hall."


class Desk:
    """A project with a short guidance: one paragraph, and advice that nobody stands behind."""

    def __init__(self, session, product):
        self.session = session
        self.file = session.folder / "Publishing.evenhand"
        product.run("new", self.file)
        with sqlite3.connect(self.file) as db:
            db.execute("INSERT INTO guidance (id, title, language) VALUES (5, 'Guide', 'en')")
            db.execute("INSERT INTO block (id, guidance_id, position, kind, text, owner) VALUES"
                       " (6, 5, 1, 'paragraph', ?, ''),"
                       " (7, 5, 2, 'recommendation', 'Pay people.', 'Finance')", (WORDS,))
        self.application = product.start(session, self.file)
        self.main = self.application.window()
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        self.main.find("list", "Places")
        self.press("alt+6")

    def rows(self, sql):
        """What the user's file holds, once it is saved."""
        self.main.find("label", "Saved", seconds=20)
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as db:
            return db.execute(sql).fetchall()

    def wait_rows(self, sql, wanted):
        self.session.wait(lambda: self.rows(sql) == wanted, what=f"{sql} to give {wanted}")


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def marks(desk):
    desk.main.find("button", "2 things to look at")
    desk.press("alt+Page_Down")
    desk.application.wait_focus("group", "Jargon: *utilise*")
    desk.main.find("button", "Write *use*").click()
    desk.wait_rows("SELECT text FROM block WHERE id = 6", [("We use the hall.",)])
    desk.main.find("button", "1 thing to look at")
    desk.press("alt+Page_Down")
    desk.application.wait_focus("group", "Whose knowledge?*")
    desk.main.find("button", "Hide This Mark").click()
    desk.main.find("button", "Nothing to look at")
    desk.wait_rows("SELECT finding, block_id FROM looked_at", [("evidence.untraced", 7)])


def words(desk):
    desk.main.act("win.words")
    window = desk.application.window("Words of the Project", besides=[desk.main])
    desk.application.wait_focus("text box", "New word")
    desk.type("hall")
    window.find("button", "Put It into the Jargon Jar").click()
    desk.application.wait_focus("text box", "Say instead")
    desk.type("room")
    desk.press("Escape")
    desk.wait_rows("SELECT word, say_instead, kind FROM term", [("hall", "room", "jargon")])
    desk.main.find("button", "1 thing to look at")


def publish(desk):
    desk.press("ctrl+shift+p")
    window = desk.application.window("Safe to Publish*", besides=[desk.main])
    for left in ("2 things", "1 thing"):
        window.find("label", f"It can be published. Somebody should look at {left} before.")
        window.find("button", "It is fine, because*").click()
        window.find("text box", "Why it is fine").set_text(f"{left} less")
        window.find("button", "Let It Stand").click()
    window.find("label", "Safe to publish: nothing is left to look at.")
    expect(desk.rows("SELECT count(*) FROM looked_at WHERE reason <> ''"), [(2,)])
    out = desk.session.folder / "guide.odt"
    window.find("button", "Publish…*").click()
    dialog = desk.session.wait(lambda: next(
        (each for each in desk.application.windows if each.look("text box", "Name:*")), None),
        what="the question where to save")
    dialog.find("text box", "Name:*").set_text(str(out))
    dialog.find("button", "*Save*").click()
    window.find("label", "Version 1.0: *guide.odt*")
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    window.find("button", "Close").click()
    desk.session.wait(lambda: len(desk.application.windows) == 1, what="the window to close")
    desk.wait_rows("SELECT version, digest FROM publication", [("1.0", digest)])
    expect(desk.rows("SELECT status, version FROM guidance"), [("published", "1.0")])


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session() as session:
        desk = Desk(session, Product(build))
        tap.run("marks are walked through, mended and hidden", marks, desk)
        tap.run("a word goes into the jargon jar", words, desk)
        tap.run("it is let stand, and published", publish, desk)
        tap.result(desk.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", desk.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
