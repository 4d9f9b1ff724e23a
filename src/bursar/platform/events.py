"""Facts that happened, and who wants to hear of them.

An event is a frozen dataclass with a `type` and a `subject_id`. It is written to the outbox in the transaction that
made it true, together with one job for every subscriber: down by import, up by event.
"""

from collections import defaultdict
from dataclasses import asdict
from typing import Any, ClassVar, Protocol
from uuid import UUID


class Event(Protocol):
    """A fact about one subject."""

    type: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def subject_id(self) -> UUID:
        """The resource that the fact is about."""
        ...


_subscribers: dict[str, list[str]] = defaultdict(list)


def subscribe(event: type[Event], job_kind: str) -> None:
    """Have a job of this kind made for every such event."""
    _subscribers[event.type].append(job_kind)


def subscribers(event: Event) -> list[str]:
    """Return the kinds of job that an event makes."""
    return _subscribers[event.type]


def payload(event: Event) -> dict[str, Any]:
    """Return an event's facts as JSON values."""
    return {name: str(value) if isinstance(value, UUID) else value for name, value in asdict(event).items()}
