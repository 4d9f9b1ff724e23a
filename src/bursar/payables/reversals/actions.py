"""All writes of reversals."""

from datetime import date
from uuid import UUID

from sqlalchemy import update

from bursar.core import bills as rules
from bursar.core.posting import reversal
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.queries import open_fiscal_year, posting_lines
from bursar.ledger.open_items.actions import allocate, open_payable
from bursar.ledger.open_items.queries import items_of_bill
from bursar.payables.bills.actions import PeriodClosed
from bursar.payables.bills.queries import LockedBill, after, lock_bill, new_entry, new_open_item
from bursar.payables.bills.schemas import BillRead
from bursar.payables.reversals.events import BillReversed
from bursar.payables.reversals.schemas import ReverseBill
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import bills

REVERSALS = "REV"


@action("bills.reverse", needs=Permission.BILLS_REVERSE)
async def reverse_bill(work: Work, command: ReverseBill) -> BillRead:
    """Take a posted bill back: an entry with every amount negated, settled against the bill's own open item.

    Raises NotFound, PreconditionFailed, BillNotPosted, HasAllocations, PeriodClosed and ReasonMissing.
    """
    bill = await lock_bill(work, command.bill_id, command.version)
    row = bill.row
    decision = rules.reverse(bill.facts, reason=command.reason)
    on = max(command.posting_date or work.today(row.time_zone), row.posting_date)
    fiscal_year = await open_fiscal_year(work, row.legal_entity_id, on)
    if fiscal_year is None:
        raise PeriodClosed("The reversal's date lies in no open period.", pointer="/posting_date")
    lines = reversal(await posting_lines(work, row.entry_id))
    entry = await post_entry(work, new_entry(bill, REVERSALS, fiscal_year, on, lines, reversal_of=row.entry_id))
    await _settle_with_reversal(work, bill, entry.id, on)
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


async def _settle_with_reversal(work: Work, bill: LockedBill, entry_id: UUID, on: date) -> None:
    """Open the counter-items of a reversal and settle each of the bill's items with its own."""
    row = bill.row
    for item in await items_of_bill(work, row.id):
        counter = new_open_item(bill, entry_id, on, item.instalment, -item.amount_minor, item.due_date)
        counter_id = await open_payable(work, counter)
        owed, owing = (item.id, counter_id) if item.amount_minor > 0 else (counter_id, item.id)
        await allocate(
            work,
            legal_entity_id=row.legal_entity_id,
            debit_item_id=owing,
            credit_item_id=owed,
            amount_minor=abs(item.amount_minor),
            currency=row.currency,
            on=on,
        )
