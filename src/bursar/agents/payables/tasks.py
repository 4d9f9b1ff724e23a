"""The jobs of the payables agent: read a document that came in; go on where people have decided."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from langgraph.types import Command, Interrupt

from bursar.agents.checkpoints import TenantSaver
from bursar.agents.payables import AGENT
from bursar.agents.payables.apply import hand_back
from bursar.agents.payables.graph import GRAPH, VERSION, RunContext, State
from bursar.agents.payables.propose import abandon, end_run
from bursar.agents.runs.actions import Leased, RunBusy, change_run, lease_run
from bursar.agents.runs.queries import latest_proposal
from bursar.approvals.proposals.events import ProposalDecided
from bursar.documents.received.events import DocumentReceived, DocumentToBeReadAgain
from bursar.platform.application import Application
from bursar.platform.jobs.handlers import Job, job
from bursar.platform.work import open_work

INTERRUPT: Final = "__interrupt__"  # Where LangGraph puts what a graph waits for into its answer.
BUSY_TRIES: Final = 20
BUSY_SECONDS: Final = 0.05


async def hand_over_document(job: Job, application: Application) -> None:
    """Have a person look at a document that no attempt could read."""
    await abandon(application, job.principal, UUID(job.payload["document_id"]))


async def hand_over_decision(job: Job, application: Application) -> None:
    """Have a person look at a decision that no attempt could carry out."""
    await hand_back(application, job.principal, UUID(job.payload["proposal_id"]), job.finish)


@job("payables.read_document", on=(DocumentReceived, DocumentToBeReadAgain), when_buried=hand_over_document)
async def read_document(job: Job, application: Application) -> None:
    """Read a document and propose what to do with it; the run then waits for people.

    A document that is read again has another run; where the earlier one waited is forgotten.
    """
    if ended := job.payload.get("ended_run_id"):
        await TenantSaver(application, job.principal).adelete_thread(ended)
    document_id = UUID(job.payload["document_id"])
    async with _run(job, application, document_id) as run:
        if run is not None:
            await run.to_interrupt()


@job("payables.apply_decision", on=(ProposalDecided,), when_buried=hand_over_decision)
async def apply_decision(job: Job, application: Application) -> None:
    """Go on with a run whose proposal was decided; one that has ended stays as it is, and so does a later one."""
    document_id, run_id = UUID(job.payload["document_id"]), UUID(job.payload["run_id"])
    async with _run(job, application, document_id) as run:
        if run is not None and run.context.run_id == run_id and (waiting := await run.to_interrupt()):
            await run.resume(waiting, UUID(job.payload["proposal_id"]))


@dataclass(slots=True)
class _Run:
    """A leased run with its graph: where it waits is checked before anything is resumed.

    `is_new` says that this job made the run, so that there is nothing yet to be read of it. `changes` are written
    when the run is given back.
    """

    graph: Any
    config: dict[str, Any]
    context: RunContext
    document_id: UUID
    is_new: bool
    changes: dict[str, Any] = field(default_factory=dict)
    is_given_back: bool = False

    async def to_interrupt(self) -> Interrupt | None:
        """Bring the graph to where it waits, from the start if it is not there; return None if it has ended.

        A crash between the proposal and its checkpoint leaves a proposal without a graph behind it: then the graph
        waits with that one. The document is not read again, because the world has gone on: another proposal, or none,
        could come of it while people decide on the first.
        """
        waiting = None if self.is_new else await self._waiting()
        if waiting is not None:
            return waiting
        application, principal = self.context.application, self.context.principal
        start: State = {"document_id": str(self.document_id)}
        if not self.is_new:
            async with open_work(application.agent, principal, clock=application.clock) as work:
                proposal_id = await latest_proposal(work, self.context.run_id)
            if proposal_id is not None:
                start["proposal_id"] = str(proposal_id)
        ended = await self.graph.ainvoke(start, self.config, context=self.context, durability="exit")
        waiting = _interrupt(ended.get(INTERRUPT, ()))
        if waiting is not None:
            self.changes["state"] = "waiting"
            return waiting
        await end_run(application, principal, self.context.run_id, ended["outcome"])
        self.is_given_back = True
        await self._forget()
        return None

    async def resume(self, waiting: Interrupt, proposal_id: UUID) -> None:
        """Tell the waiting graph which proposal was decided, and let it go on to its end or to the next decision."""
        self.changes.clear()  # What the run becomes now is written with the effect.
        go_on: Command[Any] = Command(resume={waiting.id: str(proposal_id)})
        ended = await self.graph.ainvoke(go_on, self.config, context=self.context, durability="exit")
        if _interrupt(ended.get(INTERRUPT, ())) is None:
            self.is_given_back = True  # With the effect, which ended it.
            await self._forget()

    async def _waiting(self) -> Interrupt | None:
        state = await self.graph.aget_state(self.config)
        return _interrupt(state.interrupts) if state.next == ("wait",) else None

    async def _forget(self) -> None:
        await self.graph.checkpointer.adelete_thread(self.config["configurable"]["thread_id"])


def _interrupt(interrupts: Sequence[Interrupt]) -> Interrupt | None:
    """Return the one place where a graph waits, if it does."""
    return interrupts[0] if len(interrupts) == 1 else None


@asynccontextmanager
async def _run(job: Job, application: Application, document_id: UUID) -> AsyncIterator[_Run | None]:
    """Lease the document's run for this job; None when it has ended. Raises RunBusy while another job works on it."""
    row = await _lease(job, application, document_id)
    if row is None:
        yield None
        return
    saver = TenantSaver(application, job.principal)
    run = _Run(
        GRAPH.copy(update={"checkpointer": saver}),
        {"configurable": {"thread_id": str(row.id)}},
        RunContext(application, job.principal, row.id, job.finish),
        document_id,
        row.is_new,
    )
    try:
        yield run
    finally:
        if not run.is_given_back:
            async with open_work(application.agent, job.principal, clock=application.clock) as work:
                # Of a run that was ended meanwhile nothing is kept.
                if await change_run(work, row.id, lease_until=None, **run.changes):
                    await saver.keep(work.session)


async def _lease(job: Job, application: Application, document_id: UUID) -> Leased | None:
    """Take the document's run, waiting a moment for a job that is just ending; None when it is done. Raises RunBusy."""
    seconds = application.settings.job_lease_seconds
    for waited in range(BUSY_TRIES):
        try:
            async with open_work(application.agent, job.principal, clock=application.clock) as work:
                return await lease_run(
                    work, agent=AGENT, graph_version=VERSION, document_id=document_id, seconds=seconds
                )
        except RunBusy:
            if waited == BUSY_TRIES - 1:
                raise
            await asyncio.sleep(BUSY_SECONDS)
    raise AssertionError  # The last try returns or raises.
