"""All writes to documents."""

from sqlalchemy import select, text

from bursar.documents.received.events import DocumentReceived, DocumentReceivedAgain
from bursar.documents.received.queries import read_document
from bursar.documents.received.schemas import DocumentRead, ReceiveDocument
from bursar.kit.db import refusal
from bursar.kit.errors import NotFound, Refused
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import legal_entities


class EntityNotFound(NotFound):
    """There is no such legal entity."""


class EntityUnclear(Refused):
    """The tenant has more than one legal entity: say which one the document is for."""

    code = "legal_entity_required"


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


async def _only_entity(work: Work) -> object:
    rows = await work.session.rows(select(legal_entities.c.id).where(work.owns(legal_entities)).limit(2))
    if len(rows) != 1:
        raise EntityUnclear("Say which legal entity the document is for.", pointer="/legal_entity_id")
    return rows[0].id
