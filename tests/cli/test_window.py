#!/usr/bin/python3
"""A project that a window holds is read with a word of caution, and not written to.
Usage: test_window.py COMMAND HOLD_PROJECT"""

import subprocess
import sys

from command import start
from tap import Tap

evenhand = start()


def hold(path, *words):
    """Opens a project as a window does."""
    return subprocess.Popen([sys.argv[2], path, *words], env=evenhand.environment, text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def while_it_is_open():
    path = evenhand.new()
    source = evenhand.write("people.csv", "name\nAsha\n")
    window = hold(path)
    try:
        assert window.stdout.readline() == "open\n"
        told = evenhand("list", path, "people", "--json")
        assert told.status == 0 and told.json == [], told
        assert len(told.err.splitlines()) == 1 and "window" in told.err, told
        before = path.read_bytes()
        evenhand.bad("import", path, source, "--as", "people")
        assert path.read_bytes() == before
    finally:
        window.communicate()
    evenhand.good("import", path, source, "--as", "people")
    assert [each["name"] for each in evenhand.good("list", path, "people", "--json").json] == ["Asha"]


def after_it_stopped():
    path = evenhand.new("stopped.evenhand")
    source = evenhand.write("people.csv", "name\nAsha\n")
    hold(path, "crash").communicate()
    before = path.read_bytes()
    told = evenhand("list", path, "people", "--json")
    assert told.status == 0 and len(told.err.splitlines()) == 1, told
    evenhand.bad("import", path, source, "--as", "people")
    assert path.read_bytes() == before
    window = hold(path)
    assert window.stdout.readline() == "open\n"
    window.communicate()
    evenhand.good("import", path, source, "--as", "people")
    names = [each["name"] for each in evenhand.good("list", path, "people", "--json").json]
    assert names == ["Asha", "Held"], names


def main():
    tap = Tap()
    tap.run("while a window has it open", while_it_is_open)
    tap.run("after a window stopped before it could save, nothing is lost", after_it_stopped)
    tap.finish()


if __name__ == "__main__":
    main()
