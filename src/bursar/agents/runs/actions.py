"""All writes to agent runs: under the agent's own role, the worker's when it carries out what people decided.

The application's own role ends a run whose document a person has read again.
"""

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
# What keeps the document's later runs from being found is the name: there is one run of an agent that its jobs find.
_RETIRE = text("""
    UPDATE agent_run SET agent = agent || '/' || CAST(id AS text), state = 'done', lease_until = NULL,
           outcome = COALESCE(outcome, :outcome), finished_at = COALESCE(finished_at, :now)
    WHERE tenant_id = :tenant_id AND agent = :agent AND document_id = :document_id
    RETURNING id
""")
_HOLD = text("""
    SELECT id FROM agent_run WHERE tenant_id = :tenant_id AND id = :id AND state <> 'done' FOR NO KEY UPDATE
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


async def hold_run(work: Work, run_id: UUID) -> None:
    """Keep a run from ending while this transaction writes what it concluded.

    Raises RunBusy when it has ended: its lease ran out, and the document is another job's or is read again.
    """
    if await work.session.value(_HOLD, {"tenant_id": work.tenant_id, "id": run_id}) is None:
        raise RunBusy("The run has ended.")


async def retire_run(work: Work, *, agent: str, document_id: UUID, outcome: str) -> UUID | None:
    """End the run of an agent on a document, so that the next job makes another; return its id if there was one.

    The outcome of a run that has come to one stays.
    """
    values = {"tenant_id": work.tenant_id, "agent": agent, "document_id": document_id, "now": work.now}
    run_id: UUID | None = await work.session.value(_RETIRE, {**values, "outcome": outcome})
    return run_id


async def change_run(work: Work, run_id: UUID, **changes: Any) -> bool:
    """Move a run to another state, or give it back with `lease_until=None`; one that has ended stays as it is."""
    values = {"tenant_id": work.tenant_id, "run_id": run_id, **changes}
    return await work.session.run(_change(tuple(changes)), values) > 0


@functools.cache
def _change(names: tuple[str, ...]) -> TextClause:
    values = ", ".join(f"{agent_runs.c[name].name} = :{name}" for name in names)
    where = "tenant_id = :tenant_id AND id = :run_id AND state <> 'done'"
    return text(f"UPDATE agent_run SET {values} WHERE {where}")  # noqa: S608 - columns.


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
