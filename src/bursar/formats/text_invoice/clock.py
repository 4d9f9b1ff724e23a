"""Hours that are written as on a clock, 1:30 for one and a half, where a quantity stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from bursar.formats.pdf.page import Word
from bursar.formats.text_invoice.column_words import Kind
from bursar.formats.text_invoice.columns import Column
from bursar.formats.text_invoice.figures import SCALE, Figure, Figures

STRAY: Final = 1_500  # Hundredths of a point; what stands further from a column is not in it.
SIXTY: Final = 60
_HOURS: Final = re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)h?")


def with_hours(
    figures: Figures, columns: Sequence[Column], placed: Mapping[int, Mapping[int, Figure]]
) -> dict[int, dict[int, Figure]]:
    """Return the numbers of each row by their columns, with hours in the column of quantities where it has none."""
    found = {index: dict(row) for index, row in placed.items()}
    place = next((at for at, column in enumerate(columns) if column.best is Kind.QUANTITY), None)
    for index, row in found.items():
        if place is None or place in row:
            continue
        for at, word in enumerate(figures.rows[index].words):
            hours = _HOURS.fullmatch(word.text)
            if hours and columns[place].left - STRAY < word.box.right < columns[place].right + STRAY:
                row[place] = _figure(index, at, word, figures.rows[index].page, hours)
    return found


def _figure(row: int, at: int, word: Word, page: int, hours: re.Match[str]) -> Figure:
    minutes = SIXTY * int(hours["hours"]) + int(hours["minutes"])
    number = (Decimal(minutes) / SIXTY).quantize(1 / SCALE).normalize()
    number = number.quantize(Decimal(1)) if number == number.to_integral_value() else number
    return Figure(
        number=number,
        raw=word.text,
        page=page,
        box=word.box,
        row=row,
        first=at,
        last=at,
        places=4,
        scaled=int(number * SCALE),
    )
