"""Pages of craftsmen, practices and offices: letters, fees, sections of work, corrections."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO, cents
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
    pair,
    pairs,
    phone,
    quoting,
    reason,
    registered,
    seller,
    stacked,
    tax_id,
    terms,
)
from bursar.evals.rendering.trades.sums import sums, to_pay, tower
from bursar.evals.rendering.trades.table import Table, months, rows


def books(d: Draft) -> None:
    """Draw what programs for small offices print: a tidy letter with an introduction, small print in four columns."""
    d.sheet.logo(d.right - 84, 32, 84, 46)
    d.sheet.text(d.left, 124, ", ".join(seller(d)), 6.5, gray=110)
    stacked(d, d.left, 140, buyer(d), size=10)
    at_right(
        d, pairs(d, "invoice_number", "issue_date", "delivery_date", "customer_number", "contact"), 128, flush=True
    )
    d.sheet.text(d.left, 236, d.sentence("titled", title=d.title, number=d.facts.number), 14, bold=True)
    d.y, d.size = 262, 9.5
    d.paragraph(d.sentence("greeting"))
    d.paragraph(d.sentence("intro"))
    d.y += 18
    columns = (
        ("pos", 26.0),
        ("description", 0.0),
        ("quantity_unit", 66.0),
        ("unit_price", 74.0),
        ("tax_rate", 44.0),
        ("net", 80.0),
    )
    rows(d, Table(columns=columns, rules="rows", signs=True, size=9, gap=8))
    tower(d, sums(d), left=d.left + 260, size=9.5, last="ruled")
    d.says("due_date", d.facts.due_date.isoformat())
    d.paragraph(d.sentence("pay_by", date=d.day(d.facts.due_date), amount=d.total("payable", d.facts.payable)))
    reason(d)
    d.y += 8
    d.paragraph(d.sentence("regards"))
    d.y += 4
    d.paragraph(d.facts.seller.person)
    name, iban, bic = bank(d)
    feet(
        d,
        (
            seller(d),
            contacts(d),
            (*registered(d), tax_id(d)),
            (name[1], f"{iban[0]}: {iban[1]}", f"{bic[0]}: {bic[1]}"),
        ),
    )


def prose(d: Draft) -> None:
    """Draw a freelancer's letter: one piece of work, its price and the tax on it, all in sentences."""
    facts, one = d.facts, d.facts.lines[0]
    d.size = 11
    stacked(d, d.right, 70, (*seller(d), *contacts(d)[:2]), size=10, align="R")
    stacked(d, d.left, 160, buyer(d), size=11)
    d.says("issue_date", facts.issue_date.isoformat())
    d.says("invoice_number", facts.number)
    city = facts.seller.city.split(",")[0].strip("0123456789 -")
    d.sheet.text(d.right, 240, d.sentence("place", city=city, date=d.day(facts.issue_date)), 11, align="R")
    d.sheet.text(d.left, 270, d.sentence("titled", title=d.title, number=facts.number), 11, bold=True)
    d.y = 300
    d.paragraph(d.sentence("greeting"))
    d.y += 8
    d.says("net", f"{facts.net:.2f}")
    amounts = {"work": one.description, "net": d.money(facts.net), "gross": d.total("gross", facts.gross)}
    if facts.untaxed:
        d.paragraph(d.sentence("work_untaxed", **amounts))
    else:
        d.group_said(facts.groups[0], base=True)
        rate = d.numbers.rate(facts.groups[0].rate)
        d.paragraph(d.sentence("work", **amounts, rate=rate, tax=d.total("tax", facts.tax), name=d.tax_label))
    d.truth.lines.append({"description": one.description, "net": f"{one.net:.2f}"})
    d.says("payable", f"{facts.payable:.2f}")
    reason(d)
    d.y += 8
    _name, iban, bic = bank(d)
    within = d.sentence("within", days=str(facts.days))
    whole = d.sentence("transfer", within=within, iban=iban[1], bic=bic[1])
    d.says("payment_terms", within)
    d.says("payment_terms", whole)  # Either is right.
    d.paragraph(whole)
    d.y += 16
    d.paragraph(d.sentence("regards"))
    d.y += 26
    d.paragraph(facts.seller.person)
    d.sheet.text(d.left, d.sheet.height - 50, tax_id(d), 8.5)


def crafts(d: Draft) -> None:
    """Draw a craftsman's bill: work and material in sections with sums, and a part of the amount held back."""
    facts = d.facts
    d.sheet.text(d.left, 56, seller(d)[0], 16, bold=True)
    d.sheet.text(d.left, 70, d.sentence("master"), 9, gray=80)
    stacked(d, d.right, 50, (*seller(d)[1:], *contacts(d)), size=8, align="R")
    d.sheet.line(d.left, 96, d.right, 96)
    stacked(d, d.left, 126, buyer(d), size=10)
    told = pairs(d, "invoice_number", "issue_date", "customer_number", "project", "quote")
    d.y = below_names(d, [*told, (d.label("period"), " - ".join(months(d)))], 204) + 8
    d.sheet.text(d.left, d.y, f"{d.title}: {d.sentence('site')}", 12, bold=True)
    d.y += 26
    columns = (
        ("pos", 28.0), ("quantity", 44.0), ("unit", 40.0), ("description", 0.0), ("unit_price", 72.0), ("net", 80.0)
    )  # fmt: skip
    rows(d, Table(columns=columns, sections=True, head="framed", size=9, gap=4))
    held = cents(facts.gross * Decimal("0.05"))
    some = [*sums(d), (d.label("retention"), d.money(-held)), (d.label("payable"), d.money(facts.payable - held))]
    d.truth.fields["payable"] = f"{facts.payable - held:.2f}"
    tower(d, some, left=d.left + 220, last="ruled")
    work = sum((line.net for line in facts.lines if line.kind == "labour"), ZERO)
    d.paragraph(d.sentence("labour_share", amount=d.money(cents(work * (100 + facts.groups[0].rate) / 100))), 8)
    d.paragraph(f"{d.label('terms')}: {terms(d, 'discount')}", 9)
    reason(d)
    d.paragraph(d.sentence("keep"), 7.5)
    feet(d, (banks(d), (tax_id(d), *registered(d))), size=7)


def doctor(d: Draft) -> None:
    """Draw a doctor's bill: days, numbers of a schedule of fees and factors, no tax at all."""
    facts = d.facts
    stacked(d, d.left, 54, (facts.seller.person, *seller(d), *contacts(d)[:2]), size=9, bold=True)
    d.sheet.line(d.left, 126, d.right, 126)
    stacked(d, d.left, 156, buyer(d), size=10)
    told = [*pairs(d, "invoice_number", "issue_date", "customer_number"), (d.label("patient"), facts.buyer.person)]
    at_right(d, told, 156)
    d.sheet.text(d.left, 232, d.title, 14, bold=True)
    d.y = 248
    d.paragraph(d.sentence("fees"), 9)
    d.y += 14
    columns = (("date", 78.0), ("fee_number", 44.0), ("description", 0.0), ("factor", 50.0), ("net", 76.0))
    rows(d, Table(columns=columns, size=9, gap=5))
    d.says("payable", f"{facts.payable:.2f}")
    d.says("net", f"{facts.net:.2f}")
    tower(d, to_pay(d), left=d.left + 250, last="large")
    d.paragraph(d.sentence("medical"), 8.5)
    d.paragraph(due(d))
    d.paragraph(quoting(d))
    d.y += 4
    listed(d, bank(d), d.left, d.y, size=9)
    d.sheet.text(d.left, d.sheet.height - 40, tax_id(d), 8)


def counsel(d: Draft) -> None:
    """Draw a lawyer's note of fees: a matter, the opponent, disbursements that are not taxed."""
    facts, middle = d.facts, (d.left + d.right) / 2
    d.sheet.text(middle, 58, seller(d)[0].upper(), 13, bold=True, align="C")
    d.sheet.text(middle, 72, "  |  ".join((*seller(d)[1:], *contacts(d)[:2])), 8, align="C")
    stacked(d, d.left, 130, buyer(d, person=True), size=10.5)
    listed(d, pairs(d, "issue_date", "invoice_number", "case_number", "seller_tax_id"), d.left + 280, 130, size=9)
    d.sheet.text(d.left, 220, f"{d.title} – {facts.buyer.name} ./. {d.label('opponent')}", 12, bold=True)
    d.y = 246
    d.paragraph(d.sentence("acted"), 10)
    d.y += 14
    columns = (("description", 0.0), ("fee_number", 60.0), ("tax_rate", 56.0), ("net", 90.0))
    rows(d, Table(columns=columns, size=10, gap=5))
    tower(d, sums(d, bases=True), left=d.left + 170, size=10, last="ruled")
    d.size = 10
    d.paragraph(terms(d))
    d.y += 6
    for text in banks(d):
        d.paragraph(text, 9)
    reason(d)
    d.y += 24
    d.paragraph(facts.seller.person)
    page_numbers(d, d.sheet.height - 30, align="C")


def correction(d: Draft) -> None:
    """Draw a correction that names the invoice it corrects, with number, day and amount of that one."""
    facts = d.facts
    stacked(d, d.left, 50, (*seller(d), *contacts(d)[:2]), size=9, bold=True)
    stacked(d, d.left + 280, 130, buyer(d), size=10)
    d.sheet.text(d.left, 140, d.title, 18, bold=True)
    listed(d, pairs(d, "invoice_number", "issue_date", "customer_number"), d.left, 160)
    d.sheet.rect(d.left, 210, d.right - d.left, 46, gray=240)
    d.sheet.text(d.left + 8, 226, d.label("original"), 8.5, bold=True)
    other = f"{int(facts.seller.register) % 9000 + 1000}-{facts.order_date.year % 100}"
    amount = d.numbers.amount(facts.gross * 3, facts.currency)
    text = d.sentence("original", number=other, date=d.day(facts.order_date), amount=amount)
    d.sheet.text(d.left + 8, 244, text, 8.5)
    d.y = 276
    d.paragraph(f"{d.label('reason')}: {d.sentence('returned')}")
    d.y += 14
    columns = (
        ("pos", 28.0),
        ("item_id", 76.0),
        ("description", 0.0),
        ("quantity", 50.0),
        ("unit_price", 76.0),
        ("net", 80.0),
    )
    rows(d, Table(columns=columns, head="gray", rules="rows", size=8.5))
    tower(d, sums(d), left=d.left + 230, last="gray")
    d.paragraph(d.sentence("credited"))
    reason(d)
    d.y += 6
    listed(d, bank(d), d.left, d.y, size=8.5)
    feet(d, ((tax_id(d), f"{d.label('buyer_tax_id')}: {d.buyer_tax_id()}"), registered(d)), size=7)


def reminder(d: Draft) -> None:
    """Draw an invoice with an account of older ones that are not paid yet: their numbers, days and amounts."""
    facts = d.facts
    d.sheet.text(d.right, 56, seller(d)[0], 14, bold=True, align="R")
    d.sheet.text(d.right, 70, ", ".join((*seller(d)[1:], phone(d))), 8, align="R")
    stacked(d, d.left, 104, (d.label("bill_to"), *buyer(d)), size=9.5, bold=True)
    at_right(d, pairs(d, "invoice_number", "issue_date", "due_date", "account_number", "order_reference"), 104)
    d.sheet.text(d.left, 184, d.title, 16, bold=True)
    d.y = 208
    columns = (("description", 0.0), ("quantity", 50.0), ("unit", 50.0), ("unit_price", 76.0), ("net", 80.0))
    rows(d, Table(columns=columns, head="dark", size=9, gap=5))
    tower(d, sums(d), left=d.left + 240, last="bold")
    d.room(120)
    d.sheet.text(d.left, d.y, d.label("open_items"), 9.5, bold=True)
    total = facts.gross
    for number in range(1, d.rng.randint(3, 5)):
        d.y += 13
        amount = cents(facts.gross * Decimal(number) / 7 + Decimal("13.4"))
        total += amount
        cells = (
            f"{4_400 + number * 17}/{facts.order_date.year % 100}",
            d.day(facts.order_date - timedelta(days=31 * number)),
        )
        d.sheet.text(d.left, d.y, cells[0], 8.5)
        d.sheet.text(d.left + 110, d.y, cells[1], 8.5)
        d.sheet.text(d.left + 310, d.y, d.numbers.number(amount, 2), 8.5, align="R")
    d.y += 15
    d.sheet.text(d.left, d.y, d.label("balance"), 8.5, bold=True)
    d.sheet.text(d.left + 310, d.y, d.numbers.number(total, 2), 8.5, bold=True, align="R")
    d.y += 20
    d.paragraph(d.sentence("overdue"), 8)
    for text in banks(d):
        d.paragraph(text, 8.5)
    reason(d)
    d.sheet.text(d.left, d.sheet.height - 30, "   ".join((tax_id(d), *registered(d))), 7)


def nameless(d: Draft) -> None:
    """Draw a letter that names its sender at the foot only, beside two accounts."""
    d.sheet.logo(d.left, 40, 130, 48)
    stacked(d, d.left, 150, buyer(d, person=True), size=10)
    d.says("invoice_number", d.facts.number)
    d.says("issue_date", d.facts.issue_date.isoformat())
    title = d.sentence("one_line", title=d.title, number=d.facts.number, date=d.day(d.facts.issue_date))
    d.sheet.text(d.left, 232, title, 13)
    label, order = pair(d, "order_reference")
    d.sheet.text(d.left, 248, f"{label}: {order}", 9)
    d.y = 280
    columns = (("quantity_unit", 70.0), ("description", 0.0), ("unit_price", 80.0), ("net", 84.0))
    rows(d, Table(columns=columns, size=10, gap=6))
    tower(d, sums(d), left=d.left + 230, size=10)
    d.paragraph(terms(d), 10)
    reason(d, 10)
    accounts = [
        text for one in d.facts.accounts for text in (one.bank, " ".join(bank(d, one)[1]), " ".join(bank(d, one)[2]))
    ]
    feet(d, ((*seller(d), *contacts(d)), (*registered(d), tax_id(d)), accounts[:3], accounts[3:]), size=6, ruled=False)
    page_numbers(d, 30, first=1)
