#!/usr/bin/python3
"""What is installed for the desktop is valid, and knows our files. Usage: test_data.py BUILD_FOLDER"""

import hashlib
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import tree
from tap import Tap

APP = "org.evenhand.Evenhand"
MIME = "application/vnd.evenhand+sqlite3"
SQLITE = "application/vnd.sqlite3"
# What was released, and never changes again: see CONTRIBUTING.md, "Changing the format".
RELEASED = {
    1: "7668b0f8aa1330983f066e21f7cd8fc9668b2e2540472b7ef9bb61197d4f452d",
    2: "554f8bf7744b5315055e0235035606a404ffbd45287171ecce1bde0883f62f41",
}
NEW = os.environ | {"LC_ALL": "C.UTF-8"}


def run(*argv, **named):
    return subprocess.run(argv, capture_output=True, text=True, check=False, env=NEW | named)


def project_header():
    """The first page of a project, as far as the kind of file shows."""
    page = bytearray(512)
    page[0:16] = b"SQLite format 3\0"
    struct.pack_into(">I", page, 68, 0x45764864)
    return bytes(page)


def kind_of(path, data):
    told = run("gio", "info", "-a", "standard::content-type", str(path),
               XDG_DATA_DIRS=data, XDG_DATA_HOME=data).stdout
    match = re.search(r"standard::content-type: (\S+)", told)
    return match[1] if match else told


def check_validator(tap, what, *argv):
    if not shutil.which(argv[0]):
        tap.skip(what, f"{argv[0]} is not here")
        return
    told = run(*argv)
    tap.result(told.returncode == 0, what, told.stdout + told.stderr)


def check_mime(tap, build):
    """The desktop tells our file from another database, by its name and without it."""
    system = pathlib.Path("/usr/share/mime/packages/freedesktop.org.xml")
    what = ["a project is known by its name", "a project is known without its name",
            "another database is not a project", "a project is a database too"]
    if not system.exists() or not shutil.which("update-mime-database"):
        for line in what:
            tap.skip(line, "shared-mime-info is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder) / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copy(system, packages)
        shutil.copy(build / "data" / f"{APP}.xml", packages)
        told = run("update-mime-database", str(packages.parent), XDG_DATA_DIRS=folder)
        named = pathlib.Path(folder) / "x.evenhand"
        nameless = pathlib.Path(folder) / "nameless"
        other = pathlib.Path(folder) / "other"
        named.write_bytes(b"not yet written")
        nameless.write_bytes(project_header())
        other.write_bytes(project_header()[:68] + bytes(444))
        kinds = [kind_of(path, folder) for path in (named, nameless, other)]
        for line, kind, expected in zip(what, kinds, (MIME, MIME, SQLITE)):
            tap.result(kind == expected, line, f"{kind}, not {expected}\n{told.stderr}")
        subclasses = (packages.parent / "subclasses").read_text(encoding="utf-8").split("\n")
        tap.result(f"{MIME} {SQLITE}" in subclasses, what[3])


def check_schema(tap):
    what = "the settings' schema compiles strictly"
    check_validator(tap, what, "glib-compile-schemas", "--strict", "--dry-run", str(tree.TOP / "data"))


def check_metainfo(tap, build):
    path = build / "data" / f"{APP}.metainfo.xml"
    check_validator(tap, "the metainfo is valid", "appstreamcli", "validate", "--no-net",
                    "--explain", str(path))
    root = ElementTree.parse(path).getroot()
    tap.result(root.findtext("id") == APP, "the metainfo names the application")
    summary = root.findtext("summary")
    tap.result(10 <= len(summary) <= 35 and not summary.endswith("."), "the summary is short", summary)
    tap.result(len(root.findtext("name")) <= 15, "the name is short")
    colours = {(colour.get("scheme_preference"), colour.text) for colour in root.iter("color")}
    tap.result(len(colours) == 2, "there is a colour for light and one for dark")
    tap.result(MIME in [kind.text for kind in root.iter("mediatype")], "the metainfo names our files")
    tap.empty("every screenshot's caption is one sentence without a full stop", [
        caption.text for caption in root.iter("caption") if caption.text.strip().endswith(".")])


def check_icons(tap):
    names = {f"{APP}.svg", f"{APP}-symbolic.svg", MIME.replace("/", "-") + ".svg"}
    there = {path.name for path in (tree.TOP / "data" / "icons").iterdir()}
    tap.result(names <= there, "the icons are there", f"{names - there}")
    for name in sorted(names & there):
        start = (tree.TOP / "data" / "icons" / name).read_bytes()[:120]
        tap.result(b"<svg" in start, f"{name} is known as a picture by its first bytes")
        svg = ElementTree.parse(tree.TOP / "data" / "icons" / name).getroot()
        box = svg.get("viewBox", "").split()
        tap.result(len(box) == 4 and box[2] == box[3], f"{name} is square", box)
        if name.endswith("-symbolic.svg"):
            fills = {part.get("fill") for part in svg.iter() if part.get("fill")}
            tap.result(box[2] == "16" and len(fills) == 1, f"{name} has one colour and 16 pixels", fills)


def check_formats(tap):
    """A format that was released is what it was then, and a file of it is kept."""
    header = (tree.TOP / "src" / "store" / "eh-schema.h").read_text(encoding="utf-8")
    current = int(re.search(r"#define EH_SCHEMA_VERSION (\d+)", header)[1])
    for version, digest in RELEASED.items():
        name = "schema.sql" if version == current else f"schema-{version}.sql"
        path = tree.TOP / "src" / "store" / "sql" / name
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "nothing"
        tap.result(found == digest, f"format {version} of the file is as it was released",
                   f"{name} is {found}: a format that was released never changes")
        tap.result((tree.TOP / "tests" / "fixtures" / f"format-{version}.evenhand").exists(),
                   f"a file of format {version} is kept")
    tap.result(current <= max(RELEASED) + 1, "every format but the last is released")


def main(build):
    tap = Tap()
    build = pathlib.Path(build)
    check_validator(tap, "the desktop entry is valid", "desktop-file-validate",
                    str(build / "data" / f"{APP}.desktop"))
    desktop = (build / "data" / f"{APP}.desktop").read_text(encoding="utf-8")
    tap.result(f"MimeType={MIME};" in desktop, "a double click on a project opens it")
    service = (build / "data" / f"{APP}.service").read_text(encoding="utf-8")
    tap.result(f"Name={APP}\n" in service and "/evenhand-window --gapplication-service" in service,
               "the session bus can start it")
    check_metainfo(tap, build)
    check_mime(tap, build)
    check_schema(tap)
    check_icons(tap)
    check_formats(tap)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
