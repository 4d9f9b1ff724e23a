"""Pages of those who come by: every month, every night, or when the car is in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Final

from bursar.evals.rendering.counters.grid import Grid, lines
from bursar.evals.rendering.counters.parts import (
    Row,
    asked_to_pay,
    beside,
    everywhere,
    feet,
    fitting,
    mark,
    month,
    named_rate,
    page_numbers,
    paid_rows,
    pair,
    pairs,
    papers,
    percent,
    seller,
    summed,
    tax_rows,
    terms,
    value,
    window,
)
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO, Line

_CLEANING: Final = Grid(
    columns="pos:28 description:* measure/quantity:>84 unit_price:>80 net:>90", size=9.5, lead=2.1, head="plain"
)
_PLATES: Final[Mapping[str, str]] = {
    "GB": "@@## @@@", "IE": "2#1-D-####", "DE": "KS-@@ ###", "AT": "W-####@", "CH": "ZH ### ###", "FR": "@@-###-@@",
    "BE": "1-@@@-###", "ES": "#### @@@", "IT": "@@ ###@@", "NL": "@@-###-@",
}  # fmt: skip


def cleaning(d: Draft) -> None:
    """Draw a letter of a small firm that cleans: the month, a few lines, the bank at the bottom."""
    facts = d.facts
    middle = (d.left + d.right) / 2
    d.sheet.text(middle, 54, seller(d), 18, bold=True, align="C")
    d.sheet.text(middle, 68, f"{facts.seller.street}, {facts.seller.city}", 8.5, align="C")
    said = f"{facts.seller.phone}  {value(d, 'email')}"
    d.sheet.text(middle, 79, said, 8.5, align="C")
    window(d, d.left, 140, facts.buyer, 11)
    d.sheet.text(d.right, 216, f"{d.label('issue_date')}: {value(d, 'issue_date')}", 10, align="R")
    d.sheet.text(d.left, 244, f"{d.title} {value(d, 'invoice_number')}", 13, bold=True)
    some = pairs(d, "customer_number")
    some += [(d.label("clean.contract"), mark(d, "V-####")), (d.label("clean.site"), facts.buyer.street)]
    beside(d, d.left, 262, some, 130, 9.5, ":")
    d.y = 318
    first, _ = month(d)
    d.paragraph(d.sentence("clean.intro", month=f"{d.words.months[first.month - 1]} {first.year}"), 9.5)
    d.y += 14
    lines(d, _CLEANING)
    d.y += 4
    rows: list[Row] = [(d.label("clean.net"), d.total("net", facts.net), True), *tax_rows(d, partial(named_rate, d))]
    summed(d, d.right - 240, [*rows, (d.label("gross"), d.total("gross", facts.gross), True)], 10)
    d.room(70)
    d.y += 14
    d.paragraph(asked_to_pay(d), 9.5)
    d.y += 8
    d.paragraph(d.sentence("closing"), 9.5)
    d.paragraph(facts.seller.person, 9.5)
    account = " - ".join(f"{name} {written}" for name, written in pairs(d, "bank iban bic"))
    mine = " - ".join(f"{name} {written}" for name, written in pairs(d, "seller_tax_id register"))
    everywhere(d, 52, account, 7.5)
    everywhere(d, 41, mine, 7.5)


_GARAGE: Final = Grid(
    columns="item_id:74 description:* quantity:>44 unit:36 unit_price:>60 discount:>44 net:>66", size=8.5, lead=1.5
)


def _vehicle(d: Draft) -> None:
    """Draw the car: plate, number, miles."""
    models = ("VW Caddy 2.0 TDI", "Ford Transit Custom", "Renault Kangoo", "Peugeot Partner", "Fiat Ducato 35")
    left = [
        (d.label("garage.plate"), mark(d, _PLATES[d.facts.seller.country])),
        (d.label("garage.model"), d.rng.choice(models)),
        (d.label("garage.vin"), mark(d, "W@@ZZZ2K#8#0#####")),
    ]
    right = [
        (d.label("garage.mileage"), d.numbers.number(Decimal(d.rng.randint(8_000, 190_000)), 0)),
        (d.label("garage.first"), d.day(d.facts.issue_date - timedelta(days=d.rng.randint(900, 3_000)))),
        (d.label("garage.job"), mark(d, "######")),
    ]
    d.sheet.rect(d.left, d.y, d.right - d.left, 48, gray=238)
    beside(d, d.left + 6, d.y + 13, left, 110, 8.5)
    beside(d, 320, d.y + 13, right, 110, 8.5)
    d.y += 70


def garage(d: Draft) -> None:
    """Draw what a workshop writes: the car, labour and parts with their sums, a fee that bears no tax."""
    facts = d.facts
    d.sheet.logo(d.right - 70, 30, 70, 40)
    d.sheet.text(d.left, 48, seller(d), 14, bold=True)
    d.sheet.text(d.left, 61, f"{facts.seller.street}, {facts.seller.city}", 8.5)
    d.sheet.text(d.left, 72, "   ".join(f"{name} {written}" for name, written in pairs(d, "phone email")), 8.5)
    window(d, d.left, 124, facts.buyer)
    d.sheet.text(340, 112, d.title, 15, bold=True)
    beside(d, 340, 130, pairs(d, "invoice_number issue_date customer_number delivery_date"), 106, 9)
    d.y = 196
    _vehicle(d)
    kinds = [("labour", "garage.labour"), ("spares", "garage.spares"), ("mot", "")]
    for kind, total in kinds:
        some = [line for line in facts.lines if line.kind == kind]
        if not some:
            continue
        lines(d, _GARAGE, some)
        if total:
            d.sheet.text(d.right - 90, d.y - 2, d.label(total), 8.5, bold=True, align="R")
            d.sheet.text(
                d.right - 4, d.y - 2, d.money(sum((line.net for line in some), ZERO)), 8.5, bold=True, align="R"
            )
        d.y += 18
    rows: list[Row] = [(d.label("net"), d.total("net", facts.net), False)]
    rows += tax_rows(d, lambda group: f"{named_rate(d, group)} ({d.numbers.number(group.base, 2)})", base=True)
    summed(d, d.right - 220, [*rows, (d.label("gross"), d.total("gross", facts.gross), True)], 9.5)
    d.room(50)
    d.paragraph(terms(d), 8.5)
    d.paragraph(d.sentence("garage.note"), 7.5)
    account = [f"{name} {written}" for name, written in pairs(d, "bank iban bic")]
    mine = [f"{name} {written}" for name, written in pairs(d, "seller_tax_id register")]
    feet(d, (account, [*mine, papers(d)]), 50, 7)


def _date(d: Draft, line: Line) -> str:
    """Return the day of a shift: they follow one another through the month."""
    first, last = month(d)
    place = next(place for place, one in enumerate(d.facts.lines) if one is line)
    return d.day(first + timedelta(days=place * ((last - first).days + 1) // len(d.facts.lines)))


def _shift(d: Draft, line: Line) -> str:
    start = d.rng.choice((6, 14, 18, 22))
    end = (start + int(line.quantity)) % 24
    return f"{start:02d}:00 - {end:02d}:{'30' if line.quantity % 1 else '00'}"


def _guard_head(d: Draft) -> None:
    d.sheet.text(d.left, 40, f"{d.facts.seller.name}, {d.title} {d.facts.number}", 8)


_GUARD: Final = Grid(
    columns="guard.date:84 guard.time:76 description:* quantity/guard.quantity:>50 unit_price/guard.unit_price:>62"
    " net:>68",
    size=8.5, lead=1.5, rows="upright", head="frame", extras={"guard.date": _date, "guard.time": _shift},
    begin=_guard_head,
)  # fmt: skip


def guards(d: Draft) -> None:
    """Draw a month of shifts, one row each, over some pages."""
    facts = d.facts
    d.sheet.rect(d.left, 30, d.right - d.left, 34, gray=215)
    fitting(d, d.left + 8, 52, seller(d), 360, 15, bold=True)
    d.sheet.text(d.right - 8, 52, d.title, 13, bold=True, align="R")
    d.sheet.text(d.left, 90, d.label("bill_to"), 8, bold=True)
    end = window(d, d.left, 103, facts.buyer, 9.5)
    d.sheet.text(d.left, end, " ".join(pair(d, "buyer_tax_id")), 8.5)
    some = pairs(d, "invoice_number issue_date due_date order_reference")
    some += [(d.label("guard.contract"), mark(d, "S/####")), (d.label("guard.site"), facts.buyer.city)]
    beside(d, 330, 90, some, 110, 9)
    d.y = 192
    first, last = month(d)
    d.paragraph(d.sentence("guard.intro", start=d.day(first), end=d.day(last)), 9)
    d.y += 14
    lines(d, _GUARD)
    hours = sum((line.quantity for line in facts.lines), ZERO)
    rows: list[Row] = [(d.label("guard.hours"), d.numbers.number(hours, 2), False)]
    rows.append((d.label("net"), d.total("net", facts.net), False))
    rows += tax_rows(d, partial(named_rate, d))
    summed(d, d.right - 210, [*rows, (d.label("gross"), d.total("gross", facts.gross), True)], 9)
    d.room(60)
    d.paragraph(terms(d), 8.5)
    d.paragraph("   ".join(f"{name}: {written}" for name, written in pairs(d, "bank iban bic payment_number")), 8.5)
    mine = f"{facts.seller.name}, {facts.seller.street}, {facts.seller.city}"
    everywhere(d, 40, f"{mine}   {' '.join(pair(d, 'seller_tax_id'))}   {value(d, 'email')}", 7)
    page_numbers(d, d.right, d.sheet.height - 24, 7.5)


def _readings(d: Draft) -> None:
    """Draw what the meter showed before and shows now."""
    kinds = ("utility.from", "utility.to", "utility.old", "utility.new", "utility.used")
    first, last = d.facts.issue_date - timedelta(days=372), d.facts.issue_date - timedelta(days=8)
    d.truth.unprinted["delivery_date"] = last.isoformat()
    used, old = int(d.facts.lines[0].quantity), d.rng.randint(120, 2_400)
    shown = (d.day(first), d.day(last), *(d.numbers.number(Decimal(one), 0) for one in (old, old + used, used)))
    d.sheet.text(d.left, d.y, f"{d.label('utility.meter')} {mark(d, '## ######')}", 8.5, bold=True)
    d.y += 14
    step = (d.right - d.left) / len(kinds)
    for place, (kind, text) in enumerate(zip(kinds, shown, strict=True), start=1):
        fitting(d, d.left + place * step - 4, d.y, d.heading(kind), step - 8, 8, bold=True, align="R")
        d.sheet.text(d.left + place * step - 4, d.y + 13, text, 8.5, align="R")
    d.y += 38


def _plan(d: Draft) -> None:
    """Draw the instalments of the year to come."""
    d.room(70)
    d.sheet.text(d.left, d.y, d.label("utility.next"), 9.5, bold=True)
    amount = (d.facts.gross / 11).quantize(Decimal(1))
    for place in range(4):
        day = d.facts.issue_date + timedelta(days=60 + place * 61)
        x = d.left + place * (d.right - d.left) / 4
        d.sheet.text(x, d.y + 15, d.day(day), 8.5)
        d.sheet.text(x, d.y + 27, d.numbers.amount(amount, d.facts.currency), 8.5)
    d.y += 46


_WATER: Final = Grid(
    columns="description:* measure/quantity:>90 unit_price:>84 tax_rate:>56 net/utility.net:>90",
    size=9, places=4, rows="line",
)  # fmt: skip


def water(d: Draft) -> None:
    """Draw the waterworks' bill of a year: readings, charges, what was paid in instalments, what comes next."""
    facts = d.facts
    d.says("type_code", "380")
    d.sheet.logo(d.left, 30, 44, 44)
    d.sheet.text(d.left + 54, 50, seller(d), 15, bold=True)
    d.sheet.text(d.left + 54, 64, f"{facts.seller.street}, {facts.seller.city}", 8)
    window(d, d.left, 128, facts.buyer, 10.5)
    number = (d.label("utility.number"), value(d, "invoice_number"))
    some = [pair(d, "customer_number/utility.customer_number"), number, pair(d, "issue_date/utility.issue_date")]
    some.append((d.label("utility.point"), mark(d, "30########")))
    x = 340
    for name, written in some:
        d.sheet.text(x, 100 + 26 * some.index((name, written)), name, 7.5, gray=80)
        d.sheet.text(x, 111 + 26 * some.index((name, written)), written, 10, bold=True)
    d.sheet.text(d.left, 222, d.label("utility.invoice"), 16, bold=True)
    d.y = 240
    d.sheet.text(d.left, d.y, f"{d.label('utility.supply')}: {facts.buyer.street}, {facts.buyer.city}", 9)
    d.y += 26
    _readings(d)
    lines(d, _WATER)
    rows: list[Row] = [(d.label("utility.net"), d.total("net", facts.net), False)]
    rows += tax_rows(d, lambda group: f"{d.tax_label} {percent(d, group.rate)} ({d.money(group.base)})", base=True)
    rows.append((d.label("utility.gross"), d.total("gross", facts.gross), True))
    rows += paid_rows(d, "utility.prepaid", "utility.payable")
    summed(d, d.right - 280, rows, 9.5)
    d.y += 8
    amount = d.numbers.amount(facts.payable, facts.currency)
    d.room(130)
    d.paragraph(d.sentence("debit", amount=amount, date=value(d, "due_date")), 9.5)
    d.y += 12
    _plan(d)
    d.paragraph(d.sentence("utility.note", date=d.day(facts.due_date)), 8)
    account = [f"{name}: {written}" for name, written in pairs(d, "bank iban bic")]
    feet(d, (account, [f"{name}: {written}" for name, written in pairs(d, "phone email seller_tax_id")]), 56, 7)
