"""Where a Bursar is and who asks it: the flags of commands that work with invoices, and what goes without saying."""

from datetime import UTC, datetime
from typing import Annotated, Final
from urllib.parse import urlsplit

import typer

from bursar.cli.terminal import CommandFailed
from bursar.kit.settings import load

LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")

Url = Annotated[
    str | None, typer.Option(envvar="BURSAR_URL", help="Where Bursar is.", show_default="the one on this machine")
]
Email = Annotated[
    str | None, typer.Option(envvar="BURSAR_EMAIL", help="Who asks for it.", show_default="the demo's clerk")
]
Password = Annotated[str | None, typer.Option(envvar="BURSAR_PASSWORD", help="Their password.")]


def where(url: str | None) -> str:
    """Return the address of the Bursar that is meant: the one on this machine where none is named."""
    return (url or f"http://127.0.0.1:{load().port}").rstrip("/")


def who(url: str, email: str | None, password: str | None) -> tuple[str, str]:
    """Return who signs in: the demo's clerk if nobody is named, but never to a server elsewhere."""
    if email is not None and password is not None:
        return email, password
    if email is not None or password is not None or urlsplit(url).hostname not in LOOPBACK:
        raise CommandFailed("say who asks for it: --email and --password, or BURSAR_EMAIL and BURSAR_PASSWORD")

    from bursar.platform.provision import demo_company  # noqa: PLC0415 - see the package.

    clerk = next(one for one in demo_company(datetime.now(UTC).date()).people if one.role == "ap_clerk")
    return clerk.email, clerk.password
