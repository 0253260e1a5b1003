#!/usr/bin/python3
"""A person withdraws, from the command line: what is listed before, and what is done then.
Usage: test_withdraw.py COMMAND"""

import sqlite3

from command import start
from tap import Tap

WORDS = "Zanzibar's marmalade, quokka trombone hydrangea gooseberry marzipan xylophone okapi"
COPIED = "As was said: “ZANZIBAR’S marmalade – quokka trombone hydrangea … marzipan xylophone okapi”."
MARK = "okapi"

evenhand = start()


def sample(name="sample.evenhand"):
    path = evenhand.folder / name
    path.unlink(missing_ok=True)
    evenhand.good("new", path, "--sample")
    return path


def has(path, word=MARK):
    return word.encode() in path.read_bytes().lower()


def copied_project():
    """A sample project in which one person's words stand in a paragraph and a note."""
    path = sample()
    source = evenhand.write("said.csv", f'text,person\n"{WORDS}",Quillon Vexworth\n')
    evenhand.good("import", path, source, "--as", "insights", "--json")
    with sqlite3.connect(path) as project:
        block, = project.execute("SELECT id FROM block WHERE kind = 'paragraph' LIMIT 1").fetchone()
        project.execute("UPDATE block SET text = ? WHERE id = ?", (COPIED, block))
        project.execute("UPDATE workshop SET aim = ?", (COPIED,))
    project.close()
    return path, block


def rehearsal():
    path, block = copied_project()
    before = path.read_bytes()
    result = evenhand.good("withdraw", path, "quillon  VEXWORTH", "--scope", "everything",
                           "--dry-run", "--json").json
    assert path.read_bytes() == before
    assert result["insights_erased"] == 1, result
    places = {(place["of"], place["field"]): place for place in result["places"]}
    assert places["block", "text"]["id"] == f"{block:x}" and places["block", "text"]["taken_out"], places
    assert places["workshop", "aim"]["number"] > places["block", "text"]["number"], places
    text = evenhand.good("withdraw", path, "Quillon Vexworth", "--scope", "everything",
                         "--dry-run").out
    assert text.startswith("Nothing was changed") , text
    assert "1. Guidance: Paragraph, taken out: “ZANZIBAR’S marmalade" in text, text
    name = evenhand.good("withdraw", path, "Quillon Vexworth", "--scope", "name", "--dry-run",
                         "--json").json
    assert not name["places"] and name["insights_unnamed"] == 1, name


def done():
    path, block = copied_project()
    evenhand.good("withdraw", path, "Quillon Vexworth", "--scope", "everything", "--json")
    assert not has(path) and not has(path, "vexworth")
    blocks = {each["id"]: each for each in evenhand.good("list", path, "guidance", "--json").json}
    assert evenhand.good("check", path, "--json").json
    with sqlite3.connect(path) as project:
        text, flag = project.execute("SELECT text, flag FROM block WHERE id = ?",
                                     (block,)).fetchone()
    project.close()
    assert text == "As was said: [words taken out at the person’s wish]." and flag, (text, flag)
    assert blocks
    evenhand.bad("withdraw", path, "Quillon Vexworth", "--scope", "everything")


def kept():
    path, block = copied_project()
    evenhand.good("withdraw", path, "Quillon Vexworth", "--scope", "everything", "--keep", "1")
    with sqlite3.connect(path) as project:
        text, = project.execute("SELECT text FROM block WHERE id = ?", (block,)).fetchone()
        aims = project.execute("SELECT aim FROM workshop").fetchall()
    project.close()
    assert text == COPIED, text
    assert all("okapi" not in aim for aim, in aims), aims


def refused():
    path, _ = copied_project()
    evenhand.bad("withdraw", path, "Nobody At All", "--scope", "name")
    evenhand.bad("withdraw", path, "Quillon Vexworth", status=2)
    evenhand.bad("withdraw", path, "Quillon Vexworth", "--scope", "all", status=2)
    evenhand.bad("withdraw", path, "Quillon Vexworth", "--scope", "everything", "--keep", "9")
    assert has(path)


def main():
    tap = Tap()
    tap.step("a rehearsal lists each passage and changes nothing", rehearsal)
    tap.step("a withdrawal takes the words out of every text", done)
    tap.step("what is to be kept is kept", kept)
    tap.step("what cannot be is said in a line", refused)
    tap.finish()


if __name__ == "__main__":
    main()
