"""Pages of those who supply: energy with meters and instalments, a town's works with a slip to pay by."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Final

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import cents
from bursar.evals.rendering.trades.pairs import (
    at_right,
    bank,
    buyer,
    contacts,
    due,
    feet,
    fitting,
    listed,
    page_numbers,
    pair,
    pairs,
    quoting,
    reason,
    registered,
    seller,
    stacked,
    tax_id,
)
from bursar.evals.rendering.trades.sums import sums, tax_table, tower
from bursar.evals.rendering.trades.table import Table, months, rows

_MODULE: Final = 4.6
_MODULES: Final = 17


def utility(d: Draft) -> None:
    """Draw a year of energy: meters and what they counted, prices with four decimals, instalments taken off."""
    facts = d.facts
    d.sheet.logo(d.left, 36, 70, 40)
    stacked(d, d.right, 48, (*seller(d), *contacts(d)), size=8, bold=True, align="R")
    stacked(d, d.left, 132, buyer(d), size=10)
    told = pairs(d, "customer_number", "contract_number", "supply_point", "invoice_number", "issue_date")
    at_right(d, told, 132, size=8.5)
    start, end = months(d, 11)[0], months(d)[1]
    d.sheet.text(d.left, 224, d.title, 15, bold=True)
    d.sheet.text(d.left, 238, d.sentence("billing", start=start, end=end), 9)
    d.y = 262
    _meters(d, start, end)
    columns = (("description", 0.0), ("quantity", 70.0), ("unit", 46.0), ("unit_price", 80.0), ("net", 80.0))
    rows(d, Table(columns=columns, head="gray", rules="none", size=8.5, gap=5))
    tower(d, sums(d), left=d.left + 180, last="gray")
    share = d.day(facts.due_date + timedelta(days=31))
    d.paragraph(d.sentence("instalments", count="11", amount=d.money(cents(facts.prepaid / 11))), 8)
    d.paragraph(d.sentence("next_instalment", amount=d.money(cents(facts.gross / 11)), date=share), 8)
    d.paragraph(due(d))
    d.paragraph(quoting(d), 8)
    reason(d)
    name, iban, bic = bank(d)
    feet(d, ((*registered(d), tax_id(d)), (name[1], " ".join(iban), " ".join(bic))))
    page_numbers(d, d.sheet.height - 14)


def _meters(d: Draft, start: str, end: str) -> None:
    """Draw what meters showed: no money in it."""
    width = (d.right - d.left) / 6
    names = ("meter_number", "from_day", "to_day", "old_reading", "new_reading", "consumption")
    d.sheet.rect(d.left, d.y - 11, d.right - d.left, 15, gray=235)
    for column, name in enumerate(names):
        label = d.label(name)
        d.sheet.text(d.left + column * width + 3, d.y, label, fitting(d, label, 7.5, width - 5, bold=True), bold=True)
    for _ in range(2):
        d.y += 15
        old, used = d.rng.randint(10_000, 60_000), d.rng.randint(900, 9_000)
        readings = (d.numbers.number(Decimal(one), 0) for one in (old, old + used, used))
        for column, text in enumerate((pair(d, "meter_number")[1], start, end, *readings)):
            x = d.left + column * width + 3
            d.sheet.text(x, d.y, text, fitting(d, text, 8, width - 5))
    d.y += 30


def slip(d: Draft) -> None:
    """Draw a town's bill with a slip below: account, amount and reference stand on the page twice."""
    facts = d.facts
    d.sheet.text(d.left, 50, seller(d)[0], 13, bold=True)
    d.sheet.text(d.left, 62, " – ".join((*seller(d)[1:], *contacts(d)[:2])), 7.5)
    stacked(d, d.left + 270, 96, buyer(d), size=10)
    told = pairs(d, "issue_date", "invoice_number", "customer_number", "document_number", "due_date")
    listed(d, told, d.left, 96, size=8.5)
    d.sheet.text(d.left, 184, d.title, 14, bold=True)
    d.y, d.bottom = 208, d.sheet.height - 330
    columns = (
        ("description", 0.0),
        ("quantity", 60.0),
        ("unit", 50.0),
        ("unit_price", 70.0),
        ("tax_rate", 46.0),
        ("net", 76.0),
    )
    rows(d, Table(columns=columns, size=8.5, gap=4))
    d.bottom = d.sheet.height - 232
    tower(d, sums(d), left=d.left + 220, step=13, last="ruled")
    reason(d, 8)
    d.sheet.text(d.left, d.sheet.height - 236, f"{tax_id(d)}   {registered(d)[0]}", 7.5)
    top, cut = d.sheet.height - 222, 165.0
    d.sheet.line(0, top, d.sheet.width, top)
    d.sheet.line(cut, top, cut, d.sheet.height)
    d.says("payment_reference", facts.references["payment_reference"])
    _part(d, 16, top, d.label("slip.receipt"), cut - 24)
    _part(d, cut + 106, top, d.label("slip.part"), d.sheet.width - cut - 120)
    _code(d, cut + 14, top + 36)
    d.sheet.text(
        cut + 14, top + 20, d.label("slip.scan"), fitting(d, d.label("slip.scan"), 8, 84, bold=True), bold=True
    )
    for x in (16.0, cut + 14):
        d.sheet.text(x, d.sheet.height - 40, d.label("slip.amount"), 6.5, bold=True)
        d.sheet.text(x, d.sheet.height - 28, d.numbers.number(facts.payable, 2), 9.5)
        d.sheet.text(x + 66, d.sheet.height - 40, d.label("currency"), 6.5, bold=True)
        d.sheet.text(x + 66, d.sheet.height - 28, facts.currency, 9.5)
    d.says("currency", facts.currency)


def _part(d: Draft, x: float, top: float, title: str, width: float) -> None:
    """Draw one part of the slip: to whom, by whom, on which reference."""
    facts, y = d.facts, top + 34
    d.sheet.text(x, top + 20, title, 10, bold=True)
    _name, iban, bic = bank(d)
    blocks = (
        (d.label("slip.payee"), (iban[1], f"{bic[0]} {bic[1]}", *seller(d))),
        (d.label("slip.reference"), (facts.references["payment_reference"],)),
        (d.label("slip.payer"), buyer(d)),
    )
    for label, texts in blocks:
        d.sheet.text(x, y, label, 6.5, bold=True)
        for text in texts:
            y += 10.5
            d.sheet.text(x, y, text, fitting(d, text, 8.5, width))
        y += 14


def _code(d: Draft, x: float, y: float) -> None:
    """Draw what looks like a code to be scanned."""
    for row in range(_MODULES):
        for column in range(_MODULES):
            if d.rng.random() < 0.5:
                d.sheet.rect(x + column * _MODULE, y + row * _MODULE, _MODULE, _MODULE, gray=0)


def authority(d: Draft) -> None:
    """Draw an authority's bill in capitals: rates in a table of their own, who pays named last, two accounts."""
    d.sheet.text((d.left + d.right) / 2, 54, seller(d)[0].upper(), 14, bold=True, align="C")
    d.sheet.text((d.left + d.right) / 2, 67, " * ".join(seller(d)[1:]).upper(), 8, align="C")
    d.sheet.line(d.left, 76, d.right, 76)
    d.sheet.text(d.left, 100, d.title.upper(), 12, bold=True)
    listed(d, pairs(d, "invoice_number", "issue_date", "supply_point", "customer_number"), d.left, 118)
    stacked(d, d.left + 290, 100, (f"{d.label('bill_to')}:", *buyer(d)), size=9)
    d.y = 196
    columns = (
        ("date", 70.0),
        ("description", 0.0),
        ("quantity", 56.0),
        ("unit_price", 76.0),
        ("letter", 30.0),
        ("net", 80.0),
    )
    rows(d, Table(columns=columns, head="framed", rules="rows", capitals=True, size=8))
    tax_table(d, d.left, letters=True)
    tower(d, sums(d, together=True), left=d.left + 200)
    d.paragraph(due(d))
    d.paragraph(quoting(d))
    for account in d.facts.accounts:
        d.paragraph(" ".join(f"{label} {text}" for label, text in bank(d, account)), 8)
    reason(d)
    d.sheet.text(d.left, d.sheet.height - 30, f"{tax_id(d)} | {' | '.join(contacts(d))}", 7)
