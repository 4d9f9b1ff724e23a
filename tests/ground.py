"""A migrated database of its own, and Bursar's processes on it: what tests need that kill things."""

import asyncio
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import namedtuple_row
from pydantic import SecretStr

from bursar.cli import embedded
from bursar.cli.databases import role_passwords, role_urls
from bursar.tables import migrate

URLS_VARIABLE = "BURSAR_TEST_DATABASE_URLS"
REPOSITORY = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Ground:
    """A server, a home, and the addresses of the database: the superuser's, and each role's."""

    home: Path
    superuser_url: str
    urls: Mapping[str, str]
    secret_key: str

    def environment(self, **settings: object) -> dict[str, str]:
        """Return the environment of a process of ours, with these settings; none of the caller's own leak in."""
        kept = {name: value for name, value in unmeasured().items() if not name.startswith("BURSAR_")}
        ours = {f"BURSAR_{name.upper()}": str(value) for name, value in settings.items()}
        return kept | {
            "PYTHONPATH": os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)]),
            "BURSAR_HOME": str(self.home),
            "BURSAR_DATABASE_URL": self.superuser_url,
            "BURSAR_SECRET_KEY": self.secret_key,
            URLS_VARIABLE: json.dumps(dict(self.urls)),
            **ours,
        }

    @contextmanager
    def looking(self) -> Iterator[psycopg.Connection[Any]]:
        """Connect as the superuser, who sees every row."""
        with psycopg.connect(self.superuser_url, autocommit=True, row_factory=namedtuple_row) as connection:
            yield connection


def unmeasured() -> dict[str, str]:
    """Return our environment without what has a process measure its coverage.

    That costs as much as the work, and a process that is killed tells nothing of it.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


@contextmanager
def ground() -> Iterator[Ground]:
    """Run a server of our own, migrated, for a while."""
    with embedded.throwaway() as server, tempfile.TemporaryDirectory(prefix="bursar-ground-") as home:
        key = SecretStr(secrets.token_hex(32))
        migrate.upgrade(server.url, role_passwords(key))
        yield Ground(Path(home), server.url, role_urls(server.url, key), key.get_secret_value())


def urls_from_environment() -> dict[str, str]:
    """Return the roles' addresses that `Ground.environment` handed to this process."""
    found: dict[str, str] = json.loads(os.environ[URLS_VARIABLE])
    return found


@dataclass(slots=True)
class Process:
    """A Python process of ours (`-m` and these arguments): started, killed, started again; it writes to a file."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    log_file: Path
    _process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def pid(self) -> int:
        assert self._process is not None, "not running"
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def ended_by_itself(self) -> bool:
        """Whether it has ended though nobody here ended it."""
        return self._process is not None and self._process.poll() is not None

    def start(self) -> None:
        assert not self.alive, "already running"
        with self.log_file.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *self.arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.environment["BURSAR_HOME"],
                env=dict(self.environment),
                start_new_session=True,
            )

    def kill(self) -> None:
        """End it as a power cut would; what it had forked follows by itself."""
        self._end(signal.SIGKILL, 10)

    def stop(self, seconds: float = 30) -> int | None:
        """End it in good order and return its exit status; harmless when it is not running."""
        return self._end(signal.SIGTERM, seconds)

    def children(self) -> list[int]:
        """Return the pids of the processes it has forked."""
        listing = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        if listing.exists():
            return [int(pid) for pid in listing.read_text(encoding="ascii").split()]
        found = subprocess.run(["pgrep", "-P", str(self.pid)], capture_output=True, text=True, check=False)
        return [int(pid) for pid in found.stdout.split()]

    def tail(self) -> str:
        return self.log_file.read_text(encoding="utf-8", errors="replace")[-4000:] if self.log_file.exists() else ""

    def _end(self, how: signal.Signals, seconds: float) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        if process.poll() is None:
            process.send_signal(how)
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait(10)


async def until(true: Callable[[], bool], every_seconds: float = 0.05) -> None:
    """Wait as long as it takes until something is true that other processes make true."""
    while not true():  # noqa: ASYNC110 - no event reaches us from another process.
        await asyncio.sleep(every_seconds)


def wait_until(true: Callable[[], bool], seconds: float, what: str) -> float:
    """Wait until something is true and return how many seconds that took; fail, saying what, when it takes longer."""
    begin = time.monotonic()
    while not true():
        if time.monotonic() - begin > seconds:
            raise AssertionError(f"waited {seconds} s in vain for {what}")
        time.sleep(0.02)
    return time.monotonic() - begin
