"""Peppol BIS Billing 3 in UBL: what it asks of sellers of Norway, Sweden and Iceland."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from bursar.core.en16931.engine import Severity
from bursar.core.en16931.patterns import Agrees, ElementRule, down
from bursar.core.en16931.peppol_identifiers import is_swedish, mod11
from bursar.core.en16931.peppol_reading import (
    BUYER,
    SELLER,
    Test,
    country,
    has,
    said,
    sold_from,
    sold_within,
    tax_ids,
    taxed_in,
)
from bursar.core.en16931.terms import Element, decimal

_PARTIES: Final = ("//cac:AccountingSupplierParty/cac:Party",)

_ADDRESS: Final = (
    "cac:PostalAddress/cbc:StreetName",
    "cac:PostalAddress/cbc:CityName",
    "cac:PostalAddress/cbc:PostalZone",
)

_NORWEGIAN: Final = re.compile(r"NO[0-9]{9}MVA")

_SWEDISH_RATES: Final = frozenset({Decimal(25), Decimal(12), Decimal(6)})

_SWEDISH_VAT_LENGTH: Final = 14

_SWEDISH_LENGTH: Final = 10

_CLEARING: Final = "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID"

_ACCOUNT: Final = "cac:PayeeFinancialAccount/cbc:ID"

_ICELANDIC_ACCOUNT: Final = 12

_LAST_DAY: Final = "EINDAGI"


def _number(text: str) -> Decimal | None:
    return decimal(text)


def _norwegian_vat(party: Element) -> bool:
    return all(
        _NORWEGIAN.fullmatch(one.written) is not None and mod11(one.written[2:11])
        for one in tax_ids(party, "VAT")
        if one.written.startswith("NO")
    )


def _norwegian_register(party: Element) -> bool:
    return any(" ".join(one.text.split()) == "Foretaksregisteret" for one in tax_ids(party, "TAX"))


def _long(means: Element, path: str, *lengths: int) -> bool:
    return len(said(means, path)) in lengths


def _swedish(party: Element) -> bool:
    return said(party, "cac:PostalAddress/cac:Country/cbc:IdentificationCode") == "SE"


def _swedish_vat(party: Element) -> str:
    """Return the Swedish VAT identifier of a Swedish seller, "" if there is none."""
    ids = [" ".join(one.text.split()) for one in tax_ids(party, "VAT") if one.written.startswith("SE")]
    return ids[0] if ids and _swedish(party) else ""


def _swedish_number(test: Callable[[str], bool]) -> Test:
    def keeps(party: Element) -> bool:
        ids = down(party, "cac:PartyLegalEntity/cbc:CompanyID")
        return not _swedish(party) or all(test(" ".join(one.text.split())) for one in ids)

    return keeps


def _f_tax(party: Element) -> bool:
    if not _swedish(party) or not down(party, "cac:PartyLegalEntity/cbc:CompanyID"):
        return True
    others = [
        one
        for part in party.all("cac:PartyTaxScheme")
        if said(part, "cac:TaxScheme/cbc:ID").upper() != "VAT"
        for one in part.all("cbc:CompanyID")
    ]
    return all(" ".join(one.text.upper().split()) == "GODKÄND FÖR F-SKATT" for one in others)


def _swedish_rate(category: Element, root: Element) -> bool:
    if said(category, "cbc:ID") != "S" or not any(_swedish_vat(one) for one in down(root, SELLER)):
        return True
    return _number(said(category, "cbc:Percent")) in _SWEDISH_RATES


def _giro(clearing: str, test: Callable[[str], bool]) -> Agrees:
    def agrees(means: Element, root: Element) -> bool:
        meant = said(means, "cbc:PaymentMeansCode") == "30" and said(means, _CLEARING) == clearing
        return country(root, SELLER) != "SE" or not meant or all(test(one.text) for one in down(means, _ACCOUNT))

    return agrees


def _numeric(text: str) -> bool:
    return _number(text) is not None


def _icelandic_id(party: str) -> Test:
    def keeps(root: Element) -> bool:
        ids = down(root, f"{party}/cac:PartyLegalEntity/cbc:CompanyID")
        return any(one.attributes.get("schemeID") == "0196" for one in ids)

    return keeps


def _icelandic_account(code: str) -> Test:
    def keeps(root: Element) -> bool:
        meant = [one for one in root.all("cac:PaymentMeans") if said(one, "cbc:PaymentMeansCode") == code]
        return not meant or any(_long(one, _ACCOUNT, _ICELANDIC_ACCOUNT) for one in meant)

    return keeps


def _last_days(root: Element) -> Sequence[str]:
    return [
        said(one, "cbc:ID")
        for one in root.all("cac:AdditionalDocumentReference")
        if said(one, "cbc:DocumentDescription") == _LAST_DAY
    ]


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _rule(
    id_: str, message: str, patterns: tuple[str, ...], agrees: Agrees, severity: Severity = "fatal"
) -> ElementRule:
    return ElementRule(id_, severity, message, patterns, agrees=agrees)


_ROOT: Final = (".",)
_MEANS: Final = ("//cac:PaymentMeans",)
_CATEGORIES: Final = ("//cac:TaxCategory", "//cac:ClassifiedTaxCategory")


def _alone(test: Test) -> Agrees:
    return lambda element, _root: test(element)


NORWAY: Final = (
    _rule("NO-R-001", "The VAT number of a Norwegian seller is wrong.", _PARTIES, taxed_in("NO", _norwegian_vat)),
    _rule(
        "NO-R-002",
        "A Norwegian seller does not say that it is registered.",
        _PARTIES,
        taxed_in("NO", _norwegian_register),
        "warning",
    ),
)
SWEDEN: Final = (
    _rule(
        "SE-R-001",
        "A Swedish VAT number does not have 14 characters.",
        _PARTIES,
        _alone(lambda party: len(_swedish_vat(party)) in {0, _SWEDISH_VAT_LENGTH}),
    ),
    _rule(
        "SE-R-002",
        "A Swedish VAT number does not end with digits.",
        _PARTIES,
        _alone(lambda party: not _swedish_vat(party) or _numeric(_swedish_vat(party)[2:14])),
    ),
    _rule(
        "SE-R-003",
        "A Swedish organisation number is not numeric.",
        _PARTIES,
        _alone(_swedish_number(_numeric)),
        "warning",
    ),
    _rule(
        "SE-R-004",
        "A Swedish organisation number does not have ten digits.",
        _PARTIES,
        _alone(_swedish_number(lambda text: len(text) == _SWEDISH_LENGTH)),
        "warning",
    ),
    _rule(
        "SE-R-005", "A Swedish seller's tax registration is not worded as the law wants it.", _PARTIES, _alone(_f_tax)
    ),
    _rule("SE-R-006", "A Swedish seller's standard rate is none of 6, 12 and 25.", _CATEGORIES, _swedish_rate),
    _rule("SE-R-007", "A Plusgiro account is not numeric.", _MEANS, _giro("SE:PLUSGIRO", _numeric), "warning"),
    _rule("SE-R-008", "A Bankgiro account is not numeric.", _MEANS, _giro("SE:BANKGIRO", _numeric), "warning"),
    _rule(
        "SE-R-009",
        "A Bankgiro account does not have seven or eight digits.",
        _MEANS,
        _giro("SE:BANKGIRO", lambda text: len(text) in {7, 8}),
        "warning",
    ),
    _rule(
        "SE-R-010",
        "A Plusgiro account does not have two to eight digits.",
        _MEANS,
        _giro("SE:PLUSGIRO", lambda text: len(text) in range(2, 9)),
        "warning",
    ),
    _rule(
        "SE-R-011",
        "Swedish giro payments are written with the code 30.",
        _MEANS,
        sold_from("SE", lambda means: said(means, "cbc:PaymentMeansCode") not in {"50", "56"}),
        "warning",
    ),
    _rule(
        "SE-R-012",
        "Transfers within Sweden are written with the code 30.",
        _MEANS,
        sold_within("SE", lambda means: said(means, "cbc:PaymentMeansCode") != "31"),
        "warning",
    ),
    _rule(
        "SE-R-013",
        "The last digit of a Swedish organisation number is wrong.",
        _PARTIES,
        _alone(_swedish_number(is_swedish)),
        "warning",
    ),
)
ICELAND: Final = (
    _rule(
        "IS-R-001",
        "An Icelandic invoice is of another type than 380 or 381.",
        _ROOT,
        sold_from(
            "IS",
            lambda root: bool(
                {said(root, "cbc:InvoiceTypeCode"), said(root, "cbc:CreditNoteTypeCode")} & {"380", "381"}
            ),
        ),
        "warning",
    ),
    _rule("IS-R-002", "An Icelandic seller has no kennitala.", _ROOT, sold_from("IS", _icelandic_id(SELLER))),
    _rule(
        "IS-R-003",
        "The address of an Icelandic seller lacks street or post code.",
        _ROOT,
        sold_from("IS", has(*(f"{SELLER}/{one}" for one in (_ADDRESS[0], _ADDRESS[2])))),
    ),
    _rule("IS-R-004", "An Icelandic buyer has no kennitala.", _ROOT, sold_within("IS", _icelandic_id(BUYER))),
    _rule(
        "IS-R-005",
        "The address of an Icelandic buyer lacks street or post code.",
        _ROOT,
        sold_within("IS", has(*(f"{BUYER}/{one}" for one in (_ADDRESS[0], _ADDRESS[2])))),
    ),
    _rule(
        "IS-R-006",
        "An Icelandic claim names no account of twelve digits.",
        _ROOT,
        sold_from("IS", _icelandic_account("9")),
    ),
    _rule(
        "IS-R-007",
        "An Icelandic transfer names no account of twelve digits.",
        _ROOT,
        sold_from("IS", _icelandic_account("42")),
    ),
    _rule(
        "IS-R-008",
        "The Icelandic last day of payment is no date.",
        _ROOT,
        sold_from("IS", lambda root: all(_is_day(one) for one in _last_days(root))),
    ),
    _rule(
        "IS-R-009",
        "An Icelandic invoice with a last day of payment has no due date.",
        _ROOT,
        sold_from("IS", lambda root: not _last_days(root) or bool(root.all("cbc:DueDate"))),
    ),
    _rule(
        "IS-R-010",
        "The Icelandic last day of payment is before the due date.",
        _ROOT,
        sold_from(
            "IS",
            lambda root: (
                not _last_days(root)
                or any(said(root, "cbc:DueDate") <= one for one in _last_days(root) if root.all("cbc:DueDate"))
            ),
        ),
    ),
)
RULES: Final = (*NORWAY, *SWEDEN, *ICELAND)
