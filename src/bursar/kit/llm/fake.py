"""A provider on this machine that misbehaves on demand, for tests and demonstrations. It asks nobody.

It speaks both dialects (`POST /v1/chat/completions` and `POST /v1/messages`), plays faults by a script or by seeded
chance, and keeps its own account: one `Seen` for each call that reached it, with what it would charge.
"""

import asyncio
import itertools
import json
import random
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from bursar.kit.llm.models import Usage
from bursar.kit.llm.providers.anthropic import SCHEMA_WORDS

REQUEST_ID: Final = "x-client-request-id"
_LARGEST_HEAD: Final = 64 * 1024


class Play(StrEnum):
    """How a call is treated."""

    ANSWER = "answer"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    REJECTED = "rejected"
    TRUNCATED = "truncated"
    BAD_JSON = "bad_json"
    HANG = "hang"
    SLOW_DRIP = "slow_drip"
    WRONG_SCHEMA = "wrong_schema"
    TOO_LONG = "too_long"


# What a provider does not charge for.
FREE: Final = frozenset({Play.RATE_LIMITED, Play.SERVER_ERROR, Play.REJECTED})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call asked, in the words of neither dialect."""

    dialect: str
    model: str
    static: str
    turns: tuple[str, ...]
    schema: Mapping[str, Any]
    max_output_tokens: int


@dataclass(frozen=True, slots=True)
class Seen:
    """One call as the provider accounts for it."""

    request_id: str
    model: str
    play: Play
    usage: Usage
    key: str


def by_chance(seed: int, chances: Mapping[Play, float]) -> Iterator[Play]:
    """Yield plays by their probabilities, the same ones for the same seed; what is left of one is an answer."""
    draw = random.Random(seed)  # noqa: S311 - a play, no secret.
    plays, weights = list(chances), list(chances.values())
    plays.append(Play.ANSWER)
    weights.append(max(0.0, 1.0 - sum(weights)))
    while True:
        yield draw.choices(plays, weights)[0]


def smallest(schema: Mapping[str, Any], root: Mapping[str, Any] | None = None) -> Any:
    """Return about the smallest value that fits a schema: what the fake answers unless told otherwise."""
    root = schema if root is None else root
    if "$ref" in schema:
        return smallest(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "anyOf" in schema:
        empty = any(one.get("type") == "null" for one in schema["anyOf"])
        return None if empty else smallest(schema["anyOf"][0], root)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    kind = schema.get("type")
    if kind == "object":
        return {name: smallest(one, root) for name, one in schema.get("properties", {}).items()}
    values: dict[Any, Any] = {"array": [], "string": "", "integer": 0, "number": 0, "boolean": False}
    return values.get(kind)


def _smallest_answer(asked: Asked) -> str:
    return json.dumps(smallest(asked.schema))


@dataclass(slots=True)
class FakeProvider:
    """The server. `plays` says how each call is treated in turn, and all after them are answered.

    `answer` makes the text of an answer; `hold` is awaited before each one, so that a test can have calls meet.
    """

    plays: Iterable[Play] = ()
    answer: Callable[[Asked], str] = _smallest_answer
    retry_after: str = "0"
    drip_seconds: float = 0.02
    hold: Callable[[], Any] | None = None
    seen: list[Seen] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    base_url: str = ""
    _next: Iterator[Play] = field(init=False)
    _known: set[tuple[str, str]] = field(default_factory=set)
    _handlers: set[asyncio.Task[Any]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._next = itertools.chain(self.plays, itertools.repeat(Play.ANSWER))

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["FakeProvider"]:
        """Serve on a free port of the loopback interface; `base_url` names it for both dialects."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_LARGEST_HEAD)
        self.base_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        try:
            yield self
        finally:
            server.close()
            for handler in tuple(self._handlers):
                handler.cancel()
            await asyncio.gather(*self._handlers, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._handlers.add(task)
        try:
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await self._treat(reader, writer)
        finally:
            self._handlers.discard(task)
            writer.close()

    async def _treat(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
        body = json.loads(await reader.readexactly(int(headers.get("content-length", "0"))))
        asked = _asked(head[0].split(" ")[1], body)
        play = next(self._next)
        usage, text = self._worked(asked, play)
        key = headers.get("x-api-key") or headers.get("authorization", "").removeprefix("Bearer ")
        self.seen.append(Seen(headers.get(REQUEST_ID, ""), asked.model, play, usage, key))
        self.asked.append(asked)
        if self.hold is not None:
            await self.hold()
        await self._play(play, asked, usage, text, writer)

    def _worked(self, asked: Asked, play: Play) -> tuple[Usage, str]:
        """Return what the call is charged and what it is answered; a static part that was seen costs less."""
        if play in FREE:
            return Usage(), ""
        text = '{"surprise": true}' if play is Play.WRONG_SCHEMA else self.answer(asked)
        static, data = _tokens(asked.static), sum(map(_tokens, asked.turns))
        output = asked.max_output_tokens if play is Play.TOO_LONG else min(_tokens(text), asked.max_output_tokens)
        if (asked.model, asked.static) in self._known:
            return Usage(input=data, cached_input=static, output=output), text
        self._known.add((asked.model, asked.static))
        if asked.dialect == "anthropic":
            return Usage(input=data, cache_write=static, output=output), text
        return Usage(input=data + static, output=output), text

    async def _play(self, play: Play, asked: Asked, usage: Usage, text: str, writer: asyncio.StreamWriter) -> None:
        if play is Play.HANG:
            await asyncio.Event().wait()
        errors = {Play.RATE_LIMITED: 429, Play.SERVER_ERROR: 500, Play.REJECTED: 400}
        if play in errors:
            written = json.dumps({"error": {"type": play.value, "message": "as the script says"}}).encode()
            writer.write(_head(errors[play], len(written), self.retry_after) + written)
        else:
            written = _written(asked, usage, text, "length" if play is Play.TOO_LONG else "stop")
            if play is Play.BAD_JSON:
                written = b"<html>" + written[: len(written) // 2]
            head = _head(200, len(written))
            half = len(written) // 2
            if play is Play.SLOW_DRIP:
                writer.write(head)
                for sign in written:
                    writer.write(bytes((sign,)))
                    await writer.drain()
                    await asyncio.sleep(self.drip_seconds)
            else:
                writer.write(head + (written[:half] if play is Play.TRUNCATED else written))
        await writer.drain()


def _tokens(text: str) -> int:
    return len(text.encode()) // 4 + 1


def _asked(path: str, body: Mapping[str, Any]) -> Asked:
    turns = tuple(str(one["content"]) for one in body["messages"] if one["role"] != "system")
    if path.endswith("/messages"):
        static = "".join(block["text"] for block in body["system"])
        schema = json.loads(static.rpartition(f"{SCHEMA_WORDS}\n")[2])
        return Asked("anthropic", body["model"], static, turns, schema, body["max_tokens"])
    static = "".join(one["content"] for one in body["messages"] if one["role"] == "system")
    schema = body["response_format"]["json_schema"]["schema"]
    return Asked("openai", body["model"], static, turns, schema, body["max_completion_tokens"])


def _head(status: int, size: int, retry_after: str | None = None) -> bytes:
    pause = f"retry-after: {retry_after}\r\n" if retry_after is not None and status == 429 else ""
    return (
        f"HTTP/1.1 {status} As Played\r\ncontent-type: application/json\r\ncontent-length: {size}\r\n"
        f"{pause}connection: close\r\n\r\n"
    ).encode()


def _written(asked: Asked, usage: Usage, text: str, finished: str) -> bytes:
    if asked.dialect == "anthropic":
        tokens = {
            "input_tokens": usage.input,
            "cache_read_input_tokens": usage.cached_input,
            "cache_creation_input_tokens": usage.cache_write,
            "output_tokens": usage.output,
        }
        stop = "max_tokens" if finished == "length" else "end_turn"
        blocks = [{"type": "text", "text": text}]
        answer: dict[str, Any] = {"type": "message", "content": blocks, "stop_reason": stop, "usage": tokens}
    else:
        tokens = {
            "prompt_tokens": usage.input + usage.cached_input,
            "completion_tokens": usage.output,
            "total_tokens": usage.input + usage.cached_input + usage.output,
        }
        details = {"prompt_tokens_details": {"cached_tokens": usage.cached_input}}
        message = {"role": "assistant", "content": text}
        choice = {"index": 0, "message": message, "finish_reason": finished}
        answer = {"object": "chat.completion", "choices": [choice], "usage": {**tokens, **details}}
    return json.dumps({"id": "fake", "model": asked.model, **answer}).encode()
