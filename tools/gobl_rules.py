"""The table of rules: GOBL field pattern to value in the neutral invoice (see `gobl_fields`)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bursar.core.invoices import Invoice, Period, plain
from tools.gobl_fields import (
    TAX_POINTS,
    TYPES,
    Document,
    Getter,
    Indexes,
    Rule,
    at,
    compact,
    number,
    parts,
    party_rules,
    price,
    slug,
    text,
    unit_word,
)

ZERO: Final = Decimal(0)


def _of(name: str) -> Getter:
    return lambda invoice, _, __: getattr(invoice, name)


def _line(name: str) -> Getter:
    return lambda invoice, indexes, _: getattr(invoice.lines[indexes[0]], name)


def _total(name: str) -> Getter:
    return lambda invoice, _, __: getattr(invoice.totals, name)


def _means(name: str) -> Getter:
    return lambda invoice, indexes, _: getattr(invoice.payment_means[indexes[0] if indexes else 0], name)


def _group(name: str) -> Getter:
    def get(invoice: Invoice, indexes: Indexes, document: Document) -> object:
        rate = at(document, "totals", "taxes", "categories", indexes[0], "rates", indexes[1])
        category, percent = at(rate, "ext", "untdid-tax-category"), number(rate.get("percent", "0"))
        for group in invoice.tax_breakdown:
            if group.category == category and number(plain(group.rate or ZERO)) == percent:
                return getattr(group, name)
        return None

    return get


def _scheme(invoice: Invoice, _: Indexes, __: Document) -> object:
    schemes = {group.scheme for group in invoice.tax_breakdown}
    return schemes.pop() if len(schemes) == 1 else None


def _exempt(name: str, *path: str | int) -> Getter:
    """Find a tax group by the category that stands beside the field; `path` may hold the places of its indexes, -1."""

    def get(invoice: Invoice, indexes: Indexes, document: Document) -> object:
        counted = iter(indexes)
        steps = [next(counted) if step == -1 else step for step in path]
        category = at(document, *steps, "ext", "untdid-tax-category")
        groups = [group for group in invoice.tax_breakdown if group.category == category]
        return getattr(groups[0], name) if len(groups) == 1 else None

    return get


def _linked(name: str) -> Getter:
    return lambda invoice, indexes, _: getattr([one for one in invoice.attachments if one.url][indexes[0]], name)


def _delivered(name: str) -> Getter:
    return lambda invoice, _, __: getattr(invoice.delivery and invoice.delivery.address, name, None)


def _due(invoice: Invoice, _: Indexes, document: Document) -> object:
    payable, rounding = invoice.totals.payable, at(document, "totals", "rounding")
    return payable if payable is None or rounding else payable - (invoice.totals.rounding or ZERO)


def _part(name: str, *, charge: bool, of_line: bool) -> Getter:
    def get(invoice: Invoice, indexes: Indexes, _: Document) -> object:
        owner = invoice.lines[indexes[0]] if of_line else invoice
        return getattr(parts(owner, charge=charge)[indexes[1 if of_line else 0]], name)

    return get


def _payable(invoice: Invoice, _: Indexes, document: Document) -> object:
    return _due(invoice, (), document) if at(document, "totals", "due") is None else invoice.totals.tax_inclusive


def _type(invoice: Invoice, _: Indexes, document: Document) -> object:
    word = str(document["type"])
    if word == "credit-note":
        return word if invoice.is_credit_note else invoice.type_code
    if word == "other":
        return word if invoice.type_code not in TYPES.values() else invoice.type_code
    stated = at(document, "tax", "ext", "untdid-document-type") or TYPES.get(word)
    return word if invoice.type_code == stated and not invoice.is_credit_note else invoice.type_code


def _period(which: str) -> Getter:
    def get(invoice: Invoice, indexes: Indexes, _: Document) -> object:
        period: Period | None = invoice.lines[indexes[0]].period if indexes else invoice.period
        return getattr(period, which) if period else None

    return get


def _line_identity(name: str) -> Getter:
    """Find an item's identity: labelled it is a classification, with a scheme the standard one, else the buyer's."""

    def get(invoice: Invoice, indexes: Indexes, document: Document) -> object:
        line, identities = invoice.lines[indexes[0]], at(document, "lines", indexes[0], "item", "identities")
        this = identities[indexes[1]]
        if "label" in this:
            labelled = [one for one in identities if "label" in one]
            found = line.classifications[labelled.index(this)]
            return found.code if name == "code" else found.list_id
        if "ext" in this and line.standard_item_id:
            return line.standard_item_id.value if name == "code" else line.standard_item_id.scheme
        return line.buyer_item_id

    return get


def _parts_rules(prefix: str, *, charge: bool, of_line: bool) -> dict[str, Rule]:
    def of(name: str) -> Getter:
        return _part(name, charge=charge, of_line=of_line)

    code = "untdid-charge" if charge else "untdid-allowance"
    return {
        f"{prefix}.amount": Rule(of("amount"), number),
        f"{prefix}.base": Rule(of("base"), number),
        f"{prefix}.percent": Rule(of("percent"), number),
        f"{prefix}.reason": Rule(of("reason"), text),
        f"{prefix}.code": Rule(of("reason_code"), text),
        f"{prefix}.ext.{code}": Rule(of("reason_code"), text),
        f"{prefix}.taxes[].ext.untdid-tax-category": Rule(of("tax_category"), text),
        f"{prefix}.taxes[].percent": Rule(of("tax_rate"), number),
    }


HEAD: Final[dict[str, Rule]] = {
    "number": Rule(_of("number"), text),
    "type": Rule(_type, text),
    "issue_date": Rule(_of("issue_date")),
    "value_date": Rule(_of("tax_point_date")),
    "currency": Rule(_of("currency"), text),
    "tax.ext.untdid-document-type": Rule(_of("type_code"), text),
    "tax.ext.fr-ctc-billing-mode": Rule(_of("process"), text),
    "notes[].text": Rule(lambda invoice, indexes, _: invoice.notes[indexes[0]].text, text),
    "notes[].ext.untdid-text-subject": Rule(lambda invoice, indexes, _: invoice.notes[indexes[0]].subject_code, text),
    "preceding[].number": Rule(lambda invoice, indexes, _: invoice.preceding_invoices[indexes[0]].number, text),
    "preceding[].issue_date": Rule(lambda invoice, indexes, _: invoice.preceding_invoices[indexes[0]].issue_date),
    "ordering.code": Rule(_of("buyer_reference"), text),
    "ordering.cost": Rule(_of("accounting_cost"), text),
    "ordering.contracts[].code": Rule(_of("contract_reference"), text),
    "ordering.despatch[].code": Rule(_of("despatch_reference"), text),
    "ordering.receiving[].code": Rule(_of("receiving_reference"), text),
    "ordering.projects[].code": Rule(_of("project_reference"), text),
    "ordering.purchases[].code": Rule(_of("order_reference"), text),
    "ordering.sales[].code": Rule(_of("sales_order_reference"), text),
    "ordering.tender[].code": Rule(_of("tender_reference"), text),
    "ordering.identities[].code": Rule(lambda invoice, _, __: invoice.object_id and invoice.object_id.value, text),
    "ordering.identities[].ext.untdid-reference": Rule(
        lambda invoice, _, __: invoice.object_id and invoice.object_id.scheme, text
    ),
    "ordering.period.start": Rule(_period("start")),
    "ordering.period.end": Rule(_period("end")),
    "attachments[].code": Rule(_linked("id"), text),
    "attachments[].description": Rule(_linked("description"), text),
    "attachments[].url": Rule(_linked("url"), text),
    "attachments[].name": Rule(_linked("filename"), text),
    "attachments[].mime": Rule(_linked("mime"), text),
    "tax.point": Rule(lambda invoice, _, __: TAX_POINTS.get(invoice.tax_point_code or ""), text),
    "tax.notes[].text": Rule(_exempt("exemption_reason", "tax", "notes", -1), text),
    "lines[].taxes[].ext.cef-vatex": Rule(_exempt("exemption_code", "lines", -1, "taxes", -1), text),
    "charges[].taxes[].ext.cef-vatex": Rule(_exempt("exemption_code", "charges", -1, "taxes", -1), text),
    "discounts[].taxes[].ext.cef-vatex": Rule(_exempt("exemption_code", "discounts", -1, "taxes", -1), text),
}

DELIVERY: Final[dict[str, Rule]] = {
    "delivery.date": Rule(lambda invoice, _, __: invoice.delivery and invoice.delivery.date),
    "delivery.receiver.name": Rule(lambda invoice, _, __: invoice.delivery and invoice.delivery.party_name, text),
    "delivery.identities[].code": Rule(
        lambda invoice, _, __: invoice.delivery and invoice.delivery.location_id and invoice.delivery.location_id.value,
        text,
    ),
    "delivery.identities[].label": Rule(
        lambda invoice, _, __: (
            invoice.delivery and invoice.delivery.location_id and invoice.delivery.location_id.scheme
        ),
        text,
    ),
    **{
        f"delivery.receiver.addresses[].{gobl}": Rule(_delivered(ours), text)
        for gobl, ours in (
            ("street", "street"),
            ("street_extra", "additional_street"),
            ("locality", "city"),
            ("code", "postal_code"),
            ("region", "region"),
            ("country", "country"),
        )
    },
}

PAYMENT: Final[dict[str, Rule]] = {
    "payment.terms.notes": Rule(_of("payment_terms"), text),
    "payment.terms.due_dates[].date": Rule(_of("due_date")),
    "payment.advances": Rule(_total("prepaid"), number),
    "payment.instructions.detail": Rule(_means("text"), text),
    "payment.instructions.ref": Rule(_means("reference"), text),
    "payment.instructions.ext.untdid-payment-means": Rule(_means("code"), text),
    "payment.instructions.credit_transfer[].iban": Rule(_means("account"), compact),
    "payment.instructions.credit_transfer[].number": Rule(_means("account"), compact),
    "payment.instructions.credit_transfer[].bic": Rule(_means("bic"), text),
    "payment.instructions.credit_transfer[].name": Rule(_means("account_name"), text),
    "payment.instructions.direct_debit.ref": Rule(_means("mandate_reference"), text),
    "payment.instructions.direct_debit.account": Rule(_means("debited_account"), text),
}

TOTALS: Final[dict[str, Rule]] = {
    "totals.sum": Rule(_total("line_net"), number),
    "totals.discount": Rule(_total("allowances"), number),
    "totals.charge": Rule(_total("charges"), number),
    "totals.total": Rule(_total("tax_exclusive"), number),
    "totals.tax": Rule(_total("tax"), number),
    "totals.taxes.sum": Rule(_total("tax"), number),
    "totals.total_with_tax": Rule(_total("tax_inclusive"), number),
    "totals.advance": Rule(_total("prepaid"), number),
    "totals.due": Rule(_due, number),
    "totals.payable": Rule(_payable, number),
    "totals.taxes.categories[].code": Rule(_scheme, text),
    "totals.taxes.categories[].amount": Rule(_total("tax"), number),
    "totals.taxes.categories[].rates[].base": Rule(_group("base"), number),
    "totals.taxes.categories[].rates[].amount": Rule(_group("tax"), number),
    "totals.taxes.categories[].rates[].percent": Rule(_group("rate"), number),
    "totals.taxes.categories[].rates[].ext.untdid-tax-category": Rule(_group("category"), text),
    "totals.taxes.categories[].rates[].ext.cef-vatex": Rule(_group("exemption_code"), text),
}

LINES: Final[dict[str, Rule]] = {
    "lines[].quantity": Rule(_line("quantity"), number),
    "lines[].total": Rule(_line("net_amount"), number),
    "lines[].cost": Rule(_line("accounting_cost"), text),
    "lines[].order": Rule(_line("order_line_reference"), text),
    "lines[].period.start": Rule(_period("start")),
    "lines[].period.end": Rule(_period("end")),
    "lines[].notes[].text": Rule(_line("note"), text),
    "lines[].identifier.code": Rule(lambda invoice, i, _: getattr(invoice.lines[i[0]].object_id, "value", None), text),
    "lines[].identifier.ext.untdid-reference": Rule(
        lambda invoice, i, _: getattr(invoice.lines[i[0]].object_id, "scheme", None), text
    ),
    "lines[].item.name": Rule(_line("item_name"), text),
    "lines[].item.description": Rule(_line("item_description"), text),
    "lines[].item.ref": Rule(_line("seller_item_id"), text),
    "lines[].item.origin": Rule(_line("origin_country"), text),
    "lines[].origin": Rule(_line("origin_country"), text),
    "lines[].item.price": Rule(price, number),
    "lines[].item.unit": Rule(unit_word, text),
    "lines[].item.identities[].code": Rule(_line_identity("code"), text),
    "lines[].item.identities[].label": Rule(_line_identity("scheme"), text),
    "lines[].item.identities[].ext.iso-scheme-id": Rule(_line_identity("scheme"), text),
    "lines[].item.meta": Rule(
        lambda invoice, i, _: " ".join(
            sorted(f"{slug(one.name)}={text(one.value or '')}" for one in invoice.lines[i[0]].attributes)
        )
    ),
    "lines[].taxes[].percent": Rule(_line("tax_rate"), number),
    "lines[].taxes[].ext.untdid-tax-category": Rule(_line("tax_category"), text),
}

COUNTS: Final[dict[str, Getter]] = {
    "lines": lambda invoice, _, __: len(invoice.lines),
    "discounts": lambda invoice, _, __: len(parts(invoice, charge=False)),
    "charges": lambda invoice, _, __: len(parts(invoice, charge=True)),
    "notes": lambda invoice, _, __: len(invoice.notes),
    "preceding": lambda invoice, _, __: len(invoice.preceding_invoices),
    "attachments": lambda invoice, _, __: sum(1 for one in invoice.attachments if one.url),
}

RULES: Final[dict[str, Rule]] = {
    **HEAD,
    **DELIVERY,
    **PAYMENT,
    **TOTALS,
    **LINES,
    **_parts_rules("discounts[]", charge=False, of_line=False),
    **_parts_rules("charges[]", charge=True, of_line=False),
    **_parts_rules("lines[].discounts[]", charge=False, of_line=True),
    **_parts_rules("lines[].charges[]", charge=True, of_line=True),
    **party_rules("supplier", "seller", ("supplier",)),
    **party_rules("customer", "buyer", ("customer",)),
    **party_rules("payment.payee", "payee", ("payment", "payee")),
    **party_rules("ordering.seller", "seller", ("ordering", "seller")),
}
