"""The page for phones under test: a server at 127.0.0.1, and clients that say whatever they like."""

import html.parser
import json
import pathlib
import select
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse

FORM = "application/x-www-form-urlencoded"


class Server:
    """The test program `serve` on a project of its own."""

    def __init__(self, program, folder=None, env=None, address="127.0.0.1"):
        self.own = tempfile.TemporaryDirectory(prefix="evenhand-phones-") if folder is None else None
        self.folder = pathlib.Path(folder or self.own.name)
        self.file = self.folder / "project.evenhand"
        self.program = program
        self.env = env
        self.address = address
        self.process = None
        self.begin()

    def begin(self):
        self.process = subprocess.Popen([self.program, str(self.file), self.address], stdin=subprocess.PIPE, env=self.env,
                                        stdout=subprocess.PIPE, text=True, bufsize=1)
        self.use_link(self.answer())

    def use_link(self, line):
        assert line.startswith("LINK "), line
        self.link = line.split()[1]
        parts = urllib.parse.urlsplit(self.link)
        self.host, self.port, self.path = parts.netloc, parts.port, parts.path

    def answer(self):
        ready, _, _ = select.select([self.process.stdout], [], [], 60)
        assert ready, "the server says nothing"
        return self.process.stdout.readline().strip()

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def ask(self, line):
        self.say(line)
        return self.answer()

    def state(self):
        return json.loads(self.ask("state").split(" ", 1)[1])

    def wait_for(self, test, seconds=20):
        """Polls the window's side until it knows."""
        end = time.monotonic() + seconds
        while not test(state := self.state()):
            assert time.monotonic() < end, state
            time.sleep(0.02)
        return state

    def kill(self):
        self.process.kill()
        self.process.wait()

    def end(self):
        if self.process.poll() is None:
            self.say("quit")
            self.process.wait(30)
        code = self.process.returncode
        if self.own:
            self.own.cleanup()
        return code

    def rows(self):
        """What is on disk, read by another program."""
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as db:
            db.row_factory = sqlite3.Row
            return [dict(row) for row in db.execute("SELECT * FROM received ORDER BY id")]


class Answer:
    def __init__(self, raw):
        self.raw = raw
        head, _, self.body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split()[1]) if raw else 0
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self.headers[name.lower()] = value.strip()
        self.text = self.body.decode("utf-8", "replace")


def talk(server, raw, seconds=10, keep_open=False, source=None):
    """Sends bytes as they are, and gives what comes back until the other side ends it. source: an
    address from which another device would come."""
    with socket.create_connection((server.address, server.port), timeout=seconds,
                                  source_address=(source, 0) if source else None) as s:
        try:
            s.sendall(raw)
            if not keep_open:
                s.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        received = b""
        try:
            while chunk := s.recv(65536):
                received += chunk
        except OSError:
            pass
    return Answer(received)


def request(server, path=None, method="GET", body=b"", headers=(), host=None):
    head = [f"{method} {server.path if path is None else path} HTTP/1.1", f"Host: {host or server.host}"]
    if method == "POST":
        head += [f"Content-Type: {FORM}", f"Content-Length: {len(body)}"]
    head += headers
    return talk(server, "\r\n".join(head).encode() + b"\r\n\r\n" + body, keep_open=True)


class Fields(html.parser.HTMLParser):
    """The values of a form, as a browser without script would send them."""

    def __init__(self, text):
        super().__init__()
        self.fields, self.select, self.area = {}, None, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "input":
            self.fields[a["name"]] = a.get("value", "")
        elif tag == "select":
            self.select = a["name"]
        elif tag == "option" and self.select and ("selected" in a or self.select not in self.fields):
            self.fields[self.select] = a["value"]
        elif tag == "textarea":
            self.area, self.fields[a["name"]] = a["name"], ""

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data


def form(server, path=None):
    """The fields of the page's form, fresh from the server."""
    return Fields(request(server, path).text).fields


def encode(fields):
    return urllib.parse.urlencode(fields).encode()


def post(server, fields, path=None, headers=()):
    return request(server, path, "POST", encode(fields), headers)


def send(server, text, **more):
    """One phone, from the scan to the answer. Gives the answer and the phone's own path."""
    fields = form(server) | {"text": text} | more
    answer = post(server, fields)
    return answer, answer.headers.get("location", "").split("?")[0]
