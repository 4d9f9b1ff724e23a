"""Routes of settlements."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core import settling
from bursar.core.bills import DigestChanged, OwnDocument, ReasonMissing
from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.accounts.queries import ControlAccountMissing
from bursar.ledger.entries.actions import AlreadyReversed
from bursar.ledger.entries.queries import PeriodClosed
from bursar.ledger.open_items.actions import OverAllocated
from bursar.ledger.settlements import actions, booking
from bursar.ledger.settlements.actions import (
    approve_settlement,
    reject_settlement,
    reverse_settlement,
    settle,
)
from bursar.ledger.settlements.queries import ItemsOfOneParty, get_settlement, list_settlements
from bursar.ledger.settlements.schemas import (
    ApproveSettlement,
    ApproveSettlementBody,
    RejectSettlement,
    RejectSettlementBody,
    ReverseSettlement,
    ReverseSettlementBody,
    Settle,
    SettlementFilter,
    SettlementRead,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, VERSIONED, Caller, IfMatch, operation, reads, set_etag
from bursar.platform.ids import SettlementId
from bursar.platform.work import Work

router = APIRouter()

SETTLING = (
    *(ItemsOfOneParty, settling.SettledAboveOpen, settling.SettlementUnbalanced, settling.NothingSettled),
    settling.SettledTwice,
    *(booking.SettledTooEarly, PeriodClosed, booking.AmountInOtherCurrency, booking.RoundingTooLarge),
    *(ReasonMissing, ControlAccountMissing, OverAllocated),
)


def _money(amount: str, currency: str = "EUR") -> dict[str, str]:
    return {"amount": amount, "currency": currency}


EXAMPLE = {
    "id": "settlement_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "side": "payable",
    "settled_on": "2026-11-20",
    "currency": "EUR",
    "status": "active",
    "reason": None,
    "payment_id": None,
    "entry_id": None,
    "reversal_entry_id": None,
    "request": None,
    "digest": None,
    "decided_by": None,
    "decided_at": None,
    "exchange_difference": _money("0.00"),
    "allocations": [
        {
            "id": "allocation_01j2hw0psyfn79yan3pqykt7s0",
            "debit_item_id": "item_01j2hw0psyfn79yan3pqykt7s1",
            "credit_item_id": "item_01j2hw0psyfn79yan3pqykt7s0",
            "amount": _money("119.00"),
            "debit_base": _money("119.00"),
            "credit_base": _money("119.00"),
            "allocated_on": "2026-11-20",
            "reversal_of": None,
        }
    ],
    "version": 1,
    "created_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "created_at": "2026-11-20T09:30:00Z",
}


@router.post(
    "/settlements",
    **operation(
        "Settle open items against each other",
        needs=Permission.SETTLEMENTS_MAKE,
        errors=[*IDEMPOTENT, NotFound, *SETTLING],
        example=EXAMPLE,
        status=201,
        body={
            "settled_on": "2026-11-20",
            "items": [
                {"open_item_id": "item_01j2hw0psyfn79yan3pqykt7s0", "amount": _money("119.00")},
                {"open_item_id": "item_01j2hw0psyfn79yan3pqykt7s1", "amount": _money("119.00")},
            ],
        },
    ),
)
async def make(body: Settle, caller: Caller, response: Response) -> SettlementRead:
    """Settle invoices with credits and payments of one party, in full or in part.

    An adjustment (a discount, a write-off, tax withheld, a bank's fee, a residue of rounding) settles a part of its
    item without money and is booked in the settlement's own entry, as is the exchange difference that is realised.
    A write-off is only requested here; somebody else approves it.
    """
    made = await caller.execute(settle, body)
    set_etag(response, made.version)
    return made


@router.get(
    "/settlements",
    **operation(
        "List settlements",
        needs=Permission.PAYMENTS_READ,
        errors=[BadCursor],
        example={"items": [EXAMPLE], "next_cursor": None},
    ),
)
async def read_settlements(
    page: Annotated[SettlementFilter, Query()], work: Annotated[Work, reads(Permission.PAYMENTS_READ)]
) -> Page[SettlementRead]:
    """Return settlements with their allocations, newest first."""
    return await list_settlements(work, page)


@router.get(
    "/settlements/{settlement_id}",
    **operation("Read a settlement", needs=Permission.PAYMENTS_READ, errors=[NotFound], example=EXAMPLE),
)
async def read_settlement(
    settlement_id: SettlementId, work: Annotated[Work, reads(Permission.PAYMENTS_READ)], response: Response
) -> SettlementRead:
    """Return a settlement with its allocations, those that took it back included."""
    found = await get_settlement(work, settlement_id)
    set_etag(response, found.version)
    return found


_REQUESTED = {
    **EXAMPLE,
    "status": "requested",
    "reason": "Not worth a reminder",
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "allocations": [],
}


@router.post(
    "/settlements/{settlement_id}/approve",
    **operation(
        "Approve a requested write-off",
        needs=Permission.WRITE_OFFS_APPROVE,
        errors=[
            *(*IDEMPOTENT, *VERSIONED, NotFound, actions.NotRequested, OwnDocument, DigestChanged),
            *(actions.WriteOffAboveLimit, *SETTLING),
        ],
        example={**_REQUESTED, "status": "active", "version": 2},
        body={"digest": _REQUESTED["digest"]},
    ),
)
async def approve(
    settlement_id: SettlementId, body: ApproveSettlementBody, version: IfMatch, caller: Caller, response: Response
) -> SettlementRead:
    """Approve what somebody else has requested, as the digest shows it, up to your limit; it is settled at once."""
    command = ApproveSettlement(settlement_id=settlement_id, version=version, digest=body.digest)
    found = await caller.execute(approve_settlement, command)
    set_etag(response, found.version)
    return found


@router.post(
    "/settlements/{settlement_id}/reject",
    **operation(
        "Turn a requested write-off down",
        needs=Permission.WRITE_OFFS_APPROVE,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound, actions.NotRequested],
        example={**_REQUESTED, "status": "rejected", "version": 2},
        body={"reason": "The vendor still owes us a credit"},
    ),
)
async def reject(
    settlement_id: SettlementId, body: RejectSettlementBody, version: IfMatch, caller: Caller, response: Response
) -> SettlementRead:
    """Leave the items as they are, and say why."""
    command = RejectSettlement(settlement_id=settlement_id, version=version, reason=body.reason)
    found = await caller.execute(reject_settlement, command)
    set_etag(response, found.version)
    return found


@router.post(
    "/settlements/{settlement_id}/reverse",
    **operation(
        "Take a settlement back",
        needs=Permission.SETTLEMENTS_MAKE,
        errors=[
            *(*IDEMPOTENT, *VERSIONED, NotFound, AlreadyReversed, booking.SettledTooEarly),
            PeriodClosed,
        ],
        example={**EXAMPLE, "status": "reversed", "reason": "Paid another invoice", "version": 2},
        body={"reason": "Paid another invoice"},
    ),
)
async def reverse(
    settlement_id: SettlementId, body: ReverseSettlementBody, version: IfMatch, caller: Caller, response: Response
) -> SettlementRead:
    """Undo every allocation of a settlement; what it settled is open again, and its entry is reversed."""
    command = ReverseSettlement(
        settlement_id=settlement_id, version=version, reason=body.reason, reversed_on=body.reversed_on
    )
    found = await caller.execute(reverse_settlement, command)
    set_etag(response, found.version)
    return found
