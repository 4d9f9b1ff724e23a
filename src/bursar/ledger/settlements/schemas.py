"""Settlements on the wire, and what is handed to the one who books them."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from bursar.core.discounts import TaxCorrection
from bursar.kit.wire import Amount, Day, Input, Output, Text
from bursar.ledger.open_items.schemas import Side
from bursar.platform.http import PageParams
from bursar.platform.ids import (
    AccountId,
    AllocationId,
    EntryId,
    LegalEntityId,
    OpenItemId,
    PaymentId,
    SettlementId,
    UserId,
)

MOST_ITEMS = 500


class AdjustmentKind(StrEnum):
    """Why a part of an item is settled without money."""

    DISCOUNT = "discount"
    WRITE_OFF = "write_off"
    WITHHOLDING = "withholding"
    BANK_FEE = "bank_fee"
    ROUNDING = "rounding"


class Adjustment(Input):
    """A part of an item that is settled without money."""

    kind: AdjustmentKind
    amount: Amount = Field(description="Above zero, in the item's currency.")
    account_id: AccountId | None = Field(None, description="Where it is booked; else the control account of its kind.")


class TakenDiscount(Adjustment):
    """An early-payment discount with the tax that it corrects; computed by us, never sent to us."""

    corrections: tuple[TaxCorrection, ...] = ()


class ItemSettled(Input):
    """How much of an open item is settled."""

    open_item_id: OpenItemId
    amount: Amount | None = Field(None, description="Adjustments included, above zero; else all that is open.")
    adjustments: tuple[Adjustment, ...] = Field((), max_length=10)


class Settle(Input):
    """Settle items of one party and currency against each other."""

    settled_on: Day = Field(description="Business date; not before any of the items was posted.")
    items: tuple[ItemSettled, ...] = Field(min_length=1, max_length=MOST_ITEMS)
    reason: Text | None = Field(None, description="Required where something is written off.")


class ReverseSettlementBody(Input):
    """Why a settlement is taken back, and when."""

    reason: Text
    reversed_on: Day | None = Field(None, description="Else today, or the day of the settlement where that is later.")


class ReverseSettlement(ReverseSettlementBody):
    """Take a settlement back."""

    settlement_id: SettlementId
    version: int | None = None


class ApproveSettlementBody(Input):
    """What is approved."""

    digest: str = Field(min_length=64, max_length=64, description="The request's digest, as it was shown.")


class ApproveSettlement(ApproveSettlementBody):
    """Approve a requested write-off."""

    settlement_id: SettlementId
    version: int | None = None


class RejectSettlementBody(Input):
    """Why a request is turned down."""

    reason: Text


class RejectSettlement(RejectSettlementBody):
    """Turn a requested write-off down."""

    settlement_id: SettlementId
    version: int | None = None


class SettlementFilter(PageParams):
    """Which settlements to list."""

    legal_entity_id: LegalEntityId | None = None
    payment_id: PaymentId | None = None


class AllocationRead(Output):
    """One item settled against another."""

    id: AllocationId
    debit_item_id: OpenItemId
    credit_item_id: OpenItemId
    amount: Amount
    debit_base: Amount = Field(description="What the debit item gave up in base currency.")
    credit_base: Amount = Field(description="What the credit item gave up in base currency.")
    allocated_on: date
    reversal_of: AllocationId | None


class SettlementRead(Output):
    """A settlement with its allocations, those that took it back included."""

    id: SettlementId
    legal_entity_id: LegalEntityId
    side: Side
    settled_on: date
    currency: str
    status: str
    reason: str | None
    payment_id: PaymentId | None
    entry_id: EntryId | None = Field(description="Books adjustments and realised exchange; null when there are none.")
    reversal_entry_id: EntryId | None
    request: Settle | None = Field(description="What is to be settled, where a write-off had to be requested.")
    digest: str | None = Field(description="What an approver vouches for.")
    decided_by: UserId | None
    decided_at: datetime | None
    exchange_difference: Amount = Field(description="Realised, in base currency: a gain above zero, a loss below.")
    allocations: tuple[AllocationRead, ...]
    version: int
    created_by: UserId
    created_at: datetime
