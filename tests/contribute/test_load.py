#!/usr/bin/python3
"""Fifty phones at once, and a laptop that loses power. Usage: test_load.py SERVE

Three hundred are measured by ./dev bench.
"""

import collections
import sys
import threading
import time

import phones
from load import Load
from tap import Tap


def test_nothing_lost(tap, program):
    server = phones.Server(program)
    load = Load(server, 50, 4).run()
    tap.result(len(load.acknowledged) == 200 and not load.refused and not load.broken,
               "fifty phones send four things each, and all are acknowledged",
               f"{len(load.acknowledged)} acknowledged, {load.refused} refused, {load.broken} broken")
    texts = collections.Counter(row["text"] for row in server.rows())
    tap.result(texts == collections.Counter(load.acknowledged), "each is on disk once")
    state = server.wait_for(lambda s: s["waiting"] == 200)
    tap.result(state["phones"] == 50, "the window knows of each phone", str(state))
    server.ask("accept")
    server.wait_for(lambda s: s["accepted"] == 200 and s["waiting"] == 0)
    tap.result(server.end() == 0, "and all of it becomes insights")


def test_straight(tap, program):
    """The window takes in what arrives while it arrives: two connections write to one file."""
    server = phones.Server(program)
    server.ask("straight")
    load = Load(server, 30, 4).run()
    tap.result(len(load.acknowledged) == 120, "nothing is refused while the window writes too",
               f"{len(load.acknowledged)} acknowledged, {load.refused} refused")
    state = server.wait_for(lambda s: s["accepted"] == 120)
    tap.result(state["waiting"] == 0 and not state["trouble"], "all goes straight to the wall", str(state))
    server.end()


def test_killed(tap, program):
    server = phones.Server(program)
    load = Load(server, 40, 8)
    killer = threading.Thread(target=lambda: (wait_for_rows(server, 60), server.kill()))
    killer.start()
    load.run()
    killer.join()
    sent = {load.words.format(phone, n) for phone in range(40) for n in range(8)}
    tap.result(0 < len(load.acknowledged) < 320 and load.broken > 0, "the power goes in the midst of it",
               f"{len(load.acknowledged)} acknowledged, {load.broken} broken")
    server.begin()
    texts = collections.Counter(row["text"] for row in server.rows())
    tap.empty("all that was acknowledged is on disk", load.acknowledged - set(texts))
    tap.empty("nothing is there twice, and nothing that was not sent",
              [text for text, n in texts.items() if n > 1 or text not in sent])
    tap.result(server.end() == 0, "and the project opens again")


def wait_for_rows(server, n):
    """Watches from outside: the server has no time to be asked."""
    end = time.monotonic() + 60
    while len(server.rows()) < n and time.monotonic() < end:
        time.sleep(0.005)


def main(program):
    tap = Tap()
    for test in (test_nothing_lost, test_straight, test_killed):
        print(f"# {test.__name__}", flush=True)
        test(tap, program)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
