#!/usr/bin/python3
"""Copies of a project, and those that a passphrase protects: opened again, and by other programs.
Usage: test_copy.py COMMAND"""

import shutil
import struct
import subprocess

from command import start
from tap import Tap

WORDS = "five plain words in a row"

evenhand = start()


def passphrase(words=WORDS, name="passphrase"):
    """A file with a passphrase on its first line."""
    return evenhand.write(name, words + "\nnot this line\n")


def people(path):
    return evenhand.good("list", path, "people", "--json").json


def make():
    """A sample project and a protected copy of it."""
    path = evenhand.folder / "p.evenhand"
    archive = evenhand.folder / "copy.zip"
    archive.unlink(missing_ok=True)
    if not path.exists():
        evenhand.good("new", path, "--sample")
    evenhand.good("copy", path, archive, "--passphrase-file", passphrase())
    return path, archive


def there_and_back():
    path, archive = make()
    out = evenhand.folder / "back.evenhand"
    evenhand.good("copy", archive, out, "--passphrase-file", passphrase())
    assert people(out) == people(path)
    plain = evenhand.folder / "plain.evenhand"
    evenhand.good("copy", path, plain)
    assert people(plain) == people(path)
    evenhand.bad("copy", path, plain)
    evenhand.bad("copy", archive, plain, "--passphrase-file", passphrase())
    evenhand.bad("copy", path, archive, "--passphrase-file", passphrase())


def from_stdin():
    _, archive = make()
    out = evenhand.folder / "stdin.evenhand"
    run = subprocess.run([evenhand.program, "copy", archive, out, "--passphrase-file", "-"],
                         env=evenhand.environment, input=WORDS + "\n", text=True,
                         capture_output=True, check=False)
    assert run.returncode == 0 and not run.stderr, run
    assert people(out)


def merged():
    path, archive = make()
    other = evenhand.new("other.evenhand")
    told = evenhand.good("merge", other, archive, "--passphrase-file", passphrase(), "--json").json
    assert told["people"] == len(people(path)), told
    evenhand.bad("merge", other, archive)


def refused():
    path, archive = make()
    out = evenhand.folder / "no.evenhand"
    evenhand.bad("copy", archive, out)
    told = evenhand.bad("copy", archive, out, "--passphrase-file", passphrase("other words", "wrong"))
    assert "passphrase" in told.err, told
    evenhand.bad("copy", path, evenhand.folder / "s.zip", "--passphrase-file", passphrase("short", "s"))
    evenhand.bad("copy", path, evenhand.folder / "s.zip", "--passphrase-file",
                 evenhand.folder / "none")
    evenhand.bad("copy", path, evenhand.folder / "s.zip", status=2)
    evenhand.bad("copy", path, out, "--passphrase-file", passphrase(), status=2)
    evenhand.bad("copy", archive, evenhand.folder / "s.zip", status=2)
    evenhand.bad("list", archive, "people")
    archive.write_bytes(archive.read_bytes()[:-100])
    evenhand.bad("copy", archive, out, "--passphrase-file", passphrase())
    assert not out.exists() and not (evenhand.folder / "s.zip").exists()


def not_a_project():
    """What is inside is looked at as closely as any file from outside."""
    other = evenhand.write("story.evenhand", "Once upon a time, " * 20)
    subprocess.run(["bsdtar", "--format=zip", "-cf", "story.zip", other.name], cwd=evenhand.folder,
                   check=True)
    told = evenhand.bad("copy", "story.zip", "out.evenhand")
    assert "not an Evenhand project" in told.err, told
    assert "story" in told.err, told


def nothing_is_left():
    """Neither of what worked nor of what did not."""
    make()
    private = evenhand.folder / "home" / "data" / "evenhand" / "private"
    assert {each.name for each in private.iterdir()} == {"lock"}, list(private.iterdir())


def is_aes_256():
    """The extra field of WinZip's AES: vendor AE, strength 3 = 256 bits; stored as method 99."""
    _, archive = make()
    data = archive.read_bytes()
    signature, _, flags, method = struct.unpack("<IHHH", data[:10])
    n_name, n_extra = struct.unpack("<HH", data[26:30])
    assert signature == 0x04034b50 and flags & 1 and method == 99, (signature, flags, method)
    assert data[30:30 + n_name].decode() == "Sharing power in research (sample).evenhand"
    extra = data[30 + n_name:30 + n_name + n_extra]
    fields = {}
    while extra:
        kind, size = struct.unpack("<HH", extra[:4])
        fields[kind] = extra[4:4 + size]
        extra = extra[4 + size:]
    _, vendor, strength, packing = struct.unpack("<H2sBH", fields[0x9901])
    assert (vendor, strength, packing) == (b"AE", 3, 8), fields
    for word in (b"Asha", b"SQLite", b"participant"):
        assert word not in data


def bsdtar_opens_it():
    path, archive = make()
    out = subprocess.run(["bsdtar", "-xOf", archive, "--passphrase", WORDS], capture_output=True,
                         check=True).stdout
    taken = evenhand.folder / "bsdtar.evenhand"
    taken.write_bytes(out)
    assert people(taken) == people(path)


def seven_zip_opens_it():
    path, archive = make()
    told = subprocess.run(["7z", "l", "-slt", archive], capture_output=True, text=True, check=True)
    assert "Method = AES-256 Deflate" in told.stdout, told.stdout
    folder = evenhand.folder / "seven"
    subprocess.run(["7z", "x", f"-p{WORDS}", f"-o{folder}", archive], capture_output=True, check=True)
    taken = list(folder.iterdir())
    assert len(taken) == 1 and people(taken[0]) == people(path)
    wrong = subprocess.run(["7z", "t", "-pnot these words", archive], capture_output=True,
                           check=False)
    assert wrong.returncode != 0


def main():
    tap = Tap()
    tap.run("a protected copy is made and opened again", there_and_back)
    tap.run("the passphrase can come in on stdin", from_stdin)
    tap.run("a protected copy can be brought into another project", merged)
    tap.run("what cannot be done is said in a line, and leaves nothing", refused)
    tap.run("the archive says AES with 256 bits, and shows no word", is_aes_256)
    for tool, what, function in (
            ("bsdtar", "bsdtar opens a protected copy", bsdtar_opens_it),
            ("bsdtar", "an archive of something else is refused", not_a_project),
            ("7z", "7-Zip opens a protected copy", seven_zip_opens_it)):
        if shutil.which(tool):
            tap.run(what, function)
        else:
            tap.skip(what, f"{tool} is not here")
    tap.run("nothing readable stays behind", nothing_is_left)
    tap.finish()


if __name__ == "__main__":
    main()
