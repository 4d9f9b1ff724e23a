"""The layouts of the manners."""

from __future__ import annotations

from typing import Final

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.habits.layouts import Habit
from bursar.evals.rendering.habits.parts import (
    account,
    block,
    buyer,
    reason,
    seller,
    stack,
    sums,
    tax_rows,
    terms,
    value,
)
from bursar.evals.rendering.invention import Needs
from bursar.evals.rendering.layouts import Layout
from bursar.evals.rendering.manners.parts import (
    Grid,
    at_the_foot,
    beside_one_another,
    in_the_grid,
    lines,
    pay,
)
from bursar.evals.rendering.manners.words import NOISE

_SHORT: Final = (("description", 0.0), ("quantity", 60.0), ("unit_price", 85.0), ("net", 95.0))
_LONG: Final = (
    ("pos", 24.0), ("item_id", 62.0), ("description", 0.0), ("quantity", 48.0), ("unit", 40.0), ("unit_price", 66.0),
    ("tax_rate", 40.0), ("net", 74.0),
)  # fmt: skip


def _tax_id(d: Draft) -> str:
    return f"{d.tax_id_label}: {d.seller_tax_id()}"


def _strip(d: Draft) -> None:
    """Draw numbers and dates in one strip between two lines, divided by bars."""
    d.sheet.logo(d.left, 40, 46, 46)
    block(d, d.left + 60, 52, seller(d, lines=5), size=8.5, step=10.5)
    d.sheet.text(d.right, 62, d.title, 22, align="R", gray=60)
    block(d, d.left, 130, (d.label("bill_to"), *buyer(d)))
    d.sheet.line(d.left, 190, d.right, 190)
    beside_one_another(d, ("invoice_number", "issue_date", "due_date", "customer_number"), 203)
    d.sheet.line(d.left, 222, d.right, 222)
    d.y = 246
    lines(d, Grid(columns=_SHORT))
    stack(d, sums(d), left=d.right - 200, right=d.right, step=15)
    d.y += 14
    pay(d)
    d.sheet.text(d.left, d.y + 4, _tax_id(d), 9)
    reason(d)


def _ruled(d: Draft) -> None:
    """Draw everything in boxes: a column of names and values, items, and the sums in the same columns below."""
    block(d, d.left, 56, (d.facts.seller.name.upper(), *seller(d, lines=5)[1:], _tax_id(d)))
    block(d, d.left, 160, (d.label("bill_to"), *buyer(d)))
    d.sheet.text(d.right - 210, 60, d.title.upper(), 14, bold=True)
    for row, kind in enumerate(("issue_date", "invoice_number", "order_reference", "customer_number", "due_date")):
        label, text = value(d, kind)
        y = 82 + row * 17
        d.sheet.rect(d.right - 210, y - 11, 100, 17, gray=232)
        d.sheet.rect(d.right - 210, y - 11, 210, 17)
        d.sheet.text(d.right - 206, y, label, 8)
        d.sheet.text(d.right - 106, y, text, 8.5)
    d.y = 236
    grid = Grid(columns=_LONG, box=True, dark=True, size=8)
    lines(d, grid)
    in_the_grid(d, grid)
    d.paragraph(terms(d))
    pay(d)
    reason(d)


def _work(d: Draft) -> None:
    """Draw hours of work, each with its own date, and two dates at the head."""
    d.sheet.text(d.left, 60, d.facts.seller.name, 15, bold=True)
    d.sheet.text(d.left, 76, " • ".join(seller(d, lines=5)[1:]), 8)
    block(d, d.left, 126, buyer(d))
    d.sheet.text(d.left, 196, d.title, 15, bold=True)
    for row, kind in enumerate(("invoice_number", "issue_date", "delivery_date", "delivery_note")):
        label, text = value(d, kind)
        d.sheet.text(d.left, 216 + row * 13, f"{label}:", 9, bold=True)
        d.sheet.text(d.left + 130, 216 + row * 13, text, 9)
    d.y = 290
    columns = (
        ("date", 78.0),
        ("description", 0.0),
        ("quantity", 50.0),
        ("unit", 50.0),
        ("unit_price", 70.0),
        ("net", 80.0),
    )
    lines(d, Grid(columns=columns, dark=True))
    stack(d, sums(d), left=d.right - 230, right=d.right)
    d.says("due_date", d.facts.due_date.isoformat())
    d.paragraph(d.sentence("due", date=d.day(d.facts.due_date)))
    d.y += 4
    pay(d)
    d.paragraph(f"{_tax_id(d)}, {d.label('register')} {d.facts.seller.register}")
    reason(d)


def _foot(d: Draft) -> None:
    """Draw seller and account only at the foot, and the sums in a row of boxes above them."""
    d.sheet.logo(d.right - 80, 40, 80, 50)
    block(d, d.left, 150, buyer(d), size=10)
    d.sheet.text(d.left, 226, d.title, 16, bold=True)
    beside_one_another(d, ("invoice_number", "issue_date", "order_reference", "due_date"), 246, between="      ")
    d.y, d.bottom = 288, d.sheet.height - 180
    lines(d, Grid(columns=_SHORT, step=18))
    reason(d)
    at_the_foot(d)
    (iban_label, iban), (bic_label, bic) = account(d)
    texts = (", ".join(seller(d, lines=3)), f"{_tax_id(d)}  {iban_label}: {iban}  {bic_label}: {bic}")
    for row, text in enumerate(texts):
        d.sheet.text((d.left + d.right) / 2, d.sheet.height - 60 + row * 11, text, 7.5, align="C")


def _sections(d: Draft) -> None:
    """Draw items under headings of their own, with heads of columns in two rows."""
    block(d, d.right - 160, 56, seller(d, lines=5), size=9)
    block(d, d.left, 130, buyer(d), size=10)
    for row, kind in enumerate(("invoice_number", "customer_number", "issue_date", "delivery_note")):
        label, text = value(d, kind)
        d.sheet.text(d.right - 80, 140 + row * 12, label, 8.5, align="R")
        d.sheet.text(d.right, 140 + row * 12, text, 8.5, bold=True, align="R")
    d.sheet.text(d.left, 214, d.title, 14, bold=True)
    d.y = 240
    lines(d, Grid(columns=_LONG, tall=True, sections=True))
    tax_rows(d, d.left, (80, 130, 210))
    stack(d, sums(d, tax_summed=True), left=d.left + 230, right=d.right)
    d.paragraph(f"{d.label('terms')}: {terms(d)}")
    pay(d)
    d.paragraph(_tax_id(d), 8)
    reason(d)


def _long(d: Draft) -> None:
    """Draw many lines with codes below them; every page repeats number and date at its head."""

    def again() -> None:
        text = f"{d.title} {d.facts.number}  {d.day(d.facts.issue_date)}"
        d.sheet.text(d.left, 40, text, 8)
        d.sheet.text(d.right, 40, d.label("page").format(page=d.sheet.pages, pages=d.sheet.pages + 1), 8, align="R")

    block(d, d.left, 52, seller(d, lines=5), size=8.5, step=10)
    block(d, d.left + 250, 52, (d.label("bill_to"), *buyer(d)), size=8.5, step=10)
    for column, kind in enumerate(("invoice_number", "issue_date", "customer_number", "seller_tax_id")):
        label, text = value(d, kind)
        x = d.left + column * (d.right - d.left) / 4
        d.sheet.text(x, 128, f"{label}:", 8, gray=90)
        d.sheet.text(x, 139, text, 9)
    d.sheet.text(d.left, 168, d.title, 13, bold=True)
    d.y = 192
    lines(d, Grid(columns=(*_LONG[:4], *_LONG[5:6], _LONG[7]), codes=True, size=8), again=again)
    stack(d, sums(d), left=d.right - 220, right=d.right)
    d.paragraph(terms(d, "discount"))
    pay(d)
    reason(d)


def _till(d: Draft) -> None:
    """Draw a till's bill: one narrow column, quantity and price below each thing, sums to the right."""
    left, right = d.left + 110, d.right - 110
    middle = (left + right) / 2
    for row, text in enumerate(seller(d, lines=4)):
        d.sheet.text(middle, 56 + row * 13, text, 10, bold=row == 0, align="C")
    d.sheet.text(middle, 112, _tax_id(d), 9, align="C")
    d.sheet.text(middle, 138, d.title, 13, bold=True, align="C")
    for row, kind in enumerate(("invoice_number", "issue_date")):
        label, text = value(d, kind)
        d.sheet.text(left, 160 + row * 13, label, 9)
        d.sheet.text(right, 160 + row * 13, text, 9, align="R")
    d.y = 196
    d.sheet.text(left, d.y, f"{d.label('bill_to')}: {buyer(d)[0]}", 9)
    d.y += 24
    for line in d.facts.lines:
        d.sheet.text(left, d.y, line.description, 9)
        d.sheet.text(right, d.y, d.money(line.net), 9, align="R")
        d.y += 12
        price = f"{d.numbers.short(line.quantity)} x {d.numbers.number(line.unit_price, 2)}"
        d.sheet.text(left + 12, d.y, price, 8.5)
        d.y += 15
        d.truth.lines.append(
            {
                "description": line.description,
                "quantity": f"{line.quantity.normalize():f}",
                "unit_price": f"{line.unit_price}",
                "net": f"{line.net:.2f}",
            }
        )
    d.sheet.line(left, d.y - 6, right, d.y - 6)
    d.y += 8
    stack(d, sums(d), left=left, right=right)
    d.y += 10
    d.sheet.text(middle, d.y, d.sentence("thanks"), 9, align="C")
    reason(d)


def _gross_too(d: Draft) -> None:
    """Draw net and gross of every line, rates and codes of currency in every cell."""
    block(d, d.left, 56, (d.label("from"), *seller(d, lines=5), _tax_id(d)), size=8.5, step=11)
    block(d, d.left + 260, 56, (d.label("bill_to"), *buyer(d)), size=8.5, step=11)
    d.sheet.text(d.left, 164, d.title, 18, bold=True)
    for row, kind in enumerate(("invoice_number", "issue_date", "due_date", "order_reference", "order_date")):
        label, text = value(d, kind)
        d.sheet.text(d.left, 186 + row * 13, label, 9)
        d.sheet.text(d.left + 140, 186 + row * 13, text, 9)
    d.y = 270
    columns = (
        ("description", 0.0), ("quantity", 46.0), ("unit_price", 84.0), ("tax_rate", 40.0), ("net", 88.0),
        ("line_gross", 92.0),
    )  # fmt: skip
    lines(d, Grid(columns=columns, trailing=True, size=8))
    stack(d, sums(d, bases=True), left=d.right - 260, right=d.right)
    pay(d)
    d.paragraph(terms(d))
    reason(d)


def _american(d: Draft) -> None:
    """Draw what is due at the top right in large, names in a dark band, a slip of payment in two columns."""
    block(d, d.left, 56, seller(d, lines=5), size=9)
    d.sheet.text(d.right, 60, d.title.upper(), 24, align="R")
    label, number = value(d, "invoice_number")
    d.sheet.text(d.right, 78, f"{label} {number}", 10, align="R")
    d.sheet.text(d.right, 104, d.label("payable"), 8, bold=True, align="R")
    d.sheet.text(d.right, 120, d.total("payable", d.facts.payable), 13, bold=True, align="R")
    block(d, d.left, 158, (d.label("bill_to"), *buyer(d)))
    for row, kind in enumerate(("issue_date", "due_date", "order_reference")):
        label, text = value(d, kind)
        d.sheet.text(d.right - 90, 158 + row * 15, f"{label} :", 9, align="R")
        d.sheet.text(d.right, 158 + row * 15, text, 9, align="R")
    d.y = 230
    lines(d, Grid(columns=(("pos", 26.0), *_SHORT), dark=True, step=20))
    stack(d, sums(d), left=d.right - 200, right=d.right, step=17)
    d.y += 8
    d.paragraph(d.sentence("thanks"))
    pay(d, size=8)
    d.sheet.text(d.left, d.y, _tax_id(d), 8)
    reason(d)


def _correction(d: Draft) -> None:
    """Draw a credit note that names the invoice it corrects: another number and another date of the same form."""
    facts = d.facts
    block(d, d.left, 56, seller(d, lines=4))
    block(d, d.right - 190, 120, buyer(d), size=10)
    d.says("invoice_number", facts.number)
    d.says("issue_date", facts.issue_date.isoformat())
    title = d.sentence("one_line", title=d.title, number=facts.number, date=d.day(facts.issue_date))
    d.sheet.text(d.left, 200, title, 13, bold=True)
    if facts.credit:
        about = NOISE[d.words.code][2].format(number=facts.number[::-1], date=d.day(facts.order_date))
        d.sheet.text(d.left, 216, about, 9)
    label, text = value(d, "customer_number")
    d.sheet.text(d.left, 230, f"{label}: {text}", 9)
    d.y = 258
    lines(d, Grid(columns=_LONG, size=8))
    stack(d, sums(d, bases=True), left=d.left + 180, right=d.right)
    d.y += 10
    pay(d)
    d.paragraph(_tax_id(d))
    reason(d)


MANNERS: Final[tuple[Layout, ...]] = (
    Habit(name="x01-strip", page=_strip, money="before"),
    Habit(name="x02-ruled", page=_ruled, money="none", needs=Needs(rates=2)),
    Habit(name="x03-work", page=_work, money="after"),
    Habit(name="x04-foot", page=_foot, money="code"),
    Habit(name="x05-sections", page=_sections, money="none", needs=Needs(rates=2, lines=(4, 12))),
    Habit(name="x06-long", page=_long, money="after", needs=Needs(lines=(20, 40))),
    Habit(name="x07-till", page=_till, money="after", font="courier", needs=Needs(lines=(1, 7))),
    Habit(name="x08-gross-too", page=_gross_too, money="code", needs=Needs(rates=2)),
    Habit(name="x09-american", page=_american, money="tight", needs=Needs(prepaid=True, shipping=True)),
    Habit(name="x10-correction", page=_correction, money="before", needs=Needs(credit=True)),
    Habit(
        name="x11-strip-times", page=_strip, money="after", font="times", order="columns", needs=Needs(allowance=True)
    ),
    Habit(name="x12-ruled-split", page=_ruled, money="after", split=True, tax_id_style=2),
    Habit(name="x13-foot-reversed", page=_foot, money="none", order="reversed", needs=Needs(rates=2)),
    Habit(name="x14-untaxed", page=_american, money="code", needs=Needs(untaxed=True)),
    Habit(name="x15-credit-minus", page=_gross_too, money="after", negative=True, needs=Needs(credit=True)),
    Habit(name="x16-work-shuffled", page=_work, money="before", order="shuffled", needs=Needs(lines=(3, 15))),
)
