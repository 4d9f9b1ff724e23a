"""Open items: what posting hands over, and what is read."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple
from uuid import UUID

from pydantic import Field

from bursar.kit.wire import Amount, Input, Output
from bursar.platform.http import PageParams
from bursar.platform.ids import BillId, CustomerId, EntryId, LegalEntityId, OpenItemId, VendorId

Side = Literal["payable", "receivable"]
# The sub-ledger that items of a side are in, and the control account that they add up to.
SUB_LEDGER_OF: Final[Mapping[Side, Literal["ap", "ar"]]] = {"payable": "ap", "receivable": "ar"}
CONTROL_OF: Final[Mapping[Side, str]] = {"payable": "accounts_payable", "receivable": "accounts_receivable"}


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


class OpenItemFilter(PageParams):
    """Which items to list."""

    legal_entity_id: LegalEntityId | None = None
    side: Side | None = None
    vendor_id: VendorId | None = None
    customer_id: CustomerId | None = None
    bill_id: BillId | None = None
    entry_id: EntryId | None = None
    open: bool | None = Field(None, description="Only what is open, or only what is settled.")


class OpenItemRead(Output):
    """An item with what is open of it now: above zero what asks for money, below zero credits and payments."""

    id: OpenItemId
    legal_entity_id: LegalEntityId
    side: Side
    kind: str
    vendor_id: VendorId | None
    customer_id: CustomerId | None
    entry_id: EntryId
    bill_id: BillId | None
    instalment: int
    reference: str | None
    amount: Amount
    open: Amount
    base_amount: Amount
    base_open: Amount = Field(description="What of the base amount is carried for what is open.")
    document_date: date
    due_date: date
    posting_date: date
    disputed: bool


class DisputeBody(Input):
    """Whether an item is in dispute."""

    disputed: bool


class Dispute(DisputeBody):
    """Mark an item as disputed, or no longer."""

    open_item_id: OpenItemId
