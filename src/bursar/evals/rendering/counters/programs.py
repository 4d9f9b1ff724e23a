"""Pages that programs print out of the box: standard reports that thousands of suppliers never change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from bursar.evals.rendering.counters.grid import Grid, lines
from bursar.evals.rendering.counters.parts import (
    Row,
    across,
    beside,
    credited,
    everywhere,
    mark,
    named_rate,
    noted,
    page_numbers,
    paid_rows,
    pair,
    pairs,
    percent,
    seller,
    span,
    summed,
    tax_rows,
    tax_table,
    value,
    window,
)
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Group, Line

_LANDS: Final[Mapping[str, str]] = {
    "GB": "United Kingdom", "IE": "Ireland", "DE": "Deutschland", "AT": "Österreich", "CH": "Schweiz - Suisse",
    "FR": "France", "BE": "België - Belgique", "ES": "España", "IT": "Italia", "NL": "Nederland",
}  # fmt: skip
_ODOO: Final = Grid(
    columns="description:* measure/quantity:>92 unit_price:>74 tax_rate/odoo.tax_rate:>52 net/odoo.net:>90",
    size=9, rows="line", counted=2, lead=2.1,
)  # fmt: skip
_SAP: Final = Grid(
    columns="pos/sap.pos:34 item_id/sap.item_id:84 description:* measure/quantity:>70 unit_price/sap.unit_price:>70"
    " net/sap.net:>80",
    head="frame", size=8.5,
)  # fmt: skip


def odoo(d: Draft) -> None:
    """Draw the report of an open-source ERP system, in its first design."""
    facts = d.facts
    d.sheet.logo(d.left, 32, 56, 38)
    d.sheet.line(d.left, 82, d.right, 82)
    end = window(d, d.left, 100, facts.seller, 8.5)
    d.sheet.text(d.left, end, _LANDS[facts.seller.country], 8.5)
    end = window(d, 330, 150, facts.buyer)
    d.sheet.text(330, end, f"{d.tax_id_label}: {d.buyer_tax_id()}", 9)
    d.sheet.text(d.left, 240, f"{d.title} {value(d, 'invoice_number')}", 19, bold=True)
    d.y = 266
    kinds = "issue_date/odoo.issue_date due_date/odoo.due_date delivery_date/odoo.delivery_date"
    some = pairs(d, f"{kinds} order_reference/odoo.order_reference")
    some.insert(3, (d.label("odoo.source"), mark(d, "S0####")))
    across(d, d.left, d.right, [(f"{name}:", written) for name, written in some], 9.5)
    d.y += 14
    lines(d, _ODOO)
    d.y += 6
    rows: list[Row] = [(d.label("odoo.net"), d.total("net", facts.net), True), *tax_rows(d, partial(named_rate, d))]
    summed(d, d.right - 220, [*rows, (d.label("odoo.gross"), d.total("gross", facts.gross), True)], 10)
    d.room(60)
    d.y += 12
    terms = noted(d, "payment_terms", d.sentence("odoo.terms", days=str(facts.days))) if not facts.credit else ""
    d.paragraph(terms or credited(d))
    d.y += 6
    reference = value(d, "payment_number")
    d.paragraph(f"{d.label('odoo.payment_reference')}: {reference} {d.label('odoo.account')}: {value(d, 'iban')}")
    mine = facts.seller
    everywhere(d, 40, f"{mine.phone}   {value(d, 'email')}   {mine.web}   {d.tax_id_label}: {d.seller_tax_id()}", 8)
    page_numbers(d, (d.left + d.right) / 2, d.sheet.height - 26, align="C")


def _nav_head(d: Draft) -> None:
    d.sheet.text(d.left, 50, f"{d.title} {d.facts.number}", 12, bold=True)
    d.y = 84


def _nav_shipment(d: Draft) -> str:
    return d.sentence("nav.shipment", number=mark(d, "LS10####"), date=d.day(d.facts.delivery_date))


_NAV: Final = Grid(
    columns="item_id/nav.item_id:64 description:* quantity:>44 unit/nav.unit:52 unit_price:>56"
    " discount/nav.discount:>46 tax_rate/nav.tax_rate:>40 net:>64",
    size=8, lead=1.55, begin=_nav_head, opening=_nav_shipment,
)  # fmt: skip


def dynamics(d: Draft) -> None:
    """Draw the sales report of a program that wholesalers have: labels in two blocks, sums that name the currency."""
    facts = d.facts
    d.sheet.text(d.left, 50, d.title, 15, bold=True)
    end = window(d, d.left, 84, facts.buyer, 9.5)
    d.sheet.text(320, 62, seller(d), 9, bold=True)
    window(d, 320, 74, facts.seller, 8.5, street_only=True)
    ours = pairs(d, "phone email web seller_tax_id bank iban bic")
    beside(d, 320, 112, ours, 104, 7.5)
    kinds = "customer_number/nav.customer_number buyer_tax_id order_reference/nav.order_reference contact/nav.contact"
    left = beside(d, d.left, max(end, 122) + 18, pairs(d, kinds), 128, 8.5)
    dates = "invoice_number issue_date/nav.issue_date due_date order_date/nav.order_date terms/nav.terms"
    if facts.credit:
        dates = "invoice_number issue_date/nav.issue_date"
    right = beside(d, 300, 212, [*pairs(d, dates), (d.label("nav.method"), d.sentence("nav.method"))], 110, 8)
    d.y = max(left, right) + 20
    if facts.credit:
        d.paragraph(credited(d), 8.5)
        d.y += 10
    lines(d, _NAV)
    d.says("currency", facts.currency)
    rows: list[Row] = []
    if facts.allowance:
        rows.append((d.label("lines_sum"), d.money(facts.lines_sum), False))
        rows.append((d.label("nav.allowance"), d.money(-facts.allowance), False))
    rows.append((d.label("nav.net").format(currency=facts.currency), d.total("net", facts.net), bool(rows)))
    rows += tax_rows(d, lambda group: d.label("nav.tax").format(rate=percent(d, group.rate)))
    rows.append((d.label("nav.gross").format(currency=facts.currency), d.total("gross", facts.gross), True))
    summed(d, d.right - 230, rows, 8.5)
    d.y += 10
    d.room(80)
    d.sheet.text(d.left, d.y, d.label("nav.summary"), 8.5, bold=True)
    d.y += 14
    tax_table(d, d.left, d.left + 280)
    page_numbers(d, d.right, 34)


def _cloud_month(d: Draft, _line: Line) -> list[str]:
    return [span(d)]


_CLOUD: Final = Grid(
    columns="description:* quantity:>50 unit_price:>84 tax_rate/cloud.tax_rate:>46 net/cloud.net:>84",
    size=9, lead=2.2, signs=True, below=_cloud_month,
)  # fmt: skip


def _cloud_tax(d: Draft, group: Group) -> str:
    base = d.numbers.amount(group.base, d.facts.currency)
    d.group_said(group, base=True)
    return d.sentence("cloud.tax", tax=d.tax_label, rate=percent(d, group.rate), base=base)


def cloud(d: Draft) -> None:
    """Draw what a payment provider writes for those who rent out software."""
    facts = d.facts
    d.sheet.text(d.left, 62, d.title, 20, bold=True)
    d.sheet.text(d.right, 62, facts.seller.name, 12, bold=True, align="R", gray=110)
    kinds = "invoice_number/cloud.invoice_number issue_date/cloud.issue_date due_date/cloud.due_date"
    end = beside(d, d.left, 92, pairs(d, kinds), 110, 9)
    top = end + 22
    d.sheet.text(d.left, top, seller(d), 9, bold=True)
    below = window(d, d.left, top + 13, facts.seller, 9, street_only=True)
    d.sheet.text(d.left, below, value(d, "email"), 9)
    d.sheet.text(d.left, below + 12, f"{d.tax_id_label} {d.seller_tax_id()}", 9)
    d.sheet.text(300, top, d.label("cloud.bill_to"), 9, bold=True)
    below = window(d, 300, top + 13, facts.buyer, 9)
    if facts.buyer.country != "US":
        d.sheet.text(300, below, f"{d.label('buyer_tax_id')} {d.buyer_tax_id()}", 9)
    d.y = top + 96
    amount = d.numbers.amount(facts.gross, facts.currency)
    day = value(d, "due_date") if facts.payable else d.day(facts.issue_date)
    headline = d.sentence("cloud.due" if facts.payable else "cloud.paid", amount=amount, date=day)
    d.sheet.text(d.left, d.y, headline, 16, bold=True)
    d.y += 40
    lines(d, _CLOUD)
    rows: list[Row] = [
        (d.label("cloud.lines_sum"), d.money(facts.lines_sum), False),
        (d.label("cloud.net"), d.total("net", facts.net), True),
        *tax_rows(d, lambda group: _cloud_tax(d, group)),
        (d.label("cloud.gross"), d.total("gross", facts.gross), True),
    ]
    rows += paid_rows(d, "cloud.prepaid", "cloud.payable") or [
        (d.label("cloud.payable"), d.total("payable", facts.payable), True)
    ]
    summed(d, d.right - 260, rows, 9)
    everywhere(d, 34, f"{facts.number}  ·  {headline}", 7.5, "L")
    page_numbers(d, d.right, d.sheet.height - 34, 7.5)


def _sap_box(d: Draft, left: float, top: float) -> None:
    """Draw the box of numbers with their dates."""
    facts = d.facts
    number, day = value(d, "invoice_number"), value(d, "issue_date")
    some = [(d.label("sap.number"), f"{number} / {day}")]
    before = mark(d, "900#####")
    days = (d.day(facts.order_date), d.day(facts.delivery_date))
    some.append((d.label("sap.before"), f"{before} / {days[1]}"))
    some.append((d.label("sap.order"), f"{value(d, 'order_reference')} / {days[0]}"))
    some.append(pair(d, "customer_number/sap.customer_number"))
    some.append(pair(d, "buyer_tax_id"))
    some.append(pair(d, "currency"))
    width = d.right - left
    d.sheet.rect(left, top, width, 14 * len(some) + 26)
    d.sheet.text(left + 6, top + 15, d.title, 12, bold=True)
    beside(d, left + 6, top + 34, some, 108, 8.5)


def sap(d: Draft) -> None:
    """Draw the form in which large firms' systems write credit notes: boxes, many numbers, the minus behind."""
    facts = d.facts
    d.sheet.text(d.right, 56, seller(d), 14, bold=True, align="R")
    small = f"{facts.seller.name} · {facts.seller.street} · {facts.seller.city}"
    d.sheet.text(d.left, 104, small, 6)
    window(d, d.left, 130, facts.buyer)
    _sap_box(d, 284, 112)
    d.y = 256
    d.sheet.text(d.left, d.y, f"{d.label('sap.reason')}: {d.sentence('sap.reason')}", 8.5)
    d.y += 28
    lines(d, _SAP)
    rows: list[Row] = [
        (d.label("sap.lines_sum"), d.total("net", facts.net), False),
        *tax_rows(d, lambda group: f"{d.label('sap.tax')} {percent(d, group.rate)}"),
        (d.label("sap.gross"), d.total("gross", facts.gross), True),
    ]
    summed(d, d.left + 200, rows, 9)
    d.y += 10
    d.paragraph(d.sentence("set_off"))
    mine = pairs(d, "seller_tax_id register phone")
    everywhere(d, 52, "   ".join(f"{name} {written}" for name, written in mine), 7, "L")
    account = pairs(d, "bank iban bic")
    everywhere(d, 42, "   ".join(f"{name}: {written}" for name, written in account), 7, "L")
    page_numbers(d, d.right, d.sheet.height - 28, 7)
