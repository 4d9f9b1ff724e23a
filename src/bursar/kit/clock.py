"""Time, handed in rather than asked for: everything that needs "now" takes a `Clock`."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tell the instant in UTC."""

    def __call__(self) -> datetime:
        """Return the current instant."""
        ...


def system_clock() -> datetime:
    """Return the machine's current instant in UTC."""
    return datetime.now(UTC)
