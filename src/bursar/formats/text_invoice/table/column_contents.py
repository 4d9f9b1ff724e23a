"""What stands below the headings judges them: which are one, and which cannot mean what their words say.

Two headings close together that never have two things below them are one. A column of sentences counts nothing and has
no unit, numbers that do not rise do not number the lines, and letters are no money: such a heading says nothing, and
what its column is has to be told in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from bursar.core.extraction import Box
from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import joined
from bursar.formats.text_invoice.sums.figures import Figures
from bursar.formats.text_invoice.sums.total_words import plain
from bursar.formats.text_invoice.table.column_words import NOTHING, kinds_of
from bursar.formats.text_invoice.table.columns import Column
from bursar.formats.text_invoice.table.kinds import Kind
from bursar.formats.text_invoice.table.lanes import atoms_of
from bursar.formats.text_invoice.table.units import UNITS

SAMPLE: Final = 24  # Rows.
SPACE: Final = 350  # Hundredths of a point: headings with known names that are further apart are two.
WIDE: Final = 700  # The space of a typewriter; headings further apart are two, whatever they say.
MOST: Final = 60  # Percent.
FEWEST: Final = 2  # Columns that have something in a row of a line.
LONG: Final = 12  # Letters; no unit is longer.
_COUNTS: Final = frozenset({Kind.UNIT, Kind.POSITION, Kind.QUANTITY, Kind.ITEM_ID})
_MONEY: Final = frozenset({Kind.PRICE, Kind.NET, Kind.GROSS, Kind.AMOUNT, Kind.TAX, Kind.BASE})


def corrected(figures: Figures, columns: Sequence[Column], rows: Iterable[int]) -> tuple[Column, ...]:
    """Return the columns as what stands in the rows below their headings lets them be."""
    lines = [index for index in rows if any(one.money for one in figures.of_row[index])][:SAMPLE]
    atoms = [list(atoms_of(figures, index)) for index in lines]
    fullest = max(map(len, atoms), default=0)
    if fullest < FEWEST:
        return tuple(columns)
    atoms = [row for row in atoms if len(row) * 100 >= MOST * fullest]  # Others are sums.
    merged = _merged(columns, atoms)
    texts: list[list[Sequence[Word]]] = [[] for _ in merged]
    for row in atoms:
        for place, words in _placed(merged, row).items():
            texts[place].append(words)
    said = [[" ".join(word.text for word in words) for words in under] for under in texts]
    worded = any(_mostly(map(_is_sentence, under)) for under in said)
    return tuple(
        replace(column, heading="", kinds=NOTHING) if _is_contradicted(column, under, worded=worded) else column
        for column, under in zip(merged, said, strict=True)
    )


def _mostly(told: Iterable[bool]) -> bool:
    listed = list(told)
    return bool(listed) and sum(listed) * 100 >= MOST * len(listed)


def _placed(columns: Sequence[Column], row: Iterable[Sequence[Word]]) -> Mapping[int, Sequence[Word]]:
    """Return what stands in each column of a row, the nearest of several things."""
    found: dict[int, tuple[int, Sequence[Word]]] = {}
    for words in row:
        box = joined(words)
        far, place = min((_apart(column, box), place) for place, column in enumerate(columns))
        if place not in found or far < found[place][0]:
            found[place] = far, words
    return {place: words for place, (_, words) in found.items()}


def _apart(column: Column, box: Box) -> int:
    """Return how far something is from a heading, by the nearest of its edges and its middle."""
    left, right = box.left - column.left, box.right - column.right
    return min(abs(left), abs(right), abs(left + right) // 2)


def _merged(columns: Sequence[Column], atoms: Sequence[Sequence[Sequence[Word]]]) -> list[Column]:
    """Return the columns, headings that are hardly a space apart and never have two things below them as one."""
    merged = list(columns[:1])
    for column in columns[1:]:
        before = merged[-1]
        known = before.best is not None and column.best is not None
        if column.left - before.right <= (SPACE if known else WIDE) and _is_one([before, column], atoms):
            text = f"{before.heading} {column.heading}"
            merged[-1] = Column(before.left, column.right, text, kinds_of(text))
        else:
            merged.append(column)
    return merged


def _is_one(pair: Sequence[Column], atoms: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Tell whether two headings stand over one column: never is one thing below the one and another below the other."""
    together = False
    for row in atoms:
        boxes = [joined(words) for words in row]
        below = [box for box in boxes if box.right > pair[0].left - SPACE and box.left < pair[1].right + SPACE]
        if len(below) > 1:
            return False
        together = together or bool(below)
    return together


def _is_contradicted(column: Column, said: Sequence[str], *, worded: bool) -> bool:
    """Tell whether what stands below a heading cannot be what it says; `worded` is whether any column has sentences."""
    if not said or column.best is None:
        return False
    if column.best in _MONEY | _COUNTS and _mostly(map(_is_sentence, said)):
        return True
    if column.best in _MONEY and _mostly(map(_is_code, said)):
        return True
    if column.best is Kind.POSITION:
        return len(said) > 1 and not _rises(said)
    if column.best is Kind.DESCRIPTION:
        return worded and _mostly(_is_number(text) or plain(text) in UNITS for text in said)
    return column.best is Kind.UNIT and _mostly(map(_is_number, said))


def _is_code(text: str) -> bool:
    return " " not in text and any(map(str.isdigit, text)) and any(map(str.isalpha, text)) and text[-1].isalnum()


def _is_number(text: str) -> bool:
    return any(one.isdigit() for one in text) and not any(one.isalpha() for one in text)


def _is_sentence(text: str) -> bool:
    """Tell whether a text describes something: it has words, and they are no unit."""
    letters = sum(one.isalpha() for one in text)
    words = plain(text).split()
    return letters > LONG or (len(words) > 1 and letters * 2 > len(text) and not set(words) <= UNITS)


def _rises(said: Sequence[str]) -> bool:
    """Tell whether numbers rise from line to line, as those of lines do; letters and decimals may do as they like."""
    digits = [text.strip(".)(#") for text in said]
    if not all(text.isdigit() for text in digits):
        return not any(one in text for text in digits for one in ".,")
    return all(int(one) < int(other) for one, other in pairwise(digits))
