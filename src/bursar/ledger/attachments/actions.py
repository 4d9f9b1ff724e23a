"""All writes to attachments."""

from uuid import UUID

from sqlalchemy import text

from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, NotFound
from bursar.ledger.attachments.events import DocumentAttached
from bursar.ledger.attachments.queries import get_attachment
from bursar.ledger.attachments.schemas import AttachmentRead, AttachToEntry, AttachToManualEntry
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work


class AttachedAlready(Conflict):
    """The document is attached to this entry."""

    code = "attached_already"


class DocumentNotFound(NotFound):
    """No such document."""


class EntryNotFound(NotFound):
    """No such entry."""


refusal("uq_attachment_tenant_id_entry_id_document_id", AttachedAlready)
refusal("uq_attachment_tenant_id_manual_entry_id_document_id", AttachedAlready)
refusal("fk_attachment_tenant_id_document_id", DocumentNotFound)
refusal("fk_attachment_tenant_id_entry_id", EntryNotFound)
refusal("fk_attachment_tenant_id_manual_entry_id", EntryNotFound)

_ATTACH = text("""
    INSERT INTO attachment (tenant_id, id, document_id, entry_id, manual_entry_id, attached_by, attached_at)
    VALUES (:tenant_id, :id, :document_id, :entry_id, :manual_entry_id, :actor_id, :now)
""")


@action("attachments.add_to_entry", needs=Permission.JOURNAL_CREATE)
async def attach_to_entry(work: Work, command: AttachToEntry) -> AttachmentRead:
    """Attach a document to a journal entry. Raises DocumentNotFound, EntryNotFound and AttachedAlready."""
    return await _attach(work, command.document_id, entry_id=command.entry_id)


@action("attachments.add_to_manual_entry", needs=Permission.JOURNAL_CREATE)
async def attach_to_manual_entry(work: Work, command: AttachToManualEntry) -> AttachmentRead:
    """Attach a document to a manual entry. Raises DocumentNotFound, EntryNotFound and AttachedAlready."""
    return await _attach(work, command.document_id, manual_entry_id=command.manual_entry_id)


async def _attach(
    work: Work, document_id: UUID, *, entry_id: UUID | None = None, manual_entry_id: UUID | None = None
) -> AttachmentRead:
    attachment_id = work.new_id()
    values: dict[str, object] = {"tenant_id": work.tenant_id, "id": attachment_id, "document_id": document_id}
    values |= {"entry_id": entry_id, "manual_entry_id": manual_entry_id, "actor_id": work.actor_id, "now": work.now}
    await work.session.run(_ATTACH, values)
    work.emit(DocumentAttached(attachment_id, document_id))
    return await get_attachment(work, attachment_id)
