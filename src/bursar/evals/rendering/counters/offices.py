"""Pages of those who are paid for what they know: brokers, architects, recruiters, translators."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Final

from bursar.evals.rendering.counters.grid import Grid, lines
from bursar.evals.rendering.counters.parts import (
    Row,
    across,
    asked_to_pay,
    beside,
    everywhere,
    feet,
    fitting,
    mark,
    named_rate,
    page_numbers,
    paid_rows,
    pair,
    pairs,
    percent,
    seller,
    summed,
    tax_rows,
    terms,
    value,
    window,
)
from bursar.evals.rendering.counters.words import GOODS
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Line


def _policy(d: Draft, _line: Line) -> str:
    return mark(d, d.rng.choice(("@@ ### ###", "##.###.###", "@-#######")))


def _year(d: Draft, _line: Line) -> str:
    first = d.facts.due_date.replace(day=1)
    last = first.replace(year=first.year + 1) - timedelta(days=1)
    return f"{d.day(first)} - {d.day(last)}"


_COVER: Final = Grid(
    columns="cover.policy:86 description:* cover.span:124 net/cover.net:>84",
    size=9, lead=2.0, rows="upright", head="fill", extras={"cover.policy": _policy, "cover.span": _year},
)  # fmt: skip


def broker(d: Draft) -> None:
    """Draw a broker's premium invoice: policies, no tax, one sum."""
    facts = d.facts
    d.says("type_code", "380")
    d.sheet.logo(d.left, 32, 40, 40)
    d.sheet.text(d.right, 48, seller(d), 12, bold=True, align="R")
    for row, text in enumerate((facts.seller.street, facts.seller.city, facts.seller.phone, value(d, "email"))):
        d.sheet.text(d.right, 61 + row * 11, text, 8, align="R")
    window(d, d.left, 140, facts.buyer, 10.5)
    d.sheet.text(d.left, 226, d.label("cover.invoice"), 15, bold=True)
    d.y = 248
    number = (d.label("cover.number"), value(d, "invoice_number"))
    across(d, d.left, d.right, [number, *pairs(d, "issue_date customer_number due_date")], 9)
    insurer = f"{d.rng.choice(('Aldermoor', 'Helvion', 'Mercantia', 'Unitas'))} {d.rng.choice(('SE', 'NV', 'SA'))}"
    d.y += 6
    some = [(d.label("cover.insured"), facts.buyer.name), (d.label("cover.insurer"), insurer)]
    d.y = beside(d, d.left, d.y, some, 130, 9, ":") + 16
    lines(d, _COVER)
    total = d.total("gross", facts.gross)
    summed(d, d.right - 230, [(d.label("cover.gross"), total, True)], 10.5)
    d.y += 6
    d.paragraph(d.sentence("exempt"), 8.5)
    d.paragraph(asked_to_pay(d), 9)
    d.y += 10
    beside(d, d.left, d.y, pairs(d, "bank iban bic payment_number"), 130, 9, ":")
    mine = " | ".join(f"{name} {written}" for name, written in pairs(d, "register web"))
    everywhere(d, 40, f"{facts.seller.name} | {mine}", 7)


def _fee(d: Draft, line: Line) -> str:
    return d.numbers.number(line.unit_price, 2)


def _done(d: Draft, line: Line) -> str:
    return percent(d, line.quantity * 100)


_STAGES: Final = Grid(
    columns="pos/arch.stage:52 description:* fee/arch.fee:>96 done/arch.done:>80 net/arch.net:>96",
    size=9.5, lead=1.9, extras={"fee": _fee, "done": _done},
)  # fmt: skip


def architect(d: Draft) -> None:
    """Draw an architect's part invoice: what is done of each stage, less what was paid before."""
    facts = d.facts
    d.says("type_code", "380")
    fitting(d, d.left, 60, seller(d), 270, 13)
    d.sheet.line(d.left, 68, d.left + 160, 68)
    x = d.right - 186
    mine = (facts.seller.street, facts.seller.city, facts.seller.phone, value(d, "email"), facts.seller.web)
    for row, text in enumerate(mine):
        d.sheet.text(x, 60 + row * 11, text, 8)
    window(d, d.left, 140, facts.buyer, 10)
    d.sheet.text(x, 140, " ".join(pair(d, "issue_date")), 9)
    d.sheet.text(x, 153, " ".join(pair(d, "invoice_number")), 9)
    d.sheet.text(d.left, 226, d.label("arch.invoice").format(count=d.rng.randint(2, 6)), 13, bold=True)
    contract = d.day(facts.order_date - timedelta(days=240))
    some = [(d.label("arch.project"), facts.buyer.street), (d.label("arch.contract"), contract)]
    d.y = beside(d, d.left, 246, some, 110, 9.5, ":") + 12
    d.paragraph(d.sentence("arch.intro"), 9.5)
    d.y += 16
    stages = GOODS[d.words.code]["phases"]
    lines(d, _STAGES, sorted(facts.lines, key=lambda line: stages.index(line.description)))
    rows: list[Row] = [(d.label("net"), d.total("net", facts.net), False), *tax_rows(d, partial(named_rate, d))]
    rows.append((d.label("gross"), d.total("gross", facts.gross), True))
    rows += paid_rows(d, "arch.prepaid")
    summed(d, d.left + 180, rows, 10)
    d.room(90)
    d.y += 14
    d.paragraph(asked_to_pay(d), 9.5)
    d.y += 12
    d.paragraph(d.sentence("closing"), 9.5)
    d.y += 20
    d.paragraph(facts.seller.person, 9.5)
    account = "  ".join(f"{name} {written}" for name, written in pairs(d, "bank iban bic"))
    everywhere(d, 50, account, 8, "L")
    everywhere(d, 39, "  ".join(pair(d, "seller_tax_id")), 8, "L")


def recruiter(d: Draft) -> None:
    """Draw a letter about one fee: whom they found, for which salary, which share of it."""
    facts = d.facts
    d.sheet.text(d.right, 58, seller(d), 17, bold=True, align="R")
    d.sheet.text(d.right, 72, f"{facts.seller.street} · {facts.seller.city}", 8, align="R")
    window(d, d.left, 132, facts.buyer, 11)
    d.sheet.text(d.left, 200, " ".join(pair(d, "buyer_tax_id")), 9)
    x = d.left
    for name, written in pairs(d, "issue_date invoice_number due_date order_reference"):
        d.sheet.text(x, 236, name, 8.5, bold=True)
        d.sheet.text(x, 248, written, 9.5)
        x += (d.right - d.left) / 4
    d.sheet.text(d.left, 286, d.title.upper(), 14, bold=True)
    d.y = 308
    d.paragraph(d.sentence("hire.intro"), 10)
    d.y += 10
    line = facts.lines[0]
    start = d.day(facts.issue_date + timedelta(days=d.rng.randint(3, 60)))
    salary = d.numbers.amount(line.unit_price, facts.currency)
    some = [(d.label("hire.candidate"), d.rng.choice(("K. Janssen", "Elena Rossi", "M. Weber", "Sophie Laurent")))]
    some += [(d.label("hire.position"), line.description), (d.label("hire.start"), start)]
    some += [(d.label("hire.salary"), salary), (d.label("hire.consultant"), facts.seller.person)]
    d.y = beside(d, d.left, d.y, some, 140, 10, ":") + 20
    said = d.sentence("hire.fee", percent=d.numbers.short(line.quantity * 100))
    d.sheet.text(d.left, d.y, d.heading("description"), 9.5, bold=True)
    d.sheet.text(d.right, d.y, d.heading("hire.net"), 9.5, bold=True, align="R")
    d.sheet.line(d.left, d.y + 5, d.right, d.y + 5)
    d.y += 20
    d.sheet.text(d.left, d.y, said, 10)
    d.sheet.text(d.right, d.y, d.money(line.net), 10, align="R")
    d.truth.lines.append({"description": said, "net": f"{line.net:.2f}"})
    d.y += 26
    rows: list[Row] = [(d.label("net"), d.total("net", facts.net), False), *tax_rows(d, partial(named_rate, d))]
    summed(d, d.right - 230, [*rows, (d.label("gross"), d.total("gross", facts.gross), True)], 10)
    d.y += 18
    d.paragraph(terms(d), 9.5)
    d.paragraph(d.sentence("late"), 8)
    account = [f"{name} {written}" for name, written in pairs(d, "bank iban bic")]
    mine = [f"{name} {written}" for name, written in pairs(d, "seller_tax_id register")]
    feet(d, (account, [*mine, value(d, "email")]), 54, 7.5)


_LINGUA: Final = Grid(
    columns="description:* measure/lingua.quantity:>100 unit_price:>70 net:>90", size=9.5, lead=2.3, places=3,
    rows="line", head="fill",
)  # fmt: skip


def translators(d: Draft) -> None:
    """Draw what a translation agency sends to customers in other countries: words times price, no tax."""
    facts = d.facts
    d.sheet.rect(d.left - 20, 0, 8, d.sheet.height, gray=150)
    d.sheet.text(d.left, 58, d.title.upper(), 22, bold=True)
    d.sheet.text(d.left, 96, seller(d), 9.5, bold=True)
    end = window(d, d.left, 108, facts.seller, 9, street_only=True)
    for row, kind in enumerate(("seller_tax_id", "email", "phone")):
        name, written = pair(d, kind)
        d.sheet.text(d.left, end + row * 11.5, f"{name}: {written}", 9)
    d.sheet.text(320, 96, d.label("bill_to"), 9.5, bold=True)
    end = window(d, 320, 108, facts.buyer, 9)
    d.sheet.text(320, end, ": ".join(pair(d, "buyer_tax_id")), 9)
    d.y = 186
    some = pairs(d, "invoice_number issue_date due_date")
    across(d, d.left, d.right, [*some, (d.label("lingua.project"), mark(d, "P2#-####"))], 9.5)
    d.y += 4
    d.sheet.text(d.left, d.y, f"{d.label('lingua.manager')}: {facts.seller.person}", 9)
    d.y += 28
    lines(d, _LINGUA)
    net = (d.label("net"), d.total("net", facts.net), False)
    d.group_said(facts.groups[0], base=True)
    free = (f"{d.tax_label} {percent(d, Decimal(0))}", d.total("tax", facts.tax), False)
    summed(d, d.right - 230, [net, free, (d.label("gross"), d.total("gross", facts.gross), True)], 10.5)
    d.y += 10
    d.paragraph(d.sentence("reverse"), 9)
    d.y += 8
    d.paragraph(f"{d.label('terms')}: {terms(d)}", 9)
    d.y = beside(d, d.left, d.y + 10, pairs(d, "bank iban bic"), 80, 9, ":")
    d.y += 8
    d.paragraph(d.sentence("lingua.note"), 8)
    everywhere(d, 36, facts.seller.web, 8)
    page_numbers(d, d.right, d.sheet.height - 36, 7.5)
