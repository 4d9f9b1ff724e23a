"""The inside of the sandbox: what runs in the child process, kept small because every run pays for its imports.

The child takes its limits before it reads a byte, calls one function, writes one JSON envelope and ends:

    {"value": …}                                   the function's result; bytes stand as {"$bytes": base64}
    {"refused": {class, code, message, pointer, details}}
    {"memory": true}                               the address space was used up
    {"raised": "ValueError: …"}                    anything else
"""

import base64
import importlib
import json
import os
import resource
import sys
from collections.abc import Callable

from bursar.core.errors import Refused

OUT_OF_MEMORY = b'{"memory": true}'


def main(arguments: list[str]) -> None:
    """Run `module:function` under limits: the arguments are function, memory bytes, CPU seconds, open files, JSON."""
    function, memory_bytes, cpu_seconds, open_files, named = arguments
    answer_to = os.dup(1)
    os.dup2(2, 1)  # A library that prints must not write into the envelope.
    _limit(int(memory_bytes), int(cpu_seconds), int(open_files))
    with os.fdopen(answer_to, "wb") as stream:
        stream.write(envelope(function, named))


def envelope(function: str, named: str) -> bytes:
    """Call the function with standard input and the named arguments, and wrap whatever comes of it."""
    try:
        module, _, name = function.partition(":")
        call: Callable[..., object] = getattr(importlib.import_module(module), name)
        answer: dict[str, object] = {"value": call(sys.stdin.buffer.read(), **json.loads(named))}
        return json.dumps(answer, default=_encoded, allow_nan=False).encode()
    except MemoryError:
        return OUT_OF_MEMORY
    except Refused as refusal:
        answer = {"refused": described(refusal)}
    except Exception as error:  # noqa: BLE001  # Nothing may leave here but an envelope.
        answer = {"raised": f"{type(error).__name__}: {error}"[:500]}
    return json.dumps(answer).encode()


def described(refusal: Refused) -> dict[str, object]:
    """Return a refusal as JSON; its class is named so that the parent raises the same one if it knows it."""
    kind = type(refusal)
    return {
        "class": f"{kind.__module__}:{kind.__qualname__}",
        "code": refusal.code,
        "message": refusal.message,
        "pointer": refusal.pointer,
        "details": dict(refusal.details),
    }


def _limit(memory_bytes: int, cpu_seconds: int, open_files: int) -> None:
    """Bound this process; the limits cannot be raised again, and no file of any size can be written."""
    for kind, soft, hard in (
        (resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, open_files, open_files),
        (resource.RLIMIT_AS, memory_bytes, memory_bytes),
    ):
        try:
            resource.setrlimit(kind, (soft, hard))
        except (ValueError, OSError):
            # macOS has no working RLIMIT_AS; the other limits and the wall clock still hold there.
            if sys.platform == "linux":
                raise


def _encoded(value: object) -> object:
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    raise TypeError(f"a sandboxed function returned {type(value).__name__}, which is not JSON")
