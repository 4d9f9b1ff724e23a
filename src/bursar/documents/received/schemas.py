"""Documents on the wire."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from bursar.kit.wire import Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import BillId, DocumentId, LegalEntityId, UserId

Status = Literal["received", "proposed", "needs_attention", "posted", "rejected", "split"]


class ReceiveDocument(Input):
    """A file whose bytes are kept already."""

    legal_entity_id: LegalEntityId | None = None
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
    size_bytes: int = Field(gt=0)
    media_type: Text
    filename: Text


class DocumentPart(Input):
    """Pages that are one invoice, as a file that is kept already."""

    first_page: int = Field(ge=1)
    last_page: int = Field(ge=1)
    number: Text = Field(description="The invoice's number in the head of its pages.")
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
    size_bytes: int = Field(gt=0)


class SplitDocument(Input):
    """A document that holds several invoices, and the pages of each."""

    document_id: DocumentId
    parts: list[DocumentPart] = Field(min_length=2, max_length=100)


class DocumentSplit(Output):
    """A document that was split, and the documents that its parts are, in their order."""

    id: DocumentId
    part_ids: tuple[DocumentId, ...]


class DocumentFilter(PageParams):
    """Which documents to list."""

    status: Status | None = None
    split_from_id: DocumentId | None = None


class DocumentRead(Output):
    """A file as it was received, and how far it got."""

    id: DocumentId
    legal_entity_id: LegalEntityId
    filename: str
    media_type: str
    size_bytes: int
    sha256: str
    status: Status
    reason_codes: list[str] = Field(description="Why it needs attention; stable codes.")
    bill_id: BillId | None
    split_from_id: DocumentId | None = Field(None, description="The document whose pages these are.")
    first_page: int | None = Field(None, description="Of that document, from 1.")
    last_page: int | None = None
    times_received: int
    duplicate: bool = Field(description="Whether these bytes had been received before.")
    uploaded_by: UserId
    received_at: datetime
    updated_at: datetime
    version: int


class ReadFieldRead(Output):
    """One value that was read, and where it stands."""

    field: str = Field(description="Path in the invoice, such as `lines[0].net_amount`.", examples=["seller.name"])
    value: str
    method: str = Field(description="How it was read: `xml`, `embedded_xml`, `text`, `ocr` or `model`.")
    place: str = Field(description="XPath in the data, or page and box in words; empty where derived.")
    raw: str | None = Field(None, description="As it is written on the page.")
    page: int | None = Field(None, description="From 1, where it was read from a page.")
    box: tuple[float, float, float, float] | None = Field(
        None, description="Left, top, right, bottom in points from the top left corner of the page."
    )
    evidence: list[str] = Field(default_factory=list, description="What speaks for it, each kind once.")
    confidence: Decimal | None = Field(None, description="Calibrated chance that it is right; null for data.")


class CheckRead(Output):
    """One check of what was read."""

    code: str
    passed: bool
    severity: Literal["error", "warning", "info"]
    message: str
    expected: str | None
    actual: str | None
    field: str | None


class DocumentReading(Output):
    """What was read from a document, and how it stood up to the checks."""

    document_id: DocumentId
    format: str
    fields: tuple[ReadFieldRead, ...]
    checks: tuple[CheckRead, ...]
    read_at: datetime

    @classmethod
    def from_row(cls, row: Any) -> "DocumentReading":
        """Return a reading's row as it is put on the wire."""
        return cls(
            document_id=row.document_id,
            format=row.format,
            fields=tuple(ReadFieldRead.model_construct(**_shown(one)) for one in row.fields),
            checks=tuple(CheckRead.model_construct(**one) for one in row.checks),
            read_at=row.read_at,
        )


class RuleFailure(Output):
    """A rule that the document breaks."""

    rule: str = Field(description="Its id in EN 16931, Peppol BIS or XRechnung.", examples=["BR-CO-15"])
    severity: Literal["fatal", "warning", "information"]
    message: str
    xpath: str = Field(description="Where.")
    terms: tuple[str, ...] = Field(description="Business terms and groups of EN 16931 that it is about.")


class DocumentValidation(Output):
    """Whether an e-invoice keeps the rules of EN 16931 and of the profile that it names."""

    file: str
    format: str = Field(examples=["ubl_invoice"])
    profile: str = Field(description="The strictest rules that it was held to.", examples=["peppol"])
    valid: bool = Field(description="No fatal rule is broken.")
    failures: tuple[RuleFailure, ...] = Field(description="At most 100 of each rule.")


def _shown(field: dict[str, Any]) -> dict[str, Any]:
    confidence, box = field.get("confidence"), field.get("box")
    return {
        **field,
        "box": None if box is None else tuple(box),
        "confidence": None if confidence is None else Decimal(confidence),
    }
