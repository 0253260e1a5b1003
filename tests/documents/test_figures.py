#!/usr/bin/python3
"""What a chart says to whoever cannot see it: every figure in every format has words of its own, which
are the same in all of them and say what was found; and what the team wrote comes first. Usage:
test_figures.py WRITER EVENHAND"""

import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

from pdf import Pdf
from tap import Tap

WRITTEN = "Words of the team: researchers spoke most, 7 of them."
KINDS = ["html", "epub", "odt", "docx", "pdf", "md"]
SVG = "{http://www.w3.org/2000/svg}"


def words(text):
    return " ".join(re.sub(r"[\u2066-\u2069]", "", text).split())


def in_markup(root):
    """Of every picture, the elements that it says its name is in."""
    found = []
    ids = {e.get("id"): e for e in root.iter() if e.get("id")}
    for svg in root.iter(SVG + "svg"):
        names = svg.get("aria-labelledby", "").split()
        if svg.get("role") == "img":
            found.append(words("".join(ids[names[0]].itertext())) if names and names[0] in ids else "")
    return found


def in_html(path):
    page = path.read_text(encoding="utf-8")
    pictures = re.findall(r"<svg\b.*?</svg>", page, re.S)
    found = []
    for picture in pictures:
        root = ET.fromstring(picture if "xmlns=" in picture else picture.replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1))
        found += in_markup(root)
    return found


def in_epub(path):
    with zipfile.ZipFile(path) as archive:
        return [each for name in sorted(archive.namelist()) if name.endswith(".xhtml")
                for each in in_markup(ET.fromstring(archive.read(name)))]


def in_odt(path):
    with zipfile.ZipFile(path) as archive:
        content = ET.fromstring(archive.read("content.xml"))
    space = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
    return [words(frame.findtext(space % "svg-compatible" + "title") or "")
            for frame in content.iter(space % "drawing" + "frame")]


def in_docx(path):
    with zipfile.ZipFile(path) as archive:
        document = ET.fromstring(archive.read("word/document.xml"))
    place = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    return [words(each.get("descr", "")) for each in document.iter(place)]


def in_pdf(path):
    pdf = Pdf(path)
    return [words(each.get("/Alt", "").removeprefix("u:")) for each in pdf.elements() if each["/S"] == "/Figure"]


def in_markdown(path):
    """The paragraph under the caption of each figure."""
    return [words(re.sub(r"\\(.)", r"\1", each)) for each in
            re.findall(r"^\*\*Figure \d+\*\*[^\n]*\n\n([^\n]+)\n", path.read_text(encoding="utf-8"), re.M)]


READ = {"html": in_html, "epub": in_epub, "odt": in_odt, "docx": in_docx, "pdf": in_pdf, "md": in_markdown}


def alternatives(program, folder, project, *options):
    found = {}
    for kind in KINDS:
        if kind == "pdf" and not shutil.which("qpdf"):
            continue
        out = folder / f"document.{kind}"
        subprocess.run([program, "export", str(project), str(out), *options], check=True, stdout=subprocess.DEVNULL)
        found[kind] = READ[kind](out)
    return found


def main(_writer, program):
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="evenhand-figures-") as name:
        folder = pathlib.Path(name)
        project = folder / "sample.evenhand"
        subprocess.run([program, "new", str(project), "--sample"], check=True, stdout=subprocess.DEVNULL)
        for template in ("T1", "T10"):
            found = alternatives(program, folder, project, "--template", template)
            ours = found["odt"]
            tap.result(len(ours) >= 2, f"{template}: has figures", ours)
            for kind, each in found.items():
                tap.result(each == ours, f"{template}: the figures of {kind} say the same", (each, ours))
            tap.empty(f"{template}: what they say is a finding", [
                each for each in ours if not each.endswith(".") or len(each.split()) < 8])
            tap.result(len(set(ours)) == len(ours), f"{template}: no two say the same", ours)
        with sqlite3.connect(project) as db:
            db.execute("UPDATE block SET detail = ? WHERE kind = 'chart'", (WRITTEN,))
        for kind, each in alternatives(program, folder, project).items():
            tap.result(each and set(each) == {WRITTEN}, f"{kind}: what the team wrote comes first", each)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
