"""Peppol BIS Billing 3 in UBL: what it asks of sellers of Denmark."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bursar.core.en16931.engine import Severity
from bursar.core.en16931.patterns import Agrees, ElementRule, down
from bursar.core.en16931.peppol_reading import (
    BUYER,
    SELLER,
    Test,
    both_in,
    country,
    said,
    sold_from,
    sold_within,
)
from bursar.core.en16931.terms import Element, decimal

_DANISH_MEANS: Final = frozenset("1 10 31 42 48 49 50 58 59 93 97".split())  # noqa: SIM905

_CLEARING: Final = "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID"

_ACCOUNT: Final = "cac:PayeeFinancialAccount/cbc:ID"


def _number(text: str) -> Decimal | None:
    return decimal(text)


def _danish_scheme(root: Element) -> bool:
    ids = down(root, f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID")
    return not ids or ids[0].attribute("schemeID") == "0184"


def _danish_credit(root: Element) -> bool:
    amount = _number(said(root, "cac:LegalMonetaryTotal/cbc:PayableAmount"))
    return root.name != "cn:CreditNote" or country(root, BUYER) != "DK" or amount is None or amount >= 0


def _when(codes: frozenset[str], test: Test) -> Test:
    return lambda means: said(means, "cbc:PaymentMeansCode") not in codes or test(means)


def _starts(means: Element, *kinds: str) -> bool:
    return said(means, "cbc:PaymentID").startswith(kinds)


def _long(means: Element, path: str, *lengths: int) -> bool:
    return len(said(means, path)) in lengths


def _danish_tax(charge: Element) -> bool:
    reason = said(charge, "cbc:AllowanceChargeReason")
    return said(charge, "cbc:AllowanceChargeReasonCode") != "ZZZ" or re.fullmatch(r"[0-9]{4}", reason) is not None


def _danish_catalogue(line: Element) -> bool:
    listed = down(line, "cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode")
    versions = {one.attributes.get("listVersionID") for one in listed}
    return all(one.attributes.get("listID") != "TST" for one in listed) or bool(versions & {"19.05.01", "19.0501"})


def _schemed(party_id: Element) -> bool:
    ids = party_id.all("cbc:ID")
    return not ids or bool(ids[0].attribute("schemeID"))


def _danish_means(test: Test) -> Agrees:
    """Make a test of the payment means of an invoice within Denmark; credit notes are not asked."""
    return lambda means, root: root.name == "cn:CreditNote" or not both_in(root, "DK") or test(means)


def _rule(
    id_: str, message: str, patterns: tuple[str, ...], agrees: Agrees, severity: Severity = "fatal"
) -> ElementRule:
    return ElementRule(id_, severity, message, patterns, agrees=agrees)


_ROOT: Final = (".",)
_INVOICE_MEANS: Final = ("cac:PaymentMeans",)
_LINES: Final = ("cac:InvoiceLine", "cac:CreditNoteLine")
_PARTY_IDS: Final = (f"{SELLER}/cac:PartyIdentification", f"{BUYER}/cac:PartyIdentification")


RULES: Final = (
    _rule(
        "DK-R-002",
        "A Danish seller has no CVR number.",
        _ROOT,
        sold_from("DK", lambda root: bool(said(root, f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID"))),
    ),
    _rule(
        "DK-R-003",
        "The catalogue of an item is not the version of Danish sellers.",
        _LINES,
        sold_within("DK", _danish_catalogue),
        "warning",
    ),
    _rule(
        "DK-R-004",
        "A Danish tax other than VAT is not said by its four digits.",
        ("//cac:AllowanceCharge",),
        sold_within("DK", _danish_tax),
    ),
    _rule(
        "DK-R-005",
        "The means of payment is not used within Denmark.",
        _INVOICE_MEANS,
        _danish_means(lambda means: said(means, "cbc:PaymentMeansCode") in _DANISH_MEANS),
    ),
    _rule(
        "DK-R-006",
        "A Danish transfer lacks the account or its registration number.",
        _INVOICE_MEANS,
        _danish_means(
            _when(frozenset({"31", "42"}), lambda means: bool(said(means, _ACCOUNT) and said(means, _CLEARING)))
        ),
    ),
    _rule(
        "DK-R-007",
        "A Danish direct debit lacks the mandate or the account.",
        _INVOICE_MEANS,
        _danish_means(
            _when(
                frozenset({"49"}),
                lambda means: bool(
                    said(means, "cac:PaymentMandate/cbc:ID")
                    and said(means, "cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID")
                ),
            )
        ),
    ),
    _rule(
        "DK-R-008",
        "A Danish giro payment lacks its kind or its account.",
        _INVOICE_MEANS,
        _danish_means(
            _when(frozenset({"50"}), lambda means: _starts(means, "01#", "04#", "15#") and _long(means, _ACCOUNT, 7))
        ),
    ),
    _rule(
        "DK-R-009",
        "A Danish giro payment has a reference of the wrong length.",
        _INVOICE_MEANS,
        _danish_means(
            _when(
                frozenset({"50"}), lambda means: not _starts(means, "04#", "15#") or _long(means, "cbc:PaymentID", 19)
            )
        ),
    ),
    _rule(
        "DK-R-010",
        "A Danish FIK payment lacks its kind or its creditor.",
        _INVOICE_MEANS,
        _danish_means(
            _when(frozenset({"93"}), lambda means: _starts(means, "71#", "73#", "75#") and _long(means, _ACCOUNT, 8))
        ),
    ),
    _rule(
        "DK-R-011",
        "A Danish FIK payment has a reference of the wrong length.",
        _INVOICE_MEANS,
        _danish_means(
            _when(
                frozenset({"93"}),
                lambda means: not _starts(means, "71#", "75#") or _long(means, "cbc:PaymentID", 18, 19),
            )
        ),
    ),
    _rule("DK-R-013", "A Danish party has an identifier without a scheme.", _PARTY_IDS, sold_within("DK", _schemed)),
    _rule("DK-R-014", "A Danish seller's registration is no CVR number.", _ROOT, sold_from("DK", _danish_scheme)),
    _rule("DK-R-016", "A Danish credit note is below zero.", _ROOT, sold_from("DK", _danish_credit)),
)
