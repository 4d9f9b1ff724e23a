"""Run claimed jobs: one function for both ways of running, and the loop of the in-process runner."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import structlog

from bursar.kit.statements import Row
from bursar.platform.jobs.handlers import HANDLERS, WHEN_BURIED, ComeAgain, Job, NotYet
from bursar.platform.jobs.queue import LostLease, Queue, finish_within
from bursar.platform.work import Work

log = structlog.get_logger(__name__)

IDLE_SECONDS: Final = 2.0
NOT_YET_SECONDS: Final = 2.0


async def run_claimed(queue: Queue, row: Row, context: Any) -> None:
    """Run one claimed job to its end: done, given back with a pause, or dead. Never raises for a job's own failure."""
    finished = False

    async def finish(work: Work) -> None:
        nonlocal finished
        await finish_within(work, row.id, row.fence)
        finished = True

    claimed = (row.tenant_id, row.id, row.kind, row.payload, row.fence, row.attempts, row.request_id)
    handlers = WHEN_BURIED if row.attempts > row.max_attempts else HANDLERS
    keeper = asyncio.create_task(_keep(queue, row))
    with structlog.contextvars.bound_contextvars(
        job_id=str(row.id), tenant_id=str(row.tenant_id), request_id=row.request_id
    ):
        try:
            await handlers[row.kind](Job(*claimed, finish), context)
            if not finished:
                await queue.finish(row.id, row.fence)
        except asyncio.CancelledError:
            # An orderly stop gives the job back at once; only a crash makes the next worker wait for the lease.
            await queue.give_back(row)
            raise
        except NotYet:
            await queue.give_back(row, NOT_YET_SECONDS)
        except ComeAgain as again:
            await queue.give_back(row, again.after_seconds)
        except LostLease:
            log.warning("job_lost", kind=row.kind)
        except Exception as error:  # noqa: BLE001 - whatever a job raises, the queue goes on and keeps the reason.
            log.warning("job_failed", kind=row.kind, attempts=row.attempts, error=repr(error))
            await queue.fail(row, repr(error))
        finally:
            keeper.cancel()
            with suppress(asyncio.CancelledError):
                await keeper


async def _keep(queue: Queue, row: Row) -> None:
    while True:
        await asyncio.sleep(queue.lease_seconds / 3)
        with suppress(Exception):  # The lease outlives a short outage; a lost one shows when the job finishes.
            if not await queue.keep(row.id, row.fence):
                return


@dataclass(slots=True)
class Runner:
    """Run jobs in this process, `concurrency` at a time, woken by hints and by the clock."""

    queue: Queue
    context: Any
    concurrency: int
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _running: set[asyncio.Task[None]] = field(default_factory=set)

    def hint(self, _: list[UUID]) -> None:
        """Say that there may be something to do."""
        self._wake.set()

    async def run(self) -> None:
        """Work until cancelled; jobs under way then end or are taken over when their lease runs out."""
        try:
            while True:
                await self._turn()
        finally:
            for task in self._running:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)

    async def _turn(self) -> None:
        self._wake.clear()
        free = self.concurrency - len(self._running)
        try:
            rows = await self.queue.claim(free) if free else []
            pause = 0.0 if rows else min(IDLE_SECONDS, max(0.05, await self.queue.next_due() or IDLE_SECONDS))
        except Exception as error:  # noqa: BLE001 - an outage of the database ends; the runner waits for that.
            log.warning("job_claim_failed", error=repr(error))
            rows, pause = [], IDLE_SECONDS
        for row in rows:
            task = asyncio.create_task(run_claimed(self.queue, row, self.context))
            self._running.add(task)
            task.add_done_callback(self._done)
        if pause or len(self._running) >= self.concurrency:
            # Not `wait_for`: before Python 3.12 it loses a cancellation that meets the hint, and the runner never ends.
            with suppress(TimeoutError):
                async with asyncio.timeout(pause or IDLE_SECONDS):
                    await self._wake.wait()

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._wake.set()
