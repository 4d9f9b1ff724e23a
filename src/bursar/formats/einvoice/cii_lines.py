"""The lines, allowances and charges of a Cross Industry Invoice."""

from __future__ import annotations

from collections.abc import Iterable

from bursar.core.invoices import AllowanceCharge, Identifier, InvoiceLine
from bursar.formats.einvoice.cii_words import Words, when
from bursar.formats.einvoice.reading import Reading, attributes, classifications
from bursar.formats.einvoice.xml import Node

OBJECT = "130"  # UNTDID 1001: the reference names the invoiced object.


def allowances_charges(reading: Reading, node: Node, rate: str, prefix: str) -> tuple[AllowanceCharge, ...]:
    """Read the allowances and charges of the document or a line, freight (an extension) as charges after them."""
    found: list[AllowanceCharge] = []
    for one in node.all("ram:SpecifiedTradeAllowanceCharge"):
        found.append(_allowance_charge(reading, one, rate, f"{prefix}allowances_charges[{len(found)}]"))
    for one in node.all("ram:SpecifiedLogisticsServiceCharge"):
        found.append(_freight(reading, one, rate, f"{prefix}allowances_charges[{len(found)}]"))
    return tuple(found)


def _allowance_charge(reading: Reading, node: Node, rate: str, at: str) -> AllowanceCharge:
    tax = node.walk(("ram:CategoryTradeTax",))
    return AllowanceCharge(
        is_charge=reading.flag(node, "ram:ChargeIndicator/udt:Indicator|ram:ChargeIndicator", f"{at}.is_charge"),
        amount=reading.amount(node, "ram:ActualAmount", f"{at}.amount"),
        base=reading.amount(node, "ram:BasisAmount", f"{at}.base"),
        percent=reading.amount(node, "ram:CalculationPercent", f"{at}.percent"),
        reason=reading.text(node, "ram:Reason", f"{at}.reason"),
        reason_code=reading.text(node, "ram:ReasonCode", f"{at}.reason_code"),
        tax_category=reading.text(tax, "ram:CategoryCode", f"{at}.tax_category"),
        tax_rate=reading.amount(tax, rate, f"{at}.tax_rate"),
    )


def _freight(reading: Reading, node: Node, rate: str, at: str) -> AllowanceCharge:
    tax = node.walk(("ram:AppliedTradeTax",))
    return AllowanceCharge(
        is_charge=True,
        amount=reading.amount(node, "ram:AppliedAmount", f"{at}.amount"),
        reason=reading.text(node, "ram:Description", f"{at}.reason"),
        tax_category=reading.text(tax, "ram:CategoryCode", f"{at}.tax_category"),
        tax_rate=reading.amount(tax, rate, f"{at}.tax_rate"),
    )


def lines(reading: Reading, nodes: Iterable[Node], words: Words) -> tuple[InvoiceLine, ...]:
    """Read the lines in document order."""
    return tuple(_line(reading, node, f"lines[{n}]", words) for n, node in enumerate(nodes))


def _line(reading: Reading, node: Node, at: str, words: Words) -> InvoiceLine:
    text, amount = reading.text, reading.amount
    about, item = node.walk(("ram:AssociatedDocumentLineDocument",)), node.walk(("ram:SpecifiedTradeProduct",))
    agreement, delivered = node.walk((f"{words.line}Agreement",)), node.walk((f"{words.line}Delivery",))
    settlement = node.walk((f"{words.line}Settlement",)) or Node.absent(node)
    tax = settlement.walk(("ram:ApplicableTradeTax",))
    gross = agreement.walk(("ram:GrossPriceProductTradePrice",)) if agreement else None
    net = agreement.walk(("ram:NetPriceProductTradePrice",)) if agreement else None
    base = net if net and net.all("ram:BasisQuantity") else gross
    period = settlement.walk(("ram:BillingSpecifiedPeriod",))
    starts, ends = when("ram:StartDateTime"), when("ram:EndDateTime")
    return InvoiceLine(
        id=text(about, "ram:LineID", f"{at}.id"),
        note=text(about, "ram:IncludedNote/ram:Content", f"{at}.note"),
        object_id=_object(reading, settlement, words, f"{at}.object_id"),
        quantity=amount(delivered, "ram:BilledQuantity", f"{at}.quantity"),
        unit=reading.attribute(delivered, "ram:BilledQuantity", "unitCode", f"{at}.unit"),
        net_amount=amount(settlement, f"{words.line_summation}/ram:LineTotalAmount", f"{at}.net_amount"),
        order_line_reference=text(
            agreement, "ram:BuyerOrderReferencedDocument/ram:LineID", f"{at}.order_line_reference"
        ),
        accounting_cost=text(
            settlement,
            "ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID|ram:SpecifiedTradeAccountingAccount/ram:ID",
            f"{at}.accounting_cost",
        ),
        period=reading.period(period, starts, ends, f"{at}.period"),
        allowances_charges=allowances_charges(reading, settlement, words.rate, f"{at}."),
        price=amount(net, "ram:ChargeAmount", f"{at}.price"),
        price_discount=amount(gross, "ram:AppliedTradeAllowanceCharge/ram:ActualAmount", f"{at}.price_discount"),
        gross_price=amount(gross, "ram:ChargeAmount", f"{at}.gross_price"),
        base_quantity=amount(base, "ram:BasisQuantity", f"{at}.base_quantity"),
        base_quantity_unit=reading.attribute(base, "ram:BasisQuantity", "unitCode", f"{at}.base_quantity_unit"),
        tax_category=text(tax, "ram:CategoryCode", f"{at}.tax_category"),
        tax_rate=amount(tax, words.rate, f"{at}.tax_rate"),
        item_name=text(item, "ram:Name", f"{at}.item_name"),
        item_description=text(item, "ram:Description", f"{at}.item_description"),
        seller_item_id=text(item, "ram:SellerAssignedID", f"{at}.seller_item_id"),
        buyer_item_id=text(item, "ram:BuyerAssignedID", f"{at}.buyer_item_id"),
        standard_item_id=reading.identifier(item, "ram:GlobalID", f"{at}.standard_item_id"),
        classifications=classifications(reading, item, "ram:DesignatedProductClassification", "ram:ClassCode", at),
        origin_country=text(item, "ram:OriginTradeCountry/ram:ID", f"{at}.origin_country"),
        attributes=attributes(
            reading, item, "ram:ApplicableProductCharacteristic", ("ram:Description", "ram:Value"), at
        ),
        exemption_reason=text(tax, "ram:ExemptionReason", f"{at}.exemption_reason"),
        exemption_code=text(tax, "ram:ExemptionReasonCode", f"{at}.exemption_code"),
        status=text(about, "ram:LineStatusReasonCode", f"{at}.status"),
    )


def _object(reading: Reading, settlement: Node, words: Words, at: str) -> Identifier | None:
    for node in settlement.all("ram:AdditionalReferencedDocument"):
        kind = node.walk(("ram:TypeCode",))
        if kind is None or kind.text != OBJECT:
            continue
        value = reading.text(node, words.id, f"{at}.value")
        if value:
            return Identifier(value=value, scheme=reading.text(node, "ram:ReferenceTypeCode", f"{at}.scheme"))
    return None
