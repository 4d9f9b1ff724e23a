"""The job table: claimed by one, taken over when lost, finished by the fence, given back with a pause, buried."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bursar.kit.statements import Row
from bursar.platform.application import Application
from bursar.platform.jobs.handlers import HANDLERS, WHEN_BURIED, Job
from bursar.platform.jobs.queue import LostLease, Queue, finish_within
from bursar.platform.jobs.runner import Runner, run_claimed
from bursar.platform.work import Work, open_work, system
from bursar.tables import jobs
from tests.company import SignedIn, company_named, sign_in_all
from tests.platform.notes import KIND, Nothing, WriteNote, do_nothing, traces, write_note

LEASE_SECONDS = 30


@dataclass
class Later:
    """A clock ahead of the application's by what a test says."""

    application: Application
    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return self.application.clock() + self.ahead


@pytest.fixture
def later(application: Application) -> Later:
    return Later(application)


@pytest.fixture
async def queue(application: Application, demo: SignedIn, later: Later) -> AsyncIterator[Queue]:
    """A queue in which nothing else is waiting."""
    queue = Queue(application.worker, LEASE_SECONDS, later)
    await drain(queue)
    yield queue
    later.ahead = timedelta(days=1)
    await drain(queue)


async def drain(queue: Queue) -> None:
    while rows := await queue.claim(100):
        for row in rows:
            await queue.finish(row.id, row.fence)


async def enqueue(application: Application, demo: SignedIn, count: int = 1) -> None:
    for number in range(count):
        await application.executor.execute(write_note, WriteNote(title=f"job {number}"), demo.clerk.principal)


async def state_of(application: Application, row: Row) -> Row:
    async with open_work(application.worker, system(row.tenant_id)) as work:
        found = await work.session.row(select(jobs).where(work.owns(jobs), jobs.c.id == row.id))
    assert found is not None
    return found


async def test_racing_workers_claim_each_job_once(application: Application, demo: SignedIn, queue: Queue) -> None:
    await enqueue(application, demo, 12)
    claims = await asyncio.gather(*(queue.claim(5) for _ in range(4)))
    claimed = [row.id for rows in claims for row in rows]
    while rows := await queue.claim(5):
        claimed += [row.id for row in rows]
    assert len(claimed) == len(set(claimed)) == 12


async def test_a_job_of_any_tenant_is_claimed_and_names_it(
    application: Application, admin_url: str, queue: Queue
) -> None:
    company = await sign_in_all(application, admin_url, company_named(application, "Job Tests"))
    await enqueue(application, company)
    assert [row.tenant_id for row in await queue.claim(10)] == [company.tenant_id]


async def test_one_job_can_be_asked_for_by_its_id(application: Application, demo: SignedIn, queue: Queue) -> None:
    await enqueue(application, demo, 3)
    wanted = (await queue.due(10))[1]
    assert [row.id for row in await queue.claim(10, only=wanted)] == [wanted]
    assert await queue.claim(10, only=wanted) == []
    assert len(await queue.due(10)) == 2


async def test_a_lease_that_ran_out_is_taken_over_and_the_first_worker_can_no_longer_finish(
    application: Application, demo: SignedIn, queue: Queue, later: Later
) -> None:
    await enqueue(application, demo)
    [first] = await queue.claim(1)
    assert await queue.claim(1) == []
    later.ahead = timedelta(seconds=LEASE_SECONDS + 1)
    [second] = await queue.claim(1)
    assert (second.id, second.fence, second.attempts) == (first.id, first.fence + 1, 2)
    assert await queue.keep(first.id, first.fence) is False
    with pytest.raises(LostLease):
        async with open_work(application.worker, system(demo.tenant_id)) as work:
            await finish_within(work, first.id, first.fence)
    async with open_work(application.worker, system(demo.tenant_id)) as work:
        await finish_within(work, second.id, second.fence)
    assert (await state_of(application, second)).state == "done"


async def test_an_effect_of_a_worker_that_lost_its_lease_is_taken_back(
    application: Application, demo: SignedIn, queue: Queue, later: Later
) -> None:
    await enqueue(application, demo)
    [first] = await queue.claim(1)
    later.ahead = timedelta(seconds=LEASE_SECONDS + 1)
    [second] = await queue.claim(1)
    for row in (first, second):
        try:
            await application.worker_executor.execute(
                write_note,
                WriteNote(title="effect once"),
                demo.clerk.principal,
                also=finishing(row),
            )
        except LostLease:
            assert row is first
    assert (await state_of(application, second)).state == "done"
    assert await traces(application, demo.clerk.principal, "effect once") == {
        "tasks": 1,
        "events": 1,
        "jobs": 1,
        "audit": 1,
    }


def finishing(row: Row) -> Callable[[Work, Any], Awaitable[None]]:
    """Return what finishes a job in the transaction of its effect."""

    async def also(work: Work, _: Any) -> None:
        await finish_within(work, row.id, row.fence)

    return also


async def test_a_kept_lease_is_not_taken_over(
    application: Application, demo: SignedIn, queue: Queue, later: Later
) -> None:
    await enqueue(application, demo)
    [row] = await queue.claim(1)
    later.ahead = timedelta(seconds=LEASE_SECONDS - 1)
    assert await queue.keep(row.id, row.fence) is True
    later.ahead = timedelta(seconds=LEASE_SECONDS + 10)
    assert await queue.claim(1) == []


async def test_a_failed_job_waits_longer_each_time_and_is_dead_after_its_last_attempt(
    application: Application, demo: SignedIn, queue: Queue, later: Later
) -> None:
    await enqueue(application, demo)
    [row] = await queue.claim(1)
    for attempt in range(1, row.max_attempts + 1):
        assert row.attempts == attempt
        await queue.fail(row, f"failed {attempt}")
        kept = await state_of(application, row)
        assert kept.last_error == f"failed {attempt}"
        if attempt < row.max_attempts:
            assert kept.state == "pending"
            assert timedelta(0) <= kept.run_after - later() + timedelta(seconds=5)
            assert kept.run_after - later() <= timedelta(seconds=2 ** (attempt - 1))
            later.ahead += timedelta(seconds=2**attempt)
            [row] = await queue.claim(1)
    assert (kept.state, kept.finished_at is not None) == ("dead", True)
    later.ahead += timedelta(days=1)
    assert await queue.claim(1) == []


async def test_a_job_whose_every_worker_was_lost_is_buried(
    application: Application, demo: SignedIn, queue: Queue, later: Later
) -> None:
    await enqueue(application, demo)
    for _ in range(8):
        [row] = await queue.claim(1)
        later.ahead += timedelta(seconds=LEASE_SECONDS + 1)
    assert await queue.claim(1) == []
    kept = await state_of(application, row)
    assert (kept.state, kept.last_error) == ("dead", "The worker was lost on every attempt.")


@dataclass
class Mourner:
    """What is done for a buried job of notes: it fails `failures` times first."""

    failures: int = 0
    jobs: list[Job] = field(default_factory=list)

    async def __call__(self, given: Job, _: Any) -> None:
        self.jobs.append(given)
        if len(self.jobs) <= self.failures:
            raise ValueError("not even this")


@pytest.mark.parametrize("failures", [0, 2, 8])
async def test_what_is_done_when_a_job_is_buried_is_tried_as_often_as_the_job(
    application: Application,
    demo: SignedIn,
    queue: Queue,
    later: Later,
    monkeypatch: pytest.MonkeyPatch,
    failures: int,
) -> None:
    mourner = Mourner(failures)
    monkeypatch.setitem(WHEN_BURIED, KIND, mourner)
    await enqueue(application, demo)
    for lost in range(8):
        [row] = await queue.claim(1)
        if lost < 7:
            later.ahead += timedelta(seconds=LEASE_SECONDS + 1)
    await run_claimed(queue, row, application)  # Nobody handles notes: the last attempt fails.
    assert (await state_of(application, row)).state == "pending"
    for told in range(1, min(failures + 1, 8) + 1):
        [row] = await queue.claim(1)
        assert (row.attempts, len(mourner.jobs)) == (8 + told, told - 1)
        await run_claimed(queue, row, application)
        later.ahead += timedelta(minutes=5)
    assert await queue.claim(1) == []
    kept = await state_of(application, row)
    assert (kept.state, kept.finished_at is not None) == ("dead", True)
    assert kept.last_error == ("ValueError('not even this')" if failures else f"KeyError('{KIND}')")
    assert {(one.tenant_id, one.id, one.principal) for one in mourner.jobs} == {
        (row.tenant_id, row.id, system(demo.tenant_id))
    }


async def test_the_queue_says_when_something_is_due(application: Application, demo: SignedIn, queue: Queue) -> None:
    waiting = await queue.next_due()
    assert waiting is None or waiting > LEASE_SECONDS, "what a company has always waiting is not due for long"
    await enqueue(application, demo)
    soon = await queue.next_due()
    assert soon is not None
    assert soon <= 0
    [row] = await queue.claim(1)
    leased = await queue.next_due()
    assert leased is not None
    assert 0 < leased <= LEASE_SECONDS
    await queue.finish(row.id, row.fence)


@dataclass
class Handled:
    """The notes' jobs that ran: each does nothing, as the clerk, and finishes with that. `failure` is raised first."""

    demo: SignedIn
    queue: Queue
    failure: Exception | None = None
    jobs: list[Job] = field(default_factory=list)
    all_ran: asyncio.Event = field(default_factory=asyncio.Event)
    expected: int = 1

    async def __call__(self, given: Job, context: Any) -> None:
        if self.failure is not None:
            raise self.failure
        # The person decided earlier and need not be signed in any more.
        person = replace(self.demo.clerk.principal, session_id=None)

        async def also(work: Work, _: Nothing) -> None:
            await given.finish(work)

        await context.worker_executor.execute(do_nothing, Nothing(), person, key=f"job {given.id}", also=also)
        self.jobs.append(given)
        if len(self.jobs) == self.expected:
            self.all_ran.set()


@pytest.fixture
def handled(demo: SignedIn, queue: Queue, monkeypatch: pytest.MonkeyPatch) -> Handled:
    handled = Handled(demo, queue)
    monkeypatch.setitem(HANDLERS, KIND, handled)
    return handled


async def test_a_claimed_job_finishes_with_its_effect(
    application: Application, demo: SignedIn, queue: Queue, handled: Handled
) -> None:
    await enqueue(application, demo)
    [row] = await queue.claim(1)
    await run_claimed(queue, row, application)
    assert [one.id for one in handled.jobs] == [row.id]
    assert handled.jobs[0].principal == system(demo.tenant_id)
    assert (await state_of(application, row)).state == "done"
    await run_claimed(queue, row, application)  # A message that was delivered twice.
    assert len(handled.jobs) == 1
    assert (await state_of(application, row)).state == "done"


async def test_a_job_whose_handler_leaves_it_open_is_finished_by_the_runner(
    application: Application, demo: SignedIn, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def handle(_: Job, __: Any) -> None:
        return

    monkeypatch.setitem(HANDLERS, KIND, handle)
    await enqueue(application, demo)
    [row] = await queue.claim(1)
    await run_claimed(queue, row, application)
    assert (await state_of(application, row)).state == "done"


async def test_a_job_that_raises_is_given_back_with_its_reason(
    application: Application, demo: SignedIn, queue: Queue, handled: Handled
) -> None:
    await enqueue(application, demo)
    [row] = await queue.claim(1)
    handled.failure = ValueError("told")
    await run_claimed(queue, row, application)
    kept = await state_of(application, row)
    assert (kept.state, kept.last_error, handled.jobs) == ("pending", "ValueError('told')", [])


async def test_a_job_of_a_kind_that_nobody_handles_is_given_back(
    application: Application, demo: SignedIn, queue: Queue
) -> None:
    assert KIND not in HANDLERS
    await enqueue(application, demo)
    [row] = await queue.claim(1)
    await run_claimed(queue, row, application)
    assert (await state_of(application, row)).state == "pending"


async def test_the_runner_is_woken_by_a_hint_and_ends_when_cancelled(
    application: Application, demo: SignedIn, queue: Queue, handled: Handled
) -> None:
    context = replace(application)
    runner = Runner(queue, context, concurrency=2)
    context.listener = runner
    handled.expected = 4
    running = asyncio.create_task(runner.run())
    await enqueue(context, demo, 4)
    await asyncio.wait_for(handled.all_ran.wait(), 10)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert sorted(row.state for row in [await state_of_job(application, job) for job in handled.jobs]) == ["done"] * 4


async def state_of_job(application: Application, job: Job) -> Row:
    async with open_work(application.worker, system(job.tenant_id)) as work:
        found = await work.session.row(select(jobs).where(work.owns(jobs), jobs.c.id == job.id))
    assert found is not None
    return found


async def test_a_runner_that_is_cancelled_while_it_is_woken_ends(queue: Queue, application: Application) -> None:
    for turns in range(4):
        runner = Runner(queue, application, concurrency=1)
        running = asyncio.create_task(runner.run())
        await asyncio.sleep(0.05)
        runner.hint([])
        for _ in range(turns):
            await asyncio.sleep(0)
        running.cancel()
        done, _ = await asyncio.wait([running], timeout=2)
        assert done
