"""What is read about settlements, and the items that one is about, locked."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, Self
from uuid import UUID

from sqlalchemy import select, text

from bursar.kit.errors import NotFound, Refused
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.open_items.schemas import CONTROL_OF, SUB_LEDGER_OF, Side
from bursar.ledger.settlements.schemas import AllocationRead, Settle, SettlementFilter, SettlementRead
from bursar.platform.work import Work
from bursar.tables import allocations, legal_entities, settlements

# Bills before items, each in the order of their ids, as whoever decides about a bill does: nobody waits in a ring.
_LOCK = text("""
    WITH decided AS (
      SELECT b.id FROM bill b WHERE b.tenant_id = :tenant_id AND b.id IN (
        SELECT i.bill_id FROM open_item i WHERE i.tenant_id = :tenant_id AND i.id = ANY(:items))
      ORDER BY b.id FOR UPDATE
    ), locked AS (SELECT count(*) AS bills FROM decided)
    SELECT i.id, i.legal_entity_id, i.side, i.vendor_id, i.customer_id, i.bill_id, i.currency, i.base_currency,
           i.amount_minor, i.base_amount_minor, i.open_minor, i.base_open_minor,
           i.posting_date, i.document_date, i.due_date, i.kind,
           (SELECT max(x.allocated_on) FROM allocation x
            WHERE x.tenant_id = :tenant_id AND x.reversal_of IS NOT NULL
              AND (x.debit_item_id = i.id OR x.credit_item_id = i.id)) AS taken_back_on,
           (SELECT bills FROM locked) AS bills
    FROM open_item i WHERE i.tenant_id = :tenant_id AND i.id = ANY(:items) ORDER BY i.id FOR UPDATE OF i
""")
_CONTEXT = text("""
    SELECT e.base_currency, e.time_zone,
           (SELECT jsonb_object_agg(a.control, a.id) FROM ledger_account a
            WHERE a.tenant_id = e.tenant_id AND a.legal_entity_id = e.id AND a.control IS NOT NULL) AS controls
    FROM legal_entity e WHERE e.tenant_id = :tenant_id AND e.id = :legal_entity_id
""")


class ItemsOfOneParty(Refused):
    """Items are settled against each other that are not of one legal entity, side, party and currency."""

    code = "items_do_not_match"


class Common(NamedTuple):
    """What all items of a settlement share."""

    legal_entity_id: UUID
    side: Side
    vendor_id: UUID | None
    customer_id: UUID | None
    currency: str
    base_currency: str

    @property
    def sub_ledger(self) -> Literal["ap", "ar"]:
        """The sub-ledger that the items are in."""
        return SUB_LEDGER_OF[self.side]

    @property
    def control(self) -> str:
        """The control account of the items' side."""
        return CONTROL_OF[self.side]


class EntityContext(NamedTuple):
    """A legal entity's books: their currency, its time zone, its control accounts by their parts."""

    base_currency: str
    time_zone: str
    controls: dict[str, UUID]

    @classmethod
    def of(cls, row: Row) -> Self:
        """Return it from a row that has all three, the control accounts as JSON."""
        controls = {name: UUID(one) for name, one in (row.controls or {}).items()}
        return cls(row.base_currency, row.time_zone, controls)


async def lock_items(work: Work, item_ids: Sequence[UUID]) -> dict[UUID, Row]:
    """Lock open items, and the bills that they come from, and return them by id. Raises NotFound."""
    rows = await work.session.rows(_LOCK, {"tenant_id": work.tenant_id, "items": list(item_ids)})
    found = {row.id: row for row in rows}
    for index, one in enumerate(item_ids):
        if one not in found:
            raise NotFound("No such open item.", pointer=f"/items/{index}/open_item_id")
    return found


def common_of(rows: Sequence[Row]) -> Common:
    """Return what items share that settle each other. Raises ItemsOfOneParty."""
    found = {Common(*(getattr(row, name) for name in Common._fields)) for row in rows}
    if len(found) != 1:
        raise ItemsOfOneParty(
            "Settle items of one legal entity, one side, one party and one currency.", pointer="/items"
        )
    return found.pop()


async def entity_context(work: Work, legal_entity_id: UUID) -> EntityContext:
    """Return what postings of a legal entity need. Raises NotFound."""
    row = await work.session.row(_CONTEXT, {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id})
    if row is None:
        raise NotFound("No such legal entity.", pointer="/legal_entity_id")
    return EntityContext.of(row)


async def lock_settlement(work: Work, settlement_id: UUID) -> Row:
    """Lock a settlement. Raises NotFound."""
    query = select(settlements).where(work.owns(settlements), settlements.c.id == settlement_id).with_for_update()
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such settlement.")
    return row


async def allocations_of(work: Work, settlement_ids: Sequence[UUID]) -> Sequence[Row]:
    """Return the allocations of settlements in the order in which they were made."""
    query = select(allocations).where(work.owns(allocations), allocations.c.settlement_id.in_(settlement_ids))
    return await work.session.rows(query.order_by(allocations.c.id))


async def settlements_of_payment(work: Work, payment_id: UUID) -> Sequence[Row]:
    """Return the settlements of a payment that stand."""
    return await work.session.rows(
        select(settlements).where(
            work.owns(settlements), settlements.c.payment_id == payment_id, settlements.c.status == "active"
        )
    )


async def get_settlement(work: Work, settlement_id: UUID) -> SettlementRead:
    """Return a settlement with its allocations. Raises NotFound."""
    row = await work.session.row(_WITH_BASE.where(work.owns(settlements), settlements.c.id == settlement_id))
    if row is None:
        raise NotFound("No such settlement.")
    return read_settlement(row, row.base_currency, await allocations_of(work, [settlement_id]))


async def list_settlements(work: Work, page: SettlementFilter) -> Page[SettlementRead]:
    """Return settlements, newest first."""
    query = _WITH_BASE.where(work.owns(settlements)).order_by(settlements.c.id.desc()).limit(page.fetch)
    if page.legal_entity_id:
        query = query.where(settlements.c.legal_entity_id == page.legal_entity_id)
    if page.payment_id:
        query = query.where(settlements.c.payment_id == page.payment_id)
    if after := page.after(1):
        query = query.where(settlements.c.id < row_id(after[0]))
    rows = await work.session.rows(query)
    parts: dict[UUID, list[Row]] = {}
    for one in await allocations_of(work, [row.id for row in rows]):
        parts.setdefault(one.settlement_id, []).append(one)
    return page.page(
        rows, lambda row: read_settlement(row, row.base_currency, parts.get(row.id, [])), lambda row: [str(row.id)]
    )


_WITH_BASE = select(settlements, legal_entities.c.base_currency).join(
    legal_entities,
    (legal_entities.c.tenant_id == settlements.c.tenant_id) & (legal_entities.c.id == settlements.c.legal_entity_id),
)


def read_settlement(row: Any, base_currency: str, parts: Sequence[Any]) -> SettlementRead:
    """Return a settlement as it is put on the wire; `row` has the settlement's columns as attributes."""
    gain = sum(one.credit_base_minor - one.debit_base_minor for one in parts if one.reversal_of is None)
    return SettlementRead.model_construct(
        id=row.id,
        legal_entity_id=row.legal_entity_id,
        side=row.side,
        settled_on=row.settled_on,
        currency=row.currency,
        status=row.status,
        reason=row.reason,
        payment_id=row.payment_id,
        entry_id=row.entry_id,
        reversal_entry_id=row.reversal_entry_id,
        request=None if row.request is None else Settle.model_validate(row.request),
        digest=row.digest,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        exchange_difference=Amount.of(gain, base_currency),
        allocations=tuple(
            AllocationRead.model_construct(
                id=one.id,
                debit_item_id=one.debit_item_id,
                credit_item_id=one.credit_item_id,
                amount=Amount.of(one.amount_minor, one.currency),
                debit_base=Amount.of(one.debit_base_minor, base_currency),
                credit_base=Amount.of(one.credit_base_minor, base_currency),
                allocated_on=one.allocated_on,
                reversal_of=one.reversal_of,
            )
            for one in parts
        ),
        version=row.version,
        created_by=row.created_by,
        created_at=row.created_at,
    )


def too_early(rows: Sequence[Row], on: date) -> bool:
    """Tell whether a day lies before the posting of one of the items, or before one was last taken back.

    Settled again on an earlier day than that, an item would be settled twice on the days between.
    """
    return any(row.posting_date > on or (row.taken_back_on or on) > on for row in rows)
