"""The words of a line: its description over several rows, its item number and its unit, as far as its block goes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, TypeAlias

from bursar.core.extraction import Evidence, Method, Record, Value
from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import joined
from bursar.formats.text_invoice.sums.figures import Figure, Figures, value_of
from bursar.formats.text_invoice.table.columns import Column
from bursar.formats.text_invoice.table.contents import is_code
from bursar.formats.text_invoice.table.counts import counted
from bursar.formats.text_invoice.table.items import Item
from bursar.formats.text_invoice.table.kinds import Kind
from bursar.formats.text_invoice.table.line_blocks import Block, blocks_of, repeated
from bursar.formats.text_invoice.table.line_facts import AROUND, TIMES, facts_of
from bursar.formats.text_invoice.table.line_words import MAX_POSITION, cells_of
from bursar.formats.text_invoice.table.tables import Table

MAX_UNIT: Final = 12  # Characters.
MAX_UNIT_WORDS: Final = 2
MAX_ITEM_ID_WORDS: Final = 3
_Rows: TypeAlias = Mapping[int, Sequence[tuple[Kind | None, Word]]]


def read_lines(figures: Figures, tables: Sequence[Table], *, adds_up: bool) -> tuple[Record, ...]:
    """Return the lines of the tables as values, in the order in which they stand."""
    on_every_page = repeated(figures)
    records = [
        (block.item.net.row, _record(figures, table, block, adds_up=adds_up))
        for table in tables
        for block in blocks_of(figures, table, on_every_page)
    ]
    return tuple(record for _, record in sorted(records, key=lambda one: one[0]))


def _described(by_row: _Rows, item: Item, of_unit: frozenset[int]) -> dict[int, list[Word]]:
    """Return the words of a description by their rows, without the unit of the quantity and the sign before it."""
    taken = frozenset[int]() if item.in_words else of_unit
    found = _of_kind(by_row, Kind.DESCRIPTION, taken) or _of_kind(by_row, None, taken)
    found = {row: words for row, words in found.items() if not all(_says_nothing(word) for word in words)}
    first = next(iter(found), None)
    if first is not None and len(found[first]) > 1 and _is_set_apart(*found[first][:2]):
        found[first] = found[first][1:]
    if first is not None and found[first][0].text in TIMES and not item.in_words and len(found[first]) > 1:
        found[first] = found[first][1:]
    return found


def _says_nothing(word: Word) -> bool:
    """Tell whether a word is a sign for times, or for nothing in its column."""
    return word.text in TIMES or not any(character.isalnum() for character in word.text)


def _is_set_apart(word: Word, following: Word) -> bool:
    """Tell whether a word only numbers a line: a short number further from what follows than words stand."""
    gap = following.box.left - word.box.right
    return _is_position(word) and gap > max(word.box.bottom - word.box.top, 1)


def _code_among(table: Table, described: Mapping[int, list[Word]]) -> dict[int, list[Word]]:
    """Return the row that is a number of the item and no description: a single code, where other rows are words.

    The heading must name such numbers with the descriptions, or the code stand first of all.
    """
    codes = {row: words for row, words in described.items() if len(words) == 1 and is_code(words[0].text)}
    words = [row for row in described if row not in codes]
    if len(codes) != 1 or not words:
        return {}
    row = next(iter(codes))
    headed = any(column.best is Kind.DESCRIPTION and Kind.ITEM_ID in column.kinds for column in table.columns)
    return codes if headed or row == min(described) else {}


def _together(words: Sequence[Word]) -> list[Word]:
    """Return the first words that stand together: of several columns that are called so, the first."""
    kept = list(words[:1])
    for before, word in pairwise(words):
        beside = word.box.top < before.box.bottom and before.box.top < word.box.bottom
        if beside and word.box.left - before.box.right > (word.box.bottom - word.box.top) * 3 // 2:
            break
        kept.append(word)
    return kept


def _is_position(word: Word) -> bool:
    """Tell whether a word numbers a line, not an item."""
    return word.text.strip(".)").isdigit() and len(word.text) <= MAX_POSITION


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
        row: [(kind, word) for kind, run in cells_of(figures, table, row) for word in run]
        for row in block.rows
        if figures.rows[row].page == item.net.page
    }
    facts = facts_of(figures, item, by_row)
    by_row = {row: words for row, words in by_row.items() if row not in facts.rows}
    item.quantity = item.quantity or facts.quantity
    unit, of_unit = _unit(figures, table, item)
    described = _described(by_row, item, of_unit)
    numbered = _of_kind(by_row, Kind.ITEM_ID)
    if not numbered:
        numbered = _code_among(table, described)
        described = {row: words for row, words in described.items() if row not in numbered}
    if described:
        record["description"] = _text(_apart(figures, described, item), item.net.page, *_named(table))
    if not numbered and facts.code:
        record["item_id"] = _code(facts.code[0], item.net.page)
    if numbered:
        words = _together(_apart(figures, numbered, item))
        words = words[1:] if len(words) > 1 and _is_position(words[0]) else words
        record["item_id"] = _text(words[:MAX_ITEM_ID_WORDS], item.net.page)
    for name in ("quantity", "price", "rate"):
        figure: Figure | None = getattr(item, name)
        if figure is not None:
            told = _headed(table, name)
            found = evidence if name != "rate" else evidence[:1]
            record[_NAMES[name]] = value_of(figure, *told, *found, Evidence.FORMAT)
    united = [word for word in _apart(figures, _of_kind(by_row, Kind.UNIT), item) if word.text not in TIMES]
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
    named = all(place is None or _says(table.columns[place], _KINDS[name]) for name, place in places.items())
    return (Evidence.LABEL,) if named and places[role] is not None else ()


def _says(column: Column, kinds: Collection[Kind]) -> bool:
    """Tell whether words of the page say that a column is of a kind."""
    return column.best in kinds and not column.told


def _named(table: Table) -> tuple[Evidence, ...]:
    return (Evidence.LABEL,) if any(column.best is Kind.DESCRIPTION for column in table.columns) else ()


def _unit(figures: Figures, table: Table, item: Item) -> tuple[list[Word], frozenset[int]]:
    """Return the words right after the quantity: what is counted."""
    if item.quantity is None:
        return [], frozenset()
    row = figures.rows[item.quantity.row]
    glued = counted(row.words[item.quantity.last])
    if glued is not None:
        word = row.words[item.quantity.last]
        return ([] if glued in TIMES else [replace(word, text=glued)]), frozenset()
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


def _code(word: Word, page: int) -> Value:
    """Return a number of an item as a value, without the signs around it."""
    text = word.text.strip(AROUND)
    return Value(
        value=text, raw=text, method=Method.TEXT, page=page, box=word.box, evidence=(Evidence.POSITION, Evidence.LABEL)
    )


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
