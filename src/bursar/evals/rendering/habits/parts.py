"""What the habits are drawn with: other tables, other sums, other ways to put a value beside its name.

Nothing here is shared with the parts of `first`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Line
from bursar.evals.rendering.truth import plain
from bursar.evals.rendering.writing import spaced

Said: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, where it stands as a share of the width, and to which side it is set."""

    name: str
    at: float
    align: str = "L"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A table of lines. `below` writes the description under the row; `upright` draws lines between columns."""

    columns: tuple[Column, ...]
    below: bool = False
    upright: bool = False
    capitals: bool = False
    head: bool = True
    currency_in_head: bool = False
    step: float = 15
    size: float = 9
    cut: float = 0.38
    detail: bool = False


def value(d: Draft, kind: str) -> Said:
    """Return a label and a value, and note the value."""
    facts = d.facts
    days = {"issue_date": facts.issue_date, "due_date": facts.due_date, "delivery_date": facts.delivery_date}
    if kind == "invoice_number":
        d.says(kind, facts.number)
        return d.number_label, facts.number
    if kind in days:
        d.says(kind, days[kind].isoformat())
        return d.label(kind), d.day(days[kind])
    if kind == "seller_tax_id":
        return d.tax_id_label, d.seller_tax_id()
    if kind in {"order_date", "buyer_tax_id"}:
        return d.label(kind), d.day(facts.order_date) if kind == "order_date" else d.buyer_tax_id()
    if kind != "delivery_note":
        d.says(kind, facts.references[kind])
    return d.label(kind), facts.references[kind]


def seller(d: Draft, *, lines: int = 3) -> tuple[str, ...]:
    """Return the seller's address and contacts, as many as wanted, and note them."""
    one = d.facts.seller
    d.says("seller_name", one.name)
    if lines > 4:
        d.says("seller_email", one.email)
    return (one.name, one.street, one.city, f"{d.label('phone')} {one.phone}", one.email)[:lines]


def buyer(d: Draft) -> tuple[str, ...]:
    """Return the buyer's address, and note the name."""
    d.says("buyer_name", d.facts.buyer.name)
    return d.facts.buyer.address


def block(d: Draft, x: float, y: float, texts: Sequence[str], *, size: float = 9, step: float = 12) -> float:
    """Write texts below one another; return where the next would stand."""
    for row, text in enumerate(texts):
        d.sheet.text(x, y + row * step, text, size, bold=row == 0)
    return y + len(texts) * step


def account(d: Draft, *, gaps: bool = True) -> tuple[Said, Said]:
    """Return account and bank with their labels, and note them."""
    one = d.facts.accounts[0]
    d.says("iban", one.iban)
    d.says("bic", one.bic)
    return (d.label("iban"), spaced(one.iban) if gaps else one.iban), (d.label("bic"), one.bic)


def terms(d: Draft, kind: str = "terms") -> str:
    """Return the terms of payment, and note them."""
    facts = d.facts
    text = d.sentence(
        kind, days=str(facts.days), early=str(facts.early_days), percent=d.numbers.short(facts.early_percent)
    )
    d.says("payment_terms", text)
    return text


def sums(d: Draft, *, tax_summed: bool = False, bases: bool = False) -> list[tuple[str, str]]:
    """Return the sums in their order with labels, and note them."""
    facts = d.facts
    rows: list[Said] = []
    if facts.allowance or facts.shipping:
        rows.append((d.label("lines_sum"), d.money(facts.lines_sum)))
        rows += [(d.label("allowance"), d.money(-facts.allowance))] if facts.allowance else []
        rows += [(d.label("shipping"), d.money(facts.shipping))] if facts.shipping else []
    rows.append((d.label("net"), d.total("net", facts.net)))
    if facts.untaxed:
        d.truth.unprinted["tax"] = "0.00"
    elif tax_summed:
        rows.append((d.tax_label, d.total("tax", facts.tax)))
    else:
        for group in facts.groups:
            d.group_said(group, base=bases or len(facts.groups) == 1)
            rate = d.numbers.rate(group.rate, "%")
            base = f" ({d.numbers.number(d.signed(group.base), 2)})" if bases else ""
            rows.append((f"{rate} {d.tax_label}{base}", d.money(group.tax)))
        if len(facts.groups) == 1:
            d.total("tax", facts.tax)
    rows.append((d.label("gross"), d.total("gross", facts.gross)))
    if facts.prepaid:
        d.says("prepaid", f"{d.signed(facts.prepaid):.2f}")
        rows += [(d.label("prepaid"), d.money(-facts.prepaid)), (d.label("payable"), d.total("payable", facts.payable))]
    else:
        d.says("payable", f"{d.signed(facts.payable):.2f}")
    return rows


def stack(d: Draft, rows: Sequence[Said], *, left: float, right: float, step: float = 14, dots: bool = False) -> None:
    """Write rows of label and amount; the last is bold."""
    d.room(step * len(rows) + 12)
    for place, (label, amount) in enumerate(rows):
        last = place == len(rows) - 1
        if dots:
            room = right - left - d.sheet.measured(f"{label} {amount}", d.size)
            label += " " + "." * max(2, int(room / d.sheet.measured(".", d.size)) - 2)  # noqa: PLW2901 - filled up.
        d.sheet.text(left, d.y, label, d.size, bold=last and not dots)
        d.sheet.text(right, d.y, amount, d.size, bold=last and not dots, align="R")
        d.y += step


def tax_rows(d: Draft, left: float, stops: tuple[float, float, float]) -> None:
    """Write a table of bases, rates and taxes, the base first."""
    d.room(16 * len(d.facts.groups) + 24)
    if d.facts.untaxed:
        return
    for stop, name in zip(stops, ("base", "rate", "tax"), strict=True):
        d.sheet.text(left + stop, d.y, d.heading(name), 7.5, align="R", gray=80)
    for group in d.facts.groups:
        d.y += 13
        d.group_said(group, base=True)
        cells = (
            d.numbers.number(d.signed(group.base), 2),
            d.numbers.rate(group.rate),
            d.numbers.number(d.signed(group.tax), 2),
        )
        for stop, cell in zip(stops, cells, strict=True):
            d.sheet.text(left + stop, d.y, cell, d.size, align="R")
    d.y += 20


def reason(d: Draft) -> None:
    """Say why there is no tax."""
    if d.facts.untaxed:
        d.y += 6
        d.paragraph(d.sentence(d.facts.untaxed))


def ledger(d: Draft, table: Ledger, *, again: Callable[[], None] | None = None) -> None:
    """Write the lines; `again` draws the head of a new page."""
    if table.head:
        _heads(d, table)
    top = d.y - table.step
    for line in d.facts.lines:
        if d.y + table.step * 3 > d.bottom:
            _upright(d, table, top)
            d.sheet.new_page()
            d.y = 60
            if again is not None:
                again()
            if table.head:
                _heads(d, table)
            top = d.y - table.step
        _line(d, table, line)
    _upright(d, table, top)
    d.y += 8


def _upright(d: Draft, table: Ledger, top: float) -> None:
    if not table.upright:
        return
    width = d.right - d.left
    for column in table.columns:
        x = d.left + column.at * width + (4 if column.align == "R" else -4)
        d.sheet.line(x, top, x, d.y - table.step + 5)


def _heads(d: Draft, table: Ledger) -> None:
    width = d.right - d.left
    for column in table.columns:
        text = d.heading(column.name)
        if table.currency_in_head and column.name == "net":
            d.says("currency", d.facts.currency)
            text = f"{text} {d.facts.currency}" if d.facts.currency not in text else text
        text = text.upper() if table.capitals else text
        d.sheet.text(d.left + column.at * width, d.y, text, table.size - 1.5, align=column.align, gray=60)
    d.y += table.step + 2


_PLAIN: Final[Mapping[str, Callable[[Draft, Line], str]]] = {
    "item_id": lambda _d, line: line.item_id,
    "description": lambda _d, line: line.description,
    "unit": lambda _d, line: line.unit,
    "quantity": lambda d, line: plain(d.signed(line.quantity)),
    "unit_price": lambda _d, line: plain(line.unit_price),
    "tax_rate": lambda _d, line: plain(line.tax_rate),
    "net": lambda d, line: f"{d.signed(line.net):.2f}",
}


def _shown(d: Draft, name: str, line: Line, number: int) -> str:
    if name == "pos":
        return f"{number}."
    numbers = {"quantity": d.signed(line.quantity), "unit_price": line.unit_price, "net": d.signed(line.net)}
    if name in numbers:
        return d.numbers.number(numbers[name], 2)
    if name == "tax_rate":
        return d.numbers.rate(line.tax_rate, "")
    if name == "discount":
        return d.numbers.short(line.discount) if line.discount else "-"
    return _PLAIN[name](d, line)


def _line(d: Draft, table: Ledger, line: Line) -> None:
    said = {"description": line.description}
    width, rows = d.right - d.left, 1
    for column in table.columns:
        if column.name in _PLAIN:
            said[column.name] = _PLAIN[column.name](d, line)
        text, x = _shown(d, column.name, line, len(d.truth.lines) + 1), d.left + column.at * width
        if column.name == "description":
            parts = d.sheet.wrapped(text, width * table.cut, table.size)
            rows = len(parts)
            for row, part in enumerate(parts):
                d.sheet.text(x, d.y + row * table.size * 1.2, part, table.size)
        else:
            d.sheet.text(x, d.y, text, table.size, align=column.align)
    d.y += (rows - 1) * table.size * 1.2
    if table.below or table.detail:
        d.y += table.step * 0.8
        said |= {} if table.below else {"detail": line.detail}
        text, size, gray = (line.description, table.size, 0) if table.below else (line.detail, table.size - 1.5, 90)
        d.sheet.text(d.left + 14, d.y, text, size, gray=gray)
    d.truth.lines.append(said)
    d.y += table.step
