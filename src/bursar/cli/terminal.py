"""What people see: results, what is told on the way, and errors as one sentence that says what to do."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.text import Text

from bursar.cli.embedded import EmbeddedError
from bursar.core.errors import Refused
from bursar.kit.settings import BadSettings

FAILED: Final = 1
MISUSED: Final = 2

# Results go to standard output, so that they can be piped; what is only told on the way goes to standard error.
out: Final = Console(highlight=False)
err: Final = Console(stderr=True, highlight=False)


class CommandFailed(Exception):  # noqa: N818 - what happened, not what kind of mistake.
    """The command cannot go on; the message is for the person who called it."""


@contextmanager
def explained() -> Iterator[None]:
    """Turn errors of the world into a message and an exit status; mistakes of our own keep their traceback."""
    try:
        yield
    except BadSettings as error:
        _end(str(error), MISUSED)
    except (CommandFailed, EmbeddedError) as error:
        _end(str(error), FAILED)
    except Refused as error:
        _end(f"{error.message} ({error.code})", FAILED)


def _end(message: str, status: int) -> None:
    told = Text("bursar: ", style="bold red")
    told.append(Text(message, style="default"))
    err.print(told, soft_wrap=True)
    sys.exit(status)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Tell a step when it is done, with the seconds it took; on a terminal show that it goes on."""
    began = time.monotonic()
    with err.status(f"{what} …"):
        yield
    err.print(f"[green]✓[/green] {what} [dim]{time.monotonic() - began:.1f} s[/dim]")
