"""What is read about agent runs."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from bursar.agents.runs.schemas import RunFilter, RunRead, RunSummary, StepRead
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.platform.work import Work
from bursar.tables import agent_runs, agent_steps, proposals


async def get_run(work: Work, run_id: UUID) -> RunRead:
    """Return a run with its steps. Raises NotFound."""
    row = await work.session.row(select(agent_runs).where(work.owns(agent_runs), agent_runs.c.id == run_id))
    if row is None:
        raise NotFound("No such agent run.")
    steps = await work.session.rows(
        select(agent_steps)
        .where(work.owns(agent_steps), agent_steps.c.run_id == run_id)
        .order_by(agent_steps.c.at, agent_steps.c.step)
    )
    read = tuple(StepRead.model_construct(**step.as_dict()) for step in steps)
    return RunRead.model_construct(**_shown(row), steps=read)


async def list_runs(work: Work, page: RunFilter) -> Page[RunSummary]:
    """Return runs, newest first."""
    query = select(agent_runs).where(work.owns(agent_runs)).order_by(agent_runs.c.id.desc()).limit(page.fetch)
    if page.document_id:
        query = query.where(agent_runs.c.document_id == page.document_id)
    if page.state:
        query = query.where(agent_runs.c.state == page.state)
    if after := page.after(1):
        query = query.where(agent_runs.c.id < row_id(after[0]))
    rows = await work.session.rows(query)
    return page.page(rows, lambda row: RunSummary.model_construct(**_shown(row)), lambda row: [str(row.id)])


async def latest_proposal(work: Work, run_id: UUID) -> UUID | None:
    """Return the newest proposal of a run, or None while there is none."""
    query = select(proposals.c.id).where(work.owns(proposals), proposals.c.run_id == run_id)
    found: UUID | None = await work.session.value(query.order_by(proposals.c.id.desc()).limit(1))
    return found


def _shown(row: Row) -> dict[str, Any]:
    """Return a run's columns with the agent's name alone; behind it stands the id of a run that was replaced."""
    return {**row.as_dict(), "agent": row.agent.partition("/")[0]}
