#!/usr/bin/python3
"""The history in the window: what a step changed, before and after; which steps are listed; what is too
long ago to be undone; and whose name stands beside a change.

Usage: test_history.py BUILD_FOLDER. On the sample project.
"""

import json
import sqlite3
import sys
import time

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap


class Project:
    """The sample project in a window."""

    def __init__(self, session, product, prepare=None):
        self.session = session
        self.product = product
        self.keyboard = session.keyboard
        self.file = product.sample(session.folder)
        if prepare:
            prepare(self.file)
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        product.wait_open(self.window)

    def dialog(self, title):
        found = self.application.window(title, besides=[self.window])
        self.session.settle()
        return found

    def steps(self):
        self.window.find("label", "Saved", seconds=20)
        return json.loads(self.product.run("history", self.file, "--json"))

    def close(self, dialog):
        self.keyboard.press("Escape")
        self.session.wait(lambda: dialog not in self.application.windows, what="it to close")


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def retitle(project, words):
    project.keyboard.press("ctrl+a")
    project.keyboard.type(words)
    project.keyboard.press("Tab")


def name(project):
    """Nobody's name is kept until it is given."""
    project.keyboard.press("alt+7", "ctrl+shift+n")
    project.application.wait_focus("text box", "Title")
    project.keyboard.type("A film of our own")
    project.keyboard.press("Tab")
    expect(project.steps()[0]["author"], None)
    project.keyboard.press("ctrl+comma")
    window = project.dialog("Preferences")
    expect(lint.unnamed(window), [])
    project.application.tab_to("text box", "Your name")
    project.keyboard.type("Asha R")
    project.close(window)
    project.window.find("text box", "Title").point()
    retitle(project, "Two films of our own")
    project.session.wait(lambda: project.steps()[0]["author"] == "Asha R", what="the name")


def before_and_after(project):
    project.keyboard.press("ctrl+h")
    window = project.dialog("History")
    expect(lint.unnamed(window), [])
    steps = window.find("list", "What was done")
    steps.select(0)
    window.find("label", "Changed: Resource: *Two films of our own*")
    window.find("label", "Title: before, *A film of our own*; after, *Two films of our own*")
    return window


def filters(project):
    window = project.dialog("History")
    steps = window.find("list", "What was done")
    n = len(steps.all("list item"))
    window.find("combo box", "Who did it").choose("Asha R")
    project.session.wait(lambda: len(steps.all("list item")) < n, what="fewer steps")
    expect(all("Asha R" in row.name for row in steps.all("list item")), True)
    window.find("combo box", "When it was done").choose("Yesterday")
    window.find("label", "Nothing Like That")
    window.find("combo box", "When it was done").choose("Today")
    window.find("combo box", "What it was about").choose("Resource")
    steps.find("list item", "*Asha R*")
    project.close(window)


def grow(file):
    """A hundred thousand steps, which nobody could have done in a test."""
    with sqlite3.connect(file) as db:
        db.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
                   " INSERT INTO history (guid, label, made_at, n_rows, changes, state)"
                   " SELECT 'step-' || i, 'Changed an insight ' || i, 1700000000 + i, 1, x'', 'dropped'"
                   " FROM n")


def long_history(project):
    began = time.monotonic()
    project.window.act("win.history")
    window = project.dialog("History")
    window.find("list item", "Changed an insight 100000*", seconds=30)
    project.session.settle()
    print(f"# listed after {time.monotonic() - began:.1f} s")
    project.keyboard.type("77777")
    window.find("list item", "Changed an insight 77777*", seconds=20)
    project.session.wait(lambda: len(window.all("list item")) == 1, what="one step")
    project.keyboard.press("Escape", "Escape")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1190, 790)) as session:
        project = Project(session, Product(build))
        tap.step("a name that is given stands beside what is changed from then on", name, project)
        tap.step("a step is told as before and after", before_and_after, project)
        tap.step("steps are found by who, when and what", filters, project)
        tap.result(project.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", project.application.complaints)
    with Session(size=(1190, 790)) as session:
        project = Project(session, Product(build), grow)
        tap.step("a hundred thousand steps are listed and searched", long_history, project)
        tap.result(project.application.quit() == 0, "it closes well again")
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
