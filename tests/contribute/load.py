"""Many phones at once, in one thread: each fetches its forms, and then all send together."""

import asyncio
import time

from phones import Answer, Fields, encode, FORM


async def ask(server, raw):
    """One request on a connection of its own, to the end of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        writer.write(raw)
        received = b""
        while chunk := await reader.read(65536):
            received += chunk
        return Answer(received)
    finally:
        writer.close()


def raw_get(server):
    return f"GET {server.path} HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode()


def raw_post(server, fields):
    body = encode(fields)
    return (f"POST {server.path} HTTP/1.1\r\nHost: {server.host}\r\nContent-Type: {FORM}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


class Load:
    """n_phones phones, each with n_each things to send. After run(): what was acknowledged, and how
    long each took, in seconds."""

    def __init__(self, server, n_phones, n_each, words="What phone {} said, number {}."):
        self.server, self.n_phones, self.n_each, self.words = server, n_phones, n_each, words
        self.acknowledged, self.refused, self.broken, self.times, self.seconds = set(), [], 0, [], 0
        self.posts = {}

    async def prepare(self, phone, gate):
        key = None
        self.posts[phone] = []
        for n in range(self.n_each):
            async with gate:
                fields = Fields((await ask(self.server, raw_get(self.server))).text).fields
            key = key or fields["phone"]
            text = self.words.format(phone, n)
            self.posts[phone].append((text, raw_post(self.server, fields | {"phone": key, "text": text})))

    async def send(self, phone):
        for text, raw in self.posts[phone]:
            begun = time.perf_counter()
            try:
                answer = await ask(self.server, raw)
            except OSError:
                self.broken += 1
                continue
            self.times.append(time.perf_counter() - begun)
            if answer.status == 303:
                self.acknowledged.add(text)
            elif answer.status:
                self.refused.append(answer.status)
            else:
                self.broken += 1

    async def go(self):
        gate = asyncio.Semaphore(50)
        await asyncio.gather(*(self.prepare(phone, gate) for phone in range(self.n_phones)))
        begun = time.perf_counter()
        await asyncio.gather(*(self.send(phone) for phone in range(self.n_phones)))
        self.seconds = time.perf_counter() - begun

    def run(self):
        asyncio.run(self.go())
        return self
