#!/usr/bin/python3
"""Documents as other programs see them. Usage: test_documents.py WRITER

WRITER writes the documents of sink.c into a folder. They are parsed here, and read by LibreOffice,
qpdf and poppler where these are installed."""

import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

from pdf import Pdf, painted, streams_of
from tap import Tap

NAMES = ["sink", "rtl", "hostile", "empty"]
VOID = {"br", "hr", "img", "link", "meta", "col"}
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


class Page(html.parser.HTMLParser):
    """An HTML file: its elements, their attributes, and its words block by block."""

    SKIPPED = {"style", "svg", "nav", "summary", "sup"}
    BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "th", "td", "caption",
              "figcaption", "title"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.words, self.faults = [], [], [], []
        self.feed(text)
        self.close()
        self.faults += [f"<{name}> is left open" for name in self.open]

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.elements.append((tag, dict(attrs), list(self.open)))
        if tag in self.BLOCKS:
            self.words.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), list(self.open)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> does not match")
        if tag in self.BLOCKS:
            self.words.append("")

    def handle_data(self, data):
        hidden = self.SKIPPED & set(self.open) or "head" in self.open or "↩" in data
        if not hidden and self.words and "main" in self.open + ["main" if "header" in self.open else ""]:
            self.words[-1] += data

    def ids(self):
        return [attrs["id"] for _, attrs, _ in self.elements if "id" in attrs]

    def blocks(self):
        return [squeezed(words) for words in self.words if squeezed(words)]


def squeezed(words):
    """The words without blanks, stops, and marks that change their direction."""
    return re.sub(r"[\s.:\u2066-\u2069\u200e\u200f\u202a-\u202e]+", "", words)


def levels_skipped(levels):
    return [f"h{b} after h{a}" for a, b in zip(levels, levels[1:]) if b > a + 1]


def check_html(tap, folder):
    for name in NAMES:
        page = Page((folder / f"{name}.html").read_text(encoding="utf-8"))
        ids = page.ids()
        tags = [tag for tag, _, _ in page.elements]
        root = page.elements[0][1]
        levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
        where = f"{name}.html: "
        tap.empty(where + "is well formed", page.faults)
        tap.empty(where + "no id twice", sorted({i for i in ids if ids.count(i) > 1}))
        tap.empty(where + "every link within it leads somewhere", [
            attrs["href"] for tag, attrs, _ in page.elements
            if tag == "a" and attrs["href"].startswith("#") and attrs["href"][1:] not in ids])
        tap.empty(where + "links are safe to follow", [
            attrs["href"] for tag, attrs, _ in page.elements
            if tag == "a" and not re.match(r"#|https?:|mailto:|tel:", attrs["href"], re.I)])
        tap.empty(where + "runs and fetches nothing", [
            tag for tag, attrs, _ in page.elements
            if tag in {"script", "iframe", "object", "link", "form"} or
            any(key.startswith("on") for key in attrs)])
        tap.result(tags.count("h1") == 1, where + "has one h1")
        tap.empty(where + "skips no level of heading", levels_skipped(levels))
        tap.result("lang" in root and root.get("dir") == ("rtl" if name == "rtl" else "ltr"),
                   where + "says its language and direction", root)
        tap.result(tags.count("main") == 1 and "header" in tags, where + "has its landmarks")
        tap.empty(where + "every picture has words", [
            attrs for tag, attrs, _ in page.elements
            if tag == "svg" and (attrs.get("role") != "img" or
                                 not set(attrs.get("aria-labelledby", "?").split()) <= set(ids))])
        tap.empty(where + "every header cell says what it heads", [
            attrs for tag, attrs, _ in page.elements if tag == "th" and "scope" not in attrs])


def check_odt(tap, folder):
    for name in NAMES:
        path = folder / f"{name}.odt"
        head = path.read_bytes()[:77]
        where = f"{name}.odt: "
        tap.result(head[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text" and
                   head[8:10] == b"\0\0" and head[28:30] == b"\0\0",
                   where + "begins with its kind, stored", head)
        with zipfile.ZipFile(path) as archive:
            tap.result(archive.testzip() is None, where + "is a sound archive")
            parts = {part: ET.fromstring(archive.read(part))
                     for part in archive.namelist() if part.endswith(".xml")}
            manifest = {entry.get(OFFICE % "manifest" + "full-path")
                        for entry in parts["META-INF/manifest.xml"]}
            names = set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}
            tap.result(manifest == names | {"/"}, where + "lists its parts", manifest ^ names)
        content, styles = parts["content.xml"], parts["styles.xml"]
        headings = list(content.iter(OFFICE % "text" + "h"))
        tap.empty(where + "every heading has a level", [
            h.attrib for h in headings if not h.get(OFFICE % "text" + "outline-level")])
        tap.empty(where + "skips no level of heading", levels_skipped(
            [int(h.get(OFFICE % "text" + "outline-level")) for h in headings]))
        defined = {s.get(OFFICE % "style" + "name") for part in (content, styles)
                   for kind in ("style", "list-style", "page-layout", "font-face", "master-page")
                   for space in ("style", "text") for s in part.iter(OFFICE % space + kind)}
        used = {e.get(key) for e in content.iter()
                for key in (OFFICE % "text" + "style-name", OFFICE % "table" + "style-name")
                if e.get(key)}
        tap.empty(where + "uses no style that is not there", sorted(used - defined))
        marks = {e.get(OFFICE % "text" + "name")
                 for e in content.iter(OFFICE % "text" + "bookmark-start")}
        href = "{http://www.w3.org/1999/xlink}href"
        tap.empty(where + "every link within it leads somewhere", [
            e.get(href) for e in content.iter(OFFICE % "text" + "a")
            if e.get(href).startswith("#") and e.get(href)[1:] not in marks])
        tap.empty(where + "every picture has words", [
            e.attrib for e in content.iter(OFFICE % "drawing" + "frame")
            if e.find(OFFICE % "svg-compatible" + "title") is None])


def check_markdown(tap, folder):
    for name in NAMES:
        lines = (folder / f"{name}.md").read_text(encoding="utf-8").split("\n")
        tap.empty(f"{name}.md: the rows of a table have as many cells", [
            line for above, line in zip(lines, lines[1:])
            if above.startswith("|") and line.startswith("|") and
            len(re.findall(r"(?<!\\)\|", above)) != len(re.findall(r"(?<!\\)\|", line))])
        tap.result(sum(line.startswith("# ") for line in lines) == 1, f"{name}.md: has one title")
        tap.empty(f"{name}.md: no markup that somebody typed", [
            line for line in lines if re.search(r'(?<!\\)<(?!https?:|mailto:|tel:|#|!-- -->|a id="source-|/a>)', line)])


def pdf_words(path):
    """The words of a PDF in the order in which they are written, without the foot of each page."""
    text = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True).stdout
    pages = text.decode("utf-8").split("\f")
    return squeezed("".join(re.sub(r"[^\n]*Page \d+ of \d+\s*$", "", page) for page in pages))


def check_order(tap, folder):
    if not shutil.which("pdftotext"):
        tap.skip("words of the PDF", "pdftotext is not installed")
        return
    page = Page((folder / "sink.html").read_text(encoding="utf-8"))
    text = pdf_words(folder / "sink.pdf")
    place, lost = 0, []
    for block in page.blocks():
        found = text.find(block, place)
        if found < 0:
            lost.append(block)
        else:
            place = found + len(block)
    tap.result(len(page.blocks()) > 60, "there is much to compare", len(page.blocks()))
    tap.empty("the PDF says all that the page says, in its order", lost)
    hostile = pdf_words(folder / "hostile.pdf")
    tap.empty("words that are not words arrive", [
        word for word in ["<script>alert(1)</script>", "]]>&&amp;", "snake_case_word", "#notaheading"]
        if word not in hostile])


def check_structure(tap, folder, name):
    where = f"{name}.pdf: "
    path = folder / f"{name}.pdf"
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    tap.result(checked.returncode == 0, where + "is sound", checked.stdout + checked.stderr)
    pdf = Pdf(path)
    kinds = [element["/S"] for element in pdf.elements()]
    tap.result("/Lang" in pdf.root and pdf.root["/MarkInfo"]["/Marked"] is True and
               pdf.get(pdf.root["/ViewerPreferences"])["/DisplayDocTitle"] is True and
               "/Metadata" in pdf.root, where + "says its language and title", pdf.root)
    tap.result(kinds[:1] == ["/Document"] and kinds.count("/H1") == 1,
               where + "has one document and one title", kinds[:5])
    tap.empty(where + "skips no level of heading",
              levels_skipped([int(k[2]) for k in kinds if re.fullmatch("/H[1-6]", k)]))
    tap.empty(where + "every picture has words", [
        e for e in pdf.elements() if e["/S"] == "/Figure" and not e.get("/Alt")])
    tap.empty(where + "every header cell has a scope", [
        e for e in pdf.elements()
        if e["/S"] == "/TH" and "/Scope" not in pdf.get(e.get("/A", {}))])
    tap.empty(where + "rows hold cells alone", [
        e for e in pdf.elements() if e["/S"] == "/TR" and
        any(kid.get("/S") not in ("/TH", "/TD") for kid in pdf.kids(e) if isinstance(kid, dict))])
    tap.empty(where + "what is only to be seen is not read", [k for k in kinds if k == "/Private"])
    pages = list(pdf.pages())
    tap.empty(where + "the Tab key follows the structure", [p for p in pages if p.get("/Tabs") != "/S"])
    links = [pdf.get(a) for p in pages for a in pdf.get(p.get("/Annots", []))]
    tap.empty(where + "every link says where it leads", [a for a in links if not a.get("/Contents")])
    if name != "hostile":
        streams = streams_of(path)
        tap.result(len(streams) == len(pages) and all(painted(s)[1] for s in streams),
                   where + "each page has content", len(streams))
        tap.empty(where + "everything painted is an element or an artifact", [
            f"page {i + 1}: {painted(s)}" for i, s in enumerate(streams) if painted(s)[0]])
    return pdf


def check_pdf(tap, folder):
    if not shutil.which("qpdf"):
        tap.skip("structure of the PDF", "qpdf is not installed")
        return
    for name in NAMES:
        check_structure(tap, folder, name)
    pdf = check_structure(tap, folder, "sink")
    kinds = [element["/S"] for element in pdf.elements()]
    tap.result(kinds.count("/Figure") == 2 and kinds.count("/Table") == 3 and "/TOC" in kinds
               and kinds.count("/L") >= 4, "sink.pdf: has its pictures, tables and lists", kinds)
    tap.result(any(e.get("/Lang") == "u:cy" for e in pdf.elements()),
               "sink.pdf: words in another language say so")
    tap.result("/Outlines" in pdf.root, "sink.pdf: has an outline")


def check_office(tap, folder):
    """LibreOffice opens the OpenDocument files without repair and shows what is in them."""
    office = shutil.which("soffice")
    if not office or not shutil.which("pdftotext"):
        tap.skip("LibreOffice", "it or pdftotext is not installed")
        return
    home = folder / "home"
    home.mkdir()
    page = Page((folder / "sink.html").read_text(encoding="utf-8"))
    for name in ["sink", "hostile"]:
        try:
            subprocess.run([office, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to",
                            "pdf", "--outdir", str(folder / "office"), str(folder / f"{name}.odt")],
                           check=True, capture_output=True, timeout=120, env=os.environ | {"HOME": str(home)})
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            tap.result(False, f"LibreOffice opens {name}.odt", error)
            continue
        tap.result((folder / "office" / f"{name}.pdf").exists(), f"LibreOffice opens {name}.odt")
    text = subprocess.run(["pdftotext", str(folder / "office" / "sink.pdf"), "-"], check=True,
                          capture_output=True).stdout.decode("utf-8")
    words = squeezed(text)
    # A cell or a paragraph may be broken by the foot of a page: its beginning is enough.
    tap.empty("LibreOffice shows all that the page says", [
        block for block in page.blocks() if block[:24] not in words])


CITED = "(An invented group, 2024, p. 4)"
SOURCE = "A guide to meeting as equals."


def words_of(element):
    return " ".join("".join(element.itertext()).split())


def cited_in_html(folder):
    page = Page((folder / "sink.html").read_text(encoding="utf-8"))
    return [attrs["href"][1:] for tag, attrs, _ in page.elements
            if tag == "a" and attrs["href"].startswith("#source-")], \
        [attrs["id"] for tag, attrs, _ in page.elements
         if tag == "li" and attrs.get("id", "").startswith("source-")]


def cited_in_odt(folder):
    with zipfile.ZipFile(folder / "sink.odt") as archive:
        content = ET.fromstring(archive.read("content.xml"))
    links = [a.get("{http://www.w3.org/1999/xlink}href")[1:] for a in content.iter(OFFICE % "text" + "a")
             if words_of(a) == CITED]
    marks = [b.get(OFFICE % "text" + "name") for p in content.iter(OFFICE % "text" + "p") if SOURCE in words_of(p)
             for b in p.iter(OFFICE % "text" + "bookmark-start")]
    return links, marks


def cited_in_docx(folder):
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(folder / "sink.docx") as archive:
        document = ET.fromstring(archive.read("word/document.xml"))
    links = [h.get(word + "anchor") for h in document.iter(word + "hyperlink") if words_of(h) == CITED]
    marks = [b.get(word + "name") for p in document.iter(word + "p") if SOURCE in words_of(p)
             for b in p.iter(word + "bookmarkStart")]
    return links, marks


def cited_in_epub(folder):
    """Names of the file and the line, for the list of sources is in another file."""
    links, marks = [], []
    with zipfile.ZipFile(folder / "sink.epub") as archive:
        for name in archive.namelist():
            if not name.endswith(".xhtml"):
                continue
            root = ET.fromstring(archive.read(name))
            links += [a.get("href") for a in root.iter("{http://www.w3.org/1999/xhtml}a") if words_of(a) == CITED]
            marks += [f"{name.rsplit('/', 1)[-1]}#{li.get('id')}"
                      for li in root.iter("{http://www.w3.org/1999/xhtml}li") if SOURCE in words_of(li) and li.get("id")]
    return links, marks


def cited_in_markdown(folder):
    text = (folder / "sink.md").read_text(encoding="utf-8")
    return re.findall(r"\[\(An invented group, 2024, p\. 4\)\]\(<#([^>]+)>\)", text), \
        re.findall(r'^- <a id="([^"]+)"></a>An invented group', text, re.M)


def cited_in_pdf(folder):
    """The names of places that links lead to, and those that there are."""
    pdf = Pdf(folder / "sink.pdf")
    links = [pdf.get(a) for p in pdf.pages() for a in pdf.get(p.get("/Annots", []))]
    leads = [a for a in links if a.get("/Contents") in (CITED, "u:" + CITED)]
    return [str(a.get("/Dest", pdf.get(a.get("/A", {})).get("/D"))) for a in leads], None


def check_citations(tap, folder):
    """A citation leads to its line in the list of sources, and a line that nothing cites has no mark."""
    for kind, read in [("html", cited_in_html), ("odt", cited_in_odt), ("docx", cited_in_docx),
                       ("epub", cited_in_epub), ("md", cited_in_markdown)]:
        links, marks = read(folder)
        tap.result(len(links) == 1 and links == marks, f"sink.{kind}: a citation leads to its source", (links, marks))
    if shutil.which("qpdf"):
        links, _ = cited_in_pdf(folder)
        tap.result(len(links) == 1 and links[0] != "None", "sink.pdf: a citation leads to its source", links)


def main(writer):
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="evenhand-documents-") as name:
        folder = pathlib.Path(name)
        written = subprocess.run([writer, str(folder)], capture_output=True, text=True)
        tap.result(written.returncode == 0, "every document is written", written.stderr)
        check_html(tap, folder)
        check_odt(tap, folder)
        check_markdown(tap, folder)
        check_citations(tap, folder)
        check_order(tap, folder)
        check_pdf(tap, folder)
        check_office(tap, folder)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
