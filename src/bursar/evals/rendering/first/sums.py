"""Net, tax and what is to be paid, in the blocks and tables that programs print below the items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bursar.evals.rendering.draft import Draft

Row = tuple[str, str, bool]

_ON: Final[Mapping[str, str]] = {"en": "on", "de": "auf", "fr": "sur", "es": "sobre", "it": "su", "nl": "over"}


def _rows(d: Draft, *, bases: bool, summed: bool = False) -> list[Row]:
    """Return the rows of a block of sums: label, amount, whether it is bold. `summed` shows tax as one row."""
    facts = d.facts
    rows: list[Row] = []
    if facts.allowance or facts.shipping:
        rows.append((d.label("lines_sum"), d.money(facts.lines_sum), False))
    if facts.allowance:
        rows.append((d.label("allowance"), d.money(-facts.allowance), False))
    if facts.shipping:
        rows.append((d.label("shipping"), d.money(facts.shipping), False))
    if not facts.untaxed:
        rows.append((d.label("net"), d.total("net", facts.net), False))
        summed_row = (d.tax_label, d.total("tax", facts.tax), False) if summed else None
        rows += [summed_row] if summed_row else _tax_rows(d, bases=bases)
    rows.append((d.label("gross"), d.total("gross", facts.gross), True))
    return rows + _to_pay(d)


def _tax_rows(d: Draft, *, bases: bool) -> list[Row]:
    rows: list[Row] = []
    groups = d.facts.groups
    for group in groups:
        d.group_said(group, base=bases or len(groups) == 1)
        label = f"{d.tax_label} {d.numbers.rate(group.rate)}"
        if bases:
            label += f" {_ON[d.words.code]} {d.numbers.number(d.signed(group.base), 2)}"
        rows.append((label, d.money(group.tax), False))
    if len(groups) == 1:
        d.total("tax", d.facts.tax)
    return rows


def _to_pay(d: Draft) -> list[Row]:
    facts = d.facts
    rows: list[Row] = []
    if facts.rounding:
        rows.append((d.label("rounding"), d.money(facts.rounding), False))
    if facts.prepaid:
        d.says("prepaid", f"{d.signed(facts.prepaid):.2f}")
        rows.append((d.label("prepaid"), d.money(-facts.prepaid), False))
    if facts.prepaid or facts.rounding:
        rows.append((d.label("payable"), d.total("payable", facts.payable), True))
    else:
        d.says("payable", f"{d.signed(facts.payable):.2f}")
    return rows


def _untaxed(d: Draft) -> None:
    """Say why no tax is charged."""
    if not d.facts.untaxed:
        return
    d.says("net", f"{d.signed(d.facts.net):.2f}")
    d.y += 4
    d.paragraph(d.sentence(d.facts.untaxed))
    d.y += 6


def right(d: Draft) -> None:
    """Draw a block at the right edge, labels at its left, amounts at its right, a line above the last."""
    rows = _rows(d, bases=False)
    d.room(15 * len(rows) + 30)
    x = d.right - 210
    for label, amount, strong in rows:
        if strong:
            d.sheet.line(x, d.y - 10, d.right, d.y - 10)
        d.sheet.text(x, d.y, label, d.size + strong, bold=strong)
        d.sheet.text(d.right - 3, d.y, amount, d.size + strong, bold=strong, align="R")
        d.y += 15
    _untaxed(d)


def left(d: Draft) -> None:
    """Draw at the left edge, labels with colons, amounts right behind them."""
    rows = _rows(d, bases=True)
    d.room(14 * len(rows) + 30)
    for label, amount, strong in rows:
        d.sheet.text(d.left, d.y, f"{label}:", d.size, bold=strong)
        d.sheet.text(d.left + 230, d.y, amount, d.size, bold=strong, align="R")
        d.y += 14
    _untaxed(d)


def full(d: Draft) -> None:
    """Draw over the whole width with a line below each row."""
    rows = _rows(d, bases=True)
    d.room(17 * len(rows) + 30)
    for label, amount, strong in rows:
        d.sheet.text(d.left + 3, d.y, label, d.size, bold=strong)
        d.sheet.text(d.right - 3, d.y, amount, d.size, bold=strong, align="R")
        d.sheet.line(d.left, d.y + 5, d.right, d.y + 5)
        d.y += 17
    _untaxed(d)


def boxed(d: Draft) -> None:
    """Draw a frame at the right; what is to be paid on gray."""
    rows = _rows(d, bases=False)
    d.room(16 * len(rows) + 40)
    x, top = d.right - 240, d.y - 12
    for label, amount, strong in rows:
        if strong:
            d.sheet.rect(x, d.y - 12, 240, 16, gray=225)
        d.sheet.text(x + 8, d.y, label, d.size, bold=strong)
        d.sheet.text(d.right - 8, d.y, amount, d.size, bold=strong, align="R")
        d.y += 16
    d.sheet.rect(x, top, 240, d.y - top - 8)
    d.y += 8
    _untaxed(d)


def close(d: Draft) -> None:
    """Draw labels set to the right, right before the amounts."""
    rows = _rows(d, bases=False)
    d.room(13 * len(rows) + 30)
    for label, amount, strong in rows:
        d.sheet.text(d.right - 90, d.y, label, d.size, bold=strong, align="R")
        d.sheet.text(d.right - 3, d.y, amount, d.size, bold=strong, align="R")
        d.y += 13
    _untaxed(d)


def across(d: Draft) -> None:
    """Draw one table of one row: net, tax and total below their labels, over the whole width."""
    rows = _rows(d, bases=False)
    d.room(70)
    step = (d.right - d.left) / len(rows)
    d.sheet.rect(d.left, d.y - 10, d.right - d.left, 34)
    for column, (label, amount, strong) in enumerate(rows):
        x = d.left + (column + 1) * step - 5
        d.sheet.text(x, d.y + 1, label, 7, align="R")
        d.sheet.text(x, d.y + 16, amount, d.size, bold=strong, align="R")
    d.y += 44
    _untaxed(d)


def with_tax_table(d: Draft) -> None:
    """Draw a table of rates, bases and taxes at the left, sums at its right."""
    d.room(20 * len(d.facts.groups) + 130)
    top = d.y
    _tax_table(d, d.left, 250)
    d.y, low = top, d.y
    for label, amount, strong in _rows(d, bases=False, summed=True):
        d.sheet.text(d.right - 190, d.y, label, d.size, bold=strong)
        d.sheet.text(d.right - 3, d.y, amount, d.size, bold=strong, align="R")
        d.y += 15
    d.y = max(low, d.y)
    _untaxed(d)


def then_tax_table(d: Draft) -> None:
    """Draw sums first, and below them the taxes once more with their bases, with a sum of their own."""
    right(d)
    d.room(20 * len(d.facts.groups) + 50)
    d.y += 6
    _tax_table(d, d.left, 300, summed=True)


def _tax_table(d: Draft, x: float, width: float, *, summed: bool = False) -> None:
    facts = d.facts
    if facts.untaxed:
        return
    stops = (x + width * 0.3, x + width * 0.66, x + width)
    if summed:
        d.sheet.text(x, d.y, d.heading("summary"), d.size, bold=True)
        d.y += 14
    for stop, name in zip(stops, ("rate", "base", "tax"), strict=True):
        d.sheet.text(stop, d.y, d.heading(name), d.size - 1, bold=True, align="R")
    d.sheet.line(x, d.y + 4, x + width, d.y + 4)
    d.y += 16
    for group in facts.groups:
        d.group_said(group, base=True)
        cells = (d.numbers.rate(group.rate), *(d.numbers.number(d.signed(one), 2) for one in (group.base, group.tax)))
        for stop, cell in zip(stops, cells, strict=True):
            d.sheet.text(stop, d.y, cell, d.size, align="R")
        d.y += 13
    if summed:
        d.says("tax", f"{d.signed(facts.tax):.2f}")
        d.says("net", f"{d.signed(facts.net):.2f}")
        for stop, value in zip(stops[1:], (facts.net, facts.tax), strict=True):
            d.sheet.text(stop, d.y, d.numbers.number(d.signed(value), 2), d.size, bold=True, align="R")
        d.y += 18
