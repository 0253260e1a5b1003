#!/usr/bin/python3
"""Web pages of documents, as the Nu Html Checker (W3C) sees them: no error. Usage: test_html.py
WRITER. EVENHAND_VNU may name a copy of vnu.jar; otherwise npm fetches one, if it can."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import npm
from tap import Tap

VERSION = "26.9.27"
NAMES = ["sink", "rtl", "hostile", "long", "empty"]


def checker(folder):
    """Where the checker is, or None."""
    named = os.environ.get("EVENHAND_VNU")
    if named:
        return pathlib.Path(named)
    found = npm.fetch("vnu-jar", VERSION, "build/dist/vnu.jar")
    if found is None:
        return None
    path = folder / "vnu.jar"
    path.write_bytes(found)
    return path


def errors_of(jar, paths):
    """What the checker calls an error: for each page, a line each."""
    run = subprocess.run(["java", "-jar", str(jar), "--errors-only", "--exit-zero-always", "--format", "json",
                          *map(str, paths)], capture_output=True, text=True, timeout=120, check=True)
    errors = {path.stem: [] for path in paths}
    for each in json.loads(run.stderr)["messages"]:
        errors[pathlib.Path(each["url"]).stem].append(f"{each.get('lastLine')}: {each['message']}")
    return errors


def main(writer):
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="evenhand-html-") as name:
        folder = pathlib.Path(name)
        jar = checker(folder) if shutil.which("java") else None
        if jar is None:
            print("1..0 # SKIP the Nu Html Checker cannot be had here: name vnu.jar in EVENHAND_VNU, or install npm")
            sys.exit(0)
        subprocess.run([writer, name], check=True, stdout=subprocess.DEVNULL)
        wrong = folder / "wrong.html"
        wrong.write_text("<!DOCTYPE html><html lang=en><title>x</title><p><div></p>", encoding="utf-8")
        try:
            errors = errors_of(jar, [folder / f"{each}.html" for each in NAMES] + [wrong])
        except (OSError, subprocess.SubprocessError, json.JSONDecodeError) as fault:
            print(f"1..0 # SKIP the Nu Html Checker does not run here: {type(fault).__name__}")
            sys.exit(0)
        for each in NAMES:
            tap.empty(f"{each}: no error", errors[each])
        tap.result(errors["wrong"], "the checker finds what is wrong")
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
