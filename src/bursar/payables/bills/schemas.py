"""Bills on the wire."""

import functools
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, NamedTuple, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from bursar.core.bill_taxes import rule_from
from bursar.core.bills import ApprovalStatus, BillFacts, BillKind, DocumentStatus, PaymentStatus, available_actions
from bursar.core.discounts import TaxMode
from bursar.core.money import Money
from bursar.core.tax import TaxRule
from bursar.kit.wire import Amount, Currency, Day, Input, Number, Output, Text
from bursar.parties.vendors.schemas import VendorCreate
from bursar.platform.http import PageParams
from bursar.platform.ids import (
    AccountId,
    BillId,
    DimensionValueId,
    DocumentId,
    EntryId,
    LegalEntityId,
    TaxCodeId,
    UserId,
    VendorId,
)

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
    tax_code_id: TaxCodeId | None = Field(
        None,
        description="Says category and percent instead, by the document's date, and if prices have the tax.",
    )
    account_id: AccountId | None = Field(None, description="Account that bears the line; else the vendor's default.")
    cost_centre_id: DimensionValueId | None = None
    project_id: DimensionValueId | None = None
    order_line_reference: Text | None = Field(None, description="The order's line that the vendor names (BT-132).")
    accounting_reference: Text | None = Field(None, description="The buyer's accounting reference (BT-133).")

    @model_validator(mode="after")
    def _taxed_once(self) -> Self:
        if self.tax_code_id is not None and (self.tax_category, self.tax_rate) != ("S", Decimal(0)):
            raise ValueError("a line with a tax_code_id says no tax_category and tax_rate")
        return self


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
    discount_tax_mode: TaxMode = Field(
        TaxMode.REDUCE,
        description="What the terms' discount does to the tax. `as_if_taken`: the bill's tax is that of the discounted"
        " bases from the start. The others say what its payments do unless they say it themselves.",
    )
    order_reference: Text | None = Field(None, description="The order that the vendor names (BT-13).")
    accounting_reference: Text | None = Field(
        None, description="The buyer's accounting reference (BT-19), for lines without one of their own."
    )
    currency: Currency = Field(examples=["EUR"])
    lines: tuple[BillLineInput, ...] = Field(min_length=1, max_length=10_000)
    tax_groups: tuple[TaxGroupInput, ...] = Field((), max_length=100, description="Else computed from the lines.")
    prepaid: Amount | None = None
    rounding: Amount | None = None
    note: Text | None = None


def taxed_by_codes(content: BillContent, found: Mapping[str, Any]) -> tuple[BillContent, tuple[TaxRule | None, ...]]:
    """Return the content with what its tax codes say written out, and the rule of each line that names one.

    `found` are the codes that it may use. Raises TaxCodeNotUsable and TaxRateMissing.
    """
    rules = tuple(
        None if line.tax_code_id is None else rule_from(found, line.tax_code_id, line=index)
        for index, line in enumerate(content.lines)
    )
    lines = tuple(
        line if rule is None else line.model_copy(update={"tax_category": rule.category, "tax_rate": rule.rate})
        for line, rule in zip(content.lines, rules, strict=True)
    )
    return content.model_copy(update={"lines": lines}), rules


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
    tax_code_id: TaxCodeId | None
    cost_centre_id: DimensionValueId | None
    project_id: DimensionValueId | None
    # An answer that was kept for a repetition before these were there has none.
    order_line_reference: str | None = None
    accounting_reference: str | None = None


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
    discount_tax_mode: TaxMode
    order_reference: str | None
    accounting_reference: str | None = None
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


class LineRow(NamedTuple):
    """A bill line as read or as about to be written."""

    line_number: int
    description: str
    quantity: Decimal
    unit: str | None
    unit_price: Decimal
    net_minor: int
    tax_category: str
    tax_rate: Decimal
    account_id: UUID
    tax_code_id: UUID | None = None
    cost_centre_id: UUID | None = None
    project_id: UUID | None = None
    order_line_reference: str | None = None
    accounting_reference: str | None = None


class GroupRow(NamedTuple):
    """A tax group as read or as about to be written."""

    tax_category: str
    tax_rate: Decimal
    base_minor: int
    tax_minor: int


class Standing(NamedTuple):
    """The states of a bill, read, and what they let people do."""

    kind: BillKind
    document_status: DocumentStatus
    approval_status: ApprovalStatus
    payment_status: PaymentStatus
    actions: tuple[str, ...]


@functools.cache
def standing_of(
    kind: str, document_status: str, approval_status: str, payment_status: str, *, is_something_payable: bool
) -> Standing:
    """Return what stands in a bill's four words; there are few of them, and a page has them many times."""
    amount = Money.from_minor(int(is_something_payable), "EUR")
    read = BillKind(kind), DocumentStatus(document_status), ApprovalStatus(approval_status)
    states = (*read, PaymentStatus(payment_status))
    return Standing(*states, available_actions(BillFacts(*states, amount, amount, "", None)))
