"""The job that folds, beside people who post: nobody waits, and what is open now is right in every moment."""

import asyncio
import itertools
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import func, select, text

from bursar.core.aging import Basis
from bursar.ledger.aging.queries import aging_at, aging_now
from bursar.ledger.aging.tasks import fold_aging
from bursar.platform.application import Application
from bursar.platform.jobs.handlers import ComeAgain, Job
from bursar.platform.jobs.runner import run_claimed
from bursar.platform.work import open_work, system
from bursar.tables import aging_changes, aging_days, aging_summaries, jobs
from tests.books import Books
from tests.company import SignedIn, company_named, sign_in_all

_counter = itertools.count(1)


@pytest.fixture
async def company(application: Application, admin_url: str) -> SignedIn:
    """A company of one test alone."""
    return await sign_in_all(application, admin_url, company_named(application, f"Folding {next(_counter)}"))


@pytest.fixture
def books(client: httpx2.AsyncClient, company: SignedIn) -> Books:
    return Books(client, company)


async def fold(application: Application, company: SignedIn) -> float:
    """Run the job and return after how many seconds it wants to come again."""

    async def finish(_: object) -> None:
        raise AssertionError

    payload = {"legal_entity_id": str(company.legal_entity_id)}
    job = Job(company.tenant_id, UUID(int=1), "ledger.fold_aging", payload, 1, 1, None, finish)
    with pytest.raises(ComeAgain) as again:
        await fold_aging(job, application)
    return again.value.after_seconds


async def count(application: Application, company: SignedIn, table: Any) -> int:
    async with open_work(application.worker, system(company.tenant_id)) as work:
        found: int = await work.session.value(select(func.count()).select_from(table).where(work.owns(table)))
        return found


async def rows_now(application: Application, company: SignedIn) -> tuple[list[Any], list[Any]]:
    """Return what is open now by the sums, and by the items; in one transaction that sees one state."""
    async with application.app.transaction(begin="BEGIN ISOLATION LEVEL REPEATABLE READ") as session:
        await session.run(text("SELECT set_config('app.tenant_id', :tenant, true)"), {"tenant": str(company.tenant_id)})
        async with open_work(application.app, system(company.tenant_id)) as work:
            work.session = session
            today, entity = work.today(company.company.time_zone), company.legal_entity_id
            by_sums = await aging_now(work, entity, "payable", Basis.DUE_DATE)
            later = work.now + timedelta(1)
            by_items = await aging_at(work, entity, "payable", today, later, Basis.DUE_DATE)
    return sorted(by_sums), sorted(by_items)


async def test_folding_leaves_what_is_open_as_it_was(application: Application, books: Books, company: SignedIn) -> None:
    vendor = await books.vendor()
    bills = [await books.posted(vendor) for _ in range(3)]
    assert (await books.reverse(bills[0])).status_code == 200
    before, by_items = await rows_now(application, company)
    assert before == by_items
    assert await count(application, company, aging_changes) >= 3
    assert await count(application, company, aging_summaries) == 0
    assert await fold(application, company) >= 60
    assert await count(application, company, aging_summaries) == 2
    assert await rows_now(application, company) == (before, by_items)
    assert [(row.party_id, row.currency) for row in before] == [(row.party_id, row.currency) for row in by_items]
    assert await count(application, company, aging_days) == 1


async def test_what_is_open_now_is_right_while_others_post_and_fold(
    application: Application, books: Books, company: SignedIn
) -> None:
    bills = [await books.submitted() for _ in range(10)]
    done = asyncio.Event()

    async def post() -> None:
        for bill in bills:
            posted = (await books.approve(bill)).json()
            assert (await books.reverse(posted)).status_code == 200
        done.set()

    async def keep_folding() -> None:
        while not done.is_set():
            await fold(application, company)

    async def look() -> int:
        looks = 0
        while not done.is_set():
            by_sums, by_items = await rows_now(application, company)
            assert by_sums == by_items
            looks += 1
        return looks

    _, _, _, looks = await asyncio.gather(post(), keep_folding(), keep_folding(), look())
    assert looks > 0
    assert await rows_now(application, company) == ([], [])


async def test_the_job_is_made_with_the_entity_and_comes_again(application: Application, company: SignedIn) -> None:
    async with open_work(application.worker, system(company.tenant_id)) as work:
        mine = (work.owns(jobs), jobs.c.kind == "ledger.fold_aging")
        (made,) = await work.session.rows(select(jobs).where(*mine))
        assert (made.state, made.payload) == ("pending", {"legal_entity_id": str(company.legal_entity_id)})
        assert made.run_after > work.now
        await work.session.run(text("UPDATE job SET run_after = now() WHERE id = :id"), {"id": made.id})
    for _ in range(2):
        (row,) = await application.queue.claim(1, only=made.id)
        await run_claimed(application.queue, row, application)
        async with open_work(application.worker, system(company.tenant_id)) as work:
            (again,) = await work.session.rows(select(jobs).where(*mine))
            assert (again.state, again.attempts, again.last_error) == ("pending", 0, None)
            assert again.run_after > work.now + timedelta(seconds=30)
            await work.session.run(text("UPDATE job SET run_after = now() WHERE id = :id"), {"id": made.id})
    async with open_work(application.worker, system(company.tenant_id)) as work:
        await work.session.run(
            text("UPDATE job SET run_after = now() + interval '1 day' WHERE id = :id"), {"id": made.id}
        )


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT aging_fold(:entity, current_date)",
        "SELECT aging_rebuild(:tenant, :entity, current_date)",
        "DELETE FROM aging_change",
        "UPDATE aging_summary SET over_90_minor = 0",
        "INSERT INTO aging_day (tenant_id, legal_entity_id, aged_on) VALUES (:tenant, :entity, current_date)",
    ],
)
async def test_nobody_who_serves_writes_the_sums(application: Application, company: SignedIn, statement: str) -> None:
    values = {"tenant": company.tenant_id, "entity": company.legal_entity_id}
    given = {name: value for name, value in values.items() if f":{name}" in statement}
    with pytest.raises(Exception, match="permission denied"):
        async with open_work(application.app, system(company.tenant_id)) as work:
            await work.session.rows(text(statement), given)


async def test_what_is_not_yet_is_not_folded(application: Application, company: SignedIn) -> None:
    with pytest.raises(Exception, match="has not come yet"):
        async with open_work(application.worker, system(company.tenant_id)) as work:
            await work.session.rows(
                text("SELECT aging_fold(:entity, current_date + 2)"), {"entity": company.legal_entity_id}
            )


async def test_nobody_folds_for_another_tenant(
    application: Application, company: SignedIn, other_tenant: SignedIn
) -> None:
    with pytest.raises(Exception, match="fk_aging_day"):
        async with open_work(application.worker, system(company.tenant_id)) as work:
            await work.session.rows(
                text("SELECT aging_fold(:entity, current_date)"), {"entity": other_tenant.legal_entity_id}
            )
