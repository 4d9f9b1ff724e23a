"""The last node: do what people decided, once, through the ordinary action."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from bursar.agents.payables.propose import JobFailed
from bursar.agents.runs.actions import change_run
from bursar.approvals.proposals.actions import proposal_digest
from bursar.approvals.tasks.actions import close_tasks, open_task
from bursar.core.errors import Refused
from bursar.documents.received.actions import split_document
from bursar.documents.received.schemas import DocumentSplit
from bursar.kit.errors import Unavailable
from bursar.kit.statements import Row
from bursar.payables.bills.schemas import BillRead
from bursar.platform.actions import ACTIONS, record
from bursar.platform.application import Application
from bursar.platform.jobs.queue import LostLease
from bursar.platform.work import Principal, Work, open_work
from bursar.tables import documents, proposals

Finish = Callable[[Work], Awaitable[None]]


async def apply(application: Application, system: Principal, proposal_id: UUID, finish: Finish) -> str:
    """Carry out a decided proposal and finish the job with it; return what became of it.

    The key is made of run and digest, so a crash, a redelivery or a second approver's job find it done. What the books
    refuse now (they did not when it was approved) is kept with the proposal, and a person is asked.
    """
    row = await _decided(application, system, proposal_id)
    if row.state == "rejected":
        await _reject(application, system, row, finish)
        return "rejected"
    if row.state not in {"approved", "applied"}:
        return str(row.state)
    assert row.digest == proposal_digest(row.action, row.payload), "an approved proposal is never changed"
    action = ACTIONS[row.action]
    person = Principal(
        system.tenant_id, "person", row.decided_by, agent_run_id=row.run_id, request_id=system.request_id
    )

    async def also(work: Work, done: BillRead | DocumentSplit) -> None:
        await (_split(work, row) if isinstance(done, DocumentSplit) else _applied(work, row, done.id))
        await finish(work)

    try:
        command = action.command.model_validate(row.payload)
        key = f"{row.run_id}:apply:{row.digest}"
        await application.worker_executor.execute(action, command, person, key=key, also=also)
    except (Unavailable, LostLease):
        raise
    except Refused as refused:
        await _failed(application, system, row, refused, finish)
        return "failed"
    return "applied"


async def hand_back(application: Application, system: Principal, proposal_id: UUID, finish: Finish) -> None:
    """Give people back what was approved and could not be done on any attempt; a rejection is carried out."""
    row = await _decided(application, system, proposal_id)
    if row.state == "rejected":
        await _reject(application, system, row, finish)
    elif row.state == "approved":
        await _failed(application, system, row, JobFailed("The job failed on every attempt."), finish)


async def _decided(application: Application, system: Principal, proposal_id: UUID) -> Row:
    async with open_work(application.worker, system, clock=application.clock) as work:
        row = await work.session.row(select(proposals).where(work.owns(proposals), proposals.c.id == proposal_id))
    assert row is not None
    return row


async def _applied(work: Work, row: Any, bill_id: UUID) -> None:
    await _change_proposal(work, row.id, state="applied", bill_id=bill_id)
    await _change_document(work, row.document_id, status="posted", bill_id=bill_id, reason_codes=[])
    await close_tasks(work, [row.document_id, row.supersedes_id], "Posted.")
    await change_run(
        work, row.run_id, state="done", outcome="posted", bill_id=bill_id, finished_at=work.now, lease_until=None
    )


async def _split(work: Work, row: Any) -> None:
    """Close what split a document: the action itself has moved it, and its parts go their own way."""
    await _change_proposal(work, row.id, state="applied")
    await close_tasks(work, [row.document_id, row.supersedes_id], "Split.")
    await change_run(work, row.run_id, state="done", outcome="split", finished_at=work.now, lease_until=None)


async def _reject(application: Application, system: Principal, row: Any, finish: Finish) -> None:
    async with open_work(application.worker, system, clock=application.clock) as work:
        if row.action == split_document.name:
            # People said only that it is not to be cut so: what it is, is still to be found out.
            await _change_document(work, row.document_id, status="needs_attention", reason_codes=["split_rejected"])
        else:
            await _change_document(work, row.document_id, status="rejected", reason_codes=["rejected"])
        await close_tasks(work, [row.document_id, row.supersedes_id], "Rejected.")
        await change_run(work, row.run_id, state="done", outcome="rejected", finished_at=work.now, lease_until=None)
        await record(work, "agents.payables.reject", row.digest)
        await finish(work)


async def _failed(application: Application, system: Principal, row: Any, refused: Refused, finish: Finish) -> None:
    async with open_work(application.worker, system, clock=application.clock) as work:
        await _change_proposal(work, row.id, state="failed", failure=refused.code)
        await _change_document(work, row.document_id, status="needs_attention", reason_codes=[refused.code])
        await open_task(
            work,
            kind="proposal.failed",
            subject_type="proposal",
            subject_id=row.id,
            title=f"What was approved could not be done: {refused.message}",
            reason_codes=[refused.code],
        )
        await change_run(work, row.run_id, state="waiting")
        await record(work, "agents.payables.fail", row.digest)
        await finish(work)


async def _change_proposal(work: Work, proposal_id: UUID, **changes: Any) -> None:
    changed = update(proposals).where(work.owns(proposals), proposals.c.id == proposal_id)
    await work.session.run(changed.values(**changes, version=proposals.c.version + 1))


async def _change_document(work: Work, document_id: UUID, **changes: Any) -> None:
    changed = update(documents).where(work.owns(documents), documents.c.id == document_id)
    await work.session.run(changed.values(**changes, version=documents.c.version + 1, updated_at=work.now))
