"""The one door to the database: engines that may not be privileged, transactions, and the statements inside them.

Only `Database.transaction` commits, when its block ends; so whoever answers a request after the block answers a
committed fact. Statements are SQLAlchemy Core; nothing here knows about tenants, which `platform.work` sets as the
first statement.
"""

import functools
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Executable, Row, Table, TextClause, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bursar.core.errors import Refused
from bursar.kit.errors import Conflict, Unavailable

Parameters = Mapping[str, Any]


class PrivilegedRole(Exception):  # noqa: N818 - a refusal to start, named after its reason.
    """The database login could read or change what row-level security protects; serving with it is refused."""


class DatabaseRefused(Conflict):
    """The database refused a write; `code` is the guard's own."""

    code = "database_refused"


class Session:
    """One open transaction. `statements` counts what was sent, for the budgets that tests and benchmarks hold."""

    __slots__ = ("_connection", "statements")

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self.statements = 0

    async def rows(self, statement: Executable, parameters: Parameters | None = None) -> Sequence[Row[Any]]:
        """Return all rows of a query."""
        self.statements += 1
        return (await self._connection.execute(statement, parameters)).all()

    async def row(self, statement: Executable, parameters: Parameters | None = None) -> Row[Any] | None:
        """Return the first row of a query, or None."""
        self.statements += 1
        return (await self._connection.execute(statement, parameters)).first()

    async def value(self, statement: Executable, parameters: Parameters | None = None) -> Any:
        """Return the first column of the first row, or None."""
        self.statements += 1
        return (await self._connection.execute(statement, parameters)).scalar()

    async def run(self, statement: Executable, parameters: Parameters | None = None) -> int:
        """Execute a statement and return how many rows it touched."""
        self.statements += 1
        return (await self._connection.execute(statement, parameters)).rowcount

    async def add(self, table: Table, rows: Sequence[Parameters]) -> None:
        """Insert rows, which all name the same columns, with one statement."""
        if rows:
            columns = tuple(rows[0])
            await self.run(insert_many(table, columns), {name: [row[name] for row in rows] for name in columns})


@functools.cache
def insert_many(table: Table, columns: tuple[str, ...]) -> TextClause:
    """Return the INSERT that takes one array for each column: the same text for any number of rows."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves its dialects untyped.
    arrays = ", ".join(f"CAST(:{name} AS {table.c[name].type.compile(dialect)}[])" for name in columns)
    return text(f"INSERT INTO {table.name} ({', '.join(columns)}) SELECT * FROM unnest({arrays})")  # noqa: S608 - names of our own table and columns.


class Database:
    """The connections of one process under one role."""

    def __init__(self, url: str, *, pool_size: int = 10, max_overflow: int = 10, timeout_seconds: int = 10) -> None:
        self._engine: AsyncEngine = create_async_engine(
            make_url(url).set(drivername="postgresql+asyncpg"),
            pool_size=pool_size,
            max_overflow=max_overflow,
            pool_timeout=timeout_seconds,
            connect_args={
                "timeout": timeout_seconds,
                "server_settings": {
                    "application_name": "bursar",
                    "statement_timeout": "60000",
                    "lock_timeout": "15000",
                    "idle_in_transaction_session_timeout": "60000",
                },
            },
        )

    @asynccontextmanager
    async def transaction(self, *, keep: bool = True) -> AsyncIterator[Session]:
        """Open a transaction; commit it when the block ends, or roll it back with `keep=False` or on any error.

        With `keep=False` the deferred constraints are checked first, so that a dry run hears everything that the
        database would have said. Raises DatabaseRefused for a guard's refusal and Unavailable when there is no
        connection, a lock is not granted in time, or the server is gone.
        """
        try:
            async with self._engine.connect() as connection:
                transaction = await connection.begin()
                session = Session(connection)
                try:
                    yield session
                    if not keep:
                        await connection.execute(_CHECK_DEFERRED)
                except BaseException:
                    await transaction.rollback()
                    raise
                await (transaction.commit() if keep else transaction.rollback())
        except PoolTimeout as error:
            raise Unavailable("No database connection was free in time.") from error
        except (DBAPIError, OSError) as error:
            raise translate(error) from error

    async def refuse_privileges(self) -> None:
        """Raise PrivilegedRole unless the login is bound by row-level security on every table."""
        async with self._engine.connect() as connection:
            row = (await connection.execute(_PRIVILEGES)).one()
        if row.rolsuper or row.rolbypassrls or row.owned:
            raise PrivilegedRole(
                f"The database role {row.role} is a superuser, may bypass row-level security or owns tables; "
                "Bursar serves only under a role that row-level security binds."
            )

    async def revision(self) -> str | None:
        """Return the schema's revision, or None for an empty database."""
        async with self._engine.connect() as connection:
            if (await connection.execute(text("SELECT to_regclass('public.alembic_version')"))).scalar() is None:
                return None
            return (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar()

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


_CHECK_DEFERRED = text("SET CONSTRAINTS ALL IMMEDIATE")

_PRIVILEGES = text("""
    SELECT current_user AS role, r.rolsuper, r.rolbypassrls,
           EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
                     AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owned
    FROM pg_roles r WHERE r.rolname = current_user
""")

_REFUSALS: dict[str, type[Refused]] = {}

# SQLSTATE classes in which trying again later can help: connection, resources, intervention, lock and deadlock.
_PASSING = ("08", "53", "57", "55P03", "40")


def refusal(constraint: str, error: type[Refused]) -> None:
    """Say which error a violated constraint means to people."""
    _REFUSALS[constraint] = error


def translate(error: Exception) -> Exception:
    """Return the error that a database error means to the caller; an unknown one is returned as it is."""
    state = getattr(getattr(error, "orig", None), "sqlstate", None) or ""
    if isinstance(error, OSError) or state.startswith(_PASSING) or getattr(error, "connection_invalidated", False):
        return Unavailable("The database did not answer in time; try again.")
    cause = getattr(getattr(error, "orig", None), "__cause__", None)
    meant = _REFUSALS.get(getattr(cause, "constraint_name", None) or "")
    if meant is not None:
        return meant((meant.__doc__ or "").strip())
    guard, separator, said = str(cause).partition(": ")
    if isinstance(error, IntegrityError) and separator and guard.replace("_", "").isalpha():
        return DatabaseRefused(guard, said)
    return error
