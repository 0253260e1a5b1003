#!/usr/bin/python3
"""Files that are no sound project are refused and left as they are. Usage: test_hostile.py COMMAND"""

import os
import sqlite3

from command import start
from tap import Tap

evenhand = start()

VERBS = (["list", "F", "people"], ["search", "F", "x"], ["report", "F", "balance", "--json"],
         ["history", "F"], ["check", "F"], ["export", "F", "out.odt"],
         ["chart", "F", "balance", "out.svg"], ["import", "F", "S"], ["import", "F", "S", "-n"])


def refused(path, *words_in_sentence):
    """Every verb refuses the file, and none of them changes it or leaves anything behind."""
    source = evenhand.write("source.csv", "name\nAsha\n")
    before = path.read_bytes() if path.is_file() else None
    there = sorted(evenhand.folder.rglob("*"))
    for words in VERBS:
        result = evenhand.bad(*[{"F": path, "S": source}.get(word, word) for word in words])
        for word in words_in_sentence:
            assert word in result.err, f"{word!r} is not in: {result}"
    if before is not None:
        assert path.read_bytes() == before, "the file has changed"
    assert sorted(evenhand.folder.rglob("*")) == there, "something was left behind"


def change(path, *statements):
    """Does something to a project behind Evenhand's back."""
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def not_there():
    refused(evenhand.folder / "nowhere.evenhand", "nowhere.evenhand")


def a_folder():
    path = evenhand.folder / "folder.evenhand"
    path.mkdir()
    refused(path, "folder")


def words_and_noise():
    refused(evenhand.write("empty.evenhand", b""))
    refused(evenhand.write("words.evenhand", "just words, and more of them " * 20))
    refused(evenhand.write("noise.evenhand", os.urandom(50000)))


def of_another_program():
    path = evenhand.folder / "other.evenhand"
    change(path, "CREATE TABLE recipe (name TEXT)", "PRAGMA application_id = 77")
    refused(path, "another program")


def of_a_newer_version():
    path = evenhand.new("newer.evenhand")
    change(path, "PRAGMA user_version = 99")
    refused(path, "newer")


def cut_short():
    whole = evenhand.new("whole.evenhand").read_bytes()
    for name, size in (("head", 60), ("page", 4096), ("half", len(whole) // 2 // 4096 * 4096)):
        path = evenhand.write(f"{name}.evenhand", whole[:size])
        refused(path, "damaged", "evenhand recover")
        told = evenhand("check", path, "--json").json
        assert told["ok"] is False and told["problems"] == 1 and told["consent"] is None, told
        assert "damaged" in told["findings"][0]["message"], told


def scribbled_on():
    whole = bytearray(evenhand.new("whole2.evenhand").read_bytes())
    for place in range(4096, len(whole), 4096):
        whole[place:place + 64] = os.urandom(64)
    refused(evenhand.write("scribble.evenhand", bytes(whole)), "damaged", "evenhand recover")


def with_a_wrong_beginning():
    whole = evenhand.new("whole3.evenhand").read_bytes()
    refused(evenhand.write("zero.evenhand", bytes(100) + whole[100:]), "damaged", "evenhand recover")
    refused(evenhand.write("magic.evenhand", b"x" + whole[1:]), "damaged", "evenhand recover")


def page_of(path, name):
    db = sqlite3.connect(path)
    page = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
    db.close()
    return page


def recovered():
    """A leaf of the insights is gone: the others are saved, and what is said of it is true."""
    path = evenhand.folder / "damaged.evenhand"
    evenhand.good("new", path, "--sample")
    total = len(evenhand.good("list", path, "insights", "--json").json)
    people = evenhand.good("list", path, "people", "--json").json
    whole = bytearray(path.read_bytes())
    root = (page_of(path, "insight") - 1) * 4096
    assert whole[root] == 5, "the insights fit on one page"
    leaf = (int.from_bytes(whole[root + 8:root + 12], "big") - 1) * 4096
    whole[leaf:leaf + 4096] = bytes(4096)
    path.write_bytes(whole)
    refused(path, "damaged", "evenhand recover")
    new = evenhand.folder / "recovered.evenhand"
    said = evenhand.good("recover", path, new, "--json").json
    assert path.read_bytes() == whole, "the damaged file has changed"
    saved = said["insights"]["saved"]
    assert 0 < saved < total and said["insights"]["of"] == total, said
    assert len(evenhand.good("list", new, "insights", "--json").json) == saved
    names = [person["name"] for person in evenhand.good("list", new, "people", "--json").json]
    assert names == [person["name"] for person in people]
    assert evenhand.good("check", new).status == 0
    evenhand.bad("recover", path, new)
    text = evenhand.good("recover", path, evenhand.folder / "again.evenhand").out
    assert f"{saved} of {total} insights" in text, text
    assert f"{len(people)} of {len(people)} people" in text, text


def nothing_to_recover():
    path = evenhand.write("noise2.evenhand", os.urandom(50000))
    new = evenhand.folder / "nothing.evenhand"
    result = evenhand.bad("recover", path, new)
    assert "Nothing can be read" in result.err and not new.exists(), result
    evenhand.bad("recover", evenhand.folder / "nowhere.evenhand", new)
    evenhand.bad("recover", path, status=2)


def with_a_trigger():
    path = evenhand.new("trigger.evenhand")
    change(path, "CREATE TRIGGER evil AFTER INSERT ON participant BEGIN DELETE FROM insight; END")
    refused(path, "damaged")


def read_only():
    path = evenhand.new("ro.evenhand")
    source = evenhand.write("source.csv", "name\nAsha\n")
    path.chmod(0o400)
    before = path.read_bytes()
    evenhand.good("list", path, "people")
    evenhand.good("import", path, source, "--as", "people", "--dry-run")
    if os.geteuid() != 0:
        evenhand.bad("import", path, source, "--as", "people")
    assert path.read_bytes() == before


def no_terminal_codes():
    path = evenhand.new("codes.evenhand")
    db = sqlite3.connect(path)
    db.execute("INSERT INTO participant (id, name) VALUES (1, ?)", ("A\x1b[31m\x07B",))
    db.commit()
    db.close()
    out = evenhand.good("list", path, "people").out
    assert "\x1b" not in out and "\x07" not in out, repr(out)
    assert evenhand.good("list", path, "people", "--json").json[0]["name"] == "A\x1b[31m\x07B"


def bytes_that_are_no_text():
    """A file may hold any bytes where words belong: nothing falls over."""
    path = evenhand.folder / "bytes.evenhand"
    evenhand.good("new", path, "--sample")
    change(path, *(f"UPDATE {table} SET {column} = cast (x'41f0' AS TEXT) || {column}"
                   f" || cast (x'e2' AS TEXT)"
                   for table, column in (
                       ("participant", "name"), ("participant", "role"), ("insight", "text"),
                       ("workshop", "title"), ("category", "label"), ("category", "key"),
                       ("role_group", "label"), ("block", "text"), ("guidance", "title"),
                       ("project", "title"), ("resource", "title"), ("framework", "name"))),
           "INSERT INTO insight_words (insight_words) VALUES ('rebuild')")
    for sort in ("people", "workshops", "insights", "categories", "frameworks", "guidance"):
        evenhand.good("list", path, sort)
        assert evenhand.good("list", path, sort, "--json").json
    for report in ("balance", "map"):
        evenhand.good("report", path, report)
        evenhand.good("report", path, report, "--public", "--json")
        evenhand.good("chart", path, report, f"{report}.svg")
    evenhand.good("check", path)
    for end in ("odt", "pdf", "html", "md", "csv", "json"):
        evenhand.good("export", path, f"bytes.{end}")


def main():
    tap = Tap()
    tap.run("a file that is not there", not_there)
    tap.run("a folder", a_folder)
    tap.run("an empty file, words and noise", words_and_noise)
    tap.run("a database of another program", of_another_program)
    tap.run("a project of a newer version", of_a_newer_version)
    tap.run("a project that was cut short", cut_short)
    tap.run("a project that was scribbled on", scribbled_on)
    tap.run("a project with a wrong beginning", with_a_wrong_beginning)
    tap.run("what can be read is saved in a new file", recovered)
    tap.run("nothing can be saved", nothing_to_recover)
    tap.run("a project with a trigger of somebody's making", with_a_trigger)
    tap.run("a project that may not be written", read_only)
    tap.run("bytes that are no text", bytes_that_are_no_text)
    tap.run("a name with codes for the terminal", no_terminal_codes)
    tap.finish()


if __name__ == "__main__":
    main()
