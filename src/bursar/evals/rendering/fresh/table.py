"""Tables of what is charged, page after page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Line
from bursar.evals.rendering.fresh.parts import key, month_end, put
from bursar.evals.rendering.truth import plain

Said: TypeAlias = dict[str, str]
Cell: TypeAlias = Callable[[Draft, Line, int, Said], str]
_ADVANCE: Final = 1.28


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its columns with widths in points and sides to which they are set; a width of 0 takes what is left.

    `head` is `ruled`, `filled`, `boxed`, `plain` or `none`; `rules` are `none`, `hair`, `cells` or `bands`. `under` are
    cells below the description. `sections` puts the name of every kind of goods above it. `money` writes the currency
    beside what a line comes to. `top` is where rows go on on later pages.
    `own` are cells that other tables do not have.
    """

    columns: tuple[tuple[str, float, str], ...]
    under: tuple[str, ...] = ()
    head: str = "ruled"
    rules: str = "none"
    sections: bool = False
    money: bool = False
    size: float = 9
    gap: float = 5
    top: float = 70
    own: Mapping[str, Cell] = field(default_factory=dict)

    def cell(self, name: str) -> Cell:
        """Return what is written in a column."""
        return self.own[name] if name in self.own else _CELLS[name]

    def spans(self, d: Draft) -> Iterator[tuple[str, float, float, str]]:
        """Go through names, edges and sides of the columns."""
        rest = d.right - d.left - sum(width for _, width, _ in self.columns)
        x = d.left
        for name, width, side in self.columns:
            yield name, x, x + (width or rest), side
            x += width or rest


def _shown(name: str, text: Callable[[Draft, Line], str], true: Callable[[Draft, Line], str]) -> Cell:
    def cell(d: Draft, line: Line, _number: int, said: Said) -> str:
        said[name] = true(d, line)
        return text(d, line)

    return cell


def _detail(text: Callable[[Draft, int], str]) -> Cell:
    """Return a cell whose words stand below a description, and may be read with it."""

    def cell(d: Draft, _line: Line, number: int, said: Said) -> str:
        written = text(d, number)
        said["detail"] = f"{said.get('detail', '')} {written}".strip()
        return written

    return cell


def _price(d: Draft, line: Line) -> str:
    return d.numbers.number(line.unit_price, max(2, -int(line.unit_price.as_tuple().exponent)))


def _span(d: Draft, line: Line, number: int) -> tuple[date, date]:
    """Return first and last day of what is charged by the day, or of a course by the week."""
    last = d.facts.issue_date - timedelta(days=number)
    days = int(line.quantity) * (7 if line.kind == "courses" else 1)
    return last - timedelta(days=days - 1), last


def _with_unit(d: Draft, line: Line, _number: int, said: Said) -> str:
    said |= {"quantity": plain(d.signed(line.quantity)), "unit": line.unit}
    return f"{d.numbers.short(d.signed(line.quantity))} {line.unit}"


_CELLS: Final[Mapping[str, Cell]] = {
    "description": _shown("description", lambda _d, line: line.description, lambda _d, line: line.description),
    "item_id": _shown("item_id", lambda _d, line: line.item_id, lambda _d, line: line.item_id),
    "unit": _shown("unit", lambda _d, line: line.unit, lambda _d, line: line.unit),
    "quantity": _shown(
        "quantity",
        lambda d, line: d.numbers.short(d.signed(line.quantity)),
        lambda d, line: plain(d.signed(line.quantity)),
    ),
    "unit_price": _shown("unit_price", _price, lambda _d, line: plain(line.unit_price)),
    "net": _shown(
        "net", lambda d, line: d.numbers.number(d.signed(line.net), 2), lambda d, line: f"{d.signed(line.net):.2f}"
    ),
    "tax_rate": _shown(
        "tax_rate", lambda d, line: d.numbers.short(line.tax_rate), lambda _d, line: plain(line.tax_rate)
    ),
    "with_unit": _with_unit,
    "pos": lambda _d, _line, number, _said: str(number),
    # The price of one is not printed then, so it is not asked for.
    "per_thousand": lambda d, line, _number, _said: d.numbers.number(line.unit_price * 1000, 2),
    "discount": lambda d, line, _number, _said: d.numbers.number(line.discount, 1) if line.discount else "-",
    "day": lambda d, _line, number, _said: d.day(month_end(d) - timedelta(days=len(d.facts.lines) - number)),
    "from_day": lambda d, line, number, _said: d.day(_span(d, line, number)[0]),
    "to_day": lambda d, line, number, _said: d.day(_span(d, line, number)[1]),
    "licence": _detail(lambda d, _number: f"{d.label('licence')} {key(d)}"),
    "valid": _detail(
        lambda d, _number: d.sentence(
            "valid", start=d.day(d.facts.issue_date), end=d.day(d.facts.issue_date + timedelta(days=364))
        )
    ),
    "paper": _detail(lambda d, number: d.words.details[number % len(d.words.details)]),
}


def listed(d: Draft, grid: Grid, *, again: Callable[[], None] | None = None) -> None:
    """Draw all lines, and note of each what is shown; `again` draws what stands at the head of later pages."""
    _head(d, grid)
    number = 0
    for kind, some in groupby(d.facts.lines, lambda line: line.kind):
        if grid.sections:
            _room(d, grid, grid.size * 6, again)
            d.sheet.text(d.left + 3, d.y, d.label(f"section.{kind}"), grid.size, bold=True)
            d.y += grid.size * _ADVANCE + grid.gap
        for line in some:
            number += 1
            _row(d, grid, line, number, again)
    if grid.rules in {"none", "bands"}:
        d.sheet.line(d.left, d.y - grid.size, d.right, d.y - grid.size)
    d.y += 12


def _room(d: Draft, grid: Grid, height: float, again: Callable[[], None] | None) -> None:
    if d.y + height > d.bottom:
        d.sheet.new_page()
        if again:
            again()
        d.y = grid.top
        _head(d, grid)


def _row(d: Draft, grid: Grid, line: Line, number: int, again: Callable[[], None] | None) -> None:
    said: Said = {}
    texts = {name: grid.cell(name)(d, line, number, said) for name, *_ in grid.columns}
    if grid.money:
        d.says("currency", d.facts.currency)
        texts["net"] = d.numbers.amount(d.signed(line.net), d.facts.currency)
    x, width = next((left, right - left) for name, left, right, _ in grid.spans(d) if name == "description")
    rows = d.sheet.wrapped(texts["description"], width - 8, grid.size)
    rows += [grid.cell(name)(d, line, number, said) for name in grid.under]
    height = grid.size * _ADVANCE * len(rows)
    _room(d, grid, height, again)
    top = d.y - grid.size - grid.gap / 2
    if grid.rules == "bands" and number % 2 == 0:
        d.sheet.rect(d.left, top, d.right - d.left, height + grid.gap, gray=232)
    for row, text in enumerate(rows):
        put(d, x + 3, d.y + row * grid.size * _ADVANCE, text, grid.size, width=width - 6)
    for name, left, right, side in grid.spans(d):
        if grid.rules == "cells":
            d.sheet.rect(left, top, right - left, height + grid.gap)
        if name != "description":
            _set(d, texts[name], (left, right, side), d.y, grid.size)
    if grid.rules == "hair":
        d.sheet.line(d.left, top + height + grid.gap, d.right, top + height + grid.gap)
    d.truth.lines.append(said)
    d.y += height + grid.gap


def _set(d: Draft, text: str, span: tuple[float, float, str], y: float, size: float, *, bold: bool = False) -> None:
    left, right, side = span
    x = {"L": left + 3, "R": right - 3, "C": (left + right) / 2}[side]
    put(d, x, y, text, size, width=right - left - 5, align=side, bold=bold)


def _head(d: Draft, grid: Grid) -> None:
    if grid.head == "none":
        return
    size = grid.size - 0.75
    names = [(d.heading(name), left, right, side) for name, left, right, side in grid.spans(d)]
    wrapped = [d.sheet.wrapped(text, (right - left - 6) * 0.9, size) for text, left, right, _ in names]
    height = size * 1.2 * max(len(rows) for rows in wrapped)
    top = d.y - size - 4
    if grid.head == "filled":
        d.sheet.rect(d.left, top, d.right - d.left, height + 8, gray=212)
    elif grid.head == "boxed":
        d.sheet.rect(d.left, top, d.right - d.left, height + 8)
    elif grid.head == "ruled":
        d.sheet.line(d.left, top, d.right, top)
        d.sheet.line(d.left, top + height + 8, d.right, top + height + 8)
    for (_, left, right, side), rows in zip(names, wrapped, strict=True):
        for row, text in enumerate(rows):
            _set(d, text, (left, right, side), d.y + row * size * 1.2, size, bold=True)
    d.y += height + grid.gap / 2 + (5 if grid.rules == "cells" else 8)
