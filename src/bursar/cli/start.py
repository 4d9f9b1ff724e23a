"""`bursar start`: everything in one command, from nothing to an API with a demo company."""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from bursar.cli.embedded import EmbeddedPostgres
from bursar.cli.listening import listen
from bursar.cli.loading import load_server, while_loading
from bursar.cli.options import Home, Host, Port
from bursar.cli.terminal import err, out, step
from bursar.kit.settings import Settings, load


def start(
    *,
    host: Host = None,
    port: Port = None,
    home: Home = None,
    demo: Annotated[bool, typer.Option("--demo/--no-demo", help="Set the demo company up.")] = True,
) -> None:
    """Start Bursar with all it needs and stop it with Ctrl-C; the data stays.

    Uses its own PostgreSQL and runs the jobs itself; with BURSAR_DATABASE_URL and BURSAR_REDIS_URL it uses those
    servers, and a worker process.
    """
    settings = load(host=host, port=port, home=home)
    with listen(settings.host, settings.port) as listening, _database(settings) as admin_url:
        _serve(settings, admin_url, listening, demo=demo)
    err.print("[green]✓[/green] Stopped; the data stays.")


@contextmanager
def _database(settings: Settings) -> Iterator[str]:
    """Give the administrator's address of the database, and have loaded by then what serves it."""
    if settings.database_url is not None:
        with step("Loaded"):
            load_server()
        yield settings.database_url.get_secret_value()
        return
    postgres = EmbeddedPostgres(settings.home)
    try:
        with step("PostgreSQL"):
            server = while_loading(postgres.start)
        yield server.url
    finally:
        # Whoever presses Ctrl-C twice means it; the server still has to end in good order, which takes a moment.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        postgres.stop()


def _serve(settings: Settings, admin_url: str, listening: socket.socket, *, demo: bool) -> None:
    from bursar.cli.databases import role_urls  # noqa: PLC0415 - see the package.
    from bursar.cli.preparing import add_demo, prepare  # noqa: PLC0415
    from bursar.cli.serving import configure_logs, serve_until_stopped  # noqa: PLC0415
    from bursar.cli.welcome import welcome  # noqa: PLC0415
    from bursar.cli.worker_child import WorkerChild  # noqa: PLC0415
    from bursar.kit.secrets import secret_key  # noqa: PLC0415

    with step("Schema"):
        prepare(settings, admin_url)
    company = None
    if demo:
        with step("Demo company"):
            company = add_demo(admin_url)
    configure_logs(settings, quiet=True)
    serve_until_stopped(
        settings,
        role_urls(admin_url, secret_key(settings)),
        listening,
        beside=(WorkerChild(_worker_environment(settings)).run,) if settings.redis_url else (),
        on_ready=lambda url: out.print(welcome(settings, url, company)),
    )


def _worker_environment(settings: Settings) -> dict[str, str]:
    """Return the environment of a worker with our settings; it reads `.env` and `bursar.toml` as we did."""
    return {**os.environ, "BURSAR_HOME": str(settings.home)}
