"""Early payment: what a payment on a date settles, how much less is paid for it, and what that does to the tax.

The terms say how much and until when (`core.terms`, BT-20 in EN 16931, which leaves such a discount out of the totals
because nobody knows at the invoice whether it is taken). The date is the payment's in the legal entity's time zone.
Amounts are minor units, all of them zero or more; every rounding is half up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from bursar.core.errors import Refused
from bursar.core.posting import SELF_ASSESSED
from bursar.core.tax import half_up, recoverable
from bursar.core.terms import DateOutOfRange, PaymentTerms


class TaxMode(StrEnum):
    """What a discount does to the tax.

    ``reduce``: it lessens the tax base, so the tax is corrected in proportion (Directive 2006/112/EC, article 90).
    ``fixed``: the tax stays that of the full amount and the discount is on the net alone. ``as_if_taken``: the tax was
    computed at the invoice as if the discount were taken (`core.tax.calculate`), so it stays and the discount is on the
    net alone, whoever takes it.
    """

    REDUCE = "reduce"
    FIXED = "fixed"
    AS_IF_TAKEN = "as_if_taken"


class NoDiscountInTerms(Refused):
    """A document's tax is that of a discount, and its payment terms give none."""

    code = "discount_terms_missing"


class TaxModeContradicted(Refused):
    """A payment would correct tax, or have it corrected, where the document's own tax has the discount in it."""

    code = "discount_tax_mode_conflict"


class PartialPayments(StrEnum):
    """What a payment in time earns that does not settle all: its share of the discount, or none of it."""

    PRO_RATA = "pro_rata"
    FULL_ONLY = "full_only"


@dataclass(frozen=True, slots=True)
class DiscountOffer:
    """A percentage off what is paid on or before a date, and the rules by which it is given."""

    percent: Decimal
    until: date
    tax_mode: TaxMode
    partial: PartialPayments


@dataclass(frozen=True, slots=True)
class TaxShare:
    """One tax group of the document whose instalment is paid, whole, and what of its tax comes back as input tax.

    Where the group's lines name tax codes it is the part that falls to one of them (`core.bill_taxes.tax_shares`), with
    the code's own account for tax, if it has one.
    """

    category: str
    rate: Decimal
    base_minor: int
    tax_minor: int
    tax_code_id: UUID | None = None
    recoverable_share: Decimal = Decimal(1)
    account_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Discountable:
    """An instalment as it was and as it stands, and its document's net, gross and tax groups."""

    amount_minor: int
    open_minor: int
    net_minor: int
    gross_minor: int
    tax: Sequence[TaxShare] = ()

    def __post_init__(self) -> None:
        assert self.amount_minor > 0
        assert 0 <= self.open_minor <= self.amount_minor
        assert self.gross_minor > 0


@dataclass(frozen=True, slots=True)
class TaxCorrection:
    """By how much a discount lessens one tax group: its base, its tax, and what of the tax had come back.

    What had not come back (`tax_minor - recoverable_minor`) was cost, and lessens cost. Bases are what the tax report
    tells; the groups' bases may differ from the discount's net part by the rounding of each.
    """

    category: str
    rate: Decimal
    base_minor: int
    tax_minor: int
    recoverable_minor: int
    tax_code_id: UUID | None = None
    account_id: UUID | None = None

    @property
    def is_self_assessed(self) -> bool:
        """Whether the tax is the buyer's own: corrected on both sides of the books, and no part of the discount."""
        return self.category in SELF_ASSESSED


@dataclass(frozen=True, slots=True)
class Discounted:
    """What a payment settles and how.

    settled = cash + discount; discount = net + the corrections' tax, self-assessed apart; paid = cash + unused.
    """

    settled_minor: int
    cash_minor: int
    discount_minor: int
    net_minor: int
    corrections: tuple[TaxCorrection, ...]
    unused_minor: int


def offer(
    terms: PaymentTerms, document_date: date, *, tax_mode: TaxMode, partial: PartialPayments
) -> DiscountOffer | None:
    """Return what the terms offer for paying early, or None. Raises DateOutOfRange."""
    early = terms.early_payment
    if early is None:
        return None
    try:
        until = document_date + timedelta(days=early.days)
    except OverflowError:
        raise DateOutOfRange("The discount's last day lies beyond the calendar.") from None
    return DiscountOffer(early.percent, until, tax_mode, partial)


def taxed_discount(tax_mode: TaxMode, terms: PaymentTerms | None) -> Decimal:
    """Return by how many percent a document's tax bases are below its lines; terms give one discount on all of it.

    Raises NoDiscountInTerms.
    """
    if tax_mode is not TaxMode.AS_IF_TAKEN:
        return Decimal(0)
    if terms is None or terms.early_payment is None:
        raise NoDiscountInTerms(
            "Tax is computed as if a discount were taken, and the payment terms give none.",
            pointer="/discount_tax_mode",
        )
    return terms.early_payment.percent


def mode_of_payment(of_document: TaxMode, asked: TaxMode | None) -> TaxMode:
    """Return what a payment's discount does to the tax: what is asked, else what the document says.

    Tax that was computed as if the discount were taken is right already, so nothing else can be asked of it; the other
    two leave it open until the payment. Raises TaxModeContradicted.
    """
    if asked is None or asked is of_document:
        return of_document
    if of_document is TaxMode.AS_IF_TAKEN:
        raise TaxModeContradicted(
            "The document's tax was computed as if its discount were taken.", discount_tax_mode=of_document.value
        )
    return asked


def cash_due(item: Discountable, offered: DiscountOffer | None, *, on: date) -> int:
    """Return what settles all that is open when it is paid on a date."""
    return item.open_minor - _earned(item, _whole(item, offered, on), item.open_minor)


def discount(item: Discountable, offered: DiscountOffer | None, *, paid_minor: int, on: date) -> Discounted:
    """Return what a payment on a date settles of an instalment.

    In time it settles as much as with its share of the discount comes to the payment, at most what is open; with
    `FULL_ONLY` the discount is given to a payment that settles all that is open, and to no other. Payments one after
    the other earn together what one payment of the same instalment would, to the minor unit, and correct the same tax.
    """
    assert paid_minor >= 0
    whole = _whole(item, offered, on)
    due = item.open_minor - _earned(item, whole, item.open_minor)
    if paid_minor >= due:
        settled = item.open_minor
    else:
        if offered is not None and offered.partial is PartialPayments.FULL_ONLY:
            whole = 0
        # One unit more settled costs one unit of cash or none, so every payment is met exactly.
        settled = bisect_left(
            range(item.open_minor), paid_minor, key=lambda settled: settled - _earned(item, whole, settled)
        )
    taken = _earned(item, whole, settled)
    cash = settled - taken
    corrections: tuple[TaxCorrection, ...] = ()
    if taken and offered is not None and offered.tax_mode is TaxMode.REDUCE:
        corrections = _corrections(item, whole, settled)
    net = taken - sum(one.tax_minor for one in corrections if not one.is_self_assessed)
    return Discounted(settled, cash, taken, net, corrections, paid_minor - cash)


def _whole(item: Discountable, offered: DiscountOffer | None, on: date) -> int:
    """Return the discount on the whole instalment, as `core.terms` states it where the tax is reduced."""
    if offered is None or on > offered.until:
        return 0
    exact = item.amount_minor * Fraction(offered.percent) / 100
    if offered.tax_mode is not TaxMode.REDUCE:
        exact *= Fraction(item.net_minor, item.gross_minor)
    return max(0, min(half_up(exact), item.amount_minor))


def _earned(item: Discountable, whole: int, settled: int) -> int:
    """Return the discount on the next ``settled`` units, of which all together earn the whole."""
    before = item.amount_minor - item.open_minor
    return _up_to(item, whole, before + settled) - _up_to(item, whole, before)


def _up_to(item: Discountable, whole: int, settled: int) -> int:
    return half_up(Fraction(whole * settled, item.amount_minor))


def _corrections(item: Discountable, whole: int, settled: int) -> tuple[TaxCorrection, ...]:
    """Return how base and tax of each group lessen with the discount on the next ``settled`` units."""
    before = item.amount_minor - item.open_minor
    start, end = _up_to(item, whole, before), _up_to(item, whole, before + settled)

    def part(of_minor: int) -> int:
        share = Fraction(of_minor, item.gross_minor)
        return half_up(end * share) - half_up(start * share)

    return tuple(
        TaxCorrection(
            one.category,
            one.rate,
            part(one.base_minor),
            part(one.tax_minor),
            part(recoverable(one.tax_minor, one.recoverable_share)),
            one.tax_code_id,
            one.account_id,
        )
        for one in item.tax
    )
