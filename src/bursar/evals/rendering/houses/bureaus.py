"""Pages of those who write, draw, place and let: translators, photographers, architects, registrars, brokers."""

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
from bursar.evals.rendering.houses.parts import (
    banks,
    corrected,
    fee,
    fee_note,
    headed,
    leaders,
    mark,
    matrix,
    quoted,
    referred,
    summary,
)
from bursar.evals.rendering.houses.table import CELLS, records


def translation(d: Draft) -> None:
    """Draw a bureau's bill: every text in two rows, with how many words at which price."""
    stack(d, d.left, 60, (*seller(d), *reached(d)), size=9, width=240)
    d.sheet.line(d.left, 138, d.left + 120, 138)
    stack(d, d.left, 160, buyer(d, attention=True), size=11, width=300)
    put(d, d.left, 246, headed(d), 14, bold=True, width=d.right - d.left)
    d.y = 266
    d.paragraph(referred(d), 10.5)
    d.y += 20
    records(d, size=10.5)
    leaders(d, sums(d, bases=True), d.left + 130, size=10.5)
    d.room(70)
    d.paragraph(due(d), 10.5)
    d.paragraph(quoted(d), 10.5)
    d.paragraph(joined(bank(d), ", "), 10.5)
    feet(d, (joined(pairs(d, "seller_tax_id", "register"), "  |  "),), size=8)


def photographer(d: Draft) -> None:
    """Draw a photographer's bill: a name set apart, days and rights, for what pictures may be used."""
    name = seller(d)[0]
    put(d, d.left, 58, name, 11, width=300)
    d.sheet.line(d.left, 66, d.right, 66)
    stack(d, d.right, 84, (*seller(d)[1:], *reached(d)), size=8, align="R")
    stack(d, d.left, 150, buyer(d), size=10)
    d.sheet.apart(d.left, 236, d.title.upper(), 13, 4)
    d.y = over(d, pairs(d, "invoice_number", "issue_date", "due_date", "job"), 262, size=10)
    d.y += 14
    columns = (("description", 0.0, "L"), ("quantity", 50.0, "R"), ("unit_price", 78.0, "R"), ("tax_rate", 50.0, "R"),
               ("net", 84.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, under=("usage",), head="plain", rules="hair", size=9.5, gap=9, own=CELLS))
    ladder(d, sums(d, bases=True), d.left + 210, size=9.5, last="rules")
    d.room(50)
    d.paragraph(terms(d), 9.5)
    d.paragraph(d.sentence("late"), 8)
    foot_columns(d, (seller(d), [joined([one]) for one in bank(d)], (joined(pairs(d, "seller_tax_id")),)), size=7.5)


def architect(d: Draft) -> None:
    """Draw an architect's account: phases and how far they are, and of the sum what was paid before."""
    d.sheet.rect(28, 40, 20, 120, gray=30)
    stack(d, d.left, 52, (*seller(d), *reached(d)), size=8.5, width=220)
    stack(d, d.left + 250, 52, buyer(d, attention=True), size=10, width=210)
    put(d, d.left, 190, fee_note(d), 17, width=d.right - d.left)
    told = [*pairs(d, "file", "invoice_number", "issue_date"), (d.label("site"), d.facts.buyer.street)]
    d.y = beside(d, told, d.left, 216, gap=130, size=9.5) + 22
    columns = (("pos", 26.0, "L"), ("description", 0.0, "L"), ("done", 70.0, "R"), ("net", 100.0, "R"))
    listed(d, Grid(columns=columns, rules="hair", head="plain", size=10, gap=9, own=CELLS))
    ladder(d, sums(d), d.left, size=10.5, last="rules")
    d.room(90)
    d.paragraph(terms(d, "terms_date"), 9.5)
    d.y += 4
    d.paragraph(joined(bank(d), "   "), 9)
    d.y += 22
    d.paragraph(d.sentence("closing"), 10)
    d.paragraph(d.facts.seller.person, 10)
    feet(d, (joined(pairs(d, "seller_tax_id", "register"), "   "),), align="L")


def registrar(d: Draft) -> None:
    """Draw a registrar's receipt: terms below every name, and all of it paid by card."""
    d.sheet.logo(d.left, 36, 34, 34)
    put(d, d.left + 44, 58, d.title, 20, bold=True, width=260)
    stack(d, d.right, 44, (*seller(d), *reached(d)[1:]), size=8, align="R", width=220)
    stack(d, d.left, 118, (d.label("bill_to"), *buyer(d)), size=9.5, width=230)
    kinds = ("invoice_number", "issue_date", "customer_number", "seller_tax_id")
    column(d, pairs(d, *kinds), d.left + 330, 112, width=180, size=9)
    d.y = 240
    columns = (("description", 0.0, "L"), ("item_id", 80.0, "L"), ("with_unit", 70.0, "R"), ("unit_price", 70.0, "R"),
               ("net", 80.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, under=("runs",), rules="hair", head="filled", size=9, gap=8, own=CELLS))
    ladder(d, sums(d, paid="card"), d.left + 250, size=9.5, last="bold")
    feet(d, (joined(pairs(d, "register")),))
    numbered(d, d.sheet.height - 18, align="C")


def coworking(d: Draft) -> None:
    """Draw a house of desks' bill: what was used in which period; credits stand in brackets."""
    d.sheet.rect(0, 0, d.sheet.width, 74, gray=230)
    put(d, d.left, 44, seller(d)[0], 17, bold=True, width=280)
    put(d, d.left, 60, ", ".join(seller(d)[1:]), 8, width=280)
    put(d, d.right, 48, d.title, 14, align="R", width=200)
    stack(d, d.left, 112, buyer(d), size=10, width=240)
    some = [*pairs(d, "invoice_number", "issue_date", "customer_number", "period", "contact"), mark(d, "lease")]
    d.y = matrix(d, some, 194, across=3, size=9) + 6
    corrected(d)
    columns = (("description", 0.0, "L"), ("span", 118.0, "L"), ("quantity", 44.0, "R"), ("unit", 44.0, "L"),
               ("unit_price", 66.0, "R"), ("net", 80.0, "R"))  # fmt: skip
    listed(d, Grid(columns=columns, rules="bands", head="ruled", size=9, gap=7, own=CELLS))
    summary(d, sums(d), size=10)
    if not d.facts.credit:
        d.paragraph(due(d), 9.5)
        d.paragraph(f"{joined(bank(d), ', ')}. {quoted(d)}", 9.5)
    feet(d, (" · ".join((*reached(d), joined(pairs(d, "seller_tax_id", "register"), " · "))),))


def broker(d: Draft) -> None:
    """Draw a broker's letter: premiums by policy, and no tax on them."""
    put(d, d.left, 56, " | ".join(seller(d)), 7, width=300)
    stack(d, d.left, 76, buyer(d, attention=True), size=10.5, width=280)
    some = [*pairs(d, "issue_date", "customer_number", "contract", "contact"), (d.label("phone"), d.facts.seller.phone)]
    column(d, some, d.right - 130, 56, width=130, size=9)
    put(d, d.left, 216, joined([(d.title, pair(d, "invoice_number")[1])]), 13, bold=True, width=d.right - d.left)
    d.y = 238
    d.paragraph(d.sentence("greeting"), 10)
    d.paragraph(d.sentence("opening"), 10)
    d.y += 18
    columns = (("description", 0.0, "L"), ("span", 130.0, "L"), ("net", 100.0, "R"))
    listed(d, Grid(columns=columns, head="ruled", money=True, size=10, gap=8, own=CELLS))
    d.truth.unprinted["tax"] = "0.00"
    ladder(d, to_pay(d), d.left + 200, size=11, last="block")
    reason(d, 9)
    d.paragraph(due(d), 10)
    d.paragraph(quoted(d), 10)
    d.y += 18
    d.paragraph(d.sentence("closing"), 10)
    d.y += 20
    d.paragraph(d.facts.seller.person, 10)
    feet(d, (*banks(d), joined([(d.label("register"), d.facts.seller.register), ("", reached(d)[1])])), align="L")


def recruiter(d: Draft) -> None:
    """Draw a recruiter's letter: one placement, a share of a salary, and the sums in a sentence."""
    put(d, d.left, 70, seller(d)[0], 16, width=d.right - d.left)
    stack(d, d.left, 150, buyer(d, attention=True), size=11)
    put(d, d.right, 236, joined(pairs(d, "issue_date")), 11, align="R", width=300)
    number = pair(d, "invoice_number")[1]
    put(d, d.left, 264, f"{fee_note(d)} {number}", 13, bold=True, width=d.right - d.left)
    d.y = 288
    d.paragraph(d.sentence("greeting"), 11)
    d.paragraph(referred(d), 11)
    d.y += 20
    columns = (("description", 0.0, "L"), ("net", 110.0, "R"))
    listed(d, Grid(columns=columns, under=("share",), head="none", money=True, size=11, gap=8, own=CELLS))
    d.paragraph(fee(d), 11)
    d.y += 6
    d.paragraph(terms(d, "terms_date"), 11)
    d.paragraph(joined(bank(d), ", "), 11)
    d.y += 24
    d.paragraph(d.sentence("closing"), 11)
    d.y += 30
    d.paragraph(d.facts.seller.person, 11)
    feet(d, (", ".join((*seller(d)[1:], *reached(d))), joined(pairs(d, "seller_tax_id", "register"), ", ")), size=8)
