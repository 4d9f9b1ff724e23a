"""The layouts of the guilds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Facts
from bursar.evals.rendering.guilds.goods import GOODS
from bursar.evals.rendering.guilds.parts import (
    DATES,
    Listing,
    Purse,
    bank,
    below,
    column,
    conditions,
    listed,
    no_tax,
    pair,
    tax_table,
    totals,
    who,
    whom,
)
from bursar.evals.rendering.invention import Needs
from bursar.evals.rendering.layouts import Hand, Layout, true_anyway
from bursar.evals.rendering.truth import Truth
from bursar.evals.rendering.vocabulary import Vocabulary

Page: TypeAlias = Callable[[Draft], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade(Hand):
    """A layout of a trade: what it sells, how it draws, how it writes money."""

    sells: str
    page: Page
    margin: float = 48

    def draw(self, facts: Facts, words: Vocabulary, rng: Random) -> tuple[bytes, Truth]:
        """Return the PDF and what is printed on it."""
        things, units = GOODS[words.code][self.sells]
        sold = tuple(
            replace(line, description=rng.choice(things), unit=rng.choice(units), detail="") for line in facts.lines
        )
        margins = (self.margin, self.margin, 100)
        d = self.opened(replace(facts, lines=sold), words, rng, margins, numbers=Purse, dates=DATES)
        self.page(d)
        d.truth.unprinted |= true_anyway(d.facts, d.truth, negative=self.negative)
        return d.sheet.written(), d.truth


def _pairs(d: Draft, kinds: Sequence[str], x: float, y: float, width: float, *, between: str = "") -> None:
    """Write labels at x and values to the right of them."""
    for row, kind in enumerate(kinds):
        label, text = pair(d, kind)
        d.sheet.text(x, y + row * 13, f"{label}{between}", 8.5)
        d.sheet.text(x + width, y + row * 13, text, 8.5)


def _small(d: Draft, text: str, size: float = 7) -> None:
    d.sheet.text((d.left + d.right) / 2, d.sheet.height - 46, text, size, align="C", gray=70)


def _power(d: Draft) -> None:
    """Draw a bill for power: what is due in a box at the top, readings of a meter, a slip to cut off at the end."""
    d.sheet.logo(d.left, 34, 60, 30)
    rows = who(d)
    d.sheet.text(d.left + 70, 54, rows[0], 13, bold=True)
    below(d, d.left, 116, whom(d, person=True), 9.5)
    box = d.right - 200
    d.sheet.rect(box, 88, 200, 108, gray=236)
    _pairs(d, ("customer_number", "contract", "invoice_number", "issue_date", "meter"), box + 8, 104, 96)
    label = d.label("payable")
    d.sheet.text(box + 8, 184, label, 10, bold=True)
    d.says("payable", f"{d.signed(d.facts.payable):.2f}")
    d.sheet.text(d.right - 8, 184, d.money(d.facts.payable), 12, bold=True, align="R")
    d.sheet.text(d.left, 226, d.title, 17, bold=True)
    d.sheet.text(d.left, 242, ": ".join(pair(d, "period")), 9)
    d.y = 272
    listed(
        d,
        Listing(
            columns=(
                ("description", 0), ("before", 54), ("after", 54), ("quantity", 48), ("unit", 40), ("unit_price", 62),
                ("net", 72),
            ),
            rule="bands",
        ),
    )  # fmt: skip
    column(d, totals(d), d.left + 240, d.right)
    no_tax(d)
    d.says("due_date", d.facts.due_date.isoformat())
    d.y += 6
    d.paragraph(d.sentence("due", date=d.day(d.facts.due_date)), 9.5)
    d.room(90)
    d.y += 14
    d.sheet.text(d.left, d.y, "- " * 96, 7, gray=120)
    for number, said in enumerate((*bank(d), pair(d, "payment_reference"))):
        x = d.left + number * 172
        d.sheet.text(x, d.y + 18, said[0], 6.5, gray=60)
        d.sheet.text(x, d.y + 30, said[1], 8)
    _small(d, f"{' | '.join(rows)} | {' '.join(pair(d, 'seller_tax_id'))}", 6.5)


def _phones(d: Draft) -> None:
    """Draw sums and account on the first page and what was charged on the second."""
    rows = who(d, phone=False)
    below(d, d.right, 60, rows, 8.5, align="R")
    below(d, d.left, 130, whom(d), 10)
    d.sheet.text(d.left, 226, d.title.upper(), 20, gray=40)
    for number, kind in enumerate(("issue_date", "invoice_number", "customer_number", "period")):
        label, text = pair(d, kind)
        x = d.left + number * (d.right - d.left) / 4
        d.sheet.text(x, 262, text, 9.5, bold=True)
        d.sheet.text(x, 274, label, 7, gray=90)
    d.y = 330
    column(d, totals(d, style="bases"), d.left, d.right, 22)
    d.y += 20
    d.says("due_date", d.facts.due_date.isoformat())
    d.paragraph(d.sentence("due", date=d.day(d.facts.due_date)), 10)
    (iban_label, iban), (bic_label, bic) = bank(d)
    d.paragraph(f"{iban_label}: {iban} ({bic_label}: {bic})", 9)
    no_tax(d)
    _small(d, f"{rows[0]}, {rows[1]}, {rows[2]} - {' '.join(pair(d, 'seller_tax_id'))}")
    d.sheet.new_page()
    d.y = 70
    d.sheet.text(d.right, 44, d.label("page").format(page=2, pages=2), 8, align="R")
    listed(d, Listing(columns=(("description", 0), ("quantity", 60), ("unit_price", 90), ("net", 100)), signs=True))


def _letter(d: Draft) -> None:
    """Draw a craftsman's letter: a greeting, quantities with their units before the work, a line at the foot."""
    rows = who(d)
    middle = (d.left + d.right) / 2
    d.sheet.text(middle, 60, rows[0], 18, bold=True, align="C")
    d.sheet.text(middle, 76, " - ".join(rows[1:]), 8, align="C")
    below(d, d.left, 134, whom(d), 10.5)
    d.sheet.text(d.right, 206, f"{d.facts.seller.city.split(',')[0]}, {d.day(d.facts.issue_date)}", 10, align="R")
    d.says("issue_date", d.facts.issue_date.isoformat())
    d.sheet.text(d.left, 236, f"{d.title} {d.facts.number}", 14, bold=True)
    d.says("invoice_number", d.facts.number)
    d.sheet.text(d.left, 252, " ".join(pair(d, "delivery_date")), 9.5)
    d.sheet.text(d.left, 276, d.sentence("opening"), 10)
    d.y = 302
    columns = (("pos", 26.0), ("qty_unit", 74.0), ("description", 0.0), ("unit_price", 84.0), ("net", 92.0))
    listed(d, Listing(columns=columns, dotted=True, signs=True, size=9.5, step=18))
    column(d, totals(d), d.left + 250, d.right, 17)
    d.y += 8
    no_tax(d)
    d.paragraph(conditions(d, "discount"), 9.5)
    d.y += 12
    d.sheet.text(d.left, d.y, d.sentence("thanks"), 10)
    d.sheet.text(d.left, d.y + 30, d.facts.seller.person, 10)
    (iban_label, iban), (bic_label, bic) = bank(d)
    _small(d, f"{' '.join(pair(d, 'seller_tax_id'))} * {iban_label} {iban} * {bic_label} {bic}", 7.5)


def _seats(d: Draft) -> None:
    """Draw what programs by subscription send: names left of values, a large sentence of what is due, periods below."""
    d.sheet.text(d.left, 66, d.title, 22, bold=True)
    d.sheet.logo(d.right - 30, 44, 30, 30)
    for row, kind in enumerate(("invoice_number", "issue_date", "due_date")):
        label, text = pair(d, kind)
        d.sheet.text(d.left, 92 + row * 13, label, 9, bold=row == 0)
        d.sheet.text(d.left + 120, 92 + row * 13, text, 9, bold=row == 0)
    rows = who(d, phone=False)
    below(d, d.left, 156, [*rows, " ".join(pair(d, "seller_tax_id"))], 9)
    below(d, d.left + 230, 156, [d.label("bill_to"), *whom(d), " ".join(pair(d, "buyer_tax_id"))], 9)
    d.says("payable", f"{d.signed(d.facts.payable):.2f}")
    d.sheet.text(d.left, 262, f"{d.money(d.facts.payable)} {d.label('payable')}", 15, bold=True)
    d.y = 306
    columns = (("description", 0.0), ("quantity", 50.0), ("unit_price", 90.0), ("tax_rate", 50.0), ("net", 92.0))
    listed(d, Listing(columns=columns, under="period", signs=True, size=9, step=20))
    column(d, totals(d, style="bases"), d.left + 250, d.right, 18)
    d.y += 10
    no_tax(d)
    (iban_label, iban), (bic_label, bic) = bank(d)
    below(d, d.left, d.y, (f"{iban_label} {iban}", f"{bic_label} {bic}", " ".join(pair(d, "payment_reference"))), 8.5)


def _waybill(d: Draft) -> None:
    """Draw a form of boxes, each with a small name at its top and the value below it."""
    rows = who(d)
    width, top = (d.right - d.left) / 4, 132.0
    below(d, d.left, 50, rows, 8)
    d.sheet.text(d.right, 58, d.title, 16, bold=True, align="R")
    kinds = (
        "invoice_number", "issue_date", "customer_number", "order_reference", "delivery_date", "due_date",
        "seller_tax_id", "currency",
    )  # fmt: skip
    for number, kind in enumerate(kinds):
        x, y = d.left + number % 4 * width, top + number // 4 * 30
        label, text = pair(d, kind)
        d.sheet.rect(x, y, width, 30)
        d.sheet.text(x + 3, y + 8, label, 6, gray=80)
        d.sheet.text(x + 3, y + 22, text, 9)
    d.sheet.rect(d.left, top + 60, d.right - d.left, 58)
    d.sheet.text(d.left + 3, top + 68, d.label("bill_to"), 6, gray=80)
    below(d, d.left + 3, top + 82, whom(d), 9)
    d.y = top + 142
    columns = (
        ("item_id", 66.0), ("description", 0.0), ("quantity", 44.0), ("unit", 52.0), ("unit_price", 62.0),
        ("tax_rate", 40.0), ("net", 72.0),
    )  # fmt: skip
    listed(d, Listing(columns=columns, rule="boxes", size=8, step=16))
    tax_table(d, d.left, (40, 70, 70))
    column(d, totals(d, style="summed"), d.left + 260, d.right)
    (iban_label, iban), (bic_label, bic) = bank(d)
    d.y += 10
    d.paragraph(f"{d.facts.accounts[0].bank}, {iban_label} {iban}, {bic_label} {bic}. {conditions(d)}", 8)
    no_tax(d)


def _trade_list(d: Draft) -> None:
    """Draw a wholesaler's long list that carries sums from page to page, with taxes in a table at its end."""

    def again() -> None:
        d.sheet.text(d.left, 42, f"{d.title} {d.facts.number}", 8)
        d.sheet.text(d.right, 42, d.label("page").format(page=d.sheet.pages, pages=d.sheet.pages), 8, align="R")

    below(d, d.left, 54, whom(d), 8.5)
    below(d, d.right, 54, who(d), 8, align="R")
    d.sheet.text(d.left, 128, d.title.upper(), 12, bold=True)
    _pairs(d, ("invoice_number", "customer_number", "order_reference"), d.left, 148, 110, between=" :")
    _pairs(d, ("issue_date", "delivery_date", "contact"), d.left + 270, 148, 120, between=" :")
    d.y = 208
    columns = (
        ("item_id", 62.0), ("quantity", 34.0), ("unit", 34.0), ("description", 0.0), ("unit_price", 56.0),
        ("tax_rate", 36.0), ("net", 64.0), ("line_gross", 66.0),
    )  # fmt: skip
    listed(d, Listing(columns=columns, rule="none", size=7.5, step=12, carried=True), again=again)
    tax_table(d, d.left)
    column(d, totals(d, style="summed"), d.left + 220, d.right, 13)
    d.paragraph(conditions(d, "discount"), 8)
    for label, text in (*bank(d), pair(d, "seller_tax_id")):
        d.paragraph(f"{label} : {text}", 8)
    no_tax(d)


def _folio(d: Draft) -> None:
    """Draw a hotel's folio: a day for every thing, guest and room at the left, a balance at the right."""
    rows = who(d)
    d.sheet.text(d.right, 62, rows[0], 15, bold=True, align="R")
    below(d, d.right, 78, rows[1:], 8, align="R")
    below(d, d.left, 70, whom(d, person=True), 9)
    _pairs(d, ("room", "arrival", "issue_date", "invoice_number"), d.left, 150, 90, between=":")
    d.sheet.text(d.left, 222, d.title, 13, bold=True)
    d.y = 246
    columns = (("day", 78.0), ("description", 0.0), ("quantity", 40.0), ("unit_price", 74.0), ("net", 84.0))
    listed(d, Listing(columns=columns, size=9, step=16))
    column(d, totals(d), d.left + 230, d.right)
    d.y += 12
    tax_table(d, d.left, (60, 80, 80))
    no_tax(d)
    d.paragraph(d.sentence("thanks"), 9)
    _small(d, " ".join(pair(d, "seller_tax_id")))


def _fee_note(d: Draft) -> None:
    """Draw a lawyer's note of fees: much room, a reference, hours, what was paid before."""
    rows = who(d)
    d.sheet.text(d.left, 64, rows[0].upper(), 13)
    d.sheet.line(d.left, 72, d.right, 72)
    below(d, d.right - 130, 90, rows[1:], 8)
    below(d, d.left, 110, whom(d), 10.5)
    _pairs(d, ("matter", "invoice_number", "issue_date"), d.left, 190, 120)
    d.sheet.text(d.left, 250, d.title, 15, bold=True)
    if d.facts.credit:
        number, day = d.facts.number[::-1], d.day(d.facts.order_date)
        d.sheet.text(d.left, 266, d.sentence("corrects", number=number, date=day), 9.5)
    d.y = 292
    columns = (("description", 0.0), ("quantity", 50.0), ("unit", 44.0), ("unit_price", 80.0), ("net", 92.0))
    listed(d, Listing(columns=columns, rule="none", size=10, step=20))
    column(d, totals(d), d.left + 90, d.right, 19)
    d.y += 10
    no_tax(d)
    label, text = pair(d, "due_date")
    d.paragraph(f"{label} {text}. {conditions(d)}", 10)
    (iban_label, iban), (bic_label, bic) = bank(d)
    d.paragraph(f"{iban_label} {iban}, {bic_label} {bic}", 10)
    _small(d, f"{d.facts.seller.web} - {' '.join(pair(d, 'seller_tax_id'))}")


def _workshop(d: Draft) -> None:
    """Draw a garage's invoice: the car in a row of its own, numbers of parts, sums between."""
    d.sheet.rect(0, 0, d.sheet.width, 84, gray=215)
    rows = who(d)
    d.sheet.text(d.left, 46, rows[0], 17, bold=True)
    d.sheet.text(d.left, 64, ", ".join(rows[1:]), 8)
    below(d, d.left, 116, [d.label("bill_to"), *whom(d)], 9)
    _pairs(d, ("invoice_number", "issue_date", "customer_number", "due_date"), d.right - 210, 116, 110)
    d.sheet.text(d.left, 196, d.title, 14, bold=True)
    text = "     ".join(f"{label}: {said}" for label, said in (pair(d, "plate"), pair(d, "mileage")))
    d.sheet.text(d.left, 214, text, 9)
    d.y = 242
    columns = (
        ("pos", 28.0), ("description", 0.0), ("quantity", 44.0), ("unit", 40.0), ("unit_price", 74.0), ("net", 84.0),
    )  # fmt: skip
    listed(d, Listing(columns=columns, under="item_id", rule="hair", subtotals=3, signs=True))
    column(d, totals(d), d.left + 240, d.right)
    d.y += 6
    no_tax(d)
    d.paragraph(conditions(d), 9)
    (iban_label, iban), (bic_label, bic) = bank(d)
    _small(d, f"{iban_label} {iban}   {bic_label} {bic}   {' '.join(pair(d, 'seller_tax_id'))}", 7.5)


_SOME: Final = Needs(lines=(2, 9))

GUILDS: Final[tuple[Layout, ...]] = (
    Trade(name="y01-power", sells="energy", page=_power, needs=_SOME),
    Trade(name="y02-phones", sells="telecom", page=_phones, money="lead", needs=Needs(lines=(3, 12))),
    Trade(name="y03-letter", sells="craft", page=_letter, font="times", needs=_SOME),
    Trade(name="y04-seats", sells="software", page=_seats, money="tight", needs=Needs(lines=(1, 4))),
    Trade(name="y05-waybill", sells="freight", page=_waybill, money="none", needs=Needs(lines=(2, 9), rates=2)),
    Trade(name="y06-list", sells="wholesale", page=_trade_list, money="none", needs=Needs(lines=(18, 48), rates=3)),
    Trade(name="y07-folio", sells="hotel", page=_folio, money="lead", needs=Needs(lines=(2, 10), rates=2)),
    Trade(name="y08-fees", sells="law", page=_fee_note, font="times", needs=Needs(lines=(2, 7), prepaid=True)),
    Trade(name="y09-garage", sells="garage", page=_workshop, money="glued", needs=Needs(lines=(3, 11))),
    Trade(
        name="y10-fees-back", sells="law", page=_fee_note, money="code", minus="brackets", negative=True,
        needs=Needs(lines=(1, 5), credit=True),
    ),
    Trade(
        name="y11-seats-abroad", sells="software", page=_seats, money="lead", order="shuffled",
        needs=Needs(untaxed=True, lines=(1, 6)),
    ),
    Trade(
        name="y12-letter-split", sells="craft", page=_letter, money="glued", split=True,
        needs=Needs(lines=(2, 8), shipping=True, allowance=True), tax_id_style=2,
    ),
    Trade(
        name="y13-list-courier", sells="wholesale", page=_trade_list, font="courier", order="columns", margin=30,
        needs=Needs(lines=(14, 30), credit=True), minus="after", money="none", negative=True,
    ),
    Trade(
        name="y14-waybill-reversed", sells="freight", page=_waybill, money="after", order="reversed", tax_id_style=1,
        needs=Needs(lines=(3, 10), rates=2, allowance=True),
    ),
    Trade(
        name="y15-folio-paid", sells="hotel", page=_folio, money="code", order="shuffled", font="times",
        needs=Needs(lines=(1, 8), rates=2, prepaid=True),
    ),
    Trade(name="y16-garage-back", sells="garage", page=_workshop, money="before", needs=Needs(credit=True), split=True),
)  # fmt: skip
