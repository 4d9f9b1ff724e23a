"""`bursar worker`: a prefork pool around one task, each process with an event loop and connections of its own."""

import asyncio
import logging
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import structlog
from celery import Celery, signals
from celery.exceptions import CPendingDeprecationWarning

from bursar.kit import log as logs
from bursar.kit.jobs import TASK, CeleryHints, celery_app
from bursar.kit.settings import BadSettings, Settings
from bursar.platform.application import Application, build_application
from bursar.platform.jobs.runner import run_claimed
from bursar.tables import db_roles
from bursar.worker.handlers import import_handlers
from bursar.worker.sweeper import Sweeper

log = structlog.get_logger(__name__)

# Kombu imitates acknowledgements by lists in Redis. Measured: each Redis that is killed while a process works may leave
# a message that can never be acknowledged, and when there are as many as processes the worker takes no message any
# more, without a word. A hint needs no acknowledgement: what was taken and not done is sent again when its lease ends.
# So the count of messages at work is kept in memory alone, and there is nothing to redeliver.
UNACKNOWLEDGED: Final = {"ack_emulation": False}


def run(settings: Settings, urls: Mapping[str, str]) -> int:
    """Run jobs until SIGTERM or SIGINT, finish those under way, and return the exit status.

    `urls` gives the database address of each role. Raises BadSettings without Redis, PrivilegedRole and WrongSchema.
    """
    if settings.redis_url is None:
        raise BadSettings("bursar worker needs BURSAR_REDIS_URL; without Redis the API runs the jobs itself")
    redis_url = settings.redis_url.get_secret_value()
    _configure_logs(settings)
    asyncio.run(_refuse_to_serve_wrongly(settings, urls))
    log.info("worker_handlers", modules=import_handlers())
    child = Child(settings, urls, redis_url)
    app = _app(child, redis_url)
    sweeper = Sweeper(urls[db_roles.WORKER], redis_url)
    sweeper.start()
    try:
        worker = app.Worker(
            pool="prefork",
            concurrency=settings.job_concurrency,
            quiet=True,
            without_gossip=True,
            without_mingle=True,
            without_heartbeat=True,
        )
        worker.start()
    finally:
        sweeper.stop()
    return int(worker.exitcode or 0)


@dataclass(slots=True)
class Child:
    """One process of the pool: an event loop that lives as long as the process, and what was connected inside it."""

    settings: Settings
    urls: Mapping[str, str]
    redis_url: str
    _runner: asyncio.Runner | None = None
    _application: Application | None = None
    _hints: CeleryHints | None = None

    def start(self, **_: Any) -> None:
        """Open the loop and the application; called in the new process, which must not use its parent's."""
        self._hints = CeleryHints(self.redis_url)
        self._application = build_application(self.settings, self.urls)
        self._application.listener = self._hints
        self._runner = asyncio.Runner()

    def stop(self, **_: Any) -> None:
        """Close what `start` opened; harmless when it did not run."""
        if self._runner is not None and self._application is not None and self._hints is not None:
            self._runner.run(self._application.close())
            self._hints.close()
            self._runner.close()
            self._runner = None

    def run(self, job_id: str) -> None:
        """Run the job if it is due and nobody has it; a failure is the row's, never the message's."""
        assert self._runner is not None
        assert self._application is not None
        self._runner.run(_run_job(self._application, UUID(job_id)))


async def _run_job(application: Application, job_id: UUID) -> None:
    try:
        rows = await application.queue.claim(1, only=job_id)
    except Exception as error:  # noqa: BLE001 - an outage of the database ends; the sweeper sends the job again.
        log.warning("job_claim_failed", job_id=str(job_id), error=repr(error))
        return
    for row in rows:
        await run_claimed(application.queue, row, application)


def _app(child: Child, redis_url: str) -> Celery:
    app = celery_app(redis_url, socket_timeout=5.0, socket_connect_timeout=5.0, **UNACKNOWLEDGED)
    app.conf.update(
        # A message counts as at work until its job has ended, and the worker takes one for each process.
        task_acks_late=True,
        worker_prefetch_multiplier=1,
        # The broker may stay away as long as it likes.
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        # A job outlives the loss of its message: the row says whether it is done.
        worker_cancel_long_running_tasks_on_connection_loss=False,
        worker_enable_remote_control=False,
        # A busy machine may take its time to fork.
        worker_proc_alive_timeout=30.0,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
    )

    app.task(name=TASK)(child.run)
    # For the same reason nothing is put back, or dumped to a file, when a connection is lost.
    app.connection_for_read().get_transport_cls().Channel.do_restore = False
    signals.worker_process_init.connect(child.start, weak=False)
    signals.worker_process_shutdown.connect(child.stop, weak=False)
    signals.setup_logging.connect(_keep_logs, weak=False)
    signals.worker_ready.connect(_take_no_advice, weak=False)
    return app


async def _refuse_to_serve_wrongly(settings: Settings, urls: Mapping[str, str]) -> None:
    application = build_application(settings, urls)
    try:
        await application.refuse_to_serve_wrongly()
    finally:
        await application.close()


def _configure_logs(settings: Settings) -> None:
    logs.configure(level=settings.log_level, shape=settings.log_format)
    # Two lines for each message say nothing that the job's own lines do not.
    for chatty in ("celery.worker.strategy", "celery.app.trace"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def _keep_logs(**_: Any) -> None:
    """Take the place of Celery's own logging set-up; ours stands."""


def _take_no_advice(**_: Any) -> None:
    """Leave out the advice, with each lost connection, to cancel the jobs under way; Celery has just turned it on."""
    warnings.filterwarnings("ignore", category=CPendingDeprecationWarning)
