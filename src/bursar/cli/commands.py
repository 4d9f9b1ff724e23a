"""The table of commands, and how each of them ends: 0 when it did what was asked, 1 when not, 2 when misused."""

import signal
import sys
from types import FrameType
from typing import Final

import typer

from bursar.cli.config import config_app
from bursar.cli.evaluation.commands import eval_app
from bursar.cli.intake import intake, read_again
from bursar.cli.reading import extract, validate
from bursar.cli.serve import serve
from bursar.cli.setup import setup
from bursar.cli.start import start
from bursar.cli.terminal import explained
from bursar.cli.try_invoice import try_one
from bursar.cli.verify import verify_app
from bursar.cli.version import version
from bursar.cli.worker import worker

STOPPED: Final = 130  # What a shell says of a command that was interrupted (128 + SIGINT).

app = typer.Typer(
    name="bursar",
    help="Finance operations run by agents under people's control.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

_SERVERS: Final = "Run it"
_INVOICES: Final = "Work with invoices"
_LOOKING: Final = "Look at it"

app.command("start", rich_help_panel=_SERVERS)(start)
app.command("serve", rich_help_panel=_SERVERS)(serve)
app.command("worker", rich_help_panel=_SERVERS)(worker)
app.command("setup", rich_help_panel=_SERVERS)(setup)
app.command("intake", rich_help_panel=_INVOICES)(intake)
app.command("read-again", rich_help_panel=_INVOICES)(read_again)
app.command("try", rich_help_panel=_INVOICES)(try_one)
app.command("validate", rich_help_panel=_INVOICES)(validate)
app.command("extract", rich_help_panel=_INVOICES)(extract)
app.add_typer(eval_app, name="eval", rich_help_panel=_LOOKING)
app.add_typer(verify_app, name="verify", rich_help_panel=_LOOKING)
app.add_typer(config_app, name="config", rich_help_panel=_LOOKING)
app.command("version", rich_help_panel=_LOOKING)(version)


def main() -> None:
    """Run the command line and end the process with its exit status."""
    # A service manager stops with SIGTERM: everything that Ctrl-C undoes is undone then too.
    signal.signal(signal.SIGTERM, _terminated)
    try:
        with explained():
            app(prog_name="bursar")
    except KeyboardInterrupt:
        sys.exit(STOPPED)


def _terminated(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
