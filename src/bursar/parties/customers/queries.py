"""What is read about customers."""

from uuid import UUID

from sqlalchemy import and_, or_, select

from bursar.core.matching import normalise_name
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.parties.customers.schemas import CustomerFilter, CustomerRead
from bursar.platform.work import Work
from bursar.tables import customers


async def get_customer(work: Work, customer_id: UUID) -> CustomerRead:
    """Return a customer. Raises NotFound."""
    row = await work.session.row(select(customers).where(work.owns(customers), customers.c.id == customer_id))
    if row is None:
        raise NotFound("No such customer.")
    return _read(row)


async def list_customers(work: Work, page: CustomerFilter) -> Page[CustomerRead]:
    """Return customers in the order of their normalised names."""
    keys = customers.c
    query = select(customers).where(work.owns(customers)).order_by(keys.name_key, keys.id).limit(page.fetch)
    if page.name:
        query = query.where(keys.name_key.startswith(normalise_name(page.name), autoescape=True))
    if after := page.after(2):
        name_key, last_id = after[0], row_id(after[1])
        query = query.where(or_(keys.name_key > name_key, and_(keys.name_key == name_key, keys.id > last_id)))
    rows = await work.session.rows(query)
    return page.page(rows, _read, lambda row: [row.name_key, str(row.id)])


def _read(row: Row) -> CustomerRead:
    return CustomerRead.model_construct(**row.as_dict())
