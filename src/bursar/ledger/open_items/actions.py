"""All writes to open items and allocations; the database moves what is open when an allocation arrives."""

from datetime import date
from uuid import UUID

from bursar.ledger.open_items.schemas import NewOpenItem
from bursar.platform.work import Work
from bursar.tables import allocations, open_items


async def open_payable(work: Work, item: NewOpenItem) -> UUID:
    """Record what a posted bill or vendor credit leaves open and return the item's id."""
    item_id = work.new_id()
    row = {
        "tenant_id": work.tenant_id,
        "id": item_id,
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
    await work.session.add(open_items, [row])
    work.effects.open_items.append(
        {
            "vendor_id": item.vendor_id,
            "amount_minor": item.amount_minor,
            "currency": item.currency,
            "due_date": item.due_date,
        }
    )
    return item_id


async def allocate(
    work: Work,
    *,
    legal_entity_id: UUID,
    debit_item_id: UUID,
    credit_item_id: UUID,
    amount_minor: int,
    currency: str,
    on: date,
) -> UUID:
    """Settle a credit item (what we owe) with a debit item; never more than is open on either."""
    allocation_id = work.new_id()
    row = {
        "tenant_id": work.tenant_id,
        "id": allocation_id,
        "legal_entity_id": legal_entity_id,
        "debit_item_id": debit_item_id,
        "credit_item_id": credit_item_id,
        "currency": currency,
        "amount_minor": amount_minor,
        "base_amount_minor": amount_minor,
        "allocated_on": on,
        "recorded_at": work.now,
        "created_by": work.actor_id,
    }
    await work.session.add(allocations, [row])
    return allocation_id
