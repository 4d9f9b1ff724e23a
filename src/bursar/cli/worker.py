"""`bursar worker`."""

import os
import signal
import threading
from typing import Annotated

import typer

from bursar.cli.options import Home
from bursar.cli.terminal import CommandFailed
from bursar.kit.settings import BadSettings, load


def worker(
    *, home: Home = None, with_parent: Annotated[bool, typer.Option("--with-parent", hidden=True)] = False
) -> None:
    """Run jobs from Redis until stopped; as many of these as you like, on as many machines.

    Needs BURSAR_REDIS_URL, and the database and secret key of the API. Without Redis the API runs the jobs itself.
    """
    settings = load(home=home)
    if settings.redis_url is None:
        raise BadSettings("bursar worker needs BURSAR_REDIS_URL; without Redis the API runs the jobs itself")

    from bursar.cli.databases import running_urls  # noqa: PLC0415 - see the package.
    from bursar.kit.db import PrivilegedRole  # noqa: PLC0415
    from bursar.platform.application import WrongSchema  # noqa: PLC0415
    from bursar.worker.process import run  # noqa: PLC0415

    if with_parent:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        status = run(settings, running_urls(settings))
    except (PrivilegedRole, WrongSchema) as error:
        raise CommandFailed(str(error)) from error
    raise typer.Exit(status)


def _end_with_parent() -> None:
    """Ask this process to stop when the one that holds the other end of our standard input is gone."""
    # Not through `sys.stdin`, whose lock a process that is forked meanwhile would inherit and wait for.
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)
