"""Tables without a heading: rows whose numbers multiply, or amounts under one another that add up to a total."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from statistics import median_low
from types import MappingProxyType
from typing import Final

from bursar.formats.pdf.rows import Cell
from bursar.formats.text_invoice.sums.figures import CURRENCY_WORDS, Figure, Figures
from bursar.formats.text_invoice.sums.total_words import Role, plain, role_of
from bursar.formats.text_invoice.table.columns import Column
from bursar.formats.text_invoice.table.contents import WORDS
from bursar.formats.text_invoice.table.items import FACTORS, HUNDRED, ONE, multiplies
from bursar.formats.text_invoice.table.kinds import Kind
from bursar.formats.text_invoice.table.lanes import with_lanes
from bursar.formats.text_invoice.table.units import UNITS

MAX_ROWS: Final = 3_000
MAX_FIGURES: Final = 8  # Of one row.
MAX_RUN: Final = 80  # Amounts under one another.
MAX_LANES: Final = 60
MAX_AMOUNTS: Final = 2  # Of one row: quantities may be written with two places.
ROWS_ABOVE: Final = 20
ROWS_OF_WORDS: Final = 2
LEADING: Final = 170  # In hundredths of the height: words further above a line are not of it.
APART: Final = 3  # Rows from line to line.
SCALED: Final = 10_000
THOUSAND: Final = 1_000 * ONE
CENT: Final = 100  # In ten-thousandths.
LANE: Final = 300  # Hundredths of a point: right edges this close are one column.
SUMS: Final = frozenset(
    {Role.NET, Role.GROSS, Role.TAX, Role.SUBTOTAL, Role.TOTAL, Role.PAYABLE, Role.PREPAID, Role.BASE, Role.ROUNDING}
)


@dataclass(frozen=True, slots=True)
class Unheaded:
    """The columns of a table without a heading, its first row, the one after its last, and the rows of its lines."""

    columns: tuple[Column, ...]
    first: int
    end: int
    only: frozenset[int] | None = None  # Any row, if none are named.
    heading: str | None = None  # What its heading says, in words that are not known.


def unheaded(figures: Figures, targets: Collection[int]) -> Unheaded | None:
    """Return a table of lines without a heading, if there is one."""
    return _of_products(figures, targets) or _of_sums(figures, targets)


def _of_products(figures: Figures, targets: Collection[int]) -> Unheaded | None:
    """Find the rows in which a quantity and a price make the amount at the right end, in the same columns."""
    lanes: dict[int, list[tuple[int, Figure, Figure, Figure]]] = {}
    for index, row in enumerate(figures.of_row[:MAX_ROWS]):
        found = _product(row)
        if found is not None:
            right = found[2].box.right
            lane = next((edge for edge in lanes if abs(edge - right) <= LANE), right)
            lanes.setdefault(lane, []).append((index, *found))
    best = max(lanes.values(), key=len, default=[])
    if not best or (len(best) == 1 and best[0][3].scaled not in targets):
        return None
    columns = [
        _column(Kind.QUANTITY, [quantity for _, quantity, _, _ in best]),
        _column(Kind.PRICE, [price for _, _, price, _ in best]),
        amounts := _column(Kind.AMOUNT, [net for _, _, _, net in best]),
    ]
    rows = [row[0] for row in best]
    headed = with_lanes(figures, rows, columns)
    table = _with_text(figures, columns, rows)
    table = table if headed is None else replace(table, columns=headed[0], heading=headed[1])
    first = _first(figures, rows[0], amounts)
    return replace(table, first=_described_above(figures, first, table.heading))


def _first(figures: Figures, first: int, amounts: Column) -> int:
    """Return the first of the rows above a line that are lines too: an amount stands where those of the others do."""
    assert amounts.of_numbers is not None
    for index in range(first - 1, max(-1, first - 1 - ROWS_ABOVE), -1):
        row = figures.of_row[index]
        if figures.rows[index].page != figures.rows[first].page or first - index > APART or _is_sum(figures, index):
            break
        if any(one.money and abs(one.box.right - amounts.of_numbers[1]) <= LANE for one in row):
            first = index
    return first


def _described_above(figures: Figures, first: int, heading: str | None) -> int:
    """Return the first of the rows of words close above a line: they may be its own."""
    for index in range(first - 1, max(-1, first - 1 - ROWS_OF_WORDS), -1):
        row, below = figures.rows[index], figures.rows[index + 1]
        height = max(row.words[0].box.bottom - row.words[0].box.top, 1)
        far = (below.box.top - row.box.top) * 100 > height * LEADING
        if row.page != below.page or far or row.text == heading or any(one.money for one in figures.of_row[index]):
            break
        first = index
    return first


def _product(row: Sequence[Figure]) -> tuple[Figure, Figure, Figure] | None:
    """Return a quantity, a price and the amount that they make, if an amount of a row is made so; the last one first.

    Behind it may stand the amount with tax, or what is noted beside the table; it may also be the first of all.
    """
    plain = [figure for figure in row if not figure.percent][-MAX_FIGURES:]
    less = [figure for figure in row if figure.percent and 0 < figure.scaled < HUNDRED]
    for at in (*range(len(plain) - 1, 1, -1), 0):
        net = plain[at] if len(plain) > FACTORS else None
        found = _factors(plain[:at] or plain[1:], net, less) if net and net.money and net.scaled else None
        if net is not None and found is not None:
            one, other = found
            return (other, one, net) if one.money and not other.money else (one, other, net)
    return None


def _factors(plain: Sequence[Figure], net: Figure, less: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return the two numbers that make an amount, or that do less a percentage of the row or by the thousand.

    The rightmost pair with a price in money is taken: the number of a line may multiply by chance.
    """
    offs = [off for off in less if off.first < net.first]
    for ways in ([(None, ONE)], [(off, ONE) for off in offs], [(None, THOUSAND)]):
        pairs = [
            (one.money or other.money, at, one, other)
            for at, (one, other) in enumerate(combinations(plain, 2))
            if one.scaled and other.scaled and any(multiplies(one, other, net, off, unit) for off, unit in ways)
        ]
        if pairs:
            _, _, one, other = max(pairs, key=lambda pair: pair[:2])
            return one, other
    return None


def _column(kind: Kind, numbers: Sequence[Figure]) -> Column:
    left = median_low(figure.box.left for figure in numbers)
    right = median_low(figure.box.right for figure in numbers)
    return Column(left, right, WORDS[kind], MappingProxyType({kind: 10}), (left, right), told=True)


def _with_text(figures: Figures, columns: list[Column], rows: Sequence[int]) -> Unheaded:
    """Return the columns with that of the words, which is where the longest words of the rows begin."""
    starts = [start for index in rows if (start := _text_start(figures, index)) is not None]
    if starts:
        left = median_low(starts)
        after = [column.left for column in columns if column.left > left]
        right = max(left + 100, min(after, default=left + 10_000) - 500)
        columns.append(Column(left, right, WORDS[Kind.DESCRIPTION], MappingProxyType({Kind.DESCRIPTION: 10})))
    first = rows[0]
    page = figures.rows[first].page
    end = rows[-1] + 1
    last = figures.rows[rows[-1]].page
    while end < len(figures.rows) and figures.rows[end].page == last and not _is_sum(figures, end):
        end += 1
    assert page <= last
    return Unheaded(tuple(sorted(columns, key=lambda column: column.left)), first, end)


def _text_start(figures: Figures, index: int) -> int | None:
    """Return where the words of a row begin, behind the unit of a quantity."""
    row = figures.rows[index]
    numbers = {at for figure in figures.of_row[index] for at in range(figure.first, figure.last + 1)}
    for at, word in enumerate(row.words):
        if at in numbers or not any(character.isalpha() for character in word.text):
            continue
        if at - 1 in numbers and plain(word.text) in UNITS:
            continue
        return word.box.left
    return None


def _is_sum(figures: Figures, index: int) -> bool:
    return bool(figures.of_row[index]) and role_of(_words(figures, index)) in SUMS


def _words(figures: Figures, index: int) -> str:
    row = figures.rows[index]
    numbers = {at for figure in figures.of_row[index] for at in range(figure.first, figure.last + 1)}
    return " ".join(word.text for at, word in enumerate(row.words) if at not in numbers and word.text not in "€$£%")


def _of_sums(figures: Figures, targets: Collection[int]) -> Unheaded | None:
    """Find amounts under one another, with words beside them that begin alike, which add up to a total."""
    lanes: dict[tuple[int, int], list[tuple[int, Figure]]] = {}
    for index, row in enumerate(figures.of_row[:MAX_ROWS]):
        amounts = [figure for figure in row if figure.money]
        if not amounts or len(amounts) > MAX_AMOUNTS or amounts[-1] is not row[-1]:
            continue
        if not _is_sum(figures, index) and _words(figures, index):
            # Beside a narrow column of other words, lines begin with the words next to their amounts.
            for left in {figures.rows[index].box.left // LANE, _next_to(figures, amounts[-1]) // LANE}:
                key = (left, amounts[-1].box.right // LANE)
                if key in lanes or len(lanes) < MAX_LANES:
                    lanes.setdefault(key, []).append((index, amounts[-1]))
    runs = [run for lane in lanes.values() for run in _runs(lane[:MAX_RUN], targets)]
    best = max(runs, key=lambda run: (sum(one.scaled != 0 for _, one in run), -_left(figures, run[0][0])), default=None)
    if best is None:
        return None
    rows = [index for index, _ in best]
    columns = [_column(Kind.AMOUNT, [figure for _, figure in best]), *_quantities(figures, best)]
    laned = with_lanes(figures, rows, columns)
    found = _with_text(figures, columns, rows)
    found = found if laned is None else replace(found, columns=laned[0], heading=laned[1])
    return replace(found, only=frozenset(rows))


def _next_to(figures: Figures, amount: Figure) -> int:
    """Return where the cell of words before an amount begins; where its row does if none is before it."""
    row = figures.rows[amount.row]
    lefts = [cell.box.left for cell in row.cells() if cell.box.right < amount.box.left and _has_letters(cell)]
    return max(lefts, default=row.box.left)


def _has_letters(cell: Cell) -> bool:
    return cell.text not in CURRENCY_WORDS and any(character.isalpha() for character in cell.text)


def _quantities(figures: Figures, lines: Sequence[tuple[int, Figure]]) -> Iterator[Column]:
    """Yield the column of one more number in every line, at its beginning or under one another, that counts something.

    Numbers that rise by one from line to line count the lines. What counts divides each amount to whole cents.
    """
    for first in (True, False):
        counts = []
        for index, amount in lines:
            plain = [one for one in figures.of_row[index] if one is not amount and not one.percent and one.scaled > 0]
            chosen = [one for one in plain if (one.first == 0) == first and one.last < amount.first]
            if len(chosen) != 1 or amount.scaled * SCALED % (chosen[0].scaled * CENT):
                break
            counts += chosen
        if len(counts) < len(lines) or len(counts) < 2:
            continue
        edges = [one.box.left if first else one.box.right for one in counts]
        rising = all(other.scaled - one.scaled == SCALED for one, other in pairwise(counts))
        if max(edges) - min(edges) <= LANE and not rising:
            yield _column(Kind.QUANTITY, counts)
            return


def _left(figures: Figures, index: int) -> int:
    return figures.rows[index].box.left


def _runs(lane: Sequence[tuple[int, Figure]], targets: Collection[int]) -> Iterator[Sequence[tuple[int, Figure]]]:
    """Yield the longest runs of amounts that add up to a target."""
    for start in range(len(lane)):
        total = 0
        longest = 0
        for end in range(start, len(lane)):
            total += lane[end][1].scaled
            if total in targets and total:
                longest = end + 1
        if longest:
            yield lane[start:longest]
