"""Payments on the wire."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field

from bursar.core.discounts import PartialPayments, TaxMode
from bursar.kit.wire import Amount, Day, Input, Output, Text
from bursar.ledger.settlements.schemas import MOST_ITEMS, Adjustment, SettlementRead
from bursar.platform.http import PageParams
from bursar.platform.ids import (
    AccountId,
    CustomerId,
    EntryId,
    LegalEntityId,
    OpenItemId,
    PaymentId,
    UserId,
    VendorId,
)

Direction = Literal["in", "out"]


class ItemPaid(Input):
    """An open item that the payment pays, in full or in part."""

    open_item_id: OpenItemId
    amount: Amount | None = Field(
        None,
        description="What is settled of it, adjustments and what is withheld included; else what is open, as far as the"
        " money goes.",
    )
    take_discount: bool = Field(
        default=False, description="Take the early-payment discount of the document's terms, if it is paid in time."
    )
    discount_tax_mode: TaxMode | None = Field(
        None, description="What the discount does to the document's tax; else what the document says."
    )
    discount_on_parts: PartialPayments = Field(
        PartialPayments.PRO_RATA, description="Whether a payment in time of a part earns its share of the discount."
    )
    adjustments: tuple[Adjustment, ...] = Field(
        (),
        max_length=10,
        description="By the vendor's code tax is withheld besides, of what is left of the amount; not where a"
        " `withholding` is named here.",
    )


class RecordPayment(Input):
    """A payment that was made or received."""

    legal_entity_id: LegalEntityId
    direction: Direction
    vendor_id: VendorId | None = Field(None, description="Either a vendor or a customer.")
    customer_id: CustomerId | None = None
    bank_account_id: AccountId
    paid_on: Day
    amount: Amount = Field(description="What left or reached the bank account, in that account's currency.")
    settled: Amount | None = Field(None, description="The same in the currency of the documents, where it is another.")
    base_amount: Amount | None = Field(
        None, description="The same in base currency, as the bank says; else the rate's."
    )
    reference: Text | None = None
    pays: tuple[ItemPaid, ...] = Field((), max_length=MOST_ITEMS)
    allocate: Literal["as_named", "oldest_first"] = Field(
        "as_named", description="`oldest_first` also pays what else is open with the party, by due date."
    )


class DiscountQuery(Input):
    """When an item would be paid in full."""

    on: Day | None = Field(None, description="The day of the payment; else today.")
    tax_mode: TaxMode | None = Field(
        None, description="What the discount does to the document's tax; else what the document says."
    )


class DiscountRead(Output):
    """What an early payment of an item saves."""

    open_item_id: OpenItemId
    on: date
    until: date | None = Field(description="The last day on which it is earned; null where the terms offer none.")
    percent: Decimal | None
    discount: Amount = Field(description="What is taken off on that day; zero when it is too late.")
    cash: Amount = Field(description="What then settles all that is open.")


class ReversePaymentBody(Input):
    """Why a payment is taken back, and when."""

    reason: Text
    reversed_on: Day | None = Field(None, description="Else today, or the day of the payment where that is later.")


class ReversePayment(ReversePaymentBody):
    """Take a payment back."""

    payment_id: PaymentId
    version: int | None = None


class PaymentFilter(PageParams):
    """Which payments to list."""

    vendor_id: VendorId | None = None
    customer_id: CustomerId | None = None


class PaymentRead(Output):
    """A payment and what it settled."""

    id: PaymentId
    legal_entity_id: LegalEntityId
    number: str
    direction: Direction
    vendor_id: VendorId | None
    customer_id: CustomerId | None
    bank_account_id: AccountId
    paid_on: date
    amount: Amount
    settled: Amount
    base_amount: Amount
    unapplied: Amount = Field(description="What of it has settled nothing yet.")
    reference: str | None
    status: str
    reason: str | None
    entry_id: EntryId
    open_item_id: OpenItemId
    reversal_entry_id: EntryId | None
    settlements: tuple[SettlementRead, ...]
    version: int
    created_by: UserId
    created_at: datetime
