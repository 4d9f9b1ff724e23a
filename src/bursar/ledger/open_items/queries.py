"""What is read about open items."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.open_items.schemas import OpenItemFilter, OpenItemRead
from bursar.platform.work import Work
from bursar.tables import open_items


async def items_of_bill(work: Work, bill_id: UUID) -> Sequence[Row]:
    """Return the open items of a bill, in the order of their instalments."""
    query = select(open_items).where(work.owns(open_items), open_items.c.bill_id == bill_id)
    return await work.session.rows(query.order_by(open_items.c.instalment))


async def get_item(work: Work, item_id: UUID) -> OpenItemRead:
    """Return an open item. Raises NotFound."""
    row = await work.session.row(select(open_items).where(work.owns(open_items), open_items.c.id == item_id))
    if row is None:
        raise NotFound("No such open item.")
    return read_item(row)


async def list_items(work: Work, page: OpenItemFilter) -> Page[OpenItemRead]:
    """Return open items, newest first."""
    items = open_items.c
    query = select(open_items).where(work.owns(open_items)).order_by(items.id.desc()).limit(page.fetch)
    for name in ("legal_entity_id", "side", "vendor_id", "customer_id", "bill_id", "entry_id"):
        if (value := getattr(page, name)) is not None:
            query = query.where(items[name] == value)
    if page.open is not None:
        query = query.where(items.open_minor != 0 if page.open else items.open_minor == 0)
    if after := page.after(1):
        query = query.where(items.id < row_id(after[0]))
    rows = await work.session.rows(query)
    return page.page(rows, read_item, lambda row: [str(row.id)])


def read_item(row: Row) -> OpenItemRead:
    """Return an open item as it is put on the wire."""
    return OpenItemRead.model_construct(
        id=row.id,
        legal_entity_id=row.legal_entity_id,
        side=row.side,
        kind=row.kind,
        vendor_id=row.vendor_id,
        customer_id=row.customer_id,
        entry_id=row.entry_id,
        bill_id=row.bill_id,
        instalment=row.instalment,
        reference=row.reference,
        amount=Amount.of(row.amount_minor, row.currency),
        open=Amount.of(row.open_minor, row.currency),
        base_amount=Amount.of(row.base_amount_minor, row.base_currency),
        base_open=Amount.of(row.base_open_minor, row.base_currency),
        document_date=row.document_date,
        due_date=row.due_date,
        posting_date=row.posting_date,
        disputed=row.disputed,
    )
