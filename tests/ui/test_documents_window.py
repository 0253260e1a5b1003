#!/usr/bin/python3
"""The window of documents: every kind is there with what it is for; how far it can be filled; one is
begun as a guidance; the parts of the guidance are kept as a template; a colour that is too pale.

Usage: test_documents_window.py BUILD_FOLDER.
"""

import sys

import lint
from processes import Trouble
from product import Product
from session import Session
from tap import Tap


class Project:
    """The sample project, open in a window, with the window of documents."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.file = product.sample(session.folder)
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        product.wait_open(self.window)
        self.window.act("win.documents")
        self.documents = self.application.window("Documents", besides=[self.window])
        session.settle()


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def listed(project):
    rows = project.documents.find("list", "Documents")
    rows.find("list item", "Easy Read draft. Short sentences*")
    rows.find("list item", "Co-produced guidance. The whole document*")
    project.documents.find("label", "* of * parts can be filled from what is recorded.", seconds=20)
    expect(lint.unnamed(project.documents), [])


def kept(project):
    field = project.documents.find("text box", "What it is called")
    field.click()
    project.session.keyboard.type("Our way")
    project.documents.find("button", "*Keep as a Template").click()
    project.documents.find("list", "Documents").find("list item", "Our way. A template of the team.",
                                                     seconds=20)


def coloured(project):
    project.documents.find("button", "*Logo and Colours…").click()
    look = project.application.window("Logo and Colours",
                                      besides=[project.window, project.documents])
    project.session.settle()
    expect(lint.unnamed(look), [])
    look.find("text box", "Of headings and lines").click()
    project.session.keyboard.type("FFD700")
    look.find("label", "Contrast with paper: *too pale*", seconds=5)
    look.find("button", "*Use the Nearest Darker Shade").click()
    look.find("label", "Contrast with paper: *reads well.", seconds=5)
    project.session.keyboard.press("Escape")


def main(build):
    tap = Tap()
    with Session() as session:
        project = Project(session, Product(build))
        tap.step("documents, what they are for, and how far they are filled", listed, project)
        tap.step("the parts of the guidance kept as a template", kept, project)
        tap.step("a colour that is too pale, and the nearest darker shade", coloured, project)
        tap.result(project.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", project.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
