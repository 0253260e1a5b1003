#!/usr/bin/python3
"""Every public function is documented, and every file says what it is for."""

import re

import tree
from tap import Tap

# A function of a source: in the house's format its name starts at the first column, and the opening
# bracket follows after a space.
DEFINITION = re.compile(r"^(eh_[a-z0-9_]+)\s\(", re.MULTILINE)
DOC_COMMENT = re.compile(r"/\*\*\n.*?\*/", re.DOTALL)
NAMED = re.compile(r"\b(eh_[a-z0-9_]+)(?::| ?\(\))")
# What every type has alike, and GObject's own machinery, needs no words; nor does a maker that is
# given nothing.
ALIKE = re.compile(
    r"_(get_type|init|class_init|interface_init|quark|ref|unref|copy|free|clear|hash|equal) \(|"
    r"_new \(void\)")


def documented(words):
    """The functions that a file's doc comments are about: one may speak for several of a kind."""
    return {name for comment in DOC_COMMENT.findall(words) for name in NAMED.findall(comment)}


def statics(words):
    """The names of the functions that a source keeps to itself."""
    return set(re.findall(r"^static\b[^;{(]*?\b(eh_[a-z0-9_]+)\s\(", words, re.MULTILINE))


def main():
    tap = Tap()
    missing = []
    for path in tree.under("src", ".c"):
        words = tree.text(path)
        header = path.with_suffix(".h")
        if not (tree.TOP / header).exists():
            continue
        told = documented(words) | documented(tree.text(header))
        public = set(re.findall(r"\b(eh_[a-z0-9_]+)\s\(", tree.code(header)))
        own = statics(words)
        for match in DEFINITION.finditer(tree.code(path)):
            name = match[1]
            if name in public and name not in own and name not in told \
                    and not ALIKE.search(words, match.start(), match.end() + 5):
                missing.append(f"{path}:{tree.line_of(words, match.start())}: {name}")
    tap.empty("every public function has a comment that says what it takes and gives", missing)

    tap.empty("every C file, or its header, says what it is for", [
        path for path in tree.under("src", ".c") + tree.under("tests", ".c")
        if not re.match(r"/\*", tree.text(path)) and not (
            (tree.TOP / path.with_suffix(".h")).exists() and
            "/*" in tree.text(path.with_suffix(".h")))])
    tap.empty("every test program of Python begins with what it is for", [
        path for path in tree.under("tests", ".py")
        if not re.match(r'(#![^\n]*\n)?"""', tree.text(path))])
    tap.finish()


if __name__ == "__main__":
    main()
