"""Pages of those who come, mend and make: plumbers, dental laboratories, workshops, caterers."""

from __future__ import annotations

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO
from bursar.evals.rendering.fresh.parts import (
    bank,
    beside,
    buyer,
    due,
    feet,
    joined,
    numbered,
    pair,
    pairs,
    put,
    reached,
    seller,
    stack,
    terms,
)
from bursar.evals.rendering.fresh.sums import ladder, sums, tax_table, to_pay
from bursar.evals.rendering.fresh.table import Grid, listed
from bursar.evals.rendering.houses.parts import banks, corrected, headed, leaders, mark, matrix, referred, summary
from bursar.evals.rendering.houses.table import form


def plumber(d: Draft) -> None:
    """Draw a plumber's letter: title, number and date in one line, work and material apart, three banks below."""
    put(d, d.right, 62, seller(d)[0], 20, bold=True, align="R", width=340)
    d.sheet.line(d.left, 70, d.right, 70)
    put(d, d.right, 82, "   ".join((*seller(d)[1:], *reached(d)[:2])), 7.5, align="R", width=400)
    stack(d, d.left, 132, buyer(d), size=10.5, width=260)
    d.y = 226
    put(d, d.left, d.y, headed(d), 13, bold=True, width=d.right - d.left)
    d.y += 20
    d.paragraph(joined([(d.label("site"), d.facts.buyer.street), pair(d, "delivery_date")], ", ", ": "), 9.5)
    d.paragraph(referred(d), 9.5)
    d.y += 8
    d.paragraph(d.sentence("opening"), 9.5)
    d.y += 16
    columns = (("pos", 26.0, "L"), ("description", 0.0, "L"), ("with_unit", 80.0, "R"), ("unit_price", 72.0, "R"),
               ("net", 80.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, sections=True, head="plain", size=9.5, gap=5))
    leaders(d, sums(d), d.left + 170)
    d.room(60)
    d.paragraph(terms(d, "terms_date"), 9.5)
    d.y += 18
    d.paragraph(d.sentence("closing"), 9.5)
    feet(d, (*banks(d), joined(pairs(d, "seller_tax_id", "register"), "   ")), size=7)


def dental(d: Draft) -> None:
    """Draw a laboratory's form: a grid of what the case is, columns ruled to the foot of the form."""
    d.sheet.logo(d.left, 32, 30, 30)
    stack(d, d.left + 40, 42, seller(d), size=9, width=230)
    stack(d, d.right, 42, reached(d), size=8, align="R", width=220)
    d.sheet.rect(d.left, 84, 250, 70)
    put(d, d.left + 5, 94, d.label("bill_to"), 6.5)
    stack(d, d.left + 8, 110, buyer(d), size=10, width=236)
    put(d, d.right, 112, d.title, 16, bold=True, align="R", width=230)
    put(d, d.right, 128, joined(pairs(d, "seller_tax_id")), 8, align="R", width=230)
    some = [*pairs(d, "invoice_number", "issue_date", "customer_number"), mark(d, "patient"), pair(d, "job")]
    d.y = matrix(d, some, 176, across=5)
    corrected(d)
    d.y += 6
    columns = (
        ("item_id", 72.0, "L"), ("description", 0.0, "L"), ("quantity", 48.0, "R"), ("unit", 46.0, "L"),
        ("unit_price", 68.0, "R"), ("tax_rate", 40.0, "C"), ("net", 74.0, "R"),
    )  # fmt: skip
    form(d, Grid(columns=columns, head="filled", size=9, gap=6), 500)
    d.room(130)
    top = d.y
    below = tax_table(d, d.left, (50, 80, 70))
    d.y = top
    rows = [(d.label("net"), d.total("net", d.facts.net)), (d.label("tax_sum"), d.total("tax", d.facts.tax))]
    ladder(d, [*rows, *to_pay(d)], d.left + 280, last="rules", size=10)
    d.y = max(d.y, below)
    label, code = pair(d, "currency")
    d.paragraph(f"{label} {code}", 8)
    if not d.facts.credit:
        d.paragraph(f"{d.label('terms')}: {terms(d)}", 9)
        d.paragraph(joined(bank(d), "   "), 9)
    feet(d, (d.sentence("late"),))


def workshop(d: Draft) -> None:
    """Draw a workshop's bill: the car in a grid, units of labour and parts with sums of each, a row of totals."""
    d.sheet.rect(d.left, 30, d.right - d.left, 34, gray=55)
    d.sheet.logo(d.right - 60, 34, 54, 26)
    stack(d, d.left, 80, (" - ".join(seller(d)), " - ".join(reached(d))), size=7.5, width=d.right - d.left)
    stack(d, d.left + 10, 134, buyer(d), size=10, width=230)
    put(d, d.left + 290, 128, d.title, 17, bold=True, width=220)
    told = pairs(d, "invoice_number", "issue_date", "due_date", "contact")
    beside(d, told, d.left + 290, 148, gap=110, size=8.5, mark=":")
    cells = [mark(d, "plate"), mark(d, "mileage"), *pairs(d, "job", "delivery_date", "customer_number", "order_date")]
    d.y = matrix(d, cells, 226, across=6, size=8.5) + 10
    columns = (
        ("item_id", 66.0, "L"), ("description", 0.0, "L"), ("quantity", 44.0, "R"), ("unit", 44.0, "L"),
        ("unit_price", 62.0, "R"), ("discount", 46.0, "R"), ("net", 72.0, "R"),
    )  # fmt: skip
    listed(d, Grid(columns=columns, sections=True, head="boxed", rules="hair", size=8.5, gap=5))
    for kind in ("car_work", "car_parts"):
        together = sum((line.net for line in d.facts.lines if line.kind == kind), ZERO)
        put(d, d.right, d.y, f"{d.label(f'section.{kind}')}   {d.numbers.number(together, 2)}", 8.5, align="R")
        d.y += 13
    d.y += 10
    label, code = pair(d, "currency")
    put(d, d.left, d.y, f"{label}: {code}", 8)
    d.y += 18
    summary(d, sums(d, bases=True))
    d.paragraph(terms(d, "early"), 9)
    d.paragraph(d.sentence("property"), 7.5)
    d.paragraph(joined(pairs(d, "seller_tax_id")), 8.5)
    feet(d, (joined(bank(d), "   "), d.sentence("late")))


def caterer(d: Draft) -> None:
    """Draw a caterer's bill as a menu is set: everything in the middle, and dots before the sums."""
    middle = (d.left + d.right) / 2
    put(d, middle, 74, seller(d)[0], 22, bold=True, align="C", width=d.right - d.left)
    put(d, middle, 90, " · ".join((*seller(d)[1:], *reached(d)[:2])), 8.5, align="C", width=d.right - d.left)
    d.sheet.line(middle - 60, 102, middle + 60, 102)
    put(d, middle, 132, d.title.upper(), 14, align="C")
    told = joined(pairs(d, "invoice_number", "issue_date"), "  ·  ", " ")
    put(d, middle, 150, told, 10, align="C", width=d.right - d.left)
    rest = joined(pairs(d, "event", "delivery_date", "order_reference"), "  ·  ", " ")
    put(d, middle, 164, rest, 9, align="C", width=d.right - d.left)
    stack(d, middle, 200, buyer(d, attention=True), size=11, align="C")
    d.y = 280
    corrected(d)
    columns = (("quantity", 52.0, "R"), ("unit", 56.0, "L"), ("description", 0.0, "L"), ("unit_price", 66.0, "R"),
               ("net", 76.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, size=10.5, gap=7))
    leaders(d, sums(d, bases=True), d.left + 110, size=10.5)
    d.room(80)
    if not d.facts.credit:
        d.paragraph(due(d), 10.5)
        d.paragraph(joined(bank(d)[1:], ", "), 10.5)
    d.y += 14
    put(d, middle, d.y, d.sentence("menu"), 11, align="C", width=d.right - d.left)
    feet(d, (joined(pairs(d, "seller_tax_id", "register"), " - "),), size=8)
    numbered(d, d.sheet.height - 60, align="C", first=1)
