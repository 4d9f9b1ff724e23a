"""Whether an e-invoice ends in balanced books: every file on one throw-away instance, over HTTP, as the demo people."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from bursar.cli.embedded import throwaway
from bursar.cli.loading import load_server
from bursar.cli.throwaway import instance_on
from bursar.cli.trial import Trial, try_invoice
from bursar.core.errors import Refused
from bursar.formats.einvoice import embedded_xml, read_invoice
from bursar.formats.pdf import open_pdf
from bursar.kit import log as logs
from tools.quality_verdicts import Column

TITLE: Final = "ends in balanced books"
YES: Final = "yes"
LOST: Final = "**no**"
# The profiles of Factur-X and ZUGFeRD that are no whole invoice: they have no lines, by design.
WITHOUT_LINES: Final = ("minimum", "basicwl")
NOT_WHOLE: Final = "not tried: the profile has no lines"


def books_column(corpora: Path) -> Column:
    """Try every valid XML invoice and every hybrid PDF, and return what became of each, by the file's name."""
    load_server()
    files = dict(_files(corpora))
    whole = {name: path for name, path in files.items() if _is_whole(path)}
    cells = {name: cell(trial) for name, trial in asyncio.run(_tried(whole)).items()}
    return Column(TITLE, {name: cells.get(name, NOT_WHOLE) for name in files})


def summary(column: Column, files: Iterable[str]) -> str:
    """Say how many of these files were tried and how many of them end in balanced books."""
    tried = [column.cells[name] for name in files if column.cells.get(name, NOT_WHOLE) != NOT_WHOLE]
    good = sum(cell.startswith(YES) for cell in tried)
    return (
        f"{good} of {len(tried)} that were tried on a throw-away instance (uploaded, proposed, approved by another "
        "person, posted) end in balanced books."
    )


def cell(trial: Trial) -> str:
    """Write a trial's end as a cell of the table."""
    if trial.failure is None:
        assert trial.bill is not None
        return f"{YES}, {trial.bill['kind'].replace('_', ' ')} {trial.bill['payable']['amount']}"
    return f"{LOST}: {trial.failure.reason}, {', '.join(trial.failure.codes)}"


def _files(corpora: Path) -> Iterator[tuple[str, Path]]:
    yield from _valid(corpora)
    folder = corpora / "invoice_pdf"
    answers = json.loads((folder / "expected_hybrid.json").read_text("utf-8"))
    yield from ((name, folder / name) for name in sorted(answers))


def _valid(corpora: Path) -> Iterator[tuple[str, Path]]:
    folder = corpora / "einvoice"
    verdicts = json.loads((folder / "verdicts.json").read_text("utf-8"))
    yield from ((name, folder / name) for name, verdict in sorted(verdicts.items()) if verdict["valid"])


def _is_whole(path: Path) -> bool:
    """Tell whether the file's profile is that of a whole invoice; a file that is no invoice is tried as well."""
    data = path.read_bytes()
    try:
        if path.suffix.lower() == ".pdf":
            data = embedded_xml(open_pdf(data).attachments) or b""
        profile = (read_invoice(data).customization or "").lower()
    except Refused:
        return True
    return not any(profile.endswith(one) for one in WITHOUT_LINES)


async def _tried(files: Mapping[str, Path]) -> dict[str, Trial]:
    logs.configure(level="error")
    found: dict[str, Trial] = {}
    with throwaway() as server:
        async with instance_on(server) as instance:
            began = time.monotonic()
            for number, (name, path) in enumerate(files.items(), start=1):
                found[name] = await try_invoice(instance, path)
                sys.stderr.write(f"\r{number} of {len(files)} in {time.monotonic() - began:.0f} s ")
    sys.stderr.write("\n")
    return found
