#!/usr/bin/python3
"""The measures as numbers, exact for the team and through the gate for others.
Usage: test_report.py COMMAND"""

import json
import math
import re
import shutil
import sqlite3
import subprocess
from xml.etree import ElementTree

from command import start
from tap import Tap

evenhand = start()

FEW = "fewer than 5"
FIGURES = {"people", "insights", "carried", "room_share", "voice_share", "carry_share",
           "voice_ratio", "carry_ratio", "silent", "voice_low", "voice_high"}


def room(name, groups, unnamed=0):
    """A project with these people: {group: [insights of each person]}, in one workshop."""
    path = evenhand.new(name)
    people = "name,group,workshops\n" + "".join(
        f'"{group} {number}","{group}",W\n'
        for group, each in groups.items() for number, _ in enumerate(each))
    said = "text,person,workshop\n" + "".join(
        f'"{group} {number} says {word}","{group} {number}",W\n'
        for group, each in groups.items() for number, words in enumerate(each)
        for word in range(words))
    said += "".join(f"Somebody says {word},,W\n" for word in range(unnamed))
    evenhand.good("import", path, evenhand.write("people.csv", people), "--as", "people")
    evenhand.good("import", path, evenhand.write("said.csv", said), "--as", "insights")
    return path


def worked_example():
    """Room 12, 3 and 7; insights 21, 9 and 28, and 4 of nobody known."""
    path = room("worked.evenhand", {
        "Public contributors": [2] * 9 + [3, 0, 0], "Health, care and community staff": [3, 3, 3],
        "Researchers": [4] * 7}, unnamed=4)
    told = evenhand.good("report", path, "balance", "--json").json
    assert set(told) == {"people", "insights", "unattributed", "recommendations", "untraced", "gini",
                         "groups"}
    assert (told["people"], told["insights"], told["unattributed"]) == (22, 58, 4), told
    assert (told["recommendations"], told["untraced"]) == (0, 0)
    values = sorted([2] * 9 + [3, 0, 0] + [3] * 3 + [4] * 7)
    gini = sum(abs(a - b) for a in values for b in values) / (2 * 22 * 58)
    assert math.isclose(told["gini"], gini), (told["gini"], gini)
    groups = {each["id"]: each for each in told["groups"]}
    assert all(set(each) == FIGURES | {"id", "label"} for each in told["groups"])
    public = groups["public"]
    assert (public["people"], public["insights"], public["silent"]) == (12, 21, 2), public
    for name, wanted in (("room_share", 0.5455), ("voice_share", 0.3621), ("voice_ratio", 0.6638),
                         ("voice_low", 0.3387), ("voice_high", 0.4032)):
        assert abs(public[name] - wanted) < 0.00005, (name, public[name])
    assert public["carry_share"] is None and public["carry_ratio"] is None
    out = evenhand.good("report", path, "balance", "--json").out
    assert re.search(r'"people": 22,', out) and ".0," not in out, "whole numbers have no point"
    assert evenhand.good("report", path, "balance", "--json").out == out, "the same each time"


def through_the_gate():
    path = room("gate.evenhand", {
        "Public contributors": [1] * 12, "Health, care and community staff": [1, 2],
        "Researchers": [1] * 9})
    told = evenhand.good("report", path, "balance", "--public", "--json").json
    text = json.dumps(told)
    shown = {each["label"]: each["people"] for each in told["groups"]}
    assert 2 not in shown.values(), shown
    assert shown.get("Health, care and community staff", FEW) == FEW, shown
    known = [value for value in shown.values() if isinstance(value, (int, float))]
    if isinstance(told["people"], (int, float)):
        hidden = told["people"] - sum(known)
        assert hidden == 0 or hidden >= 5, f"subtraction tells who: {shown}"
    exact = evenhand.good("report", path, "balance", "--json").json
    assert 2 in {each["people"] for each in exact["groups"]}
    assert FEW not in json.dumps(exact)
    cells = evenhand.good("report", path, "map", "--public", "--json").json["cells"]
    assert all(cell["count"] == FEW or cell["count"] is None or cell["count"] == 0
               or cell["count"] >= 5 for cell in cells), cells
    assert text.isascii()


def one_workshop():
    path = evenhand.new("two.evenhand")
    said = evenhand.write("said.csv", "text,person,group,workshop\nOne,A,Public contributors,First\n"
                          "Two,A,Public contributors,Second\nThree,B,Researchers,Second\n")
    evenhand.good("import", path, said)
    of = lambda *words: evenhand.good("report", path, "balance", "--json", *words).json["insights"]
    assert (of(), of("--workshop", "first"), of("--workshop", "Second")) == (3, 1, 2)
    key = evenhand.good("list", path, "workshops", "--json").json[0]["id"]
    assert of("--workshop", key) in (1, 2)
    evenhand.bad("report", path, "balance", "--workshop", "Third")


def map_of():
    path = evenhand.new("map.evenhand")
    top, below = [each for each in evenhand.good("list", path, "categories", "--json").json
                  if each["id"].startswith("hier")][:2]
    said = evenhand.write("said.csv", "text,person,group,categories\n"
                          f"One,A,Public contributors,{below['id']}\nTwo,A,Public contributors,\n"
                          f"Three,B,Researchers,{below['label']}\n")
    evenhand.good("import", path, said)
    told = evenhand.good("report", path, "map", "--json").json
    assert set(told) == {"rows", "columns", "cells"}
    assert all(set(cell) == {"row", "column", "count", "emphasis"} for cell in told["cells"])
    assert len(told["cells"]) == len(told["rows"]) * len(told["columns"])
    counts = {(cell["row"], cell["column"]): cell["count"] for cell in told["cells"]}
    assert counts[("Public contributors", top["label"])] == 1, counts
    assert counts[("Researchers", top["label"])] == 1, counts
    assert sum(counts.values()) == 3
    other = evenhand.good("report", path, "map", "--rows", "workshop", "--columns", "kind",
                          "--json").json
    assert sum(cell["count"] for cell in other["cells"]) == 3, other
    evenhand.bad("report", path, "map", "--rows", "dragon", status=2)
    evenhand.bad("report", path, "balance", "--rows", "kind", status=2)
    evenhand.bad("report", path, "score", status=2)


def looked_through():
    """Filters and another framework, in the report and on the chart that leaves."""
    path = evenhand.new("lens.evenhand")
    said = evenhand.write("said.csv", "text,person,group,kind,categories\n"
                          "One,A,Public contributors,barrier,hier.agenda\n"
                          "Two,A,Public contributors,idea,know.jargon\n"
                          "Three,B,Researchers,barrier,hier.agenda\n")
    evenhand.good("import", path, said)
    def total(*words):
        cells = evenhand.good("report", path, "map", "--json", *words).json["cells"]
        return sum(cell["count"] for cell in cells)
    assert total() == 3
    assert total("--kind", "barrier") == 2
    assert total("--kind", "barrier", "--group", "researchers") == 1
    assert total("--category", "know") == 1
    assert total("--lens", "power-inequality") == 3
    evenhand.bad("report", path, "map", "--lens", "dragon")
    evenhand.bad("report", path, "map", "--category", "dragon")
    evenhand.bad("report", path, "map", "--kind", "dragon", status=2)
    evenhand.bad("report", path, "map", "--rows", "category", "--columns",
                 "category:power-inequality")
    evenhand.good("chart", path, "map", evenhand.folder / "part.svg", "--kind", "barrier",
                  "--category", "hier")
    svg = (evenhand.folder / "part.svg").read_text()
    assert "got in the way" in svg and "Hierarchies" in svg, "a part says of what it is a part"


def flow():
    path = evenhand.folder / "flow.evenhand"
    evenhand.good("new", path, "--sample")
    told = evenhand.good("report", path, "flow", "--json").json
    assert set(told) == {"insights", "unused", "untraced", "groups", "categories",
                         "recommendations", "given", "used"}, told
    assert math.isclose(sum(each["insights"] for each in told["given"]), told["insights"])
    assert math.isclose(sum(each["insights"] for each in told["used"]), told["insights"])
    assert sum(each["untraced"] for each in told["recommendations"]) == told["untraced"] > 0
    unused = sum(each["insights"] for each in told["used"] if each["recommendation"] == "unused")
    assert math.isclose(unused, told["unused"]), told
    shared = evenhand.good("report", path, "flow", "--public", "--json").out
    assert FEW in shared
    assert "In no recommendation" in evenhand.good("report", path, "flow").out


def time_and_stages():
    path = evenhand.folder / "time.evenhand"
    evenhand.good("new", path, "--sample")
    told = evenhand.good("report", path, "time", "--workshop",
                         "Workshop 1: What gets in the way, and what helps", "--json").json
    assert sum(each["insights"] for each in told["times"]) + told["untimed"] == told["insights"]
    assert told["activities"][0]["start"] == 0 and told["times"][0]["from"] == "13:00", told
    stages = evenhand.good("report", path, "stages", "--json").json["stages"]
    assert [each["id"] for each in stages if each["workshop"]] == ["agenda", "sense"], stages
    assert stages[0]["groups"]["public"] == 11, stages
    public = evenhand.good("report", path, "stages", "--public", "--json").json["stages"]
    assert public[0]["groups"]["practice"] == public[0]["groups"]["research"] == FEW, public
    for report in ("time", "stages"):
        assert "Notes are not speech" in evenhand.good("report", path, report).out


def people():
    """For those who run the workshop, and nobody else."""
    path = room("people.evenhand", {"Public contributors": [2] * 8 + [0], "Researchers": [1] * 8})
    told = evenhand.good("report", path, "people", "--json").json
    assert len(told["people"]) == 17 and told["silent"] == 1, told
    assert sorted(each["insights"] for each in told["people"]) == [0] + [1] * 8 + [2] * 8
    assert all(set(each) == {"id", "name", "group", "insights", "turns"} for each in told["people"])
    evenhand.bad("report", path, "people", "--public")
    evenhand.bad("chart", path, "people", evenhand.folder / "people.svg", status=2)
    assert "1 of 9 people gave no insight" in evenhand.good("report", path, "people").out


def empty():
    path = evenhand.new("empty.evenhand")
    told = evenhand.good("report", path, "balance", "--json").json
    assert (told["people"], told["insights"], told["gini"]) == (0, 0, None), told
    assert all(group["room_share"] is None for group in told["groups"])
    evenhand.good("report", path, "map", "--json")
    for words in (["balance"], ["map"], ["balance", "--public"], ["map", "--public"],
                  ["flow"], ["flow", "--public"],
                  ["time"], ["time", "--public"], ["stages"], ["stages", "--public"], ["people"],
                  ["agreement"], ["agreement", "--public"],
                  ["hours"], ["hours", "--public"]):
        assert evenhand.good("report", path, *words).out


def as_text():
    path = room("text.evenhand", {"Public contributors": [2] * 8, "Researchers": [1] * 8})
    out = evenhand.good("report", path, "balance").out
    assert "Public contributors" in out and "16" in out, out
    assert "Notes are not speech" in out, "the caveats stand beside the numbers"
    assert "\u2068" not in out


def charts():
    path = room("chart.evenhand", {"Public contributors": [2] * 8, "Researchers": [1] * 8})
    for chart in ("balance", "map", "flow", "time", "stages", "agreement", "hours"):
        for end, begins in ((".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")):
            out = evenhand.folder / f"{chart}{end}"
            evenhand.good("chart", path, chart, out, "--dark", "--size", "640x480")
            assert out.read_bytes().startswith(begins), out
    svg = (evenhand.folder / "balance.svg").read_text()
    root = ElementTree.fromstring(svg)
    name = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img" and root.get("width") == "640"
    assert root[0].tag == name + "title" and root[0].text == "Voice balance"
    assert root[1].tag == name + "desc" and "Public contributors" in root[1].text
    ids = [part.get("id") for part in root.iter() if part.get("id")]
    assert len(ids) == len(set(ids)), "an id is used twice"
    assert root.find(f".//{name}image") is None, "a bitmap in a drawing"
    before = (evenhand.folder / "balance.svg").read_bytes()
    evenhand.good("chart", path, "balance", evenhand.folder / "balance.svg")
    assert (evenhand.folder / "balance.svg").read_bytes() != before, "dark and light are alike"


def charts_to_read():
    """The numbers as a table, and a PDF whose figure says what it shows, in its language."""
    path = evenhand.folder / "read.evenhand"
    evenhand.good("new", path, "--sample")
    evenhand.good("chart", path, "map", evenhand.folder / "map.csv")
    table = (evenhand.folder / "map.csv").read_text(encoding="utf-8-sig")
    assert "Public contributors" in table and FEW in table, table
    evenhand.good("chart", path, "map", evenhand.folder / "map.pdf")
    if shutil.which("pdfinfo"):
        def told(*words):
            return subprocess.run(["pdfinfo", *words, str(evenhand.folder / "map.pdf")], check=True,
                                  capture_output=True, text=True).stdout
        assert re.search(r"Tagged: +yes", told()), told()
        assert "Figure" in told("-struct"), told("-struct")
    if shutil.which("qpdf"):
        text = subprocess.run(["qpdf", "--qdf", "--object-streams=disable",
                               str(evenhand.folder / "map.pdf"), "-"], check=True,
                              capture_output=True).stdout
        assert b"/Alt" in text and b"/Lang" in text


def wrong_charts():
    path = evenhand.new("wrong.evenhand")
    for words in (["balance", "out.txt"], ["balance", "out"], ["dragon", "out.svg"], ["balance"],
                  ["balance", "out.svg", "--size", "10x10"], ["balance", "out.svg", "--size", "big"],
                  ["balance", "out.svg", "--size", "99999x99999"],
                  ["balance", "out.svg", "--lang", "../../etc"],
                  ["map", "out.svg", "--rows", "dragon"]):
        evenhand.bad("chart", path, *words, status=2)
    evenhand.bad("chart", path, "balance", "out.svg", "--workshop", "none")
    evenhand.bad("chart", path, "balance", "no/such/folder/out.svg")
    assert not (evenhand.folder / "out.svg").exists()


def check():
    path = room("check.evenhand", {"Public contributors": [1] * 3}, unnamed=2)
    told = evenhand.good("check", path, "--json").json
    assert told["ok"] is True and told["problems"] == 0, told
    found = told["findings"]
    assert all(set(one) == {"id", "severity", "message", "table", "row", "label"} for one in found)
    assert {one["severity"] for one in found} <= {"problem", "look", "fact"}
    missing = [one for one in found if one["id"] == "consent.missing"]
    assert len(missing) == 3 and all(one["table"] == "participant" for one in missing), missing
    people = {one["id"] for one in evenhand.good("list", path, "people", "--json").json}
    assert {one["row"] for one in missing} == people
    assert (told["consent"]["people"], told["consent"]["not_asked"]) == (3, 3), told
    assert told["evidence"]["insights_unnamed"] == 2, told
    assert "sound" in evenhand.good("check", path).out


def delete_overdue():
    """What is past its date is reported, and goes only when that is asked for."""
    path = room("needs.evenhand", {"Public contributors": [1] * 2})
    db = sqlite3.connect(path)
    person = db.execute("SELECT id FROM participant").fetchone()[0]
    db.execute("INSERT INTO access_need (id, participant_id, kind, delete_after) VALUES (5, ?,"
               " 'quixotic trampoline', '2020-02-01')", (person,))
    db.commit()
    db.close()
    before = path.read_bytes()
    told = evenhand.good("check", path, "--json").json
    assert [one["row"] for one in told["findings"] if one["id"] == "deletion.overdue"], told
    assert path.read_bytes() == before
    result = evenhand("check", path, "--delete-overdue", "--json")
    assert result.status == 0 and "1 access need" in result.err, result
    assert not [one for one in result.json["findings"] if one["id"] == "deletion.overdue"]
    assert b"quixotic trampoline" not in path.read_bytes()
    assert "date had passed" in evenhand.good("history", path).out


def index_that_disagrees():
    """An index that holds other words: the file is not sound, and the status says so."""
    path = room("index.evenhand", {"Public contributors": [1] * 2})
    db = sqlite3.connect(path)
    db.execute("UPDATE insight_words_data SET block = zeroblob (length (block)) WHERE id > 10")
    db.commit()
    db.close()
    result = evenhand("check", path, "--json")
    assert result.status == 1 and "evenhand recover" in result.err, result
    # From 3.44 SQLite looks at this index too when the file is opened.
    assert result.json["ok"] is False
    assert result.json["findings"][0]["id"] in ("file.damaged", "file.unreadable"), result.json


def links_no_gtk():
    needs = subprocess.run(["ldd", evenhand.program], check=True, capture_output=True,
                           text=True).stdout
    assert not re.search(r"libgtk|libadwaita", needs), needs


def main():
    tap = Tap()
    tap.run("the worked example, exact", worked_example)
    tap.run("small numbers are protected where others read them", through_the_gate)
    tap.run("one workshop alone", one_workshop)
    tap.run("the map and its axes", map_of)
    tap.run("filters and another framework are heeded, and said", looked_through)
    tap.run("an empty project has nothing to say, and says so", empty)
    tap.run("for people: a table, sentences and caveats", as_text)
    tap.run("flow", flow)
    tap.run("when things were said, and how early people were let in", time_and_stages)
    tap.run("what each person gave stays with those who run the workshop", people)
    tap.run("charts in every format", charts)
    tap.run("charts as numbers, and as PDF that is read aloud", charts_to_read)
    tap.run("charts that cannot be", wrong_charts)
    tap.run("a check counts what waits", check)
    tap.run("what is past its date is told, and deleted when asked", delete_overdue)
    tap.run("an index that disagrees is told", index_that_disagrees)
    tap.run("no GTK is loaded", links_no_gtk)
    tap.finish()


if __name__ == "__main__":
    main()
