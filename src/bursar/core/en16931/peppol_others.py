"""Peppol BIS Billing 3 in UBL: what it asks of sellers of Italy and the Netherlands."""

from __future__ import annotations

import re
from typing import Final

from bursar.core.en16931.engine import Severity
from bursar.core.en16931.patterns import Agrees, ElementRule, down, within
from bursar.core.en16931.peppol_reading import (
    BUYER,
    SELLER,
    country,
    has,
    said,
    sold_from,
    sold_within,
    taxed_in,
)
from bursar.core.en16931.terms import Element, decimal

_PARTIES: Final = ("//cac:AccountingSupplierParty/cac:Party",)

_ADDRESS: Final = (
    "cac:PostalAddress/cbc:StreetName",
    "cac:PostalAddress/cbc:CityName",
    "cac:PostalAddress/cbc:PostalZone",
)

_ITALIAN: Final = re.compile(r"[A-Z0-9]{11,16}")

_DUTCH_MEANS: Final = frozenset({"30", "48", "49", "57", "58", "59"})

_DUTCH_SCHEMES: Final = frozenset({"0106", "0190"})


def _italian_tax_id(part: Element) -> bool:
    other = any(" ".join(one.text.split()) != "VAT" for one in down(part, "cac:TaxScheme/cbc:ID"))
    return not other or _ITALIAN.fullmatch(said(part, "cbc:CompanyID")) is not None


def _dutch_registration(identifier: Element) -> bool:
    return bool(_DUTCH_SCHEMES & set(identifier.attribute("schemeID").split())) and bool(identifier.text)


def _dutch_means(root: Element) -> bool:
    amount = decimal(said(root, "cac:LegalMonetaryTotal/cbc:PayableAmount"))
    if amount is None or next(within(root, "cac:PaymentMeans"), None) is not None:
        return True
    return amount >= 0 if root.name == "cn:CreditNote" else amount <= 0


def _rule(
    id_: str, message: str, patterns: tuple[str, ...], agrees: Agrees, severity: Severity = "fatal"
) -> ElementRule:
    return ElementRule(id_, severity, message, patterns, agrees=agrees)


_ROOT: Final = (".",)
_MEANS: Final = ("//cac:PaymentMeans",)
ITALY: Final = (
    _rule(
        "IT-R-001",
        "The tax registration of an Italian seller has the wrong length.",
        (f"{_PARTIES[0]}/cac:PartyTaxScheme",),
        taxed_in("IT", _italian_tax_id),
    ),
    _rule("IT-R-002", "The address of an Italian seller has no street.", _PARTIES, taxed_in("IT", has(_ADDRESS[0]))),
    _rule("IT-R-003", "The address of an Italian seller has no city.", _PARTIES, taxed_in("IT", has(_ADDRESS[1]))),
    _rule("IT-R-004", "The address of an Italian seller has no post code.", _PARTIES, taxed_in("IT", has(_ADDRESS[2]))),
)
NETHERLANDS: Final = (
    _rule(
        "NL-R-001",
        "A Dutch credit note names no invoice.",
        _ROOT,
        sold_from(
            "NL",
            lambda root: (
                not root.all("cbc:CreditNoteTypeCode")
                or bool(down(root, "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"))
            ),
        ),
    ),
    _rule(
        "NL-R-002",
        "The address of a Dutch seller is not complete.",
        _PARTIES,
        sold_from("NL", lambda party: not party.all("cac:PostalAddress") or has(*_ADDRESS)(party)),
    ),
    _rule(
        "NL-R-003",
        "A Dutch seller's registration is neither KVK nor OIN.",
        (f"{_PARTIES[0]}/cac:PartyLegalEntity/cbc:CompanyID",),
        sold_from("NL", _dutch_registration),
    ),
    _rule(
        "NL-R-004",
        "The address of a Dutch buyer is not complete.",
        (f"//{BUYER}",),
        sold_within("NL", lambda party: not party.all("cac:PostalAddress") or has(*_ADDRESS)(party)),
    ),
    _rule(
        "NL-R-005",
        "A Dutch buyer's registration is neither KVK nor OIN.",
        (f"//{BUYER}/cac:PartyLegalEntity/cbc:CompanyID",),
        sold_within("NL", _dutch_registration),
    ),
    _rule(
        "NL-R-006",
        "The address of a Dutch tax representative is not complete.",
        ("//cac:TaxRepresentativeParty",),
        sold_from(
            "NL",
            lambda party: (
                said(party, "cac:PostalAddress/cac:Country/cbc:IdentificationCode").upper() != "NL"
                or has(*_ADDRESS)(party)
            ),
        ),
    ),
    _rule("NL-R-007", "A Dutch invoice to be paid names no means of payment.", _ROOT, sold_from("NL", _dutch_means)),
    _rule(
        "NL-R-008",
        "The means of payment is not used within the Netherlands.",
        _MEANS,
        sold_within("NL", lambda means: said(means, "cbc:PaymentMeansCode") in _DUTCH_MEANS),
    ),
    _rule(
        "NL-R-009",
        "A line refers to the line of an order that is not named.",
        ("//cac:OrderLineReference/cbc:LineID",),
        lambda _line, root: country(root, SELLER) != "NL" or bool(down(root, "cac:OrderReference/cbc:ID")),
    ),
)
RULES: Final = (*ITALY, *NETHERLANDS)
