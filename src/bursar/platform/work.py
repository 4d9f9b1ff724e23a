"""Work: one transaction, for one tenant, by one actor, at one instant.

Everything that reads or writes business tables is handed a `Work`; there is no other way to a session.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Table, text

from bursar.kit.clock import Clock, system_clock
from bursar.kit.db import Database, Session
from bursar.kit.errors import Forbidden, Unauthenticated
from bursar.kit.ids import uuid7
from bursar.platform.access import Permission
from bursar.platform.events import Event


@dataclass(frozen=True, slots=True)
class Principal:
    """Who is asking, before the database has said what they may do.

    `session_id` is None where a person's earlier decision is carried out (their membership still counts).
    `agent_run_id` names the run on whose proposal they decided.
    """

    tenant_id: UUID
    actor_kind: Literal["person", "system"]
    actor_id: UUID
    session_id: UUID | None = None
    agent_run_id: UUID | None = None
    request_id: str | None = None


# The system acts as itself in the audit trail; it holds no permission, so it can run no action that needs one.
SYSTEM_ID = UUID(int=0)


def system(tenant_id: UUID, *, request_id: str | None = None) -> Principal:
    """Return the principal of jobs that act for no person."""
    return Principal(tenant_id, "system", SYSTEM_ID, request_id=request_id)


@dataclass(slots=True)
class Effects:
    """What a unit of work does to the books, as JSON values, for those who decide before it is done."""

    journal_lines: list[dict[str, Any]] = field(default_factory=list)
    open_items: list[dict[str, Any]] = field(default_factory=list)
    cash: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Work:
    """One transaction with all that an action may know. Made by `open_work` alone."""

    session: Session
    principal: Principal
    permissions: frozenset[str]
    approval_limit_minor: int | None
    now: datetime
    events: list[Event] = field(default_factory=list)
    # Noted in a dry run alone.
    effects: Effects | None = None

    @property
    def tenant_id(self) -> UUID:
        """The tenant that this work is for."""
        return self.principal.tenant_id

    @property
    def actor_id(self) -> UUID:
        """The person (or system) that acts."""
        return self.principal.actor_id

    def owns(self, table: Table) -> ColumnElement[bool]:
        """Return the tenant filter of a table: the layer above row-level security, written in every query."""
        return table.c.tenant_id == self.tenant_id

    def new_id(self) -> UUID:
        """Return a fresh identifier."""
        return uuid7(self.now)

    def today(self, time_zone: str) -> date:
        """Return the business date in a legal entity's time zone."""
        return self.now.astimezone(ZoneInfo(time_zone)).date()

    def emit(self, event: Event) -> None:
        """Announce a fact; it reaches the outbox in this transaction."""
        self.events.append(event)

    def require(self, permission: Permission) -> None:
        """Raise Forbidden unless the actor holds the permission."""
        if permission not in self.permissions:
            raise Forbidden(f"This needs the permission {permission}.", permission=permission)


@asynccontextmanager
async def open_work(
    database: Database,
    principal: Principal,
    *,
    keep: bool = True,
    snapshot: bool = False,
    clock: Clock = system_clock,
) -> AsyncIterator[Work]:
    """Open a transaction whose first statement sets the tenant; it commits when the block ends.

    With `snapshot` it only reads, and all its statements see the same state: figures of several statements tie.
    Raises Unauthenticated when the person's session was ended or their membership is not active.
    """
    async with database.transaction(keep=keep, begin=_beginning(principal, snapshot=snapshot)) as session:
        permissions, limit = await _begin(session, principal)
        yield Work(session, principal, permissions, limit, clock())


def _beginning(principal: Principal, *, snapshot: bool) -> str:
    """Return how the transaction begins; for the system, which has no permissions to ask for, with the tenant set."""
    begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if snapshot else "BEGIN"
    if principal.actor_kind == "system":
        return f"{begin}; SELECT set_config('app.tenant_id', '{UUID(int=principal.tenant_id.int)}', true)"
    return begin


_BEGIN = text("SELECT active, permissions, approval_limit_minor FROM begin_work(:tenant, :user, :session)")


async def _begin(session: Session, principal: Principal) -> tuple[frozenset[str], int | None]:
    if principal.actor_kind == "system":
        return frozenset(), None
    row = await session.row(
        _BEGIN, {"tenant": principal.tenant_id, "user": principal.actor_id, "session": principal.session_id}
    )
    if row is None or not row.active:
        raise Unauthenticated("This session has ended; sign in again.")
    return frozenset(row.permissions or ()), row.approval_limit_minor
