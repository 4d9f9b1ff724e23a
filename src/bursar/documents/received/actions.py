"""All writes to documents."""

from itertools import pairwise
from uuid import UUID

from sqlalchemy import select, text

from bursar.documents.received.events import DocumentReceived, DocumentReceivedAgain
from bursar.documents.received.queries import get_document, read_document
from bursar.documents.received.schemas import (
    DocumentPart,
    DocumentRead,
    DocumentSplit,
    ReceiveDocument,
    SplitDocument,
)
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, NotFound, PreconditionFailed, Refused
from bursar.kit.statements import Row
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import legal_entities


class EntityNotFound(NotFound):
    """There is no such legal entity."""


class EntityUnclear(Refused):
    """The tenant has more than one legal entity: say which one the document is for."""

    code = "legal_entity_required"


class DocumentSettled(Conflict):
    """The document was split or rejected, or became a bill, before."""

    code = "document_settled"


class PartsUnordered(Refused):
    """Parts of a document overlap, or do not follow one another."""

    code = "parts_unordered"


refusal("fk_document_tenant_id_legal_entity_id", EntityNotFound)

# The upsert takes the row lock of an earlier receipt, so that the same bytes from two sides become one document.
_RECEIVE = text("""
    INSERT INTO document AS d (tenant_id, id, legal_entity_id, sha256, size_bytes, media_type, filename, uploaded_by,
                               received_at, updated_at)
    VALUES (:tenant_id, :id, :legal_entity_id, :sha256, :size_bytes, :media_type, :filename, :actor_id, :now, :now)
    ON CONFLICT (tenant_id, sha256) DO UPDATE SET times_received = d.times_received + 1, updated_at = :now
    RETURNING d.*
""")


@action("documents.receive", needs=Permission.DOCUMENTS_UPLOAD)
async def receive_document(work: Work, command: ReceiveDocument) -> DocumentRead:
    """Take in a file: a new document, or the one that these bytes are already. Raises EntityNotFound, EntityUnclear."""
    row = await work.session.row(
        _RECEIVE,
        {
            **command.model_dump(exclude={"legal_entity_id"}),
            "legal_entity_id": command.legal_entity_id or await _only_entity(work),
            "tenant_id": work.tenant_id,
            "id": work.new_id(),
            "actor_id": work.actor_id,
            "now": work.now,
        },
    )
    assert row is not None
    duplicate = row.times_received > 1
    work.emit(DocumentReceivedAgain(row.id) if duplicate else DocumentReceived(row.id))
    return read_document(row, duplicate=duplicate)


# What had been read is read anew, or not at all: until then, nothing stands.
_REOPEN = text("""
    WITH reopened AS (
      UPDATE document SET status = 'received', reason_codes = '{}', version = version + 1, updated_at = :now
      WHERE tenant_id = :tenant_id AND id = :id AND version = :version
        AND status IN ('received', 'proposed', 'needs_attention')
      RETURNING *
    ), forgotten AS (
      DELETE FROM document_reading r USING reopened d
      WHERE r.tenant_id = :tenant_id AND r.tenant_id = d.tenant_id AND r.document_id = d.id
    )
    SELECT * FROM reopened
""")


async def reopen_document(work: Work, document_id: UUID, version: int) -> DocumentRead:
    """Put a document back to how it came in, with nothing read from it.

    Raises NotFound, PreconditionFailed and DocumentSettled.
    """
    values = {"tenant_id": work.tenant_id, "id": document_id, "version": version, "now": work.now}
    row = await work.session.row(_REOPEN, values)
    if row is not None:
        return read_document(row)
    found = await get_document(work, document_id)
    if found.version != version:
        raise PreconditionFailed("The document has changed since you read it.", version=str(found.version))
    raise DocumentSettled("The document was split or rejected, or became a bill, before.", status=found.status)


_SPLIT = text("""
    UPDATE document SET status = 'split', reason_codes = '{}', version = version + 1, updated_at = :now
    WHERE tenant_id = :tenant_id AND id = :id AND status NOT IN ('split', 'posted')
    RETURNING *
""")
# The first receipt of a part settles what it is part of.
_PART = text("""
    INSERT INTO document AS d (tenant_id, id, legal_entity_id, sha256, size_bytes, media_type, filename, uploaded_by,
                               received_at, updated_at, split_from_id, first_page, last_page)
    VALUES (:tenant_id, :id, :legal_entity_id, :sha256, :size_bytes, :media_type, :filename, :uploaded_by, :now, :now,
            :split_from_id, :first_page, :last_page)
    ON CONFLICT (tenant_id, sha256) DO UPDATE SET times_received = d.times_received + 1, updated_at = :now
    RETURNING d.id, d.times_received
""")


@action("documents.split", needs=Permission.PROPOSALS_DECIDE)
async def split_document(work: Work, command: SplitDocument) -> DocumentSplit:
    """Make each part of a document one of its own, brought in by who brought in the whole; each is then read.

    Raises NotFound, DocumentSettled and PartsUnordered.
    """
    backwards = any(part.first_page > part.last_page for part in command.parts)
    if backwards or any(one.last_page >= other.first_page for one, other in pairwise(command.parts)):
        raise PartsUnordered("Parts follow one another and share no page.", pointer="/parts")
    await get_document(work, command.document_id)
    whole = await work.session.row(_SPLIT, {"tenant_id": work.tenant_id, "id": command.document_id, "now": work.now})
    if whole is None:
        raise DocumentSettled("The document was split or booked before.")
    return DocumentSplit(id=whole.id, part_ids=tuple([await _keep_part(work, whole, part) for part in command.parts]))


async def _keep_part(work: Work, whole: Row, part: DocumentPart) -> UUID:
    stem, dot, ending = whole.filename.rpartition(".")
    name = f"{stem or ending} p{part.first_page}-{part.last_page}{dot}{ending if stem else ''}"
    row = await work.session.row(
        _PART,
        {
            **{column: getattr(whole, column) for column in ("legal_entity_id", "media_type", "uploaded_by")},
            **part.model_dump(include={"first_page", "last_page", "sha256", "size_bytes"}),
            "filename": name.rstrip("."),
            "tenant_id": work.tenant_id,
            "id": work.new_id(),
            "split_from_id": whole.id,
            "now": work.now,
        },
    )
    assert row is not None
    work.emit(DocumentReceived(row.id) if row.times_received == 1 else DocumentReceivedAgain(row.id))
    part_id: UUID = row.id
    return part_id


async def _only_entity(work: Work) -> object:
    rows = await work.session.rows(select(legal_entities.c.id).where(work.owns(legal_entities)).limit(2))
    if len(rows) != 1:
        raise EntityUnclear("Say which legal entity the document is for.", pointer="/legal_entity_id")
    return rows[0].id
