"""Peppol BIS Billing 3 in UBL: what it asks beyond EN 16931, for all countries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from bursar.core.en16931.patterns import Agrees, ElementRule, Keeps, down
from bursar.core.en16931.peppol_reading import both_in, number, profile, said
from bursar.core.en16931.reading import HUNDRED, ZERO, rounded
from bursar.core.en16931.terms import Element, decimal

BILLING: Final = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
OBJECT: Final = "130"  # UNTDID 1001.
PROJECT: Final = "50"
DEBITS: Final = frozenset({"49", "59"})  # UNTDID 4461.
SLACK: Final = Decimal("0.02")
WIDE_SLACK: Final = Decimal("0.5")  # In forints, which have no smaller coin.
_LINES: Final = ("//cac:InvoiceLine", "//cac:CreditNoteLine")
_CHARGES: Final = (
    "cac:AllowanceCharge",
    "cac:InvoiceLine/cac:AllowanceCharge",
    "cac:CreditNoteLine/cac:AllowanceCharge",
)
_AMOUNTS: Final = (
    *("Amount", "BaseAmount", "PriceAmount", "TaxableAmount", "LineExtensionAmount", "TaxExclusiveAmount"),
    *("TaxInclusiveAmount", "AllowanceTotalAmount", "ChargeTotalAmount", "PrepaidAmount", "PayableRoundingAmount"),
    "PayableAmount",
)


def _total_signs(root: Element) -> bool:
    """Judge whether the tax in both currencies is owed by the same side."""
    if not root.all("cbc:TaxCurrencyCode"):
        return True
    amounts = down(root, "cac:TaxTotal/cbc:TaxAmount")
    accounted, invoiced = (
        [decimal(one.text) or ZERO for one in amounts if one.attributes.get("currencyID") == said(root, name)]
        for name in ("cbc:TaxCurrencyCode", "cbc:DocumentCurrencyCode")
    )
    owed = any(one >= ZERO for one in accounted) and any(one >= ZERO for one in invoiced)
    return owed or (any(one <= ZERO for one in accounted) and any(one <= ZERO for one in invoiced))


def _summed_once(root: Element) -> bool:
    return sum(bool(one.all("cac:TaxSubtotal")) for one in root.all("cac:TaxTotal")) == 1


def _accounted_once(root: Element) -> bool:
    alone = sum(not one.all("cac:TaxSubtotal") for one in root.all("cac:TaxTotal"))
    return alone == (1 if root.all("cbc:TaxCurrencyCode") else 0)


def _one_note(root: Element) -> bool:
    return len(root.all("cbc:Note")) <= 1 or both_in(root, "DE")


def _referenced(root: Element) -> bool:
    return bool(root.all("cbc:BuyerReference") or down(root, "cac:OrderReference/cbc:ID"))


def _one_project(root: Element) -> bool:
    references = [
        one
        for one in root.all("cac:AdditionalDocumentReference")
        if any(type_.text == PROJECT for type_ in one.all("cbc:DocumentTypeCode"))
    ]
    return root.name != "cn:CreditNote" or len(references) <= 1


def _other_currency(code: Element, root: Element) -> bool:
    return " ".join(code.text.split()) != said(root, "cbc:DocumentCurrencyCode")


def _based(charge: Element) -> bool:
    return not charge.all("cbc:MultiplierFactorNumeric") or bool(charge.all("cbc:BaseAmount"))


def _rated(charge: Element) -> bool:
    return not charge.all("cbc:BaseAmount") or bool(charge.all("cbc:MultiplierFactorNumeric"))


def _slack(root: Element) -> Decimal:
    return WIDE_SLACK if said(root, "cbc:DocumentCurrencyCode") == "HUF" else SLACK


def _charged(charge: Element, root: Element) -> bool:
    """Judge whether an allowance or charge is its percentage of its base."""
    if not (charge.all("cbc:MultiplierFactorNumeric") and charge.all("cbc:BaseAmount")):
        return True
    expected = number(charge, "cbc:BaseAmount") * number(charge, "cbc:MultiplierFactorNumeric") / HUNDRED
    return abs(number(charge, "cbc:Amount") - expected) <= _slack(root)


def _marked(charge: Element) -> bool:
    both_or_neither = bool(charge.all("cbc:MultiplierFactorNumeric")) is bool(charge.all("cbc:BaseAmount"))
    return not both_or_neither or said(charge, "cbc:ChargeIndicator") in {"true", "false"}


def _mandated(means: Element) -> bool:
    return said(means, "cbc:PaymentMeansCode") not in DEBITS or bool(down(means, "cac:PaymentMandate/cbc:ID"))


def _in_currency(amount: Element, root: Element) -> bool:
    return any(amount.attributes.get("currencyID") == one.written for one in root.all("cbc:DocumentCurrencyCode"))


def _totals_in_currency(total: Element, root: Element) -> bool:
    return not total.all("cac:TaxSubtotal") or all(_in_currency(one, root) for one in total.all("cbc:TaxAmount"))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _not_outside(name: str, right: Callable[[date, date], bool]) -> Agrees:
    """Make a test that a line's period does not begin before, or end after, the invoice's."""

    def agrees(line_day: Element, root: Element) -> bool:
        whole, part = _day(said(root, f"cac:InvoicePeriod/{name}")), _day(line_day.text)
        return whole is None or part is None or right(part, whole)

    return agrees


def _sum(line: Element, indicator: str) -> Decimal:
    charges = [one for one in line.all("cac:AllowanceCharge") if said(one, "cbc:ChargeIndicator") == indicator]
    return rounded(sum((number(one, "cbc:Amount") for one in charges), ZERO))


def _line_amount(line: Element, root: Element) -> bool:
    """Judge whether a line's amount is its quantity at its price, with its charges, less its allowances."""
    name = "cbc:CreditedQuantity" if root.name == "cn:CreditNote" else "cbc:InvoicedQuantity"
    quantity = number(line, name) if line.all(name) else Decimal(1)
    price = number(line, "cac:Price/cbc:PriceAmount") / (number(line, "cac:Price/cbc:BaseQuantity") or Decimal(1))
    expected = quantity * price + _sum(line, "true") - _sum(line, "false")
    return abs(number(line, "cbc:LineExtensionAmount") - expected) <= _slack(root)


def _base_quantity(line: Element) -> bool:
    return not down(line, "cac:Price/cbc:BaseQuantity") or number(line, "cac:Price/cbc:BaseQuantity") > ZERO


def _objects_only(line: Element) -> bool:
    types = {one.text for one in down(line, "cac:DocumentReference/cbc:DocumentTypeCode")}
    return not line.all("cac:DocumentReference") or OBJECT in types


def _net_of_gross(price: Element) -> bool:
    """Judge whether a net price is the gross price less the allowance, where a gross price is given."""
    return all(
        allowance.all("cbc:Amount")
        and number(price, "cbc:PriceAmount") == number(allowance, "cbc:BaseAmount") - number(allowance, "cbc:Amount")
        for allowance in price.all("cac:AllowanceCharge")
        if allowance.all("cbc:BaseAmount")
    )


def _same_unit(line: Element, root: Element) -> bool:
    quantities = line.all("cbc:CreditedQuantity" if root.name == "cn:CreditNote" else "cbc:InvoicedQuantity")
    units = {one.attributes.get("unitCode") for one in quantities}
    if not (line.all("cbc:InvoicedQuantity") or line.all("cbc:CreditedQuantity")):
        return True
    bases = [one for one in down(line, "cac:Price/cbc:BaseQuantity") if "unitCode" in one.attributes]
    return all(one.attributes["unitCode"] in units for one in bases)


def _empty(element: Element) -> bool:
    return bool(element.text) or bool(element.children)


def _fatal(id_: str, message: str, patterns: tuple[str, ...], keeps: Keeps) -> ElementRule:
    return ElementRule(f"PEPPOL-{id_}", "fatal", message, patterns, keeps)


def _with_document(id_: str, message: str, patterns: tuple[str, ...], agrees: Agrees) -> ElementRule:
    return ElementRule(f"PEPPOL-{id_}", "fatal", message, patterns, agrees=agrees)


_PARTY: Final = ("//cac:AccountingSupplierParty/cac:Party", "//cac:AccountingCustomerParty/cac:Party")
# What XRechnung asks for too.
SHARED: Final = (
    _fatal(
        "EN16931-R001", "The invoice names no business process.", (".",), lambda root: bool(root.all("cbc:ProfileID"))
    ),
    _with_document(
        "EN16931-R005",
        "The tax accounts are kept in the currency of the invoice.",
        ("//cbc:TaxCurrencyCode",),
        _other_currency,
    ),
    _fatal("EN16931-R008", "An element is empty.", ("//*",), _empty),
    _fatal(
        "EN16931-R010",
        "The buyer has no electronic address.",
        _PARTY[1:],
        lambda party: bool(party.all("cbc:EndpointID")),
    ),
    _fatal(
        "EN16931-R020",
        "The seller has no electronic address.",
        _PARTY[:1],
        lambda party: bool(party.all("cbc:EndpointID")),
    ),
    _with_document("EN16931-R040", "An allowance or charge is not its percentage of its base.", _CHARGES, _charged),
    _fatal("EN16931-R041", "An allowance or charge has a percentage without a base.", _CHARGES, _based),
    _fatal("EN16931-R042", "An allowance or charge has a base without a percentage.", _CHARGES, _rated),
    _fatal("EN16931-R043", "The indicator of a charge is neither true nor false.", _CHARGES, _marked),
    _fatal(
        "EN16931-R044",
        "A price has a charge.",
        ("//cac:Price/cac:AllowanceCharge",),
        lambda one: said(one, "cbc:ChargeIndicator") == "false",
    ),
    _fatal("EN16931-R046", "A net price is not the gross price less the allowance.", ("//cac:Price",), _net_of_gross),
    _fatal("EN16931-R053", "There is not exactly one tax total with a breakdown.", (".",), _summed_once),
    _fatal(
        "EN16931-R054",
        "There is not exactly one tax total for the tax accounts, where they have their own currency.",
        (".",),
        _accounted_once,
    ),
    _fatal("EN16931-R055", "The tax totals in both currencies have different signs.", (".",), _total_signs),
    _fatal("EN16931-R061", "A direct debit names no mandate.", ("//cac:PaymentMeans",), _mandated),
    _fatal("EN16931-R101", "A line refers to a document that is no invoiced object.", _LINES, _objects_only),
    _with_document(
        "EN16931-R110",
        "A line's period begins before the invoice's.",
        tuple(f"{one[2:]}/cac:InvoicePeriod/cbc:StartDate" for one in _LINES),
        _not_outside("cbc:StartDate", lambda part, whole: part >= whole),
    ),
    _with_document(
        "EN16931-R111",
        "A line's period ends after the invoice's.",
        tuple(f"{one[2:]}/cac:InvoicePeriod/cbc:EndDate" for one in _LINES),
        _not_outside("cbc:EndDate", lambda part, whole: part <= whole),
    ),
    _with_document(
        "EN16931-R120",
        "A line's amount is not its quantity at its price, with its charges and allowances.",
        _LINES,
        _line_amount,
    ),
    _fatal("EN16931-R121", "A price is for a quantity that is not above zero.", _LINES, _base_quantity),
    _with_document("EN16931-R130", "A price is for another unit than the one invoiced.", _LINES, _same_unit),
)
RULES: Final = (
    *SHARED,
    _fatal("EN16931-R002", "There is more than one note.", (".",), _one_note),
    _fatal("EN16931-R003", "There is neither a buyer reference nor an order.", (".",), _referenced),
    _fatal(
        "EN16931-R004",
        "The specification is not that of Peppol BIS Billing 3.",
        (".",),
        lambda root: said(root, "cbc:CustomizationID").startswith(BILLING),
    ),
    _fatal("EN16931-R007", "The business process is none of Peppol's.", (".",), lambda root: bool(profile(root))),
    _with_document(
        "EN16931-R051",
        "An amount is not in the currency of the invoice.",
        tuple(f"//cbc:{one}" for one in _AMOUNTS),
        _in_currency,
    ),
    _with_document(
        "EN16931-R051", "A tax total is not in the currency of the invoice.", ("//cac:TaxTotal",), _totals_in_currency
    ),
    _fatal("EN16931-R080", "There is more than one project.", (".",), _one_project),
    _fatal(
        "EN16931-R100",
        "A line refers to more than one object.",
        _LINES,
        lambda line: len(line.all("cac:DocumentReference")) <= 1,
    ),
)
