"""What lines come to: the rows of a sum by name, ladders of them, and taxes by rate."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, TypeAlias

from bursar.evals.rendering.desks.parts import put
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Group

# What a sum is called, the sum as it is written, and whether it is the one that counts.
Row: TypeAlias = tuple[str, str, bool]

_CLOSE: Final = frozenset({"en", "nl", "it"})  # Where the sign stands right behind a rate.


def rate(d: Draft, group: Group) -> str:
    """Return a rate as the language writes it."""
    return d.numbers.rate(group.rate, "%" if d.words.code in _CLOSE else " %")


def summed(d: Draft, *kinds: str) -> list[Row]:
    """Return the rows of these kinds; a prepayment, carriage or something taken off only where there is one.

    `taxes` are a row for each rate, `taxes_on` the same with what is taxed, `tax` is one row for them all.
    """
    rows: list[Row] = []
    for kind in kinds:
        rows += _rows(d, kind)
    if "payable" not in d.truth.fields and not d.facts.prepaid:
        d.says("payable", f"{d.signed(d.facts.payable):.2f}")
    return rows


def _rows(d: Draft, kind: str) -> list[Row]:
    facts = d.facts
    if kind in {"taxes", "taxes_on"}:
        return _taxes(d, with_base=kind == "taxes_on")
    if kind == "lines":
        return [(d.label("lines_sum"), d.money(facts.lines_sum), False)]
    if kind == "allowance":
        return [(d.label(kind), d.money(-facts.allowance), False)] if facts.allowance else []
    if kind == "shipping":
        return [(d.label(kind), d.money(facts.shipping), False)] if facts.shipping else []
    if kind == "prepaid":
        if facts.prepaid:
            d.says("prepaid", f"{d.signed(facts.prepaid):.2f}")
        return [(d.label(kind), d.money(-facts.prepaid), False)] if facts.prepaid else []
    if kind == "tax" and len(facts.groups) == 1:
        d.group_said(facts.groups[0], base="net" in d.truth.fields)
    amount = {"net": facts.net, "tax": facts.tax, "gross": facts.gross, "payable": facts.payable}[kind]
    return [(d.label("tax_sum" if kind == "tax" else kind), d.total(kind, amount), kind in {"gross", "payable"})]


def _taxes(d: Draft, *, with_base: bool) -> list[Row]:
    rows: list[Row] = []
    groups = d.facts.groups
    for group in groups:
        d.group_said(group, base=with_base or (len(groups) == 1 and "net" in d.truth.fields))
        base = d.numbers.number(d.signed(group.base), 2)
        label = d.sentence("tax_of" if with_base else "tax_at", tax=d.tax_label, rate=rate(d, group), base=base)
        rows.append((label, d.money(group.tax), False))
    if len(groups) == 1:
        d.says("tax", f"{d.signed(d.facts.tax):.2f}")
    return rows


def ladder(
    d: Draft, rows: Sequence[Row], left: float, right: float = 0, *, style: str = "plain", size: float = 9.5,
    lead: float = 1.6,
) -> None:  # fmt: skip
    """Write sums one below the other: `plain`, `boxed` each, `ruled` above what counts, or with what counts on `gray`.

    Names begin at `left`, amounts end at `right`.
    """
    right = right or d.right
    step = size * lead
    d.room(step * len(rows) + 12)
    for label, amount, strong in rows:
        if style == "boxed":
            d.sheet.rect(left - 4, d.y - size - 1.5, right - left + 6, step)
        if style == "gray" and strong:
            d.sheet.rect(left - 4, d.y - size - 2, right - left + 8, step, gray=222)
        if style == "ruled" and strong:
            d.sheet.line(left, d.y - size - 1, right, d.y - size - 1)
        width = d.sheet.measured(amount, size, bold=strong)
        put(d, left, d.y, label, size, bold=strong, width=right - left - width - 14)
        put(d, right - 3, d.y, amount, size, bold=strong, align="R")
        d.y += step
    d.y += 8


def tax_table(
    d: Draft, x: float, columns: Sequence[tuple[str, float]], *, size: float = 8.5, head: bool = True,
    total: bool = False,
) -> float:  # fmt: skip
    """Write the taxes by rate below their heads, each column's name with its width; return where it ends.

    Columns are `code`, `rate`, `base`, `tax` and `with_tax`; `total` adds their sums.
    """
    width = sum(step for _, step in columns)
    d.room((len(d.facts.groups) + 3) * size * 1.5)
    y = d.y
    if head:
        edge = x
        for name, step in columns:
            edge += step
            put(d, edge - 3, y, d.heading(name), size - 0.5, bold=True, align="R", width=step - 5)
        d.sheet.line(x, y + 4, x + width, y + 4)
        y += size * 1.7
    names = {name for name, _ in columns}
    for place, group in enumerate(d.facts.groups):
        d.group_said(group, base="base" in names, tax="tax" in names)
        cells = {"code": str(place + 1), "rate": rate(d, group)}
        cells |= {
            "base": _bare(d, group.base),
            "tax": _bare(d, group.tax),
            "with_tax": _bare(d, group.base + group.tax),
        }
        _written(d, x, y, columns, cells, size)
        y += size * 1.45
    if total:
        facts = d.facts
        d.says("net", f"{d.signed(facts.net):.2f}")
        d.says("tax", f"{d.signed(facts.tax):.2f}")
        cells = {"base": _bare(d, facts.net), "tax": _bare(d, facts.tax), "with_tax": _bare(d, facts.gross)}
        d.sheet.line(x, y - size, x + width, y - size)
        _written(d, x, y + 1, columns, cells, size)
        y += size * 1.45
    return y + 8


def _bare(d: Draft, value: Decimal) -> str:
    return d.numbers.number(d.signed(value), 2)


def _written(
    d: Draft, x: float, y: float, columns: Sequence[tuple[str, float]], cells: dict[str, str], size: float
) -> None:
    for name, step in columns:
        x += step
        put(d, x - 3, y, cells.get(name, ""), size, align="R", width=step - 5)
