"""The sandbox: run one allowed pure function on hostile bytes in a limited process of its own.

Bytes go in, JSON comes out, nothing is unpickled. The process has limits on memory, CPU time, open files and wall
time, cannot write a file, and sees neither our environment nor our open descriptors. Functions are named, allowed in
advance with `allow`, and imported by the child alone, so that this module needs none of the codecs it runs.
"""

import asyncio
import base64
import json
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final
from weakref import WeakKeyDictionary

from bursar.core.errors import Refused

_CHILD: Final = "import sys; sys.path[:] = sys.argv[6:]; from bursar.kit.sandboxed import main; main(sys.argv[1:6])"
_NOISE_BYTES: Final = 4096

_functions: dict[str, str] = {}
_runs_at_once = 2
_slots: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


class SandboxFailed(Refused):
    """The function gave no answer within its limits; the document is at fault until shown otherwise."""

    code = "parsing_failed"


class SandboxTimeout(SandboxFailed):
    """The function used up its wall time or its CPU time."""

    code = "parsing_took_too_long"


class SandboxMemory(SandboxFailed):
    """The function used up its memory."""

    code = "parsing_needed_too_much_memory"


class SandboxCrashed(SandboxFailed):
    """The process died, or the function raised something that is not a refusal, or answered too much."""

    code = "parsing_crashed"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bound one run. Memory is address space, of which a bare interpreter takes about 30 MB."""

    memory_bytes: int = 512 * 1024 * 1024
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    output_bytes: int = 64 * 1024 * 1024
    open_files: int = 32


def allow(name: str, function: str) -> None:
    """Allow `module:function` to be run under this name. It takes bytes and returns JSON values or bytes."""
    assert _functions.get(name, function) == function, f"{name} is already another function"
    assert function.count(":") == 1, "a function is named module:function"
    _functions[name] = function


def allow_at_once(runs: int) -> None:
    """Bound how many runs go on at once in each event loop that has not yet run any."""
    global _runs_at_once  # noqa: PLW0603  # One number per process, set at its start.
    _runs_at_once = runs


async def run(function: str, data: bytes, *, limits: Limits | None = None, **arguments: object) -> Any:
    """Return what the allowed function makes of the data and the named JSON arguments.

    Raises `SandboxTimeout`, `SandboxMemory`, `SandboxCrashed`, and whatever `Refused` the function raised. A name that
    was not allowed is our own mistake and a `KeyError`.
    """
    limits = limits or Limits()
    target = _functions[function]
    command = [sys.executable, "-I", "-S", "-B", "-c", _CHILD, target, str(limits.memory_bytes)]
    command += [str(limits.cpu_seconds), str(limits.open_files), json.dumps(arguments), *filter(None, sys.path)]
    async with _slots.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(_runs_at_once)):
        process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env={}, cwd="/")
        try:
            async with asyncio.timeout(limits.wall_seconds):
                answer, noise = await _talk(process, data, limits.output_bytes)
        except TimeoutError:
            raise SandboxTimeout(f"{function} took longer than {limits.wall_seconds:g} seconds") from None
        finally:
            await _reap(process)
    return _opened(function, answer, process.returncode, noise)


async def _talk(process: Process, data: bytes, output_bytes: int) -> tuple[bytes, bytes]:
    """Feed the child, read its answer up to a limit and the end of its noise; return both when it has ended."""
    stdin, stdout, stderr = process.stdin, process.stdout, process.stderr
    assert stdin is not None
    assert stdout is not None
    assert stderr is not None

    async def feed() -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # It may die before it has read everything.
            stdin.write(data)
            await stdin.drain()
        stdin.close()

    async def read(stream: asyncio.StreamReader) -> bytes:
        answer = bytearray()
        while chunk := await stream.read(64 * 1024):
            # Read to its end even when it is dropped: a process has only ended for asyncio when its pipes have.
            if len(answer) <= output_bytes:
                answer += chunk
            else:
                _kill(process)
        return bytes(answer) if len(answer) <= output_bytes else b'{"raised": "the answer is too large"}'

    async def listen(stream: asyncio.StreamReader) -> bytes:
        noise = b""
        while chunk := await stream.read(_NOISE_BYTES):
            noise = (noise + chunk)[-_NOISE_BYTES:]
        return noise

    _, answer, noise = await asyncio.gather(feed(), read(stdout), listen(stderr))
    await process.wait()
    return answer, noise


async def _reap(process: Process) -> None:
    """End the child however we leave, so that none outlives its run, a cancelled one included."""
    if process.returncode is None:
        _kill(process)
        await asyncio.shield(process.communicate())  # Not wait(): what it had written is read, so that it can end.


def _kill(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()


def _opened(function: str, answer: bytes, returncode: int | None, noise: bytes) -> Any:
    """Return the value in the envelope, or raise what it, or the manner of the child's end, says."""
    try:
        envelope = json.loads(answer, object_hook=_decoded)
    except ValueError:
        raise _manner_of_death(function, returncode, noise) from None
    match envelope:
        case {"value": value}:
            return value
        case {"refused": {"class": str(kind), "code": str(code), "message": str(message), **rest}}:
            raise _refusal(kind, code, message, rest.get("pointer"), rest.get("details"))
        case {"memory": True}:
            raise SandboxMemory(f"{function} needed too much memory")
        case {"raised": str(what)}:
            raise SandboxCrashed(f"{function} failed", what=what)
        case _:
            raise SandboxCrashed(f"{function} failed", what="an unknown answer")


def _manner_of_death(function: str, returncode: int | None, noise: bytes) -> SandboxFailed:
    if returncode == -signal.SIGXCPU:
        return SandboxTimeout(f"{function} used up its CPU time")
    if returncode == -signal.SIGKILL:  # Not by us, so by the kernel, which was short of memory.
        return SandboxMemory(f"{function} needed too much memory")
    if b"MemoryError" in noise:  # So short of memory that not even the envelope could be made.
        return SandboxMemory(f"{function} needed too much memory")
    return SandboxCrashed(f"{function} failed", what=f"exit {returncode}: {noise.decode(errors='replace')[-500:]}")


def _refusal(kind: str, code: str, message: str, pointer: object, details: object) -> Refused:
    """Build the refusal again, of its own class if this process has loaded it; no other class can be named."""
    known = {f"{one.__module__}:{one.__qualname__}": one for one in _kinds(Refused)}
    refusal = Refused.__new__(known.get(kind, Refused))
    facts = {str(name): str(value) for name, value in details.items()} if isinstance(details, dict) else {}
    Refused.__init__(refusal, code, message, pointer if isinstance(pointer, str) else None, **facts)
    return refusal


def _kinds(kind: type[Refused]) -> Iterator[type[Refused]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)


def _decoded(found: dict[str, Any]) -> Any:
    if found.keys() == {"$bytes"} and isinstance(found["$bytes"], str):
        return base64.b64decode(found["$bytes"])
    return found
