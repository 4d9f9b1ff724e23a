"""Pages of those who bill by the month: telephones, electricity, parcels, cars."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from bursar.evals.rendering.desks.parts import (
    above,
    attention,
    boxes,
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
    terms,
    told,
)
from bursar.evals.rendering.desks.sums import ladder, summed, tax_table
from bursar.evals.rendering.desks.table import Grid, items
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO


def _by_kind(d: Draft) -> list[tuple[str, Decimal]]:
    """Return what each kind of charge comes to, in the order of the lines."""
    found: dict[str, Decimal] = {}
    for line in d.facts.lines:
        found[line.kind] = found.get(line.kind, ZERO) + line.net
    return list(found.items())


def _month(d: Draft) -> str:
    last = d.facts.issue_date.replace(day=1) - timedelta(days=1)
    return f"{d.words.months[last.month - 1]} {last.year}"


def _year(d: Draft) -> str:
    last = d.facts.issue_date.replace(day=1) - timedelta(days=1)
    return f"{d.day(last - timedelta(days=364))} - {d.day(last)}"


def telephone(d: Draft) -> None:
    """Draw a telephone bill: what it comes to on the first page, every charge and number on those after it."""
    facts = d.facts
    name, street, city = seller(d)
    d.sheet.logo(d.left, 34, 60, 34)
    put(d, d.left + 72, 56, name, 14, bold=True, width=260)
    put(d, d.left, 116, f"{name}, {street}, {city}", 6.5, width=230)
    stacked(d, d.left, 134, attention(d), 10, width=230)
    x = d.right - 190
    listed(d, pairs(d, "issue_date", "number", "customer_number", "billing_account"), x, 116, 96, size=8.5,
           right=d.right)  # fmt: skip
    stacked(d, x, 172, (d.label("help"), colons(pairs(d, "phone"), colon=" "), pair(d, "web")[1]), 8, first=True)
    d.y = 236
    put(d, d.left, d.y, d.sentence("headed", title=d.title, month=_month(d)), 15, bold=True, width=d.right - d.left)
    d.y += 26
    rows = [(d.label(f"section.{kind}"), d.money(amount), False) for kind, amount in _by_kind(d)]
    ladder(d, [*rows, *summed(d, "net", "taxes", "gross")], d.left, style="gray", size=10, lead=1.8)
    d.y += 6
    put(d, d.left, d.y, d.sentence("collected", date=d.day(facts.due_date), iban=_masked(d)), 9,
        width=d.right - d.left)  # fmt: skip
    put(d, d.left, d.y + 13, colons(pairs(d, "mandate", "creditor")), 8)
    d.y += 36
    d.paragraph(d.sentence("objection"), 7.5)
    d.y += 10
    d.sheet.rect(d.left, d.y, d.right - d.left, 44)
    put(d, d.left + 10, d.y + 18, d.sentence("advert"), 11, bold=True, width=d.right - d.left - 20)
    put(d, d.left + 10, d.y + 34, facts.seller.web, 9)
    d.sheet.new_page()
    d.y = 96
    put(d, d.left, d.y, d.label("details"), 12, bold=True)
    put(d, d.right, d.y, colons(pairs(d, "line_number", "period")), 8.5, align="R", width=d.right - d.left - 160)
    d.y += 26
    columns = (("description", 0.0, "L"), ("quantity", 56.0, "R"), ("unit", 42.0, "L"), ("unit_price", 70.0, "R"),
               ("net", 80.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="lined", size=9, gap=4, sections=True, subtotals=True, top=100))
    heads(d, 56)
    paged(d, d.right, 72)
    feet(d, (
        (name, street, city),
        tuple(colons([one], colon=" ") for one in pairs(d, "register", "director")),
        tuple(colons([one], colon=" ") for one in pairs(d, "seller_tax_id", "email")),
    ), lift=24)  # fmt: skip


def _masked(d: Draft) -> str:
    """Return the buyer's own account as bills show it: its country and its last digits."""
    return f"{d.facts.accounts[0].iban[:2]}** **** **** **{int(d.facts.buyer.register) % 90 + 10}"


def energy(d: Draft) -> None:
    """Draw an electricity bill: what is to be paid still, readings of the meter, prices, less what was paid ahead."""
    facts = d.facts
    name, *rest = seller(d)
    put(d, d.right, 54, name, 18, bold=True, align="R", width=320)
    put(d, d.right, 68, " · ".join((*rest, pair(d, "web")[1])), 7.5, align="R", width=320)
    stacked(d, d.left, 126, buyer(d), 10.5, width=250)
    x = d.right - 200
    some = pairs(d, "customer_number", "contract", "number", "issue_date", "meter", "supply_point")
    below = listed(d, some, x, 112, 96, size=8.5, right=d.right)
    d.y = max(226, below + 24)
    put(d, d.left, d.y, d.title, 16, bold=True, width=300)
    d.y += 16
    site = f"{facts.buyer.street}, {facts.buyer.city}"
    d.y = listed(d, [(d.label("site"), site), (d.label("period"), _year(d))], d.left, d.y, 110, size=9) + 8
    rows = summed(d, "gross", "prepaid", "payable")
    ladder(d, rows, d.left, style="gray", size=11)
    _asked(d)
    put(d, d.left, d.y, d.label("readings"), 10.5, bold=True)
    used = facts.lines[0].quantity
    old = Decimal(int(facts.seller.register) % 40_000 + 2_000)
    values = (_year(d), *(d.numbers.number(one, 0) for one in (old, old + used)), d.numbers.short(used))
    names = (d.label("period"), d.label("old"), d.label("new"), d.label("used"))
    edges = (d.left, d.left + 170, d.left + 270, d.left + 370, d.right)
    above(d, list(zip(names, values, strict=True)), edges, d.y + 14)
    d.y += 56
    put(d, d.left, d.y, d.label("costs"), 10.5, bold=True)
    d.y += 18
    columns = (("description", 0.0, "L"), ("quantity", 66.0, "R"), ("unit", 46.0, "L"), ("unit_price", 76.0, "R"),
               ("net", 84.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="gray", rules="rows", size=9, gap=6))
    ladder(d, summed(d, "net", "taxes_on"), d.left + 200, size=9.5)
    d.room(60)
    d.paragraph(d.sentence("mix"), 7.5)
    paged(d, d.right, d.sheet.height - 62)
    feet(d, (
        (name, *rest),
        (colons(pairs(d, "phone"), colon=" "), colons(pairs(d, "email"), colon=" "), colons(pairs(d, "register"))),
        (colons(pairs(d, "seller_tax_id")), colons(pairs(d, "iban"), colon=" "), colons(pairs(d, "bic"), colon=" ")),
    ), lift=24)  # fmt: skip


def _asked(d: Draft) -> None:
    """Tell when to pay what is left."""
    amount, day = d.money(d.facts.payable), pair(d, "due_date")[1]
    d.paragraph(told(d, "pay_until", amount=amount, date=day), 9)
    d.paragraph(colons(pairs(d, "iban", "payment_reference"), ", "), 9)
    d.y += 16


def parcels(d: Draft) -> None:
    """Draw a carrier's bill across the page: a row for every parcel over several pages, surcharges at the end."""
    facts = d.facts
    name, *rest = seller(d)
    d.sheet.rect(d.left, 28, d.right - d.left, 30, gray=205)
    put(d, d.left + 8, 49, name, 16, bold=True, width=380)
    put(d, d.right - 8, 48, d.title, 14, bold=True, align="R", width=300)
    put(d, d.left, 72, ", ".join((*rest, facts.seller.phone, pair(d, "email")[1])), 7.5, width=400)
    put(d, d.left, 83, colons(pairs(d, "seller_tax_id", "register")), 7.5, width=400)
    stacked(d, d.left, 108, buyer(d), 9.5, width=250)
    some = pairs(d, "customer_number", "number", "issue_date", "due_date", "period")
    edges = [d.left + 270 + place * (d.right - d.left - 270) / 5 for place in range(6)]
    above(d, some, edges, 112, size=9)
    put(d, edges[0], 140, colons(pairs(d, "buyer_tax_id")), 8)
    d.y = 172
    columns = (("when", 66.0, "L"), ("tracking", 100.0, "L"), ("description", 0.0, "L"), ("town", 130.0, "L"),
               ("weight", 52.0, "R"), ("bare_rate", 48.0, "R"), ("net", 74.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="gray", rules="zebra", size=8, gap=3.5, carried=True, top=70))
    ladder(d, summed(d, "net", "taxes_on", "gross"), d.right - 300, style="gray", size=9.5)
    d.room(30)
    d.paragraph(terms(d, "terms"), 8.5)
    d.paragraph(colons(pairs(d, "bank", "iban", "bic", "payment_reference"), ", "), 8.5)
    heads(d, 44)
    paged(d, d.right, d.sheet.height - 22)


def leasing(d: Draft) -> None:
    """Draw one bill for all cars of a company: contract, plate, driver and instalment of each."""
    facts = d.facts
    name, street, city = seller(d)
    d.sheet.logo(d.right - 60, 34, 60, 40)
    put(d, d.right - 70, 50, name, 12, bold=True, align="R", width=300)
    put(d, d.right - 70, 64, f"{street}, {city}", 8, align="R", width=300)
    stacked(d, d.left, 120, attention(d), 10, width=240)
    put(d, d.left, 192, d.title, 15, bold=True, width=d.right - d.left)
    below = boxes(d, pairs(d, "number", "issue_date", "customer_number", "fleet", "period"), d.left, d.right, 204)
    d.y = below + 26
    columns = (("contract", 54.0, "L"), ("plate", 64.0, "L"), ("driver", 80.0, "L"), ("description", 0.0, "L"),
               ("tax_rate", 44.0, "R"), ("net", 76.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="plain", rules="rows", size=8.5, gap=6))
    d.room(110)
    top = d.y
    end = tax_table(d, d.left, (("rate", 50), ("base", 74), ("tax", 66)), size=8)
    d.y = top
    ladder(d, summed(d, "net", "tax", "gross"), d.right - 230, style="ruled", size=10)
    d.y = max(d.y, end) + 4
    text = d.sentence("collected", date=d.day(facts.due_date), iban=_masked(d))
    d.paragraph(text, 9)
    d.paragraph(colons(pairs(d, "mandate", "creditor"), ", "), 8.5)
    d.y += 6
    d.paragraph(d.sentence("index"), 8)
    paged(d, d.right, d.sheet.height - 66)
    feet(d, (
        (name, street, city),
        tuple(colons([one], colon=" ") for one in pairs(d, "phone", "email", "contact")),
        tuple(colons([one], colon=" ") for one in pairs(d, "seller_tax_id", "register", "director")),
    ), lift=26)  # fmt: skip
