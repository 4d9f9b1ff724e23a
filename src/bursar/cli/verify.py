"""`bursar verify`: check what is kept, for operators."""

import asyncio
from datetime import datetime
from typing import Annotated

import typer

from bursar.cli.options import Home
from bursar.cli.terminal import FAILED, out
from bursar.kit.settings import load

verify_app = typer.Typer(help="Check what is kept.", no_args_is_help=True)


@verify_app.callback()
def verify() -> None:
    """Check what is kept."""


@verify_app.command("books")
def books(
    *,
    home: Home = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(help="Sub-ledgers and entries up to this business date; else all.", formats=["%Y-%m-%d"]),
    ] = None,
    entity: Annotated[
        str | None, typer.Option(help="Id of one legal entity; else all of all tenants.", metavar="ID")
    ] = None,
) -> None:
    """Check that the books are right: sub-ledgers, numbers, balances, allocations, documents.

    Reads as the role that serves requests, one tenant after the other. Exits with 0 only if every check of every tenant
    examined something and passed, else with 1 and the first wrong row.
    """
    from bursar.cli.databases import admin_database, role_urls  # noqa: PLC0415 - see the package.
    from bursar.cli.verifying import draw, verify_books  # noqa: PLC0415
    from bursar.kit.secrets import secret_key  # noqa: PLC0415
    from bursar.ledger.integrity.schemas import Outcome  # noqa: PLC0415

    settings = load(home=home)
    with admin_database(settings) as admin_url:
        urls = role_urls(admin_url, secret_key(settings))
        day = None if as_of is None else as_of.date()
        verdicts = asyncio.run(verify_books(urls, entity=entity, as_of=day))
    for part in draw(verdicts):
        out.print(part)
    if not verdicts or any(verdict.found.outcome is not Outcome.PASSED for verdict in verdicts):
        raise typer.Exit(FAILED)
