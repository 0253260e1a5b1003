#!/usr/bin/python3
"""Who may read what is written, whatever the process's mask, and that the computer's folder for
temporary files is never used. Usage: test_private.py COMMAND HOLD_PROJECT"""

import ctypes
import os
import stat
import subprocess
import sys

from command import start
from tap import Tap

IN_CREATE, IN_MOVED_TO = 0x100, 0x80
# What has passed the gate to be given away is as readable as the user's mask says.
TO_GIVE = {".odt", ".docx", ".epub", ".pdf", ".html", ".md", ".svg", ".png"}

evenhand = start()


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def every_verb(**environment):
    """Runs each verb on a project, and gives back the project."""
    path = evenhand.folder / "p.evenhand"
    for each in ("p.evenhand", "copy.evenhand", "copy.zip", "back.evenhand"):
        (evenhand.folder / each).unlink(missing_ok=True)
    passphrase = evenhand.write("passphrase", "five plain words in a row\n")
    people = evenhand.write("people.csv", "name,group\nAsha Patel,Public contributors\n")
    other = evenhand.folder / "copy.evenhand"

    def good(*words):
        evenhand.good(*words, **environment)

    good("new", path, "--sample")
    good("import", path, people, "--as", "people")
    good("list", path, "people")
    good("search", path, "agenda")
    good("report", path, "balance")
    good("chart", path, "balance", "balance.svg")
    good("chart", path, "map", "map.png")
    for ending in ("odt", "docx", "epub", "pdf", "html", "md"):
        good("export", path, f"guidance.{ending}")
    good("export", path, "people.json", "--what", "people")
    good("letters", path, "letters", "--told", "post")
    good("export", path, "insights.csv", "--what", "insights")
    good("copy", path, other)
    good("copy", path, "copy.zip", "--passphrase-file", passphrase)
    good("copy", "copy.zip", "back.evenhand", "--passphrase-file", passphrase)
    good("merge", path, other)
    good("merge", path, "copy.zip", "--passphrase-file", passphrase)
    good("check", path)
    good("history", path)
    return path


class Watch:
    """Notes whatever appears in a folder, if only for a moment."""

    def __init__(self, folder):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.fd = self.libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self.fd < 0 or self.libc.inotify_add_watch(
                self.fd, os.fsencode(folder), IN_CREATE | IN_MOVED_TO) < 0:
            raise OSError(ctypes.get_errno(), "inotify")

    def seen(self):
        try:
            return os.read(self.fd, 65536)
        except BlockingIOError:
            return b""


def no_temporary_files():
    folder = evenhand.folder / "tmp"
    folder.mkdir()
    watch = Watch(folder)
    every_verb(TMPDIR=str(folder), SQLITE_TMPDIR=str(folder))
    assert list(folder.iterdir()) == []
    assert watch.seen() == b"", watch.seen()


def without_the_folder():
    every_verb(TMPDIR="/nonexistent", SQLITE_TMPDIR="/nonexistent")


def readable_by_the_owner():
    before = os.umask(0)
    try:
        every_verb()
    finally:
        os.umask(before)
    wrong = []
    for path in evenhand.folder.rglob("*"):
        ours = path.name not in ("passphrase", "people.csv") and (
            path.suffix not in TO_GIVE or path.parent.name == "letters")
        if path.is_file() and ours and mode(path) != 0o600:
            wrong.append(f"{path}: {mode(path):o}")
    data = evenhand.folder / "home" / "data"
    wrong += [f"{path}: {mode(path):o}" for path in (data, *data.rglob("*"))
              if path.is_dir() and mode(path) & 0o077]
    assert not wrong, "\n".join(wrong)


def modes_are_kept():
    """An existing file stays as it is shared, and no wider."""
    before = os.umask(0)
    try:
        path = evenhand.new("shared.evenhand")
        people = evenhand.write("people.csv", "name\nAsha Patel\n")
        out = evenhand.write("shared.csv", "")
        for kept in (0o640, 0o600):
            os.chmod(path, kept)
            os.chmod(out, kept)
            evenhand.good("import", path, people, "--as", "people")
            evenhand.good("export", path, out, "--what", "people")
            assert mode(path) == kept and mode(out) == kept, (oct(mode(path)), oct(mode(out)))
    finally:
        os.umask(before)


def while_it_is_open():
    """The working copy, its log and its lock, in the middle of the work, and what is saved."""
    before = os.umask(0)
    try:
        path = evenhand.new("open.evenhand")
        os.chmod(path, 0o640)
        window = subprocess.Popen([sys.argv[2], path, "change"], text=True,
                                  env=evenhand.environment, stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE)
        assert window.stdout.readline() == "open\n"
        work = evenhand.folder / "home" / "data" / "evenhand" / "work"
        files = [each for each in work.rglob("*") if each.is_file()]
        assert {"work.db", "work.db-wal", "lock"} <= {each.name for each in files}, files
        wrong = [f"{each}: {mode(each):o}" for each in files if mode(each) != 0o600]
        wrong += [f"{each}: {mode(each):o}" for each in (work, *work.iterdir())
                  if mode(each) != 0o700]
        assert not wrong, "\n".join(wrong)
        window.communicate()
        assert window.returncode == 0
    finally:
        os.umask(before)
    assert mode(path) == 0o640, oct(mode(path))
    assert evenhand.good("list", path, "people", "--json").json[0]["name"] == "Held"
    assert list(work.iterdir()) == []


def main():
    tap = Tap()
    tap.run("no verb uses the folder for temporary files", no_temporary_files)
    tap.run("every verb works where there is none", without_the_folder)
    tap.run("what holds names can be read by its owner alone", readable_by_the_owner)
    tap.run("a file that is there is shared no wider and no narrower", modes_are_kept)
    tap.run("the working copy of a window can be read by its owner alone", while_it_is_open)
    tap.finish()


if __name__ == "__main__":
    main()
