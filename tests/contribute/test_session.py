#!/usr/bin/python3
"""How the page begins, what it tells of who has come, and how it ends. Usage: test_session.py SERVE"""

import os
import pathlib
import socket
import sys
import time

import phones
from phones import form, request, send, talk
from tap import Tap

ANOTHER = "127.0.0.2"  # a device that is not the one that serves


def page(server, source=None):
    head = f"GET {server.path} HTTP/1.1\r\nHost: {server.host}\r\n\r\n"
    return talk(server, head.encode(), keep_open=True, source=source)


def test_reached(tap, server):
    """This computer itself does not count; whoever asks for something else has at least come."""
    page(server)
    state = server.state()
    tap.result(not state["reached"] and not state["knocked"], "nobody has come yet", str(state))
    answer = talk(server, f"GET / HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode(), keep_open=True, source=ANOTHER)
    state = server.wait_for(lambda s: s["knocked"])
    tap.result(answer.status == 404 and not state["reached"], "another device has come, but not to the page", str(state))
    page(server, source=ANOTHER)
    state = server.wait_for(lambda s: s["reached"])
    tap.result(state["reached"], "and then to the page")


def test_asks(tap, server):
    server.ask("slips 3")
    seen = []
    for asked in range(4):
        server.ask(f"asks {asked}")
        fields = form(server)
        seen.append(("code" in fields, "group" in fields))
    tap.result(seen == [(False, False), (True, False), (False, True), (True, True)],
               "the page asks what it shall about who writes", str(seen))
    tap.result("need not say" in page(server).text and "fieldset" in page(server).text, "and says that nobody need say")
    server.ask("asks 0")
    tap.result("Nobody asks who you are" in page(server).text and "fieldset" not in page(server).text,
               "or that nobody is asked")
    stale = form(server) | {"group": "1"}
    answer, _ = send(server, "from nobody", group=stale["group"])
    tap.result(answer.status == 303 and server.rows()[-1]["role_group_id"] in (None, 0),
               "what was not asked is not taken")
    server.ask("asks 3")


def test_reason(tap, server):
    """Whoever sent it reads why it was refused."""
    answer, own = send(server, "Ms Example said so")
    server.wait_for(lambda s: s["waiting"] > 0)
    server.ask("refuse")
    text = request(server, own).text
    tap.result(answer.status == 303 and "not put on the wall" in text and "It names somebody" in text,
               "the reason is on the page of whoever sent it")
    other, theirs = send(server, "something else")
    tap.result(other.status == 303 and "It names somebody" not in request(server, theirs).text, "and on nobody else's")


def test_ends(tap, server):
    """When nobody has had to do with it for too long; a computer that slept does not count its timers."""
    server.ask("slept 7100")
    tap.result(server.state()["running"], "a long break does not end it")
    server.ask("slept 7300")
    state = server.state()
    tap.result(not state["running"], "two hours without anybody do", str(state))
    try:
        answer = page(server)
        refused = answer.status == 0
    except OSError:
        refused = True
    tap.result(refused, "and nothing listens any more")
    before = server.link
    server.say("start")
    server.use_link(server.answer())
    tap.result(server.link != before and page(server).status == 200, "it can be started again, under another link")
    server.ask("idle 2")
    time.sleep(1.2)
    send(server, "just in time")
    server.wait_for(lambda s: s["waiting"] > 0)
    server.ask("slept 1")
    tap.result(server.state()["running"], "whoever sends something keeps it going")
    server.ask("idle 0")
    server.ask("slept 100000")
    tap.result(server.state()["running"], "unless it shall never end")


def has_ipv6():
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


def listening(process):
    """Addresses at which a process listens, as the system's own table has them."""
    inodes = set()
    for each in pathlib.Path(f"/proc/{process}/fd").iterdir():
        try:
            target = os.readlink(each)
        except OSError:
            continue
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    found = []
    for table in ("tcp", "tcp6"):
        for line in pathlib.Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            parts = line.split()
            if parts[3] == "0A" and parts[9] in inodes:
                found.append((table, parts[1].split(":")[0]))
    return found


def test_ipv6(tap, program):
    """Served at that address, and at no other."""
    server = phones.Server(program, address="::1")
    tap.result(server.link.startswith("http://[::1]:"), "the link has its brackets", server.link)
    answer, own = send(server, "by the newer protocol")
    tap.result(answer.status == 303 and request(server, own).status == 200, "what is sent arrives", str(answer.status))
    tap.result(request(server, host=f"127.0.0.1:{server.port}").status == 421, "another name is refused")
    found = listening(server.process.pid)
    tap.result(found == [("tcp6", "0" * 24 + "01000000")], "nothing else is listened to", str(found))
    tap.result(server.end() == 0, "it ends well")


def main(program):
    tap = Tap()
    server = phones.Server(program)
    found = listening(server.process.pid)
    tap.result(found == [("tcp", "0100007F")], "only the chosen address is listened to", str(found))
    for test in (test_reached, test_asks, test_reason, test_ends):
        print(f"# {test.__name__}", flush=True)
        test(tap, server)
    tap.result(server.end() == 0, "the server ends well")
    if has_ipv6():
        test_ipv6(tap, program)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
