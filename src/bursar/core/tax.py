"""Tax by code: which rate holds on a date, prices with and without tax, what of it comes back, what is withheld.

Amounts are whole minor units of one currency, rates are percent. Every rounding is half up (EN 16931), symmetric about
zero, and happens once; what is divided adds up to the whole exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from bursar.core.errors import Refused
from bursar.core.posting import SELF_ASSESSED
from bursar.core.totals import TaxRounding

# Categories that carry no tax at all: zero rated, exempt, export and out of scope (BR-Z-05, BR-E-05, BR-G-05, BR-O-05).
UNTAXED: Final = frozenset({"Z", "E", "G", "O"})


class TaxRateMissing(Refused):
    """A tax code has no rate on that date; none is ever assumed."""

    code = "tax_rate_missing"


class InvalidTaxRule(Refused):
    """A tax code contradicts itself."""

    code = "invalid_tax_rule"


@dataclass(frozen=True, slots=True)
class DatedRate:
    """A percentage and the first day it holds; it holds until the next one begins."""

    valid_from: date
    rate: Decimal


def rate_on(rates: Iterable[DatedRate], on: date) -> Decimal:
    """Return the percentage of the rate that began last on or before a date. Raises TaxRateMissing."""
    begun = [one for one in rates if one.valid_from <= on]
    if not begun:
        raise TaxRateMissing("The tax code has no rate on that date.", date=on.isoformat())
    return max(begun, key=lambda one: one.valid_from).rate


@dataclass(frozen=True, slots=True)
class TaxRule:
    """How a line is taxed: what a tax code says on a date.

    ``category`` is UNCL 5305 (BT-151), ``rate`` percent (BT-152). ``inclusive``: the price has the tax in it.
    ``recoverable_share`` (0 to 1) is how much of input tax the state gives back. Raises InvalidTaxRule.
    """

    category: str
    rate: Decimal
    inclusive: bool = False
    rounding: TaxRounding = TaxRounding.PER_GROUP
    recoverable_share: Decimal = Decimal(1)

    def __post_init__(self) -> None:
        check_rule(self.category, self.rate, self.recoverable_share, inclusive=self.inclusive)

    @property
    def is_self_assessed(self) -> bool:
        """Whether the buyer owes the tax to the state, so that no price has it and the seller charges none."""
        return self.category in SELF_ASSESSED


def check_rule(category: str, rate: Decimal, recoverable_share: Decimal, *, inclusive: bool) -> None:
    """Raise InvalidTaxRule where category, percentage, share and kind of price contradict each other."""
    if not rate.is_finite() or rate < 0:
        raise InvalidTaxRule("A tax rate is zero or more.", pointer="/rate")
    if category in UNTAXED and rate:
        raise InvalidTaxRule(f"Category {category} carries no tax, so its rate is zero.", pointer="/rate")
    if not recoverable_share.is_finite() or not 0 <= recoverable_share <= 1:
        raise InvalidTaxRule("A recoverable share is 0 to 1.", pointer="/recoverable_share")
    if inclusive and category in SELF_ASSESSED:
        raise InvalidTaxRule("A price cannot include tax that the buyer owes to the state.", pointer="/inclusive")


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line's quantity times price in minor units, with the tax in it where its rule says inclusive."""

    amount_minor: int
    rule: TaxRule


@dataclass(frozen=True, slots=True)
class CalculatedLine:
    """A line divided: gross = net + tax, but for self-assessed tax, which is in neither price nor gross.

    ``recoverable_minor`` of the tax comes back from the state; the rest is cost.
    """

    rule: TaxRule
    net_minor: int
    tax_minor: int
    recoverable_minor: int

    @property
    def gross_minor(self) -> int:
        """What the seller asks for the line."""
        return self.net_minor if self.rule.is_self_assessed else self.net_minor + self.tax_minor

    @property
    def cost_minor(self) -> int:
        """What the line's own account bears: the net and the tax that does not come back."""
        return self.net_minor + self.tax_minor - self.recoverable_minor


@dataclass(frozen=True, slots=True)
class CalculatedGroup:
    """What was taxed alike (BG-23): its base (BT-116) and tax (BT-117)."""

    category: str
    rate: Decimal
    base_minor: int
    tax_minor: int


@dataclass(frozen=True, slots=True)
class Calculation:
    """The lines in their order, the groups in order of first appearance, and the totals without self-assessed tax."""

    lines: tuple[CalculatedLine, ...]
    groups: tuple[CalculatedGroup, ...]
    net_minor: int
    tax_minor: int
    gross_minor: int


def calculate(lines: Sequence[PricedLine], *, discount_percent: Decimal = Decimal(0)) -> Calculation:
    """Return what the lines come to.

    Per group (BR-CO-17, BR-S-09 and kin) the tax on all that one category and percentage taxes alike is rounded once
    and allotted to its lines; per line each is rounded alone. Of an inclusive price the tax is gross * rate /
    (100 + rate) and the net what remains, so they add up to the price. ``discount_percent`` taxes as if an early
    payment's discount were taken: the base is that much less (`core.discounts.TaxMode.AS_IF_TAKEN`).
    """
    kept = 1 - Fraction(discount_percent) / 100
    taxes = [0] * len(lines)
    for places in _alike(lines):
        exact = [_exact_tax(lines[place], kept) for place in places]
        alone = lines[places[0]].rule.rounding is TaxRounding.PER_LINE
        total = sum(map(half_up, exact)) if alone else half_up(sum(exact, Fraction()))
        for place, tax in zip(places, allot(total, exact), strict=True):
            taxes[place] = tax
    calculated = tuple(_line(line, tax) for line, tax in zip(lines, taxes, strict=True))
    net, gross = (
        sum(line.net_minor for line in calculated),
        sum(line.gross_minor for line in calculated),
    )
    return Calculation(calculated, _groups(calculated, kept), net, gross - net, gross)


def recoverable(tax_minor: int, share: Decimal) -> int:
    """Return what of input tax the state gives back; the rest is cost (Directive 2006/112/EC, articles 173-174)."""
    return half_up(tax_minor * Fraction(share))


def allot(total: int, exact: Sequence[Fraction]) -> list[int]:
    """Return whole parts that add up to ``total``, each as near to its exact value as that leaves it.

    Each is rounded half up; what is then too much or too little is taken from or given to those whose rounding erred
    most, ties to the earlier. ``exact`` is not empty and may be of either sign.
    """
    parts = [half_up(one) for one in exact]
    missing = total - sum(parts)
    step = 1 if missing > 0 else -1
    by_error = sorted(range(len(parts)), key=lambda place: step * (parts[place] - exact[place]))
    each, over = divmod(abs(missing), len(parts))
    for rank, place in enumerate(by_error):
        parts[place] += step * (each + (rank < over))
    return parts


def half_up(value: Fraction) -> int:
    """Return the nearest whole number, a tie away from zero."""
    whole = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return whole if value >= 0 else -whole


def _alike(lines: Sequence[PricedLine]) -> Iterable[list[int]]:
    """Return the places of lines whose tax is rounded together (or alone, where their rule says so)."""
    found: dict[tuple[str, Decimal, bool, TaxRounding], list[int]] = {}
    for place, line in enumerate(lines):
        rule = line.rule
        found.setdefault((rule.category, rule.rate, rule.inclusive, rule.rounding), []).append(place)
    return found.values()


def _exact_tax(line: PricedLine, kept: Fraction) -> Fraction:
    rate = Fraction(line.rule.rate) * kept / 100
    return line.amount_minor * (rate / (1 + rate) if line.rule.inclusive else rate)


def _line(line: PricedLine, tax: int) -> CalculatedLine:
    net = line.amount_minor - tax if line.rule.inclusive else line.amount_minor
    return CalculatedLine(line.rule, net, tax, recoverable(tax, line.rule.recoverable_share))


def _groups(lines: Iterable[CalculatedLine], kept: Fraction) -> tuple[CalculatedGroup, ...]:
    sums: dict[tuple[str, Decimal], tuple[int, int]] = {}
    for line in lines:
        key = (line.rule.category, line.rule.rate)
        net, tax = sums.get(key, (0, 0))
        sums[key] = net + line.net_minor, tax + line.tax_minor
    return tuple(
        CalculatedGroup(category, rate, half_up(net * kept), tax) for (category, rate), (net, tax) in sums.items()
    )


class WithholdingBase(StrEnum):
    """What a withholding percentage is of: the amount without tax, or with it."""

    NET = "net"
    GROSS = "gross"


class WithholdingMoment(StrEnum):
    """When tax is withheld: as the invoice is booked, or as it is paid."""

    INVOICE = "invoice"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class WithholdingRule:
    """Tax that the payer keeps back for the state: percent, of what, when, and from which sum a year on.

    The threshold is in minor units and is counted for each vendor and calendar year. Raises InvalidTaxRule.
    """

    rate: Decimal
    base: WithholdingBase
    moment: WithholdingMoment
    threshold_minor: int = 0

    def __post_init__(self) -> None:
        if not self.rate.is_finite() or not 0 < self.rate <= 100:
            raise InvalidTaxRule("A withholding rate is above 0 and at most 100.", pointer="/rate")
        if self.threshold_minor < 0:
            raise InvalidTaxRule("A threshold is zero or more.", pointer="/threshold")


@dataclass(frozen=True, slots=True)
class YearSoFar:
    """One vendor's bases of one year before this document or payment, and on how much of them tax was withheld."""

    base_minor: int = 0
    withheld_on_minor: int = 0


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is kept back of an amount: ``paid_minor`` + ``tax_minor`` is the amount that is settled.

    ``counted_minor`` adds to the year's `YearSoFar.base_minor`, ``base_minor`` to its `withheld_on_minor`.
    """

    counted_minor: int
    base_minor: int
    tax_minor: int
    paid_minor: int


def withhold(
    rule: WithholdingRule,
    moment: WithholdingMoment,
    *,
    settled_minor: int,
    net_minor: int,
    gross_minor: int,
    year: YearSoFar = YearSoFar(),
) -> Withheld:
    """Return what is withheld as ``settled_minor`` of a document of that net and gross is booked or paid.

    At the invoice ``settled_minor`` is all that is owed; at a payment it is what the payment settles less the discount
    taken. While the vendor's year, this one included, stays below the threshold nothing is withheld; what reaches it is
    withheld on wholly, and so is what came before it. Never more is withheld than is settled; what then is left over
    the next one bears. All amounts are zero or more, ``gross_minor`` above zero.
    """
    assert settled_minor >= 0
    assert gross_minor > 0
    if moment is not rule.moment:
        return Withheld(0, 0, 0, settled_minor)
    gross_base = rule.base is WithholdingBase.GROSS
    counted = settled_minor if gross_base else half_up(Fraction(settled_minor * net_minor, gross_minor))
    total = year.base_minor + counted
    if total < rule.threshold_minor:
        return Withheld(counted, 0, 0, settled_minor)
    base = max(0, total - year.withheld_on_minor)
    rate = Fraction(rule.rate) / 100
    tax = half_up(base * rate)
    if tax > settled_minor:
        base, tax = int(settled_minor / rate), settled_minor
    return Withheld(counted, base, tax, settled_minor - tax)
