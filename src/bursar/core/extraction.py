"""What a document says, value by value: how each was read, where it stands, and what speaks for it.

The same shape holds whatever the document is: an e-invoice (places are XPaths), a PDF with text, a scanned page, or a
model's answer that was found again in the text (places are pages and boxes).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeAlias

# The header, in the order people read it. Dates are ISO 8601, amounts and rates plain decimals, codes as in EN 16931.
HEADER: Final = (
    "invoice_number",  # BT-1.
    "type_code",  # BT-3: 380 an invoice, 381 a credit note.
    "issue_date",  # BT-2.
    "due_date",  # BT-9.
    "delivery_date",  # BT-72.
    "currency",  # BT-5: ISO 4217.
    "net",  # BT-109: without tax.
    "tax",  # BT-110.
    "gross",  # BT-112: with tax.
    "prepaid",  # BT-113.
    "payable",  # BT-115.
    "seller_name",  # BT-27.
    "seller_tax_id",  # BT-31, else BT-32.
    "seller_email",  # BT-43.
    "buyer_name",  # BT-44.
    "buyer_tax_id",  # BT-48.
    "iban",  # BT-84.
    "bic",  # BT-86.
    "payment_reference",  # BT-83.
    "payment_terms",  # BT-20.
    "order_reference",  # BT-13.
    "customer_number",  # BT-46: what the seller calls the buyer.
)
# BT-153, BT-155, BT-129, BT-130, BT-146, BT-152, BT-131.
LINE: Final = ("description", "item_id", "quantity", "unit", "unit_price", "tax_rate", "net")
GROUP: Final = ("rate", "base", "tax")  # BT-119, BT-116, BT-117.
# An allowance (below zero) or a charge on the whole document: BT-97 or BT-104, BT-92 or BT-99, BT-96 or BT-103.
CHARGE: Final = ("description", "amount", "tax_rate")


class Method(StrEnum):
    """How a value was read."""

    XML = "xml"
    EMBEDDED_XML = "embedded_xml"
    TEXT = "text"
    OCR = "ocr"
    MODEL = "model"


class Evidence(StrEnum):
    """What speaks for a value, each kind independent of the others; confidence counts kinds, never repetitions."""

    LABEL = "label"  # It stands beside words that name it.
    FORMAT = "format"  # It is written as only its kind of value is written.
    CHECKSUM = "checksum"  # Its check digits are right.
    ARITHMETIC = "arithmetic"  # Other values of the document add up with it.
    REPETITION = "repetition"  # It stands in another part of the document again.
    POSITION = "position"  # It stands where such values stand: a letterhead, a footer, a column.
    SOLE = "sole"  # Nothing else in the document could be it.
    AGREEMENT = "agreement"  # Another value says the same in other signs: a year in a number, a name in a host.
    MASTER_DATA = "master_data"  # We know it from before: a vendor's tax id, its account, its name.
    ATTACHMENT = "attachment"  # The data that came with the page says the same.


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in hundredths of a point from the top left corner of the page as it is shown."""

    left: int
    top: int
    right: int
    bottom: int

    def joined(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value: normalised in `value`, as written in `raw`, at a page and box or at an XPath.

    `confidence` is the calibrated probability that the value is right, from 0 to 1.
    """

    value: str
    raw: str
    method: Method
    page: int | None = None
    box: Box | None = None
    xpath: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: Decimal = Decimal(0)


Record: TypeAlias = Mapping[str, Value]
NOTHING: Final[Record] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was read from one document; what is not there has no entry.

    `fields` are keyed by `HEADER`, each of `lines` by `LINE`, of `tax_groups` by `GROUP`, of `charges` by `CHARGE`.
    """

    fields: Record = field(default_factory=lambda: NOTHING)
    lines: tuple[Record, ...] = ()
    tax_groups: tuple[Record, ...] = ()
    charges: tuple[Record, ...] = ()


def to_json(extraction: Extraction) -> dict[str, Any]:
    """Return the extraction as JSON values, the header in its order; a box is [left, top, right, bottom] in points."""
    return {
        "fields": _record_as_json({name: extraction.fields[name] for name in HEADER if name in extraction.fields}),
        "lines": [_record_as_json(line) for line in extraction.lines],
        "tax_groups": [_record_as_json(group) for group in extraction.tax_groups],
        "charges": [_record_as_json(charge) for charge in extraction.charges],
    }


def from_json(said: Mapping[str, Any]) -> Extraction:
    """Return the extraction that `to_json` wrote."""
    return Extraction(
        fields=_record(said["fields"]),
        lines=tuple(_record(line) for line in said["lines"]),
        tax_groups=tuple(_record(group) for group in said["tax_groups"]),
        charges=tuple(_record(charge) for charge in said["charges"]),
    )


def _record_as_json(record: Record) -> dict[str, Any]:
    return {name: value_as_json(value) for name, value in record.items()}


def value_as_json(value: Value) -> dict[str, Any]:
    """Return one value as JSON values."""
    box = value.box
    return {
        "value": value.value,
        "raw": value.raw,
        "method": value.method.value,
        "page": value.page,
        "box": [edge / 100 for edge in (box.left, box.top, box.right, box.bottom)] if box else None,
        "xpath": value.xpath,
        "evidence": [evidence.value for evidence in value.evidence],
        "confidence": str(value.confidence),
    }


def _record(said: Mapping[str, Any]) -> Record:
    return {name: value_from_json(one) for name, one in said.items()}


def value_from_json(said: Mapping[str, Any]) -> Value:
    """Return the value that `value_as_json` wrote."""
    return Value(
        value=said["value"],
        raw=said["raw"],
        method=Method(said["method"]),
        page=said["page"],
        box=Box(*(round(edge * 100) for edge in said["box"])) if said["box"] else None,
        xpath=said["xpath"],
        evidence=tuple(Evidence(one) for one in said["evidence"]),
        confidence=Decimal(said["confidence"]),
    )
