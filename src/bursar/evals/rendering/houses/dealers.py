"""Pages of those who deliver: seed and feed, medicines, rides, cloth, wine."""

from __future__ import annotations

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.fresh.parts import (
    bank,
    beside,
    buyer,
    column,
    due,
    feet,
    foot_columns,
    joined,
    numbered,
    over,
    pair,
    pairs,
    put,
    reached,
    seller,
    stack,
    terms,
)
from bursar.evals.rendering.fresh.sums import boxes, ladder, sums, tax_table, to_pay
from bursar.evals.rendering.fresh.table import Grid, listed
from bursar.evals.rendering.houses.parts import corrected, headed, mark, matrix, quoted, summary
from bursar.evals.rendering.houses.table import CELLS, SIZES, units


def seed(d: Draft) -> None:
    """Draw a merchant's bill: weights and batches in cells, carriage to the farm, both parties at the head."""
    put(d, d.left, 50, seller(d)[0], 15, bold=True, width=300)
    stack(d, d.left, 64, (" / ".join(seller(d)[1:]), " / ".join(reached(d))), size=8, width=320)
    put(d, d.right, 50, d.title, 15, align="R", width=200)
    d.sheet.rect(d.left, 92, d.right - d.left, 78)
    stack(d, d.left + 8, 106, (d.label("bill_to"), *buyer(d), joined(pairs(d, "buyer_tax_id"))), size=9, width=240)
    told = pairs(d, "customer_number", "invoice_number", "issue_date", "delivery_note", "tour")
    beside(d, told, d.left + 280, 106, gap=120, size=8.5)
    d.y = 196
    columns = (
        ("item_id", 62.0, "L"), ("description", 0.0, "L"), ("lot", 46.0, "L"), ("with_unit", 66.0, "R"),
        ("unit_price", 62.0, "R"), ("tax_rate", 42.0, "R"), ("net", 72.0, "R"),
    )  # fmt: skip
    listed(d, Grid(columns=columns, head="boxed", rules="cells", size=8.5, gap=7, own=CELLS))
    d.room(150)
    top, facts = d.y, d.facts
    below = tax_table(d, d.left, (50, 84, 72), frame=True)
    d.y = top
    rows = [(d.label("lines_sum"), d.money(facts.lines_sum)), (d.label("shipping"), d.money(facts.shipping))]
    net, tax = (d.label("net"), d.total("net", facts.net)), (d.label("tax_sum"), d.total("tax", facts.tax))
    ladder(d, [*rows, net, tax, *to_pay(d)], d.left + 290, last="block")
    d.y = max(d.y, below)
    d.paragraph(f"{d.label('terms')}: {terms(d, 'early')}", 9)
    d.paragraph(d.sentence("property"), 8)
    foot_columns(
        d,
        (
            (joined(pairs(d, "seller_tax_id")), joined(pairs(d, "register"))),
            [joined([one]) for one in bank(d)],
        ),
    )


def pharmacy(d: Draft) -> None:
    """Draw a wholesaler's list over pages, tight, with letters for the rates; returns have their minus behind."""

    def again() -> None:
        number = joined([(d.number_label, d.facts.number)])
        put(d, d.left, 30, f"{d.facts.seller.name}   {number}", 7.5)

    stack(d, d.left, 36, (*seller(d), *reached(d)[:2]), size=7.5, width=200)
    put(d, d.right, 38, d.title, 12, bold=True, align="R", width=200)
    stack(d, d.left + 230, 58, (d.label("bill_to"), *buyer(d)), size=8.5, width=200)
    some = pairs(d, "invoice_number", "issue_date", "customer_number", "tour", "currency", "seller_tax_id")
    d.y = matrix(d, some, 122, across=6, size=8)
    corrected(d)
    d.y += 4
    columns = (
        ("quantity", 40.0, "R"), ("unit", 30.0, "L"), ("pack_code", 62.0, "L"), ("description", 0.0, "L"),
        ("lot", 46.0, "L"), ("unit_price", 52.0, "R"), ("discount", 40.0, "R"), ("net", 62.0, "R"),
        ("letter", 22.0, "C"),
    )  # fmt: skip
    listed(d, Grid(columns=columns, head="ruled", rules="bands", size=7.25, gap=2, top=54, own=CELLS), again=again)
    d.room(120)
    top, facts = d.y, d.facts
    letters = ", ".join(
        f"{letter} = {d.numbers.rate(group.rate, '%')}" for letter, group in zip("ABC", facts.groups, strict=False)
    )
    put(d, d.left, top, letters, 7.5)
    d.y = top + 16
    below = tax_table(d, d.left, (44, 84, 70))
    d.y = top
    rows = [(d.label("net"), d.total("net", facts.net)), (d.label("tax_sum"), d.total("tax", facts.tax))]
    ladder(d, [*rows, *to_pay(d)], d.left + 300, last="bold", size=9)
    d.y = max(d.y, below)
    if not facts.credit:
        d.paragraph(f"{terms(d, 'terms_date')} {quoted(d)}", 8)
        d.paragraph(joined(bank(d), " - "), 8)
    numbered(d, d.sheet.height - 18)


def taxi(d: Draft) -> None:
    """Draw a firm's monthly list of rides across the paper, page after page."""
    put(d, d.left, 46, headed(d), 15, bold=True, width=430)
    stack(d, d.right, 40, (*seller(d), *reached(d)[:2]), size=8, align="R", width=260)
    stack(d, d.left, 78, (*buyer(d, attention=True), joined(pairs(d, "customer_number"))), size=9.5, width=300)
    beside(d, pairs(d, "period", "order_reference"), d.left + 330, 100, gap=110, size=9)
    d.y = 166
    columns = (("pos", 30.0, "R"), ("ride", 92.0, "L"), ("description", 0.0, "L"), ("rider", 130.0, "L"),
               ("tax_rate", 56.0, "R"), ("net", 90.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, rules="hair", head="filled", size=9, gap=4, own=CELLS))
    d.room(110)
    summary(d, sums(d))
    d.paragraph(due(d), 9.5)
    d.paragraph(quoted(d), 9.5)
    feet(d, (joined([*bank(d), *pairs(d, "seller_tax_id")], "   "),), size=7.5)
    numbered(d, d.sheet.height - 16)


def textile(d: Draft) -> None:
    """Draw a maker's bill across the paper: a column for every size; a credit is positive under its own title."""
    d.sheet.rect(d.left, 30, 4, 60, gray=90)
    stack(d, d.left + 12, 42, (*seller(d), *reached(d)), size=8, width=220)
    stack(d, d.left + 270, 42, (d.label("bill_to"), *buyer(d)), size=9.5, width=230)
    put(d, d.right, 44, d.title, 16, bold=True, align="R", width=220)
    put(d, d.right, 62, joined(pairs(d, "invoice_number")), 10, align="R", width=220)
    put(d, d.right, 78, joined(pairs(d, "issue_date")), 10, align="R", width=220)
    kinds = ("order_reference", "order_date", "customer_number", "delivery_note", "delivery_date", "currency")
    d.y = over(d, pairs(d, *kinds), 122, size=9, first="value")
    d.y += 8
    corrected(d)
    sizes = tuple((size, 34.0, "R") for size in SIZES)
    columns = (("model", 76.0, "L"), ("description", 0.0, "L"), *sizes, ("quantity", 60.0, "R"), ("unit", 40.0, "L"),
               ("unit_price", 76.0, "R"), ("net", 88.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, rules="bands", size=9, gap=7, own=CELLS))
    d.room(110)
    top = d.y
    ladder(d, sums(d, bases=True), d.right - 300, size=10, last="block")
    below, d.y = d.y, top
    if not d.facts.credit:
        wide = d.right - 340 - d.left
        for text in (terms(d, "early"), d.sentence("property")):
            d.paragraph(text, 8.5, width=wide)
    d.y = max(below, d.y)
    feet(d, (joined([*bank(d), *pairs(d, "seller_tax_id", "register")], "   "),), size=7)


def vineyard(d: Draft) -> None:
    """Draw a vineyard's bill: a column of facts at the right, bottles and what is lent with them, boxes of sums."""
    bar = d.right - 104
    d.sheet.logo(bar, 36, 60, 44)
    put(d, d.left, 66, seller(d)[0], 18, width=340)
    stack(d, bar, 100, (*seller(d)[1:], *reached(d)), size=7.5, width=104)
    some = [*pairs(d, "invoice_number", "issue_date", "customer_number", "order_reference"), mark(d, "deed")]
    column(d, some, bar, 168, width=104, size=9)
    stack(d, d.left, 118, buyer(d), size=10.5, width=300)
    put(d, d.left, 206, d.title, 15, bold=True)
    d.y = 226
    right, d.right = d.right, bar - 16
    corrected(d)
    if not d.facts.credit:
        d.paragraph(d.sentence("greeting"), 9.5)
    d.y += 12
    columns = (("quantity", 40.0, "R"), ("unit", 36.0, "L"), ("description", 0.0, "L"), ("unit_price", 62.0, "R"),
               ("net", 70.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, sections=True, size=9.5, gap=6))
    d.right = right
    d.y = max(d.y, 330)
    boxes(d, sums(d), size=10)
    if not d.facts.credit:
        label, day = pair(d, "due_date")
        d.paragraph(f"{terms(d, 'early')} {label} {day}.", 9.5)
        d.paragraph(joined(bank(d), ", "), 9)
    d.y += 8
    bottles = d.numbers.short(units(d, "wine"))
    put(d, d.left, d.y, f"{d.label('section.wine')}: {bottles}", 8.5)
    feet(d, (joined(pairs(d, "seller_tax_id")),))
