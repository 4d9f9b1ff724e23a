"""One PostgreSQL server and one migrated template for a whole test run, shared by its xdist workers.

The first worker that needs it starts it; it stays until the last worker that used it is done. With
`BURSAR_TEST_DATABASE_ADMIN_URL` that server is used instead, in databases named after this run.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

from bursar.cli.embedded import throwaway
from bursar.tables import migrate
from bursar.tables.db_roles import LOGIN_ROLES


@dataclass(frozen=True)
class Server:
    """The server's administrator, the template of this run, and the passwords of the roles that sign in."""

    admin_url: str
    run: str

    @property
    def template(self) -> str:
        return f"bursar_test_{self.run}"

    @property
    def passwords(self) -> dict[str, str]:
        # The same for every run, so that runs that share a server agree on its roles.
        return {role: hashlib.sha256(f"test {role}".encode()).hexdigest() for role in LOGIN_ROLES}

    def url(self, database: str) -> str:
        """Return the administrator's address of a database."""
        return make_url(self.admin_url).set(database=database).render_as_string(hide_password=False)

    def role_url(self, database: str, role: str) -> str:
        """Return the address of a database for a role that signs in."""
        at = make_url(self.admin_url).set(database=database, username=role, password=self.passwords[role])
        return at.render_as_string(hide_password=False)

    @contextlib.contextmanager
    def database(self, name: str, *, empty: bool = False) -> Iterator[str]:
        """Give a copy of the template (or an empty database) and drop it afterwards; yields its name."""
        named = f"{self.template}_{name}_{secrets.token_hex(3)}"
        template = "template1" if empty else self.template
        self.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(named), sql.Identifier(template)))
        try:
            yield named
        finally:
            self.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(named)))

    def execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.admin_url, autocommit=True) as connection:
            connection.execute(statement)


@contextlib.contextmanager
def shared_server(directory: Path) -> Iterator[Server]:
    """Use the run's server, starting it if nobody has; who started it leaves last."""
    place = _Place(directory)
    with contextlib.ExitStack() as stack:
        with place.locked() as state:
            if not _living(state):
                given = os.environ.get("BURSAR_TEST_DATABASE_ADMIN_URL")
                admin_url = given or stack.enter_context(throwaway()).url
                server = Server(admin_url, secrets.token_hex(4))
                server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(server.template)))
                stack.callback(
                    server.execute, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(server.template))
                )
                migrate.upgrade(server.url(server.template), server.passwords)
                state |= {"admin_url": server.admin_url, "run": server.run, "owner": os.getpid(), "users": []}
            state["users"].append(os.getpid())
            server = Server(state["admin_url"], state["run"])
        try:
            yield server
        finally:
            place.leave()


def _living(state: dict[str, Any]) -> bool:
    return "owner" in state and _is_alive(state["owner"])


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@dataclass(frozen=True)
class _Place:
    directory: Path

    @contextlib.contextmanager
    def locked(self) -> Iterator[dict[str, Any]]:
        """Hold the run's lock over its state, which is written back at the end."""
        file = self.directory / "database-server.json"
        with (self.directory / "database-server.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            state: dict[str, Any] = json.loads(file.read_text()) if file.exists() else {}
            yield state
            file.write_text(json.dumps(state))

    def leave(self) -> None:
        """Sign off; the one who started the server waits for the others."""
        while True:
            with self.locked() as state:
                if os.getpid() in state["users"]:
                    state["users"].remove(os.getpid())
                waits = state["owner"] == os.getpid() and any(_is_alive(pid) for pid in state["users"])
                if not waits:
                    if state["owner"] == os.getpid():
                        state.clear()
                    return
            time.sleep(0.05)
