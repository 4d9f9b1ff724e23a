"""Fiscal periods: what state counts for whom, what may become of it, and which date a document is posted at.

    open <-> soft_closed -> closed
    open -----------------> closed

Each period has a state of the general ledger and one of each sub-ledger, and a sub-ledger is never more open than the
general ledger: what counts is the stricter of the two. What is closed stays closed for all who serve.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from bursar.core.errors import Refused
from bursar.core.posting import PostingLine


class SubLedger(StrEnum):
    """Which books: payables, receivables, or the general ledger that both end in."""

    AP = "ap"
    AR = "ar"
    GL = "gl"


class PeriodState(StrEnum):
    """Who may post: everybody, those who have an exception, nobody."""

    OPEN = "open"
    SOFT_CLOSED = "soft_closed"
    CLOSED = "closed"


_STRICTER: Final = (PeriodState.OPEN, PeriodState.SOFT_CLOSED, PeriodState.CLOSED)


class PeriodAlreadyClosed(Refused):
    """The period is closed as strictly already."""

    code = "period_already_closed"
    status = 409


class PeriodStaysClosed(Refused):
    """What is closed stays closed; post into a later period."""

    code = "period_stays_closed"
    status = 409


class PeriodIsOpen(Refused):
    """There is nothing to open again."""

    code = "period_is_open"
    status = 409


class GeneralLedgerCloses(Refused):
    """The general ledger is closed, and with it every sub-ledger; open that first."""

    code = "general_ledger_closed"
    status = 409


class FiscalYearGap(Refused):
    """The year would leave days without a period."""

    code = "fiscal_year_gap"


class FiscalYearOverlaps(Refused):
    """Some days of the year have a period already."""

    code = "fiscal_year_overlaps"
    status = 409


@dataclass(frozen=True, slots=True)
class PeriodStates:
    """The states that a period was given; `effective` says what they come to."""

    gl: PeriodState = PeriodState.OPEN
    ap: PeriodState = PeriodState.OPEN
    ar: PeriodState = PeriodState.OPEN

    def own(self, sub_ledger: SubLedger) -> PeriodState:
        """Return the state that a sub-ledger was given itself."""
        return {SubLedger.GL: self.gl, SubLedger.AP: self.ap, SubLedger.AR: self.ar}[sub_ledger]

    def effective(self, sub_ledger: SubLedger) -> PeriodState:
        """Return the state that counts: the stricter of the sub-ledger's own and the general ledger's."""
        return max(self.own(sub_ledger), self.gl, key=_STRICTER.index)

    def closing(self, sub_ledger: SubLedger, to: PeriodState) -> PeriodStates:
        """Return the states after a sub-ledger has been closed. Raises PeriodAlreadyClosed."""
        assert to is not PeriodState.OPEN, "to close is not to open"
        if _STRICTER.index(self.effective(sub_ledger)) >= _STRICTER.index(to):
            raise PeriodAlreadyClosed("The period is closed already.", state=self.effective(sub_ledger).value)
        return replace(self, **{sub_ledger.value: to})

    def reopening(self, sub_ledger: SubLedger) -> PeriodStates:
        """Return the states after a soft close has been taken back.

        Raises PeriodStaysClosed, PeriodIsOpen, and GeneralLedgerCloses where opening the sub-ledger would open nothing.
        """
        if self.effective(sub_ledger) is PeriodState.CLOSED:
            raise PeriodStaysClosed("What is closed stays closed.")
        if self.effective(sub_ledger) is PeriodState.OPEN:
            raise PeriodIsOpen("The period is open.")
        if sub_ledger is not SubLedger.GL and self.gl is not PeriodState.OPEN:
            raise GeneralLedgerCloses("Open the general ledger's period first.", pointer="/sub_ledger")
        return replace(self, **{sub_ledger.value: PeriodState.OPEN})


@dataclass(frozen=True, slots=True)
class OpenPeriod:
    """A period that takes an entry of the sub-ledger and person in question."""

    fiscal_year: int
    starts_on: date
    ends_on: date


def posting_date(document_date: date, today: date, periods: Iterable[OpenPeriod]) -> tuple[date, int] | None:
    """Return the date at which a document is posted, and its fiscal year; None where nothing is open for it.

    The document's own date where its period is open, else today, else the first day of the next open period: a late
    document keeps its document date and moves to books that are not closed. `periods` are open to the person and the
    sub-ledger; those around the document's date and the first that does not end before today suffice.
    """
    opened = sorted(periods, key=lambda one: one.starts_on)
    for one in opened:
        if one.starts_on <= document_date <= one.ends_on:
            return document_date, one.fiscal_year
    for one in opened:
        if today <= one.ends_on:
            return max(today, one.starts_on), one.fiscal_year
    return None


def require_next(last_day: date | None, months: Sequence[tuple[date, date]]) -> None:
    """Raise FiscalYearGap or FiscalYearOverlaps unless these months follow the last day that has a period.

    A calendar without a period begins wherever its first year does.
    """
    begins = months[0][0]
    if last_day is None or begins == last_day + timedelta(days=1):
        return
    refusal = FiscalYearOverlaps if begins <= last_day else FiscalYearGap
    raise refusal(
        "A fiscal year begins on the day after the last one.",
        pointer="/fiscal_year",
        follows=last_day.isoformat(),
        begins=begins.isoformat(),
    )


@dataclass(frozen=True, slots=True)
class ResultBalance:
    """What an income or expense account has come to, in base currency, by the dimensions of its lines."""

    account_id: UUID
    base_minor: int
    cost_centre_id: UUID | None = None
    project_id: UUID | None = None


def year_end_lines(balances: Iterable[ResultBalance], retained_earnings: UUID) -> tuple[PostingLine, ...]:
    """Return the lines that move what income and expense have come to, in base currency, to retained earnings.

    Balances of zero need no line. There is no line at all where nothing is left to move; where income equals expense,
    only retained earnings need none.
    """
    moved = [
        PostingLine(
            one.account_id,
            -one.base_minor,
            "Year-end",
            cost_centre_id=one.cost_centre_id,
            project_id=one.project_id,
        )
        for one in balances
        if one.base_minor
    ]
    result = -sum(line.amount_minor for line in moved)
    return (*moved, PostingLine(retained_earnings, result, "Result of the year")) if result else tuple(moved)


class CheckStatus(StrEnum):
    """What came of a check; what was not examined has not passed."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_EXAMINED = "not_examined"


class PeriodNotReady(Refused):
    """Something must be done before the period is closed; `details` names each check that failed."""

    code = "period_not_ready"
    status = 409


@dataclass(frozen=True, slots=True)
class PeriodCheck:
    """One check before closing: how much it looked at, how much of that stands in the way, and what that means."""

    code: str
    status: CheckStatus
    examined: int
    failed: int
    message: str

    @classmethod
    def of(cls, code: str, what: str, *, examined: int, failed: int, wrong: str) -> PeriodCheck:
        """Return the outcome of a check that was made: `what` was examined, `wrong` is what is the matter with some."""
        status = CheckStatus.FAILED if failed else CheckStatus.PASSED
        said = f"{failed} of {examined} {what} {wrong}." if failed else f"{examined} {what} examined."
        return cls(code, status, examined, failed, said)

    @classmethod
    def none(cls, code: str, because: str) -> PeriodCheck:
        """Return a check that could not be made, with the reason."""
        return cls(code, CheckStatus.NOT_EXAMINED, 0, 0, f"Not examined: {because}.")


def require_ready(checks: Iterable[PeriodCheck]) -> None:
    """Raise PeriodNotReady, naming each failed check with what it found."""
    failed = {check.code: check.message for check in checks if check.status is CheckStatus.FAILED}
    if failed:
        raise PeriodNotReady(f"The period is not ready to be closed: {', '.join(failed)}.", **failed)
