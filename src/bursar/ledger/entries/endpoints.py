"""Routes of the journal."""

from typing import Annotated

from fastapi import APIRouter, Query

from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.entries.queries import get_entry, list_entries
from bursar.ledger.entries.schemas import EntryFilter, JournalEntryRead
from bursar.platform.access import Permission
from bursar.platform.http import operation, reads
from bursar.platform.ids import EntryId
from bursar.platform.work import Work

router = APIRouter()


def _line(number: int, code: str, name: str, amount: str, memo: str) -> dict[str, object]:
    return {
        "line_number": number,
        "account_id": "account_01j2hw0psyfn79yan3pqykt7s0",
        "account_code": code,
        "account_name": name,
        "amount": {"amount": amount, "currency": "EUR"},
        "base_amount": {"amount": amount, "currency": "EUR"},
        "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
        "tax_category": None,
        "tax_rate": None,
        "tax_base": None,
        "cost_centre_id": None,
        "project_id": None,
        "memo": memo,
    }


_ENTRY = {
    "id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "number": "BILL-2026-000042",
    "posting_date": "2026-10-31",
    "document_date": "2026-10-31",
    "recorded_at": "2026-11-02T09:30:00Z",
    "source_type": "bill",
    "source_id": "bill_01j2hw0psyfn79yan3pqykt7s0",
    "reversal_of": None,
    "memo": "R-2026-118",
    "lines": [
        _line(1, "6100", "Rent and premises", "250.00", "Cleaning, October"),
        _line(2, "2000", "Trade payables", "-250.00", "Payable"),
    ],
}
Reading = Annotated[Work, reads(Permission.LEDGER_READ)]


@router.get(
    "/journal-entries",
    **operation(
        "List journal entries",
        needs=Permission.LEDGER_READ,
        errors=[BadCursor],
        example={"items": [_ENTRY], "next_cursor": None},
    ),
)
async def read_entries(work: Reading, page: Annotated[EntryFilter, Query()]) -> Page[JournalEntryRead]:
    """Return posted entries with their lines, newest first."""
    return await list_entries(work, page)


@router.get(
    "/journal-entries/{entry_id}",
    **operation("Read a journal entry", needs=Permission.LEDGER_READ, errors=[NotFound], example=_ENTRY),
)
async def read_entry(entry_id: EntryId, work: Reading) -> JournalEntryRead:
    """Return one posted entry. It never changes: a mistake is reversed by another entry."""
    return await get_entry(work, entry_id)
