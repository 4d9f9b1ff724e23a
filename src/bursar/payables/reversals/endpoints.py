"""Routes of reversals."""

from fastapi import APIRouter, Response

from bursar.core import bills as rules
from bursar.kit.errors import NotFound
from bursar.ledger.entries.queries import PeriodClosed
from bursar.payables.bills.endpoints import EXAMPLE
from bursar.payables.bills.schemas import BillRead
from bursar.payables.reversals.actions import ReversedTooEarly, reverse_bill
from bursar.payables.reversals.schemas import ReverseBill, ReverseBillBody
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, VERSIONED, Caller, IfMatch, operation, set_etag
from bursar.platform.ids import BillId

router = APIRouter()

_REVERSED = {
    **EXAMPLE,
    "approval_status": "approved",
    "document_status": "reversed",
    "available_actions": [],
    "version": 3,
    "number": "BILL-2026-000042",
    "posting_date": "2026-10-31",
    "entry_id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "reversal_entry_id": "entry_01j2hw0psyfn79yan3pqykt7s1",
    "decided_by": "user_01j2hw0psyfn79yan3pqykt7s1",
    "decided_at": "2026-11-03T08:00:00Z",
    "decision_reason": "Charged twice",
}


@router.post(
    "/bills/{bill_id}/reverse",
    **operation(
        "Reverse a posted bill",
        needs=Permission.BILLS_REVERSE,
        errors=[
            *(*IDEMPOTENT, *VERSIONED, NotFound, rules.NotPosted, rules.HasAllocations, rules.ReasonMissing),
            *(ReversedTooEarly, PeriodClosed),
        ],
        example=_REVERSED,
        body={"reason": "Charged twice", "posting_date": "2026-11-30"},
    ),
)
async def reverse(
    bill_id: BillId, body: ReverseBillBody, version: IfMatch, caller: Caller, response: Response
) -> BillRead:
    """Take a posted bill back by an entry with every amount negated, which settles what the bill left open.

    Reports at a date before the reversal still show the bill, and so does what was known before.
    """
    command = ReverseBill(bill_id=bill_id, version=version, reason=body.reason, posting_date=body.posting_date)
    bill = await caller.execute(reverse_bill, command)
    set_etag(response, bill.version)
    return bill
