"""Pages of those who deliver something: goods, papers, freight."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Final

from bursar.evals.rendering.counters.grid import Grid, lines
from bursar.evals.rendering.counters.parts import (
    Row,
    across,
    asked_to_pay,
    beside,
    credited,
    early,
    feet,
    fitting,
    mark,
    named_rate,
    page_numbers,
    pair,
    pairs,
    papers,
    seller,
    summed,
    tax_rows,
    tax_table,
    terms,
    value,
    window,
)
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Line

_AIRPORTS: Final = ("Hamburg", "Rotterdam", "Milano", "Valencia", "Lyon", "Felixstowe", "Antwerpen", "Gdynia")
_LANDS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("UK", "IE", "ES", "NL"), "de": ("DE", "AT", "IT", "ES"), "fr": ("FR", "FR", "ES", "BE"),
    "es": ("ES", "ES", "FR", "PT"), "it": ("IT", "IT", "ES", "FR"), "nl": ("NL", "NL", "BE", "ES"),
}  # fmt: skip


def _food_head(d: Draft) -> None:
    d.sheet.text(d.left, 40, f"{d.title} {d.facts.number}", 9, bold=True)
    d.sheet.text(d.right, 40, d.facts.buyer.name, 8, align="R")


def _land(d: Draft, _line: Line) -> str:
    return d.rng.choice(_LANDS[d.words.code])


_FOOD: Final = Grid(
    columns="item_id:58 description:* origin:40 quantity:>42 unit:40 unit_price:>50 tax_rate:>40 net:>58",
    size=8, lead=1.45, rows="zebra", head="fill", carried=True, begin=_food_head, extras={"origin": _land},
)  # fmt: skip


def food(d: Draft) -> None:
    """Draw what comes with the van in the morning: many lines, deposits, empties that go back."""
    facts = d.facts
    d.sheet.text(d.left, 52, seller(d), 15, bold=True)
    address = f"{facts.seller.street}, {facts.seller.city}"
    d.sheet.text(d.left, 66, address, 8)
    rows = pairs(d, "phone email seller_tax_id")
    d.sheet.text(d.left, 77, "   ".join(f"{name} {written}" for name, written in rows), 8)
    d.sheet.line(d.left, 84, d.right, 84)
    d.sheet.text(d.left, 104, d.label("ship_to"), 7, gray=90)
    window(d, d.left, 116, facts.buyer, 9.5)
    d.sheet.text(330, 106, d.title, 13, bold=True)
    kinds = "invoice_number issue_date customer_number delivery_note delivery_date"
    some = [*pairs(d, kinds), (d.label("food.tour"), mark(d, "## / #")), (d.label("food.order"), facts.buyer.person)]
    beside(d, 330, 120, some, 112, 8)
    d.y = 222
    lines(d, _FOOD)
    d.room(110)
    start = d.y
    tax_table(d, d.left, d.left + 270, gross=True)
    below, d.y = d.y, start
    strong = (d.label("gross"), d.total("gross", facts.gross), True)
    some_rows: list[Row] = [
        (d.label("net"), d.total("net", facts.net), False),
        (d.label("tax_sum"), d.total("tax", facts.tax), False),
        strong,
    ]
    summed(d, d.right - 190, some_rows, 9)
    d.y = max(below, d.y) + 10
    d.room(50)
    d.paragraph(f"{d.label('terms')}: {terms(d)}", 8)
    account = pairs(d, "bank iban bic")
    d.paragraph("  ".join(f"{name} {written}" for name, written in account), 8)
    d.paragraph(d.sentence("food.note"), 7.5)
    page_numbers(d, d.right, d.sheet.height - 24, 7.5)


def _lot(d: Draft, _line: Line) -> str:
    return mark(d, d.rng.choice(("2#@###", "@######", "L2#####")))


def _expiry(d: Draft, _line: Line) -> str:
    return f"20{d.rng.randint(27, 30)}-{d.rng.randint(1, 12):02d}"


_MEDICAL: Final = Grid(
    columns="pos:24 item_id:60 description:* med.lot:54 med.expiry:46 quantity:>36 unit:34 unit_price:>52 tax_rate:>38"
    " net:>56",
    size=8, rows="line", extras={"med.lot": _lot, "med.expiry": _expiry},
)  # fmt: skip


def medical(d: Draft) -> None:
    """Draw what those send who must know where each box went: lots and days of expiry."""
    facts = d.facts
    d.sheet.logo(d.left, 30, 34, 34)
    d.sheet.text(d.left + 44, 46, seller(d), 13, bold=True)
    some = [f"{facts.seller.street}, {facts.seller.city}", *(f"{one} {two}" for one, two in pairs(d, "phone email"))]
    d.sheet.text(d.left + 44, 60, "  |  ".join(some), 7.5)
    d.sheet.rect(d.left, 80, 250, 74)
    d.sheet.text(d.left + 6, 92, d.label("bill_to"), 7.5, bold=True)
    window(d, d.left + 6, 106, facts.buyer, 9.5)
    d.sheet.rect(d.left + 262, 80, d.right - d.left - 262, 74)
    d.sheet.text(d.left + 268, 92, d.label("ship_to"), 7.5, bold=True)
    for row, text in enumerate((facts.buyer.name, facts.buyer.person, facts.buyer.street, facts.buyer.city)):
        d.sheet.text(d.left + 268, 106 + row * 12, text, 9.5)
    d.sheet.text(d.left, 184, d.title, 15, bold=True)
    if facts.credit:
        d.sheet.text(d.right, 184, credited(d), 9, align="R")
    d.y = 206
    across(d, d.left, d.right, pairs(d, "invoice_number issue_date customer_number order_reference delivery_note"), 8.5)
    d.y += 16
    lines(d, _MEDICAL)
    rows: list[Row] = [(d.label("net"), d.total("net", facts.net), False)]
    rows += tax_rows(d, partial(named_rate, d), base=False)
    summed(d, d.right - 210, [*rows, (d.label("gross"), d.total("gross", facts.gross), True)], 9)
    d.y += 8
    d.room(56)
    d.paragraph(asked_to_pay(d), 9)
    d.paragraph(d.sentence("med.note"), 8)
    account = [f"{name}: {written}" for name, written in pairs(d, "bank iban bic")]
    mine = [*(f"{name}: {written}" for name, written in pairs(d, "seller_tax_id register")), papers(d)]
    feet(d, ((facts.seller.name, facts.seller.street, facts.seller.city), mine, account), 50)
    page_numbers(d, d.right, d.sheet.height - 16, 7)


def _sheets(d: Draft, _line: Line) -> list[str]:
    return [d.sentence("print.made", colours=d.rng.choice(("4/4", "4/0", "1/1", "4/4 + 1")))]


_PRINT: Final = Grid(
    columns="quantity:>54 description:* tax_rate:>56 net:>90", size=10, lead=2.6, bold=True, below=_sheets, head="fill"
)


def printer(d: Draft) -> None:
    """Draw what a print shop charges: the whole run in a price, how it was made in small print."""
    facts = d.facts
    d.sheet.apart(d.left, 60, seller(d).upper()[:40], 12, 1.6)
    d.sheet.text(d.left, 76, f"{facts.seller.street} - {facts.seller.city} - {facts.seller.web}", 8)
    d.sheet.rect(d.left, 84, d.right - d.left, 3, gray=70)
    window(d, d.left, 130, facts.buyer, 10.5)
    kinds = "invoice_number issue_date delivery_date customer_number order_reference"
    some = [
        *pairs(d, kinds),
        (d.label("print.job"), mark(d, "##-####")),
        (d.label("print.contact"), facts.seller.person),
    ]
    beside(d, 340, 124, some, 96, 9, ":")
    d.sheet.text(d.left, 244, d.title, 17, bold=True)
    d.y = 276
    lines(d, _PRINT)
    rows: list[Row] = [(d.label("lines_sum"), d.money(facts.lines_sum), False)]
    rows.append((d.label("shipping"), d.money(facts.shipping), False))
    rows.append((d.label("net"), d.total("net", facts.net), True))
    rows += tax_rows(d, partial(named_rate, d))
    rows.append((d.label("gross"), d.total("gross", facts.gross), True))
    summed(d, 300, rows, 10)
    d.y += 14
    d.room(70)
    for text in (early(d), d.sentence("print.proof"), d.sentence("property")):
        d.paragraph(text, 8.5)
    account = [f"{name} {written}" for name, written in pairs(d, "bank iban bic")]
    mine = [f"{name} {written}" for name, written in pairs(d, "seller_tax_id register")]
    feet(d, (account, [*mine, papers(d), " ".join(pair(d, "email"))]), 58, 7.5)


_FREIGHT: Final = Grid(columns="description:* tax_rate:>70 net/freight.net:>110", size=9.5, lead=1.7, head="frame")


def _consignment(d: Draft) -> None:
    """Draw what was carried from where to where, in boxes."""
    one, other = d.rng.sample(_AIRPORTS, 2)
    left, half = d.left, (d.right - d.left) / 2
    boxes = (
        (d.label("freight.shipper"), one),
        (d.label("freight.consignee"), f"{d.facts.buyer.name}, {other}"),
        (d.label("freight.packages"), f"{d.rng.randint(1, 33)} EUR / {mark(d, '@@@ ####')}"),
        (d.label("freight.weight"), d.numbers.number(Decimal(d.rng.randint(180, 21_000)), 1)),
        (d.label("freight.bill"), mark(d, "@@@ #### ####")),
        (d.label("freight.incoterm"), f"{d.rng.choice(('DAP', 'FCA', 'EXW', 'DDP', 'CPT'))} {other}"),
    )
    for place, (name, written) in enumerate(boxes):
        x, y = left + place % 2 * half, d.y + place // 2 * 30
        d.sheet.rect(x, y, half, 30)
        d.sheet.text(x + 4, y + 9, name, 6.5, gray=60)
        fitting(d, x + 4, y + 23, written, half - 8, 9.5)
    d.y += 112


def freight(d: Draft) -> None:
    """Draw a forwarder's file: one consignment, its charges, duties that were advanced and bear no tax."""
    facts = d.facts
    fitting(d, d.left, 48, seller(d), 370, 16, bold=True)
    d.sheet.text(d.left, 61, f"{facts.seller.street} | {facts.seller.city} | {facts.seller.phone}", 7.5)
    d.sheet.text(d.right, 48, d.title, 16, bold=True, align="R")
    window(d, d.left, 108, facts.buyer)
    d.sheet.text(d.left, 150, " ".join(pair(d, "buyer_tax_id")), 8.5)
    kinds = "invoice_number issue_date due_date customer_number order_reference"
    some = [*pairs(d, kinds), (d.label("freight.file"), mark(d, "@@ #######"))]
    beside(d, 340, 96, some, 106, 9)
    d.y = 182
    _consignment(d)
    lines(d, _FREIGHT)
    start = d.y + 4
    d.y = start
    tax_table(d, d.left, d.left + 250)
    below, d.y = d.y, start
    rows: list[Row] = [
        (d.label("net"), d.total("net", facts.net), False),
        (d.label("tax_sum"), d.total("tax", facts.tax), False),
        (f"{d.label('gross')} {value(d, 'currency')}", d.total("gross", facts.gross), True),
    ]
    summed(d, d.right - 190, rows, 9.5)
    d.y = max(below, d.y) + 12
    d.paragraph(terms(d), 9)
    d.paragraph(d.sentence("late"), 7.5)
    account, mine = (
        [f"{name}: {written}" for name, written in pairs(d, kinds)] for kinds in ("bank iban bic", "seller_tax_id")
    )
    feet(d, (account, [*mine, papers(d)]), 60, 7.5)
