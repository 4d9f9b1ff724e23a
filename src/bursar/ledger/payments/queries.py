"""What is read about payments."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.payments.schemas import PaymentFilter, PaymentRead
from bursar.ledger.settlements.queries import allocations_of, read_settlement
from bursar.ledger.settlements.schemas import SettlementRead
from bursar.platform.work import Work
from bursar.tables import legal_entities, open_items, payments, settlements
from bursar.tables.tax import codes_found

# Entity, bank account and party of a payment, and the exchange of its day's sub-ledger, in one statement.
_CONTEXT = text("""
    SELECT e.base_currency, e.time_zone,
           (SELECT jsonb_object_agg(a.control, a.id) FROM ledger_account a
            WHERE a.tenant_id = e.tenant_id AND a.legal_entity_id = e.id AND a.control IS NOT NULL) AS controls,
           b.id AS bank_account_id, b.is_bank, b.active AS bank_is_active, b.currency AS bank_currency,
           v.id AS vendor_id, v.withholding_code_id, c.id AS customer_id
    FROM legal_entity e
    LEFT JOIN ledger_account b
      ON b.tenant_id = e.tenant_id AND b.legal_entity_id = e.id AND b.id = :bank_account_id
    LEFT JOIN vendor v ON v.tenant_id = e.tenant_id AND v.id = :vendor_id
    LEFT JOIN customer c ON c.tenant_id = e.tenant_id AND c.id = :customer_id
    WHERE e.tenant_id = :tenant_id AND e.id = :legal_entity_id
""")
# What a discount depends on: the terms, and the tax of the document that the instalment is a part of.
_NAMED = """t.id = ANY(ARRAY(SELECT l.tax_code_id FROM bill_line l
                             WHERE l.tenant_id = b.tenant_id AND l.bill_id = b.id))"""
_DISCOUNTABLE = text(f"""
    SELECT i.id, i.amount_minor, i.open_minor, i.currency, b.payment_terms, b.discount_tax_mode, b.document_date,
           b.net_minor, b.gross_minor, {codes_found(_NAMED, "b.document_date")} AS tax_codes,
           (SELECT jsonb_agg(jsonb_build_array(l.account_id, l.net_minor, l.tax_category, l.tax_rate::text,
                                               l.tax_code_id) ORDER BY l.line_number)
            FROM bill_line l WHERE l.tenant_id = b.tenant_id AND l.bill_id = b.id) AS lines,
           (SELECT jsonb_agg(jsonb_build_array(g.tax_category, g.tax_rate::text, g.base_minor, g.tax_minor))
            FROM bill_tax_group g WHERE g.tenant_id = b.tenant_id AND g.bill_id = b.id) AS tax_groups
    FROM open_item i JOIN bill b ON b.tenant_id = i.tenant_id AND b.id = i.bill_id
    WHERE i.tenant_id = :tenant_id AND i.id = ANY(:items)
""")  # noqa: S608 - the condition is made of words of ours.
_OLDEST = text("""
    SELECT i.id FROM open_item i
    WHERE i.tenant_id = :tenant_id AND i.legal_entity_id = :legal_entity_id AND i.open_minor * :sign > 0
      AND (i.vendor_id = :vendor_id OR i.customer_id = :customer_id) AND i.currency = :currency
      AND i.posting_date <= :on AND NOT i.disputed
      AND NOT EXISTS (SELECT 1 FROM allocation x WHERE x.tenant_id = :tenant_id AND x.reversal_of IS NOT NULL
                        AND x.allocated_on > :on AND (x.debit_item_id = i.id OR x.credit_item_id = i.id))
    ORDER BY i.due_date, i.document_date, i.id LIMIT :most
""")


async def payment_context(
    work: Work, legal_entity_id: UUID, bank_account_id: UUID, vendor_id: UUID | None, customer_id: UUID | None
) -> Row:
    """Return what a payment is checked against. Raises NotFound for the entity, the account and the party."""
    values = {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id, "bank_account_id": bank_account_id}
    row = await work.session.row(_CONTEXT, {**values, "vendor_id": vendor_id, "customer_id": customer_id})
    if row is None:
        raise NotFound("No such legal entity.", pointer="/legal_entity_id")
    if row.bank_account_id is None:
        raise NotFound("No such account in this legal entity.", pointer="/bank_account_id")
    if (row.vendor_id, row.customer_id) != (vendor_id, customer_id):
        raise NotFound("No such vendor or customer.", pointer="/vendor_id" if vendor_id else "/customer_id")
    return row


async def discountable(work: Work, item_ids: Sequence[UUID]) -> dict[UUID, Row]:
    """Return what a discount on items depends on, for those that came from bills."""
    if not item_ids:
        return {}
    rows = await work.session.rows(_DISCOUNTABLE, {"tenant_id": work.tenant_id, "items": list(item_ids)})
    return {row.id: row for row in rows}


async def today_of(work: Work, legal_entity_id: UUID) -> date:
    """Return today in a legal entity's time zone."""
    query = select(legal_entities.c.time_zone).where(work.owns(legal_entities), legal_entities.c.id == legal_entity_id)
    return work.today(await work.session.value(query))


async def oldest_items(
    work: Work, legal_entity_id: UUID, party: dict[str, UUID | None], currency: str, *, sign: int, on: date, most: int
) -> list[UUID]:
    """Return what a payment pays when nobody says what: undisputed, the oldest due date first."""
    values = {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id, **party}
    rows = await work.session.rows(_OLDEST, {**values, "currency": currency, "sign": sign, "on": on, "most": most})
    return [row.id for row in rows]


async def lock_payment(work: Work, payment_id: UUID) -> Row:
    """Lock a payment. Raises NotFound."""
    query = select(payments).where(work.owns(payments), payments.c.id == payment_id).with_for_update()
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such payment.")
    return row


async def get_payment(work: Work, payment_id: UUID) -> PaymentRead:
    """Return a payment with what it settled. Raises NotFound."""
    row = await work.session.row(_PAID.where(work.owns(payments), payments.c.id == payment_id))
    if row is None:
        raise NotFound("No such payment.")
    return _read(row, await _settled(work, [row]))


async def list_payments(work: Work, page: PaymentFilter) -> Page[PaymentRead]:
    """Return payments, newest first."""
    query = _PAID.where(work.owns(payments)).order_by(payments.c.id.desc()).limit(page.fetch)
    if page.vendor_id:
        query = query.where(payments.c.vendor_id == page.vendor_id)
    if page.customer_id:
        query = query.where(payments.c.customer_id == page.customer_id)
    if after := page.after(1):
        query = query.where(payments.c.id < row_id(after[0]))
    rows = await work.session.rows(query)
    settled = await _settled(work, rows)
    return page.page(rows, lambda row: _read(row, settled), lambda row: [str(row.id)])


_PAID = select(payments, open_items.c.open_minor).join(
    open_items, (open_items.c.tenant_id == payments.c.tenant_id) & (open_items.c.id == payments.c.open_item_id)
)


async def _settled(work: Work, rows: Sequence[Row]) -> dict[UUID, list[SettlementRead]]:
    found = await work.session.rows(
        select(settlements)
        .where(work.owns(settlements), settlements.c.payment_id.in_([row.id for row in rows]))
        .order_by(settlements.c.id)
    )
    base = {row.id: row.base_currency for row in rows}
    parts: dict[UUID, list[Row]] = {}
    for one in await allocations_of(work, [row.id for row in found]):
        parts.setdefault(one.settlement_id, []).append(one)
    read: dict[UUID, list[SettlementRead]] = {}
    for row in found:
        read.setdefault(row.payment_id, []).append(read_settlement(row, base[row.payment_id], parts.get(row.id, [])))
    return read


def _read(row: Any, settled: dict[UUID, list[SettlementRead]]) -> PaymentRead:
    return PaymentRead.model_construct(
        id=row.id,
        legal_entity_id=row.legal_entity_id,
        number=row.number,
        direction=row.direction,
        vendor_id=row.vendor_id,
        customer_id=row.customer_id,
        bank_account_id=row.bank_account_id,
        paid_on=row.paid_on,
        amount=Amount.of(row.amount_minor, row.currency),
        settled=Amount.of(row.settled_minor, row.settled_currency),
        base_amount=Amount.of(row.base_amount_minor, row.base_currency),
        unapplied=Amount.of(abs(row.open_minor), row.settled_currency),
        reference=row.reference,
        status=row.status,
        reason=row.reason,
        entry_id=row.entry_id,
        open_item_id=row.open_item_id,
        reversal_entry_id=row.reversal_entry_id,
        settlements=tuple(settled.get(row.id, ())),
        version=row.version,
        created_by=row.created_by,
        created_at=row.created_at,
    )
