"""All writes of settlements.

What writes something off is requested by one person and approved by another; everything else is settled at once.
"""

import json
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import update

from bursar.core.bills import DigestChanged, OwnDocument
from bursar.core.digests import digest_of
from bursar.core.posting import reversal
from bursar.core.settling import undone_by
from bursar.kit.errors import Conflict, Forbidden, PreconditionFailed
from bursar.kit.statements import Row
from bursar.ledger.entries.actions import AlreadyReversed, post_entry
from bursar.ledger.entries.queries import posting_lines, require_open
from bursar.ledger.entries.schemas import NewEntry
from bursar.ledger.open_items.actions import ALLOCATED, allocated, write_allocations
from bursar.ledger.open_items.schemas import SUB_LEDGER_OF, LeftOpen
from bursar.ledger.settlements.booking import Plan, SettledTooEarly, carry_out, plan_settlement
from bursar.ledger.settlements.events import SettlementReversed, WriteOffRejected, WriteOffRequested
from bursar.ledger.settlements.queries import (
    allocations_of,
    entity_context,
    get_settlement,
    lock_items,
    lock_settlement,
)
from bursar.ledger.settlements.schemas import (
    AdjustmentKind,
    ApproveSettlement,
    RejectSettlement,
    ReverseSettlement,
    Settle,
    SettlementRead,
)
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import settlements

REVERSALS: Final = "REV"


class NotRequested(Conflict):
    """The settlement is not waiting for a decision."""

    code = "settlement_not_requested"


class WriteOffAboveLimit(Forbidden):
    """More would be written off than the actor may approve."""

    code = "write_off_above_limit"


@action("settlements.make", needs=Permission.SETTLEMENTS_MAKE)
async def settle(work: Work, command: Settle) -> SettlementRead:
    """Settle open items of one party against each other; where something is written off, request it.

    Raises NotFound, ItemsOfOneParty, SettledAboveOpen, SettlementUnbalanced, NothingSettled, SettledTooEarly,
    PeriodClosed, ControlAccountMissing, ReasonMissing, RoundingTooLarge and OverAllocated.
    """
    rows = await lock_items(work, [one.open_item_id for one in command.items])
    plan = plan_settlement(work, command.items, rows, on=command.settled_on, reason=command.reason)
    if plan.writes_off:
        await _request(work, plan, command)
    else:
        await carry_out(work, plan, await entity_context(work, plan.common.legal_entity_id))
    return await get_settlement(work, plan.id)


async def _request(work: Work, plan: Plan, command: Settle) -> None:
    wanted = command.model_dump(mode="json")
    row = {
        "tenant_id": work.tenant_id,
        "id": plan.id,
        "legal_entity_id": plan.common.legal_entity_id,
        "side": plan.common.side,
        "settled_on": plan.on,
        "currency": plan.common.currency,
        "status": "requested",
        "reason": command.reason,
        "request": json.dumps(wanted),
        "digest": digest_of({"id": str(plan.id), "settle": wanted}),
        "created_by": work.actor_id,
        "created_at": work.now,
        "updated_at": work.now,
    }
    await work.session.add(settlements, [row])
    work.emit(WriteOffRequested(plan.id))


@action("settlements.approve", needs=Permission.WRITE_OFFS_APPROVE)
async def approve_settlement(work: Work, command: ApproveSettlement) -> SettlementRead:
    """Approve a requested write-off as its digest shows it, and settle.

    Raises NotFound, NotRequested, OwnDocument, DigestChanged, PreconditionFailed, WriteOffAboveLimit, and what
    `settlements.make` raises.
    """
    row = await _requested(work, command.settlement_id, command.version)
    if row.created_by == work.actor_id:
        raise OwnDocument("Somebody else approves what you have requested.")
    if row.digest != command.digest:
        raise DigestChanged("The digest is not that of this request.", pointer="/digest")
    wanted = Settle.model_validate(row.request)
    rows = await lock_items(work, [one.open_item_id for one in wanted.items])
    plan = plan_settlement(work, wanted.items, rows, on=wanted.settled_on, reason=wanted.reason, settlement_id=row.id)
    limit = work.approval_limit_minor
    if limit is not None and plan.written_off_minor > limit:
        raise WriteOffAboveLimit("More would be written off than you may approve.", limit_minor=str(limit))
    await carry_out(work, plan, await entity_context(work, row.legal_entity_id), approves=True)
    return await get_settlement(work, row.id)


@action("settlements.reject", needs=Permission.WRITE_OFFS_APPROVE)
async def reject_settlement(work: Work, command: RejectSettlement) -> SettlementRead:
    """Turn a requested write-off down. Raises NotFound, NotRequested and PreconditionFailed."""
    row = await _requested(work, command.settlement_id, command.version)
    decided = {"status": "rejected", "reason": command.reason, "decided_by": work.actor_id, "decided_at": work.now}
    await work.session.run(
        update(settlements)
        .where(work.owns(settlements), settlements.c.id == row.id)
        .values(**decided, version=row.version + 1, updated_at=work.now)
    )
    work.emit(WriteOffRejected(row.id))
    return await get_settlement(work, row.id)


async def _requested(work: Work, settlement_id: UUID, version: int | None) -> Row:
    row = await lock_settlement(work, settlement_id)
    if row.status != "requested":
        raise NotRequested("The settlement is not waiting for a decision.")
    if version is not None and row.version != version:
        raise PreconditionFailed("The settlement has changed since you read it.", version=str(row.version))
    return row


@action("settlements.reverse", needs=Permission.SETTLEMENTS_MAKE)
async def reverse_settlement(work: Work, command: ReverseSettlement) -> SettlementRead:
    """Take a settlement back: its items are open again, its entry is reversed.

    Raises NotFound, AlreadyReversed, PreconditionFailed, SettledTooEarly and PeriodClosed.
    """
    row = await lock_settlement(work, command.settlement_id)
    await take_back(work, row, command.reason, command.reversed_on, version=command.version)
    return await get_settlement(work, row.id)


async def take_back(work: Work, row: Any, reason: str, on: date | None, *, version: int | None = None) -> None:
    """Reverse a locked settlement. Raises AlreadyReversed, PreconditionFailed, SettledTooEarly and PeriodClosed."""
    if row.status != "active":
        raise AlreadyReversed("The settlement was taken back before.")
    if version is not None and row.version != version:
        raise PreconditionFailed("The settlement has changed since you read it.", version=str(row.version))
    context = await entity_context(work, row.legal_entity_id)
    if on is not None and on < row.settled_on:
        raise SettledTooEarly("A settlement is not taken back before it was made.", pointer="/reversed_on")
    day = on or max(work.today(context.time_zone), row.settled_on)
    sub_ledger = SUB_LEDGER_OF[row.side]
    fiscal_year = await require_open(work, row.legal_entity_id, day, sub_ledger, pointer="/reversed_on")
    made = await allocations_of(work, [row.id])
    rows = await lock_items(work, sorted({one for each in made for one in (each.debit_item_id, each.credit_item_id)}))
    of_entry = [one for one in rows.values() if one.kind in set(AdjustmentKind)] if row.entry_id else []
    counters = [(one, work.new_id()) for one in of_entry]
    values = allocated(
        work,
        [undone_by(item.id, item.amount_minor, item.base_amount_minor, counter) for item, counter in counters],
        row.side,
        row.currency,
        day,
        settlement_id=row.id,
        undone=made,
    )
    if row.entry_id is None:
        await write_allocations(work, values, row.legal_entity_id)
        entry_id = None
    else:
        undoing = NewEntry(
            legal_entity_id=row.legal_entity_id,
            sub_ledger=sub_ledger,
            series=REVERSALS,
            fiscal_year=fiscal_year,
            posting_date=day,
            document_date=day,
            source_type="settlement",
            source_id=row.id,
            memo=reason,
            currency=row.currency,
            base_currency=context.base_currency,
            vendor_id=None,
            lines=reversal(await posting_lines(work, row.entry_id)),
            leaves=tuple(_counter_item(index, item, one, day) for index, (item, one) in enumerate(counters, start=1)),
            reversal_of=row.entry_id,
        )
        entry_id = (await post_entry(work, undoing, ALLOCATED, values=values)).id
    changes = {"status": "reversed", "reason": reason, "reversal_entry_id": entry_id, "version": row.version + 1}
    await work.session.run(
        update(settlements)
        .where(work.owns(settlements), settlements.c.id == row.id)
        .values(**changes, updated_at=work.now)
    )
    work.emit(SettlementReversed(row.id))


def _counter_item(index: int, item: Row, counter: UUID, on: date) -> LeftOpen:
    base, party = -item.base_amount_minor, (item.vendor_id, item.customer_id)
    return LeftOpen(index, -item.amount_minor, on, base, item.side, "reversal", *party, id=counter)
