"""Routes of documents."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.responses import StreamingResponse

from bursar.documents.received.actions import EntityUnclear, receive_document
from bursar.documents.received.queries import get_document, get_reading, list_documents
from bursar.documents.received.schemas import (
    DocumentFilter,
    DocumentRead,
    DocumentReading,
    DocumentValidation,
    ReceiveDocument,
    RuleFailure,
)
from bursar.formats.einvoice.reader import NotAnInvoice
from bursar.formats.einvoice.xml import NotXml, XmlForbidden, XmlTooDeep, XmlTooLarge
from bursar.formats.sniff import SNIFFED_BYTES, FileKind, sniff
from bursar.kit.errors import NotFound, Refused, TooLarge, UnsupportedMedia
from bursar.kit.pages import Page
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, Requester, application_of, operation, reads, set_etag
from bursar.platform.ids import DocumentId, LegalEntityId
from bursar.platform.parsing import NoReader, PdfWithoutInvoice
from bursar.platform.work import Work, open_work

router = APIRouter(prefix="/documents")

MEDIA_TYPES = {
    FileKind.UBL_INVOICE: "application/xml",
    FileKind.UBL_CREDIT_NOTE: "application/xml",
    FileKind.CII: "application/xml",
    FileKind.XML: "application/xml",
    FileKind.PDF: "application/pdf",
    FileKind.IMAGE: "application/octet-stream",
    FileKind.TEXT: "text/plain",
}
CHUNK_BYTES = 256 * 1024
FOLLOWED_TIMES = 240
FOLLOWED_SECONDS = 0.25


class DocumentEmpty(Refused):
    """The file has no bytes."""

    code = "document_empty"


EXAMPLE: dict[str, Any] = {
    "id": "document_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "legal_entity_id": "entity_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "filename": "R-2026-118.xml",
    "media_type": "application/xml",
    "size_bytes": 8123,
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "status": "received",
    "reason_codes": [],
    "bill_id": None,
    "split_from_id": None,
    "first_page": None,
    "last_page": None,
    "times_received": 1,
    "duplicate": False,
    "uploaded_by": "user_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "received_at": "2026-11-02T09:30:00Z",
    "updated_at": "2026-11-02T09:30:00Z",
    "version": 1,
}


_VALIDATION = {
    "file": "R-2026-118.xml",
    "format": "ubl_invoice",
    "profile": "peppol",
    "valid": False,
    "failures": [
        {
            "rule": "BR-CO-15",
            "severity": "fatal",
            "message": "The total with VAT (BT-112) is the total without VAT (BT-109) and the VAT (BT-110) together.",
            "xpath": "/Invoice/cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount",
            "terms": ["BT-109", "BT-110", "BT-112"],
        }
    ],
}


@router.post(
    "",
    **operation(
        "Upload a document",
        needs=Permission.DOCUMENTS_UPLOAD,
        errors=[*IDEMPOTENT, NotFound, TooLarge, UnsupportedMedia, DocumentEmpty, EntityUnclear],
        status=201,
        example=EXAMPLE,
    ),
)
async def upload_document(
    request: Request,
    response: Response,
    caller: Caller,
    file: Annotated[UploadFile, File(description="The invoice as it came: XML, PDF, image or text.")],
    legal_entity_id: Annotated[
        LegalEntityId | None, Form(description="Whose books; needed where there are several.")
    ] = None,
) -> DocumentRead:
    """Keep a file and have the agent read it.

    The answer comes at once; reading goes on behind it: follow the document's `status`. The same bytes again are the
    same document, answered with 200 and `duplicate`.
    """
    application = application_of(request)
    async with open_work(application.app, caller.principal) as work:
        work.require(Permission.DOCUMENTS_UPLOAD)
    head = await file.read(SNIFFED_BYTES)
    await file.seek(0)
    if not head:
        raise DocumentEmpty("The file is empty.", pointer="/file")
    kind = sniff(head)
    if kind not in MEDIA_TYPES:
        raise UnsupportedMedia("This is neither XML, PDF, an image nor text.", pointer="/file")
    tenant_id = caller.principal.tenant_id
    limit = application.settings.document_max_bytes
    stored = await application.storage.put(tenant_id, _chunks(file), max_bytes=limit)
    command = ReceiveDocument(
        legal_entity_id=legal_entity_id,
        sha256=stored.sha256,
        size_bytes=stored.size_bytes,
        media_type=MEDIA_TYPES[kind],
        filename=_plain_name(file.filename),
    )
    document = await caller.execute(receive_document, command)
    response.status_code = 200 if document.duplicate else 201
    response.headers["Location"] = f"/v1/documents/{document.model_dump(mode='json')['id']}"
    set_etag(response, document.version)
    return document


@router.post(
    "/validate",
    **operation(
        "Validate an e-invoice",
        needs=Permission.DOCUMENTS_UPLOAD,
        errors=[TooLarge, NoReader, NotXml, XmlForbidden, XmlTooDeep, XmlTooLarge, NotAnInvoice, PdfWithoutInvoice],
        example=_VALIDATION,
    ),
)
async def validate_document(
    request: Request,
    caller: Caller,
    file: Annotated[UploadFile, File(description="An e-invoice in UBL or CII, or a PDF that carries one.")],
) -> DocumentValidation:
    """Hold an e-invoice to the rules of EN 16931, and of Peppol BIS Billing 3 or XRechnung where it names them.

    Each failure has the rule's id, the business terms, and the XPath that broke it. Nothing is kept.
    """
    application = application_of(request)
    async with open_work(application.app, caller.principal) as work:
        work.require(Permission.DOCUMENTS_UPLOAD)
    limit = application.settings.document_max_bytes
    data = await file.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"The file has more than {limit} bytes.", pointer="/file")
    found = await application.parsing.validation(data)
    return DocumentValidation(
        file=_plain_name(file.filename),
        format=found.format,
        profile=found.profile,
        valid=found.valid,
        failures=tuple(
            RuleFailure(
                rule=one.rule, severity=one.severity, message=one.message, xpath=one.xpath, terms=tuple(one.terms)
            )
            for one in found.failures
        ),
    )


@router.get(
    "",
    **operation("List documents", needs=Permission.DOCUMENTS_READ, example={"items": [EXAMPLE], "next_cursor": None}),
)
async def documents(
    work: Annotated[Work, reads(Permission.DOCUMENTS_READ)], page: Annotated[DocumentFilter, Query()]
) -> Page[DocumentRead]:
    """Return documents, newest first."""
    return await list_documents(work, page)


@router.get(
    "/{document_id}",
    **operation("Read a document", needs=Permission.DOCUMENTS_READ, errors=[NotFound], example=EXAMPLE),
)
async def document(
    document_id: DocumentId, response: Response, work: Annotated[Work, reads(Permission.DOCUMENTS_READ)]
) -> DocumentRead:
    """Return one document and how far it got."""
    found = await get_document(work, document_id)
    set_etag(response, found.version)
    return found


@router.get(
    "/{document_id}/reading",
    **operation(
        "Read what was read",
        needs=Permission.DOCUMENTS_READ,
        errors=[NotFound],
        example={
            "document_id": EXAMPLE["id"],
            "format": "ubl",
            "fields": [{"field": "number", "value": "R-2026-118", "method": "xml", "place": "/Invoice/cbc:ID"}],
            "checks": [],
            "read_at": "2026-11-02T09:30:01Z",
        },
    ),
)
async def reading(document_id: DocumentId, work: Annotated[Work, reads(Permission.DOCUMENTS_READ)]) -> DocumentReading:
    """Return every value that was read from a document with the place it stood at, and the checks.

    It is what the latest reading came to, or 404: while the document is still to be read, or to be read again, and
    where it cannot be read; then its `reason_codes` say why.
    """
    return await get_reading(work, document_id)


@router.get(
    "/{document_id}/progress",
    response_class=StreamingResponse,
    **operation(
        "Follow a document",
        needs=Permission.DOCUMENTS_READ,
        errors=[NotFound],
        example='event: status\ndata: {"status": "proposed", …}\n\n',
        media_type="text/event-stream",
    ),
)
async def progress(
    document_id: DocumentId, request: Request, caller: Caller, work: Annotated[Work, reads(Permission.DOCUMENTS_READ)]
) -> StreamingResponse:
    """Tell each change of a document's status as a server-sent event, until the agent has concluded.

    The stream ends by itself after a minute at the latest; a client that wants more asks again.
    """
    await get_document(work, document_id)
    return StreamingResponse(_statuses(request, caller, document_id), media_type="text/event-stream")


@router.get(
    "/{document_id}/content",
    response_class=StreamingResponse,
    **operation(
        "Download a document",
        needs=Permission.DOCUMENTS_READ,
        errors=[NotFound],
        example="(the file's bytes)",
        media_type="application/octet-stream",
    ),
)
async def content(
    document_id: DocumentId, request: Request, work: Annotated[Work, reads(Permission.DOCUMENTS_READ)]
) -> StreamingResponse:
    """Return the file's bytes as they came, as a download and never for the browser to open."""
    found = await get_document(work, document_id)
    bytes_ = application_of(request).storage.open(work.tenant_id, found.sha256)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.filename, safe='')}",
        "Content-Length": str(found.size_bytes),
    }
    return StreamingResponse(bytes_, media_type=found.media_type, headers=headers)


async def _statuses(request: Request, caller: Requester, document_id: DocumentId) -> AsyncIterator[str]:
    told = None
    for _ in range(FOLLOWED_TIMES):
        async with open_work(caller.application.app, caller.principal) as work:
            found = await get_document(work, document_id)
        if found.version != told:
            told = found.version
            yield f"event: status\ndata: {found.model_dump_json()}\n\n"
        if found.status != "received" or await request.is_disconnected():
            return
        await asyncio.sleep(FOLLOWED_SECONDS)


async def _chunks(file: UploadFile) -> AsyncIterator[bytes]:
    while chunk := await file.read(CHUNK_BYTES):
        yield chunk


def _plain_name(name: str | None) -> str:
    """Return a file name without its path and control characters: it is shown, never opened."""
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in last if char.isprintable())[:200].strip() or "document"
