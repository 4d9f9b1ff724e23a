"""Events on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from bursar.kit.wire import Json, Output
from bursar.platform.http import PageParams
from bursar.platform.ids import EventId


class EventFilter(PageParams):
    """Which events to list."""

    type: str | None = Field(None, max_length=100, examples=["bill.posted"])


class EventRead(Output):
    """A fact, as it was when it happened."""

    id: EventId
    type: str
    subject_id: UUID
    payload: Json
    occurred_at: datetime
