#!/usr/bin/python3
"""What became of what came from a slip or a phone, read on a phone. Usage: test_letters.py SERVE"""

import sys

import phones
from phones import form, post, request, send
from tap import Tap


def letter(server, code, **more):
    path = f"{server.path}/letter"
    return post(server, form(server, path) | {"code": code} | more, path)


def test_off(tap, server):
    """Nothing of it is there until it is turned on."""
    _, own = send(server, "zebrawords of mine")
    server.wait_for(lambda s: s["waiting"] == 1)
    server.ask("accept")
    tap.result(request(server, f"{server.path}/letter").status == 404, "there are no letters at first")
    tap.result(request(server, f"{own}/letter").status == 404, "not even for a phone that is known")
    tap.result("/letter" not in request(server).text + request(server, own).text, "and no link to them")
    return own


def test_own_words_alone(tap, server, own):
    server.ask("letters 1")
    codes = server.ask("slips 3").split()[1:]
    send(server, "quaggawords of a slip", code=codes[0])
    server.wait_for(lambda s: s["waiting"] == 1)
    server.ask("accept")
    answer = letter(server, codes[0])
    tap.result(answer.status == 200 and "quaggawords" in answer.text and "zebrawords" not in answer.text,
               "whoever has the slip reads what came from it, and no more", answer.text)
    tap.result(answer.headers.get("cache-control") == "no-store", "which is kept nowhere")
    answer = letter(server, codes[0].lower())
    tap.result(answer.status == 200 and "quaggawords" in answer.text, "as it is typed")
    answer = letter(server, codes[1])
    tap.result(answer.status == 200 and "words" not in answer.text.split("<main")[1].split("<h2")[0].replace("your words", ""),
               "a slip from which nothing came tells nothing", answer.text)
    answer = request(server, f"{own}/letter")
    tap.result(answer.status == 200 and "zebrawords" in answer.text and "quaggawords" not in answer.text,
               "a phone reads what it sent", answer.text)
    tap.result("/letter" in request(server, own).text, "and is led there")
    return codes


def test_hostile(tap, server, own, codes):
    """No other phone, no stamp of another's making, no guessing."""
    made_up = "A" * len(own.rsplit("/", 1)[1])
    tap.result(request(server, f"{server.path}/{made_up}/letter").status == 404,
               "a key that sent nothing leads nowhere")
    tap.result(letter(server, codes[0], stamp="x").status == 403, "a form of another's making is not taken")
    statuses = [letter(server, "BBBBB").status for _ in range(14)]
    tap.result(422 in statuses and statuses[-1] == 429, "whoever tries codes is made to wait", str(statuses))
    answer = letter(server, codes[0])
    tap.result(answer.status == 429 and "quaggawords" not in answer.text,
               "and cannot tell a hit from a miss", str(answer.status))
    server.ask("letters 0")
    tap.result(request(server, f"{own}/letter").status == 404, "off is off")


def main(program):
    tap = Tap()
    server = phones.Server(program)
    try:
        own = test_off(tap, server)
        codes = test_own_words_alone(tap, server, own)
        test_hostile(tap, server, own, codes)
    finally:
        code = server.end()
    tap.result(code == 0, "it ends well", str(code))
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
