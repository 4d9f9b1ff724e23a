"""Serve the API in this process: uvicorn on a socket that is bound already, and whoever runs the jobs beside it."""

import asyncio
import gc
import logging
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Final

import uvicorn
import uvloop

from bursar.api.app import Beside, create_app
from bursar.cli.listening import url_of
from bursar.cli.terminal import CommandFailed
from bursar.kit import log as logs
from bursar.kit.db import PrivilegedRole
from bursar.kit.jobs import CeleryHints
from bursar.kit.settings import DEFAULT, Settings, origins
from bursar.platform.application import Application, WrongSchema, build_application
from bursar.platform.jobs.runner import Runner
from bursar.worker.handlers import import_handlers

# How long requests under way may take when the server stops.
GRACE_SECONDS: Final = 3
GARBAGE_THRESHOLDS: Final = (20_000, 20, 50)
_CHATTY: Final = ("uvicorn.error", "alembic.runtime.migration", "asyncio", "httpx2")


class _Server(uvicorn.Server):
    """Uvicorn that leaves signals to the command and says when it serves."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        settle_garbage()
        self.ready.set()


def settle_garbage() -> None:
    """Keep what was imported out of every later collection, and collect less often.

    A collection walks all objects that it knows while requests wait: with the program itself among them that is tens of
    milliseconds, every few hundred requests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE_THRESHOLDS)


@dataclass(frozen=True, slots=True)
class Service:
    """An API that is being served: its address, what it works with, and the task that ends when it ends."""

    url: str
    application: Application
    ended: asyncio.Task[None]


@asynccontextmanager
async def serving(
    settings: Settings, urls: Mapping[str, str], listening: socket.socket, *, beside: tuple[Beside, ...] = ()
) -> AsyncIterator[Service]:
    """Serve the API for a while. Without Redis the jobs run here too; with it, workers get hints.

    Raises CommandFailed when the database may not be served: the wrong schema, a privileged role, no connection.
    """
    application = build_application(settings, urls)
    await _look_first(application)
    # Whoever runs the jobs, it is the process with the action that makes them, and only for handlers that it knows.
    import_handlers()
    hints: CeleryHints | None = None
    if settings.redis_url is not None:
        application.listener = hints = CeleryHints(settings.redis_url.get_secret_value())
    else:
        application.listener = runner = Runner(application.queue, application, settings.job_concurrency)
        beside = (*beside, runner.run)
    server = _Server(
        uvicorn.Config(
            create_app(application, beside=beside),
            loop="none",
            http="httptools",
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
            lifespan="on",
        )
    )
    url = url_of(listening)
    ended = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await _first(ended, server.ready)
        yield Service(url, application, ended)
    finally:
        server.should_exit = True
        await ended
        if hints is not None:
            hints.close()


async def _look_first(application: Application) -> None:
    try:
        await application.refuse_to_serve_wrongly()
    except (PrivilegedRole, WrongSchema) as error:
        await application.close()
        raise CommandFailed(
            f"{error} `bursar setup` does that." if isinstance(error, WrongSchema) else str(error)
        ) from error
    except OSError as error:
        await application.close()
        raise CommandFailed(f"the database cannot be reached: {error}") from error


async def _first(ended: asyncio.Task[None], ready: asyncio.Event) -> None:
    """Wait until the server is ready; if it ends instead, raise what it ended with."""
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({ended, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if ended.done():
        ended.result()


def configure_logs(settings: Settings, *, quiet: bool = False) -> None:
    """Log as the settings say; what libraries tell of their own start and stop is left out.

    On a terminal that people look at (`quiet`), only warnings are shown, unless a level was chosen.
    """
    chosen = next(one.place for one in origins(settings) if one.name == "log_level") != DEFAULT
    logs.configure(level=settings.log_level if chosen or not quiet else "warning", shape=settings.log_format)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


def serve_until_stopped(
    settings: Settings,
    urls: Mapping[str, str],
    listening: socket.socket,
    *,
    beside: tuple[Beside, ...] = (),
    on_ready: Callable[[str], None],
) -> None:
    """Serve until Ctrl-C or SIGTERM; `on_ready` is told the address when requests are answered."""

    async def run() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        stopped = asyncio.create_task(stop.wait())
        async with serving(settings, urls, listening, beside=beside) as service:
            on_ready(service.url)
            await asyncio.wait({service.ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(run())
