"""Bring many files in at once, follow each until the agent is done with it, and draw what came of them."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.table import Table
from rich.text import Text

from bursar.cli.client import Json, Person, Problem, TookTooLong, open_client, upload, wait_for
from bursar.cli.drawing import table

AT_ONCE: Final = 4
READ_SECONDS: Final = 300.0
REFUSED: Final = "refused"
STILL_READING: Final = "received"
_COLOURS: Final = {"proposed": "green", "posted": "green", "needs_attention": "yellow", "refused": "red"}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a file: the document's status, or `refused`, and what was read and proposed."""

    file: str
    status: str
    reasons: tuple[str, ...] = ()
    duplicate: bool = False
    vendor: str = ""
    number: str = ""
    total: str = ""
    proposal_id: str = ""


async def receive(
    files: Sequence[Path], *, url: str, email: str, password: str, entity: str | None, done: Callable[[], object]
) -> list[Receipt]:
    """Take files in, four at a time, and return a receipt for each in their order; `done` hears of each at once.

    Raises Problem when nobody can sign in like that, and CommandFailed when the server does not answer.
    """
    slots = asyncio.Semaphore(AT_ONCE)
    async with open_client(url) as client:
        person = Person(client, email, password)
        await person.sign_in()

        async def one(file: Path) -> Receipt:
            async with slots:
                receipt = await _received(person, file, entity)
            done()
            return receipt

        return list(await asyncio.gather(*(one(file) for file in files)))


async def _received(person: Person, file: Path, entity: str | None) -> Receipt:
    try:
        data = await asyncio.to_thread(file.read_bytes)
        document = await upload(person, file.name, data, legal_entity_id=entity)
        settled = await wait_for(
            person, f"/v1/documents/{document['id']}", lambda now: now["status"] != STILL_READING, seconds=READ_SECONDS
        )
        return await _read(person, str(file), settled, duplicate=document["duplicate"])
    except Problem as problem:
        return Receipt(str(file), REFUSED, (problem.code,))
    except TookTooLong:
        return Receipt(str(file), STILL_READING, ("still_reading",))
    except OSError as error:
        return Receipt(str(file), REFUSED, (error.strerror or "unreadable",))


async def _read(person: Person, file: str, document: Json, *, duplicate: bool) -> Receipt:
    fields = await _fields(person, document["id"])
    proposals = (await person.get("/v1/proposals", document_id=document["id"]))["items"]
    total = fields.get("totals.payable") or fields.get("totals.tax_inclusive") or ""
    return Receipt(
        file,
        document["status"],
        tuple(document["reason_codes"]),
        duplicate,
        fields.get("seller.name", ""),
        fields.get("number", ""),
        f"{total} {fields.get('currency', '')}".strip(),
        proposals[0]["id"] if proposals else "",
    )


async def _fields(person: Person, document_id: str) -> dict[str, str]:
    try:
        reading = await person.get(f"/v1/documents/{document_id}/reading")
    except Problem as problem:
        if problem.status != 404:
            raise
        return {}
    return {one["field"]: one["value"] for one in reading["fields"]}


def receipts_table(receipts: Sequence[Receipt]) -> Table:
    """Draw one row for each file; below the names stand the proposal, or the reasons that stop it."""
    rows = table("file", "status", "vendor", "number", "total", right=("total",), fold=("file", "vendor", "number"))
    for receipt in receipts:
        status = receipt.status.replace("_", " ") + (", had before" if receipt.duplicate else "")
        rows.add_row(
            Text(receipt.file),
            Text(status, style=_COLOURS.get(receipt.status, "")),
            Text(receipt.vendor),
            Text(receipt.number),
            receipt.total,
        )
        for below in filter(None, (receipt.proposal_id, ", ".join(receipt.reasons))):
            rows.add_row(Text(f"  {below}", style="dim"))
    return rows


def summary(receipts: Sequence[Receipt]) -> Text:
    """Count the files by what became of them."""
    counts = Counter(receipt.status for receipt in receipts)
    return Text(", ".join(f"{count} {status.replace('_', ' ')}" for status, count in counts.most_common()))
