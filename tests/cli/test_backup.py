#!/usr/bin/python3
"""A backup is kept before an import, a merge and an upgrade; files of an earlier format are read as
they are and brought up to date when they are changed. Usage: test_backup.py COMMAND FORMAT-1-FILE"""

import shutil
import sqlite3
import stat
import sys

from command import start
from tap import Tap

evenhand = start()
OLD_FILE = sys.argv[2]


def backups():
    root = evenhand.folder / "home" / "data" / "evenhand" / "backups"
    return sorted(path for path in root.glob("*/*"))


def forget_backups():
    shutil.rmtree(evenhand.folder / "home" / "data" / "evenhand" / "backups", ignore_errors=True)


def say(path, words):
    said = evenhand.write("said.csv", f'text\n"{words}"\n')
    evenhand.good("import", path, said, "--as", "insights")


def texts(path):
    return sorted(each["text"] for each in evenhand.good("list", path, "insights", "--json").json)


def kept_before_an_import():
    forget_backups()
    path = evenhand.new()
    for number in range(7):
        say(path, f"Words {number}")
    kept = backups()
    assert len(kept) == 5, kept
    for one in kept:
        assert stat.S_IMODE(one.stat().st_mode) == 0o600, one
        assert stat.S_IMODE(one.parent.stat().st_mode) == 0o700, one
        assert one.name.endswith(" before import.evenhand"), one
    assert len(texts(kept[-1])) == 6 and len(texts(path)) == 7


def kept_before_a_merge():
    forget_backups()
    path = evenhand.new()
    other = evenhand.folder / "other.evenhand"
    shutil.copy(path, other)
    say(other, "Said there")
    forget_backups()
    evenhand.good("merge", path, other, "--dry-run")
    assert backups() == []
    evenhand.good("merge", path, other)
    assert [one.name.split(" before ")[1] for one in backups()] == ["merge.evenhand"], backups()
    evenhand.good("merge", path, other)
    assert len(backups()) == 1, "a merge of nothing pushed a backup out"


def named_for_a_damaged_file():
    """A file of which nothing else is left than the page that says which project it is."""
    forget_backups()
    path = evenhand.new("torn.evenhand")
    say(path, "Before")
    say(path, "After")
    whole = path.read_bytes()
    path.write_bytes(whole[:len(whole) // 3])
    for words in (("list", path, "insights"), ("import", path, path, "--as", "insights"),
                  ("check", path)):
        told = evenhand.bad(*words)
        for one in backups():
            assert str(one) in told.err, told
        assert "1 insight" in told.err and "evenhand recover" in told.err, told
    # A damaged one is no way out.
    backups()[0].write_bytes(backups()[0].read_bytes()[:5000])
    told = evenhand.bad("list", path, "insights")
    assert str(backups()[0]) not in told.err and str(backups()[1]) in told.err, told
    assert path.read_bytes() == whole[:len(whole) // 3]
    said = evenhand.good("recover", path, evenhand.folder / "saved.evenhand", "--json").json
    assert said["cut_short"] is True and said["bytes_left"] == len(whole) // 3, said
    assert said["bytes_once"] == len(whole), said


def no_backup_no_import():
    forget_backups()
    path = evenhand.new()
    before = path.read_bytes()
    said = evenhand.write("said.csv", "text\nWords\n")
    root = evenhand.folder / "home" / "data" / "evenhand" / "backups"
    root.parent.mkdir(parents=True, exist_ok=True)
    root.write_text("in the way")
    told = evenhand.bad("import", path, said, "--as", "insights")
    assert "nothing was changed" in told.err, told
    assert path.read_bytes() == before
    root.unlink()


def version(path):
    with sqlite3.connect(path) as file:
        return file.execute("PRAGMA user_version").fetchone()[0]


def earlier_format():
    forget_backups()
    path = evenhand.folder / "old.evenhand"
    shutil.copyfile(OLD_FILE, path)
    before = path.read_bytes()
    assert texts(path) == ["Nobody said who would decide.", "The agenda was set before we met."]
    for words in (["history"], ["check"], ["report"], ["search"]):
        more = {"report": ["balance"], "search": ["agenda"]}.get(words[0], [])
        evenhand.good(words[0], path, *more, "--json")
    mine = evenhand.new()
    evenhand.good("merge", mine, path)
    assert "The agenda was set before we met." in texts(mine)
    assert path.read_bytes() == before and version(path) == 1, "reading changed the file"
    forget_backups()
    say(path, "Said today")
    assert version(path) > 1 and len(texts(path)) == 3
    names = [one.name.split(" before ")[1] for one in backups()]
    assert sorted(names) == ["import.evenhand", "upgrade.evenhand"], names


def main():
    tap = Tap()
    tap.run("the backups of a damaged file are named", named_for_a_damaged_file)
    tap.run("five at most, for their owner alone, before an import", kept_before_an_import)
    tap.run("before a merge that changes something", kept_before_a_merge)
    tap.run("where no backup can be made nothing is changed", no_backup_no_import)
    tap.run("a file of an earlier format", earlier_format)
    tap.finish()


if __name__ == "__main__":
    main()
