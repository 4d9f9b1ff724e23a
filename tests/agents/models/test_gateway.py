"""Asking on a company's account: an answer, or the reason why there is none; and every call in the ledger."""

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import structlog

from bursar.agents.models.gateway import Answer, Degraded, Reason, company_asker
from bursar.kit.llm.breaker import Breaker
from bursar.kit.llm.fake import Asked, FakeProvider, Play
from bursar.kit.llm.retrying import Pace, Timing
from bursar.platform.application import Application
from tests.agents.models.conftest import MODEL, Fields, Opened, as_system, until
from tests.company import SignedIn

Rows = Callable[[SignedIn, str], Sequence[Any]]
GOOD = Fields(number="RE-7", note=None)


def good(_: Asked) -> str:
    return GOOD.model_dump_json()


async def asked(
    application: Application, company: SignedIn, agent: str, data: str = "a document", **more: Any
) -> Answer[Fields] | Degraded:
    return await company_asker(application, as_system(company), **more).ask(
        f"{agent}.extract", "missing_fields", data, Fields
    )


async def test_an_answer_fits_the_schema_and_is_paid_for(opened: Opened, demo: SignedIn, calls: Rows) -> None:
    async with FakeProvider(answer=good).serving() as fake:
        answer = await asked(opened(fake), demo, "paid")
    assert isinstance(answer, Answer)
    assert (answer.value, answer.model, answer.is_reused) == (GOOD, MODEL, False)
    (row,), (seen,) = calls(demo, "paid"), fake.seen
    assert str(row.id) == seen.request_id
    assert (row.state, row.outcome, row.turn, row.attempt, row.purpose) == ("settled", "answered", 0, 1, "paid.extract")
    assert (row.prompt_name, row.prompt_version, row.ask_id) == ("missing_fields", 1, answer.ask_id)
    usage = seen.usage
    assert (row.input_tokens, row.cached_input_tokens, row.output_tokens) == (
        usage.input,
        usage.cached_input,
        usage.output,
    )
    assert 0 < row.cost_micro <= row.reserved_micro


@pytest.mark.parametrize(
    ("play", "state", "outcome"),
    [
        (Play.RATE_LIMITED, "failed", "rate_limited"),
        (Play.SERVER_ERROR, "failed", "server_error"),
        (Play.TRUNCATED, "settled", "broken"),
        (Play.BAD_JSON, "settled", "broken"),
        (Play.HANG, "settled", "timed_out"),
        (Play.SLOW_DRIP, "settled", "timed_out"),
    ],
)
@pytest.mark.parametrize("dialect", ["openai", "anthropic"])
async def test_after_a_fault_that_passes_there_is_an_answer_and_the_fault_is_in_the_ledger(
    opened: Opened, demo: SignedIn, calls: Rows, play: Play, state: str, outcome: str, dialect: str
) -> None:
    agent = f"fault_{play.value}_{dialect}"
    pace = Pace(first_pause_seconds=0.001, call_seconds=1 if outcome == "timed_out" else 5)
    async with FakeProvider([Play.ANSWER, play], answer=good).serving() as fake:
        models = MODEL if dialect == "openai" else "claude-haiku-4-5"
        application = opened(fake, dialect=dialect, models=models)
        await asked(application, demo, "warm", agent)  # Loading the library is no part of the time limit.
        application.models.pace = pace
        answer = await asked(application, demo, agent, f"{agent} again")
    assert isinstance(answer, Answer)
    rows = calls(demo, agent)
    failed, paid = rows[0], rows[-1]
    assert (failed.state, failed.outcome, failed.attempt) == (state, outcome, 1)
    # What the provider says no to is free; of what nobody knows the outcome, the worst is assumed.
    assert failed.cost_micro == (0 if state == "failed" else failed.reserved_micro)
    assert (paid.state, paid.outcome, paid.attempt, paid.ask_id) == ("settled", "answered", len(rows), failed.ask_id)


async def test_retry_after_is_waited_for(opened: Opened, demo: SignedIn) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async with FakeProvider([Play.RATE_LIMITED], answer=good, retry_after="7").serving() as fake:
        answer = await asked(opened(fake, timing=Timing(sleep=sleep)), demo, "polite", "wait for me")
    assert isinstance(answer, Answer)
    assert slept == [7]


async def test_a_provider_that_asks_for_more_time_than_there_is_is_left_for_the_next_model(
    opened: Opened, demo: SignedIn, calls: Rows
) -> None:
    async with FakeProvider([Play.RATE_LIMITED], answer=good, retry_after="3600").serving() as fake:
        answer = await asked(opened(fake, models="gpt-5,gpt-5-mini"), demo, "fallback", "no time")
    assert isinstance(answer, Answer)
    assert answer.model == "gpt-5-mini"
    states = [(row.model, row.state) for row in calls(demo, "fallback")]
    assert states == [("gpt-5", "failed"), ("gpt-5-mini", "settled")]


async def test_a_model_that_hangs_leaves_time_for_the_next(opened: Opened, demo: SignedIn) -> None:
    async with FakeProvider([Play.HANG], answer=good).serving() as fake:
        application = opened(fake, models="gpt-5,gpt-5-mini", llm_deadline_seconds=2, pace=Pace(call_seconds=60))
        began = time.monotonic()
        answer = await asked(application, demo, "hanging", "it hangs")
    assert isinstance(answer, Answer)
    assert answer.model == "gpt-5-mini"
    assert time.monotonic() - began < 2


async def test_the_deadline_ends_what_hangs(opened: Opened, demo: SignedIn) -> None:
    async with FakeProvider([Play.HANG] * 9).serving() as fake:
        began = time.monotonic()
        answer = await asked(opened(fake, llm_deadline_seconds=1), demo, "late", "all hang")
        waited = time.monotonic() - began
    assert answer == Degraded(Reason.DEADLINE)
    assert 0.9 < waited < 3


async def test_what_is_rejected_is_not_tried_again(opened: Opened, demo: SignedIn, calls: Rows) -> None:
    async with FakeProvider([Play.REJECTED]).serving() as fake:
        answer = await asked(opened(fake), demo, "rejected", "bad request")
    assert answer == Degraded(Reason.REJECTED)
    assert [row.cost_micro for row in calls(demo, "rejected")] == [0]


async def test_an_answer_that_ran_into_its_limit_is_paid_for_and_not_repeated(
    opened: Opened, demo: SignedIn, calls: Rows
) -> None:
    async with FakeProvider([Play.TOO_LONG] * 9).serving() as fake:
        answer = await asked(opened(fake), demo, "wordy", "long")
    assert answer == Degraded(Reason.TOO_LONG)
    (row,) = calls(demo, "wordy")
    assert (row.outcome, row.state, row.output_tokens) == ("too_long", "settled", 4096)
    assert 0 < row.cost_micro <= row.reserved_micro


@pytest.mark.parametrize("wrong", [1, 2])
async def test_a_wrong_answer_is_repaired_at_most_twice_and_each_repair_is_paid(
    opened: Opened, demo: SignedIn, calls: Rows, wrong: int
) -> None:
    agent = f"repaired_{wrong}"
    async with FakeProvider([Play.WRONG_SCHEMA] * wrong, answer=good).serving() as fake:
        answer = await asked(opened(fake), demo, agent, agent)
    assert isinstance(answer, Answer)
    rows = calls(demo, agent)
    assert [(row.turn, row.attempt, row.outcome) for row in rows] == [(n, 1, "answered") for n in range(wrong + 1)]
    assert all(row.cost_micro > 0 for row in rows)
    assert [len(one.turns) for one in fake.asked] == [1 + 2 * turn for turn in range(wrong + 1)]


async def test_a_model_that_never_answers_as_asked_is_given_up(opened: Opened, demo: SignedIn, calls: Rows) -> None:
    async with FakeProvider([Play.WRONG_SCHEMA] * 9).serving() as fake:
        answer = await asked(opened(fake, models="gpt-5,gpt-5-mini"), demo, "hopeless", "hopeless")
    assert answer == Degraded(Reason.BAD_ANSWER)
    assert [row.turn for row in calls(demo, "hopeless")] == [0, 1, 2]
    assert len(fake.seen) == 3


async def test_without_a_key_there_is_no_model_and_nothing_happens(opened: Opened, demo: SignedIn, calls: Rows) -> None:
    for application in (opened(None), opened(None, dialect="none")):
        assert await asked(application, demo, "keyless") == Degraded(Reason.NO_MODEL)
    assert calls(demo, "keyless") == []


async def test_nobody_there_is_an_outage_and_costs_nothing(opened: Opened, demo: SignedIn, calls: Rows) -> None:
    fake = FakeProvider()
    async with fake.serving():
        pass
    assert await asked(opened(fake), demo, "away", "away") == Degraded(Reason.OUTAGE)
    rows = calls(demo, "away")
    assert [(row.outcome, row.state, row.cost_micro) for row in rows] == [("not_connected", "failed", 0)] * 3


async def test_a_breaker_that_opened_asks_nobody_and_after_its_pause_one_alone(opened: Opened, demo: SignedIn) -> None:
    at = 0.0
    timing = Timing(now=lambda: at, sleep=lambda _: asyncio.sleep(0))

    def breaker(now: Callable[[], float]) -> Breaker:
        return Breaker(now, failures_to_open=3, open_seconds=10)

    together = asyncio.Event()
    async with FakeProvider([Play.SERVER_ERROR] * 3, answer=good).serving() as fake:
        application = opened(fake, timing=timing, breaker=breaker)
        assert await asked(application, demo, "broken", "1") == Degraded(Reason.OUTAGE)
        assert await asked(application, demo, "broken", "2") == Degraded(Reason.BREAKER)
        assert len(fake.seen) == 3
        at = 10.0
        fake.hold = together.wait
        racing = [asyncio.create_task(asked(application, demo, "broken", f"race {n}")) for n in range(20)]
        await until(lambda: sum(task.done() for task in racing) == 19)
        together.set()
        answers = await asyncio.gather(*racing)
    assert sum(isinstance(one, Answer) for one in answers) == 1
    assert sum(one == Degraded(Reason.BREAKER) for one in answers) == 19
    assert len(fake.seen) == 4


async def test_a_provider_that_asks_for_patience_is_not_taken_for_away(opened: Opened, demo: SignedIn) -> None:
    def breaker(now: Callable[[], float]) -> Breaker:
        return Breaker(now, failures_to_open=2)

    async with FakeProvider([Play.RATE_LIMITED] * 3, answer=good).serving() as fake:
        application = opened(fake, breaker=breaker)
        assert await asked(application, demo, "patient", "patient") == Degraded(Reason.OUTAGE)
        assert isinstance(await asked(application, demo, "patient", "patient"), Answer)


async def test_what_was_paid_for_is_not_paid_again(opened: Opened, demo: SignedIn, calls: Rows) -> None:
    async with FakeProvider(answer=good).serving() as fake:
        application = opened(fake)
        first = await asked(application, demo, "cached", "the same")
        again = await asked(opened(fake), demo, "cached", "the same")
        await asked(application, demo, "cached", "another")
    assert isinstance(first, Answer)
    assert isinstance(again, Answer)
    assert (again.value, again.is_reused) == (first.value, True)
    assert len(fake.seen) == 2
    assert [(row.state, row.cost_micro > 0) for row in calls(demo, "cached")] == [
        ("settled", True),
        ("cached", False),
        ("settled", True),
    ]


async def test_what_another_company_paid_for_is_not_ours(
    opened: Opened, demo: SignedIn, other_tenant: SignedIn
) -> None:
    answers = iter(["ours", "theirs"])
    async with FakeProvider(answer=lambda _: json.dumps({"number": next(answers), "note": None})).serving() as fake:
        application = opened(fake)
        ours, theirs = await asyncio.gather(
            asked(application, demo, "private", "one text"), asked(application, other_tenant, "private", "one text")
        )
        again = await asked(application, other_tenant, "private", "one text")
    assert isinstance(ours, Answer)
    assert isinstance(theirs, Answer)
    assert isinstance(again, Answer)
    assert {ours.value.number, theirs.value.number} == {"ours", "theirs"}
    assert again.value == theirs.value
    assert len(fake.seen) == 2


async def test_the_same_question_asked_by_thirty_at_once_is_asked_once(
    opened: Opened, demo: SignedIn, calls: Rows
) -> None:
    async with FakeProvider(answer=good).serving() as fake:
        application = opened(fake)
        answers = await asyncio.gather(*(asked(application, demo, "flight", "all at once") for _ in range(30)))
    assert [one.value for one in answers if isinstance(one, Answer)] == [GOOD] * 30
    assert len(fake.seen) == 1
    states = [row.state for row in calls(demo, "flight")]
    assert (states.count("settled"), states.count("cached")) == (1, 29)


async def test_who_gives_up_waiting_takes_nothing_from_the_others(opened: Opened, demo: SignedIn, calls: Rows) -> None:
    together = asyncio.Event()
    async with FakeProvider(answer=good, hold=together.wait).serving() as fake:
        application = opened(fake)
        first = asyncio.create_task(asked(application, demo, "leaver", "wait"))
        await until(lambda: bool(fake.seen))
        second = asyncio.create_task(asked(application, demo, "leaver", "wait"))
        await asyncio.sleep(0.01)
        first.cancel()
        together.set()
        answer = await second
    assert isinstance(answer, Answer)
    assert [row.state for row in calls(demo, "leaver")] == ["settled", "cached"]


async def test_what_is_under_way_when_a_process_ends_costs_what_was_reserved(
    opened: Opened, demo: SignedIn, calls: Rows
) -> None:
    never = asyncio.Event()
    async with FakeProvider(hold=never.wait).serving() as fake:
        application = opened(fake)
        asking = asyncio.create_task(asked(application, demo, "ending", "ending"))
        await until(lambda: bool(fake.seen))
        async with asyncio.timeout(3):
            await application.close()
    with pytest.raises(asyncio.CancelledError):
        await asking
    (row,) = calls(demo, "ending")
    assert (row.state, row.outcome, row.cost_micro) == ("settled", "abandoned", row.reserved_micro)


async def test_a_database_that_is_away_is_no_error_either(opened: Opened, demo: SignedIn) -> None:
    async with FakeProvider(answer=good).serving() as fake:
        application = opened(fake)
        worker = application.worker
        nowhere = type(worker)("postgresql://bursar_worker:x@127.0.0.1:9/nothing")
        application.worker = nowhere
        try:
            assert await asked(application, demo, "rowless") == Degraded(Reason.NO_LEDGER)
        finally:
            application.worker = worker
            await nowhere.close()
    assert fake.seen == []


async def test_a_call_is_logged_by_its_numbers_and_nothing_that_was_said(opened: Opened, demo: SignedIn) -> None:
    with structlog.testing.capture_logs() as lines:
        async with FakeProvider(answer=lambda _: '{"number": "SECRET-ANSWER", "note": null}').serving() as fake:
            await asked(opened(fake), demo, "logged", "SECRET-DATA")
    (line,) = [one for one in lines if one["event"] == "model_call"]
    assert (line["gen_ai.request.model"], line["gen_ai.provider.name"]) == (MODEL, "openai")
    assert line["gen_ai.usage.output_tokens"] == fake.seen[0].usage.output
    assert not {"SECRET", "the-key"} & {word for word in ("SECRET", "the-key") if word in str(lines)}
