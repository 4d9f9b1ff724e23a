"""The table of what is charged: columns, rules, wrapped and sub-lines, pages broken with sums carried forward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO, Line
from bursar.evals.rendering.truth import plain

_WEIGHTS: Final[Mapping[str, float]] = {
    "pos": 0.5,
    "item_id": 1.2,
    "description": 3.6,
    "quantity": 0.95,
    "unit": 0.75,
    "unit_price": 1.35,
    "discount": 0.95,
    "tax_rate": 0.95,
    "net": 1.45,
}
_RIGHT: Final = {"quantity", "unit_price", "discount", "tax_rate", "net"}
_LETTERS: Final = "ABC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """How a table looks.

    `rules` are `all`, `head`, `rows`, `zebra` or `none`. `details` writes a line below some descriptions, `joined`
    the unit behind the quantity, `narrow` wraps descriptions, `letters` stand for tax rates, `carried` sums at the
    end of a page, `signs` the currency in every row, `places` the decimals of prices.
    """

    columns: tuple[str, ...] = ("description", "quantity", "unit_price", "net")
    rules: str = "head"
    head: bool = True
    details: bool = False
    joined: bool = False
    narrow: bool = False
    letters: bool = False
    carried: bool = False
    signs: bool = False
    size: float = 9
    places: int = 2
    percent: str = " %"


def items(d: Draft, table: Table) -> None:
    """Draw the lines of the document, and note of each what its columns show."""
    if table.head:
        _head(d, table)
    else:
        d.y += 6
    shown = ZERO
    for number, line in enumerate(d.facts.lines, start=1):
        descriptions = _description(d, table, line, number)
        ruled = table.rules in {"all", "rows"}
        height = len(descriptions) * table.size * 1.25 + table.size * (0.85 if ruled else 0.55)
        if d.y + height + (20 if table.carried else 0) > d.bottom:
            _break(d, table, shown)
        if table.rules == "zebra" and number % 2:
            d.sheet.rect(d.left, d.y - table.size, d.right - d.left, height, gray=240)
        _row(d, table, line, number, descriptions)
        d.y += height
        shown += line.net
        if ruled:
            d.sheet.line(d.left, d.y - table.size * 1.15, d.right, d.y - table.size * 1.15)
    if table.rules in {"head", "zebra"}:
        d.sheet.line(d.left, d.y - 4, d.right, d.y - 4)
    d.y += 10


def edges(d: Draft, table: Table) -> dict[str, tuple[float, float]]:
    """Return where each column begins and ends."""
    weights = {name: _WEIGHTS[name] * (0.55 if table.narrow and name == "description" else 1) for name in table.columns}
    unit, x = (d.right - d.left) / sum(weights.values()), d.left
    found = {}
    for name, weight in weights.items():
        found[name] = (x + 3, x + weight * unit - 3)
        x += weight * unit
    return found


def _head(d: Draft, table: Table) -> None:
    columns = edges(d, table)
    if table.rules in {"all", "zebra"}:
        d.sheet.rect(d.left, d.y - table.size - 3, d.right - d.left, table.size + 8, gray=225)
    for name, (left, right) in columns.items():
        _cell(d, table, name, d.heading(name), left, right, bold=True)
    d.sheet.line(d.left, d.y + 5, d.right, d.y + 5)
    d.y += table.size * 1.25 + 9


def _cell(d: Draft, table: Table, name: str, text: str, left: float, right: float, *, bold: bool = False) -> None:
    size = table.size
    while bold and size > 5 and d.sheet.measured(text, size, bold=True) > right - left + 4:
        size -= 0.5  # Heads are made smaller rather than written over one another.
    if name in _RIGHT:
        d.sheet.text(right, d.y, text, size, bold=bold, align="R")
    else:
        d.sheet.text(left, d.y, text, size, bold=bold)


def _description(d: Draft, table: Table, line: Line, number: int) -> list[str]:
    left, right = edges(d, table)["description"]
    text = d.sheet.wrapped(line.description, right - left, table.size)
    if table.details and number % 3 != 1:
        text += d.sheet.wrapped(line.detail, right - left, table.size)
    return text


def _row(d: Draft, table: Table, line: Line, number: int, descriptions: list[str]) -> None:
    columns = edges(d, table)
    said = {"description": line.description}
    if table.details and number % 3 != 1:
        said["detail"] = line.detail
    for name, (left, right) in columns.items():
        if name != "description":
            _cell(d, table, name, _value(d, table, line, name, number, said), left, right)
    left, right = columns["description"]
    for row, text in enumerate(descriptions):
        d.sheet.text(left, d.y + row * table.size * 1.25, text, table.size)
    d.truth.lines.append(said)


def _value(d: Draft, table: Table, line: Line, name: str, number: int, said: dict[str, str]) -> str:
    """Return what stands in a column, and note it if it is a field."""
    if name == "pos":
        return str(number)
    if name == "discount":
        return d.numbers.rate(line.discount, "%") if line.discount else ""
    if name == "tax_rate":
        return _tax_rate(d, table, line, said)
    if name == "quantity":
        return _quantity(d, table, line, said)
    if name in {"item_id", "unit"}:
        said[name] = written = line.item_id if name == "item_id" else line.unit
        return written
    return _price(d, table, line, name, said)


def _quantity(d: Draft, table: Table, line: Line, said: dict[str, str]) -> str:
    quantity = d.signed(line.quantity)
    said["quantity"] = plain(quantity)
    if not table.joined:
        return d.numbers.short(quantity)
    said["unit"] = line.unit
    return f"{d.numbers.short(quantity)} {line.unit}"


def _price(d: Draft, table: Table, line: Line, name: str, said: dict[str, str]) -> str:
    value = line.unit_price if name == "unit_price" else d.signed(line.net)
    said[name] = plain(value) if name == "unit_price" else f"{value:.2f}"
    if table.signs:
        d.says("currency", d.facts.currency)
        return d.numbers.amount(value, d.facts.currency)
    return d.numbers.number(value, table.places if name == "unit_price" else 2)


def _tax_rate(d: Draft, table: Table, line: Line, said: dict[str, str]) -> str:
    if table.letters:
        rates = [group.rate for group in d.facts.groups]
        return _LETTERS[rates.index(line.tax_rate)]
    said["tax_rate"] = plain(line.tax_rate)
    return d.numbers.rate(line.tax_rate, table.percent)


def _break(d: Draft, table: Table, shown: Decimal) -> None:
    """Go to the next page, with the sum so far at the end of this one and at the top of that one."""
    if table.carried:
        d.sheet.text(d.left + 3, d.y, d.label("carried"), table.size, bold=True)
        d.sheet.text(d.right - 3, d.y, d.money(shown), table.size, align="R")
    d.sheet.new_page()
    d.y = 70
    if table.head:
        _head(d, table)
    if table.carried:
        d.sheet.text(d.left + 3, d.y, d.label("brought"), table.size, bold=True)
        d.sheet.text(d.right - 3, d.y, d.money(shown), table.size, align="R")
        d.y += table.size * 1.8
