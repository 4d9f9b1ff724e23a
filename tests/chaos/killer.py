"""Kills processes with SIGKILL while work goes on, and starts them again, spread over the work to be done."""

import asyncio
import os
import random
import signal
import socket
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from tests.ground import Process, until
from tests.redis_server import RedisServer

# So many kills may be outstanding when the people go on; more, and they wait for the killer.
MOST_BEHIND = 2


@dataclass(slots=True)
class Killer:
    """Kill `kills` times while `total` steps of work are done; kinds are `api`, `worker`, `child` and `redis`."""

    plan: list[str]
    total: int
    dice: random.Random
    api: Process
    worker: Process | None = None
    redis: RedisServer | None = None
    done: Counter[str] = field(default_factory=Counter)
    restarts: int = 0

    async def run(self, steps: Callable[[], int]) -> None:
        """Carry the plan out."""
        points = [(index + self.dice.random()) / len(self.plan) * 0.9 * self.total for index in range(len(self.plan))]
        for kind, point in zip(self.plan, points, strict=True):
            await until(partial(_reached, steps, point))
            await self._wait_ready()
            await asyncio.sleep(self.dice.uniform(0, 1.0))
            await getattr(self, f"_kill_{kind}")()
            self.done[kind] += 1

    async def supervise(self, over: Callable[[], bool]) -> None:
        """Start the worker again when it has ended, as whoever runs it in earnest does.

        Celery gives up, with an exit status, when one of its processes is lost before all of them have started.
        """
        while self.worker is not None and not over():
            if self.worker.ended_by_itself:
                self.restarts += 1
                self.worker.start()
            await asyncio.sleep(0.5)

    def may_upload(self, share: float) -> bool:
        """Tell whether more than this share of the files may come: not while the killer is far behind its plan."""
        return self.done.total() >= len(self.plan) * share - MOST_BEHIND

    async def _wait_ready(self) -> None:
        """Wait until the API answers: who is never up does no work that could be lost."""
        port = int(self.api.environment["BURSAR_PORT"])
        while True:
            if not self.api.alive:
                raise RuntimeError(f"the API ended by itself:\n{self.api.tail()}")
            with suppress(OSError):
                await asyncio.to_thread(lambda: socket.create_connection(("127.0.0.1", port), 1).close())
                return
            await asyncio.sleep(0.05)

    async def _kill_api(self) -> None:
        await asyncio.to_thread(self.api.kill)
        await asyncio.sleep(self.dice.uniform(0, 0.5))
        self.api.start()

    async def _kill_worker(self) -> None:
        assert self.worker is not None
        await asyncio.to_thread(self.worker.kill)
        await asyncio.sleep(self.dice.uniform(0, 0.5))
        self.worker.start()

    async def _kill_child(self) -> None:
        assert self.worker is not None
        await until(lambda: self.worker is not None and bool(self.worker.children()))
        children = self.worker.children()
        with suppress(ProcessLookupError):
            os.kill(self.dice.choice(children or [self.worker.pid]), signal.SIGKILL)

    async def _kill_redis(self) -> None:
        assert self.redis is not None
        await asyncio.to_thread(self.redis.kill)
        await asyncio.sleep(self.dice.uniform(0, 2.0))
        await asyncio.to_thread(self.redis.start)


def _reached(steps: Callable[[], int], point: float) -> bool:
    return steps() >= point


def plan_of(kinds: dict[str, int], dice: random.Random) -> list[str]:
    """Return so many kills of each kind, in random order."""
    plan = [kind for kind, count in kinds.items() for _ in range(count)]
    dice.shuffle(plan)
    return plan
