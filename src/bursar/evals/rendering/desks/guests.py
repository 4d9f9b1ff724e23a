"""Pages whose prices hold the tax already: a hotel's bill for a guest, and a shop's for what was ordered on line."""

from __future__ import annotations

from datetime import timedelta

from bursar.evals.rendering.desks.parts import (
    buyer,
    colons,
    feet,
    heads,
    listed,
    paged,
    pair,
    pairs,
    put,
    seller,
    stacked,
)
from bursar.evals.rendering.desks.sums import ladder, summed, tax_table
from bursar.evals.rendering.desks.table import Grid, items
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Line


def hotel(d: Draft) -> None:
    """Draw a hotel's bill: who stayed from when to when, what was booked on which day, paid when leaving."""
    facts = d.facts
    name, *rest = seller(d)
    middle = (d.left + d.right) / 2
    d.sheet.logo(middle - 18, 24, 36, 30)
    put(d, middle, 70, name, 15, bold=True, align="C", width=320)
    put(d, middle, 83, " · ".join((*rest, facts.seller.phone)), 8, align="C", width=420)
    put(d, middle, 94, " · ".join((pair(d, "email")[1], facts.seller.web)), 8, align="C", width=420)
    stacked(d, d.left, 134, buyer(d), 10, width=230)
    nights = facts.lines[0].quantity
    arrived, left = facts.issue_date - timedelta(days=int(nights)), facts.issue_date
    some = [
        pair(d, "number"),
        pair(d, "issue_date"),
        (d.label("guest"), facts.buyer.person),
        pair(d, "room"),
        (d.label("arrival"), d.day(arrived)),
        (d.label("departure"), d.day(left)),
        pair(d, "guest_folio"),
    ]
    listed(d, some, d.right - 190, 128, 92, size=9, style="colon")
    d.y = 252
    put(d, d.left, d.y, d.title, 15, bold=True)
    d.y += 26
    columns = (("night", 66.0, "L"), ("description", 0.0, "L"), ("quantity", 52.0, "R"), ("unit_price", 80.0, "R"),
               ("net", 84.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="lined", size=9.5, gap=5))
    ladder(d, summed(d, "gross", "prepaid", "payable"), d.left + 240, size=10.5)
    d.room(90)
    d.y = tax_table(d, d.left, (("rate", 70), ("base", 90), ("tax", 90), ("with_tax", 90)), size=8.5, total=True)
    d.y += 16
    put(d, d.left, d.y, d.sentence("goodbye"), 10, width=d.right - d.left)
    rows = [colons([one]) for one in pairs(d, "seller_tax_id", "register", "iban", "bic")]
    feet(d, (rows[:2], rows[2:]), size=7)
    paged(d, d.right, d.sheet.height - 46, 8)


def shop(d: Draft) -> None:
    """Draw what a shop on line puts beside an order: sold by whom, sent where to, prices with tax, and tax by rate."""
    facts = d.facts
    d.sheet.logo(d.left, 36, 120, 30)
    put(d, d.right, 56, d.title, 20, bold=True, align="R", width=220)
    x = d.left + 280
    stacked(d, d.left, 96, (*buyer(d), colons(pairs(d, "buyer_tax_id"))), 9.5, width=230)
    total = d.money(facts.gross)
    d.sheet.rect(x, 84, d.right - x, 62, gray=236)
    some = [*pairs(d, "number", "issue_date"), (d.label("payable"), total)]
    listed(d, some, x + 8, 100, 110, size=9.5, style="bold")
    named = seller(d)
    put(d, x, 164, d.label("sold_by"), 8.5, bold=True)
    put(d, x + 90, 164, named[0], 8.5, width=d.right - x - 90)
    put(d, x, 176, colons(pairs(d, "seller_tax_id")), 8.5, width=d.right - x)
    d.y = 206
    d.sheet.line(d.left, d.y, d.right, d.y)
    step = (d.right - d.left) / 3
    blocks = (
        (d.label("bill_to"), *facts.buyer.address),
        (d.label("ship_to"), facts.buyer.name, *facts.buyer.address[1:]),
        (d.label("sold_by"), *named),
    )
    for place, texts in enumerate(blocks):
        stacked(d, d.left + place * step, d.y + 16, texts, 8.5, first=True, width=step - 12)
    d.y += 76
    put(d, d.left, d.y, d.label("about_order"), 11, bold=True)
    some = pairs(d, "order_date", "order_reference", "delivery_date", "payment_method")
    d.y = listed(d, some, d.left, d.y + 15, 120, size=8.5) + 14
    columns = (("description", 0.0, "L"), ("quantity", 50.0, "R"), ("unit_price", 96.0, "R"), ("tax_rate", 46.0, "R"),
               ("signed_net", 100.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="gray", rules="rows", size=8.5, gap=8, below=_item))
    ladder(d, summed(d, "shipping", "gross"), d.left + 280, style="ruled", size=10)
    d.room(80)
    d.y = tax_table(d, d.left + 200, (("rate", 70), ("base", 110), ("tax", d.right - d.left - 380)), total=True)
    d.paragraph(d.sentence("returns"), 7.5)
    heads(d, 48)
    paged(d, d.right, d.sheet.height - 66, 7)
    feet(d, ((*named, facts.seller.web), tuple(colons([one], colon=" ") for one in pairs(d, "email", "register"))),
         lift=22)  # fmt: skip


def _item(d: Draft, line: Line, _number: int) -> str:
    return f"{d.label('sku')}: {line.item_id}"
