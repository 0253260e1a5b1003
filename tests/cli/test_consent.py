#!/usr/bin/python3
"""Somebody who may be quoted by name lowers that to a summary in other words: from then on nothing
that the program writes for others holds their words, wherever the team has copied them.
Usage: test_consent.py COMMAND"""

import re
import shutil
import sqlite3
import subprocess
import zipfile

from command import start
from tap import Tap

WORDS = "Zanzibar's marmalade, quokka trombone hydrangea gooseberry marzipan xylophone okapi"
COPIED = "As was said: “ZANZIBAR’S marmalade – quokka trombone hydrangea … marzipan xylophone okapi”."
MARK = "okapi"

evenhand = start()


def read_back(path):
    """What a file says, as far as it is text or an archive of text."""
    data = path.read_bytes()
    if data[:2] == b"PK":
        with zipfile.ZipFile(path) as archive:
            data = b"".join(archive.read(name) for name in archive.namelist())
    elif data[:4] == b"%PDF":
        data = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=False).stdout
    return re.sub(r"<[^>]*>|\s+", " ", data.decode("utf-8", "replace")).lower()


def escaped(words):
    """As a template keeps words: bytes beyond ASCII in octal digits."""
    return "".join(chr(byte) if byte < 128 else f"\\{byte:o}" for byte in words.encode())


def every_exit(project):
    """All that the program writes for others, by name."""
    told = {}
    out = evenhand.folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    for number in range(1, 19):
        for kind in ("md", "html"):
            evenhand("export", project, out / f"T{number}.{kind}", "--template", f"T{number}")
    evenhand("export", project, out / "own.md", "--template", "own:kept")
    for name in ("guide.docx", "guide.odt", "guide.epub", "guide.pdf", "words.csv", "words.json"):
        evenhand("export", project, out / name)
    for name in ("balance", "map", "flow", "time", "stages", "agreement", "hours"):
        evenhand("chart", project, out / f"{name}.svg")
        told[f"report {name}"] = evenhand("report", project, name, "--public", "--json").out.lower()
    evenhand("chart", project, out / "lines.svg", "--rows", "group", "--columns", "recommendation")
    evenhand("letters", project, out / "letters", "--format", "html")
    for name in ("slips", "prompts", "tents", "sign-in", "consent", "run-sheet", "agenda"):
        evenhand("print", project, name, out / f"{name}.pdf", "--count", "2")
    evenhand("publish", project, out / "sent.html")
    for path in out.rglob("*"):
        if path.is_file():
            told[str(path.relative_to(out))] = read_back(path)
    return told


def lowered():
    """A quotation by name, and copies of it: then they may be told in other words alone."""
    path = evenhand.folder / "lowered.evenhand"
    evenhand.good("new", path, "--sample")
    source = evenhand.write("said.csv", f'text,person\n"{WORDS}",Quillon Vexworth\n')
    people = evenhand.write("people.csv", "name,group,credit,consent\nQuillon Vexworth,Public "
                            "contributors,named,named\n")
    evenhand.good("import", path, people, "--as", "people", "--json")
    evenhand.good("import", path, source, "--as", "insights", "--json")
    with sqlite3.connect(path) as project:
        person, = project.execute("SELECT id FROM participant WHERE name LIKE 'Quillon%'").fetchone()
        said, = project.execute("SELECT insight_id FROM contributor WHERE participant_id = ?",
                                (person,)).fetchone()
        project.execute("UPDATE consent SET quote = 'named', take_part = 'yes', notes = 'yes',"
                        " show_first = 0 WHERE id = ?", (person,))
        blocks = project.execute("SELECT id FROM block WHERE kind IN ('paragraph',"
                                 " 'recommendation', 'callout')").fetchall()
        for block, in blocks:
            project.execute("UPDATE block SET text = ?, detail = ? WHERE id = ?",
                            (COPIED, WORDS, block))
        project.execute("UPDATE block SET insight_id = ?, text = ? WHERE kind = 'quotation'",
                        (said, WORDS))
        project.execute("UPDATE promise SET text = ?, participant_id = NULL", (COPIED,))
        project.execute("UPDATE workshop SET aim = ?, access_notes = ?", (COPIED, COPIED))
        project.execute("UPDATE activity SET title = ?, prompt = ?", (COPIED, COPIED))
        project.execute("UPDATE ground_rule SET text = ?", (COPIED,))
        project.execute("INSERT INTO team_template (id, name, structure) VALUES (77, 'kept', ?)",
                        (f"paragraph\t0\t\t{escaped(COPIED)}\n",))
    project.close()
    before = every_exit(path)
    assert MARK in before["own.md"], before["own.md"]
    assert len([name for name, words in before.items() if MARK in words]) > 20, sorted(before)
    with sqlite3.connect(path) as project:
        project.execute("UPDATE consent SET quote = 'paraphrase' WHERE id = ?", (person,))
    project.close()
    after = every_exit(path)
    assert len(after) >= len(before) - 1, set(before) - set(after)
    own = [name for name in after if "quillon" in name.lower()]
    leaks = [name for name, words in after.items() if MARK in words and name not in own]
    assert not leaks, leaks


def main():
    tap = Tap()
    tap.step("no way out quotes somebody whose consent was lowered", lowered)
    tap.finish()


if __name__ == "__main__":
    main()
