"""The columns of lines that are known before any heading is: what stands under one another is one column.

What the row above them says over each column is its heading, in whatever words; where there is none, what stands in the
columns tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bursar.core.extraction import Box
from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import Cell, joined
from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.sums.figures import Figures
from bursar.formats.text_invoice.sums.total_words import plain
from bursar.formats.text_invoice.table.column_words import NOTHING, kinds_of
from bursar.formats.text_invoice.table.columns import Column
from bursar.formats.text_invoice.table.units import UNITS

SAMPLE: Final = 40  # Rows.
OFTEN: Final = 40  # Percent of the rows have something in a column.
FEWEST: Final = 2  # Columns.
HEADING_ROWS: Final = 4
MAX_WORDS: Final = 40
LEADING: Final = 320  # In hundredths of the height: a heading stands no further above its lines.
LETTERS: Final = 5  # Units and currencies have no more.
NEAR: Final = 1_500  # Hundredths of a point: a heading stands no further beside its column.


@dataclass(slots=True)
class _Lane:
    """What stands under one another: its edges, and in how many rows there is something."""

    left: int
    right: int
    rows: int = 1


def atoms_of(figures: Figures, index: int) -> Iterator[Sequence[Word]]:
    """Yield what stands by itself in a row: its cells, divided where a number is followed by words."""
    row = figures.rows[index]
    numbers = {id(row.words[at]) for one in figures.of_row[index] for at in range(one.first, one.last + 1)}
    for cell in row.cells():
        at = next((at for at, word in enumerate(cell.words) if id(word) not in numbers), 0)
        behind = at + (at and len(cell.words) > at + 1 and plain(cell.words[at].text) in UNITS)
        pieces = (words for words in (cell.words[:at], cell.words[at:behind], cell.words[behind:]) if words)
        yield from (one.words for words in pieces for one in dated(Cell(row.page, words)))


def dated(cell: Cell) -> Sequence[Cell]:
    """Return a cell as what it is, or as a day and what follows it."""
    day = next((one for one in find_dates(cell.text) if one.start == 0), None)
    count = 0 if day is None else len(cell.text[: day.end].split())
    if not 0 < count < len(cell.words):
        return [cell]
    return [Cell(cell.page, cell.words[:count]), Cell(cell.page, cell.words[count:])]


def with_lanes(
    figures: Figures, rows: Sequence[int], known: Sequence[Column]
) -> tuple[tuple[Column, ...], str | None] | None:
    """Return all columns of some lines, the known ones among them, and the words of their heading if they have one."""
    lanes = _lanes(figures, rows)
    if len(lanes) <= max(FEWEST, len(known)):
        return None
    if any(_is_mixed(figures, rows, lane, known) for lane in lanes):
        return None
    over = _headings(figures, rows[0], lanes)
    columns = [_column(lane, over.get(at, ""), known) for at, lane in enumerate(lanes)]
    missing = any(all(column.of_numbers != one.of_numbers for column in columns) for one in known)
    return None if missing else (tuple(columns), figures.rows[rows[0] - 1].text if over else None)


def _lanes(figures: Figures, rows: Sequence[int]) -> list[_Lane]:
    """Return the columns of some rows from the left: what overlaps from row to row, where it is there often."""
    sample = rows[:SAMPLE]
    boxes = sorted((box.left, box.right) for index in sample for box in map(joined, atoms_of(figures, index)))
    lanes: list[_Lane] = []
    for left, right in boxes:
        if lanes and left < lanes[-1].right:
            lanes[-1].right = max(lanes[-1].right, right)
            lanes[-1].rows += 1
        else:
            lanes.append(_Lane(left, right))
    return [lane for lane in lanes if lane.rows * 100 >= OFTEN * len(sample)]


def _is_mixed(figures: Figures, rows: Sequence[int], lane: _Lane, known: Sequence[Column]) -> bool:
    """Tell whether words stand where numbers do: quantities so close before what they count that no column divides."""
    if not any(_is_in(lane, column) for column in known):
        return False
    boxes = [(joined(words), words) for index in rows[:SAMPLE] for words in atoms_of(figures, index)]
    texts = ["".join(word.text for word in words) for box, words in boxes if lane.left <= box.left < lane.right]
    worded = sum(sum(map(str.isalpha, text)) > LETTERS for text in texts)
    return worded * 100 >= OFTEN * len(rows[:SAMPLE])


def _is_in(lane: _Lane, column: Column) -> bool:
    return column.of_numbers is not None and lane.left <= sum(column.of_numbers) // 2 <= lane.right


def _column(lane: _Lane, heading: str, known: Sequence[Column]) -> Column:
    """Return a lane as a column: the known one whose numbers stand in it, or one with a heading."""
    for column in known:
        if _is_in(lane, column):
            return replace(column, left=lane.left, right=lane.right)
    return Column(lane.left, lane.right, heading, kinds_of(heading) if heading else NOTHING)


def _headings(figures: Figures, first: int, lanes: Sequence[_Lane]) -> dict[int, str]:
    """Return what stands over each lane in the rows close above the first line, from the topmost row that heads two."""
    top = None
    below = first
    for index in range(first - 1, max(-1, first - 1 - HEADING_ROWS), -1):
        row, near = figures.rows[index], figures.rows[below]
        height = max(row.words[0].box.bottom - row.words[0].box.top, 1)
        far = (near.box.top - row.box.top) * 100 > height * LEADING
        if row.page != near.page or far or figures.of_row[index] or len(row.words) > MAX_WORDS:
            break
        worded = [cell for cell in row.cells() if any(one.isalpha() for one in cell.text)]
        if len({_over(cell.box, lanes) for cell in worded} - {None}) >= FEWEST:
            top = index
        below = index
    found: dict[int, list[str]] = {}
    for index in range(first if top is None else top, first):
        for cell in figures.rows[index].cells():
            at = _over(cell.box, lanes)
            if at is not None:
                found.setdefault(at, []).append(cell.text)
    return {at: " ".join(texts) for at, texts in found.items()}


def _over(box: Box, lanes: Sequence[_Lane]) -> int | None:
    """Return the lane that a heading stands over: the one it shares most with, or is nearest to."""
    shared = [(min(box.right, lane.right) - max(box.left, lane.left), at) for at, lane in enumerate(lanes)]
    most, at = max(shared)
    return at if most > -NEAR else None
