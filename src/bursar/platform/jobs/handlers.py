"""Which function does which kind of job. The in-process runner and the Celery worker look here alike."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bursar.kit.errors import Conflict
from bursar.platform.events import Event, subscribe
from bursar.platform.work import Principal, Work, system


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed job. Effects that must happen once finish it in their own transaction, with `finish`."""

    tenant_id: UUID
    id: UUID
    kind: str
    payload: dict[str, Any]
    fence: int
    attempts: int
    request_id: str | None
    finish: Callable[[Work], Awaitable[None]]

    @property
    def principal(self) -> Principal:
        """The system, acting for this job's tenant."""
        return system(self.tenant_id, request_id=self.request_id)


class NotYet(Conflict):
    """What the job works on is in another job's hands; it is tried again soon, and that is no failed attempt."""

    code = "not_yet"


class ComeAgain(Exception):  # noqa: N818 - no failure: the job is done for this time.
    """The job has done what there was to do and comes again after a pause; its row stays the same."""

    def __init__(self, after_seconds: float) -> None:
        super().__init__()
        self.after_seconds = after_seconds


# The second argument is the application's context (databases, storage, executor), put together at start-up.
Handler = Callable[[Job, Any], Awaitable[None]]

HANDLERS: dict[str, Handler] = {}
WHEN_BURIED: dict[str, Handler] = {}


def job(
    kind: str, *, on: tuple[type[Event], ...] = (), when_buried: Handler | None = None
) -> Callable[[Handler], Handler]:
    """Register the handler of a kind of job, and the events that make such a job.

    `when_buried` is run once all attempts are used up, whether the last one failed or its worker was lost: it hands to
    a person what would otherwise wait for ever. It is tried as often as the job was.
    """

    def register(handler: Handler) -> Handler:
        assert kind not in HANDLERS, kind
        HANDLERS[kind] = handler
        if when_buried is not None:
            WHEN_BURIED[kind] = when_buried
        for event in on:
            subscribe(event, kind)
        return handler

    return register
