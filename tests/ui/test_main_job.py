#!/usr/bin/python3
"""The main job in the window, from an empty project to what is in the file afterwards.

Usage: test_main_job.py BUILD_FOLDER. What is said is written down with the keyboard alone, as a
facilitator does it; what the window did is then read back from the user's file by the command line.
"""

import json
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

SAID = [
    ("Asha Rahman", "The agenda was set before we met", "2"),
    ("Asha Rahman", "Nobody asked what time suits carers", "5"),
    ("Tom Okafor", "Reviewers want the protocol fixed a year ahead", "6"),
]
RECOMMENDATION = "Agree the agenda together"
WORKSHOP = "First meeting"
CATEGORIES = ["hier.agenda", "hier.time", "hier.rules"]


class Job:
    """One project, the window that is open on it and its keyboard."""

    def __init__(self, session, product, file):
        self.session = session
        self.product = product
        self.file = file
        self.keyboard = session.keyboard

    def create(self, title):
        """Makes the project in the window, from the welcome screen."""
        self.application = self.product.start(self.session)
        self.window = self.application.window("Evenhand")
        self.session.settle()
        self.keyboard.press("ctrl+n")
        self.application.window("New project")
        self.application.wait_focus("text box", "What is it called*")
        self.keyboard.type(title)
        self.keyboard.press("Return")
        self.save_as(self.file)
        self.product.wait_open(self.window)
        self.expect(self.window.name, title)

    def open(self):
        """Opens the project, and waits until its places are there."""
        self.application = self.product.start(self.session, self.file)
        self.window = self.application.window()
        self.product.wait_open(self.window)

    def save_as(self, file):
        """Answers the question where to keep a file."""
        dialog = self.session.wait(lambda: next(
            (window for window in self.application.windows
             if window.look("text box", "Name:*")), None), what="the question where to save")
        dialog.find("text box", "Name:*").set_text(str(file))
        dialog.find("button", "*Save*").click()
        self.session.wait(lambda: dialog not in self.application.windows, what="the dialog to close")

    def close(self):
        """Closes the window as its user would."""
        status = self.application.quit()
        if status:
            raise Trouble(f"it ended with {status}:\n{self.application.errors}")

    def expect(self, found, wanted):
        """Fails unless what was found is what was wanted."""
        if found != wanted:
            raise Trouble(f"found {found!r}, wanted {wanted!r}")

    def read(self, what):
        """What the user's file holds, from outside."""
        return json.loads(self.product.run("list", self.file, what, "--json"))

    def saved(self):
        """Waits until the user's file holds everything."""
        self.window.find("label", "Saved", seconds=20)


def add_workshop(job, title, date):
    job.keyboard.press("alt+2", "ctrl+shift+n")
    job.application.wait_focus("text box", "Title")
    job.keyboard.type(title)
    job.keyboard.press("Tab")
    job.application.wait_focus("text box", "Date")
    job.keyboard.type(date)
    job.keyboard.press("Tab")
    job.window.find("list item", f"{title}, 5 December*")


def add_person(job, name, group):
    job.keyboard.press("alt+3", "ctrl+shift+n")
    job.application.wait_focus("text box", "Name")
    job.keyboard.type(name)
    job.keyboard.press("Tab")
    # The list has a filter of the same name; the person's own comes after it.
    job.session.settle()
    job.window.all("combo box", "Role group")[-1].choose(group)
    job.window.find("list item", f"{name}*")


def say(job, name, words):
    """Writes down an insight: who, then the words, then Enter, and no mouse."""
    job.keyboard.type(f"@{name[:4]}")
    job.session.wait(lambda: (job.application.focused() or job.window).matches(
        "text box", "Who said it*"), what="the choice of a person")
    job.window.find("list item", f"{name}*")
    job.keyboard.press("Return")
    job.application.wait_focus("text box", "What was said")
    job.keyboard.type(words)
    job.keyboard.press("Return")
    job.window.find("list item", f"{words}*{name}*")


def write_down(job):
    job.keyboard.press("alt+4", "ctrl+shift+n")
    job.application.wait_focus("text box", "What was said")
    for name, words, _ in SAID:
        say(job, name, words)


def sort(job):
    """Places each insight under a category: a row of the list, and the digit beside the category."""
    job.application.tab_to("list item", "*not sorted yet*")
    for name, words, digit in reversed(SAID):
        row = job.window.find("list item", f"{words}*{name}*")
        job.keyboard.press("j")
        job.session.wait(lambda row=row: "selected" in row.states, what=f"{words!r} to be chosen")
        job.keyboard.press(digit)
        job.window.gone("list item", f"{words}*not sorted yet*")


def balance_of(job):
    """What the chart says aloud, mark by mark."""
    job.keyboard.press("alt+5")
    chart = job.window.find("list", "Voice balance")
    job.session.settle()
    return [item.name for item in chart.all("list item")]


def check_file(job):
    job.saved()
    insights = {insight["text"]: insight for insight in job.read("insights")}
    job.expect(sorted(insights), sorted(words for _, words, _ in SAID))
    for (name, words, _), category in zip(SAID, CATEGORIES):
        job.expect(insights[words]["people"], [name])
        job.expect(insights[words]["categories"], [category])
        job.expect(insights[words]["workshop"], WORKSHOP)
    people = {person["name"]: person["group"] for person in job.read("people")}
    job.expect(people, {"Asha Rahman": "Public contributors", "Tom Okafor": "Researchers"})


def recommendation(job, **more):
    """The first recommendation of a full draft: the contents lead there, for the parts that are far
    away are no text boxes yet."""
    job.window.find("list item", "What to do, level 2", seconds=20).point()
    return job.window.find("text box", "Recommendation", **more)


def draft(job):
    """A recommendation of a full draft, and the insight that it rests on."""
    job.keyboard.press("alt+6")
    job.window.find("button", "Start From a Full Draft").click()
    recommendation(job).point()
    job.keyboard.type(RECOMMENDATION)
    job.window.find("search box", "Find an insight").point()
    job.keyboard.type("agenda")
    job.session.settle()
    job.application.tab_to("list item", f"{SAID[0][1]}*")
    job.keyboard.press("Return")
    job.window.find("list", "Insights that this part rests on").find("list item", f"{SAID[0][1]}*")


def check_evidence(job):
    job.saved()
    balance = json.loads(job.product.run("report", job.file, "balance", "--json"))
    job.expect((balance["recommendations"], balance["untraced"]), (1, 0))
    carried = {group["label"]: group["carried"] for group in balance["groups"] if group["carried"]}
    job.expect(carried, {"Public contributors": 1})


def export(job):
    """The guidance as a document, read back by another program than ours."""
    out = job.session.folder / "guidance.odt"
    job.window.find("button", "Export").click()
    job.window.find("menu item", "*ODT*")
    job.keyboard.press("Return")
    job.save_as(out)
    job.session.wait(out.exists, what="the document")
    job.session.settle()
    with zipfile.ZipFile(out) as document:
        job.expect(document.read("mimetype"), b"application/vnd.oasis.opendocument.text")
        words = "".join(ElementTree.fromstring(document.read("content.xml")).itertext())
    if RECOMMENDATION not in words:
        raise Trouble(f"the document does not recommend it:\n{words[:2000]}")
    # Nobody was asked yet whether they may be quoted or named.
    for name, said, _ in SAID:
        job.expect((name in words, said in words), (False, False))


def undo_and_redo(job):
    """A sorting taken back and done again, from the list."""
    name, words, _ = SAID[0]
    job.keyboard.press("alt+4")
    job.window.find("list item", f"{words}*{name}*")
    job.window.act("win.undo")
    job.window.find("list item", f"{words}*not sorted yet*")
    job.window.act("win.redo")
    job.window.gone("list item", f"{words}*not sorted yet*")


def reopen(job):
    job.close()
    job.open()
    job.keyboard.press("alt+4")
    for name, words, _ in SAID:
        job.window.find("list item", f"{words}*{name}*")
    job.keyboard.press("alt+6")
    recommendation(job, text=RECOMMENDATION)
    job.expect(lint.unnamed(job.window), [])


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    product = Product(build)
    with Session(size=(1190, 790)) as session:
        job = Job(session, product, session.folder / "p.evenhand")
        tap.step("a project is made", job.create, "Our project")
        tap.step("a workshop is added", add_workshop, job, WORKSHOP, "2026-12-05")
        tap.step("a public contributor is added", add_person, job, "Asha Rahman", "Public contributors")
        tap.step("a researcher is added", add_person, job, "Tom Okafor", "Researchers")
        before = tap.step("the chart says who is in the room", balance_of, job)
        tap.step("three insights are written down with the keyboard alone", write_down, job)
        tap.step("they are sorted with the keyboard alone", sort, job)
        after = tap.step("the chart says whose insights they are", balance_of, job)
        tap.result(after != before and any("2 of 3" in mark for mark in after or []),
                   "the chart has changed", f"{before}\n{after}")
        tap.step("the file holds all of it", check_file, job)
        tap.step("a step is taken back, and done again", undo_and_redo, job)
        tap.step("a recommendation is drafted, with what it rests on", draft, job)
        tap.step("the file knows whose insights it carries", check_evidence, job)
        tap.step("the guidance is exported", export, job)
        tap.step("opened again, it is all there", reopen, job)
        tap.step("it closes well", job.close)
        tap.empty("it complained of nothing", [
            line for application in session.applications for line in application.complaints])
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
