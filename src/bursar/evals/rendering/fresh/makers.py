"""Pages of those who make, sell and rent things: artisans, dealers, printers, small companies, renters of machines."""

from __future__ import annotations

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.fresh.parts import (
    bank,
    beside,
    buyer,
    column,
    feet,
    joined,
    numbered,
    over,
    pair,
    pairs,
    put,
    reached,
    reason,
    seller,
    stack,
    terms,
)
from bursar.evals.rendering.fresh.sums import boxes, ladder, strip, sums, tax_table, taxes, to_pay
from bursar.evals.rendering.fresh.table import Grid, listed


def artisan(d: Draft) -> None:
    """Draw a form in frames: both parties, a row of what it is about, the table, taxes and when to pay how much."""
    half = (d.right - d.left) / 2
    parties = (
        ("from", (*seller(d), joined(pairs(d, "seller_tax_id")), reached(d)[1])),
        ("bill_to", (*buyer(d), joined(pairs(d, "buyer_tax_id")))),
    )
    for place, (kind, rows) in enumerate(parties):
        x = d.left + place * half
        d.sheet.rect(x, 40, half - 6 * (1 - place), 92)
        put(d, x + 5, 51, d.label(kind), 6.5)
        stack(d, x + 5, 66, rows, size=9, width=half - 18)
    d.y = 160
    put(d, d.left, d.y, d.title, 12, bold=True)
    d.y = over(
        d, pairs(d, "invoice_number", "issue_date", "customer_number", "order_reference", "delivery_note"), 184,
        frame=True,
    )  # fmt: skip
    d.y += 10
    columns = (
        ("description", 0.0, "L"), ("unit", 42.0, "C"), ("quantity", 46.0, "R"), ("unit_price", 62.0, "R"),
        ("discount", 40.0, "R"), ("net", 68.0, "R"), ("tax_rate", 40.0, "R"),
    )  # fmt: skip
    listed(d, Grid(columns=columns, head="boxed", rules="cells", size=8.5, gap=6))
    d.room(120)
    below = tax_table(d, d.left, (54, 82, 76), frame=True)
    net = (d.label("net"), d.total("net", d.facts.net))
    tax = (d.label("tax_sum"), d.total("tax", d.facts.tax))
    ladder(d, [net, tax, *to_pay(d)], d.left + 260, last="block", size=10)
    d.y = max(d.y, below) + 6
    d.paragraph(joined([(d.label("terms"), terms(d))], mark=": "), 8.5)
    label, day = pair(d, "due_date")
    d.paragraph(f"{label}: {day} - {d.money(d.facts.payable)}", 8.5)
    d.paragraph(joined(bank(d), "  -  ", mark=": "), 8.5)
    feet(d, (d.sentence("late"),), size=6.5)


def company(d: Draft) -> None:
    """Draw a small company's bill: all that is known of the seller in a bar at the left, mentions of the law below."""
    bar = d.left
    d.sheet.rect(0, 0, bar + 116, d.sheet.height, gray=235)
    d.left += 136
    put(d, bar, 60, seller(d)[0], 12, bold=True, width=108)
    y = stack(d, bar, 78, (*seller(d)[1:], *reached(d)), size=7.5, width=108)
    kinds = ("register", "seller_tax_id", "customer_number", "order_reference", "delivery_date", "contact")
    y = column(d, pairs(d, *kinds), bar, y + 22, width=108)
    column(d, bank(d), bar, y + 14, width=108, size=7.5)
    number, (label, day) = pair(d, "invoice_number")[1], pair(d, "issue_date")
    put(d, d.left, 60, d.sentence("titled", title=d.title, number=number), 15, bold=True, width=d.right - d.left)
    d.sheet.text(d.left, 76, f"{label} {day}", 9)
    stack(d, d.left + 150, 120, buyer(d), size=10, width=d.right - d.left - 150)
    d.y = 210
    columns = (("item_id", 58.0, "L"), ("description", 0.0, "L"), ("unit_price", 56.0, "R"), ("quantity", 40.0, "R"),
               ("net", 64.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, rules="hair", size=8.5, gap=7))
    ladder(d, sums(d), d.left + 130, size=9.5, last="block")
    reason(d)
    label, day = pair(d, "due_date")
    d.paragraph(f"{label} : {day}. {terms(d, 'early')}", 8.5)
    d.y += 6
    d.paragraph(d.sentence("late"), 7)
    d.paragraph(d.sentence("property"), 7)


def parts(d: Draft) -> None:
    """Draw a dealer's tight list over pages: numbers of parts, prices of the list less what is taken off, and sums."""

    def again() -> None:
        put(d, d.left, 36, seller(d)[0], 8, bold=True)
        put(d, d.right, 36, f"{d.number_label} {d.facts.number}", 8, align="R")

    stack(d, d.left, 38, (*seller(d), *reached(d)), size=7.5, width=180)
    stack(d, d.left + 200, 38, (d.label("bill_to"), *buyer(d)), size=8, width=190)
    put(d, d.right, 42, d.title.upper(), 13, bold=True, align="R", width=140)
    kinds = ("invoice_number", "issue_date", "customer_number", "order_reference", "delivery_note", "tour", "currency")
    d.y = over(d, pairs(d, *kinds), 128, frame=True, size=8) + 6
    columns = (
        ("pos", 22.0, "R"), ("item_id", 62.0, "L"), ("quantity", 36.0, "R"), ("unit", 36.0, "L"),
        ("description", 0.0, "L"), ("unit_price", 54.0, "R"), ("discount", 40.0, "R"), ("net", 58.0, "R"),
        ("tax_rate", 34.0, "R"),
    )  # fmt: skip
    listed(d, Grid(columns=columns, head="filled", size=7.5, gap=2.5, top=60), again=again)
    d.room(130)
    boxes(d, sums(d, together=True))
    d.y = tax_table(d, d.left, (60, 80, 70))
    d.paragraph(f"{d.label('terms')}: {terms(d, 'early')}", 7.5)
    d.paragraph(joined([*bank(d, gaps=False), pair(d, "seller_tax_id")], " · "), 7.5)
    d.paragraph(d.sentence("property"), 6.5)
    numbered(d, d.sheet.height - 22)


def printer(d: Draft) -> None:
    """Draw a printer's bill: editions and their price per thousand, the paper below what was printed."""
    middle = (d.left + d.right) / 2
    d.sheet.line(d.left, 40, d.right, 40)
    put(d, middle, 62, seller(d)[0], 17, bold=True, align="C", width=d.right - d.left)
    d.sheet.text(middle, 76, "  *  ".join((*seller(d)[1:], reached(d)[0])), 8, align="C")
    d.sheet.line(d.left, 84, d.right, 84)
    stack(d, d.left, 116, buyer(d, attention=True), size=10.5)
    d.sheet.text(d.right, 190, f"{d.label('issue_date')} {pair(d, 'issue_date')[1]}", 10, align="R")
    put(d, d.left, 190, joined([(d.title, pair(d, "invoice_number")[1])]), 13, bold=True, width=270)
    d.y = 210
    d.paragraph(joined(pairs(d, "job", "order_reference", "delivery_date"), " / ", ": "), 9)
    d.y += 20
    columns = (("description", 0.0, "L"), ("quantity", 64.0, "R"), ("per_thousand", 76.0, "R"), ("net", 84.0, "R"),
               ("tax_rate", 40.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, under=("paper",), size=9.5, gap=7))
    strip(d, sums(d), size=9)
    reason(d)
    d.paragraph(terms(d, "early"), 9.5)
    d.paragraph(d.sentence("property"), 8)
    d.y += 6
    d.paragraph(joined(bank(d), ", "), 9)
    feet(d, (joined([pair(d, "seller_tax_id")]), reached(d)[1]))


def renter(d: Draft) -> None:
    """Draw a renter's bill across the paper: machines with the days on which they were out, carriage beside them."""
    d.sheet.logo(d.left, 26, 80, 28)
    put(d, d.left + 96, 46, d.title, 18, bold=True, width=300)
    stack(d, d.right, 36, (*seller(d), *reached(d)[:2]), size=8, align="R", width=300)
    stack(d, d.left, 84, (d.label("bill_to"), *buyer(d)), size=9, width=220)
    beside(d, pairs(d, "invoice_number", "issue_date", "contract"), d.left + 250, 84, gap=96, size=9, mark=":")
    beside(d, pairs(d, "site", "order_reference", "customer_number"), d.left + 490, 100, gap=96, size=9, mark=":")
    d.y = 164
    columns = (
        ("item_id", 76.0, "L"), ("description", 0.0, "L"), ("from_day", 84.0, "C"), ("to_day", 84.0, "C"),
        ("quantity", 44.0, "R"), ("unit", 54.0, "L"), ("unit_price", 72.0, "R"), ("net", 84.0, "R"),
    )  # fmt: skip
    listed(d, Grid(columns=columns, rules="bands", size=9, gap=6, head="boxed"))
    d.room(110)
    top = d.y
    facts = d.facts
    rows = [(d.label("lines_sum"), d.money(facts.lines_sum)), (d.label("shipping"), d.money(facts.shipping))]
    net = (d.label("net"), d.total("net", facts.net))
    ladder(d, [*rows, net, *taxes(d, bases=False), *to_pay(d)], d.left, right=d.left + 290, last="rules")
    x = d.left + 350
    y = stack(d, x, top, d.sheet.wrapped(terms(d), d.right - x, 8.5), size=8.5)
    y = beside(d, [*bank(d), pair(d, "payment_reference")], x, y + 6, gap=110, size=8.5)
    beside(d, [pair(d, "seller_tax_id")], x, y + 4, gap=110, size=8.5)
    numbered(d, d.sheet.height - 20, align="C")
