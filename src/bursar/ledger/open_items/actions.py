"""All writes to open items and allocations; the database moves what is open when an allocation arrives."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from bursar.kit.db import refusal
from bursar.kit.errors import Conflict
from bursar.kit.wire import Amount
from bursar.ledger.open_items.schemas import NewOpenItem
from bursar.platform.work import Work
from bursar.tables import allocations, open_items


class OverAllocated(Conflict):
    """More would be settled than is open."""

    code = "over_allocated"


refusal("ck_open_item_open_within_amount", OverAllocated)


class Pair(NamedTuple):
    """A debit item (what the vendor owes us) that settles a credit item (what we owe) by an amount above zero."""

    debit_item_id: UUID
    credit_item_id: UUID
    amount_minor: int


async def open_payables(work: Work, items: Sequence[NewOpenItem]) -> tuple[UUID, ...]:
    """Record what a posted bill or vendor credit leaves open and return the items' ids, in their order."""
    rows = [_row(work, item) for item in items]
    await work.session.add(open_items, rows)
    if work.effects is not None:
        work.effects.open_items += [_effect(item) for item in items]
    return tuple(row["id"] for row in rows)


def _effect(item: NewOpenItem) -> dict[str, Any]:
    amount = Amount.of(item.amount_minor, item.currency).model_dump(mode="json")
    return {"amount": amount, "due_date": item.due_date.isoformat()}


def _row(work: Work, item: NewOpenItem) -> dict[str, Any]:
    return {
        "tenant_id": work.tenant_id,
        "id": work.new_id(),
        "legal_entity_id": item.legal_entity_id,
        "side": "payable",
        "vendor_id": item.vendor_id,
        "entry_id": item.entry_id,
        "bill_id": item.bill_id,
        "instalment": item.instalment,
        "currency": item.currency,
        "amount_minor": item.amount_minor,
        "open_minor": item.amount_minor,
        "base_currency": item.base_currency,
        "base_amount_minor": item.amount_minor,
        "document_date": item.document_date,
        "due_date": item.due_date,
        "posting_date": item.posting_date,
        "recorded_at": work.now,
    }


async def allocate(
    work: Work, pairs: Sequence[Pair], *, legal_entity_id: UUID, currency: str, on: date
) -> tuple[UUID, ...]:
    """Settle items with one another and return the allocations' ids. Raises OverAllocated, and settles nothing then."""
    rows: list[dict[str, Any]] = [
        {
            "tenant_id": work.tenant_id,
            "id": work.new_id(),
            "legal_entity_id": legal_entity_id,
            "debit_item_id": pair.debit_item_id,
            "credit_item_id": pair.credit_item_id,
            "currency": currency,
            "amount_minor": pair.amount_minor,
            "base_amount_minor": pair.amount_minor,
            "allocated_on": on,
            "recorded_at": work.now,
            "created_by": work.actor_id,
        }
        for pair in pairs
    ]
    await work.session.add(allocations, rows)
    return tuple(row["id"] for row in rows)
