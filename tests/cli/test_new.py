#!/usr/bin/python3
"""Beginning a project, and what every verb has in common. Usage: test_new.py COMMAND"""

import os
import sqlite3
import stat

from command import start
from tap import Tap

evenhand = start()


def title_of(path):
    """The title that a project has."""
    db = sqlite3.connect(path)
    title = db.execute("SELECT title FROM project").fetchone()[0]
    db.close()
    return title


def new_project():
    path = evenhand.new()
    for sort in ("people", "insights", "workshops", "guidance"):
        assert evenhand.good("list", path, sort, "--json").json == []
    assert len(evenhand.good("list", path, "resources", "--json").json) == 55
    categories = evenhand.good("list", path, "categories", "--json").json
    tops = [each["id"] for each in categories if each["parent"] is None]
    assert tops == ["hier", "know", "soc"], tops
    assert len(categories) == 38
    assert {each["framework"] for each in categories} == {"power-inequality"}
    assert evenhand.good("history", path, "--json").json == []
    assert list(evenhand.folder.glob("p.evenhand-*")) == [], "nothing is left beside the file"
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def title_and_framework():
    path = evenhand.folder / "named.evenhand"
    evenhand.good("new", path, "--title", "Rhannu grym", "--framework", "uk-standards")
    frameworks = evenhand.good("list", path, "frameworks", "--json").json
    assert [each["id"] for each in frameworks] == ["uk-standards"]
    assert title_of(path) == "Rhannu grym"


def no_categories():
    """A framework of the team's own, which two files never have in common."""
    paths = [evenhand.folder / f"bare{n}.evenhand" for n in (1, 2)]
    for path in paths:
        evenhand.good("new", path, "--framework", "none")
        assert evenhand.good("list", path, "categories", "--json").json == []
    found = [evenhand.good("list", path, "frameworks", "--json").json for path in paths]
    assert [[each["default"] for each in one] for one in found] == [[True], [True]], found
    assert found[0][0]["id"] != found[1][0]["id"]


def title_in_no_locale():
    path = evenhand.folder / "none.evenhand"
    evenhand.good("new", path, "--title", "Caffè à la carte", LC_ALL="C")
    assert title_of(path) == "Caffè à la carte"


def title_from_name():
    path = evenhand.folder / "Sharing power.evenhand"
    evenhand.good("new", path)
    assert title_of(path) == "Sharing power"


def nothing_is_overwritten():
    path = evenhand.write("precious.txt", "precious")
    evenhand.bad("new", path)
    assert path.read_text() == "precious"
    evenhand.bad("new", evenhand.folder / "no" / "folder.evenhand")
    evenhand.bad("new", evenhand.folder)
    evenhand.bad("new", "x.evenhand", "--framework", "nonsense", status=2)
    assert not (evenhand.folder / "x.evenhand").exists()


def usage():
    path = evenhand.new("u.evenhand")
    for words in (["frobnicate"], ["--frobnicate"], ["new"], ["new", "a", "b"], ["list", path],
                  ["list", path, "dragons"], ["list", path, "people", "--jsn"], ["search", path],
                  ["search", path, "x", "--limit", "many"], ["search", path, "x", "--limit", "-1"],
                  ["search", path, "x", "--limit", "0"],
                  ["history"], ["merge", path]):
        evenhand.bad(*words, status=2)


def help_and_version():
    text = evenhand.good("--help").out
    for verb in ("new", "import", "list", "search", "report", "chart", "export", "letters",
                 "merge", "check", "publish", "history"):
        assert f"\n  {verb} " in text, f"help does not tell of {verb}"
        assert "Usage:" in evenhand.good(verb, "--help").out
    assert evenhand.good("--version").out.startswith("evenhand ")


def window():
    stub = evenhand.write("stub", '#!/bin/sh\necho "$@"\nexit 7\n')
    stub.chmod(0o755)
    result = evenhand("some file.evenhand", EVENHAND_WINDOW=str(stub))
    assert (result.status, result.out) == (7, "some file.evenhand\n"), result
    assert evenhand(EVENHAND_WINDOW=str(stub)).status == 7
    evenhand.bad("p.evenhand", EVENHAND_WINDOW=str(evenhand.folder / "nowhere"))


def main():
    tap = Tap()
    tap.run("a new project has a framework, resources and no history", new_project)
    tap.run("a title and another framework can be asked for", title_and_framework)
    tap.run("a new project can begin with no categories", no_categories)
    tap.run("words keep their letters in a script without a locale", title_in_no_locale)
    tap.run("without a title the project is called as its file", title_from_name)
    tap.run("nothing that is there is overwritten", nothing_is_overwritten)
    tap.run("wrong usage ends with 2 and a line", usage)
    tap.run("help lists what there is", help_and_version)
    tap.run("without a verb the window's program is started with the words", window)
    tap.finish()


if __name__ == "__main__":
    main()
