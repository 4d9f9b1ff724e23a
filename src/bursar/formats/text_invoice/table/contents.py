"""What columns are whose headings say nothing known: what stands in them tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from types import MappingProxyType
from typing import Final

from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import Cell
from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.sums.figures import Figure, Figures
from bursar.formats.text_invoice.sums.taxes import HIGHEST_RATE
from bursar.formats.text_invoice.sums.total_words import plain
from bursar.formats.text_invoice.table.columns import Column
from bursar.formats.text_invoice.table.kinds import Kind
from bursar.formats.text_invoice.table.lanes import dated
from bursar.formats.text_invoice.table.units import UNITS

SAMPLE: Final = 40  # Rows.
MOST: Final = 60  # Percent of the cells.
_MONEY: Final = re.compile(r"[\d.,'’ ]+[.,]\d\d")
_GROUPED: Final = re.compile(r"\d*[\d.,'’ ]+[.,'’]\d+|\d{1,4}")  # Written as what is counted is.
_PERCENTS: Final = frozenset({Kind.RATE, Kind.DISCOUNT, Kind.DESCRIPTION})
_NUMBERING: Final = frozenset({Kind.ITEM_ID, Kind.POSITION})
LONGEST: Final = 14  # Characters of what is counted.
SHORT: Final = 9  # Characters; a unit is short.
NUMBER_AND_CODE: Final = 2  # Words.
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
        Kind.DATE: "date",
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
        return sum(character.isalpha() for text in self.texts if len(text) > 1 for character in text)


def called(column: Column, kind: Kind) -> Column:
    """Return a column as if its heading named it."""
    return replace(column, heading=WORDS[kind], kinds=MappingProxyType({kind: 10}), told=True)


def told(figures: Figures, columns: Sequence[Column], placed: Mapping[int, Mapping[int, Figure]]) -> tuple[Column, ...]:
    """Return the columns, those that no words name called after what stands in them, and those that are not so."""
    fullest = max(map(len, placed.values()), default=0)
    rows = [index for index, row in placed.items() if len(row) > 1 and len(row) * 100 >= MOST * fullest][:SAMPLE]
    if not rows:
        return tuple(columns)
    contents = _contents(figures, columns, rows)
    columns = _of_prices(columns, [placed[index] for index in rows])
    result = _of_dates(_of_percents(_of_codes(columns, contents), contents, len(rows)), contents)
    if all(column.best is not None for column in result) and _has_descriptions(result):
        return tuple(result)
    unnamed = [place for place, column in enumerate(result) if column.best is None]
    _call_rates(figures, result, contents, [placed[index] for index in rows])
    described = next((place for place, column in enumerate(result) if column.best is Kind.DESCRIPTION), None)
    if described is None:
        _call_counted(figures, result, contents, rows)
        described = _describing(result, contents)
        if described is None:
            return _without_description(result, contents)
        result[described] = called(columns[described], Kind.DESCRIPTION)
    for place in unnamed:
        if result[place].best is None and (kind_found := _kind(contents[place], before=place < described)):
            result[place] = called(columns[place], kind_found)
    codes = [place for place in unnamed if result[place].best is None and _are_codes(contents[place])]
    if len(codes) == 1 and all(column.best is not Kind.ITEM_ID for column in result):
        result[codes[0]] = called(columns[codes[0]], Kind.ITEM_ID)
    return tuple(result)


def _call_rates(
    figures: Figures, result: list[Column], contents: Sequence[_Content], rows: Sequence[Mapping[int, Figure]]
) -> None:
    """Call columns that nothing names and that hold percentages rates or discounts."""
    for place, column in enumerate(result):
        if column.best is not None:
            continue
        if contents[place].mostly(contents[place].percents):
            has_rate = any(other.best is Kind.RATE for other in result)
            everywhere = contents[place].percents == len(rows)
            result[place] = called(column, Kind.RATE if everywhere and not has_rate else Kind.DISCOUNT)
        elif _are_rates(figures, [row[place] for row in rows if place in row], rows):
            result[place] = called(column, Kind.RATE)


def _call_counted(figures: Figures, result: list[Column], contents: Sequence[_Content], rows: Sequence[int]) -> None:
    """Call columns that nothing names and that only say what is counted units."""
    for place, column in enumerate(result):
        if column.best is None and _counts(figures, result, place, contents[place], rows):
            result[place] = called(column, Kind.UNIT)


def _describing(columns: Sequence[Column], contents: Sequence[_Content]) -> int | None:
    """Return the first column of words that nothing names, but for one that says far less than another."""
    rest = [
        place
        for place, column in enumerate(columns)
        if column.best is None and contents[place].letters and not _kind(contents[place], before=True)
    ]
    most = max((contents[place].letters for place in rest), default=0)
    return next((place for place in rest if contents[place].letters * 100 >= MOST * most), None)


def _are_codes(content: _Content) -> bool:
    numbers = [text for text in content.texts if _GROUPED.fullmatch(text)]
    return all(map(is_code, content.texts)) and len(numbers) < len(content.texts)


def _counts(figures: Figures, columns: Sequence[Column], place: int, content: _Content, rows: Sequence[int]) -> bool:
    """Tell whether single words right behind quantities say what is counted: the lines are described in other rows."""
    if not place or columns[place - 1].best is not Kind.QUANTITY:
        return False
    single = sum(" " not in text.rstrip(" x×*à") and len(text) <= LONGEST for text in content.texts)
    between = sum(_is_worded(figures, row - 1, rows) or _is_worded(figures, row + 1, rows) for row in rows)
    return content.mostly(single) and between * 100 >= MOST * len(rows)


def _is_worded(figures: Figures, index: int, rows: Sequence[int]) -> bool:
    """Tell whether a row beside lines has words and no amount."""
    if not 0 <= index < len(figures.rows) or index in rows or any(one.money for one in figures.of_row[index]):
        return False
    return any(character.isalpha() for character in figures.rows[index].text)


def _of_percents(columns: Sequence[Column], contents: Sequence[_Content], rows: int) -> list[Column]:
    """Return the columns, one that holds a percentage in every line called rates whatever its heading says."""
    result = list(columns)
    for place, column in enumerate(columns):
        every = contents[place].mostly(contents[place].percents) and contents[place].percents == rows
        if every and column.best not in _PERCENTS and all(other.best is not Kind.RATE for other in result):
            result[place] = called(column, Kind.RATE)
    return result


def _of_codes(columns: Sequence[Column], contents: Sequence[_Content]) -> list[Column]:
    """Return the columns, those of descriptions that hold nothing but codes called numbers of items, or of lines."""
    result = list(columns)
    for place, column in enumerate(columns):
        texts = contents[place].texts
        if column.best is not Kind.DESCRIPTION and not (
            column.best is None and _has_descriptions(columns[place:]) and not all(map(_MONEY.fullmatch, texts))
        ):
            continue
        if contents[place].mostly(sum(map(is_code, texts))):
            has_numbers = any(other.best is Kind.ITEM_ID for other in result)
            result[place] = called(column, Kind.POSITION if has_numbers else Kind.ITEM_ID)
        elif column.best is Kind.DESCRIPTION and texts and all(map(_is_position, texts)):
            result[place] = called(column, Kind.POSITION)
    return result


def _of_prices(columns: Sequence[Column], rows: Sequence[Mapping[int, Figure]]) -> Sequence[Column]:
    """Return the columns, the one called rates whose amounts are too high for them called prices, if none else is."""
    result = list(columns)
    for place, column in enumerate(columns):
        numbers = [row[place] for row in rows if place in row]
        high = sum(number.money and number.scaled > HIGHEST_RATE for number in numbers)
        if column.best is Kind.RATE and high * 2 > len(numbers) and all(one.best is not Kind.PRICE for one in columns):
            result[place] = called(column, Kind.PRICE)
    return result


def _of_dates(columns: Sequence[Column], contents: Sequence[_Content]) -> list[Column]:
    """Return the columns, those that nothing names and that hold dates called so."""
    are_dates = [content.mostly(sum(map(_is_date, content.texts))) for content in contents]
    return [
        called(column, Kind.DATE) if column.best is None and dates else column
        for column, dates in zip(columns, are_dates, strict=True)
    ]


def _is_date(text: str) -> bool:
    return any(one.start == 0 and one.end == len(text) for one in find_dates(text))


def _has_descriptions(columns: Sequence[Column]) -> bool:
    return any(column.best is Kind.DESCRIPTION for column in columns)


def _is_position(text: str) -> bool:
    """Tell whether a text may be the number of a line."""
    return len(text) <= POSITION and text.strip(".").isdigit()


def is_code(text: str) -> bool:
    """Tell whether a text is a number of something: one word with digits, and of letters only capitals."""
    return len(text) > POSITION and " " not in text and any(one.isdigit() for one in text) and text == text.upper()


def _without_description(columns: Sequence[Column], contents: Sequence[_Content]) -> tuple[Column, ...]:
    """Return the columns where none is of descriptions: units are called so, and numbers of items that are words."""
    result = list(columns)
    for place, column in enumerate(columns):
        texts = [text for text in contents[place].texts if any(character.isalpha() for character in text)]
        if column.best is None and _kind(contents[place], before=False) is Kind.UNIT:
            result[place] = called(column, Kind.UNIT)
        words = [text for text in texts if not is_code(text) and len(text) > POSITION]
        if column.best in _NUMBERING and contents[place].mostly(len(words)):
            result[place] = called(column, Kind.DESCRIPTION)
    return tuple(result)


def _are_rates(figures: Figures, numbers: Sequence[Figure], rows: Sequence[object]) -> bool:
    """Tell whether the numbers of a column are all rates that the document prints elsewhere as such."""
    if len(numbers) < len(rows) * MOST // 100 or any(number.percent or number.money for number in numbers):
        return False
    rates = {figure.scaled for figure in figures.all if figure.percent and figure.scaled >= 0}
    return bool(rates) and {number.scaled for number in numbers} <= rates


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
        cells = chain.from_iterable(_apart(columns, cell) for cell in figures.rows[index].cells())
        for cell in chain.from_iterable(map(_parts, cells)):
            texts[_place(columns, cell)].append(cell.text)
        for figure in figures.of_row[index]:
            if figure.percent:
                nearest = min(range(len(columns)), key=lambda place: columns[place].distance(figure))
                percents[nearest] += 1
    return [_Content(tuple(of), count) for of, count in zip(texts, percents, strict=True)]


def _apart(columns: Sequence[Column], cell: Cell) -> Sequence[Cell]:
    """Return a cell, divided behind the day that it begins with where a column of its own stands there."""
    pieces = dated(cell)
    return pieces if len({_place(columns, piece) for piece in pieces}) == len(pieces) else [cell]


def _parts(cell: Cell) -> Sequence[Cell]:
    """Return what stands in a cell by itself: dates side by side, or the number of a line and what follows it."""
    dates = dates_of(cell.words)
    if dates:
        return [Cell(cell.page, words) for words in dates]
    if len(cell.words) == NUMBER_AND_CODE and _is_position(cell.words[0].text) and is_code(cell.words[1].text):
        return [Cell(cell.page, cell.words[:1]), Cell(cell.page, cell.words[1:])]
    return [cell]


def dates_of(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Return the words of each date, where words are nothing but dates: such as the days from which and to which."""
    text = " ".join(word.text for word in words)
    found = find_dates(text)
    ends = [one.end for one in found]
    rest = "".join(
        text[end:start] for end, start in zip([0, *ends], [*(one.start for one in found), None], strict=True)
    )
    if not found or any(character.isalnum() for character in rest):
        return []
    starts = accumulate((len(word.text) + 1 for word in words), initial=0)
    pairs = list(zip(starts, words, strict=False))
    return [tuple(word for at, word in pairs if one.start <= at < one.end) or tuple(words) for one in found]


def _place(columns: Sequence[Column], cell: Cell) -> int:
    """Return the column that a cell shares most with, else the nearest."""
    left, right = cell.box.left, cell.box.right
    return max(range(len(columns)), key=lambda place: _shared(columns[place], left, right))


def _shared(column: Column, left: int, right: int) -> int:
    return min(column.right, right) - max(column.left, left)
