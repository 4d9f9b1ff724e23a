"""Manual entries on the wire."""

from datetime import date, datetime
from typing import Annotated, NamedTuple
from uuid import UUID

from pydantic import Field, StringConstraints

from bursar.core.journal import EntryState
from bursar.kit.wire import Amount, Currency, Day, Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import (
    AccountId,
    CustomerId,
    DimensionValueId,
    EntryId,
    LegalEntityId,
    ManualEntryId,
    RecurringEntryId,
    TaxCodeId,
    UserId,
    VendorId,
)

Digest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
MOST_LINES = 1000


class ManualLineInput(Input):
    """One line. A line on accounts payable names its vendor, one on accounts receivable its customer."""

    account_id: AccountId
    amount: Amount = Field(description="A debit above zero, a credit below.")
    base_amount: Amount | None = Field(
        None, description="The line in the entity's own currency; name all of them or none. Else from the day's rate."
    )
    vendor_id: VendorId | None = None
    customer_id: CustomerId | None = None
    due_date: Day | None = Field(None, description="Of what the line leaves open; else from the terms.")
    payment_terms: Text | None = Field(None, examples=["net 30"])
    reference: Text | None = Field(None, description="The party's own number of what the line leaves open.")
    cost_centre_id: DimensionValueId | None = None
    project_id: DimensionValueId | None = None
    tax_code_id: TaxCodeId | None = None
    memo: Text | None = Field(None, description="Else the entry's.")


class EntryContent(Input):
    """What an entry says, on whichever day."""

    memo: Text = Field(examples=["Rent accrual, October"])
    currency: Currency = Field(examples=["EUR"])
    lines: tuple[ManualLineInput, ...] = Field(max_length=MOST_LINES)


class ManualEntryCreate(EntryContent):
    """An entry to submit for approval."""

    legal_entity_id: LegalEntityId
    posting_date: Day = Field(examples=["2026-10-31"])
    document_date: Day | None = Field(None, description="Else the posting date.")
    auto_reverse_on: Day | None = Field(None, description="Take the entry back on this later day.")


class ApproveManualEntryBody(Input):
    """Approve exactly what the digest shows."""

    digest: Digest


class ApproveManualEntry(ApproveManualEntryBody):
    """Approve and post the entry of this id, at this version."""

    manual_entry_id: ManualEntryId
    version: int


class EntryReason(Input):
    """Why."""

    reason: Text = Field(examples=["Booked twice"])


class RejectManualEntry(EntryReason):
    """Turn the entry of this id down."""

    manual_entry_id: ManualEntryId
    version: int


class ReverseEntryBody(EntryReason):
    """Take a posted entry back."""

    posting_date: Day | None = Field(None, description="Else today; not before the entry's own.")


class ReverseManualEntry(ReverseEntryBody):
    """Take the posted manual entry of this id back."""

    manual_entry_id: ManualEntryId
    version: int


class ReverseJournalEntry(ReverseEntryBody):
    """Take the journal entry of this id back."""

    entry_id: EntryId


class ManualEntryFilter(PageParams):
    """Which manual entries to list."""

    state: EntryState | None = None
    legal_entity_id: LegalEntityId | None = None
    recurring_id: RecurringEntryId | None = None


class ManualLineRead(Output):
    """A line: debit positive, credit negative, in document and base currency."""

    line_number: int
    account_id: AccountId
    amount: Amount
    base_amount: Amount
    vendor_id: VendorId | None
    customer_id: CustomerId | None
    due_date: date | None
    payment_terms: str | None
    reference: str | None
    cost_centre_id: DimensionValueId | None
    project_id: DimensionValueId | None
    tax_code_id: TaxCodeId | None
    memo: str


class ManualEntrySummary(Output):
    """A manual entry without its lines."""

    id: ManualEntryId
    legal_entity_id: LegalEntityId
    number: str | None = Field(description="Gapless; given when the entry is posted.")
    state: EntryState
    posting_date: date
    document_date: date
    memo: str
    currency: str
    auto_reverse_on: date | None
    submitted_by: UserId
    submitted_at: datetime
    decided_by: UserId | None
    decided_at: datetime | None
    decision_reason: str | None
    entry_id: EntryId | None
    reversal_entry_id: EntryId | None
    recurring_id: RecurringEntryId | None = Field(description="The template that posted it.")
    available_actions: tuple[str, ...]
    version: int
    created_at: datetime
    updated_at: datetime


class ManualEntryRead(ManualEntrySummary):
    """A manual entry."""

    lines: tuple[ManualLineRead, ...]
    digest: str = Field(description="SHA-256 of what is approved: send it back to approve.")


class LineRow(NamedTuple):
    """A line as read or as about to be written, in the order of the table's columns."""

    line_number: int
    account_id: UUID
    amount_minor: int
    base_minor: int
    vendor_id: UUID | None
    customer_id: UUID | None
    due_date: date | None
    payment_terms: str | None
    reference: str | None
    cost_centre_id: UUID | None
    project_id: UUID | None
    tax_code_id: UUID | None
    memo: str
