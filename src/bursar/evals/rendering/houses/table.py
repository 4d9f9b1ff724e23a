"""Tables of the houses: their own cells, lines as records in two rows, and forms that are ruled to the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Final

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Line
from bursar.evals.rendering.fresh.parts import month, month_end, put
from bursar.evals.rendering.fresh.table import Cell, Grid, Said, listed
from bursar.evals.rendering.truth import plain
from bursar.evals.rendering.vocabulary import PEOPLE

SIZES: Final = ("S", "M", "L", "XL")
_PARTS: Final = (6, 3, 3)  # What part of a run each size is; the largest is the rest.


def _size(place: int) -> Cell:
    def cell(_d: Draft, line: Line, _number: int, _said: Said) -> str:
        pieces = [int(line.quantity) // part for part in _PARTS]
        return str((*pieces, int(line.quantity) - sum(pieces))[place])

    return cell


def _below(text: Callable[[Draft, Line, int], str]) -> Cell:
    """Return a cell whose words stand below a description, and may be read with it."""

    def cell(d: Draft, line: Line, number: int, said: Said) -> str:
        written = text(d, line, number)
        said["detail"] = f"{said.get('detail', '')} {written}".strip()
        return written

    return cell


def _share(d: Draft, line: Line, _number: int) -> str:
    return d.sentence(
        "share", percent=d.numbers.short(line.quantity * 100), salary=d.numbers.number(line.unit_price, 2)
    )


def _year(d: Draft, line: Line, number: int) -> str:
    start = d.facts.issue_date + timedelta(days=3 * number)
    years = int(line.quantity)
    return d.sentence("runs", start=d.day(start), end=d.day(start + timedelta(days=365 * years - 1)))


def _code(_d: Draft, line: Line, _number: int, said: Said) -> str:
    said["item_id"] = line.item_id
    return line.item_id


def _letter(d: Draft, line: Line, _number: int, _said: Said) -> str:
    return "ABC"[[group.rate for group in d.facts.groups].index(line.tax_rate)]


CELLS: Final[Mapping[str, Cell]] = {
    **{size: _size(place) for place, size in enumerate(SIZES)},
    "share": _below(_share),
    "runs": _below(_year),
    "usage": _below(lambda d, _line, number: d.words.details[number % len(d.words.details)]),
    "letter": _letter,
    "pack_code": _code,
    "model": _code,
    # Nobody asks for what follows.
    "span": lambda d, _line, _number, _said: month(d),
    "lot": lambda d, _line, _number, _said: f"L{d.rng.randint(1000, 9999)}",
    "done": lambda d, _line, _number, _said: f"{d.rng.choice((40, 60, 75, 100, 100))} %",
    "rider": lambda d, _line, _number, _said: d.rng.choice(PEOPLE),
    "ride": lambda d, _line, number, _said: d.day(
        month_end(d) - timedelta(days=(len(d.facts.lines) - number) * 28 // len(d.facts.lines))
    ),
}


def records(d: Draft, *, size: float = 9.5, again: Callable[[], None] | None = None) -> None:
    """Write each line in two rows: what it is, and below it how much at which price, with what it comes to."""
    for number, line in enumerate(d.facts.lines, 1):
        if d.y + size * 3.4 > d.bottom:
            d.sheet.new_page()
            if again:
                again()
            d.y = 70
        put(d, d.left, d.y, f"{number})", size)
        put(d, d.left + 22, d.y, line.description, size, bold=True, width=d.right - d.left - 120)
        quantity = d.signed(line.quantity)
        places = max(2, -int(line.unit_price.as_tuple().exponent))
        d.y += size * 1.35
        put(d, d.left + 22, d.y, d.numbers.short(quantity), size)
        put(d, d.left + 66, d.y, line.unit, size, width=62)
        put(d, d.left + 132, d.y, f"x {d.numbers.number(line.unit_price, places)}", size)
        put(d, d.right, d.y, d.money(d.facts.lines[number - 1].net), size, align="R")
        d.truth.lines.append(
            {
                "description": line.description,
                "quantity": plain(quantity),
                "unit": line.unit,
                "unit_price": plain(line.unit_price),
                "net": f"{d.signed(line.net):.2f}",
            }
        )
        d.y += size * 1.9
    d.sheet.line(d.left, d.y - size, d.right, d.y - size)
    d.y += 10


def form(d: Draft, grid: Grid, foot: float) -> None:
    """Draw a table in the columns of a printed form, which are ruled down to its foot."""
    top, page = d.y - grid.size - 3.25, d.sheet.pages
    listed(d, grid)
    if d.sheet.pages > page or d.y > foot:
        return
    for _, left, right, _side in grid.spans(d):
        d.sheet.rect(left, top, right - left, foot - top)
    d.y = foot + 22


def units(d: Draft, kind: str) -> Decimal:
    """Return how many units of a kind of goods are charged."""
    return sum((line.quantity for line in d.facts.lines if line.kind == kind), Decimal(0))
