#!/usr/bin/python3
"""Two copies of a project become one from the command line.
Usage: test_merge.py COMMAND CHANGE-INSIGHTS"""

import pathlib
import shutil
import sqlite3
import subprocess
import sys

from command import start
from tap import Tap

evenhand = start()


def grown(name):
    """A project with a person and an insight, and a copy of it."""
    path = evenhand.new(f"{name}.evenhand")
    add(path, "Asha Rahman", "The agenda was set before we met")
    copy = evenhand.folder / f"{name}-there.evenhand"
    shutil.copy(path, copy)
    return path, copy


def add(path, person, words):
    said = evenhand.write("said.csv", f'text,person,group\n"{words}","{person}",Public contributors\n')
    evenhand.good("import", path, said, "--as", "insights")


def texts(path):
    return sorted(each["text"] for each in evenhand.good("list", path, "insights", "--json").json)


def both_sides_added():
    here, there = grown("added")
    add(here, "Asha Rahman", "Said here")
    add(there, "Tom Okafor", "Said there")
    before = there.read_bytes()
    told = evenhand.good("merge", here, there, "--json").json
    assert told["related"] is True and told["conflicts"] == [], told
    assert (told["insights"], told["people"]) == (1, 1), told
    assert texts(here) == ["Said here", "Said there", "The agenda was set before we met"]
    assert there.read_bytes() == before, "the other copy was changed"
    again = evenhand.good("merge", here, there, "--json").json
    assert (again["added"], again["changed"], again["removed"]) == (0, 0, 0), again
    evenhand.good("merge", there, here)
    assert texts(there) == texts(here)
    steps = evenhand.good("history", here, "--json").json
    assert "added-there.evenhand" in steps[0]["label"], steps[0]


def rehearsal():
    here, there = grown("rehearsed")
    add(there, "Tom Okafor", "Said there")
    before = here.read_bytes()
    told = evenhand.good("merge", here, there, "--dry-run")
    assert "Nothing was changed" in told.out and "1 insight, 1 person" in told.out, told
    assert evenhand.good("merge", here, there, "-n", "--json").json["insights"] == 1
    assert here.read_bytes() == before, "a rehearsal changed the file"


def strangers():
    here = evenhand.new("here.evenhand")
    there = evenhand.new("elsewhere.evenhand")
    add(here, "Asha Rahman", "Said here")
    add(there, "Tom Okafor", "Said elsewhere")
    told = evenhand.good("merge", here, there, "--json").json
    assert told["related"] is False and told["insights"] == 1, told
    assert texts(here) == ["Said elsewhere", "Said here"]


def changed_apart(name):
    """Two copies in which the same insight was changed."""
    here, there = grown(name)
    for path, words in (here, "Here"), (there, "Over there"):
        subprocess.run([sys.argv[2], path, "1", words], check=True)
    return here, there


def choices():
    """Both changed the same: it is listed, and one word chooses otherwise than the rule."""
    for prefer, wanted in ("", "Over there 1"), ("rule", "Over there 1"), ("here", "Here 1"), \
            ("there", "Over there 1"):
        here, there = changed_apart(f"chosen-{prefer}")
        options = ["--prefer", prefer] if prefer else []
        told = evenhand.good("merge", here, there, "--dry-run", *options)
        assert "Here 1" in told.out and "Over there 1" in told.out, told
        conflict, = evenhand.good("merge", here, there, "--json", *options).json["conflicts"]
        assert (conflict["here"], conflict["there"]) == ("Here 1", "Over there 1"), conflict
        assert (conflict["field"], conflict["rule"]) == ("text", "there"), conflict
        assert conflict["taken"] == ("here" if prefer == "here" else "there"), conflict
        assert texts(here) == [wanted], texts(here)
        # The choice is known from here on: the other copy takes it without asking.
        assert evenhand.good("merge", there, here, "--json").json["conflicts"] == []
        assert texts(there) == [wanted], texts(there)
    evenhand.bad("merge", here, there, "--prefer", "mine", status=2)


def erased_there():
    """What was erased in the other copy goes here too; the copies that still hold it are named."""
    here = evenhand.folder / "held.evenhand"
    evenhand.good("new", here, "--sample")
    there = evenhand.folder / "erased.evenhand"
    shutil.copy(here, there)
    db = sqlite3.connect(there)
    with db:
        db.execute("UPDATE access_need SET delete_after = '2020-01-01'")
    db.close()
    assert evenhand("check", there, "--delete-overdue").status == 0
    assert findings(here, "copy.holds-erased") == []
    told = evenhand("merge", here, there)
    held = findings(here, "copy.holds-erased")
    assert len(held) == 1 and "merge" in held[0]["label"], held
    backup = pathlib.Path(held[0]["label"])
    assert str(backup.parent) in told.err and "evenhand check" in told.err and told.status == 0, told
    backup.unlink()
    assert findings(here, "copy.holds-erased") == []
    assert "evenhand check" not in evenhand.good("merge", here, there).err


def findings(path, which):
    return [each for each in evenhand.good("check", path, "--json").json["findings"]
            if each["id"] == which]


def what_is_no_project():
    here = evenhand.new("alone.evenhand")
    before = here.read_bytes()
    evenhand.bad("merge", here, evenhand.write("letter.txt", "Dear all"))
    evenhand.bad("merge", here, evenhand.folder / "nowhere.evenhand")
    evenhand.bad("merge", evenhand.folder / "nowhere.evenhand", here)
    evenhand.bad("merge", here, status=2)
    assert here.read_bytes() == before


def main():
    tap = Tap()
    tap.run("what was added on both sides is kept, and merging again changes nothing",
            both_sides_added)
    tap.run("a rehearsal changes nothing", rehearsal)
    tap.run("what both changed is chosen by the rule, or by one word", choices)
    tap.run("another project's people and words come in", strangers)
    tap.run("what was erased there goes here, and who still holds it is named", erased_there)
    tap.run("what is no project is refused, and nothing changes", what_is_no_project)
    tap.finish()


if __name__ == "__main__":
    main()
