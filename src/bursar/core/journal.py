"""What a manual journal entry may become, when it is balanced, and on which days a recurring one falls.

    submitted -> posted -> reversed
              -> rejected

Approval posts: an approved entry that is not in the books does not exist.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from bursar.core.bills import ApprovalLimitExceeded, Approver, DigestChanged, OwnDocument, ReasonMissing
from bursar.core.errors import Refused

LAST_DAY: Final = date(2999, 12, 31)


class EntryState(StrEnum):
    """Where a manual entry stands on its way into the books."""

    SUBMITTED = "submitted"
    POSTED = "posted"
    REJECTED = "rejected"
    REVERSED = "reversed"


class RecurringState(StrEnum):
    """Whether a template posts."""

    SUBMITTED = "submitted"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class AutoReverse(StrEnum):
    """When what a template posts takes itself back."""

    NEXT_DAY = "next_day"
    NEXT_MONTH = "next_month"


class EntryEmpty(Refused):
    """An entry has lines."""

    code = "entry_empty"


class LineZero(Refused):
    """A line debits or credits something."""

    code = "line_zero"


class EntryUnbalanced(Refused):
    """Debits and credits differ."""

    code = "entry_unbalanced"


class ScheduleInvalid(Refused):
    """The schedule has no day, or ends before it begins."""

    code = "schedule_invalid"


class ReversedTooEarly(Refused):
    """A reversal would lie before the posting that it takes back."""

    code = "reversed_too_early"


class EntryNotSubmitted(Refused):
    """Only a submitted entry that waits for a decision can be approved or rejected."""

    code = "manual_entry_not_submitted"
    status = 409


class EntryNotPosted(Refused):
    """Only a posted entry that nothing has taken back can be reversed."""

    code = "manual_entry_not_posted"
    status = 409


class HasAllocations(Refused):
    """Something has been settled against what the entry left open; undo that first."""

    code = "has_allocations"
    status = 409


class RecurringStateWrong(Refused):
    """The recurring entry is in another state than this needs."""

    code = "recurring_entry_state"
    status = 409


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What a decision about an entry depends on.

    ``debits_base_minor`` is the sum of its debits in minor units of base currency: what an approval limit is held
    against. ``is_taken_back`` says that a reversing entry exists, or was posted with it for a later day.
    """

    state: EntryState
    digest: str
    submitted_by: UUID
    debits_base_minor: int
    posting_date: date
    is_taken_back: bool = False
    has_allocations: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The state an entry goes to, and why where that is part of the decision."""

    state: EntryState
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Every so many months on a day of the month, or on its last day (``on_day`` None).

    A day that a month does not have is its last day: the 31st falls on 30 April and comes back on 31 May.
    """

    every_months: int
    on_day: int | None
    first_on: date
    last_on: date | None = None

    def __post_init__(self) -> None:
        """Raise ScheduleInvalid for what names no day."""
        if self.every_months < 1:
            raise ScheduleInvalid("A schedule comes every month or less often.", pointer="/every_months")
        if self.on_day is not None and not 1 <= self.on_day <= 31:
            raise ScheduleInvalid("A month has no such day.", pointer="/on_day")
        if self.last_on is not None and self.last_on < self.first_on:
            raise ScheduleInvalid("A schedule ends after it begins.", pointer="/last_on")

    def first(self) -> date | None:
        """Return the first of its days that is not before ``first_on``; None where none is left until ``last_on``."""
        this_month = self._in_month(self.first_on, 0)
        if this_month is not None and this_month >= self.first_on:
            return self._until_last(this_month)
        return self._until_last(self._in_month(self.first_on, 1))

    def after(self, day: date) -> date | None:
        """Return the day that follows one of its days; None where that was the last."""
        return self._until_last(self._in_month(day, self.every_months))

    def _in_month(self, day: date, later: int) -> date | None:
        years, month = divmod(day.month - 1 + later, 12)
        year = day.year + years
        if year > LAST_DAY.year:
            return None
        length = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, length if self.on_day is None else min(self.on_day, length))

    def _until_last(self, day: date | None) -> date | None:
        return None if day is None or (self.last_on is not None and day > self.last_on) else day


def check_lines(amounts: Sequence[int]) -> None:
    """Check an entry's lines, debits above zero and credits below. Raises EntryEmpty, LineZero, EntryUnbalanced."""
    if not amounts:
        raise EntryEmpty("An entry has lines.", pointer="/lines")
    for index, amount in enumerate(amounts):
        if not amount:
            raise LineZero("A line debits or credits something.", pointer=f"/lines/{index}/amount")
    if difference := sum(amounts):
        raise EntryUnbalanced("Debits and credits differ.", pointer="/lines", difference_minor=str(difference))


def check_base(amounts: Sequence[int], bases: Sequence[int]) -> None:
    """Check base amounts that were named: they balance, and none has the other sign. Raises EntryUnbalanced."""
    for index, (amount, base) in enumerate(zip(amounts, bases, strict=True)):
        if amount * base < 0:
            raise EntryUnbalanced("A debit is a debit in base currency.", pointer=f"/lines/{index}/base_amount")
    if difference := sum(bases):
        raise EntryUnbalanced(
            "Debits and credits differ in base currency.", pointer="/lines", difference_minor=str(difference)
        )


def approve(facts: EntryFacts, *, approver: Approver, digest: str) -> Decision:
    """Approve a submitted entry exactly as the digest shows it; it is posted with the same commit.

    Raises EntryNotSubmitted and what `check_approval` raises, in this order.
    """
    _check_waiting(facts)
    check_approval(
        approver,
        submitted_by=facts.submitted_by,
        shown=digest,
        digest=facts.digest,
        debits_base_minor=facts.debits_base_minor,
    )
    return Decision(EntryState.POSTED)


def check_approval(approver: Approver, *, submitted_by: UUID, shown: str, digest: str, debits_base_minor: int) -> None:
    """Check four eyes, digest and limit, in this order. Raises OwnDocument, DigestChanged, ApprovalLimitExceeded."""
    if submitted_by == approver.user_id:
        raise OwnDocument("An entry is approved by somebody other than the person who submitted it.")
    if shown != digest:
        raise DigestChanged("The entry has changed since it was shown; look at it again.", digest=digest)
    check_limit(approver, debits_base_minor)


def check_limit(approver: Approver, debits_base_minor: int) -> None:
    """Check an amount in minor units of base currency. Raises ApprovalLimitExceeded."""
    if approver.limit_minor is not None and debits_base_minor > approver.limit_minor:
        raise ApprovalLimitExceeded(
            "The amount is above this person's approval limit.", limit_minor=str(approver.limit_minor)
        )


def reject(facts: EntryFacts, *, reason: str) -> Decision:
    """Turn a submitted entry down; its submitter may too. Raises EntryNotSubmitted and ReasonMissing."""
    _check_waiting(facts)
    return Decision(EntryState.REJECTED, checked_reason(reason))


def reverse(facts: EntryFacts, *, reason: str) -> Decision:
    """Take a posted entry back by another. Raises EntryNotPosted, HasAllocations and ReasonMissing."""
    if facts.state is not EntryState.POSTED or facts.is_taken_back:
        raise EntryNotPosted("Only a posted entry that nothing takes back can be reversed.", state=facts.state)
    if facts.has_allocations:
        raise HasAllocations("Undo the allocations of this entry first.")
    return Decision(EntryState.REVERSED, checked_reason(reason))


def reversal_date(posted_on: date, *, named: date | None, today: date) -> date:
    """Return the day of a reversal: the one that is named, else today, and never before the entry's own day.

    Raises ReversedTooEarly.
    """
    if named is not None and named < posted_on:
        raise ReversedTooEarly("An entry is not reversed before it was posted.", pointer="/posting_date")
    return named or max(today, posted_on)


def check_auto_reversal(posting_date: date, auto_reverse_on: date | None) -> None:
    """Check the day on which an entry takes itself back. Raises ReversedTooEarly unless it lies after the entry's."""
    if auto_reverse_on is not None and auto_reverse_on <= posting_date:
        raise ReversedTooEarly("An entry reverses itself on a later day.", pointer="/auto_reverse_on")


def auto_reversal_of(posting_date: date, rule: AutoReverse | None) -> date | None:
    """Return the day on which an entry of a day takes itself back by a rule: the next one, or the next month's first.

    None where no rule takes it back.
    """
    if rule is None:
        return None
    if rule is AutoReverse.NEXT_DAY:
        return posting_date + timedelta(days=1)
    assert rule is AutoReverse.NEXT_MONTH
    length = calendar.monthrange(posting_date.year, posting_date.month)[1]
    return posting_date + timedelta(days=length - posting_date.day + 1)


def available_actions(state: EntryState, *, is_taken_back: bool) -> tuple[str, ...]:
    """Return what an entry's state allows somebody to do next: of approve, reject, reverse."""
    if state is EntryState.SUBMITTED:
        return ("approve", "reject")
    if state is EntryState.POSTED and not is_taken_back:
        return ("reverse",)
    return ()


_RECURRING: Final = {
    "approve": (RecurringState.SUBMITTED,),
    "pause": (RecurringState.ACTIVE,),
    "resume": (RecurringState.PAUSED,),
    "end": (RecurringState.SUBMITTED, RecurringState.ACTIVE, RecurringState.PAUSED),
}


def check_recurring(state: RecurringState, step: str) -> None:
    """Check that a recurring entry's state allows a step of its life. Raises RecurringStateWrong."""
    if state not in _RECURRING[step]:
        raise RecurringStateWrong(f"A recurring entry that is {state} does not take this step.", state=state)


def recurring_actions(state: RecurringState) -> tuple[str, ...]:
    """Return what a recurring entry's state allows somebody to do next."""
    return tuple(step for step, states in _RECURRING.items() if state in states)


def checked_reason(reason: str) -> str:
    """Return a reason without the spaces around it. Raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing("Say why.", pointer="/reason")
    return reason.strip()


def _check_waiting(facts: EntryFacts) -> None:
    if facts.state is not EntryState.SUBMITTED:
        raise EntryNotSubmitted("The entry does not wait for a decision.", state=facts.state)
