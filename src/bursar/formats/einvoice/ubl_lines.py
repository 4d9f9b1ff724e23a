"""The lines, allowances and charges of a UBL document."""

from __future__ import annotations

from collections.abc import Iterable

from bursar.core.invoices import AllowanceCharge, InvoiceLine
from bursar.formats.einvoice.reading import Reading, attributes, classifications
from bursar.formats.einvoice.xml import Node


def allowances_charges(reading: Reading, node: Node, prefix: str) -> tuple[AllowanceCharge, ...]:
    """Read the allowances and charges directly below the document or a line, in document order."""
    return tuple(
        _allowance_charge(reading, one, f"{prefix}allowances_charges[{n}]")
        for n, one in enumerate(node.all("cac:AllowanceCharge"))
    )


def _allowance_charge(reading: Reading, node: Node, at: str) -> AllowanceCharge:
    category = node.walk(("cac:TaxCategory",))
    return AllowanceCharge(
        is_charge=reading.flag(node, "cbc:ChargeIndicator", f"{at}.is_charge"),
        amount=reading.amount(node, "cbc:Amount", f"{at}.amount"),
        base=reading.amount(node, "cbc:BaseAmount", f"{at}.base"),
        percent=reading.amount(node, "cbc:MultiplierFactorNumeric", f"{at}.percent"),
        reason=reading.text(node, "cbc:AllowanceChargeReason", f"{at}.reason"),
        reason_code=reading.text(node, "cbc:AllowanceChargeReasonCode", f"{at}.reason_code"),
        tax_category=reading.text(category, "cbc:ID", f"{at}.tax_category"),
        tax_rate=reading.amount(category, "cbc:Percent", f"{at}.tax_rate"),
    )


def lines(reading: Reading, nodes: Iterable[Node], kind: str) -> tuple[InvoiceLine, ...]:
    """Read the lines; `kind` is Invoice or CreditNote, whose quantities are named differently."""
    quantity = "cbc:CreditedQuantity" if kind == "CreditNote" else "cbc:InvoicedQuantity"
    return tuple(_line(reading, node, f"lines[{n}]", quantity) for n, node in enumerate(nodes))


def _line(reading: Reading, node: Node, at: str, quantity: str) -> InvoiceLine:
    text, amount = reading.text, reading.amount
    item, price = node.walk(("cac:Item",)), node.walk(("cac:Price",))
    tax = item.walk(("cac:ClassifiedTaxCategory",)) if item else None
    return InvoiceLine(
        id=text(node, "cbc:ID", f"{at}.id"),
        note=text(node, "cbc:Note", f"{at}.note"),
        object_id=reading.identifier(node, "cac:DocumentReference/cbc:ID", f"{at}.object_id"),
        quantity=amount(node, quantity, f"{at}.quantity"),
        unit=reading.attribute(node, quantity, "unitCode", f"{at}.unit"),
        net_amount=amount(node, "cbc:LineExtensionAmount", f"{at}.net_amount"),
        order_line_reference=text(node, "cac:OrderLineReference/cbc:LineID", f"{at}.order_line_reference"),
        accounting_cost=text(node, "cbc:AccountingCost", f"{at}.accounting_cost"),
        period=reading.period(node.walk(("cac:InvoicePeriod",)), "cbc:StartDate", "cbc:EndDate", f"{at}.period"),
        allowances_charges=allowances_charges(reading, node, f"{at}."),
        price=amount(price, "cbc:PriceAmount", f"{at}.price"),
        price_discount=amount(price, "cac:AllowanceCharge/cbc:Amount", f"{at}.price_discount"),
        gross_price=amount(price, "cac:AllowanceCharge/cbc:BaseAmount", f"{at}.gross_price"),
        base_quantity=amount(price, "cbc:BaseQuantity", f"{at}.base_quantity"),
        base_quantity_unit=reading.attribute(price, "cbc:BaseQuantity", "unitCode", f"{at}.base_quantity_unit"),
        tax_category=text(tax, "cbc:ID", f"{at}.tax_category"),
        tax_rate=amount(tax, "cbc:Percent", f"{at}.tax_rate"),
        item_name=text(item, "cbc:Name", f"{at}.item_name"),
        item_description=text(item, "cbc:Description", f"{at}.item_description"),
        seller_item_id=text(item, "cac:SellersItemIdentification/cbc:ID", f"{at}.seller_item_id"),
        buyer_item_id=text(item, "cac:BuyersItemIdentification/cbc:ID", f"{at}.buyer_item_id"),
        standard_item_id=reading.identifier(item, "cac:StandardItemIdentification/cbc:ID", f"{at}.standard_item_id"),
        classifications=classifications(reading, item, "cac:CommodityClassification", "cbc:ItemClassificationCode", at),
        origin_country=text(item, "cac:OriginCountry/cbc:IdentificationCode", f"{at}.origin_country"),
        attributes=attributes(reading, item, "cac:AdditionalItemProperty", ("cbc:Name", "cbc:Value"), at),
        exemption_reason=text(tax, "cbc:TaxExemptionReason", f"{at}.exemption_reason"),
        exemption_code=text(tax, "cbc:TaxExemptionReasonCode", f"{at}.exemption_code"),
    )
