#!/usr/bin/python3
"""Every place of the window on the sample project, in each of the ways that people read it.

Usage: test_places.py BUILD_FOLDER. A place passes when it appears, fits its window and has a name on
everything. The program must complain of nothing: its first critical warning ends it.
"""

import gettext
import sys

import lint
from processes import Trouble
from product import Product
from session import FRAME, Session, missing
from tap import Tap

WAYS = {
    "as it is": {},
    "right to left": {"language": "ar"},
    "in Welsh": {"language": "cy"},
    "dark, in high contrast, with text twice as large": {
        "dark": True, "high_contrast": True, "text_scale": 2.0},
    "on 360 by 640 pixels, with text twice as large": {
        "size": (360 + 2 * FRAME, 640 + 2 * FRAME), "text_scale": 2.0},
}


def check_place(window, name, room, words):
    window.act(f"win.place-{name}")
    # The header says where one is, as title or below it.
    window.find("label", words.gettext(name.capitalize()))
    window.session.settle()
    faults = [f"without a name: {line}" for line in lint.unnamed(window)]
    width, height = window.room
    if width > room[0] or height > room[1]:
        faults.append(f"{width}x{height} pixels, where there are {room[0]}x{room[1]}")
    if faults:
        raise Trouble("\n".join(faults))


def visit(tap, product, way, options):
    with Session(**options) as session:
        application = product.start(session, product.sample(session.folder))
        window = application.window()
        product.wait_open(window)
        window.act("window.toggle-maximized")
        places = [action.removeprefix("win.place-") for action in window.actions
                  if action.startswith("win.place-")]
        room = [side - 2 * FRAME for side in session.size]
        words = gettext.translation("evenhand", product.build / "po",
                                    [session.language or "en"], fallback=True)
        for name in places:
            tap.run(f"{name}, {way}", check_place, window, name, room, words)
        tap.result(application.quit() == 0, f"it closes well, {way}")
        tap.empty(f"it complained of nothing, {way}", application.complaints)


def welcome(tap, product):
    with Session() as session:
        application = product.start(session)
        window = application.window()
        window.find("button", "*Open*")
        tap.empty("everything has a name on the welcome screen", lint.unnamed(window))
        tap.result(application.quit() == 0, "it closes well from the welcome screen")
        tap.empty("it complained of nothing on the welcome screen", application.complaints)


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    product = Product(build)
    tap.run("the welcome screen", welcome, tap, product)
    for way, options in WAYS.items():
        tap.run(f"every place was visited, {way}", visit, tap, product, way, options)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
