"""All writes to agent runs, under the agent's own role or, when people's decisions are carried out, the worker's."""

import functools
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, TextClause, select, text

from bursar.core.digests import digest_of
from bursar.platform.jobs.handlers import NotYet
from bursar.platform.work import Work
from bursar.tables import agent_runs


class RunBusy(NotYet):
    """Another job works on this run; this one tries again later."""

    code = "run_busy"


_START = text("""
    INSERT INTO agent_run (tenant_id, id, agent, graph_version, document_id, state, started_at)
    VALUES (:tenant_id, :id, :agent, :graph_version, :document_id, 'running', :now)
    ON CONFLICT (tenant_id, agent, document_id) DO NOTHING
""")
_LEASE = text("""
    UPDATE agent_run SET lease_until = :until
    WHERE tenant_id = :tenant_id AND id = :id AND (lease_until IS NULL OR lease_until < :now)
""")
_STEP = text("""
    INSERT INTO agent_step (tenant_id, run_id, step, digest, rationale, evidence, at)
    VALUES (:tenant_id, :run_id, :step, :digest, :rationale, CAST(:evidence AS jsonb), :now)
    ON CONFLICT (tenant_id, run_id, step, digest) DO NOTHING
""")


async def start_run(work: Work, *, agent: str, graph_version: str, document_id: UUID) -> Row[Any]:
    """Return the one run of an agent on a document, started if there was none."""
    values = {"tenant_id": work.tenant_id, "id": work.new_id(), "agent": agent, "document_id": document_id}
    await work.session.run(_START, {**values, "graph_version": graph_version, "now": work.now})
    row = await work.session.row(
        select(agent_runs).where(
            work.owns(agent_runs), agent_runs.c.agent == agent, agent_runs.c.document_id == document_id
        )
    )
    assert row is not None
    return row


async def lease_run(work: Work, run_id: UUID, seconds: int) -> None:
    """Take the run for one job; a lease that its holder lost runs out. Raises RunBusy."""
    until = work.now + timedelta(seconds=seconds)
    if not await work.session.run(_LEASE, {"tenant_id": work.tenant_id, "id": run_id, "now": work.now, "until": until}):
        raise RunBusy("Another job works on this run.")


async def change_run(work: Work, run_id: UUID, **changes: Any) -> None:
    """Move a run to another state, or give it back with `lease_until=None`."""
    await work.session.run(_change(tuple(changes)), {"tenant_id": work.tenant_id, "run_id": run_id, **changes})


@functools.cache
def _change(names: tuple[str, ...]) -> TextClause:
    values = ", ".join(f"{agent_runs.c[name].name} = :{name}" for name in names)
    return text(f"UPDATE agent_run SET {values} WHERE tenant_id = :tenant_id AND id = :run_id")  # noqa: S608 - columns.


async def add_step(work: Work, run_id: UUID, step: str, rationale: str, evidence: Mapping[str, Any]) -> None:
    """Record what a step found; the same finding of a repeated step is one row."""
    await work.session.run(
        _STEP,
        {
            "tenant_id": work.tenant_id,
            "run_id": run_id,
            "step": step,
            "digest": digest_of({"rationale": rationale, "evidence": evidence}),
            "rationale": rationale,
            "evidence": json.dumps(evidence),
            "now": work.now,
        },
    )
