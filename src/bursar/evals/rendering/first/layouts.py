"""The layouts of the first author, put together from parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Facts
from bursar.evals.rendering.first import footers, headers, letterheads, payments, sums
from bursar.evals.rendering.first.items import Table, items
from bursar.evals.rendering.invention import Needs
from bursar.evals.rendering.layouts import Hand, Layout, true_anyway
from bursar.evals.rendering.truth import Truth
from bursar.evals.rendering.vocabulary import Vocabulary

Part: TypeAlias = Callable[[Draft], None]
Header: TypeAlias = Callable[[Draft, tuple[str, ...]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Design(Hand):
    """A layout put together from parts, from top to bottom."""

    letterhead: Part
    buyer: Part
    header: Header
    pairs: tuple[str, ...]
    table: Table
    sums: Part
    payment: Part
    footers: tuple[Part, ...] = ()
    intro: bool = False
    size: float = 9
    margin: float = 50
    bottom: float = 110
    tax_id_prefix: bool = True

    def draw(self, facts: Facts, words: Vocabulary, rng: Random) -> tuple[bytes, Truth]:
        """Return the PDF and what is printed on it."""
        d = self.opened(facts, words, rng, (self.margin, self.margin, self.bottom))
        d.size, d.tax_id_prefix = self.size, self.tax_id_prefix
        self.letterhead(d)
        self.buyer(d)
        self.header(d, self.pairs)
        if self.intro:
            footers.intro(d)
        items(d, self.table)
        self.sums(d)
        self.payment(d)
        for part in self.footers:
            part(d)
        d.truth.unprinted |= true_anyway(facts, d.truth, negative=self.negative)
        return d.sheet.written(), d.truth


_PLAIN: Final = Table()
_FULL: Final = ("pos", "item_id", "description", "quantity", "unit", "unit_price", "discount", "tax_rate", "net")

FIRST: Final[tuple[Layout, ...]] = (
    Design(
        name="d01-letter", letterhead=letterheads.left, buyer=letterheads.window, header=headers.beside,
        pairs=("number", "date", "customer", "order", "contact"), table=_PLAIN, sums=sums.right,
        payment=payments.terms_only, footers=(footers.three_columns, footers.page_numbers), intro=True,
    ),
    Design(
        name="d02-colons", letterhead=letterheads.right, buyer=letterheads.labelled, header=headers.with_colons,
        pairs=("date", "number", "order_date", "order", "delivery", "due"), money="before",
        table=Table(columns=("pos", "description", "quantity", "unit", "unit_price", "net"), rules="all"),
        sums=sums.full, payment=payments.block, footers=(footers.page_numbers,), tax_id_style=1,
    ),
    Design(
        name="d03-centred", letterhead=letterheads.centre, buyer=letterheads.at_right, header=headers.one_line,
        pairs=("customer", "due"), table=Table(columns=("quantity", "description", "unit_price", "net"), rules="none"),
        sums=sums.close, payment=payments.sentence, footers=(footers.tax_row,), font="times", size=10, money="before",
    ),
    Design(
        name="d04-band", letterhead=letterheads.band, buyer=letterheads.with_delivery, header=headers.above,
        pairs=("number", "date", "due", "customer", "order"), table=Table(rules="zebra", signs=True), sums=sums.boxed,
        payment=payments.block, footers=(footers.one_row,), money="tight", needs=Needs(shipping=True, rates=2),
    ),
    Design(
        name="d05-picture", letterhead=letterheads.picture_only, buyer=letterheads.window, header=headers.to_the_right,
        pairs=("number", "date", "delivery_note", "delivery", "customer"), sums=sums.with_tax_table,
        table=Table(columns=("pos", "item_id", "description", "quantity", "unit_price", "tax_rate", "net")),
        payment=payments.early, footers=(footers.three_columns,), needs=Needs(rates=2), money="none",
    ),
    Design(
        name="d06-grid", letterhead=letterheads.left, buyer=letterheads.boxed, header=headers.grid,
        pairs=("number", "date", "customer", "order", "delivery_note", "order_date", "due", "contact", "currency"),
        table=Table(columns=_FULL, rules="all", size=7), sums=sums.then_tax_table, payment=payments.accounts,
        footers=(footers.page_numbers,), needs=Needs(discount=True, rates=3, lines=(4, 14), accounts=2), money="none",
    ),
    Design(
        name="d07-sender", letterhead=letterheads.sender_line, buyer=letterheads.window_with_person,
        header=headers.two_columns,
        pairs=("number", "date", "customer", "tax_id", "order", "delivery", "contact", "due"),
        table=Table(columns=("pos", "description", "quantity", "unit", "unit_price", "net"), details=True),
        sums=sums.right, payment=payments.terms_only, footers=(footers.bank_row, footers.page_numbers), intro=True,
    ),
    Design(
        name="d08-parties", letterhead=letterheads.from_and_to, buyer=letterheads.nowhere, header=headers.header_table,
        pairs=("date", "number", "order", "due"), sums=sums.boxed, payment=payments.framed, money="code",
        table=Table(columns=("item_id", "description", "quantity", "unit_price", "net"), rules="head"),
    ),
    Design(
        name="d09-sidebar", letterhead=letterheads.sidebar, buyer=letterheads.window, header=headers.with_colons,
        pairs=("number", "date", "payment"), table=Table(joined=True, rules="rows"), sums=sums.full,
        payment=payments.sentence, footers=(footers.bank_row,), margin=60,
    ),
    Design(
        name="d10-long", letterhead=letterheads.left, buyer=letterheads.window, header=headers.far_apart,
        pairs=("number", "date", "customer", "due"), sums=sums.right, payment=payments.terms_only, money="none",
        table=Table(columns=("pos", "item_id", "description", "quantity", "unit_price", "net"), carried=True),
        footers=(footers.three_columns, footers.page_heads), needs=Needs(lines=(25, 60)),
    ),
    Design(
        name="d11-small", letterhead=letterheads.right, buyer=letterheads.at_right, header=headers.above,
        pairs=("date", "number", "customer", "delivery"), sums=sums.across, payment=payments.block, margin=36,
        table=Table(columns=_FULL[1:], size=6.5, rules="zebra", percent="%"), needs=Needs(discount=True, lines=(5, 20)),
        money="after", font="helvetica", size=8,
    ),
    Design(
        name="d12-landscape", letterhead=letterheads.band, buyer=letterheads.labelled, header=headers.header_table,
        pairs=("number", "date", "due", "order", "customer", "delivery_note"), landscape=True, sums=sums.with_tax_table,
        table=Table(columns=_FULL, rules="rows"), payment=payments.accounts, footers=(footers.one_row,),
        needs=Needs(rates=2, accounts=2, discount=True), money="before",
    ),
    Design(
        name="d13-shuffled", letterhead=letterheads.left, buyer=letterheads.window, header=headers.beside,
        pairs=("date", "number", "order", "customer"), table=Table(rules="all", details=True), sums=sums.right,
        payment=payments.block, footers=(footers.one_row, footers.page_numbers), order="shuffled", money="before",
    ),
    Design(
        name="d14-split", letterhead=letterheads.centre, buyer=letterheads.labelled, header=headers.two_columns,
        pairs=("number", "due", "date", "customer"), table=Table(narrow=True), sums=sums.left, payment=payments.early,
        footers=(footers.tax_row,), split=True, font="times", size=10,
    ),
    Design(
        name="d15-no-head", letterhead=letterheads.left, buyer=letterheads.in_a_line, header=headers.one_line,
        pairs=("order",),
        table=Table(columns=("quantity", "description", "unit_price", "net"), head=False, joined=True),
        sums=sums.close, payment=payments.sentence, footers=(footers.one_row,), needs=Needs(lines=(1, 4)),
        money="tight",
    ),
    Design(
        name="d16-credit", letterhead=letterheads.right, buyer=letterheads.window, header=headers.beside,
        pairs=("number", "date", "customer", "order"), table=_PLAIN, sums=sums.right, payment=payments.terms_only,
        footers=(footers.three_columns,), needs=Needs(credit=True), negative=True,
    ),
    Design(
        name="d17-credit-plus", letterhead=letterheads.band, buyer=letterheads.boxed, header=headers.with_colons,
        pairs=("number", "date", "customer"), table=Table(rules="all"), sums=sums.boxed, payment=payments.block,
        needs=Needs(credit=True, rates=2), money="before",
    ),
    Design(
        name="d18-reverse", letterhead=letterheads.from_and_to, buyer=letterheads.nowhere, header=headers.above,
        pairs=("number", "date", "due"), table=Table(joined=True), sums=sums.right, payment=payments.block,
        needs=Needs(untaxed=True), money="code",
    ),
    Design(
        name="d19-prepaid", letterhead=letterheads.left, buyer=letterheads.window, header=headers.stacked,
        pairs=("number", "date", "due"), table=Table(rules="rows", signs=True), sums=sums.boxed,
        payment=payments.framed,
        footers=(footers.tax_row,), needs=Needs(prepaid=True, shipping=True), money="tight", margin=44,
    ),
    Design(
        name="d20-rounding", letterhead=letterheads.centre, buyer=letterheads.at_right, header=headers.far_apart,
        pairs=("date", "number", "customer", "contact"), sums=sums.full, payment=payments.block, money="code",
        table=Table(columns=("description", "quantity", "unit", "unit_price", "net")), footers=(footers.tax_row,),
        needs=Needs(rounding=True, rates=2, allowance=True),
    ),
    Design(
        name="d21-letters", letterhead=letterheads.left, buyer=letterheads.labelled, header=headers.grid,
        pairs=("number", "date", "customer"), sums=sums.then_tax_table, payment=payments.terms_only, font="courier",
        table=Table(columns=("quantity", "description", "unit_price", "net", "tax_rate"), letters=True, size=8),
        footers=(footers.bank_row,), needs=Needs(rates=3, lines=(3, 12)), money="none", size=8,
    ),
    Design(
        name="d22-conditions", letterhead=letterheads.sidebar, buyer=letterheads.window, header=headers.two_columns,
        pairs=("number", "date", "order", "order_date", "delivery_note", "delivery", "customer", "contact"),
        table=Table(columns=("pos", "item_id", "description", "quantity", "unit", "unit_price", "net"), details=True),
        sums=sums.right, payment=payments.block, footers=(footers.conditions, footers.page_numbers), margin=56,
    ),
    Design(
        name="d23-advert", letterhead=letterheads.band, buyer=letterheads.window, header=headers.to_the_right,
        pairs=("date", "number", "due", "payment"), table=Table(rules="zebra"), sums=sums.close,
        payment=payments.accounts, footers=(footers.advert, footers.one_row), needs=Needs(accounts=3), money="after",
        bottom=120,
    ),
    Design(
        name="d24-columns", letterhead=letterheads.right, buyer=letterheads.labelled, header=headers.beside,
        pairs=("customer", "order", "number", "date"), table=Table(columns=_FULL[:1] + _FULL[2:6] + _FULL[7:]),
        sums=sums.with_tax_table, payment=payments.early, order="columns", needs=Needs(rates=2), money="none",
    ),
    Design(
        name="d25-allowance", letterhead=letterheads.sender_line, buyer=letterheads.window, header=headers.stacked,
        pairs=("number", "date", "customer"), table=Table(narrow=True, details=True, rules="rows"), sums=sums.left,
        payment=payments.terms_only, footers=(footers.three_columns,),
        needs=Needs(allowance=True, shipping=True, rates=2),
    ),
    Design(
        name="d26-hours", letterhead=letterheads.picture_only, buyer=letterheads.boxed, header=headers.one_line,
        pairs=("order", "contact"), table=Table(columns=("description", "quantity", "unit_price", "net"), places=3),
        sums=sums.boxed, payment=payments.sentence, footers=(footers.one_row,), intro=True, size=10, order="reversed",
    ),
    Design(
        name="d27-carried", letterhead=letterheads.centre, buyer=letterheads.in_a_line, header=headers.header_table,
        pairs=("number", "date", "customer", "order"), sums=sums.then_tax_table, payment=payments.framed, money="after",
        table=Table(columns=(*_FULL[1:4], "unit_price", "tax_rate", "net"), carried=True, rules="all"),
        footers=(footers.tax_row, footers.page_numbers), needs=Needs(lines=(20, 45), rates=2), size=8,
    ),
    Design(
        name="d28-minus-behind", letterhead=letterheads.left, buyer=letterheads.window, header=headers.far_apart,
        pairs=("number", "date", "delivery_note"), table=Table(columns=("item_id", "description", "quantity", "net")),
        sums=sums.across, payment=payments.early, footers=(footers.bank_row,), negative=True, minus="after",
        needs=Needs(credit=True, allowance=True), money="none", tax_id_prefix=False,
    ),
)  # fmt: skip
