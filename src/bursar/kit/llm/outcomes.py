"""How an attempt or a question can end.

ProviderFailed          one attempt did not bring an answer; says whether trying again can help and what it cost
Declined                the question has no answer, with the reason in one word; whoever asked goes on without
"""

from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Final

from bursar.kit.clock import Clock
from bursar.kit.llm.models import Usage


class Outcome(StrEnum):
    """What became of one attempt."""

    ANSWERED = "answered"
    TOO_LONG = "too_long"
    REFUSED = "refused"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    REJECTED = "rejected"
    NOT_CONNECTED = "not_connected"
    BROKEN = "broken"
    TIMED_OUT = "timed_out"
    ABANDONED = "abandoned"
    REUSED = "reused"


class Reason(StrEnum):
    """Why a question has no answer."""

    NO_MODEL = "no_model"
    BUDGET = "model_budget_exceeded"
    NO_PRICE = "model_price_unknown"
    BREAKER = "breaker_open"
    OUTAGE = "outage"
    DEADLINE = "deadline"
    REJECTED = "rejected"
    TOO_LONG = "too_long"
    BAD_ANSWER = "bad_answer"
    NO_LEDGER = "ledger_unavailable"


class Declined(Exception):  # noqa: N818 - no failure of ours: the answer is that there is none.
    """A question has no answer; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class ProviderFailed(Exception):  # noqa: N818 - named as what happened.
    """An attempt brought no answer.

    `usage` is what it cost: nothing where the provider said no, None where nobody knows, because the request may have
    been worked on.
    """

    def __init__(
        self,
        outcome: Outcome,
        *,
        retryable: bool,
        usage: Usage | None,
        retry_after_seconds: float | None = None,
    ) -> None:
        super().__init__(outcome.value)
        self.outcome = outcome
        self.retryable = retryable
        self.usage = usage
        self.retry_after_seconds = retry_after_seconds


# Statuses of somebody in between: behind them the provider may have done the work and will ask for its price.
_OF_A_GATEWAY: Final = frozenset({502, 504})
_PASSING: Final = frozenset({408, 409, 425})
_LONGEST_HEADER: Final = 64


def refused_by_status(status: int, retry_after: str | None, clock: Clock) -> ProviderFailed:
    """Return what an error status of a provider means."""
    seconds = retry_after_seconds(retry_after, clock)
    if status == 429:
        return ProviderFailed(Outcome.RATE_LIMITED, retryable=True, usage=Usage(), retry_after_seconds=seconds)
    if status >= 500:
        usage = None if status in _OF_A_GATEWAY else Usage()
        return ProviderFailed(Outcome.SERVER_ERROR, retryable=True, usage=usage, retry_after_seconds=seconds)
    return ProviderFailed(Outcome.REJECTED, retryable=status in _PASSING, usage=Usage(), retry_after_seconds=seconds)


def not_connected() -> ProviderFailed:
    """Return what it means that the request never left."""
    return ProviderFailed(Outcome.NOT_CONNECTED, retryable=True, usage=Usage())


def broken() -> ProviderFailed:
    """Return what it means that an answer began, and was cut off or is none: it was worked on, at an unknown price."""
    return ProviderFailed(Outcome.BROKEN, retryable=True, usage=None)


def timed_out() -> ProviderFailed:
    """Return what it means that no whole answer came in time."""
    return ProviderFailed(Outcome.TIMED_OUT, retryable=True, usage=None)


def retry_after_seconds(header: str | None, clock: Clock) -> float | None:
    """Return the pause that Retry-After asks for (RFC 9110, 10.2.3: seconds or a date), or None if it says nothing."""
    said = (header or "").strip()
    if not said or len(said) > _LONGEST_HEADER:
        return None
    if said.isascii() and said.replace(".", "", 1).isdigit():
        return float(said)
    try:
        at = parsedate_to_datetime(said)
        return max(0.0, (at - clock()).total_seconds())
    except (ValueError, TypeError, OverflowError):
        # A date without a zone cannot be compared, and is as good as none.
        return None
