#!/usr/bin/python3
"""Whether phones reach the page is said in plain words, with the ways round when they do not; what the
page asks about who writes is chosen; the page ends with the workshop.

Usage: test_phones.py BUILD_FOLDER. On the sample project, served to this computer alone; another
address of it stands for a phone.
"""

import http.client
import re
import sys
import urllib.parse

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

LOOPBACK = "This computer alone*"
PHONE = "127.0.0.2"
NO_WAY = re.compile("to this computer alone, to try it out|is on no network|given this computer no address")


class Phones:
    def __init__(self, session, product):
        self.session = session
        self.keyboard = session.keyboard
        self.application = product.start(session, product.sample(session.folder))
        self.main = self.application.window()
        product.wait_open(self.main)
        self.window = None

    def open(self):
        self.main.act("win.phones")
        self.window = self.application.window("Phones", besides=[self.main])
        self.session.settle()

    def link(self):
        label = self.window.find("label", "*127.0.0.1:*")
        return "http://" + label.name.strip("\u2066\u2069").replace(" ", "")

    def get(self, path=None):
        """As a phone asks for it, from an address that is not the page's."""
        parts = urllib.parse.urlsplit(self.link())
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20,
                                                source_address=(PHONE, 0))
        connection.request("GET", path or parts.path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def no_way(phones):
    """Nobody can come to where it is served: that is said at once, and the ways round are there."""
    phones.open()
    phones.window.find("combo box", "Network").choose(LOOPBACK)
    phones.window.find("button", "*Start").click()
    phones.window.find("label", NO_WAY)
    phones.window.find("heading", "Ways round")
    phones.window.find("button", "*rint Slips…")
    phones.window.find("button", "From *and to Hand…")
    expect(lint.unnamed(phones.window), [])


def knocked(phones):
    """Somebody who typed half of the address."""
    expect(phones.get("/")[0], 404)
    phones.window.find("label", "A phone has reached this computer, but not the page.*")


def reached(phones):
    expect(phones.get()[0], 200)
    phones.window.find("label", "The page has been opened: the network works.")
    phones.window.gone("heading", "Ways round")


def asks(phones):
    choice = phones.window.find("combo box", "What the page asks about who writes")
    expect("Choose a group" in phones.get()[1], True)
    choice.choose("Nothing: nobody says who they are")
    phones.window.find("label", "Then nobody can be asked before their words are used*")
    phones.session.wait(lambda: "Nobody asks who you are" in phones.get()[1], what="the page to ask nothing")
    expect("Choose a group" in phones.get()[1], False)


def ends(phones):
    """Ended on the run screen, the workshop ends phones too."""
    phones.keyboard.press("Escape")
    phones.session.wait(lambda: len(phones.application.windows) == 1, what="the window to close")
    phones.main.act("win.run")
    phones.main.find(("button", "toggle button"), "More for this session").click()
    phones.main.find("menu item", "*nd the Session").click()
    phones.main.find("heading", "Workshop *")
    phones.open()
    phones.window.find("button", "*Start")
    phones.window.find("label", "Off")
    phones.keyboard.press("Escape")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1290, 890)) as session:
        phones = Phones(session, Product(build))
        tap.step("where no phone can come is said, with the ways round", no_way, phones)
        tap.step("who came, but not to the page, is told from nobody", knocked, phones)
        tap.step("a phone that opens the page is told at once", reached, phones)
        tap.step("what the page asks is chosen while it is served", asks, phones)
        tap.step("it ends with the workshop", ends, phones)
        tap.result(phones.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", phones.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
