"""Exchange: rates between currencies, an entry in base currency, and what a rate that moved is worth.

An item that is open in a foreign currency carries what it is worth in base currency at its own rate. Settling relieves
base together with amount, so that nothing of it stays on an item that is settled; the two relieved bases of a
settlement differ by the realised exchange difference. A revaluation compares what is still open with a day's rate and
is reversed on the next day, so that only realised differences last.
"""

from __future__ import annotations

import decimal
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final
from uuid import UUID

from bursar.core.errors import Refused
from bursar.core.money import CurrencyMismatch, Money, exponent
from bursar.core.posting import PostingLine

# No rate of two currencies that are paid with comes near these; what lies beyond is a slip or an attack.
_SMALLEST: Final = Decimal("1e-12")
_LARGEST: Final = Decimal("1e12")
_MOST_DECIMALS: Final = 40
# An inverse has no end as a rule. With so many digits it is wrong by less than 10^-9 of a minor unit on the largest
# amount that can be booked, and still can be written down, stored and computed with again to the same result.
_INVERSE: Final = decimal.Context(prec=28, rounding=decimal.ROUND_HALF_EVEN)


class InvalidRate(Refused):
    """An exchange rate is not above zero, is out of any range, or is not 1 between a currency and itself."""

    code = "invalid_exchange_rate"


@dataclass(frozen=True, slots=True)
class Rate:
    """How many units of one currency are given for one unit of another; units, not minor units.

    Raises TypeError for anything but a Decimal, UnknownCurrency and InvalidRate.
    """

    from_currency: str
    to_currency: str
    value: Decimal

    def __post_init__(self) -> None:
        if not isinstance(self.value, Decimal):
            raise TypeError(f"A rate takes a Decimal, not {type(self.value).__name__}.")
        exponent(self.from_currency)
        exponent(self.to_currency)
        if not (self.value.is_finite() and _SMALLEST <= self.value <= _LARGEST and _is_short(self.value)):
            raise InvalidRate("An exchange rate lies above zero and below 10^12.", rate=str(self.value))
        if self.from_currency == self.to_currency and self.value != 1:
            raise InvalidRate(f"One {self.from_currency} is one {self.from_currency}.", rate=str(self.value))

    @classmethod
    def identity(cls, currency: str) -> Rate:
        """Return the rate of a currency to itself."""
        return cls(currency, currency, Decimal(1))

    def inverse(self) -> Rate:
        """Return the rate of the opposite direction, to 28 significant digits, half to even."""
        if self.from_currency == self.to_currency:
            return self
        return Rate(self.to_currency, self.from_currency, _INVERSE.divide(Decimal(1), self.value))

    def convert(self, minor: int) -> int:
        """Return minor units of the one currency as minor units of the other, rounded once, half away from zero.

        Raises AmountOutOfRange when the result is too large to be booked.
        """
        if self.from_currency == self.to_currency:
            return minor
        shift = exponent(self.to_currency) - exponent(self.from_currency)
        exact = minor * Fraction(self.value) * Fraction(10) ** shift
        return Money.from_minor(_half_up(exact), self.to_currency).minor


@dataclass(frozen=True, slots=True)
class OpenPart:
    """What is open of an item: minor units of its currency, and what of its base is still carried for them."""

    open_minor: int
    base_open_minor: int


def in_base(lines: Sequence[PostingLine], rate: Rate, *, control: Collection[UUID] = ()) -> tuple[PostingLine, ...]:
    """Give each line of a balanced entry its base amount, so that the bases add up to zero as the amounts do.

    Each line is converted by itself. What the roundings leave over falls on the largest line whose account is not in
    `control` (the first of several): a control account carries the exact conversion, to which its open items tie. Where
    every account is one it falls on the largest line. Lines that have a base already, such as exchange differences,
    keep it. Raises CurrencyMismatch for a line in another currency than the rate converts from.
    """
    for line in lines:
        if line.base_minor is None and line.currency not in {None, rate.from_currency}:
            raise CurrencyMismatch(
                f"A line in {line.currency} is not converted at a rate from {rate.from_currency}.",
                left=str(line.currency),
                right=rate.from_currency,
            )
    bases = [rate.convert(one.amount_minor) if one.base_minor is None else one.base_minor for one in lines]
    residue = sum(bases)
    if residue:
        free = [index for index, line in enumerate(lines) if line.base_minor is None]
        assert free, "an entry whose bases are given balances"
        bears = [index for index in free if lines[index].account_id not in control] or free
        bases[max(bears, key=lambda index: abs(bases[index]))] -= residue
    return tuple(replace(line, base_minor=base) for line, base in zip(lines, bases, strict=True))


def divided(base_minor: int, amounts: Sequence[int]) -> tuple[int, ...]:
    """Divide the base of a whole among its parts, instalments say, by their amounts; the parts add up to it exactly.

    Part by part, as successive settlements of the whole would relieve it.
    """
    open_minor, parts = sum(amounts), []
    for amount in amounts:
        part = relieved(amount, OpenPart(open_minor, base_minor))
        parts.append(part)
        open_minor, base_minor = open_minor - amount, base_minor - part
    return tuple(parts)


def relieved(amount_minor: int, item: OpenPart) -> int:
    """Return the base that goes from an item when so much of what is open is settled; signs are the item's own.

    The share of the base that the amount is of what is open, half away from zero; the last settlement takes all that
    is left. So successive parts relieve the whole base exactly, however it was cut.
    """
    if amount_minor == item.open_minor:
        return item.base_open_minor
    assert 0 <= amount_minor < item.open_minor or item.open_minor < amount_minor <= 0, "no more is settled than is open"
    return _half_up(Fraction(item.base_open_minor * amount_minor, item.open_minor))


def unrealised(open_minor: int, base_open_minor: int, rate: Rate) -> int:
    """Return what the open part of an item is worth at a rate less what it is carried at, in base minor units.

    Of a payable (above zero: we owe) a result above zero is a loss; of a receivable or a balance in foreign currency,
    a gain. To be reversed as it is; at any time realised differences so far and this come to what was paid and would
    be paid at the rate, less what the documents were posted at.
    """
    return rate.convert(open_minor) - base_open_minor


def _is_short(value: Decimal) -> bool:
    """Tell whether a finite rate has no more decimals than an inverse may have."""
    power = value.as_tuple().exponent
    assert isinstance(power, int)
    return -power <= _MOST_DECIMALS


def _half_up(exact: Fraction) -> int:
    """Round to the nearest whole number, a tie away from zero."""
    units = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return -units if exact < 0 else units
