"""Load the server's half of Python, which takes as long as starting PostgreSQL does, while that starts."""

import importlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

Started = TypeVar("Started")

_SERVER: Final = ("bursar.cli.preparing", "bursar.cli.serving")


def while_loading(start: Callable[[], Started]) -> Started:
    """Return what `start` returns, which runs in a thread meanwhile."""
    with ThreadPoolExecutor(1) as pool:
        starting = pool.submit(start)
        load_server()
        return starting.result()


def load_server() -> None:
    """Import what serves, with all handlers of jobs."""
    for name in _SERVER:
        importlib.import_module(name)
    importlib.import_module("bursar.worker.handlers").import_handlers()
