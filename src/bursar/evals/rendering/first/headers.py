"""Numbers and dates at the head of a document: the same pairs, in the ways that programs arrange them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft

Pair: TypeAlias = tuple[str, str]


def _number(d: Draft) -> Pair:
    d.says("invoice_number", d.facts.number)
    return d.number_label, d.facts.number


def _date(d: Draft, field: str) -> Pair:
    day = {"issue_date": d.facts.issue_date, "due_date": d.facts.due_date, "delivery_date": d.facts.delivery_date}[
        field
    ]
    d.says(field, day.isoformat())
    return d.label(field), d.day(day)


def _reference(d: Draft, field: str) -> Pair:
    d.says(field, d.facts.references[field])
    return d.label(field), d.facts.references[field]


def _seller_tax_id(d: Draft) -> Pair:
    return d.tax_id_label, d.seller_tax_id()


def _buyer_tax_id(d: Draft) -> Pair:
    return d.label("buyer_tax_id"), d.buyer_tax_id()


def _currency(d: Draft) -> Pair:
    d.says("currency", d.facts.currency)
    names = {"en": "Currency", "de": "Währung", "fr": "Devise", "es": "Moneda", "it": "Valuta", "nl": "Valuta"}
    return names[d.words.code], d.facts.currency


# What may stand there, the noise that looks like it included.
_PAIRS: Final[Mapping[str, Callable[[Draft], Pair]]] = {
    "number": _number,
    "date": lambda d: _date(d, "issue_date"),
    "due": lambda d: _date(d, "due_date"),
    "delivery": lambda d: _date(d, "delivery_date"),
    "order": lambda d: _reference(d, "order_reference"),
    "customer": lambda d: _reference(d, "customer_number"),
    "payment": lambda d: _reference(d, "payment_reference"),
    "delivery_note": lambda d: (d.label("delivery_note"), d.facts.references["delivery_note"]),
    "order_date": lambda d: (d.label("order_date"), d.day(d.facts.order_date)),
    "contact": lambda d: (d.label("contact"), d.facts.seller.person),
    "tax_id": _seller_tax_id,
    "buyer_tax_id": _buyer_tax_id,
    "currency": _currency,
}


def pairs(d: Draft, kinds: tuple[str, ...]) -> list[Pair]:
    """Return labels and values of these kinds, and note the values that are fields."""
    return [_PAIRS[kind](d) for kind in kinds]


def _title(d: Draft, size: float = 16) -> None:
    d.sheet.text(d.left, d.y + 10, d.title, size, bold=True)


def beside(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw labels in a column, values in another, at the right of the address."""
    x, y = d.right - 200, max(100, d.y - 70)
    for row, (label, value) in enumerate(pairs(d, kinds)):
        d.sheet.text(x, y + row * 12, label, d.size)
        d.sheet.text(x + 105, y + row * 12, value, d.size)
    d.y = max(d.y, y + 12 * len(kinds)) + 12
    _title(d)
    d.y += 34


def with_colons(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw a list below the title, each label with a colon right before its value."""
    _title(d)
    for row, (label, value) in enumerate(pairs(d, kinds)):
        d.sheet.text(d.left, d.y + 30 + row * 12, f"{label.rstrip(':')}: {value}", d.size)
    d.y += 46 + 12 * len(kinds)


def to_the_right(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw labels and values both set to the right, with the title above them."""
    x, y = d.right, max(100, d.y - 60)
    d.sheet.text(x, y - 14, d.title.upper(), 15, bold=True, align="R")
    for row, (label, value) in enumerate(pairs(d, kinds)):
        d.sheet.text(x - 95, y + 6 + row * 12, f"{label}:", d.size, align="R")
        d.sheet.text(x, y + 6 + row * 12, value, d.size, align="R")
    d.y = max(d.y, y + 12 * len(kinds)) + 30


def above(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw a row of small labels and the values below them."""
    _title(d)
    found, step = pairs(d, kinds), (d.right - d.left) / len(kinds)
    for column, (label, value) in enumerate(found):
        d.sheet.text(d.left + column * step, d.y + 34, label, 7, gray=90)
        d.sheet.text(d.left + column * step, d.y + 45, value, d.size, bold=True)
    d.y += 70


def grid(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw a frame per value, the label at its top, three in a row."""
    d.sheet.text((d.left + d.right) / 2, d.y + 8, d.title, 15, bold=True, align="C")
    step, top = (d.right - d.left) / 3, d.y + 20
    for place, (label, value) in enumerate(pairs(d, kinds)):
        row, column = divmod(place, 3)
        x, y = d.left + column * step, top + row * 30
        d.sheet.rect(x, y, step, 30)
        d.sheet.text(x + 4, y + 10, label, 7)
        d.sheet.text(x + 4, y + 23, value, d.size)
    d.y = top + 30 * ((len(kinds) + 2) // 3) + 24


def header_table(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw a table of one row: gray head with labels, values below, rules around."""
    d.sheet.text(d.right, d.y, d.title, 18, bold=True, align="R")
    found, step = pairs(d, kinds), (d.right - d.left) / len(kinds)
    d.sheet.rect(d.left, d.y + 14, d.right - d.left, 15, gray=220)
    d.sheet.rect(d.left, d.y + 14, d.right - d.left, 30)
    for column, (label, value) in enumerate(found):
        middle = d.left + (column + 0.5) * step
        d.sheet.text(middle, d.y + 25, label, 7.5, bold=True, align="C")
        d.sheet.text(middle, d.y + 39, value, d.size, align="C")
    d.y += 66


def one_line(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw number and date in the title itself; the rest in a line below."""
    facts = d.facts
    d.says("invoice_number", facts.number)
    d.says("issue_date", facts.issue_date.isoformat())
    title = d.sentence("one_line", title=d.title, number=facts.number, date=d.day(facts.issue_date))
    d.sheet.text(d.left, d.y + 10, title, 13, bold=True)
    rest = pairs(d, tuple(kind for kind in kinds if kind not in {"number", "date"}))
    for row in range(0, len(rest), 2):
        text = "   ".join(f"{label.rstrip(':')}: {value}" for label, value in rest[row : row + 2])
        d.sheet.text(d.left, d.y + 28 + row * 6, text, d.size)
    d.y += 44 + 6 * len(rest)


def two_columns(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw pairs in two columns, first down, then across."""
    _title(d)
    found, middle = pairs(d, kinds), (d.left + d.right) / 2
    half = (len(found) + 1) // 2
    for place, (label, value) in enumerate(found):
        x, row = (d.left, place) if place < half else (middle, place - half)
        d.sheet.text(x, d.y + 32 + row * 13, label, d.size, bold=True)
        d.sheet.text(x + 115, d.y + 32 + row * 13, value, d.size)
    d.y += 48 + 13 * half


def stacked(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw label above value, one pair below the other, at the right."""
    x, y = d.right - 110, max(95, d.y - 80)
    for row, (label, value) in enumerate(pairs(d, kinds)):
        d.sheet.text(x, y + row * 25, label, 7, gray=100)
        d.sheet.text(x, y + row * 25 + 10, value, d.size + 1)
    d.sheet.apart(d.left, d.y + 10, d.title.upper(), 15, 3)
    d.y = max(d.y + 30, y + 25 * len(kinds) + 8)


def far_apart(d: Draft, kinds: tuple[str, ...]) -> None:
    """Draw labels at the left edge, values at the right edge, dotted between them."""
    _title(d)
    for row, (label, value) in enumerate(pairs(d, kinds)):
        y = d.y + 32 + row * 14
        d.sheet.text(d.left, y, label, d.size)
        d.sheet.text(d.left + 260, y, value, d.size, align="R")
        d.sheet.line(d.left, y + 3, d.left + 260, y + 3)
    d.y += 50 + 14 * len(kinds)
