"""Charges and discounts on a whole document: what stands between its lines and its net total, where the sums prove it.

Words say what may be one, and below the lines any amount may be that nothing else explains. Only what closes the gap
between the lines and the net total to the cent is one; where lines are printed with tax, the gap to the gross total.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from bursar.core.extraction import Evidence, Method, Record, Value
from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import joined
from bursar.formats.text_invoice.sums.figures import CURRENCY_WORDS, Figure, Figures, value_of
from bursar.formats.text_invoice.sums.total_words import Role, role_of
from bursar.formats.text_invoice.sums.totals import Reading, roles_of
from bursar.formats.text_invoice.table.tables import Table, label_of

MAX_NAMED: Final = 8
MAX_UNNAMED: Final = 5
MOST_UNNAMED: Final = 2  # Of one document; more would add up to anything.
MAX_ROWS: Final = 400  # Behind the first line.
_SIGNS: Final = {Role.ALLOWANCE: -1, Role.CHARGE: 1}


@dataclass(frozen=True, slots=True)
class Charge:
    """An amount that may be a charge, or below zero an allowance; with words that name it so, or without."""

    figure: Figure
    scaled: int
    named: bool


def read_charges(figures: Figures, tables: Sequence[Table], reading: Reading | None) -> tuple[Record, ...]:
    """Return the charges that with the lines make the net total or, with tax in all of them, the gross total."""
    items = [item for table in tables for item in table.items]
    if reading is None or not items:
        return ()
    lines = sum(item.net.scaled for item in items)
    totals = [worth.scaled for worth in (reading.net, reading.gross) if worth is not None]
    if lines in totals:
        return ()
    named, unnamed = _candidates(figures, {row for item in items for row in item.rows}, reading)
    for place, total in enumerate(totals):
        # With tax in them is what only words can say: amounts that nothing names may be the tax.
        found = _closing(total - lines, named, unnamed if place == 0 and reading.net is not None else ())
        if found:
            return tuple(_record(figures, charge) for charge in sorted(found, key=_order))
    return ()


def _order(charge: Charge) -> tuple[int, int]:
    return charge.figure.row, charge.figure.first


def _candidates(
    figures: Figures, of_lines: Collection[int], reading: Reading
) -> tuple[Sequence[Charge], Sequence[Charge]]:
    """Return the amounts outside of the lines that words name as charges, and those below them that nothing names."""
    total = reading.net or reading.gross
    last, ends = max(of_lines), total.figure("net" if reading.net else "gross", total.last.row).row
    sign = -1 if reading.gross.scaled < 0 else 1
    named: dict[int, Charge] = {}
    unnamed: list[Charge] = []
    for index in range(min(of_lines) + 1, min(len(figures.rows), last + MAX_ROWS)):
        amounts = [figure for figure in figures.of_row[index] if figure.money]
        if not amounts or index in of_lines:
            continue
        for figure, role in _called(figures, index, amounts):
            scaled = figure.scaled if role is Role.CHARGE else -abs(figure.scaled) * sign
            named.setdefault(scaled, Charge(figure, scaled, named=True))
        if last < index < ends and _is_unnamed(figures, index):
            unnamed.append(Charge(amounts[-1], amounts[-1].scaled, named=False))
    return [one for one in named.values() if one.scaled][:MAX_NAMED], unnamed[:MAX_UNNAMED]


def _called(figures: Figures, index: int, amounts: Sequence[Figure]) -> Iterator[tuple[Figure, Role]]:
    """Yield the amounts of a row that words call charges or allowances; a row that begins so has it last."""
    role = role_of(label_of(figures, index))
    if role in _SIGNS:
        yield amounts[-1], role
    for figure in amounts:
        yield from ((figure, one) for one in roles_of(figures, figure) if one in _SIGNS)


def _is_unnamed(figures: Figures, index: int) -> bool:
    label = label_of(figures, index)
    return role_of(label) is None and any(character.isalpha() for character in label)


def _closing(gap: int, named: Sequence[Charge], unnamed: Sequence[Charge]) -> tuple[Charge, ...]:
    """Return the charges that make a gap: as few that nothing names as can be, then as many that are named."""
    for count in range(min(MOST_UNNAMED, len(unnamed)) + 1):
        for others in combinations(unnamed, count):
            rest = gap - sum(one.scaled for one in others)
            for size in range(len(named), -1, -1):
                for chosen in combinations(named, size):
                    if (chosen or others) and sum(one.scaled for one in chosen) == rest:
                        return (*chosen, *others)
    return ()


def _record(figures: Figures, charge: Charge) -> Record:
    told = (Evidence.LABEL,) if charge.named else (Evidence.POSITION,)
    figure = charge.figure
    number = figure.number if charge.scaled == figure.scaled else -figure.number
    record = {"amount": value_of(figure, *told, Evidence.FORMAT, Evidence.ARITHMETIC, number=number)}
    words = _words(figures, figure)
    if not words:
        return record
    text = " ".join(word.text for word in words)
    box = joined(words)
    said = Value(value=text, raw=text, method=Method.TEXT, page=figure.page, box=box, evidence=(Evidence.POSITION,))
    return {"description": said, **record}


def _words(figures: Figures, figure: Figure) -> list[Word]:
    """Return the words before an amount: behind another amount of its row or, where none are there, all of them."""
    row = figures.rows[figure.row]
    near = [at for at in range(figure.first) if row.words[at].text not in CURRENCY_WORDS]
    behind = max(
        (one.last + 1 for one in figures.of_row[figure.row] if one.money and one.last < figure.first), default=0
    )
    for start in (behind, 0):
        words = [row.words[at] for at in near if at >= start]
        if any(character.isalpha() for word in words for character in word.text):
            return words
    return []
