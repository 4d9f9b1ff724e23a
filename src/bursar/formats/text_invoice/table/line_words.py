"""The words of a row in a table of lines, cell by cell, and the columns that they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Final

from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import Row
from bursar.formats.text_invoice.sums.figures import Figures
from bursar.formats.text_invoice.table.columns import Column
from bursar.formats.text_invoice.table.contents import dates_of
from bursar.formats.text_invoice.table.kinds import Kind
from bursar.formats.text_invoice.table.tables import Table, begins_at

MAX_POSITION: Final = 3  # Characters.
LEFT_OF_COLUMN: Final = 500  # Hundredths of a point: words that begin this much further left are in another column.
_OTHERS: Final = frozenset({Kind.POSITION, Kind.ITEM_ID, Kind.UNIT, Kind.DATE})
_TEXTS: Final = frozenset({Kind.DATE, Kind.UNIT, Kind.ITEM_ID})


def cells_of(figures: Figures, table: Table, index: int) -> Iterator[tuple[Kind | None, Sequence[Word]]]:
    """Yield the words of a row, cell by cell, with the kind of column that they stand in, without placed numbers."""
    row = figures.rows[index]
    item = next((item for item in table.items if index in item.rows), None)
    is_text = item is None
    placed = {} if is_text else table.placed.get(index, {})
    roles = table.roles
    used = {roles.net, roles.price, roles.quantity, roles.discount, roles.rate} if roles else set()
    description = described_in(table.columns)
    wordy = {description} - used  # A number among the words that describe is one of them.
    taken = {
        at
        for place, figure in placed.items()
        if place not in wordy and table.columns[place].best not in {Kind.ITEM_ID, Kind.DESCRIPTION}
        for at in range(figure.first, figure.last + 1)
    }
    if item is not None and not item.in_words:
        factors = [one for one in (item.quantity, item.price) if one is not None and one.row == index]
        taken |= {at for one in factors for at in range(one.first, one.last + 1)}
    numbers = {id(row.words[at]) for at in taken}
    begun = False
    left = table.columns[description].left if table.aligned and description is not None else None
    for run in _runs(row, numbers, left):
        kind = Kind.DATE if not is_text and dates_of(run) else _kind(table, run, is_text=is_text)
        if kind is Kind.DESCRIPTION and begun:
            kind = _beside(table, run)
        begun = begun or kind is Kind.DESCRIPTION
        yield kind, run


def _runs(row: Row, numbers: Collection[int], left: int | None) -> Iterator[Sequence[Word]]:
    """Yield the words of each cell of a row, divided where numbers stand among them and where descriptions begin."""
    for cell in row.cells():
        for is_number, group in groupby(cell.words, key=lambda word: id(word) in numbers):
            words = tuple(group)
            if is_number:
                continue
            at = next((n for n, word in enumerate(words) if left is not None and begins_at(word, left)), 0)
            if at and left is not None and words[0].box.left < left - LEFT_OF_COLUMN:
                yield words[:at]
                words = words[at:]
            yield words


def _beside(table: Table, words: Sequence[Word]) -> Kind | None:
    """Return the kind of the column over words that stand apart from a description: that of a text, or the description.

    Heads stand in the middle of a column whose texts begin further left, where the room of the description still is.
    """
    left, right = words[0].box.left, words[-1].box.right
    over = [column for column in table.columns if min(right, column.right) > max(left, column.left)]
    kinds = {column.best for column in over}
    if len(over) == 1 and kinds == {None} and described_in(table.columns) != table.columns.index(over[0]):
        return None
    return next(iter(kinds)) if len(kinds) == 1 and kinds <= _TEXTS else Kind.DESCRIPTION


def _kind(table: Table, words: Sequence[Word], *, is_text: bool) -> Kind | None:
    """Return the kind of the column in which words stand: where they begin, else what they lie under most.

    Where no column is called so, the words of rows without a line's numbers describe.
    """
    left, right = words[0].box.left, words[-1].box.right
    description = described_in(table.columns)
    if is_text and (description is None or table.columns[description].best is not Kind.DESCRIPTION):
        return Kind.DESCRIPTION
    for place, column in enumerate(table.columns):
        if place == description:
            following = table.columns[place + 1] if place + 1 < len(table.columns) else None
            ends = _left(following) if following else right + 1
            if column.left - LEFT_OF_COLUMN <= left < ends:
                return Kind.DESCRIPTION
    best = max(table.columns, key=lambda column: min(right, column.right) - max(left, column.left))
    if description is not None and table.columns[description] is best:
        return Kind.DESCRIPTION
    if best.best is Kind.DESCRIPTION:  # "Item" beside "Description": a number of the item, or only of the line.
        return Kind.ITEM_ID if any(len(word.text) > MAX_POSITION for word in words) else Kind.POSITION
    return best.best


def described_in(columns: Sequence[Column]) -> int | None:
    """Return the place of the descriptions: of the columns called so, or else of words, the one with the most room.

    There is none where all words are of other kinds: then the rows between the lines describe them.
    """
    named = any(column.best is Kind.DESCRIPTION for column in columns)
    room = [
        (columns[place + 1].left if place + 1 < len(columns) else column.right) - column.left
        for place, column in enumerate(columns)
    ]
    return max(
        (place for place, column in enumerate(columns) if named or column.best not in _OTHERS),
        default=None,
        key=lambda place: (
            columns[place].best is Kind.DESCRIPTION,
            columns[place].best is Kind.DESCRIPTION or columns[place].of_numbers is None,
            room[place],
        ),
    )


def _left(column: Column) -> int:
    return min(column.left, column.of_numbers[0]) if column.of_numbers else column.left
