"""`bursar validate` and `bursar extract`: what files say, and whether e-invoices keep the rules. Nothing is kept."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from rich.table import Table
from rich.text import Text

from bursar.cli.terminal import FAILED, err, out

if TYPE_CHECKING:
    from bursar.platform.parsing import Parsing

Files = Annotated[
    list[Path],
    typer.Argument(help="Files to read.", exists=True, dir_okay=False, readable=True, metavar="FILE…"),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]

_STYLES: Final = {"fatal": "bold red", "error": "bold red", "warning": "yellow", "information": "dim", "info": "dim"}
_MOST_SHOWN: Final = 60


def validate(files: Files, *, as_json: AsJson = False) -> None:
    """Hold e-invoices to the rules of EN 16931 and of the profile that they name.

    XML (UBL, CII) and PDFs that carry it. With --json one object for each file, a line each. Exits with 1 if any file
    is not valid.
    """
    found = asyncio.run(_each(files, _validated))
    for one in found:
        if as_json:
            typer.echo(json.dumps(one, ensure_ascii=False))
        else:
            out.print(*_verdict(one), sep="\n")
    if not all(one["valid"] for one in found):
        raise typer.Exit(FAILED)


def extract(
    files: Files,
    *,
    as_json: AsJson = False,
    attachment: Annotated[
        bool, typer.Option("--attachment/--no-attachment", help="Read the e-invoice that a PDF carries.")
    ] = True,
) -> None:
    """Read invoices and show each value with its place and what speaks for it, without a model.

    XML, PDFs with text and text files. With --json one list of all files. Exits with 1 if any file cannot be read.
    """

    async def read(path: Path) -> dict[str, Any]:
        return await _extracted(path, attachment=attachment)

    found = asyncio.run(_each(files, read))
    if as_json:
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        for one in found:
            out.print(*_values(one), sep="\n")
    if any("error" in one for one in found):
        raise typer.Exit(FAILED)


async def _each(files: Sequence[Path], read: Callable[[Path], Awaitable[dict[str, Any]]]) -> list[dict[str, Any]]:
    with err.status("Reading …") as status:
        found = []
        for number, path in enumerate(files, start=1):
            status.update(f"Reading {path.name} ({number} of {len(files)}) …")
            found.append(await read(path))
        return found


async def _validated(path: Path) -> dict[str, Any]:
    from bursar.core.errors import Refused  # noqa: PLC0415 - see the package.

    try:
        found = await _parsing().validation(await asyncio.to_thread(path.read_bytes))
    except Refused as refused:
        failure = {"rule": refused.code, "severity": "fatal", "message": refused.message, "xpath": ""}
        return {"file": str(path), "format": None, "profile": None, "valid": False, "failures": [failure]}
    return {"file": str(path), **asdict(found)}


async def _extracted(path: Path, *, attachment: bool) -> dict[str, Any]:
    from bursar.core.errors import Refused  # noqa: PLC0415 - see the package.
    from bursar.core.extraction import to_json  # noqa: PLC0415

    try:
        found = await _parsing().read(await asyncio.to_thread(path.read_bytes), attachment=attachment)
    except Refused as refused:
        error = {"code": refused.code, "message": refused.message}
        nothing: dict[str, Any] = {name: [] for name in ("lines", "tax_groups", "charges", "differences", "parts")}
        return {"file": str(path), "fields": {}, **nothing, "error": error}
    differences = [asdict(one) for one in found.differences if not one.passed]
    parts = [asdict(one) for one in found.page.parts] if found.page else []
    return {"file": str(path), **to_json(found.extraction), "differences": differences, "parts": parts}


def _parsing() -> "Parsing":
    from bursar.kit.sandbox import Limits  # noqa: PLC0415 - see the package.
    from bursar.kit.settings import load  # noqa: PLC0415
    from bursar.platform.parsing import Parsing  # noqa: PLC0415

    return Parsing(Limits(), load().document_max_pages)


def _verdict(one: dict[str, Any]) -> Iterator[Text | Table]:
    head = Text.assemble(("✓ " if one["valid"] else "✗ ", "green" if one["valid"] else "bold red"), one["file"])
    if one["format"]:
        head.append(f"  {one['format']}, {one['profile']}", "dim")
    yield head
    if one["failures"]:
        table = Table(box=None, padding=(0, 2, 0, 2), show_header=False)
        for _ in range(2):
            table.add_column(overflow="fold")
        for failure in one["failures"]:
            told = Text(failure["message"])
            if failure["xpath"]:
                told.append(f"\n{failure['xpath']}", "dim")
            table.add_row(Text(failure["rule"], _STYLES[failure["severity"]]), told)
        yield table


def _values(one: dict[str, Any]) -> Iterator[Text | Table]:
    yield Text(one["file"], "bold")
    if "error" in one:
        yield Text(f"  {one['error']['message']} ({one['error']['code']})", "red")
        return
    table = Table(box=None, padding=(0, 2, 0, 2), header_style="dim")
    for title in ("field", "value", "sure", "place"):
        table.add_column(title, overflow="fold")
    for name, value in one["fields"].items():
        table.add_row(name, value["value"], value["confidence"], _place(value))
    for number, line in enumerate(one["lines"], start=1):
        told = [line[name]["value"] for name in ("quantity", "unit", "unit_price", "net") if name in line]
        text = line["description"]["value"] if "description" in line else ""
        table.add_row(f"line {number}", f"{text[:_MOST_SHOWN]}  {' '.join(told)}", "", "")
    for charge in one["charges"]:
        text = charge["description"]["value"] if "description" in charge else ""
        table.add_row("charge", f"{text[:_MOST_SHOWN]}  {charge['amount']['value']}", "", "")
    for group in one["tax_groups"]:
        told = [f"{name} {group[name]['value']}" for name in ("rate", "base", "tax") if name in group]
        table.add_row("tax group", "  ".join(told), "", "")
    for number, part in enumerate(one["parts"], start=1):
        first, last = part["first_page"], part["last_page"]
        pages = f"page {first}" if first == last else f"pages {first} to {last}"
        table.add_row(f"invoice {number}", f"{part['number']}  {part['total'] or ''}", "", pages)
    for check in one["differences"]:
        kind, what = _difference(check)
        table.add_row(Text(kind, _STYLES[check["severity"]]), what, "", check["field"])
    yield table


def _difference(check: dict[str, Any]) -> tuple[str, str]:
    """Return whether something differs or is hidden, and what: both values, or what nobody sees."""
    if check["code"] == "hidden_text":
        return "hidden", f"{check['actual']}\n{check['message'].rpartition('; ')[2]}"
    shown, said = check["expected"] or "not to be found", check["actual"] or "nothing"
    return "differs", f"on the page: {shown}\nin the data: {said}"


def _place(value: dict[str, Any]) -> str:
    if value["box"]:
        return f"page {value['page']} at {', '.join(f'{edge:g}' for edge in value['box'])}"
    return value["xpath"] or ""
