"""The sweeper: sends hints of jobs that are due or whose worker was lost, for as long as the worker lives.

Every message the broker lost, every job whose pause has passed and every lease that ran out comes back this way. Any
number of sweepers may run at once: a message more costs one look at the row.
"""

import asyncio
import os
import threading
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

import structlog

from bursar.kit.db import Database
from bursar.kit.jobs import Broker
from bursar.platform.jobs.queue import Queue

log = structlog.get_logger(__name__)

SWEEP_SECONDS: Final = 2.0
MOST_PER_SWEEP: Final = 200
MOST_SKIPPED: Final = 10
CLOSE_SECONDS: Final = 10.0

# Held while a sweep is under way and while the process forks, so that never both happen at once: a child would inherit
# the locks that the sweeping thread holds (those of the broker's connections) with nobody to give them back.
_sweeping: Final = threading.Lock()
os.register_at_fork(before=_sweeping.acquire, after_in_parent=_sweeping.release, after_in_child=_sweeping.release)


@dataclass(slots=True)
class Sweeper:
    """Sweep in a thread of its own.

    Each sweep has an event loop and a connection of its own, so that a worker process which is forked in between
    inherits neither.
    """

    worker_url: str
    redis_url: str
    every_seconds: float = SWEEP_SECONDS
    failing: bool = False
    _stopped: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None
    _skipped: int = 0

    def start(self) -> None:
        """Begin to sweep."""
        self._thread = threading.Thread(target=self._run, name="job-sweeper", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the sweep that is under way."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(CLOSE_SECONDS)

    def _run(self) -> None:
        while not self._stopped.wait(self.every_seconds):
            try:
                with _sweeping:
                    self.sweep()
            except Exception as error:  # noqa: BLE001 - the database or the broker is away; the next sweep looks again.
                if not self.failing:
                    log.warning("job_sweep_failed", error=repr(error))
                self.failing = True
            else:
                self.failing = False

    def sweep(self) -> int:
        """Send what is due, oldest first, and return how many messages that was.

        While messages wait, what is due is most likely among them, and repetitions would only fill the queue. Now and
        then the sweeper sends nevertheless, so that no lost hint waits for a busy queue to run dry.
        """
        broker = Broker(self.redis_url)
        try:
            if broker.waiting() and self._skipped < MOST_SKIPPED:
                self._skipped += 1
                return 0
            self._skipped = 0
            job_ids = asyncio.run(self._due())
            broker.send(job_ids)
        finally:
            broker.close()
        if job_ids:
            log.debug("jobs_swept", count=len(job_ids))
        return len(job_ids)

    async def _due(self) -> list[UUID]:
        database = Database(self.worker_url, pool_size=1, max_overflow=0)
        try:
            return await Queue(database, lease_seconds=1).due(MOST_PER_SWEEP)
        finally:
            await database.close()
