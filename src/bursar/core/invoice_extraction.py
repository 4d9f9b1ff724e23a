"""Between an e-invoice and what a document says value by value: data as an extraction, an extraction as an invoice.

Both ways, so that whatever a document is, the same checks judge it and the same shape shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from bursar.core.confidence import confidence
from bursar.core.extraction import Evidence, Extraction, Method, Record, Value
from bursar.core.invoices import (
    CREDIT_NOTE_TYPES,
    Contact,
    Identifier,
    Invoice,
    InvoiceLine,
    Leaf,
    Party,
    PaymentMeans,
    StatedTotals,
    TaxBreakdown,
    plain,
)
from bursar.core.money import CURRENCIES, Money

HUNDRED: Final = Decimal(100)
CENT: Final = Decimal("0.01")
_TENTHS_TELL: Final = Decimal(20)  # Half a tenth of a percent of it is a cent.
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
    )


def to_invoice(extraction: Extraction) -> Invoice:
    """Return what was read from a page as an invoice; places are pages and boxes.

    Lines that do not add up to the net total are not the document's lines: then each tax group stands as one line, and
    people divide it where they need to.
    """
    extraction = _as_positive(extraction)
    said, type_code = extraction.fields, _text(extraction.fields, "type_code")
    places = {path: at for name, value in said.items() for path in _PATHS.get(name, ())[:1] if (at := place(value))}
    return Invoice(
        syntax="page",
        is_credit_note=type_code in CREDIT_NOTE_TYPES,
        number=_text(said, "invoice_number"),
        type_code=type_code,
        issue_date=_day(said, "issue_date"),
        due_date=_day(said, "due_date"),
        currency=_text(said, "currency"),
        payment_terms=_text(said, "payment_terms"),
        order_reference=_text(said, "order_reference"),
        seller=_party(said, "seller"),
        buyer=_party(said, "buyer"),
        payment_means=tuple(_payment_means(said)),
        totals=StatedTotals(
            tax_exclusive=_number(said, "net"),
            tax=_number(said, "tax"),
            tax_inclusive=_number(said, "gross"),
            prepaid=_number(said, "prepaid"),
            payable=_number(said, "payable"),
        ),
        tax_breakdown=_breakdown(extraction),
        lines=_lines(extraction),
        places=MappingProxyType(places),
    )


def _as_positive(extraction: Extraction) -> Extraction:
    """Return a credit note that is printed in negative amounts with positive ones: it gives back, whatever the sign."""
    fields = extraction.fields
    gross = _number(fields, "gross")
    if _text(fields, "type_code") not in CREDIT_NOTE_TYPES or gross is None or gross >= 0:
        return extraction
    return Extraction(
        fields=_negated(fields, "net", "tax", "gross", "prepaid", "payable"),
        lines=tuple(_negated(line, "net", _signed(line)) for line in extraction.lines),
        tax_groups=tuple(_negated(group, "base", "tax") for group in extraction.tax_groups),
    )


def _signed(line: Record) -> str:
    """Return which factor of a line below zero has its sign."""
    return "quantity" if (_number(line, "quantity") or 0) < 0 else "unit_price"


def _negated(record: Record, *names: str) -> Record:
    turned = {name: format(-Decimal(record[name].value), "f") for name in names if name in record}
    return {**record, **{name: replace(record[name], value=value) for name, value in turned.items()}}


def lines_add_up(extraction: Extraction) -> bool:
    """Say whether every line has an amount and together they are the net total, where one is stated."""
    nets = [_number(line, "net") for line in extraction.lines]
    if not nets or None in nets:
        return False
    stated = _number(extraction.fields, "net")
    return stated is None or sum((net for net in nets if net is not None), Decimal(0)) == stated


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


def place(value: Value) -> str:
    """Return where a value stands as words: its XPath, or its page and box in points."""
    if value.box is None:
        return value.xpath or ""
    edges = (value.box.left, value.box.top, value.box.right, value.box.bottom)
    return f"page {value.page} [{', '.join(format(Decimal(edge) / HUNDRED, '.2f') for edge in edges)}]"


def _text(record: Record, name: str) -> str | None:
    return record[name].value if name in record else None


def _number(record: Record, name: str) -> Decimal | None:
    return Decimal(record[name].value) if name in record else None


def _day(record: Record, name: str) -> date | None:
    return date.fromisoformat(record[name].value) if name in record else None


def _party(said: Record, who: str) -> Party | None:
    email, number = _text(said, f"{who}_email"), _text(said, "customer_number") if who == "buyer" else None
    party = Party(
        name=_text(said, f"{who}_name"),
        vat_id=_text(said, f"{who}_tax_id"),
        ids=(Identifier(value=number),) if number else (),
        contact=Contact(email=email) if email else None,
    )
    return None if party == Party() else party


def _payment_means(said: Record) -> Iterator[PaymentMeans]:
    means = PaymentMeans(**{path: _text(said, name) for name, path in _MEANS.items()})
    if means != PaymentMeans():
        yield means


def _breakdown(extraction: Extraction) -> tuple[TaxBreakdown, ...]:
    """Return the tax groups; where none was read, the one that the totals make, at the rate that they tell.

    Tax at no rate that there is, such as that of several groups, has none: so it differs from its base and is seen.
    """
    if extraction.tax_groups:
        return tuple(
            TaxBreakdown(base=_number(group, "base"), tax=_number(group, "tax"), rate=_number(group, "rate"))
            for group in extraction.tax_groups
        )
    net, tax = _number(extraction.fields, "net"), _number(extraction.fields, "tax")
    if net is None or tax is None:
        return ()
    if _lines_tell(extraction, tax):
        return ()
    return (TaxBreakdown(base=net, tax=tax, rate=_rate_told(net, tax)),)


def _lines_tell(extraction: Extraction, tax: Decimal) -> bool:
    """Say whether the lines name several rates and these make the tax: then the groups are those of the lines."""
    lines = [(_number(line, "net"), _number(line, "tax_rate")) for line in extraction.lines]
    taxes = [net * rate / HUNDRED for net, rate in lines if net is not None and rate is not None]
    rates = {rate for _, rate in lines}
    if len(rates) < 2 or len(taxes) < len(lines) or not lines_add_up(extraction):
        return False
    return abs(sum(taxes) - tax) <= CENT * len(rates)


def _rate_told(net: Decimal, tax: Decimal) -> Decimal | None:
    """Return the whole percent that the tax is of the net amount, or the tenth where cents tell tenths apart."""
    if not net:
        return None if tax else Decimal(0)
    for decimals in (0, 1) if abs(net) > _TENTHS_TELL else (0,):
        rate = round(tax * HUNDRED / net, decimals)
        if abs(net * rate / HUNDRED - tax) <= CENT:
            return rate
    return None


def _lines(extraction: Extraction) -> tuple[InvoiceLine, ...]:
    if lines_add_up(extraction):
        return tuple(_line(n, line) for n, line in enumerate(extraction.lines, start=1))
    groups = _breakdown(extraction)
    if nets := _nets_of_gross(extraction, groups):
        priced = (replace(_line(n, line), net_amount=net) for n, (line, net) in enumerate(nets, start=1))
        return tuple(replace(line, price=_price(line)) for line in priced)
    net = _number(extraction.fields, "net") or _number(extraction.fields, "gross")
    if not groups and net is not None:
        groups = (TaxBreakdown(base=net, rate=Decimal(0)),)
    return tuple(
        InvoiceLine(
            id=str(n),
            quantity=Decimal(1),
            net_amount=one.base,
            price=one.base,
            tax_rate=one.rate,
            item_name="All lines" if len(groups) == 1 or one.rate is None else f"All lines at {one.rate} % tax",
        )
        for n, one in enumerate(groups, start=1)
    )


def _price(line: InvoiceLine) -> Decimal | None:
    return line.net_amount / line.quantity if line.net_amount is not None and line.quantity else line.net_amount


def _nets_of_gross(extraction: Extraction, groups: Sequence[TaxBreakdown]) -> list[tuple[Record, Decimal]]:
    """Return the lines with their net amounts where they are printed with tax; nothing where they are not.

    Such lines add up to each group's base and tax together; the base is divided among them in proportion, so that not a
    cent is lost.
    """
    currency = _text(extraction.fields, "currency")
    rates = [group.rate for group in groups]
    only = rates[0] if len(rates) == 1 else None
    lines = [
        (line, _number(line, "net"), _number(line, "tax_rate") if "tax_rate" in line else only)
        for line in extraction.lines
    ]
    if not lines or currency is None or currency not in CURRENCIES or not {rate for _, _, rate in lines} <= set(rates):
        return []
    nets: dict[int, Decimal] = {}
    for group in groups:
        at = [
            n for n, (_, amount, rate) in enumerate(lines) if rate == group.rate and amount is not None and amount > 0
        ]
        amounts = [amount for n in at if (amount := lines[n][1]) is not None]
        base, tax = group.base or Decimal(0), group.tax or Decimal(0)
        if not at or sum(amounts, Decimal(0)) != base + tax:
            return []
        nets |= zip(at, (part.amount for part in Money(base, currency).split(amounts)), strict=True)
    return [(line, nets[n]) for n, (line, _, _) in enumerate(lines)] if len(nets) == len(lines) else []


def _line(number: int, line: Record) -> InvoiceLine:
    net, quantity, price = _number(line, "net"), _number(line, "quantity"), _number(line, "unit_price")
    # A discount may stand between price and amount; what is paid is the amount.
    if net is not None and (quantity is None or price is None or quantity * price != net):
        price = net / quantity if quantity else net
    return InvoiceLine(
        id=str(number),
        quantity=Decimal(1) if quantity is None else quantity,
        unit=_text(line, "unit"),
        net_amount=net,
        price=price,
        tax_rate=_number(line, "tax_rate"),
        item_name=_text(line, "description"),
        seller_item_id=_text(line, "item_id"),
    )
