"""The tracer that measures coverage, put aside where it would take most of the time and tell nothing new."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def untraced() -> Iterator[None]:
    """Run a block without the tracer, if there is one.

    For times, which are then those of the program, and for what other tests have measured line by line before.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)
        _called()  # A tracer in C goes on at the next call, which must not be one that it would miss the end of.


def _called() -> None:
    """Do nothing."""
