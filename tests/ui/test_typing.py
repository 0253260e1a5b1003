#!/usr/bin/python3
"""What is typed is safe, and every step has a way back. Usage: test_typing.py BUILD_FOLDER"""

import sys

from product import Product
from session import Session, missing
from tap import Tap
from test_main_job import Job


def people(job):
    return [person["name"] for person in job.read("people")]


def type_and_close_at_once(job):
    """A name that was typed a moment before the window closes is in the file."""
    job.keyboard.press("alt+3", "ctrl+shift+n")
    job.application.wait_focus("text box", "Name")
    job.keyboard.type("Asha Rahman")
    job.application.expected_to_end = True
    job.keyboard.press("ctrl+w")
    job.expect(job.application.process.wait(20), 0)
    job.expect(people(job), ["Asha Rahman"])


def type_and_go_elsewhere(job):
    """Words of several fields are in the file when the place is left in the middle of one."""
    job.open()
    job.keyboard.press("alt+3")
    row = job.window.find("list item", "Asha Rahman*")
    row.point()
    field = job.window.find("text box", "Role, in their words*")
    field.point()
    job.keyboard.type("carer")
    job.keyboard.press("alt+1")
    job.window.find("heading", "What waits")
    job.saved()
    job.expect([person["role"] for person in job.read("people")], ["carer"])


def text_first_then_project(job):
    """Ctrl+Z takes back what was typed, and then what was done."""
    job.keyboard.press("alt+3", "ctrl+shift+n")
    job.application.wait_focus("text box", "Name")
    job.keyboard.type("Ben")
    job.window.find("list item", "Ben,*")
    job.keyboard.press("ctrl+z")
    job.session.wait(lambda: "Ben" not in job.window.find("text box", "Name").text,
                     what="the name to be taken back")
    # The list follows what is typed after a pause; the form goes with its person at once.
    for _ in range(4):
        job.session.settle()
        if not job.window.look("text box", "Name"):
            break
        job.keyboard.press("ctrl+z")
    job.window.gone("list item", "New person,*")
    job.window.find("list item", "Asha Rahman*")


def remove_and_undo(job):
    """Somebody who was removed comes back with one press."""
    job.window.find("list item", "Asha Rahman*").point()
    job.window.find("button", "*Remove This Person*").click()
    job.window.gone("list item", "Asha Rahman*")
    job.window.act("win.undo")
    job.window.find("list item", "Asha Rahman*")


def times_follow(job):
    """A run sheet tells when each activity comes, and again after one has moved."""
    job.keyboard.press("alt+2", "ctrl+shift+n")
    job.application.wait_focus("text box", "Title")
    start = job.window.find("text box", "Starts at*")
    start.point()
    job.keyboard.type("1pm")
    job.keyboard.press("Tab")
    job.window.find("tab", "Run sheet*").point()
    for title in ("First", "Second"):
        job.window.find("button", "*Add an Activity*").point()
        job.application.wait_focus("text box", "What happens")
        job.keyboard.type(title)
        job.keyboard.press("Tab")
    job.window.find("label", "13:00–13:20")
    job.window.find("label", "2 activities, 40 minutes, ends at 13:40")
    job.application.tab_to("text box", "What happens", text="Second", key="shift+Tab", presses=9)
    job.keyboard.press("alt+Up")
    job.session.settle()
    first = job.window.all("text box", "What happens")[0]
    job.expect(first.text, "Second")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    product = Product(build)
    with Session(size=(1190, 790)) as session:
        job = Job(session, product, session.folder / "p.evenhand")
        tap.step("a project is made", job.create, "Our project")
        tap.step("what was typed last is safe when the window closes", type_and_close_at_once, job)
        tap.step("what was typed is safe when the place is left", type_and_go_elsewhere, job)
        tap.step("Ctrl+Z undoes the typing first", text_first_then_project, job)
        tap.step("a removal is undone", remove_and_undo, job)
        tap.step("a run sheet keeps the time", times_follow, job)
        tap.step("the window closes", job.close)
        tap.empty("it complained of nothing", job.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
