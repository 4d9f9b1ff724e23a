"""The one retry loop: exponential backoff with full jitter, Retry-After, and a deadline over everything.

No library below retries by itself; a provider's client is opened with its own retries switched off.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from bursar.kit.llm.outcomes import ProviderFailed

Result = TypeVar("Result")


def _jitter(ceiling: float) -> float:
    return random.uniform(0, ceiling)  # noqa: S311 - spreads retries; nothing secret.


@dataclass(frozen=True, slots=True)
class Timing:
    """Time and chance, handed in. `now` is monotonic, `jitter` draws from zero to its argument."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[float], float] = _jitter


@dataclass(frozen=True, slots=True)
class Pace:
    """How often and how patiently a model is tried. `call_seconds` bounds one attempt, a hang or a slow drip alike."""

    attempts: int = 3
    first_pause_seconds: float = 0.5
    most_pause_seconds: float = 8.0
    call_seconds: float = 60.0

    def pause_seconds(self, failed_before: int, timing: Timing) -> float:
        """Return a pause after so many failures: anything up to a ceiling that doubles each time."""
        return timing.jitter(min(self.most_pause_seconds, self.first_pause_seconds * 2.0**failed_before))


class TimeOver(Exception):  # noqa: N818 - named as what happened.
    """The deadline has passed before a first try."""


async def retry(attempt: Callable[[int, float], Awaitable[Result]], pace: Pace, timing: Timing, until: float) -> Result:
    """Call `attempt(number, seconds it may take)` until it brings a result, at most `pace.attempts` times.

    A pause that would reach the deadline is not waited for: whoever asks has better use for the time. Raises the last
    ProviderFailed, or TimeOver where no time is left for a try.
    """
    for number in range(1, pace.attempts + 1):
        left = until - timing.now()
        if left <= 0:
            raise TimeOver
        try:
            return await attempt(number, min(left, pace.call_seconds))
        except ProviderFailed as failed:
            pause = max(failed.retry_after_seconds or 0.0, pace.pause_seconds(number - 1, timing))
            if not failed.retryable or number == pace.attempts or timing.now() + pause >= until:
                raise
        await timing.sleep(pause)
    raise AssertionError  # The last attempt returns or raises.
