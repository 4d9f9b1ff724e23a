"""The retry loop, on a clock that a test moves: nobody sleeps here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.kit.llm.models import Usage
from bursar.kit.llm.outcomes import (
    Outcome,
    ProviderFailed,
    broken,
    not_connected,
    refused_by_status,
    retry_after_seconds,
    timed_out,
)
from bursar.kit.llm.retrying import Pace, TimeOver, Timing, retry

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass
class Hand:
    """Time that passes when somebody sleeps, and chance that is always the most."""

    at: float = 0.0
    slept: list[float] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    def timing(self, jitter: Callable[[float], float] = lambda ceiling: ceiling) -> Timing:
        return Timing(now=lambda: self.at, sleep=self.sleep, jitter=jitter)


@dataclass
class Attempts:
    """Attempts that fail as told, one after the other, and then succeed; each takes its time."""

    hand: Hand
    failures: list[ProviderFailed]
    takes: float = 0.0
    made: list[tuple[int, float]] = field(default_factory=list)

    async def __call__(self, number: int, seconds: float) -> str:
        self.made.append((number, seconds))
        self.hand.at += self.takes
        if len(self.made) <= len(self.failures):
            raise self.failures[len(self.made) - 1]
        return "answer"


async def test_a_failure_that_passes_is_tried_again_after_pauses_that_double() -> None:
    hand = Hand()
    attempts = Attempts(hand, [timed_out(), broken(), not_connected()])
    pace = Pace(attempts=4, first_pause_seconds=1, most_pause_seconds=3)
    assert await retry(attempts, pace, hand.timing(), until=100) == "answer"
    assert hand.slept == [1, 2, 3]


@given(st.floats(0, 1), st.integers(0, 9))
def test_a_pause_is_anything_up_to_its_ceiling(share: float, failed: int) -> None:
    pace, hand = Pace(first_pause_seconds=0.5, most_pause_seconds=8), Hand()
    ceiling = min(8, 0.5 * 2**failed)
    assert pace.pause_seconds(failed, hand.timing(lambda most: most * share)) == ceiling * share
    assert 0 <= pace.pause_seconds(failed, Timing()) <= ceiling


async def test_attempts_are_bounded_and_the_last_failure_is_told() -> None:
    hand = Hand()
    attempts = Attempts(hand, [broken(), broken(), timed_out(), broken()])
    with pytest.raises(ProviderFailed) as caught:
        await retry(attempts, Pace(attempts=3), hand.timing(), until=100)
    assert (len(attempts.made), caught.value.outcome) == (3, Outcome.TIMED_OUT)


async def test_a_failure_that_stays_is_not_tried_again() -> None:
    hand = Hand()
    attempts = Attempts(hand, [refused_by_status(400, None, lambda: NOW)])
    with pytest.raises(ProviderFailed):
        await retry(attempts, Pace(), hand.timing(), until=100)
    assert (len(attempts.made), hand.slept) == (1, [])


async def test_nobody_comes_back_before_the_provider_wants_it() -> None:
    hand = Hand()
    attempts = Attempts(hand, [refused_by_status(429, "7", lambda: NOW)])
    await retry(attempts, Pace(first_pause_seconds=0.5), hand.timing(), until=100)
    assert hand.slept == [7]


async def test_a_pause_that_would_reach_the_deadline_is_not_waited_for() -> None:
    hand = Hand()
    attempts = Attempts(hand, [refused_by_status(429, "60", lambda: NOW)])
    with pytest.raises(ProviderFailed):
        await retry(attempts, Pace(), hand.timing(), until=60)
    assert (hand.slept, hand.at) == ([], 0)


async def test_an_attempt_may_take_what_is_left_and_no_more_than_its_own_limit() -> None:
    hand = Hand()
    attempts = Attempts(hand, [timed_out(), timed_out()], takes=4)
    pace = Pace(attempts=3, first_pause_seconds=0, call_seconds=5)
    assert await retry(attempts, pace, hand.timing(), until=10) == "answer"
    assert attempts.made == [(1, 5), (2, 5), (3, 2)]


async def test_nothing_is_tried_after_the_deadline() -> None:
    hand = Hand(at=10)
    attempts = Attempts(hand, [])
    with pytest.raises(TimeOver):
        await retry(attempts, Pace(), hand.timing(), until=10)
    assert attempts.made == []


def test_retry_after_is_seconds_or_a_date() -> None:
    def read(header: str | None) -> float | None:
        return retry_after_seconds(header, lambda: NOW)

    assert [read("3"), read(" 0 "), read("1.5")] == [3, 0, 1.5]
    assert read(format_datetime(NOW + timedelta(seconds=90), usegmt=True)) == 90
    assert read(format_datetime(NOW - timedelta(seconds=90), usegmt=True)) == 0


@pytest.mark.parametrize("header", [None, "", "soon", "-3", "٣", "9" * 100, "Sun, 22 Nov 2026 12:00:00", "1e9"])
def test_a_retry_after_that_says_nothing_is_none(header: str | None) -> None:
    assert retry_after_seconds(header, lambda: NOW) is None


@pytest.mark.parametrize(
    ("status", "retryable", "cost"),
    [
        (429, True, Usage()),
        (500, True, Usage()),
        (503, True, Usage()),
        (529, True, Usage()),
        (502, True, None),  # Whoever stands behind the gateway may have answered it.
        (504, True, None),
        (408, True, Usage()),
        (400, False, Usage()),
        (401, False, Usage()),
        (404, False, Usage()),
        (302, False, Usage()),
    ],
)
def test_a_status_says_whether_to_come_back_and_what_it_cost(status: int, *, retryable: bool, cost: Usage) -> None:
    failed = refused_by_status(status, None, lambda: NOW)
    assert (failed.retryable, failed.usage) == (retryable, cost)
