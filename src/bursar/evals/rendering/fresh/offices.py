"""Pages of those who sell what they know: accountants, offices, agencies, studios, freelancers, schools."""

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
    reason,
    seller,
    stack,
    terms,
)
from bursar.evals.rendering.fresh.sums import ladder, sums, to_pay
from bursar.evals.rendering.fresh.table import Grid, listed

_KEPT = {"it": "20", "en": "15", "de": "15", "es": "15", "fr": "5", "nl": "5"}


def accountant(d: Draft) -> None:
    """Draw an accountant's template: names with colons, hours, and one long sentence on how to transfer the sum."""
    d.sheet.logo(d.right - 52, 30, 52, 40)
    stack(d, d.right, 84, (*seller(d), *reached(d)), size=8, align="R")
    stack(d, d.left, 150, buyer(d, attention=True), size=10)
    put(d, d.left, 238, d.title, 19, bold=True, width=300)
    kinds = ("issue_date", "invoice_number", "customer_number", "file", "period")
    d.y = beside(d, pairs(d, *kinds), d.left, 262, gap=112, size=9.5, mark=" :") + 18
    columns = (("description", 0.0, "L"), ("quantity", 54.0, "R"), ("unit_price", 74.0, "R"), ("net", 86.0, "R"))
    listed(d, Grid(columns=columns, size=9.5, gap=6))
    ladder(d, sums(d, bases=True), d.left + 220, size=9.5, last="rules")
    reason(d)
    d.room(70)
    d.says("due_date", d.facts.due_date.isoformat())
    (_, iban), (_, bic) = bank(d)[1:]
    _, reference = pair(d, "payment_reference")
    d.y += 14
    amount, day = d.total("payable", d.facts.payable), d.day(d.facts.due_date)
    holder = d.facts.seller.name
    d.paragraph(
        d.sentence("transfer", amount=amount, date=day, iban=iban, bic=bic, holder=holder, reference=reference), 9.5
    )
    feet(d, (joined(pairs(d, "register", "seller_tax_id"), "  |  "),))


def standard(d: Draft) -> None:
    """Draw a letter by the standard for business papers: marks to fold at, a block of what one must know."""
    for y in (297.6, 421, 595.3):
        d.sheet.line(8, y, 18, y)
    d.sheet.rect(d.left, 34, 96, 30, gray=70)
    d.sheet.text(d.left, 128, " · ".join(seller(d)), 6, gray=90)
    stack(d, d.left, 146, buyer(d, attention=True), size=10, width=230)
    kinds = ("invoice_number", "issue_date", "customer_number", "order_reference", "delivery_date", "contact", "phone")
    beside(d, pairs(d, *kinds), d.left + 286, 146, gap=106, size=8.5)
    put(d, d.left, 268, d.title, 12.5, bold=True)
    d.y = 292
    d.paragraph(d.sentence("greeting"), 10)
    d.y += 3
    d.paragraph(d.sentence("opening"), 10)
    d.y += 16
    columns = (
        ("pos", 28.0, "L"), ("with_unit", 78.0, "R"), ("description", 0.0, "L"), ("unit_price", 76.0, "R"),
        ("net", 84.0, "R"),
    )  # fmt: skip
    listed(d, Grid(columns=columns, head="filled", rules="hair", size=9, gap=6))
    ladder(d, sums(d), d.left + 268, last="block")
    reason(d, 10)
    d.paragraph(f"{d.label('terms')}: {terms(d, 'terms_date')}", 9.5)
    d.y += 8
    d.room(50)
    d.paragraph(d.sentence("closing"), 10)
    d.y += 22
    d.paragraph(d.facts.seller.person, 10)
    foot_columns(
        d,
        (
            seller(d),
            reached(d),
            (joined([pair(d, "register")]), joined(pairs(d, "seller_tax_id"))),
            (d.facts.accounts[0].bank, *(joined([one]) for one in bank(d)[1:])),
        ),
    )
    numbered(d, d.sheet.height - 84)


def agency(d: Draft) -> None:
    """Draw an agency's account of fees and expenses; credits name what they correct."""
    put(d, d.left, 70, seller(d)[0], 24, width=d.right - d.left)
    d.sheet.text(d.left, 88, "   ".join((*seller(d)[1:], *reached(d))), 7, gray=90)
    d.sheet.line(d.left, 98, d.right, 98)
    put(d, d.left, 124, f"{d.title} {pair(d, 'invoice_number')[1]}", 13, bold=True, width=d.right - d.left)
    stack(d, d.left, 152, (d.label("bill_to"), *buyer(d, attention=True)), size=9, width=210)
    beside(
        d, pairs(d, "issue_date", "order_reference", "job", "contact"), d.left + 250, 152, gap=120, size=9, edge=d.right
    )
    d.y = 238
    if d.facts.credit:
        before = f"{int(d.facts.seller.register) % 900 + 100}"
        d.paragraph(d.sentence("corrects", number=before, date=d.day(d.facts.order_date)))
        d.y += 8
    columns = (("description", 0.0, "L"), ("quantity", 56.0, "R"), ("unit", 54.0, "L"), ("unit_price", 76.0, "R"),
               ("net", 88.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, sections=True, head="plain", gap=4))
    ladder(d, sums(d), d.left + 250, size=10)
    reason(d)
    if not d.facts.credit:
        d.paragraph(terms(d), 9)
        d.paragraph(joined(bank(d), " / "), 9)
        d.paragraph(d.sentence("late"), 7.5)
    feet(d, (joined(pairs(d, "register", "seller_tax_id"), "   "),), align="L")


def studio(d: Draft) -> None:
    """Draw a designer's page: much white, small names, what was made and what it costs without a table's head."""
    wide = d.left
    d.left += 150
    put(d, wide, 60, seller(d)[0], 10, bold=True, width=140)
    stack(d, wide, 76, (*seller(d)[1:], *reached(d)), size=7.5, width=140)
    put(d, d.left, 60, d.title.lower(), 28, width=300)
    stack(d, d.left, 120, buyer(d), size=10, width=190)
    some = pairs(d, "invoice_number", "issue_date", "due_date")
    column(d, some, wide, 196, width=140, size=9)
    told = [*bank(d, gaps=True), pair(d, "payment_reference"), *pairs(d, "seller_tax_id")]
    column(d, told, wide, 420, width=140, size=8)
    d.y = 210
    listed(d, Grid(columns=(("description", 0.0, "L"), ("net", 110.0, "R")), head="none", money=True, size=10, gap=12))
    ladder(d, sums(d), d.left, size=10, last="bold")
    d.y += 16
    reason(d, 9)
    d.paragraph(d.sentence("thanks"), 9)


def freelancer(d: Draft) -> None:
    """Draw a freelancer's bill: of the sum the buyer keeps a part back, as the law or the contract has it."""
    stack(d, d.left, 60, (*seller(d), joined(pairs(d, "seller_tax_id")), *reached(d)[:2]), size=9.5, width=240)
    stack(d, d.left + 280, 60, (d.label("bill_to"), *buyer(d), joined(pairs(d, "buyer_tax_id"))), size=9.5, width=215)
    d.sheet.line(d.left, 148, d.right, 148)
    told = pairs(d, "invoice_number", "issue_date", "due_date")
    put(d, d.left, 178, d.title, 15, bold=True)
    beside(d, told, d.left + 280, 170, gap=110, size=9.5)
    d.y = 240
    columns = (("quantity", 52.0, "C"), ("description", 0.0, "L"), ("unit_price", 86.0, "R"), ("net", 92.0, "R"))
    listed(d, Grid(columns=columns, head="boxed", rules="cells", size=9.5, gap=8, money=True))
    ladder(d, sums(d, kept=_KEPT[d.words.code]), d.left + 240, size=10, last="block")
    reason(d)
    d.paragraph(d.sentence("paid_by_transfer"), 9.5)
    d.paragraph(joined(bank(d)[1:], ", "), 9.5)


def school(d: Draft) -> None:
    """Draw a school's bill: courses for a person, and not a word of tax but that there is none."""
    d.sheet.rect(0, 0, d.sheet.width, 14, gray=90)
    d.sheet.logo(d.left, 34, 36, 36)
    put(d, d.left + 48, 50, seller(d)[0], 14, bold=True, width=d.right - d.left - 50)
    d.sheet.text(d.left + 48, 64, ", ".join(seller(d)[1:]), 8.5)
    stack(d, d.right, 112, buyer(d), size=10, align="R")
    put(d, d.left, 120, d.title, 16, width=220)
    d.y = over(d, pairs(d, "invoice_number", "issue_date", "customer_number", "course"), 190, first="value", size=10)
    d.y += 6
    d.paragraph(joined([pair(d, "person")], mark=": "), 10)
    d.y += 18
    columns = (("description", 0.0, "L"), ("from_day", 66.0, "L"), ("to_day", 66.0, "L"), ("with_unit", 84.0, "R"),
               ("unit_price", 66.0, "R"), ("net", 76.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, rules="bands", head="filled", size=9, gap=7))
    d.truth.unprinted["tax"] = "0.00"
    ladder(d, to_pay(d), d.left + 270, size=11, last="plain")
    reason(d, 9)
    d.paragraph(due(d), 10)
    d.y += 6
    d.y = beside(d, bank(d, gaps=False), d.left, d.y, gap=90)
    label, reference = pair(d, "payment_reference")
    d.paragraph(f"{label}: {reference}", 9)
    feet(d, (" - ".join(reached(d)), joined(pairs(d, "registry", "seller_tax_id"), " - ")))
