"""Templates that post themselves: approved by another as shown, once for each day, in the approver's name."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx2
import psycopg
import pytest
from sqlalchemy import text

from bursar.ledger.recurring_entries.actions import POST_JOB
from bursar.platform.application import Application
from bursar.platform.jobs.handlers import HANDLERS, Job
from bursar.platform.jobs.queue import LostLease, Queue
from bursar.platform.jobs.runner import run_claimed
from bursar.platform.work import Work
from bursar.worker.handlers import import_handlers
from tests.books import YEAR, Books, eur, instant, problem, uuid_of
from tests.company import Member, SignedIn, company_named, sign_in_all
from tests.ledger.journal import Journal

MONTH_ENDS = [f"{YEAR}-01-31", f"{YEAR}-02-{28 if YEAR % 4 else 29}", f"{YEAR}-03-31"]


@pytest.fixture(scope="module")
async def company(application: Application, admin_url: str) -> SignedIn:
    """A company whose approver has a limit of 1,000 euros."""
    import_handlers()
    made = company_named(application, "Regular Keepers")
    people = tuple(
        replace(one, approval_limit_minor=100_000 if one.role == "approver" else None) for one in made.people
    )
    return await sign_in_all(application, admin_url, replace(made, people=people))


@pytest.fixture
def journal(client: httpx2.AsyncClient, company: SignedIn) -> Journal:
    return Journal(Books(client, company))


class Later:
    """An application's clock that stands at what a test says."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def later(application: Application) -> tuple[Application, Later]:
    """The application as its jobs see it at another instant, and the clock that says which."""
    clock = Later()
    return replace(application, clock=clock, queue=Queue(application.worker, 30, clock)), clock


def template(journal: Journal, **changes: Any) -> dict[str, Any]:
    content = {key: value for key, value in journal.new().items() if key in {"memo", "currency", "lines"}}
    return {
        "legal_entity_id": journal.books.entity,
        "name": "Depreciation",
        "first_on": f"{YEAR}-01-01",
        "last_on": MONTH_ENDS[-1],
        "content": {**content, **changes.pop("content", {})},
        **changes,
    }


async def submit(journal: Journal, by: Member | None = None, **changes: Any) -> httpx2.Response:
    body = template(journal, **changes)
    return await journal.books.send("POST", "/recurring-entries", by or journal.books.company.clerk, body)


async def submitted(journal: Journal, **changes: Any) -> dict[str, Any]:
    answer = await submit(journal, **changes)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def step(
    journal: Journal, verb: str, entry: dict[str, Any], by: Member | None = None, **body: Any
) -> httpx2.Response:
    sent = body or {"approve": {"digest": entry["digest"]}, "resume": None}.get(verb, {"reason": "Because"})
    path, someone = f"/recurring-entries/{entry['id']}/{verb}", by or journal.books.company.controller
    return await journal.books.send("POST", path, someone, sent, If_Match=f'"{entry["version"]}"')


async def active(journal: Journal, **changes: Any) -> dict[str, Any]:
    answer = await step(journal, "approve", await submitted(journal, **changes))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def now(journal: Journal, entry: dict[str, Any]) -> Any:
    return await journal.books.get(f"/recurring-entries/{entry['id']}")


async def posted_by(journal: Journal, entry: dict[str, Any]) -> list[Any]:
    listed = await journal.books.get(f"/manual-entries?recurring_id={entry['id']}")
    return sorted(listed["items"], key=lambda one: str(one["posting_date"]))


async def run_jobs(application: Application, company: SignedIn) -> None:
    """Run every job of a company that is due by the application's clock; what others left is not ours to run."""
    query = text("SELECT id FROM job WHERE tenant_id = :tenant AND state = 'pending' AND run_after <= :now")
    values = {"tenant": company.tenant_id, "now": application.clock()}
    while True:
        async with application.worker.transaction() as session:
            due = [row.id for row in await session.rows(query, values)]
        if not due:
            return
        for job_id in due:
            (row,) = await application.queue.claim(1, only=job_id)
            await run_claimed(application.queue, row, application)


def jobs_of(admin_url: str, entry: dict[str, Any]) -> list[tuple[Any, ...]]:
    with psycopg.connect(admin_url) as connection:
        return connection.execute(
            "SELECT payload->>'on', state, run_after FROM job WHERE kind = %s AND payload->>'recurring_id' = %s"
            " ORDER BY 1, created_at",
            [POST_JOB, str(uuid_of(entry["id"]))],
        ).fetchall()


async def test_a_template_posts_each_month_end_in_the_approvers_name(
    journal: Journal, admin_url: str, later: tuple[Application, Later]
) -> None:
    worker, clock = later
    entry = await active(journal)
    assert (entry["state"], entry["next_on"], entry["available_actions"]) == ("active", MONTH_ENDS[0], ["pause", "end"])
    ((_, state, run_after),) = jobs_of(admin_url, entry)
    assert state == "pending"
    # The day begins in Berlin an hour before it begins in Greenwich.
    assert run_after == instant(MONTH_ENDS[0], 0) - timedelta(hours=1)
    clock.now = instant(MONTH_ENDS[0], 0) - timedelta(hours=2)
    await run_jobs(worker, journal.books.company)
    assert await posted_by(journal, entry) == []
    clock.now = instant(MONTH_ENDS[0])
    await run_jobs(worker, journal.books.company)
    await run_jobs(worker, journal.books.company)
    (first,) = await posted_by(journal, entry)
    assert (first["posting_date"], first["state"], first["number"][:4]) == (MONTH_ENDS[0], "posted", "JRN-")
    assert (first["submitted_by"], first["decided_by"]) == (entry["submitted_by"], entry["decided_by"])
    assert (await now(journal, entry))["next_on"] == MONTH_ENDS[1]
    clock.now = instant(f"{YEAR}-12-31")
    await run_jobs(worker, journal.books.company)
    assert [one["posting_date"] for one in await posted_by(journal, entry)] == MONTH_ENDS
    ended = await now(journal, entry)
    assert (ended["state"], ended["next_on"], ended["available_actions"]) == ("ended", None, [])
    await journal.books.check_books()


@pytest.mark.parametrize("rule", ["next_month", "next_day"])
async def test_what_a_template_posts_takes_itself_back_by_its_rule(
    journal: Journal, later: tuple[Application, Later], rule: str
) -> None:
    worker, clock = later
    last = MONTH_ENDS[1] if rule == "next_month" else f"{YEAR}-02-10"
    entry = await active(journal, auto_reverse=rule, on_day=10 if rule == "next_day" else None, last_on=last)
    assert entry["auto_reverse"] == rule
    clock.now = instant(f"{YEAR}-06-30")
    await run_jobs(worker, journal.books.company)
    posted = await posted_by(journal, entry)
    days = [f"{YEAR}-02-01", f"{YEAR}-03-01"] if rule == "next_month" else [f"{YEAR}-01-11", f"{YEAR}-02-11"]
    assert [one["auto_reverse_on"] for one in posted] == days
    for one, day in zip(posted, days, strict=True):
        made = await journal.books.get(f"/journal-entries/{one['entry_id']}")
        back = await journal.books.get(f"/journal-entries/{one['reversal_entry_id']}")
        assert (one["state"], back["posting_date"], back["reversal_of"]) == ("posted", day, made["id"])
        amounts = [Decimal(line["amount"]["amount"]) for line in made["lines"]]
        assert [-Decimal(line["amount"]["amount"]) for line in back["lines"]] == amounts
    await journal.books.check_books()


async def test_a_job_that_runs_twice_or_is_killed_between_posts_once(
    journal: Journal, application: Application
) -> None:
    entry = await active(journal, last_on=MONTH_ENDS[0])
    payload = {"recurring_id": str(uuid_of(entry["id"])), "on": MONTH_ENDS[0]}
    finished: list[bool] = []

    async def killed(_: Work) -> None:
        raise LostLease("Killed between the effect and its commit.")

    async def finish(_: Work) -> None:
        finished.append(True)

    def job(end: Any) -> Job:
        return Job(journal.books.company.tenant_id, uuid_of(entry["id"]), POST_JOB, payload, 1, 1, None, end)

    handler = HANDLERS[POST_JOB]
    with pytest.raises(LostLease):
        await handler(job(killed), application)
    assert await posted_by(journal, entry) == []
    assert (await now(journal, entry))["next_on"] == MONTH_ENDS[0]
    await asyncio.gather(*(handler(job(finish), application) for _ in range(3)))
    await handler(job(finish), application)
    assert len(await posted_by(journal, entry)) == 1
    assert len(finished) == 4
    assert (await now(journal, entry))["state"] == "ended"


async def test_what_the_books_refuse_pauses_a_template_until_a_person_resumes_it(
    journal: Journal, admin_url: str, later: tuple[Application, Later]
) -> None:
    worker, clock = later
    first, second = f"{YEAR + 1}-12-31", f"{YEAR + 2}-01-31"
    entry = await active(journal, first_on=first, last_on=second)
    clock.now = instant(f"{YEAR + 2}-02-01")
    await run_jobs(worker, journal.books.company)
    paused = await now(journal, entry)
    assert (paused["state"], paused["failure"], paused["next_on"]) == ("paused", "period_closed", second)
    assert [one["posting_date"] for one in await posted_by(journal, entry)] == [first]
    with psycopg.connect(admin_url) as connection:
        connection.execute(
            "INSERT INTO period (tenant_id, id, legal_entity_id, fiscal_year, starts_on, ends_on)"
            " VALUES (%s, gen_random_uuid(), %s, %s, %s, %s)",
            [
                journal.books.company.tenant_id,
                journal.books.company.legal_entity_id,
                YEAR + 2,
                date(YEAR + 2, 1, 1),
                date(YEAR + 2, 1, 31),
            ],
        )
    resumed = (await step(journal, "resume", paused)).json()
    assert (resumed["state"], resumed["failure"]) == ("active", None)
    await run_jobs(worker, journal.books.company)
    assert [one["posting_date"] for one in await posted_by(journal, entry)] == [first, second]


async def test_a_paused_template_posts_nothing_and_an_ended_one_never_again(
    journal: Journal, later: tuple[Application, Later]
) -> None:
    worker, clock = later
    entry = await active(journal)
    paused = (await step(journal, "pause", entry)).json()
    assert (paused["state"], paused["reason"], paused["available_actions"]) == ("paused", "Because", ["resume", "end"])
    clock.now = instant(f"{YEAR}-12-31")
    await run_jobs(worker, journal.books.company)
    assert await posted_by(journal, entry) == []
    ended = (await step(journal, "end", paused)).json()
    assert ended["state"] == "ended"
    for verb in ("approve", "pause", "resume", "end"):
        assert problem(await step(journal, verb, ended)) == (409, "recurring_entry_state")
    await run_jobs(worker, journal.books.company)
    assert await posted_by(journal, entry) == []


async def test_a_template_is_approved_by_another_as_it_was_shown_within_their_limit(journal: Journal) -> None:
    company = journal.books.company
    own = (await submit(journal, company.controller)).json()
    assert problem(await step(journal, "approve", own)) == (403, "own_document")
    entry = await submitted(journal)
    assert problem(await step(journal, "approve", entry, company.approver)) == (403, "approval_limit_exceeded")
    assert problem(await step(journal, "approve", entry, digest="0" * 64)) == (409, "digest_changed")
    stale = {**entry, "version": 9}
    assert problem(await step(journal, "approve", stale)) == (412, "precondition_failed")
    for someone in (company.clerk, company.viewer):
        for verb in ("approve", "pause", "resume", "end"):
            assert problem(await step(journal, verb, entry, someone)) == (403, "forbidden")
    assert await now(journal, entry) == entry
    changes: list[dict[str, Any]] = [{}, {"name": "Other"}, {"every_months": 3}, {"on_day": 15}, {"last_on": None}]
    changes += [{"content": {"memo": "Other"}}, {"auto_reverse": "next_day"}]
    assert len({(await submitted(journal, **change))["digest"] for change in changes}) == len(changes)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"every_months": 0}, "invalid_request"),
        ({"auto_reverse": "never"}, "invalid_request"),
        ({"on_day": 32}, "invalid_request"),
        ({"first_on": f"{YEAR}-05-01"}, "schedule_invalid"),
        ({"first_on": f"{YEAR}-03-05", "on_day": 4}, "schedule_invalid"),
        ({"content": {"lines": []}}, "entry_empty"),
        ({"content": {"currency": "XXX"}}, "unknown_currency"),
    ],
)
async def test_a_template_that_could_never_post_is_refused(journal: Journal, change: dict[str, Any], code: str) -> None:
    before = await journal.books.get("/recurring-entries?limit=200")
    assert problem(await submit(journal, **change)) == (422, code)
    assert await journal.books.get("/recurring-entries?limit=200") == before


@pytest.mark.parametrize("named", [{"due_date": f"{YEAR}-01-31"}, {"base_amount": eur("1200.00")}])
async def test_a_template_names_nothing_that_is_good_for_one_day(journal: Journal, named: dict[str, Any]) -> None:
    lines = [journal.line("6100", "1200.00", **named), journal.line("6300", "-1200.00")]
    assert problem(await submit(journal, content={"lines": lines})) == (422, "template_not_repeatable")


async def test_another_company_sees_and_changes_nothing(
    journal: Journal, other_tenant: SignedIn, client: httpx2.AsyncClient
) -> None:
    entry = await submitted(journal)
    theirs = Journal(Books(client, other_tenant))
    for verb in ("approve", "pause", "resume", "end"):
        assert problem(await step(theirs, verb, entry)) == (404, "not_found")
    path = f"/recurring-entries/{entry['id']}"
    assert problem(await theirs.books.send("GET", path, other_tenant.controller)) == (404, "not_found")
    assert entry["id"] not in str(await theirs.books.get("/recurring-entries"))
    assert problem(await submit(theirs, legal_entity_id=journal.books.entity)) == (404, "not_found")
