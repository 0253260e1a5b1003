#!/usr/bin/python3
"""Takes a picture of one place of the window, with no display needed. `./dev shot` calls it.

Usage: shot.py --build FOLDER PLACE OUT.png [--file F] [--dark] [--high-contrast]
               [--text-scale 2.0] [--language cy] [--size 1280x800] [--tree] [--do ACTION]...

Without --file the picture is of the sample project. --tree also prints what a screen reader is
told. --do runs actions of the window first, such as win.focus-search.
"""

import argparse
import pathlib
import re
import shutil
import sys

from processes import Trouble
from product import Product
from session import FRAME, Session

PLACES = ["welcome", "overview", "workshops", "people", "insights", "map", "guidance", "resources",
          "feedback"]


def size(words):
    match = re.fullmatch(r"(\d+)x(\d+)", words)
    if not match:
        raise argparse.ArgumentTypeError("a size is WIDTHxHEIGHT")
    return int(match[1]), int(match[2])


def arguments():
    parser = argparse.ArgumentParser(prog="./dev shot")
    parser.add_argument("--build", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("place", metavar="PLACE", help=", ".join(PLACES))
    parser.add_argument("out", metavar="OUT.png", type=pathlib.Path)
    parser.add_argument("--file", type=pathlib.Path, help="a project; without it the sample")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--high-contrast", action="store_true")
    parser.add_argument("--text-scale", type=float, default=1.0)
    parser.add_argument("--language")
    parser.add_argument("--size", type=size, default=(1280, 800))
    parser.add_argument("--tree", action="store_true", help="print what a screen reader is told")
    parser.add_argument("--do", action="append", default=[], metavar="ACTION")
    return parser.parse_args()


def take(options):
    width, height = options.size
    with Session(size=(width + 2 * FRAME, height + 2 * FRAME), language=options.language, dark=options.dark,
                 high_contrast=options.high_contrast, text_scale=options.text_scale,
                 compositor=True) as session:
        product = Product(options.build)
        file = None
        if options.place != "welcome":
            # A copy: looking at a project must not change it.
            file = (shutil.copy(options.file, session.folder) if options.file
                    else product.sample(session.folder))
        application = product.start(session, file, fatal=False)
        window = application.window()
        window.act("window.toggle-maximized")
        session.run("xdotool", "mousemove", str(width), str(height))
        try:
            session.wait(lambda: window.room == options.size, seconds=3)
        except Trouble:
            print(f"dev: the window is {window.room[0]}x{window.room[1]}, not"
                  f" {width}x{height}: that is its least size", file=sys.stderr)
        if options.place != "welcome":
            product.wait_open(window)
            window.act(f"win.place-{options.place}")
        for action in options.do:
            window.act(action)
        session.settle()
        session.screenshot(options.out, cut=FRAME)
        if options.tree:
            for each in application.windows:
                print("\n".join(each.lines()))
        for complaint in application.complaints:
            print(complaint, file=sys.stderr)


def main():
    options = arguments()
    if options.place not in PLACES:
        sys.exit(f"dev: there is no place {options.place!r}; there are {', '.join(PLACES)}")
    if options.file and not options.file.is_file():
        sys.exit(f"dev: there is no file {options.file}")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    try:
        take(options)
    except Trouble as trouble:
        sys.exit(f"dev: {trouble}")


if __name__ == "__main__":
    main()
