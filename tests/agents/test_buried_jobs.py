"""A job that is buried hands what people wait for to them: whether it failed, or its worker was lost, every time."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from bursar.kit.ids import from_public
from bursar.platform.application import Application
from bursar.platform.jobs.queue import Queue
from bursar.platform.jobs.runner import run_claimed
from bursar.worker.handlers import import_handlers
from tests.agents.conftest import Desk
from tests.attack.holdings import run_jobs
from tests.invoices import invoices

LEASE_SECONDS = 30


@dataclass
class Later:
    """A clock that is set forward."""

    application: Application
    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return self.application.clock() + self.ahead


@dataclass
class Attempts:
    """The attempts at one job, each claimed when the one before is over."""

    queue: Queue
    later: Later
    job_id: UUID
    context: Application

    async def lose(self) -> None:
        """Claim it, and have the worker die."""
        (row,) = await self.queue.claim(1, only=self.job_id)
        self.later.ahead += timedelta(seconds=LEASE_SECONDS + 1)
        assert row.attempts <= row.max_attempts * 2

    async def run(self) -> None:
        """Claim it and run it to its end."""
        (row,) = await self.queue.claim(1, only=self.job_id)
        await run_claimed(self.queue, row, self.context)
        self.later.ahead += timedelta(minutes=5)

    async def state(self) -> Any:
        async with self.queue.database.transaction() as session:
            return await session.row(text("SELECT * FROM job WHERE id = :id"), {"id": self.job_id})


@pytest.fixture(autouse=True)
def _handlers() -> None:
    import_handlers()


async def attempts(application: Application, kind: str, document: dict[str, Any]) -> Attempts:
    """Return what tries the pending job of this kind about a document."""
    query = text("SELECT id FROM job WHERE kind = :kind AND state = 'pending' AND payload @> CAST(:of AS jsonb)")
    of = f'{{"document_id": "{from_public("document", document["id"])}"}}'
    async with application.worker.transaction() as session:
        (row,) = await session.rows(query, {"kind": kind, "of": of})
    later = Later(application)
    return Attempts(Queue(application.worker, LEASE_SECONDS, later), later, row.id, replace(application, clock=later))


async def asked(desk: Desk, subject: str, prefix: str) -> list[dict[str, Any]]:
    tasks = (await desk.get("/v1/tasks", state="open", limit="200"))["items"]
    return [one for one in tasks if one["subject_id"] == str(from_public(prefix, subject))]


async def test_a_document_whose_worker_died_every_time_is_handed_to_a_person(
    desk: Desk, application: Application
) -> None:
    (made,) = invoices(1, today=application.clock().date(), seed=818101)
    document = (await desk.upload(made.filename, made.content)).json()
    job = await attempts(application, "payables.read_document", document)
    for _ in range(8):
        await job.lose()
    assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "received"
    await job.lose()  # Even who hands it over may die.
    await job.run()
    state = await job.state()
    assert (state.state, state.last_error) == ("dead", "The worker was lost on every attempt.")
    found = await desk.get(f"/v1/documents/{document['id']}")
    assert (found["status"], found["reason_codes"]) == ("needs_attention", ["job_failed"])
    (task,) = await asked(desk, document["id"], "document")
    assert task["reason_codes"] == ["job_failed"]
    assert await job.queue.claim(1, only=job.job_id) == []

    headers = {**desk.company.clerk.headers, "If-Match": f'"{found["version"]}"'}
    assert (await desk.client.post(f"/v1/documents/{found['id']}/read-again", headers=headers)).status_code == 202
    await run_jobs(application)
    assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "proposed"


async def test_a_document_whose_job_failed_every_time_is_handed_to_a_person(
    desk: Desk, application: Application
) -> None:
    document = (await desk.upload("lost.xml", f"<lost>{uuid4()}</lost>".encode())).json()
    kept = next(application.settings.home.rglob(document["sha256"]))
    spoil(kept)
    job = await attempts(application, "payables.read_document", document)
    for _ in range(8):
        assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "received"
        await job.run()
    assert (await job.state()).state == "pending"
    job.later.ahead -= timedelta(minutes=5)  # It is due at once.
    await job.run()
    state = await job.state()
    assert state.state == "dead"
    assert state.last_error.startswith("IsADirectoryError")
    found = await desk.get(f"/v1/documents/{document['id']}")
    assert (found["status"], found["reason_codes"]) == ("needs_attention", ["job_failed"])
    (run,) = (await desk.get("/v1/agent-runs", document_id=document["id"]))["items"]
    assert (run["state"], run["outcome"]) == ("done", "job_failed")
    assert len(await asked(desk, document["id"], "document")) == 1


def spoil(file: Path) -> None:
    """Have the disk answer wrongly: an outage, unlike a file that is not there."""
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("verb", ["approve", "reject"])
async def test_a_decision_that_no_attempt_carried_out_comes_back_to_people(
    desk: Desk, application: Application, verb: str
) -> None:
    (made,) = invoices(1, today=application.clock().date(), seed=818200 + len(verb))
    answer = await desk.upload(made.filename, made.content)
    await run_jobs(application)
    document = await desk.get(f"/v1/documents/{answer.json()['id']}")
    proposal = await desk.proposal(document)
    body = {"digest": proposal["digest"]} if verb == "approve" else {"reason": "No"}
    assert (await desk.decide(verb, proposal, body, desk.company.approver)).status_code == 200
    job = await attempts(application, "payables.apply_decision", document)
    for _ in range(8):
        await job.lose()
    await job.run()
    assert (await job.state()).state == "dead"
    found = await desk.get(f"/v1/documents/{document['id']}")
    if verb == "reject":
        assert (found["status"], await asked(desk, document["id"], "document")) == ("rejected", [])
        return
    assert (found["status"], found["reason_codes"]) == ("needs_attention", ["job_failed"])
    failed = await desk.proposal(document, "failed")
    assert (failed["failure"], failed["available_actions"]) == ("job_failed", ["edit"])
    assert len(await asked(desk, proposal["id"], "proposal")) == 1
    headers = {**desk.company.clerk.headers, "If-Match": f'"{found["version"]}"'}
    assert (await desk.client.post(f"/v1/documents/{found['id']}/read-again", headers=headers)).status_code == 202
    await run_jobs(application)
    assert (await desk.approve(await desk.proposal(document))).status_code == 200
    await run_jobs(application)
    assert (await desk.get(f"/v1/documents/{document['id']}"))["status"] == "posted"
    assert await asked(desk, proposal["id"], "proposal") == []
