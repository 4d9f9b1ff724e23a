"""What is read about attachments."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select

from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.ledger.attachments.schemas import AttachmentPage, AttachmentRead
from bursar.platform.work import Work
from bursar.tables import attachments, documents, journal_entries, manual_entries

_ATTACHED = select(
    attachments, *(documents.c[name] for name in ("filename", "media_type", "size_bytes", "sha256"))
).join(
    documents,
    (documents.c.tenant_id == attachments.c.tenant_id) & (documents.c.id == attachments.c.document_id),
)


async def attachments_of_entry(work: Work, entry_id: UUID, page: AttachmentPage) -> Page[AttachmentRead]:
    """Return what speaks for a journal entry, also as the manual entry it was, oldest first. Raises NotFound."""
    entries = journal_entries.c
    source = await work.session.row(select(entries.source_id).where(work.owns(journal_entries), entries.id == entry_id))
    if source is None:
        raise NotFound("No such journal entry.")
    of_both = or_(attachments.c.entry_id == entry_id, attachments.c.manual_entry_id == source.source_id)
    return await _page(work, of_both, page)


async def attachments_of_manual_entry(work: Work, manual_entry_id: UUID, page: AttachmentPage) -> Page[AttachmentRead]:
    """Return what speaks for a manual entry, oldest first. Raises NotFound."""
    found = select(manual_entries.c.id).where(work.owns(manual_entries), manual_entries.c.id == manual_entry_id)
    if await work.session.row(found) is None:
        raise NotFound("No such manual entry.")
    return await _page(work, attachments.c.manual_entry_id == manual_entry_id, page)


async def get_attachment(work: Work, attachment_id: UUID) -> AttachmentRead:
    """Return an attachment that is known to be there."""
    row = await work.session.row(_ATTACHED.where(work.owns(attachments), attachments.c.id == attachment_id))
    assert row is not None
    return _read(row)


async def _page(work: Work, which: ColumnElement[bool], page: AttachmentPage) -> Page[AttachmentRead]:
    query: Select[Any] = _ATTACHED.where(work.owns(attachments), which).order_by(attachments.c.id)
    if after := page.after(1):
        query = query.where(attachments.c.id > row_id(after[0]))
    return page.page(await work.session.rows(query.limit(page.fetch)), _read, lambda row: [str(row.id)])


def _read(row: Any) -> AttachmentRead:
    return AttachmentRead.model_construct(**{name: getattr(row, name) for name in AttachmentRead.__pydantic_fields__})
