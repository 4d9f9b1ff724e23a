from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core import journal as rules
from bursar.core.bills import ApprovalLimitExceeded, Approver, DigestChanged, OwnDocument, ReasonMissing
from bursar.core.errors import Refused
from bursar.core.journal import AutoReverse, EntryFacts, EntryState, RecurringState, Schedule
from bursar.core.terms import end_of_month
from tests.core.strategies import dates

CLERK, BOSS = UUID(int=1), UUID(int=2)
APPROVER = Approver(BOSS, 10_000)
DAY = date(2026, 3, 31)
amounts = st.lists(st.integers(-(10**12), 10**12).filter(bool), min_size=1, max_size=20)
days_of_month = st.none() | st.integers(1, 31)
schedules = st.builds(Schedule, st.integers(1, 24), days_of_month, dates)


def an_entry(
    state: EntryState = EntryState.SUBMITTED, *, is_taken_back: bool = False, has_allocations: bool = False
) -> EntryFacts:
    return EntryFacts(state, "d", CLERK, 10_000, DAY, is_taken_back=is_taken_back, has_allocations=has_allocations)


@given(amounts)
def test_an_entry_balances_or_says_by_how_much_it_does_not(lines: list[int]) -> None:
    balanced = [*lines, *(-line for line in lines)]
    rules.check_lines(balanced)
    rules.check_base(balanced, balanced)
    with pytest.raises(rules.EntryUnbalanced) as unbalanced:
        rules.check_lines([*balanced, 7])
    assert unbalanced.value.details == {"difference_minor": "7"}
    with pytest.raises(rules.EntryUnbalanced):
        rules.check_base([*balanced, 7], [*balanced, 7])


def test_an_entry_has_lines_and_each_debits_or_credits_something() -> None:
    with pytest.raises(rules.EntryEmpty):
        rules.check_lines([])
    with pytest.raises(rules.LineZero) as zero:
        rules.check_lines([5, 0, -5])
    assert zero.value.pointer == "/lines/1/amount"


def test_a_debit_is_a_debit_in_base_currency_too() -> None:
    rules.check_base([1, -1, 5, -5], [0, 0, 6, -6])
    with pytest.raises(rules.EntryUnbalanced) as wrong:
        rules.check_base([5, -5], [-6, 6])
    assert wrong.value.pointer == "/lines/0/base_amount"


@given(schedules)
def test_days_of_a_schedule_follow_one_another_by_its_months_and_never_drift(schedule: Schedule) -> None:
    day = schedule.first()
    assert day is not None
    assert schedule.first_on <= day
    assert (day - schedule.first_on).days <= 31
    for _ in range(30):
        last = end_of_month(day)
        assert day == (last if schedule.on_day is None else min(last, day.replace(day=min(schedule.on_day, last.day))))
        following = schedule.after(day)
        assert following is not None
        months = (following.year - day.year) * 12 + following.month - day.month
        assert months == schedule.every_months
        day = following


@pytest.mark.parametrize(
    ("on_day", "days"),
    [
        (None, ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]),
        (31, ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]),
        (30, ["2027-01-30", "2027-02-28", "2027-03-30", "2027-04-30"]),
        (15, ["2027-01-15", "2027-02-15", "2027-03-15", "2027-04-15"]),
    ],
)
def test_month_ends_are_the_last_day_of_each_month(on_day: int | None, days: list[str]) -> None:
    schedule = Schedule(1, on_day, date(2027, 1, 1), date(2027, 4, 30))
    found, day = [], schedule.first()
    while day is not None:
        found.append(day.isoformat())
        day = schedule.after(day)
    assert found == days


def test_a_leap_year_has_its_day() -> None:
    assert Schedule(12, None, date(2027, 2, 1)).after(date(2027, 2, 28)) == date(2028, 2, 29)


def test_a_schedule_begins_on_its_first_day_on_or_after_the_one_named() -> None:
    assert Schedule(3, 15, date(2026, 1, 20)).first() == date(2026, 2, 15)
    assert Schedule(3, 15, date(2026, 1, 15)).first() == date(2026, 1, 15)
    assert Schedule(3, 15, date(2026, 1, 20), date(2026, 2, 14)).first() is None
    assert Schedule(1, 1, date(2026, 12, 20)).first() == date(2027, 1, 1)
    assert Schedule(1, None, date(2999, 12, 31)).after(date(2999, 12, 31)) is None


@pytest.mark.parametrize(
    ("every", "on_day", "last_on"), [(0, None, None), (1, 0, None), (1, 32, None), (1, 1, date(2026, 3, 30))]
)
def test_a_schedule_that_names_no_day_is_refused(every: int, on_day: int | None, last_on: date | None) -> None:
    with pytest.raises(rules.ScheduleInvalid):
        Schedule(every, on_day, DAY, last_on)


def test_an_entry_is_approved_by_another_person_as_it_was_shown_and_within_their_limit() -> None:
    assert rules.approve(an_entry(), approver=APPROVER, digest="d") == rules.Decision(EntryState.POSTED)
    assert rules.approve(an_entry(), approver=Approver(BOSS, None), digest="d").state is EntryState.POSTED
    refused: list[tuple[EntryFacts, Approver, str, type[Refused]]] = [
        (an_entry(EntryState.POSTED), Approver(CLERK, 0), "x", rules.EntryNotSubmitted),
        (an_entry(), Approver(CLERK, 0), "x", OwnDocument),
        (an_entry(), Approver(BOSS, 0), "x", DigestChanged),
        (an_entry(), Approver(BOSS, 9_999), "d", ApprovalLimitExceeded),
    ]
    for facts, approver, digest, error in refused:
        with pytest.raises(error):
            rules.approve(facts, approver=approver, digest=digest)


def test_an_entry_is_rejected_with_a_reason_while_it_waits() -> None:
    assert rules.reject(an_entry(), reason=" no ") == rules.Decision(EntryState.REJECTED, "no")
    with pytest.raises(ReasonMissing):
        rules.reject(an_entry(), reason=" ")
    with pytest.raises(rules.EntryNotSubmitted):
        rules.reject(an_entry(EntryState.REJECTED), reason="no")


def test_an_entry_is_reversed_once_and_only_while_nothing_is_settled_against_it() -> None:
    posted = an_entry(EntryState.POSTED)
    assert rules.reverse(posted, reason="wrong") == rules.Decision(EntryState.REVERSED, "wrong")
    with pytest.raises(ReasonMissing):
        rules.reverse(posted, reason="")
    for facts in (an_entry(), an_entry(EntryState.REVERSED), an_entry(EntryState.POSTED, is_taken_back=True)):
        with pytest.raises(rules.EntryNotPosted):
            rules.reverse(facts, reason="wrong")
    with pytest.raises(rules.HasAllocations):
        rules.reverse(an_entry(EntryState.POSTED, has_allocations=True), reason="wrong")


@given(dates, st.none() | dates, dates)
def test_a_reversal_never_lies_before_what_it_takes_back(posted: date, named: date | None, today: date) -> None:
    if named is not None and named < posted:
        with pytest.raises(rules.ReversedTooEarly):
            rules.reversal_date(posted, named=named, today=today)
    else:
        found = rules.reversal_date(posted, named=named, today=today)
        assert found == (named or max(posted, today))
        assert found >= posted


def test_an_entry_reverses_itself_on_a_later_day() -> None:
    rules.check_auto_reversal(DAY, None)
    rules.check_auto_reversal(DAY, date(2026, 4, 1))
    with pytest.raises(rules.ReversedTooEarly):
        rules.check_auto_reversal(DAY, DAY)


@given(st.sampled_from(EntryState), st.booleans())
def test_what_is_offered_is_what_is_allowed(state: EntryState, is_taken_back: bool) -> None:
    facts = an_entry(state, is_taken_back=is_taken_back)
    allowed = []
    attempts: dict[str, Callable[[], rules.Decision]] = {
        "approve": lambda: rules.approve(facts, approver=APPROVER, digest="d"),
        "reject": lambda: rules.reject(facts, reason="no"),
        "reverse": lambda: rules.reverse(facts, reason="no"),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except Refused:
            continue
        allowed.append(name)
    assert rules.available_actions(state, is_taken_back=is_taken_back) == tuple(allowed)


@given(st.sampled_from(RecurringState), st.sampled_from(["approve", "pause", "resume", "end"]))
def test_a_recurring_entry_takes_only_the_steps_of_its_life(state: RecurringState, step: str) -> None:
    if step in rules.recurring_actions(state):
        rules.check_recurring(state, step)
    else:
        with pytest.raises(rules.RecurringStateWrong):
            rules.check_recurring(state, step)


@given(dates)
def test_a_rule_takes_back_on_the_next_day_or_on_the_next_months_first(day: date) -> None:
    assert rules.auto_reversal_of(day, None) is None
    following, first = (rules.auto_reversal_of(day, rule) for rule in AutoReverse)
    assert following is not None
    assert first is not None
    assert (following - day).days == 1
    assert (first - timedelta(days=1), first.day) == (end_of_month(day), 1)
    rules.check_auto_reversal(day, following)
    rules.check_auto_reversal(day, first)
