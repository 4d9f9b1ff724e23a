"""What is to be paid, and the shapes in which the pages set it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import cents
from bursar.evals.rendering.fresh.parts import Pair, put


def sums(d: Draft, *, bases: bool = False, together: bool = False, kept: str = "", paid: str = "paid_on") -> list[Pair]:
    """Return net, taxes and what is to be paid with their names, and note them. `together` shows tax as one row.

    `kept` is the percentage of the net amount that the buyer keeps: for the tax office, or until the work has stood.
    `paid` is the sentence that names what was paid before.
    """
    facts = d.facts
    rows: list[Pair] = []
    if facts.shipping:
        rows += [(d.label("lines_sum"), d.money(facts.lines_sum)), (d.label("shipping"), d.money(facts.shipping))]
    rows.append((d.label("net"), d.total("net", facts.net)))
    if facts.untaxed:
        d.truth.unprinted["tax"] = "0.00"
    elif together:
        rows.append((d.label("tax_sum"), d.total("tax", facts.tax)))
    else:
        rows += taxes(d, bases=bases)
    return [*rows, *to_pay(d, kept, paid)]


def taxes(d: Draft, *, bases: bool) -> list[Pair]:
    """Return a row for every rate, with what is taxed at it if `bases` are wanted."""
    rows = []
    for group in d.facts.groups:
        d.group_said(group, base=bases or len(d.facts.groups) == 1)
        name = d.sentence(
            "tax_of" if bases else "tax_at",
            tax=d.tax_label,
            rate=d.numbers.rate(group.rate, "%" if d.words.code in {"en", "nl", "it"} else " %"),
            base=d.numbers.number(d.signed(group.base), 2),
        )
        rows.append((name, d.money(group.tax)))
    if len(d.facts.groups) == 1:
        d.total("tax", d.facts.tax)
    return rows


def to_pay(d: Draft, kept: str = "", paid: str = "paid_on") -> list[Pair]:
    """Return the gross amount, and what is left of it after what was paid or is kept."""
    facts = d.facts
    rows = [(d.label("gross"), d.total("gross", facts.gross))]
    if kept:
        held = cents(facts.net * Decimal(kept) / 100)
        name = d.sentence("withheld", percent=d.numbers.rate(Decimal(kept), "%"))
        return [*rows, (name, d.money(-held)), (d.label("payable"), d.total("payable", facts.gross - held))]
    if not facts.prepaid:
        d.says("payable", f"{d.signed(facts.payable):.2f}")
        return rows
    d.says("prepaid", f"{d.signed(facts.prepaid):.2f}")
    name = d.sentence(paid, date=d.day(facts.order_date))
    return [*rows, (name, d.money(-facts.prepaid)), (d.label("payable"), d.total("payable", facts.payable))]


def ladder(
    d: Draft, some: Sequence[Pair], left: float, *, right: float = 0, size: float = 9, last: str = "bold"
) -> None:
    """Write rows of names and amounts; the `last` is `bold`, in a `block`, between `rules`, or `plain`."""
    right, step = right or d.right, size * 1.75
    d.room(step * len(some) + 10)
    for place, (label, amount) in enumerate(some):
        end = place == len(some) - 1
        heavy = end and last != "plain"
        if end and last == "block":
            d.sheet.rect(left - 6, d.y - size - 3, right - left + 12, size + 10, gray=205)
        if end and last == "rules":
            d.sheet.line(left, d.y - size - 1, right, d.y - size - 1)
            d.sheet.line(left, d.y + 4, right, d.y + 4)
        put(d, right, d.y, amount, size, bold=heavy, align="R")
        room = right - left - d.sheet.measured(amount, size, bold=heavy) - 8
        put(d, left, d.y, label, size, bold=heavy, width=room)
        d.y += step
    d.y += 10


def boxes(d: Draft, some: Sequence[Pair], *, size: float = 9) -> None:
    """Write names above amounts in a row of boxes; the last is bold."""
    d.room(46)
    step = (d.right - d.left) / len(some)
    for place, (label, amount) in enumerate(some):
        x = d.left + place * step
        d.sheet.rect(x, d.y - 10, step, 30)
        put(d, x + 4, d.y - 1, label, 6.5, width=step - 8)
        put(d, x + step - 4, d.y + 15, amount, size, width=step - 8, align="R", bold=place == len(some) - 1)
    d.y += 40


def strip(d: Draft, some: Sequence[Pair], *, size: float = 8.5) -> None:
    """Write names and amounts on one line, each name right before its amount, between two rules."""
    d.room(30)
    d.sheet.line(d.left, d.y - 12, d.right, d.y - 12)
    d.sheet.line(d.left, d.y + 7, d.right, d.y + 7)
    text = [f"{label}  {amount}" for label, amount in some]
    while sum(d.sheet.measured(one, size, bold=True) for one in text) + 12 * len(text) > d.right - d.left:
        size -= 0.25
    gap = (d.right - d.left - sum(d.sheet.measured(one, size, bold=True) for one in text)) / max(1, len(text) - 1)
    x = d.left
    for place, one in enumerate(text):
        d.sheet.text(x, d.y, one, size, bold=place == len(text) - 1)
        x += d.sheet.measured(one, size, bold=True) + gap
    d.y += 26


def tax_table(d: Draft, left: float, widths: tuple[float, float, float], *, frame: bool = False) -> float:
    """Write a table of rates, what is taxed at them and the taxes; return where a row below would stand."""
    names, y = ("rate", "base", "tax"), d.y
    edges = [left + sum(widths[: place + 1]) for place in range(3)]
    rows = [[d.heading(name) for name in names]]
    for group in d.facts.groups:
        d.group_said(group, base=True)
        base, tax = (d.numbers.number(d.signed(amount), 2) for amount in (group.base, group.tax))
        rows.append([d.numbers.rate(group.rate, "%"), base, tax])
    for number, cells in enumerate(rows):
        for edge, width, cell in zip(edges, widths, cells, strict=True):
            if frame:
                d.sheet.rect(edge - width, y - 10, width, 14)
            put(d, edge - 4, y, cell, 7 if number == 0 else 8, width=width - 8, align="R")
        y += 14
    return y + 8
