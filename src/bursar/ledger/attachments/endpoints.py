"""Routes of attachments."""

from typing import Annotated

from fastapi import APIRouter, Query

from bursar.kit.errors import NotFound
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.attachments.actions import AttachedAlready, attach_to_entry, attach_to_manual_entry
from bursar.ledger.attachments.queries import attachments_of_entry, attachments_of_manual_entry
from bursar.ledger.attachments.schemas import (
    AttachDocument,
    AttachmentPage,
    AttachmentRead,
    AttachToEntry,
    AttachToManualEntry,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.ids import EntryId, ManualEntryId
from bursar.platform.work import Work

router = APIRouter()

_NEW = {"document_id": "document_01j2hw0psyfn79yan3pqykt7s0"}
_EXAMPLE = {
    "id": "attachment_01j2hw0psyfn79yan3pqykt7s0",
    **_NEW,
    "filename": "lease.pdf",
    "media_type": "application/pdf",
    "size_bytes": 48213,
    "sha256": "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069",
    "entry_id": "entry_01j2hw0psyfn79yan3pqykt7s0",
    "manual_entry_id": None,
    "attached_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "attached_at": "2026-11-02T09:30:00Z",
}
_OF_MANUAL = {**_EXAMPLE, "entry_id": None, "manual_entry_id": "manual_01j2hw0psyfn79yan3pqykt7s0"}
_ERRORS = [*IDEMPOTENT, NotFound, AttachedAlready]
Reading = Annotated[Work, reads(Permission.LEDGER_READ)]


@router.post(
    "/journal-entries/{entry_id}/attachments",
    **operation(
        "Attach a document to a journal entry",
        needs=Permission.JOURNAL_CREATE,
        errors=_ERRORS,
        example=_EXAMPLE,
        status=201,
        body=_NEW,
    ),
)
async def attach_to_posted(entry_id: EntryId, body: AttachDocument, caller: Caller) -> AttachmentRead:
    """Say that a received document speaks for a posted entry. It is never taken away again."""
    return await caller.execute(attach_to_entry, AttachToEntry(entry_id=entry_id, document_id=body.document_id))


@router.get(
    "/journal-entries/{entry_id}/attachments",
    **operation(
        "List a journal entry's attachments",
        needs=Permission.LEDGER_READ,
        errors=[NotFound, BadCursor],
        example={"items": [_EXAMPLE], "next_cursor": None},
    ),
)
async def read_attachments(
    entry_id: EntryId, work: Reading, page: Annotated[AttachmentPage, Query()]
) -> Page[AttachmentRead]:
    """Return the documents that speak for an entry, also those of the manual entry that it was, oldest first."""
    return await attachments_of_entry(work, entry_id, page)


@router.post(
    "/manual-entries/{manual_entry_id}/attachments",
    **operation(
        "Attach a document to a manual entry",
        needs=Permission.JOURNAL_CREATE,
        errors=_ERRORS,
        example=_OF_MANUAL,
        status=201,
        body=_NEW,
    ),
)
async def attach_to_manual(manual_entry_id: ManualEntryId, body: AttachDocument, caller: Caller) -> AttachmentRead:
    """Say that a received document speaks for a manual entry, before or after it is posted."""
    command = AttachToManualEntry(manual_entry_id=manual_entry_id, document_id=body.document_id)
    return await caller.execute(attach_to_manual_entry, command)


@router.get(
    "/manual-entries/{manual_entry_id}/attachments",
    **operation(
        "List a manual entry's attachments",
        needs=Permission.LEDGER_READ,
        errors=[NotFound, BadCursor],
        example={"items": [_OF_MANUAL], "next_cursor": None},
    ),
)
async def read_manual_attachments(
    manual_entry_id: ManualEntryId, work: Reading, page: Annotated[AttachmentPage, Query()]
) -> Page[AttachmentRead]:
    """Return the documents that speak for a manual entry, oldest first."""
    return await attachments_of_manual_entry(work, manual_entry_id, page)
