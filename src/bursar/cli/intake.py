"""`bursar intake`: bring invoices into a running Bursar and see what its agent makes of them."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bursar.cli.terminal import FAILED, CommandFailed, err, out
from bursar.kit.settings import load

LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


def intake(
    files: Annotated[
        list[Path], typer.Argument(help="Invoices, or folders of them.", exists=True, readable=True, metavar="FILE…")
    ],
    *,
    url: Annotated[
        str | None, typer.Option(envvar="BURSAR_URL", help="Where Bursar is.", show_default="the one on this machine")
    ] = None,
    email: Annotated[
        str | None, typer.Option(envvar="BURSAR_EMAIL", help="Who brings them in.", show_default="the demo's clerk")
    ] = None,
    password: Annotated[str | None, typer.Option(envvar="BURSAR_PASSWORD", help="Their password.")] = None,
    entity: Annotated[
        str | None, typer.Option(help="Id of the legal entity, where there are several.", metavar="ID")
    ] = None,
) -> None:
    """Upload invoices and wait for what the agent proposes.

    The same file again is the same document. Exits with 1 if any file was refused.
    """
    found = list(_expanded(files))
    if not found:
        raise CommandFailed("there is no file in what you named")
    url = (url or f"http://127.0.0.1:{load().port}").rstrip("/")

    from bursar.cli.receiving import REFUSED, draw, receive, summary  # noqa: PLC0415 - see the package.

    email, password = _who(url, email, password)
    with Progress(
        TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=err, transient=True
    ) as progress:
        bar = progress.add_task("Reading", total=len(found))
        receipts = asyncio.run(
            receive(found, url=url, email=email, password=password, entity=entity, done=lambda: progress.advance(bar))
        )
    out.print(draw(receipts, out.width))
    out.print(summary(receipts))
    if any(receipt.status == REFUSED for receipt in receipts):
        raise typer.Exit(FAILED)


def _expanded(paths: list[Path]) -> Iterator[Path]:
    """Yield the files, and those in folders in the order of their names; hidden ones are left out."""
    for path in paths:
        if path.is_dir():
            inside = (one for one in sorted(path.rglob("*")) if one.is_file())
            yield from (one for one in inside if not any(part[0] == "." for part in one.relative_to(path).parts))
        else:
            yield path


def _who(url: str, email: str | None, password: str | None) -> tuple[str, str]:
    """Return who signs in: the demo's clerk if nobody is named, but never to a server elsewhere."""
    if email is not None and password is not None:
        return email, password
    if email is not None or password is not None or urlsplit(url).hostname not in LOOPBACK:
        raise CommandFailed("say who brings them in: --email and --password, or BURSAR_EMAIL and BURSAR_PASSWORD")

    from bursar.platform.provision import demo_company  # noqa: PLC0415 - see the package.

    clerk = next(one for one in demo_company(datetime.now(UTC).date()).people if one.role == "ap_clerk")
    return clerk.email, clerk.password
