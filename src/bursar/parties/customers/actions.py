"""All writes to customers."""

from sqlalchemy import update

from bursar.core.matching import normalise_name
from bursar.core.money import exponent
from bursar.core.terms import InvalidTerms
from bursar.core.terms import parse as parse_terms
from bursar.kit.errors import PreconditionFailed
from bursar.parties.customers.events import CustomerChanged, CustomerCreated
from bursar.parties.customers.queries import get_customer
from bursar.parties.customers.schemas import ChangeCustomer, CustomerCreate, CustomerRead
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import customers


@action("customers.create", needs=Permission.CUSTOMERS_CREATE)
async def create_customer(work: Work, command: CustomerCreate) -> CustomerRead:
    """Add a customer. Raises InvalidTerms and UnknownCurrency."""
    _check(command.payment_terms, command.currency)
    customer_id = work.new_id()
    row = {
        "tenant_id": work.tenant_id,
        "id": customer_id,
        **dict(command),
        "name_key": normalise_name(command.name),
        "created_by": work.actor_id,
        "created_at": work.now,
        "updated_at": work.now,
    }
    await work.session.add(customers, [row])
    work.emit(CustomerCreated(customer_id))
    return await get_customer(work, customer_id)


@action("customers.change", needs=Permission.CUSTOMERS_CREATE)
async def change_customer(work: Work, command: ChangeCustomer) -> CustomerRead:
    """Change what is known of a customer. Raises NotFound, PreconditionFailed, InvalidTerms and UnknownCurrency."""
    customer = await get_customer(work, command.customer_id)
    sent = command.changes.sent()
    _check(sent.get("payment_terms"), sent.get("currency"))
    if "name" in sent:
        sent["name_key"] = normalise_name(sent["name"])
    changed = (
        update(customers)
        .where(work.owns(customers), customers.c.id == customer.id, customers.c.version == command.version)
        .values(**sent, version=customers.c.version + 1, updated_at=work.now)
    )
    if not await work.session.run(changed):
        raise PreconditionFailed("The customer has changed since you read it.", version=str(customer.version))
    work.emit(CustomerChanged(customer.id))
    return await get_customer(work, customer.id)


def _check(terms: str | None, currency: str | None) -> None:
    if currency:
        exponent(currency)
    if terms:
        try:
            parse_terms(terms)
        except InvalidTerms as error:
            raise InvalidTerms(error.message, pointer="/payment_terms", **error.details) from error
