"""Bills on the wire."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field, StringConstraints

from bursar.core.bills import ApprovalStatus, BillKind, DocumentStatus, PaymentStatus
from bursar.kit.wire import Amount, Currency, Day, Input, Number, Output, Text
from bursar.parties.vendors.schemas import VendorCreate
from bursar.platform.http import PageParams
from bursar.platform.ids import AccountId, BillId, DocumentId, EntryId, LegalEntityId, UserId, VendorId

TaxCategory = Annotated[str, StringConstraints(pattern="^[A-Z]{1,3}$")]
Rate = Annotated[Number, Field(ge=0, le=1000)]
Digest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class BillLineInput(Input):
    """One line. Without `net` it is quantity times unit price, rounded half up; allowances are lines below zero."""

    description: Text = Field(examples=["Cleaning, October"])
    quantity: Number = Field(Decimal(1), examples=["2"])
    unit: Text | None = Field(None, examples=["HUR"])
    unit_price: Number = Field(examples=["125.00"])
    net: Amount | None = Field(None, description="Net amount of the line, where it is not quantity × unit price.")
    tax_category: TaxCategory = Field("S", description="UNCL 5305 code, as in EN 16931 (BT-151).")
    tax_rate: Rate = Field(Decimal(0), description="Percent (BT-152).", examples=["19"])
    account_id: AccountId | None = Field(None, description="Account that bears the line; else the vendor's default.")


class TaxGroupInput(Input):
    """The vendor's own figure for one tax group; it may differ from ours by the rounding of its lines."""

    tax_category: TaxCategory
    tax_rate: Rate
    base: Amount
    tax: Amount


class BillContent(Input):
    """What a bill says, whoever the vendor is."""

    kind: BillKind = BillKind.BILL
    vendor_reference: Text = Field(description="The vendor's own document number.", examples=["R-2026-118"])
    document_date: Day = Field(examples=["2026-10-31"])
    due_date: Day | None = Field(None, description="Else from the payment terms, else from the vendor's.")
    payment_terms: Text | None = Field(None, examples=["net 30"])
    currency: Currency = Field(examples=["EUR"])
    lines: tuple[BillLineInput, ...] = Field(min_length=1, max_length=10_000)
    tax_groups: tuple[TaxGroupInput, ...] = Field((), max_length=100, description="Else computed from the lines.")
    prepaid: Amount | None = None
    rounding: Amount | None = None
    note: Text | None = None


class BillCreate(BillContent):
    """A bill to submit for approval."""

    legal_entity_id: LegalEntityId
    vendor_id: VendorId
    document_id: DocumentId | None = None


class RecordBill(Input):
    """A bill as an agent proposes it and a person approves it: the vendor too, where it is not yet known.

    `submitted_by` is who brought the document in; the person who approves is another.
    """

    legal_entity_id: LegalEntityId
    document_id: DocumentId
    submitted_by: UserId
    vendor_id: VendorId | None = None
    new_vendor: VendorCreate | None = None
    content: BillContent


class ApproveBill(Input):
    """Approve exactly what the digest shows."""

    digest: Digest


class DecideBill(Input):
    """Approve or post the bill of this id, at this version."""

    bill_id: BillId
    version: int
    digest: Digest


class Reason(Input):
    """Why."""

    reason: Text = Field(examples=["Charged twice"])


class RejectBill(Reason):
    """Turn the bill of this id down."""

    bill_id: BillId
    version: int


class BillFilter(PageParams):
    """Which bills to list."""

    document_status: DocumentStatus | None = None
    vendor_id: VendorId | None = None


class BillLineRead(Output):
    """A line of a bill."""

    line_number: int
    description: str
    quantity: Decimal
    unit: str | None
    unit_price: Decimal
    net: Amount
    tax_category: str
    tax_rate: Decimal
    account_id: AccountId


class TaxGroupRead(Output):
    """What was taxed alike, and the tax on it."""

    tax_category: str
    tax_rate: Decimal
    base: Amount
    tax: Amount


class BillSummary(Output):
    """A bill without its lines."""

    id: BillId
    legal_entity_id: LegalEntityId
    vendor_id: VendorId
    document_id: DocumentId | None
    kind: BillKind
    number: str | None = Field(description="Ours, gapless; given when the bill is posted.")
    vendor_reference: str
    document_date: date
    due_date: date
    currency: str
    net: Amount
    tax: Amount
    gross: Amount
    payable: Amount
    document_status: DocumentStatus
    approval_status: ApprovalStatus
    payment_status: PaymentStatus
    posting_date: date | None
    available_actions: tuple[str, ...]
    version: int
    created_at: datetime
    updated_at: datetime


class BillRead(BillSummary):
    """A bill."""

    payment_terms: str | None
    prepaid: Amount
    rounding: Amount
    note: str | None
    lines: tuple[BillLineRead, ...]
    tax_groups: tuple[TaxGroupRead, ...]
    digest: str = Field(description="SHA-256 of what is approved: send it back to approve.")
    entry_id: EntryId | None
    reversal_entry_id: EntryId | None
    submitted_by: UserId
    submitted_at: datetime
    decided_by: UserId | None
    decided_at: datetime | None
    decision_reason: str | None
