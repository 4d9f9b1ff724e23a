"""Routes of tasks."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from bursar.approvals.tasks.actions import TaskDone, resolve_task
from bursar.approvals.tasks.queries import get_task, list_tasks
from bursar.approvals.tasks.schemas import ResolveTask, ResolveTaskBody, TaskFilter, TaskRead
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.ids import TaskId
from bursar.platform.work import Work

router = APIRouter(prefix="/tasks")

EXAMPLE: dict[str, Any] = {
    "id": "task_01j6k3m2x4e5f8a9b0c1d2e3f4",
    "kind": "document.needs_attention",
    "subject_type": "document",
    "subject_id": "0190a3c0-5b1e-7d4e-8f2a-3b5c7d9e1f20",
    "title": "R-2026-118.xml cannot be read",
    "reason_codes": ["not_an_invoice"],
    "state": "open",
    "created_at": "2026-11-02T09:30:00Z",
    "done_by": None,
    "done_at": None,
    "note": None,
}


@router.get(
    "", **operation("List tasks", needs=Permission.TASKS_READ, example={"items": [EXAMPLE], "next_cursor": None})
)
async def tasks(
    work: Annotated[Work, reads(Permission.TASKS_READ)], page: Annotated[TaskFilter, Query()]
) -> Page[TaskRead]:
    """Return what waits for a person, newest first."""
    return await list_tasks(work, page)


@router.get("/{task_id}", **operation("Read a task", needs=Permission.TASKS_READ, errors=[NotFound], example=EXAMPLE))
async def task(task_id: TaskId, work: Annotated[Work, reads(Permission.TASKS_READ)]) -> TaskRead:
    """Return one task."""
    return await get_task(work, task_id)


@router.post(
    "/{task_id}/resolve",
    **operation(
        "Resolve a task",
        needs=Permission.TASKS_RESOLVE,
        errors=[*IDEMPOTENT, NotFound, TaskDone],
        example={**EXAMPLE, "state": "done", "note": "Asked the vendor for the invoice."},
        body={"note": "Asked the vendor for the invoice."},
    ),
)
async def resolve(task_id: TaskId, body: ResolveTaskBody, caller: Caller) -> TaskRead:
    """Close a task and say what was done."""
    return await caller.execute(resolve_task, ResolveTask(task_id=task_id, note=body.note))
