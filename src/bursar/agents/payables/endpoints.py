"""Routes of what the payables agent is asked to do."""

from typing import Any

from fastapi import APIRouter, Response

from bursar.agents.payables.again import DecisionUnderWay, ReadAgain, read_again
from bursar.documents.received.actions import DocumentSettled
from bursar.documents.received.endpoints import EXAMPLE
from bursar.documents.received.schemas import DocumentRead
from bursar.kit.errors import NotFound
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, VERSIONED, Caller, IfMatch, operation, set_etag
from bursar.platform.ids import DocumentId

router = APIRouter(prefix="/documents")

AGAIN: dict[str, Any] = {**EXAMPLE, "updated_at": "2026-11-02T11:00:00Z", "version": 3}


@router.post(
    "/{document_id}/read-again",
    **operation(
        "Read a document again",
        needs=Permission.PROPOSALS_EDIT,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound, DocumentSettled, DecisionUnderWay],
        status=202,
        example=AGAIN,
    ),
)
async def read_document_again(
    document_id: DocumentId, version: IfMatch, caller: Caller, response: Response
) -> DocumentRead:
    """Have the agent read a document once more: an exchange rate was recorded, a vendor made, the reader improved.

    What is proposed for it and waits is withdrawn, what people were asked about it is closed, and what had been read is
    gone: whatever comes of the new reading takes their place, also where that comes to nothing. Follow the document's
    `status`. A document that has become a bill, was split or was rejected stays as it is.
    """
    document = await caller.execute(read_again, ReadAgain(document_id=document_id, version=version))
    set_etag(response, document.version)
    return document
