"""Tables of what is charged: columns of set widths, rows with lines below them, sections, sums carried forward."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import groupby
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO, Line, cents
from bursar.evals.rendering.trades.pairs import fitting
from bursar.evals.rendering.truth import plain

Said: TypeAlias = dict[str, str]
Cell: TypeAlias = Callable[[Draft, Line, int, Said], str]

_LEFT: Final = frozenset(
    {"description", "item_id", "unit", "date", "fee_number", "ean", "pos", "pos10", "quantity_unit"}
)
_CENTRED: Final = frozenset({"letter"})
RATE: Final = Decimal("1.0845")
_HUNDRED: Final = 100
_DISCOUNTS: Final = (("10", "0"), ("12.5", "3"), ("25", "5"), ("30", "0"))
_FACTORS: Final = ("2.3", "1.8", "1")
_ADVANCE: Final = 1.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: names of its columns with their widths in points, where 0 takes what is left.

    `head` is `plain`, `gray`, `dark`, `framed` or `none`; `rules` are `none`, `rows`, `cells` or `zebra`. `below` are
    cells that stand under the first row. `sections` heads every kind of goods and sums it up; `carried` sums up pages.
    """

    columns: tuple[tuple[str, float], ...]
    below: tuple[str, ...] = ()
    head: str = "plain"
    rules: str = "none"
    sections: bool = False
    carried: bool = False
    capitals: bool = False
    signs: bool = False
    size: float = 8.5
    gap: float = 6
    top: float = 80

    def spans(self, d: Draft) -> Iterator[tuple[str, float, float]]:
        """Go through names, left and right edges of the columns."""
        rest = d.right - d.left - sum(width for _, width in self.columns)
        x = d.left
        for name, width in self.columns:
            yield name, x, x + (width or rest)
            x += width or rest


def letter(d: Draft, rate: Decimal) -> str:
    """Return the letter that stands for a rate."""
    return "ABCD"[[group.rate for group in d.facts.groups].index(rate)]


def months(d: Draft, number: int = 0) -> tuple[str, str]:
    """Return first and last day of the month before the document's, or of an earlier one."""
    last = d.facts.issue_date
    for _ in range(number + 1):
        last = last.replace(day=1) - timedelta(days=1)
    return d.day(last.replace(day=1)), d.day(last)


def _noted(name: str, shown: Callable[[Draft, Line], str], true: Callable[[Draft, Line], str]) -> Cell:
    def cell(d: Draft, line: Line, _number: int, said: Said) -> str:
        said[name] = true(d, line)
        return shown(d, line)

    return cell


def _places(price: Decimal) -> int:
    return max(2, -int(price.as_tuple().exponent))


def _price(d: Draft, line: Line) -> str:
    return d.numbers.number(line.unit_price, _places(line.unit_price))


def _per_hundred(d: Draft, line: Line, _number: int, said: Said) -> str:
    # The price of one is not printed then, so it is not asked for.
    if line.quantity >= _HUNDRED:
        return f"{d.numbers.number(line.unit_price * _HUNDRED, 2)} / {_HUNDRED}"
    said["unit_price"] = plain(line.unit_price)
    return f"{_price(d, line)} / 1"


def _quantity_unit(d: Draft, line: Line, _number: int, said: Said) -> str:
    said |= {"quantity": plain(d.signed(line.quantity)), "unit": line.unit}
    return f"{d.numbers.short(d.signed(line.quantity))} {line.unit}"


def _with_detail(shown: Callable[[Draft, int], str]) -> Cell:
    """Return a cell whose words stand below a description, and may be read with it."""

    def cell(d: Draft, _line: Line, number: int, said: Said) -> str:
        text = shown(d, number)
        said["detail"] = f"{said.get('detail', '')} {text}".strip()
        return text

    return cell


def _listed_price(d: Draft, line: Line, number: int, _said: Said) -> str:
    first, second = (100 - Decimal(one) for one in _DISCOUNTS[number % len(_DISCOUNTS)])
    return d.numbers.number(line.unit_price * 10_000 / first / second, 2)


def _discount(d: Draft, number: int, place: int) -> str:
    percent = Decimal(_DISCOUNTS[number % len(_DISCOUNTS)][place])
    return d.numbers.number(percent, 1) if percent else ""


_CELLS: Final[Mapping[str, Cell]] = {
    "description": _noted("description", lambda _d, line: line.description, lambda _d, line: line.description),
    "item_id": _noted("item_id", lambda _d, line: line.item_id, lambda _d, line: line.item_id),
    "unit": _noted("unit", lambda _d, line: line.unit, lambda _d, line: line.unit),
    "quantity": _noted(
        "quantity",
        lambda d, line: d.numbers.short(d.signed(line.quantity)),
        lambda d, line: plain(d.signed(line.quantity)),
    ),
    "unit_price": _noted("unit_price", _price, lambda _d, line: plain(line.unit_price)),
    "net": _noted(
        "net", lambda d, line: d.numbers.number(d.signed(line.net), 2), lambda d, line: f"{d.signed(line.net):.2f}"
    ),
    "tax_rate": _noted(
        "tax_rate", lambda d, line: d.numbers.rate(line.tax_rate, "%"), lambda _d, line: plain(line.tax_rate)
    ),
    "pos": lambda _d, _line, number, _said: str(number),
    "pos10": lambda _d, _line, number, _said: f"{number * 10:06d}",
    "per_hundred": _per_hundred,
    "quantity_unit": _quantity_unit,
    "letter": lambda d, line, _number, _said: letter(d, line.tax_rate),
    "ean": lambda d, _line, number, _said: f"40{d.facts.seller.register[:5]}{130_204 + number * 41}",
    "price_inclusive": lambda d, line, _number, _said: d.numbers.number(line.unit_price, 2),
    "inclusive": lambda d, line, _number, _said: d.numbers.number(line.net, 2),
    "with_tax": lambda d, line, _number, _said: d.numbers.number(cents(line.net * (100 + line.tax_rate) / 100), 2),
    "listed": _listed_price,
    "discount": lambda d, _line, number, _said: _discount(d, number, 0),
    "second_discount": lambda d, _line, number, _said: _discount(d, number, 1),
    "date": lambda d, _line, number, _said: d.day(
        d.facts.issue_date - timedelta(days=max(1, len(d.facts.lines) - number))
    ),
    "fee_number": lambda _d, line, _number, _said: line.item_id[:4].rstrip("-."),
    "factor": lambda d, _line, number, _said: d.numbers.number(Decimal(_FACTORS[number % 3]), 1),
    "foreign": lambda d, line, _number, _said: d.numbers.number(cents(line.net * RATE), 2),
    "period": _with_detail(lambda d, _number: " - ".join(months(d))),
    "serial": _with_detail(lambda d, number: f"{d.label('serial')} {number:02d}{d.facts.seller.register}{number % 7}"),
    "their_number": _with_detail(lambda d, number: f"{d.label('their_number')} 4{d.facts.buyer.register}{number:02d}"),
    "customs": _with_detail(lambda d, number: f"{d.label('customs')} 84{number % 10}7 30 00"),
}  # fmt: skip


def rows(d: Draft, table: Table) -> None:
    """Draw all lines, section by section and page after page, and note of each what is shown."""
    _head(d, table)
    number, shown = 0, ZERO
    for kind, some in groupby(d.facts.lines, lambda line: line.kind):
        lines = list(some)
        if table.sections:
            _section(d, table, d.label(f"section.{kind}"))
        for line in lines:
            number += 1
            cells, said = _filled(d, table, line, number)
            height = table.size * _ADVANCE * max(1, len(cells["description"]))
            if d.y + height + 2 * table.size * _ADVANCE > d.bottom:
                _next_page(d, table, shown)
            if table.rules == "zebra" and number % 2:
                d.sheet.rect(d.left, d.y - table.size - table.gap / 2, d.right - d.left, height + table.gap, gray=238)
            _row(d, table, cells, height)
            d.truth.lines.append(said)
            d.y += height + table.gap
            shown += line.net
        if table.sections:
            _summed(d, table, d.label(f"section.{kind}"), sum((line.net for line in lines), ZERO))
    if table.rules in {"none", "zebra"}:
        d.sheet.line(d.left, d.y - table.size, d.right, d.y - table.size)
    d.y += 10


def _filled(d: Draft, table: Table, line: Line, number: int) -> tuple[dict[str, list[str]], Said]:
    """Return what stands in the columns of a line, and what is said by it."""
    said: Said = {}
    cells = {}
    for name, left, right in table.spans(d):
        text = _CELLS[name](d, line, number, said)
        if table.signs and name in {"unit_price", "net", "price_inclusive", "inclusive"}:
            text = text if d.numbers.money == "none" else _signed(d, line, name)
        cells[name] = d.sheet.wrapped(text, right - left - 6, table.size) if name == "description" else [text]
    for name in table.below:
        cells.setdefault("description", [""]).append(_CELLS[name](d, line, number, said))
    return cells, said


def _signed(d: Draft, line: Line, name: str) -> str:
    d.says("currency", d.facts.currency)
    amount = d.signed(line.net) if name in {"net", "inclusive"} else line.unit_price
    return d.numbers.amount(amount, d.facts.currency)


def _row(d: Draft, table: Table, cells: Mapping[str, list[str]], height: float) -> None:
    own = next((left for name, left, _ in table.spans(d) if name == "description"), d.left + table.columns[0][1])
    for name, left, right in table.spans(d):
        if name != "description":
            _put(d, name, cells[name][0], left, right, fitting(d, cells[name][0], table.size, right - left - 4))
        if table.rules == "cells":
            d.sheet.rect(left, d.y - table.size - table.gap / 2, right - left, height + table.gap)
    for row, text in enumerate(cells.get("description", ())):
        d.sheet.text(own + 3, d.y + row * table.size * _ADVANCE, text, table.size)
    if table.rules == "rows":
        y = d.y + height - table.size + table.gap / 2
        d.sheet.line(d.left, y, d.right, y)


def _put(
    d: Draft, name: str, text: str, left: float, right: float, size: float, *, bold: bool = False, gray: int = 0
) -> None:
    x, align = right - 3, "R"
    if name in _LEFT:
        x, align = left + 3, "L"
    elif name in _CENTRED:
        x, align = (left + right) / 2, "C"
    d.sheet.text(x, d.y, text, size, bold=bold, align=align, gray=gray)


def _head(d: Draft, table: Table) -> None:
    if table.head == "none":
        return
    top, height, width = d.y - table.size - 4, table.size + 10, d.right - d.left
    if table.head in {"gray", "dark"}:
        d.sheet.rect(d.left, top, width, height, gray=225 if table.head == "gray" else 50)
    elif table.head == "framed":
        d.sheet.rect(d.left, top, width, height)
    else:
        d.sheet.line(d.left, top + height, d.right, top + height)
    for name, left, right in table.spans(d):
        text = d.heading(name)
        if "{currency}" in text:
            d.says("currency", d.facts.currency)
            text = text.format(currency=d.facts.currency)
        text = text.upper() if table.capitals else text
        size = fitting(d, text, table.size - 0.5, right - left - 5, bold=True)
        _put(d, name, text, left, right, size, bold=True, gray=255 if table.head == "dark" else 0)
    d.y += table.size * 2 + 4


def _section(d: Draft, table: Table, name: str) -> None:
    if d.y + 5 * table.size > d.bottom:
        d.sheet.new_page()
        d.y = table.top
        _head(d, table)
    d.sheet.text(d.left + 3, d.y, name, table.size + 0.5, bold=True)
    d.y += table.size * 1.6


def _summed(d: Draft, table: Table, name: str, amount: Decimal) -> None:
    d.sheet.text(d.right - 90, d.y, d.sentence("section_sum", name=name), table.size, align="R")
    d.sheet.text(d.right - 3, d.y, d.numbers.number(d.signed(amount), 2), table.size, align="R", bold=True)
    d.y += table.size * 2.2


def _next_page(d: Draft, table: Table, shown: Decimal) -> None:
    if table.carried:
        d.sheet.text(d.right - 90, d.y, d.label("carried"), table.size, align="R", bold=True)
        d.sheet.text(d.right - 3, d.y, d.numbers.number(d.signed(shown), 2), table.size, align="R", bold=True)
    d.sheet.new_page()
    d.y = table.top
    _head(d, table)
    if table.carried:
        d.sheet.text(d.right - 90, d.y, d.label("brought"), table.size, align="R", bold=True)
        d.sheet.text(d.right - 3, d.y, d.numbers.number(d.signed(shown), 2), table.size, align="R", bold=True)
        d.y += table.size * 1.8
