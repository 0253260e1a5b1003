#!/usr/bin/python3
"""Every source is built or included, every setting used, and no file too long.

Usage: test_sources.py BUILD_FOLDER
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import tree
from tap import Tap

LONGEST = 900
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+"([^"]+)"', re.MULTILINE)


def built_sources(build):
    """The C files that the build folder compiles, relative to the top."""
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    found = set()
    for command in commands:
        path = (pathlib.Path(command["directory"]) / command["file"]).resolve()
        if path.is_relative_to(tree.TOP):
            found.add(path.relative_to(tree.TOP))
    return found


def main(build):
    tap = Tap()
    sources = tree.under("src", ".c") + tree.under("tests", ".c")
    headers = tree.under("src", ".h") + tree.under("tests", ".h")
    built = built_sources(pathlib.Path(build).resolve())
    # What only another compiler or an option builds is named in its folder's meson.build all the same.
    fuzz = {path for path in sources if "fuzz" in path.parts}
    tap.empty("every .c file is built", sorted(set(sources) - built - fuzz))

    included = {pathlib.Path(name).name
                for path in sources + headers for name in INCLUDE.findall(tree.text(path))}
    tap.empty("every .h file is included", [path for path in headers if path.name not in included])

    tap.empty("no two sources have one name", [
        f"{path} and {other}"
        for place, path in enumerate(sources + headers)
        for other in (sources + headers)[place + 1:]
        if path.name == other.name != "main.c" and path.parts[0] == other.parts[0] == "src"])
    tap.empty(f"no C file has over {LONGEST} lines", [
        f"{path}: {lines} lines" for path in sources + headers
        if (lines := tree.text(path).count("\n")) > LONGEST])
    tap.empty("every source of the product is eh-something", [
        path for path in sources + headers
        if path.parts[0] == "src" and not path.name.startswith("eh-") and path.name != "main.c"])
    schema = ElementTree.parse(next(tree.TOP.glob("data/*.gschema.xml")))
    window = "".join(tree.text(path) for path in sources if path.parts[:2] == ("src", "app"))
    tap.empty("every setting is used", [
        key for key in (node.get("name") for node in schema.iter("key")) if f'"{key}"' not in window])
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
