"""Where a benchmark plays: a durable PostgreSQL on disk, companies of its own, and servers that each have one core."""

import json
import os
import re
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql
from pydantic import SecretStr

from bursar.cli.databases import role_passwords, role_urls
from bursar.cli.embedded import EmbeddedPostgres
from bursar.kit.ids import uuid7
from bursar.kit.secrets import signing_seed
from bursar.platform.provision import Company, Provisioned, demo_company, provision_tenant
from bursar.platform.tokens import AccessTokens
from bursar.tables import db_roles, migrate
from tests.ground import Ground, Process, unmeasured, wait_until

START_SECONDS = 60
_STATEMENT = re.compile(r"LOG:  (?:execute [^:]*|statement): *(.*)")
# What the budget leaves out, as the product's own count does: the transaction itself and setting the tenant.
_NOT_COUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "SELECT set_config(")


@dataclass(frozen=True, slots=True)
class Firm:
    """A provisioned company with tokens of people who are signed in, by role, and vendors to bill."""

    ids: Provisioned
    tokens: Mapping[str, str]
    people: Mapping[str, UUID]
    sessions: Mapping[str, UUID]
    vendors: Sequence[UUID]

    def account(self, code: str) -> UUID:
        return self.ids.accounts[code]


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs: its address and its process."""

    host: str
    pid: int

    def cpu_seconds(self) -> float:
        """Return the processor time that its process has used; 0.0 where the system does not tell it this way."""
        try:
            facts = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except FileNotFoundError:
            return 0.0
        return (int(facts[11]) + int(facts[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Stage:
    """A ground whose server keeps every commit, and its log."""

    ground: Ground
    server_log: Path
    server_cores: Sequence[int]

    def firm(self, name: str, *, vendors: int = 20) -> Firm:
        """Set a company up with vendors, its people signed in for a day."""
        now = datetime.now(UTC)
        demo = demo_company(now.date())
        company = Company(
            name, f"{name} GmbH", demo.base_currency, demo.time_zone, demo.country, demo.people, demo.accounts,
            demo.fiscal_years,
        )  # fmt: skip
        ids = provision_tenant(self.ground.superuser_url, company)
        people = {one.role: ids.people[one.email] for one in company.people}
        sessions = {role: uuid7(now) for role in people}
        made = [uuid7(now) for _ in range(vendors)]
        with self.ground.looking() as connection, connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO user_session (tenant_id, id, user_id, created_at, expires_at) VALUES (%s, %s, %s, %s, %s)",
                [(ids.tenant_id, sessions[role], people[role], now, now + timedelta(days=1)) for role in people],
            )
            cursor.executemany(
                "INSERT INTO vendor (tenant_id, id, name, name_key, payment_terms, default_account_id, created_by,"
                " created_at, updated_at) VALUES (%s, %s, %s, %s, 'net 30', %s, %s, %s, %s)",
                [
                    (ids.tenant_id, one, f"Vendor {index}", f"vendor{index}", ids.accounts["6300"],
                     people["ap_clerk"], now, now)
                    for index, one in enumerate(made)
                ],
            )  # fmt: skip
        issuer = AccessTokens(signing_seed(SecretStr(self.ground.secret_key)), life_seconds=86_400)
        tokens = {role: issuer.issue(people[role], ids.tenant_id, sessions[role], now) for role in people}
        return Firm(ids, tokens, people, sessions, made)

    @contextmanager
    def served(self, module: str, *arguments: str, **settings: object) -> Iterator[Served]:
        """Run a server in a process of its own on the first core."""
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        settings = {
            "port": port,
            "rate_limit_per_minute": 100_000_000,
            "log_format": "json",
            **settings,
        }
        log_file = self.ground.home / f"{module.rpartition('.')[2]}.log"
        process = Process((module, *arguments), self.ground.environment(**settings), log_file)
        process.start()
        if self.server_cores:
            os.sched_setaffinity(process.pid, self.server_cores)
        try:
            wait_until(lambda: _listens(port) or not process.alive, START_SECONDS, f"{module} to serve")
            assert process.alive, process.tail()
            yield Served(f"127.0.0.1:{port}", process.pid)
        finally:
            process.stop()

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Have the server log every statement of connections that the application makes meanwhile."""
        role = sql.Identifier(db_roles.APP)
        with self.ground.looking() as connection:
            connection.execute(sql.SQL("ALTER ROLE {} SET log_statement = 'all'").format(role))
        try:
            yield
        finally:
            with self.ground.looking() as connection:
                connection.execute(sql.SQL("ALTER ROLE {} RESET log_statement").format(role))

    def statements(self, begin: int) -> list[str]:
        """Return the statements that were logged from this place in the log on, those of the budget alone."""
        with self.server_log.open("rb") as log:
            log.seek(begin)
            said = log.read().decode(errors="replace")
        found = [line.strip() or "(on the next lines)" for line in _STATEMENT.findall(said)]
        return [one for one in found if not one.upper().startswith(tuple(word.upper() for word in _NOT_COUNTED))]


CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def can_pin() -> bool:
    """Tell whether the server that is measured can have a core to itself."""
    return len(CORES) > 1


@contextmanager
def stage(*, durable: bool = True, pinned: bool = True) -> Iterator[Stage]:
    """Run PostgreSQL as in production, migrated and on disk.

    `pinned` gives the first core to the server that is measured; the database and the clients have the others.
    """
    apart = pinned and can_pin()
    parent = "/var/tmp" if Path("/var/tmp").is_dir() else None  # /tmp may be memory.
    with tempfile.TemporaryDirectory(prefix="bursar-bench-", dir=parent) as made:
        home = Path(made)
        if apart:
            os.sched_setaffinity(0, CORES[1:])  # What is started from here on inherits it.
        postgres = EmbeddedPostgres(home / "database", durable=durable)
        try:
            with postgres as server:
                key = SecretStr(secrets.token_hex(32))
                migrate.upgrade(server.url, role_passwords(key))
                ground = Ground(home, server.url, role_urls(server.url, key), key.get_secret_value())
                yield Stage(ground, postgres.log_file, CORES[:1] if apart else CORES)
        finally:
            if apart:
                os.sched_setaffinity(0, CORES)


def play(spec: Mapping[str, Any]) -> dict[str, Any]:
    """Run the load in a process of its own and return what it measured."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load"],
        input=json.dumps(spec),
        capture_output=True,
        text=True,
        check=False,
        env=unmeasured(),
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def look(ground: Ground) -> psycopg.Connection[Any]:
    """Connect as the superuser, who sees every row."""
    return psycopg.connect(ground.superuser_url, autocommit=True)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
