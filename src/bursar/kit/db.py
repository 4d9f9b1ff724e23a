"""The one door to the database: engines that may not be privileged, transactions, and the statements inside them.

Only `Database.transaction` commits, when its block ends; so whoever answers a request after the block answers a
committed fact. Statements are SQLAlchemy Core; nothing here knows about tenants, which `platform.work` sets as the
first statement.
"""

import functools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import structlog
from sqlalchemy import Executable, Table, TextClause, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import make_url

from bursar.core.errors import Refused
from bursar.kit.errors import Conflict, Unavailable
from bursar.kit.pool import Pool
from bursar.kit.statements import Parameters, Row, rows_of, sent

log = structlog.get_logger(__name__)


class PrivilegedRole(Exception):  # noqa: N818 - a refusal to start, named after its reason.
    """The database login could read or change what row-level security protects; serving with it is refused."""


class DatabaseRefused(Conflict):
    """The database refused a write; `code` is the guard's own."""

    code = "database_refused"


class ValueNotStorable(Refused):
    """A value is outside of what the database can hold."""

    code = "invalid_value"


class Session:
    """One open transaction. `statements` counts what was sent, for the budgets that tests and benchmarks hold."""

    __slots__ = ("_connection", "statements")

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.statements = 0

    async def rows(self, statement: Executable, parameters: Parameters | None = None) -> Sequence[Row]:
        """Return all rows of a query."""
        self.statements += 1
        sql, arguments = sent(statement, parameters)
        return rows_of(await self._connection.fetch(sql, *arguments))

    async def row(self, statement: Executable, parameters: Parameters | None = None) -> Row | None:
        """Return the first row of a query, or None."""
        found = await self.rows(statement, parameters)
        return found[0] if found else None

    async def value(self, statement: Executable, parameters: Parameters | None = None) -> Any:
        """Return the first column of the first row, or None."""
        found = await self.rows(statement, parameters)
        return found[0][0] if found else None

    async def run(self, statement: Executable, parameters: Parameters | None = None) -> int:
        """Execute a statement and return how many rows it touched."""
        self.statements += 1
        sql, arguments = sent(statement, parameters)
        # The server ends every statement with a tag such as `INSERT 0 5`; one that touches no rows has no number.
        count = (await self._connection.execute(sql, *arguments)).rpartition(" ")[2]
        return int(count) if count.isdigit() else -1

    async def send(self, sql: str, *arguments: Any) -> Sequence[Any]:
        """Send SQL that a library wrote, its places numbered, and return the driver's records."""
        self.statements += 1
        records: Sequence[Any] = await self._connection.fetch(sql, *arguments)
        return records

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
        self._pool = Pool(
            make_url(url).set(drivername="postgresql").render_as_string(hide_password=False),
            size=pool_size,
            overflow=max_overflow,
            timeout_seconds=timeout_seconds,
            settings={
                "application_name": "bursar",
                "statement_timeout": "60000",
                "lock_timeout": "15000",
                "idle_in_transaction_session_timeout": "60000",
            },
        )

    @asynccontextmanager
    async def transaction(self, *, keep: bool = True, begin: str = "BEGIN") -> AsyncIterator[Session]:
        """Open a transaction; commit it when the block ends, or roll it back with `keep=False` or on any error.

        `begin` may say more than BEGIN in the same round trip; it takes no values from outside.

        With `keep=False` the deferred constraints are checked first, so that a dry run hears everything that the
        database would have said. Raises DatabaseRefused for a guard's refusal, ValueNotStorable, and Unavailable when
        there is no connection, a lock is not granted in time, or the server is gone.
        """
        try:
            async with self._pool.connection() as connection:
                await connection.execute(begin)
                try:
                    yield Session(connection)
                    if not keep:
                        await connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
                except BaseException:
                    # A connection that cannot do even this is not used again.
                    if not connection.is_closed():
                        await connection.execute("ROLLBACK")
                    raise
                ended = await connection.execute("COMMIT" if keep else "ROLLBACK")
                # The server answers COMMIT with ROLLBACK where a statement had failed and somebody went on regardless.
                assert ended == ("COMMIT" if keep else "ROLLBACK"), "a transaction that had failed was to be committed"
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            raise translate(error) from error

    async def refuse_privileges(self) -> None:
        """Raise PrivilegedRole unless the login is bound by row-level security on every table."""
        async with self._pool.connection() as connection:
            role, *privileges = await connection.fetchrow(_PRIVILEGES)
        if any(privileges):
            raise PrivilegedRole(
                f"The database role {role} is a superuser, may bypass row-level security or owns tables; "
                "Bursar serves only under a role that row-level security binds."
            )

    async def revision(self) -> str | None:
        """Return the schema's revision, or None for an empty database."""
        async with self._pool.connection() as connection:
            if await connection.fetchval("SELECT to_regclass('public.alembic_version')") is None:
                return None
            found: str | None = await connection.fetchval("SELECT version_num FROM alembic_version")
            return found

    async def close(self) -> None:
        """Close every connection."""
        await self._pool.close()


_PRIVILEGES = """
    SELECT current_user AS role, r.rolsuper, r.rolbypassrls,
           EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
                     AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owned
    FROM pg_roles r WHERE r.rolname = current_user
"""

_REFUSALS: dict[str, type[Refused]] = {}

# SQLSTATE classes in which trying again later can help: connection, resources, intervention, lock and deadlock.
_PASSING = ("08", "53", "57", "55P03", "40")


# A number out of range, a NUL in a text, or what the driver could not even send.
_UNSTORABLE = "22"


def refusal(constraint: str, error: type[Refused]) -> None:
    """Say which error a violated constraint means to people."""
    _REFUSALS[constraint] = error


def translate(error: Exception) -> Exception:
    """Return the error that a database error means to the caller; an unknown one is returned as it is."""
    state = getattr(error, "sqlstate", None) or ""
    lost = isinstance(error, OSError) or (isinstance(error, asyncpg.InterfaceError) and "closed" in str(error))
    if lost or state.startswith(_PASSING):
        return Unavailable("The database did not answer in time; try again.")
    meant = _REFUSALS.get(getattr(error, "constraint_name", None) or "")
    if meant is not None:
        return meant((meant.__doc__ or "").strip())
    if state.startswith(_UNSTORABLE):
        log.warning("value_refused_by_database", sqlstate=state)
        return ValueNotStorable("A value is outside of what can be stored.")
    guard, separator, said = str(error).partition(": ")
    if state.startswith("23") and separator and guard.replace("_", "").isalpha():
        return DatabaseRefused(guard, said)
    return error
