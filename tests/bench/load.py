"""The clients, in a process of their own: a plan on standard input, what was measured on standard output.

They speak HTTP/1.1 over kept connections with requests that are made beforehand, so that what is measured is the
server. Each client asks again as soon as it has its answer.
"""

import asyncio
import json
import re
import sys
import time
from collections.abc import Awaitable, Callable
from random import choice
from typing import Any, cast
from uuid import uuid4

import uvloop

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_ID = re.compile(rb'"id": ?"([^"]+)"')
_DIGEST = re.compile(rb'"digest": ?"([^"]+)"')
_CURSOR = re.compile(rb'"next_cursor": ?"([^"]+)"')


class Connection(asyncio.Protocol):
    """One kept connection with one request under way."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.buffer = bytearray()
        self.needed = 0
        self.answer: asyncio.Future[bytes] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # That of uvloop is none by its class.

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if not self.needed:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            length = _LENGTH.search(self.buffer, 0, end)
            assert length is not None, bytes(self.buffer[:end])
            self.needed = end + 4 + int(length[1])
        if len(self.buffer) >= self.needed and self.answer is not None:
            answer, self.answer = self.answer, None
            said = bytes(self.buffer)
            self.buffer.clear()
            self.needed = 0
            answer.set_result(said)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.answer is not None and not self.answer.done():
            self.answer.set_exception(ConnectionError(f"the server hung up: {exc}"))

    async def ask(self, request: bytes) -> bytes:
        """Send a request and return the answer, head and body."""
        assert self.transport is not None
        self.answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return await self.answer


class Load:
    """A plan being carried out. Latencies are in seconds, by kind of request."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.host = plan["host"]
        self.took: dict[str, list[float]] = {}
        self.errors: list[str] = []
        self.deadline = float("inf")
        self.left = plan.get("count", sys.maxsize)

    def post(self, path: str, token: str, body: bytes, *more: str) -> bytes:
        head = [
            f"POST {path} HTTP/1.1", f"Host: {self.host}", f"Authorization: Bearer {token}",
            "Content-Type: application/json", f"Content-Length: {len(body)}", *more,
        ]  # fmt: skip
        return "\r\n".join(head).encode() + b"\r\n\r\n" + body

    def get(self, path: str, token: str) -> bytes:
        return f"GET {path} HTTP/1.1\r\nHost: {self.host}\r\nAuthorization: Bearer {token}\r\n\r\n".encode()

    async def timed(self, kind: str, connection: Connection, request: bytes, expected: bytes) -> bytes:
        began = time.perf_counter()
        answer = await connection.ask(request)
        self.took.setdefault(kind, []).append(time.perf_counter() - began)
        if answer[9:12] != expected:
            self.errors.append(answer[:2000].decode(errors="replace"))
        return answer

    def goes_on(self) -> bool:
        if self.left <= 0 or len(self.errors) > 20:
            return False
        self.left -= 1
        return time.perf_counter() < self.deadline

    async def create(self, connection: Connection, reference: str) -> bytes:
        body = self.plan["body"].replace("@reference@", reference).encode()
        request = self.post("/v1/bills", self.plan["clerk"], body, f"Idempotency-Key: c-{reference}")
        return await self.timed("create", connection, request, b"201")

    async def creates(self, connection: Connection) -> None:
        """Submit bills that nobody approves."""
        while self.goes_on():
            await self.create(connection, uuid4().hex)

    async def bills(self, connection: Connection) -> None:
        """Submit a bill and have another person approve it, again and again."""
        plan = self.plan
        while self.goes_on():
            reference = uuid4().hex
            made = await self.create(connection, reference)
            found, digest = _ID.search(made), _DIGEST.search(made)
            if found is None or digest is None:
                continue
            decision = plan.get("decision", "{}").encode()
            body = b'{"digest":"' + digest[1] + b'"' + (b"}" if decision == b"{}" else b"," + decision[1:])
            path, key = f"/v1/bills/{found[1].decode()}/approve", f"Idempotency-Key: a-{reference}"
            request = self.post(path, plan["approver"], body, key, 'If-Match: "1"')
            await self.timed("approve", connection, request, b"200")

    async def payments(self, connection: Connection) -> None:
        """Pay a little of some open bill, again and again."""
        plan = self.plan
        while self.goes_on():
            reference = uuid4().hex
            item, vendor = choice(plan["items"])
            body = plan["body"].replace("@item@", item).replace("@vendor@", vendor).replace("@reference@", reference)
            request = self.post("/v1/payments", plan["clerk"], body.encode(), f"Idempotency-Key: p-{reference}")
            await self.timed("pay", connection, request, b"201")

    async def pages(self, connection: Connection) -> None:
        """Read the same page again and again."""
        request = self.get(self.plan["path"], self.plan["viewer"])
        while self.goes_on():
            await self.timed("list", connection, request, b"200")

    async def walk(self, connection: Connection) -> None:
        """Go from page to page, and remember how to ask for the last one."""
        path = self.plan["path"]
        while self.goes_on():
            self.plan["reached"] = path
            answer = await self.timed("walk", connection, self.get(path, self.plan["viewer"]), b"200")
            cursor = _CURSOR.search(answer)
            if cursor is None:
                return
            path = f"{self.plan['path']}&cursor={cursor[1].decode()}"

    async def run(self) -> dict[str, Any]:
        loop = asyncio.get_running_loop()
        host, _, port = self.host.partition(":")
        opened = [await loop.create_connection(Connection, host, int(port)) for _ in range(self.plan["clients"])]
        connections = [connection for _, connection in opened]
        do: Callable[[Connection], Awaitable[None]] = getattr(self, self.plan["what"])
        began = time.perf_counter()
        self.deadline = began + self.plan.get("seconds", 1e9)
        await asyncio.gather(*(do(one) for one in connections))
        seconds = time.perf_counter() - began
        for transport, _ in opened:
            transport.close()
        return {
            "seconds": seconds,
            "took": self.took,
            "errors": self.errors,
            "reached": self.plan.get("reached"),
        }


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        json.dump(runner.run(Load(json.load(sys.stdin)).run()), sys.stdout)
