"""`bursar intake` and `bursar read-again`: have documents read, and see what the agent makes of them."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bursar.cli.asking import Email, Password, Url, where, who
from bursar.cli.terminal import FAILED, CommandFailed, err, out

if TYPE_CHECKING:
    from bursar.cli.receiving import Receipt


def intake(
    files: Annotated[
        list[Path], typer.Argument(help="Invoices, or folders of them.", exists=True, readable=True, metavar="FILE…")
    ],
    *,
    url: Url = None,
    email: Email = None,
    password: Password = None,
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
    url = where(url)

    from bursar.cli.receiving import At, receive  # noqa: PLC0415 - see the package.

    at = At(url, *who(url, email, password))
    _follow(len(found), lambda done: receive(found, at, entity=entity, done=done))


def read_again(
    documents: Annotated[list[str], typer.Argument(help="Ids of documents, as `intake` shows them.", metavar="ID…")],
    *,
    url: Url = None,
    email: Email = None,
    password: Password = None,
) -> None:
    """Have documents read once more, and wait for what the agent proposes now.

    What had been read and proposed goes; what became a bill stays. Exits with 1 if any document was refused.
    """
    url = where(url)

    from bursar.cli.receiving import At, read_again  # noqa: PLC0415 - see the package.

    at = At(url, *who(url, email, password))
    named = list(dict.fromkeys(documents))
    _follow(len(named), lambda done: read_again(named, at, done=done))


def _follow(count: int, work: "Callable[[Callable[[], object]], Coroutine[object, object, list[Receipt]]]") -> None:
    """Show how the work on so many documents goes on and what came of it; exit with 1 if any was refused."""
    from bursar.cli.receiving import REFUSED, draw, summary  # noqa: PLC0415 - see the package.

    with Progress(
        TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=err, transient=True
    ) as progress:
        bar = progress.add_task("Reading", total=count)
        receipts = asyncio.run(work(lambda: progress.advance(bar)))
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
