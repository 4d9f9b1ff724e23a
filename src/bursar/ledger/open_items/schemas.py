"""Open items: what posting hands over."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NewOpenItem:
    """What a posted payable leaves open: above zero what we owe, below zero what the vendor owes us."""

    legal_entity_id: UUID
    vendor_id: UUID
    entry_id: UUID
    bill_id: UUID
    instalment: int
    currency: str
    base_currency: str
    amount_minor: int
    document_date: date
    due_date: date
    posting_date: date
