#!/usr/bin/python3
"""What became of what each person said, a file each. Usage: test_letters.py COMMAND"""

import html
import re
import sqlite3
import stat
import subprocess
import zipfile

from command import start
from tap import Tap

evenhand = start()

N = 8
FORMATS = ("html", "odt", "docx", "pdf", "markdown")


def text_of(path):
    """The words of a letter, whatever it is made as, with nothing between two of them."""
    if path.suffix == ".pdf":
        run = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
        words = run.stdout.decode()
    elif path.suffix in (".odt", ".docx"):
        with zipfile.ZipFile(path) as parts:
            words = "\n".join(parts.read(name).decode() for name in parts.namelist()
                              if name.endswith((".xml", ".rdf")))
        words = html.unescape(re.sub(r"<[^>]+>", " ", words))
    else:
        words = html.unescape(path.read_text())
    return re.sub(r"\s+", " ", words)


def project(name="many.evenhand"):
    """People who each said something that nobody else did, and a pair that said something more."""
    path = evenhand.new(name)
    people = ["name,group,credit"]
    insights = ["text,person,workshop"]
    for i in range(N):
        people.append(f"Forename{i} Surname{i},Public contributors,{'named' if i % 2 else ''}")
        insights.append(f"ownwords{i} of mine,Forename{i} Surname{i},First")
    insights.append("togetherwords of two,Forename0 Surname0;Forename1 Surname1,First")
    evenhand.good("import", path, evenhand.write("people.csv", "\n".join(people)), "--as", "people")
    evenhand.good("import", path, evenhand.write("insights.csv", "\n".join(insights)),
                  "--as", "insights")
    return path


def letters(path, to, *more):
    return evenhand.good("letters", path, evenhand.folder / to, "--json", *more).json


def nothing_of_others():
    path = project()
    for kind in FORMATS:
        made = letters(path, kind, "--format", kind)["letters"]
        assert len(made) == N, made
        for each in made:
            words = text_of(evenhand.folder / kind / each["file"])
            own = int(re.search(r"\d+$", each["name"])[0])
            for i in range(N):
                assert (f"ownwords{i} " in words) == (i == own), (kind, each, i)
                assert i == own or f"Surname{i}" not in words, (kind, each, i)
            assert ("togetherwords" in words) == (own < 2), (kind, each)


def as_private_as_they_are():
    path = project("private.evenhand")
    made = letters(path, "private")["letters"]
    folder = evenhand.folder / "private"
    assert sorted(each.name for each in folder.iterdir()) == sorted(each["file"] for each in made)
    for each in made:
        assert stat.S_IMODE((folder / each["file"]).stat().st_mode) == 0o600, each
        named = int(re.search(r"\d+$", each["name"])[0]) % 2 == 1
        assert ("surname" in each["file"]) == named, each


def nothing_by_a_dry_run():
    path = project("dry.evenhand")
    before = path.read_bytes()
    result = letters(path, "dry", "--dry-run", "--told", "post")
    assert len(result["letters"]) == N and result["told"] == 0, result
    assert not (evenhand.folder / "dry").exists()
    assert path.read_bytes() == before


def who_gets_none():
    path = evenhand.folder / "sample.evenhand"
    evenhand.good("new", path, "--sample")
    result = letters(path, "sample")
    people = evenhand.good("list", path, "people", "--json").json
    assert len(result["letters"]) + len(result["left_out"]) == len(people)
    why = {each["name"]: each["why"] for each in result["left_out"]}
    assert "withdrawn" in why.values() or "no-contact" in why.values(), why
    words = evenhand.good("letters", path, evenhand.folder / "sample").out
    assert "letters were made" in words, words


def told_and_waiting():
    path = project("told.evenhand")
    assert letters(path, "told", "--format", "html")["told"] == 0
    assert len(letters(path, "told", "--waiting")["letters"]) == N
    assert letters(path, "told", "--told", "post")["told"] == N
    assert letters(path, "told", "--waiting")["letters"] == []
    news = evenhand.write("more.csv", "text,person\nnews of mine,Forename3 Surname3\n")
    evenhand.good("import", path, news, "--as", "insights")
    waiting = letters(path, "told", "--waiting")["letters"]
    assert [each["name"] for each in waiting] == ["Forename3 Surname3"], waiting
    assert "noted as told" in evenhand.good("letters", path, evenhand.folder / "told", "--waiting",
                                            "--told", "email").out
    last = evenhand.good("history", path, "--json").json
    assert "told" in str(last), last


def told_on_a_day():
    """It can be noted later, with the day on which it was; and what day and way is listed."""
    path = project("day.evenhand")
    letters(path, "day", "--person", "Forename1 Surname1", "--told", "phone", "--on", "2026-03-10")
    listed = {each["name"]: (each["told_on"], each["told_how"])
              for each in evenhand.good("list", path, "people", "--json").json}
    assert listed["Forename1 Surname1"] == ("2026-03-10", "phone"), listed
    assert listed["Forename2 Surname2"] == (None, None), listed
    for wrong in ("yesterday", "2026-13-01", "2999-01-01"):
        evenhand.bad("letters", path, evenhand.folder / "day", "--told", "post", "--on", wrong, status=2)
    evenhand.bad("letters", path, evenhand.folder / "day", "--on", "2026-03-10", status=2)


def one_person():
    path = project("one.evenhand")
    one = letters(path, "one", "--person", "Forename2 Surname2")["letters"]
    assert [each["name"] for each in one] == ["Forename2 Surname2"], one
    same = letters(path, "one", "--person", one[0]["person"], "--large", "--format", "odt")["letters"]
    assert same[0]["large"] and same[0]["number"] == one[0]["number"], same


def by_slip():
    path = project("slips.evenhand")
    evenhand.good("print", path, "slips", evenhand.folder / "slips.pdf", "--count", "4")
    with sqlite3.connect(path) as db:
        code = db.execute("SELECT code FROM slip WHERE number = 2").fetchone()[0]
        db.execute("UPDATE insight SET origin = ? WHERE text LIKE 'ownwords5%'", (f"slip:{code}",))
    for slip in ("2", code):
        made = letters(path, "slips", "--slip", slip, "--format", "html")["letters"]
        words = text_of(evenhand.folder / "slips" / made[0]["file"])
        assert "ownwords5" in words and "Surname" not in words, words
        assert not any(f"ownwords{i} " in words for i in range(N) if i != 5), words
        assert code not in made[0]["file"]
    evenhand.bad("letters", path, evenhand.folder / "slips", "--slip", "77")
    evenhand.bad("letters", path, evenhand.folder / "x", "--slip", "2", "--told", "post", status=2)


def all_or_nothing():
    path = project("all.evenhand")
    there = evenhand.write("a-file", "in the way")
    evenhand.bad("letters", path, there)
    assert there.read_text() == "in the way"
    evenhand.bad("letters", path, evenhand.folder / "x", "--format", "doc", status=2)
    evenhand.bad("letters", path, evenhand.folder / "x", "--told", "by pigeon", status=2)
    evenhand.bad("letters", path, evenhand.folder / "x", "--person", "Nobody")
    assert not (evenhand.folder / "x").exists()


def main():
    tap = Tap()
    tap.run("no letter holds anything of anybody else, in any format", nothing_of_others)
    tap.run("letters are their owner's alone, and called by chosen names only", as_private_as_they_are)
    tap.run("a dry run changes nothing", nothing_by_a_dry_run)
    tap.run("whoever withdrew is left out and counted", who_gets_none)
    tap.run("who was told waits no more, until something is new", told_and_waiting)
    tap.run("the day on which somebody was told", told_on_a_day)
    tap.run("one person, and large print", one_person)
    tap.run("whoever holds a slip hears of what came from it", by_slip)
    tap.run("letters that cannot be made are not begun", all_or_nothing)
    tap.finish()


if __name__ == "__main__":
    main()
