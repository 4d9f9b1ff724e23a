"""`bursar try`: see what becomes of one invoice, without an installation and without keeping anything."""

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bursar.cli.embedded import Server, throwaway
from bursar.cli.loading import while_loading
from bursar.cli.terminal import FAILED, err, out
from bursar.kit.settings import Settings

if TYPE_CHECKING:
    from bursar.cli.trial import Trial


def try_one(
    file: Annotated[
        Path, typer.Argument(help="An invoice: XML or PDF.", exists=True, dir_okay=False, readable=True, metavar="FILE")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Print every field that was read.")] = False,
) -> None:
    """Run one invoice from file to books on a throw-away instance and print what happens at each step.

    A clerk uploads it, the agent reads it and proposes a bill, another person approves it. Exits with 1 and the reason
    if it ends anywhere else than in balanced books. Nothing is kept.
    """
    with err.status("Reading the invoice, the whole way to the books …"):
        trial = _tried(file)
    if as_json:
        typer.echo(json.dumps(trial.as_json(), indent=2, ensure_ascii=False))
    else:
        from bursar.cli.trial_report import report  # noqa: PLC0415 - see the package.

        out.print(report(trial, everything=everything))
    if trial.failure is not None:
        raise typer.Exit(FAILED)


def _tried(file: Path) -> "Trial":
    began = time.monotonic()

    def start(wait: Callable[[], object]) -> tuple[Server, Settings]:
        server = stack.enter_context(throwaway())
        wait()
        from bursar.cli.preparing import prepare_throwaway  # noqa: PLC0415 - see the package.

        return server, prepare_throwaway(server)

    with ExitStack() as stack:
        server, settings = while_loading(start)
        trial = asyncio.run(_on(server, settings, file, time.monotonic() - began))
    trial.timings["total_seconds"] = time.monotonic() - began
    return trial


async def _on(server: Server, settings: Settings, file: Path, start_seconds: float) -> "Trial":
    from bursar.cli.throwaway import instance_on  # noqa: PLC0415 - see the package.
    from bursar.cli.trial import try_invoice  # noqa: PLC0415
    from bursar.kit import log as logs  # noqa: PLC0415

    logs.configure(level="error")
    async with instance_on(server, settings) as instance:
        trial = await try_invoice(instance, file)
        trial.timings = {"start_seconds": start_seconds, "api_seconds": instance.api_seconds, **trial.timings}
        return trial
