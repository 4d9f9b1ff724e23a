"""Where a graph waits: LangGraph's own PostgreSQL saver, bound to one tenant."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from psycopg import AsyncCursor
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool

Pool = AsyncConnectionPool[Any]


def open_pool(url: str, size: int) -> Pool:
    """Return the saver's connections, not yet opened; statements are not prepared, so a pooler in front is welcome."""
    return AsyncConnectionPool(
        url, min_size=0, max_size=size, open=False, kwargs={"prepare_threshold": None, "autocommit": True}
    )


def _within_tenant(statement: str) -> str:
    """Return the library's statement with the tenant leading the key that its upsert names."""
    return statement.replace("ON CONFLICT (thread_id", "ON CONFLICT (tenant_id, thread_id")


class TenantSaver(AsyncPostgresSaver):
    """One run's saver. Each use is one transaction that begins by setting the tenant; the rows take it from there."""

    UPSERT_CHECKPOINT_BLOBS_SQL = _within_tenant(AsyncPostgresSaver.UPSERT_CHECKPOINT_BLOBS_SQL)
    UPSERT_CHECKPOINTS_SQL = _within_tenant(AsyncPostgresSaver.UPSERT_CHECKPOINTS_SQL)
    UPSERT_CHECKPOINT_WRITES_SQL = _within_tenant(AsyncPostgresSaver.UPSERT_CHECKPOINT_WRITES_SQL)
    INSERT_CHECKPOINT_WRITES_SQL = _within_tenant(AsyncPostgresSaver.INSERT_CHECKPOINT_WRITES_SQL)

    def __init__(self, pool: Pool, tenant_id: UUID) -> None:
        super().__init__(pool)
        self._pool = pool
        # Begun and bound to the tenant in one round trip; the id is a UUID, which needs no quoting.
        self._begin = f"BEGIN; SELECT set_config('app.tenant_id', '{tenant_id}', true)".encode()

    @asynccontextmanager
    async def _cursor(self, *, pipeline: bool = False) -> AsyncIterator[AsyncCursor[DictRow]]:
        del pipeline
        # The pool's own block ends the transaction: it commits, or takes back on an error.
        async with (
            self._pool.connection() as connection,
            connection.cursor(binary=True, row_factory=dict_row) as cursor,
        ):
            await connection.execute(self._begin)
            yield cursor
