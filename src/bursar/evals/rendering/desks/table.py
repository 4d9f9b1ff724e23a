"""Tables of the desks: what each column shows, heads and rules, sections, pages that are carried forward."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Final, TypeAlias

from bursar.evals.rendering.desks.desk import filled
from bursar.evals.rendering.desks.parts import period, put
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO, Line
from bursar.evals.rendering.truth import plain
from bursar.evals.rendering.vocabulary import PEOPLE

Said: TypeAlias = dict[str, str]
Cell: TypeAlias = Callable[[Draft, Line, int, Said], str]
Below: TypeAlias = Callable[[Draft, Line, int], str]

_BREAKS: Final = 16.0  # What is kept free for a sum that is carried forward.


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """How a table looks: of each column its name, its width and its side; the one without a width takes the rest.

    `head` is `lined`, `gray`, `boxed` or `plain`, `rules` are `none`, `rows`, `all` or `zebra`. `sections` tell what
    kind of goods follow, `subtotals` what each comes to. `below` is written under a description, `top` is where the
    table goes on after a page, and `signs` writes the currency into every row.
    """

    columns: tuple[tuple[str, float, str], ...]
    head: str = "lined"
    rules: str = "none"
    size: float = 9
    gap: float = 4
    sections: bool = False
    subtotals: bool = False
    carried: bool = False
    below: Below | None = None
    percent: str = " %"
    signs: bool = False
    bold: bool = False
    top: float = 86

    def spans(self, d: Draft) -> list[tuple[str, float, float, str]]:
        """Return of each column where it begins and ends."""
        free = d.right - d.left - sum(width for _, width, _ in self.columns)
        found, x = [], d.left
        for name, width, side in self.columns:
            end = x + (width or free)
            found.append((name, x + 3, end - 3, side))
            x = end
        return found


def items(d: Draft, grid: Grid) -> None:
    """Draw the lines of the document, and note of each what its columns show."""
    _head(d, grid)
    kind, shown, section = "", ZERO, ZERO
    for number, line in enumerate(d.facts.lines, start=1):
        if grid.sections and line.kind != kind:
            _subtotal(d, grid, kind, section)
            _break(d, grid, shown, 4 * grid.size)
            kind, section = line.kind, ZERO
            d.y += 3
            put(d, d.left + 3, d.y, d.label(f"section.{kind}"), grid.size, bold=True, width=d.right - d.left - 6)
            d.y += grid.size * 1.5
        said: Said = {"description": line.description}
        texts = {name: _CELLS[name](d, line, number, said) for name, *_ in grid.columns if name in _CELLS}
        words = _wrapped(d, grid, line, number, said)
        height = len(words) * grid.size * 1.25 + grid.gap
        _break(d, grid, shown, height)
        _row(d, grid, texts, words, height, number)
        d.truth.lines.append(said)
        d.y += height
        shown += line.net
        section += line.net
    _subtotal(d, grid, kind, section)
    if grid.rules != "rows":
        d.sheet.line(d.left, d.y - grid.size, d.right, d.y - grid.size)
    d.y += 8


def _wrapped(d: Draft, grid: Grid, line: Line, number: int, said: Said) -> list[str]:
    span = next(((left, right) for name, left, right, _ in grid.spans(d) if name == "description"), (d.left, d.right))
    words = d.sheet.wrapped(line.description, span[1] - span[0] - 6 * grid.bold, grid.size)
    text = grid.below(d, line, number) if grid.below else ""
    if text:
        said["detail"] = text
        words += d.sheet.wrapped(text, span[1] - span[0], grid.size)
    return words


def _head(d: Draft, grid: Grid) -> None:
    size = grid.size - 0.5
    if grid.head == "gray":
        d.sheet.rect(d.left, d.y - size - 4, d.right - d.left, size + 9, gray=222)
    if grid.head == "boxed":
        d.sheet.rect(d.left, d.y - size - 4, d.right - d.left, size + 9)
    if grid.head == "lined":
        d.sheet.line(d.left, d.y - size - 4, d.right, d.y - size - 4)
    for name, left, right, side in grid.spans(d):
        _cell(d, d.heading(name), left, right, side, size, bold=grid.head != "lined")
    if grid.head in {"lined", "plain"}:
        d.sheet.line(d.left, d.y + 5, d.right, d.y + 5)
    d.y += grid.size + 10


def _cell(d: Draft, text: str, left: float, right: float, side: str, size: float, *, bold: bool = False) -> None:
    x = {"L": left, "R": right, "C": (left + right) / 2}[side]
    put(d, x, d.y, text, size, bold=bold, align=side, width=right - left)


def _row(d: Draft, grid: Grid, texts: Mapping[str, str], words: list[str], height: float, number: int) -> None:
    top = d.y - grid.size - grid.gap / 2
    if grid.rules == "zebra" and number % 2 == 0:
        d.sheet.rect(d.left, top, d.right - d.left, height, gray=243)
    for name, left, right, side in grid.spans(d):
        if name == "description":
            for row, text in enumerate(words):
                d.sheet.text(left, d.y + row * grid.size * 1.25, text, grid.size, bold=grid.bold and not row)
        else:
            _cell(d, texts[name], left, right, side, grid.size)
        if grid.rules == "all":
            d.sheet.rect(left - 3, top, right - left + 6, height)
    if grid.rules == "rows":
        d.sheet.line(d.left, top + height, d.right, top + height)


def _subtotal(d: Draft, grid: Grid, kind: str, amount: Decimal) -> None:
    if not (grid.subtotals and kind):
        return
    put(d, d.right - 100, d.y, f"{d.label('subtotal')} {d.label(f'section.{kind}')}", grid.size, align="R", width=260)
    put(d, d.right - 3, d.y, d.numbers.number(d.signed(amount), 2), grid.size, bold=True, align="R")
    d.y += grid.size * 1.9


def _break(d: Draft, grid: Grid, shown: Decimal, height: float) -> None:
    """Go to the next page where what follows does not fit, with the sum so far at the end and at the beginning."""
    if d.y + height + _BREAKS <= d.bottom:
        return
    amount = d.numbers.number(d.signed(shown), 2)
    if grid.carried:
        put(d, d.right - 90, d.y, d.label("carried"), grid.size, align="R", width=250)
        put(d, d.right - 3, d.y, amount, grid.size, align="R")
    d.sheet.new_page()
    d.y = grid.top
    _head(d, grid)
    if grid.carried:
        put(d, d.right - 90, d.y, d.label("brought"), grid.size, align="R", width=250)
        put(d, d.right - 3, d.y, amount, grid.size, align="R")
        d.y += grid.size * 1.7


def _kept(name: str, value: Callable[[Draft, Line], str]) -> Cell:
    """Return a cell whose words are asked for as they are written."""

    def cell(d: Draft, line: Line, _number: int, said: Said) -> str:
        said[name] = written = value(d, line)
        return written

    return cell


def _quantity(d: Draft, line: Line, _number: int, said: Said) -> str:
    quantity = d.signed(line.quantity)
    said["quantity"] = plain(quantity)
    return d.numbers.short(quantity)


def _exact(d: Draft, line: Line, _number: int, said: Said) -> str:
    """Write a quantity with the decimals that programs for goods by weight or by the hour write always."""
    quantity = d.signed(line.quantity)
    said["quantity"] = plain(quantity)
    return d.numbers.number(quantity, 2)


def _with_unit(d: Draft, line: Line, number: int, said: Said) -> str:
    said["unit"] = line.unit
    return f"{_quantity(d, line, number, said)} {line.unit}"


def _price(d: Draft, line: Line, _number: int, said: Said) -> str:
    said["unit_price"] = plain(line.unit_price)
    places = max(2, -int(line.unit_price.as_tuple().exponent))
    return d.numbers.number(line.unit_price, places)


def _net(d: Draft, line: Line, _number: int, said: Said) -> str:
    value = d.signed(line.net)
    said["net"] = f"{value:.2f}"
    return d.numbers.number(value, 2)


def _signed_net(d: Draft, line: Line, number: int, said: Said) -> str:
    _net(d, line, number, said)
    return d.money(line.net)


def _tax_rate(d: Draft, line: Line, _number: int, said: Said) -> str:
    said["tax_rate"] = plain(line.tax_rate)
    return d.numbers.rate(line.tax_rate, "%" if d.words.code in {"en", "nl", "it"} else " %")


def _bare_rate(d: Draft, line: Line, _number: int, said: Said) -> str:
    said["tax_rate"] = plain(line.tax_rate)
    return d.numbers.number(line.tax_rate, 2)


def _when(d: Draft, _line: Line, number: int, _said: Said) -> str:
    back = (len(d.facts.lines) - number) * 24 // len(d.facts.lines)
    return d.day(d.facts.delivery_date - timedelta(days=back))


def _stay(d: Draft, _line: Line, number: int, _said: Said) -> str:
    nights = int(d.facts.lines[0].quantity)
    return d.day(d.facts.issue_date - timedelta(days=max(0, nights + 1 - number)))


def _plate(d: Draft, _line: Line, number: int, _said: Said) -> str:
    return f"{'ABCEHKLMS'[number % 9]}{'FGKPRT'[number % 6]} {d.facts.seller.register[:2]}{number + 40} X"


def _filled(form: str) -> Cell:
    return lambda d, _line, _number, _said: filled(d.rng, form, d.facts.issue_date)


_CELLS: Final[Mapping[str, Cell]] = {
    "pos": lambda _d, _line, number, _said: str(number),
    "pos_ten": lambda _d, _line, number, _said: f"{number * 10:06d}",
    "item_id": _kept("item_id", lambda _d, line: line.item_id),
    "unit": _kept("unit", lambda _d, line: line.unit),
    "quantity": _quantity,
    "hours": _exact,
    "with_unit": _with_unit,
    "unit_price": _price,
    "discount": lambda d, line, _number, _said: d.numbers.number(line.discount, 2) if line.discount else "",
    "tax_rate": _tax_rate,
    "bare_rate": _bare_rate,
    "net": _net,
    "signed_net": _signed_net,
    # Nobody asks for what follows.
    "when": _when,
    "night": _stay,
    "week": lambda d, _line, _number, _said: str(d.facts.delivery_date.isocalendar().week),
    "worker": lambda _d, _line, number, _said: PEOPLE[number // 2 % len(PEOPLE)],
    "driver": lambda _d, _line, number, _said: PEOPLE[-number % len(PEOPLE)],
    "initials": lambda _d, _line, number, _said: ("HB", "MR", "JPC")[number % 3],
    "tracking": _filled("00340#########"),
    "weight": lambda d, _line, _number, _said: d.numbers.number(Decimal(d.rng.randint(3, 310)) / 10, 1),
    "town": lambda d, _line, _number, _said: d.rng.choice(d.words.cities[d.facts.buyer.country]),
    "plate": _plate,
    "contract": _filled("######"),
    "span": lambda d, _line, _number, _said: period(d),
    "edition": lambda d, _line, number, _said: f"{number + 2}/{d.facts.issue_date.year}",
}
