"""What tests see of a PDF, through qpdf."""

import json
import re
import subprocess


class Pdf:
    """A PDF as qpdf shows it: objects by their reference."""

    def __init__(self, path):
        out = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", str(path)], check=True,
                             capture_output=True).stdout
        self.objects = json.loads(out)["qpdf"][1]
        self.root = self.get(self.get("trailer")["/Root"])

    def get(self, reference):
        if isinstance(reference, str) and (reference == "trailer" or reference.endswith(" R")):
            key = reference if reference == "trailer" else f"obj:{reference}"
            entry = self.objects.get(key, {})
            return entry["value"] if "value" in entry else entry.get("stream", {}).get("dict")
        return reference

    def kids(self, element):
        kids = self.get(element.get("/K", []))
        return [self.get(kid) for kid in (kids if isinstance(kids, list) else [kids])]

    def elements(self, element=None):
        """Every element of the structure, in reading order."""
        element = self.get(self.root["/StructTreeRoot"]) if element is None else element
        for kid in self.kids(element):
            if isinstance(kid, dict) and "/S" in kid:
                yield kid
                yield from self.elements(kid)

    def pages(self, node=None):
        node = self.get(self.root["/Pages"]) if node is None else node
        for kid in node["/Kids"]:
            kid = self.get(kid)
            if kid["/Type"] == "/Pages":
                yield from self.pages(kid)
            else:
                yield kid


PAINTS = re.compile(rb".*?(?:Tj|TJ)|f\*?|F|S|s|B\*?|b\*?|Do|sh")


def painted(stream):
    """How often a page paints outside every element and artifact, and how often within one."""
    depth = outside = inside = 0
    words = re.sub(rb"<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)", b" ", stream)
    for line in words.split(b"\n"):
        for word in line.split():
            depth += word in (b"BDC", b"BMC")
            depth -= word == b"EMC"
            if PAINTS.fullmatch(word):
                inside += depth > 0
                outside += depth == 0
    return outside, inside


def streams_of(path):
    """What each page paints, in order."""
    bare = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(path), "-"],
                          check=True, capture_output=True).stdout
    return re.findall(rb"%% Contents for page \d+.*?stream\n(.*?)\nendstream", bare, re.S)
