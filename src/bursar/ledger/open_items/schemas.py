"""Open items: what posting hands over."""

from datetime import date
from typing import Literal, NamedTuple
from uuid import UUID

Side = Literal["payable", "receivable"]


class LeftOpen(NamedTuple):
    """What a posting leaves open: above zero on a document that asks for money, below on a credit or a payment.

    Base, currency, parties and document date are the entry's where they are not named; so is the id a fresh one.
    """

    instalment: int
    amount_minor: int
    due_date: date
    base_minor: int | None = None
    side: Side = "payable"
    kind: str = "document"
    vendor_id: UUID | None = None
    customer_id: UUID | None = None
    reference: str | None = None
    currency: str | None = None
    document_date: date | None = None
    id: UUID | None = None
