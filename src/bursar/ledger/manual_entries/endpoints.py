"""Routes of manual entries, and the reversal of the journal entries that they made."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from bursar.core import bills
from bursar.core import journal as rules
from bursar.core.dimensions import DimensionCombinationInvalid, DimensionRequired, DimensionUnknown
from bursar.core.exchange import InvalidRate
from bursar.core.money import AmountOutOfRange, CurrencyMismatch, NotRepresentable, UnknownCurrency
from bursar.core.terms import DateOutOfRange, InvalidTerms
from bursar.kit.errors import NotFound, PreconditionFailed, PreconditionRequired
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.entries.queries import PeriodClosed
from bursar.ledger.manual_entries.actions import (
    AccountNotUsable,
    BaseAmounts,
    NothingLeftOpen,
    PartyMissing,
    ReverseTheDocument,
    approve_manual_entry,
    create_manual_entry,
    reject_manual_entry,
    reverse_journal_entry,
    reverse_manual_entry,
)
from bursar.ledger.manual_entries.queries import get_manual_entry, list_manual_entries
from bursar.ledger.manual_entries.schemas import (
    ApproveManualEntry,
    ApproveManualEntryBody,
    EntryReason,
    ManualEntryCreate,
    ManualEntryFilter,
    ManualEntryRead,
    ManualEntrySummary,
    RejectManualEntry,
    ReverseEntryBody,
    ReverseJournalEntry,
    ReverseManualEntry,
)
from bursar.ledger.rates.queries import RateMissing
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, BadHeader, Caller, IfMatch, operation, reads, set_etag
from bursar.platform.ids import EntryId, ManualEntryId
from bursar.platform.work import Work

router = APIRouter()

_DIGEST = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"


def _eur(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


def _line(number: int, amount: str) -> dict[str, Any]:
    return {
        "line_number": number,
        "account_id": "account_01j2hw0psyfn79yan3pqykt7s0",
        "amount": _eur(amount),
        "base_amount": _eur(amount),
        "vendor_id": None,
        "customer_id": None,
        "due_date": None,
        "payment_terms": None,
        "reference": None,
        "cost_centre_id": None,
        "project_id": None,
        "tax_code_id": None,
        "memo": "Rent accrual, October",
    }


NEW_LINES = [
    {"account_id": "account_01j2hw0psyfn79yan3pqykt7s0", "amount": _eur("1200.00")},
    {"account_id": "account_01j2hw0psyfn79yan3pqykt7s1", "amount": _eur("-1200.00")},
]
_NEW = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "posting_date": "2026-10-31",
    "memo": "Rent accrual, October",
    "currency": "EUR",
    "auto_reverse_on": "2026-11-01",
    "lines": NEW_LINES,
}
_SUMMARY: dict[str, Any] = {
    "id": "manual_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "number": None,
    "state": "submitted",
    "posting_date": "2026-10-31",
    "document_date": "2026-10-31",
    "memo": "Rent accrual, October",
    "currency": "EUR",
    "auto_reverse_on": None,
    "submitted_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "submitted_at": "2026-11-02T09:30:00Z",
    "decided_by": None,
    "decided_at": None,
    "decision_reason": None,
    "entry_id": None,
    "reversal_entry_id": None,
    "recurring_id": None,
    "available_actions": ["approve", "reject"],
    "version": 1,
    "created_at": "2026-11-02T09:30:00Z",
    "updated_at": "2026-11-02T09:30:00Z",
}
_EXAMPLE = {**_SUMMARY, "lines": [_line(1, "1200.00"), _line(2, "-1200.00")], "digest": _DIGEST}
_DECIDED = {
    **_EXAMPLE,
    "decided_by": "user_01j2hw0psyfn79yan3pqykt7s1",
    "decided_at": "2026-11-03T08:00:00Z",
    "version": 2,
}
_POSTED = {
    **_DECIDED,
    "number": "JRN-2026-000007",
    "state": "posted",
    "entry_id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "available_actions": ["reverse"],
}
_REJECTED = {**_DECIDED, "state": "rejected", "available_actions": [], "decision_reason": "Accrued already"}
_REVERSED = {
    **_POSTED,
    "state": "reversed",
    "reversal_entry_id": "entry_01j2hw0psyfn79yan3pqykt7s1",
    "available_actions": [],
    "decision_reason": "Booked twice",
    "version": 3,
}
WRONG_CONTENT = (
    *(rules.EntryEmpty, rules.LineZero, rules.EntryUnbalanced, AccountNotUsable, PartyMissing, NothingLeftOpen),
    *(BaseAmounts, UnknownCurrency, CurrencyMismatch, NotRepresentable, AmountOutOfRange),
    *(DimensionUnknown, DimensionRequired, DimensionCombinationInvalid),
)
# What an operation that names a version documents besides its own errors.
VERSIONED = (BadHeader, PreconditionRequired, PreconditionFailed)
_REVERSING = (rules.EntryNotPosted, rules.HasAllocations, rules.ReversedTooEarly, bills.ReasonMissing, PeriodClosed)
Reading = Annotated[Work, reads(Permission.LEDGER_READ)]


@router.post(
    "/manual-entries",
    **operation(
        "Submit a manual journal entry for approval",
        needs=Permission.JOURNAL_CREATE,
        errors=[
            *(*IDEMPOTENT, NotFound, *WRONG_CONTENT, InvalidTerms, DateOutOfRange, rules.ReversedTooEarly),
            *(RateMissing, InvalidRate),
        ],
        example=_EXAMPLE,
        status=201,
        body=_NEW,
    ),
)
async def submit_manual_entry(body: ManualEntryCreate, caller: Caller, response: Response) -> ManualEntryRead:
    """Submit a balanced entry for approval by somebody else. Nothing is in the books yet.

    In a foreign currency each line takes the base amount that is named, or that of the posting date's rate; what
    rounding leaves over goes to the largest line.
    """
    entry = await caller.execute(create_manual_entry, body)
    response.headers["Location"] = f"/v1/manual-entries/{to_public('manual', entry.id)}"
    set_etag(response, entry.version)
    return entry


@router.get(
    "/manual-entries",
    **operation(
        "List manual journal entries",
        needs=Permission.LEDGER_READ,
        errors=[BadCursor],
        example={"items": [_SUMMARY], "next_cursor": None},
    ),
)
async def read_manual_entries(work: Reading, page: Annotated[ManualEntryFilter, Query()]) -> Page[ManualEntrySummary]:
    """Return manual entries without their lines, newest first."""
    return await list_manual_entries(work, page)


@router.get(
    "/manual-entries/{manual_entry_id}",
    **operation("Read a manual journal entry", needs=Permission.LEDGER_READ, errors=[NotFound], example=_EXAMPLE),
)
async def read_one_manual_entry(manual_entry_id: ManualEntryId, work: Reading, response: Response) -> ManualEntryRead:
    """Return one manual entry with its lines. Its ETag and digest are what an approval names."""
    entry = await get_manual_entry(work, manual_entry_id)
    set_etag(response, entry.version)
    return entry


@router.post(
    "/manual-entries/{manual_entry_id}/approve",
    **operation(
        "Approve a manual journal entry and post it",
        needs=Permission.JOURNAL_APPROVE,
        errors=[
            *(*IDEMPOTENT, *VERSIONED, NotFound, rules.EntryNotSubmitted, bills.DigestChanged, bills.OwnDocument),
            *(bills.ApprovalLimitExceeded, PeriodClosed, AccountNotUsable, PartyMissing),
            *(DimensionUnknown, DimensionRequired, DimensionCombinationInvalid),
        ],
        example=_POSTED,
        body={"digest": _DIGEST},
    ),
)
async def approve_entry(
    manual_entry_id: ManualEntryId,
    body: ApproveManualEntryBody,
    version: IfMatch,
    caller: Caller,
    response: Response,
) -> ManualEntryRead:
    """Approve an entry that somebody else submitted, exactly as the digest shows it, and post it in the same moment.

    A limit is held against the sum of its debits. An entry with a day to reverse itself posts its reversal too: the
    periods of both days must be open.
    """
    command = ApproveManualEntry(manual_entry_id=manual_entry_id, version=version, digest=body.digest)
    entry = await caller.execute(approve_manual_entry, command)
    set_etag(response, entry.version)
    return entry


@router.post(
    "/manual-entries/{manual_entry_id}/reject",
    **operation(
        "Reject a manual journal entry",
        needs=Permission.JOURNAL_APPROVE,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound, rules.EntryNotSubmitted, bills.ReasonMissing],
        example=_REJECTED,
        body={"reason": "Accrued already"},
    ),
)
async def reject_entry(
    manual_entry_id: ManualEntryId, body: EntryReason, version: IfMatch, caller: Caller, response: Response
) -> ManualEntryRead:
    """Turn a submitted entry down, saying why."""
    command = RejectManualEntry(manual_entry_id=manual_entry_id, version=version, reason=body.reason)
    entry = await caller.execute(reject_manual_entry, command)
    set_etag(response, entry.version)
    return entry


@router.post(
    "/manual-entries/{manual_entry_id}/reverse",
    **operation(
        "Reverse a posted manual journal entry",
        needs=Permission.JOURNAL_APPROVE,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound, *_REVERSING],
        example=_REVERSED,
        body={"reason": "Booked twice", "posting_date": "2026-11-30"},
    ),
)
async def reverse_entry(
    manual_entry_id: ManualEntryId, body: ReverseEntryBody, version: IfMatch, caller: Caller, response: Response
) -> ManualEntryRead:
    """Take a posted entry back by another with every amount negated, which settles what the first left open.

    Reports at a date before the reversal still show the entry, and so does what was known before.
    """
    command = ReverseManualEntry(
        manual_entry_id=manual_entry_id, version=version, reason=body.reason, posting_date=body.posting_date
    )
    entry = await caller.execute(reverse_manual_entry, command)
    set_etag(response, entry.version)
    return entry


@router.post(
    "/journal-entries/{entry_id}/reverse",
    **operation(
        "Reverse the journal entry of a manual entry",
        needs=Permission.JOURNAL_APPROVE,
        errors=[*IDEMPOTENT, NotFound, ReverseTheDocument, *_REVERSING],
        example=_REVERSED,
        body={"reason": "Booked twice", "posting_date": "2026-11-30"},
    ),
)
async def reverse_posted_entry(
    entry_id: EntryId, body: ReverseEntryBody, caller: Caller, response: Response
) -> ManualEntryRead:
    """Take a journal entry of series JRN back; what was posted for a document is reversed with that document."""
    command = ReverseJournalEntry(entry_id=entry_id, reason=body.reason, posting_date=body.posting_date)
    entry = await caller.execute(reverse_journal_entry, command)
    set_etag(response, entry.version)
    return entry
