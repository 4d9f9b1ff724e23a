"""The job table's statements: claim, keep, finish, fail. All under the worker role, which sees every tenant's jobs."""

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import text

from bursar.kit.clock import Clock, system_clock
from bursar.kit.db import Database
from bursar.kit.errors import Conflict
from bursar.kit.statements import Row
from bursar.platform.jobs.handlers import WHEN_BURIED
from bursar.platform.work import Work

BACKOFF_FIRST_SECONDS: Final = 1.0
BACKOFF_MOST_SECONDS: Final = 300.0


class LostLease(Conflict):
    """Another worker has taken the job over; what this one did is rolled back."""

    code = "lost_lease"


@dataclass(frozen=True, slots=True)
class Queue:
    """Claim and settle jobs."""

    database: Database
    lease_seconds: int
    clock: Clock = system_clock

    async def claim(self, limit: int, *, only: UUID | None = None) -> list[Row]:
        """Take up to `limit` jobs that are due or whose lease ran out, each with a new fence and lease.

        A job that has used up its attempts is buried instead: at once, or by what its kind does then.
        """
        now = self.clock()
        async with self.database.transaction() as session:
            await session.run(_BURY, {"now": now, "told": list(WHEN_BURIED)})
            values = {"now": now, "until": now + timedelta(seconds=self.lease_seconds), "limit": limit, "only": only}
            return list(await session.rows(_CLAIM if only is None else _CLAIM_ONE, values))

    async def keep(self, job_id: UUID, fence: int) -> bool:
        """Extend the lease of a job still held; return False when it was lost."""
        until = self.clock() + timedelta(seconds=self.lease_seconds)
        async with self.database.transaction() as session:
            return bool(await session.run(_KEEP, {"id": job_id, "fence": fence, "until": until}))

    async def finish(self, job_id: UUID, fence: int) -> None:
        """Mark a job done whose effects are already committed and may be repeated."""
        async with self.database.transaction() as session:
            await session.run(_FINISH, {"id": job_id, "fence": fence, "now": self.clock()})

    async def give_back(self, row: Row, pause_seconds: float = 0) -> None:
        """Put a job that was not begun or not finished back, to run after a pause; the claim does not count."""
        after = self.clock() + timedelta(seconds=pause_seconds)
        async with self.database.transaction() as session:
            await session.run(_GIVE_BACK, {"id": row.id, "fence": row.fence, "after": after})

    async def fail(self, row: Row, error: str) -> None:
        """Give a failed job back, to run after a pause that doubles with each attempt (full jitter), or bury it.

        After its last attempt nothing is waited for: what its kind does when it is buried is due at once.
        """
        tried = row.attempts % row.max_attempts
        ceiling = min(BACKOFF_MOST_SECONDS, BACKOFF_FIRST_SECONDS * 2 ** (tried - 1)) if tried else 0
        pause = timedelta(seconds=random.uniform(0, ceiling))  # noqa: S311 - spreads retries; nothing secret.
        now = self.clock()
        async with self.database.transaction() as session:
            values = {"id": row.id, "fence": row.fence, "error": error[:2000], "now": now, "after": now + pause}
            await session.run(_FAIL, {**values, "told": list(WHEN_BURIED)})

    async def next_due(self) -> float | None:
        """Return in how many seconds the next job is due or its lease ends; None when there is none."""
        async with self.database.transaction() as session:
            seconds = await session.value(_NEXT_DUE, {"now": self.clock()})
        return None if seconds is None else float(seconds)

    async def due(self, limit: int) -> list[UUID]:
        """Return ids of jobs that are due and not leased, oldest first: what the sweeper sends again."""
        async with self.database.transaction() as session:
            return [row.id for row in await session.rows(_DUE, {"now": self.clock(), "limit": limit})]


async def finish_within(work: Work, job_id: UUID, fence: int) -> None:
    """Mark a job done in the transaction of its effect. Raises LostLease, which takes the effect back."""
    if not await work.session.run(_FINISH, {"id": job_id, "fence": fence, "now": work.now}):
        raise LostLease("The job was taken over by another worker.")


async def enqueue(work: Work, kind: str, payload: Mapping[str, str], *, dedupe_key: str, run_after: datetime) -> None:
    """Make a job for later in the transaction of what it follows from; one for each key, however often it is asked."""
    values = {"tenant_id": work.tenant_id, "id": work.new_id(), "kind": kind, "payload": json.dumps(payload)}
    values |= {"dedupe_key": dedupe_key, "run_after": run_after, "now": work.now}
    await work.session.run(_ENQUEUE, {**values, "request_id": work.principal.request_id})


_ENQUEUE = text("""
    INSERT INTO job (tenant_id, id, kind, payload, dedupe_key, run_after, request_id, created_at)
    VALUES (:tenant_id, :id, :kind, CAST(:payload AS jsonb), :dedupe_key, :run_after, :request_id, :now)
    ON CONFLICT (tenant_id, kind, dedupe_key) DO NOTHING
""")
_DUE_OR_EXPIRED = "(state = 'pending' AND run_after <= :now OR state = 'running' AND lease_until < :now)"
# Who is told of a burial has as many attempts for that as the job had.
_USED_UP = "attempts >= max_attempts * CASE WHEN kind = ANY(:told) THEN 2 ELSE 1 END"
_LOST = "coalesce(last_error, 'The worker was lost on every attempt.')"

_BURY = text(f"""
    UPDATE job SET state = 'dead', finished_at = :now, lease_until = NULL, last_error = {_LOST}
    WHERE state = 'running' AND lease_until < :now AND {_USED_UP}
""")  # noqa: S608 - the only insertions are constants above.
# Each half walks its own index in the order of what is due, so a long backlog costs no more than a short one.
_CLAIM = text("""
    WITH due AS (
      SELECT tenant_id, id, run_after FROM job WHERE state = 'pending' AND run_after <= :now
      ORDER BY run_after LIMIT :limit FOR UPDATE SKIP LOCKED
    ), lost AS (
      SELECT tenant_id, id, run_after FROM job WHERE state = 'running' AND lease_until < :now
      ORDER BY lease_until LIMIT :limit FOR UPDATE SKIP LOCKED
    )
    UPDATE job SET state = 'running', fence = fence + 1, attempts = attempts + 1, lease_until = :until
    WHERE (tenant_id, id) IN (
      SELECT tenant_id, id FROM (SELECT * FROM due UNION ALL SELECT * FROM lost) AS claimable
      ORDER BY run_after, id LIMIT :limit)
    RETURNING tenant_id, id, kind, payload, fence, attempts, max_attempts, request_id
""")
_CLAIM_ONE = text(f"""
    UPDATE job SET state = 'running', fence = fence + 1, attempts = attempts + 1, lease_until = :until
    WHERE (tenant_id, id) IN (
      SELECT tenant_id, id FROM job WHERE id = :only AND {_DUE_OR_EXPIRED} FOR UPDATE SKIP LOCKED)
    RETURNING tenant_id, id, kind, payload, fence, attempts, max_attempts, request_id
""")  # noqa: S608 - the only insertion is a constant above.
_KEEP = text("UPDATE job SET lease_until = :until WHERE id = :id AND fence = :fence AND state = 'running'")
_FINISH = text(f"""
    UPDATE job SET state = CASE WHEN attempts > max_attempts THEN 'dead' ELSE 'done' END, finished_at = :now,
           lease_until = NULL, last_error = CASE WHEN attempts > max_attempts THEN {_LOST} END
    WHERE id = :id AND fence = :fence AND state = 'running'
""")  # noqa: S608 - the only insertion is a constant above.
_GIVE_BACK = text("""
    UPDATE job SET state = 'pending', lease_until = NULL, attempts = attempts - 1, run_after = :after
    WHERE id = :id AND fence = :fence AND state = 'running'
""")
_FAIL = text(f"""
    UPDATE job SET state = CASE WHEN {_USED_UP} THEN 'dead' ELSE 'pending' END,
           run_after = :after, lease_until = NULL, last_error = :error,
           finished_at = CASE WHEN {_USED_UP} THEN CAST(:now AS timestamptz) END
    WHERE id = :id AND fence = :fence AND state = 'running'
""")  # noqa: S608 - the only insertion is a constant above.
_NEXT_DUE = text("""
    SELECT extract(epoch FROM min(due) - CAST(:now AS timestamptz)) FROM (
      SELECT min(run_after) AS due FROM job WHERE state = 'pending'
      UNION ALL SELECT min(lease_until) FROM job WHERE state = 'running') AS soonest
""")
_DUE = text(f"SELECT id FROM job WHERE {_DUE_OR_EXPIRED} ORDER BY run_after, id LIMIT :limit")  # noqa: S608 - constant.
