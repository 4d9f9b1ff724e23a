"""The worker that `bursar start` runs beside itself when there is a Redis: a child process that ends with it."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import structlog

log = structlog.get_logger(__name__)

STOP_SECONDS: Final = 10.0
FIRST_PAUSE_SECONDS: Final = 1.0
LONGEST_PAUSE_SECONDS: Final = 30.0


@dataclass(slots=True)
class WorkerChild:
    """Keep one `bursar worker` running: started again, after a pause, when it ends by itself."""

    environment: Mapping[str, str]

    async def run(self) -> None:
        """Run until cancelled; the child is then stopped, its jobs under way finished if that is quick."""
        pause = FIRST_PAUSE_SECONDS
        while True:
            began = asyncio.get_running_loop().time()
            status = await self._once()
            if asyncio.get_running_loop().time() - began > LONGEST_PAUSE_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            log.warning("worker_ended", status=status, next_in_seconds=pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    async def _once(self) -> int:
        # Its standard input is a pipe that nobody writes to: when we are gone, however that came, it reads the end.
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bursar.cli", "worker", "--with-parent"),
            stdin=asyncio.subprocess.PIPE,
            env=dict(self.environment),
            start_new_session=True,  # Ctrl-C in the terminal is for us; we stop the child ourselves.
        )
        try:
            return await process.wait()
        finally:
            await asyncio.shield(_stop(process))


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
