"""Between an e-invoice and what a document says value by value: data as an extraction, an extraction as an invoice.

Both ways, so that whatever a document is, the same checks judge it and the same shape shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from bursar.core.confidence import confidence
from bursar.core.extracted_lines import added, breakdown, number, text
from bursar.core.extraction import Evidence, Extraction, Method, Record, Value
from bursar.core.invoices import (
    CREDIT_NOTE_TYPES,
    AllowanceCharge,
    Contact,
    Identifier,
    Invoice,
    Leaf,
    Party,
    PaymentMeans,
    StatedTotals,
    plain,
)

HUNDRED: Final = Decimal(100)
# What each field of a header is called in the neutral invoice; of several, the first that is there.
_PATHS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "invoice_number": ("number",),
        "type_code": ("type_code",),
        "issue_date": ("issue_date",),
        "due_date": ("due_date",),
        "delivery_date": ("delivery.date",),
        "currency": ("currency",),
        "net": ("totals.tax_exclusive",),
        "tax": ("totals.tax",),
        "gross": ("totals.tax_inclusive",),
        "prepaid": ("totals.prepaid",),
        "payable": ("totals.payable",),
        "seller_name": ("seller.name", "seller.trading_name"),
        "seller_tax_id": ("seller.vat_id", "seller.tax_registration_id"),
        "seller_email": ("seller.contact.email",),
        "buyer_name": ("buyer.name", "buyer.trading_name"),
        "buyer_tax_id": ("buyer.vat_id",),
        "payment_terms": ("payment_terms",),
        "order_reference": ("order_reference",),
        "customer_number": ("buyer.ids[0].value",),
    }
)
_MEANS: Final = MappingProxyType({"iban": "account", "bic": "bic", "payment_reference": "reference"})
_LINE: Final = MappingProxyType(
    {
        "description": "item_name",
        "item_id": "seller_item_id",
        "quantity": "quantity",
        "unit": "unit",
        "unit_price": "price",
        "tax_rate": "tax_rate",
        "net": "net_amount",
    }
)
_GROUP: Final = MappingProxyType({"rate": "rate", "base": "base", "tax": "tax"})
_CHARGE: Final = MappingProxyType({"description": "reason", "amount": "amount", "tax_rate": "tax_rate"})


def from_invoice(invoice: Invoice, method: Method) -> Extraction:
    """Return what an e-invoice says, each value at its XPath."""
    header = {
        name: value
        for name, paths in _PATHS.items()
        if (value := next((found for path in paths if (found := _at(invoice, path, name, method))), None))
    }
    for name, path in _MEANS.items():
        told = (_at(invoice, f"payment_means[{n}].{path}", name, method) for n in range(len(invoice.payment_means)))
        if value := next(filter(None, told), None):
            header[name] = value
    return Extraction(
        fields=header,
        lines=tuple(_record(invoice, f"lines[{n}]", _LINE, "line", method) for n in range(len(invoice.lines))),
        tax_groups=tuple(
            _record(invoice, f"tax_breakdown[{n}]", _GROUP, "group", method) for n in range(len(invoice.tax_breakdown))
        ),
        charges=tuple(_charge(invoice, n, one, method) for n, one in enumerate(invoice.allowances_charges)),
    )


def to_invoice(extraction: Extraction) -> Invoice:
    """Return what was read from a page as an invoice; places are pages and boxes.

    Lines that with the charges do not add up to the net total are not the document's lines: then each tax group stands
    as one line, and people divide it where they need to.
    """
    extraction = _as_positive(extraction)
    parts = added(extraction)
    said, type_code = extraction.fields, text(extraction.fields, "type_code")
    places = {path: at for name, value in said.items() for path in _PATHS.get(name, ())[:1] if (at := place(value))}
    return Invoice(
        syntax="page",
        is_credit_note=type_code in CREDIT_NOTE_TYPES,
        number=text(said, "invoice_number"),
        type_code=type_code,
        issue_date=_day(said, "issue_date"),
        due_date=_day(said, "due_date"),
        currency=text(said, "currency"),
        payment_terms=text(said, "payment_terms"),
        order_reference=text(said, "order_reference"),
        seller=_party(said, "seller"),
        buyer=_party(said, "buyer"),
        payment_means=tuple(_payment_means(said)),
        allowances_charges=parts.allowances_charges,
        totals=StatedTotals(
            allowances=_sum(one for one in parts.allowances_charges if not one.is_charge),
            charges=_sum(one for one in parts.allowances_charges if one.is_charge),
            tax_exclusive=number(said, "net"),
            tax=number(said, "tax"),
            tax_inclusive=number(said, "gross"),
            prepaid=number(said, "prepaid"),
            payable=number(said, "payable"),
        ),
        tax_breakdown=breakdown(extraction),
        lines=parts.lines,
        places=MappingProxyType(places),
    )


def _sum(parts: Iterable[AllowanceCharge]) -> Decimal | None:
    """Return what allowances or charges add up to, None without any."""
    amounts = [part.amount for part in parts if part.amount is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def _as_positive(extraction: Extraction) -> Extraction:
    """Return a credit note that is printed in negative amounts with positive ones: it gives back, whatever the sign."""
    fields = extraction.fields
    gross = number(fields, "gross")
    if text(fields, "type_code") not in CREDIT_NOTE_TYPES or gross is None or gross >= 0:
        return extraction
    return Extraction(
        fields=_negated(fields, "net", "tax", "gross", "prepaid", "payable"),
        lines=tuple(_negated(line, "net", _signed(line)) for line in extraction.lines),
        tax_groups=tuple(_negated(group, "base", "tax") for group in extraction.tax_groups),
        charges=tuple(_negated(charge, "amount") for charge in extraction.charges),
    )


def _signed(line: Record) -> str:
    """Return which factor of a line below zero has its sign."""
    return "quantity" if (number(line, "quantity") or 0) < 0 else "unit_price"


def _negated(record: Record, *names: str) -> Record:
    turned = {name: format(-Decimal(record[name].value), "f") for name in names if name in record}
    return {**record, **{name: replace(record[name], value=value) for name, value in turned.items()}}


def _at(invoice: Invoice, path: str, name: str, method: Method) -> Value | None:
    found = _follow(invoice, path)
    if found is None or found == "":
        return None
    written = plain(found)
    evidence = (Evidence.LABEL, Evidence.FORMAT)
    return Value(
        value=written,
        raw=written,
        method=method,
        xpath=invoice.places.get(path),
        evidence=evidence,
        confidence=confidence(name, method, evidence),
    )


def _follow(invoice: Invoice, path: str) -> Leaf | None:
    found: object = invoice
    for step in path.split("."):
        name, _, index = step.partition("[")
        found = getattr(found, name, None)
        if index:
            position = int(index[:-1])
            found = found[position] if isinstance(found, tuple) and position < len(found) else None
    return found if isinstance(found, (str, bool, date, Decimal)) else None


def _record(invoice: Invoice, at: str, names: Mapping[str, str], kind: str, method: Method) -> Record:
    return {
        name: value for name, path in names.items() if (value := _at(invoice, f"{at}.{path}", f"{kind}.{name}", method))
    }


def _charge(invoice: Invoice, n: int, one: AllowanceCharge, method: Method) -> Record:
    record = _record(invoice, f"allowances_charges[{n}]", _CHARGE, "charge", method)
    return record if one.is_charge else _negated(record, "amount")


def place(value: Value) -> str:
    """Return where a value stands as words: its XPath, or its page and box in points."""
    if value.box is None:
        return value.xpath or ""
    edges = (value.box.left, value.box.top, value.box.right, value.box.bottom)
    return f"page {value.page} [{', '.join(format(Decimal(edge) / HUNDRED, '.2f') for edge in edges)}]"


def _day(record: Record, name: str) -> date | None:
    return date.fromisoformat(record[name].value) if name in record else None


def _party(said: Record, who: str) -> Party | None:
    email, known_as = text(said, f"{who}_email"), text(said, "customer_number") if who == "buyer" else None
    party = Party(
        name=text(said, f"{who}_name"),
        vat_id=text(said, f"{who}_tax_id"),
        ids=(Identifier(value=known_as),) if known_as else (),
        contact=Contact(email=email) if email else None,
    )
    return None if party == Party() else party


def _payment_means(said: Record) -> Iterator[PaymentMeans]:
    means = PaymentMeans(**{path: text(said, name) for name, path in _MEANS.items()})
    if means != PaymentMeans():
        yield means
