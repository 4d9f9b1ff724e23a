"""The command in processes of its own, as people run it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

REPOSITORY = Path(__file__).parents[2]
INVOICES = REPOSITORY / "examples" / "invoices"
START_SECONDS = 60
LETTER = b"""Northwind Traders Ltd
4 High Street, London

Invoice number: R-2026-118
Invoice date: 31 October 2026

Description        Quantity   Unit price    Amount
Paper A4                  4        25.00    100.00

Net                                         100.00
VAT 20 %                                     20.00
Total GBP                                   120.00
"""
_URL = re.compile(r"API +(http://127\.0\.0\.1:\d+) ")


def environment(**settings: str) -> dict[str, str]:
    """Return an environment in which no setting of whoever runs the tests is left."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BURSAR_")}
    return kept | {"PYTHONPATH": str(REPOSITORY / "src"), "COLUMNS": "100"} | settings


def bursar(*arguments: str | Path, cwd: Path | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "bursar.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=START_SECONDS,
        cwd=cwd or REPOSITORY,
        env=environment(**settings),
    )


@dataclass(frozen=True)
class Started:
    """A `bursar start` that serves."""

    process: subprocess.Popen[str]
    url: str
    shown: str

    def stop(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(START_SECONDS)

    def sign_in(self, email: str = "clerk@demo.bursar.example") -> Any:
        given = {"email": email, "password": "bursar-demo-2026"}
        return httpx2.post(f"{self.url}/v1/auth/sign-in", json=given, timeout=30)

    def get(self, path: str) -> Any:
        return self._ask("GET", path)

    def post(self, path: str, body: dict[str, Any]) -> Any:
        return self._ask("POST", path, json=body)

    def _ask(self, method: str, path: str, **more: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.sign_in().json()['access_token']}"}
        answer = httpx2.request(method, f"{self.url}{path}", headers=headers, timeout=30, **more)
        assert answer.is_success, answer.text
        return answer.json()


@contextmanager
def started(home: Path, *arguments: str, **settings: str) -> Iterator[Started]:
    """Run `bursar start` on a free port, and give it when it has said where it serves; end it whatever happens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bursar.cli", "start", "--port", "0", "--home", str(home), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=REPOSITORY,
        env=environment(PYTHONUNBUFFERED="1", **settings),
    )
    assert process.stdout is not None
    try:
        shown = ""
        for line in process.stdout:
            shown += line
            if line.startswith("╰"):
                break
        found = _URL.search(shown)
        assert found is not None, shown
        yield Started(process, found[1], shown)
    finally:
        if process.poll() is None:
            process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(START_SECONDS)
        process.kill()
        process.wait()
        process.stdout.close()


def running_on(home: Path) -> list[int]:
    """Return the pids of PostgreSQL servers that work on this home."""
    data = (home / "postgres").resolve()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (process / "cwd").readlink() == data:
                found.append(int(process.name))
    return found


def wait_until_nothing_runs_on(home: Path, seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while running_on(home) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert running_on(home) == []
