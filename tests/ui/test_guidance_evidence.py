#!/usr/bin/python3
"""What guidance rests on: linking and parking with the keyboard, comments, versions and pages.

Usage: test_guidance_evidence.py BUILD_FOLDER. What came of it is read back from the user's file.
"""

import sqlite3
import sys

from product import Product
from session import Session, missing
from tap import Tap

SAID = ["The agenda was set before we met", "The papers came the night before",
        "Nobody asked what time suits carers"]


class Desk:
    """A project with three insights and a recommendation, open at its guidance."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.file = session.folder / "Evidence.evenhand"
        table = session.folder / "said.csv"
        table.write_text("text,group\n" + "".join(f'"{words}",Public contributors\n'
                                                  for words in SAID), encoding="utf-8")
        product.run("new", self.file)
        product.run("import", self.file, table, "--as", "insights")
        self.application = product.start(session, self.file)
        self.main = self.application.window()
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        product.wait_open(self.main)
        self.press("alt+6")
        self.main.find("button", "Start From a Blank Page").click()
        self.main.find("text box", "Paragraph").point()
        self.press("ctrl+r")
        self.application.wait_focus("text box", "Recommendation")
        self.type("Agree the agenda together")

    def rows(self, sql):
        """What the user's file holds."""
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as db:
            return db.execute(sql).fetchall()

    def wait_rows(self, sql, wanted):
        """Waits until it holds that."""
        self.session.wait(lambda: self.rows(sql) == wanted, seconds=15,
                          what=f"{wanted!r}, not {self.rows(sql)!r}")

    def side(self, name):
        """Chooses what stands beside the text."""
        self.main.find("combo box", "Beside the text").choose(name)


def link(desk):
    """Enter takes the first that is found for the words, also where it comes before the list does."""
    desk.press("ctrl+e")
    desk.application.wait_focus("search box", "Find an insight")
    desk.type("agenda")
    desk.press("Return")
    desk.wait_rows("SELECT stance FROM evidence", [("supports",)])
    desk.main.find("label", "Rests on 1 insight: *Public contributors* 1")


def disagree(desk):
    desk.main.find("search box", "Find an insight").set_text("papers")
    desk.session.settle()
    desk.main.find("list", "Insights found").find("list item", f"{SAID[1]}*")
    desk.main.find("search box", "Find an insight").point()
    desk.application.tab_to("list item", f"{SAID[1]}*")
    desk.press("d")
    desk.wait_rows("SELECT stance FROM evidence ORDER BY stance", [("disagrees",), ("supports",)])


def park(desk):
    desk.side("What was said")
    desk.main.find("button", "Waiting: 1")
    desk.main.find("list", "What was said").find("button", "Park…").click()
    desk.application.wait_focus("text box", "Why does this guidance*")
    desk.type("No money for it")
    desk.press("Return")
    desk.wait_rows("SELECT reason FROM parked", [("No money for it",)])
    desk.main.find("button", "Parked: 1")
    desk.main.act("win.undo")
    desk.main.find("button", "Waiting: 1")


def comment(desk):
    desk.main.find("text box", "Recommendation").point()
    desk.press("ctrl+m")
    desk.application.wait_focus("text box", "New comment")
    desk.type("Who is going to do it?")
    desk.press("Return")
    desk.main.find("list", "Comments").find("list item", "Who is going to do it*")
    desk.main.find("label", "1 open comment")
    desk.main.find("button", "Settle").click()
    desk.main.gone("label", "1 open comment")


def version(desk):
    desk.side("Versions")
    desk.main.find("text box", "Name of the guidance as it is now").set_text("Draft 1")
    desk.main.find("button", "Keep").click()
    desk.main.find("list", "Versions").find("list item", "Draft 1*")
    desk.main.find("text box", "Recommendation").point()
    desk.press("ctrl+End")
    desk.type(" and in time")
    desk.wait_rows("SELECT text FROM block WHERE kind = 'recommendation'",
                   [("Agree the agenda together and in time",)])
    desk.main.find("button", "Compare").click()
    compared = desk.application.window("Since*")
    compared.find("list item", "Changed*added: *in time*")
    desk.press("Escape")
    desk.session.wait(lambda: len(desk.application.windows) == 1, what="the comparison to close")
    desk.main.find("button", "Return to It").click()
    desk.wait_rows("SELECT text FROM block WHERE kind = 'recommendation'",
                   [("Agree the agenda together",)])
    desk.main.find("text box", "Recommendation", text="Agree the agenda together")


def pages(desk):
    desk.main.find("text box", "Recommendation").point()
    desk.press("ctrl+p")
    desk.main.find(name="Page 1 of 1", seconds=20)
    desk.main.find("button", "Full View").click()
    desk.main.find("button", "Back to the Text").click()
    desk.main.find("text box", "Recommendation")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1240, 800)) as session:
        desk = Desk(session, Product(build))
        tap.step("an insight is linked, and whose it is stands there", link, desk)
        tap.step("another is linked as one that disagrees", disagree, desk)
        tap.step("the third is parked with a reason, and waits again", park, desk)
        tap.step("a comment is made and settled", comment, desk)
        tap.step("a version is kept, compared with and returned to", version, desk)
        tap.step("the pages are there, beside and in full", pages, desk)
        tap.result(desk.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", desk.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
