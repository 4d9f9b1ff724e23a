"""Pages of those who supply: groups with a slip for their cashiers, resellers, energy, cleaners, events."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO
from bursar.evals.rendering.fresh.parts import (
    Pair,
    bank,
    beside,
    buyer,
    due,
    feet,
    joined,
    month,
    month_end,
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
from bursar.evals.rendering.fresh.sums import boxes, ladder, sums, tax_table
from bursar.evals.rendering.fresh.table import Grid, listed


def remittance(d: Draft) -> None:
    """Draw a large company's bill with a slip below, on which a buyer tells what is paid."""
    d.sheet.logo(d.right - 110, 30, 110, 34)
    stack(d, d.left, 50, buyer(d, attention=True), size=9.5, width=260)
    put(d, d.left, 138, d.title, 20, width=240)
    kinds = ("customer_number", "invoice_number", "issue_date", "order_reference", "seller_tax_id")
    some = pairs(d, *kinds)
    beside(d, some, d.left + 280, 92, gap=120, size=8.5, edge=d.right)
    stack(d, d.left, 160, (*seller(d), *reached(d)), size=7.5, width=240)
    d.y = 248
    columns = (
        ("item_id", 74.0, "L"), ("description", 0.0, "L"), ("quantity", 50.0, "R"), ("unit_price", 68.0, "R"),
        ("tax_rate", 44.0, "R"), ("net", 80.0, "R"),
    )  # fmt: skip
    listed(d, Grid(columns=columns, size=8.5))
    ladder(d, sums(d), d.left + 270)
    reason(d)
    d.paragraph(terms(d, "terms_date"), 8.5)
    _slip(d, some[:3])
    numbered(d, 22)


def _slip(d: Draft, some: list[Pair]) -> None:
    """Draw the slip at the foot of the last page."""
    top = d.sheet.height - 158
    dashes = int((d.right - d.left) / d.sheet.measured("- ", 7))
    d.sheet.text(d.left, top, "- " * dashes, 7, gray=110)
    put(d, d.left, top + 22, d.sentence("slip"), 11, bold=True)
    put(d, d.left, top + 36, d.sentence("slip_how"), 7.5, width=d.right - d.left)
    beside(d, [*some, (d.label("payable"), d.money(d.facts.payable))], d.left, top + 58, gap=120, size=8.5)
    beside(d, bank(d), d.left + 270, top + 58, gap=84, size=8.5)


def licences(d: Draft) -> None:
    """Draw a reseller's bill: below each program its key and until when it may be used."""
    d.sheet.rect(d.left, 36, d.right - d.left, 40, gray=40)
    d.sheet.logo(d.left + 6, 42, 28, 28)
    put(d, d.right, 96, d.title, 14, bold=True, align="R")
    stack(d, d.left, 98, (*seller(d), *reached(d)[1:]), size=8, width=240)
    stack(d, d.left, 170, (d.label("bill_to"), *buyer(d), joined(pairs(d, "buyer_tax_id"))), size=9, width=230)
    kinds = ("invoice_number", "issue_date", "order_reference", "order_date", "customer_number", "seller_tax_id")
    beside(d, pairs(d, *kinds), d.left + 260, 118, gap=118, size=9, mark=":")
    d.y = 262
    columns = (("quantity", 40.0, "C"), ("item_id", 80.0, "L"), ("description", 0.0, "L"), ("unit_price", 76.0, "R"),
               ("net", 84.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, under=("licence", "valid"), head="filled", rules="hair", size=8.5, gap=7))
    ladder(d, sums(d), d.left + 260, last="rules")
    reason(d, 9)
    d.paragraph(joined([(d.label("terms"), terms(d))], mark=" - "), 9)
    label, day = pair(d, "due_date")
    d.paragraph(f"{label} {day}", 9)
    d.y += 4
    d.y = beside(d, bank(d), d.left, d.y, gap=80, size=8.5)
    feet(d, (d.sentence("software"),))


def energy(d: Draft) -> None:
    """Draw a year's account: what was used costs so much, so much was paid in instalments; details on the next page."""
    facts = d.facts
    d.sheet.rect(d.left, 34, 6, 52, gray=110)
    put(d, d.left + 14, 50, seller(d)[0], 15, bold=True, width=300)
    d.sheet.text(d.left + 14, 64, ", ".join(seller(d)[1:]), 8)
    d.sheet.text(d.left + 14, 76, ", ".join(reached(d)), 8)
    stack(d, d.left, 132, buyer(d), size=10)
    kinds = ("customer_number", "contract", "supply_point", "meter")
    beside(d, pairs(d, *kinds), d.left + 270, 132, gap=112, size=8.5)
    put(d, d.left, 232, joined([(d.title, pair(d, "invoice_number")[1])]), 14, bold=True, width=d.right - d.left)
    last = month_end(d)
    year = f"{d.day(last - timedelta(days=364))} - {d.day(last)}"
    told = [pair(d, "issue_date"), (d.label("period"), year)]
    d.y = 250
    d.paragraph(joined(told, " · ", ": "), 9.5)
    d.y += 24
    ladder(d, sums(d, bases=True, paid="instalments"), d.left, size=11, last="block")
    reason(d)
    d.y += 8
    d.paragraph(due(d), 10.5)
    d.paragraph(joined([*bank(d), pair(d, "payment_reference")], ", "), 9.5)
    d.y += 8
    d.paragraph(d.sentence("change"), 8.5)
    feet(d, (joined(pairs(d, "seller_tax_id", "register"), "   "),))
    d.sheet.new_page()
    d.y = 70
    used = sum((line.quantity for line in facts.lines if line.kind == "energy"), ZERO)
    put(d, d.left, d.y, d.sentence("used", amount=d.numbers.short(used)), 11, bold=True)
    d.y += 28
    columns = (("description", 0.0, "L"), ("quantity", 74.0, "R"), ("unit", 50.0, "L"), ("unit_price", 80.0, "R"),
               ("net", 84.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, rules="hair", size=9.5, gap=8))
    numbered(d, 40, align="L", first=1)


def cleaning(d: Draft) -> None:
    """Draw a cleaner's letter: days and hours, and how many hours they are together."""
    stack(d, d.right, 56, (*seller(d), *reached(d)[:2]), size=10, align="R")
    stack(d, d.left, 132, buyer(d), size=11)
    d.sheet.text(d.left, 222, pair(d, "issue_date")[1], 11)
    number = pair(d, "invoice_number")[1]
    put(d, d.left, 250, d.sentence("titled", title=d.title, number=number), 13, bold=True, width=d.right - d.left)
    d.y = 270
    d.paragraph(d.sentence("cleaned", period=month(d)), 10.5)
    d.y += 18
    columns = (("day", 84.0, "L"), ("description", 0.0, "L"), ("with_unit", 80.0, "R"), ("unit_price", 66.0, "R"),
               ("net", 80.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, head="plain", size=10, gap=5))
    hours = sum((line.quantity for line in d.facts.lines), Decimal(0))
    d.room(110)
    d.paragraph(d.sentence("hours", hours=d.numbers.short(hours)), 10)
    d.y += 8
    ladder(d, sums(d), d.left + 210, size=10.5, last="rules")
    reason(d, 10)
    d.room(80)
    d.paragraph(due(d), 10.5)
    d.paragraph(joined(bank(d)[1:], ", "), 10.5)
    d.y += 14
    d.paragraph(d.sentence("closing"), 10.5)
    d.y += 24
    d.paragraph(d.facts.seller.person, 10.5)
    feet(d, (joined(pairs(d, "seller_tax_id")),), size=8, align="L")


def event(d: Draft) -> None:
    """Draw an organiser's final bill: when and where it was, what was paid before and what is left."""
    d.sheet.rect(d.left, 40, d.right - d.left, 62, gray=225)
    put(d, d.left + 10, 66, seller(d)[0], 16, bold=True, width=320)
    d.sheet.text(d.left + 10, 84, " | ".join((*seller(d)[1:], *reached(d)[:2])), 7.5)
    put(d, d.right, 124, d.title, 15, align="R")
    d.y = over(d, pairs(d, "invoice_number", "issue_date", "event", "delivery_date"), 152, frame=True, size=9.5)
    stack(d, d.left, d.y + 14, buyer(d, attention=True), size=10)
    d.y += 96
    columns = (("with_unit", 84.0, "L"), ("description", 0.0, "L"), ("unit_price", 80.0, "R"), ("net", 90.0, "R"))
    listed(d, Grid(columns=columns, rules="hair", size=9.5, gap=7, money=True))
    d.room(140)
    top = d.y
    below = tax_table(d, d.left, (44, 74, 66)) if len(d.facts.groups) > 1 else top
    d.y = top
    ladder(d, sums(d), d.left + 220, size=10, last="rules")
    d.y = max(d.y, below)
    reason(d)
    d.paragraph(terms(d, "terms_date"), 9.5)
    d.y += 6
    boxes(d, [*bank(d), pair(d, "payment_reference")], size=8.5)
    feet(d, (d.sentence("thanks"), joined([pair(d, "seller_tax_id")])))
