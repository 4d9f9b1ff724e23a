"""Aging: how long what is open has been due, by party and currency, at a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

_Key = TypeVar("_Key")


class Bucket(StrEnum):
    """How many days have passed since the anchor date; the day itself is not due yet."""

    NOT_DUE = "not_due"
    D1_30 = "1_30"
    D31_60 = "31_60"
    D61_90 = "61_90"
    OVER_90 = "over_90"


class Basis(StrEnum):
    """Which date of a document the days are counted from."""

    DUE_DATE = "due_date"
    DOCUMENT_DATE = "document_date"


@dataclass(frozen=True, slots=True)
class AgedItem:
    """An open item as it stood at the date of the report; ``open_minor`` in minor units, credits below zero."""

    party_id: UUID
    currency: str
    open_minor: int
    document_date: date
    due_date: date

    def anchor(self, basis: Basis) -> date:
        """Return the date the item's days are counted from."""
        return self.due_date if basis is Basis.DUE_DATE else self.document_date


@dataclass(frozen=True, slots=True)
class AgedAmounts:
    """Open amounts in minor units of one currency, by bucket; every bucket is there."""

    currency: str
    buckets: Mapping[Bucket, int]

    @property
    def total_minor(self) -> int:
        """What is open over all buckets, in minor units."""
        return sum(self.buckets.values())


@dataclass(frozen=True, slots=True)
class AgingRow(AgedAmounts):
    """What is open with one party in one currency."""

    party_id: UUID


@dataclass(frozen=True, slots=True)
class Aging:
    """The report: rows by party and currency, and one total for each currency, sorted by currency, then party."""

    as_of: date
    basis: Basis
    rows: tuple[AgingRow, ...]
    totals: tuple[AgedAmounts, ...]


def bucket(as_of: date, anchor_date: date) -> Bucket:
    """Return the bucket of an item at a date: 1_30 holds the 1st to the 30th day after the anchor date."""
    days = (as_of - anchor_date).days
    if days <= 0:
        return Bucket.NOT_DUE
    if days <= 30:
        return Bucket.D1_30
    if days <= 60:
        return Bucket.D31_60
    return Bucket.D61_90 if days <= 90 else Bucket.OVER_90


def age(items: Iterable[AgedItem], as_of: date, basis: Basis = Basis.DUE_DATE) -> Aging:
    """Sum open items into buckets by party and currency, and by currency.

    The items are those open at ``as_of``; currencies are never added to one another.
    """
    by_party: defaultdict[tuple[str, UUID], dict[Bucket, int]] = defaultdict(_empty)
    by_currency: defaultdict[str, dict[Bucket, int]] = defaultdict(_empty)
    for item in items:
        where = bucket(as_of, item.anchor(basis))
        by_party[item.currency, item.party_id][where] += item.open_minor
        by_currency[item.currency][where] += item.open_minor
    return Aging(
        as_of=as_of,
        basis=basis,
        rows=tuple(
            AgingRow(currency, sums, party_id) for (currency, party_id), sums in sorted(by_party.items(), key=_key)
        ),
        totals=tuple(AgedAmounts(currency, sums) for currency, sums in sorted(by_currency.items(), key=_key)),
    )


def _empty() -> dict[Bucket, int]:
    return dict.fromkeys(Bucket, 0)


def _key(entry: tuple[_Key, object]) -> _Key:
    return entry[0]
