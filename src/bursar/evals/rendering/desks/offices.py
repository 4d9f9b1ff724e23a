"""Pages of those who sell time and words: studios, software, lawyers, staff by the hour, publishers."""

from __future__ import annotations

from datetime import timedelta

from bursar.evals.rendering.desks.parts import (
    above,
    attention,
    buyer,
    colons,
    feet,
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
from bursar.evals.rendering.desks.sums import ladder, summed
from bursar.evals.rendering.desks.table import Grid, items
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO, Line


def studio(d: Draft) -> None:
    """Draw what accounting in the cloud prints: three columns at the head, the due date large, a slip to cut off."""
    facts = d.facts
    put(d, d.left, 96, d.title.upper(), 22, width=216)
    stacked(d, d.left + 14, 124, (*attention(d), colons(pairs(d, "buyer_tax_id"))), 9.5, width=190)
    x, y = d.left + 232, 72.0
    for label, value in pairs(d, "issue_date", "number", "order_reference", "seller_tax_id"):
        put(d, x, y, label, 9, bold=True, width=112)
        put(d, x, y + 12, value, 9, width=112)
        y += 30
    name, *rest = seller(d)
    stacked(d, x + 124, 72, (name, *rest, facts.seller.phone, pair(d, "email")[1]), 9, width=d.right - x - 124)
    d.y = 226
    d.says("currency", facts.currency)
    columns = (("description", 0.0, "L"), ("hours", 62.0, "R"), ("unit_price", 76.0, "R"), ("tax_rate", 60.0, "R"),
               ("net", 86.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="plain", rules="rows", size=9.5, gap=10))
    d.y += 6
    rows = summed(d, "net", "taxes", "gross")
    rows = [(f"{label} {facts.currency}" if strong else label, amount, strong) for label, amount, strong in rows]
    ladder(d, rows, d.left + 250, style="ruled", size=10, lead=1.9)
    d.room(60)
    if not facts.credit:
        put(d, d.left, d.y + 8, colons([pair(d, "due_date")]), 11, bold=True)
        put(d, d.left, d.y + 24, told(d, "transfer", bank=facts.accounts[0].bank), 9.5, width=d.right - d.left)
        put(d, d.left, d.y + 37, colons(pairs(d, "iban", "bic")), 9.5, width=d.right - d.left)
        d.y += 56
        _advice(d)
    put(
        d,
        d.left,
        d.sheet.height - 24,
        f"{colons(pairs(d, 'register'), colon=' ')}. {facts.seller.street}, {facts.seller.city}.",
        7,
    )


def _advice(d: Draft) -> None:
    """Draw the slip that goes back with the money."""
    facts = d.facts
    d.room(130)
    d.y = top = max(d.y + 10, d.bottom - 130)
    d.sheet.line(d.left - 30, top, d.right + 30, top)
    put(d, d.left, top + 26, d.label("advice"), 15, width=200)
    stacked(d, d.left, top + 46, (f"{d.label('advice_to')} {facts.seller.name}", *facts.seller.address[1:]), 9,
            width=220)  # fmt: skip
    some = [
        (d.label("customer"), facts.buyer.name),
        (d.number_label, facts.number),
        (d.label("payable"), d.total("payable", facts.payable)),
        (d.label("due_date"), d.day(facts.due_date)),
    ]
    x = d.left + 250
    listed(d, some, x, top + 26, 104, size=9.5, style="bold")
    put(d, x, top + 92, d.label("enclosed"), 9.5, bold=True, width=100)
    d.sheet.line(x + 104, top + 94, d.right, top + 94)
    d.y = top + 110


def subscription(d: Draft) -> None:
    """Draw what software by the month sends by mail: little on much paper, the amount due as a headline."""
    facts = d.facts
    put(d, d.left, 62, d.title, 19, bold=True)
    d.sheet.logo(d.right - 36, 42, 36, 36)
    listed(d, pairs(d, "number", "issue_date", "due_date"), d.left, 88, 96, size=9.5)
    name, *rest = seller(d)
    y = 146.0
    stacked(d, d.left, y, (name, *rest, pair(d, "email")[1], colons(pairs(d, "seller_tax_id"), colon=" ")), 9.5,
            first=True, width=210)  # fmt: skip
    put(d, d.left + 226, y, d.label("bill_to"), 9.5, bold=True)
    billed = (*buyer(d), facts.buyer.email)
    stacked(d, d.left + 226, y + 12.4, billed, 9.5, width=220)
    total, day = d.money(facts.payable), pair(d, "due_date")[1]
    put(d, d.left, 252, told(d, "headline", amount=total, date=day), 15, bold=True, width=d.right - d.left)
    put(d, d.left, 272, d.sentence("online"), 9)
    d.y = 306
    columns = (("description", 0.0, "L"), ("quantity", 44.0, "R"), ("unit_price", 76.0, "R"), ("tax_rate", 56.0, "R"),
               ("signed_net", 90.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="plain", size=9.5, gap=9, below=_month))
    ladder(d, summed(d, "net", "taxes_on", "gross", "payable"), d.left + 250, style="ruled", size=9.5, lead=1.9)
    d.sheet.line(d.left, d.sheet.height - 44, d.right, d.sheet.height - 44)
    put(d, d.left, d.sheet.height - 30, f"{facts.number} · {total} · {day}", 7.5, width=300)
    paged(d, d.right, d.sheet.height - 30)


def _month(d: Draft, line: Line, number: int) -> str:
    if number % 3 == 0:
        return ""
    first = d.facts.issue_date
    days = 365 if line.unit_price > 120 else 30  # What costs so much is paid by the year.
    return f"{d.day(first)} – {d.day(first + timedelta(days=days))}"


def lawyers(d: Draft) -> None:
    """Draw a law firm's letter: the matter, hours by whom, expenses, what was advanced, the account at the end."""
    facts = d.facts
    name, *rest = seller(d)
    middle = (d.left + d.right) / 2
    put(d, middle, 60, name.upper(), 15, bold=True, align="C", width=d.right - d.left)
    put(d, middle, 75, " · ".join((*rest, facts.seller.phone, pair(d, "email")[1])), 8.5, align="C",
        width=d.right - d.left)  # fmt: skip
    stacked(d, d.left, 128, attention(d), 10.5, width=260)
    put(d, d.right, 128, d.day(facts.issue_date), 10.5, align="R")
    d.y = 214
    put(d, d.left, d.y, colons(pairs(d, "number")), 11, bold=True, width=d.right - d.left)
    some = [pair(d, "matter"), (d.label("subject"), d.sentence("case")), pair(d, "issue_date"), pair(d, "period")]
    d.y = listed(d, some, d.left, d.y + 18, 118, size=10, style="colon") + 4
    put(d, d.left, d.y + 14, d.title, 16, bold=True)
    d.y += 34
    d.paragraph(d.sentence("services"), 10.5)
    d.y += 14
    columns = (("when", 92.0, "L"), ("initials", 34.0, "L"), ("description", 0.0, "L"), ("hours", 44.0, "R"),
               ("unit_price", 64.0, "R"), ("net", 76.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="lined", size=9.5, gap=6, sections=True, subtotals=True))
    left = ("payable",) if facts.prepaid else ()
    ladder(d, summed(d, "net", "taxes", "gross", "prepaid", *left), d.left + 170, style="ruled", size=10.5)
    d.room(110)
    d.paragraph(terms(d, "terms_date"), 10.5)
    d.y += 4
    d.paragraph(colons(pairs(d, "bank", "iban", "bic"), ", ", " "), 10)
    d.y += 16
    d.paragraph(d.sentence("closing"), 10.5)
    d.y += 22
    d.paragraph(facts.seller.person, 10.5)
    put(d, middle, d.sheet.height - 36, colons(pairs(d, "seller_tax_id", "register")), 8, align="C",
        width=d.right - d.left)  # fmt: skip
    paged(d, d.right, d.sheet.height - 22, 8)


def staffing(d: Draft) -> None:
    """Draw an agency's bill for a week: who worked how long at which rate, and whom the claim was sold to."""
    facts = d.facts
    name, *rest = seller(d)
    d.sheet.rect(0, 0, 14, d.sheet.height, gray=170)
    put(d, d.left, 50, name, 16, bold=True, width=300)
    stacked(d, d.left, 64, (" - ".join(rest), colons(pairs(d, "phone", "email"), " - ", " ")), 8, width=300)
    put(d, d.right, 50, d.title, 17, bold=True, align="R", width=190)
    listed(d, pairs(d, "number", "issue_date", "due_date", "customer_number", "order_reference", "depot", "period"),
           d.right - 220, 112, 100, size=8.5, right=d.right)  # fmt: skip
    stacked(d, d.left, 112, attention(d), 10, width=240)
    put(d, d.left, 176, colons(pairs(d, "buyer_tax_id")), 8.5)
    d.y = 226
    columns = (("week", 34.0, "C"), ("worker", 92.0, "L"), ("description", 0.0, "L"), ("hours", 50.0, "R"),
               ("unit_price", 62.0, "R"), ("net", 74.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="gray", rules="all", size=8.5, gap=5))
    hours = sum((line.quantity for line in facts.lines), ZERO)
    put(d, d.left, d.y, colons([(d.label("hours_sum"), d.numbers.number(hours, 2))]), 9, bold=True)
    ladder(d, summed(d, "net", "taxes", "gross"), d.left + 280, style="boxed", size=9.5)
    d.room(70)
    d.y += 4
    d.paragraph(terms(d, "terms_date"), 9)
    d.y += 4
    d.paragraph(d.sentence("assigned", bank=facts.accounts[0].bank), 8.5)
    d.y += 2
    d.paragraph(colons(pairs(d, "iban", "bic"), ", "), 9)
    put(d, d.left, d.sheet.height - 30, colons(pairs(d, "seller_tax_id", "register", "web")), 7.5)
    paged(d, d.right, d.sheet.height - 30)


def publisher(d: Draft) -> None:
    """Draw a publisher's bill for advertisements: for whom they were, in which issue, less the agency's share."""
    facts = d.facts
    name, street, city = seller(d)
    put(d, d.left, 66, name, 24, bold=True, width=360)
    d.sheet.line(d.left, 76, d.right, 76)
    put(d, d.left, 116, f"{name} | {street} | {city}", 6.5, width=220)
    stacked(d, d.left, 134, attention(d), 10, width=230)
    x = d.right - 190
    put(d, x, 112, d.title, 15, bold=True, width=190)
    listed(d, pairs(d, "number", "issue_date", "customer_number", "insertion", "order_reference", "contact"), x, 130,
           92, size=8.5, right=d.right)  # fmt: skip
    step = (d.right - d.left) / 3
    d.y = 228
    # The day of publication is when the service was rendered; some read it so and some do not.
    published = (d.label("published"), d.day(facts.delivery_date))
    d.truth.unprinted["delivery_date"] = facts.delivery_date.isoformat()
    advertiser = (d.label("advertiser"), d.sentence("brand"))
    edges = (d.left, d.left + step, d.left + 2 * step, d.right)
    above(d, [advertiser, (d.label("medium"), d.sentence("medium")), published], edges, d.y, size=9.5)
    d.y += 44
    columns = (("edition", 52.0, "L"), ("description", 0.0, "L"), ("quantity", 40.0, "R"), ("unit_price", 76.0, "R"),
               ("discount", 56.0, "R"), ("net", 82.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="lined", size=9, gap=7))
    ladder(d, summed(d, "net", "taxes_on", "gross"), d.left + 220, style="gray", size=10)
    d.room(80)
    d.paragraph(f"{d.label('terms')}: {terms(d, 'early')}", 9)
    d.truth.unprinted["payment_reference"] = facts.number
    d.paragraph(d.sentence("quote", number=facts.number, customer=facts.references["customer_number"]), 9)
    d.y += 6
    d.paragraph(d.sentence("copy"), 9)
    feet(d, (
        (name, street, city, facts.seller.phone),
        (pair(d, "email")[1], facts.seller.web, colons(pairs(d, "director"), colon=" ")),
        (colons(pairs(d, "seller_tax_id"), colon=" "), colons(pairs(d, "register"), colon=" ")),
        (facts.accounts[0].bank, colons(pairs(d, "iban"), colon=" "), colons(pairs(d, "bic"), colon=" ")),
    ), size=6.5, lift=28)  # fmt: skip
