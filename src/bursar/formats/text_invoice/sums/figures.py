"""The numbers of a document where they stand, and the words that name them: beside them and above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cached_property
from itertools import chain
from typing import Final

from bursar.core.extraction import Box, Evidence, Method, Value
from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import Row, joined
from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.numbers import Amount, find_amounts, notation

# A longer document is read at its beginning and at its end: no search grows beyond what these let in.
FIRST_ROWS: Final = 6_000
LAST_ROWS: Final = 1_000
MAX_WORDS_OF_A_ROW: Final = 400
NUMBER_GAP: Final = 62  # In hundredths of the height: a wider gap is not one that groups thousands.
SIGN_GAP: Final = 200  # A percent sign or a currency may stand this far from its number.
LABEL_GAP: Final = 25_000  # A label further left than this names something else.
ABOVE_ROWS: Final = 6
SCALE: Final = Decimal(10_000)
PER: Final = frozenset({"/", "per", "je", "pro", "por", "par"})
MAX_BETWEEN: Final = 2  # Words between a price and what it is for: a currency, and a stroke.
_YEAR: Final = re.compile(r"\d{4}")
_BASES: Final = frozenset({Decimal(1), Decimal(10), Decimal(100), Decimal(1_000), Decimal(10_000)})
CURRENCY_WORDS: Final = frozenset(
    {"€", "$", "£", "EUR", "USD", "GBP", "CHF", "PLN", "zł", "kr", "SEK", "DKK", "NOK", "Rs"}
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number where it stands: in a row, from its first word to its last one."""

    number: Decimal
    raw: str
    page: int
    box: Box
    row: int
    first: int
    last: int
    places: int
    scaled: int  # The number in ten-thousandths, to compare and to add up quickly.
    percent: bool = False
    currency: bool = False
    reach: int = 0  # The right edge of what is said with it: the unit of a quantity.
    per: int = 1  # A price is for so many.

    @property
    def money(self) -> bool:
        """Whether it is written as money is: with a currency, or with two places."""
        return not self.percent and (self.currency or self.places == 2)


@dataclass(frozen=True)
class Figures:
    """The rows of a document from its first page to its last one, and the numbers in each."""

    rows: tuple[Row, ...]
    of_row: tuple[tuple[Figure, ...], ...]

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        """Every number, in reading order."""
        return tuple(chain.from_iterable(self.of_row))

    def beside(self, figure: Figure) -> str:
        """Return the words left of a number, up to an amount further left or a wide gap before them."""
        row = self.rows[figure.row]
        start = max(
            (one.last + 1 for one in self.of_row[figure.row] if one.money and one.last < figure.first), default=0
        )
        words = [word for word in row.words[start : figure.first] if figure.box.left - word.box.right < LABEL_GAP]
        return " ".join(word.text for word in words)

    def near(self, figure: Figure) -> str:
        """Return the words left of a number that stand closest to it: those of one cell."""
        row = self.rows[figure.row]
        start = max(
            (one.last + 1 for one in self.of_row[figure.row] if one.money and one.last < figure.first), default=0
        )
        found: list[str] = []
        for index in range(figure.first - 1, start - 1, -1):
            word, right = row.words[index], row.words[index + 1]
            if found and right.box.left - word.box.right > _height(word) * 90 // 100:
                break
            found.append(word.text)
        return " ".join(reversed(found))

    def above(self, figure: Figure) -> str:
        """Return the words over a number, of the nearest rows whose words there are no numbers."""
        found: list[str] = []
        top = figure.box.top
        for index in range(figure.row - 1, max(-1, figure.row - 1 - ABOVE_ROWS), -1):
            row = self.rows[index]
            if row.page != figure.page:
                break
            words = [word for word in row.words if _overlap(word.box, figure.box) > 0]
            if not words or any(_overlap(one.box, figure.box) > 0 for one in self.of_row[index] if not one.percent):
                if found:
                    break
                continue
            if found and top - row.box.bottom > _height(words[0]):
                break
            found.append(" ".join(word.text for word in _widened(row, words)))
            top = row.box.top
        return " ".join(reversed(found))


def read_figures(rows: Iterable[Row]) -> Figures:
    """Find the numbers in the rows of a document, in the notation that the document uses."""
    kept = tuple(rows)
    if len(kept) > FIRST_ROWS + LAST_ROWS:
        kept = kept[:FIRST_ROWS] + kept[-LAST_ROWS:]
    mark = notation(row.text for row in kept if len(row.words) <= MAX_WORDS_OF_A_ROW)
    return Figures(kept, tuple(tuple(_figures(index, row, mark)) for index, row in enumerate(kept)))


def value_of(figure: Figure, *evidence: Evidence, number: Decimal | None = None) -> Value:
    """Return a number of a page as a value that was read, without an exponent and without a negative nothing."""
    worth = figure.number if number is None else number
    return Value(
        value=format(worth or abs(worth), "f"),
        raw=figure.raw,
        method=Method.TEXT,
        page=figure.page,
        box=figure.box,
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _figures(index: int, row: Row, mark: str | None) -> Iterable[Figure]:
    if len(row.words) > MAX_WORDS_OF_A_ROW or not any(character.isdigit() for character in row.text):
        return ()
    found: list[Figure] = []
    for start, end in _runs(row.words):
        words = row.words[start:end]
        text = " ".join(word.text for word in words)
        starts = _starts(words)
        dates = [one for one in find_dates(text) if _YEAR.search(text[one.start : one.end])]
        for amount in find_amounts(text, mark):
            if any(one.start <= amount.start < one.end for one in dates):
                continue  # The day or the year of a date.
            first = start + _word_at(starts, amount.start)
            last = start + _word_at(starts, amount.end - 1)
            figure = _figure(index, row, amount, first, last)
            if found and _is_base(row, found[-1], figure):
                found[-1] = replace(found[-1], per=figure.scaled // int(SCALE), last=figure.last)
            else:
                found.append(figure)
    return found


def _is_base(row: Row, price: Figure, figure: Figure) -> bool:
    """Tell whether a number is how many a price is for: a power of ten behind a stroke or a word for it."""
    between = [word.text.casefold() for word in row.words[price.last + 1 : figure.first]]
    said = between[-1:] and between[-1] in PER and len(between) <= MAX_BETWEEN
    return bool(said) and figure.number in _BASES and price.money and not (figure.money or figure.percent)


def _figure(index: int, row: Row, amount: Amount, first: int, last: int) -> Figure:
    """Return the figure, with a percent sign or a currency that stands a little apart."""
    percent, currency, raw = amount.percent, amount.currency is not None, amount.raw
    number = row.words[last]
    if not percent and not currency and last + 1 < len(row.words):
        after = row.words[last + 1]
        if after.box.left - number.box.right < _height(number) * SIGN_GAP // 100:
            if after.text == "%":
                percent, last, raw = True, last + 1, f"{raw} %"
            elif after.text in CURRENCY_WORDS:
                currency = True
    if not percent and not currency and _is_after_currency(row.words, first):
        currency = True
    worth = amount.number
    exponent = worth.as_tuple().exponent
    return Figure(
        number=worth,
        raw=raw,
        page=row.page,
        box=joined(row.words[first : last + 1]),
        row=index,
        first=first,
        last=last,
        places=-exponent if isinstance(exponent, int) else 0,
        scaled=int((worth * SCALE).to_integral_value(ROUND_HALF_EVEN)),
        percent=percent,
        currency=currency,
        reach=_reach(row.words, last),
    )


def _is_after_currency(words: Sequence[Word], first: int) -> bool:
    """Tell whether a currency stands before a number that is no nearer to another number before it."""
    if not first or words[first - 1].text not in CURRENCY_WORDS:
        return False
    if first == 1 or not words[first - 2].text[-1].isdigit():
        return True
    return words[first].box.left - words[first - 1].box.right <= words[first - 1].box.left - words[first - 2].box.right


def _reach(words: Sequence[Word], last: int) -> int:
    """Return the right edge of the words that stand close behind a number, if they are few and none is a number."""
    right = words[last].box.right
    for index in range(last + 1, min(last + 3, len(words))):
        word = words[index]
        if word.box.left - words[index - 1].box.right > _height(word) * 90 // 100:
            return right
        if any(character.isdigit() for character in word.text):
            return right
        right = word.box.right
    return right


def _runs(words: Sequence[Word]) -> Iterable[tuple[int, int]]:
    """Return the spans of words with no gap wider than a space between them."""
    start = 0
    for index in range(1, len(words)):
        left, right = words[index - 1], words[index]
        if right.box.left - left.box.right > min(_height(left), _height(right)) * NUMBER_GAP // 100:
            yield start, index
            start = index
    yield start, len(words)


def _starts(words: Sequence[Word]) -> list[int]:
    """Return where each word starts in the words joined by single spaces."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word.text) + 1
    return starts


def _word_at(starts: Sequence[int], offset: int) -> int:
    index = len(starts) - 1
    while starts[index] > offset:
        index -= 1
    return index


def _widened(row: Row, words: Sequence[Word]) -> Sequence[Word]:
    """Return the whole cells that the words are of."""
    kept = {id(word) for word in words}
    return [word for cell in row.cells() if any(id(one) in kept for one in cell.words) for word in cell.words]


def _overlap(one: Box, other: Box) -> int:
    return min(one.right, other.right) - max(one.left, other.left)


def _height(word: Word) -> int:
    return max(word.box.bottom - word.box.top, 1)
