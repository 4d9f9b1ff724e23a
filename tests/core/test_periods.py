"""Periods as laws: a sub-ledger is never more open than the general ledger, and what is closed stays closed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.calendars import months_of_fiscal_year
from bursar.core.periods import (
    CheckStatus,
    FiscalYearGap,
    FiscalYearOverlaps,
    GeneralLedgerCloses,
    OpenPeriod,
    PeriodAlreadyClosed,
    PeriodCheck,
    PeriodIsOpen,
    PeriodNotReady,
    PeriodState,
    PeriodStates,
    PeriodStaysClosed,
    ResultBalance,
    SubLedger,
    posting_date,
    require_next,
    require_ready,
    year_end_lines,
)

ORDER = list(PeriodState)
sub_ledgers = st.sampled_from(SubLedger)
states = st.sampled_from(PeriodState)
periods = st.builds(PeriodStates, states, states, states)
closed = st.sampled_from([PeriodState.SOFT_CLOSED, PeriodState.CLOSED])
EARNINGS = UUID(int=99)


@given(periods, sub_ledgers)
def test_a_sub_ledger_is_never_more_open_than_the_general_ledger(period: PeriodStates, sub_ledger: SubLedger) -> None:
    counts = ORDER.index(period.effective(sub_ledger))
    assert counts == max(ORDER.index(period.own(sub_ledger)), ORDER.index(period.gl))
    assert period.effective(SubLedger.GL) is period.gl


@given(periods, sub_ledgers, closed)
def test_closing_is_never_opening(period: PeriodStates, sub_ledger: SubLedger, to: PeriodState) -> None:
    before = period.effective(sub_ledger)
    if ORDER.index(before) >= ORDER.index(to):
        with pytest.raises(PeriodAlreadyClosed):
            period.closing(sub_ledger, to)
        return
    after = period.closing(sub_ledger, to)
    assert after.effective(sub_ledger) is to
    assert all(ORDER.index(after.effective(one)) >= ORDER.index(period.effective(one)) for one in SubLedger)
    others = set(SubLedger) - {sub_ledger}
    assert all(after.own(one) is period.own(one) for one in others)


@given(periods, sub_ledgers)
def test_only_a_soft_close_is_taken_back_and_then_it_is_open(period: PeriodStates, sub_ledger: SubLedger) -> None:
    before = period.effective(sub_ledger)
    try:
        after = period.reopening(sub_ledger)
    except PeriodStaysClosed:
        assert before is PeriodState.CLOSED
    except PeriodIsOpen:
        assert before is PeriodState.OPEN
    except GeneralLedgerCloses:
        assert sub_ledger is not SubLedger.GL
        assert period.gl is PeriodState.SOFT_CLOSED
    else:
        assert before is PeriodState.SOFT_CLOSED
        assert after.own(sub_ledger) is PeriodState.OPEN
        assert after.effective(sub_ledger) is PeriodState.OPEN


MONTHS = months_of_fiscal_year(2026, 1)
days = st.dates(date(2025, 6, 1), date(2027, 6, 30))


@given(days, days, st.sets(st.sampled_from(MONTHS)), st.randoms())
def test_a_document_is_posted_at_its_own_date_else_today_else_at_the_next_open_day(
    document_date: date, today: date, opened: set[tuple[date, date]], shuffled: Random
) -> None:
    spans = [OpenPeriod(2026, *span) for span in opened]
    shuffled.shuffle(spans)
    by_day = {
        span.starts_on + timedelta(days=step)
        for span in spans
        for step in range((span.ends_on - span.starts_on).days + 1)
    }
    later = [day for day in sorted(by_day) if day >= today]
    expected = document_date if document_date in by_day else (later[0] if later else None)
    assert posting_date(document_date, today, spans) == (None if expected is None else (expected, 2026))


@given(st.integers(1950, 2900), st.integers(1, 12), st.integers(-800, 800))
def test_a_fiscal_year_follows_the_last_one_on_the_next_day(year: int, first_month: int, off: int) -> None:
    months = months_of_fiscal_year(year, first_month)
    require_next(None, months)
    last_day = months[0][0] - timedelta(days=1 + off)
    if off == 0:
        require_next(last_day, months)
        return
    with pytest.raises(FiscalYearGap if off > 0 else FiscalYearOverlaps):
        require_next(last_day, months)


@given(st.lists(st.integers(-(10**9), 10**9), max_size=8))
def test_the_year_end_leaves_nothing_on_income_and_expense(amounts: list[int]) -> None:
    balances = [ResultBalance(UUID(int=number), amount, UUID(int=7)) for number, amount in enumerate(amounts)]
    lines = year_end_lines(balances, EARNINGS)
    assert sum(line.amount_minor for line in lines) == 0
    moved = {line.account_id: line.amount_minor for line in lines}
    assert all(moved.get(one.account_id, 0) == -one.base_minor for one in balances)
    assert all(line.cost_centre_id == UUID(int=7) for line in lines if line.account_id != EARNINGS)
    assert moved.get(EARNINGS, 0) == sum(amounts)
    assert all(line.amount_minor for line in lines)


def test_what_was_not_examined_has_not_passed_and_does_not_stop() -> None:
    checks = [
        PeriodCheck.of("bills", "bills", examined=3, failed=0, wrong="wait"),
        PeriodCheck.none("bank", "no bank statements in this version"),
    ]
    assert [check.status for check in checks] == [CheckStatus.PASSED, CheckStatus.NOT_EXAMINED]
    assert [check.message for check in checks] == [
        "3 bills examined.",
        "Not examined: no bank statements in this version.",
    ]
    require_ready(checks)


def test_each_failed_check_is_named_with_what_it_found() -> None:
    bad = PeriodCheck.of("bills", "bills", examined=3, failed=2, wrong="wait for a decision")
    good = PeriodCheck.of("items", "items", examined=3, failed=0, wrong="differ")
    with pytest.raises(PeriodNotReady) as refused:
        require_ready([good, bad])
    assert dict(refused.value.details) == {"bills": "2 of 3 bills wait for a decision."}
