"""Settling: which item settles which, by how much, and what each of them gives up in base currency.

Items of one party and side are paired in the order in which they are named: those that ask for money (above zero) with
those that bring it (below zero). What an adjustment takes off an item — a discount, a write-off, tax withheld, a bank's
fee, a residue of rounding — leaves an item of its own that settles it in the same breath, at the item's own book value,
so that only money and credits can make an exchange difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from bursar.core.errors import Refused
from bursar.core.exchange import OpenPart, relieved


class SettledAboveOpen(Refused):
    """More would be settled of an item than is open."""

    code = "settled_above_open"


class SettlementUnbalanced(Refused):
    """What asks for money and what brings it do not come to the same amount."""

    code = "settlement_unbalanced"


class SettledTwice(Refused):
    """An item is named twice; what each part of it gives up in base would depend on which is first."""

    code = "item_named_twice"


class NothingSettled(Refused):
    """A settlement without an amount settles nothing."""

    code = "nothing_settled"


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What an adjustment takes off an item: an amount above zero, and the id of the item that it leaves."""

    item_id: UUID
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Settled:
    """How much of an open item is settled, adjustments included: above zero, whichever sign the item has."""

    item_id: UUID
    open: OpenPart
    amount_minor: int
    adjusted: Sequence[Adjusted] = ()

    @property
    def asks(self) -> bool:
        """Whether the item asks for money; else it brings some."""
        return self.open.open_minor > 0

    @property
    def free_minor(self) -> int:
        """What is left for other items to settle once the adjustments are taken off."""
        return self.amount_minor - sum(one.amount_minor for one in self.adjusted)


@dataclass(frozen=True, slots=True)
class Match:
    """One allocation to be: an item that asks and one that brings, an amount, and what each gives up in base.

    All three are above zero (a base may be zero where the amount is worth less than half a unit of it).
    """

    asking_id: UUID
    bringing_id: UUID
    amount_minor: int
    asking_base_minor: int
    bringing_base_minor: int

    @property
    def difference_minor(self) -> int:
        """What was brought less what was asked, in base: of payables a loss above zero, of receivables a gain."""
        return self.bringing_base_minor - self.asking_base_minor


def undone_by(item_id: UUID, amount_minor: int, base_minor: int, counter_id: UUID) -> Match:
    """Return the allocation of an item, whole, against the one that its reversal left; the figures are the item's own.

    Both give up the same in base, so nothing is realised.
    """
    asking, bringing = (item_id, counter_id) if amount_minor > 0 else (counter_id, item_id)
    return Match(asking, bringing, abs(amount_minor), abs(base_minor), abs(base_minor))


@dataclass(slots=True)
class _Rest:
    """What of an item is still open while it is being settled."""

    item_id: UUID
    open_minor: int
    base_minor: int
    left_minor: int

    def take(self, amount_minor: int) -> int:
        """Take an amount above zero off the item and return the base that goes with it, above zero or zero."""
        sign = 1 if self.open_minor > 0 else -1
        base = relieved(sign * amount_minor, OpenPart(self.open_minor, self.base_minor))
        self.open_minor -= sign * amount_minor
        self.base_minor -= base
        self.left_minor -= amount_minor
        return sign * base


def match(items: Sequence[Settled]) -> tuple[Match, ...]:
    """Return the allocations that settle the items as they say, adjustments first, then in the order given.

    Raises NothingSettled, SettledTwice, SettledAboveOpen, SettlementUnbalanced.
    """
    if not items:
        raise NothingSettled("Name the items to be settled.", pointer="/items")
    if len({item.item_id for item in items}) < len(items):
        raise SettledTwice("Name every item once.", pointer="/items")
    for index, item in enumerate(items):
        _check(item, f"/items/{index}/amount")
    rests = [_Rest(one.item_id, one.open.open_minor, one.open.base_open_minor, one.amount_minor) for one in items]
    matches = [_adjustment(item, rest, one) for item, rest in zip(items, rests, strict=True) for one in item.adjusted]
    asking = [rest for item, rest in zip(items, rests, strict=True) if item.asks and rest.left_minor]
    bringing = [rest for item, rest in zip(items, rests, strict=True) if not item.asks and rest.left_minor]
    difference = sum(one.left_minor for one in asking) - sum(one.left_minor for one in bringing)
    if difference:
        raise SettlementUnbalanced(
            "What asks for money and what brings it do not come to the same amount.", difference_minor=str(difference)
        )
    return (*matches, *_pairs(asking, bringing))


def _check(item: Settled, pointer: str) -> None:
    if item.amount_minor <= 0:
        raise NothingSettled("Settle an amount above zero.", pointer=pointer)
    if item.amount_minor > abs(item.open.open_minor):
        raise SettledAboveOpen(
            "More would be settled than is open.", pointer=pointer, open_minor=str(abs(item.open.open_minor))
        )
    if item.free_minor < 0:
        raise SettlementUnbalanced("The adjustments come to more than is settled.", pointer=pointer)


def _adjustment(item: Settled, rest: _Rest, one: Adjusted) -> Match:
    base = rest.take(one.amount_minor)
    asking, bringing = (item.item_id, one.item_id) if item.asks else (one.item_id, item.item_id)
    return Match(asking, bringing, one.amount_minor, base, base)


def _pairs(asking: Sequence[_Rest], bringing: Sequence[_Rest]) -> list[Match]:
    matches, payers = [], list(bringing)
    for asked in asking:
        while asked.left_minor:
            payer = payers[0]
            amount = min(asked.left_minor, payer.left_minor)
            matches.append(Match(asked.item_id, payer.item_id, amount, asked.take(amount), payer.take(amount)))
            if not payer.left_minor:
                del payers[0]
    return matches
