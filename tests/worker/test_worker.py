"""A real worker on a real Redis: whatever is killed, the row decides what has happened."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bursar.kit.jobs import CeleryHints
from tests.ground import Process, wait_until
from tests.redis_server import RedisServer
from tests.worker.conftest import LEASE_SECONDS, Jobs


@pytest.fixture
def hints(redis: RedisServer) -> Iterator[CeleryHints]:
    made = CeleryHints(redis.url)
    yield made
    made.close()


def _pid_in(file: Path) -> int:
    wait_until(lambda: file.exists() and file.read_text() != "", 20, "the job to begin")
    return int(file.read_text())


def test_a_committed_job_is_run_when_its_hint_arrives(worker: Process, jobs: Jobs, hints: CeleryHints) -> None:
    first = jobs.add()
    hints.hint([first])
    jobs.wait_done(first, 20)  # The worker starts meanwhile.
    second = jobs.add()
    hints.hint([second])
    jobs.wait_done(second, 2)
    assert (jobs.effects(first), jobs.effects(second)) == (1, 1)


def test_the_same_hint_many_times_has_one_effect(worker: Process, jobs: Jobs, hints: CeleryHints) -> None:
    job_id = jobs.add(seconds=0.3)
    hints.hint([job_id] * 20)
    jobs.wait_done(job_id, 10)
    time.sleep(0.5)
    assert jobs.effects(job_id) == 1
    assert jobs.row(job_id).attempts == 1


def test_a_job_without_a_hint_is_found_by_the_sweeper(worker: Process, jobs: Jobs) -> None:
    job_id = jobs.add()
    jobs.wait_done(job_id, 10)


def test_a_job_that_failed_is_run_again_after_its_pause(worker: Process, jobs: Jobs, hints: CeleryHints) -> None:
    job_id = jobs.add("test.failure")
    hints.hint([job_id])
    jobs.wait_done(job_id, 15)
    assert jobs.row(job_id).attempts == 2


def test_a_job_whose_process_is_killed_is_done_once_by_another(
    worker: Process, jobs: Jobs, hints: CeleryHints, tmp_path: Path
) -> None:
    job_id = jobs.add(seconds=1.0, pid_file=str(tmp_path / "pid"))
    hints.hint([job_id])
    killed = _pid_in(tmp_path / "pid")
    assert killed in worker.children()
    os.kill(killed, signal.SIGKILL)
    jobs.wait_done(job_id, LEASE_SECONDS + 15)
    assert jobs.effects(job_id) == 1
    assert (jobs.row(job_id).attempts, jobs.row(job_id).fence) == (2, 2)
    assert int((tmp_path / "pid").read_text()) != killed
    assert len(worker.children()) == 2, "the killed process was replaced"


def test_a_job_that_kills_every_worker_ends_in_what_is_done_when_it_is_buried(
    worker: Process, jobs: Jobs, hints: CeleryHints
) -> None:
    job_id = jobs.add("test.deadly", max_attempts=2)
    hints.hint([job_id])
    for attempt in (1, 2):
        jobs.expire(job_id, attempt)
    wait_until(lambda: jobs.row(job_id).state == "dead", 20, "the job to be buried")
    assert (jobs.row(job_id).attempts, jobs.effects(job_id)) == (3, 1)
    assert jobs.row(job_id).last_error == "The worker was lost on every attempt."
    wait_until(lambda: len(worker.children()) == 2, 20, "the killed processes to be replaced")


def test_a_hint_costs_nothing_while_redis_is_away_and_the_sweeper_makes_up_for_it(
    worker: Process, jobs: Jobs, hints: CeleryHints, redis: RedisServer
) -> None:
    redis.kill()
    job_id = jobs.add()
    begin = time.monotonic()
    for _ in range(100):
        hints.hint([job_id])
    assert time.monotonic() - begin < 0.1
    time.sleep(1.0)
    assert jobs.row(job_id).state == "pending"
    redis.start()
    jobs.wait_done(job_id, 15)
    later = jobs.add()
    hints.hint([later])
    jobs.wait_done(later, 10)
    assert jobs.effects(later) == 1


def test_a_worker_that_is_told_to_stop_ends_the_job_under_way(
    worker: Process, jobs: Jobs, hints: CeleryHints, tmp_path: Path
) -> None:
    job_id = jobs.add(seconds=1.0, pid_file=str(tmp_path / "pid"))
    hints.hint([job_id])
    _pid_in(tmp_path / "pid")
    assert worker.stop() == 0, worker.tail()
    assert (jobs.row(job_id).state, jobs.row(job_id).attempts) == ("done", 1)
    assert "Traceback" not in worker.tail().partition("WorkerLostError")[0]
