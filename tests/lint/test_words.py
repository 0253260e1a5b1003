#!/usr/bin/python3
"""No file names a folder of somebody's machine, holds a conflict or ends badly."""

import re

import tree
from tap import Tap

# Spelled in halves, so that this file does not name them.
MACHINE = re.compile("|".join([
    r"(?<![\w.-])/" + "work/", r"(?<![\w.-])/" + "root/", r"(?<![\w.-])/home/" + r"[a-z]+/",
    r"(?<![\w.-])/" + r"tmp/[\w.-]+", r"\bfarm" + r"-[a-z]+",
]))
CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
BINARY = {".png", ".ico", ".evenhand", ".pdf", ".odt", ".docx", ".zip", ".gz", ".xz", ".woff2"}


def plain(path):
    """The words of a file, or nothing if it has none."""
    if path.suffix in BINARY:
        return ""
    try:
        return tree.text(path)
    except UnicodeDecodeError:
        return ""


def found(pattern, paths):
    for path in paths:
        for match in pattern.finditer(plain(path)):
            yield f"{path}:{tree.line_of(plain(path), match.start())}: {match[0]}"


def open_rules(path):
    """The lines of a style sheet where a rule begins before the last one has ended."""
    depth = 0
    for number, line in enumerate(re.sub(r"/\*.*?\*/", lambda match: "\n" * match[0].count("\n"),
                                         plain(path), flags=re.DOTALL).split("\n"), 1):
        if depth and "{" in line:
            yield f"{path}:{number}"
        depth += line.count("{") - line.count("}")
    if depth:
        yield f"{path}: the end"


def main():
    tap = Tap()
    # A test may hold bytes of any kind as its data.
    ours = [path for path in tree.files() if "data" not in path.parts[1:] and path.name != "LICENSE"]
    tap.empty("no path of a machine", found(MACHINE, ours))
    tap.empty("no conflict left by a merge", found(CONFLICT, ours))
    tap.empty("nothing is left to do later", found(UNFINISHED, ours))
    tap.empty("every rule of the window's style ends before the next begins", [
        fault for path in ours if path.suffix == ".css" and path.parts[0] == "ui"
        for fault in open_rules(path)])
    tap.empty("every line of text ends, and none with a space", [
        path for path in ours
        if path.suffix in {".c", ".h", ".py", ".md", ".build", ".ui", ".css", ".sql", ".yml", ".in"}
        and plain(path) and (not plain(path).endswith("\n") or re.search(r"[ \t]$", plain(path), re.MULTILINE))])
    tap.finish()


if __name__ == "__main__":
    main()
