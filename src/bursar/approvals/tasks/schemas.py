"""Tasks on the wire."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from bursar.kit.wire import Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import TaskId, UserId


class TaskFilter(PageParams):
    """Which tasks to list."""

    state: Literal["open", "done"] | None = None


class ResolveTaskBody(Input):
    """What was done about it."""

    note: Text


class ResolveTask(ResolveTaskBody):
    """Close the task of this id."""

    task_id: TaskId


class TaskRead(Output):
    """Something for a person to settle."""

    id: TaskId
    kind: str
    subject_type: str
    subject_id: UUID
    title: str
    reason_codes: list[str]
    state: Literal["open", "done"]
    created_at: datetime
    done_by: UserId | None
    done_at: datetime | None
    note: str | None
