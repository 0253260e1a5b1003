#!/usr/bin/python3
"""A damaged file: it is said, what can be read is saved in a new file and opened, and the damaged one
stays as it was. And what is past its date is deleted when the project is opened, and said.

Usage: test_damaged.py BUILD_FOLDER.
"""

import datetime
import pathlib
import sqlite3
import subprocess
import sys

from product import Product
from session import Session
from tap import Tap


def expect(found, wanted):
    assert found == wanted, f"{found!r} instead of {wanted!r}"


def damage(file):
    """Takes one leaf of the insights away."""
    db = sqlite3.connect(file)
    root = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'insight'").fetchone()[0]
    db.close()
    whole = bytearray(file.read_bytes())
    at = (root - 1) * 4096
    leaf = (int.from_bytes(whole[at + 8:at + 12], "big") - 1) * 4096
    whole[leaf:leaf + 4096] = bytes(4096)
    file.write_bytes(whole)
    return bytes(whole)


def find_in(session, application, role, name, what):
    """Something in whichever window it is."""
    return session.wait(lambda: next(
        (found for window in application.windows if (found := window.look(role, name))), None),
                        what=what)


def recovered(session, product):
    folder = session.folder / "here"
    folder.mkdir()
    file = folder / "Ours.evenhand"
    product.run("new", "--sample", file)
    before = damage(file)
    application = product.start(session, file)
    find_in(session, application, "button", "*ecover What Can Be Read*", "the way out").click()
    name = find_in(session, application, "text box", "Name:*", "the question where to save")
    name.set_text(str(folder / "New.evenhand"))
    find_in(session, application, "button", "*Save*", "the button that saves").click()
    find_in(session, application, "label", "*of 68 insights*24 of 24 people*", "what was saved")
    find_in(session, application, "button", "*pen the New File*", "the button that opens").click()
    window = application.window()
    product.wait_open(window)
    expect(file.read_bytes() == before, True)
    expect((folder / "New.evenhand").exists(), True)
    expect(application.quit(), 0)


def from_backup(session, product):
    """A file that was cut short, of which there is a backup: that is copied and opened."""
    folder = session.folder / "here"
    folder.mkdir()
    file = folder / "Ours.evenhand"
    said = folder / "said.csv"
    said.write_text('text\n"Nobody told us about the lift"\n')
    product.run("new", "--sample", file)
    # As the same person runs it, so that the backup is theirs.
    subprocess.run([product.command, "import", file, said, "--as", "insights"], check=True,
                   capture_output=True, env=session.env | product.env(product.build / "po"))
    whole = file.read_bytes()
    file.write_bytes(whole[:len(whole) * 2 // 3])
    application = product.start(session, file)
    find_in(session, application, "heading", "Ours.evenhand", "which file it is")
    find_in(session, application, "button", "*pen the backup from*", "the backup").click()
    name = find_in(session, application, "text box", "Name:*", "the question where to put it")
    expect(name.text, "Ours from backup.evenhand")
    name.set_text(str(folder / "New.evenhand"))
    find_in(session, application, "button", "*Save*", "the button that saves").click()
    window = application.window()
    product.wait_open(window)
    expect(file.read_bytes() == whole[:len(whole) * 2 // 3], True)
    expect(len(sqlite3.connect(folder / "New.evenhand").execute(
        "SELECT id FROM insight").fetchall()), 68)
    expect(application.quit(), 0)


def overdue(session, product):
    file = session.folder / "Overdue.evenhand"
    product.run("new", "--sample", file)
    yesterday = (datetime.date.today() - datetime.timedelta(days=1)).isoformat()
    db = sqlite3.connect(file)
    row = db.execute("SELECT id FROM access_need ORDER BY id").fetchone()[0]
    db.execute("UPDATE access_need SET kind = 'quixotic trampoline', delete_after = ? WHERE id = ?",
               (yesterday, row))
    db.commit()
    db.close()
    application = product.start(session, file)
    window = application.window()
    product.wait_open(window)
    window.find("label", "1 access need was deleted for good*")
    session.wait(lambda: b"quixotic trampoline" not in file.read_bytes(), seconds=20,
                 what="the need to be gone from the file")


def main():
    tap = Tap()
    product = Product(pathlib.Path(sys.argv[1]))
    for name, run in (("what can be read of a damaged file is saved in a new one", recovered),
                      ("a backup of a damaged file is opened as a copy", from_backup),
                      ("what is past its date is deleted", overdue)):
        with Session() as session:
            tap.run(name, run, session, product)
    tap.finish()


if __name__ == "__main__":
    main()
