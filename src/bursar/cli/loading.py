"""Load the server's half of Python, which takes as long as a database does to start, while that starts."""

import importlib
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

Started = TypeVar("Started")

# Loaded first, because the thread that starts the database goes on with these. A module that two threads load at once
# may be met half made, so the thread waits for them.
_PREPARING: Final = ("psycopg", "sqlalchemy.dialects.postgresql.psycopg", "bursar.cli.preparing")

_IMPATIENT_SECONDS: Final = 0.001


def while_loading(start: Callable[[Callable[[], object]], Started]) -> Started:
    """Return what `start` returns, which runs in a thread meanwhile.

    It is given a function that waits until `bursar.cli.preparing` may be imported.
    """
    loaded = threading.Event()
    patience = sys.getswitchinterval()
    # Loading never lets go by itself; the thread, which waits for answers of a database, would starve behind it.
    sys.setswitchinterval(_IMPATIENT_SECONDS)
    try:
        return _both(start, loaded)
    finally:
        sys.setswitchinterval(patience)


def _both(start: Callable[[Callable[[], object]], Started], loaded: threading.Event) -> Started:
    with ThreadPoolExecutor(1) as pool:
        starting = pool.submit(start, loaded.wait)
        try:
            for name in _PREPARING:
                importlib.import_module(name)
        finally:
            loaded.set()
        load_server()
        return starting.result()


def load_server() -> None:
    """Import what serves, with all handlers of jobs."""
    importlib.import_module("bursar.cli.serving")
    importlib.import_module("bursar.worker.handlers").import_handlers()
