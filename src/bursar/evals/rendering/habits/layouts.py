"""The layouts of the habits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Facts
from bursar.evals.rendering.habits.parts import (
    Column,
    Ledger,
    account,
    block,
    buyer,
    ledger,
    reason,
    seller,
    stack,
    sums,
    tax_rows,
    terms,
    value,
)
from bursar.evals.rendering.invention import Needs
from bursar.evals.rendering.layouts import Hand, Layout, true_anyway
from bursar.evals.rendering.truth import Truth
from bursar.evals.rendering.vocabulary import Vocabulary

Page: TypeAlias = Callable[[Draft], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit(Hand):
    """A layout drawn by one function."""

    page: Page

    def draw(self, facts: Facts, words: Vocabulary, rng: Random) -> tuple[bytes, Truth]:
        """Return the PDF and what is printed on it."""
        d = self.opened(facts, words, rng, (56, 48, 90))
        self.page(d)
        d.truth.unprinted = true_anyway(facts, d.truth, negative=self.negative) | d.truth.unprinted
        return d.sheet.written(), d.truth


_FOUR: Final = (
    Column("description", 0), Column("quantity", 0.58, "R"), Column("unit_price", 0.78, "R"), Column("net", 1, "R"),
)  # fmt: skip
_SWAPPED: Final = (
    Column("net", 0.14, "R"), Column("quantity", 0.26, "R"), Column("unit", 0.29), Column("description", 0.4),
    Column("unit_price", 1, "R"),
)  # fmt: skip
_MANY: Final = (
    Column("pos", 0), Column("item_id", 0.05), Column("description", 0.17), Column("quantity", 0.54, "R"),
    Column("unit", 0.56), Column("unit_price", 0.7, "R"), Column("discount", 0.78, "R"), Column("tax_rate", 0.87, "R"),
    Column("net", 1, "R"),
)  # fmt: skip


def _listed(d: Draft, kinds: tuple[str, ...], x: float, y: float, gap: float, mark: str = "") -> float:
    for row, kind in enumerate(kinds):
        label, text = value(d, kind)
        d.sheet.text(x, y + row * 14, f"{label}{mark}", d.size, gray=70)
        d.sheet.text(x + gap, y + row * 14, text, d.size)
    return y + 14 * len(kinds)


def _headline(d: Draft) -> None:
    """Draw a subscription's bill: what is due by when in large letters, both parties, one narrow column of sums."""
    d.sheet.text(d.left, 64, d.title, 20, bold=True)
    _listed(d, ("invoice_number", "issue_date", "due_date"), d.left, 88, 110)
    block(d, d.left, 150, seller(d, lines=5))
    block(d, d.left + 200, 150, (d.label("bill_to"), *buyer(d)))
    due = d.day(d.facts.due_date)
    amount = d.total("payable", d.facts.payable)
    d.sheet.text(d.left, 236, d.sentence("headline", amount=amount, date=due), 15, bold=True)
    d.y = 268
    ledger(d, Ledger(columns=_FOUR, detail=True))
    stack(d, sums(d), left=d.left + 250, right=d.right)
    reason(d)
    d.sheet.text(d.left, d.sheet.height - 50, f"{d.tax_id_label} {d.seller_tax_id()}", 8)


def _form(d: Draft) -> None:
    """Draw a form: every value in a field of its own with a tiny name in capitals."""
    width = (d.right - d.left) / 4
    kinds = ("issue_date", "invoice_number", "customer_number", "delivery_note")
    block(d, d.left, 56, seller(d, lines=4))
    d.sheet.rect(d.left + 2 * width, 44, 2 * width, 66)
    block(d, d.left + 2 * width + 6, 72, buyer(d))
    d.sheet.text(d.left + 2 * width + 4, 53, d.label("bill_to").upper(), 5.5)
    d.sheet.text(d.left, 128, d.title.upper(), 12, bold=True)
    for place, kind in enumerate((*kinds, "seller_tax_id", "buyer_tax_id", "order_reference", "due_date")):
        row, column = divmod(place, 4)
        x, y = d.left + column * width, 136 + row * 26
        label, text = value(d, kind)
        d.sheet.rect(x, y, width, 26)
        d.sheet.text(x + 3, y + 8, label.upper(), 5.5)
        d.sheet.text(x + 6, y + 20, text, 9)
    d.y = 212
    ledger(d, Ledger(columns=_MANY, upright=True, capitals=True, size=7.5, step=13))
    d.y += 10
    tax_rows(d, d.left, (70, 130, 200))
    stack(d, sums(d, tax_summed=True), left=d.left + 3 * width - 40, right=d.right - 4)
    (iban_label, iban), (bic_label, bic) = account(d)
    d.y += 10
    d.paragraph(f"{d.label('terms')}  {terms(d)}")
    d.paragraph(f"{iban_label}  {iban}   {bic_label}  {bic}")
    reason(d)


def _summary_first(d: Draft) -> None:
    """Draw a utility's bill: the first page has sums and no lines, the second the lines."""
    block(d, d.right - 150, 60, (*seller(d, lines=5), f"{d.tax_id_label} {d.seller_tax_id()}"), size=8, step=10)
    block(d, d.left, 150, buyer(d), size=11)
    _listed(d, ("customer_number", "invoice_number", "issue_date", "order_reference"), d.right - 190, 150, 100, ":")
    d.sheet.text(d.left, 250, d.title, 16, bold=True)
    d.y = 280
    stack(d, sums(d, bases=True), left=d.left, right=d.right, step=18)
    d.y += 10
    d.says("due_date", d.facts.due_date.isoformat())
    d.paragraph(d.sentence("due", date=d.day(d.facts.due_date)), 11)
    (_, iban), (_, bic) = account(d)
    d.paragraph(f"{d.facts.accounts[0].bank}  {iban}  {bic}")
    reason(d)
    d.sheet.new_page()
    d.y = 70
    ledger(d, Ledger(columns=_FOUR))


def _two_rows(d: Draft) -> None:
    """Draw a trader's bill: article number and figures in one row, what it is in the next."""
    d.sheet.text(d.right, 60, d.facts.seller.name, 14, bold=True, align="R")
    block(d, d.left, 60, seller(d, lines=4)[1:], size=8)
    block(d, d.left, 140, buyer(d))
    _listed(d, ("invoice_number", "issue_date", "delivery_note", "customer_number"), d.right - 200, 130, 95)
    d.sheet.text(d.left, 212, d.title, 13, bold=True)
    d.y = 240
    columns = (
        Column("item_id", 0), Column("quantity", 0.45, "R"), Column("unit", 0.48), Column("unit_price", 0.75, "R"),
        Column("net", 1, "R"),
    )  # fmt: skip
    ledger(d, Ledger(columns=columns, below=True, currency_in_head=True))
    stack(d, sums(d), left=d.left + 220, right=d.right)
    d.paragraph(terms(d, "discount"))
    (iban_label, iban), _bic = account(d, gaps=False)
    d.paragraph(f"{iban_label} {iban}")
    d.sheet.text(d.left, d.sheet.height - 40, f"{d.tax_id_label} {d.seller_tax_id()}", 7)
    reason(d)


def _dots(d: Draft) -> None:
    """Draw a matrix printer's bill: one width for all letters, dots from the name to the value."""
    block(d, d.left, 50, tuple(text.upper() for text in seller(d)), size=9)
    block(d, d.left + 250, 110, tuple(text.upper() for text in buyer(d)), size=9)
    d.sheet.text(d.left, 180, d.title.upper(), 11, bold=True)
    for row, kind in enumerate(("invoice_number", "issue_date", "order_reference", "order_date", "due_date")):
        label, text = value(d, kind)
        d.sheet.text(d.left, 198 + row * 12, f"{label}{'.' * max(2, 30 - len(label))}: {text}", 9)
    d.y = 280
    ledger(d, Ledger(columns=_FOUR, capitals=True, step=12))
    stack(d, sums(d), left=d.left + 120, right=d.right, dots=True)
    d.y += 12
    (iban_label, iban), (bic_label, bic) = account(d, gaps=False)
    tax_id = f"{d.tax_id_label}: {d.seller_tax_id()}"
    for text in (terms(d), f"{iban_label}: {iban}", f"{bic_label}: {bic}", tax_id):
        d.paragraph(text)
    reason(d)


def _letter(d: Draft) -> None:
    """Draw a lawyer's letter: place and date at the right, number in the subject, the sender again at the end."""
    facts = d.facts
    d.sheet.text((d.left + d.right) / 2, 58, facts.seller.name.upper(), 13, bold=True, align="C")
    block(d, d.left, 120, buyer(d), size=10.5)
    d.says("issue_date", facts.issue_date.isoformat())
    place = facts.seller.city.split()[-1]
    d.sheet.text(d.right, 190, f"{place}, {d.day(facts.issue_date)}", 10.5, align="R")
    d.says("invoice_number", facts.number)
    d.sheet.text(d.left, 215, d.sentence("subject", title=d.title, number=facts.number), 10.5, bold=True)
    d.y, d.size = 240, 10.5
    d.paragraph(d.sentence("greeting"))
    d.paragraph(d.sentence("intro"))
    d.y += 8
    columns = (Column("description", 0.04), Column("quantity", 0.7, "R"), Column("net", 0.96, "R"))
    ledger(d, Ledger(columns=columns, head=False, size=10.5, cut=0.5))
    stack(d, sums(d), left=d.left + 18, right=d.left + 0.96 * (d.right - d.left))
    reason(d)
    d.y += 8
    d.says("due_date", facts.due_date.isoformat())
    d.paragraph(d.sentence("due", date=d.day(facts.due_date)))
    d.y += 24
    (iban_label, iban), (bic_label, bic) = account(d)
    sender = " · ".join(seller(d, lines=5))
    d.paragraph(f"{sender} · {d.tax_id_label} {d.seller_tax_id()} · {iban_label} {iban} · {bic_label} {bic}", 7.5)


def _slip(d: Draft) -> None:
    """Draw a bill with a slip to be torn off: names below their values, the account in large digits at the bottom."""
    block(d, d.left, 60, seller(d, lines=5))
    block(d, d.left, 160, buyer(d))
    step = (d.right - d.left) / 4
    for column, kind in enumerate(("invoice_number", "issue_date", "customer_number", "seller_tax_id")):
        label, text = value(d, kind)
        d.sheet.text(d.left + column * step, 226, text, 10, bold=True)
        d.sheet.text(d.left + column * step, 236, label, 6.5, gray=80)
    d.sheet.apart(d.left, 262, d.title, 13, 2)
    d.y, d.bottom = 290, d.sheet.height - 190
    ledger(d, Ledger(columns=_FOUR))
    stack(d, sums(d), left=d.left + 240, right=d.right)
    reason(d)
    top = d.sheet.height - 150
    d.sheet.line(0, top, d.sheet.width, top)
    (iban_label, iban), (bic_label, bic) = account(d)
    label, reference = value(d, "payment_reference")
    cells = ((iban_label, iban), (bic_label, bic), (label, reference))
    for row, (name, text) in enumerate(cells):
        d.sheet.text(d.left, top + 24 + row * 30, name, 6.5, gray=80)
        d.sheet.text(d.left, top + 36 + row * 30, text, 12)
    label, due = value(d, "due_date")
    d.sheet.text(d.right - 150, top + 24, label, 6.5, gray=80)
    d.sheet.text(d.right - 150, top + 36, due, 12)
    d.sheet.text(d.right - 150, top + 54, d.label("payable"), 6.5, gray=80)
    d.sheet.text(d.right - 150, top + 66, d.total("payable", d.facts.payable), 12, bold=True)


def _amount_first(d: Draft) -> None:
    """Draw amounts at the left, descriptions at the right, sums below the amounts."""
    block(d, d.left, 56, buyer(d))
    block(d, d.right - 170, 56, seller(d, lines=5))
    d.sheet.line(d.left, 124, d.right, 124)
    d.y = 144
    for kind in ("issue_date", "invoice_number", "delivery_date", "seller_tax_id"):
        label, text = value(d, kind)
        d.sheet.text(d.left, d.y, f"{text}  ({label})", 9)
        d.y += 13
    d.sheet.text(d.left, d.y + 10, d.title, 17, bold=True)
    d.y += 36
    ledger(d, Ledger(columns=_SWAPPED))
    x = d.left + 0.14 * (d.right - d.left)
    for label, amount in sums(d):
        d.sheet.text(x, d.y, amount, 9, bold=True, align="R")
        d.sheet.text(x + 12, d.y, label, 9)
        d.y += 14
    d.y += 10
    (iban_label, iban), (bic_label, bic) = account(d)
    d.paragraph(f"{terms(d)} {iban_label} {iban}, {bic_label} {bic}")
    reason(d)


def _left_bar(d: Draft) -> None:
    """Draw a grey bar at the left holds all names and numbers; items and sums at its right."""
    d.sheet.rect(0, 0, 170, d.sheet.height, gray=235)
    y = block(d, 24, 60, seller(d, lines=5), size=8, step=11) + 14
    for kind in ("invoice_number", "issue_date", "due_date", "order_reference", "seller_tax_id"):
        label, text = value(d, kind)
        d.sheet.text(24, y, label, 7, bold=True)
        d.sheet.text(24, y + 11, text, 8.5)
        y += 28
    (iban_label, iban), (bic_label, bic) = account(d)
    for label, text in ((iban_label, iban), (bic_label, bic)):
        d.sheet.text(24, y, label, 7, bold=True)
        d.sheet.text(24, y + 10, text, 6)
        y += 24
    d.left = 190
    d.sheet.text(d.left, 64, d.title, 22, bold=True)
    block(d, d.left, 96, buyer(d))
    d.y = 170
    ledger(d, Ledger(columns=_FOUR, size=8.5, cut=0.4, detail=True))
    stack(d, sums(d), left=d.left + 130, right=d.right)
    reason(d)


def _wholesale(d: Draft) -> None:
    """Draw a wholesaler's list on a broad page: nine narrow columns with lines between them, small print."""
    block(d, d.left, 50, seller(d, lines=5), size=8, step=10)
    block(d, d.left + 280, 50, buyer(d), size=9)
    _listed(d, ("invoice_number", "issue_date", "order_reference", "delivery_note"), d.right - 180, 50, 90)
    d.sheet.text(d.left, 122, d.title, 12, bold=True)
    d.y = 144

    def again() -> None:
        d.sheet.text(d.right, 34, d.label("page").format(page=d.sheet.pages, pages=d.sheet.pages), 7, align="R")

    ledger(d, Ledger(columns=_MANY, upright=True, size=7, step=12, cut=0.3), again=again)
    d.room(110)
    tax_rows(d, d.left, (90, 140, 210))
    stack(d, sums(d, tax_summed=True), left=d.right - 200, right=d.right)
    (iban_label, iban), (bic_label, bic) = account(d)
    d.paragraph(f"{terms(d)}   {iban_label} {iban}   {bic_label} {bic}   {d.tax_id_label} {d.seller_tax_id()}", 7.5)
    reason(d)


def _three_blocks(d: Draft) -> None:
    """Draw three narrow columns at the top: who, whom, what; names and values divided by nothing but a blank."""
    third = (d.right - d.left) / 3
    d.sheet.text(d.left, 52, d.title.upper(), 11, bold=True)
    block(d, d.left, 76, seller(d, lines=4), size=8)
    block(d, d.left + third, 76, buyer(d), size=8)
    for row, kind in enumerate(("invoice_number", "issue_date", "due_date", "customer_number", "seller_tax_id")):
        label, text = value(d, kind)
        d.sheet.text(d.left + 2 * third, 76 + row * 11, f"{label} {text}", 8)
    d.y = 160
    ledger(d, Ledger(columns=_FOUR, step=18, currency_in_head=True))
    d.sheet.line(d.left + third, d.y - 6, d.right, d.y - 6)
    d.y += 8
    stack(d, sums(d), left=d.left + third, right=d.right)
    (iban_label, iban), _bic = account(d)
    d.sheet.text(d.left, d.sheet.height - 60, f"{iban_label} {iban}", 8)
    d.sheet.text(d.left, d.sheet.height - 48, terms(d), 8)
    reason(d)


HABITS: Final[tuple[Layout, ...]] = (
    Habit(name="h01-headline", page=_headline, money="tight"),
    Habit(name="h02-form", page=_form, money="none", needs=Needs(rates=2, discount=True)),
    Habit(name="h03-summary", page=_summary_first, needs=Needs(rates=2, shipping=True)),
    Habit(name="h04-two-rows", page=_two_rows, money="none"),
    Habit(name="h05-dots", page=_dots, money="code", font="courier"),
    Habit(name="h06-letter", page=_letter, font="times", money="before", needs=Needs(lines=(1, 4))),
    Habit(name="h07-slip", page=_slip, money="before", needs=Needs(lines=(1, 6), prepaid=True)),
    Habit(name="h08-amount-first", page=_amount_first, money="code"),
    Habit(name="h09-left-bar", page=_left_bar, order="columns"),
    Habit(
        name="h10-wholesale",
        page=_wholesale,
        money="none",
        landscape=True,
        needs=Needs(lines=(20, 50), rates=3, discount=True),
    ),
    Habit(name="h11-three-blocks", page=_three_blocks, money="none", order="reversed"),
    Habit(name="h12-credit", page=_three_blocks, money="after", needs=Needs(credit=True), negative=True),
    Habit(name="h13-form-credit", page=_form, money="code", needs=Needs(credit=True), split=True, tax_id_style=1),
    Habit(name="h14-untaxed", page=_headline, money="before", needs=Needs(untaxed=True, lines=(2, 5)), font="times"),
    Habit(
        name="h15-long-letter",
        page=_two_rows,
        money="after",
        needs=Needs(lines=(18, 40), allowance=True),
        order="shuffled",
    ),
    Habit(
        name="h16-bar-shuffled",
        page=_left_bar,
        money="none",
        order="shuffled",
        needs=Needs(shipping=True, allowance=True),
    ),
)
