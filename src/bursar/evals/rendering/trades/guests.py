"""Pages of those whose prices include tax: a hotel, a restaurant's till, a shop on the web."""

from __future__ import annotations

from datetime import timedelta

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.trades.pairs import (
    at_right,
    bank,
    below_names,
    buyer,
    contacts,
    feet,
    fitting,
    listed,
    pair,
    pairs,
    phone,
    registered,
    seller,
    stacked,
    tax_id,
)
from bursar.evals.rendering.trades.sums import tax_table, to_pay, tower
from bursar.evals.rendering.trades.table import Table, rows


def hotel(d: Draft) -> None:
    """Draw a guest's bill: a day in every row, prices with tax, the town's own tax without any."""
    middle = (d.left + d.right) / 2
    d.sheet.text(middle, 58, seller(d)[0], 18, bold=True, align="C")
    d.sheet.text(middle, 72, " • ".join((*seller(d)[1:], *contacts(d))), 7.5, align="C")
    stacked(d, d.left, 120, buyer(d, person=True), size=9.5)
    day = d.facts.issue_date
    first = day - timedelta(days=max(1, len(d.facts.lines) - 1))
    stay = [
        (d.label("arrival"), d.day(first)),
        (d.label("departure"), d.day(day)),
        (d.label("guest"), d.facts.buyer.person),
    ]
    at_right(d, [pair(d, "room"), *stay, *pairs(d, "terminal")], 112, size=8.5)
    d.says("issue_date", day.isoformat())
    d.says("invoice_number", d.facts.number)
    title = d.sentence("one_line", title=d.title, number=d.facts.number, date=d.day(day))
    d.sheet.text(d.left, 206, title, 13, bold=True)
    d.y = 234
    columns = (
        ("date", 74.0), ("description", 0.0), ("quantity", 44.0), ("price_inclusive", 76.0), ("letter", 40.0),
        ("inclusive", 80.0),
    )  # fmt: skip
    rows(d, Table(columns=columns, size=9, gap=4))
    tower(d, to_pay(d), left=d.left + 250, last="ruled", size=10)
    tax_table(d, d.left, letters=True, inclusive=True)
    d.says("net", f"{d.facts.net:.2f}")
    d.says("tax", f"{d.facts.tax:.2f}")
    net = (d.label("net"), d.money(d.facts.net))
    listed(d, (net, (d.label("tax"), d.money(d.facts.tax))), d.left, d.y, size=8.5)
    d.y += 40
    d.paragraph(d.sentence("stay"), 9)
    name, iban, bic = bank(d)
    feet(d, ((name[1], " ".join(iban), " ".join(bic)), (*registered(d), tax_id(d))))


def till(d: Draft) -> None:
    """Draw a restaurant's till roll: narrow, one face, a letter for the rate behind every price."""
    middle, text = d.sheet.width / 2, d.sheet.text
    for row, line in enumerate((*seller(d), phone(d), tax_id(d))):
        text(middle, 26 + row * 10.5, line, fitting(d, line, 8, d.right - d.left), bold=row == 0, align="C")
    text(middle, 92, d.title.upper(), 10, bold=True, align="C")
    d.y = listed(d, pairs(d, "invoice_number", "issue_date", "seat", "terminal"), d.left, 108, size=7.5)
    d.sheet.line(d.left, d.y - 4, d.right, d.y - 4)
    d.y += 9
    columns = (("quantity", 20.0), ("description", 0.0), ("inclusive", 44.0), ("letter", 16.0))
    rows(d, Table(columns=columns, head="none", size=7.5, gap=2.5))
    tower(d, to_pay(d), left=d.left, size=9, last="bold")
    tax_table(d, d.left, letters=True)
    text(d.left, d.y, d.sentence("till_card", amount=d.money(d.facts.gross)), 7.5)
    label, number = pair(d, "receipt")
    text(d.left, d.y + 10, f"{label} {number}  VISA XXXX 4411", 7.5)
    d.y += 28
    for line in (f"{d.label('bill_to')}:", *buyer(d)):
        text(d.left, d.y, line, fitting(d, line, 7.5, d.right - d.left))
        d.y += 10
    text(middle, d.y + 12, d.sentence("thanks"), fitting(d, d.sentence("thanks"), 7.5, d.right - d.left), align="C")


def shop(d: Draft) -> None:
    """Draw a web shop's invoice: prices with tax, delivery beside the table, the tax that is in it by letters."""
    facts = d.facts
    d.sheet.text(d.left, 56, facts.seller.web.removeprefix("www."), 20, bold=True, gray=60)
    d.sheet.text(d.right, 56, d.title, 16, align="R")
    d.sheet.line(d.left, 66, d.right, 66)
    stacked(d, d.left, 92, (d.label("bill_to"), *buyer(d, person=True)), size=9, bold=True)
    stacked(
        d, d.left + 180, 92, (d.label("ship_to"), facts.buyer.person, facts.buyer.street, facts.buyer.city), bold=True
    )
    told = pairs(d, "invoice_number", "issue_date", "order_reference", "order_date", "customer_number", "delivery_date")
    d.y = below_names(d, told[:3], 172)
    d.y = below_names(d, told[3:], d.y) + 12
    columns = (
        ("item_id", 70.0), ("description", 0.0), ("letter", 34.0), ("quantity", 50.0), ("price_inclusive", 76.0),
        ("inclusive", 80.0),
    )  # fmt: skip
    rows(d, Table(columns=columns, below=("serial",), head="gray", signs=True, size=8.5, gap=6))
    lines = [(d.label("lines_sum"), d.money(facts.lines_sum)), (d.label("shipping"), d.money(facts.shipping))]
    tower(d, [*lines, *to_pay(d)], left=d.left + 230, last="large")
    d.sheet.text(d.left, d.y, d.label("included"), 8.5, bold=True)
    d.y += 15
    tax_table(d, d.left, letters=True, inclusive=True)
    d.paragraph(d.sentence("wallet", amount=d.money(facts.gross), date=d.day(facts.order_date)), 8.5)
    d.paragraph(d.sentence("returns"), 7.5)
    feet(d, ((*seller(d), tax_id(d)), contacts(d), registered(d)), size=7)
