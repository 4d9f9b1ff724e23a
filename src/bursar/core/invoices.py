"""The neutral e-invoice: the semantic model of EN 16931-1 in plain terms, whatever the syntax it arrived in.

Every value is what the document says, not what it should say: amounts are decimals exactly as written, dates are dates,
and a value that is absent or cannot be read is None. What could not be read is listed in `Invoice.problems`; where each
value stood is in `Invoice.places`. The comments name the business term (BT) or group (BG) of EN 16931-1:2017.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, TypeAlias

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
CREDIT_NOTE_TYPES: Final = frozenset(
    {"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An identifier and the scheme that gives it meaning (ISO 6523 ICD, EAS or UNTDID 7143 list)."""

    value: str
    scheme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address (BG-5, BG-8, BG-12, BG-15)."""

    street: str | None = None  # BT-35, BT-50, BT-64, BT-75: first line.
    additional_street: str | None = None  # BT-36, BT-51, BT-65, BT-76: second line.
    extra_line: str | None = None  # BT-162, BT-163, BT-164, BT-165: third line.
    city: str | None = None  # BT-37, BT-52, BT-66, BT-77.
    postal_code: str | None = None  # BT-38, BT-53, BT-67, BT-78.
    region: str | None = None  # BT-39, BT-54, BT-68, BT-79: country subdivision.
    country: str | None = None  # BT-40, BT-55, BT-69, BT-80: ISO 3166-1 alpha-2.


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask (BG-6, BG-9)."""

    name: str | None = None  # BT-41, BT-56.
    phone: str | None = None  # BT-42, BT-57.
    email: str | None = None  # BT-43, BT-58.


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A seller (BG-4), buyer (BG-7), payee (BG-10), the seller's tax representative (BG-11) or a deliver-to party."""

    name: str | None = None  # BT-27, BT-44, BT-59, BT-62, BT-70.
    trading_name: str | None = None  # BT-28, BT-45: the name it is known by, other than its legal name.
    ids: tuple[Identifier, ...] = ()  # BT-29, BT-46, BT-60.
    legal_id: Identifier | None = None  # BT-30, BT-47, BT-61: number in the companies' register.
    vat_id: str | None = None  # BT-31, BT-48, BT-63: with its country prefix, as written.
    tax_registration_id: str | None = None  # BT-32: local tax number, or a statement of the tax status.
    legal_information: str | None = None  # BT-33.
    endpoint: Identifier | None = None  # BT-34, BT-49: electronic address.
    address: Address | None = None
    contact: Contact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of days, both ends included (BG-14, BG-26)."""

    start: date | None = None  # BT-73, BT-134.
    end: date | None = None  # BT-74, BT-135.


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where, when and to whom goods or services went (BG-13)."""

    party_name: str | None = None  # BT-70.
    location_id: Identifier | None = None  # BT-71.
    date: date | None = None  # BT-72.
    address: Address | None = None  # BG-15.


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Free text for the whole document (BG-1)."""

    text: str  # BT-22.
    subject_code: str | None = None  # BT-21: UNTDID 4451.


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedingInvoice:
    """An earlier invoice that this document corrects or settles (BG-3)."""

    number: str | None = None  # BT-25.
    issue_date: date | None = None  # BT-26.


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentReference:
    """A supporting document, linked or embedded (BG-24). Embedded bytes stay in the file; only their names are read."""

    id: str | None = None  # BT-122.
    description: str | None = None  # BT-123.
    url: str | None = None  # BT-124.
    filename: str | None = None  # BT-125-2.
    mime: str | None = None  # BT-125-1.


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentMeans:
    """How the seller wishes to be paid (BG-16 to BG-19); one entry for each account."""

    code: str | None = None  # BT-81: UNTDID 4461.
    text: str | None = None  # BT-82.
    reference: str | None = None  # BT-83: remittance information.
    account: str | None = None  # BT-84: IBAN, or a national account number.
    account_name: str | None = None  # BT-85.
    bic: str | None = None  # BT-86.
    card_number: str | None = None  # BT-87: the masked primary account number.
    card_holder: str | None = None  # BT-88.
    mandate_reference: str | None = None  # BT-89.
    debited_account: str | None = None  # BT-91.


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowanceCharge:
    """A reduction or a surcharge, of the document (BG-20, BG-21) or of one line (BG-27, BG-28)."""

    is_charge: bool
    amount: Decimal | None = None  # BT-92, BT-99, BT-136, BT-141: without tax, never signed by its kind.
    base: Decimal | None = None  # BT-93, BT-100, BT-137, BT-142.
    percent: Decimal | None = None  # BT-94, BT-101, BT-138, BT-143: 20 means 20 %.
    reason: str | None = None  # BT-97, BT-104, BT-139, BT-144.
    reason_code: str | None = None  # BT-98, BT-105, BT-140, BT-145: UNTDID 5189 or 7161.
    tax_category: str | None = None  # BT-95, BT-102: UNTDID 5305, only for the document.
    tax_rate: Decimal | None = None  # BT-96, BT-103: percent.


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxBreakdown:
    """One group of the tax summary (BG-23)."""

    base: Decimal | None = None  # BT-116.
    tax: Decimal | None = None  # BT-117.
    category: str | None = None  # BT-118: UNTDID 5305.
    rate: Decimal | None = None  # BT-119: percent.
    exemption_reason: str | None = None  # BT-120.
    exemption_code: str | None = None  # BT-121: VATEX.
    scheme: str | None = None  # BT-118-1: VAT, or GST where a profile allows it.


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """What kind of item it is, in a list such as UNSPSC or CPV (BT-158)."""

    code: str
    list_id: str | None = None  # BT-158-1: UNTDID 7143.
    list_version: str | None = None  # BT-158-2.


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A property of an item (BG-32)."""

    name: str  # BT-160.
    value: str | None = None  # BT-161.


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One thing invoiced (BG-25)."""

    id: str | None = None  # BT-126.
    note: str | None = None  # BT-127.
    object_id: Identifier | None = None  # BT-128: the object the line is about, such as a meter.
    quantity: Decimal | None = None  # BT-129.
    unit: str | None = None  # BT-130: UN/ECE Recommendation 20 or 21.
    net_amount: Decimal | None = None  # BT-131.
    order_line_reference: str | None = None  # BT-132.
    accounting_cost: str | None = None  # BT-133: the buyer's accounting reference.
    period: Period | None = None  # BG-26.
    allowances_charges: tuple[AllowanceCharge, ...] = ()  # BG-27, BG-28.
    price: Decimal | None = None  # BT-146: net price of `base_quantity` units.
    price_discount: Decimal | None = None  # BT-147: already taken off the net price.
    gross_price: Decimal | None = None  # BT-148.
    base_quantity: Decimal | None = None  # BT-149.
    base_quantity_unit: str | None = None  # BT-150.
    tax_category: str | None = None  # BT-151: UNTDID 5305.
    tax_rate: Decimal | None = None  # BT-152: percent.
    item_name: str | None = None  # BT-153.
    item_description: str | None = None  # BT-154.
    seller_item_id: str | None = None  # BT-155.
    buyer_item_id: str | None = None  # BT-156.
    standard_item_id: Identifier | None = None  # BT-157.
    classifications: tuple[Classification, ...] = ()  # BT-158.
    origin_country: str | None = None  # BT-159: ISO 3166-1 alpha-2.
    attributes: tuple[Attribute, ...] = ()  # BG-32.
    exemption_reason: str | None = None  # Not in EN 16931 on lines; syntaxes carry it.
    exemption_code: str | None = None  # The same, as a VATEX code.
    status: str | None = None  # Factur-X EXTENDED: DETAIL, or GROUP and INFORMATION, whose amounts are not added up.


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTotals:
    """The totals as the document states them (BG-22)."""

    line_net: Decimal | None = None  # BT-106: sum of the lines' net amounts.
    allowances: Decimal | None = None  # BT-107.
    charges: Decimal | None = None  # BT-108.
    tax_exclusive: Decimal | None = None  # BT-109.
    tax: Decimal | None = None  # BT-110.
    tax_in_tax_currency: Decimal | None = None  # BT-111.
    tax_inclusive: Decimal | None = None  # BT-112.
    prepaid: Decimal | None = None  # BT-113.
    rounding: Decimal | None = None  # BT-114.
    payable: Decimal | None = None  # BT-115.


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentDiscount:
    """A discount for paying early, as data: Factur-X EXTENDED has it, EN 16931 only words for it (BT-20)."""

    percent: Decimal | None = None
    amount: Decimal | None = None
    basis: Decimal | None = None  # What the percentage is of; all that is to be paid where it is not said.
    period: Decimal | None = None
    unit: str | None = None  # Of the period: UN/ECE recommendation 20, or DAY.
    counted_from: date | None = None  # Where the period begins; the issue date where it is not said.


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProblem:
    """A value that stands in the document but cannot be read."""

    # Without a value: amount_, date_, flag_unreadable, flag_missing; with one: date_format_unknown, currency_mixed,
    # currency_only_on_amounts, value_contradicted.
    code: str
    field: str  # Field path, as in `Invoice.places`.
    place: str  # XPath.
    raw: str  # What stands there, cut to a bearable length.


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An electronic invoice or credit note.

    The mapping `places` takes a field path ("seller.name", "lines[0].net_amount") to the absolute XPath it was read
    from, with the customary prefixes (cac, cbc, rsm, ram, udt) and a position where siblings share a name.
    """

    syntax: str  # "ubl", "cii" or "zugferd1".
    is_credit_note: bool = False  # By document element or type code (UNTDID 1001).
    customization: str | None = None  # BT-24: specification identifier.
    process: str | None = None  # BT-23: business process type.
    number: str | None = None  # BT-1.
    issue_date: date | None = None  # BT-2.
    type_code: str | None = None  # BT-3: UNTDID 1001.
    currency: str | None = None  # BT-5: ISO 4217.
    tax_currency: str | None = None  # BT-6.
    tax_point_date: date | None = None  # BT-7.
    tax_point_code: str | None = None  # BT-8: UNTDID 2005 or 2475.
    due_date: date | None = None  # BT-9.
    buyer_reference: str | None = None  # BT-10.
    project_reference: str | None = None  # BT-11.
    contract_reference: str | None = None  # BT-12.
    order_reference: str | None = None  # BT-13: purchase order.
    sales_order_reference: str | None = None  # BT-14.
    receiving_reference: str | None = None  # BT-15: receiving advice.
    despatch_reference: str | None = None  # BT-16: despatch advice.
    tender_reference: str | None = None  # BT-17: tender or lot.
    object_id: Identifier | None = None  # BT-18: what the invoice is about, such as a subscription.
    accounting_cost: str | None = None  # BT-19: the buyer's accounting reference.
    payment_terms: str | None = None  # BT-20.
    payment_discounts: tuple[PaymentDiscount, ...] = ()
    notes: tuple[Note, ...] = ()  # BG-1.
    preceding_invoices: tuple[PrecedingInvoice, ...] = ()  # BG-3.
    seller: Party | None = None  # BG-4.
    buyer: Party | None = None  # BG-7.
    payee: Party | None = None  # BG-10.
    tax_representative: Party | None = None  # BG-11.
    delivery: Delivery | None = None  # BG-13.
    period: Period | None = None  # BG-14.
    payment_means: tuple[PaymentMeans, ...] = ()  # BG-16.
    creditor_id: str | None = None  # BT-90: bank assigned creditor identifier.
    allowances_charges: tuple[AllowanceCharge, ...] = ()  # BG-20, BG-21.
    totals: StatedTotals = field(default_factory=StatedTotals)  # BG-22.
    tax_breakdown: tuple[TaxBreakdown, ...] = ()  # BG-23.
    attachments: tuple[AttachmentReference, ...] = ()  # BG-24.
    lines: tuple[InvoiceLine, ...] = ()  # BG-25.
    places: Mapping[str, str] = field(default_factory=lambda: NOTHING, repr=False)
    problems: tuple[ReadProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadField:
    """One value that was read: its field path, the value as plain text and the XPath it stood at ("" if derived)."""

    path: str
    value: str
    place: str


NOT_FIELDS: Final = frozenset({"places", "problems"})
Leaf: TypeAlias = str | bool | date | Decimal


def fields(invoice: Invoice) -> tuple[ReadField, ...]:
    """Return every value of the invoice that is present, in the order of the model, as path, text and place.

    Amounts are plain decimals without an exponent, dates are ISO 8601, flags are "true" or "false".
    """
    places = invoice.places
    return tuple(ReadField(path, text, places.get(path, "")) for path, text in _leaves(invoice, ""))


def to_json(invoice: Invoice) -> dict[str, object]:
    """Return the invoice as nested objects and lists of strings and flags; what is absent is left out."""
    return {name: tree for name, value in _present(invoice) if (tree := _tree(value)) not in ({}, [])}


def plain(value: Leaf) -> str:
    """Write one value as text: decimals without an exponent, dates in ISO 8601, flags as "true" or "false"."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value if isinstance(value, str) else value.isoformat()


def _present(record: Any) -> Iterator[tuple[str, object]]:
    for name in record.__dataclass_fields__:
        if name not in NOT_FIELDS:
            value = getattr(record, name)
            if value is not None:
                yield name, value


def _leaves(record: object, prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in _present(record):
        path = f"{prefix}{name}"
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from _leaves(item, f"{path}[{index}].")
        elif isinstance(value, (str, bool, date, Decimal)):
            yield path, plain(value)
        else:
            yield from _leaves(value, f"{path}.")


def _tree(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, (str, date, Decimal)):
        return plain(value)
    if isinstance(value, tuple):
        return [_tree(item) for item in value]
    return {name: tree for name, item in _present(value) if (tree := _tree(item)) not in ({}, [])}
