"""Settling: open items come with their journal entry, and the database moves what is open when one is allocated."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from bursar.kit.db import refusal
from bursar.kit.errors import Conflict
from bursar.platform.work import Work
from bursar.tables import allocations


class OverAllocated(Conflict):
    """More would be settled than is open."""

    code = "over_allocated"


refusal("ck_open_item_open_within_amount", OverAllocated)
refusal("ck_open_item_base_open_within_amount", OverAllocated)


class Pair(NamedTuple):
    """A debit item (what the vendor owes us) that settles a credit item (what we owe) by an amount above zero."""

    debit_item_id: UUID
    credit_item_id: UUID
    amount_minor: int


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
