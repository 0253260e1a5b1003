#!/usr/bin/python3
"""What is kept and what is given back, in the window: the library of resources, the history and the
way back through it, and a withdrawal that leaves no trace of the words.

Usage: test_keeping.py BUILD_FOLDER. On the sample project; what the window did is read back from the
user's file, by the command line and byte by byte.
"""

import json
import sqlite3
import sys

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap


# Of what Asha Venkataraman said, as somebody has copied it into the guidance.
COPIED = "I was invited to choose the colour of the leaflet"


def copy_words(file):
    with sqlite3.connect(file) as project:
        project.execute("UPDATE block SET text = ? WHERE id = (SELECT id FROM block WHERE kind ="
                        " 'paragraph' LIMIT 1)", (f"Somebody said: “{COPIED}!” We heard.",))
    project.close()


class Project:
    """The sample project in a window."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.keyboard = session.keyboard
        self.file = product.sample(session.folder)
        copy_words(self.file)
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        session.wait(lambda: "win.place-resources" in self.window.actions, what="the places")
        session.settle()

    def read(self, what):
        self.window.find("label", "Saved", seconds=20)
        return json.loads(self.product.run("list", self.file, what, "--json"))

    def dialog(self, title):
        """A window over the project's own."""
        found = self.application.window(title, besides=[self.window])
        self.session.settle()
        return found


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def library(project):
    project.keyboard.press("alt+7", "ctrl+shift+n")
    project.application.wait_focus("text box", "Title")
    project.keyboard.type("A film of our own")
    rows = project.window.find("list", "Resources")
    rows.find("list item", "A film of our own*Not checked")
    expect(lint.unnamed(project.window), [])
    titles = [each["title"] for each in project.read("resources")]
    expect((len(titles), "A film of our own" in titles), (56, True))


def removal(project):
    project.window.find("button", "*emove This Resource*").click()
    project.window.gone("list item", "A film of our own*")
    project.window.act("win.undo")
    project.window.find("list item", "A film of our own*")


def citing(project):
    rows = project.window.find("list", "Resources")
    rows.select(3)
    project.window.find("button", "*ite in the Guidance*").click()
    project.window.find("label", "Cited in 1 place of the guidance")


def history(project):
    """Back to before the first thing that was done, then forward again."""
    before = len(project.read("resources"))
    project.keyboard.press("ctrl+h")
    window = project.dialog("History")
    steps = window.find("list", "What was done")
    n = len(steps.all("list item"))
    steps.select(n - 1)
    window.find("label", "Added: 1 resource")
    expect(lint.unnamed(window), [])
    project.keyboard.type("cited")  # wherever the keyboard is, it searches
    window.find("label", "Nothing Like That")
    window.find("search box", "Search what was done").set_text("")
    steps.find("list item", "Added a resource*")
    steps.select(n - 1)
    window.find("button", "*ndo Back to Before This*").click()
    project.application.window("Undo *").find("button", "*ndo * Steps*").click()
    project.session.wait(
        lambda: all("Undone" in row.name for row in steps.all("list item")), what="all undone")
    expect(len(project.read("resources")), before - 1)
    project.keyboard.press("Escape")


def withdrawal(project):
    project.keyboard.press("alt+3")
    people = project.window.find("list", "People")
    row = people.find("list item", "Asha Venkataraman*")
    people.select([each.name for each in people.all("list item")].index(row.name))
    project.window.find("button", "*ithdraw…*").act("click")
    window = project.dialog("Withdrawal")
    expect(lint.unnamed(window), [])
    window.find("checkbox", "Take out everything*").point()
    window.find("label", "The words of * are erased.")
    window.find("checkbox", f"Take out of Guidance: Paragraph*{COPIED}*")
    expect(lint.unnamed(window), [])
    # Until it is done, nothing is.
    expect("Asha Venkataraman" in [each["name"] for each in project.read("people")], True)
    window.find("button", "*rase for Good*").click()
    project.window.find("list item", "Name removed*Withdrawn")
    expect("Asha Venkataraman" in [each["name"] for each in project.read("people")], False)
    expect(b"Venkataraman" in project.file.read_bytes(), False)
    expect(COPIED.encode() in project.file.read_bytes(), False)


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1190, 790)) as session:
        project = Project(session, Product(build))
        tap.step("a resource is added and found", library, project)
        tap.step("a resource is removed, and comes back", removal, project)
        tap.step("a resource is cited in the guidance", citing, project)
        tap.step("the history leads back to before all of it", history, project)
        tap.step("a withdrawal erases the words and the name from the file", withdrawal, project)
        tap.result(project.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", project.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
