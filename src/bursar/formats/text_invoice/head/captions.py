"""The words that stand at a value, known as labels or not: before it, in the cell beside it, above or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from bursar.core.extraction import Box
from bursar.formats.text_invoice.head.lines import Line, Lines, Span

LEVEL: Final = 600  # Hundredths of a point by which a column may be off.
MOST_ROWS: Final = 3  # Rows from a value to the words above it, of which those of other columns are some.
FEWEST: Final = 3  # Cells of a row of words.
LONGEST: Final = 60  # Characters; more are a sentence, of which the last words count.
_CUT: Final = re.compile(r"[|·•;]|(?<=[^\W\d_]{3}[.!?])\s(?=[A-ZÀ-ÖØ-Þ¿¡])|,\s")


class Where(IntEnum):
    """Where words stand, seen from their value."""

    BEFORE = 0
    ABOVE = 1
    BELOW = 2


@dataclass(frozen=True, slots=True)
class Caption:
    """Words that may say what a value is."""

    text: str
    where: Where


def captions(lines: Lines, value: Span, *, since: int = 0) -> Iterator[Caption]:
    """Yield the words at a value: those before it, else those above or below it, whichever are nearer.

    `since` is where in its line the words before it may begin.
    """
    line = value.line
    here = line.cell_at(value.start)
    before = _last(line.text[max(line.cells[here].start, since) : value.start])
    if _has_letters(before):
        yield Caption(before, Where.BEFORE)
        return
    beside = _last(line.cells[here - 1].text) if here and line.cells[here - 1].start >= since else ""
    if _has_letters(beside) and not _has_digits(beside):
        yield Caption(beside, Where.BEFORE)
    sides = ((Where.ABOVE, -1), (Where.BELOW, 1))
    near = sorted(
        (away, where, text) for where, step in sides for away, text in _in_column(lines, line, value.box, step)
    )
    for _, where, text in near[:1]:
        yield Caption(text, where)


def _in_column(lines: Lines, line: Line, box: Box, step: int) -> Iterator[tuple[int, str]]:
    """Yield the cell nearest to a box in its column, with how far it is, if it says something and has no digits."""
    farthest = 2 * (box.bottom - box.top)
    for index in range(line.index + step, line.index + step * (MOST_ROWS + 1), step):
        other = lines.all[index] if 0 <= index < len(lines.all) else line
        away = max(box.top - other.row.box.bottom, other.row.box.top - box.bottom)
        if other is line or other.row.page != line.row.page or away > farthest:
            return
        cell = next((cell for cell in other.cells if _level(cell.box, box)), None)
        if cell is not None:
            says = _has_letters(cell.text) and not _has_digits(cell.text) and len(cell.text) <= LONGEST
            says = says and not any(one.box.left > box.right and one.box.left < cell.box.right for one in line.cells)
            if says and (step < 0 or _is_strip(other)):
                yield away, cell.text
            return


def _is_strip(line: Line) -> bool:
    """Tell whether a row is of words alone, each in a cell of its own: what stands below values is one of several."""
    return len(line.cells) >= FEWEST and not _has_digits(line.text)


def _level(one: Box, other: Box) -> bool:
    middle = abs(one.left + one.right - other.left - other.right) // 2
    return min(abs(one.left - other.left), abs(one.right - other.right), middle) <= LEVEL


def _last(text: str) -> str:
    """Return the last clause of a text."""
    return _CUT.split(text.rstrip(" ,|·•;"))[-1][-LONGEST:].strip()


def _has_letters(text: str) -> bool:
    return sum(character.isalpha() for character in text) > 1


def _has_digits(text: str) -> bool:
    return any(character.isdigit() for character in text)
