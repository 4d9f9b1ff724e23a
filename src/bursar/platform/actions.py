"""The one door for writes.

An action is a function `(work, command) -> result`; this module does the rest, for every one:

    permission → idempotency → run → audit, outbox and jobs in one statement → commit

A dry run goes the same way and is rolled back; what it returns is what an agent proposes and what a person approves.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import Any, Generic, TypeVar, get_type_hints
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import text

from bursar.kit.clock import Clock, system_clock
from bursar.kit.db import Database
from bursar.kit.errors import Conflict, Refused
from bursar.platform.access import Permission
from bursar.platform.events import payload, subscribers
from bursar.platform.work import Effects, Principal, Work, open_work

Command = TypeVar("Command", bound=BaseModel)
Result = TypeVar("Result", bound=BaseModel)


class KeyReused(Refused):
    """The idempotency key was used before with another request."""

    code = "idempotency_key_reused"
    status = 422


@dataclass(frozen=True, slots=True)
class Action(Generic[Command, Result]):
    """A named write. Called directly it runs inside the caller's work; `Executor` gives it a transaction of its own."""

    name: str
    needs: Permission
    run: Callable[[Work, Command], Awaitable[Result]]
    command: type[Command]
    result: type[Result]

    async def __call__(self, work: Work, command: Command) -> Result:
        """Run inside the caller's transaction, with the caller's permissions checked."""
        work.require(self.needs)
        return await self.run(work, command)


ACTIONS: dict[str, Action[Any, Any]] = {}


def action(
    name: str, *, needs: Permission
) -> Callable[[Callable[[Work, Command], Awaitable[Result]]], Action[Command, Result]]:
    """Register a function as an action under a stable name."""

    def register(run: Callable[[Work, Command], Awaitable[Result]]) -> Action[Command, Result]:
        hints = get_type_hints(run)
        made = Action(name, needs, run, hints["command"], hints["return"])
        assert name not in ACTIONS, name
        ACTIONS[name] = made
        return made

    return register


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What an action returned, and whether it was done now or had been done before under the same key."""

    result: Result
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class DryRun(Generic[Result]):
    """What an action would return and do to the books."""

    result: Result
    effects: Effects


@dataclass(frozen=True, slots=True)
class Executor:
    """Run actions in transactions of their own. `hint` is told the ids of jobs that were committed."""

    database: Database
    hint: Callable[[list[UUID]], None]
    clock: Clock = system_clock

    async def execute(
        self,
        action: Action[Command, Result],
        command: Command,
        principal: Principal,
        *,
        key: str | None = None,
        also: Callable[[Work, Result], Awaitable[None]] | None = None,
    ) -> Outcome[Result]:
        """Run an action and commit it. With a `key` it happens once: a repetition returns the first result.

        `also` runs in the same transaction, after the action and on a replay alike: a job finishes with its effect.
        Raises KeyReused when the key was used with another input, and whatever the action raises.
        """
        input_hash = hash_command(action, command)
        async with open_work(self.database, principal, clock=self.clock) as work:
            work.require(action.needs)
            earlier = await _claim(work, action.name, input_hash, key) if key else None
            done = None if earlier is None else action.result.model_validate(earlier)
            result = done or await action.run(work, command)
            if also is not None:
                await also(work, result)
            if done is not None:
                return Outcome(done, replayed=True)
            queued = await record(work, action.name, input_hash, result=result, key=key)
        self.hint(queued)
        return Outcome(result)

    async def dry_run(
        self, action: Action[Command, Result], command: Command, principal: Principal, *, may: bool = True
    ) -> DryRun[Result]:
        """Run an action, let the database check it, roll it back, and return what it would have done.

        With `may=False` the permission is not asked: a proposal is computed for people who hold it.
        """
        async with open_work(self.database, principal, keep=False, clock=self.clock) as work:
            if may:
                work.require(action.needs)
            else:
                work.permissions = frozenset(Permission)
            effects = work.effects = Effects()
            result = await action.run(work, command)
        return DryRun(result, effects)


def hash_command(action: Action[Any, Any], command: BaseModel) -> str:
    """Return the SHA-256 of what an action is asked to do, in one written form."""
    return hashlib.sha256(f"{action.name}\n{command.model_dump_json()}".encode()).hexdigest()


_CLAIM = text("""
    INSERT INTO idempotency_key (tenant_id, actor_id, key, action, input_hash, created_at)
    VALUES (:tenant_id, :actor_id, :key, :action, :input_hash, :now) ON CONFLICT DO NOTHING
""")
_EARLIER = text("""
    SELECT action, input_hash, response FROM idempotency_key
    WHERE tenant_id = :tenant_id AND actor_id = :actor_id AND key = :key
""")


async def _claim(work: Work, action_name: str, input_hash: str, key: str) -> dict[str, Any] | None:
    """Take the key for this work, waiting for one that holds it; return the earlier response if there is one."""
    values = {"tenant_id": work.tenant_id, "actor_id": work.actor_id, "key": key}
    claimed = await work.session.run(
        _CLAIM, {**values, "action": action_name, "input_hash": input_hash, "now": work.now}
    )
    if claimed:
        return None
    earlier = await work.session.row(_EARLIER, values)
    if earlier is None:
        raise Conflict("A request with this idempotency key has just failed; try again.")
    if (earlier.action, earlier.input_hash) != (action_name, input_hash):
        raise KeyReused("This idempotency key was used before with another request.")
    response: dict[str, Any] = earlier.response
    return response


_RECORD = """
    WITH told AS (
      INSERT INTO audit_entry (tenant_id, id, at, actor_kind, actor_id, session_id, agent_run_id, request_id, action,
                               subject_id, input_hash, details)
      VALUES (:tenant_id, :audit_id, :now, :actor_kind, :actor_id, :session_id, :agent_run_id, :request_id, :action,
              :subject_id, :input_hash, CAST(:details AS jsonb))
    ), happened AS (
      INSERT INTO event (tenant_id, id, type, subject_id, payload, occurred_at)
      SELECT CAST(:tenant_id AS uuid), e.id, e.type, e.subject_id, e.payload, :now
      FROM jsonb_to_recordset(CAST(:events AS jsonb)) AS e(id uuid, type text, subject_id uuid, payload jsonb)
    ), queued AS (
      INSERT INTO job (tenant_id, id, kind, payload, dedupe_key, run_after, request_id, created_at)
      SELECT CAST(:tenant_id AS uuid), j.id, j.kind, j.payload, j.dedupe_key, :now, :request_id, :now
      FROM jsonb_to_recordset(CAST(:jobs AS jsonb)) AS j(id uuid, kind text, payload jsonb, dedupe_key text)
      ON CONFLICT (tenant_id, kind, dedupe_key) DO NOTHING
    )
"""
_RECORD_ONLY = text(f"{_RECORD} SELECT 1")
_RECORD_ANSWER = text(f"""{_RECORD}
    UPDATE idempotency_key SET response = CAST(:response AS jsonb)
    WHERE tenant_id = :tenant_id AND actor_id = :actor_id AND key = :key
""")  # noqa: S608 - the only insertion is a constant above.


async def record(
    work: Work, action_name: str, input_hash: str, *, result: BaseModel | None = None, key: str | None = None
) -> list[UUID]:
    """Write the audit row, the outbox and its jobs, and the answer for repetitions: one statement, the last one.

    Return the ids of the jobs that were made.
    """
    events = [(work.new_id(), event) for event in work.events]
    queued = [
        {"id": str(work.new_id()), "kind": kind, "dedupe_key": str(event_id), "payload": payload(event)}
        for event_id, event in events
        for kind in subscribers(event)
    ]
    principal = work.principal
    answer = {} if key is None else {"key": key, "response": result.model_dump_json() if result is not None else None}
    await work.session.run(
        _RECORD_ONLY if key is None else _RECORD_ANSWER,
        {
            "tenant_id": work.tenant_id,
            "audit_id": work.new_id(),
            "now": work.now,
            "actor_kind": principal.actor_kind,
            "actor_id": principal.actor_id,
            "session_id": principal.session_id,
            "agent_run_id": principal.agent_run_id,
            "request_id": principal.request_id,
            "action": action_name,
            "subject_id": events[0][1].subject_id if events else None,
            "input_hash": input_hash,
            "details": json.dumps({"events": [event.type for _, event in events]}),
            "events": json.dumps(
                [
                    {
                        "id": str(event_id),
                        "type": event.type,
                        "subject_id": str(event.subject_id),
                        "payload": payload(event),
                    }
                    for event_id, event in events
                ]
            ),
            "jobs": json.dumps(queued),
            **answer,
        },
    )
    return [UUID(str(job["id"])) for job in queued]


def effects_as_json(effects: Effects) -> dict[str, Any]:
    """Return effects for a proposal's row; what they hold is JSON already."""
    return asdict(effects)
