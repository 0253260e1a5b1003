#!/usr/bin/python3
"""Books for electronic readers: their parts, their links and what they say of themselves; and what
epubcheck says of them, where it is installed. Usage: test_epub.py WRITER"""

import os
import pathlib
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

from tap import Tap

NAMES = ["sink", "rtl", "hostile", "empty"]
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
X = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def check_parts(tap, where, path):
    """Returns the text of the book: name of a file to its root."""
    head = path.read_bytes()[:58]
    tap.result(head[30:58] == b"mimetypeapplication/epub+zip" and head[8:10] == b"\0\0" and
               head[28:30] == b"\0\0", where + "begins with its kind, stored", head)
    with zipfile.ZipFile(path) as archive:
        tap.result(archive.testzip() is None, where + "is a sound archive")
        files = {name: archive.read(name) for name in archive.namelist()}
    container = ET.fromstring(files["META-INF/container.xml"])
    opf = container.find(".//{*}rootfile").get("full-path")
    package = ET.fromstring(files[opf])
    items = {i.get("id"): i for i in package.iter(OPF + "item")}
    there = {"EPUB/" + i.get("href") for i in items.values()}
    tap.result(there == set(files) - {"mimetype", "META-INF/container.xml", opf},
               where + "lists its parts", there ^ set(files))
    tap.empty(where + "every part to read is listed", [
        r.get("idref") for r in package.iter(OPF + "itemref") if r.get("idref") not in items])
    tap.result(sum("nav" in (i.get("properties") or "").split() for i in items.values()) == 1,
               where + "has one table of contents")
    text = {i.get("href"): ET.fromstring(files["EPUB/" + i.get("href")])
            for i in items.values() if i.get("media-type") == "application/xhtml+xml"}
    tap.empty(where + "says where pictures are", [
        i.get("href") for i in items.values() if i.get("href") in text and
        ("svg" in (i.get("properties") or "")) != any(e.tag.endswith("}svg") for e in text[i.get("href")].iter())])
    check_metadata(tap, where, package, any("svg" in (i.get("properties") or "") for i in items.values()))
    return text


def check_metadata(tap, where, package, pictures):
    told = {(m.get("property"), m.text) for m in package.iter(OPF + "meta")}
    names = {name for name, _ in told}
    tap.result(all(package.findtext(f"{OPF}metadata/{DC}{name}") for name in ("identifier", "title", "language")) and
               any(name == "dcterms:modified" and re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", value)
                   for name, value in told), where + "says what it is", told)
    tap.result({"schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature",
                "schema:accessibilityHazard", "schema:accessibilitySummary"} <= names and
               (("schema:accessMode", "visual") in told) == pictures,
               where + "says what it offers to whom", told)


def check_text(tap, name, where, text):
    ids = {file: [e.get("id") for e in root.iter() if e.get("id")] for file, root in text.items()}
    lost = []
    for file, root in text.items():
        for a in root.iter(X + "a"):
            target, _, fragment = a.get("href").partition("#")
            if re.match(r"https?:|mailto:|tel:", target):
                continue
            target = posixpath.normpath(target) if target else file
            if target not in text or (fragment and fragment not in ids[target]):
                lost.append(f"{file}: {a.get('href')}")
    tap.empty(where + "every link within it leads somewhere", lost)
    tap.empty(where + "no id twice", [f"{file}: {i}" for file, all_ in ids.items() for i in set(all_)
                                      if all_.count(i) > 1])
    tap.empty(where + "every file says its language", [
        file for file, root in text.items() if not root.get(LANG) or root.get("lang") != root.get(LANG) or
        root.get("dir") != ("rtl" if name == "rtl" else "ltr")])
    skipped = []
    for file, root in text.items():
        levels = [int(e.tag[-1]) for e in root.iter() if re.fullmatch(re.escape(X) + "h[1-6]", e.tag)]
        skipped += [f"{file}: {levels}"] if levels[:1] != [1] or \
            any(b > a + 1 for a, b in zip(levels, levels[1:])) else []
    tap.empty(where + "every file begins with a title, and skips no level of heading", skipped)
    tap.empty(where + "every picture has words", [
        e.attrib for root in text.values() for e in root.iter("{http://www.w3.org/2000/svg}svg")
        if not e.get("aria-labelledby")])
    notes = [e for root in text.values() for e in root.iter() if e.get(TYPE) == "footnote"]
    marks = [e for root in text.values() for e in root.iter() if e.get(TYPE) == "noteref"]
    tap.result(len(notes) == len(marks), where + "every note has its mark", (len(notes), len(marks)))
    toc = [e for e in text["nav.xhtml"].iter(X + "nav") if e.get(TYPE) == "toc"]
    tap.result(len(toc) == 1 and any(True for _ in toc[0].iter(X + "a")), where + "has entries to go to")


def check_with_epubcheck(tap, folder):
    jar = shutil.which("epubcheck")
    if not jar or not shutil.which("java"):
        tap.skip("epubcheck", "it or Java is not installed")
        return
    for name in NAMES:
        told = subprocess.run(["java", "-jar", os.path.realpath(jar), "--failonwarnings", str(folder / f"{name}.epub")],
                              capture_output=True, text=True, timeout=120)
        tap.result(told.returncode == 0, f"{name}.epub: epubcheck is content", told.stdout + told.stderr)


def main(writer):
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="evenhand-epub-") as name:
        folder = pathlib.Path(name)
        written = subprocess.run([writer, str(folder)], capture_output=True, text=True)
        tap.result(written.returncode == 0, "every document is written", written.stderr)
        for each in NAMES:
            where = f"{each}.epub: "
            check_text(tap, each, where, check_parts(tap, where, folder / f"{each}.epub"))
        check_with_epubcheck(tap, folder)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
