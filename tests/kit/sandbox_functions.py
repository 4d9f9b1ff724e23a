"""What the sandbox's own tests run inside it: well behaved, hostile and broken."""

import os
import signal
import socket
import sys
import time
from decimal import Decimal
from pathlib import Path

from bursar.core.errors import Refused
from bursar.kit.errors import UnsupportedMedia


def echo(data: bytes, **named: object) -> dict[str, object]:
    return {"data": data, "size": len(data), "named": named}


def talkative(data: bytes) -> str:
    sys.stdout.write("on standard output")
    sys.stdout.flush()
    os.write(2, b"on standard error" * 10_000)
    return data.decode()


def around(data: bytes) -> dict[str, object]:
    return {"environment": dict(os.environ), "directory": str(Path.cwd()), "modules": sorted(sys.modules)}


def refuses(data: bytes) -> None:
    raise Refused("no_invoice", "this is no invoice", "/file", kind="poem")


def refuses_as_a_class(data: bytes) -> None:
    raise UnsupportedMedia("this kind is not accepted")


def raises(data: bytes) -> None:
    raise ValueError("one bad byte")


def sleeps(data: bytes) -> None:
    time.sleep(60)


def spins(data: bytes) -> None:
    while True:
        pass


def hoards(data: bytes) -> int:
    return len([bytes(1024 * 1024) for _ in range(10_000)])


def dies(data: bytes) -> None:
    os.kill(os.getpid(), getattr(signal, data.decode()))


def exits(data: bytes) -> None:
    os._exit(3)


def floods(data: bytes) -> str:
    return "x" * 10_000_000


def returns_a_decimal(data: bytes) -> Decimal:
    return Decimal(1)


def lies(data: bytes) -> None:
    # The envelope's own descriptor is the lowest that is free after the standard three.
    os.write(3, data)
    os._exit(0)


def writes_a_file(data: bytes) -> None:
    Path(data.decode()).write_text("x")


def opens_many(data: bytes) -> int:
    return len([socket.socket() for _ in range(1000)])
