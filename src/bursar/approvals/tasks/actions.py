"""All writes to tasks."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text, update

from bursar.approvals.tasks.events import TaskResolved
from bursar.approvals.tasks.queries import get_task
from bursar.approvals.tasks.schemas import ResolveTask, TaskRead
from bursar.kit.errors import Conflict
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import tasks


class TaskDone(Conflict):
    """The task was settled before."""

    code = "task_done"


_OPEN = text("""
    INSERT INTO task (tenant_id, id, kind, subject_type, subject_id, title, reason_codes, created_at)
    VALUES (:tenant_id, :id, :kind, :subject_type, :subject_id, :title, :reason_codes, :now)
    ON CONFLICT (tenant_id, kind, subject_id) WHERE state = 'open' DO NOTHING
""")


async def open_task(
    work: Work, *, kind: str, subject_type: str, subject_id: UUID, title: str, reason_codes: Sequence[str]
) -> None:
    """Open a task, unless one of this kind is open for the subject."""
    values = {"kind": kind, "subject_type": subject_type, "subject_id": subject_id, "title": title}
    values |= {"tenant_id": work.tenant_id, "id": work.new_id(), "now": work.now}
    await work.session.run(_OPEN, {**values, "reason_codes": list(reason_codes)})


async def close_tasks(work: Work, subject_ids: Sequence[UUID | None], note: str) -> None:
    """Close what was asked about these subjects, because it has been settled another way."""
    await work.session.run(
        update(tasks)
        .where(work.owns(tasks), tasks.c.subject_id.in_([one for one in subject_ids if one]), tasks.c.state == "open")
        .values(state="done", done_by=work.actor_id, done_at=work.now, note=note)
    )


@action("tasks.resolve", needs=Permission.TASKS_RESOLVE)
async def resolve_task(work: Work, command: ResolveTask) -> TaskRead:
    """Close a task and say what was done. Raises NotFound and TaskDone."""
    touched = await work.session.run(
        update(tasks)
        .where(work.owns(tasks), tasks.c.id == command.task_id, tasks.c.state == "open")
        .values(state="done", done_by=work.actor_id, done_at=work.now, note=command.note)
    )
    task = await get_task(work, command.task_id)
    if not touched:
        raise TaskDone("The task was settled before.")
    work.emit(TaskResolved(command.task_id))
    return task
