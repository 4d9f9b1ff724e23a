"""W7: what the graph itself costs: the same e-invoices through the job's handlers, and through its functions alone."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import uvloop
from sqlalchemy import select

from bursar.agents.payables import AGENT
from bursar.agents.payables.apply import apply
from bursar.agents.payables.graph import VERSION
from bursar.agents.payables.propose import conclude, propose
from bursar.agents.payables.tasks import apply_decision, read_document
from bursar.agents.payables.understand import understand
from bursar.agents.runs.actions import lease_run
from bursar.approvals.proposals.actions import approve_proposal
from bursar.approvals.proposals.schemas import ApproveProposal
from bursar.documents.received.actions import receive_document
from bursar.documents.received.schemas import ReceiveDocument
from bursar.kit.settings import load
from bursar.platform.application import Application, build_application
from bursar.platform.jobs.handlers import Job
from bursar.platform.work import Principal, Work, open_work, system
from bursar.tables import documents, proposals
from tests.bench.stage import Firm, Stage
from tests.invoices import MadeInvoice, invoices

# So many documents take turns, that whatever the machine does meanwhile falls on both ways alike.
TURN = 5
WARM = 10


async def _nothing(_: Work) -> None:
    """Finish no job: there is none in the table."""


@dataclass(slots=True)
class Desk:
    """Where documents are brought in and approved; only what happens between is measured."""

    application: Application
    firm: Firm
    cpu_seconds: dict[str, float] = field(default_factory=dict)

    def person(self, role: str) -> Principal:
        return Principal(self.firm.ids.tenant_id, "person", self.firm.people[role], self.firm.sessions[role])

    @contextmanager
    def measured(self, way: str) -> Any:
        began = time.process_time()
        yield
        self.cpu_seconds[way] = self.cpu_seconds.get(way, 0.0) + time.process_time() - began

    async def receive(self, made: MadeInvoice) -> UUID:
        stored = await self.application.storage.put(self.firm.ids.tenant_id, made.content, max_bytes=10**7)
        command = ReceiveDocument(
            sha256=stored.sha256, size_bytes=stored.size_bytes, media_type="application/xml", filename=made.filename
        )
        outcome = await self.application.executor.execute(receive_document, command, self.person("ap_clerk"))
        return outcome.result.id

    async def approve(self, document_id: UUID) -> dict[str, str]:
        """Approve what is proposed for a document; return what a job is told of it."""
        async with open_work(self.application.app, self.person("controller")) as work:
            row = await work.session.row(
                select(proposals).where(work.owns(proposals), proposals.c.document_id == document_id)
            )
        assert row is not None
        command = ApproveProposal(proposal_id=row.id, version=row.version, digest=row.digest)
        await self.application.executor.execute(approve_proposal, command, self.person("controller"))
        told = {"proposal_id": row.id, "run_id": row.run_id, "document_id": document_id}
        return {name: str(value) for name, value in told.items()}

    async def with_graph(self, document_id: UUID) -> None:
        """Do what the runner does with the two jobs of a document."""
        with self.measured("graph"):
            await read_document(self.job("payables.read_document", document_id=str(document_id)), self.application)
        decided = await self.approve(document_id)
        with self.measured("graph"):
            await apply_decision(self.job("payables.apply_decision", **decided), self.application)

    async def without(self, document_id: UUID) -> None:
        """Call the same functions with the same effects; a run is there because steps and proposals belong to one."""
        application, principal = self.application, system(self.firm.ids.tenant_id)
        with self.measured("plain"):
            async with open_work(application.agent, principal, clock=application.clock) as work:
                run = await lease_run(work, agent=AGENT, graph_version=VERSION, document_id=document_id, seconds=60)
            assert run is not None
            found = await understand(application, principal, document_id)
            drafted = await propose(application, principal, found)
            await conclude(application, principal, run.id, found, drafted)
        decided = await self.approve(document_id)
        with self.measured("plain"):
            await apply(application, principal, UUID(decided["proposal_id"]), _nothing)

    def job(self, kind: str, **payload: str) -> Job:
        return Job(self.firm.ids.tenant_id, uuid4(), kind, payload, 1, 1, None, _nothing)


async def _measure(desk: Desk, count: int) -> dict[str, Any]:
    ways: dict[str, Callable[[UUID], Coroutine[Any, Any, None]]] = {"graph": desk.with_graph, "plain": desk.without}
    made = list(invoices(count + 2 * WARM, today=datetime.now(UTC).date(), seed=7))
    done: dict[str, list[UUID]] = {way: [] for way in ways}
    for number, one in enumerate(made):
        if number == 2 * WARM:
            desk.cpu_seconds.clear()
        way = ("graph", "plain")[number // TURN % 2]
        document_id = await desk.receive(one)
        await ways[way](document_id)
        done[way].append(document_id)
    async with open_work(desk.application.app, desk.person("viewer")) as work:
        query = select(documents.c.id).where(work.owns(documents), documents.c.status == "posted")
        posted = {row.id for row in await work.session.rows(query)}
    unposted = [f"{way}: document {one} is not posted" for way in done for one in done[way] if one not in posted]
    each = {way: len(ids) - WARM for way, ids in done.items()}
    return {"errors": unposted, **{f"{way}_ms": desk.cpu_seconds[way] * 1000 / each[way] for way in ways}}


def measure(stage: Stage, firm: Firm, count: int) -> dict[str, Any]:
    """Return the processor time of one e-invoice with the graph and without, in milliseconds, and what went wrong."""

    async def run() -> dict[str, Any]:
        settings = load(home=stage.ground.home, secret_key=stage.ground.secret_key)
        application = build_application(settings, stage.ground.urls)
        try:
            return await _measure(Desk(application, firm), count)
        finally:
            await application.close()

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(run())
