"""What is to be paid, as the pages of trades sum it up."""

from __future__ import annotations

from collections.abc import Sequence

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Group
from bursar.evals.rendering.trades.pairs import Pair, fitting
from bursar.evals.rendering.trades.table import letter


def sums(d: Draft, *, bases: bool = False, together: bool = False) -> list[Pair]:
    """Return net, taxes and what is to be paid with their names, and note them. `together` shows tax as one row."""
    facts = d.facts
    rows: list[Pair] = []
    if facts.shipping:
        rows += [(d.label("lines_sum"), d.money(facts.lines_sum)), (d.label("shipping"), d.money(facts.shipping))]
    rows.append((d.label("net"), d.total("net", facts.net)))
    if facts.untaxed:
        d.truth.unprinted["tax"] = "0.00"
    elif together:
        rows.append((d.tax_label, d.total("tax", facts.tax)))
    else:
        rows += [_taxed(d, group, base=bases) for group in facts.groups]
        if len(facts.groups) == 1:
            d.total("tax", facts.tax)
    return [*rows, *to_pay(d)]


def _taxed(d: Draft, group: Group, *, base: bool) -> Pair:
    d.group_said(group, base=base or len(d.facts.groups) == 1)
    name = d.sentence(
        "tax_on" if base else "tax_row",
        rate=d.numbers.rate(group.rate, "%" if d.words.code in {"en", "nl", "it"} else " %"),
        tax=d.tax_label,
        base=d.numbers.number(d.signed(group.base), 2),
    )
    return name, d.money(group.tax)


def to_pay(d: Draft) -> list[Pair]:
    """Return the gross amount, and what is left of it after what was paid."""
    facts = d.facts
    rows = [(d.label("gross"), d.total("gross", facts.gross))]
    if not facts.prepaid:
        d.says("payable", f"{d.signed(facts.payable):.2f}")
        return rows
    d.says("prepaid", f"{d.signed(facts.prepaid):.2f}")
    return [
        *rows,
        (d.label("prepaid"), d.money(-facts.prepaid)),
        (d.label("payable"), d.total("payable", facts.payable)),
    ]


def tower(
    d: Draft, some: Sequence[Pair], *, left: float, size: float = 9, step: float = 14, last: str = "bold"
) -> None:
    """Write rows of names and amounts up to the right margin; the `last` is `bold`, `gray`, `large` or `ruled`."""
    d.room(step * len(some) + 14)
    for place, (label, amount) in enumerate(some):
        end = place == len(some) - 1
        now = size + (3 if end and last == "large" else 0)
        if end and last == "gray":
            d.sheet.rect(left - 5, d.y - size - 2, d.right - left + 5, step + 2, gray=222)
        if end and last in {"ruled", "large"}:
            d.sheet.line(left, d.y - size - 1, d.right, d.y - size - 1)
            d.y += now - size + 2
        room = d.right - left - d.sheet.measured(amount, now, bold=end) - 8
        for row, text in enumerate(d.sheet.wrapped(label, room, now)):
            d.y += now * 1.2 if row else 0
            d.sheet.text(left, d.y, text, now, bold=end)
        d.sheet.text(d.right - 3, d.y, amount, now, bold=end, align="R")
        d.y += step
    d.y += 8


def tax_table(d: Draft, left: float, *, letters: bool = False, inclusive: bool = False) -> None:
    """Write a small table of the taxes: letter, rate, base, tax and, where prices include tax, the amount with it."""
    facts = d.facts
    if facts.untaxed:
        return
    names = [*(["letter"] if letters else []), "rate", "base", "tax", *(["with_tax"] if inclusive else [])]
    d.room(13 * len(facts.groups) + 24)
    first = 30 if letters else 62
    scale = min(1, (d.right - left) / (first + 62 * (len(names) - 1)))
    stops = [left + scale * (first + 62 * place) for place in range(len(names))]
    for stop, name in zip(stops, names, strict=True):
        text = d.heading(name)
        d.sheet.text(stop, d.y, text, fitting(d, text, 7, 58 * scale, bold=True), bold=True, align="R")
    d.sheet.line(left, d.y + 4, stops[-1], d.y + 4)
    for group in facts.groups:
        d.y += 13
        d.group_said(group, base=True)
        cells = {
            "letter": letter(d, group.rate),
            "rate": d.numbers.rate(group.rate, "%"),
            "base": d.numbers.number(d.signed(group.base), 2),
            "tax": d.numbers.number(d.signed(group.tax), 2),
            "with_tax": d.numbers.number(d.signed(group.base + group.tax), 2),
        }
        for stop, name in zip(stops, names, strict=True):
            d.sheet.text(stop, d.y, cells[name], 8, align="R")
    d.y += 18
