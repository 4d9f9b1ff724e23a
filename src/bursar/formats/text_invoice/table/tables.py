"""The lines of an invoice: tables with headings, over page breaks; what follows the lines is known by words and sums.

A table runs from its heading to what ends it: the heading of another table, or the totals. Rows that carry a sum from
page to page are left out. Where several readings are possible, the one whose amounts make the net of the invoice wins.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Final

from bursar.formats.pdf.page import Word
from bursar.formats.text_invoice.sums.figures import CURRENCY_WORDS, Figure, Figures
from bursar.formats.text_invoice.sums.total_words import Role, role_of, says_optional
from bursar.formats.text_invoice.table.column_contents import corrected
from bursar.formats.text_invoice.table.columns import Column, Heading, assign, find_headings, learned, may_be_of_lines
from bursar.formats.text_invoice.table.contents import told
from bursar.formats.text_invoice.table.counts import find_quantities, with_counts
from bursar.formats.text_invoice.table.items import Item, Roles, choose_roles, complete, complete_from, items
from bursar.formats.text_invoice.table.kinds import Kind
from bursar.formats.text_invoice.table.unheaded import SUMS, unheaded

MAX_ROWS: Final = 6_000
MAX_LINES: Final = 2_000
STRAY: Final = 600  # Hundredths of a point; what stands further from its column is of some text.
MAX_LEFT_OUT: Final = 60
APART: Final = 140  # In hundredths of the widest step from line to line.
MAX_FACTOR_WORDS: Final = 3
ALIGNED: Final = 60  # Percent of the lines.
HAIR: Final = 100  # Hundredths of a point.
SHORT: Final = 5  # Words; what names a sum is short.
_OF_THEIR_OWN: Final = frozenset({Kind.RATE, Kind.DATE})  # Percentages stand in no other column, no number in dates.
_TAXES: Final = frozenset({Kind.TAX, Kind.BASE})


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a table on one page; `first` and `end` span them, and a heading stands over them or not."""

    first: int
    end: int
    headed: bool


@dataclass
class Table:
    """A table of lines: its columns, its rows page by page, and the lines that were read from it."""

    columns: tuple[Column, ...]
    parts: list[Part]
    roles: Roles | None = None
    placed: dict[int, dict[int, Figure]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    only: frozenset[int] | None = None  # The only rows that may be lines, if they are known.
    aligned: bool = False  # Descriptions begin where their heading does, with other words left of them.
    heading: str | None = None  # A heading that may stand on every page, in words that are not known.

    @property
    def sum(self) -> int:
        """What the lines add up to."""
        return sum(item.net.scaled for item in self.items)


def find_tables(figures: Figures, targets: Collection[int]) -> list[Table]:
    """Return the tables of lines, read; of several, those whose amounts add up to one of the targets, else all."""
    tables = [table for table in _tables(figures) if _read(figures, table, targets)]
    for chosen in (tables, *([table] for table in tables)):
        if sum(table.sum for table in chosen) in targets:
            return list(chosen)
    if tables:
        return tables
    return _without_heading(figures, targets)


def _without_heading(figures: Figures, targets: Collection[int]) -> list[Table]:
    """Return a table whose heading is not there or not known, if what it has multiplies or adds up."""
    found = unheaded(figures, targets)
    guessed: list[Table] = []
    if found is not None:
        pages = list(_pages(figures, found.first, found.end))
        guessed.append(Table(found.columns, pages, only=found.only, heading=found.heading))
    for table in chain(guessed, _tables(figures, guessed=True)):
        if _read(figures, table, targets) and (
            table.sum in targets or (table in guessed and any(item.multiplies for item in table.items))
        ):
            return [table]
    return []


def _tables(figures: Figures, *, guessed: bool = False) -> Iterator[Table]:
    """Yield the tables; headings that are alike on several pages are of one table."""
    headings = find_headings(figures)
    tables: dict[tuple[Kind | None, ...], Table] = {}
    current: Table | None = None
    chosen = [heading for heading in headings if (may_be_of_lines(heading) if guessed else heading.is_of_lines())]
    for index, heading in enumerate(headings):
        if heading not in chosen:
            continue
        signature = tuple(column.best for column in heading.columns)
        current = tables.setdefault(signature, Table(heading.columns, []))
        following = headings[index + 1 :]
        current.parts += _parts(figures, heading, following)
    yield from tables.values()


def _parts(figures: Figures, heading: Heading, following: Sequence[Heading]) -> Iterator[Part]:
    """Yield the rows below a heading, page by page, up to the heading of another table."""
    ends = next((one.first for one in following if one.is_of_lines() or _is_of_taxes(one)), len(figures.rows))
    ends = next((index for index in range(heading.end, ends) if _names_sums(figures, index)), ends)
    yield from _pages(figures, heading.end, min(ends, heading.end + MAX_ROWS))


def _names_sums(figures: Figures, index: int) -> bool:
    """Tell whether a row is the heading of totals that stand side by side."""
    cells = figures.rows[index].cells()
    if any(figure.money for figure in figures.of_row[index]) and any(not _has_letters(cell.text) for cell in cells):
        return False
    roles = [role_of(cell.text) for cell in cells if len(cell.words) <= SHORT]
    sums = {role for role in roles if role in SUMS}
    return len(sums) > 1 and (Role.TAX in sums or len(sums) > 2)


def _has_letters(text: str) -> bool:
    return text not in CURRENCY_WORDS and any(character.isalpha() for character in text)


def _pages(figures: Figures, start: int, ends: int) -> Iterator[Part]:
    """Yield a span of rows page by page; the first part has the heading."""
    first = start
    for index in range(first + 1, ends + 1):
        if index == ends or figures.rows[index].page != figures.rows[first].page:
            yield Part(first, index, headed=first == start)
            first = index


def _is_of_taxes(heading: Heading) -> bool:
    return any(column.best in _TAXES for column in heading.columns)


def _read(figures: Figures, table: Table, targets: Collection[int]) -> bool:
    """Place the numbers, decide what the columns are, and keep the lines; tell whether there are any."""
    rows = [index for part in table.parts for index in range(part.first, part.end) if figures.of_row[index]][:MAX_ROWS]
    rows = [index for index in rows if table.only is None or index in table.only]
    table.columns = corrected(figures, table.columns, _without_sums(figures, rows))
    table.columns = learned(table.columns, [assign(table.columns, figures.of_row[index]) for index in rows[:60]])
    table.placed = _placed(figures, table.columns, rows)
    of_lines = _without_sums(figures, table.placed)
    columns = told(figures, table.columns, {index: table.placed[index] for index in of_lines})
    if any(
        one.best in _OF_THEIR_OWN and one.best is not other.best
        for one, other in zip(columns, table.columns, strict=True)
    ):
        table.placed = _placed(figures, columns, rows)
    table.columns = columns
    lines = {index: row for index, row in table.placed.items() if not _is_sum(figures, index, row)}
    table.roles = choose_roles(table.columns, lines, targets)
    if table.roles is None:
        return False
    sums = {index for index, row in table.placed.items() if table.roles.net not in row and _names_sum(figures, index)}
    found = items({index: row for index, row in table.placed.items() if index not in sums}, table.roles)[:MAX_LINES]
    for item in found:
        complete(item, figures.of_row[item.net.row])
    _complete_from_others(figures, found)
    find_quantities(figures, found)
    table.items = _kept(figures, table, found, targets)
    table.aligned = _is_aligned(figures, table)
    return bool(table.items)


def _without_sums(figures: Figures, rows: Iterable[int]) -> list[int]:
    """Return the rows that no word calls a sum, if there are any."""
    listed = list(rows)
    return [index for index in listed if not _names_sum(figures, index)] or listed


def _placed(figures: Figures, columns: Sequence[Column], rows: Sequence[int]) -> dict[int, dict[int, Figure]]:
    """Return which numbers of each row stand in which column, without the rows that have none."""
    placed = {index: found for index in rows if (found := assign(columns, figures.of_row[index]))}
    return with_counts(figures, columns, placed)


def _complete_from_others(figures: Figures, found: Sequence[Item]) -> None:
    """Give lines with nothing but an amount what the row below or above says: a quantity and a price, and no words."""
    own = {row for item in found for row in item.rows}
    for step in (1, -1):
        for item in found:
            row = item.net.row + step
            if row in own or not 0 <= row < len(figures.rows) or figures.rows[row].page != item.net.page:
                continue
            if len(label_of(figures, row).split()) <= MAX_FACTOR_WORDS and complete_from(item, figures.of_row[row]):
                own.add(row)


def _is_aligned(figures: Figures, table: Table) -> bool:
    """Tell whether in nearly all lines a word begins exactly where the heading of descriptions does."""
    left = next((column.left for column in table.columns[1:] if column.best is Kind.DESCRIPTION), None)
    if left is None:
        return False
    rows = {item.net.row for item in table.items}
    begun = sum(any(begins_at(word, left) for word in figures.rows[row].words) for row in rows)
    return begun * 100 >= ALIGNED * len(rows)


def begins_at(word: Word, left: int) -> bool:
    """Tell whether a word begins at a place of a page."""
    return abs(word.box.left - left) <= HAIR


def label_of(figures: Figures, index: int) -> str:
    """Return the words of a row that are no numbers."""
    row = figures.rows[index]
    numbers = {at for figure in figures.of_row[index] for at in range(figure.first, figure.last + 1)}
    return " ".join(word.text for at, word in enumerate(row.words) if at not in numbers and word.text not in "€$£%")


def _names_sum(figures: Figures, index: int) -> bool:
    role = role_of(label_of(figures, index))
    return role is Role.CARRIED or role in SUMS


def _is_sum(figures: Figures, index: int, placed: Mapping[int, Figure]) -> bool:
    """Tell whether a row is named as a sum and has no more than an amount or two."""
    role = role_of(label_of(figures, index))
    return role is Role.CARRIED or (role in SUMS and len(placed) <= 1)


def _kept(figures: Figures, table: Table, found: Sequence[Item], targets: Collection[int]) -> list[Item]:
    """Return the lines without carried sums, totals, and what comes after them."""
    headed = [range(part.first, part.end) for part in table.parts if part.headed]
    kept: list[Item] = []
    doubtful: list[Item] = []
    whole: list[Item] = []  # Amounts without decimals, which only their sum can prove.
    stopped, only_parts = False, True
    running = section = of_section = 0
    for item in found:
        role = role_of(label_of(figures, item.net.row))
        if not item.net.money and (stopped or not item.multiplies):
            if role is None and not stopped and _in_line(table, item):
                whole.append(item)
            continue
        if not _is_like(table, item, role, kept) and _is_total(figures, item, role, running if kept else None):
            stopped = stopped or role is not Role.CARRIED
            only_parts = only_parts and role in {Role.CARRIED, Role.SUBTOTAL}
            continue
        if of_section > 1 and item.net.scaled == section and not item.strong:
            section = of_section = 0
            continue
        if not item.strong and (stopped or not _in_line(table, item)):
            if only_parts and role is None and _in_line(table, item):
                doubtful.append(item)
            continue
        complete = item.multiplies or (item.price is not None and item.quantity is not None)
        if not complete and (stopped or not any(item.net.row in rows for rows in headed)):
            doubtful.append(item)
            continue
        kept.append(item)
        running += item.net.scaled
        section += item.net.scaled
        of_section += 1
    if whole and running + sum(item.net.scaled for item in whole) in targets:
        return sorted([*kept, *whole], key=lambda item: item.net.row)
    return _summed(kept, doubtful, figures, targets)


def _in_line(table: Table, item: Item) -> bool:
    """Tell whether an amount stands where the amounts of its column stand."""
    assert table.roles is not None
    column = table.columns[table.roles.net]
    return column.of_numbers is None or column.distance(item.net) <= STRAY


def _is_like(table: Table, item: Item, role: Role | None, kept: Sequence[Item]) -> bool:
    """Tell whether what words call a payment stands in as many columns as the lines above it: advanced fees are due."""
    if role is not Role.PREPAID or not kept:
        return False
    columns = len(table.placed[item.net.row])
    return columns > 1 and columns >= len(table.placed[kept[-1].net.row])


def _is_total(figures: Figures, item: Item, role: Role | None, running: int | None) -> bool:
    if role is Role.CARRIED:
        return not item.multiplies
    if role in SUMS and (not item.strong or running == item.net.scaled):
        return not item.multiplies or len(label_of(figures, item.net.row).split()) <= SHORT
    if role in SUMS and not item.multiplies and sum(one.money for one in figures.of_row[item.net.row]) > 2:
        return True
    return running == item.net.scaled and running != 0 and not item.strong


def _summed(kept: list[Item], doubtful: Sequence[Item], figures: Figures, targets: Collection[int]) -> list[Item]:
    """Return the lines that add up to a target: all, those with a price, or also the ones that were doubtful."""
    strong = [item for item in kept if item.strong]
    if sum(item.net.scaled for item in kept) in targets and not strong:
        return kept
    extras = {Role.ALLOWANCE, Role.CHARGE}
    mostly = len(strong) * 2 >= len(kept)
    plain = [item for item in kept if item.strong or role_of(label_of(figures, item.net.row)) not in extras]
    everything = sorted([*(plain if mostly else kept), *doubtful], key=lambda item: item.net.row)
    choices = [plain, strong, everything] if mostly else [kept, everything]
    certain = [[item for item in choice if not _is_optional(figures, item)] for choice in choices]
    whole = set(targets) - _of_parts(figures, [*kept, *doubtful])
    for chosen in (*choices, *certain, *(one for choice in choices for one in _but_one(choice))):
        if chosen and sum(item.net.scaled for item in chosen) in whole:
            return _within(chosen)
    return plain if mostly else kept


def _within(chosen: list[Item]) -> list[Item]:
    """Return the lines without the amounts that stand alone below them, further down than any line below another."""
    strong = [at for at, item in enumerate(chosen) if item.strong]
    if len(strong) < 2 or len(strong) < strong[-1] + 1:
        return chosen
    steps = [_step(one, other) for one, other in pairwise(chosen[: strong[-1] + 1])]
    for at in range(strong[-1] + 1, len(chosen)):
        if _step(chosen[at - 1], chosen[at]) * 100 > max(steps) * APART:
            return chosen[:at]
    return chosen


def _step(one: Item, other: Item) -> int:
    """Return how far below an amount another stands, nothing on another page."""
    return other.net.box.top - one.net.box.top if one.net.page == other.net.page else 0


def _of_parts(figures: Figures, found: Sequence[Item]) -> set[int]:
    """Return the sums that stand above further lines: they are of a part of them."""
    rows = range(min(item.net.row for item in found), max(item.net.row for item in found)) if found else ()
    sums = (index for index in rows if figures.of_row[index] and role_of(label_of(figures, index)) is Role.SUBTOTAL)
    return {figure.scaled for index in sums for figure in figures.of_row[index]}


def _is_optional(figures: Figures, item: Item) -> bool:
    """Tell whether a line is offered and not charged."""
    return any(says_optional(label_of(figures, row)) for row in item.rows)


def _but_one(chosen: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield the lines without each one of those that have nothing but an amount, the last of them first."""
    for at in range(len(chosen) - 1, max(-1, len(chosen) - 1 - MAX_LEFT_OUT), -1):
        if not chosen[at].strong:
            yield [*chosen[:at], *chosen[at + 1 :]]
