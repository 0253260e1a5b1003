#!/usr/bin/python3
"""Parts of a guidance that are more than words: lists, what a heading is about, figures.

Usage: test_guidance_parts.py BUILD_FOLDER. What came of it is read back from the user's file.
"""

import sys

from product import Product
from session import Session, missing
from tap import Tap
from test_guidance import Desk


def lists(desk):
    """Enter goes on, Tab nests, Enter on an empty item comes out again, in the middle too."""
    desk.type("Before")
    desk.add("List")
    desk.application.wait_focus("text box", "List")
    desk.type("one")
    desk.press("Return")
    desk.type("two")
    desk.press("Return", "Tab")
    desk.type("within two")
    desk.press("Return")
    desk.type("as well")
    desk.press("Return", "Return")
    desk.type("three")
    found = desk.wait_block("list", "one\ntwo\n  within two\n  as well\nthree")
    # Before the first letter of an item within another, Backspace brings it out; Left goes up.
    desk.press("Up", "Home", "BackSpace")
    desk.press("Tab", "Home", "Left")
    desk.type("!")
    desk.wait_block("list", "one\ntwo\n  within two!\n  as well\nthree")
    desk.press("Up", "End", "Return", "Return")
    desk.application.wait_focus("text box", "Paragraph")
    desk.type("Between")
    desk.session.wait(lambda: desk.blocks()[found:found + 3] == [
        ("list", "one\ntwo"), ("paragraph", "Between"), ("list", "within two!\n  as well\nthree")],
        seconds=15, what="the list to be parted")


def subject(desk):
    """A heading is about a category, which typing finds."""
    desk.add("Heading")
    desk.application.wait_focus("text box", "Heading")
    desk.type("Power")
    desk.choose("What to do with this part", "What It Is About*")
    desk.application.wait_focus("search box", "*")
    desk.type("who decides")
    desk.session.settle()
    desk.press("Return")
    desk.session.wait(lambda: desk.rows(
        "SELECT c.label FROM block b JOIN category c ON c.id = b.category_id") == [("Who decides",)],
        seconds=15, what="the category of the heading")


def figure(desk):
    """A chart says by itself what it shows; other words are taken, and looked at."""
    desk.add("Chart*Voice*Balance")
    words = desk.main.find("text box", "What it shows, for whoever cannot see it")
    words.point()
    desk.type("Chart")
    desk.session.wait(lambda: desk.rows("SELECT detail FROM block WHERE kind = 'chart'") == [("Chart",)],
                      seconds=15, what="the words for whoever cannot see the chart")
    desk.main.find("button", "1 thing to look at", seconds=20)
    desk.type(" of how many insights each group of people gave")
    desk.main.find("button", "Nothing to look at", seconds=20)


def several(desk):
    """Parts are chosen together, copied, moved and removed, each as one step."""
    before = desk.blocks()
    desk.main.all("text box", "Paragraph")[0].point()
    desk.press("End", "shift+Down")
    desk.press("ctrl+c", "Delete")
    desk.session.wait(lambda: desk.blocks() == before[2:], seconds=15, what="two parts to be gone")
    desk.main.act("win.undo")
    desk.session.settle()
    desk.main.all("text box", "Paragraph")[0].point()
    desk.press("End", "ctrl+v")
    desk.session.wait(lambda: desk.blocks() == before[:1] + before[:2] + before[1:], seconds=15,
                      what="what was copied to follow")
    desk.main.act("win.undo")
    desk.session.settle()
    desk.main.all("text box", "Paragraph")[0].point()
    desk.press("ctrl+a", "ctrl+a", "shift+Up", "alt+Down")
    desk.session.wait(lambda: desk.blocks() == before[-1:] + before[:-1], seconds=15,
                      what="all but the last to come after it")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1240, 800)) as session:
        desk = Desk(session, Product(build))
        tap.step("a list has items within items", lists, desk)
        tap.step("a heading is about a category", subject, desk)
        tap.step("a chart says what it shows", figure, desk)
        tap.step("several parts are at hand together", several, desk)
        tap.result(desk.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", desk.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
