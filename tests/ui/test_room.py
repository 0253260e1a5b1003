#!/usr/bin/python3
"""Phones and the wall in the real window: started on this computer alone, written to as a phone
does, waited for, accepted by key, seen on the wall, undone, stopped.

Usage: test_room.py BUILD_FOLDER. On the sample project.
"""

import concurrent.futures
import html.parser
import json
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

LOOPBACK = "This computer alone*"
WORDS = "The lift was broken, so two of us waited outside."


class Form(html.parser.HTMLParser):
    """What a form holds, as a browser would send it back."""

    def __init__(self, text):
        super().__init__()
        self.fields = {}
        self.select = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "input" and "name" in a and (a.get("type") != "radio" or "checked" in a):
            self.fields[a["name"]] = a.get("value", "")
        elif tag == "textarea":
            self.fields[a["name"]] = ""
        elif tag == "select":
            self.select = a["name"]
        elif tag == "option" and self.select and ("selected" in a or self.select not in self.fields):
            self.fields[self.select] = a.get("value", "")


def get(link):
    with urllib.request.urlopen(link, timeout=20) as answer:
        return answer.status, answer.read().decode()


def send(link, words, fields=None):
    """One phone: opens the page, writes, sends."""
    fields = dict(fields or Form(get(link)[1]).fields)
    fields["text"] = words
    data = urllib.parse.urlencode(fields).encode()
    with urllib.request.urlopen(link, data, timeout=30) as answer:
        return answer.status


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


class Room:
    def __init__(self, session, product):
        self.session = session
        self.keyboard = session.keyboard
        self.application = product.start(session, product.sample(session.folder))
        self.main = self.application.window()
        session.wait(lambda: "win.phones" in self.main.actions, what="the action")
        product.wait_open(self.main)
        self.phones = self.wall = None

    def link(self):
        label = self.phones.find("label", "*127.0.0.1:*")
        return "http://" + label.name.strip("\u2066\u2069").replace(" ", "")


def start(room):
    room.main.act("win.phones")
    room.phones = room.application.window("Phones", besides=[room.main])
    room.session.settle()
    expect(lint.unnamed(room.phones), [])
    room.phones.find("combo box", "Network").choose(LOOPBACK)
    room.phones.find("button", "*Start").click()
    room.phones.find("image", "QR code for http://127.0.0.1:*")
    expect(get(room.link())[0], 200)
    expect(lint.unnamed(room.phones), [])


def receive(room):
    expect(send(room.link(), WORDS), 200)
    room.phones.find("list item", f"{WORDS}*")
    room.main.find("button", "1 phone · 1 waiting")


def insights(room, words):
    """How many there are in the Insights place that have these words."""
    room.main.act("win.place-insights")
    room.session.settle()
    return len(room.main.all("list item", f"*{words}*"))


def accept(room):
    room.phones.find("list item", f"{WORDS}*").point()
    room.keyboard.press("a")
    room.phones.gone("list item", f"{WORDS}*")
    room.main.find("button", "1 phone")


def wall(room):
    room.main.act("win.wall")
    room.wall = room.application.window("Wall", besides=[room.main, room.phones])
    room.wall.find("label", WORDS)
    room.session.settle()
    expect(lint.unnamed(room.wall), [])


def wall_names(room):
    """Nobody stands on the wall by a name that they did not choose to be known by."""
    people = json.loads(room.product.run("list", room.file, "people", "--json"))
    shown = "\n".join(item.name for item in room.wall.walk())
    hidden = [p["name"] for p in people if p["credit"] in ("anonymous", "not_listed", "role_only", "ask")]
    if not hidden:
        raise Trouble("nobody in the sample wants to stay unnamed: this shows nothing")
    expect([name for name in hidden if name in shown], [])


def wall_hidden(room):
    """While names are hidden from the room, not even who chose to be named is."""
    room.wall.find("label", "*Siân Llewellyn-Rees*")
    room.main.act("win.room-display")
    room.wall.gone("label", "*Siân Llewellyn-Rees*")
    shown = "\n".join(item.name for item in room.wall.walk())
    expect("Siân" in shown, False)
    room.main.act("win.room-display")
    room.wall.find("label", "*Siân Llewellyn-Rees*")


def faces(room):
    """The question with the code, and charts, by their keys: the bar is gone by now."""
    room.keyboard.press("2")
    room.wall.find("image", "QR code for http://127.0.0.1:*")
    room.keyboard.press("3")
    room.wall.find("label", "Voice balance")
    room.keyboard.press("1")
    room.wall.find("label", WORDS)


def undo(room):
    room.phones.act("phones.undo")
    room.phones.find("list item", f"{WORDS}*was accepted before")
    room.wall.gone("label", WORDS)


def refuse(room):
    """It asks why, and Enter is enough."""
    room.main.act("win.phones")
    room.session.settle()
    room.phones.find("list item", f"{WORDS}*").point()
    room.keyboard.press("r")
    field = room.phones.find("text box", "Why, in a few words*")
    room.session.wait(lambda: room.application.focused() == field, what="the keyboard in the reason")
    room.keyboard.type("said twice")
    room.keyboard.press("Return")
    room.phones.gone("list item", f"{WORDS}*")
    room.phones.find("combo box", "What was sent").choose("Refused (1)")
    room.phones.find("list item", f"{WORDS}*Told why: *said twice*")
    room.phones.find("button", "Let It *Wait Again").click()
    room.phones.find("label", "Nothing was refused*")
    room.phones.find("combo box", "What was sent").choose("Waiting (1)")
    room.phones.find("list item", f"{WORDS}*")


def many(room):
    """Three hundred at once, and the window answers between them."""
    link = room.link()
    slowest = 0.0
    chip = room.main.find("button", "* waiting")
    with concurrent.futures.ThreadPoolExecutor(24) as pool:
        done = [pool.submit(one, link, i) for i in range(300)]
        while not all(each.done() for each in done):
            began = time.monotonic()
            # One question, which the thread that draws answers between two frames.
            expect(chip.name.endswith("waiting"), True)
            slowest = max(slowest, time.monotonic() - began)
            time.sleep(0.05)
    lost = [each.result() for each in done if each.result() != 200]
    expect(lost, [])
    room.main.find("button", "* · 301 waiting")
    if slowest > 1.5:
        raise Trouble(f"the window took {slowest:.1f} s to answer")


def one(link, number):
    """As long as the page asks to wait, as a phone does."""
    for _ in range(60):
        try:
            return send(link, f"Said by number {number}")
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503):
                return error.code
            time.sleep(min(float(error.headers.get("Retry-After", 1)), 2.0))
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    return 0


def accept_all(room):
    room.phones.find("button", "Accept A*ll Shown").click()
    room.phones.find("label", "Nothing waits.*", seconds=30)
    room.phones.act("phones.undo")
    room.phones.find("button", "Accept A*ll Shown", seconds=30)


def stop(room):
    link = room.link()
    room.phones.find("button", "S*top").click()
    room.phones.find("button", "*Start")
    try:
        get(link)
        raise Trouble("the page is still there")
    except (urllib.error.URLError, OSError):
        pass
    room.main.find("button", "* waiting")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1290, 890)) as session:
        product = Product(build)
        room = Room(session, product)
        room.product = product
        room.file = next(pathlib.Path(session.folder).glob("*.evenhand"))
        tap.step("phones are started, and the page is there", start, room)
        tap.step("what a phone sends waits for a nod, and the header says so", receive, room)
        tap.step("a key accepts it", accept, room)
        tap.step("it is on the wall", wall, room)
        tap.step("the wall names nobody who did not choose it", wall_names, room)
        tap.step("while names are hidden it names nobody at all", wall_hidden, room)
        tap.step("its other faces are the question and the charts", faces, room)
        tap.step("an undo takes it back, to wait again", undo, room)
        tap.step("what is refused is kept and can wait again", refuse, room)
        tap.step("three hundred at once leave the window at hand", many, room)
        tap.step("all that is shown is accepted as one step", accept_all, room)
        tap.step("stopped, the link leads nowhere, and what waits is still said", stop, room)
        code = room.application.quit()
        tap.result(code == 0, "it closes well")
        tap.empty("it complained of nothing", room.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
