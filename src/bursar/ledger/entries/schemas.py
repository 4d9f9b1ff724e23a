"""Journal entries: what posting needs, and what is read."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import Field

from bursar.core.posting import PostingLine
from bursar.kit.wire import Amount, Output
from bursar.ledger.open_items.schemas import LeftOpen
from bursar.platform.http import PageParams
from bursar.platform.ids import AccountId, BillId, DimensionValueId, EntryId, LegalEntityId, VendorId


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A balanced entry to post.

    Currency and parties are those of every line and item that names no other. Lines in another currency than base say
    what they are in base.
    """

    legal_entity_id: UUID
    sub_ledger: Literal["ap", "ar", "gl"]
    series: str
    fiscal_year: int
    posting_date: date
    document_date: date
    source_type: str
    source_id: UUID
    memo: str
    currency: str
    base_currency: str
    vendor_id: UUID | None
    lines: tuple[PostingLine, ...]
    leaves: tuple[LeftOpen, ...] = ()
    reversal_of: UUID | None = None
    customer_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PostedEntry:
    """Where an entry stands in the books, and the open items that it left, in their order."""

    id: UUID
    number: str
    item_ids: tuple[UUID, ...]


class EntryFilter(PageParams):
    """Which entries to list."""

    legal_entity_id: LegalEntityId | None = None
    bill_id: BillId | None = Field(None, description="Entries of this bill: its posting and its reversal.")


class JournalLineRead(Output):
    """A line: debit positive, credit negative, in document and base currency."""

    line_number: int
    account_id: AccountId
    account_code: str
    account_name: str
    amount: Amount
    base_amount: Amount
    vendor_id: VendorId | None
    tax_category: str | None
    tax_rate: Decimal | None
    tax_base: Amount | None
    cost_centre_id: DimensionValueId | None
    project_id: DimensionValueId | None
    memo: str


class JournalEntryRead(Output):
    """A posted entry with its lines."""

    id: EntryId
    legal_entity_id: LegalEntityId
    number: str
    posting_date: date
    document_date: date
    recorded_at: datetime
    source_type: str
    source_id: str = Field(description="The id of what was posted: a bill's.")
    reversal_of: EntryId | None
    memo: str
    lines: tuple[JournalLineRead, ...]


def entry_number(series: str, fiscal_year: int, number: int) -> str:
    """Return the number as people write it: `BILL-2026-000042`."""
    return f"{series}-{fiscal_year}-{number:06d}"
