"""All writes to agent runs, under the agent's own role or, when people's decisions are carried out, the worker's."""

import functools
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import TextClause, select, text

from bursar.core.digests import digest_of
from bursar.platform.jobs.handlers import NotYet
from bursar.platform.work import Work
from bursar.tables import agent_runs


class RunBusy(NotYet):
    """Another job works on this run; this one tries again later."""

    code = "run_busy"


# Made, found and leased in one statement; what another job holds, or what has ended, is left as it is.
_LEASE = text("""
    INSERT INTO agent_run AS r (tenant_id, id, agent, graph_version, document_id, state, started_at, lease_until)
    VALUES (:tenant_id, :id, :agent, :graph_version, :document_id, 'running', :now, :until)
    ON CONFLICT (tenant_id, agent, document_id) DO UPDATE SET lease_until = :until
      WHERE r.state <> 'done' AND (r.lease_until IS NULL OR r.lease_until < :now)
    RETURNING r.id
""")
_STEP = text("""
    INSERT INTO agent_step (tenant_id, run_id, step, digest, rationale, evidence, at)
    VALUES (:tenant_id, :run_id, :step, :digest, :rationale, CAST(:evidence AS jsonb), :now)
    ON CONFLICT (tenant_id, run_id, step, digest) DO NOTHING
""")


class Leased(NamedTuple):
    """A run that one job holds, and whether this job made it."""

    id: UUID
    is_new: bool


async def lease_run(work: Work, *, agent: str, graph_version: str, document_id: UUID, seconds: int) -> Leased | None:
    """Take the one run of an agent on a document, made if there was none; None when it has ended.

    A lease that its holder lost runs out. Raises RunBusy while another job holds it.
    """
    values = {"tenant_id": work.tenant_id, "id": work.new_id(), "agent": agent, "document_id": document_id}
    times = {"now": work.now, "until": work.now + timedelta(seconds=seconds)}
    run_id = await work.session.value(_LEASE, {**values, "graph_version": graph_version, **times})
    if run_id is not None:
        return Leased(run_id, is_new=run_id == values["id"])
    query = select(agent_runs.c.state).where(
        work.owns(agent_runs), agent_runs.c.agent == agent, agent_runs.c.document_id == document_id
    )
    if await work.session.value(query) == "done":
        return None
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
