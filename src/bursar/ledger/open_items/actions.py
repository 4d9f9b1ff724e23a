"""Settling: open items come with their journal entry, and the database moves what is open when one is allocated."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import text

from bursar.core.settling import Match
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict
from bursar.ledger.open_items.queries import get_item
from bursar.ledger.open_items.schemas import Dispute, OpenItemRead, Side
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work


class OverAllocated(Conflict):
    """More would be settled than is open."""

    code = "over_allocated"


refusal("ck_open_item_open_within_amount", OverAllocated)
refusal("ck_open_item_base_open_within_amount", OverAllocated)

# Sent alone, or with the entry (`:id`) that books the exchange differences of those allocations that have one.
ALLOCATED = """
    INSERT INTO allocation (tenant_id, id, legal_entity_id, debit_item_id, credit_item_id, currency, amount_minor,
                            base_amount_minor, allocated_on, recorded_at, created_by, settlement_id, debit_base_minor,
                            credit_base_minor, reversal_of, entry_id)
    SELECT :tenant_id, a.id, :legal_entity_id, a.debit, a.credit, :allocated_currency, a.amount, a.debit_base,
           :allocated_on, :now, :posted_by, :settlement_id, a.debit_base, a.credit_base, a.reversal_of,
           CASE WHEN a.debit_base <> a.credit_base THEN CAST(:id AS uuid) END
    FROM unnest(CAST(:allocation_ids AS uuid[]), CAST(:debits AS uuid[]), CAST(:credits AS uuid[]),
                CAST(:allocated AS bigint[]), CAST(:debit_bases AS bigint[]), CAST(:credit_bases AS bigint[]),
                CAST(:reversals AS uuid[])) WITH ORDINALITY
      AS a(id, debit, credit, amount, debit_base, credit_base, reversal_of, place)
    ORDER BY a.place
"""
_ALLOCATE = text(ALLOCATED)


def allocated(
    work: Work,
    matches: Sequence[Match],
    side: Side,
    currency: str,
    on: date,
    *,
    settlement_id: UUID | None = None,
    undone: Sequence[Any] = (),
) -> dict[str, Any]:
    """Return the values of `ALLOCATED`: first the negatives of allocations that are undone, then the new ones."""
    asks_by_credit = side == "payable"
    rows: list[tuple[Any, ...]] = [
        (
            one.debit_item_id,
            one.credit_item_id,
            -one.amount_minor,
            -one.debit_base_minor,
            -one.credit_base_minor,
            one.id,
        )
        for one in undone
    ]
    for one in matches:
        asked, brought = (one.asking_id, one.asking_base_minor), (one.bringing_id, one.bringing_base_minor)
        debit, credit = (brought, asked) if asks_by_credit else (asked, brought)
        rows.append((debit[0], credit[0], one.amount_minor, debit[1], credit[1], None))
    names = ("debits", "credits", "allocated", "debit_bases", "credit_bases", "reversals")
    columns = (
        dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {name: [] for name in names}
    )
    return {
        **columns,
        "allocation_ids": sorted(work.new_id() for _ in rows),  # Read in the order in which they were made.
        "allocated_currency": currency,
        "allocated_on": on,
        "settlement_id": settlement_id,
    }


def as_rows(values: Mapping[str, Any]) -> list[Any]:
    """Return allocations that were written by `ALLOCATED` as rows, without reading them again."""
    names = ("allocation_ids", "debits", "credits", "allocated", "debit_bases", "credit_bases", "reversals")
    fields = ("id", "debit_item_id", "credit_item_id", "amount_minor", "debit_base_minor", "credit_base_minor")
    shared = {"currency": values["allocated_currency"], "allocated_on": values["allocated_on"]}
    return [
        SimpleNamespace(**dict(zip((*fields, "reversal_of"), row, strict=True)), **shared)
        for row in zip(*(values[name] for name in names), strict=True)
    ]


async def write_allocations(work: Work, values: Mapping[str, Any], legal_entity_id: UUID) -> None:
    """Write the allocations in the values of `ALLOCATED` by themselves: none realises a difference that needs an entry.

    Raises OverAllocated, and settles nothing then.
    """
    own = {"tenant_id": work.tenant_id, "id": None, "legal_entity_id": legal_entity_id}
    await work.session.run(_ALLOCATE, {**values, **own, "now": work.now, "posted_by": work.actor_id})


async def allocate(
    work: Work, matches: Sequence[Match], *, side: Side, legal_entity_id: UUID, currency: str, on: date
) -> tuple[UUID, ...]:
    """Settle items that give up the same in base, and return the allocations' ids.

    Raises OverAllocated, and settles nothing then.
    """
    values = allocated(work, matches, side, currency, on)
    await write_allocations(work, values, legal_entity_id)
    return tuple(values["allocation_ids"])


@action("open_items.dispute", needs=Permission.OPEN_ITEMS_DISPUTE)
async def dispute_item(work: Work, command: Dispute) -> OpenItemRead:
    """Mark an item as disputed from today on, or no longer. Raises NotFound."""
    await work.session.run(
        _MARK,
        {
            "tenant_id": work.tenant_id,
            "open_item_id": command.open_item_id,
            "disputed": command.disputed,
            "before": not command.disputed,
            "mark_id": work.new_id(),
            "now": work.now,
            "actor_id": work.actor_id,
        },
    )
    return await get_item(work, command.open_item_id)


# The item's row is locked by the update, so that its marks follow one another; what does not change anything is none.
_MARK = text("""
    WITH marked AS (
      UPDATE open_item SET disputed = :disputed
      WHERE tenant_id = :tenant_id AND id = :open_item_id AND disputed = CAST(:before AS boolean)
      RETURNING legal_entity_id
    )
    INSERT INTO dispute_mark (tenant_id, id, legal_entity_id, open_item_id, disputed, marked_on, marked_at, marked_by)
    SELECT :tenant_id, :mark_id, m.legal_entity_id, :open_item_id, :disputed,
           (CAST(:now AS timestamptz) AT TIME ZONE e.time_zone)::date, :now, :actor_id
    FROM marked m JOIN legal_entity e ON e.tenant_id = :tenant_id AND e.id = m.legal_entity_id
""")
