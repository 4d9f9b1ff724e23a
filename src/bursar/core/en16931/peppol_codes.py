"""Peppol BIS Billing 3 in UBL: its code lists, formats of dates, check digits and types of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from bursar.core.en16931.codes import codes, currencies, documents, items, parties, payment
from bursar.core.en16931.patterns import Agrees, ElementRule, Keeps
from bursar.core.en16931.peppol_identifiers import BY_SCHEME
from bursar.core.en16931.peppol_reading import both_in, profile, said
from bursar.core.en16931.terms import Element

FIRST_PROFILE: Final = "01"
DANISH: Final = frozenset({"0184", "0096", "0198"})
DAY_LENGTH: Final = 10
INVOICE_TYPES: Final = codes(
    "71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877"
)
CREDIT_NOTE_TYPES: Final = codes("381 396 81 83 532")
GERMAN_TYPES: Final = frozenset({"326", "384"})
# An exemption reason that stands for one tax category only: the rule's number, the reason, the category.
EXEMPTIONS: Final = (
    ("P0104", "VATEX-EU-G", "G"),
    ("P0105", "VATEX-EU-O", "O"),
    ("P0106", "VATEX-EU-IC", "K"),
    ("P0107", "VATEX-EU-AE", "AE"),
    ("P0108", "VATEX-EU-D", "E"),
    ("P0109", "VATEX-EU-F", "E"),
    ("P0110", "VATEX-EU-I", "E"),
    ("P0111", "VATEX-EU-J", "E"),
)

_ADDRESSES: Final = parties.ADDRESS_SCHEMES - {"AN", "AQ", "AS", "AU", "EM"}
_DAYS: Final = ("IssueDate", "DueDate", "TaxPointDate", "StartDate", "EndDate", "ActualDeliveryDate")
_AMOUNTS: Final = (
    *("Amount", "BaseAmount", "PriceAmount", "TaxableAmount", "LineExtensionAmount", "TaxExclusiveAmount"),
    *("TaxInclusiveAmount", "AllowanceTotalAmount", "ChargeTotalAmount", "PrepaidAmount", "PayableRoundingAmount"),
    "PayableAmount",
)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _fatal(id_: str, message: str, patterns: tuple[str, ...], keeps: Keeps) -> ElementRule:
    return ElementRule(f"PEPPOL-{id_}", "fatal", message, patterns, keeps)


def _with_document(id_: str, message: str, patterns: tuple[str, ...], agrees: Agrees) -> ElementRule:
    return ElementRule(f"PEPPOL-{id_}", "fatal", message, patterns, agrees=agrees)


def _checked(scheme: str, check: Callable[[str], bool]) -> Keeps:
    exact = scheme in DANISH  # White space counts there.

    def keeps(identifier: Element) -> bool:
        if identifier.attributes.get("schemeID") != scheme:
            return True
        return check(identifier.written if exact else " ".join(identifier.text.split()))

    return keeps


def _is_day(element: Element) -> bool:
    return len(element.written) == DAY_LENGTH and _day(element.written) is not None


def _in_profile(types: frozenset[str]) -> Agrees:
    return lambda code, root: profile(root) != FIRST_PROFILE or " ".join(code.text.split()) in types


def _among_germans(code: Element, root: Element) -> bool:
    return " ".join(code.text.split()) not in GERMAN_TYPES or both_in(root, "DE")


def _reasons(indicator: str, listed: frozenset[str]) -> Keeps:
    def keeps(charge: Element) -> bool:
        if all(one.written != indicator for one in charge.all("cbc:ChargeIndicator")):
            return True
        return all(" ".join(one.text.split()) in listed for one in charge.all("cbc:AllowanceChargeReasonCode"))

    return keeps


def _exempt(reason: str, category: str) -> Keeps:
    def keeps(tax: Element) -> bool:
        told = any(one.written.upper() == reason for one in tax.all("cbc:TaxExemptionReasonCode"))
        return not told or said(tax, "cbc:ID") == category

    return keeps


def _common() -> Iterator[ElementRule]:
    for scheme, (rule, fatal, check) in BY_SCHEME.items():
        places = ("//cbc:EndpointID", "//cac:PartyIdentification/cbc:ID", "//cbc:CompanyID")
        yield ElementRule(
            f"PEPPOL-COMMON-{rule}",
            "fatal" if fatal else "warning",
            f"An identifier is not written as its scheme {scheme} wants it, or its check digits are wrong.",
            places[:1] if scheme == "9907" else places,
            _checked(scheme, check),
        )


def _exemptions() -> Iterator[ElementRule]:
    for rule, reason, category in EXEMPTIONS:
        message = f"The exemption {reason} belongs to the tax category {category}."
        yield _fatal(f"EN16931-{rule}", message, ("//cac:TaxCategory",), _exempt(reason, category))


RULES: Final = (
    *_common(),
    _fatal(
        "EN16931-CL001",
        "The media type of an attachment is not in the list.",
        ("//cbc:EmbeddedDocumentBinaryObject",),
        lambda one: one.attributes.get("mimeCode", "text/csv") in items.MEDIA_TYPES,
    ),
    _fatal(
        "EN16931-CL002",
        "The reason of an allowance is not in the list.",
        ("//cac:AllowanceCharge",),
        _reasons("false", payment.ALLOWANCE_REASONS),
    ),
    _fatal(
        "EN16931-CL003",
        "The reason of a charge is not in the list.",
        ("//cac:AllowanceCharge",),
        _reasons("true", payment.CHARGE_REASONS),
    ),
    _fatal(
        "EN16931-CL006",
        "What sets the tax point is not in the list.",
        ("//cac:InvoicePeriod/cbc:DescriptionCode",),
        lambda one: one.text in documents.TAX_POINT_DATES,
    ),
    _fatal(
        "EN16931-CL007",
        "The currency of an amount is not in the list.",
        tuple(f"//cbc:{one}" for one in (*_AMOUNTS, "TaxAmount")),
        lambda one: one.attributes.get("currencyID") in currencies.CURRENCIES,
    ),
    _fatal(
        "EN16931-CL008",
        "The scheme of an electronic address is not in the list.",
        ("//cbc:EndpointID",),
        lambda one: one.attributes.get("schemeID", "0088") in _ADDRESSES,
    ),
    _fatal("EN16931-F001", "A date is not written as YYYY-MM-DD.", tuple(f"//cbc:{one}" for one in _DAYS), _is_day),
    _with_document(
        "EN16931-P0100",
        "The type of the invoice is not one of its process.",
        ("//cbc:InvoiceTypeCode",),
        _in_profile(INVOICE_TYPES),
    ),
    _with_document(
        "EN16931-P0101",
        "The type of the credit note is not one of its process.",
        ("//cbc:CreditNoteTypeCode",),
        _in_profile(CREDIT_NOTE_TYPES),
    ),
    _with_document(
        "EN16931-P0112",
        "Partial and corrected invoices (326, 384) are for Germany only.",
        ("//cbc:InvoiceTypeCode",),
        _among_germans,
    ),
    *_exemptions(),
)
