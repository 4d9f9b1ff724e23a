"""Pages of those who sell and move goods: an ERP's form, a wholesaler's list, a forwarder's charges."""

from __future__ import annotations

from decimal import Decimal

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
    fitting,
    listed,
    page_numbers,
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
from bursar.evals.rendering.trades.sums import sums, tax_table, tower
from bursar.evals.rendering.trades.table import RATE, Table, rows


def erp(d: Draft) -> None:
    """Draw a form of an ERP system: a block of information at the right, materials with prices per hundred."""
    d.sheet.logo(d.left, 34, 92, 34)
    d.sheet.text(d.left, 122, " · ".join(seller(d)), 6.5)
    stacked(d, d.left, 138, buyer(d, person=True), size=10)
    d.sheet.text(d.right - 215, 62, d.title, 15, bold=True)
    told = pairs(
        d, "invoice_number", "issue_date", "customer_number", "supplier_number", "order_reference", "order_date",
        "delivery_note", "delivery_date", "contact", "phone",
    )  # fmt: skip
    d.sheet.line(d.right - 215, 70, d.right, 70)
    at_right(d, told, 84, size=8.5)
    d.y = 232
    d.paragraph(f"{d.label('buyer_tax_id')}: {d.buyer_tax_id()}", 8)
    d.paragraph(f"{d.label('incoterms')}: FCA {d.facts.seller.city}", 8)
    d.y += 12
    columns = (
        ("pos10", 46.0), ("item_id", 0.0), ("quantity", 50.0), ("unit", 40.0), ("per_hundred", 90.0), ("net", 80.0)
    )  # fmt: skip
    rows(d, Table(columns=columns, below=("description", "their_number", "customs"), top=96, size=8.5))
    tower(d, sums(d), left=d.left + 250, step=13, last="ruled")
    d.paragraph(f"{d.label('terms')}: {terms(d, 'discount')}")
    d.paragraph(due(d))
    reason(d)
    name, iban, bic = bank(d)
    feet(
        d,
        (
            (*seller(d), phone(d)),
            (*registered(d), tax_id(d)),
            (name[1], " ".join(iban), " ".join(bic), contacts(d)[1]),
        ),
    )
    for page in range(1, d.sheet.pages):
        text = f"{d.title} {d.facts.number} / {d.day(d.facts.issue_date)}"
        d.sheet.text(d.left, 56, text, 9, bold=True, page=page)
    page_numbers(d, 46)


def wholesale(d: Draft) -> None:
    """Draw a wholesaler's list over pages: numbers of articles, two discounts, deposits, sums carried forward."""
    d.sheet.rect(d.left, 30, d.right - d.left, 30, gray=40)
    d.sheet.text(d.left + 8, 50, seller(d)[0].upper(), 14, bold=True, gray=255)
    d.sheet.text(d.left, 72, " | ".join((*seller(d)[1:], *contacts(d))), 7)
    stacked(d, d.left, 100, (d.label("bill_to"), *buyer(d)), size=9, bold=True)
    stacked(d, d.left + 190, 100, (d.label("ship_to"), *_depot(d)), size=9, bold=True)
    at_right(d, pairs(d, "invoice_number", "issue_date", "customer_number", "job", "delivery_note"), 100, size=8)
    d.sheet.text(d.left, 176, d.title.upper(), 12, bold=True)
    d.y = 200
    columns = (
        ("item_id", 48.0), ("ean", 62.0), ("description", 0.0), ("quantity", 30.0), ("unit", 28.0), ("listed", 46.0),
        ("discount", 28.0), ("second_discount", 28.0), ("unit_price", 46.0), ("letter", 16.0), ("net", 54.0),
    )  # fmt: skip
    rows(d, Table(columns=columns, head="gray", rules="zebra", carried=True, size=7, gap=11, top=78))
    d.room(130)
    top = d.y
    tax_table(d, d.left, letters=True)
    below, d.y = d.y, top
    tower(d, sums(d, together=True), left=d.right - 190, size=8.5, last="gray")
    d.y = max(below, d.y)
    d.paragraph(terms(d, "discount"), 8)
    d.paragraph(d.sentence("deposit"), 7)
    for text in banks(d):
        d.paragraph(text, 7.5)
    d.paragraph(f"{tax_id(d)}   {d.label('buyer_tax_id')}: {d.buyer_tax_id()}", 7.5)
    for page in range(1, d.sheet.pages):
        d.sheet.text(d.left, 46, f"{d.facts.seller.name} – {d.title} {d.facts.number}", 8, page=page)
    page_numbers(d, 46 if d.sheet.pages > 1 else d.sheet.height - 24, first=1)
    feet(d, (registered(d),), ruled=False)


def _depot(d: Draft) -> tuple[str, ...]:
    """Return an address that is not the one invoiced."""
    other = next(street for street in d.words.streets if street != d.facts.buyer.street)
    return (d.label("depot"), other, d.facts.buyer.city)


def freight(d: Draft) -> None:
    """Draw a forwarder's charges: weights of the shipment, amounts in two currencies, some of them untaxed."""
    d.sheet.text(d.left, 56, seller(d)[0], 15, bold=True)
    d.sheet.text(d.left, 69, ", ".join((*seller(d)[1:], *contacts(d)[:2])), 7.5)
    d.sheet.line(d.left, 76, d.right, 76)
    stacked(d, d.left, 104, buyer(d), size=9.5)
    d.sheet.text(d.right, 104, d.title, 16, bold=True, align="R")
    told = pairs(d, "invoice_number", "issue_date", "job", "customer_number", "order_reference")
    at_right(d, told, 122, size=8.5, flush=True)
    d.y = below_names(d, pairs(d, "waybill", "document_number"), 204, boxes=True)
    weight = Decimal(d.rng.randint(1_200, 90_000)) / 10
    cells = (
        (d.label("packages"), f"{d.rng.randint(2, 33)} PLL"),
        (d.label("weight"), f"{d.numbers.number(weight, 1)} kg"),
        (d.label("chargeable"), f"{d.numbers.number(weight * 2, 1)} kg"),
        (d.label("volume"), f"{d.numbers.number(weight / 300, 3)} m³"),
    )
    d.y = below_names(d, cells, d.y - 5, boxes=True) + 12
    columns = (("description", 0.0), ("foreign", 80.0), ("tax_rate", 50.0), ("net", 90.0))
    rows(d, Table(columns=columns, head="framed", rules="none", size=9, gap=5))
    rate, day = d.numbers.number(RATE, 4), d.day(d.facts.delivery_date)
    d.paragraph(d.sentence("exchange", currency=d.facts.currency, rate=rate, date=day), 7)
    d.y += 8
    tower(d, sums(d, bases=True), left=d.left + 190, last="gray")
    d.paragraph(d.sentence("freight_exempt"), 7.5)
    d.paragraph(due(d))
    d.paragraph(d.sentence("conditions"), 6.5)
    name, iban, bic = bank(d)
    feet(d, (("  ".join(name), "  ".join(iban), "  ".join(bic)), (*registered(d), tax_id(d))), size=7.5)


def american(d: Draft) -> None:
    """Draw a form with boxes for bill to and ship to, a row of terms, and a total in a box at the lower right."""
    stacked(d, d.left, 52, (*seller(d), *contacts(d)[:2]), size=9.5, bold=True)
    d.sheet.text(d.right, 56, d.title, 22, align="R")
    (date_name, date), (number_name, number) = pairs(d, "issue_date", "invoice_number")
    _cells(d, d.right - 170, 68, ((date_name, date), (number_name, number)), 170)
    half = (d.right - d.left - 20) / 2
    for x, label, texts in ((d.left, "bill_to", buyer(d)), (d.left + half + 20, "ship_to", _depot(d))):
        d.sheet.rect(x, 132, half, 16, gray=225)
        d.sheet.rect(x, 132, half, 74)
        d.sheet.text(x + 5, 143, d.label(label), 8.5)
        stacked(d, x + 5, 162, texts, size=9)
    told = [
        *pairs(d, "order_reference", "terms", "due_date", "contact"),
        (d.label("via"), "UPS"),
        (d.label("fob"), "EXW"),
    ]
    _cells(d, d.left, 218, told, d.right - d.left)
    d.y = 278
    columns = (("quantity", 54.0), ("item_id", 78.0), ("description", 0.0), ("unit_price", 76.0), ("net", 84.0))
    rows(d, Table(columns=columns, head="gray", rules="cells", size=9, gap=7))
    d.room(110)
    top = d.y
    tower(d, sums(d), left=d.right - 210, step=17, last="large")
    below, d.y = d.y, top
    for text in (d.sentence("thanks"), d.sentence("check", name=d.facts.seller.name)):
        for row in d.sheet.wrapped(text, d.right - d.left - 235, 8.5):
            d.sheet.text(d.left, d.y, row, 8.5)
            d.y += 12
    d.y = max(d.y, below)
    reason(d)
    name, iban, bic = bank(d)
    listed(d, (name, iban, bic), d.left, d.y + 6, size=8)
    d.sheet.text(d.left, d.sheet.height - 30, tax_id(d), 8)
    page_numbers(d, d.sheet.height - 30)


def _cells(
    d: Draft, x: float, y: float, some: tuple[tuple[str, str], ...] | list[tuple[str, str]], width: float
) -> None:
    """Draw a row of boxes, names above values, as wide as their words need."""
    needs = [max(d.sheet.measured(label, 8), d.sheet.measured(text, 9)) + 8 for label, text in some]
    stretch = width / sum(needs)
    for (label, text), need in zip(some, needs, strict=True):
        step = need * stretch
        size = min(1, stretch)
        d.sheet.rect(x, y, step, 16, gray=225)
        d.sheet.rect(x, y, step, 16)
        d.sheet.rect(x, y + 16, step, 18)
        d.sheet.text(x + step / 2, y + 11, label, 8 * size, align="C")
        d.sheet.text(x + step / 2, y + 29, text, 9 * size, align="C")
        x += step


def boxed(d: Draft) -> None:
    """Draw framed fields in two columns, names above their values, and a frame around everything."""
    d.sheet.rect(d.left - 8, 34, d.right - d.left + 16, d.sheet.height - 90)
    half = (d.left + d.right) / 2
    d.sheet.text(d.left, 56, d.title.upper(), 13, bold=True)
    d.sheet.text(d.right, 56, seller(d)[0], 13, bold=True, align="R")
    told = pairs(
        d, "invoice_number", "issue_date", "due_date", "customer_number", "order_reference", "contract_number",
        "delivery_date", "currency",
    )  # fmt: skip
    for place, (label, text) in enumerate(told):
        row, column = divmod(place, 2)
        x, y = half + column * (d.right - half) / 2, 66 + row * 28
        d.sheet.rect(x, y, (d.right - half) / 2, 28)
        width = (d.right - half) / 2 - 8
        d.sheet.text(x + 3, y + 8, label, fitting(d, label, 6.5, width), gray=100)
        d.sheet.text(x + 6, y + 21, text, fitting(d, text, 9, width, bold=True), bold=True)
    d.sheet.rect(d.left, 66, half - d.left, 56)
    d.sheet.rect(d.left, 122, half - d.left, 56)
    d.sheet.text(d.left + 3, 74, d.label("from"), 6.5, gray=100)
    stacked(d, d.left + 6, 85, (*seller(d), tax_id(d)), size=8)
    d.sheet.text(d.left + 3, 130, d.label("bill_to"), 6.5, gray=100)
    stacked(d, d.left + 6, 141, (*buyer(d), f"{d.label('buyer_tax_id')} {d.buyer_tax_id()}"), size=8)
    d.y = 202
    columns = (
        ("item_id", 64.0), ("description", 0.0), ("tax_rate", 42.0), ("unit_price", 66.0), ("quantity", 48.0),
        ("unit", 40.0), ("net", 74.0),
    )  # fmt: skip
    rows(d, Table(columns=columns, head="dark", rules="rows", size=8))
    tax_table(d, d.left)
    tower(d, sums(d, together=True), left=half, last="gray")
    d.paragraph(f"{d.label('terms')}: {terms(d)}")
    d.paragraph(quoting(d))
    reason(d)
    below_names(d, bank(d), d.sheet.height - 86)
    d.sheet.text(d.left, d.sheet.height - 40, "  ·  ".join((*contacts(d), *registered(d))), 7)
