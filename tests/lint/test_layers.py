#!/usr/bin/python3
"""No layer reaches where it may not. Usage: test_layers.py [COMMAND_LINE_PROGRAM]

The build already hides the headers of a layer from those that may not include them. This test holds
the same table beside the sources, so that a change of a meson.build cannot open a door unseen.
"""

import re
import subprocess
import sys

import tree
from tap import Tap

# What each layer may include, beside itself.
MAY_INCLUDE = {
    "base": "",
    "model": "base",
    "store": "model base",
    "analysis": "model base",
    "charts": "analysis base",
    "guidance": "charts analysis model base",
    "exchange": "model base",
    "contribute": "store analysis model base",
    "jobs": "store guidance charts analysis exchange model base",
    "cli": "jobs store guidance charts analysis exchange model base",
    "app": "contribute jobs store guidance charts analysis exchange model base",
}

# Headers of others that only some layers may see.
GUARDED = [
    ("gtk/", "app"),
    ("gdk/", "app"),
    ("adwaita.h", "app"),
    ("sqlite3.h", "store"),
    ("qpdf/", "guidance"),
    ("libsoup/", "contribute"),
    ("ifaddrs.h", "contribute"),
    ("cairo", "charts guidance jobs app"),
    ("pango/", "charts guidance jobs app"),
]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+(["<])([^">]+)[">]', re.MULTILINE)
VERSION_CHECK = re.compile(r"\b(?:GTK|ADW|GDK)_CHECK_VERSION\b")
SQL = re.compile(r'"\s*(?:SELECT\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:TABLE|INDEX|TRIGGER)\s|PRAGMA\s)')


def layer_of(path):
    return path.parts[1]


def main(program):
    tap = Tap()
    sources = [path for path in tree.under("src", ".c", ".h") if len(path.parts) > 2]
    home = {path.name: layer_of(path) for path in sources}

    tap.empty("every folder of src is a layer of the table",
              sorted({layer_of(path) for path in sources} - set(MAY_INCLUDE)))

    wrong, foldered, guarded = [], [], []
    for path in sources:
        layer = layer_of(path)
        allowed = set(MAY_INCLUDE.get(layer, "").split()) | {layer}
        for bracket, name in INCLUDE.findall(tree.text(path)):
            if bracket == '"':
                if "/" in name:
                    foldered.append(f"{path} includes {name}")
                if name in home and home[name] not in allowed:
                    wrong.append(f"{path} ({layer}) includes {name} ({home[name]})")
            for prefix, layers in GUARDED:
                if name.startswith(prefix) and layer not in layers.split():
                    guarded.append(f"{path} ({layer}) includes {name}")
    tap.empty("no layer includes one that it may not", wrong)
    tap.empty("no include names a folder of ours", foldered)
    tap.empty("GTK, SQLite, qpdf, libsoup and cairo are seen only where they may be", guarded)

    tap.empty("versions of GTK are told apart in one file", [
        path for path in sources
        if path.name != "eh-compat.c" and VERSION_CHECK.search(tree.code(path))])
    tap.empty("SQL lives in the store", [
        f"{path}:{tree.line_of(tree.text(path), match.start())}"
        for path in sources if layer_of(path) != "store"
        for match in SQL.finditer(tree.text(path))])

    if program:
        needs = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
        tap.empty("the command line loads no GTK", [
            line.strip() for line in needs.splitlines() if re.search(r"libgtk|libadwaita|libgdk-?4", line)])
    else:
        tap.skip("the command line loads no GTK", "it is not built")
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
