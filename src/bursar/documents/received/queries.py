"""What is read about documents."""

from uuid import UUID

from sqlalchemy import select

from bursar.documents.received.schemas import DocumentFilter, DocumentRead, DocumentReading
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.platform.work import Work
from bursar.tables import document_readings, documents


async def get_document(work: Work, document_id: UUID) -> DocumentRead:
    """Return a document. Raises NotFound."""
    row = await work.session.row(select(documents).where(work.owns(documents), documents.c.id == document_id))
    if row is None:
        raise NotFound("No such document.")
    return read_document(row)


async def list_documents(work: Work, page: DocumentFilter) -> Page[DocumentRead]:
    """Return documents, newest first."""
    query = select(documents).where(work.owns(documents)).order_by(documents.c.id.desc()).limit(page.fetch)
    if page.status:
        query = query.where(documents.c.status == page.status)
    if page.split_from_id:
        query = query.where(documents.c.split_from_id == page.split_from_id)
    if after := page.after(1):
        query = query.where(documents.c.id < row_id(after[0]))
    return page.page(await work.session.rows(query), read_document, lambda row: [str(row.id)])


async def get_reading(work: Work, document_id: UUID) -> DocumentReading:
    """Return what was read from a document. Raises NotFound until it is, and where it cannot be."""
    query = select(document_readings).where(
        work.owns(document_readings), document_readings.c.document_id == document_id
    )
    row = await work.session.row(query)
    if row is None:
        raise NotFound("Nothing was read from such a document.")
    return DocumentReading.from_row(row)


def read_document(row: Row, *, duplicate: bool | None = None) -> DocumentRead:
    """Return a document's row as it is put on the wire."""
    again = row.times_received > 1 if duplicate is None else duplicate
    return DocumentRead.model_construct(**{**row.as_dict(), "duplicate": again})
