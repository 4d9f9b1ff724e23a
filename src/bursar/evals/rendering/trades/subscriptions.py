"""Pages of those who sell by the month: software charged to a card, a cloud's usage, calls and data."""

from __future__ import annotations

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.trades.pairs import (
    at_right,
    bank,
    banks,
    below_names,
    buyer,
    contacts,
    due,
    feet,
    listed,
    page_numbers,
    pairs,
    quoting,
    reason,
    registered,
    seller,
    stacked,
    tax_id,
)
from bursar.evals.rendering.trades.sums import sums, tower
from bursar.evals.rendering.trades.table import Table, months, rows


def card(d: Draft) -> None:
    """Draw what a payment provider sends for software: the amount in large letters, months below what is charged."""
    _software(d)
    d.sheet.text(d.left, 222, d.sentence("headline", amount=_payable(d), date=_due(d)), 15, bold=True)
    d.sheet.text(d.left, 240, d.sentence("online"), 8.5, gray=90)
    d.y = 272
    columns = (("description", 0.0), ("quantity", 60.0), ("unit_price", 90.0), ("net", 90.0))
    rows(d, Table(columns=columns, below=("period",), signs=True, size=9, gap=10))
    tower(d, [*sums(d), (d.label("payable"), d.total("payable", d.facts.payable))], left=d.left + 250, step=16)
    reason(d)
    name, iban, bic = bank(d)
    d.y += 14
    d.sheet.text(d.left, d.y, d.label("transfer"), 9, bold=True)
    listed(d, (name, iban, bic), d.left, d.y + 14, size=8.5)
    page_numbers(d, d.sheet.height - 30)
    d.sheet.text(d.left, d.sheet.height - 30, d.facts.number, 7.5, gray=90)


def _software(d: Draft) -> None:
    """Draw title, numbers and both parties as such invoices begin."""
    d.sheet.text(d.left, 62, d.title, 20, bold=True)
    d.sheet.logo(d.right - 40, 40, 40, 40)
    listed(d, pairs(d, "invoice_number", "issue_date", "due_date"), d.left, 88)
    stacked(d, d.left, 146, (*seller(d), d.facts.seller.email), size=9, bold=True)
    d.says("seller_email", d.facts.seller.email)
    stacked(d, d.left + 210, 146, (d.label("bill_to"), *buyer(d), d.facts.buyer.email), size=9, bold=True)


def _payable(d: Draft) -> str:
    return d.total("payable", d.facts.payable)


def _due(d: Draft) -> str:
    d.says("due_date", d.facts.due_date.isoformat())
    return d.day(d.facts.due_date)


def charged(d: Draft) -> None:
    """Draw an invoice that a card has paid: nothing is due any more, and a stamp says so."""
    d.sheet.rect(0, 0, d.sheet.width, 8, gray=90)
    d.sheet.text(d.left, 56, seller(d)[0], 13, bold=True)
    stacked(d, d.left, 70, (*seller(d)[1:], tax_id(d)), size=8.5)
    d.sheet.text(d.right, 56, d.title.upper(), 13, align="R", gray=80)
    told = [*pairs(d, "invoice_number", "issue_date", "account_number"), (d.label("period"), " – ".join(months(d)))]
    at_right(d, told, 72, flush=True)
    stacked(d, d.left, 134, (d.label("bill_to").upper(), *buyer(d, person=True)), size=9, bold=True)
    d.says("buyer_tax_id", d.facts.buyer.tax_id)
    d.sheet.text(d.left, 194, d.buyer_tax_id(), 9)
    d.y = 230
    columns = (("description", 0.0), ("quantity", 50.0), ("unit_price", 80.0), ("tax_rate", 50.0), ("net", 80.0))
    rows(d, Table(columns=columns, head="gray", rules="rows", size=9, gap=9))
    facts = d.facts
    tower(d, sums(d), left=d.left + 240, step=16, last="ruled")
    d.y += 6
    text = d.sentence(
        "card", amount=d.money(facts.prepaid), date=d.day(facts.issue_date), digits=facts.seller.register[:4]
    )
    d.paragraph(text, 8.5)
    reason(d)
    d.sheet.turned(d.left + 30, d.y + 80, d.label("paid").upper(), 34, degrees=14, gray=170)
    d.sheet.text((d.left + d.right) / 2, d.sheet.height - 40, " · ".join(contacts(d)), 7.5, align="C", gray=110)


def cloud(d: Draft) -> None:
    """Draw a cloud's bill: what is due on the first page, every service with its usage on those after it."""
    d.sheet.logo(d.left, 36, 50, 30)
    d.sheet.text(d.right, 50, d.title, 16, bold=True, align="R")
    at_right(d, pairs(d, "account_number", "invoice_number", "issue_date"), 72)
    stacked(d, d.left, 92, (f"{d.label('bill_to')}:", *buyer(d)), size=9)
    d.sheet.rect(d.left, 160, d.right - d.left, 46, gray=235)
    first, last = months(d)
    d.sheet.text(d.left + 8, 178, d.sentence("billing", start=first, end=last), 9)
    d.sheet.text(d.left + 8, 196, d.sentence("total_due", date=_due(d)), 11, bold=True)
    d.sheet.text(d.right - 8, 196, _payable(d), 13, bold=True, align="R")
    d.y = 236
    d.sheet.text(d.left, d.y, d.label("summary"), 12, bold=True)
    d.y += 22
    tower(d, sums(d, bases=True), left=d.left, step=18, last="ruled")
    reason(d)
    d.paragraph(d.sentence("later"), 7.5)
    d.paragraph(quoting(d), 8)
    d.y += 8
    stacked(d, d.left, d.y, [" ".join(one) for one in bank(d)], size=8)
    d.sheet.new_page()
    d.y = 70
    d.sheet.text(d.left, d.y, d.label("details"), 12, bold=True)
    d.y += 24
    columns = (("description", 0.0), ("quantity", 80.0), ("unit", 60.0), ("unit_price", 70.0), ("net", 80.0))
    rows(d, Table(columns=columns, sections=True, size=8, gap=5, top=70))
    feet(d, ((*seller(d), tax_id(d)), registered(d)), size=7)
    page_numbers(d, d.sheet.height - 24)


def telecom(d: Draft) -> None:
    """Draw a telephone company's bill: numbers of all kinds at the right, many small charges in sections."""
    d.sheet.rect(d.left, 30, 120, 26, gray=70)
    d.sheet.text(d.left + 8, 48, d.facts.seller.name.split()[0].upper(), 13, bold=True, gray=255)
    stacked(d, d.left, 120, buyer(d), size=10)
    told = pairs(
        d, "customer_number", "account_number", "contract_number", "line_number", "invoice_number", "issue_date",
        "document_number",
    )  # fmt: skip
    at_right(d, [*told, (d.label("period"), " - ".join(months(d)))], 96, size=8)
    d.sheet.text(d.left, 206, f"{d.title} – {months(d)[1]}", 15, bold=True)
    d.y = 234
    columns = (("description", 0.0), ("quantity", 60.0), ("unit", 60.0), ("net", 90.0))
    rows(d, Table(columns=columns, sections=True, head="plain", size=8, gap=3))
    tower(d, sums(d), left=d.left + 160, size=9.5, last="gray")
    d.says("due_date", d.facts.due_date.isoformat())
    d.paragraph(d.sentence("debit", amount=_payable(d), date=d.day(d.facts.due_date)))
    d.paragraph(d.sentence("mandate", number=f"M{d.facts.seller.register}7731"), 7.5)
    reason(d)
    name, iban, bic = bank(d)
    feet(d, ((*seller(d), tax_id(d)), contacts(d), (name[1], " ".join(iban), " ".join(bic))))
    page_numbers(d, 46)


def hosting(d: Draft) -> None:
    """Draw a small provider's invoice: words turned at the edge, currencies behind amounts, terms in capitals."""
    d.sheet.turned(26, d.sheet.height - 120, f"{d.facts.seller.name} · {d.facts.seller.web}", 7, degrees=90, gray=140)
    stacked(d, d.right, 52, (*seller(d), *contacts(d)), size=8.5, bold=True, align="R")
    d.sheet.text(d.left, 60, d.title, 26, gray=110)
    stacked(d, d.left, 108, (d.label("bill_to"), *buyer(d)), size=9, bold=True)
    d.y = below_names(
        d, pairs(d, "issue_date", "invoice_number", "contract_number", "due_date", "currency"), 186, capitals=True
    )
    d.y += 14
    columns = (("pos", 26.0), ("description", 0.0), ("unit_price", 90.0), ("quantity", 60.0), ("net", 96.0))
    rows(d, Table(columns=columns, below=("period",), head="dark", signs=True, size=8.5, gap=8))
    tower(d, sums(d), left=d.left + 210, step=16, last="large")
    d.paragraph(quoting(d))
    for text in banks(d):
        d.paragraph(text, 8)
    reason(d)
    d.paragraph(due(d).upper(), 7.5)
    d.sheet.turned(d.right - 150, d.y + 60, d.label("copy").upper(), 26, degrees=20, gray=205)
    feet(d, ((tax_id(d),), registered(d)), ruled=False, size=7)
