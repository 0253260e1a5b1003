#!/usr/bin/python3
"""Takes a picture of one place of the window, with no display needed. `./dev shot` calls it.

Usage: shot.py --build FOLDER PLACE OUT.png [--file F] [--dark] [--high-contrast]
               [--text-scale 2.0] [--language cy] [--size 1280x800] [--tree] [--do ACTION]...

Without --file the picture is of the sample project. --tree also prints what a screen reader is
told. --do runs actions of the window first, such as win.focus-search.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

from processes import Trouble
from session import Session

PLACES = ["welcome", "overview", "workshops", "people", "insights", "map", "guidance", "resources"]
FRAME = 5  # pixels that GTK draws around a window where no desktop draws a shadow
QUIET = 0.4  # seconds without a change of the picture: the window has settled


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


def program_env(build):
    """What a program that is not installed needs to find its parts."""
    return {
        "GSETTINGS_SCHEMA_DIR": str(build / "data"),
        "EVENHAND_LOCALE_DIR": str(build / "po"),
        "EVENHAND_WINDOW": str(build / "src" / "app" / "evenhand-window"),
    }


def sample(build, folder):
    """A new sample project in a folder."""
    path = folder / "Sharing power in research.evenhand"
    told = subprocess.run([build / "src" / "cli" / "evenhand", "new", path, "--sample"],
                          capture_output=True, text=True, check=False,
                          env=os.environ | program_env(build))
    if told.returncode:
        raise Trouble(f"the sample project could not be made: {told.stderr}")
    return path


def settle(session, path, *, seconds=8.0):
    """Takes pictures until two that are some time apart are the same."""
    last, since, end = None, time.monotonic(), time.monotonic() + seconds
    while time.monotonic() < end:
        session.screenshot(path, cut=FRAME)
        picture = pathlib.Path(path).read_bytes()
        if picture != last:
            last, since = picture, time.monotonic()
        elif time.monotonic() - since >= QUIET:
            return
        time.sleep(0.08)


def take(options):
    width, height = options.size
    with Session(size=(width + 2 * FRAME, height + 2 * FRAME), language=options.language, dark=options.dark,
                 high_contrast=options.high_contrast, text_scale=options.text_scale,
                 compositor=True, env=program_env(options.build)) as session:
        argv = [options.build / "src" / "app" / "evenhand-window"]
        if options.place != "welcome":
            # A copy: looking at a project must not change it.
            if options.file:
                argv.append(shutil.copy(options.file, session.folder))
            else:
                argv.append(sample(options.build, session.folder))
        application = session.start(argv, fatal=False)
        window = application.window()
        window.act("window.toggle-maximized")
        session.run("xdotool", "mousemove", str(width), str(height))
        try:
            session.wait(lambda: window.extents[2:] == options.size, seconds=3)
        except Trouble:
            print(f"dev: the window is {window.extents[2]}x{window.extents[3]}, not"
                  f" {width}x{height}: that is its least size", file=sys.stderr)
        if options.place != "welcome":
            window.act(f"win.place-{options.place}")
        for action in options.do:
            window.act(action)
        settle(session, options.out)
        if options.tree:
            for each in application.windows:
                print("\n".join(each.tree()))
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
