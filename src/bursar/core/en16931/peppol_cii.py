"""What XRechnung asks in CII of the rules of Peppol BIS Billing 3."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from bursar.core.en16931.patterns import Agrees, ElementRule, ElementRules, Keeps, down
from bursar.core.en16931.peppol_reading import number, said
from bursar.core.en16931.reading import HUNDRED, ZERO
from bursar.core.en16931.terms import Element, decimal

OBJECT: Final = "130"  # UNTDID 1001.
DEBITS: Final = frozenset({"49", "59"})  # UNTDID 4461.
SLACK: Final = Decimal("0.02")
WIDE_SLACK: Final = Decimal("0.5")  # In forints, which have no smaller coin.

_TRADE: Final = "rsm:SupplyChainTradeTransaction"
_SETTLEMENT: Final = f"{_TRADE}/ram:ApplicableHeaderTradeSettlement"
_TOTALS: Final = "ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount"
_LINE: Final = f"{_TRADE}/ram:IncludedSupplyChainTradeLineItem"
_CHARGES: Final = ("//ram:SpecifiedTradeAllowanceCharge",)
_INDICATOR: Final = "ram:ChargeIndicator/udt:Indicator"
_PERIOD: Final = "ram:BillingSpecifiedPeriod"


def _other_currency(settlement: Element) -> bool:
    code = said(settlement, "ram:TaxCurrencyCode")
    return not settlement.all("ram:TaxCurrencyCode") or code != said(settlement, "ram:InvoiceCurrencyCode")


def _totals(settlement: Element, name: str) -> Sequence[Decimal]:
    currency = said(settlement, name)
    totals = down(settlement, _TOTALS)
    return [decimal(one.text) or ZERO for one in totals if one.attributes.get("currencyID") == currency]


def _one_total(settlement: Element) -> bool:
    return len(_totals(settlement, "ram:InvoiceCurrencyCode")) <= 1


def _one_accounted(settlement: Element) -> bool:
    currency = said(settlement, "ram:InvoiceCurrencyCode")
    others = [one for one in down(settlement, _TOTALS) if one.attributes.get("currencyID", currency) != currency]
    return len(others) == (1 if settlement.all("ram:TaxCurrencyCode") else 0)


def _total_signs(settlement: Element) -> bool:
    """Judge whether the tax in both currencies is owed by the same side."""
    if not settlement.all("ram:TaxCurrencyCode"):
        return True
    accounted = _totals(settlement, "ram:TaxCurrencyCode")
    invoiced = _totals(settlement, "ram:InvoiceCurrencyCode")
    owed = any(one >= ZERO for one in accounted) and any(one >= ZERO for one in invoiced)
    return owed or (any(one < ZERO for one in accounted) and any(one < ZERO for one in invoiced))


def _based(charge: Element) -> bool:
    return not charge.all("ram:CalculationPercent") or bool(charge.all("ram:BasisAmount"))


def _rated(charge: Element) -> bool:
    return not charge.all("ram:BasisAmount") or bool(charge.all("ram:CalculationPercent"))


def _charged(charge: Element, root: Element) -> bool:
    if not (charge.all("ram:CalculationPercent") and charge.all("ram:BasisAmount")):
        return True
    slack = WIDE_SLACK if said(root, f"{_SETTLEMENT}/ram:InvoiceCurrencyCode") == "HUF" else SLACK
    expected = number(charge, "ram:BasisAmount") * number(charge, "ram:CalculationPercent") / HUNDRED
    return abs(number(charge, "ram:ActualAmount") - expected) <= slack


def _is_marked(charge: Element) -> bool:
    return said(charge, _INDICATOR) in {"true", "false"}


def _marked(charge: Element) -> bool:
    both_or_neither = bool(charge.all("ram:CalculationPercent")) is bool(charge.all("ram:BasisAmount"))
    return not both_or_neither or _is_marked(charge)


def _mandated(settlement: Element) -> bool:
    debits = (said(one, "ram:TypeCode") in DEBITS for one in settlement.all("ram:SpecifiedTradeSettlementPaymentMeans"))
    return not any(debits) or bool(down(settlement, "ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID"))


def _not_outside(name: str, right: Callable[[str, str], bool]) -> Agrees:
    """Make a test that a line's period does not begin before, or end after, the invoice's."""

    def agrees(part: Element, root: Element) -> bool:
        whole = down(root, f"{_SETTLEMENT}/{_PERIOD}/{name}/udt:DateTimeString")
        return not whole or right(said(part, "udt:DateTimeString"), whole[0].text)

    return agrees


def _objects_only(line: Element) -> bool:
    references = down(line, "ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument")
    return not references or any(one.text == OBJECT for part in references for one in part.all("ram:TypeCode"))


def _base_quantity(price: Element) -> bool:
    return not price.all("ram:BasisQuantity") or number(price, "ram:BasisQuantity") > ZERO


def _same_unit(line: Element) -> bool:
    billed = down(line, "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity")
    units = {one.attributes.get("unitCode") for one in billed}
    prices = ("ram:NetPriceProductTradePrice", "ram:GrossPriceProductTradePrice")
    bases = [one for name in prices for one in down(line, f"ram:SpecifiedLineTradeAgreement/{name}/ram:BasisQuantity")]
    return all(one.attributes["unitCode"] in units for one in bases if "unitCode" in one.attributes)


def _no_price_charge(gross: Element) -> bool:
    amounts = down(gross, "ram:AppliedTradeAllowanceCharge/ram:ActualAmount")
    marks = down(gross, f"ram:AppliedTradeAllowanceCharge/{_INDICATOR}")
    return not amounts or any(one.text == "false" for one in marks)


def _net_of_gross(agreement: Element) -> bool:
    """Judge whether a net price is the gross price less the allowance, where a gross price is given."""
    net = number(agreement, "ram:NetPriceProductTradePrice/ram:ChargeAmount")
    return all(
        net == number(gross, "ram:ChargeAmount") - number(gross, "ram:AppliedTradeAllowanceCharge/ram:ActualAmount")
        for gross in agreement.all("ram:GrossPriceProductTradePrice")
        if gross.all("ram:ChargeAmount")
    )


def _not_empty(element: Element) -> bool:
    return bool(element.text) or bool(element.children) or element.name == "ram:ApplicableHeaderTradeDelivery"


def _has(path: str) -> Keeps:
    return lambda element: bool(down(element, path))


def _fatal(id_: str, message: str, place: str, keeps: Keeps) -> ElementRule:
    return ElementRule(f"PEPPOL-EN16931-{id_}", "fatal", message, (place,), keeps)


def _with_document(id_: str, message: str, place: str, agrees: Agrees) -> ElementRule:
    return ElementRule(f"PEPPOL-EN16931-{id_}", "fatal", message, (place,), agrees=agrees)


_PROCESS: Final = "ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"
_ADDRESS: Final = "ram:URIUniversalCommunication/ram:URIID"
_LINE_PERIOD: Final = f"{_LINE}/ram:SpecifiedLineTradeSettlement/{_PERIOD}"
RULES: Final = ElementRules(
    (
        _fatal("R001", "The invoice names no business process.", "rsm:ExchangedDocumentContext", _has(_PROCESS)),
        _fatal("R005", "The tax accounts are kept in the currency of the invoice.", _SETTLEMENT, _other_currency),
        _fatal("R008", "An element is empty.", "//*", _not_empty),
        _fatal("R010", "The buyer has no electronic address.", "//ram:BuyerTradeParty", _has(_ADDRESS)),
        _fatal("R020", "The seller has no electronic address.", "//ram:SellerTradeParty", _has(_ADDRESS)),
        _with_document("R040", "An allowance or charge is not its percentage of its base.", _CHARGES[0], _charged),
        _fatal("R041", "An allowance or charge has a percentage without a base.", _CHARGES[0], _based),
        _fatal("R042", "An allowance or charge has a base without a percentage.", _CHARGES[0], _rated),
        _fatal("R043-1", "The indicator of a charge is neither true nor false.", _CHARGES[0], _marked),
        _fatal(
            "R043-2",
            "The indicator of a price allowance is neither true nor false.",
            "//ram:AppliedTradeAllowanceCharge",
            _is_marked,
        ),
        _fatal(
            "R044",
            "A price has a charge.",
            f"{_LINE}/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice",
            _no_price_charge,
        ),
        _fatal(
            "R046",
            "A net price is not the gross price less the allowance.",
            f"{_LINE}/ram:SpecifiedLineTradeAgreement",
            _net_of_gross,
        ),
        _fatal("R053", "There is more than one tax total in the currency of the invoice.", _SETTLEMENT, _one_total),
        _fatal("R054", "There is not one tax total in the currency of the tax accounts.", _SETTLEMENT, _one_accounted),
        _fatal("R055", "The tax totals in both currencies have different signs.", _SETTLEMENT, _total_signs),
        _fatal("R061", "A direct debit names no mandate.", _SETTLEMENT, _mandated),
        _fatal("R101", "A line refers to a document that is no invoiced object.", _LINE, _objects_only),
        _with_document(
            "R110",
            "A line's period begins before the invoice's.",
            f"{_LINE_PERIOD}/ram:StartDateTime",
            _not_outside("ram:StartDateTime", lambda part, whole: part >= whole),
        ),
        _with_document(
            "R111",
            "A line's period ends after the invoice's.",
            f"{_LINE_PERIOD}/ram:EndDateTime",
            _not_outside("ram:EndDateTime", lambda part, whole: part <= whole),
        ),
        _fatal(
            "R121",
            "A price is for a quantity that is not above zero.",
            "//ram:NetPriceProductTradePrice",
            _base_quantity,
        ),
        _fatal(
            "R121",
            "A price is for a quantity that is not above zero.",
            "//ram:GrossPriceProductTradePrice",
            _base_quantity,
        ),
        _fatal("R130", "A price is for another unit than the one invoiced.", _LINE, _same_unit),
    )
)
