"""`bursar start`: everything in one command, from nothing to an API with a demo company."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bursar.cli.embedded import EmbeddedPostgres
from bursar.cli.listening import listen
from bursar.cli.loading import while_loading
from bursar.cli.options import Home, Host, Port
from bursar.cli.terminal import err, out, step
from bursar.kit.settings import Settings, load

if TYPE_CHECKING:
    from bursar.platform.provision import Company


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
    with listen(settings.host, settings.port) as listening, _database(settings, demo=demo) as (admin_url, company):
        _serve(settings, admin_url, listening, company)
    err.print("[green]✓[/green] Stopped; the data stays.")


@contextmanager
def _database(settings: Settings, *, demo: bool) -> "Iterator[tuple[str, Company | None]]":
    """Give the administrator's address of a database that can be served, and the demo company if there is one."""
    postgres = EmbeddedPostgres(settings.home) if settings.database_url is None else None
    try:
        yield while_loading(lambda wait: _prepared(settings, postgres, wait, demo=demo))
    finally:
        if postgres is not None:
            # Whoever presses Ctrl-C twice means it; the server still has to end in good order, which takes a moment.
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)
            postgres.stop()


def _prepared(
    settings: Settings, postgres: EmbeddedPostgres | None, wait: Callable[[], object], *, demo: bool
) -> "tuple[str, Company | None]":
    if postgres is not None:
        with step("PostgreSQL"):
            admin_url = postgres.start().url
    else:
        assert settings.database_url is not None
        admin_url = settings.database_url.get_secret_value()
    wait()
    from bursar.cli.preparing import add_demo, prepare  # noqa: PLC0415 - see the package.

    with step("Schema"):
        prepare(settings, admin_url)
    if not demo:
        return admin_url, None
    with step("Demo company"):
        return admin_url, add_demo(admin_url)


def _serve(settings: Settings, admin_url: str, listening: socket.socket, company: "Company | None") -> None:
    from bursar.cli.databases import role_urls  # noqa: PLC0415 - see the package.
    from bursar.cli.serving import configure_logs, serve_until_stopped  # noqa: PLC0415
    from bursar.cli.welcome import welcome  # noqa: PLC0415
    from bursar.cli.worker_child import WorkerChild  # noqa: PLC0415
    from bursar.kit.secrets import secret_key  # noqa: PLC0415

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
