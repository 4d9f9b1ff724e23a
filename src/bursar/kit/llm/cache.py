"""Answers that were paid for before: a port to where they are kept, and the single flight of those under way."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from bursar.kit.llm.models import Request, digest_of_json
from bursar.kit.llm.prompts import Prompt

Result = TypeVar("Result")


class AnswerCache(Protocol):
    """Keep answers for each owner apart."""

    async def get(self, owner: UUID, key: str) -> str | None:
        """Return the answer kept under a key, or None."""

    async def put(self, owner: UUID, key: str, answer: str, *, model: str, prompt: Prompt) -> None:
        """Keep an answer for a while."""


def answer_key(prompt: Prompt, request: Request) -> str:
    """Return the key of an answer: model, prompt and its version, schema and input."""
    return digest_of_json([prompt.name, prompt.version, prompt.digest, request.digest])


@dataclass(slots=True)
class SingleFlight(Generic[Result]):
    """Callers that ask the same at the same time wait for one answer.

    The work runs in a task of its own, so a caller who gives up takes nothing from the others.
    """

    _flying: dict[Hashable, asyncio.Task[Result]] = field(default_factory=dict)

    async def join(self, key: Hashable, work: Callable[[], Awaitable[Result]]) -> tuple[Result, bool]:
        """Return the result for this key, and whether this caller was the one who had it made."""
        flying = self._flying.get(key)
        if flying is not None:
            return await asyncio.shield(flying), False

        async def fly() -> Result:
            return await work()

        task = self._flying[key] = asyncio.create_task(fly())
        task.add_done_callback(lambda done: self._landed(key, done))
        return await asyncio.shield(task), True

    def _landed(self, key: Hashable, done: asyncio.Task[Result]) -> None:
        self._flying.pop(key, None)
        # Where everybody has left, nobody asks for the error; it is not one of ours then.
        if not done.cancelled():
            done.exception()

    async def close(self) -> None:
        """Break off what is under way, and wait until it has been settled."""
        flying = tuple(self._flying.values())
        for task in flying:
            task.cancel()
        await asyncio.gather(*flying, return_exceptions=True)
