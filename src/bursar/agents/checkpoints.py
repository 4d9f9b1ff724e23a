"""Where a graph waits: LangGraph's own PostgreSQL saver, on the agent's transactions.

The library says what is kept; it is written when the run is given back, in the transaction that says how the run
stands, which begins by setting the tenant, and the rows take it from there. Its own driver would be a second pool of
connections, at several times the cost.
"""

import functools
import json
import re
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

from langgraph.checkpoint.base import WRITES_IDX_MAP, CheckpointTuple
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from psycopg.types.json import Jsonb

from bursar.kit.db import Session
from bursar.platform.application import Application
from bursar.platform.work import Principal, open_work

_PLACE: Final = re.compile("%s")


def _within_tenant(statement: str) -> str:
    """Return the library's statement with the tenant leading the key that its upsert names."""
    return statement.replace("ON CONFLICT (thread_id", "ON CONFLICT (tenant_id, thread_id")


_FORGET: Final = """
    WITH blobs AS (DELETE FROM checkpoint_blobs WHERE thread_id = %s),
         writes AS (DELETE FROM checkpoint_writes WHERE thread_id = %s)
    DELETE FROM checkpoints WHERE thread_id = %s
"""


class _Cursor:
    """What the library asks of its driver's cursor, on a session of ours."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: list[dict[str, Any]] = []

    async def execute(self, statement: str, values: Sequence[Any] = (), *, binary: bool = True) -> None:
        """Send a statement, and keep what it finds."""
        del binary
        records = await self._session.send(_numbered(statement), *(_plain(value) for value in values))
        self._found = [dict(record) for record in records]

    async def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Send a statement for each row of values."""
        for values in rows:
            await self.execute(statement, values)

    async def fetchone(self) -> dict[str, Any] | None:
        """Return the first row found."""
        return self._found[0] if self._found else None


class _Later(_Cursor):
    """A cursor that sends nothing yet."""

    def __init__(self, kept: list[tuple[str, Sequence[Any]]]) -> None:
        self._kept = kept

    async def execute(self, statement: str, values: Sequence[Any] = (), *, binary: bool = True) -> None:
        """Keep a statement for later."""
        del binary
        self._kept.append((statement, values))


@functools.cache
def _numbered(statement: str) -> str:
    """Return a statement with its places as our driver writes them: `$1`, `$2` and so on."""
    places = iter(range(1, 1000))
    return _PLACE.sub(lambda _: f"${next(places)}", statement)


def _plain(value: Any) -> Any:
    return json.dumps(value.obj) if isinstance(value, Jsonb) else value


class TenantSaver(AsyncPostgresSaver):
    """One run's saver."""

    UPSERT_CHECKPOINT_BLOBS_SQL = _within_tenant(AsyncPostgresSaver.UPSERT_CHECKPOINT_BLOBS_SQL)
    UPSERT_CHECKPOINTS_SQL = _within_tenant(AsyncPostgresSaver.UPSERT_CHECKPOINTS_SQL)
    UPSERT_CHECKPOINT_WRITES_SQL = _within_tenant(AsyncPostgresSaver.UPSERT_CHECKPOINT_WRITES_SQL)
    INSERT_CHECKPOINT_WRITES_SQL = _within_tenant(AsyncPostgresSaver.INSERT_CHECKPOINT_WRITES_SQL)

    def __init__(self, application: Application, principal: Principal) -> None:
        super().__init__(None)  # type: ignore[arg-type]  # There is no connection of the library's own driver.
        self._application = application
        self._principal = principal
        self._kept: list[tuple[str, Sequence[Any]]] = []
        self._read: CheckpointTuple | None = None

    async def keep(self, session: Session) -> None:
        """Write what the graph left to be kept."""
        cursor = _Cursor(session)
        for statement, values in self._kept:
            await cursor.execute(statement, values)
        self._kept.clear()

    async def aget_tuple(self, config: Any) -> CheckpointTuple | None:
        """Return where the run stands; who looks before resuming has read it for the resumption too."""
        found, self._read = self._read, None
        if found is None:
            found = self._read = await super().aget_tuple(config)
        return found

    @asynccontextmanager
    async def _cursor(self, *, pipeline: bool = False) -> AsyncIterator[Any]:
        if pipeline:  # As the library writes.
            yield _Later(self._kept)
            return
        application = self._application
        async with open_work(application.agent, self._principal, clock=application.clock) as work:
            yield _Cursor(work.session)

    async def aput_writes(
        self, config: Any, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        """Store what a task wrote, as the library does, without a thread for a state of ids."""
        place = config["configurable"]
        at = (place["thread_id"], place["checkpoint_ns"], place["checkpoint_id"], task_id, task_path)
        special = all(channel in WRITES_IDX_MAP for channel, _ in writes)
        statement = self.UPSERT_CHECKPOINT_WRITES_SQL if special else self.INSERT_CHECKPOINT_WRITES_SQL
        async with self._cursor(pipeline=True) as cursor:
            await cursor.executemany(statement, self._dump_writes(*at, writes))

    async def adelete_thread(self, thread_id: str) -> None:
        """Forget a run's checkpoints, written or not, in one statement."""
        self._kept.clear()
        async with self._cursor() as cursor:
            await cursor.execute(_FORGET, [thread_id] * 3)
