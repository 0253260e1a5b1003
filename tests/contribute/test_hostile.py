#!/usr/bin/python3
"""What anybody on the network may try. Usage: test_hostile.py SERVE

Bytes are written by hand, so that nothing between the test and the server tidies them up.
"""

import socket
import sys
import threading
import time

import phones
from phones import encode, form, post, request, send, talk
from tap import Tap


def statuses(server, cases):
    """(name, raw bytes, wanted statuses) that did not answer as wanted."""
    wrong = []
    for name, raw, wanted in cases:
        answer = talk(server, raw)
        if answer.status not in wanted:
            wrong.append(f"{name}: {answer.status}")
    return wrong


def get(server, path, host=None):
    return f"GET {path} HTTP/1.1\r\nHost: {host or server.host}\r\n\r\n".encode()


def test_paths(tap, server):
    token = server.path
    one_off = token[:-1] + ("a" if token[-1] != "a" else "b")
    tricks = ["/", "//", token + "/..", token + "/../..", token + "//", token + "/%2e%2e/etc/passwd",
              token + "%00", token + "/page.css%00", token + "/page.css/",
              token.upper() + "x", one_off, token[:-1], token + "a", "/" + token, token + ";x",
              token + "\\", token + "/org/evenhand", token + "/../../../../etc/passwd", "/etc/passwd", "/favicon.ico",
              token + "/" + "a" * 16 + "/more/back", token + "/" + "a" * 2000, token + "/wall", token + "/%77all"]
    tap.empty("paths that are none of ours lead nowhere",
              statuses(server, [(path[:60], get(server, path), {404, 400}) for path in tricks]))
    dots = talk(server, get(server, token + "/page.css/../../../.." + token + "/page.js"))
    tap.result(dots.status in (400, 404) or dots.body == request(server, token + "/page.js").body,
               "dots lead no further than to the page itself")
    tap.empty("requests that are no requests are not served", statuses(server, [
        ("no version", f"GET {token}\r\n\r\n".encode(), {0, 400, 421}),
        ("bad version", f"GET {token} HTTP/9.9\r\nHost: {server.host}\r\n\r\n".encode(), {0, 400, 505}),
        ("nothing", b"\r\n\r\n", {0, 400}),
        ("noise", bytes(range(256)) + b"\r\n\r\n", {0, 400}),
        ("NUL in a header", f"GET {token} HTTP/1.1\r\nHost: {server.host}\r\nX: a\0b\r\n\r\n".encode(), {0, 200, 400}),
        ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 500, {0, 400}),
        ("no host", f"GET {token} HTTP/1.1\r\n\r\n".encode(), {400, 421}),
        ("two hosts", f"GET {token} HTTP/1.1\r\nHost: {server.host}\r\nHost: evil.example\r\n\r\n".encode(), {400, 421}),
        ("absolute", f"GET http://evil.example{token} HTTP/1.1\r\nHost: evil.example\r\n\r\n".encode(), {400, 421}),
    ]))
    tap.empty("another name for this address is refused", statuses(server, [
        (host, get(server, token, host), {400, 421}) for host in
        ["evil.example", "localhost:%d" % server.port, "127.0.0.1", "127.0.0.1:1", server.host + ".evil.example"]]))
    answer = request(server, "/")
    tap.result("page.css" not in answer.text and token not in answer.text and "Sharing power" not in answer.text,
               "whoever does not know the link is told nothing of the project")


def test_methods(tap, server):
    answers = {m: request(server, method=m).status for m in
               ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND", "get"]}
    tap.empty("other methods are refused", [f"{m}: {s}" for m, s in answers.items() if s not in (400, 405, 0, 421, 404)])
    head = request(server, method="HEAD")
    tap.result(head.status == 200 and head.body == b"", "HEAD has no body")
    tap.result(request(server, method="PUT").headers.get("allow") == "GET, HEAD, POST", "what may be asked is said")


def test_headers(tap, server):
    wanted = {"content-security-policy": "default-src 'none'", "x-content-type-options": "nosniff",
              "cache-control": "no-store", "x-frame-options": "DENY", "referrer-policy": "same-origin",
              "permissions-policy": "camera=()", "cross-origin-resource-policy": "same-origin"}
    for name, answer in [("the page", request(server)), ("the script", request(server, server.path + "/page.js")),
                         ("a refusal", request(server, "/nothing")),
                         ("a form with a fault", post(server, form(server)))]:
        tap.empty(f"{name} has strict headers",
                  [k for k, v in wanted.items() if v not in answer.headers.get(k, "")])
    answer = request(server)
    csp = answer.headers["content-security-policy"]
    tap.result("unsafe" not in csp and "frame-ancestors 'none'" in csp and "base-uri 'none'" in csp,
               "the policy allows nothing inline, no frames, no other base")
    tap.result("<style" not in answer.text and " style=" not in answer.text and "onclick" not in answer.text
               and "set-cookie" not in answer.headers and "server" not in answer.headers,
               "nothing inline, no cookie, no name of the program")


def test_bodies(tap, server):
    path, host = server.path, server.host
    start = f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {phones.FORM}\r\n"
    begun = time.monotonic()
    large = talk(server, (start + "Content-Length: 10000000000\r\n\r\n").encode() + b"text=", keep_open=True)
    tap.result(large.status == 413 and time.monotonic() - begun < 5,
               "a body that says that it is huge is refused before it is read", str(large.status))
    tap.empty("bodies whose end is not known are refused", statuses(server, [
        ("chunked", (start + "Transfer-Encoding: chunked\r\n\r\n5\r\ntext=\r\n0\r\n\r\n").encode(), {411}),
        ("both", (start + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\ntext=").encode(), {400, 411}),
        ("no length", (start + "\r\ntext=x").encode(), {411}),
        ("negative", (start + "Content-Length: -1\r\n\r\ntext=x").encode(), {400, 413}),
        ("twice", (start + "Content-Length: 5\r\nContent-Length: 6\r\n\r\ntext=x").encode(), {400, 413}),
        ("words", (start + "Content-Length: many\r\n\r\ntext=x").encode(), {400, 413}),
        ("just too long", (start + f"Content-Length: {32 * 1024 + 1}\r\n\r\n").encode() + b"x" * 33000, {413}),
    ]))
    other = f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 4\r\n\r\n--x-"
    tap.result(talk(server, other.encode()).status == 415, "nothing but our own kind of form is taken")
    headers = get(server, path)[:-2] + b"".join(b"X-%d: %s\r\n" % (i, b"a" * 1000) for i in range(200))
    answer = talk(server, headers + b"\r\n")
    tap.result(answer.status in (0, 400, 413, 431), "headers without end are not kept", str(answer.status))
    answer = talk(server, b"GET /" + b"a" * 200_000)
    tap.result(answer.status in (0, 400, 404, 414, 431), "a line without end is not kept", str(answer.status))
    with_body = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\nhello"
    tap.result(talk(server, with_body.encode()).status == 400, "a question with a body is refused")


def test_words(tap, server):
    before = len(server.rows())
    fields = form(server)
    rest = encode({k: v for k, v in fields.items() if k != "text"})
    bad = [b"text=%ff%fe", b"text=%00", b"text=a%00b", b"text=%", b"text=%4", b"text=%zz", b"text=\xff\xfe",
           b"text=%ed%a0%80", b"text=%c0%af", b"text=%f4%90%80%80", b"text=a&text=b", b"&".join(b"f%d=" % i for i in range(100))]
    answers = [request(server, method="POST", body=rest + b"&" + each).status for each in bad]
    tap.empty("bad encodings are refused", [f"{b}: {s}" for b, s in zip(bad, answers) if s not in (400,)])
    tap.result(len(server.rows()) == before, "and leave nothing")
    nasty = "a\u202eb\u2066c\u2028d\u0007e\ufefff <script>alert(1)</script> '\"; DROP TABLE received; --\r\nend"
    answer, mine = send(server, nasty)
    row = server.rows()[-1]
    tap.result(answer.status == 303 and row["text"] == "abc\nde" + "f <script>alert(1)</script> '\"; DROP TABLE received; --\nend",
               "what turns or hides words is taken out, the rest kept as it was", repr(row["text"]))
    page = request(server, mine).text
    tap.result("<script>alert" not in page and "&lt;script&gt;alert" in page, "markup is shown as text")
    long = "ab" * 1000
    tap.result(send(server, long)[0].status == 303 and send(server, long + "c")[0].status == 422,
               "two thousand characters fit, one more does not")
    tap.result(send(server, "😀" * 2000)[0].status == 303 and send(server, "ক" * 2000)[0].status == 303,
               "in every script")
    tap.result(send(server, " \n\t \u2029")[0].status == 422, "nothing is no contribution")


def test_cross_site(tap, server):
    cases = {"Origin: http://evil.example": 403, "Sec-Fetch-Site: cross-site": 403, "Sec-Fetch-Site: same-site": 403,
             f"Origin: http://{server.host}": 303, "Sec-Fetch-Site: same-origin": 303}
    wrong = []
    for header, wanted in cases.items():
        answer = post(server, form(server) | {"text": "from elsewhere"}, headers=[header])
        if answer.status != wanted:
            wrong.append(f"{header}: {answer.status}")
    tap.empty("another site cannot send our form", wrong)
    fields = form(server) | {"text": "stamp"}
    wrong = [name for name, change in {
        "none": {"stamp": ""}, "made up": {"stamp": "a" * 48}, "changed": {"stamp": ("c" if fields["stamp"][0] == "b" else "b") + fields["stamp"][1:]},
        "no phone": {"phone": ""}, "phone made up": {"phone": "../../../etc/pas"},
    }.items() if post(server, fields | change).status != 403]
    tap.empty("a form that is not ours is not taken, and its words are kept in the page", wrong)
    tap.result("stamp</textarea>" in post(server, fields | {"stamp": ""}).text, "the words are still there")


def test_replay(tap, server):
    fields = form(server) | {"text": "said once"}
    first, again = post(server, fields), post(server, fields)
    tap.result(first.status == 303 and first.headers["location"] == again.headers.get("location"),
               "a form sent twice has the same answer twice")
    rows = [row for row in server.rows() if row["text"] == "said once"]
    tap.result(len(rows) == 1, "and is one contribution", str(len(rows)))
    post(server, fields | {"text": "said once, and better"})
    rows = [row for row in server.rows() if row["text"].startswith("said once")]
    tap.result([row["text"] for row in rows] == ["said once, and better"], "corrected before it was known to have arrived")
    other = form(server)["phone"]
    answer = post(server, fields | {"phone": other, "text": "stolen"})
    tap.result(answer.status == 404 and "stolen" not in [row["text"] for row in server.rows()],
               "another phone cannot use that form", str(answer.status))


def test_others(tap, server):
    _, mine = send(server, "mine alone")
    _, theirs = send(server, "theirs alone")
    page = request(server, theirs).text
    own_id = next(part.split("?")[0].split("/")[-1] for part in page.split('"') if part.startswith(theirs + "/")
                  and "more" not in part and "back" not in part)
    tap.result("mine alone" not in page, "a phone sees what it sent and nothing else")
    change = form(server, f"{theirs}/{own_id}")
    wrong = {
        "look": request(server, f"{mine}/{own_id}").status,
        "look at taking back": request(server, f"{mine}/{own_id}/back").status,
        "change": post(server, change | {"text": "changed by another"}, f"{mine}/{own_id}").status,
        "take back": post(server, change, f"{mine}/{own_id}/back").status,
        "a key of nobody": request(server, server.path + "/" + "a" * 16).status,
        "write with a key of nobody": request(server, server.path + "/" + "a" * 16 + "/more").status,
        "another id": request(server, f"{theirs}/1").status,
        "no id": request(server, f"{theirs}/xyz").status,
    }
    tap.empty("somebody else’s key, or none, leads nowhere", [f"{k}: {v}" for k, v in wrong.items() if v != 404])
    tap.result("theirs alone" in [row["text"] for row in server.rows()], "and changes nothing")
    answer = post(server, change | {"text": "changed by themselves"}, f"{theirs}/{own_id}")
    tap.result(answer.status == 303, "their own does")
    answer = post(server, form(server, f"{theirs}/{own_id}/back"), f"{theirs}/{own_id}/back")
    row = next(row for row in server.rows() if int(own_id, 16) == row["id"])
    tap.result(answer.status == 303 and row["text"] == "" and row["state"] == "taken_back", "and is taken back")
    tap.result(request(server, f"{theirs}/{own_id}").status == 404, "once")


def test_floods(tap, server):
    _, mine = send(server, "first of many")
    path = mine + "/more"
    codes = []
    for n in range(30):
        codes.append(post(server, form(server, path) | {"text": f"flood {n}"}).status)
    tap.result(codes.count(303) <= 12 and 429 in codes, "one phone can send some at once and not all it likes", str(codes))
    answer = post(server, form(server, path) | {"text": "kept while waiting"})
    tap.result(answer.status == 429 and int(answer.headers["retry-after"]) >= 1 and
               "kept while waiting</textarea>" in answer.text, "who has to wait is told how long, and keeps the words")
    tap.result(send(server, "from another phone")[0].status == 303, "others go on")


def test_slow(tap, server):
    """Those who say nothing, or one byte at a time, do not keep others out, and do not stay."""
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(380)]
    drip = socket.create_connection(("127.0.0.1", server.port))
    stop = threading.Event()

    def dripping():
        for byte in get(server, server.path)[:-2] + b"X: " + b"a" * 1000:
            if stop.wait(0.1):
                return
            try:
                drip.sendall(bytes([byte]))
            except OSError:
                return
    thread = threading.Thread(target=dripping)
    thread.start()
    begun = time.monotonic()
    tap.result(request(server).status == 200 and time.monotonic() - begun < 3,
               "the page comes while hundreds hold a line open")
    drip.settimeout(20)
    begun = time.monotonic()
    try:
        ended = drip.recv(1) == b""
    except ConnectionError:
        ended = True
    except TimeoutError:
        ended = False
    tap.result(ended and time.monotonic() - begun < 15, "who sends a byte at a time is shown out")
    stop.set()
    thread.join()
    idle[0].settimeout(5)
    try:
        ended = idle[0].recv(1) == b""
    except ConnectionError:
        ended = True
    except TimeoutError:
        ended = False
    tap.result(ended, "who says nothing too")
    for each in idle + [drip]:
        each.close()


def test_not_saved(tap, server):
    fields = form(server) | {"text": "while the disk is busy"}
    server.say("hold 4")
    server.answer()
    answer = post(server, fields)
    tap.result(answer.status == 503 and "while the disk is busy</textarea>" in answer.text,
               "what could not be saved is said not to be, and is still in the page", str(answer.status))
    server.state()
    tap.result("while the disk is busy" not in [row["text"] for row in server.rows()], "and is not half there")
    tap.result(post(server, fields).status == 303, "sent again, it arrives")


def test_slips(tap, server):
    tap.result('name="code"' not in request(server).text, "no code is asked for where there are no slips")
    code = server.ask("slips 3").split()[1]
    deadline = time.monotonic() + 5
    while 'name="code"' not in request(server).text and time.monotonic() < deadline:
        time.sleep(0.05)
    answer, _ = send(server, "with a slip", code=f" {code[:2].lower()}-{code[2:]} ", credit="first_name")
    row = next(row for row in server.rows() if row["text"] == "with a slip")
    tap.result(answer.status == 303 and row["slip_id"] is not None and row["credit"] == "first_name",
               "a code ties it to the slip, as people type codes")
    answer, _ = send(server, "no such slip", code="BBBBB")
    tap.result(answer.status == 422 and "<title>Error: " in answer.text and 'id="code-problem"' in answer.text
               and "no such slip</textarea>" in answer.text, "a wrong code is said, beside the field, and the words stay")
    _, _ = send(server, "no code", credit="named")
    row = next(row for row in server.rows() if row["text"] == "no code")
    tap.result(row["slip_id"] is None and row["credit"] == "ask", "without a code there is nobody to name")
    codes = [send(server, "guess", code="BCD" + a + b)[0].status for a in "FGHJKMNPQR" for b in "TVWXY3479BCDF"]
    tap.result(429 in codes and 303 not in codes, "codes cannot be tried through")


def test_link(tap, server):
    _, mine = send(server, "under the old link")
    old, fields = server.path, form(server) | {"text": "too late"}
    server.use_link(server.ask("renew"))
    tap.result(server.path != old and request(server).status == 200, "a renewed link is another, and works")
    tap.result(request(server, old).status == 404 and request(server, mine).status == 404 and
               post(server, fields, old).status == 404, "the old one leads nowhere")
    tap.result(post(server, fields).status == 403, "nor do its forms under the new one")
    tap.result(request(server, server.path + mine[len(old):]).status == 200, "what a phone sent is still its own")
    server.ask("stop")
    try:
        socket.create_connection(("127.0.0.1", server.port), timeout=2).close()
        stopped = False
    except OSError:
        stopped = True
    tap.result(stopped, "after the end nobody answers")
    old = server.path
    server.use_link(server.ask("start"))
    tap.result(server.path != old and request(server).status == 200 and request(server, old).status == 404,
               "another session has another link")


def test_nonsense(tap, server):
    """The last of all: who has sent that much nonsense is not let in again for a while."""
    for _ in range(305):
        talk(server, b"nonsense\r\n\r\n")
    tap.result(talk(server, get(server, server.path)).status == 0, "who sends nothing but nonsense is not let in")
    time.sleep(2.5)
    tap.result(talk(server, get(server, server.path)).status == 200, "for a while")


def test_kept(tap, server):
    rows = server.rows()
    state = server.wait_for(lambda s: s["waiting"] + s["accepted"] == len([r for r in rows if r["state"] == "waiting"]))
    tap.result(state["reached"] is False, "this computer itself does not count as somebody who reached the page")
    raw = server.file.read_bytes() + server.file.with_name(server.file.name + "-wal").read_bytes()
    tap.result(b"127.0.0.1" not in raw, "nobody’s address is in the file")
    tap.result(all(row["edit_hash"] and len(row["edit_hash"]) == 64 and len(row["nonce_hash"]) == 64 for row in rows),
               "keys are not kept, only what they are checked by")


def main(program):
    tap = Tap()
    server = phones.Server(program)
    for test in (test_paths, test_methods, test_headers, test_bodies, test_words, test_cross_site, test_replay,
                 test_others, test_floods, test_not_saved, test_slips, test_link, test_slow, test_kept, test_nonsense):
        print(f"# {test.__name__}", flush=True)
        test(tap, server)
    tap.result(server.end() == 0, "the server ends well")
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
