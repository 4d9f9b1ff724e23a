"""All writes of reversals."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import update

from bursar.core import bills as rules
from bursar.core.posting import reversal
from bursar.core.settling import undone_by
from bursar.kit.errors import Refused
from bursar.kit.statements import Row
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.queries import posting_lines, require_open
from bursar.ledger.open_items.actions import allocate
from bursar.ledger.open_items.queries import items_of_bill
from bursar.ledger.open_items.schemas import LeftOpen
from bursar.payables.bills.actions import REVERSALS
from bursar.payables.bills.queries import LockedBill, after, lock_bill, new_entry
from bursar.payables.bills.schemas import BillRead
from bursar.payables.reversals.events import BillReversed
from bursar.payables.reversals.schemas import ReverseBill
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import bills


class ReversedTooEarly(Refused):
    """The reversal would lie before the posting that it takes back."""

    code = "reversed_too_early"


@action("bills.reverse", needs=Permission.BILLS_REVERSE)
async def reverse_bill(work: Work, command: ReverseBill) -> BillRead:
    """Take a posted bill back: an entry with every amount negated, settled against the bill's own open item.

    Raises NotFound, PreconditionFailed, NotPosted, HasAllocations, ReversedTooEarly, PeriodClosed and ReasonMissing.
    """
    bill = await lock_bill(work, command.bill_id)
    row = bill.row
    decision = rules.reverse(bill.facts, reason=command.reason)
    bill.require_version(command.version)
    if command.posting_date is not None and command.posting_date < row.posting_date:
        raise ReversedTooEarly("A bill is not reversed before it was posted.", pointer="/posting_date")
    on = command.posting_date or max(work.today(row.time_zone), row.posting_date)
    closed = "The reversal's date lies in no open period."
    fiscal_year = await require_open(work, row.legal_entity_id, on, "ap", closed, pointer="/posting_date")
    lines = reversal(await posting_lines(work, row.entry_id))
    items = await items_of_bill(work, row.id)
    leaves = tuple(
        LeftOpen(item.instalment, -item.amount_minor, item.due_date, -item.base_amount_minor, kind="reversal")
        for item in items
    )
    reversing = new_entry(bill, REVERSALS, fiscal_year, on, lines, leaves, reversal_of=row.entry_id)
    entry = await post_entry(work, reversing)
    await _settle_with_reversal(work, bill, items, entry.item_ids, on)
    changes = {
        "document_status": decision.document_status.value,
        "reversal_entry_id": entry.id,
        "decision_reason": decision.reason,
        "version": row.version + 1,
        "updated_at": work.now,
    }
    await work.session.run(update(bills).where(work.owns(bills), bills.c.id == row.id).values(**changes))
    work.emit(BillReversed(row.id))
    return after(bill, changes)


async def _settle_with_reversal(
    work: Work, bill: LockedBill, items: Sequence[Row], counters: Sequence[UUID], on: date
) -> None:
    """Settle each of the bill's open items with the one that its reversal left."""
    row = bill.row
    matches = [
        undone_by(item.id, item.amount_minor, item.base_amount_minor, counter)
        for item, counter in zip(items, counters, strict=True)
    ]
    await allocate(work, matches, side="payable", legal_entity_id=row.legal_entity_id, currency=row.currency, on=on)
