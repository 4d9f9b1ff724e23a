"""Routes of agent runs."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from bursar.agents.runs.queries import get_run, list_runs
from bursar.agents.runs.schemas import RunFilter, RunRead, RunSummary
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page
from bursar.platform.access import Permission
from bursar.platform.http import operation, reads
from bursar.platform.ids import AgentRunId
from bursar.platform.work import Work

router = APIRouter(prefix="/agent-runs")

EXAMPLE: dict[str, Any] = {
    "id": "run_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "agent": "payables",
    "graph_version": "1",
    "document_id": "document_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "state": "waiting",
    "outcome": None,
    "bill_id": None,
    "started_at": "2026-11-02T09:30:00Z",
    "finished_at": None,
}
STEP = {
    "step": "understand",
    "rationale": "UBL invoice; every check passed; vendor by tax id.",
    "evidence": {"vendor": {"reasons": ["tax_id"]}},
    "at": "2026-11-02T09:30:00Z",
}


@router.get(
    "",
    **operation("List agent runs", needs=Permission.AGENT_RUNS_READ, example={"items": [EXAMPLE], "next_cursor": None}),
)
async def runs(
    work: Annotated[Work, reads(Permission.AGENT_RUNS_READ)], page: Annotated[RunFilter, Query()]
) -> Page[RunSummary]:
    """Return what agents worked on, newest first."""
    return await list_runs(work, page)


@router.get(
    "/{run_id}",
    **operation(
        "Read an agent run", needs=Permission.AGENT_RUNS_READ, errors=[NotFound], example={**EXAMPLE, "steps": [STEP]}
    ),
)
async def run(run_id: AgentRunId, work: Annotated[Work, reads(Permission.AGENT_RUNS_READ)]) -> RunRead:
    """Return one run with its steps, their evidence and their reasons."""
    return await get_run(work, run_id)
