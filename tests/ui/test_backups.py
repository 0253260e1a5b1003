#!/usr/bin/python3
"""The backups of a project in the window: what there is, the way back to one, deleting one; and a
withdrawal, which says which copies still hold the words and deletes them.

Usage: test_backups.py BUILD_FOLDER. Read back from the user's file and from the folder itself.
"""

import json
import subprocess
import sys

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

WORDS = "Zanzibarian marmalade of the ward"


class Project:
    """A small project with two backups from before an import, open in a window."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.file = session.folder / "Ours.evenhand"
        self.command("new", self.file)
        self.add("first", "Asha Rahman", WORDS)
        self.add("second", "Tom Okafor", "The agenda was set before we met")
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        product.wait_open(self.window)

    def command(self, *words):
        """The command as the same person runs it, so that its backups are theirs."""
        told = subprocess.run([self.product.command, *words], capture_output=True, text=True,
                              env=self.session.env | self.product.env(self.product.build / "po"),
                              check=False)
        if told.returncode:
            raise Trouble(told.stderr)
        return told.stdout

    def add(self, name, person, words):
        source = self.session.folder / f"{name}.csv"
        source.write_text(f'text,person,group\n"{words}","{person}",Public contributors\n',
                          encoding="utf-8")
        self.command("import", self.file, source, "--as", "insights")

    def texts(self):
        self.window.find("label", "Saved", seconds=20)
        return sorted(each["text"] for each in
                      json.loads(self.command("list", self.file, "insights", "--json")))

    def backups(self):
        return sorted((self.session.folder / "data" / "evenhand" / "backups").glob("*/*.evenhand"))

    def open(self):
        self.window.act("win.backups")
        found = self.application.window("Backups", besides=[self.window])
        self.session.settle()
        return found


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def listed(project):
    window = project.open()
    rows = window.find("list", "Backups")
    rows.find("list item", "Before an import. *1 person · 1 insight · *")
    rows.find("list item", "Before an import. *0 people · 0 insights · *")
    window.find("label", str(project.backups()[0].parent))
    expect(lint.unnamed(window), [])
    project.session.keyboard.press("Escape")


def restored(project):
    window = project.open()
    rows = window.find("list", "Backups")
    rows.find("list item", "*1 person*").find("button", "Restore the backup from *").click()
    project.window.find("label", "The project is as it was on *", seconds=20)
    expect(project.texts(), [WORDS])
    project.window.act("win.undo")  # the history of then
    project.session.wait(lambda: project.texts() == [], what="the import undone")
    project.window.act("win.redo")
    project.session.wait(lambda: project.texts() == [WORDS], what="the import done again")
    expect(len(project.backups()), 3)


def withdrawn(project):
    """Asha is in the backup from before the second import and in that from before the restoring."""
    project.session.keyboard.press("alt+3")
    project.window.find("list", "People").select(0)
    project.window.find("button", "*ithdraw…*").act("click")
    window = project.application.window("Withdrawal", besides=[project.window])
    project.session.settle()
    window.find("checkbox", "Take out everything*").point()
    window.find("label", "2 copies still hold their name or words:")
    window.find("checkbox", "Delete these copies as well")
    expect(lint.unnamed(window), [])
    window.find("button", "*rase for Good*").click()
    window.find("heading", "Erased from the project")
    expect([WORDS.encode() in each.read_bytes() for each in project.backups()].count(True), 2)
    window.find("button", "*elete These Copies*").click()
    project.window.find("label", "Saved", seconds=20)
    project.session.wait(lambda: len(project.backups()) == 1, what="the copies deleted")
    project.session.wait(lambda: WORDS.encode() not in project.file.read_bytes(), what="the file")
    expect(WORDS.encode() in project.backups()[0].read_bytes(), False)


def deleted(project):
    window = project.open()
    rows = window.find("list", "Backups")
    rows.find("list item", "*0 people*").find("button", "Delete the backup from *").click()
    project.application.window("Delete This Backup?").find("button", "*elete*").click()
    window.find("label", "No Backups Yet")
    expect(project.backups(), [])
    project.session.keyboard.press("Escape")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1190, 790)) as session:
        project = Project(session, Product(build))
        tap.step("each backup says when, why and what is in it", listed, project)
        tap.step("a backup is restored with its history, and what there was is kept", restored,
                 project)
        tap.step("a withdrawal says which copies hold the words, and deletes them", withdrawn,
                 project)
        tap.step("a backup is deleted", deleted, project)
        tap.result(project.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", project.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
