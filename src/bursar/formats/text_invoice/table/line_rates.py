"""The tax rate of a line that no column of rates tells: what the lines at a rate add up to is the base of its group.

Where one group is all that is taxed, its rate is every line's. Where there are several, letters or numbers beside the
lines divide them, as a legend says or the bases prove; without any, the only way to divide the lines that makes the
bases does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bursar.formats.pdf.page import Word
from bursar.formats.text_invoice.sums.figures import Figure, Figures
from bursar.formats.text_invoice.sums.taxes import Group
from bursar.formats.text_invoice.table.items import Item
from bursar.formats.text_invoice.table.tables import Table

MAX_MARK: Final = 4  # Characters of what stands for a rate.
MAX_LOOKED_AT: Final = 12  # Lines whose words are looked at.
MAX_WAYS: Final = 4_096  # To divide lines without marks.
LANE: Final = 300  # Hundredths of a point.
_BETWEEN: Final = frozenset({"=", ":", "-", "–", "→"})


def find_rates(figures: Figures, tables: Sequence[Table], groups: Sequence[Group]) -> None:
    """Give the lines of an invoice their rates, where none of them has one and the tax groups tell."""
    found = [item for table in tables for item in table.items]
    if not found or any(item.rate is not None for item in found) or any(group.base is None for group in groups):
        return
    bases = {group.rate: group.base.scaled for group in groups if group.base is not None}
    if len(bases) == 1 and sum(item.net.scaled for item in found) in bases.values():
        _give(found, dict.fromkeys(range(len(found)), next(iter(bases))))
    elif len(bases) > 1:
        _give(found, _by_marks(figures, found, bases) or _divided(found, bases))


def _give(found: Sequence[Item], rates: Mapping[int, Figure]) -> None:
    for at, rate in rates.items():
        found[at].rate = rate


def _by_marks(figures: Figures, found: Sequence[Item], bases: Mapping[Figure, int]) -> dict[int, Figure]:
    """Return the rates of the lines by what stands at one place beside all of them, or beside some."""
    legend = _legend(figures, found, bases)
    for place in _places(figures, found):
        marks = [_mark(figures, item, place) for item in found]
        sums: dict[str, int] = {}
        for mark, item in zip(marks, found, strict=True):
            sums[mark] = sums.get(mark, 0) + item.net.scaled
        rates = {mark: _only(rate for rate, base in bases.items() if base == sums[mark]) for mark in sums}
        if any(rate is None for rate in rates.values()) or len(set(rates.values())) < len(bases):
            rates = {mark: legend.get(mark) for mark in sums}
        known = {mark: rate for mark, rate in rates.items() if rate is not None}
        if len(known) == len(sums):
            return {at: known[mark] for at, mark in enumerate(marks)}
    return {}


def _only(rates: Iterable[Figure]) -> Figure | None:
    listed = list(rates)
    return listed[0] if len(listed) == 1 else None


def _places(figures: Figures, found: Sequence[Item]) -> list[int]:
    """Return the middles of the short words in the rows of the lines, each once, from the right."""
    places: list[int] = []
    for item in found[:MAX_LOOKED_AT]:
        for word in reversed(figures.rows[item.net.row].words):
            middle = _middle(word)
            if _is_mark(item, word) and all(abs(middle - place) > LANE for place in places):
                places.append(middle)
    return sorted(places, reverse=True)


def _is_mark(item: Item, word: Word) -> bool:
    numbers = [one.box for one in (item.net, item.price, item.quantity, item.discount) if one is not None]
    return len(word.text) <= MAX_MARK and word.box not in numbers


def _mark(figures: Figures, item: Item, place: int) -> str:
    words = figures.rows[item.net.row].words
    return next(
        (word.text.strip(".()") for word in words if _is_mark(item, word) and abs(_middle(word) - place) <= LANE), ""
    )


def _middle(word: Word) -> int:
    return (word.box.left + word.box.right) // 2


def _legend(figures: Figures, found: Sequence[Item], bases: Mapping[Figure, int]) -> dict[str, Figure]:
    """Return which rate a mark stands for: the word before or behind a rate, with no more than a sign between."""
    lines = {row for item in found for row in item.rows}
    rates = {rate.scaled: rate for rate in bases}
    before: dict[str, Figure] = {}
    behind: dict[str, Figure] = {}
    for figure in figures.all:
        if figure.row in lines or not figure.percent or figure.scaled not in rates:
            continue
        words = figures.rows[figure.row].words
        for marks, beside in ((before, reversed(words[: figure.first])), (behind, iter(words[figure.last + 1 :]))):
            text = next((word.text for word in beside if word.text not in _BETWEEN), "")
            marks.setdefault(text.strip(".:=()"), rates[figure.scaled])
    return {**behind, **before}


def _divided(found: Sequence[Item], bases: Mapping[Figure, int]) -> dict[int, Figure]:
    """Return the rates of the lines where there is one way only to divide them into sums that are the bases."""
    wanted = list(bases.values())
    if len(wanted) ** min(len(found), MAX_LOOKED_AT + 1) > MAX_WAYS:
        return {}
    # Ways to divide the lines so far, by what they add up to at each rate; two ways to one sum are no proof.
    ways: dict[tuple[int, ...], list[tuple[int, ...]]] = {tuple(0 for _ in wanted): [()]}
    for item in found:
        further: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
        for sums, taken in ways.items():
            for at in range(len(wanted)):
                total = (*sums[:at], sums[at] + item.net.scaled, *sums[at + 1 :])
                further.setdefault(total, []).extend((*way, at) for way in taken)
        ways = {sums: taken[:2] for sums, taken in further.items()}
    proven = ways.get(tuple(wanted), [])
    rates = list(bases)
    return {at: rates[place] for at, place in enumerate(proven[0])} if len(proven) == 1 else {}
