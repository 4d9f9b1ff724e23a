"""What pages of the desks are made of: texts that fit their place, labelled values, addresses, terms, footers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final, TypeAlias

from bursar.evals.rendering.desks.desk import filled
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.writing import spaced

Pair: TypeAlias = tuple[str, str]

_SMALLEST: Final = 4.5

# Marks of a trade that nobody asks for: a digit for each `#`.
_MARKS: Final = {
    "sales_order": "10######",
    "meter": "1EMH00########",
    "supply_point": "######## ###",
    "contract": "V-########",
    "billing_account": "59########",
    "line_number": "0#### ######",
    "room": "#1#",
    "guest_folio": "4####",
    "matter": "###/{y}",
    "depot": "0##",
    "fleet": "F-####",
    "return_note": "RMA-#####",
    "insertion": "A-#####",
    "job_sheet": "#####",
    "mandate": "M########",
    "creditor": "ZZZ0000######",
}


def put(
    d: Draft,
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    bold: bool = False,
    align: str = "L",
    width: float = 0,
) -> None:
    """Write a text, smaller where it is wider than its place."""
    d.sheet.text(x, y, text, fitting(d, text, size, width, bold=bold), bold=bold, align=align)


def fitting(d: Draft, text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Return the size at which a text is no wider than its place; any is right where there is no `width`."""
    while width and size > _SMALLEST and d.sheet.measured(text, size, bold=bold) > width:
        size -= 0.25
    return size


def stacked(
    d: Draft,
    x: float,
    y: float,
    texts: Iterable[str],
    size: float,
    *,
    align: str = "L",
    width: float = 0,
    first: bool = False,
) -> None:
    """Write texts one below the other, the first one bold if it is to be."""
    for place, text in enumerate(texts):
        put(d, x, y, text, size, bold=first and not place, align=align, width=width)
        y += size * 1.3


def pair(d: Draft, kind: str) -> Pair:
    """Return the words that name a value, and the value as it is written; what is asked for is noted."""
    facts = d.facts
    days = {"issue_date": facts.issue_date, "due_date": facts.due_date, "delivery_date": facts.delivery_date}
    if kind == "number":
        d.says("invoice_number", facts.number)
        return d.number_label, facts.number
    if kind in days:
        d.says(kind, days[kind].isoformat())
        return d.label(kind), d.day(days[kind])
    if kind == "seller_tax_id":
        return d.tax_id_label, d.seller_tax_id()
    if kind == "buyer_tax_id":
        return d.label(kind), d.buyer_tax_id()
    return d.label(kind), _value(d, kind)


def _value(d: Draft, kind: str) -> str:
    references, account = d.facts.references, d.facts.accounts[0]
    if kind in {"iban", "bic"}:
        d.says(kind, account.iban if kind == "iban" else account.bic)
        return spaced(account.iban) if kind == "iban" else account.bic
    if kind in references:
        if kind != "delivery_note":
            d.says(kind, references[kind])
        return references[kind]
    return account.bank if kind == "bank" else _mark(d, kind)


def pairs(d: Draft, *kinds: str) -> list[Pair]:
    """Return several of them."""
    return [pair(d, kind) for kind in kinds]


def _mark(d: Draft, kind: str) -> str:
    seller = d.facts.seller
    if kind == "email":
        d.says("seller_email", seller.email)
    known = {
        "order_date": d.day(d.facts.order_date),
        "phone": seller.phone,
        "email": seller.email,
        "web": seller.web,
        "register": seller.register,
        "contact": seller.person,
        "director": seller.person,
        "period": period(d),
        "incoterm": d.sentence("incoterm") if kind == "incoterm" else "",
        "payment_method": d.sentence("method") if kind == "payment_method" else "",
    }
    return known[kind] if kind in known else filled(d.rng, _MARKS[kind], d.facts.issue_date)


def period(d: Draft) -> str:
    """Return the month before the invoice, from its first to its last day."""
    last = d.facts.issue_date.replace(day=1) - timedelta(days=1)
    return f"{d.day(last.replace(day=1))} - {d.day(last)}"


def colons(some: Iterable[Pair], between: str = "   ", colon: str = ": ") -> str:
    """Return names and values in one row."""
    return between.join(f"{label.rstrip(':')}{colon}{value}" for label, value in some)


def listed(
    d: Draft,
    some: Sequence[Pair],
    x: float,
    y: float,
    gap: float,
    *,
    size: float = 9,
    right: float = 0,
    style: str = "plain",
) -> float:
    """Write names at x and values `gap` further, or set to the edge `right`; return where the next would be.

    Names are `plain`, `bold`, or followed by a `colon`.
    """
    for label, value in some:
        shown = f"{label.rstrip(':')}:" if style == "colon" else label
        put(d, x, y, shown, size, width=gap - 4, bold=style == "bold")
        if right:
            put(d, right, y, value, size, align="R", width=right - x - gap)
        else:
            put(d, x + gap, y, value, size, width=d.sheet.width - 16 - x - gap)
        y += size * 1.45
    return y


def above(d: Draft, some: Sequence[Pair], edges: Sequence[float], y: float, *, size: float = 9) -> None:
    """Write values below their names; `edges` are where each begins, and where the last one ends."""
    for place, (label, value) in enumerate(some):
        width = edges[place + 1] - edges[place] - 6
        put(d, edges[place], y, label, size - 2, width=width)
        put(d, edges[place], y + size + 3, value, size, width=width)


def boxes(d: Draft, some: Sequence[Pair], left: float, right: float, y: float, *, size: float = 8.5) -> float:
    """Write names and values in a row of framed boxes, the names on gray; return what is below."""
    step = (right - left) / len(some)
    d.sheet.rect(left, y, right - left, size + 6, gray=228)
    for place, (label, value) in enumerate(some):
        x = left + place * step
        d.sheet.rect(x, y, step, 2 * size + 14)
        put(d, x + step / 2, y + size + 1, label, size - 1, align="C", width=step - 6, bold=True)
        put(d, x + step / 2, y + 2 * size + 8.5, value, size, align="C", width=step - 6)
    return y + 2 * size + 14


def seller(d: Draft) -> tuple[str, ...]:
    """Return name and address of who sends the document."""
    d.says("seller_name", d.facts.seller.name)
    return d.facts.seller.address


def buyer(d: Draft) -> tuple[str, ...]:
    """Return name and address of whom it is sent to."""
    d.says("buyer_name", d.facts.buyer.name)
    return d.facts.buyer.address


def attention(d: Draft) -> tuple[str, ...]:
    """Return the same with a person or a department at the second row."""
    name, *rest = buyer(d)
    return (name, d.sentence("attention", person=d.facts.buyer.person), *rest)


def terms(d: Draft, key: str = "terms") -> str:
    """Return what is agreed about paying, and note it."""
    facts = d.facts
    if "{date}" in d.words.sentences[key][0]:
        d.says("due_date", facts.due_date.isoformat())
    text = d.sentence(
        key, days=str(facts.days), early=str(facts.early_days), percent=d.numbers.short(facts.early_percent),
        date=d.day(facts.due_date),
    )  # fmt: skip
    d.says("payment_terms", text)
    return text


def told(d: Draft, key: str, **values: str) -> str:
    """Return a sentence about when to pay that may be read as what is agreed, and need not."""
    text = d.sentence(key, **values)
    d.truth.unprinted["payment_terms"] = text
    return text


def feet(d: Draft, columns: Sequence[Sequence[str]], *, size: float = 6.5, lift: float = 20) -> None:
    """Write columns of small print at the bottom of every page, `lift` above its edge; what is too long is wrapped."""
    step = (d.right - d.left) / len(columns)
    folded = [[row for text in texts for row in _folded(d, text, size, step - 8)] for texts in columns]
    top = d.sheet.height - lift - (max(len(rows) for rows in folded) - 1) * size * 1.35
    for page in range(d.sheet.pages):
        d.sheet.line(d.left, top - size - 4, d.right, top - size - 4, page=page)
        for column, rows in enumerate(folded):
            for row, text in enumerate(rows):
                at = fitting(d, text, size, step - 8)
                d.sheet.text(d.left + column * step, top + row * size * 1.35, text, at, page=page)


def _folded(d: Draft, text: str, size: float, width: float) -> list[str]:
    """Return a text in rows where it is far too long: a number stands whole in a row below its name."""
    if fitting(d, text, size, width) >= 0.8 * size:
        return [text]
    name, number = [], text.split(" ")
    while number and not any(sign.isdigit() for sign in number[0]):
        name.append(number.pop(0))
    return [" ".join(name), " ".join(number)] if name and number else d.sheet.wrapped(text, width, size)


def paged(d: Draft, x: float, y: float, size: float = 7.5, *, align: str = "R") -> None:
    """Write on each page which one it is."""
    for page in range(d.sheet.pages):
        text = d.label("page").format(page=page + 1, pages=d.sheet.pages)
        d.sheet.text(x, y, text, size, align=align, page=page)


def heads(d: Draft, y: float, size: float = 8.5) -> None:
    """Repeat at the top of the pages after the first what the document is called."""
    for page in range(1, d.sheet.pages):
        d.sheet.text(d.left, y, f"{d.title} {d.facts.number}", size, bold=True, page=page)
        name = d.facts.seller.name
        d.sheet.text(d.right, y, name, fitting(d, name, size, 220), align="R", page=page)
