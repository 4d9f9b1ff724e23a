"""Attachments on the wire."""

from datetime import datetime

from bursar.kit.wire import Input, Output
from bursar.platform.http import PageParams
from bursar.platform.ids import AttachmentId, DocumentId, EntryId, ManualEntryId, UserId


class AttachDocument(Input):
    """A received document that speaks for the entry."""

    document_id: DocumentId


class AttachToEntry(AttachDocument):
    """Attach a document to the journal entry of this id."""

    entry_id: EntryId


class AttachToManualEntry(AttachDocument):
    """Attach a document to the manual entry of this id."""

    manual_entry_id: ManualEntryId


class AttachmentPage(PageParams):
    """Which attachments to list."""


class AttachmentRead(Output):
    """A document that speaks for an entry."""

    id: AttachmentId
    document_id: DocumentId
    filename: str
    media_type: str
    size_bytes: int
    sha256: str
    entry_id: EntryId | None
    manual_entry_id: ManualEntryId | None
    attached_by: UserId
    attached_at: datetime
