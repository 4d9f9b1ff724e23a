"""Routes of customers."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core.money import UnknownCurrency
from bursar.core.terms import InvalidTerms
from bursar.kit.errors import NotFound, PreconditionFailed, PreconditionRequired
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.parties.customers.actions import change_customer, create_customer
from bursar.parties.customers.queries import get_customer, list_customers
from bursar.parties.customers.schemas import (
    ChangeCustomer,
    CustomerChanges,
    CustomerCreate,
    CustomerFilter,
    CustomerRead,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, BadHeader, Caller, IfMatch, operation, reads, set_etag
from bursar.platform.ids import CustomerId
from bursar.platform.work import Work

router = APIRouter()

_NEW = {"name": "Kunde AG", "tax_id": "DE123456789", "payment_terms": "net 30", "currency": "EUR"}
_CUSTOMER = {
    "id": "customer_01j2hw0psyfn79yan3pqykt7s0",
    **_NEW,
    "state": "active",
    "version": 1,
    "created_at": "2026-11-02T09:30:00Z",
    "updated_at": "2026-11-02T09:30:00Z",
}
Reading = Annotated[Work, reads(Permission.CUSTOMERS_READ)]


@router.post(
    "/customers",
    **operation(
        "Create a customer",
        needs=Permission.CUSTOMERS_CREATE,
        errors=[*IDEMPOTENT, InvalidTerms, UnknownCurrency],
        example=_CUSTOMER,
        status=201,
        body=_NEW,
    ),
)
async def add_customer(body: CustomerCreate, caller: Caller, response: Response) -> CustomerRead:
    """Add a customer."""
    customer = await caller.execute(create_customer, body)
    response.headers["Location"] = f"/v1/customers/{to_public('customer', customer.id)}"
    set_etag(response, customer.version)
    return customer


@router.get(
    "/customers",
    **operation(
        "List customers",
        needs=Permission.CUSTOMERS_READ,
        errors=[BadCursor],
        example={"items": [_CUSTOMER], "next_cursor": None},
    ),
)
async def read_customers(work: Reading, page: Annotated[CustomerFilter, Query()]) -> Page[CustomerRead]:
    """Return customers in the order of their names, without case and legal form."""
    return await list_customers(work, page)


@router.get(
    "/customers/{customer_id}",
    **operation("Read a customer", needs=Permission.CUSTOMERS_READ, errors=[NotFound], example=_CUSTOMER),
)
async def read_customer(customer_id: CustomerId, work: Reading, response: Response) -> CustomerRead:
    """Return one customer."""
    customer = await get_customer(work, customer_id)
    set_etag(response, customer.version)
    return customer


@router.patch(
    "/customers/{customer_id}",
    **operation(
        "Change a customer",
        needs=Permission.CUSTOMERS_CREATE,
        errors=[
            *(*IDEMPOTENT, NotFound, BadHeader, PreconditionRequired, PreconditionFailed),
            *(InvalidTerms, UnknownCurrency),
        ],
        example=_CUSTOMER,
        body={"state": "blocked"},
    ),
)
async def edit_customer(
    customer_id: CustomerId, body: CustomerChanges, version: IfMatch, caller: Caller, response: Response
) -> CustomerRead:
    """Change what is sent and leave the rest; a blocked customer is sent nothing new."""
    command = ChangeCustomer(customer_id=customer_id, version=version, changes=body)
    customer = await caller.execute(change_customer, command)
    set_etag(response, customer.version)
    return customer
