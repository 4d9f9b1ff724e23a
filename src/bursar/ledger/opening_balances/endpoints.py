"""Routes of opening balances."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core.journal import HasAllocations
from bursar.core.money import CurrencyMismatch, NotRepresentable, UnknownCurrency
from bursar.core.opening import OpeningAmountWrong, OpeningEmpty, OpeningItemsDiffer, OpeningUnbalanced
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.accounts.queries import ControlAccountMissing
from bursar.ledger.entries.queries import PeriodClosed
from bursar.ledger.opening_balances.actions import (
    OpeningAccountTwice,
    OpeningAccountUnknown,
    OpeningAmountMissing,
    OpeningExists,
    OpeningPartyUnknown,
    OpeningReversed,
    import_opening_balances,
    reverse_opening_balances,
)
from bursar.ledger.opening_balances.queries import get_opening, list_openings
from bursar.ledger.opening_balances.schemas import (
    ImportOpeningBalances,
    OpeningBalancesRead,
    OpeningFilter,
    OpeningReason,
    ReverseOpeningBalances,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.ids import OpeningId
from bursar.platform.work import Work

router = APIRouter()


def _euros(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


_NEW = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "posting_date": "2025-12-31",
    "accounts": [
        {"account_code": "1000", "debit": _euros("1500.00")},
        {"account_code": "2000", "credit": _euros("500.00")},
        {"account_code": "3000", "credit": _euros("1000.00")},
    ],
    "items": [
        {
            "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
            "reference": "R-2025-118",
            "document_date": "2025-12-05",
            "due_date": "2026-01-04",
            "amount": _euros("500.00"),
        }
    ],
}
_OPENING = {
    "id": "opening_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "posting_date": "2025-12-31",
    "state": "posted",
    "number": "OPN-2025-000001",
    "entry_id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "reversal_entry_id": None,
    "reason": None,
    "created_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "created_at": "2026-01-05T09:30:00Z",
    "reversed_by": None,
    "reversed_at": None,
}
Reading = Annotated[Work, reads(Permission.LEDGER_READ)]


@router.get(
    "/opening-balances",
    **operation(
        "List opening balances",
        needs=Permission.LEDGER_READ,
        errors=[BadCursor],
        example={"items": [_OPENING], "next_cursor": None},
    ),
)
async def read_openings(work: Reading, page: Annotated[OpeningFilter, Query()]) -> Page[OpeningBalancesRead]:
    """Return opening balances, those that were reversed too, newest first."""
    return await list_openings(work, page)


@router.post(
    "/opening-balances",
    **operation(
        "Import opening balances",
        needs=Permission.OPENING_BALANCES_IMPORT,
        errors=[
            *(*IDEMPOTENT, NotFound, OpeningExists, OpeningUnbalanced, OpeningItemsDiffer, OpeningEmpty),
            *(OpeningAmountWrong, OpeningAmountMissing, OpeningAccountUnknown, OpeningAccountTwice),
            *(OpeningPartyUnknown, PeriodClosed, ControlAccountMissing),
            *(CurrencyMismatch, NotRepresentable, UnknownCurrency),
        ],
        example=_OPENING,
        status=201,
        body=_NEW,
    ),
)
async def add_opening(body: ImportOpeningBalances, caller: Caller, response: Response) -> OpeningBalancesRead:
    """Post a trial balance, which must balance, and the open items, which must be what AP and AR stand at."""
    opening = await caller.execute(import_opening_balances, body)
    response.headers["Location"] = f"/v1/opening-balances/{to_public('opening', opening.id)}"
    return opening


@router.get(
    "/opening-balances/{opening_balance_id}",
    **operation("Read opening balances", needs=Permission.LEDGER_READ, errors=[NotFound], example=_OPENING),
)
async def read_opening(opening_balance_id: OpeningId, work: Reading) -> OpeningBalancesRead:
    """Return opening balances."""
    return await get_opening(work, opening_balance_id)


@router.post(
    "/opening-balances/{opening_balance_id}/reverse",
    **operation(
        "Reverse opening balances",
        needs=Permission.OPENING_BALANCES_IMPORT,
        errors=[*IDEMPOTENT, NotFound, OpeningReversed, HasAllocations, PeriodClosed],
        example={**_OPENING, "state": "reversed", "reason": "Two bills were missing"},
        body={"reason": "Two bills were missing"},
    ),
)
async def undo_opening(opening_balance_id: OpeningId, body: OpeningReason, caller: Caller) -> OpeningBalancesRead:
    """Take opening balances back as long as nothing of them is settled, so that others may follow.

    They are taken back on their own day, or on the last day that one of their items was settled and freed again.
    """
    command = ReverseOpeningBalances(opening_balance_id=opening_balance_id, reason=body.reason)
    return await caller.execute(reverse_opening_balances, command)
