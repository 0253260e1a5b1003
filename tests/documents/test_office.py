#!/usr/bin/python3
"""Documents of word processors: the parts of an Office Open XML file and how they hang together, and
what is left of a document after LibreOffice has turned it into the other format. Usage:
test_office.py WRITER

The order of elements is that of the schema of ECMA-376 (wml.xsd), of which a copy cannot be had from
a package: what word processors are known to stumble over is listed here."""

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
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC = "{http://purl.org/dc/elements/1.1/}"
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
           "pBdr shd tabs suppressAutoHyphens bidi adjustRightInd snapToGrid spacing ind "
           "contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs "
           "highlight u effect bdr shd fitText vertAlign rtl cs em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
             "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
             "tblDescription",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tc": "tcPr p",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar pgNumType cols titlePg bidi",
    "style": "name aliases basedOn next link hidden uiPriority semiHidden unhideWhenUsed qFormat pPr "
             "rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "numbering": "abstractNum num",
    "styles": "docDefaults latentStyles style",
    "settings": "zoom defaultTabStop footnotePr endnotePr compat themeFontLang",
}


def out_of_order(root):
    for element in root.iter():
        name = element.tag.replace(W, "")
        if name not in ORDER or not element.tag.startswith(W):
            continue
        order = ORDER[name].split()
        names = [kid.tag.replace(W, "") for kid in element]
        unknown = [kid for kid in names if kid not in order]
        places = [order.index(kid) for kid in names if kid in order]
        if unknown or places != sorted(places):
            yield f"{name}: {' '.join(names)}"


def relations(archive, part):
    """Of a part: id to where it leads and whether that is outside."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", name + ".rels")
    if path not in archive.namelist():
        return {}
    return {r.get("Id"): (r.get("Target"), r.get("TargetMode") == "External")
            for r in ET.fromstring(archive.read(path))}


def check_package(tap, where, archive, parts):
    types = parts["[Content_Types].xml"]
    kinds = {t.get("Extension") for t in types if t.tag.endswith("Default")}
    named = {t.get("PartName") for t in types if t.tag.endswith("Override")}
    tap.empty(where + "says of every part what it is", [
        part for part in archive.namelist()
        if part.rsplit(".", 1)[-1] not in kinds and "/" + part not in named and part != "[Content_Types].xml"])
    tap.empty(where + "names no part that is not there", [
        part for part in named if part[1:] not in archive.namelist()])
    lost = []
    for part in [""] + [p for p in archive.namelist() if p.startswith("word/") and p.endswith(".xml")]:
        known = relations(archive, part)
        lost += [f"{part}: {target}" for target, outside in known.values()
                 if not outside and posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
                 not in archive.namelist()]
        lost += [f"{part}: {target}" for target, outside in known.values()
                 if outside and not re.match(r"https?:|mailto:|tel:", target)]
        if part:
            lost += [f"{part}: {value}" for element in parts[part].iter()
                     for key, value in element.attrib.items() if key.startswith(R) and value not in known]
    tap.empty(where + "all that is referred to is there", lost)


def check_text(tap, where, parts, name):
    document, styles = parts["word/document.xml"], parts["word/styles.xml"]
    defined = {s.get(W + "styleId") for s in styles.iter(W + "style")}
    used = {e.get(W + "val") for part in parts.values()
            for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next") for e in part.iter(W + tag)}
    tap.empty(where + "uses no style that is not there", sorted(used - defined))
    numbers = {n.get(W + "numId") for n in parts["word/numbering.xml"].iter(W + "num")}
    tap.empty(where + "every item is of a list that is there", [
        n.get(W + "val") for n in document.iter(W + "numId") if n.get(W + "val") not in numbers])
    marks = [b.get(W + "name") for b in document.iter(W + "bookmarkStart")]
    ids = [b.get(W + "id") for b in document.iter(W + "bookmarkStart")]
    tap.result(len(set(marks)) == len(marks) and len(set(ids)) == len(ids) and
               all(re.fullmatch(r"\w{1,40}", mark) for mark in marks), where + "bookmarks differ", marks)
    tap.empty(where + "every link within it leads somewhere", [
        h.get(W + "anchor") for h in document.iter(W + "hyperlink")
        if h.get(W + "anchor") is not None and h.get(W + "anchor") not in marks])
    fields = [i.text for part in parts.values() for i in part.iter(W + "instrText")]
    tap.empty(where + "every field refers to something", [
        f for f in fields if f.split()[0] in ("REF", "PAGEREF") and f.split()[1] not in marks])
    kinds = [c.get(W + "fldCharType") for c in document.iter(W + "fldChar")]
    tap.result(kinds.count("begin") == kinds.count("separate") == kinds.count("end"),
               where + "every field ends", kinds)
    notes = {n.get(W + "id") for n in parts["word/footnotes.xml"]} if "word/footnotes.xml" in parts else set()
    tap.empty(where + "every mark has its note", [
        n.get(W + "id") for n in document.iter(W + "footnoteReference") if n.get(W + "id") not in notes])
    pictures = list(document.iter(WP + "docPr"))
    tap.empty(where + "every picture has words", [p.attrib for p in pictures if not p.get("descr")])
    tap.result(len({p.get("id") for p in pictures}) == len(pictures), where + "pictures differ")
    tap.empty(where + "every table has a header row and a name", [
        t for t in document.iter(W + "tbl") if t.find(f"{W}tblPr/{W}tblCaption") is None or
        t.find(f"{W}tr/{W}trPr/{W}tblHeader") is None] if name != "hostile" else [])
    tap.empty(where + "asks no question when it is opened", list(parts["word/settings.xml"].iter(W + "updateFields")))
    core = parts["docProps/core.xml"]
    tap.result(core.findtext(DC + "title") and core.findtext(DC + "language"),
               where + "says its title and language")
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    tap.result(language is not None and language.get(W + ("bidi" if name == "rtl" else "val")),
               where + "its words have a language")


def check_docx(tap, folder):
    for name in NAMES:
        where = f"{name}.docx: "
        with zipfile.ZipFile(folder / f"{name}.docx") as archive:
            tap.result(archive.testzip() is None, where + "is a sound archive")
            tap.result(archive.namelist()[0] == "[Content_Types].xml", where + "begins with its types")
            parts = {part: ET.fromstring(archive.read(part)) for part in archive.namelist()
                     if part.endswith((".xml", ".rels"))}
            check_package(tap, where, archive, parts)
        tap.empty(where + "elements stand in the order of the schema",
                  [f for part in parts.values() for f in out_of_order(part)])
        tap.result(parts["word/document.xml"].find(W + "body")[-1].tag == W + "sectPr" and
                   parts["word/document.xml"].find(W + "body")[-2].tag == W + "p",
                   where + "ends with a paragraph and the page")
        check_text(tap, where, parts, name)


def check_cover(tap, folder):
    """The first page has a band in the colour of the document behind its title, where it is not read; the
    logo is over the title, with words."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for name, colour in [("sink", "14506e"), ("welsh", "7a1f5c")]:
        with zipfile.ZipFile(folder / f"{name}.docx") as archive:
            document = ET.fromstring(archive.read("word/document.xml"))
            head = ET.fromstring(archive.read("word/header1.xml"))
            leads = relations(archive, "word/document.xml")
        section = document.find(f"{W}body/{W}sectPr")
        first = [leads[r.get(R + "id")][0] for r in section.iter(W + "headerReference") if r.get(W + "type") == "first"]
        tap.result(first == ["header1.xml"] and section.find(W + "titlePg") is not None and
                   [c.get("val") for c in head.iter(drawing + "srgbClr")][1:] == [colour],
                   f"{name}.docx: has a band on its first page", first)
        with zipfile.ZipFile(folder / f"{name}.odt") as archive:
            content = ET.fromstring(archive.read("content.xml"))
            styles = ET.fromstring(archive.read("styles.xml"))
        style = ODF % "style"
        paragraph = next(content.iter(ODF % "text" + "p")).get(ODF % "text" + "style-name")
        page = [s.get(style + "master-page-name") for s in content.iter(style + "style") if s.get(style + "name") == paragraph]
        rectangles = [r.get(ODF % "drawing" + "style-name") for m in styles.iter(style + "master-page")
                      if m.get(style + "name") == "Cover" for r in m.iter(ODF % "drawing" + "rect")]
        colours = {s.get(style + "name"): s.find(style + "graphic-properties").get(ODF % "drawing" + "fill-color")
                   for s in styles.iter(style + "style") if s.find(style + "graphic-properties") is not None}
        tap.result(page == ["Cover"] and [colours[r] for r in rectangles][1:] == ["#" + colour],
                   f"{name}.odt: has a band on its first page", (page, rectangles, colours))
    tap.result(of_odt(folder / "welsh.odt")["alternatives"] == of_docx(folder / "welsh.docx")["alternatives"] == ["Bars"],
               "the logo has words")


def squeezed(words):
    return re.sub(r"\s+", " ", words).strip()


WELSH = ["Gallaf ei ddweud", "cyd-gynhyrchu"]  # words of the sink in another language
CITED = "(An invented group, 2024, p. 4)"


class OdtStyles:
    """What the styles of an OpenDocument text say, with what they inherit."""

    def __init__(self, *parts):
        style = ODF % "style"
        self.named = {(s.get(style + "family"), s.get(style + "name")): s for part in parts for s in part.iter(style + "style")}
        self.usual = {s.get(style + "family"): s for part in parts for s in part.iter(style + "default-style")}

    def language(self, family, name):
        """Of words in a style, or None where it does not say."""
        style = ODF % "style"
        while name is not None and (family, name) in self.named:
            each = self.named[family, name]
            for properties in each.iter(style + "text-properties"):
                if properties.get(ODF % "xsl-fo-compatible" + "language"):
                    return properties.get(ODF % "xsl-fo-compatible" + "language")
            name = each.get(style + "parent-style-name")
        for properties in self.usual["paragraph"].iter(style + "text-properties") if family == "paragraph" else []:
            return properties.get(ODF % "xsl-fo-compatible" + "language")
        return None


def languages_of_odt(content, styles):
    """Of the document, and of the words in Welsh."""
    text = ODF % "text"
    known = OdtStyles(styles, content)
    found = {"document": known.language("paragraph", None)}
    for paragraph in [p for kind in "ph" for p in content.iter(text + kind)]:
        for words in WELSH:
            if words not in "".join(paragraph.itertext()):
                continue
            inner = [known.language("text", s.get(text + "style-name")) for s in paragraph.iter(text + "span")
                     if words in "".join(s.itertext())]
            found[words] = ([i for i in inner if i] or [known.language("paragraph", paragraph.get(text + "style-name"))])[-1]
    return found


def languages_of_docx(document, styles):
    """The same of Office Open XML."""
    def said(element):
        lang = element.find(f"{W}rPr/{W}lang") if element is not None else None
        return lang.get(W + "val", "").split("-")[0] or None if lang is not None else None

    known = {s.get(W + "styleId"): s for s in styles.iter(W + "style")}
    found = {"document": said(styles.find(f"{W}docDefaults/{W}rPrDefault"))}
    for paragraph in document.iter(W + "p"):
        for words in WELSH:
            for run in paragraph.iter(W + "r"):
                if words not in "".join(t.text or "" for t in run.iter(W + "t")):
                    continue
                of = [run.find(f"{W}rPr/{W}rStyle"), paragraph.find(f"{W}pPr/{W}pStyle")]
                styled = [said(known.get(s.get(W + "val"))) for s in of if s is not None]
                found[words] = said(run) or next((s for s in styled if s), None) or found["document"]
    return found


def lines_of_odt(element, words, depth=-1):
    """Lines of lists: how deep, and what they say."""
    text = ODF % "text"
    for kid in element:
        if kid.tag == text + "list":
            yield from lines_of_odt(kid, words, depth + 1)
        elif kid.tag == text + "list-item":
            first = kid.find(text + "p")
            if first is not None:
                yield depth, words(first)
            yield from lines_of_odt(kid, words, depth)
        else:
            yield from lines_of_odt(kid, words, depth)


def of_odt(path):
    """The bones of an OpenDocument text."""
    text, table = ODF % "text", ODF % "table"
    with zipfile.ZipFile(path) as archive:
        content = ET.fromstring(archive.read("content.xml"))
        styles = ET.fromstring(archive.read("styles.xml"))

    for blank in content.iter(text + "s"):
        blank.text = " "

    def words(element):
        return squeezed("".join(element.itertext()))

    return {
        "headings": [(int(h.get(text + "outline-level")), words(h)) for h in content.iter(text + "h")],
        "items": sum(1 for i in content.iter(text + "list-item") if i.find(text + "p") is not None),
        "tables": [(len(list(t.iter(table + "table-row"))), len(list(t.iter(table + "table-header-rows"))))
                   for t in content.iter(table + "table")],
        "alternatives": [f.findtext(ODF % "svg-compatible" + "title") or f.findtext(ODF % "svg-compatible" + "desc")
                         for f in content.iter(ODF % "drawing" + "frame")],
        "notes": [words(b) for b in content.iter(text + "note-body")],
        "links": sorted({a.get("{http://www.w3.org/1999/xlink}href") for a in content.iter(text + "a")
                         if not a.get("{http://www.w3.org/1999/xlink}href").startswith("#")}),
        "captions": [words(p) for p in content.iter(text + "p") if p.find(f".//{text}sequence") is not None],
        "citations": [words(a) for a in content.iter(text + "a")
                      if a.get("{http://www.w3.org/1999/xlink}href").startswith("#") and words(a) == CITED],
        "languages": languages_of_odt(content, styles),
        "lines": set(lines_of_odt(content, words)),
    }


def of_docx(path):
    """The same of Office Open XML."""
    with zipfile.ZipFile(path) as archive:
        document = ET.fromstring(archive.read("word/document.xml"))
        styles = ET.fromstring(archive.read("word/styles.xml"))
        notes = ET.fromstring(archive.read("word/footnotes.xml")) if "word/footnotes.xml" in archive.namelist() else []
        outside = sorted({target for part in ("document", "footnotes")
                          for target, outside in relations(archive, f"word/{part}.xml").values() if outside})
    levels = {s.get(W + "styleId"): int(level.get(W + "val")) for s in styles.iter(W + "style")
              for level in s.iter(W + "outlineLvl")}

    def words(element):
        return squeezed("".join(t.text or "" for t in element.iter(W + "t")))

    def depth(paragraph):
        """How deep in a list a paragraph is, or None; its style may say it."""
        properties = paragraph.find(W + "pPr")
        while properties is not None:
            number = properties.find(W + "numPr")
            if number is not None:
                level = number.find(W + "ilvl")
                return int(level.get(W + "val")) if level is not None else 0
            style = properties.find(W + "pStyle")
            style = known.get(style.get(W + "val")) if style is not None else None
            properties = style.find(W + "pPr") if style is not None else None
        return None

    known = {s.get(W + "styleId"): s for s in styles.iter(W + "style")}
    headings, items = [], 0
    for p in document.iter(W + "p"):
        direct = p.find(f"{W}pPr/{W}outlineLvl")
        style = p.find(f"{W}pPr/{W}pStyle")
        level = int(direct.get(W + "val")) if direct is not None else \
            levels.get(style.get(W + "val") if style is not None else "", 9)
        if level < 9 and words(p):
            headings.append((level + 1, words(p)))
        number = p.find(f"{W}pPr/{W}numPr/{W}numId")
        items += number is not None and number.get(W + "val") != "0"
    return {
        "headings": headings,
        "items": items,
        "tables": [(len(list(t.iter(W + "tr"))), len(list(t.iter(W + "tblHeader")))) for t in document.iter(W + "tbl")],
        "alternatives": [d.get("title") or d.get("descr") for d in document.iter(WP + "docPr")],
        "notes": [words(n) for n in notes if n.get(W + "type") is None],
        "links": outside,
        "captions": [words(p) for p in document.iter(W + "p")
                     if any((i.text or "").split()[:1] == ["SEQ"] for i in p.iter(W + "instrText"))],
        "citations": [words(h) for h in document.iter(W + "hyperlink") if h.get(W + "anchor") and words(h) == CITED],
        "languages": languages_of_docx(document, styles),
        "lines": {(depth(p), words(p)) for p in document.iter(W + "p") if depth(p) is not None},
    }


def convert(office, folder, name, kind):
    out = folder / "office"
    home = folder / "home"
    home.mkdir(exist_ok=True)
    subprocess.run([office, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", kind,
                    "--outdir", str(out), str(folder / name)], check=True, capture_output=True, timeout=120,
                   env=os.environ | {"HOME": str(home)})
    return out / (pathlib.Path(name).stem + "." + kind)


def check_round_trips(tap, folder):
    office = shutil.which("soffice")
    if not office:
        tap.skip("LibreOffice", "it is not installed")
        return
    for name in ["hostile.docx", "hostile.odt"]:
        try:
            tap.result(convert(office, folder, name, "pdf").exists(), f"LibreOffice opens {name}")
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            tap.result(False, f"LibreOffice opens {name}", error)
    ours = of_odt(folder / "sink.odt")
    same = of_docx(folder / "sink.docx")
    tap.result(len(ours["lines"]) > 8 and {level for level, _ in ours["lines"]} == {0, 1} and
               ours["languages"] == {"document": "en", WELSH[0]: "cy", WELSH[1]: "cy"} and
               len(ours["captions"]) == 3 and len(ours["citations"]) == 1, "there is much to compare", ours)
    for key in ours:
        tap.result(ours[key] == same[key], f"both formats have the same {key}", (ours[key], same[key]))
    for name, kind, read in [("sink.docx", "odt", of_odt), ("sink.odt", "docx", of_docx)]:
        try:
            back = read(convert(office, folder, name, kind))
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired, FileNotFoundError) as error:
            tap.result(False, f"LibreOffice makes {kind} of {name}", error)
            continue
        # A second paragraph of an item counts as one in the one format and not in the other.
        tap.result(back.pop("items") >= ours["items"], f"{name} as {kind} keeps its items")
        tap.empty(f"{name} as {kind} keeps the lines of its lists as deep as they were",
                  sorted(ours["lines"] - back.pop("lines")))
        for key in back:
            tap.result(ours[key] == back[key], f"{name} as {kind} keeps its {key}", (ours[key], back[key]))


def main(writer):
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="evenhand-office-") as name:
        folder = pathlib.Path(name)
        written = subprocess.run([writer, str(folder)], capture_output=True, text=True)
        tap.result(written.returncode == 0, "every document is written", written.stderr)
        check_docx(tap, folder)
        check_cover(tap, folder)
        check_round_trips(tap, folder)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
