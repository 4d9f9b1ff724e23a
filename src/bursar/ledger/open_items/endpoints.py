"""Routes of open items."""

from typing import Annotated

from fastapi import APIRouter, Query

from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.open_items.actions import dispute_item
from bursar.ledger.open_items.queries import get_item, list_items
from bursar.ledger.open_items.schemas import Dispute, DisputeBody, OpenItemFilter, OpenItemRead
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.ids import OpenItemId
from bursar.platform.work import Work

router = APIRouter()


def _eur(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


EXAMPLE = {
    "id": "item_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "side": "payable",
    "kind": "document",
    "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
    "customer_id": None,
    "entry_id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "bill_id": "bill_01j2hw0psyfn79yan3pqykt7s0",
    "instalment": 1,
    "reference": None,
    "amount": _eur("119.00"),
    "open": _eur("19.00"),
    "base_amount": _eur("119.00"),
    "base_open": _eur("19.00"),
    "document_date": "2026-10-31",
    "due_date": "2026-11-30",
    "posting_date": "2026-10-31",
    "disputed": False,
}
Reading = Annotated[Work, reads(Permission.PAYMENTS_READ)]


@router.get(
    "/open-items",
    **operation(
        "List open items",
        needs=Permission.PAYMENTS_READ,
        errors=[BadCursor],
        example={"items": [EXAMPLE], "next_cursor": None},
    ),
)
async def read_items(work: Reading, page: Annotated[OpenItemFilter, Query()]) -> Page[OpenItemRead]:
    """Return what documents, credits and payments left, with what is open of each now, newest first."""
    return await list_items(work, page)


@router.get(
    "/open-items/{open_item_id}",
    **operation("Read an open item", needs=Permission.PAYMENTS_READ, errors=[NotFound], example=EXAMPLE),
)
async def read_item(open_item_id: OpenItemId, work: Reading) -> OpenItemRead:
    """Return an item with what is open of it now."""
    return await get_item(work, open_item_id)


@router.post(
    "/open-items/{open_item_id}/dispute",
    **operation(
        "Mark an open item as disputed, or no longer",
        needs=Permission.OPEN_ITEMS_DISPUTE,
        errors=[*IDEMPOTENT, NotFound],
        example={**EXAMPLE, "disputed": True},
        body={"disputed": True},
    ),
)
async def dispute(open_item_id: OpenItemId, body: DisputeBody, caller: Caller) -> OpenItemRead:
    """Say that an item is in dispute: aging shows it apart, and a payment that pays the oldest first leaves it out."""
    return await caller.execute(dispute_item, Dispute(open_item_id=open_item_id, disputed=body.disputed))
