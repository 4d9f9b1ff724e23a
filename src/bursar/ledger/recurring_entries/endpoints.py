"""Routes of recurring entries."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from bursar.core import bills
from bursar.core import journal as rules
from bursar.core.terms import InvalidTerms
from bursar.kit.errors import NotFound, PreconditionFailed, PreconditionRequired
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.manual_entries.endpoints import NEW_LINES, WRONG_CONTENT
from bursar.ledger.manual_entries.schemas import ApproveManualEntryBody, EntryReason
from bursar.ledger.rates.queries import RateMissing
from bursar.ledger.recurring_entries.actions import (
    NotRepeatable,
    approve_recurring,
    create_recurring,
    end_recurring,
    pause_recurring,
    resume_recurring,
)
from bursar.ledger.recurring_entries.queries import get_recurring, list_recurring
from bursar.ledger.recurring_entries.schemas import (
    ApproveRecurringEntry,
    ChangeRecurringEntry,
    EndRecurringEntry,
    PauseRecurringEntry,
    RecurringEntryCreate,
    RecurringEntryFilter,
    RecurringEntryRead,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, BadHeader, Caller, IfMatch, operation, reads, set_etag
from bursar.platform.ids import RecurringEntryId
from bursar.platform.work import Work

router = APIRouter(prefix="/recurring-entries")

_DIGEST = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"
_CONTENT = {"memo": "Depreciation of the fleet", "currency": "EUR", "lines": NEW_LINES}
_NEW: dict[str, Any] = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "name": "Depreciation of the fleet",
    "every_months": 1,
    "on_day": None,
    "first_on": "2026-11-30",
    "last_on": "2029-10-31",
    "auto_reverse": None,
    "content": _CONTENT,
}
_SUBMITTED: dict[str, Any] = {
    **_NEW,
    "id": "recurring_01j2hw0psyfn79yan3pqykt7s0",
    "next_on": "2026-11-30",
    "state": "submitted",
    "digest": _DIGEST,
    "failure": None,
    "submitted_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "submitted_at": "2026-11-02T09:30:00Z",
    "decided_by": None,
    "decided_at": None,
    "reason": None,
    "available_actions": ["approve", "end"],
    "version": 1,
    "created_at": "2026-11-02T09:30:00Z",
    "updated_at": "2026-11-02T09:30:00Z",
}
_ACTIVE = {
    **_SUBMITTED,
    "state": "active",
    "decided_by": "user_01j2hw0psyfn79yan3pqykt7s1",
    "decided_at": "2026-11-03T08:00:00Z",
    "available_actions": ["pause", "end"],
    "version": 2,
}
_PAUSED = {**_ACTIVE, "state": "paused", "reason": "The fleet is for sale", "available_actions": ["resume", "end"]}
_ENDED = {**_ACTIVE, "state": "ended", "reason": "The fleet is sold", "available_actions": []}
_STEP = (
    *(*IDEMPOTENT, BadHeader, PreconditionRequired, PreconditionFailed, NotFound, rules.RecurringStateWrong),
    bills.ReasonMissing,
)
Reading = Annotated[Work, reads(Permission.LEDGER_READ)]


@router.post(
    "",
    **operation(
        "Submit a recurring entry for approval",
        needs=Permission.JOURNAL_CREATE,
        errors=[*IDEMPOTENT, NotFound, *WRONG_CONTENT, InvalidTerms, rules.ScheduleInvalid, NotRepeatable],
        example=_SUBMITTED,
        status=201,
        body=_NEW,
    ),
)
async def submit_recurring(body: RecurringEntryCreate, caller: Caller, response: Response) -> RecurringEntryRead:
    """Submit a template that is to post itself every so many months, on a day of the month or on its last day.

    A day that a month does not have is its last day.
    """
    entry = await caller.execute(create_recurring, body)
    response.headers["Location"] = f"/v1/recurring-entries/{to_public('recurring', entry.id)}"
    set_etag(response, entry.version)
    return entry


@router.get(
    "",
    **operation(
        "List recurring entries",
        needs=Permission.LEDGER_READ,
        errors=[BadCursor],
        example={"items": [_ACTIVE], "next_cursor": None},
    ),
)
async def read_recurring_entries(
    work: Reading, page: Annotated[RecurringEntryFilter, Query()]
) -> Page[RecurringEntryRead]:
    """Return recurring entries, newest first."""
    return await list_recurring(work, page)


@router.get(
    "/{recurring_id}",
    **operation("Read a recurring entry", needs=Permission.LEDGER_READ, errors=[NotFound], example=_ACTIVE),
)
async def read_one_recurring_entry(
    recurring_id: RecurringEntryId, work: Reading, response: Response
) -> RecurringEntryRead:
    """Return one recurring entry. What it has posted are the manual entries with its `recurring_id`."""
    entry = await get_recurring(work, recurring_id)
    set_etag(response, entry.version)
    return entry


@router.post(
    "/{recurring_id}/approve",
    **operation(
        "Approve a recurring entry",
        needs=Permission.JOURNAL_APPROVE,
        errors=[*_STEP, bills.OwnDocument, bills.DigestChanged, bills.ApprovalLimitExceeded, RateMissing],
        example=_ACTIVE,
        body={"digest": _DIGEST},
    ),
)
async def approve_template(
    recurring_id: RecurringEntryId,
    body: ApproveManualEntryBody,
    version: IfMatch,
    caller: Caller,
    response: Response,
) -> RecurringEntryRead:
    """Approve a template that somebody else submitted, exactly as the digest shows it: it posts in your name."""
    command = ApproveRecurringEntry(recurring_id=recurring_id, version=version, digest=body.digest)
    entry = await caller.execute(approve_recurring, command)
    set_etag(response, entry.version)
    return entry


@router.post(
    "/{recurring_id}/pause",
    **operation(
        "Pause a recurring entry",
        needs=Permission.JOURNAL_APPROVE,
        errors=_STEP,
        example=_PAUSED,
        body={"reason": "The fleet is for sale"},
    ),
)
async def pause_template(
    recurring_id: RecurringEntryId, body: EntryReason, version: IfMatch, caller: Caller, response: Response
) -> RecurringEntryRead:
    """Let a template post no more until it is resumed."""
    command = PauseRecurringEntry(recurring_id=recurring_id, version=version, reason=body.reason)
    entry = await caller.execute(pause_recurring, command)
    set_etag(response, entry.version)
    return entry


@router.post(
    "/{recurring_id}/resume",
    **operation("Resume a recurring entry", needs=Permission.JOURNAL_APPROVE, errors=_STEP, example=_ACTIVE),
)
async def resume_template(
    recurring_id: RecurringEntryId, version: IfMatch, caller: Caller, response: Response
) -> RecurringEntryRead:
    """Let a paused template post again, what it has missed first: also after the books refused what it was to post."""
    entry = await caller.execute(resume_recurring, ChangeRecurringEntry(recurring_id=recurring_id, version=version))
    set_etag(response, entry.version)
    return entry


@router.post(
    "/{recurring_id}/end",
    **operation(
        "End a recurring entry",
        needs=Permission.JOURNAL_APPROVE,
        errors=_STEP,
        example=_ENDED,
        body={"reason": "The fleet is sold"},
    ),
)
async def end_template(
    recurring_id: RecurringEntryId, body: EntryReason, version: IfMatch, caller: Caller, response: Response
) -> RecurringEntryRead:
    """Let a template post no more, for good. One that waits for approval is turned down by this."""
    command = EndRecurringEntry(recurring_id=recurring_id, version=version, reason=body.reason)
    entry = await caller.execute(end_recurring, command)
    set_etag(response, entry.version)
    return entry
