"""The words of a line: its description over several rows, its item number and its unit, as far as its block goes.

Text between two lines belongs to the lower one where it stands close above it, below a wider gap; else to the upper
one. Where all gaps are alike it belongs to the upper one, unless the lower has no words of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, TypeAlias

from bursar.core.extraction import Evidence, Method, Record, Value
from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import Row, joined
from bursar.formats.text_invoice.column_words import Kind
from bursar.formats.text_invoice.columns import Column
from bursar.formats.text_invoice.figures import Figure, Figures, value_of
from bursar.formats.text_invoice.items import Item
from bursar.formats.text_invoice.tables import STRAY, Part, Table, label_of
from bursar.formats.text_invoice.total_words import Role, role_of
from bursar.formats.text_invoice.unheaded import SUMS

MAX_ROWS_OF_A_LINE: Final = 14
WIDER: Final = 125  # In hundredths: a gap this much wider than the others divides.
LEADING: Final = 190  # In hundredths of the height: text further down than this belongs to nothing above it.
TIMES: Final = frozenset({"x", "X", "×", "*", "à", "á", "@"})  # Between a quantity and what it counts, or its price.
MAX_POSITION: Final = 3  # Characters.
MAX_UNIT: Final = 12  # Characters.
MAX_UNIT_WORDS: Final = 2
MAX_ITEM_ID_WORDS: Final = 3
_Rows: TypeAlias = Mapping[int, Sequence[tuple[Kind | None, Word]]]


@dataclass
class Block:
    """One line with the rows that its words stand in."""

    item: Item
    rows: list[int] = field(default_factory=list)


def read_lines(figures: Figures, tables: Sequence[Table], *, adds_up: bool) -> tuple[Record, ...]:
    """Return the lines of the tables as values, in the order in which they stand."""
    repeated = _repeated(figures)
    records = [
        (block.item.net.row, _record(figures, table, block, adds_up=adds_up))
        for table in tables
        for block in _blocks(figures, table, repeated)
    ]
    return tuple(record for _, record in sorted(records, key=lambda one: one[0]))


def _repeated(figures: Figures) -> frozenset[str]:
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


def _blocks(figures: Figures, table: Table, repeated: frozenset[str]) -> Iterator[Block]:
    """Yield the lines of a table with the rows of their words."""
    for part in table.parts:
        blocks = [Block(item, sorted(item.rows)) for item in table.items if part.first <= item.net.row < part.end]
        if not blocks:
            continue
        own = {row for block in blocks for row in block.rows}
        texts = [
            index
            for index in range(part.first, part.end)
            if index not in own
            and figures.rows[index].text != table.heading
            and not _is_apart(figures, table, index)
            and _has_words(figures, table, index)
            and _shape(figures.rows[index]) not in repeated
        ]
        _share_out(figures, table, blocks, texts, part)
        yield from blocks


def _is_apart(figures: Figures, table: Table, index: int) -> bool:
    """Tell whether a row has an amount of its own, as a sum or a discount on the whole invoice has."""
    amount = table.placed.get(index, {}).get(table.roles.net) if table.roles else None
    if amount is None or table.roles is None:
        return role_of(label_of(figures, index)) is Role.CARRIED
    return amount.money and table.columns[table.roles.net].distance(amount) <= STRAY


def _has_words(figures: Figures, table: Table, index: int) -> bool:
    return any(kind in {Kind.DESCRIPTION, Kind.ITEM_ID} for kind, _ in _cells(figures, table, index))


def _share_out(figures: Figures, table: Table, blocks: Sequence[Block], texts: Sequence[int], part: Part) -> None:
    """Give rows of text to the lines: between two at the widest gap, before the first and after the last while near."""
    above = not _worded(figures, table, blocks[0])
    hangs = bool(_near(figures, [index for index in reversed(texts) if index < min(blocks[0].rows)], blocks[0].rows[0]))
    stands = bool(_near(figures, [index for index in texts if index > max(blocks[-1].rows)], blocks[-1].rows[-1]))
    upwards_only = hangs and not stands
    for before, after in pairwise(blocks):
        between = [index for index in texts if max(before.rows) < index < min(after.rows)][: 2 * MAX_ROWS_OF_A_LINE]
        if not between:
            continue
        at = _divide(
            figures,
            [max(before.rows), *between, min(after.rows)],
            worded=not upwards_only and _worded(figures, table, after),
        )
        above = above or at < len(between)
        before.rows += between[:at]
        after.rows = [*between[at:], *after.rows]
    first, last = blocks[0], blocks[-1]
    if above:
        upwards = [index for index in reversed(texts) if index < min(first.rows)]
        first.rows = [*reversed(_near(figures, upwards, min(first.rows))), *first.rows]
    lowest = max(last.rows)
    ends = next((index for index in range(lowest + 1, part.end) if _is_sum(figures, index)), part.end)
    last.rows += _near(figures, [index for index in texts if lowest < index < ends], lowest)


def _is_sum(figures: Figures, index: int) -> bool:
    role = role_of(label_of(figures, index)) if figures.of_row[index] else None
    return role is Role.CARRIED or role in SUMS


def _worded(figures: Figures, table: Table, block: Block) -> bool:
    return any(
        kind is Kind.DESCRIPTION and any(character.isalpha() for word in words for character in word.text)
        for row in block.rows
        for kind, words in _cells(figures, table, row)
    )


def _divide(figures: Figures, rows: Sequence[int], *, worded: bool) -> int:
    """Return how many of the rows between a line and the next belong to the first."""
    gaps = [_gap(figures.rows[upper], figures.rows[lower]) for upper, lower in pairwise(rows)]
    close = min(gaps) * WIDER // 100
    at = len(gaps)
    while at > 0 and gaps[at - 1] <= close:
        at -= 1
    if at == 0:
        return len(gaps) - 1 if worded else 0
    return at - 1


def _gap(upper: Row, lower: Row) -> int:
    """Return how far two rows are apart, by their middles."""
    return (lower.box.top + lower.box.bottom - upper.box.top - upper.box.bottom) // 2


def _near(figures: Figures, rows: Sequence[int], start: int) -> list[int]:
    """Return the rows that follow one another closely from a start."""
    found: list[int] = []
    at = start
    for index in rows[:MAX_ROWS_OF_A_LINE]:
        row, other = figures.rows[index], figures.rows[at]
        gap = abs(_gap(row, other))
        height = max(min(word.box.bottom - word.box.top for word in row.words), 1)
        if row.page != other.page or gap * 100 > height * LEADING:
            break
        found.append(index)
        at = index
    return found


def _cells(figures: Figures, table: Table, index: int) -> Iterator[tuple[Kind | None, Sequence[Word]]]:
    """Yield the words of a row, cell by cell, with the kind of column that they stand in, without placed numbers."""
    row = figures.rows[index]
    is_text = all(index not in item.rows for item in table.items)
    placed = {} if is_text else table.placed.get(index, {})
    roles = table.roles
    used = {roles.net, roles.price, roles.quantity, roles.discount, roles.rate} if roles else set()
    wordy = {_widest(table.columns)} - used  # A number among the words that describe is one of them.
    taken = {
        at
        for place, figure in placed.items()
        if place not in wordy and table.columns[place].best not in {Kind.ITEM_ID, Kind.DESCRIPTION}
        for at in range(figure.first, figure.last + 1)
    }
    run: list[Word] = []
    for cell in row.cells():
        for word in cell.words:
            if id(word) in {id(row.words[at]) for at in taken}:
                if run:
                    yield _kind(table, run, is_text=is_text), run
                run = []
            else:
                run.append(word)
        if run:
            yield _kind(table, run, is_text=is_text), run
        run = []


def _kind(table: Table, words: Sequence[Word], *, is_text: bool) -> Kind | None:
    """Return the kind of the column in which words stand: where they begin, else what they lie under most.

    Where no column is called so, the words of rows without a line's numbers describe.
    """
    left, right = words[0].box.left, words[-1].box.right
    description = _widest(table.columns)
    if table.columns[description].best is not Kind.DESCRIPTION and is_text:
        return Kind.DESCRIPTION
    for place, column in enumerate(table.columns):
        if place == description:
            following = table.columns[place + 1] if place + 1 < len(table.columns) else None
            ends = _left(following) if following else right + 1
            if column.left - 500 <= left < ends:
                return Kind.DESCRIPTION
    best = max(table.columns, key=lambda column: min(right, column.right) - max(left, column.left))
    if table.columns[description] is best:
        return Kind.DESCRIPTION
    if best.best is Kind.DESCRIPTION:  # "Item" beside "Description": a number of the item, or only of the line.
        return Kind.ITEM_ID if any(len(word.text) > MAX_POSITION for word in words) else Kind.POSITION
    return best.best


def _widest(columns: Sequence[Column]) -> int:
    """Return the place of the descriptions: of the columns called so, or else of words, the one with the most room."""
    room = [
        (columns[place + 1].left if place + 1 < len(columns) else column.right) - column.left
        for place, column in enumerate(columns)
    ]
    return max(
        range(len(columns)),
        key=lambda place: (
            columns[place].best is Kind.DESCRIPTION,
            columns[place].best is Kind.DESCRIPTION or columns[place].of_numbers is None,
            room[place],
        ),
    )


def _left(column: Column) -> int:
    return min(column.left, column.of_numbers[0]) if column.of_numbers else column.left


def _described(by_row: _Rows, item: Item, of_unit: frozenset[int]) -> dict[int, list[Word]]:
    """Return the words of a description by their rows, without the unit of the quantity and the sign before it."""
    taken = frozenset[int]() if item.in_words else of_unit
    found = _of_kind(by_row, Kind.DESCRIPTION, taken) or _of_kind(by_row, None, taken)
    first = next(iter(found), None)
    if first is not None and found[first][0].text in TIMES and not item.in_words and len(found[first]) > 1:
        found[first] = found[first][1:]
    return found


def _is_position(word: Word) -> bool:
    """Tell whether a word numbers a line, not an item."""
    return word.text.strip(".").isdigit() and len(word.text) <= MAX_POSITION


def _of_kind(by_row: _Rows, kind: Kind | None, taken: frozenset[int] = frozenset()) -> dict[int, list[Word]]:
    found = {row: [word for of, word in words if of is kind and id(word) not in taken] for row, words in by_row.items()}
    return {row: words for row, words in found.items() if words}


def _apart(figures: Figures, by_row: dict[int, list[Word]], item: Item) -> list[Word]:
    """Return words of a line from row to row, as long as their common box has no other words in it.

    The rows of its numbers come first, then those below and those above: so a description is one block on its page.
    """
    if not by_row:
        return []
    start = next((row for row in by_row if row in item.rows), min(by_row))
    below = sorted(row for row in by_row if row > start)
    above = sorted((row for row in by_row if row < start), reverse=True)
    kept = [start]
    for rows in (below, above):
        for row in rows:
            tried = sorted([*kept, row])
            if not _is_alone(figures, [word for one in tried for word in by_row[one]], tried):
                break
            kept = tried
    return [word for row in kept for word in by_row[row]]


def _is_alone(figures: Figures, words: Sequence[Word], rows: Sequence[int]) -> bool:
    """Tell whether the box of words holds the middle of no other word."""
    box, own = joined(words), {id(word) for word in words}
    return all(
        id(word) in own
        or not (
            box.left <= (word.box.left + word.box.right) // 2 <= box.right
            and box.top <= (word.box.top + word.box.bottom) // 2 <= box.bottom
        )
        for row in range(rows[0], rows[-1] + 1)
        for word in figures.rows[row].words
    )


def _record(figures: Figures, table: Table, block: Block, *, adds_up: bool) -> Record:
    """Return one line as values."""
    item = block.item
    evidence = [Evidence.POSITION]
    if item.multiplies:
        evidence.append(Evidence.ARITHMETIC)
    record: dict[str, Value] = {}
    by_row = {
        row: [(kind, word) for kind, run in _cells(figures, table, row) for word in run]
        for row in block.rows
        if figures.rows[row].page == item.net.page
    }
    unit, of_unit = _unit(figures, table, item)
    described = _described(by_row, item, of_unit)
    if described:
        record["description"] = _text(_apart(figures, described, item), item.net.page, *_named(table))
    numbered = _of_kind(by_row, Kind.ITEM_ID)
    if numbered:
        words = _apart(figures, numbered, item)
        words = words[1:] if len(words) > 1 and _is_position(words[0]) else words
        record["item_id"] = _text(words[:MAX_ITEM_ID_WORDS], item.net.page)
    for name in ("quantity", "price", "rate"):
        figure: Figure | None = getattr(item, name)
        if figure is not None:
            told = _headed(table, name)
            found = evidence if name != "rate" else evidence[:1]
            record[_NAMES[name]] = value_of(figure, *told, *found, Evidence.FORMAT)
    united = _apart(figures, _of_kind(by_row, Kind.UNIT), item)
    if unit or united:
        record["unit"] = _text(unit or united[:MAX_UNIT_WORDS], item.net.page)
    summed = (Evidence.REPETITION,) if adds_up else ()
    record["net"] = value_of(item.net, *_headed(table, "net"), *evidence, Evidence.FORMAT, *summed)
    return {name: record[name] for name in _ORDER if name in record}


_NAMES: Final = {"quantity": "quantity", "price": "unit_price", "rate": "tax_rate"}
_ORDER: Final = ("description", "item_id", "quantity", "unit", "unit_price", "tax_rate", "net")


_KINDS: Final = {
    "quantity": {Kind.QUANTITY},
    "price": {Kind.PRICE},
    "rate": {Kind.RATE},
    "net": {Kind.NET, Kind.AMOUNT},
}


def _headed(table: Table, role: str) -> tuple[Evidence, ...]:
    """Return that a heading names the column.

    What multiplies does not tell a quantity from a price, nor does one heading over both: each must have its own.
    """
    roles = ("quantity", "price") if role in {"quantity", "price"} else (role,)
    places = {name: getattr(table.roles, name, None) for name in roles}
    named = all(place is None or table.columns[place].best in _KINDS[name] for name, place in places.items())
    return (Evidence.LABEL,) if named and places[role] is not None else ()


def _named(table: Table) -> tuple[Evidence, ...]:
    return (Evidence.LABEL,) if any(column.best is Kind.DESCRIPTION for column in table.columns) else ()


def _unit(figures: Figures, table: Table, item: Item) -> tuple[list[Word], frozenset[int]]:
    """Return the words right after the quantity: what is counted."""
    if item.quantity is None:
        return [], frozenset()
    row = figures.rows[item.quantity.row]
    numbers = {at for figure in figures.of_row[item.quantity.row] for at in range(figure.first, figure.last + 1)}
    found: list[Word] = []
    at = item.quantity.last + 1
    while at < len(row.words) and at not in numbers and len(found) < MAX_UNIT_WORDS:
        word, before = row.words[at], row.words[at - 1]
        if word.box.left - before.box.right > max(word.box.bottom - word.box.top, 1) * 150 // 100:
            break
        if any(column.best is Kind.DESCRIPTION and abs(word.box.left - column.left) < 400 for column in table.columns):
            break
        if word.text in TIMES or len(word.text) > MAX_UNIT or not any(character.isalpha() for character in word.text):
            break
        found.append(word)
        at += 1
    return found, frozenset(id(word) for word in found)


def _text(words: Sequence[Word], page: int, *evidence: Evidence) -> Value:
    """Return words as a value: as they stand, with single spaces."""
    text = " ".join(word.text for word in words)
    return Value(
        value=text,
        raw=text,
        method=Method.TEXT,
        page=page,
        box=joined(words),
        evidence=(Evidence.POSITION, *evidence),
    )
