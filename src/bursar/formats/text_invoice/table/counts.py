"""Quantities in one word: hours as on a clock, 1:30 for one and a half, and numbers that touch what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import Row
from bursar.formats.text_invoice.numbers import parse_amount
from bursar.formats.text_invoice.sums.figures import SCALE, Figure, Figures
from bursar.formats.text_invoice.sums.total_words import plain
from bursar.formats.text_invoice.table.columns import Column
from bursar.formats.text_invoice.table.items import Item, multiplies
from bursar.formats.text_invoice.table.kinds import Kind
from bursar.formats.text_invoice.table.units import UNITS

STRAY: Final = 1_500  # Hundredths of a point; what stands further from a column is not in it.
MAX_WORDS: Final = 60  # Of one row.
SIXTY: Final = 60
_HOURS: Final = re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)(?:h|std)?")
_GLUED: Final = re.compile(r"(?P<number>[-–−]?\d{1,6}(?:[.,]\d{1,3})?)(?P<unit>[^\W\d]{1,10}\.?|×)")


def with_counts(
    figures: Figures, columns: Sequence[Column], placed: Mapping[int, Mapping[int, Figure]]
) -> dict[int, dict[int, Figure]]:
    """Return the numbers of each row by their columns, with such quantities where their column has no number."""
    found = {index: dict(row) for index, row in placed.items()}
    place = next((at for at, column in enumerate(columns) if column.best is Kind.QUANTITY), None)
    for index, row in found.items():
        if place is None or place in row:
            continue
        for figure in counts_of(figures, index):
            if columns[place].left - STRAY < figure.box.right and figure.box.left < columns[place].right + STRAY:
                row[place] = figure
    return found


def counts_of(figures: Figures, index: int) -> Iterator[Figure]:
    """Yield the quantities of a row that are one word with what they count."""
    row = figures.rows[index]
    for at, word in enumerate(row.words[:MAX_WORDS]):
        hours, glued = _HOURS.fullmatch(word.text), _GLUED.fullmatch(word.text)
        if hours:
            minutes = SIXTY * int(hours["hours"]) + int(hours["minutes"])
            yield _figure(index, at, row, word.text, Decimal(minutes) / SIXTY)
        elif glued and counted(word) and (number := parse_amount(glued["number"])) is not None:
            yield _figure(index, at, row, glued["number"], number)


def counted(word: Word) -> str | None:
    """Return what a number counts that it touches, None where it counts nothing known."""
    glued = _GLUED.fullmatch(word.text)
    unit = glued["unit"] if glued else ""
    return unit if plain(unit) in UNITS or unit in {"x", "×", "X"} else None


def find_quantities(figures: Figures, found: Sequence[Item]) -> None:
    """Give lines that have a price and no quantity the one number of their row that makes the amount with it."""
    for item in found:
        if item.price is None or item.quantity is not None:
            continue
        numbers = [*figures.of_row[item.net.row], *counts_of(figures, item.net.row)]
        others = [one for one in numbers if one not in {item.price, item.net} and one.scaled and not one.percent]
        fitting = [one for one in others if multiplies(one, item.price, item.net, item.discount)]
        if len(fitting) == 1:
            item.quantity, item.multiplies = fitting[0], True


def _figure(index: int, at: int, row: Row, raw: str, number: Decimal) -> Figure:
    scaled = int(number * SCALE)
    worth = (Decimal(scaled) / SCALE).normalize()
    return Figure(
        number=worth.quantize(Decimal(1)) if worth == worth.to_integral_value() else worth,
        raw=raw,
        page=row.page,
        box=row.words[at].box,
        row=index,
        first=at,
        last=at,
        places=4,
        scaled=scaled,
    )
