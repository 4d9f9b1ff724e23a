"""`bursar start` with real processes: from nothing to serving, stopped, started again, killed, repaired."""

import os
import re
import signal
import socket
import subprocess
from pathlib import Path

import httpx2
import pytest

from tests.cli.commands import INVOICES, LETTER, Started, bursar, running_on, started, wait_until_nothing_runs_on
from tests.redis_server import RedisServer, redis_program


def test_a_start_serves_takes_invoices_in_keeps_them_over_a_restart_and_repairs_a_kill(home: Path) -> None:
    with started(home) as first:
        assert httpx2.get(f"{first.url}/readyz").json()["status"] == "ready"
        assert httpx2.get(f"{first.url}/docs").status_code == 200
        for told in ("clerk@demo.bursar.example", "approver@demo.bursar.example", "bursar-demo-2026", str(home)):
            assert told in first.shown
        assert first.sign_in("approver@demo.bursar.example").status_code == 200
        _intake_tells_what_came_of_each_file(first.url)
        letter = _intake_tells_what_stands_on_a_page(first.url, home / "letter.txt")
        _read_again_tells_what_came_of_it_once_the_rate_is_there(first, letter)
        kept = [one["sha256"] for one in first.get("/v1/documents")["items"]]
        assert len(kept) == 4
        assert running_on(home)
        assert first.stop(signal.SIGINT) == 0
        assert running_on(home) == []
    with started(home, "--no-demo") as second:
        assert [one["sha256"] for one in second.get("/v1/documents")["items"]] == kept
        assert "bursar-demo-2026" not in second.shown
        second.stop(signal.SIGKILL)
        assert running_on(home)
    with started(home) as third:
        assert [one["sha256"] for one in third.get("/v1/documents")["items"]] == kept
        _others_on_this_home_are_told(home, third.url)
        assert third.stop(signal.SIGTERM) == 0
    wait_until_nothing_runs_on(home)


def _intake_tells_what_came_of_each_file(url: str) -> None:
    five, wrong, note = INVOICES / "ubl-five-lines.xml", INVOICES / "ubl-wrong-totals.xml", INVOICES / "hostile/xxe.xml"
    done = bursar("intake", five, wrong, note, BURSAR_URL=url)
    assert done.returncode == 0, done.stderr
    for told in ("ubl-five-lines.xml", "proposed", "MR-2026-0117", "630.05 EUR", "proposal_"):
        assert told in done.stdout
    for told in ("needs attention", "line_net_sum_differs", "xml_forbidden", "1 proposed"):
        assert told in done.stdout
    again = bursar("intake", five, BURSAR_URL=url)
    assert "had before" in again.stdout
    _intake_fails_for_what_is_refused(url)


def _intake_tells_what_stands_on_a_page(url: str, letter: Path) -> str:
    letter.write_bytes(LETTER)
    done = bursar("intake", letter, BURSAR_URL=url)
    for told in ("Northwind Traders Ltd", "R-2026-118", "120.00 GBP", "exchange_rate_missing"):
        assert told in done.stdout
    document_id = re.search("document_[0-9a-z]{26}", done.stdout)
    assert document_id is not None
    return document_id[0]


def _read_again_tells_what_came_of_it_once_the_rate_is_there(running: Started, document_id: str) -> None:
    rate = {"from_currency": "GBP", "to_currency": "EUR", "rate": "1.15", "valid_on": "2026-10-31"}
    running.post("/v1/exchange-rates", {"source": "ECB", "rates": [rate]})
    unknown = "document_01j6k3m2x4e5f8a9b0c1d2e3f4"
    done = bursar("read-again", document_id, document_id, unknown, BURSAR_URL=running.url)
    assert done.returncode == 1, done.stdout
    for told in ("letter.txt", "R-2026-118", "proposal_", "not_found", "1 proposed, 1 refused"):
        assert told in done.stdout


def _intake_fails_for_what_is_refused(url: str) -> None:
    with_a_picture_of_nothing = bursar("intake", "/dev/null", BURSAR_URL=url)
    assert with_a_picture_of_nothing.returncode == 1
    assert "document_empty" in with_a_picture_of_nothing.stdout
    stranger = bursar("intake", INVOICES / "factur-x.pdf", "--url", url, "--email", "x@y.example", "--password", "no")
    assert stranger.returncode == 1
    assert "wrong_credentials" in stranger.stderr
    assert "Traceback" not in stranger.stderr


def _others_on_this_home_are_told(home: Path, url: str) -> None:
    taken = bursar("start", "--home", home, "--port", "0")
    assert taken.returncode == 1
    assert "already running" in taken.stderr
    in_use = bursar("start", "--home", f"{home}-other", "--port", url.rpartition(":")[2])
    assert in_use.returncode == 1
    assert "--port" in in_use.stderr
    assert bursar("setup", "--home", home, "--demo").returncode == 0


def test_with_redis_a_worker_does_the_jobs_and_ends_with_the_start(home: Path, tmp_path: Path) -> None:
    program = redis_program()
    if program is None:
        pytest.skip("there is no redis-server")
    redis = RedisServer(program, tmp_path)
    redis.start()
    try:
        with started(home, BURSAR_REDIS_URL=redis.url, BURSAR_JOB_CONCURRENCY="1") as running:
            done = bursar("intake", INVOICES / "factur-x.pdf", BURSAR_URL=running.url)
            assert "1 proposed" in done.stdout, done.stdout + done.stderr
            workers = _children(running.process.pid)
            assert workers
            assert running.stop(signal.SIGTERM) == 0
            assert not any(_lives(pid) for pid in workers)
    finally:
        redis.stop()


def _children(pid: int) -> list[int]:
    listed = subprocess.run(["/bin/ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
    rows = (line.split(None, 2) for line in listed.stdout.splitlines())
    return [int(row[0]) for row in rows if int(row[1]) == pid and "worker" in row[2]]


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_port_in_use_is_said_before_anything_is_started(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = bursar("start", "--home", home, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "in use" in done.stderr
    assert not home.exists()
