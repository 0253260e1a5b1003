#!/usr/bin/python3
"""What people read can be translated, and the catalogues are sound."""

import pathlib
import re
import subprocess
import tempfile

import tree
from tap import Tap

MARKED = re.compile(r"(?<![A-Za-z0-9])(?:_|C_|N_|NC_|NN_|Q_|ngettext|g_dngettext|g_dgettext|g_dpgettext2?) \(")
IN_UI = re.compile(r'\btranslatable="(?:yes|true)"')
IN_SCHEMA = "gettext-domain="
FORMAT = re.compile(r'_ \(\s*"(?:\\.|[^"\\])*%[-0-9.]*[du](?:\\.|[^"\\])*"\s*\)')
# A number that names a thing does not count it.
NUMBERED = re.compile(r"\b(?:[Ll]ine|[Rr]ow|[Pp]age|[Vv]ersion|[Ff]ormat|[Cc]olumn|Recommendation) %")
# Properties whose value a person reads or hears. A .ui file sets them as translatable, or not at all.
READ = re.compile(
    r'<property name="(?:label|title|subtitle|description|tooltip-text|placeholder-text|text)"(?![^>]*'
    r'(?:translatable|bind-source))[^>]*>([^<]*[A-Za-z]{2}[^<]*)</property>')


def listed():
    lines = tree.text(pathlib.Path("po/POTFILES.in")).splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def languages():
    lines = tree.text(pathlib.Path("po/LINGUAS")).splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def with_words():
    """The files that have something to translate."""
    for path in tree.under("src", ".c", ".h"):
        if MARKED.search(tree.code(path)):
            yield str(path)
    for path in tree.files():
        if path.suffix == ".ui" and IN_UI.search(tree.text(path)):
            yield str(path)
        if path.parts[0] == "data" and (
                path.name.endswith((".desktop.in", ".metainfo.xml.in", ".mime.xml")) or
                path.name.endswith(".gschema.xml") and IN_SCHEMA in tree.text(path)):
            yield str(path)


def main():
    tap = Tap()
    names = listed()
    tap.empty("POTFILES.in lists every file with words for people", sorted(set(with_words()) - set(names)))
    tap.empty("POTFILES.in lists no other file", sorted(set(names) - set(with_words())))
    tap.result(names == sorted(set(names)), "POTFILES.in is in order, each file once", "sort -u it")
    tap.empty("a count never stands in a plain string (ngettext chooses the plural)", [
        f"{path}:{tree.line_of(tree.text(path), match.start())}: {match[0]}"
        for path in tree.under("src", ".c")
        for match in FORMAT.finditer(tree.text(path))
        if "%%" not in match[0] and not NUMBERED.search(match[0])])
    tap.empty("no .ui file says something that cannot be translated", [
        f"{path}: {match[1].strip()}" for path in tree.files() if path.suffix == ".ui"
        for match in READ.finditer(tree.text(path))])

    catalogues = {path.stem for path in tree.under("po", ".po")}
    tap.result(catalogues == set(languages()), "LINGUAS names the catalogues that are there",
               f"{sorted(languages())} and {sorted(catalogues)}")
    for language in languages():
        run = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", f"po/{language}.po"],
                             cwd=tree.TOP, capture_output=True, text=True, check=False)
        tap.result(run.returncode == 0, f"the catalogue {language} passes msgfmt --check", run.stderr)

    with tempfile.NamedTemporaryFile(suffix=".pot") as pot:
        run = subprocess.run(
            ["xgettext", "--files-from=po/POTFILES.in", f"--output={pot.name}", "--from-code=UTF-8",
             "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
             "--keyword=g_dngettext:2,3", "--keyword=NN_:1,2",
             "--add-comments=TRANSLATORS"],
            cwd=tree.TOP, capture_output=True, text=True, check=False)
        faults = [line for line in run.stderr.splitlines() if "warning" in line or "error" in line]
        tap.empty("xgettext reads every message without a warning", faults if run.returncode == 0
                  else [run.stderr])
    tap.finish()


if __name__ == "__main__":
    main()
