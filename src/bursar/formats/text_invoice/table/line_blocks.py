"""Which rows of text belong to which line of a table.

A line that has its number in its own row begins there. Else text between two lines belongs to the lower one where it
stands close above it, below a wider gap; else to the upper one. Where all gaps are alike it belongs to the upper one,
unless the lower has no words of its own. What divides lines, such as the heading of a section or a sum of some of them,
is no part of any; nor is what stands further below the last line than another line would.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import Row
from bursar.formats.text_invoice.sums.figures import Figures
from bursar.formats.text_invoice.sums.total_words import Role, role_of
from bursar.formats.text_invoice.table.items import Item
from bursar.formats.text_invoice.table.kinds import Kind
from bursar.formats.text_invoice.table.line_facts import TIMES
from bursar.formats.text_invoice.table.line_words import LEFT_OF_COLUMN, cells_of
from bursar.formats.text_invoice.table.tables import STRAY, Part, Table, label_of
from bursar.formats.text_invoice.table.unheaded import SUMS

MAX_ROWS_OF_A_LINE: Final = 14
WIDER: Final = 125  # In hundredths: a gap this much wider than the others divides.
LEADING: Final = 190  # In hundredths of the height: text further down than this belongs to nothing above it.
MOST: Final = 60  # Percent of the lines.


@dataclass
class Block:
    """One line with the rows that its words stand in."""

    item: Item
    rows: list[int] = field(default_factory=list)


def repeated(figures: Figures) -> frozenset[str]:
    """Return the texts that stand at one place on most pages: heads and feet of pages, not words of a line."""
    pages = {row.page for row in figures.rows}
    if len(pages) < 2:
        return frozenset()
    counted = Counter(text for _, text in {(row.page, _shape(row)) for row in figures.rows})
    return frozenset(text for text, count in counted.items() if count * 2 > len(pages) and count > 1)


def _shape(row: Row) -> str:
    return f"{row.box.left // 300} {row.box.top // 300} " + "".join(
        "0" if character.isdigit() else character for character in row.text
    )


def blocks_of(figures: Figures, table: Table, on_every_page: frozenset[str]) -> Iterator[Block]:
    """Yield the lines of a table with the rows of their words."""
    for part in table.parts:
        blocks = [Block(item, sorted(item.rows)) for item in table.items if part.first <= item.net.row < part.end]
        if not blocks:
            continue
        own = {row for block in blocks for row in block.rows}
        others = [index for index in range(part.first, part.end) if index not in own]
        dividing = _dividing(figures, table, blocks, others)
        texts = [
            index
            for index in others
            if index not in dividing
            and figures.rows[index].text != table.heading
            and _has_words(figures, table, index)
            and _shape(figures.rows[index]) not in on_every_page
        ]
        _share_out(figures, table, blocks, _Rows(part, texts, dividing))
        yield from blocks


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a part of a table that are no lines: those of text, and those that divide lines."""

    part: Part
    texts: Sequence[int]
    dividing: frozenset[int]


def _dividing(figures: Figures, table: Table, blocks: Sequence[Block], others: Iterable[int]) -> frozenset[int]:
    """Return the rows that divide lines: those with an amount of their own, and the headings of sections."""
    worded = _mostly(blocks, [_worded(figures, table, block) for block in blocks])
    numbered = _mostly(blocks, [_number(figures, table, row) for block in blocks for row in block.rows])
    is_bold = any(word.bold for block in blocks for words in _described(figures, table, block) for word in words)
    starts = [words[0].box.left for block in blocks for words in _described(figures, table, block)]
    left = min(starts, default=0)
    found = set()
    for index in others:
        row = figures.rows[index]
        is_heading = worded and (
            (not is_bold and all(word.bold for word in row.words))
            or (numbered and _number(figures, table, index))
            or any(cell.box.left < left - LEFT_OF_COLUMN and cell.box.right > left for cell in row.cells())
        )
        if is_heading or _is_apart(figures, table, index):
            found.add(index)
    return frozenset(found)


def _mostly(blocks: Sequence[Block], told: Sequence[bool]) -> bool:
    return sum(told) * 100 >= MOST * len(blocks)


def _described(figures: Figures, table: Table, block: Block) -> Iterator[Sequence[Word]]:
    """Yield the words of a line's own rows that describe it, cell by cell."""
    for row in block.rows:
        for kind, words in cells_of(figures, table, row):
            letters = any(character.isalpha() for word in words for character in word.text)
            if kind is Kind.DESCRIPTION and letters and not all(word.text in TIMES for word in words):
                yield words


def _number(figures: Figures, table: Table, index: int) -> bool:
    """Tell whether something stands in a row where the lines have their numbers."""
    placed = table.placed.get(index, {})
    return any(table.columns[place].best is Kind.POSITION for place in placed) or any(
        kind is Kind.POSITION for kind, _ in cells_of(figures, table, index)
    )


def _is_apart(figures: Figures, table: Table, index: int) -> bool:
    """Tell whether a row has an amount of its own, as a sum or a discount on the whole invoice has."""
    amount = table.placed.get(index, {}).get(table.roles.net) if table.roles else None
    if amount is None or table.roles is None:
        return role_of(label_of(figures, index)) is Role.CARRIED
    return amount.money and table.columns[table.roles.net].distance(amount) <= STRAY


def _has_words(figures: Figures, table: Table, index: int) -> bool:
    return any(kind in {Kind.DESCRIPTION, Kind.ITEM_ID} for kind, _ in cells_of(figures, table, index))


def _share_out(figures: Figures, table: Table, blocks: Sequence[Block], rows: _Rows) -> None:
    """Give rows of text to the lines: between two at the widest gap, before the first and after the last while near."""
    texts = rows.texts
    above = not _worded(figures, table, blocks[0])
    hangs = bool(_near(figures, [index for index in reversed(texts) if index < min(blocks[0].rows)], blocks[0].rows[0]))
    stands = bool(_near(figures, [index for index in texts if index > max(blocks[-1].rows)], blocks[-1].rows[-1]))
    begins = not hangs and _mostly(blocks, [_number(figures, table, row) for block in blocks for row in block.rows])
    pitches: list[int] = []
    for before, after in pairwise(blocks):
        first, last = max(before.rows), min(after.rows)
        between = [index for index in texts if first < index < last][: 2 * MAX_ROWS_OF_A_LINE]
        cuts = [index for index in rows.dividing if first < index < last]
        worded = _worded(figures, table, after)
        if not between:
            pitches += [] if cuts else [_gap(figures.rows[first], figures.rows[last])]
            continue
        if cuts:
            before.rows += [index for index in between if index < min(cuts)]
            after.rows = [*([] if worded else [index for index in between if index > max(cuts)]), *after.rows]
            continue
        upper = worded or (stands and not hangs)
        at = _divide(figures, [first, *between, last], upper=upper and (stands or not hangs))
        at = len(between) if begins else at
        above = above or at < len(between)
        before.rows += between[:at]
        after.rows = [*between[at:], *after.rows]
    first_block, last_block = blocks[0], blocks[-1]
    if above:
        upwards = [index for index in reversed(texts) if index < min(first_block.rows)]
        first_block.rows = [*reversed(_near(figures, upwards, min(first_block.rows))), *first_block.rows]
    lowest = max(last_block.rows)
    ends = min((index for index in rows.dividing if index > lowest), default=rows.part.end)
    ends = next((index for index in range(lowest + 1, ends) if _is_sum(figures, index)), ends)
    below = [index for index in texts if lowest < index < ends]
    last_block.rows += _near(figures, below, lowest, most=_furthest(figures, blocks, pitches))


def _furthest(figures: Figures, blocks: Sequence[Block], pitches: Sequence[int]) -> int | None:
    """Return how far below one another rows of one line stand: as far as they do, or not as far as lines do."""
    gaps = [_gap(figures.rows[one], figures.rows[other]) for block in blocks for one, other in pairwise(block.rows)]
    if gaps:
        return max(gaps) * 110 // 100
    return min(pitches) * 95 // 100 if pitches else None


def _is_sum(figures: Figures, index: int) -> bool:
    role = role_of(label_of(figures, index)) if figures.of_row[index] else None
    return role is Role.CARRIED or role in SUMS


def _worded(figures: Figures, table: Table, block: Block) -> bool:
    return any(True for _ in _described(figures, table, block))


def _divide(figures: Figures, rows: Sequence[int], *, upper: bool) -> int:
    """Return how many of the rows between a line and the next belong to the first."""
    gaps = [_gap(figures.rows[upper], figures.rows[lower]) for upper, lower in pairwise(rows)]
    close = min(gaps) * WIDER // 100
    at = len(gaps)
    while at > 0 and gaps[at - 1] <= close:
        at -= 1
    if at == 0:
        return len(gaps) - 1 if upper else 0
    return at - 1


def _gap(upper: Row, lower: Row) -> int:
    """Return how far two rows are apart, by their middles."""
    return (lower.box.top + lower.box.bottom - upper.box.top - upper.box.bottom) // 2


def _near(figures: Figures, rows: Sequence[int], start: int, *, most: int | None = None) -> list[int]:
    """Return the rows that follow one another closely from a start, none further than `most` from the one before."""
    found: list[int] = []
    at = start
    for index in rows[:MAX_ROWS_OF_A_LINE]:
        row, other = figures.rows[index], figures.rows[at]
        gap = abs(_gap(row, other))
        height = max(min(word.box.bottom - word.box.top for word in row.words), 1)
        if row.page != other.page or gap * 100 > height * LEADING or (most is not None and gap > most):
            break
        found.append(index)
        at = index
    return found
