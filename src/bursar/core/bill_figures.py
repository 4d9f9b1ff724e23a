"""What a bill comes to: its lines' nets, its tax groups, and its totals, ours or the vendor's own.

A vendor rounds tax as it likes: on each line, or once for each group. Its own figures are kept where they agree with
ours within the tolerance of EN 16931 (BR-S-08, BR-S-09 and their kin for other categories: less than one unit).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bursar.core.errors import Refused
from bursar.core.money import EXACT, AmountOutOfRange, CurrencyMismatch, Money, Rounding
from bursar.core.posting import SELF_ASSESSED
from bursar.core.totals import TaxedLine, TaxGroup, compute_totals, tax_on

# What the wire carries of one amount, in units of the currency: no bill has a figure above it.
LARGEST_FIGURE: Final = Decimal(10) ** 13


class TaxGroupMismatch(Refused):
    """A stated tax group does not follow from the lines."""

    code = "tax_group_mismatch"


class TotalNotPositive(Refused):
    """A bill or vendor credit says how much: not below zero, and not nothing but zeros.

    A total of zero from lines that cancel each other is a document like any other; nothing of it stays open.
    """

    code = "total_not_positive"


class PrepaidTooMuch(Refused):
    """More was prepaid than the bill comes to."""

    code = "prepaid_too_much"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A line as given: `net` where the vendor states it, else quantity times unit price, rounded half up."""

    quantity: Decimal
    unit_price: Decimal
    net: Money | None
    category: str
    rate: Decimal


@dataclass(frozen=True, slots=True)
class BillFigures:
    """What the bill comes to, in document currency.

    ``tax`` is what the vendor charges; tax that the buyer assesses (reverse charge) stands in its group alone.
    """

    line_nets: tuple[Money, ...]
    tax_groups: tuple[TaxGroup, ...]
    net: Money
    tax: Money
    gross: Money
    prepaid: Money
    rounding: Money
    payable: Money


def bill_figures(
    lines: Sequence[FigureLine],
    stated_groups: Sequence[TaxGroup],
    *,
    currency: str,
    prepaid: Money,
    rounding: Money,
    computed: Sequence[TaxGroup] = (),
) -> BillFigures:
    """Return the figures of a bill.

    What the lines' tax comes to by EN 16931 is computed here; ``computed`` says it where tax codes or a discount that
    is taken as given make it something else (`core.bill_taxes.figures_by_rule`).

    Raises TotalNotPositive, PrepaidTooMuch, TaxGroupMismatch, CurrencyMismatch, NotRepresentable, AmountOutOfRange and
    UnknownCurrency.
    """
    nets = tuple(line_net_of(line, currency) for line in lines)
    taxed = [TaxedLine(net, line.category, line.rate) for net, line in zip(nets, lines, strict=True)]
    ours = compute_totals(taxed, currency=currency, prepaid=prepaid, rounding=rounding)
    expected = tuple(computed) or ours.tax_groups
    groups = tuple(stated_groups) or expected
    if stated_groups:
        _check_groups(groups, expected, currency)
    charged = sum(group.tax.minor for group in groups if group.category not in SELF_ASSESSED)
    tax = Money.from_minor(charged, currency)
    gross = ours.tax_exclusive + tax
    payable = gross - ours.prepaid + ours.rounding
    if gross.minor < 0:
        raise TotalNotPositive("The total is below zero; what a vendor gives back is a vendor credit.")
    if not any(net.minor for net in nets):
        raise TotalNotPositive("No line has an amount, so there is nothing to book.", pointer="/lines")
    if payable.minor < 0:
        raise PrepaidTooMuch("More was prepaid than the bill comes to.", pointer="/prepaid")
    _check_size([*nets, *(group.tax for group in groups), gross, ours.prepaid, ours.rounding, payable])
    return BillFigures(nets, groups, ours.tax_exclusive, tax, gross, ours.prepaid, ours.rounding, payable)


def line_net_of(line: FigureLine, currency: str) -> Money:
    """Return a line's net as stated, else quantity times price.

    Raises CurrencyMismatch, UnknownCurrency and AmountOutOfRange.
    """
    if line.net is not None:
        if line.net.currency != currency:
            raise CurrencyMismatch(
                f"A line in {line.net.currency} is part of a bill in {currency}.",
                left=line.net.currency,
                right=currency,
            )
        return Money(line.net.amount, line.net.currency)
    return Money(EXACT.multiply(line.quantity, line.unit_price), currency).rounded(Rounding.HALF_UP)


def _check_size(figures: Sequence[Money]) -> None:
    for figure in figures:
        if abs(figure.amount) > LARGEST_FIGURE:
            raise AmountOutOfRange(f"No figure of a bill is above {LARGEST_FIGURE:f}.", currency=figure.currency)


def _check_groups(stated: Sequence[TaxGroup], ours: Sequence[TaxGroup], currency: str) -> None:
    computed = {(group.category, group.rate): group for group in ours}
    one = Money(Decimal(1), currency)
    for index, group in enumerate(stated):
        mine = computed.pop((group.category, group.rate), None)
        expected = tax_on(group.base, group.rate)
        if mine is None or not -one < group.base - mine.base < one or not -one < group.tax - expected < one:
            raise TaxGroupMismatch(
                "The tax group does not follow from the lines.", pointer=f"/tax_groups/{index}", expected=expected.plain
            )
    if computed:
        missing = ", ".join(f"{category} {rate}" for category, rate in computed)
        raise TaxGroupMismatch("A line's tax has no group.", pointer="/tax_groups", missing=missing)
