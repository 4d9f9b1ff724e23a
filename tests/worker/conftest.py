from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

from bursar.tables import db_roles
from tests.database_server import Server
from tests.ground import Ground, Process, wait_until
from tests.redis_server import RedisServer, redis_server

LEASE_SECONDS = 5
SECRET_KEY = "a key for tests only, long enough to be one"


@dataclass(frozen=True, slots=True)
class Jobs:
    """The job table as its owner sees it."""

    connection: psycopg.Connection[Any]
    tenant_id: UUID

    def add(self, kind: str = "test.effect", *, max_attempts: int = 8, **payload: object) -> UUID:
        """Commit a job that is due."""
        job_id = uuid4()
        self.connection.execute(
            "INSERT INTO job (tenant_id, id, kind, payload, dedupe_key, max_attempts, run_after, created_at) "
            "VALUES (%s, %s, %s, %s, %s, %s, now(), now())",
            [self.tenant_id, job_id, kind, Jsonb(payload), str(job_id), max_attempts],
        )
        return job_id

    def expire(self, job_id: UUID, attempt: int) -> None:
        """Have the lease of an attempt end once it has begun."""
        wait_until(lambda: self.row(job_id).attempts == attempt, 20, f"attempt {attempt} to begin")
        self.connection.execute("UPDATE job SET lease_until = now() WHERE id = %s AND attempts = %s", [job_id, attempt])

    def row(self, job_id: UUID) -> Any:
        return self.connection.execute("SELECT * FROM job WHERE id = %s", [job_id]).fetchone()

    def effects(self, job_id: UUID) -> int:
        counted = self.connection.execute("SELECT count(*) FROM audit_entry WHERE input_hash = %s", [str(job_id)])
        return int(counted.fetchone()[0])  # type: ignore[index]  # A count is one row.

    def wait_done(self, job_id: UUID, seconds: float) -> float:
        return wait_until(lambda: self.row(job_id).state == "done", seconds, "the job to be done")


@pytest.fixture(scope="module")
def floor(database_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """A database of their own: workers see the jobs of every tenant."""
    with database_server.database("worker") as name:
        urls = {role: database_server.role_url(name, role) for role in db_roles.LOGIN_ROLES}
        yield Ground(tmp_path_factory.mktemp("home"), database_server.url(name), urls, SECRET_KEY)


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    with redis_server() as server:
        yield server


@pytest.fixture(scope="module")
def jobs(floor: Ground) -> Iterator[Jobs]:
    tenant_id = uuid4()
    with floor.looking() as connection:
        connection.execute("INSERT INTO tenant (id, name, created_at) VALUES (%s, 'Tests', now())", [tenant_id])
        yield Jobs(connection, tenant_id)


@pytest.fixture(scope="module")
def worker(floor: Ground, redis: RedisServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    environment = floor.environment(redis_url=redis.url, job_lease_seconds=LEASE_SECONDS, job_concurrency=2)
    log_file: Path = tmp_path_factory.mktemp("worker") / "worker.log"
    process = Process(("tests.worker.entry",), environment, log_file)
    process.start()
    try:
        yield process
    finally:
        process.stop()
