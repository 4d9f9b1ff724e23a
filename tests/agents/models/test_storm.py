"""A storm of calls to a provider that fails in every way: the ledger says what the provider says, call by call."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Literal

import pytest

from bursar.agents.models.gateway import Answer, Degraded, Reason, company_asker
from bursar.kit.llm.breaker import Breaker
from bursar.kit.llm.fake import FREE, FakeProvider, Play, Seen, by_chance
from bursar.kit.llm.prices import price_of
from bursar.kit.llm.retrying import Pace
from tests.agents.models.conftest import Fields, Opened, as_system
from tests.company import SignedIn
from tests.tracing import untraced

CHANCES = {
    Play.RATE_LIMITED: 0.10,
    Play.SERVER_ERROR: 0.08,
    Play.TRUNCATED: 0.05,
    Play.BAD_JSON: 0.05,
    Play.WRONG_SCHEMA: 0.08,
    Play.HANG: 0.01,
    Play.SLOW_DRIP: 0.01,
    Play.TOO_LONG: 0.02,
    Play.REJECTED: 0.02,
}
# What a caller cannot read the price of.
UNKNOWN = {"broken", "timed_out"}


def never(now: Callable[[], float]) -> Breaker:
    return Breaker(now, failures_to_open=10**6)


@pytest.mark.parametrize(
    ("dialect", "models", "many"), [("openai", "gpt-5-mini,gpt-5-nano", 300), ("anthropic", "claude-haiku-4-5", 100)]
)
async def test_the_ledger_is_the_providers_own_account(
    opened: Opened,
    demo: SignedIn,
    calls: Callable[[SignedIn, str], Sequence[Any]],
    dialect: Literal["openai", "anthropic"],
    models: str,
    many: int,
) -> None:
    agent, draw, at_once = f"storm_{dialect}", random.Random(7), asyncio.Semaphore(12)
    async with FakeProvider(by_chance(12, CHANCES)).serving() as fake:
        pace = Pace(attempts=4, first_pause_seconds=0.002, most_pause_seconds=0.01, call_seconds=3)
        limits = {"llm_day_budget_cents": 10**6, "llm_deadline_seconds": 60}
        application = opened(fake, models=models, dialect=dialect, pace=pace, breaker=never, **limits)

        async def one(number: int) -> Answer[Fields] | Degraded:
            async with at_once:
                data = f"{dialect} {number} " + "word " * draw.randrange(200)
                return await company_asker(application, as_system(demo)).ask(
                    f"{agent}.x", "missing_fields", data, Fields
                )

        with untraced():
            answers = await asyncio.gather(*map(one, range(many)))
    rows = {str(row.id): row for row in calls(demo, agent)}
    seen = {call.request_id: call for call in fake.seen}
    # Every call that reached the provider has its row; one without was given up by us before it got there.
    assert seen.keys() <= rows.keys()
    assert {rows[one].outcome for one in rows.keys() - seen.keys()} <= {"timed_out"}
    assert len(seen) == len(fake.seen) > many
    assert {row.state for row in rows.values()} == {"settled", "failed"}
    for call_id, call in seen.items():
        row = rows[call_id]
        theirs = cost_of(call)
        if row.outcome in UNKNOWN:
            assert row.cost_micro == row.reserved_micro >= theirs
            continue
        assert (row.model, row.cost_micro) == (call.model, theirs)
        counted = (row.input_tokens, row.cached_input_tokens, row.cache_write_tokens, row.output_tokens)
        usage = call.usage
        assert counted == (usage.input, usage.cached_input, usage.cache_write, usage.output)
        assert (row.state == "failed") == (call.play in FREE)
        assert row.cost_micro <= row.reserved_micro
    # Nobody was left without an answer or a reason, and the storm was one.
    assert all(isinstance(answer, Answer | Degraded) for answer in answers)
    reasons = Counter(answer.reason for answer in answers if isinstance(answer, Degraded))
    assert sum(reasons.values()) < many / 5, reasons
    assert set(reasons) <= {Reason.REJECTED, Reason.TOO_LONG, Reason.BAD_ANSWER, Reason.OUTAGE}
    assert {call.play for call in fake.seen} == {*CHANCES, Play.ANSWER}
    total = sum(row.cost_micro for row in rows.values() if row.outcome not in UNKNOWN)
    known = [call for call in fake.seen if rows[call.request_id].outcome not in UNKNOWN]
    assert total == sum(cost_of(call) for call in known) > 0


def cost_of(call: Seen) -> int:
    price = price_of(call.model, date.today())  # noqa: DTZ011 - any day after the table's last.
    assert price is not None
    return price.cost_micro(call.usage)
