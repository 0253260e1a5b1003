#!/usr/bin/python3
"""Writing guidance with the keyboard: parts, emphasis, moving, pasting, finding and replacing.

Usage: test_guidance.py BUILD_FOLDER. What came of it is read back from the user's file.
"""

import sqlite3
import subprocess
import sys

from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

PASTED = """<h2>From elsewhere</h2><p>With <b>strong</b> words and a
<a href="https://example.org/page">link</a>.</p><ul><li>one</li><li>two</li></ul>"""


class Desk:
    """A project with a blank guidance, open at it."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.file = session.folder / "Writing.evenhand"
        product.run("new", self.file)
        self.application = product.start(session, self.file)
        self.main = self.application.window()
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        product.wait_open(self.main)
        self.press("alt+6")
        self.main.find("button", "Start From a Blank Page").click()
        self.main.find("text box", "Paragraph").point()

    def rows(self, sql):
        """What the user's file holds, once it is saved."""
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as db:
            return db.execute(sql).fetchall()

    def blocks(self):
        """Kind and words of each part, in order."""
        return self.rows("SELECT kind, text FROM block ORDER BY position")

    def choose(self, button, what):
        """Chooses from a menu of the place, which may still have been moving."""
        for _ in range(3):
            self.main.find("button", button).click()
            try:
                self.main.find("menu item", what, seconds=4).click()
                return
            except Trouble:
                self.press("Escape")
        raise Trouble(f"the menu of “{button}” has no “{what}”")

    def add(self, what):
        """Adds a part after the one at hand."""
        self.choose("Add a part", what)

    def wait_block(self, kind, text):
        """Waits until such a part is in the file, and gives its place."""
        try:
            self.session.wait(lambda: (kind, text) in self.blocks(), seconds=15)
        except Trouble as trouble:
            raise Trouble(f"found {self.blocks()!r}, wanted {text!r}") from trouble
        return self.blocks().index((kind, text))

    def expect(self, wanted):
        """Waits until the file holds these parts."""
        try:
            self.session.wait(lambda: self.blocks() == wanted, seconds=15)
        except Trouble as trouble:
            raise Trouble(f"found {self.blocks()!r}, wanted {wanted!r}") from trouble


def write(desk):
    desk.type("First thought")
    desk.press("Return")
    desk.type("Second thought")
    desk.expect([("paragraph", "First thought"), ("paragraph", "Second thought")])
    desk.press("Home", "BackSpace")
    desk.expect([("paragraph", "First thoughtSecond thought")])
    desk.press("Return")
    desk.expect([("paragraph", "First thought"), ("paragraph", "Second thought")])


def emphasise(desk):
    desk.press("End", "shift+ctrl+Left", "ctrl+b")
    desk.expect([("paragraph", "First thought"), ("paragraph", "Second **thought**")])
    desk.press("ctrl+b")
    desk.expect([("paragraph", "First thought"), ("paragraph", "Second thought")])
    desk.press("ctrl+k")
    desk.application.wait_focus("text box", "Where do the words lead*")
    desk.type("example.org")
    desk.press("Return")
    desk.expect([("paragraph", "First thought"),
                 ("paragraph", "Second [thought](https://example.org)")])


def move(desk):
    desk.press("alt+Up")
    desk.expect([("paragraph", "Second [thought](https://example.org)"),
                 ("paragraph", "First thought")])
    desk.main.act("win.undo")
    desk.expect([("paragraph", "First thought"),
                 ("paragraph", "Second [thought](https://example.org)")])


def paste(desk):
    desk.main.all("text box", "Paragraph")[-1].point()
    desk.press("ctrl+End", "Return")
    clip = subprocess.Popen(["xclip", "-selection", "clipboard", "-t", "text/html", "-quiet"],
                            stdin=subprocess.PIPE, env=desk.session.env,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    clip.stdin.write(PASTED.encode())
    clip.stdin.close()
    desk.session.settle()
    try:
        desk.press("ctrl+v")
        desk.expect([("paragraph", "First thought"),
                     ("paragraph", "Second [thought](https://example.org)"),
                     ("heading", "From elsewhere"),
                     ("paragraph", "With **strong** words and a [link](https://example.org/page)."),
                     ("list", "one\ntwo")])
    finally:
        clip.kill()


def replace(desk):
    before = desk.blocks()
    desk.press("ctrl+h")
    desk.main.find("search box", "Find in the guidance")
    desk.session.settle()
    desk.type("thought")
    desk.main.find("label", "1 of 2")
    desk.main.find("text box", "Replace with").set_text("idea")
    desk.main.find("button", "*Replace*All*").click()
    desk.session.wait(lambda: desk.blocks()[1][1] == "Second [idea](https://example.org)",
                      what="the words to be replaced")
    desk.main.act("win.undo")
    desk.expect(before)
    desk.main.find("button", "Close the search").click()


def outline(desk):
    desk.main.find("list", "Outline").find("list item", "From elsewhere, level 2").point()
    desk.application.wait_focus("list item", "Heading. From elsewhere")


def cite(desk):
    desk.main.all("text box", "Paragraph")[0].point()
    desk.application.wait_focus("text box", "Paragraph*")
    desk.press("End", "shift+ctrl+k")
    desk.application.wait_focus("search box", "Which resource*")
    desk.type("farr reflections")
    desk.session.settle()
    desk.press("Return")
    desk.session.wait(lambda: desk.blocks()[0][1].startswith("First thought[@"), seconds=15,
                      what="the citation in the file")
    key = desk.blocks()[0][1].removeprefix("First thought[@").removesuffix("]")
    titles = desk.rows(f"SELECT title FROM resource WHERE key = '{key}'")
    if len(titles) != 1 or "reflections" not in titles[0][0]:
        raise Trouble(f"{key!r} is not what was looked for: {titles!r}")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1240, 800)) as session:
        desk = Desk(session, Product(build))
        tap.step("paragraphs are written, joined and split", write, desk)
        tap.step("words stand out, and lead somewhere", emphasise, desk)
        tap.step("a part moves, and back", move, desk)
        if subprocess.run(["which", "xclip"], capture_output=True, check=False).returncode == 0:
            tap.step("what a word processor copies becomes parts", paste, desk)
            tap.step("a heading is in the outline", outline, desk)
        tap.step("words are replaced everywhere, as one step", replace, desk)
        tap.step("a sentence cites a resource", cite, desk)
        tap.result(desk.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", desk.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
