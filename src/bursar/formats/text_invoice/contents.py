"""What columns are whose headings say nothing known: what stands in them tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from bursar.formats.pdf.rows import Cell
from bursar.formats.text_invoice.column_words import Kind
from bursar.formats.text_invoice.columns import Column
from bursar.formats.text_invoice.figures import Figure, Figures
from bursar.formats.text_invoice.total_words import plain
from bursar.formats.text_invoice.units import UNITS

SAMPLE: Final = 40  # Rows.
MOST: Final = 60  # Percent of the cells.
SHORT: Final = 9  # Characters; a unit is short.
POSITION: Final = 3  # Characters; the number of a line is short.
WORDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.POSITION: "pos",
        Kind.ITEM_ID: "item code",
        Kind.DESCRIPTION: "description",
        Kind.QUANTITY: "quantity",
        Kind.UNIT: "unit",
        Kind.PRICE: "unit price",
        Kind.AMOUNT: "amount",
        Kind.RATE: "vat %",
        Kind.DISCOUNT: "discount",
    }
)


@dataclass(frozen=True, slots=True)
class _Content:
    """The texts that stand in one column, and how many of them are percentages."""

    texts: tuple[str, ...]
    percents: int

    def mostly(self, count: int) -> bool:
        return bool(self.texts) and count * 100 >= MOST * len(self.texts)

    @property
    def letters(self) -> int:
        return sum(character.isalpha() for text in self.texts for character in text)


def called(column: Column, kind: Kind) -> Column:
    """Return a column as if its heading named it."""
    return replace(column, heading=WORDS[kind], kinds=MappingProxyType({kind: 10}))


def told(figures: Figures, columns: Sequence[Column], placed: Mapping[int, Mapping[int, Figure]]) -> tuple[Column, ...]:
    """Return the columns, those that no words name called after what stands in them."""
    rows = [index for index, row in placed.items() if len(row) > 1][:SAMPLE]
    if not rows or all(column.best is not None for column in columns):
        return tuple(columns)
    contents = _contents(figures, columns, rows)
    result = list(columns)
    unnamed = [place for place, column in enumerate(columns) if column.best is None]
    for place in unnamed:
        if contents[place].mostly(contents[place].percents):
            has_rate = any(column.best is Kind.RATE for column in result)
            everywhere = contents[place].percents == len(rows)
            kind = Kind.RATE if everywhere and not has_rate else Kind.DISCOUNT
            result[place] = called(columns[place], kind)
    described = next((place for place, column in enumerate(result) if column.best is Kind.DESCRIPTION), None)
    if described is None:
        rest = [place for place in unnamed if result[place].best is None and contents[place].letters]
        described = max(rest, key=lambda place: contents[place].letters, default=None)
        if described is None:
            return tuple(result)
        result[described] = called(columns[described], Kind.DESCRIPTION)
    for place in unnamed:
        if result[place].best is None and (kind_found := _kind(contents[place], before=place < described)):
            result[place] = called(columns[place], kind_found)
    return tuple(result)


def _kind(content: _Content, *, before: bool) -> Kind | None:
    """Return what a column of single words is: units, numbers of items or of lines, the latter before descriptions."""
    single = [text for text in content.texts if " " not in text]
    if not content.mostly(len(single)):
        return None
    if content.mostly(sum(plain(text) in UNITS for text in single)):
        return Kind.UNIT
    numbered = [text for text in single if any(character.isdigit() for character in text)]
    if not before or not content.mostly(len(numbered)):
        alphabetic = sum(text.strip(".").isalpha() and len(text) < SHORT for text in single)
        return Kind.UNIT if not before and content.mostly(alphabetic) else None
    short = sum(text.strip(".").isdigit() and len(text.strip(".")) <= POSITION for text in numbered)
    return Kind.POSITION if content.mostly(short) else Kind.ITEM_ID


def _contents(figures: Figures, columns: Sequence[Column], rows: Sequence[int]) -> list[_Content]:
    """Return what stands in each column, in the rows that are likely to be lines."""
    texts: list[list[str]] = [[] for _ in columns]
    percents = [0] * len(columns)
    for index in rows:
        for cell in figures.rows[index].cells():
            texts[_place(columns, cell)].append(cell.text)
        for figure in figures.of_row[index]:
            if figure.percent:
                nearest = min(range(len(columns)), key=lambda place: columns[place].distance(figure))
                percents[nearest] += 1
    return [_Content(tuple(of), count) for of, count in zip(texts, percents, strict=True)]


def _place(columns: Sequence[Column], cell: Cell) -> int:
    """Return the column that a cell shares most with, else the nearest."""
    left, right = cell.box.left, cell.box.right
    return max(range(len(columns)), key=lambda place: _shared(columns[place], left, right))


def _shared(column: Column, left: int, right: int) -> int:
    return min(column.right, right) - max(column.left, left)
