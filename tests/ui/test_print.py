#!/usr/bin/python3
"""What a workshop needs on paper: chosen, looked at, saved as a PDF and given to a printer that is a
file; and what comes back on a numbered slip is tied to whoever had the slip.

Usage: test_print.py BUILD_FOLDER. On the sample project; PDFs are read with pdftotext.
"""

import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap


class Paper:
    """The sample project, the window that prints, and the keyboard."""

    def __init__(self, session, product):
        self.session = session
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        self.file = product.sample(session.folder)
        self.command = product.command
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        product.wait_open(self.window)
        self.window.act("window.toggle-maximized")

    def rows(self, sql):
        database = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()

    def wait_rows(self, sql, wanted):
        self.session.wait(lambda: self.rows(sql) == wanted, seconds=20, what=f"{wanted!r} of {sql!r}")

    def choose(self, label, words):
        self.print.find("combo box", label).choose(words)

    def shown(self, words, *, seconds=20):
        """The page whose words are these is looked at."""
        pattern = re.compile(words, re.DOTALL)
        self.session.wait(
            lambda: any(pattern.search(page.description)
                        for page in self.print.all("image", "Page *") if page.mapped),
            seconds=seconds, what=f"a page with {words!r}")


def words_of(path):
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
    return told.stdout.decode().replace("\f", "\n")


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def begin(paper):
    """By its key, where workshops are; the workshop that is looked at is meant."""
    paper.press("alt+2")
    paper.window.find("list item", "Workshop 2*").point()
    paper.window.find("heading", "Workshop 2*")
    paper.press("ctrl+p")
    paper.print = paper.application.window("Print", besides=[paper.window])
    paper.print.find("combo box", "What to print")
    paper.shown(r"^1\n·····\nWorkshop 2")
    paper.print.find("label", "Page 1 of 6")
    expect(lint.unnamed(paper.print), [])
    expect(paper.rows("SELECT count (*) FROM slip"), [(0,)])


def kinds(paper):
    """Another kind is another page, and only what matters to it is asked."""
    paper.choose("What to print", "Plain agenda")
    paper.shown("What will happen.*We end at")
    expect([spin for spin in paper.print.all("spin button") if spin.mapped], [])
    paper.choose("Letters", "Very large print, 24 points")
    paper.print.find("label", re.compile("Page 1 of [2-9]"))
    paper.press("Page_Down")
    paper.print.find("label", re.compile("Page 2 of [2-9]"))
    paper.press("Page_Up")
    paper.print.find("label", re.compile("Page 1 of [2-9]"))
    paper.choose("What to print", "Name tents")
    paper.shown("Asha|Callum|Femi|Grace|Hannah|Maria|Owen|[A-Z]")


def hidden(paper):
    """While names are hidden the page is not shown, and its words are not told."""
    paper.window.act("win.room-display")
    paper.print.find("label", "While names are hidden*")
    names = [name for name, in paper.rows("SELECT name FROM participant")]
    told = " ".join(item.name + item.description for item in paper.print.all())
    expect([name for name in names if name in told], [])
    paper.choose("What to print", "Question cards")
    paper.shown("Write it, draw it")
    paper.window.act("win.room-display")


def save(paper):
    """Slips are made when they are saved, and what is in the file has their codes."""
    paper.out = pathlib.Path(paper.session.folder) / "slips.pdf"
    paper.choose("What to print", "Slips to write on")
    paper.choose("Letters", "The usual size")
    paper.press("alt+h", "ctrl+a")
    paper.type("5")
    paper.press("Return")
    paper.print.find("label", "Page 1 of 2")
    paper.press("ctrl+s")
    chooser = paper.application.window("Save as PDF", besides=[paper.window, paper.print])
    name = chooser.find("text box", "*")
    paper.session.settle()
    name.set_text(str(paper.out))
    chooser.find("button", "*ave*").click()
    paper.print.find("label", "The PDF is saved*", seconds=20)
    paper.wait_rows("SELECT number FROM slip ORDER BY number", [(n,) for n in range(1, 6)])
    expect(paper.out.stat().st_mode & 0o777, 0o600)
    text = words_of(paper.out)
    for number, code in paper.rows("SELECT number, code FROM slip"):
        if not re.search(rf"^{number}\s+{code}$", text, re.MULTILINE):
            raise Trouble(f"slip {number} with {code} is not in {text!r}")
    paper.print.find("label", "There are 5 slips already*")
    paper.shown("^1\n" + paper.rows("SELECT code FROM slip WHERE number = 1")[0][0])


def give_to_printer(paper):
    """A printer that is a file: the same pages, by GTK's own dialog."""
    paper.choose("What to print", "Run sheet")
    paper.shown("Run sheet")
    paper.press("ctrl+p")
    dialog = paper.application.window("Print", besides=[paper.window, paper.print])
    dialog.find(("table cell", "list item", "label"), "Print to File").point()
    paper.session.settle()
    dialog.find(("button", "push button"), "*rint").click()
    paper.print.find("label", "Given to the printer.", seconds=20)
    written = paper.session.wait(lambda: list(pathlib.Path(paper.session.env["HOME"]).rglob("*un-sheet*.pdf")),
                                 what="the file that was printed")
    text = words_of(written[0])
    if "Run sheet" not in text or "Needed:" not in text:
        raise Trouble(f"not the run sheet: {text!r}")
    paper.press("Escape")
    paper.session.wait(lambda: len(paper.application.windows) == 1, what="the window to close")


def hand_out(paper):
    """Asha gets slips 2 and 3 when she arrives."""
    for role in ("radio button", "toggle button", "tab", "page tab"):
        button = paper.window.look(role, "People")
        if button is not None and button.mapped and button.extents[0] > 300:
            button.click()
            break
    paper.window.find("button", "Invitation, hat, table and slips of *Asha Venkataraman*").click()
    field = paper.window.find("text box", "Slips that they have*")
    field.set_text("2, 3")
    paper.press("Escape")
    paper.wait_rows("SELECT s.number FROM slip s JOIN participant p ON p.id = s.participant_id"
                    " WHERE p.name = 'Asha Venkataraman' ORDER BY s.number", [(2,), (3,)])


def type_up(paper):
    """A slip's number before the words is enough."""
    paper.press("ctrl+shift+v")
    dialog = paper.application.window("Paste the Wall", besides=[paper.window])
    dialog.find("text box", "The notes of the wall").set_text("2: The lift was broken\n4: Nobody said why")
    dialog.find("label", "2 notes*2 from slips*")
    dialog.find("button", "*dd 2 Notes").click()
    who = ("SELECT i.text, p.name, i.origin FROM insight i LEFT JOIN contributor c ON c.insight_id = i.id"
           " LEFT JOIN participant p ON p.id = c.participant_id WHERE i.capture = 'slip'"
           " AND i.origin LIKE 'slip:%' ORDER BY i.text")
    codes = dict(paper.rows("SELECT number, code FROM slip"))
    paper.session.wait(lambda: len(paper.rows(who)) > 1, seconds=20, what=f"the notes in {paper.rows(who)}")
    paper.wait_rows(who, [("Nobody said why", None, f"slip:{codes[4]}"),
                          ("The lift was broken", "Asha Venkataraman", f"slip:{codes[2]}")])


def signed(paper):
    """Which words somebody signed is known when it was the form that is printed here."""
    paper.session.wait(lambda: len(paper.application.windows) == 1, what="the notes to close")
    paper.window.act("win.place-people")
    paper.session.settle()
    people = paper.window.find("widget", "EhPeoplePage")
    people.find("list item", "Asha Venkataraman*").point()
    before = paper.rows("SELECT c.wording FROM consent c JOIN participant p ON p.id = c.id"
                        " WHERE p.name = 'Asha Venkataraman'")
    people.find("button", "Signed on the Form That Evenhand Prints").click()
    form = subprocess.run([paper.command, "print", paper.file, "consent", paper.out], check=True,
                          capture_output=True)
    wording = re.search(r"Wording of this form: (\S+)", " ".join(words_of(paper.out).split()))[1]
    if before == [(wording,)] or form.returncode:
        raise Trouble(f"it was {before} before")
    paper.wait_rows("SELECT c.wording, c.given_how FROM consent c JOIN participant p ON p.id = c.id"
                    " WHERE p.name = 'Asha Venkataraman'", [(wording, "signed")])


def main(build):
    tap = Tap()
    absent = missing() + [name for name in ("pdftotext",) if not shutil.which(name)]
    if absent:
        print(f"1..0 # SKIP not installed: {' '.join(absent)}")
        sys.exit(0)
    with Session(size=(1290, 890)) as session:
        paper = Paper(session, Product(build))
        tap.step("it opens from a workshop, and makes nothing yet", begin, paper)
        tap.step("another kind is another page", kinds, paper)
        tap.step("no name is shown while names are hidden", hidden, paper)
        tap.step("slips are saved as a PDF", save, paper)
        tap.step("GTK prints it to a file", give_to_printer, paper)
        tap.step("slips are handed out", hand_out, paper)
        tap.step("and tied to whoever had them when they are typed up", type_up, paper)
        tap.step("a signed form is recorded with the version of its words", signed, paper)
        tap.result(paper.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", paper.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
