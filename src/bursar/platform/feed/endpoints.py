"""Routes of events."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from bursar.kit.pages import Page
from bursar.platform.access import Permission
from bursar.platform.feed.queries import list_events
from bursar.platform.feed.schemas import EventFilter, EventRead
from bursar.platform.http import operation, reads
from bursar.platform.work import Work

router = APIRouter(prefix="/events")

EXAMPLE: dict[str, Any] = {
    "id": "event_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "type": "bill.posted",
    "subject_id": "0190a3c0-5b1e-7d4e-8f2a-3b5c7d9e1f20",
    "payload": {"bill_id": "0190a3c0-5b1e-7d4e-8f2a-3b5c7d9e1f20"},
    "occurred_at": "2026-11-02T09:30:00Z",
}


@router.get(
    "",
    **operation(
        "Pull events",
        needs=Permission.EVENTS_READ,
        example={"items": [EXAMPLE], "next_cursor": "WyI5ZjhkIiwiNzQxIiwiMDE5MCJd"},
    ),
)
async def events(
    work: Annotated[Work, reads(Permission.EVENTS_READ)], page: Annotated[EventFilter, Query()]
) -> Page[EventRead]:
    """Return what happened, oldest first.

    Keep `next_cursor` and ask again with it: nothing is skipped and nothing comes twice. It is null only before the
    first event.
    """
    return await list_events(work, page)
