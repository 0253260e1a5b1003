#!/usr/bin/python3
"""The guidance sent out, and shown later to be what was sent. Usage: test_publish.py COMMAND"""

import hashlib
import sqlite3

from command import start
from tap import Tap

evenhand = start()


def project(name):
    """A copy of the sample of its own."""
    path = evenhand.folder / f"{name}.evenhand"
    evenhand.good("new", path, "--sample")
    return path


def publishes_and_shows():
    path = project("sent")
    out = evenhand.folder / "guide.pdf"
    told = evenhand.good("publish", path, out, "--by", "Anne", "--json").json
    assert told["must"] == [], told["must"]
    assert told["published"]["version"] == "1.0"
    assert told["published"]["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert told["published"]["by"] == "Anne"
    assert {item["id"] for item in told["look"]} >= {"promise.overdue", "evidence.untraced"}
    found = evenhand.good("published", path, out, "--json").json
    assert found["published"]["id"] == told["published"]["id"]
    out.write_bytes(out.read_bytes() + b"\n")
    changed = evenhand("published", path, out)
    assert changed.status == 1 and "changed" in changed.err, changed


def keeps_no_words():
    path = project("words")
    evenhand.good("publish", path, evenhand.folder / "words.md")
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT * FROM publication").fetchall()
        said = [text for (text,) in db.execute("SELECT text FROM insight WHERE length(text) > 40")]
    assert len(rows) == 1
    kept = "\n".join(str(value) for value in rows[0])
    assert not [text for text in said if text[:40] in kept]


def same_words_same_version():
    path = project("versions")
    versions = []
    for name in ("a.md", "a.html", "a.odt"):
        told = evenhand.good("publish", path, evenhand.folder / name, "--json").json
        versions.append(told["published"]["version"])
    with sqlite3.connect(path) as db:
        db.execute("UPDATE block SET text = text || ' More.' WHERE kind = 'paragraph'")
    told = evenhand.good("publish", path, evenhand.folder / "b.md", "--json").json
    versions.append(told["published"]["version"])
    told = evenhand.good("publish", path, evenhand.folder / "c.md", "--version", "2.0", "--json").json
    versions.append(told["published"]["version"])
    assert versions == ["1.0", "1.0", "1.0", "1.1", "2.0"], versions
    listed = evenhand.good("published", path, "--json").json["published"]
    assert [row["version"] for row in listed] == versions


def says_what_it_is():
    path = project("status")
    published = evenhand.folder / "published.md"
    draft = evenhand.folder / "draft.md"
    evenhand.good("export", path, draft)
    assert "**Draft" in draft.read_text()
    evenhand.good("publish", path, published)
    assert "**Published**" in published.read_text()
    evenhand.good("export", path, draft)
    assert "**Draft" in draft.read_text() and "after 1.0" in draft.read_text()


def refuses():
    path = project("refused")
    out = evenhand.folder / "refused.pdf"
    with sqlite3.connect(path) as db:
        db.execute("UPDATE block SET flag = 'Support withdrawn' "
                   "WHERE id = (SELECT min(id) FROM block WHERE kind = 'recommendation')")
    refused = evenhand("publish", path, out)
    assert refused.status == 1 and not out.exists(), refused
    assert "1 thing must be settled" in refused.err, refused
    assert "Support withdrawn" in refused.out, refused
    told = evenhand("publish", path, out, "--json")
    assert told.status == 1 and told.json["published"] is None
    assert [item["id"] for item in told.json["must"]] == ["evidence.support-withdrawn"]
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM publication").fetchone() == (0,)
    checked = evenhand.good("check", path, "--json").json
    assert "evidence.support-withdrawn" in {item["id"] for item in checked["findings"]}


def a_name_keeps_it_back():
    path = project("named")
    with sqlite3.connect(path) as db:
        (name,) = db.execute("SELECT name FROM participant WHERE credit = 'role_only'").fetchone()
        db.execute("UPDATE block SET text = text || ' ' || ? WHERE id = "
                   "(SELECT min(id) FROM block WHERE kind = 'paragraph')", (f"{name} agreed.",))
    refused = evenhand("publish", path, evenhand.folder / "named.pdf")
    assert refused.status == 1 and name in refused.out, refused


def is_asked_rightly():
    path = project("asked")
    assert evenhand("publish", path, evenhand.folder / "x.exe").status == 2
    assert evenhand("publish", path).status == 2
    assert "Nothing" in evenhand.good("published", path).out


def main():
    tap = Tap()
    tap.run("publishes, and shows what was sent", publishes_and_shows)
    tap.run("keeps no words of what was sent", keeps_no_words)
    tap.run("the same words are the same version", same_words_same_version)
    tap.run("a document says whether it was published", says_what_it_is)
    tap.run("refuses what must be settled", refuses)
    tap.run("a name that nobody agreed to keeps it back", a_name_keeps_it_back)
    tap.run("says what it was not asked rightly", is_asked_rightly)
    tap.finish()


if __name__ == "__main__":
    main()
