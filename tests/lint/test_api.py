#!/usr/bin/python3
"""No call and no widget that a newer GLib, GTK or libadwaita deprecates.

Debian 12 compiles against the oldest versions that we support and cannot see what came later, so
the names come from two lists beside this file.
"""

import re
import xml.etree.ElementTree as ElementTree

import tree
from tap import Tap

# The one file that picks between the old and the new way of the same thing, by version.
COMPAT = "eh-compat.c"
# Not deprecated, although their type is.
FINE = {"gtk_style_context_add_provider_for_display", "gtk_style_context_remove_provider_for_display"}
# What GTK 4.8 gives a screen reader nothing, or worse than nothing, about.
UNSPOKEN = {"AdwEntryRow", "AdwPasswordEntryRow"}
CALL = re.compile(r"\b((?:gtk|gdk|gsk|adw|g)_[a-z0-9_]+)\b")


def read_list(name):
    lines = (tree.TOP / "tests" / "lint" / name).read_text(encoding="utf-8").splitlines()
    return [line.split(None, 1) for line in lines if line and not line.startswith("#")]


def snake(type_name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type_name).lower()


def deprecated_calls(types):
    """A function that tells what to use instead of a symbol, or None if the symbol is fine."""
    functions = {words[0]: (words[1] if len(words) > 1 else "") for words in
                 read_list("deprecated-functions.txt")}
    prefixes = tuple(snake(name) + "_" for name in types)
    prefixes += tuple(name[:-1] for name in functions if name.endswith("*"))

    def judge(symbol):
        if symbol in FINE:
            return None
        if symbol in functions:
            return functions[symbol]
        return "" if symbol.startswith(prefixes) else None

    return judge


def ui_classes(path):
    for element in ElementTree.fromstring(tree.text(path)).iter():
        if element.tag == "object":
            yield element.get("class")
        elif element.tag == "template":
            yield element.get("parent")


def main():
    tap = Tap()
    types = {words[0] for words in read_list("deprecated-types.txt")}
    judge = deprecated_calls(types)

    faults = []
    for path in tree.under("src", ".c", ".h") + tree.under("tests", ".c", ".h"):
        if path.name == COMPAT:
            continue
        for match in CALL.finditer(tree.code(path)):
            instead = judge(match[1])
            if instead is not None:
                line = tree.line_of(tree.code(path), match.start())
                faults.append(f"{path}:{line}: {match[1]}" + (f", use {instead}" if instead else ""))
    tap.empty("no deprecated call", faults)

    ui_files = [path for path in tree.files() if path.suffix == ".ui"]
    tap.empty("no deprecated widget in a .ui file", [
        f"{path}: {name}" for path in ui_files for name in ui_classes(path) if name in types])
    tap.empty("no widget that screen readers cannot speak", [
        f"{path}: {name}" for path in ui_files for name in ui_classes(path) if name in UNSPOKEN] + [
        f"{path}: {snake(name)}_new" for path in tree.under("src", ".c")
        for name in UNSPOKEN if f"{snake(name)}_new" in tree.code(path)])
    tap.empty("no invalid state, which silences a field on GTK 4.8", [
        path for path in tree.under("src", ".c") if "GTK_ACCESSIBLE_STATE_INVALID" in tree.code(path)])
    tap.finish()


if __name__ == "__main__":
    main()
