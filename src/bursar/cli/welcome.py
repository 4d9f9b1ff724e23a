"""What `bursar start` shows when it serves: where, as whom, and what to do first."""

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from sqlalchemy.engine import make_url

from bursar.kit.settings import Settings, load
from bursar.platform.provision import DEMO_PASSWORD, Company

LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")
_FIRST_INVOICE: Final = Path("examples/invoices/ubl-five-lines.xml")
# What a person of each role does, for those who meet the demo for the first time.
_DUTIES: Final = {
    "ap_clerk": "brings invoices in",
    "approver": "approves what the agent proposes",
    "controller": "may do both, for documents of others",
    "viewer": "looks",
}


def welcome(settings: Settings, url: str, company: Company | None) -> Panel:
    """Draw what a newcomer needs to know."""
    lines = Table.grid(padding=(0, 2))
    lines.add_column(style="dim", no_wrap=True)
    lines.add_column(overflow="fold")
    lines.add_row("API", Text(url, style="bold"))
    lines.add_row("Try it", Text(f"{url}/docs", style="bold"))
    lines.add_row()
    if company is not None:
        _add_people(lines, settings, company)
        lines.add_row("Invoice", Text(f"{_command()} intake {_invoice()}{_elsewhere(url)}", style="cyan"))
        lines.add_row()
    lines.add_row("Jobs", "a worker process, hinted through Redis" if settings.redis_url else "run in this process")
    lines.add_row("Data", Text(_data(settings)))
    lines.add_row("Log", "warnings only; BURSAR_LOG_LEVEL=info tells each request")
    lines.add_row("Stop", "Ctrl-C; the data stays")
    return Panel(lines, title="[bold green]Bursar is running[/]", title_align="left", padding=(1, 2), expand=False)


def _add_people(lines: Table, settings: Settings, company: Company) -> None:
    width = max(len(person.email) for person in company.people)
    for number, person in enumerate(company.people):
        told = Text(person.email.ljust(width + 2), style="bold")
        told.append(_DUTIES.get(person.role, person.role), style="dim")
        lines.add_row("" if number else "Sign in as", told)
    lines.add_row("Password", Text.assemble((DEMO_PASSWORD, "bold"), ("  of all four", "dim")))
    if settings.host not in LOOPBACK:
        lines.add_row("", Text("Anyone who reaches this address knows this password: use --no-demo.", style="bold red"))
    lines.add_row()


def _data(settings: Settings) -> str:
    if settings.database_url is None:
        return str(settings.home)
    at = make_url(settings.database_url.get_secret_value())
    return f"PostgreSQL {at.database} on {at.host or 'a local socket'}; files in {settings.home}"


def _command() -> str:
    """Return how this command is called from here."""
    found = shutil.which("bursar")
    called = Path(sys.argv[0])
    if found is not None or called.name != "bursar":
        return "bursar"
    return os.path.relpath(called) if called.is_relative_to(Path.cwd()) else str(called)


def _invoice() -> str:
    return str(_FIRST_INVOICE) if _FIRST_INVOICE.exists() else "FILE"


def _elsewhere(url: str) -> str:
    """Return the flag that names this address to other commands, where it is not the one that they take by default."""
    return "" if url == f"http://127.0.0.1:{load().port}" else f" --url {url}"
