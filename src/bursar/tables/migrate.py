"""Set a database up and keep its schema current: roles, migrations, and the passwords of the roles that sign in."""

from collections.abc import Mapping
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from bursar.tables.db_roles import ALL_ROLES, LOGIN_ROLES, OWNER

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(url: str, passwords: Mapping[str, str] | None = None, revision: str = "head") -> None:
    """Bring the database at `url` to `revision`; the URL's login must be able to create roles.

    Also sets the password of each sign-in role named in `passwords`, so that a changed secret takes effect.
    """
    with _connect(url) as connection:
        _bootstrap(connection)
        command.upgrade(config(connection), revision)
        connection.rollback()
        for role, password in (passwords or {}).items():
            _set_password(connection, role, password)
        connection.commit()


def downgrade(url: str, revision: str) -> None:
    """Take the schema back to `revision` (tests only: production goes forward)."""
    with _connect(url) as connection:
        _bootstrap(connection)
        command.downgrade(config(connection), revision)


def check(url: str) -> None:
    """Compare the tables in code with the database; raise when a migration is missing."""
    with _connect(url) as connection:
        command.check(config(connection))


def config(connection: Connection) -> Config:
    """Return Alembic's configuration over an open connection."""
    result = Config()
    result.set_main_option("script_location", str(MIGRATIONS))
    result.attributes["connection"] = connection
    return result


def head() -> str:
    """Return the newest revision that this code knows."""
    return str(ScriptDirectory(str(MIGRATIONS)).get_current_head())


def _connect(url: str) -> Connection:
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    return engine.connect()


def _bootstrap(connection: Connection) -> None:
    """Create the roles and take on the owner's, so that everything the migrations make belongs to it."""
    script = (MIGRATIONS / "sql" / "roles.sql").read_text(encoding="utf-8")
    connection.exec_driver_sql(script.replace("%", "%%"))
    for role in ALL_ROLES:
        connection.execute(text(f"GRANT {role} TO CURRENT_USER"))
    connection.execute(text(f"GRANT CREATE, USAGE ON SCHEMA public TO {OWNER} WITH GRANT OPTION"))
    connection.commit()
    connection.execute(text(f"SET ROLE {OWNER}"))
    connection.commit()


def _set_password(connection: Connection, role: str, password: str) -> None:
    if role not in LOGIN_ROLES:
        message = f"{role} does not sign in"
        raise ValueError(message)
    connection.execute(text("RESET ROLE"))
    # A role's password cannot be a bound parameter; ours are URL-safe base64, which needs no quoting.
    assert password.replace("-", "").replace("_", "").isalnum()
    connection.execute(text(f"ALTER ROLE {role} PASSWORD '{password}'"))
