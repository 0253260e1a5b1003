#!/usr/bin/python3
"""What a workshop needs on paper. Usage: test_print.py COMMAND"""

import re
import shutil
import sqlite3
import stat
import subprocess

from command import start
from tap import Tap

evenhand = start()

KINDS = ("slips", "prompts", "tents", "sign-in", "consent", "run-sheet", "agenda")


def sample(name="sample.evenhand"):
    path = evenhand.folder / name
    if not path.exists():
        evenhand.good("new", path, "--sample")
    return path


def pages(path):
    """The words of each page, as a reader of the PDF gets them."""
    run = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
    return [page for page in run.stdout.decode().split("\f") if page.strip()]


def slips_of(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return dict(db.execute("SELECT number, code FROM slip"))


def slips_on(out):
    """Number and code of each slip on the pages."""
    found = {}
    for page in pages(out):
        rows = re.findall(r"^(\d+)\s+([A-Z0-9]{5})\b", page, re.MULTILINE)
        assert rows, page
        found.update((int(number), code) for number, code in rows)
    return found


def every_kind():
    for kind in KINDS:
        out = evenhand.folder / f"{kind}.pdf"
        evenhand.good("print", sample("kinds.evenhand"), kind, out)
        assert out.read_bytes().startswith(b"%PDF-"), kind
        assert stat.S_IMODE(out.stat().st_mode) == 0o600, kind
        assert pages(out), kind


def slips_match_the_project():
    out = evenhand.folder / "match.pdf"
    evenhand.good("print", sample(), "slips", out, "--count", "30")
    made = slips_of(sample())
    assert sorted(made) == list(range(1, 31)), made
    assert len(set(made.values())) == 30, "two slips have one code"
    assert slips_on(out) == made


def printed_again():
    """A page that was lost is printed again with the same numbers, and nothing is changed."""
    out = evenhand.folder / "again.pdf"
    before = sample().read_bytes()
    evenhand.good("print", sample(), "slips", out, "--first", "5", "--count", "8", "--per-page", "6")
    made = slips_of(sample())
    assert slips_on(out) == {n: made[n] for n in range(5, 13)}
    assert sample().read_bytes() == before, "printing again changed the project"
    evenhand.good("print", sample(), "slips", out, "--first", "29", "--count", "4")
    after = slips_of(sample())
    assert len(after) == 32 and all(after[n] == made[n] for n in made)


def names_are_who_is_expected():
    out = evenhand.folder / "names.pdf"
    path = evenhand.new("names.evenhand")
    source = evenhand.write(
        "people.csv", "name,group,workshops\n"
        "Dr Zofia Lis,Researchers,Monday\nMrs. Anna Byrne,Public contributors,Monday\n"
        "Tom Away,Researchers,Tuesday\n")
    evenhand.good("import", path, source)
    evenhand.good("print", path, "sign-in", out, "--workshop", "Monday")
    text = "\n".join(pages(out))
    assert "Tom Away" not in text, text
    assert "Zofia Lis" in text and "Anna Byrne" in text, text
    evenhand.good("print", path, "tents", out, "--workshop", "Monday", "--count", "2")
    tents = pages(out)
    words = " ".join(" ".join(tents).split())
    assert "Zofia Lis" in words and "Dr" not in words and "Mrs" not in words, words


def large_print():
    small, large = evenhand.folder / "small.pdf", evenhand.folder / "large.pdf"
    evenhand.good("print", sample(), "consent", small)
    evenhand.good("print", sample(), "consent", large, "--large", "24", "--paper", "letter")
    assert len(pages(large)) > len(pages(small))
    flat = [" ".join(" ".join(pages(path)).split()) for path in (small, large)]
    assert all("cannot be called back" in text and "Wording of this form: evenhand-" in text
               for text in flat), flat
    info = subprocess.run(["pdfinfo", str(large)], check=True, capture_output=True).stdout.decode()
    assert re.search(r"Page size: +612 x 792", info) and re.search(r"Tagged: +yes", info), info


def small_paper():
    """On half the paper every kind still fits, and no slip is cut off."""
    for kind in KINDS:
        out = evenhand.folder / f"small-{kind}.pdf"
        evenhand.good("print", sample("half.evenhand"), kind, out, "--paper", "a5")
        info = subprocess.run(["pdfinfo", str(out)], check=True, capture_output=True).stdout.decode()
        assert re.search(r"Page size: +419\.5\d* x 595\.2", info), (kind, info)
    made = slips_of(sample("half.evenhand"))
    out = evenhand.folder / "small-slips.pdf"
    assert slips_on(out) == made and len(pages(out)) == len(made) / 2


def nothing_planned():
    """No workshop, no prompts, nobody: a page all the same, or a sentence."""
    path = evenhand.new("bare.evenhand")
    out = evenhand.folder / "bare.pdf"
    for kind in KINDS[1:]:
        evenhand.good("print", path, kind, out)
        assert out.stat().st_size > 1000, kind
    evenhand.bad("print", path, "slips", out)
    evenhand.bad("print", path, "posters", out, status=2)
    evenhand.bad("print", path, "slips", out, "--count", "999999", status=2)


def long_words():
    """What is too long for a card is made to fit, and nothing of it is lost where there is room."""
    path = evenhand.new("long.evenhand")
    name = "Maximiliana Wolfeschlegelsteinhausenbergerdorff ap Llanfairpwllgwyngyllgogerychwyrndrobwll"
    source = evenhand.write("people.csv", f"name,group,workshops\n{name},Researchers,Monday\n")
    out = evenhand.folder / "long.pdf"
    evenhand.good("import", path, source)
    evenhand.good("print", path, "tents", out, "--workshop", "Monday")
    text = "".join("".join(pages(out)).split())
    assert "".join(name.split()) in text, text


def main():
    tap = Tap()
    tap.run("every kind is made, for its owner alone", every_kind)
    if shutil.which("pdftotext"):
        tap.run("numbers and codes on slips are those of the project", slips_match_the_project)
        tap.run("slips are printed again with the same numbers", printed_again)
        tap.run("names are those of who is expected", names_are_who_is_expected)
        tap.run("large print", large_print)
        tap.run("half the paper", small_paper)
        tap.run("nothing is planned", nothing_planned)
        tap.run("long names", long_words)
    else:
        tap.skip("words of the pages", "pdftotext is not installed")
    tap.finish()


if __name__ == "__main__":
    main()
