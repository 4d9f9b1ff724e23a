"""Tables of what is charged: columns of given widths, rows with words below them, pages with the heads repeated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeAlias

from bursar.evals.rendering.counters.parts import fitting, percent
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO, Line
from bursar.evals.rendering.truth import plain

# What stands in a column that is no field, and words below a description.
Extra: TypeAlias = Callable[[Draft, Line], str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, the name of its head, its edges, and whether it is set to the right."""

    kind: str
    head: str
    left: float
    right: float
    to_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """How a table looks.

    `columns` are kinds with their widths, `*` for what is left and `>` before the width of what is set to the right;
    a head of another name follows a slash. `head` is `line`, `fill`, `frame` or `plain`, `rows` `none`, `line`,
    `zebra` or `upright`. Prices have so many `places`, and quantities are `counted` to so many or to those that they
    need. `begin` draws what stands above the table on further pages, `carried` writes sums at the edges of pages,
    `opening` a row before the first line.
    `extras` are columns of other things, `below` gives rows under a description, which readers may take with it.
    """

    columns: str
    size: float = 8.5
    lead: float = 1.9
    head: str = "line"
    rows: str = "none"
    places: int = 2
    counted: int | None = None
    signs: bool = False
    bold: bool = False
    carried: bool = False
    begin: Callable[[Draft], None] | None = None
    opening: Callable[[Draft], str] | None = None
    extras: Mapping[str, Extra] = field(default_factory=dict)
    below: Callable[[Draft, Line], Sequence[str]] | None = None


_GAP: Final = 4


def edges(d: Draft, grid: Grid) -> list[Column]:
    """Return the columns of a table between the margins."""
    found = [one.partition(":")[::2] for one in grid.columns.split()]
    taken = sum(float(width.lstrip(">")) for _, width in found if width != "*")
    columns, x = [], d.left
    for name, width in found:
        kind, _, head = name.partition("/")
        wide = d.right - d.left - taken if width == "*" else float(width.lstrip(">"))
        columns.append(Column(kind, head or kind, x, x + wide, width.startswith(">")))
        x += wide
    return columns


def _description(columns: Sequence[Column]) -> Column:
    return next(column for column in columns if column.kind == "description")


def lines(d: Draft, grid: Grid, some: Sequence[Line] | None = None) -> None:
    """Draw lines of the document below a head, and note of each what its columns show."""
    columns = edges(d, grid)
    heads(d, grid, columns)
    top, shown = d.y, ZERO
    if grid.opening:
        d.sheet.text(_description(columns).left + _GAP / 2, d.y, grid.opening(d), grid.size)
        d.y += grid.size * grid.lead
    for place, line in enumerate(d.facts.lines if some is None else some, start=1):
        wide = _description(columns).right - _description(columns).left - _GAP
        texts = d.sheet.wrapped(line.description, wide, grid.size)
        under = [row for text in (grid.below(d, line) if grid.below else ()) for row in _below(d, grid, text, wide)]
        height = grid.size * (grid.lead + 1.25 * (len(texts) - 1) + 1.2 * len(under))
        if d.y + height + (14 if grid.carried else 0) > d.bottom:
            _upright(d, grid, columns, top)
            _turned(d, grid, columns, d.signed(shown))
            top = d.y
        if grid.rows == "zebra" and place % 2 == 0:
            d.sheet.rect(d.left, d.y - grid.size * 1.2, d.right - d.left, height, gray=242)
        said = _row(d, grid, columns, line, place)
        _described(d, grid, columns, texts, under)
        d.truth.lines.append(said | ({"detail": " ".join(under)} if under else {}))
        shown += line.net
        d.y += height
        if grid.rows == "line":
            d.sheet.line(d.left, d.y - grid.size * 1.2, d.right, d.y - grid.size * 1.2)
    _upright(d, grid, columns, top)
    if grid.head != "plain" and grid.rows in {"none", "zebra"}:
        d.sheet.line(d.left, d.y - grid.size * 0.9, d.right, d.y - grid.size * 0.9)
    d.y += grid.size


def heads(d: Draft, grid: Grid, columns: Sequence[Column]) -> None:
    """Draw the head of a table, in as many rows as its words need."""
    size = grid.size - 0.5
    texts = {column.kind: _head(d, column, size) for column in columns}
    rows = max(len(text) for text in texts.values())
    height = rows * size * 1.15 + size * 0.8
    if grid.head == "fill":
        d.sheet.rect(d.left, d.y - size * 1.2, d.right - d.left, height, gray=222)
    if grid.head == "frame":
        d.sheet.rect(d.left, d.y - size * 1.2, d.right - d.left, height)
    for column in columns:
        x = column.right - _GAP if column.to_right else column.left + _GAP / 2
        for row, text in enumerate(texts[column.kind]):
            align = "R" if column.to_right else "L"
            y, wide = d.y + row * size * 1.15, column.right - column.left - _GAP
            fitting(d, x, y, text, wide, size, bold=True, align=align)
    d.y += height - size * 0.2
    if grid.head == "line":
        d.sheet.line(d.left, d.y - size, d.right, d.y - size)
    d.y += size * 0.5


def _head(d: Draft, column: Column, size: float) -> list[str]:
    said = d.heading(column.head).format(currency=d.facts.currency)
    return d.sheet.wrapped(said, (column.right - column.left - _GAP) * 0.94, size)


def _below(d: Draft, grid: Grid, text: str, wide: float) -> list[str]:
    return d.sheet.wrapped(text, wide, grid.size - 1)


def _upright(d: Draft, grid: Grid, columns: Sequence[Column], top: float) -> None:
    """Rule the columns from where the rows begin."""
    if grid.rows != "upright":
        return
    above, low = top - grid.size * 1.5, d.y - grid.size
    for column in columns:
        d.sheet.line(column.left, above, column.left, low)
    d.sheet.line(d.right, above, d.right, low)
    d.sheet.line(d.left, low, d.right, low)


def _turned(d: Draft, grid: Grid, columns: Sequence[Column], shown: Decimal) -> None:
    """Go to the next page, with the sum so far at the end of this one and at the top of that one."""
    amount = d.numbers.amount(shown, d.facts.currency)
    if grid.carried:
        d.sheet.text(d.right - _GAP - 90, d.y, d.label("carried"), grid.size, bold=True, align="R")
        d.sheet.text(d.right - _GAP, d.y, amount, grid.size, bold=True, align="R")
    d.sheet.new_page()
    d.y = 60
    if grid.begin:
        grid.begin(d)
    heads(d, grid, columns)
    if grid.carried:
        d.sheet.text(d.right - _GAP - 90, d.y, d.label("brought"), grid.size, bold=True, align="R")
        d.sheet.text(d.right - _GAP, d.y, amount, grid.size, bold=True, align="R")
        d.y += grid.size * grid.lead


def _row(d: Draft, grid: Grid, columns: Sequence[Column], line: Line, place: int) -> dict[str, str]:
    said = {"description": line.description}
    for column in columns:
        if column.kind == "description":
            continue
        text = str(place) if column.kind == "pos" else cell(d, grid, column.kind, line, said)
        x = column.right - _GAP if column.to_right else column.left + _GAP / 2
        align = "R" if column.to_right else "L"
        fitting(d, x, d.y, text, column.right - column.left - _GAP / 2, grid.size, align=align)
    return said


def _described(d: Draft, grid: Grid, columns: Sequence[Column], texts: Sequence[str], under: Sequence[str]) -> None:
    x = _description(columns).left + _GAP / 2
    y = d.y
    for text in texts:
        d.sheet.text(x, y, text, grid.size, bold=grid.bold)
        y += grid.size * 1.25
    for text in under:
        d.sheet.text(x, y, text, grid.size - 1)
        y += grid.size * 1.2


def cell(d: Draft, grid: Grid, kind: str, line: Line, said: dict[str, str]) -> str:
    """Return what stands in a column, and note it if it is a field."""
    if kind in grid.extras:
        return grid.extras[kind](d, line)
    if kind in {"item_id", "unit"}:
        said[kind] = written = line.item_id if kind == "item_id" else line.unit
        return written
    if kind in {"quantity", "measure"}:
        return _quantity(d, grid, kind, line, said)
    if kind == "discount":
        return d.numbers.number(line.discount, 1) if line.discount else ""
    if kind == "tax_rate":
        said["tax_rate"] = plain(line.tax_rate)
        return percent(d, line.tax_rate)
    return _money(d, grid, kind, line, said)


def _quantity(d: Draft, grid: Grid, kind: str, line: Line, said: dict[str, str]) -> str:
    quantity = d.signed(line.quantity)
    said["quantity"] = plain(quantity)
    written = d.numbers.short(quantity) if grid.counted is None else d.numbers.number(quantity, grid.counted)
    if kind == "quantity" or not line.unit:
        return written
    said["unit"] = line.unit
    return f"{written} {line.unit}"


def _money(d: Draft, grid: Grid, kind: str, line: Line, said: dict[str, str]) -> str:
    amount = line.unit_price if kind == "unit_price" else d.signed(line.net)
    said[kind] = plain(amount) if kind == "unit_price" else f"{amount:.2f}"
    places = grid.places if kind == "unit_price" else 2
    if grid.signs and places == 2:
        return d.money(amount)
    return d.numbers.number(amount, places)
