"""What stands below the words of a line in a row of its own: how many, of what unit, and the number of the item.

Such a row has no words but those that name what it says. The quantity is what the price makes the amount with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from bursar.formats.pdf.page import Word
from bursar.formats.text_invoice.sums.figures import CURRENCY_WORDS, Figure, Figures
from bursar.formats.text_invoice.sums.total_words import plain
from bursar.formats.text_invoice.table.column_words import best_kind
from bursar.formats.text_invoice.table.contents import is_code
from bursar.formats.text_invoice.table.items import Item, multiplies
from bursar.formats.text_invoice.table.kinds import Kind
from bursar.formats.text_invoice.table.units import UNITS

TIMES: Final = frozenset({"x", "X", "×", "*", "à", "á", "@"})  # Between a quantity and what it counts, or its price.
MAX_WORDS: Final = 12
AROUND: Final = " ,;:.()|·•/-–#"
_NAMED: Final = frozenset({Kind.ITEM_ID, Kind.QUANTITY, Kind.UNIT, Kind.PRICE, Kind.POSITION})


@dataclass(frozen=True, slots=True)
class Facts:
    """What rows below a line say, and which rows these are."""

    rows: frozenset[int] = frozenset()
    quantity: Figure | None = None
    unit: tuple[Word, ...] = ()
    code: tuple[Word, ...] = ()


def facts_of(figures: Figures, item: Item, rows: Iterable[int]) -> Facts:
    """Return what rows of text that belong to a line say beside its description."""
    found, listed = Facts(), list(rows)
    for row in listed:
        words = figures.rows[row].words
        if (row in item.rows and len(listed) < 2) or len(words) > MAX_WORDS:
            continue
        quantity = _quantity(figures, item, row)
        factors = {at for one in _factors(figures, item, row, quantity) for at in range(one.first, one.last + 1)}
        unit = _unit(words, quantity)
        codes = [at for at, word in enumerate(words) if at not in factors and is_code(word.text.strip(AROUND))]
        rest = [at for at in range(len(words)) if at not in {*factors, *codes, *unit} and not _says_nothing(words[at])]
        named = list(_named(words, rest))
        if None in named or not (quantity is not None or (len(codes) == 1 and Kind.ITEM_ID in named)):
            continue
        found = replace(
            found,
            rows=found.rows | {row},
            quantity=found.quantity or quantity,
            unit=found.unit or tuple(words[at] for at in unit),
            code=found.code or tuple(words[at] for at in codes[:1]),
        )
    return found


def _quantity(figures: Figures, item: Item, row: int) -> Figure | None:
    """Return the number that with the price of a line makes its amount, where the line has none."""
    if item.price is None or item.quantity is not None:
        return None
    numbers = [one for one in figures.of_row[row] if not one.percent and one.scaled]
    return next((one for one in numbers if multiplies(one, item.price, item.net)), None)


def _factors(figures: Figures, item: Item, row: int, quantity: Figure | None) -> Iterator[Figure]:
    """Yield the numbers of a row that are the quantity, or say the price or the amount of the line again."""
    known = {one.scaled for one in (quantity, item.quantity, item.price, item.net) if one is not None}
    if quantity is not None:
        yield from (one for one in figures.of_row[row] if one.scaled in known)


def _unit(words: Sequence[Word], quantity: Figure | None) -> tuple[int, ...]:
    """Return where the word stands that says what is counted: the one behind the quantity."""
    at = quantity.last + 1 if quantity is not None else len(words)
    return (at,) if at < len(words) and plain(words[at].text) in UNITS else ()


def _says_nothing(word: Word) -> bool:
    return not word.text.strip(AROUND) or word.text in TIMES or word.text in CURRENCY_WORDS


def _named(words: Sequence[Word], rest: Collection[int]) -> Iterator[Kind | None]:
    """Yield what the words of each run name, None for what they do not."""
    for _, run in groupby(rest, key=lambda at: at - sum(one < at for one in rest)):
        text = " ".join(words[at].text for at in run).strip(AROUND)
        kind = best_kind(text)
        yield kind if kind in _NAMED else None
