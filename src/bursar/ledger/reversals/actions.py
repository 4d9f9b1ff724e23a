"""Reversing: other slices call `post_reversal` from their own actions, once they know that an entry may be reversed."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bursar.core.posting import reversal
from bursar.core.settling import Match, undone_by
from bursar.kit.statements import Row
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.queries import posting_lines, require_open
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.open_items.actions import allocate
from bursar.ledger.open_items.schemas import SUB_LEDGER_OF, LeftOpen, Side
from bursar.platform.work import Work
from bursar.tables import journal_entries, open_items

SERIES = "REV"


async def post_reversal(
    work: Work, entry_id: UUID, *, on: date, base_currency: str, booked: Sequence[str] = ()
) -> UUID:
    """Post the reversal of an entry of this tenant on a day not before its own, and return the reversal's id.

    `booked` is handed to `post_entry`. Raises PeriodClosed, AlreadyReversed where another reversal was posted, and
    OverAllocated where something was settled meanwhile.
    """
    entries, items = journal_entries.c, open_items.c
    entry = await work.session.row(select(journal_entries).where(work.owns(journal_entries), entries.id == entry_id))
    assert entry is not None, "what is reversed was posted"
    lines = reversal(await posting_lines(work, entry_id))
    left = await work.session.rows(
        select(open_items).where(work.owns(open_items), items.entry_id == entry_id).order_by(items.instalment)
    )
    moved = {SUB_LEDGER_OF[item.side] for item in left} | {entry.sub_ledger}
    closed = f"{on} lies in no open period."
    years = [await require_open(work, entry.legal_entity_id, on, one, closed, pointer="/posting_date") for one in moved]
    posted = await post_entry(
        work,
        NewEntry(
            legal_entity_id=entry.legal_entity_id,
            sub_ledger=entry.sub_ledger,
            series=SERIES,
            fiscal_year=years[0],
            posting_date=on,
            document_date=entry.document_date,
            source_type=entry.source_type,
            source_id=entry.source_id,
            memo=entry.memo,
            currency=base_currency,
            base_currency=base_currency,
            vendor_id=None,
            lines=lines,
            leaves=tuple(_counter(item) for item in left),
            reversal_of=entry_id,
        ),
        *booked,
    )
    await _settle(work, entry, left, posted.item_ids, on)
    return posted.id


def _counter(item: Row) -> LeftOpen:
    return LeftOpen(
        item.instalment,
        -item.amount_minor,
        item.due_date,
        -item.base_amount_minor,
        side=item.side,
        kind="reversal",
        vendor_id=item.vendor_id,
        customer_id=item.customer_id,
        reference=item.reference,
        currency=item.currency,
        document_date=item.document_date,
    )


async def _settle(work: Work, entry: Row, items: Sequence[Row], counters: Sequence[UUID], on: date) -> None:
    """Settle each item that the entry left with the one that its reversal left: the same on both sides, base too."""
    matches: dict[tuple[Side, str], list[Match]] = {}
    for item, counter in zip(items, counters, strict=True):
        match = undone_by(item.id, item.amount_minor, item.base_amount_minor, counter)
        matches.setdefault((item.side, item.currency), []).append(match)
    for (side, currency), some in matches.items():
        await allocate(work, some, side=side, legal_entity_id=entry.legal_entity_id, currency=currency, on=on)
