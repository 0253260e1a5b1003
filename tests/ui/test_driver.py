#!/usr/bin/python3
"""The driver itself, on a probe: what it does arrives, and what it must find is found."""

import pathlib
import sys

import lint
from processes import Trouble
from session import Session, missing
from tap import Tap

PROBE = ["/usr/bin/python3", str(pathlib.Path(__file__).with_name("probe.py"))]


def drive(tap):
    with Session() as session:
        application = session.start(PROBE)
        window = application.window("Probe")
        said = window.find("label", "Nothing yet")

        def heard(words):
            session.wait(lambda: said.name == words, what=words)

        entry = window.find("text box", "Words")
        tap.run("keys reach the control that has the keyboard", lambda: (
            entry.point(), session.keyboard.type("plain words"), session.keyboard.press("Return"),
            heard("Entered plain words")))
        tap.run("words of any script can be set", lambda: (
            entry.set_text("Siân, سلام"), session.keyboard.press("Return"), heard("Entered Siân, سلام")))
        tap.run("a button is pressed", lambda: (
            window.find("button", "Press me").click(), heard("Pressed")))
        tick = window.find("checkbox", "Tick me")
        tap.run("a check button is ticked with the pointer", lambda: (
            tick.click(), session.wait(lambda: "checked" in tick.states)))
        tap.run("an item of a drop-down list is chosen", lambda: (
            window.find("combo box", "Choice").choose("Three"), heard("Chose 2")))
        tap.run("a row far below is brought into sight and opened", lambda: (
            window.all("list item", "Row 55")[0].point(), heard("Opened Row 55")))
        tap.run("an action of the window is reached", lambda: (window.act("win.say"), heard("Said")))
        tap.empty("nothing of the probe lacks a name", lint.unnamed(window))
        tap.result(application.quit() == 0, "it quits when asked")
        tap.empty("and complained of nothing", application.complaints)


def find_faults(tap):
    with Session(language="ar", dark=True, text_scale=2.0) as session:
        application = session.start([*PROBE, "--bad"])
        window = application.window("Probe")
        tap.result(len(lint.unnamed(window)) == 1, "a button without a name is found",
                   lint.unnamed(window))
        label = window.find("label", "Words")
        entry = window.find("text box", "Words")
        tap.result(label.extents[0] > entry.extents[0], "in Arabic the window runs right to left")
        tap.result(label.extents[3] > 30, "large text is large", label.extents)
        screen = session.folder / "screen.png"
        session.screenshot(screen)
        told = session.run("identify", "-format", "%w %h %[fx:mean<0.5]", str(screen))
        tap.result(told == "1280 800 1", "the screen is of its size, and dark", told)

        window.all("button", "GtkImage")[0].act("click")
        try:
            session.wait(lambda: False, seconds=5)
            tap.result(False, "a critical warning ends the program")
        except Trouble as trouble:
            tap.result("ended with" in str(trouble), "a critical warning ends the program", trouble)


def main():
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    drive(tap)
    find_faults(tap)
    tap.finish()


if __name__ == "__main__":
    main()
