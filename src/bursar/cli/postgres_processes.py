"""The processes of an embedded PostgreSQL: started so that none is lost, found again, and ended."""

import os
import pwd
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

STOP_SECONDS: Final = 30
POLL_SECONDS: Final = 0.01


def launched(command: list[str], account: pwd.struct_passwd | None, output: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start one of the server's programs as the account, in a session of its own."""
    return subprocess.Popen(  # noqa: S603  # Our own program and arguments, no shell.
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
        start_new_session=True,  # Ctrl-C in the terminal is for us; we stop the server ourselves.
        user=None if account is None else account.pw_uid,
        group=None if account is None else account.pw_gid,
        extra_groups=None if account is None else [],
    )


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back what ends us until the block has ended: a server that was started is known to who has to stop it.

    PostgreSQL, which inherits what is held back, hears it again before it serves.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_leftovers(data: Path) -> None:
    """Stop what a killed owner left running on this data, and remove the pid file of a postmaster that is gone."""
    pid_file = data / "postmaster.pid"

    def stop(pid: int, first: signal.Signals) -> None:
        if pid in _processes_on(data):
            end(pid, alive=lambda: pid in _processes_on(data), first=first)

    with suppress(FileNotFoundError, ValueError):
        stop(int(pid_file.read_text(encoding="utf-8").partition("\n")[0]), signal.SIGINT)
    for orphan in _processes_on(data):  # Backends whose postmaster was killed; a new server must not meet them.
        stop(orphan, signal.SIGQUIT)
    # A pid that is left now is dead or belongs to a stranger, which PostgreSQL could not tell from a postmaster.
    pid_file.unlink(missing_ok=True)


def _processes_on(data: Path) -> set[int]:
    """Return the pids of live PostgreSQL processes of this data directory, and of no other."""
    if not Path("/proc/self/cwd").exists():
        listing = subprocess.run(["/bin/ps", "-axwwo", "pid=,command="], capture_output=True, text=True, check=True)
        wanted = f"/bin/postgres -D {data} "
        return {int(line.split(None, 1)[0]) for line in listing.stdout.splitlines() if wanted in line}
    pids = set()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # It ended meanwhile, is a zombie, or is none of ours.
            # PostgreSQL works inside its data directory, so the working directory tells whose process it is.
            if (process / "cwd").readlink() == data and (process / "exe").readlink().name.startswith("postgres"):
                pids.add(int(process.name))
    return pids


def end(pid: int, *, alive: Callable[[], bool], first: signal.Signals = signal.SIGINT) -> None:
    """Ask for a fast shutdown (SIGINT) and, if it takes too long, for an immediate one (SIGQUIT)."""
    for request in (first, signal.SIGQUIT, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.kill(pid, request)
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline:
            if not alive():
                return
            time.sleep(POLL_SECONDS)
