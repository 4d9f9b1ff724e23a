"""What the sweeper sends, seen from the broker's side, without a worker that takes it away."""

import os
import threading
import time
import warnings

from bursar.kit.jobs import Broker
from bursar.tables import db_roles
from bursar.worker import sweeper
from bursar.worker.sweeper import Sweeper
from tests.ground import Ground, wait_until
from tests.redis_server import RedisServer
from tests.worker.conftest import Jobs


def test_the_sweeper_sends_what_is_due_and_does_not_repeat_itself_while_messages_wait(
    floor: Ground, redis: RedisServer, jobs: Jobs
) -> None:
    made = Sweeper(floor.urls[db_roles.WORKER], redis.url)
    broker = Broker(redis.url)
    assert (made.sweep(), broker.waiting()) == (0, 0)
    for _ in range(3):
        jobs.add()
    assert (made.sweep(), broker.waiting()) == (3, 3)
    assert [made.sweep() for _ in range(sweeper.MOST_SKIPPED)] == [0] * sweeper.MOST_SKIPPED
    assert (made.sweep(), broker.waiting()) == (3, 6), "but now and then it does, for hints that were lost"
    broker.close()


def test_the_sweeper_outlives_an_outage_of_its_broker(floor: Ground, redis: RedisServer, jobs: Jobs) -> None:
    redis.kill()
    made = Sweeper(floor.urls[db_roles.WORKER], redis.url, every_seconds=0.1)
    made.start()
    try:
        wait_until(lambda: made.failing, 10, "a sweep to fail")
        redis.start()
        broker = Broker(redis.url)
        wait_until(lambda: broker.waiting() > 0, 10, "the sweeper to send again")
        broker.close()
    finally:
        made.stop()


def test_nothing_forks_while_a_sweep_is_under_way(floor: Ground, redis: RedisServer) -> None:
    began, ended = threading.Event(), threading.Event()

    class Slow(Sweeper):
        def sweep(self) -> int:
            began.set()
            time.sleep(0.3)
            ended.set()
            return 0

    made = Slow(floor.urls[db_roles.WORKER], redis.url, every_seconds=0.01)
    made.start()
    try:
        assert began.wait(10)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # Forking beside threads is what this is about.
            child = os.fork()
        if child == 0:
            os._exit(0 if ended.is_set() else 1)
        assert os.waitpid(child, 0)[1] == 0
    finally:
        made.stop()
