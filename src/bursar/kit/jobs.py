"""The one door to Celery for those who send: a message says which job to look at, and nothing else.

A hint is sent after the commit of the job's row, from a thread of its own, so that a broker that is slow or away costs
a request nothing. A hint that is lost costs time only: the row is the truth, and the worker's sweeper sends what is
due again.
"""

import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final
from uuid import UUID

import structlog
from celery import Celery

log = structlog.get_logger(__name__)

TASK: Final = "bursar.run_job"
QUEUE: Final = "bursar_jobs"

MOST_WAITING_HINTS: Final = 10_000
OUTAGE_PAUSE_SECONDS: Final = 1.0
CLOSE_SECONDS: Final = 2.0
_SEND_SECONDS: Final = 1.0
_FLUSH: Final = None


def celery_app(redis_url: str, **transport: Any) -> Celery:
    """Return a Celery application on Redis as senders and workers must agree on it: JSON, one queue, no results.

    Without ETA or countdown: `run_after` is a column of the job's row. `transport` adds options of the broker's
    transport.
    """
    app = Celery("bursar", broker=redis_url, set_as_current=False)
    app.conf.update(
        task_default_queue=QUEUE,
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        broker_transport_options={"health_check_interval": 5, **transport},
    )
    return app


class Broker:
    """One connection to the broker; made when first needed and again after it failed. For one thread."""

    def __init__(self, redis_url: str) -> None:
        # No retries here: who sends hints forgets them, and who sweeps comes again.
        self._app = celery_app(
            redis_url, socket_timeout=_SEND_SECONDS, socket_connect_timeout=_SEND_SECONDS, max_retries=0
        )
        self._connection: Any = None
        self._producer: Any = None

    def send(self, job_ids: list[UUID]) -> None:
        """Send one message for each job. Raises what the broker's client raises, within seconds."""
        with self._connected():
            for job_id in job_ids:
                self._app.send_task(TASK, [str(job_id)], producer=self._producer, retry=False)

    def waiting(self) -> int:
        """Return how many messages nobody has taken yet. Raises what the broker's client raises, within seconds."""
        with self._connected():
            return int(self._connection.default_channel._size(QUEUE))  # noqa: SLF001 - kombu's transport has no other name for it.

    def close(self) -> None:
        """Close the connection; harmless when there is none."""
        connection, self._connection, self._producer = self._connection, None, None
        if connection is not None:
            with suppress(Exception):  # It is given up whatever it says.
                connection.release()

    @contextmanager
    def _connected(self) -> Iterator[None]:
        """Connect if need be; a connection that failed once is not used again."""
        try:
            if self._connection is None:
                self._connection = self._app.connection_for_write()
                self._producer = self._app.amqp.Producer(self._connection, auto_declare=False)
            yield
        except Exception:
            self.close()
            raise


class CeleryHints:
    """Send hints from a thread of its own; while the broker is away they are dropped, and one log line says so."""

    def __init__(self, redis_url: str) -> None:
        self._broker = Broker(redis_url)
        self._waiting: queue.Queue[list[UUID] | None] = queue.Queue(MOST_WAITING_HINTS)
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None
        self._away_until: float | None = None

    def hint(self, job_ids: list[UUID]) -> None:
        """Take the ids; returns at once and never raises."""
        if self._thread is None:
            self._start()
        with suppress(queue.Full):  # More than a broker takes; the sweeper sends the rest.
            self._waiting.put_nowait(job_ids)

    def close(self) -> None:
        """Send what is waiting, if that is quick, and stop."""
        if self._thread is not None:
            with suppress(queue.Full):
                self._waiting.put_nowait(_FLUSH)
            self._thread.join(CLOSE_SECONDS)

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="job-hints", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while (job_ids := self._waiting.get()) is not _FLUSH:
            self._send(job_ids)
        self._broker.close()

    def _send(self, job_ids: list[UUID]) -> None:
        if self._away_until is not None and time.monotonic() < self._away_until:
            return
        try:
            self._broker.send(job_ids)
        except Exception as error:  # noqa: BLE001 - whatever the broker's client raises, the sweeper sends again.
            if self._away_until is None:
                log.warning("job_broker_away", error=repr(error))
            self._away_until = time.monotonic() + OUTAGE_PAUSE_SECONDS
        else:
            if self._away_until is not None:
                log.info("job_broker_back")
            self._away_until = None
