"""How the manners draw tables, sums and accounts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Line, cents
from bursar.evals.rendering.habits.parts import account, sums, value
from bursar.evals.rendering.manners.words import NOISE
from bursar.evals.rendering.truth import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table in which every column has a width in points; the description takes what is left.

    Besides the columns of a line there are `date`, when it was done, and `line_gross`, its amount with tax: noise that
    looks like what is asked for. `box` draws every cell, `dark` the head on grey, `tall` breaks heads in two rows.
    """

    columns: tuple[tuple[str, float], ...]
    box: bool = False
    dark: bool = False
    tall: bool = False
    sections: bool = False
    codes: bool = False
    trailing: bool = False
    size: float = 8.5
    step: float = 16


def spans(d: Draft, grid: Grid) -> list[tuple[str, float, float]]:
    """Return name, left and right edge of each column."""
    rest = d.right - d.left - sum(width for _name, width in grid.columns if width)
    x, found = d.left, []
    for name, width in grid.columns:
        right = x + (width or rest)
        found.append((name, x, right))
        x = right
    return found


def heads(d: Draft, grid: Grid) -> None:
    """Draw the heads of the columns."""
    noise = NOISE[d.words.code]
    if grid.dark:
        d.sheet.rect(d.left, d.y - 11, d.right - d.left, 26 if grid.tall else 16, gray=205)
    for name, left, right in spans(d, grid):
        text = {"line_gross": noise[0], "date": noise[1]}.get(name) or d.heading(name)
        rows = text.split() if grid.tall and " " in text and name != "description" else [text]
        for row, part in enumerate(rows[:2] if len(rows) < 3 else [" ".join(rows[:-1]), rows[-1]]):
            _put(d, name, part, left, right, d.y + row * 10, grid.size - 0.5, bold=True)
    d.y += (26 if grid.tall else 16) + 2


def _put(
    d: Draft, name: str, text: str, left: float, right: float, y: float, size: float, *, bold: bool = False
) -> None:
    if name in {"description", "item_id", "unit", "date"}:
        d.sheet.text(left + 3, y, text, size, bold=bold)
    elif name == "pos":
        d.sheet.text((left + right) / 2, y, text, size, bold=bold, align="C")
    else:
        d.sheet.text(right - 3, y, text, size, bold=bold, align="R")


def lines(d: Draft, grid: Grid, *, again: Callable[[], None] | None = None) -> None:
    """Draw all lines, page after page."""
    heads(d, grid)
    for number, line in enumerate(d.facts.lines, start=1):
        if grid.sections and number % 3 == 1:
            d.sheet.text(d.left + 3, d.y, f"{NOISE[d.words.code][3]} {number // 3 + 1}", grid.size, bold=True)
            d.y += grid.step
        if d.y + 2 * grid.step > d.bottom:
            d.sheet.new_page()
            d.y = 64
            if again is not None:
                again()
            heads(d, grid)
        _line(d, grid, line, number)
    d.sheet.line(d.left, d.y - 8, d.right, d.y - 8)
    d.y += 6


def _line(d: Draft, grid: Grid, line: Line, number: int) -> None:
    said = {"description": line.description}
    deepest = 1
    for name, left, right in spans(d, grid):
        if name == "description":
            rows = d.sheet.wrapped(line.description, right - left - 6, grid.size)
            if grid.codes:
                rows.append(f"EAN 40{line.item_id.replace('-', '').replace('.', '').replace('/', '')[:9]:0<11}")
                said["detail"] = rows[-1]
            deepest = len(rows)
            for row, text in enumerate(rows):
                d.sheet.text(left + 3, d.y + row * grid.size * 1.2, text, grid.size)
        else:
            _put(d, name, _shown(d, grid, name, line, number, said), left, right, d.y, grid.size)
    height = grid.step + (deepest - 1) * grid.size * 1.2
    if grid.box:
        for _name, left, right in spans(d, grid):
            d.sheet.rect(left, d.y - 11, right - left, height)
    d.y += height
    d.truth.lines.append(said)


def _shown(d: Draft, grid: Grid, name: str, line: Line, number: int, said: dict[str, str]) -> str:
    if name in {"pos", "date"}:
        return str(number) if name == "pos" else d.day(d.facts.delivery_date - timedelta(days=number))
    if name == "line_gross":
        return _amount(d, grid, cents(d.signed(line.net) * (100 + line.tax_rate) / 100))
    if name in {"item_id", "unit"}:
        said[name] = line.item_id if name == "item_id" else line.unit
        return said[name]
    if name == "tax_rate":
        said[name] = plain(line.tax_rate)
        return d.numbers.rate(line.tax_rate, "%")
    return _figure(d, grid, name, line, said)


def _figure(d: Draft, grid: Grid, name: str, line: Line, said: dict[str, str]) -> str:
    if name == "quantity":
        said[name] = plain(d.signed(line.quantity))
        return d.numbers.short(d.signed(line.quantity))
    number = line.unit_price if name == "unit_price" else d.signed(line.net)
    said[name] = plain(number) if name == "unit_price" else f"{number:.2f}"
    return _amount(d, grid, number)


def _amount(d: Draft, grid: Grid, number: Decimal) -> str:
    if not grid.trailing:
        return d.numbers.number(number, 2)
    d.says("currency", d.facts.currency)
    return d.numbers.amount(number, d.facts.currency)


def in_the_grid(d: Draft, grid: Grid, *, tax_summed: bool = False) -> None:
    """Go on with the table: labels and sums in its last columns, in boxes."""
    rows = sums(d, tax_summed=tax_summed)
    d.room(grid.step * len(rows) + 20)
    last = spans(d, grid)[-1][1]
    d.y -= 6
    for label, amount in rows:
        d.sheet.rect(last, d.y - 11, d.right - last, grid.step)
        d.sheet.text(last - 5, d.y, label, grid.size, align="R")
        d.sheet.text(d.right - 3, d.y, amount, grid.size, align="R")
        d.y += grid.step
    d.y += 12


def at_the_foot(d: Draft, *, tax_summed: bool = True) -> None:
    """Draw the sums side by side at the foot of the last page, each in a box with its label above."""
    rows = sums(d, tax_summed=tax_summed)
    if d.y > d.sheet.height - 190:
        d.sheet.new_page()
        d.y = 70
    top, step = d.sheet.height - 160, (d.right - d.left) / len(rows)
    for column, (label, amount) in enumerate(rows):
        x = d.left + column * step
        d.sheet.rect(x, top, step, 34)
        d.sheet.text(x + step / 2, top + 12, label, 7, align="C")
        d.sheet.text(x + step / 2, top + 27, amount, 9.5, bold=True, align="C")
    d.y = max(d.y, 0)


def beside_one_another(d: Draft, kinds: Sequence[str], y: float, *, between: str = " | ") -> None:
    """Write names and values in one line, divided by bars or by blanks."""
    texts = [f"{label.rstrip(':')}: {text}" for label, text in (value(d, kind) for kind in kinds)]
    line = between.join(texts)
    rows = (
        [line] if d.sheet.measured(line, 9) <= d.right - d.left else [between.join(texts[:2]), between.join(texts[2:])]
    )
    for row, text in enumerate(rows):
        d.sheet.text(d.left, y + row * 13, text, 9)


def pay(d: Draft, *, size: float = 9) -> None:
    """Name bank, account and identifier of the bank, one below the other with colons."""
    (iban_label, iban), (bic_label, bic) = account(d)
    one = d.facts.accounts[0]
    for text in (f"{d.label('bank')}: {one.bank}", f"{iban_label}: {iban}", f"{bic_label}: {bic}"):
        d.sheet.text(d.left, d.y, text, size)
        d.y += size * 1.35
