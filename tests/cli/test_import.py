#!/usr/bin/python3
"""Taking in people and insights: every table that people really have, all or nothing.
Usage: test_import.py COMMAND"""

import sqlite3
import subprocess
import time

from command import start
from tap import Tap

evenhand = start()

PEOPLE = """name,group,role,organisation,pseudonym,credit,consent,biography,workshops
Asha Mensah,Public contributors,carer,,Robin,pseudonym,yes,Looks after her son.,Workshop 1;Workshop 2
Ben Okafor,staff,nurse,St Anne's,,named,yes,,Workshop 1
Carys Jones,Researchers,,,,,,,
"""
INSIGHTS = """text,person,group,workshop,activity,kind,time,categories
The agenda was set before we met.,Asha Mensah,,Workshop 1,Round 1,barrier,2025-12-05 14:31,hier.agenda
"We need ""plain"" words,
and time.",Asha Mensah;Ben Okafor,,Workshop 1,Round 1,idea,2025-12-05 14:35,know.jargon; hier.agenda
Nobody wrote it down.,,Public contributors,Workshop 1,,,,
It felt like a test.,,,,,story,,
"""


def holds(path):
    """All that a project says, to compare before and after."""
    db = sqlite3.connect(path)
    rows = {name: db.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
            for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                    " AND name NOT LIKE 'insight_words%'")}
    db.close()
    return rows


def known_categories(path, count):
    """Keys of sub-categories of the default framework."""
    return [each["id"] for each in evenhand.good("list", path, "categories", "--json").json
            if each["parent"]][:count]


def counts(people=0, insights=0, workshops=0, skipped=0, resources=0):
    """What a summary is expected to say, without its warnings."""
    return {"people": people, "insights": insights, "workshops": workshops, "skipped": skipped,
            "resources": resources}


def summary(result):
    """What a summary says, without its warnings, whose shape is checked."""
    told = result.json
    for warning in told.pop("warnings"):
        assert set(warning) == {"line", "message"}, warning
        assert isinstance(warning["line"], int) and warning["message"], warning
    return told


def people_and_insights():
    path = evenhand.new()
    people = evenhand.write("people.csv", PEOPLE)
    one, two = known_categories(path, 2)
    words = INSIGHTS.replace("hier.agenda", one).replace("know.jargon", two)
    insights = evenhand.write("insights.csv", words)
    assert summary(evenhand.good("import", path, people, "--as", "people", "--json")) == counts(
        people=3, workshops=2)
    assert summary(evenhand.good("import", path, insights, "--as", "insights", "--json")) == counts(
        insights=4)

    listed = {each["name"]: each for each in evenhand.good("list", path, "people", "--json").json}
    asha = listed["Asha Mensah"]
    assert (asha["role"], asha["pseudonym"], asha["credit"], asha["consent"]) == (
        "carer", "Robin", "pseudonym", "yes"), asha
    assert asha["group"] == "Public contributors" and asha["insights"] == 2
    assert listed["Carys Jones"]["consent"] == "unknown" and listed["Carys Jones"]["credit"] == "ask"

    said = {each["text"]: each for each in evenhand.good("list", path, "insights", "--json").json}
    assert set(said["It felt like a test."]) == {
        "id", "text", "kind", "workshop", "people", "group", "categories", "time"}
    shared = said['We need "plain" words,\nand time.']
    assert shared["people"] == ["Asha Mensah", "Ben Okafor"] and shared["kind"] == "idea"
    assert shared["categories"] == sorted([one, two])
    assert shared["time"].startswith("2025-12-05T14:35"), shared
    group_alone = said["Nobody wrote it down."]
    assert group_alone["people"] == [] and group_alone["group"] == "Public contributors"
    assert said["It felt like a test."]["group"] is None
    assert said["It felt like a test."]["workshop"] is None

    workshops = evenhand.good("list", path, "workshops", "--json").json
    assert [(each["title"], each["people"]) for each in workshops] == [
        ("Workshop 1", 2), ("Workshop 2", 1)], workshops
    steps = evenhand.good("history", path, "--json").json
    assert [each["label"] for each in steps] == ["Imported insights.csv", "Imported people.csv"]


WISHES = """name,contact,keep in touch,Greeting,Letter format,Preferred language,Large print
Asha Mensah,post,about this,Dear Mrs Mensah,print,Welsh,yes
Ben Okafor,ben@example.org,yes,,Word,cy-GB,no
Carys Jones,07700 900123,no,,large print,Polski,
Dai Evans,carrier pigeon,perhaps,,papyrus,Elvish,enormous
Eve Hill,,,,,,20 pt
Fay Ito,,,,,,
"""


def wishes():
    """How people want their letters comes with them, and what is not understood is said and left."""
    path = evenhand.new()
    told = evenhand.good("import", path, evenhand.write("wishes.csv", WISHES), "--as", "people",
                         "--json").json
    assert told["people"] == 6, told
    listed = {each["name"]: each for each in evenhand.good("list", path, "people", "--json").json}
    keys = ("contact", "keep_in_touch", "greeting", "letter_format", "letter_language", "large_print")
    wanted = {
        "Asha Mensah": ("post", "about_this", "Dear Mrs Mensah", "print", "cy", True),
        "Ben Okafor": ("email", "about_this", None, "docx", "cy", False),
        "Carys Jones": ("phone", "none", None, "print", "pl", True),
        "Dai Evans": ("unknown", "unknown", None, "unknown", None, False),
        "Eve Hill": ("unknown", "unknown", None, "unknown", None, True),
        "Fay Ito": ("unknown", "unknown", None, "unknown", None, False),
    }
    for name, values in wanted.items():
        assert tuple(listed[name][key] for key in keys) == values, (name, listed[name])
    said = [(each["line"], each["message"]) for each in told["warnings"]]
    for words in ("carrier pigeon", "perhaps", "papyrus", "Elvish", "enormous"):
        assert any(line == 5 and words in message for line, message in said), (words, said)
    assert sum("address is not kept" in message for _, message in said) == 2, said
    # Nobody's address is in the file, and whoever wants no letter gets none.
    assert b"ben@example.org" not in path.read_bytes() and b"900123" not in path.read_bytes()
    made = evenhand.good("letters", path, evenhand.folder / "wishes", "--json").json
    assert [each["name"] for each in made["left_out"]] == ["Carys Jones"], made
    files = {each["name"]: each for each in made["letters"]}
    assert files["Asha Mensah"]["format"] == "pdf" and files["Asha Mensah"]["large"]
    assert files["Ben Okafor"]["format"] == "docx"


def twice_adds_nothing():
    path = evenhand.new()
    people = evenhand.write("people.csv", PEOPLE)
    insights = evenhand.write("insights.csv", "text,person\nOne,Asha Mensah\nTwo,Ben Okafor\n")
    told = summary(evenhand.good("import", path, people, insights, "--json"))
    assert told == counts(people=3, insights=2, workshops=2), told
    before = holds(path)
    told = summary(evenhand.good("import", path, people, insights, "--json"))
    assert told == counts(skipped=5), told
    assert holds(path) == before


def who_is_named_came():
    path = evenhand.new()
    insights = evenhand.write("insights.csv", "text,person,group,workshop\n"
                              "One,Dai,Public contributors,Spring\nTwo,Eve,Night staff,Spring\n")
    told = summary(evenhand.good("import", path, insights, "--json"))
    assert told == counts(people=2, insights=2, workshops=1), told
    assert evenhand.good("list", path, "workshops", "--json").json[0]["people"] == 2
    groups = {each["name"]: each["group"]
              for each in evenhand.good("list", path, "people", "--json").json}
    assert groups == {"Dai": "Public contributors", "Eve": "Night staff"}, groups


def defaults():
    path = evenhand.new()
    insights = evenhand.write("insights.csv", "text,person\nOne,Dai\n")
    evenhand.good("import", path, insights, "--group", "Neighbours", "--workshop", "Kitchen table")
    said = evenhand.good("list", path, "insights", "--json").json[0]
    assert (said["group"], said["workshop"]) == ("Neighbours", "Kitchen table"), said


def every_encoding():
    words = "name;role\r\nZoë Müller;\"carer\r\nand nurse\"\r\nŁukasz;chef’s mate\r\n"
    western = "name;role\r\nZoë Müller;\"carer\r\nand nurse\"\r\nLucas;chef’s mate\r\n"
    for name, encoded, last in (
            ("plain", words.encode(), "Łukasz"), ("bom", words.encode("utf-8-sig"), "Łukasz"),
            ("wide", words.encode("utf-16"), "Łukasz"),
            ("wide-be", b"\xfe\xff" + words.encode("utf-16-be"), "Łukasz"),
            ("western", western.encode("cp1252"), "Lucas"),
            ("tabs", words.replace(";", "\t").encode(), "Łukasz"),
            ("commas", words.replace(";", ",").encode(), "Łukasz"),
            ("old-mac", words.replace("\r\n", "\r").encode(), "Łukasz")):
        path = evenhand.new(f"{name}.evenhand")
        source = evenhand.write(f"{name}.csv", encoded)
        told = evenhand.good("import", path, source, "--as", "people")
        listed = evenhand.good("list", path, "people", "--json").json
        assert sorted(each["name"] for each in listed) == sorted(["Zoë Müller", last]), (name, listed)
        roles = {each["role"] for each in listed}
        assert roles == {"carer and nurse", "chef’s mate"}, (name, roles)
        if name == "western":
            assert "1252" in told.out, told


def columns():
    path = evenhand.new()
    source = evenhand.write("odd.csv", "Was sagte sie,Wer,Farbe\nEins,Dai,rot\nZwei\nDrei,Eve,blau,x\n")
    told = evenhand.good("import", path, source, "--as", "insights", "--map", "Was sagte sie=text",
                         "--map", "Wer=person", "--json").json
    assert (told["insights"], told["skipped"]) == (2, 1), told
    assert [each["line"] for each in told["warnings"]] == [1, 4], told["warnings"]
    people = {each["text"]: each["people"]
              for each in evenhand.good("list", path, "insights", "--json").json}
    assert people == {"Eins": ["Dai"], "Zwei": []}, people


def wrong_maps():
    path = evenhand.new()
    source = evenhand.write("people.csv", PEOPLE)
    before = holds(path)
    evenhand.bad("import", path, source, "--as", "people", "--map", "name", status=2)
    evenhand.bad("import", path, source, "--as", "people", "--map", "=name", status=2)
    evenhand.bad("import", path, source, "--as", "people", "--map", "shoe size=name")
    evenhand.bad("import", path, source, "--as", "people", "--map", "name=shoe size")
    evenhand.bad("import", path, source, "--as", "dragons", status=2)
    evenhand.bad("import", path, source, "--as", "qdpx", status=2)
    assert holds(path) == before


def all_or_nothing():
    path = evenhand.new()
    good = evenhand.write("people.csv", PEOPLE)
    evenhand.good("import", path, good, "--as", "people")
    before = holds(path)
    for bad in ("nowhere.csv", evenhand.write("empty.csv", ""), evenhand.folder,
                "/dev/zero", "/dev/null", path, evenhand.write("noise.csv", bytes(range(256)) * 40),
                evenhand.write("none.csv", "colour,size\nred,1\n"),
                evenhand.write("open.csv", 'text\n"never closed\nand so on\n')):
        told = evenhand.bad("import", path, evenhand.write("new.csv", "text\nA new one\n"), bad,
                            "--as", "insights")
        assert holds(path) == before, told


def killed():
    """A power cut in the middle: all of it is there, or nothing, and the project is sound."""
    people = 400
    source = evenhand.write("many.csv", "text,person,workshop\n" + "".join(
        f"Insight {number} about the agenda,Person {number % people},W\n" for number in range(8000)))
    for delay in (0.05, 0.12, 0.2, 0.35):
        path = evenhand.new("killed.evenhand")
        run = subprocess.Popen([evenhand.program, "import", path, source, "--as", "insights"],
                               env=evenhand.environment, stdout=subprocess.DEVNULL)
        time.sleep(delay)
        run.kill()
        run.wait()
        told = evenhand.good("check", path, "--json").json
        assert told["ok"] is True, told
        assert told["evidence"]["insights"] in (0, 8000), told
        assert told["consent"]["people"] in (0, people), told


def from_a_pipe():
    """Another program's output, as a shell hands it over."""
    path = evenhand.new()
    run = subprocess.run(["bash", "-c", '"$0" import "$1" <(printf "text\\nOne\\nTwo\\n") --as insights'
                          " --json", evenhand.program, path], env=evenhand.environment, check=True,
                         capture_output=True, text=True)
    assert '"insights": 2' in run.stdout, run


def dry_run():
    path = evenhand.new()
    people = evenhand.write("people.csv", PEOPLE)
    before = path.read_bytes()
    told = summary(evenhand.good("import", path, people, "--dry-run", "--json"))
    assert told == counts(people=3, workshops=2), told
    assert path.read_bytes() == before, "a rehearsal changed the file"
    text = evenhand.good("import", path, people, "--dry-run").out
    assert "3" in text and "Nothing was changed" in text, text


def duplicates():
    path = evenhand.new()
    people = evenhand.write("people.csv", "name,role\nDai,carer\ndai ,\nDai,carer\n,nobody\n")
    told = evenhand.good("import", path, people, "--as", "people", "--json").json
    assert told["people"] == 1 and told["skipped"] == 3, told
    assert 5 in {each["line"] for each in told["warnings"]}, told


def polis():
    folder = evenhand.folder / "talk"
    evenhand.write("talk/comments.csv", "timestamp,datetime,comment-id,author-id,agrees,disagrees,"
                   "moderated,comment-body\n"
                   "1525000000000,x,0,7,3,1,1,We need a footbridge.\n"
                   "1525000060000,x,1,8,1,3,-1,Buy my book!\n"
                   "1525000120000,x,2,7,2,2,0,\"And benches, too.\"\n")
    evenhand.write("talk/participants-votes.csv",
                   "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2\n"
                   "7,0,2,1,1,0,1,,\n8,1,1,3,1,2,1,-1,\n9,0,0,1,1,0,,1,\n")
    for source in (folder, folder / "comments.csv"):
        path = evenhand.new("polis.evenhand")
        told = evenhand.good("import", path, source, "--as", "polis", "--json").json
        assert told["insights"] == 2 and told["skipped"] == 1, told
        groups = {each["group"] for each in evenhand.good("list", path, "people", "--json").json}
        assert groups == {"Participants"}, groups
    path = evenhand.new("polis.evenhand")
    evenhand.good("import", path, folder, "--as", "polis", "--group", "Residents")
    groups = {each["group"] for each in evenhand.good("list", path, "people", "--json").json}
    assert groups == {"Residents"}, groups
    said = {each["text"]: each for each in evenhand.good("list", path, "insights", "--json").json}
    assert set(said) == {"We need a footbridge.", "And benches, too."}, said
    assert len(evenhand.good("list", path, "people", "--json").json) == 3


def search():
    path = evenhand.new()
    source = evenhand.write("insights.csv", "text,person\nThe café was cold.,Zoë Müller\n"
                            "Nobody asked carers.,Dai\nA carer's diary.,Dai\n")
    evenhand.good("import", path, source)
    found = lambda *words: [each["text"]
                            for each in evenhand.good("search", "--json", path, *words).json]
    assert found("cafe") == ["The café was cold."]
    assert set(found("car")) == {"Nobody asked carers.", "A carer's diary."}
    assert found("carer", "diary") == ["A carer's diary."]
    assert found("müller") == ["The café was cold."]
    assert len(found("car", "--limit", "1")) == 1
    for nothing in ("xyzzy", '"', "a OR b AND", "NEAR(", "*", "' OR 1=1 --", "%", "-"):
        assert found("--", nothing) == [], nothing


def publications():
    """What a reference manager gave, and back again in each format."""
    path = evenhand.new()
    ris = evenhand.write("list.ris", "TY  - JOUR\nTI  - Who Decides\nAU  - Tremain, Wen\n"
                         "PY  - 2019\nDO  - 10.1000/abc\nER  - \n")
    bib = evenhand.write("list.txt", "@book{x, title = {Who Pays}, author = {Penhaligon, Bron}}\n")
    assert summary(evenhand.good("import", path, ris, bib, "--json")) == counts(resources=2)
    assert summary(evenhand.good("import", path, ris, "--json", "--as", "resources")) == \
        counts(skipped=1)
    listed = {each["title"]: each for each in evenhand.good("list", path, "resources", "--json").json}
    assert listed["Who Decides"]["authors"] == "Tremain, Wen", listed["Who Decides"]
    other = evenhand.new("other.evenhand")
    for name in ("out.ris", "out.bib", "out.csl.json"):
        out = evenhand.folder / name
        evenhand.good("export", path, out)
        # The 55 that ship are known there.
        told = summary(evenhand.good("import", "--dry-run", other, out, "--json"))
        assert told == counts(resources=2, skipped=55), (name, told)
    before = holds(path)
    bad = evenhand.write("bad.bib", "@book{a, title = {Sound}}\n@book{b, title = {Not sound\n")
    said = evenhand.bad("import", path, bad).err
    assert "Line 2" in said and "bad.bib" in said, said
    assert holds(path) == before
    assert evenhand("export", path, "people.ris", "--what", "people").status == 2


def main():
    tap = Tap()
    tap.run("people and insights with all their columns", people_and_insights)
    tap.run("how people want their letters comes with them", wishes)
    tap.run("what is imported twice is there once", twice_adds_nothing)
    tap.run("unknown people, groups and workshops are made, and who is named came", who_is_named_came)
    tap.run("a group and a workshop for rows that name none", defaults)
    tap.run("UTF-8, UTF-16, Windows-1252, and every separator and line end", every_encoding)
    tap.run("mapped, missing and extra columns", columns)
    tap.run("a mapping that means nothing", wrong_maps)
    tap.run("one bad source among good ones, and nothing is imported", all_or_nothing)
    tap.run("a power cut in the middle", killed)
    tap.run("what another program hands over in a pipe", from_a_pipe)
    tap.run("a rehearsal changes nothing", dry_run)
    tap.run("people named twice", duplicates)
    tap.run("a Polis conversation", polis)
    tap.run("publications of reference managers, and back", publications)
    tap.run("searching finds words, beginnings and names, and takes nothing for an operator", search)
    tap.finish()


if __name__ == "__main__":
    main()
