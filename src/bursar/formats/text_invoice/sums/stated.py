"""What is said of the totals that were chosen: each amount where words name it best, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bursar.core.extraction import Evidence, Record, Value
from bursar.formats.text_invoice.sums.figures import Figure, Figures, value_of
from bursar.formats.text_invoice.sums.taxes import CENT, Group, fits, implied, record_of
from bursar.formats.text_invoice.sums.total_words import Role
from bursar.formats.text_invoice.sums.totals import FAR, TAX_SHARE, Reading, Worth

EDGE: Final = 300  # Hundredths of a point: amounts whose right edges are this close stand under one another.
_TAKEN_OFF: Final = frozenset({Role.PREPAID, Role.WITHHELD})


def choose(figures: Figures, worths: Mapping[int, Worth], reading: Reading | None) -> Record:
    """Return net, tax, gross, prepaid and payable of a reading as values, each where words name it best."""
    if reading is None:
        return {}
    record: dict[str, Value] = {}
    row = reading.gross.figure("gross", reading.gross.last.row).row
    for part, worth in (("net", reading.net), ("tax", reading.tax), ("gross", reading.gross)):
        if worth is not None:
            record[part] = _value(worth, part, worth.figure(part, row), adds_up=reading.adds_up)
        elif not reading.adds_up and (named := _named(worths, part, reading.gross)) is not None:
            record[part] = _value(named, part, named.figure(part, row), adds_up=False)
    record.update(_payment(figures, worths, reading, row))
    return record


def _named(worths: Mapping[int, Worth], part: str, gross: Worth) -> Worth | None:
    """Return the amount that only words name as a part of totals that do not add up, the nearest to the gross."""
    named = [
        worth
        for worth in worths.values()
        if worth.points(part) == 3
        and worth.last.money
        and abs(worth.scaled) * (TAX_SHARE if part == "tax" else 1) <= abs(gross.scaled)
    ]
    return min(named, key=lambda worth: abs(worth.last.row - gross.last.row), default=None)


def _value(worth: Worth, part: str, figure: Figure, *, adds_up: bool) -> Value:
    evidence = [Evidence.ARITHMETIC] if adds_up else []
    if worth.points(part) > 0:
        evidence.append(Evidence.LABEL)
    if figure.money:
        evidence.append(Evidence.FORMAT)
    if len({place.row for place, _ in worth.places}) > 1:
        evidence.append(Evidence.REPETITION)
    return value_of(figure, *evidence)


def _payment(figures: Figures, worths: Mapping[int, Worth], reading: Reading, row: int) -> Record:
    """Return what was paid before and what is left to pay: gross - prepaid = payable."""
    gross = reading.gross.scaled
    payable = [worth for worth in worths.values() if Role.PAYABLE in worth.roles]
    found: list[tuple[int, Worth, Worth | None]] = []
    for left in payable:
        paid = _paid(worths, reading.gross, left)
        if paid is not None and paid.scaled and Role.ROUNDING not in paid.roles:
            found.append((4 + 2 * bool(paid.roles & _TAKEN_OFF), left, paid))
        elif left.scaled == gross:
            found.append((5, left, worths.get(0)))
        elif abs(left.scaled - gross) < 100 * CENT and any(Role.ROUNDING in one.roles for one in worths.values()):
            found.append((3, left, None))
    found += [(7, left, paid) for left, paid in _below(worths, reading.gross)]
    if not found:
        return {"payable": _value(reading.gross, "gross", reading.gross.figure("gross", row), adds_up=False)}
    _, left, paid = max(found, key=lambda one: (one[0], one[1].last.row))
    proof = [one for one in _proof(reading, left, paid) if one is not Evidence.LABEL or Role.PAYABLE in left.roles]
    record: dict[str, Value] = {"payable": value_of(_called(left, Role.PAYABLE), *proof)}
    if paid is None or _is_withheld(figures, paid):
        return record
    if (paid.scaled or Role.PREPAID in paid.roles) and _is_taken_off(gross, left, paid):
        figure = _called(paid, Role.PREPAID)
        number = abs(figure.number) if gross > 0 and left.scaled <= gross else figure.number
        told = [one for one in _proof(reading, left, paid) if one is not Evidence.LABEL or paid.roles & _TAKEN_OFF]
        record["prepaid"] = value_of(figure, *told, number=number)
    return record


def _below(worths: Mapping[int, Worth], gross: Worth) -> Iterator[tuple[Worth, Worth]]:
    """Yield what is left with what was paid or withheld, whatever it is called, where they stand under the gross total.

    What is taken off must have its minus, or words that say so.
    """
    for start, _ in gross.places:
        for paid in worths.values():
            left = worths.get(gross.scaled - abs(paid.scaled)) if gross.scaled > 0 else None
            is_off = paid.scaled < 0 or bool(paid.roles & _TAKEN_OFF)
            if left is None or not is_off or paid.scaled == 0 or left.scaled < 0:
                continue
            if any(
                start.row < one.row < other.row <= start.row + FAR and _is_under(start, one) and _is_under(start, other)
                for one, _ in paid.places
                for other, _ in left.places
            ):
                yield left, paid


def _is_under(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts of a page end at the same edge."""
    return one.page == other.page and abs(one.box.right - other.box.right) <= EDGE


def _paid(worths: Mapping[int, Worth], gross: Worth, left: Worth) -> Worth | None:
    """Return the amount that takes the gross total to what is left, with its minus or without; a named one first."""
    apart = gross.scaled - left.scaled
    both = [worth for one in (apart, -apart) if (worth := worths.get(one)) is not None]
    return max(both, key=lambda worth: (bool(worth.roles & _TAKEN_OFF), worth is not gross), default=None)


def _is_withheld(figures: Figures, paid: Worth) -> bool:
    """Tell whether what is taken off is a tax withheld: words say so, or a rate beside it and no word of a payment."""
    if paid.roles & _TAKEN_OFF:
        return Role.WITHHELD in paid.roles
    return any(one.percent for figure, _ in paid.places for one in figures.of_row[figure.row])


def _is_taken_off(gross: int, left: Worth, paid: Worth) -> bool:
    """Tell whether what was paid, with its minus or without, leaves what is payable."""
    return gross - paid.scaled == left.scaled or (paid.scaled < 0 and gross + paid.scaled == left.scaled)


def _called(worth: Worth, role: Role) -> Figure:
    return next((figure for figure, roles in reversed(worth.places) if role in roles), worth.last)


def _proof(reading: Reading, left: Worth, paid: Worth | None) -> tuple[Evidence, ...]:
    proven = (paid is not None and paid.scaled != 0) or (left.scaled == reading.gross.scaled and reading.adds_up)
    return (Evidence.LABEL, Evidence.FORMAT, *((Evidence.ARITHMETIC,) if proven else ()))


def read_tax_groups(figures: Figures, reading: Reading | None, groups: Sequence[Group] = ()) -> tuple[Record, ...]:
    """Return the tax groups that make the totals; without any, those of the table of taxes, or the one implied."""
    if reading is None:
        return ()
    if reading.groups:
        proof = (Evidence.ARITHMETIC, Evidence.FORMAT, Evidence.LABEL)
        return tuple(record_of(group, *proof) for group in reading.groups)
    if reading.net and reading.tax:
        row = reading.gross.last.row
        net, paid = reading.net.figure("net", row), reading.tax.figure("tax", row)
        fitting = (one for one in groups if one.rate.scaled and fits(net.scaled, one.rate.scaled, paid.scaled))
        one = implied(figures, net, paid) or next(
            (Group(group.rate, net, paid, whole=False) for group in fitting), None
        )
        if one is not None:
            return (record_of(one, Evidence.ARITHMETIC, Evidence.FORMAT),)
    tax = reading.tax.scaled if reading.tax else None
    by_rate = {group.rate.scaled: group for group in groups if group.whole or (tax and group.tax.scaled == tax)}
    return tuple(record_of(group, Evidence.FORMAT) for group in by_rate.values())
