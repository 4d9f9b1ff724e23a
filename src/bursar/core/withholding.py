"""Withholding from what is settled: an item's tax in its own currency, and what of the year it counts in base currency.

Rates and thresholds are of the books' own currency, so an item counts by the base that it carries, at its own rate; the
tax goes back into the item's currency in the same proportion. A withheld part is settled at book value, like every
adjustment (`core.settling`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction

from bursar.core.exchange import OpenPart, relieved
from bursar.core.tax import WithholdingRule, YearSoFar, half_up, withhold


@dataclass(frozen=True, slots=True)
class Owed:
    """What is open of an item that asks for money, with net and gross (above zero) of the document that it is of."""

    open: OpenPart
    net_minor: int
    gross_minor: int


@dataclass(frozen=True, slots=True)
class KeptBack:
    """What is withheld as a part of an item is settled: both in its currency, what the year counts in base currency.

    ``counted_minor`` and ``base_minor`` are those of `core.tax.Withheld`.
    """

    settled_minor: int
    tax_minor: int
    counted_minor: int
    base_minor: int

    @property
    def paid_minor(self) -> int:
        """What money settles of the part."""
        return self.settled_minor - self.tax_minor

    def after(self, year: YearSoFar) -> YearSoFar:
        """Return the year with this part in it."""
        return YearSoFar(year.base_minor + self.counted_minor, year.withheld_on_minor + self.base_minor)


def keep_back(rule: WithholdingRule, owed: Owed, settled_minor: int, year: YearSoFar) -> KeptBack:
    """Return what is withheld as so much of an item, adjustments apart, is settled at the rule's own moment."""
    worth = relieved(settled_minor, owed.open)
    made = withhold(
        rule, rule.moment, settled_minor=worth, net_minor=owed.net_minor, gross_minor=owed.gross_minor, year=year
    )
    tax = half_up(Fraction(made.tax_minor * settled_minor, worth)) if worth else 0
    return KeptBack(settled_minor, tax, made.counted_minor, made.base_minor)


def most_settled(rule: WithholdingRule, owed: Owed, *, paid_minor: int, most_minor: int, year: YearSoFar) -> int:
    """Return the most of an item that so much money settles together with what is then withheld, up to ``most_minor``.

    Below the threshold money settles its own amount. From where the threshold is reached on, more is paid the more is
    settled, so the place is found by halving; it lies there when that settles more, for what is withheld settles too.
    """

    def kept(settled_minor: int) -> KeptBack:
        return keep_back(rule, owed, settled_minor, year)

    if kept(most_minor).paid_minor <= paid_minor:
        return most_minor
    reached = bisect_left(
        range(most_minor), rule.threshold_minor, key=lambda one: year.base_minor + kept(one).counted_minor
    )
    above = range(reached, most_minor)
    settled = bisect_right(above, paid_minor, key=lambda one: kept(one).paid_minor)
    return above[settled - 1] if settled else paid_minor
