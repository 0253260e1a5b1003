#!/usr/bin/python3
"""What PDF/UA-1 (ISO 14289-1) asks of a file that a program can check, after the failure conditions of
the Matterhorn Protocol. It is our own reading of them: nothing here certifies a file. Usage:
test_pdf.py WRITER"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from pdf import Pdf, painted, streams_of
from tap import Tap

NAMES = ["sink", "rtl", "welsh", "empty"]
STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5
H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot
Figure Formula Form""".split())
TAG = re.compile(r"(u:)?[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
WITHIN = {  # which elements hold only which
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/TOC": {"/TOCI", "/TOC", "/Caption"},
}


class Checked(Pdf):
    """A PDF with what the rules look at."""

    def __init__(self, path):
        super().__init__(path)
        self.tree = self.get(self.root["/StructTreeRoot"])
        self.all_pages = list(self.pages())
        self.page_keys = self.references(self.get(self.root["/Pages"]))
        self.streams = streams_of(path)

    def references(self, node):
        """The references to all pages, in order."""
        found = []
        for kid in node["/Kids"]:
            inner = self.get(kid)
            found += self.references(inner) if inner["/Type"] == "/Pages" else [kid]
        return found

    def contents(self, element=None, page=None):
        """Every (page, number) of marked content that the structure holds, and every object."""
        element = self.tree if element is None else element
        page = element.get("/Pg", page)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                yield page, kid
                continue
            kid = self.get(kid)
            if kid.get("/Type") == "/MCR":
                yield kid.get("/Pg", page), kid["/MCID"]
            elif "/S" in kid:
                yield from self.contents(kid, page)

    def objects_of(self, element):
        kids = element.get("/K", [])
        return [kid["/Obj"] for kid in map(self.get, kids if isinstance(kids, list) else [kids])
                if isinstance(kid, dict) and kid.get("/Type") == "/OBJR"]

    def marked(self):
        """Every (page, number) of marked content that is on the pages."""
        return [(page, int(number)) for page, stream in zip(self.page_keys, self.streams)
                for number in re.findall(rb"/MCID (\d+)", stream)]

    def fonts(self):
        for entry in self.objects.values():
            value = entry.get("value")
            if isinstance(value, dict) and value.get("/Type") == "/Font":
                yield value

    def numbers(self):
        nums = self.get(self.tree["/ParentTree"]).get("/Nums", [])
        return dict(zip(nums[::2], nums[1::2]))


def check_document(tap, where, pdf, path):
    root = pdf.root
    mark = pdf.get(root.get("/MarkInfo", {}))
    tap.result("/Encrypt" not in pdf.get("trailer"), where + "anyone may read it aloud (26)")
    tap.result(mark.get("/Marked") is True and mark.get("/Suspects") is not True, where + "is tagged (06)")
    tap.result(TAG.fullmatch(root.get("/Lang", "")), where + "says its language (11)", root.get("/Lang"))
    tap.result(pdf.get(root["/ViewerPreferences"]).get("/DisplayDocTitle") is True,
               where + "shows its title (07)")
    xmp = subprocess.run(["qpdf", "--show-object=" + root["/Metadata"].replace(" R", "").replace(" ", ","),
                          "--filtered-stream-data", str(path)], check=True, capture_output=True).stdout.decode()
    tap.result("<pdfuaid:part>1</pdfuaid:part>" in xmp and "<dc:title>" in xmp and "<dc:language>" in xmp,
               where + "says in its metadata what it is (06)", xmp)
    tap.empty(where + "runs nothing (29)", [
        key for entry in pdf.objects.values() for value in [entry.get("value")] if isinstance(value, dict)
        for key in value if key in ("/JS", "/JavaScript", "/XFA", "/AA", "/OpenAction")])
    fonts = list(pdf.fonts())
    simple = [f for f in fonts if f["/Subtype"] not in ("/Type0", "/Type3")]
    tap.empty(where + "every font is within (31)", [
        f.get("/BaseFont") for f in simple
        if not any(key.startswith("/FontFile") for key in pdf.get(f.get("/FontDescriptor", {})))])
    tap.empty(where + "every font tells its letters (10)", [
        f for f in fonts if f["/Subtype"] != "/CIDFontType2" and f["/Subtype"] != "/CIDFontType0" and
        "/ToUnicode" not in f])


def check_elements(tap, where, pdf):
    elements = list(pdf.elements())
    kinds = [e["/S"] for e in elements]
    tap.empty(where + "knows every kind of element (02)", sorted({k for k in kinds if k[1:] not in STANDARD}))
    levels = [int(k[2]) for k in kinds if re.fullmatch("/H[1-6]", k)]
    tap.result(levels[:1] == [1] and all(b <= a + 1 for a, b in zip(levels, levels[1:])),
               where + "headings begin with the first and skip none (14)", levels)
    tap.empty(where + "pictures have words and a place (13)", [
        e for e in elements if e["/S"] == "/Figure" and
        not (e.get("/Alt") and len(pdf.get(e.get("/A", {})).get("/BBox", [])) == 4)])
    tap.empty(where + "elements are where they belong (09)", [
        (e["/S"], kid["/S"]) for e in elements for kid in pdf.kids(e)
        if e["/S"] in WITHIN and isinstance(kid, dict) and "/S" in kid and kid["/S"] not in WITHIN[e["/S"]]])
    uneven = []
    for e in elements:
        if e["/S"] == "/Table":
            rows = [[c for c in pdf.kids(r) if isinstance(c, dict) and "/S" in c] for r in pdf.kids(e)
                    if isinstance(r, dict) and r.get("/S") == "/TR"]
            uneven += [len(r) for r in rows if len(r) != len(rows[0])]
            if not any(c["/S"] == "/TH" for r in rows for c in r):
                uneven.append("no header")
    tap.empty(where + "tables are regular and have headers (15)", uneven)
    tap.empty(where + "header cells say what they head (15)", [
        e for e in elements if e["/S"] == "/TH" and "/Scope" not in pdf.get(e.get("/A", {}))])
    ids = [e.get("/ID") for e in elements if e["/S"] == "/Note"]
    tap.result(None not in ids and len(set(ids)) == len(ids), where + "every note has a name (19)", ids)
    tap.empty(where + "languages are languages (11)", [
        e["/Lang"] for e in elements if "/Lang" in e and not TAG.fullmatch(e["/Lang"])])
    tap.empty(where + "no words are lost (13)", [
        e for e in elements if e["/S"] not in ("/Figure", "/TD", "/TH", "/Table", "/Document") and not pdf.kids(e)])


def check_contents(tap, where, pdf):
    tap.empty(where + "everything painted is an element or an artifact (01)", [
        f"page {i + 1}" for i, stream in enumerate(pdf.streams) if painted(stream)[0]])
    held, there = list(pdf.contents()), pdf.marked()
    tap.result(len(set(there)) == len(there) and len(set(held)) == len(held) and set(held) == set(there),
               where + "the structure holds what is on the pages, once (01)", set(held) ^ set(there))
    numbers = pdf.numbers()
    tap.empty(where + "every page is in the structure (01)", [
        p.get("/StructParents") for p in pdf.all_pages if p.get("/StructParents") not in numbers])
    tap.empty(where + "the Tab key follows the structure (28)", [
        p for p in pdf.all_pages if p.get("/Tabs") != "/S"])


def check_links(tap, where, pdf):
    links = [a for p in pdf.all_pages for a in pdf.get(p.get("/Annots", []))]
    numbers = pdf.numbers()
    told = {obj for e in pdf.elements() if e["/S"] == "/Link" for obj in pdf.objects_of(e)}
    tap.empty(where + "every link says where it leads (28)", [
        a for a in links if not pdf.get(a).get("/Contents")])
    tap.empty(where + "every link is an element (28)", [a for a in links if a not in told])
    tap.empty(where + "every link leads back to its element (28)", [
        a for a in links if pdf.get(numbers.get(pdf.get(a).get("/StructParent"), {})).get("/S") != "/Link"])
    tap.empty(where + "no link is hidden (28)", [a for a in links if pdf.get(a).get("/F", 0) & 2])


def main(writer):
    tap = Tap()
    if not shutil.which("qpdf"):
        tap.skip("rules of PDF/UA", "qpdf is not installed")
        tap.finish()
        return
    with tempfile.TemporaryDirectory(prefix="evenhand-pdf-") as name:
        folder = pathlib.Path(name)
        written = subprocess.run([writer, str(folder)], capture_output=True, text=True)
        tap.result(written.returncode == 0, "every document is written", written.stderr)
        for each in NAMES:
            path = folder / f"{each}.pdf"
            where = f"{each}.pdf: "
            pdf = Checked(path)
            check_document(tap, where, pdf, path)
            check_elements(tap, where, pdf)
            check_contents(tap, where, pdf)
            check_links(tap, where, pdf)
        sink = Checked(folder / "sink.pdf")
        tap.result("/Outlines" in sink.root and "/Note" in [e["/S"] for e in sink.elements()],
                   "sink.pdf: has an outline and notes")
        tap.result(Checked(folder / "welsh.pdf").root["/Lang"] == "u:cy", "welsh.pdf: is in Welsh")
        tap.result(pdf_direction(folder / "rtl.pdf") == "/R2L", "rtl.pdf: is read from right to left")
    tap.finish()


def pdf_direction(path):
    pdf = Pdf(path)
    return pdf.get(pdf.root["/ViewerPreferences"]).get("/Direction")


if __name__ == "__main__":
    main(sys.argv[1])
