"""Payment terms: when which part of a document is due, and what an early payment saves.

Written form, which ``parse`` reads and ``str`` writes::

    net 30                      30 days after the document date
    eom+15, eom, eom-5          15 days after the end of its month, at its end, 5 days before
    day 10 of month+1           on the 10th of the next month (the last day where a month is shorter)
    day 15 after 31 days        on the first 15th that is at least 31 days after the document date (likewise)
    2/10 net 30                 2 percent less when paid within 10 days, else all of it within 30
    30% net 0, 70% eom+30       instalments in percent
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from bursar.core.errors import Refused
from bursar.core.money import Money, Rounding

MOST_DAYS: Final = 3650
_MOST_MONTHS: Final = 120
_NUMBER: Final = r"\d{1,4}"
_PERCENT: Final = r"\d{1,3}(?:\.\d{1,6})?"
_NET: Final = re.compile(rf"(?:net|n/)\s*({_NUMBER})(?: days)?", re.ASCII)
_END_OF_MONTH: Final = re.compile(rf"eom\s*(?:([+-])\s*({_NUMBER}))?", re.ASCII)
_DAY_OF_MONTH: Final = re.compile(rf"day ({_NUMBER}) of month\s*\+\s*({_NUMBER})", re.ASCII)
_DAY_AFTER: Final = re.compile(rf"day ({_NUMBER}) after ({_NUMBER}) days?", re.ASCII)
_DISCOUNT: Final = re.compile(rf"({_PERCENT})\s*/\s*({_NUMBER}),?\s+(.+)", re.ASCII)
_SHARE: Final = re.compile(rf"({_PERCENT})\s*%\s+(.+)", re.ASCII)
_ON_RECEIPT: Final = frozenset({"due on receipt", "on receipt", "immediate"})


class InvalidTerms(Refused):
    """The payment terms cannot be read or make no sense."""

    code = "invalid_payment_terms"


class DateOutOfRange(Refused):
    """The due date would lie beyond the calendar."""

    code = "date_out_of_range"


@dataclass(frozen=True, slots=True)
class NetDays:
    """Due a number of days after the document date."""

    days: int

    def __post_init__(self) -> None:
        _check(0 <= self.days <= MOST_DAYS, f"Net days are 0 to {MOST_DAYS}.")

    def due(self, document_date: date) -> date:
        """Return the due date."""
        return document_date + timedelta(days=self.days)

    def __str__(self) -> str:
        return f"net {self.days}"


@dataclass(frozen=True, slots=True)
class EndOfMonth:
    """Due a number of days after (or, below zero, before) the end of the document's month, but not before its date."""

    days: int = 0

    def __post_init__(self) -> None:
        _check(-31 < self.days <= MOST_DAYS, f"Days about the end of the month are -30 to {MOST_DAYS}.")

    def due(self, document_date: date) -> date:
        """Return the due date."""
        return max(document_date, end_of_month(document_date) + timedelta(days=self.days))

    def __str__(self) -> str:
        return f"eom{self.days:+d}" if self.days else "eom"


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """Due on a day of the n-th next month, or on that month's last day where it is shorter."""

    day: int
    months: int = 1

    def __post_init__(self) -> None:
        _check_day(self.day)
        _check(1 <= self.months <= _MOST_MONTHS, f"The months ahead are 1 to {_MOST_MONTHS}.")

    def due(self, document_date: date) -> date:
        """Return the due date."""
        years, month = divmod(document_date.month - 1 + self.months, 12)
        return _day_of(date(document_date.year + years, month + 1, 1), self.day)

    def __str__(self) -> str:
        return f"day {self.day} of month+{self.months}"


@dataclass(frozen=True, slots=True)
class DayAfter:
    """Due on the first such day of a month (the last of a shorter one) that is so many days after the document date."""

    day: int
    days: int

    def __post_init__(self) -> None:
        _check_day(self.day)
        _check(0 <= self.days <= MOST_DAYS, f"The days until then are 0 to {MOST_DAYS}.")

    def due(self, document_date: date) -> date:
        """Return the due date."""
        earliest = document_date + timedelta(days=self.days)
        found = _day_of(earliest, self.day)
        return found if found >= earliest else _day_of(end_of_month(earliest) + timedelta(days=1), self.day)

    def __str__(self) -> str:
        return f"day {self.day} after {self.days} days"


DueRule = NetDays | EndOfMonth | DayOfMonth | DayAfter


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage of the document and the rule that says when it is due."""

    percent: Decimal
    rule: DueRule

    def __post_init__(self) -> None:
        _check(0 < self.percent <= 100, "A share is more than 0 and at most 100 percent.")
        _check_decimals(self.percent)


@dataclass(frozen=True, slots=True)
class EarlyPayment:
    """A percentage off each instalment paid within so many days after the document date."""

    percent: Decimal
    days: int

    def __post_init__(self) -> None:
        _check(0 < self.percent < 100, "A discount is more than 0 and less than 100 percent.")
        _check_decimals(self.percent)
        _check(0 <= self.days <= MOST_DAYS, f"Discount days are 0 to {MOST_DAYS}.")

    def __str__(self) -> str:
        return f"{_digits(self.percent)}/{self.days}"


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """When the parts of a document are due; the shares add up to 100 percent.

    Raises InvalidTerms.
    """

    shares: tuple[Share, ...]
    early_payment: EarlyPayment | None = None

    def __post_init__(self) -> None:
        _check(sum(share.percent for share in self.shares) == 100, "The shares add up to 100 percent.")

    @classmethod
    def single(cls, rule: DueRule, early_payment: EarlyPayment | None = None) -> PaymentTerms:
        """Return terms by which the whole document is due at once."""
        return cls((Share(Decimal(100), rule),), early_payment)

    def __str__(self) -> str:
        discount = f"{self.early_payment} " if self.early_payment else ""
        if len(self.shares) == 1:
            return f"{discount}{self.shares[0].rule}"
        return discount + ", ".join(f"{_digits(share.percent)}% {share.rule}" for share in self.shares)


@dataclass(frozen=True, slots=True)
class Discount:
    """What may be taken off an instalment that is paid on or before a date."""

    until: date
    percent: Decimal
    amount: Money


@dataclass(frozen=True, slots=True)
class Instalment:
    """One amount, the date it is due, and the discount for paying it early."""

    due_date: date
    amount: Money
    discount: Discount | None = None


def due_dates(
    terms: PaymentTerms, document_date: date, gross: Money, *, mode: Rounding = Rounding.HALF_UP
) -> tuple[Instalment, ...]:
    """Return the instalments of a document in the order of its terms; their amounts add up to ``gross`` exactly.

    ``mode`` rounds the discounts. Raises DateOutOfRange, and NotRepresentable when ``gross`` cannot be booked.
    """
    amounts = gross.split([share.percent for share in terms.shares])
    try:
        return tuple(
            Instalment(
                share.rule.due(document_date), amount, _discount(terms.early_payment, document_date, amount, mode)
            )
            for share, amount in zip(terms.shares, amounts, strict=True)
        )
    except (OverflowError, ValueError):
        raise DateOutOfRange("The due date lies beyond the calendar.", document_date=str(document_date)) from None


def parse(text: str) -> PaymentTerms:
    """Read payment terms as the head of this module writes them, in any case. Raises InvalidTerms."""
    rest = " ".join(text.lower().split())
    early_payment = None
    if found := _DISCOUNT.fullmatch(rest):
        early_payment = EarlyPayment(Decimal(found[1]), int(found[2]))
        rest = found[3]
    return PaymentTerms(_parse_shares(rest.split(",")), early_payment)


def end_of_month(day: date) -> date:
    """Return the last day of the month a day is in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _day_of(month: date, day: int) -> date:
    """Return a day of the month that a date is in, the last where the month is shorter."""
    last = end_of_month(month)
    return last.replace(day=min(day, last.day))


def _discount(offer: EarlyPayment | None, document_date: date, amount: Money, mode: Rounding) -> Discount | None:
    if offer is None:
        return None
    until = document_date + timedelta(days=offer.days)
    return Discount(until, offer.percent, (amount * offer.percent.scaleb(-2)).rounded(mode))


def _parse_shares(texts: Sequence[str]) -> tuple[Share, ...]:
    if len(texts) == 1 and "%" not in texts[0]:
        return (Share(Decimal(100), _parse_rule(texts[0].strip())),)
    return tuple(_parse_share(text.strip()) for text in texts)


def _parse_share(text: str) -> Share:
    found = _SHARE.fullmatch(text)
    if not found:
        raise _unreadable(text)
    return Share(Decimal(found[1]), _parse_rule(found[2]))


def _parse_rule(text: str) -> DueRule:
    if text in _ON_RECEIPT:
        return NetDays(0)
    if found := _NET.fullmatch(text):
        return NetDays(int(found[1]))
    if found := _END_OF_MONTH.fullmatch(text):
        return EndOfMonth(int(f"{found[1] or '+'}{found[2] or 0}"))
    if found := _DAY_OF_MONTH.fullmatch(text):
        return DayOfMonth(int(found[1]), int(found[2]))
    if found := _DAY_AFTER.fullmatch(text):
        return DayAfter(int(found[1]), int(found[2]))
    raise _unreadable(text)


def _unreadable(text: str) -> InvalidTerms:
    return InvalidTerms("These are no payment terms that can be read.", terms=text[:100])


def _digits(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _check_day(day: int) -> None:
    _check(1 <= day <= 31, "The day of a month is 1 to 31.")


def _check_decimals(percent: Decimal) -> None:
    _check(percent % Decimal("0.000001") == 0, "A percentage has at most six decimals.")


def _check(holds: bool, message: str) -> None:  # noqa: FBT001 - the condition itself.
    if not holds:
        raise InvalidTerms(message)
