"""A worker with one more kind of job, for tests: `python -m tests.worker.entry`."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from bursar.kit import settings
from bursar.platform.actions import record
from bursar.platform.application import Application
from bursar.platform.jobs.handlers import Job, job
from bursar.platform.work import open_work
from bursar.worker.process import run
from tests.ground import urls_from_environment


def _tell_pid(job: Job) -> None:
    if job.payload.get("pid_file"):
        Path(job.payload["pid_file"]).write_text(str(os.getpid()), encoding="ascii")


@job("test.effect")
async def have_an_effect(job: Job, context: Application) -> None:
    """Say which process works, work for a while, and leave one audit row in the transaction that ends the job."""
    _tell_pid(job)
    await asyncio.sleep(job.payload.get("seconds", 0))
    async with open_work(context.worker, job.principal) as work:
        await record(work, "test.effect", str(job.id))
        await job.finish(work)


@job("test.failure")
async def fail_at_first(job: Job, context: Application) -> None:
    """Fail on the first attempt."""
    if job.attempts == 1:
        raise RuntimeError("the first attempt fails")


@job("test.deadly", when_buried=have_an_effect)
async def kill_the_worker(job: Job, context: Application) -> None:
    """End the process that runs this, as a lack of memory does."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(run(settings.load(), urls_from_environment()))
