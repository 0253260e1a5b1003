#!/usr/bin/python3
"""Documents and tables that leave the program. Usage: test_export.py COMMAND"""

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import zipfile

from command import start
from tap import Tap

evenhand = start()

FORMATS = {".odt": b"PK\x03\x04", ".docx": b"PK\x03\x04", ".epub": b"PK\x03\x04", ".pdf": b"%PDF-", ".html": b"<!DOCTYPE html>", ".md": b""}


def sample():
    """The sample project."""
    path = evenhand.folder / "sample.evenhand"
    if not path.exists():
        evenhand.good("new", path, "--sample")
    return path


def words_of(path):
    """What a document says, as far as its format can be read here."""
    if path.suffix == ".odt":
        with zipfile.ZipFile(path) as archive:
            assert archive.namelist()[0] == "mimetype"
            return re.sub(r"<[^>]+>", " ", archive.read("content.xml").decode())
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return re.sub(r"<[^>]+>", " ", archive.read("word/document.xml").decode())
    if path.suffix == ".epub":
        with zipfile.ZipFile(path) as archive:
            return re.sub(r"<[^>]+>", " ", " ".join(archive.read(part).decode() for part in archive.namelist()
                                                    if part.endswith(".xhtml")))
    return path.read_text(encoding="utf-8") if path.suffix in (".html", ".md") else ""


def every_format():
    for end, begins in FORMATS.items():
        out = evenhand.folder / f"guidance{end}"
        evenhand.good("export", sample(), out)
        assert out.read_bytes().startswith(begins), out
        assert out.stat().st_size > 4000, out
        if end != ".pdf":
            assert "Sharing power in research" in words_of(out), out


def every_document():
    """Each kind of document of the sample, beside its guidance, names nobody who did not choose it."""
    path = sample()
    people = {each["name"]: each for each in evenhand.good("list", path, "people", "--json").json}
    hidden = [name for name, each in people.items()
              if each["credit"] in ("anonymous", "not_listed", "role_only", "ask", "pseudonym")
              or each["withdrawn"]]
    told = evenhand.good("export", "--help").out
    keys = re.findall(r"^  (T\d+(?:-cards)?) ", told, re.M)
    assert len(keys) == 19, keys
    for key in keys:
        out = evenhand.folder / f"{key}.html"
        evenhand.good("export", path, out, "--template", key)
        words = words_of(out)
        for name in hidden:
            assert name not in words, f"{name} is named in {key}"
        # Whoever typed how a room is reached did not think of readers.
        assert "Joan joins" not in words, key
    one = evenhand.folder / "first.md"
    evenhand.good("export", path, one, "--template", "t7", "--workshop",
                  "Workshop 1: What gets in the way, and what helps")
    assert "10 March 2026" in words_of(one)
    evenhand.bad("export", path, one, "--template", "T99", status=2)
    evenhand.bad("export", path, one, "--template", "own:nothing")


def room_on_paper():
    """A summary is two pages; questions have lines to write on where they are printed, not on a screen."""
    outs = {}
    for key, end in [("T7", ".pdf"), ("T3", ".odt"), ("T3", ".docx"), ("T3", ".html"), ("T3", ".epub"), ("T3", ".md")]:
        outs[end] = evenhand.folder / f"{key}{end}"
        evenhand.good("export", sample(), outs[end], "--template", key)
    if shutil.which("pdfinfo"):
        told = subprocess.run(["pdfinfo", str(outs[".pdf"])], check=True, capture_output=True, text=True).stdout
        assert re.search(r"^Pages:\s+2$", told, re.M), told
    with zipfile.ZipFile(outs[".odt"]) as archive:
        assert archive.read("content.xml").count(b'"Writing_20_Line') >= 90
    with zipfile.ZipFile(outs[".docx"]) as archive:
        assert archive.read("word/document.xml").count(b'"WritingLine') >= 90
    page = outs[".html"].read_text(encoding="utf-8")
    assert page.count('<div class="room" aria-hidden="true">') >= 30
    assert re.search(r"^\.room \{\s+display: none;", page, re.M)
    for end in (".epub", ".md"):
        assert "Who to ask it with" not in words_of(outs[end]), end


def without_guidance():
    """A project that was only imported exports a document all the same."""
    path = evenhand.new("bare.evenhand")
    source = evenhand.write("said.csv", "text,person,group\nNobody asked us.,Dai,Public contributors\n")
    evenhand.good("import", path, source)
    before = path.read_bytes()
    out = evenhand.folder / "bare.odt"
    evenhand.good("export", path, out, "--template", "T1")
    assert "bare" in words_of(out)
    assert path.read_bytes() == before, "an export changed the project"


def empty_project():
    path = evenhand.new("empty.evenhand")
    for end in FORMATS:
        evenhand.good("export", path, evenhand.folder / f"empty{end}")


def nobody_is_named_against_their_wish():
    path = sample()
    people = {each["name"]: each for each in evenhand.good("list", path, "people", "--json").json}
    hidden = [name for name, each in people.items()
              if each["credit"] in ("anonymous", "not_listed", "role_only", "ask", "pseudonym")
              or each["withdrawn"]]
    assert len(hidden) >= 4, "the sample has people who are not to be named"
    for end in (".html", ".md", ".odt", ".docx", ".epub"):
        out = evenhand.folder / f"named{end}"
        evenhand.good("export", path, out)
        words = words_of(out)
        for name in hidden:
            assert name not in words, f"{name} is named in {end}"
    for what in ("people", "insights"):
        out = evenhand.folder / f"{what}.csv"
        evenhand.good("export", path, out, "--what", what)
        for name in hidden:
            assert name not in out.read_text(encoding="utf-8"), f"{name} is named in {what}"


def withheld_words():
    """Words of somebody who said no, or was not asked, are in no document and no table."""
    path = evenhand.new("consent.evenhand")
    people = evenhand.write("people.csv", "name,group,credit,consent\nYes,Researchers,named,named\n"
                            "No,Researchers,named,no\nMaybe,Researchers,named,\n")
    said = evenhand.write("said.csv", "text,person\nAlpha words,Yes\nBravo words,No\n"
                          "Charlie words,Maybe\n")
    evenhand.good("import", path, people, "--as", "people")
    evenhand.good("import", path, said, "--as", "insights")
    for out in ("c.csv", "c.json", "c.html", "c.md", "c.odt", "c.docx", "c.epub"):
        evenhand.good("export", path, evenhand.folder / out)
        words = words_of(evenhand.folder / out) or (evenhand.folder / out).read_text()
        assert "Bravo" not in words and "Charlie" not in words, out


def tables():
    path = sample()
    for what in ("insights", "people", "groups", "workshops", "categories", "resources"):
        table, objects = evenhand.folder / f"{what}.csv", evenhand.folder / f"{what}.json"
        evenhand.good("export", path, table, "--what", what)
        evenhand.good("export", path, objects, "--what", what)
        assert table.read_bytes().startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
        told = json.loads(objects.read_text(encoding="utf-8"))
        assert len(rows) == len(told) > 0, what
        assert list(rows[0]) == list(told[0]), what


def no_formulas():
    path = evenhand.new("formula.evenhand")
    people = evenhand.write("people.csv", "name,credit,consent\nEve,named,named\n")
    said = evenhand.write("said.csv", 'text,person\n"=HYPERLINK(""x"")",Eve\n-5,Eve\n@cmd,Eve\n')
    evenhand.good("import", path, people, "--as", "people")
    evenhand.good("import", path, said, "--as", "insights")
    out = evenhand.folder / "formula.csv"
    evenhand.good("export", path, out)
    texts = {row["text"] for row in csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig")))}
    assert texts == {"'=HYPERLINK(\"x\")", "-5", "'@cmd"}, texts


def refused():
    path = sample()
    for words in (["out.doc"], ["out.mobi"], ["out"], ["out.odt", "--template", "T99"],
                  ["out.odt", "--what", "people"], ["out.csv", "--what", "dragons"],
                  ["out.csv", "--template", "T1"], []):
        evenhand.bad("export", path, *words, status=2)
    for out in ("no/such/folder/out.odt", "no/such/folder/out.csv"):
        evenhand.bad("export", path, out)
    folder = evenhand.folder / "folder.odt"
    folder.mkdir(exist_ok=True)
    evenhand.bad("export", path, folder)
    assert not list(evenhand.folder.glob("out*"))


def old_file_survives():
    """What cannot be written leaves what was there, and nothing beside it."""
    if os.geteuid() == 0:
        return
    folder = evenhand.folder / "locked"
    folder.mkdir()
    (folder / "out.odt").write_text("old")
    (folder / "out.odt").chmod(0o400)
    folder.chmod(0o500)
    evenhand.bad("export", sample(), folder / "out.odt")
    folder.chmod(0o700)
    assert (folder / "out.odt").read_text() == "old" and len(list(folder.iterdir())) == 1


def polis_to_document():
    """The line of the story: a conversation, its balance, a document."""
    path = evenhand.new("polis.evenhand")
    evenhand.write("talk/comments.csv", "timestamp,datetime,comment-id,author-id,agrees,disagrees,"
                   "moderated,comment-body\n" + "".join(
                       f"152500000{number:04},x,{number},{number % 7},1,0,1,Statement {number}\n"
                       for number in range(40)))
    evenhand.good("import", path, evenhand.folder / "talk", "--as", "polis")
    told = evenhand.good("report", path, "balance", "--json").json
    assert (told["insights"], told["people"]) == (40, 7), told
    for end in FORMATS:
        evenhand.good("export", path, evenhand.folder / f"polis{end}")


def history_is_kept():
    path = evenhand.new("kept.evenhand")
    source = evenhand.write("said.csv", "text\nOne\n")
    generation = lambda: sqlite3.connect(path).execute("SELECT generation FROM copy").fetchone()[0]
    before = generation()
    evenhand.good("import", path, source)
    assert generation() != before, "a window elsewhere would not see that the file has changed"
    steps = evenhand.good("history", path, "--json").json
    assert [each["label"] for each in steps] == ["Imported said.csv"] and steps[0]["rows"] == 1
    assert set(steps[0]) == {"step", "label", "time", "device", "author", "rows", "state"}


def main():
    tap = Tap()
    tap.run("the sample's guidance in every format", every_format)
    tap.run("every kind of document", every_document)
    tap.run("two pages of a summary, and room to write on paper", room_on_paper)
    tap.run("a document of a project without guidance", without_guidance)
    tap.run("a document of an empty project", empty_project)
    tap.run("nobody is named who chose not to be", nobody_is_named_against_their_wish)
    tap.run("words that may not be used are nowhere", withheld_words)
    tap.run("tables, alike in both formats", tables)
    tap.run("no cell is a formula", no_formulas)
    tap.run("what cannot be exported", refused)
    tap.run("an old file survives a failure", old_file_survives)
    tap.run("from a conversation to a document", polis_to_document)
    tap.run("a change is in the history, and other computers can tell", history_is_kept)
    tap.finish()


if __name__ == "__main__":
    main()
