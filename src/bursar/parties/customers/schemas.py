"""Customers on the wire."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bursar.kit.wire import Changes, Currency, Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import CustomerId

Identifier = Annotated[Text, StringConstraints(max_length=64)]
State = Literal["active", "blocked"]


class CustomerCreate(Input):
    """A new customer."""

    name: Text = Field(examples=["Kunde AG"])
    tax_id: Identifier | None = Field(None, examples=["DE123456789"])
    payment_terms: Text | None = Field(None, description="Such as `net 30` or `2/10 net 30`.", examples=["net 30"])
    currency: Currency | None = Field(None, description="What they are invoiced in by default.", examples=["EUR"])


class CustomerChanges(Changes):
    """What of a customer is to be changed."""

    name: Text = ""
    tax_id: Identifier | None = None
    payment_terms: Text | None = None
    currency: Currency | None = None
    state: State = "active"


class ChangeCustomer(Input):
    """Change the customer of this id, as it was in this version."""

    customer_id: CustomerId
    version: int
    changes: CustomerChanges


class CustomerFilter(PageParams):
    """Which customers to list."""

    name: Text | None = Field(None, description="How the name begins, in any case, without legal form.")


class CustomerRead(Output):
    """A customer."""

    id: CustomerId
    name: str
    tax_id: str | None
    payment_terms: str | None
    currency: str | None
    state: State
    version: int
    created_at: datetime
    updated_at: datetime
