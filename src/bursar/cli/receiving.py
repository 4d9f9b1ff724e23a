"""Have many documents read at once, follow each until the agent is done with it, and draw what came of them."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import quote

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from bursar.cli.client import Person, Problem, TookTooLong, open_client, upload, wait_for
from bursar.cli.terminal import CommandFailed

AT_ONCE: Final = 4
READ_SECONDS: Final = 300.0
REFUSED: Final = "refused"
STILL_READING: Final = "received"
NEEDS_ATTENTION: Final = "needs_attention"
LEAST_SIGNS: Final = 12
_HEAD: Final = ("file", "status", "vendor", "number", "total")
# What a reading calls these: in data, and on pages.
_VENDOR: Final = ("seller.name", "seller.trading_name", "seller_name")
_NUMBER: Final = ("number", "invoice_number")
_TOTAL: Final = ("totals.payable", "totals.tax_inclusive", "payable", "gross")
_COLOURS: Final = {"proposed": "green", "posted": "green", "needs_attention": "yellow", "refused": "red"}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a document: its status, or `refused`, and what was read and proposed.

    `document_id` names one that needs a person's attention, so that it can be read again.
    """

    file: str
    status: str
    reasons: tuple[str, ...] = ()
    duplicate: bool = False
    vendor: str = ""
    number: str = ""
    total: str = ""
    proposal_id: str = ""
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class At:
    """Where a Bursar is, and who asks it."""

    url: str
    email: str
    password: str = field(repr=False)


Named = TypeVar("Named")


async def receive(files: Sequence[Path], at: At, *, entity: str | None, done: Callable[[], object]) -> list[Receipt]:
    """Take files in, four at a time, and return a receipt for each in their order; `done` hears of each at once.

    Raises CommandFailed when the server does not answer, or does not let this person in.
    """

    async def received(person: Person, file: Path) -> Receipt:
        data = await asyncio.to_thread(file.read_bytes)
        document = await upload(person, file.name, data, legal_entity_id=entity)
        return await _followed(person, str(file), document["id"], duplicate=document["duplicate"])

    return await _each(files, at, received, done)


async def read_again(document_ids: Sequence[str], at: At, *, done: Callable[[], object]) -> list[Receipt]:
    """Have documents read again, four at a time, as `receive` takes files in."""

    async def again(person: Person, document_id: str) -> Receipt:
        path = f"/v1/documents/{quote(document_id, safe='')}"
        document = await person.get(path)
        version = document["version"]
        await person.post(f"{path}/read-again", key=f"read again {document_id} {version}", version=version)
        return await _followed(person, document["filename"], document["id"])

    return await _each(document_ids, at, again, done)


async def _each(
    named: Sequence[Named],
    at: At,
    work: Callable[[Person, Named], Awaitable[Receipt]],
    done: Callable[[], object],
) -> list[Receipt]:
    """Do the work for each, a few at a time, and turn what goes wrong with one into its receipt."""
    slots = asyncio.Semaphore(AT_ONCE)
    async with open_client(at.url) as client:
        person = Person(client, at.email, at.password)
        try:
            await person.sign_in()
        except Problem as problem:
            raise CommandFailed(f"{at.url} does not let {at.email} in: {problem.detail} ({problem.code})") from problem

        async def one(name: Named) -> Receipt:
            async with slots:
                try:
                    receipt = await work(person, name)
                except Problem as problem:
                    receipt = Receipt(str(name), REFUSED, (problem.code,))
                except TookTooLong:
                    receipt = Receipt(str(name), STILL_READING, ("still_reading",))
                except OSError as error:
                    receipt = Receipt(str(name), REFUSED, (error.strerror or "unreadable",))
            done()
            return receipt

        return list(await asyncio.gather(*(one(name) for name in named)))


async def _followed(person: Person, name: str, document_id: str, *, duplicate: bool = False) -> Receipt:
    """Wait until the agent is done with a document, and return what came of it."""
    path = f"/v1/documents/{document_id}"
    document = await wait_for(person, path, lambda now: now["status"] != STILL_READING, seconds=READ_SECONDS)
    fields = await _fields(person, document_id)
    proposals = (await person.get("/v1/proposals", document_id=document_id))["items"]
    vendor, number, total = (_first(fields, names) for names in (_VENDOR, _NUMBER, _TOTAL))
    return Receipt(
        name,
        document["status"],
        tuple(document["reason_codes"]),
        duplicate,
        vendor,
        number,
        f"{total} {fields.get('currency', '')}" if total else "",
        next((one["id"] for one in proposals if one["state"] != "superseded"), ""),
        document_id if document["status"] == NEEDS_ATTENTION else "",
    )


def _first(fields: dict[str, str], names: Sequence[str]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


async def _fields(person: Person, document_id: str) -> dict[str, str]:
    try:
        reading = await person.get(f"/v1/documents/{document_id}/reading")
    except Problem as problem:
        if problem.status != 404:
            raise
        return {}
    return {one["field"]: one["value"] for one in reading["fields"]}


def draw(receipts: Sequence[Receipt], width: int) -> Text:
    """Draw a line for each document in so many signs; below it stand its proposal and what a person has to look at."""
    cells = [_HEAD, *(_cells(receipt) for receipt in receipts)]
    widths = [max(cell_len(row[column]) for row in cells) for column in range(len(_HEAD))]
    while sum(widths) + 2 * len(widths) > width and max(widths) > LEAST_SIGNS:
        widths[widths.index(max(widths))] -= 1
    drawn = Text(_line(_HEAD, widths), style="dim")
    for receipt, row in zip(receipts, cells[1:], strict=True):
        colour = _COLOURS.get(receipt.status, "")
        file, status, *rest = (_fitted(cell, room) for cell, room in zip(row, widths, strict=True))
        drawn.append("\n")
        drawn.append(Text.assemble(file, "  ", (status, colour), "  ", "  ".join(rest), style="not dim"))
        for below in filter(None, (receipt.proposal_id, receipt.document_id, ", ".join(receipt.reasons))):
            drawn.append(f"\n  {below}")
    return drawn


def _cells(receipt: Receipt) -> tuple[str, ...]:
    status = receipt.status.replace("_", " ") + (", had before" if receipt.duplicate else "")
    return Path(receipt.file).name, status, receipt.vendor, receipt.number, receipt.total


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_fitted(cell, room) for cell, room in zip(cells, widths, strict=True))


def _fitted(text: str, room: int) -> str:
    return set_cell_size(text if cell_len(text) <= room else f"{set_cell_size(text, room - 1)}…", room)


def summary(receipts: Sequence[Receipt]) -> Text:
    """Count the documents by what became of them."""
    counts = Counter(receipt.status for receipt in receipts)
    return Text(", ".join(f"{count} {status.replace('_', ' ')}" for status, count in counts.most_common()))
