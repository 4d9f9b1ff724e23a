"""Totals and tax of a document by the arithmetic of EN 16931-1:2017 (rules BR-CO-10 to BR-CO-17).

The standard rounds to two decimals; here every amount is rounded to the minor unit of its currency, which is the same
for most currencies and right for yen and dinars.
"""

from __future__ import annotations

import decimal
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import reduce
from typing import Final

from bursar.core.errors import Refused
from bursar.core.money import EXACT, CurrencyMismatch, Money, Rounding

# A price for 3 units has no end; forty digits are 24 decimals below the largest amount, and a quotient is still Money.
_QUOTIENT: Final = decimal.Context(prec=40, rounding=decimal.ROUND_HALF_EVEN, traps=[])


class InvalidBaseQuantity(Refused):
    """A price is for a positive number of units (BT-149)."""

    code = "invalid_base_quantity"


class TaxRounding(StrEnum):
    """Where tax is rounded: once for each tax group (EN 16931, BR-CO-17) or on each line."""

    PER_GROUP = "per_group"
    PER_LINE = "per_line"


@dataclass(frozen=True, slots=True)
class TaxedLine:
    """The net of one document line (BT-131) with its tax percent and category (UNCL 5305: S Z E AE K G O L M)."""

    net: Money
    category: str
    rate: Decimal


@dataclass(frozen=True, slots=True)
class AllowanceOrCharge:
    """A document level allowance (BT-92) or charge (BT-99): a positive amount without tax, its category and percent."""

    amount: Money
    is_charge: bool
    category: str
    rate: Decimal

    @property
    def net(self) -> Money:
        """What it adds to the total without tax: an allowance takes away."""
        return self.amount if self.is_charge else -self.amount


@dataclass(frozen=True, slots=True)
class TaxGroup:
    """One row of the tax breakdown (BG-23): what was taxed alike (BT-116) and the tax on it (BT-117)."""

    category: str
    rate: Decimal
    base: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals of a document (BG-22): BT-106 to BT-115, in the document currency."""

    line_net: Money
    allowances: Money
    charges: Money
    tax_exclusive: Money
    tax_groups: tuple[TaxGroup, ...]
    tax: Money
    tax_inclusive: Money
    prepaid: Money
    rounding: Money
    payable: Money


def line_net(
    quantity: Decimal,
    unit_price: Decimal,
    base_quantity: Decimal | int = 1,
    charges: Iterable[Decimal] = (),
    allowances: Iterable[Decimal] = (),
    *,
    currency: str,
    mode: Rounding = Rounding.HALF_UP,
) -> Decimal:
    """Return a line's net amount (BT-131), rounded once to the currency's minor unit.

    Item net price / base quantity * quantity + line charges - line allowances (BT-146, BT-149, BT-129, BT-141, BT-136;
    PEPPOL-EN16931-R120). Raises InvalidBaseQuantity, UnknownCurrency and AmountOutOfRange.
    """
    base = Decimal(base_quantity)
    if not base.is_finite() or base <= 0:
        raise InvalidBaseQuantity("The base quantity of a price is above zero.", base_quantity=str(base))
    priced = _QUOTIENT.divide(EXACT.multiply(quantity, unit_price), base)
    amount = reduce(EXACT.subtract, allowances, reduce(EXACT.add, charges, priced))
    return Money(amount, currency).rounded(mode).amount


def compute_totals(
    lines: Sequence[TaxedLine],
    allowances_charges: Sequence[AllowanceOrCharge] = (),
    *,
    currency: str,
    prepaid: Money | Decimal | int = 0,
    rounding: Money | Decimal | int = 0,
    tax_rounding: TaxRounding = TaxRounding.PER_GROUP,
    mode: Rounding = Rounding.HALF_UP,
) -> Totals:
    """Return the totals and tax breakdown of a document, groups in order of first appearance.

    ``prepaid`` is BT-113 and ``rounding`` BT-114. Raises CurrencyMismatch for an amount in another currency and
    NotRepresentable for one with more decimals than the currency has.
    """
    net = _sum((line.net for line in lines), currency)
    allowances = _sum((part.amount for part in allowances_charges if not part.is_charge), currency)
    charges = _sum((part.amount for part in allowances_charges if part.is_charge), currency)
    groups = _tax_groups([*lines, *allowances_charges], currency, tax_rounding, mode)
    tax_exclusive = net - allowances + charges
    tax = _sum((group.tax for group in groups), currency)
    tax_inclusive = tax_exclusive + tax
    paid, rounded = _money(prepaid, currency), _money(rounding, currency)
    return Totals(
        line_net=net,  # BR-CO-10
        allowances=allowances,  # BR-CO-11
        charges=charges,  # BR-CO-12
        tax_exclusive=tax_exclusive,  # BR-CO-13
        tax_groups=groups,  # BR-CO-17, BR-CO-18
        tax=tax,  # BR-CO-14
        tax_inclusive=tax_inclusive,  # BR-CO-15
        prepaid=paid,
        rounding=rounded,
        payable=tax_inclusive - paid + rounded,  # BR-CO-16
    )


def tax_on(base: Money, rate: Decimal, mode: Rounding = Rounding.HALF_UP) -> Money:
    """Return the tax on a base at a percentage, rounded to the minor unit (BR-CO-17: base * rate / 100)."""
    return (base * rate.scaleb(-2, EXACT)).rounded(mode)


def _tax_groups(
    parts: Sequence[TaxedLine | AllowanceOrCharge], currency: str, tax_rounding: TaxRounding, mode: Rounding
) -> tuple[TaxGroup, ...]:
    nets: dict[tuple[str, Decimal], list[Money]] = {}
    for part in parts:
        nets.setdefault((part.category, part.rate), []).append(part.net)
    return tuple(
        _tax_group(category, rate, amounts, currency, tax_rounding, mode) for (category, rate), amounts in nets.items()
    )


def _tax_group(
    category: str, rate: Decimal, amounts: Sequence[Money], currency: str, tax_rounding: TaxRounding, mode: Rounding
) -> TaxGroup:
    base = _sum(amounts, currency)
    if tax_rounding is TaxRounding.PER_LINE:
        tax = _sum((tax_on(amount, rate, mode) for amount in amounts), currency)
    else:
        tax = tax_on(base, rate, mode)
    return TaxGroup(category, rate, base, tax)


def _sum(amounts: Iterable[Money], currency: str) -> Money:
    """Add in minor units, so that an amount that cannot be booked is refused and not carried along."""
    return Money.from_minor(sum(_minor(amount, currency) for amount in amounts), currency)


def _minor(amount: Money, currency: str) -> int:
    if amount.currency != currency:
        raise CurrencyMismatch(
            f"An amount in {amount.currency} is part of a document in {currency}.", left=amount.currency, right=currency
        )
    return amount.minor


def _money(value: Money | Decimal | int, currency: str) -> Money:
    money = value if isinstance(value, Money) else Money(Decimal(value), currency)
    return Money.from_minor(_minor(money, currency), currency)
