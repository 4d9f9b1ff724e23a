"""What is read about open items."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from bursar.kit.statements import Row
from bursar.platform.work import Work
from bursar.tables import open_items


async def items_of_bill(work: Work, bill_id: UUID) -> Sequence[Row]:
    """Return the open items of a bill, in the order of their instalments."""
    query = select(open_items).where(work.owns(open_items), open_items.c.bill_id == bill_id)
    return await work.session.rows(query.order_by(open_items.c.instalment))
