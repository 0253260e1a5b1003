#!/usr/bin/python3
"""The C files are as clang-format leaves them (./dev format does it)."""

import concurrent.futures
import os
import re
import shutil
import subprocess

import tree
from tap import Tap

VERSION = "14"  # another version formats differently


def badly_formatted(program, paths):
    run = subprocess.run([program, "--dry-run", "-Werror", *map(str, paths)],
                         cwd=tree.TOP, capture_output=True, text=True, check=False)
    faults = re.findall(r"^(\S+?:\d+):\d+: error: code should be clang-formatted", run.stderr,
                        re.MULTILINE)
    return faults or ([run.stderr] if run.returncode else [])


def main():
    tap = Tap()
    what = "the C files are in the house's format"
    program = shutil.which(f"clang-format-{VERSION}") or shutil.which("clang-format")
    version = program and subprocess.run([program, "--version"], capture_output=True, text=True,
                                         check=False).stdout
    if not version or not re.search(rf"version {VERSION}\.", version):
        tap.skip(what, f"clang-format {VERSION} is not here")
        tap.finish()
    paths = tree.under("src", ".c", ".h") + tree.under("tests", ".c", ".h")
    cores = os.cpu_count() or 1
    with concurrent.futures.ThreadPoolExecutor(cores) as pool:
        parts = [paths[start::cores] for start in range(cores)]
        faults = [fault for part in pool.map(lambda part: badly_formatted(program, part),
                                             filter(None, parts)) for fault in part]
    tap.empty(what, sorted(faults))
    tap.finish()


if __name__ == "__main__":
    main()
