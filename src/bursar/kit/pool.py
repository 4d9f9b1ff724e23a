"""The driver's connections of one process under one role.

A connection is given back only when no transaction is open on it; one in any other state is closed, so that nobody
meets what another left behind, whenever and however that one was cancelled.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

import asyncpg

from bursar.kit.errors import Unavailable

# Statements prepared on each connection: all of the product's, so that none is parsed and planned again and again.
PREPARED_MOST: Final = 500


class Pool:
    """Up to `size` connections that stay open and `overflow` more under load; who finds none free waits."""

    __slots__ = ("_address", "_free", "_idle", "_settings", "_size", "_timeout_seconds")

    def __init__(
        self, address: str, *, size: int, overflow: int, timeout_seconds: int, settings: Mapping[str, str]
    ) -> None:
        self._address = address
        self._size = size
        self._timeout_seconds = timeout_seconds
        self._settings = dict(settings)
        self._idle: list[Any] = []
        self._free = asyncio.Semaphore(size + overflow)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Any]:
        """Lend a connection. Raises Unavailable when none is free in time, and what the driver raises on connecting."""
        await self._wait()
        connection = None
        try:
            connection = self._living() or await self._connect()
            yield connection
        finally:
            if connection is not None:
                await self._take_back(connection)
            self._free.release()

    async def close(self) -> None:
        """Close the connections that nobody uses; the others are closed when they come back."""
        self._size = 0
        while self._idle:
            await self._idle.pop().close(timeout=self._timeout_seconds)

    async def _wait(self) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(self._timeout_seconds):
                await self._free.acquire()
        except TimeoutError as error:
            raise Unavailable("No database connection was free in time.") from error

    def _living(self) -> Any | None:
        while self._idle:
            connection = self._idle.pop()
            if not connection.is_closed():
                return connection
        return None

    async def _connect(self) -> Any:
        connection = await asyncpg.connect(
            self._address,
            timeout=self._timeout_seconds,
            server_settings=self._settings,
            statement_cache_size=PREPARED_MOST,
            max_cached_statement_lifetime=0,
        )
        try:
            # JSON goes in as text that is JSON already, and comes out as values.
            for name in ("json", "jsonb"):
                await connection.set_type_codec(name, schema="pg_catalog", encoder=str, decoder=json.loads)
        except BaseException:
            connection.terminate()
            raise
        return connection

    async def _take_back(self, connection: Any) -> None:
        if connection.is_closed():
            return
        if connection.is_in_transaction():
            connection.terminate()
        elif len(self._idle) < self._size:
            self._idle.append(connection)
        else:
            await connection.close(timeout=self._timeout_seconds)
