"""Revaluations on the wire."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from bursar.kit.wire import Amount, Day, Input, Output, Text
from bursar.ledger.rates.schemas import RateType
from bursar.platform.http import PageParams
from bursar.platform.ids import (
    AccountId,
    BillId,
    CustomerId,
    EntryId,
    LegalEntityId,
    OpenItemId,
    RevaluationId,
    UserId,
    VendorId,
)

Side = Literal["payable", "receivable", "account"]


class RunRevaluation(Input):
    """Revalue what one legal entity had open in foreign currency at a day."""

    legal_entity_id: LegalEntityId
    as_of: Day = Field(description="Business date, not after today in the entity's time zone.")
    rate_type: RateType = Field("closing", description="Which rates it is revalued at.")


class ReverseRevaluationBody(Input):
    """Take a revaluation back as wrong."""

    reason: Text


class ReverseRevaluation(ReverseRevaluationBody):
    """Take the revaluation of this id back."""

    revaluation_id: RevaluationId


class RevaluationFilter(PageParams):
    """Which revaluations to list."""

    legal_entity_id: LegalEntityId | None = None


class RevaluationLineRead(Output):
    """What was open of one item, or stood on one account, and what it was worth at the day's rate."""

    line_number: int
    side: Side
    open_item_id: OpenItemId | None
    account_id: AccountId | None
    vendor_id: VendorId | None
    customer_id: CustomerId | None
    bill_id: BillId | None
    open: Amount = Field(description="In foreign currency: what we owe, what they owe us, or what is on the account.")
    carried: Amount = Field(description="What it was carried at, in base currency.")
    rate: Decimal = Field(description="Units of base currency for one of the foreign currency.")
    worth: Amount = Field(description="What it was worth at the rate, in base currency.")
    gain: Amount = Field(description="Unrealised gain, a loss below zero, in base currency.")


class _Facts(Output):
    """What a revaluation and its preview have in common."""

    legal_entity_id: LegalEntityId
    as_of: date
    reversed_on: date = Field(description="The day on which it is taken back by itself: the next.")
    rate_type: RateType
    gain: Amount = Field(description="Unrealised gain in all, a loss below zero, in base currency.")


class RevaluationSummary(_Facts):
    """A revaluation without its lines."""

    id: RevaluationId
    state: Literal["posted", "reversed"]
    entry_id: EntryId | None = Field(description="Null where nothing differed.")
    reversal_entry_id: EntryId | None
    created_by: UserId
    recorded_at: datetime
    undone_by: UserId | None
    undone_at: datetime | None
    undo_reason: str | None
    undo_entry_id: EntryId | None = Field(description="Takes the entry back, on the same day.")
    undo_reversal_entry_id: EntryId | None = Field(description="Takes its reversal back, on the next day.")
    available_actions: tuple[str, ...]


class RevaluationRead(RevaluationSummary):
    """A revaluation with what it was computed from."""

    lines: tuple[RevaluationLineRead, ...]


class RevaluationPreview(_Facts):
    """What a revaluation would find and post now."""

    lines: tuple[RevaluationLineRead, ...]
    journal_lines: tuple[dict[str, Any], ...] = Field(description="Of the entry and of its reversal, in this order.")
