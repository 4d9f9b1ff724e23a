"""Money: an exact decimal amount in an ISO 4217 currency, and the only ways to round or divide it."""

from __future__ import annotations

import decimal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from bursar.core.errors import Refused

_BY_EXPONENT: Final = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
        CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
        IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
        MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS
        SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW
        ZWG
    """,
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}

# ISO 4217 list one: what a payment can be made in. Metals, bond units, SDR and the test codes have no minor unit and
# are left out. ANG and BGN were withdrawn in 2025 and 2026 and stay, because documents in them are still open.
CURRENCIES: Final[Mapping[str, int]] = MappingProxyType(
    {code: places for places, codes in sorted(_BY_EXPONENT.items()) for code in codes.split()}
)

# Wide enough that no sum or product of amounts and rates is rounded behind our back, whatever the thread's
# context says. Nothing traps: what overflows or makes no sense comes out as not finite, and Money refuses that.
EXACT: Final = decimal.Context(prec=80, rounding=decimal.ROUND_HALF_EVEN, traps=[])
# Amounts are kept as signed 64-bit minor units, and a number with a million decimals is an attack, not an amount. With
# these two limits an amount has at most 78 digits, which EXACT holds.
_MINOR_LIMIT: Final = 10**18
_MOST_DECIMALS: Final = 60
_STEPS: Final = MappingProxyType({places: Decimal(1).scaleb(-places) for places in _BY_EXPONENT})
_LIMITS: Final = MappingProxyType({places: Decimal(_MINOR_LIMIT).scaleb(-places) for places in _BY_EXPONENT})


class UnknownCurrency(Refused):
    """The code is not an active ISO 4217 currency."""

    code = "unknown_currency"


class CurrencyMismatch(Refused):
    """Two amounts in different currencies were added or compared."""

    code = "currency_mismatch"


class NotRepresentable(Refused):
    """The amount has more decimals than its currency's minor unit."""

    code = "amount_not_representable"


class AmountOutOfRange(Refused):
    """The amount is not finite, is 10^18 minor units or more, or has more than 60 decimals."""

    code = "amount_out_of_range"


class InvalidWeights(Refused):
    """A split was asked for without weights, with a negative one, or with weights that add up to nothing."""

    code = "invalid_weights"


class Rounding(StrEnum):
    """How an amount between two minor units is rounded; always symmetric about zero.

    ``half_up``: to the nearest, a tie away from zero (commercial rounding, EN 16931). ``half_even``: to the nearest, a
    tie to the even neighbour (IEEE 754, banker's rounding). ``down``: towards zero. ``up``: away from zero.
    """

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"
    UP = "up"


_DECIMAL_ROUNDING: Final = MappingProxyType(
    {
        Rounding.HALF_UP: decimal.ROUND_HALF_UP,
        Rounding.HALF_EVEN: decimal.ROUND_HALF_EVEN,
        Rounding.DOWN: decimal.ROUND_DOWN,
        Rounding.UP: decimal.ROUND_UP,
    }
)


def exponent(code: str) -> int:
    """Return how many decimals the currency's minor unit has (ISO 4217): 0, 2, 3 or 4.

    Raises UnknownCurrency.
    """
    try:
        return CURRENCIES[code]
    except KeyError:
        raise UnknownCurrency(f"{code!r} is not an ISO 4217 currency.", currency=str(code)) from None


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An exact amount of one currency, immutable, signed, of magnitude below 10^18 minor units.

    It may carry more decimals than the currency has (a unit price, a tax before rounding); ``rounded`` and ``minor``
    are the doors to what can be booked. Raises TypeError for anything but a Decimal, UnknownCurrency and
    AmountOutOfRange.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal):
            raise TypeError(f"Money takes a Decimal, not {type(self.amount).__name__}.")
        if not _in_range(self.amount, _LIMITS[exponent(self.currency)]):
            raise AmountOutOfRange("The amount is not finite or too large to be booked.", currency=self.currency)
        if not self.amount:
            object.__setattr__(self, "amount", self.amount.copy_abs())  # There is no negative zero in the books.

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Return no money, in the given currency."""
        return cls.from_minor(0, currency)

    @classmethod
    def from_minor(cls, minor: int, currency: str) -> Money:
        """Return the amount of the given minor units (cents, fils; whole yen)."""
        if type(minor) is not int:
            raise TypeError(f"Minor units are an int, not {type(minor).__name__}.")
        return cls(Decimal(minor).scaleb(-exponent(currency), EXACT), currency)

    @property
    def minor(self) -> int:
        """The amount in minor units. Raises NotRepresentable when it has more decimals than the currency."""
        scaled = self.amount.scaleb(exponent(self.currency), EXACT)
        minor = int(scaled)
        if minor != scaled:
            raise NotRepresentable(f"{self} has more decimals than {self.currency} has.", amount=str(self))
        return minor

    @property
    def plain(self) -> str:
        """The amount as plain text with at least the currency's decimals: ``1234.50``, ``0.125`` (the wire form)."""
        places = max(exponent(self.currency), _decimals(self.amount.normalize(EXACT)))
        return format(self.amount, f".{places}f")

    def rounded(self, mode: Rounding) -> Money:
        """Return the amount rounded to the currency's minor unit in the named mode."""
        step = _STEPS[exponent(self.currency)]
        return Money(self.amount.quantize(step, _DECIMAL_ROUNDING[mode], EXACT), self.currency)

    def split(self, weights: Sequence[Decimal | int]) -> tuple[Money, ...]:
        """Divide into parts in proportion to the weights; the parts add up to the whole exactly.

        Largest remainder method (Hamilton): each part is its exact share cut to the minor unit, then the units left
        over go one each to the largest remainders, ties to the earlier part. So no part is a full minor unit off its
        share. Raises NotRepresentable and InvalidWeights.
        """
        total = _checked_total(weights)
        whole = abs(self.minor)
        shares = [whole * Fraction(weight) / total for weight in weights]
        units = [int(share) for share in shares]
        by_remainder = sorted(range(len(shares)), key=lambda part: units[part] - shares[part])
        for part in by_remainder[: whole - sum(units)]:
            units[part] += 1
        sign = -1 if self.amount < 0 else 1
        return tuple(Money.from_minor(sign * unit, self.currency) for unit in units)

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money(EXACT.add(self.amount, self._amount_of(other)), self.currency)

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money(EXACT.subtract(self.amount, self._amount_of(other)), self.currency)

    def __mul__(self, factor: Decimal | int) -> Money:
        if isinstance(factor, bool) or not isinstance(factor, Decimal | int):
            return NotImplemented
        return Money(EXACT.multiply(self.amount, Decimal(factor)), self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return Money(self.amount.copy_negate(), self.currency)

    def __abs__(self) -> Money:
        return Money(self.amount.copy_abs(), self.currency)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._amount_of(other)

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._amount_of(other)

    def __gt__(self, other: Money) -> bool:
        return self.amount > self._amount_of(other)

    def __ge__(self, other: Money) -> bool:
        return self.amount >= self._amount_of(other)

    def __str__(self) -> str:
        return f"{self.plain} {self.currency}"

    def _amount_of(self, other: Money) -> Decimal:
        if self.currency != other.currency:
            raise CurrencyMismatch(
                f"{self.currency} and {other.currency} cannot be added or compared.",
                left=self.currency,
                right=other.currency,
            )
        return other.amount


def _in_range(amount: Decimal, limit: Decimal) -> bool:
    return amount.is_finite() and amount.copy_abs() < limit and _decimals(amount) <= _MOST_DECIMALS


def _decimals(amount: Decimal) -> int:
    """Count the decimals of a finite amount as written."""
    power = amount.as_tuple().exponent
    assert isinstance(power, int)
    return max(0, -power)


def _checked_total(weights: Sequence[Decimal | int]) -> Fraction:
    if not all(Decimal(weight).is_finite() and weight >= 0 for weight in weights):
        raise InvalidWeights("A weight is negative or not finite.")
    total = sum((Fraction(weight) for weight in weights), Fraction())
    if not total:
        raise InvalidWeights("The weights add up to nothing.")
    return total
