#!/usr/bin/python3
"""The page as a phone's browser has it, with script and without. Usage: test_browser.py SERVE"""

import os
import pathlib
import signal
import struct
import sys
import tempfile
import time

import axe
import browser
import phones
from tap import Tap

MESSAGES = {"Send": "Anfon", "Your words": "Eich geiriau", "It arrived": "Cyrhaeddodd",
            "What you sent from this phone": "Beth anfonoch chi", "Write something else": "Mwy"}


def write_catalogue(folder, language, messages):
    """A .mo file; its messages in order, as the format wants them."""
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n!=1;\n"
    entries = sorted([(b"", header.encode())] + [(k.encode(), v.encode()) for k, v in messages.items()])
    at, ids, texts, data = 28 + 16 * len(entries), b"", b"", b""
    for index in (0, 1):
        for entry in entries:
            part = struct.pack("<II", len(entry[index]), at + len(data))
            ids, texts = (ids + part, texts) if index == 0 else (ids, texts + part)
            data += entry[index] + b"\0"
    path = pathlib.Path(folder) / language / "LC_MESSAGES"
    path.mkdir(parents=True)
    (path / "evenhand.mo").write_bytes(struct.pack(
        "<IIIIIII", 0x950412DE, 0, len(entries), 28, 28 + 8 * len(entries), 0, at) + ids + texts + data)


def until(test, seconds=15):
    """Whether it comes true. A page that changes while it is looked at is looked at again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if test():
                return True
        except browser.WebDriverException:
            pass
        time.sleep(0.05)
    return False


def write(phone, words):
    phone.find("#text").clear()
    phone.find("#text").send_keys(words)


def press(phone, selector):
    phone.find(selector).click()


def go(phone, element):
    """Presses what leads to another page, and waits for that."""
    before = phone.find("html").id
    (phone.find(element) if isinstance(element, str) else element).click()
    assert until(lambda: phone.find("html").id != before and
                 phone.driver.execute_script("return document.readyState") == "complete"), "no other page came"


def test_without_script(tap, server):
    phone = browser.Phone(script=False, languages="en-GB,en")
    try:
        phone.open(server.link)
        tap.result(not phone.all("p.hint[role=status]"), "the browser runs no script")
        tap.result("What gets in the way of being heard?" == phone.find("h1").text and "not private" in phone.text(),
                   "the question is there, and that the network is not private")
        go(phone, "button.main")
        tap.result(phone.driver.title.startswith("Error: ") and phone.find("#text").get_attribute("aria-invalid") == "true"
                   and phone.find(".problem a").get_attribute("href").endswith("#text"),
                   "sending nothing is said in the title, in a summary and beside the field")
        write(phone, "Papers come too late\nto read")
        go(phone, "button.main")
        tap.result(phone.find("h1").text == "It arrived" and phone.find("#arrived").get_attribute("role") == "status"
                   and phone.find(".words").text == "Papers come too late\nto read", "it is seen to arrive")
        go(phone, phone.all(".choices a")[0])
        write(phone, "Papers come on the day")
        go(phone, "button.main")
        tap.result([row["text"] for row in server.rows()] == ["Papers come on the day"], "it can be changed")
        phone.open(phone.driver.current_url.split("&")[0])
        go(phone, phone.all(".choices a")[1])
        tap.result("cannot be undone" in phone.text(), "taking it back is asked about first")
        go(phone, "button.main")
        tap.result("The words are gone" in phone.text() and server.rows()[0]["text"] == "", "and is done")
        go(phone, ".button.main")
        write(phone, "Second thoughts")
        go(phone, "button.main")
        tap.result(len(phone.all(".sent")) == 2, "the same phone goes on with its own list")
        phone.open(server.link)
        go(phone, next(a for a in phone.all("nav a") if a.text == "Cymraeg"))
        tap.result(phone.find("button.main").text == "Anfon" and phone.find("html").get_attribute("lang") == "cy",
                   "another language can be chosen")
        write(phone, "Yn Gymraeg")
        go(phone, "button.main")
        tap.result(phone.find("h1").text == "Cyrhaeddodd" and server.rows()[-1]["language"] == "cy", "and stays chosen")
    finally:
        phone.close()


def test_with_script(tap, server):
    phone = browser.Phone(languages="en-GB,en")
    try:
        phone.open(server.link)
        write(phone, "half a sent")
        phone.open("about:blank")
        phone.open(server.link)
        tap.result(phone.find("#text").get_attribute("value") == "half a sent", "a draft is kept on the phone")
        before = len(server.rows())
        write(phone, "Sent when the network came back")
        phone.offline(True)
        press(phone, "button.main")
        tap.result(until(lambda: "Not sent yet" in phone.find("#status").text), "with no network it says that it is not sent")
        phone.offline(False)
        tap.result(until(lambda: phone.find("h1").text == "It arrived", 30), "and is sent when there is one", phone.text())
        tap.result([row["text"] for row in server.rows()[before:]] == ["Sent when the network came back"], "once")
        phone.open(server.link)
        tap.result(phone.find("#text").get_attribute("value") == "", "what has arrived is no draft any more")
        tap.result(phone.find("#own").is_displayed(), "the phone finds what it sent after scanning again")
        go(phone, "#own a")
        tap.result("Sent when the network came back" in phone.text(), "all of it")

        go(phone, "#forget button")
        tap.result(not phone.find("#own").is_displayed() and phone.find("#text").get_attribute("value") == "",
                   "a tablet that goes from hand to hand can forget")

        phone.open(server.link)
        write(phone, "Sent while the laptop slept")
        os.kill(server.process.pid, signal.SIGSTOP)
        press(phone, "button.main")
        time.sleep(1)
        os.kill(server.process.pid, signal.SIGCONT)
        tap.result(until(lambda: phone.find("h1").text == "It arrived", 30), "a laptop that wakes up takes it")
        tap.result([row["text"] for row in server.rows()].count("Sent while the laptop slept") == 1, "once too")

        phone.open(server.link)
        phone.driver.execute_script("document.getElementById('text').value = '😀'.repeat(1990)")
        phone.find("#text").send_keys("x")
        tap.result(until(lambda: "9" in "".join(p.text for p in phone.all("p.hint[role=status]"))),
                   "characters are counted as the laptop counts them")
        phone.find("#text").send_keys("0123456789")
        press(phone, "button.main")
        tap.result(until(lambda: phone.driver.title.startswith("Error: ")) and "1 character too long" in phone.text(),
                   "and what is too long is told by how much")
        tap.empty("the browser complains of nothing", phone.complaints())
    finally:
        phone.close()


def try_axe(tap, phone, name):
    """The page that is shown, through an accessibility engine, narrow and wide, light and dark."""
    if axe.missing():
        tap.skip(f"{name}: axe finds no violation", axe.missing())
        return
    faults = []
    for width in (320, 1280):
        for dark in (False, True):
            phone.device(width, dark)
            faults += [f"{width}{' dark' if dark else ''}: {fault}" for fault in axe.violations(phone.driver)]
    tap.empty(f"{name}: axe finds no violation", faults)


def test_looks(tap, server):
    phone = browser.Phone(languages="ar")
    try:
        phone.open(server.link)
        tap.result(phone.find("html").get_attribute("dir") == "rtl" and
                   phone.driver.execute_script("return getComputedStyle(document.querySelector('h1')).direction") == "ltr"
                   and phone.driver.execute_script("return getComputedStyle(document.body).direction") == "rtl",
                   "the page runs from right to left, and the project’s own words as they do")
        code = server.ask("slips 1").split()[1]
        until(lambda: 'name="code"' in phones.request(server).text)
        _, mine = phones.send(server, "A" * 300 + " " + "long words " * 20, code=code)
        faulty = f"{server.link}?lang=en"
        own = f"http://{server.host}{mine}"
        key = next(a.get_attribute("href") for a in (phone.open(own), phone.all(".choices a"))[1])
        pages = {"the form": server.link, "what was sent": own, "changing": key,
                 "taking back": key.replace("?", "/back?"), "in English": faulty}
        for name, link in pages.items():
            faults = []
            phone.open(link)
            for width in (320, 400, 1280):
                for dark in (False, True):
                    phone.device(width, dark)
                    faults += [f"{width}{' dark' if dark else ''}: {fault}" for fault in phone.look()]
            tap.empty(f"{name}: contrast, targets, width and marks, at 320 pixels and wide, light and dark", faults)
            tap.empty(f"{name}: everything has a name for a screen reader", phone.unnamed())
            try_axe(tap, phone, name)
        phone.open(faulty)
        phone.device(320)
        write(phone, "x")
        phone.find("#code").send_keys("BBBBB")
        press(phone, "button.main")
        until(lambda: phone.driver.title.startswith("Error: "))
        tap.empty("a form with a fault looks right too", phone.look() + phone.unnamed())
        try_axe(tap, phone, "a form with a fault")
        described = phone.find("#code").get_attribute("aria-describedby")
        tap.result("code-problem" in described and "code-hint" in described, "the fault is tied to its field")
        server.ask("accept")
        server.ask("wall")
        until(lambda: phones.request(server, server.path + "/wall").status == 200)
        phone.open(server.link + "/wall?lang=en")
        tap.empty("the shared wall looks right", phone.look() + phone.unnamed())
        try_axe(tap, phone, "the shared wall")
    finally:
        phone.close()


def main(program):
    tap = Tap()
    why = browser.missing()
    if why:
        tap.skip("the page in a browser", why)
        tap.finish()
    with tempfile.TemporaryDirectory(prefix="evenhand-catalogues-") as catalogues:
        write_catalogue(catalogues, "cy", MESSAGES)
        write_catalogue(catalogues, "ar", {"Send": "أرسل", "Your words": "كلماتك"})
        server = phones.Server(program, env=os.environ | {"EVENHAND_LOCALE_DIR": catalogues})
        for test in (test_without_script, test_with_script, test_looks):
            print(f"# {test.__name__}", flush=True)
            test(tap, server)
        tap.result(server.end() == 0, "the server ends well")
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
